"""The deletion guard: when due copies are deleted, tried again, and warned of. Source: VR-P4, VR-U5b, VT-T2.

What is due, and how it goes, is the actions' business; deadlines are moments in the store, so a night's sleep or a restart
only means that the next check comes late.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from app.domain.copy import OutsideCopy
from app.domain.deletion import Outcome
from app.domain.messages import Message, msg
from app.domain.rules import GuardReport, RuleState, Stage

INTERVAL = timedelta(minutes=1)
RETRIES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60))


class Item(Protocol):
    @property
    def copy(self) -> OutsideCopy: ...

    @property
    def outcome(self) -> Outcome: ...


class Run(Protocol):
    @property
    def items(self) -> Sequence[Item]: ...


class DeletionActions(Protocol):
    """All raise EnvironmentLacking when the record cannot be read or written; then nothing is deleted."""

    def run_due(self, *, dry_run: bool = False) -> Run: ...

    def next_moment(self) -> datetime | None:
        """When the next copy falls due; a moment in the past while one is due already. None: no end is known."""
        ...


class Warnings(Protocol):
    def warnings_due(self) -> tuple[OutsideCopy, ...]:
        """Copies whose latest warning was not given yet."""
        ...

    def mark_warned(self, copies: tuple[OutsideCopy, ...]) -> None: ...


class DeletionGuard:
    """`warn(copies)` shows a warning and says whether somebody was there to see it; if not, it is tried again. `stage`: how
    far IT lets it go: watch, warn, act."""

    name = "deletion"
    requirements = ("VR-P4", "VR-U5b", "VT-T2")
    interval = INTERVAL

    def __init__(
        self,
        actions: DeletionActions,
        warnings: Warnings | None = None,
        warn: Callable[[Sequence[OutsideCopy]], bool] | None = None,
        stage: Callable[[], Stage] = lambda: Stage.ACT,
    ) -> None:
        self._actions = actions
        self._stage = stage
        self._warnings = warnings
        self._warn = warn
        self._must_run = True  # at the start: what fell due meanwhile, and what a crash interrupted
        self._failed: frozenset[str] = frozenset()  # ids of copies that could not be deleted
        self._retries = 0
        self._retry_at: datetime | None = None
        self._last: tuple[Item, ...] = ()

    def listen(self, wake: Callable[[], None]) -> None:
        """Nothing is heard between checks: due moments stand in the store."""

    def resumed(self) -> None:
        self._must_run = True

    def close(self) -> None:
        """Nothing is held."""

    def check(self, now: datetime) -> GuardReport:
        stage = self._stage()
        if stage is not Stage.WATCH:
            self._give_warnings()
        moment = self._actions.next_moment()
        if stage is not Stage.ACT:
            return self._only_watching(moment, now)
        if self._is_time(moment, now):
            self._run(now)
            moment = self._actions.next_moment()
        elif moment is None or moment > now:
            self._last, self._failed = (), frozenset()
        state, sentence = self._state(moment, now)
        return GuardReport(guard=self.name, state=state, sentence=sentence, next_check_at=self._next(moment, now))

    def _only_watching(self, moment: datetime | None, now: datetime) -> GuardReport:
        """IT has not let this guard act yet: what is due is shown, and a person deletes it."""
        is_due = moment is not None and moment <= now
        state = RuleState.OVERDUE if is_due else RuleState.OK
        sentence = msg("deletion.guard-due-by-hand") if is_due else msg("deletion.guard-watches")
        return GuardReport(guard=self.name, state=state, sentence=sentence, next_check_at=now + INTERVAL)

    def _is_time(self, moment: datetime | None, now: datetime) -> bool:
        if self._must_run:
            return True
        if moment is None or moment > now:
            return False
        if self._retry_at is not None and now >= self._retry_at:
            return True
        # One that fails must not keep another waiting that falls due meanwhile.
        due = self._actions.run_due(dry_run=True).items
        self._last = tuple(item for item in due if item.outcome is not Outcome.WOULD_DELETE) + self._still_failing()
        return any(item.outcome is Outcome.WOULD_DELETE and item.copy.id not in self._failed for item in due)

    def _run(self, now: datetime) -> None:
        run = self._actions.run_due()
        self._must_run = False
        failed = frozenset(item.copy.id for item in run.items if item.outcome is Outcome.BLOCKED)
        self._retries = self._retries + 1 if failed and failed <= self._failed else 0
        self._failed = failed
        self._retry_at = now + RETRIES[min(self._retries, len(RETRIES) - 1)] if failed else None
        self._last = tuple(run.items)

    def _still_failing(self) -> tuple[Item, ...]:
        return tuple(item for item in self._last if item.copy.id in self._failed)

    def _give_warnings(self) -> None:
        if self._warnings is None or self._warn is None:
            return
        copies = self._warnings.warnings_due()
        if copies and self._warn(copies):
            self._warnings.mark_warned(copies)

    def _state(self, moment: datetime | None, now: datetime) -> tuple[RuleState, Message]:
        """The gravest of what the last run met."""
        failed = [item.copy for item in self._last if item.outcome is Outcome.BLOCKED]
        if failed:
            is_late = any(copy.due_at is not None and copy.due_at <= now for copy in failed)
            state = RuleState.OVERDUE if is_late else RuleState.ATTENTION
            return state, msg("deletion.guard-blocked", n=len(failed))
        for outcome, sentence in (
            (Outcome.WAITING_FOR_TIME, msg("deletion.guard-time", n=self._count(Outcome.WAITING_FOR_TIME))),
            (Outcome.MISSING, msg("deletion.guard-not-proven", n=self._count(Outcome.MISSING))),
            (Outcome.ASKED, msg("deletion.guard-asks", n=self._count(Outcome.ASKED))),
        ):
            if self._count(outcome):
                return RuleState.ATTENTION, sentence
        if moment is not None and moment > now:
            return RuleState.OK, msg("deletion.guard-next", at=moment)
        return RuleState.OK, msg("deletion.guard-none")

    def _count(self, outcome: Outcome) -> int:
        return sum(item.outcome is outcome for item in self._last)

    def _next(self, moment: datetime | None, now: datetime) -> datetime:
        moments = [m for m in (moment, self._retry_at) if m is not None and m > now]
        return min([*moments, now + INTERVAL])
