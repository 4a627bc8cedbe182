"""The note of what is owed: right after each change, and missing rather than wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.owed_note import OwedNotes
from app.domain.agreement import Place
from app.system.files import write_atomically
from app.system.installation.owed import NAME, OwedNote, read_note
from tests.actions.laptop import DAY, DOMAIN, Laptop


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "note"
    folder.mkdir()
    return folder


def notes(laptop: Laptop, folder: Path) -> OwedNotes:
    return OwedNotes(laptop.app.office, folder, write_atomically)


def test_a_new_laptop_owes_nothing(laptop: Laptop, folder: Path) -> None:
    notes(laptop, folder).note()
    assert read_note(folder) == OwedNote(owed=0)


def test_every_copy_outside_and_every_waiting_file_is_owed(laptop: Laptop, folder: Path) -> None:
    """VR-P4"""
    agreement = laptop.usual(valid_until=laptop.now + DAY)
    sealed = laptop.sealed(agreement, laptop.file("a.xlsx"))
    laptop.app.copies.add_elsewhere("telefoon", laptop.agreement(place=Place.ELSEWHERE).id)
    finding = laptop.finding(laptop.file("vraag.xlsx"))
    laptop.app.findings.ask([finding.id], f"eva@{DOMAIN}")
    keeper = notes(laptop, folder)
    keeper.note()
    assert read_note(folder) == OwedNote(owed=3, next_due=agreement.valid_until)
    laptop.app.deletion.delete_now([sealed.id], "klaar")
    keeper.note()
    assert read_note(folder) == OwedNote(owed=2)


def test_an_unchanged_note_is_not_written_again(laptop: Laptop, folder: Path) -> None:
    written: list[Path] = []

    def write(path: Path, content: bytes) -> None:
        written.append(path)
        write_atomically(path, content)

    keeper = OwedNotes(laptop.app.office, folder, write)
    keeper.note()
    keeper.note()
    assert written == [folder / NAME]


def test_a_note_that_cannot_be_written_is_taken_away(laptop: Laptop, folder: Path) -> None:
    """An old one could say that nothing is owed."""
    notes(laptop, folder).note()

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(28, "No space left on device")

    laptop.sealed(laptop.usual(), laptop.file("a.xlsx"))
    OwedNotes(laptop.app.office, folder, full).note()
    assert read_note(folder) is None
