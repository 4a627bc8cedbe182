"""VT-O1: country and law of each store are recorded; outside the EEA nothing of a client's goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.checks import CheckState
from app.domain.agreement import Place
from app.domain.errors import InputError
from app.domain.rules import RuleState
from app.domain.storage_place import EEA, StoragePlace, StoreKind, country_of
from tests.actions.cloud import give_cloud
from tests.actions.laptop import Laptop, refused


def rule(laptop: Laptop) -> RuleState:
    return next(r.state for r in laptop.app.status.status().rules if r.id == "VT-O1")


def with_folder(laptop: Laptop, tmp_path: Path, **policy: str) -> None:
    laptop.policy["remote.folder"] = str(tmp_path)
    laptop.policy.update({f"storage.folder_{name}": value for name, value in policy.items()})


def test_the_eea_has_the_union_and_three_more() -> None:
    assert len(EEA) == 30
    assert {"NL", "NO", "IS", "LI"} <= EEA
    assert not {"GB", "CH", "US"} & EEA


@pytest.mark.parametrize(
    ("text", "country"), [("nl", "NL"), (" DE ", "DE"), ("UK", "GB"), ("EL", "GR"), ("", None), ("Nederland", None)]
)
def test_a_country_is_two_letters(text: str, country: str | None) -> None:
    assert country_of(text) == country


def test_without_a_remote_only_the_laptop_stores_anything(laptop: Laptop) -> None:
    assert laptop.app.storage_places.all() == (StoragePlace(kind=StoreKind.LAPTOP),)
    assert rule(laptop) is RuleState.OK


@pytest.mark.parametrize(
    ("country", "state"), [("", RuleState.UNKNOWN), ("NL", RuleState.OK), ("US", RuleState.ATTENTION)]
)
def test_the_rule_says_what_is_recorded(laptop: Laptop, tmp_path: Path, country: str, state: RuleState) -> None:
    with_folder(laptop, tmp_path, country=country, law="Nederlands recht")
    assert rule(laptop) is state


def test_the_clients_report_tells_where(laptop: Laptop, tmp_path: Path) -> None:
    with_folder(laptop, tmp_path, country="NL", law="Nederlands recht")
    laptop.usual()
    (folder, own) = laptop.app.client_report.report("Gemeente Voorbeeldstad").storage
    assert (folder.country, folder.law, own.kind) == ("NL", "Nederlands recht", StoreKind.LAPTOP)


def test_outside_the_eea_no_client_data_is_agreed_or_registered(laptop: Laptop) -> None:
    give_cloud(laptop)
    before = laptop.usual(place=Place.OFFICE365)
    laptop.policy["storage.office365_country"] = "US"
    with pytest.raises(InputError) as error:
        laptop.agreement("P1", place=Place.OFFICE365)
    assert refused(error) == "storage.outside-eea"
    with pytest.raises(InputError) as error:
        laptop.app.copies.add_elsewhere("Documenten/a.xlsx", before.id)
    assert refused(error) == "storage.outside-eea"
    laptop.sealed(laptop.agreement("P1"))  # the laptop itself is where the person is


@pytest.mark.parametrize(
    ("country", "state"), [("", CheckState.UNKNOWN), ("NL", CheckState.OK), ("US", CheckState.ATTENTION)]
)
def test_doctor_tells_what_is_recorded(laptop: Laptop, tmp_path: Path, country: str, state: CheckState) -> None:
    with_folder(laptop, tmp_path, country=country)
    (found,) = [check for check in laptop.app.doctor.checks() if check.id == "storage"]
    assert (found.state, found.fix is None) == (state, state is CheckState.OK)
