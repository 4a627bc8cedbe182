"""VR-P4: one declaration about a project over all laptops, which names those that have not reported."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from app.domain.certificate import DeclaredOutcome
from app.domain.errors import InputError
from app.domain.project_declaration import LaptopState
from tests.actions.laptop import CLIENT, WEEK, Laptop, refused
from tests.actions.two_laptops import ANNA, BAS, two_laptops

S = LaptopState


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    remote = tmp_path / "team"
    remote.mkdir()
    with two_laptops(tmp_path, **{"remote.folder": str(remote)}) as pair:
        yield pair


def sync(*laptops: Laptop) -> None:
    for _ in range(2):
        for laptop in laptops:
            laptop.app.cards.publish()
            laptop.app.cards.pull()


def closed_with_copies(anna: Laptop, bas: Laptop) -> None:
    """Both hold a copy when the project is closed."""
    agreement = anna.usual()
    sync(anna, bas)
    for laptop in (anna, bas):
        laptop.sealed(laptop.app.agreements.show(agreement.id)[0])
    anna.app.projects.close("P1")
    sync(anna, bas)


def text_of(path: Path) -> str:
    document = PdfDocument(path)
    try:
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()
    return " ".join(text.split())


def states(laptop: Laptop) -> dict[str | None, LaptopState]:
    return {report.device: report.state for report in laptop.app.declaring.laptops("P1")}


def test_it_is_complete_when_every_laptop_reported(both: tuple[Laptop, Laptop]) -> None:
    anna, bas = both
    closed_with_copies(anna, bas)
    assert states(anna) == {anna.app.team.device: S.HOLDS, bas.app.team.device: S.NOT_REPORTED}
    anna.passes(WEEK)
    anna.app.deletion.run_due()
    early = anna.app.declaring.declare("P1")
    assert (early.complete, early.outcome) == (
        False,
        DeclaredOutcome.WITH_RESIDUALS if early.residuals else DeclaredOutcome.INCOMPLETE,
    )
    assert "1 laptop" in early.document["wording"]["nl"]
    bas.app.deletion.run_due()
    sync(bas, anna)
    assert set(states(anna).values()) == {S.REPORTED}
    late = anna.app.declaring.declare("P1")
    assert late.complete
    assert late.agreement_id is None
    (part,) = [c for c in anna.app.certificates.list() if c.agreement_id is not None]
    assert late.document["declarations"] == [part.document["number"]]
    assert [i["copy"] for i in late.document["items"]] == [i["copy"] for i in part.document["items"]]
    assert [e.data for e in anna.events("project.declared")] == [
        {"complete": False, "copies": 1, "count": 2},
        {"complete": True, "copies": 1, "count": 2},
    ]


def test_a_word_from_before_the_closing_does_not_count(both: tuple[Laptop, Laptop]) -> None:
    anna, bas = both
    anna.usual()
    anna.app.projects.close("P1")
    sync(anna, bas, anna)
    assert set(states(anna).values()) == {S.REPORTED}
    anna.passes(2 * WEEK)
    anna.app.projects.reopen("P1", "toch nog werk")
    sync(anna, bas)
    anna.passes(WEEK)
    anna.app.projects.close("P1")
    assert states(anna)[bas.app.team.device] is S.NOT_REPORTED
    sync(anna, bas)
    sync(bas, anna)
    assert set(states(anna).values()) == {S.REPORTED}


def test_a_member_of_whom_no_laptop_is_known_is_named(both: tuple[Laptop, Laptop]) -> None:
    anna, bas = both
    anna.client()
    anna.app.projects.add("P1", CLIENT, members=(f"Anna <{ANNA}>", f"Bas <{BAS}>", "Cas <cas@adviesbureau.example>"))
    anna.app.projects.close("P1")
    sync(anna, bas)
    sync(bas, anna)
    unknown = [r.person for r in anna.app.declaring.laptops("P1") if r.state is S.NOT_KNOWN]
    assert unknown == ["cas@adviesbureau.example"], "a laptop without a name may be that of one of them, not of two"
    assert not anna.app.declaring.declare("P1").complete


def test_of_a_laptop_whose_person_was_no_member_nothing_is_asked(both: tuple[Laptop, Laptop]) -> None:
    """Of a firm with hundreds of laptops one that is silent for another reason holds nothing up."""
    anna, bas = both
    anna.client()
    anna.app.projects.add("P1", CLIENT, members=(f"Anna <{ANNA}>",))
    anna.app.projects.close("P1")
    assert states(anna)[bas.app.team.device] is S.NOT_REPORTED, "whose it is nobody knows here"
    anna.policy["team.devices"] = (f"{BAS}={bas.app.signer.fingerprint}",)
    assert set(states(anna)) == {anna.app.team.device}
    assert anna.app.declaring.declare("P1").complete


def test_a_retired_laptop_is_not_waited_for(both: tuple[Laptop, Laptop]) -> None:
    anna, bas = both
    closed_with_copies(anna, bas)
    anna.app.team.retire(bas.app.team.device, "ingeleverd")
    assert bas.app.team.device not in states(anna)


def test_it_is_signed_and_can_be_checked_in_all_its_forms(both: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    anna, bas = both
    closed_with_copies(anna, bas)
    issued = anna.app.declaring.declare("P1")
    for ending in ("json", "pdf", "html"):
        target = tmp_path / f"verklaring.{ending}"
        anna.app.certificates.export(issued.id, target)
        assert anna.app.certificates.verify(target).signature == "valid"
    document = json.loads((tmp_path / "verklaring.json").read_bytes())
    assert {one["state"] for one in document["laptops"]} == {"holds", "not-reported"}
    text = text_of(tmp_path / "verklaring.pdf")
    assert "heeft zich nog niet gemeld" in text
    document["complete"] = True
    (tmp_path / "vervalst.json").write_text(json.dumps(document), encoding="utf-8")
    assert anna.app.certificates.verify(tmp_path / "vervalst.json").signature == "invalid"


def test_the_clients_report_names_who_has_not_reported(both: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    anna, bas = both
    closed_with_copies(anna, bas)
    anna.app.client_report.write(CLIENT, tmp_path / "overzicht.json")
    (project,) = json.loads((tmp_path / "overzicht.json").read_bytes())["projects"]
    assert (project["complete"], project["not_reported"]) == (False, 2)
    assert [one["person"] for one in project["laptops"]] == [ANNA, None]
    anna.app.client_report.write(CLIENT, tmp_path / "overzicht.pdf")
    text = text_of(tmp_path / "overzicht.pdf")
    assert "heeft zich nog niet gemeld" in text


def test_a_running_project_is_not_declared(both: tuple[Laptop, Laptop]) -> None:
    anna, _ = both
    anna.usual()
    with pytest.raises(InputError) as error:
        anna.app.declaring.declare("P1")
    assert refused(error) == "project.not-closed"


def test_the_list_of_declarations_shows_it_beside_the_others(both: tuple[Laptop, Laptop]) -> None:
    anna, bas = both
    closed_with_copies(anna, bas)
    issued = anna.app.declaring.declare("P1")
    (row,) = [row for row in anna.app.certificates.rows() if row.id == issued.id]
    assert (row.agreement_id, row.project, row.complete) == (None, "P1", False)
    assert anna.app.certificates.draft(issued.id, anna.root).exists()
