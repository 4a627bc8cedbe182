"""What the guard asks of the register, and what it tells of folders and places."""

from __future__ import annotations

import os
from pathlib import Path

from app.domain.finding import Judgement, Verdict
from app.domain.folder import FolderKind
from app.domain.messages import msg
from app.domain.rules import RuleState
from tests.actions.conftest import MakeLaptop
from tests.actions.laptop import CLIENT, Laptop, details
from tests.system.wine import is_wine

CLEAN = Judgement(verdict=Verdict.CLEAN)


def test_the_register_of_the_detector_changes_with_client_and_self(ready: Laptop) -> None:
    revisions = [ready.app.intake.context()[1]]
    ready.app.clients.change(CLIENT, details(keywords=("Zaaksysteem",)))
    revisions.append(ready.app.intake.context()[1])
    ready.app.settings.set("own.firm", "Adviesbureau")
    revisions.append(ready.app.intake.context()[1])
    assert len(set(revisions)) == 3
    assert ready.app.intake.context()[1] == revisions[-1]


def test_a_walk_is_noted_with_its_moment(ready: Laptop) -> None:
    (folder,) = ready.app.intake.folders()
    assert folder.last_reconciled_at is None
    ready.app.intake.looked(folder.id)
    assert ready.app.intake.folders()[0].last_reconciled_at == ready.now
    ready.app.intake.looked("weg")  # removed meanwhile


def test_a_folders_state_is_journalled_when_it_changes(ready: Laptop) -> None:
    (folder,) = ready.app.intake.folders()
    for state in (RuleState.OK, RuleState.OK, RuleState.UNKNOWN):
        ready.app.intake.folder_state(folder.id, state, msg("copies.folder-ok"))
    assert [e.data and e.data["state"] for e in ready.events("guard.state")] == ["ok", "unknown"]


def test_what_lies_in_a_client_place_is_no_copy(make_laptop: MakeLaptop) -> None:
    """VR-P1b"""
    laptop = make_laptop()
    place = laptop.home / "klantmap"
    place.mkdir()
    laptop.client(mounts=(str(place),))
    assert laptop.app.folders.add(place).kind is FolderKind.CLIENT_PLACE
    assert laptop.judged(laptop.file("intern.xlsx", folder=place), laptop.judgement()) == 0
    assert laptop.app.findings.list() == ()


def test_names_of_any_bytes_are_taken_in(ready: Laptop) -> None:
    """Newline, quotes, right-to-left marks, emoji, bytes that are no UTF-8, 250 characters."""
    longest = 100 if is_wine() else 245  # Wine does not tell the real path of a long name, so it is not deleted
    names = ["\u202excod.xlsx", "🗂️.xlsx", "x" * longest + ".xlsx"]
    if os.name == "posix":  # Windows has no such names
        names += ["regel\neinde.xlsx", "'aan\"haling.xlsx", os.fsdecode(b"niet-\xff\xfe-utf8.xlsx")]
    agreement = ready.agreement()
    for name in names:
        finding = ready.finding(ready.file(name))
        assert finding.path.endswith(name)
        (sealed,) = ready.app.findings.seal([finding.id], agreement.id)
        assert sealed.copy_id is not None
        assert ready.copy(sealed.copy_id).name == name
        assert not Path(finding.path).exists()
