"""Deletes what is due: intent, act, check, result. Source: VR-P4, VR-U5b, design: Deletion.

Each copy is claimed in its own row and deleted once, whichever processes run. What a crash interrupted is taken up by the
next run: the intent stands in the store, and every step may be repeated.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from app.actions.certificates import CertificateActions
from app.actions.deadlines import stamp
from app.actions.errors import required
from app.actions.office import Office, Work
from app.actions.removal import Removal, Removed
from app.actions.settings import SettingsActions
from app.domain.copy import AskedWhy, CopyState, Location, OutsideCopy
from app.domain.deadline import acts_at, confirmation_over
from app.domain.deletion import Outcome, Residual
from app.domain.errors import EnvironmentLacking, InputError
from app.domain.messages import Message, msg
from app.domain.moments import ClockJudgement, ClockState
from app.domain.ports import OneAtATime

INTENT = "deletion."
PATIENCE = 10.0  # seconds to wait for another process that deletes
HANDLED_ELSEWHERE = (Location.ELSEWHERE, Location.OFFICE365)


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
    ) -> None:
        self._office = office
        self._settings = settings
        self._removal = removal
        self._certificates = certificates
        self._turn = turn

    def run_due(self, *, dry_run: bool = False) -> DeletionRun:
        """Delete every copy whose moment has come. Raises EnvironmentLacking when the record cannot be written: then
        nothing is deleted."""
        judgement = self._office.clock.judgement()
        if dry_run:
            items = tuple(self._foretell(copy, judgement) for copy in self._candidates(judgement.now))
            return DeletionRun(dry_run=True, clock=judgement, items=items)
        with self._our_turn():
            candidates = self._candidates(judgement.now)
            held_back = {c.id: item for c in candidates if (item := self._held_back(c, judgement)) is not None}
            due = [copy for copy in candidates if copy.id not in held_back]
            done, certificates = self._delete(due, "due")
        order = {copy.id: number for number, copy in enumerate(candidates)}
        items = tuple(sorted((*held_back.values(), *done), key=lambda item: order[item.copy.id]))
        return DeletionRun(dry_run=False, clock=judgement, items=items, certificates=certificates)

    def delete_now(self, starts: Sequence[str], reason: str) -> DeletionRun:
        """Delete copies before their deadline, because a person says so. Time need not be trusted for that."""
        required(reason, "reason")
        with self._office.look() as session:
            copies = [session.copies.resolve(start) for start in starts]
        for copy in copies:
            if not copy.is_live:
                raise InputError(msg("copy.deleted-already", id=copy.id))
            if copy.location in HANDLED_ELSEWHERE:
                raise InputError(msg("copy.attest", id=copy.id))
        with self._our_turn():
            done, certificates = self._delete(copies, "person")
        judgement = self._office.clock.judgement()
        return DeletionRun(dry_run=False, clock=judgement, items=tuple(done), certificates=certificates)

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
            interrupted = {key.removeprefix(INTENT) for key in session.notes.listing(INTENT)}
            copies = {copy.id: copy for copy in near if copy.is_live and self._is_due(copy, now)}
            for copy_id in interrupted - set(copies):
                copy = session.copies.get(copy_id)
                if copy.is_live:
                    copies[copy_id] = copy
        return sorted(copies.values(), key=lambda copy: (copy.due_at or now, copy.id))

    def _is_due(self, copy: OutsideCopy, now: datetime) -> bool:
        moment = self._moment(copy)
        return moment is not None and moment <= now

    def _moment(self, copy: OutsideCopy) -> datetime | None:
        if copy.due_at is None:
            return copy.planned_at
        return acts_at(copy.due_at, copy.planned_at, self._margin())

    def _margin(self) -> timedelta:
        return timedelta(hours=self._settings.number("deletion.margin_hours"))

    def _held_back(self, copy: OutsideCopy, judgement: ClockJudgement) -> DeletionItem | None:
        """Why a due copy is not deleted now; None when it is."""
        if judgement.state is ClockState.SUSPECT:
            reason = msg("deletion.waits-for-time")
            return DeletionItem(copy=copy, outcome=Outcome.WAITING_FOR_TIME, reason=reason)
        if copy.location in HANDLED_ELSEWHERE:
            return DeletionItem(copy=copy, outcome=Outcome.ASKED, reason=msg("deletion.asks-attest"))
        if (
            copy.asked_why is not None
            and copy.asked_at is not None
            and not confirmation_over(copy.asked_at, judgement.now)
        ):
            reason = msg("deletion.asks-past" if copy.asked_why is AskedWhy.PAST_DEADLINE else "deletion.asks-changed")
            return DeletionItem(copy=copy, outcome=Outcome.ASKED, reason=reason)
        return None

    def _foretell(self, copy: OutsideCopy, judgement: ClockJudgement) -> DeletionItem:
        held = self._held_back(copy, judgement)
        return held or DeletionItem(copy=copy, outcome=Outcome.WOULD_DELETE)

    # -- how ----------------------------------------------------------------------------------------------------------

    def _delete(self, copies: Sequence[OutsideCopy], claimant: str) -> tuple[list[DeletionItem], tuple[str, ...]]:
        groups: dict[str, list[OutsideCopy]] = defaultdict(list)
        for copy in copies:
            groups[copy.agreement_id].append(copy)
        items: list[DeletionItem] = []
        certificates: list[str] = []
        for agreement_id, group in groups.items():
            claimed, resumed = self._intend(group, claimant)
            removed = self._removal.remove(agreement_id, claimed, resumed)
            items += [self._record(result) for result in removed]
            certificate = self._certificates.issue(agreement_id, removed)
            if certificate is not None:
                certificates.append(certificate.id)
        return items, tuple(certificates)

    def _intend(self, group: Sequence[OutsideCopy], claimant: str) -> tuple[list[OutsideCopy], set[str]]:
        """Record what is about to be deleted. No room for the record, no deletion. Also says which were begun before."""
        claimed, resumed = [], set()
        with self._office.change() as work:
            for copy in group:
                if not work.session.copies.claim(copy.id, claimant, work.now):
                    continue
                fresh = work.session.copies.get(copy.id)
                if not fresh.is_live:
                    continue
                if work.session.notes.get(INTENT + copy.id) is not None:
                    resumed.add(copy.id)
                work.session.notes.set(INTENT + copy.id, claimant)
                work.note(
                    "deletion.intended",
                    copy.id,
                    project=copy.project_id,
                    data={
                        "agreement": copy.agreement_id,
                        "location": copy.location.value,
                        "trigger": copy.trigger.value if copy.trigger else None,
                        "due_at": stamp(copy.due_at),
                    },
                )
                claimed.append(fresh)
        return claimed, resumed

    def _record(self, removed: Removed) -> DeletionItem:
        """Write down what was seen, in one transaction with its journal entry."""
        copy = removed.copy
        with self._office.change() as work:
            work.session.copies.release_claim(copy.id)
            work.session.notes.delete(INTENT + copy.id)
            changed = _RECORDS[removed.outcome](work, removed)
            work.session.copies.update(changed)
        return DeletionItem(
            copy=changed,
            outcome=removed.outcome,
            method=changed.method,
            reason=removed.reason,
            residuals=removed.residuals,
        )

    @contextmanager
    def _our_turn(self) -> Iterator[None]:
        """One process deletes at a time; the system ends the turn of one that dies, so its claims are void."""
        until = time.monotonic() + PATIENCE
        while not self._turn.try_acquire():
            if time.monotonic() > until:
                raise EnvironmentLacking(msg("deletion.busy"))
            time.sleep(0.05)  # another process's turn: the lock has no wake-up call
        try:
            with self._office.change() as work:
                for key in work.session.notes.listing(INTENT):
                    work.session.copies.release_claim(key.removeprefix(INTENT))
            yield
        finally:
            self._turn.release()


def _record_deleted(work: Work, removed: Removed) -> OutsideCopy:
    copy = removed.copy
    method = removed.method.value if removed.method else None
    late = max(0, int((work.now - copy.due_at).total_seconds())) if copy.due_at else 0
    work.note(
        "copy.deleted",
        copy.id,
        project=copy.project_id,
        data={
            "method": method,
            "agreement": copy.agreement_id,
            "residuals": len(removed.residuals),
            "seconds_late": late,
        },
    )
    return replace(
        copy,
        state=CopyState.DELETED,
        deleted_at=work.now,
        method=method,
        blocked_by=None,
        asked_why=None,
        asked_at=None,
    )


def _record_blocked(work: Work, removed: Removed) -> OutsideCopy:
    copy = removed.copy
    if (
        copy.state is not CopyState.BLOCKED or copy.blocked_by != removed.blocked_by
    ):  # a retry that changes nothing is silent
        work.note("deletion.blocked", copy.id, project=copy.project_id, outcome="failed", data={"reason": "held"})
    return replace(copy, state=CopyState.BLOCKED, blocked_by=removed.blocked_by)


def _record_asked(work: Work, removed: Removed) -> OutsideCopy:
    copy = removed.copy
    work.note("copy.asked", copy.id, project=copy.project_id, data={"why": AskedWhy.CHANGED.value})
    return replace(copy, state=CopyState.ASKED, asked_why=AskedWhy.CHANGED, asked_at=work.now)


def _record_missing(work: Work, removed: Removed) -> OutsideCopy:
    copy = removed.copy
    work.note("copy.not-proven", copy.id, project=copy.project_id, outcome="failed", data={"reason": "missing"})
    return replace(copy, state=CopyState.NOT_PROVEN)


_RECORDS: Final[Mapping[Outcome, Callable[[Work, Removed], OutsideCopy]]] = MappingProxyType(
    {
        Outcome.DELETED: _record_deleted,
        Outcome.BLOCKED: _record_blocked,
        Outcome.ASKED: _record_asked,
        Outcome.MISSING: _record_missing,
    }
)
