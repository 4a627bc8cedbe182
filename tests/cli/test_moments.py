"""WHEN on the command line."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from app.cli.moments import parse_when, stamp
from app.domain.errors import InputError

HOME = ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-30", "2026-11-29T23:00:00Z"),
        ("2026-07-01", "2026-06-30T22:00:00Z"),
        ("2026-11-30T09:00", "2026-11-30T08:00:00Z"),
        ("2026-11-30T09:00:00Z", "2026-11-30T09:00:00Z"),
        ("2026-11-30T09:00:00+05:00", "2026-11-30T04:00:00Z"),
        ("2026-11-30T09:00:00.9", "2026-11-30T08:00:00Z"),
    ],
)
def test_a_moment_without_zone_is_local_and_without_time_the_start_of_the_day(text: str, moment: str):
    assert stamp(parse_when(text, HOME)) == moment


@pytest.mark.parametrize(
    "text", ["", "morgen", "30-11-2026", "2026-13-01", "2026-11-30T25:00", "0001-01-01T00:00+23:59"]
)
def test_what_is_no_moment_is_refused(text: str):
    with pytest.raises(InputError):
        parse_when(text, HOME)


def test_an_absent_moment_is_null():
    assert stamp(None) is None
    assert stamp(datetime(2026, 1, 1, tzinfo=UTC)) == "2026-01-01T00:00:00Z"
