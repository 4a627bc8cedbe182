"""Deletes what is due: intent, act, check, result. Source: VR-P4, VR-U5b, design: Deletion.

Each copy is claimed in its own row and deleted once, whichever processes run. What a crash interrupted is taken up by the
next run: the intent stands in the store, and every step may be repeated.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from app.actions.begun import DELETION, packed, unpacked
from app.actions.certificates import CertificateActions
from app.actions.cloud_copies.recording import record_cloud
from app.actions.cloud_copies.remainders import CloudRemainders
from app.actions.deadlines import stamp
from app.actions.errors import required
from app.actions.further import Sight
from app.actions.office import Office
from app.actions.outcomes import RECORDS, record_asked
from app.actions.removal import Removal
from app.actions.removed import Removed
from app.actions.settings import SettingsActions
from app.domain.causes import cause_of
from app.domain.copy import AskedWhy, CopyState, Location, OutsideCopy
from app.domain.deadline import acts_at, confirmation_over, warnings
from app.domain.deletion import Outcome, Residual
from app.domain.errors import AssistantError, EnvironmentLacking, InputError
from app.domain.events import Value
from app.domain.messages import Message, msg
from app.domain.moments import ClockJudgement, ClockState
from app.domain.ports import OneAtATime
from app.system.disk import free_bytes

INTENT: Final = DELETION
PATIENCE = 10.0  # seconds to wait for another process that deletes
LONGEST_WARNING = timedelta(days=4)  # Friday morning for a deadline on Monday night
HANDLED_ELSEWHERE = (Location.ELSEWHERE, Location.OFFICE365)
ROOM = 256 * 1024  # bytes that must be free before a deletion, and for each copy
ROOM_PER_COPY = 8 * 1024  # its intent, its result and its line on the declaration

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletionItem:
    copy: OutsideCopy
    outcome: Outcome
    method: str | None = None
    reason: Message | None = None
    residuals: tuple[Residual, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletionRun:
    dry_run: bool
    clock: ClockJudgement
    items: tuple[DeletionItem, ...]
    certificates: tuple[str, ...] = ()


class DeletionActions:
    def __init__(
        self,
        office: Office,
        settings: SettingsActions,
        removal: Removal,
        certificates: CertificateActions,
        turn: OneAtATime,
        remainders: CloudRemainders,
        patience: float = PATIENCE,
    ) -> None:
        self._office = office
        self._settings = settings
        self._removal = removal
        self._certificates = certificates
        self._turn = turn
        self._remainders = remainders
        self._patience = patience
        self._threads = threading.Lock()  # the turn keeps processes apart, not threads that share it

    def run_due(self, *, dry_run: bool = False) -> DeletionRun:
        """Delete every copy whose moment has come. Raises EnvironmentLacking when the record cannot be written: then
        nothing is deleted."""
        judgement = self._office.clock.judgement()
        if dry_run:
            items = tuple(self._foretell(copy, judgement) for copy in self._candidates(judgement.now))
            return DeletionRun(dry_run=True, clock=judgement, items=items)
        with self._our_turn():
            run = self._run(self._candidates(judgement.now), judgement)
            if judgement.state is ClockState.SUSPECT:
                return run
            return replace(run, certificates=(*run.certificates, *self._remainders.tend().certificates))

    def resume(self) -> int:
        """Finish what a process that died had begun to delete; returns how much. Called at every start: nothing is done
        while another process deletes, and what cannot be done now stays for the next run, shown by `doctor`."""
        with self._office.look() as session:
            if not session.notes.listing(INTENT):
                return 0
        try:
            with self._our_turn(patience=0.0):
                interrupted = self._interrupted()
                self._run(interrupted, self._office.clock.judgement())
                return len(interrupted)
        except AssistantError as error:
            log.warning("an interrupted deletion waits for the next run: %s", error.message.id)
            return 0

    def ask_ahead(self, zone: ZoneInfo) -> int:
        """From the first warning on: look whether a file that falls due was changed unseen, so that a person can answer
        before its deadline. Returns how many are asked about now."""
        now, margin = self._office.clock.now(), self._margin()
        with self._office.look() as session:
            near = session.copies.due_by(now + margin + LONGEST_WARNING)
        soon = [c for c in near if c.asked_why is None and self._is_warned_of(c, now, margin, zone)]
        changed = [copy for copy in soon if self._removal.was_changed_unseen(copy)]
        if changed:
            with self._office.change() as work:
                for copy in changed:
                    fresh = work.session.copies.get(copy.id)
                    if fresh.is_live and fresh.asked_why is None:
                        work.session.copies.update(record_asked(work, fresh))
        return len(changed)

    def _is_warned_of(self, copy: OutsideCopy, now: datetime, margin: timedelta, zone: ZoneInfo) -> bool:
        moment = _moment(copy, margin)
        return moment is not None and warnings(moment, zone)[0] <= now

    def delete_now(self, starts: Sequence[str], reason: str) -> DeletionRun:
        """Delete copies before their deadline, because a person says so. Time need not be trusted for that."""
        required(reason, "reason")
        with self._office.look() as session:
            copies = list({copy.id: copy for copy in map(session.copies.resolve, starts)}.values())
        for copy in copies:
            if not copy.is_live:
                raise InputError(msg("copy.deleted-already", id=copy.id))
            if self._is_a_persons(copy):
                raise InputError(msg("copy.attest", id=copy.id))
        with self._our_turn():
            done, certificates = self._delete(copies, "person")
        judgement = self._office.clock.judgement()
        return DeletionRun(dry_run=False, clock=judgement, items=tuple(done), certificates=certificates)

    def delete_under(self, agreement_start: str, reason: str) -> DeletionRun:
        """Delete now all that stands here under an agreement: its purpose is met, say. What is no file here stays."""
        with self._office.look() as session:
            agreement = session.agreements.resolve(agreement_start)
            copies = session.copies.of_agreement(agreement.id)
        here = [copy.id for copy in copies if copy.is_live and not self._is_a_persons(copy)]
        return self.delete_now(here, reason)

    def next_moment(self) -> datetime | None:
        """When the next copy falls due (its plan and IT's margin counted); None when none has an end."""
        with self._office.look() as session:
            due_at, planned_at = session.copies.earliest()
        moments = [] if due_at is None else [acts_at(due_at, None, self._margin())]
        return min([*moments, *([] if planned_at is None else [planned_at])], default=None)

    # -- which --------------------------------------------------------------------------------------------------------

    def _candidates(self, now: datetime) -> list[OutsideCopy]:
        margin = self._margin()
        with self._office.look() as session:
            near = session.copies.due_by(now + margin)
        copies = {c.id: c for c in near if (moment := _moment(c, margin)) is not None and moment <= now}
        copies |= {copy.id: copy for copy in self._interrupted()}
        return sorted(copies.values(), key=lambda copy: (copy.due_at or now, copy.id))

    def _interrupted(self) -> list[OutsideCopy]:
        with self._office.look() as session:
            found = [session.copies.find(key.removeprefix(INTENT)) for key in session.notes.listing(INTENT)]
        return [copy for copy in found if copy is not None and copy.is_live]

    def _margin(self) -> timedelta:
        return timedelta(hours=self._settings.number("deletion.margin_hours"))

    def _held_back(self, copy: OutsideCopy, judgement: ClockJudgement) -> DeletionItem | None:
        """Why a due copy is not deleted now; None when it is."""
        if judgement.state is ClockState.SUSPECT:
            reason = msg("deletion.waits-for-time")
            return DeletionItem(copy=copy, outcome=Outcome.WAITING_FOR_TIME, reason=reason)
        if self._is_a_persons(copy):
            return DeletionItem(copy=copy, outcome=Outcome.ASKED, reason=msg("deletion.asks-attest"))
        if (
            copy.asked_why is not None
            and copy.asked_at is not None
            and not confirmation_over(copy.asked_at, judgement.now)
        ):
            reason = msg("deletion.asks-past" if copy.asked_why is AskedWhy.PAST_DEADLINE else "deletion.asks-changed")
            return DeletionItem(copy=copy, outcome=Outcome.ASKED, reason=reason)
        return None

    def _is_a_persons(self, copy: OutsideCopy) -> bool:
        """Whether only a person can take it away and say so: no file here, and not followed in the cloud."""
        if copy.location not in HANDLED_ELSEWHERE:
            return False
        with self._office.look() as session:
            return not self._removal.is_followed(session, copy)

    def _foretell(self, copy: OutsideCopy, judgement: ClockJudgement) -> DeletionItem:
        held = self._held_back(copy, judgement)
        return held or DeletionItem(copy=copy, outcome=Outcome.WOULD_DELETE)

    # -- how ----------------------------------------------------------------------------------------------------------

    def _run(self, candidates: Sequence[OutsideCopy], judgement: ClockJudgement) -> DeletionRun:
        held_back = {c.id: item for c in candidates if (item := self._held_back(c, judgement)) is not None}
        done, certificates = self._delete([copy for copy in candidates if copy.id not in held_back], "due")
        order = {copy.id: number for number, copy in enumerate(candidates)}
        items = tuple(sorted((*held_back.values(), *done), key=lambda item: order[item.copy.id]))
        return DeletionRun(dry_run=False, clock=judgement, items=items, certificates=certificates)

    def _delete(self, copies: Sequence[OutsideCopy], claimant: str) -> tuple[list[DeletionItem], tuple[str, ...]]:
        """Agreement by agreement; trouble with one keeps no other from going. Raises the first error when all is done."""
        groups: dict[str, list[OutsideCopy]] = defaultdict(list)
        for copy in copies:
            groups[copy.agreement_id].append(copy)
        items: list[DeletionItem] = []
        certificates: list[str] = []
        first: AssistantError | None = None
        sight = self._removal.look(copies)
        for agreement_id, group in groups.items():
            try:
                done, certificate = self._delete_group(agreement_id, group, claimant, sight)
            except AssistantError as error:
                first = first or error
                continue
            items += done
            certificates += [] if certificate is None else [certificate]
        if first is not None:
            raise first
        return items, tuple(certificates)

    def _delete_group(
        self, agreement_id: str, group: Sequence[OutsideCopy], claimant: str, sight: Sight
    ) -> tuple[list[DeletionItem], str | None]:
        self._refuse_without_room(len(group))
        claimed, resumed = self._intend(group, claimant)
        removed = self._removal.remove(agreement_id, claimed, resumed, sight, self._note_acting)
        return self._record(agreement_id, removed)

    def _refuse_without_room(self, count: int) -> None:
        """No room for the record, no deletion: the intent alone is not the whole of it."""
        folder = self._office.store.path.parent
        try:
            free = free_bytes(folder)
        except OSError as error:
            raise EnvironmentLacking(msg("vault.disk-refused", path=str(folder), reason=cause_of(error))) from error
        if free < ROOM + count * ROOM_PER_COPY:
            raise EnvironmentLacking(msg("deletion.no-room", path=str(folder)))

    def _intend(self, group: Sequence[OutsideCopy], claimant: str) -> tuple[list[OutsideCopy], dict[str, Path | None]]:
        """Record what is about to be deleted. Also says of which the removal itself had been begun before, and where."""
        claimed: list[OutsideCopy] = []
        resumed: dict[str, Path | None] = {}
        with self._office.change() as work:
            for copy in group:
                if not work.session.copies.claim(copy.id, claimant, work.now):
                    continue
                fresh = work.session.copies.get(copy.id)
                note = work.session.notes.get(INTENT + copy.id)
                if isinstance(note, dict):
                    resumed[copy.id] = unpacked(note["path"])
                elif note is not None and fresh.location is Location.VAULT:
                    resumed[copy.id] = None
                if note is None:
                    work.session.notes.set(INTENT + copy.id, "intended")
                if fresh.state is not CopyState.BLOCKED:  # a retry is silent until something changes
                    work.note("deletion.intended", copy.id, project=copy.project_id, data=_intended(fresh))
                claimed.append(fresh)
        return claimed, resumed

    def _note_acting(self, copy: OutsideCopy, path: Path) -> None:
        """Before a file in its place goes. Only after this may a missing file be taken for our own doing: between intent
        and act somebody may have carried it away."""
        with self._office.change() as work:
            work.session.notes.set(INTENT + copy.id, {"path": packed(path)})

    def _record(self, agreement_id: str, removed: Sequence[Removed]) -> tuple[list[DeletionItem], str | None]:
        """Write down what was seen, with its journal entries and the declaration, in one change."""
        items = []
        with self._office.change() as work:
            for result in removed:
                fresh = work.session.copies.get(result.copy.id)
                work.session.copies.release_claim(fresh.id)
                work.session.notes.delete(INTENT + fresh.id)
                # What others changed meanwhile (a deadline that moved, say) stays; only the outcome is ours to write.
                seen = replace(fresh, original_method=result.copy.original_method)
                changed = RECORDS[result.outcome](work, seen, result)
                work.session.copies.update(changed)
                items.append(_item(changed, result))
            issued = self._certificates.issue_within(work, agreement_id, removed)
            record_cloud(work, removed, None if issued is None else issued.id)
        return items, None if issued is None else issued.id

    @contextmanager
    def _our_turn(self, patience: float | None = None) -> Iterator[None]:
        """One process deletes at a time; the system ends the turn of one that dies, so its claims are void."""
        patience = self._patience if patience is None else patience
        if not self._threads.acquire(timeout=patience):
            raise EnvironmentLacking(msg("deletion.busy"))
        try:
            self._wait_for_turn(patience)
            try:
                with self._office.look() as session:
                    stale = list(session.notes.listing(INTENT))
                if stale:
                    with self._office.change() as work:
                        for key in stale:
                            work.session.copies.release_claim(key.removeprefix(INTENT))
                yield
            finally:
                self._turn.release()
        finally:
            self._threads.release()

    def _wait_for_turn(self, patience: float) -> None:
        until = time.monotonic() + patience
        try:
            while not self._turn.try_acquire():
                if time.monotonic() >= until:
                    raise EnvironmentLacking(msg("deletion.busy"))
                time.sleep(0.05)  # another process's turn: the lock has no wake-up call
        except OSError as error:
            folder = self._office.store.path.parent
            reason = cause_of(error)
            raise EnvironmentLacking(msg("vault.disk-refused", path=str(folder), reason=reason)) from error


def _moment(copy: OutsideCopy, margin: timedelta) -> datetime | None:
    """When the assistant deletes it."""
    return copy.planned_at if copy.due_at is None else acts_at(copy.due_at, copy.planned_at, margin)


def _intended(copy: OutsideCopy) -> dict[str, Value]:
    return {
        "agreement": copy.agreement_id,
        "location": copy.location.value,
        "trigger": copy.trigger.value if copy.trigger else None,
        "due_at": stamp(copy.due_at),
    }


def _item(copy: OutsideCopy, removed: Removed) -> DeletionItem:
    return DeletionItem(
        copy=copy, outcome=removed.outcome, method=copy.method, reason=removed.reason, residuals=removed.residuals
    )
