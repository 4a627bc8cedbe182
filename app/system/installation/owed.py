"""`owed.json` in the data directory: how much one person still has to delete, for whoever removes the program.

A number and a date. The store itself can be read by its owner alone; this note also by SYSTEM, which runs the uninstaller.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import msgspec

NAME = "owed.json"
_STORE = "store.db"  # where a store lies without a note, what is owed is not known
_MOST_BYTES = 4_096


class OwedNote(msgspec.Struct, frozen=True):
    """`owed`: copies and waiting files that must still be deleted. `next_due`: the first deadline among them."""

    owed: int
    next_due: datetime | None = None
    schema: int = 1

    def packed(self) -> bytes:
        return msgspec.json.encode(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRemoval:
    """The program was removed while `people` owed a deletion: it was refused, and IT ordered it."""

    on: date
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """What the data directories of this machine tell together."""

    people: int  # who owe a deletion
    copies: int  # that they owe, as far as it could be read
    unread: int  # of those people: whose note is missing or cannot be read

    @property
    def is_nothing(self) -> bool:
        return self.people == 0


def read_note(data_dir: Path) -> OwedNote | None:
    """None when it is missing or cannot be read: then something may be owed."""
    try:
        with (data_dir / NAME).open("rb") as file:
            note = msgspec.json.decode(file.read(_MOST_BYTES), type=OwedNote)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return note if note.schema == 1 and note.owed >= 0 else None


def owing(data_dirs: Iterable[Path]) -> Owing:
    """Where no store lies nobody owes anything. Whatever cannot be read counts as owed."""
    people = copies = unread = 0
    for data_dir in data_dirs:
        if not _holds_store(data_dir):
            continue
        note = read_note(data_dir)
        if note is None or note.owed:
            people += 1
            copies += note.owed if note is not None else 0
            unread += note is None
    return Owing(people=people, copies=copies, unread=unread)


def _holds_store(data_dir: Path) -> bool:
    try:
        return (data_dir / _STORE).exists()
    except OSError:
        return True
