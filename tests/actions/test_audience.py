"""VR-P2: asking who may know is journalled with counts alone; a look at a project's place is kept for the rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.audience import GrantVerdict
from app.domain.errors import AssistantError, InputError
from app.domain.messages import msg
from app.domain.remote_errors import RemoteUnreachable
from app.domain.remote_files import Grant, GrantKind
from app.domain.rules import RuleState
from app.domain.storage_place import StoragePlace, StoreKind
from tests.actions.laptop import CLIENT, DAY, OWN_MAIL, Laptop


@dataclass
class FakePlaces:
    """A remote that tells who can open a place."""

    kind: str = "office365"
    told: list[Grant] = field(default_factory=list)
    trouble: AssistantError | None = None
    asked: list[str] = field(default_factory=list)

    def grants(self, place: str) -> Sequence[Grant]:
        self.asked.append(place)
        if self.trouble is not None:
            raise self.trouble
        return self.told

    def address(self, place: str) -> str | None:
        return f"https://firma.sharepoint.com/sites/X/{place}"


@pytest.fixture
def places(laptop: Laptop) -> FakePlaces:
    remote = FakePlaces()
    laptop.app.__dict__["_document_remote"] = lambda: remote
    laptop.client()
    folder = laptop.home / "P1"
    folder.mkdir()
    laptop.app.projects.add("P1", CLIENT, members=(f"Robin <{OWN_MAIL}>",), documents=(folder,))
    return remote


def direct(mail: str) -> Grant:
    return Grant(id=mail, kind=GrantKind.DIRECT, name=mail, mail=mail)


def rule(laptop: Laptop, *, in_office: bool = True) -> RuleState:
    if in_office:
        storage = (StoragePlace(kind=StoreKind.OFFICE365, country="NL"),)
        laptop.app.storage_places.__dict__["all"] = lambda: storage
    return next(r.state for r in laptop.app.status.status().rules if r.id == "VR-P2")


def test_everybody_must_be_allowed_and_the_journal_has_counts_alone(laptop: Laptop, places: FakePlaces) -> None:
    asked = laptop.app.audience.check("P1", (OWN_MAIL, "Eva Smit <eva@voorbeeldstad.example>"))
    assert asked.allowed
    assert not laptop.app.audience.check("P1", (OWN_MAIL, "iemand@elders.example")).allowed
    entries = laptop.events("audience.checked")
    assert [(e.data, e.outcome) for e in entries] == [
        ({"count": 2, "refused": 0}, "ok"),
        ({"count": 2, "refused": 1}, "refused"),
    ]
    assert "elders" not in str(entries)


def test_what_is_no_address_is_refused_and_nobody_is_judged(laptop: Laptop, places: FakePlaces) -> None:
    with pytest.raises(InputError):
        laptop.app.audience.check("P1", (OWN_MAIL, "geen adres"))
    assert laptop.events("audience.checked") == []


def test_who_can_open_the_place_is_compared_with_who_may_know(laptop: Laptop, places: FakePlaces) -> None:
    places.told = [direct(OWN_MAIL), direct("iemand@elders.example")]
    places.told.append(Grant(id="l", kind=GrantKind.GROUP, name="Leden van de site"))
    seen = laptop.app.audience.place("P1")
    assert [g.verdict for g in seen.grants] == [GrantVerdict.FITS, GrantVerdict.TOO_WIDE, GrantVerdict.UNKNOWN]
    assert rule(laptop) is RuleState.ATTENTION
    places.told = [direct(OWN_MAIL)]
    laptop.app.audience.place("P1")
    assert rule(laptop) is RuleState.OK
    assert [e.data for e in laptop.events("audience.place-seen")] == [
        {"count": 3, "refused": 1, "unknown": 1},
        {"count": 1, "refused": 0, "unknown": 0},
    ]


def test_what_cannot_be_looked_into_is_unknown(laptop: Laptop, places: FakePlaces) -> None:
    assert rule(laptop) is RuleState.UNKNOWN, "nobody looked yet"
    places.told = [Grant(id="l", kind=GrantKind.GROUP, name="Leden van de site")]
    laptop.app.audience.place("P1")
    assert rule(laptop) is RuleState.UNKNOWN


def test_a_plain_folder_tells_nothing(laptop: Laptop, places: FakePlaces) -> None:
    places.kind = "folder"
    assert not laptop.app.audience.place("P1").can_tell
    laptop.app.audience.look_when_due()
    assert len(places.asked) == 1
    assert rule(laptop, in_office=False) is RuleState.OK


def test_the_guard_looks_once_a_month_and_one_place_a_round(laptop: Laptop, places: FakePlaces) -> None:
    folder: Path = laptop.home / "P2"
    folder.mkdir()
    laptop.app.projects.add("P2", CLIENT, documents=(folder,))
    places.told = [direct(OWN_MAIL)]
    for _ in range(5):
        laptop.app.audience.look_when_due()
        laptop.passes(timedelta(hours=1))
    assert sorted(places.asked) == ["P1", "P2"]
    laptop.passes(30 * DAY)
    laptop.app.audience.look_when_due()
    assert len(places.asked) == 3


def test_a_remote_that_cannot_be_reached_is_asked_at_another_round(laptop: Laptop, places: FakePlaces) -> None:
    places.trouble = RemoteUnreachable(msg("remote.missing", folder="x"))
    laptop.app.audience.look_when_due()
    places.trouble = None
    laptop.app.audience.look_when_due()
    assert len(places.asked) == 2


def test_without_a_list_only_the_clients_own_people_may_know(laptop: Laptop) -> None:
    laptop.usual()
    assert rule(laptop, in_office=False) is RuleState.NOT_APPLICABLE
    assert not laptop.app.audience.check("P1", (OWN_MAIL,)).allowed
    assert laptop.app.audience.check("P1", ("eva@voorbeeldstad.example",)).allowed
