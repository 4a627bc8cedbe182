"""The guards: which there are, and which of the actions each gets. They act as "guard" in the journal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from app.domain.copy import OutsideCopy
from app.domain.locking import LockNotice
from app.domain.rules import Stage
from app.wiring.overviews import OverviewLayer

if TYPE_CHECKING:
    from app.actions.deletion import DeletionActions
    from app.actions.owed_note import OwedNotes
    from app.actions.past_removals import PastRemovals
    from app.actions.working_files import WorkingFileActions
    from app.guards.guard import Guard

# Shows a warning of coming deletions; says whether somebody was there to see it.
Warn = Callable[[Sequence[OutsideCopy]], bool]
# Shows that the screen is about to be locked, or is kept open by a call; None takes it away. Returns at once.
ShowLock = Callable[["LockNotice | None"], None]


class GuardWiring:
    """Makes the guards of `parts`, new ones each time. `warn` and `show_lock` show a person what is about to happen."""

    def __init__(self, parts: OverviewLayer, warn: Warn | None = None, show_lock: ShowLock | None = None) -> None:
        self._parts = parts
        self._warn = warn
        self._show_lock = show_lock

    def all(self) -> tuple[Guard, ...]:
        self._parts.rest_between_looks()
        deletion = self._parts.deletion_by(self._parts.office.as_guard())
        return (
            self._upkeep(deletion),
            self._copies(),
            self._check_outs(),
            self._cards(),
            self._documents(),
            self._cloud_copies(),
            self._team_status(),
            self._idle_lock(),
            self._health(),
            self._deletion(deletion),
        )

    def _upkeep(self, deletion: DeletionActions) -> Guard:
        from app.actions.alive import GuardsAlive
        from app.guards.upkeep import UpkeepGuard
        from app.system.language import local_zone

        return UpkeepGuard(
            self._parts.clock.keep,
            GuardsAlive(self._parts.office.as_guard()).note,
            self._parts.housekeeping.after_start,
            self._parts.housekeeping.purge,
            lambda: deletion.ask_ahead(local_zone()),
            self._note_owed,
        )

    def _note_owed(self) -> None:
        self._past_removals.take_up()
        self._owed_notes.note()
        self._working_files.note()

    @cached_property
    def _owed_notes(self) -> OwedNotes:
        from app.actions.owed_note import OwedNotes
        from app.system.files import write_atomically

        return OwedNotes(self._parts.office.as_guard(), self._parts.directory.root, write_atomically)

    @cached_property
    def _working_files(self) -> WorkingFileActions:
        return self._parts.working_files_by(self._parts.office.as_guard())

    @cached_property
    def _past_removals(self) -> PastRemovals:
        from app.actions.past_removals import PastRemovals
        from app.system.installation import past_removals

        return PastRemovals(self._parts.office.as_guard(), past_removals)

    def _copies(self) -> Guard:
        from app.actions.intake import Intake
        from app.guards.copies.guard import CopiesGuard, Surroundings
        from app.guards.copies.pausing import PausedScans
        from app.system.sessions import RemoteSessions
        from app.system.watch import file_probe, folder_watcher

        parts = self._parts
        around = Surroundings(
            watcher=folder_watcher,
            probe=file_probe(),
            files=parts.files,
            is_settled_open=parts.files.settled_open,
            power=PausedScans(parts.power, lambda: parts.settings.flag("copies.pause_on_battery_saver")),
            places=parts.places,
            mount_points=parts.places.removable_drives,
            session_hosts=RemoteSessions().hosts,
        )
        intake = Intake(parts.office.as_guard(), parts.settings)
        return CopiesGuard(intake, parts.detector, around, self._reconcile_every, parts.pause.until)

    def _reconcile_every(self) -> timedelta:
        return timedelta(minutes=self._parts.settings.number("copies.reconcile_minutes"))

    def _check_outs(self) -> Guard:
        from app.guards.check_outs import CheckOutGuard

        return CheckOutGuard(self._parts.vault)

    def _cards(self) -> Guard:
        from app.guards.team_cards import CardGuard

        return CardGuard(self._parts.cards, lambda: self._parts.team.device, self._parts.look_at_remote)

    def _cloud_copies(self) -> Guard:
        from app.guards.cloud_copies import CloudCopyGuard

        office = self._parts.office.as_guard()
        audience = self._parts.audience_by(office)
        return CloudCopyGuard(self._parts.cloud_remainders_by(office), audience.look_when_due)

    def _team_status(self) -> Guard:
        from app.guards.team_status import TeamStatusGuard

        return TeamStatusGuard(self._parts.team_status_by(self._parts.office.as_guard()))

    def _documents(self) -> Guard:
        from app.guards.documents import DocumentGuard
        from app.system.watch import folder_watcher

        return DocumentGuard(self._parts.documents_by(self._parts.office.as_guard()), folder_watcher)

    def _idle_lock(self) -> Guard:
        from app.actions.locking import LockActions
        from app.guards.idle_lock import IdleLockGuard, Signs
        from app.system.idle.simulators import simulates_input
        from app.system.session_events import session_events

        parts = self._parts
        signs = Signs(presence=parts.presence.read, simulates=simulates_input, events=session_events)
        if self._show_lock is not None:
            signs = replace(signs, tell=self._show_lock)
        locking = LockActions(parts.office.as_guard, parts.session_lock)
        return IdleLockGuard(parts.idle_clock, locking, parts.vault, parts.lock_terms, signs)

    def _health(self) -> Guard:
        from app.guards.health import HealthGuard

        return HealthGuard(self._parts.health_as_guard)

    def _deletion(self, deletion: DeletionActions) -> Guard:
        from app.guards.deletion import DeletionGuard

        return DeletionGuard(deletion, self._parts.deadlines, self._warn, self._deletion_stage)

    def _deletion_stage(self) -> Stage:
        return Stage(self._parts.settings.text("stage.deletion"))
