"""What was begun and must be finished if its process dies: kept as notes in the store, with the process that began it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Final

from app.actions.office import Work
from app.store import Session
from app.system.processes import is_alive, own_token

DELETION: Final = "deletion."  # the intent to delete a copy: one note a copy, taken up by the next deletion


class Begun(StrEnum):
    SEALING = "sealing."  # a sealed file that no record knows: not yet, or not any more
    ORIGINAL = "original."  # the record stands; the plain original is still to be removed
    OPENING = "opening."  # plain text of a copy is being written
    ERASING = "erasing."  # a found file is being deleted
    RETURNING = "returning."  # the same, because it went back to the client
    FURTHER = "further."  # a further copy of something deleted is going


def packed(path: Path | str) -> str:
    """A path as a note holds it: any bytes, as hexadecimal digits."""
    return str(path).encode("utf-8", "surrogateescape").hex()


def unpacked(text: str) -> Path:
    return Path(bytes.fromhex(text).decode("utf-8", "surrogateescape"))


def begin(work: Work, what: Begun, subject: str, path: Path | str = "") -> None:
    work.session.notes.set(what + subject, {"process": own_token(), "path": packed(path)})


def end(work: Work, what: Begun, subject: str) -> None:
    work.session.notes.delete(what + subject)


def left_behind(session: Session, what: Begun, *, by_anyone: bool = False) -> dict[str, Path]:
    """Subjects and paths of what dead processes began; `by_anyone`: and living ones, this one among them."""
    notes = session.notes.listing(what.value)
    return {
        key.removeprefix(what.value): unpacked(note["path"])
        for key, note in notes.items()
        if by_anyone or not is_alive(note["process"])
    }


def is_under_way(session: Session, what: Begun, subject: str) -> bool:
    """Whether a living process is at it."""
    note = session.notes.get(what + subject)
    return note is not None and is_alive(note["process"])


def is_being_deleted(session: Session, copy_id: str) -> bool:
    """Whether a deletion of this copy was begun and its outcome is not recorded yet."""
    return session.notes.get(DELETION + copy_id) is not None


def is_anything_begun(session: Session) -> bool:
    """Whether any process, this one or another, has something under way or left behind."""
    prefixes = (*(what.value for what in Begun), DELETION)
    return any(session.notes.listing(prefix) for prefix in prefixes)
