"""Retry-After in all its forms."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.remote.office365.retry_after import LONGEST, SHORTEST, retry_after

NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 7 ", 7.0),
        ("2.128", 2.128),
        ("2,5", 2.5),
        ("0", SHORTEST),
        ("-5", SHORTEST),
        ("999999999", LONGEST),
        ("1e400", None),
        ("nan", None),
        ("inf", None),
        ("soon", None),
        ("", None),
        (None, None),
        ("Sat, 28 Nov 2026 09:02:00 GMT", 120.0),
        ("Saturday, 28-Nov-26 09:02:00 GMT", 120.0),
        ("Sat Nov 28 09:02:00 2026", 120.0),
        ("Sat, 28 Nov 2026 10:02:00 +0100", 120.0),
        ("Fri, 27 Nov 2026 09:02:00 GMT", SHORTEST),
        ("Fri, 31 Dec 9999 23:59:59 GMT", LONGEST),
    ],
)
def test_forms(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


@given(st.text(max_size=40))
def test_any_text_gives_a_bearable_wait_or_none(value: str) -> None:
    seconds = retry_after(value, NOW)
    assert seconds is None or SHORTEST <= seconds <= LONGEST


@given(st.integers(min_value=1, max_value=3600))
def test_a_date_is_so_many_seconds_from_now(seconds: int) -> None:
    assert retry_after(format_datetime(NOW + timedelta(seconds=seconds), usegmt=True), NOW) == seconds
