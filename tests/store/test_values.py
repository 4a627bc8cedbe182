"""Every form in which a value is stored reads back the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.identity import FileIdentity
from app.store import values

MOMENTS = st.datetimes(min_value=datetime(1, 1, 3), max_value=datetime(9999, 12, 29))  # noqa: DTZ001  # given a zone below
HOURS = st.integers(-14, 14)


@given(st.text(st.characters(codec=None)))
def test_any_text_reads_back_also_when_it_is_not_utf8(text: str):
    assert values.unpack_text(values.pack_text(text)) == text


@given(MOMENTS, HOURS)
def test_moments_read_back_to_the_second_in_utc(moment: datetime, hours: int):
    aware = moment.replace(tzinfo=timezone(timedelta(hours=hours)))
    back = values.unpack_moment(values.pack_moment(aware))
    assert back == aware.replace(microsecond=0)
    assert back.tzinfo is UTC


@given(MOMENTS, MOMENTS)
def test_moments_sort_as_their_texts(one: datetime, other: datetime):
    first, second = (values.pack_moment(moment.replace(tzinfo=UTC)) for moment in sorted((one, other)))
    assert first <= second


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError):
        values.pack_moment(datetime(2026, 11, 23))  # noqa: DTZ001  # that is the point


@given(st.text("0123456789abcdef:-", min_size=1), st.text("0123456789abcdef", min_size=1))
def test_identities_read_back(volume: str, file_id: str):
    identity = FileIdentity(volume=volume, file_id=file_id)
    assert values.unpack_identity(values.pack_identity(identity)) == identity


@given(st.dictionaries(st.text(), st.lists(st.text(st.characters(codec=None, exclude_categories=["Cs"])))))
def test_json_reads_back(value: object):
    assert values.unpack_json(values.pack_json(value)) == value


def test_json_keeps_names_that_are_not_utf8():
    assert values.unpack_json(values.pack_json(["a\udcff"])) == ["a\udcff"]
