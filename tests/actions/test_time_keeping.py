"""Time that can be trusted, and what waits while it cannot."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from app.actions.deadline_list import DeadlineActions
from app.domain.copy import CopyState
from app.domain.deletion import Outcome
from app.domain.moments import ClockReason, ClockState
from app.domain.rules import RuleState
from tests.actions.laptop import DAY, HOUR, WEEK, Laptop
from tests.fakes import START


@pytest.fixture
def closed(laptop: Laptop) -> Laptop:
    """A copy that is due in a week."""
    laptop.sealed(laptop.usual())
    laptop.app.clock.keep()
    laptop.app.projects.close("P1")
    return laptop


def outcomes(laptop: Laptop) -> list[Outcome]:
    return [item.outcome for item in laptop.app.deletion.run_due().items]


def test_a_leap_forward_deletes_nothing_until_a_person_confirms(closed: Laptop) -> None:
    """VR-P4, design: Time"""
    closed.clock.set_wall(START + 30 * DAY)
    assert closed.app.clock.keep().state is ClockState.SUSPECT
    assert outcomes(closed) == [Outcome.WAITING_FOR_TIME]
    assert [view.state for view in closed.app.copies.list()] == [CopyState.WAITING_FOR_TIME]
    status = closed.app.status.status()
    assert (status.clock.state, status.clock.reason) == (ClockState.SUSPECT, ClockReason.LEAP)
    assert status.state is RuleState.ATTENTION
    assert {rule.id: rule.state for rule in status.rules}["VR-P4"] is RuleState.UNKNOWN
    assert [e.data for e in closed.events("clock.suspect")] == [{"reason": "leap"}]

    assert closed.app.clock.confirm().state is ClockState.TRUSTED
    assert outcomes(closed) == [Outcome.DELETED]
    assert len(closed.events("clock.confirmed")) == 1


def test_a_leap_that_is_put_right_is_over_without_a_word(closed: Laptop) -> None:
    closed.clock.set_wall(START + 30 * DAY)
    closed.app.clock.keep()
    closed.clock.set_wall(START + HOUR)
    closed.clock.boot_seconds += 3600
    assert closed.app.clock.keep().state is ClockState.TRUSTED
    assert outcomes(closed) == []


def test_a_suspicion_is_said_once(closed: Laptop) -> None:
    closed.clock.set_wall(START + 30 * DAY)
    for _ in range(3):
        closed.app.clock.keep()
        closed.clock.advance(timedelta(minutes=1))
    assert len(closed.events("clock.suspect")) == 1


def test_a_clock_that_is_set_back_postpones_nothing(closed: Laptop) -> None:
    """VR-P4: the highest trusted moment counts, and runs on."""
    closed.passes(6 * DAY)
    closed.clock.set_wall(START - 100 * DAY)
    judgement = closed.app.clock.keep()
    assert (judgement.state, judgement.reason) == (ClockState.TRUSTED, ClockReason.SET_BACK)
    assert closed.now == START + 6 * DAY
    closed.passes(DAY)
    assert closed.now == START + WEEK
    assert outcomes(closed) == [Outcome.DELETED]


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_another_time_zone_moves_no_deadline(closed: Laptop, zone: str) -> None:
    """VR-P4: a person who travels, or a zone that is set otherwise: 168 hours stay 168 hours."""
    elsewhere = DeadlineActions(closed.app.office, ZoneInfo(zone))
    assert [row.copy.due_at for row in elsewhere.list()] == [row.copy.due_at for row in closed.app.deadlines.list()]
    assert [row.copy.due_at for row in elsewhere.list()] == [START + WEEK]
    assert closed.app.deletion.next_moment() == START + WEEK


def test_confirming_a_clock_that_was_set_back_postpones_nothing_either(closed: Laptop) -> None:
    """VR-P4"""
    closed.passes(6 * DAY)
    closed.clock.set_wall(START)
    closed.app.clock.confirm()
    assert closed.now == START + 6 * DAY
    closed.restart()
    assert closed.now == START + 6 * DAY


def test_sleeping_over_the_deadline_is_no_leap(closed: Laptop) -> None:
    """VR-P4: what fell due in the night is deleted on waking."""
    closed.clock.advance(10 * DAY)  # the boot clock runs through sleep
    assert closed.app.clock.keep().state is ClockState.TRUSTED
    assert outcomes(closed) == [Outcome.DELETED]


@pytest.mark.parametrize(
    ("after", "synchronised", "state", "reason"),
    [
        (20 * HOUR, None, ClockState.TRUSTED, ClockReason.SHORT_ABSENCE),
        (20 * DAY, None, ClockState.SUSPECT, ClockReason.LONG_ABSENCE),
        (20 * DAY, False, ClockState.SUSPECT, ClockReason.LONG_ABSENCE),
        (20 * DAY, True, ClockState.TRUSTED, ClockReason.SYNCHRONISED),
    ],
)
def test_a_long_absence_is_believed_when_the_clock_was_synchronised(
    closed: Laptop, after: timedelta, synchronised: bool | None, state: ClockState, reason: ClockReason
) -> None:
    closed.clock.reboot(after, synchronised=synchronised)
    judgement = closed.again().clock.keep()
    assert (judgement.state, judgement.reason) == (state, reason)
    closed.restart()
    if after > WEEK:
        assert outcomes(closed) == [Outcome.DELETED if state is ClockState.TRUSTED else Outcome.WAITING_FOR_TIME]


def test_a_confirmation_reaches_the_other_process(closed: Laptop) -> None:
    other = closed.again()
    closed.clock.set_wall(START + 30 * DAY)
    assert other.clock.keep().state is ClockState.SUSPECT
    closed.app.clock.confirm()
    assert other.clock.keep().state is ClockState.TRUSTED


def test_an_older_database_does_not_bring_back_the_time_it_knew(closed: Laptop) -> None:
    """The credential store remembers the highest trusted moment as well."""
    backup = closed.root / "oud.db"
    closed.app.backup.backup(backup)
    closed.passes(5 * DAY)
    closed.app.close()
    database = closed.data_dir / "store.db"
    for ending in ("-wal", "-shm"):
        database.with_name(database.name + ending).unlink(missing_ok=True)
    database.write_bytes(backup.read_bytes())
    closed.clock.reboot(-20 * DAY)
    closed.restart()
    assert closed.now >= START + 5 * DAY - HOUR


def test_what_the_credential_store_holds_for_it_may_be_anything(closed: Laptop) -> None:
    for broken in (b"\xff\xfe geen moment, maar lang genoeg", b"2026-11-22T10:00:00 zonder zone......"):
        closed.keys.put("clock", broken)
        assert closed.app.clock.keep().state is ClockState.TRUSTED
    closed.keys.put("clock", b"2026-11-24T10:00:00.............")
    assert closed.app.clock.keep().state is ClockState.TRUSTED


def test_the_present_has_whole_seconds(laptop: Laptop) -> None:
    laptop.app.clock.keep()
    laptop.clock.boot_seconds += 0.4321
    laptop.clock.set_wall(START - DAY)
    assert laptop.app.clock.now().microsecond == 0


def test_nothing_is_written_more_than_once_a_minute(laptop: Laptop) -> None:
    laptop.app.clock.keep()
    before = laptop.app.store_version()
    for _ in range(10):
        laptop.clock.advance(timedelta(seconds=5))
        laptop.app.clock.keep()
    assert laptop.app.store_version() == before
