"""When the deletion guard acts, tries again and warns. VR-P4, VR-U5b, VT-T2."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.copy import Location, OutsideCopy
from app.domain.deletion import Outcome
from app.domain.errors import EnvironmentLacking
from app.domain.messages import msg
from app.domain.moments import ClockState
from app.domain.rules import GuardReport, RuleState
from app.guards.deletion import RETRIES, DeletionGuard
from tests.fakes import START, FakeClock
from tests.guards.fakes import SteadyTicks

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class DeletionItem:
    copy: OutsideCopy
    outcome: Outcome


@dataclass(frozen=True)
class DeletionRun:
    items: tuple[DeletionItem, ...]


class FakeDeletion:
    """Due copies with how their deletion goes; keeps the contract of the actions."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.copies: dict[str, OutsideCopy] = {}
        self.ways: dict[str, Outcome] = {}
        self.runs: list[datetime] = []
        self.deleted: dict[str, datetime] = {}
        self.error: EnvironmentLacking | None = None

    def add(self, id_: str, due_at: datetime, way: Outcome = Outcome.DELETED) -> None:
        self.copies[id_] = OutsideCopy(
            id=id_,
            project_id="p",
            agreement_id="a",
            location=Location.VAULT,
            name="n",
            created_at=START,
            due_at=due_at,
        )
        self.ways[id_] = way

    def next_moment(self) -> datetime | None:
        return min((copy.due_at for copy in self.copies.values() if copy.due_at is not None), default=None)

    def run_due(self, *, dry_run: bool = False) -> DeletionRun:
        if self.error is not None:
            raise self.error
        now = self.clock.now()
        due = [copy for copy in self.copies.values() if copy.due_at is not None and copy.due_at <= now]
        items = tuple(DeletionItem(copy, self._outcome(copy, dry_run=dry_run)) for copy in due)
        if not dry_run:
            self.runs.append(now)
            for item in items:
                self._carry_out(item, now)
        return DeletionRun(items)

    def _outcome(self, copy: OutsideCopy, *, dry_run: bool) -> Outcome:
        if self.clock.state is ClockState.SUSPECT:
            return Outcome.WAITING_FOR_TIME
        way = self.ways[copy.id]
        return Outcome.WOULD_DELETE if dry_run and way is not Outcome.ASKED else way

    def _carry_out(self, item: DeletionItem, now: datetime) -> None:
        if item.outcome in (Outcome.DELETED, Outcome.MISSING):
            del self.copies[item.copy.id]
            self.deleted[item.copy.id] = now


@pytest.fixture
def actions(clock: FakeClock) -> FakeDeletion:
    return FakeDeletion(clock)


@pytest.fixture
def guard(actions: FakeDeletion) -> DeletionGuard:
    return DeletionGuard(actions)


def live(guard: DeletionGuard, clock: FakeClock, period: timedelta) -> GuardReport:
    """Check as the runner would, for a while."""
    end = clock.now() + period
    report = guard.check(clock.now())
    while report.next_check_at is not None and report.next_check_at <= end:
        assert report.next_check_at > clock.now()
        clock.moment = report.next_check_at
        report = guard.check(clock.now())
    clock.moment = end
    return report


def test_what_fell_due_meanwhile_is_deleted_at_the_start(
    guard: DeletionGuard, actions: FakeDeletion, clock: FakeClock
) -> None:
    """VR-P4: also when the laptop slept through the deadline."""
    actions.add("a", clock.now() - HOUR)
    report = guard.check(clock.now())
    assert actions.deleted == {"a": clock.now()}
    assert report.state is RuleState.OK


def test_a_run_takes_up_what_a_crash_interrupted_even_when_nothing_is_due(
    guard: DeletionGuard, actions: FakeDeletion, clock: FakeClock
) -> None:
    guard.check(clock.now())
    assert len(actions.runs) == 1


@given(st.lists(st.integers(1, 20_000), min_size=1, max_size=8))
def test_every_copy_is_deleted_at_its_moment(seconds: list[int]) -> None:
    clock = FakeClock()
    actions = FakeDeletion(clock)
    guard = DeletionGuard(actions)
    for number, second in enumerate(seconds):
        actions.add(str(number), START + timedelta(seconds=second))
    live(guard, clock, timedelta(hours=6))
    assert actions.deleted == {str(n): START + timedelta(seconds=second) for n, second in enumerate(seconds)}


def test_nothing_is_run_while_nothing_is_due(guard: DeletionGuard, actions: FakeDeletion, clock: FakeClock) -> None:
    actions.add("a", clock.now() + timedelta(days=7))
    report = live(guard, clock, timedelta(days=1))
    assert len(actions.runs) == 1
    assert (report.state, report.sentence.id) == (RuleState.OK, "deletion.guard-next")


def test_a_blocked_copy_is_tried_again_ever_less_often(
    guard: DeletionGuard, actions: FakeDeletion, clock: FakeClock
) -> None:
    actions.add("a", clock.now(), Outcome.BLOCKED)
    report = live(guard, clock, timedelta(hours=4))
    gaps = [later - earlier for earlier, later in zip(actions.runs, actions.runs[1:], strict=False)]
    assert gaps == [*RETRIES, RETRIES[-1], RETRIES[-1]]
    assert (report.state, report.sentence.arguments["n"]) == (RuleState.OVERDUE, 1)


def test_a_blocked_copy_does_not_keep_another_waiting(
    guard: DeletionGuard, actions: FakeDeletion, clock: FakeClock
) -> None:
    actions.add("blocked", clock.now(), Outcome.BLOCKED)
    live(guard, clock, timedelta(hours=2))
    due = clock.now() + timedelta(minutes=7)
    actions.add("later", due)
    live(guard, clock, timedelta(minutes=30))
    assert actions.deleted["later"] - due <= timedelta(minutes=1)


def test_a_copy_that_is_free_again_goes_at_the_next_try(
    guard: DeletionGuard, actions: FakeDeletion, clock: FakeClock
) -> None:
    actions.add("a", clock.now(), Outcome.BLOCKED)
    live(guard, clock, timedelta(minutes=2))
    actions.ways["a"] = Outcome.DELETED
    report = live(guard, clock, timedelta(minutes=10))
    assert "a" in actions.deleted
    assert report.state is RuleState.OK


def test_a_copy_planned_early_that_is_blocked_is_not_called_overdue(
    guard: DeletionGuard, actions: FakeDeletion, clock: FakeClock
) -> None:
    actions.add("a", clock.now(), Outcome.BLOCKED)
    run_due = actions.run_due

    def planned(*, dry_run: bool = False) -> DeletionRun:
        run = run_due(dry_run=dry_run)
        later = clock.now() + timedelta(days=2)
        return replace(run, items=tuple(replace(i, copy=replace(i.copy, due_at=later)) for i in run.items))

    actions.run_due = planned  # type: ignore[method-assign]  # the same answer with a later deadline
    assert guard.check(clock.now()).state is RuleState.ATTENTION


def test_while_the_time_is_suspect_the_state_says_so(
    guard: DeletionGuard, actions: FakeDeletion, clock: FakeClock
) -> None:
    """VT-T2"""
    actions.add("a", clock.now())
    clock.state = ClockState.SUSPECT
    report = live(guard, clock, timedelta(minutes=30))
    assert actions.deleted == {}
    assert (report.state, report.sentence.id) == (RuleState.ATTENTION, "deletion.guard-time")
    clock.state = ClockState.TRUSTED
    live(guard, clock, timedelta(minutes=2))
    assert "a" in actions.deleted


@pytest.mark.parametrize(
    ("way", "sentence"), [(Outcome.ASKED, "deletion.guard-asks"), (Outcome.MISSING, "deletion.guard-not-proven")]
)
def test_what_needs_a_person_asks_for_attention(
    guard: DeletionGuard, actions: FakeDeletion, clock: FakeClock, way: Outcome, sentence: str
) -> None:
    actions.add("a", clock.now(), way)
    report = guard.check(clock.now())
    assert (report.state, report.sentence.id) == (RuleState.ATTENTION, sentence)


def test_an_answer_is_acted_on_within_a_minute(guard: DeletionGuard, actions: FakeDeletion, clock: FakeClock) -> None:
    actions.add("a", clock.now(), Outcome.ASKED)
    live(guard, clock, timedelta(hours=3))
    answered = clock.now()
    actions.ways["a"] = Outcome.DELETED
    live(guard, clock, timedelta(minutes=3))
    assert actions.deleted["a"] - answered <= timedelta(minutes=1)


def test_after_a_sleep_it_runs_at_once(guard: DeletionGuard, actions: FakeDeletion, clock: FakeClock) -> None:
    guard.check(clock.now())
    guard.resumed()
    guard.check(clock.now())
    assert len(actions.runs) == 2


def test_a_store_that_fails_is_not_taken_for_done(
    guard: DeletionGuard, actions: FakeDeletion, clock: FakeClock
) -> None:
    actions.add("a", clock.now())
    actions.error = EnvironmentLacking(msg("store.full"))
    for _ in range(3):
        with pytest.raises(EnvironmentLacking):
            guard.check(clock.now())
    actions.error = None
    guard.check(clock.now())
    assert "a" in actions.deleted


def test_with_the_runner_a_deadline_in_a_sleep_is_kept_at_the_resume(actions: FakeDeletion, clock: FakeClock) -> None:
    """VR-P4"""
    from app.guards.runner import Runner

    ticks = SteadyTicks(clock)
    runner = Runner([DeletionGuard(actions)], clock, lambda _report: None, ticks)
    runner.listen()
    runner.run_due(clock.now())
    actions.add("a", clock.now() + timedelta(hours=3))
    clock.advance(timedelta(hours=9))
    ticks.apart = timedelta(hours=9)
    runner.run_due(clock.now())
    assert actions.deleted == {"a": clock.now()}


class FakeWarnings:
    def __init__(self, *copies: OutsideCopy) -> None:
        self.open = copies
        self.marked: list[str] = []

    def warnings_due(self) -> tuple[OutsideCopy, ...]:
        return self.open

    def mark_warned(self, copies: tuple[OutsideCopy, ...]) -> None:
        self.marked += [copy.id for copy in copies]
        self.open = ()


def test_a_warning_is_given_when_somebody_is_there(actions: FakeDeletion, clock: FakeClock) -> None:
    """VR-P4: the warning waits for the person, not the other way round."""
    actions.add("a", clock.now() + timedelta(days=1))
    warnings = FakeWarnings(actions.copies["a"])
    present: list[bool] = [False, False, True]
    guard = DeletionGuard(actions, warnings, lambda _copies: present.pop(0))
    for _ in range(5):
        guard.check(clock.now())
    assert warnings.marked == ["a"]
    assert present == []
