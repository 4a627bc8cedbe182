"""A pause lasts an hour at most and ends by itself, whatever the clock does."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.pause import LONGEST_PAUSE, Pause, pause_from
from tests.domain.samples import DAY, HOUR, MONDAY, moments

periods = st.integers(-3600, 100 * 3600).map(lambda seconds: timedelta(seconds=seconds))
SECOND = timedelta(seconds=1)


@given(moments, periods, moments)
def test_a_pause_is_on_from_its_beginning_and_for_an_hour_at_most(
    since: datetime, period: timedelta, now: datetime
) -> None:
    pause = pause_from(since, period, None)
    assert timedelta(0) <= pause.until - since <= LONGEST_PAUSE
    assert pause.is_on(now) == (since <= now < pause.until)


@given(moments, periods, moments)
def test_what_was_noted_under_another_clock_pauses_nothing_for_long(
    since: datetime, period: timedelta, now: datetime
) -> None:
    noted = Pause(since=since, until=since + period)
    assert not noted.is_on(now) or now - since < LONGEST_PAUSE


def test_an_hour_is_an_hour_to_the_second() -> None:
    pause = pause_from(MONDAY, 8 * HOUR, None)
    assert pause.is_on(MONDAY)
    assert pause.is_on(MONDAY + HOUR - SECOND)
    assert not pause.is_on(MONDAY + HOUR)
    assert not pause.is_on(MONDAY - SECOND)


def test_pauses_of_a_day_are_counted() -> None:
    first = pause_from(MONDAY, HOUR, None)
    second = pause_from(MONDAY + 2 * HOUR, HOUR, first)
    assert (first.count, second.count, pause_from(MONDAY + DAY, HOUR, second).count) == (1, 2, 1)
