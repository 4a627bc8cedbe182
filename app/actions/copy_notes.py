"""What is remembered of a copy beside its record, until it is deleted."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from app.actions.begun import Begun, packed, unpacked
from app.actions.office import Work
from app.store import Session

LINKS: Final = "links."  # how many other names the original's content kept when it was removed
MOVED_FROM: Final = "moved-from."  # agreements under whose keys it was sealed before
EARLIER_PLACES: Final = "places."  # where it was checked out before the last time
IN_USE: Final = "in-use."  # the last look that did not find the check-out free
WARNED: Final = "warned."  # by `deadline_list`: the last warning


def moved_from(session: Session, copy_id: str) -> list[str]:
    """Agreements that the copy was under before."""
    return list(session.notes.get(MOVED_FROM + copy_id) or ())


def note_moved_from(work: Work, copy_id: str, agreement_id: str) -> None:
    """Remember under which agreement's key the copy was sealed before."""
    known = moved_from(work.session, copy_id)
    work.session.notes.set(MOVED_FROM + copy_id, list(dict.fromkeys([*known, agreement_id])))


def earlier_places(session: Session, copy_id: str) -> list[Path]:
    """Where the copy was checked out before the last time."""
    kept = session.notes.get(EARLIER_PLACES + copy_id) or ()
    return [unpacked(place) for place in kept]


def add_earlier_place(work: Work, copy_id: str, path: str) -> None:
    """Remember where the copy was out, before another place takes the one column of its record."""
    key = EARLIER_PLACES + copy_id
    work.session.notes.set(key, list(dict.fromkeys([*(work.session.notes.get(key) or ()), packed(path)])))


def forget_notes(work: Work, copy_id: str) -> None:
    """The copy is gone: nothing more is remembered of it than its record."""
    for note in (LINKS, MOVED_FROM, EARLIER_PLACES, IN_USE, WARNED, Begun.OPENING.value, Begun.ORIGINAL.value):
        work.session.notes.delete(note + copy_id)
