"""Keeps the note of what this person still has to delete, for whoever removes the program. Source: VR-P4."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from app.actions.office import Office
from app.domain.finding import FindingState
from app.store import Session
from app.system.installation.owed import NAME, OwedNote, read_note


class OwedNotes:
    """`write`: puts the bytes in place of the file at once; it may raise OSError."""

    def __init__(self, office: Office, data_dir: Path, write: Callable[[Path, bytes], None]) -> None:
        self._office = office
        self._data_dir = data_dir
        self._write = write

    def note(self) -> None:
        """Written only when it changed. Raises EnvironmentLacking where the store cannot be read."""
        with self._office.look() as session:
            owed = owed_in(session, self._office.clock.now())
        if read_note(self._data_dir) == owed:
            return
        path = self._data_dir / NAME
        try:
            self._write(path, owed.packed())
        except OSError:
            # A missing note counts as owed; an old one could say that nothing is.
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)


def owed_in(session: Session, now: datetime) -> OwedNote:
    """All copies that still exist, and the files that wait for a client's answer in the vault."""
    copies = sum(group.copies for group in session.copies.standing(()))
    # What waits for an answer lies sealed in the vault, and goes when the answer is no.
    waiting = sum(found.files for found in session.findings.standing(now) if found.state is FindingState.WAITING)
    return OwedNote(owed=copies + waiting, next_due=session.copies.earliest()[0])
