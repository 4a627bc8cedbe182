"""What a jump of the wall clock means. Source: design, Time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.moments import LEAP, ClockReason, ClockState, Reading, Recorded, judge
from tests.domain.samples import DAY, HOUR, MONDAY, moments

SECOND = timedelta(seconds=1)
FIRST = Reading(wall=MONDAY, boot_seconds=1000.0, boot_id="one", synchronised=False)
LAST = Recorded(reading=FIRST, highest_trusted_at=MONDAY)


def later(wall: timedelta, ran: timedelta, boot: str | None = "one", synchronised: bool | None = False) -> Reading:
    return Reading(
        wall=MONDAY + wall, boot_seconds=1000.0 + ran.total_seconds(), boot_id=boot, synchronised=synchronised
    )


def test_the_first_moment_is_taken_as_it_is():
    judgement = judge(FIRST, None)
    assert (judgement.state, judgement.reason, judgement.now) == (ClockState.TRUSTED, ClockReason.FIRST_START, MONDAY)


def test_time_that_ran_through_sleep_is_no_leap():
    judgement = judge(later(30 * DAY, 30 * DAY), LAST)
    assert (judgement.state, judgement.reason) == (ClockState.TRUSTED, ClockReason.SAME_BOOT)
    assert judgement.now == MONDAY + 30 * DAY


@pytest.mark.parametrize(
    ("gained", "state"),
    [(LEAP, ClockState.TRUSTED), (LEAP + SECOND, ClockState.SUSPECT), (400 * DAY, ClockState.SUSPECT)],
)
def test_more_than_a_day_gained_within_a_boot_is_suspect(gained: timedelta, state: ClockState):
    judgement = judge(later(HOUR + gained, HOUR), LAST)
    assert judgement.state is state
    assert state is ClockState.TRUSTED or judgement.reason is ClockReason.LEAP


def test_a_synchronised_system_does_not_excuse_a_leap_within_a_boot():
    assert judge(later(9 * DAY, HOUR, synchronised=True), LAST).state is ClockState.SUSPECT


def test_a_remote_that_agrees_excuses_a_leap():
    assert judge(later(9 * DAY, HOUR), LAST, remote_agrees=True).state is ClockState.TRUSTED


def test_while_suspect_the_trusted_moment_stays():
    judgement = judge(later(9 * DAY, HOUR), LAST)
    assert judgement.highest_trusted_at == MONDAY


def test_set_back_the_highest_moment_counts_and_runs_on():
    judgement = judge(later(-9 * DAY, 2 * HOUR), LAST)
    assert (judgement.state, judgement.reason) == (ClockState.TRUSTED, ClockReason.SET_BACK)
    assert judgement.now == MONDAY + 2 * HOUR


def test_a_clock_that_was_set_back_and_put_right_is_no_leap():
    """Else setting it back and forth would postpone a deletion until somebody confirms the time."""
    back = later(-9 * DAY, HOUR)
    known = Recorded(reading=back, highest_trusted_at=judge(back, LAST).now)
    judgement = judge(later(2 * HOUR, 2 * HOUR), known)
    assert (judgement.state, judgement.now) == (ClockState.TRUSTED, MONDAY + 2 * HOUR)


def test_a_correction_of_seconds_is_not_worth_a_word():
    judgement = judge(later(HOUR - 4 * SECOND, HOUR), LAST)
    assert judgement.reason is ClockReason.SAME_BOOT
    assert judgement.now == MONDAY + HOUR


@pytest.mark.parametrize(
    ("away", "synchronised", "remote", "state", "reason"),
    [
        (DAY, False, False, ClockState.TRUSTED, ClockReason.SHORT_ABSENCE),
        (DAY + SECOND, False, False, ClockState.SUSPECT, ClockReason.LONG_ABSENCE),
        (DAY + SECOND, None, False, ClockState.SUSPECT, ClockReason.LONG_ABSENCE),
        (9 * DAY, True, False, ClockState.TRUSTED, ClockReason.SYNCHRONISED),
        (9 * DAY, False, True, ClockState.TRUSTED, ClockReason.SYNCHRONISED),
    ],
)
def test_across_a_boot(
    away: timedelta, synchronised: bool | None, remote: bool, state: ClockState, reason: ClockReason
):
    judgement = judge(later(away, SECOND, boot="two", synchronised=synchronised), LAST, remote_agrees=remote)
    assert (judgement.state, judgement.reason) == (state, reason)


def test_set_back_across_a_boot_nothing_becomes_less_overdue():
    judgement = judge(later(-9 * DAY, SECOND, boot="two"), LAST)
    assert (judgement.state, judgement.reason, judgement.now) == (ClockState.TRUSTED, ClockReason.SET_BACK, MONDAY)


@pytest.mark.parametrize("change", [{"boot_id": None}, {"boot_seconds": None}])
def test_a_boot_that_cannot_be_told_counts_as_another(change: dict[str, None]):
    assert judge(replace(later(2 * DAY, 2 * DAY), **change), LAST).reason is ClockReason.LONG_ABSENCE


def test_a_database_that_was_put_back_does_not_turn_time_back():
    judgement = judge(later(-5 * DAY, SECOND, boot="two"), LAST, known_elsewhere=MONDAY + 3 * DAY)
    assert judgement.now == MONDAY + 3 * DAY


def test_a_database_that_was_put_back_does_not_run_time_ahead():
    judgement = judge(later(3 * DAY, 3 * DAY), LAST, known_elsewhere=MONDAY + 3 * DAY)
    assert (judgement.now, judgement.reason) == (MONDAY + 3 * DAY, ClockReason.SAME_BOOT)


steps = st.lists(
    st.tuples(
        st.integers(-400 * 86_400, 400 * 86_400),  # what the wall clock does besides running, seconds
        st.integers(0, 30 * 86_400),  # how long it ran
        st.booleans(),  # a boot in between
        st.sampled_from([True, False, None]),
    ),
    max_size=8,
)


@given(moments, steps)
def test_trusted_time_never_goes_back(start, told):
    """VR-P4: a clock set back never postpones."""
    wall, ran, boot = start, 0.0, 0
    known: Recorded | None = None
    highest = datetime.min.replace(tzinfo=UTC)
    for jump, seconds, rebooted, synchronised in told:
        wall += timedelta(seconds=jump + seconds)
        boot, ran = (boot + 1, 1.0) if rebooted else (boot, ran + seconds)
        reading = Reading(wall=wall, boot_seconds=ran, boot_id=str(boot), synchronised=synchronised)
        judgement = judge(reading, known)
        if judgement.state is ClockState.TRUSTED:
            assert judgement.now >= highest
            assert judgement.now >= reading.wall
            highest = judgement.now
            known = Recorded(reading=reading, highest_trusted_at=judgement.highest_trusted_at)
        else:
            assert reading.wall - highest > LEAP


@given(moments, st.integers(0, 10**8), st.lists(st.integers(-(10**8), 10**8), max_size=6))
def test_setting_the_clock_back_and_forth_below_the_truth_gains_nothing(start, total, settings_of_the_clock):
    """Within a boot trusted time runs with the boot clock, whatever the wall clock says below it."""
    known = Recorded(
        reading=Reading(wall=start, boot_seconds=0.0, boot_id="one", synchronised=None), highest_trusted_at=start
    )
    for index, shown in enumerate(settings_of_the_clock, 1):
        ran = total * index / len(settings_of_the_clock)
        truth = start + timedelta(seconds=ran)
        reading = Reading(
            wall=truth - timedelta(seconds=abs(shown)), boot_seconds=ran, boot_id="one", synchronised=None
        )
        judgement = judge(reading, known)
        assert judgement.state is ClockState.TRUSTED
        assert abs(judgement.now - truth) < timedelta(milliseconds=1)
        known = Recorded(reading=reading, highest_trusted_at=judgement.highest_trusted_at)
