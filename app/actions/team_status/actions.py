"""The team's status for window, commands and guard: one door to telling, reading and showing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.actions.team_status.views import Looks, Readers, RecordPreview, SentRecord
from app.domain.team_view import TeamStatus


class TeamStatusActions:
    """Methods may take seconds (they ask the remote), unless said otherwise: never on the window's thread."""

    def status(self, *, refresh: bool = True) -> TeamStatus:
        """The team as far as this person may see it. `refresh` False: what this laptop knows already, without the remote.
        A remote that cannot be reached is a notice, never an error."""
        raise NotImplementedError

    def preview(self) -> RecordPreview:
        """The record as it would be sent now. Asks no remote."""
        raise NotImplementedError

    def publish(self) -> SentRecord | None:
        """Send the record now if it is due. None: there was nothing to tell. Raises EnvironmentLacking."""
        raise NotImplementedError

    def report(self, target: Path, start: date | None = None, end: date | None = None) -> TeamStatus:
        """Write the report (.pdf, .csv, .json). Raises InputError."""
        raise NotImplementedError

    def what_was_sent(self) -> tuple[SentRecord, ...]:
        """What this laptop sent, latest first, at most 90 days back. Asks no remote."""
        raise NotImplementedError

    def who_can_read(self) -> Readers:
        raise NotImplementedError

    def who_looked(self) -> Looks:
        """Asks no remote: what the leads' own records told when they were last read."""
        raise NotImplementedError

    # accept(device, fingerprint) and retire(device, reason) stay with `TeamActions` (assistant.team).
