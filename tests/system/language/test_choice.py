"""Which language and which time zone, and what a WHEN means."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.system.language import local_zone, parse_moment, pick_language

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
on_linux = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no locale in the environment")


@pytest.fixture
def _silent_system(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "TZ"):
        monkeypatch.delenv(name, raising=False)


def test_what_is_asked_for_comes_before_what_was_set():
    assert pick_language("en", "nl") == "en"
    assert pick_language(None, "en") == "en"
    assert pick_language("de", "en") == "en"


@on_linux
@pytest.mark.usefixtures("_silent_system")
@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "nl"),
        ({"LANG": "C.UTF-8"}, "nl"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "de_DE"}, "nl"),
        ({"LANG": "en"}, "en"),
        ({"LANG": ""}, "nl"),
    ],
)
def test_the_system_speaks_when_nobody_chose(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str
):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert pick_language() == language


@on_linux
@pytest.mark.parametrize(("told", "zone"), [("Asia/Tokyo", "Asia/Tokyo"), (":UTC", "UTC")])
def test_the_environment_tells_the_zone(monkeypatch: pytest.MonkeyPatch, told: str, zone: str):
    monkeypatch.setenv("TZ", told)
    assert local_zone().key == zone


@on_linux
@pytest.mark.parametrize("told", ["No/Such", "../../etc/passwd", "CET-1CEST", "a\0b"])
def test_a_zone_that_cannot_be_read_is_amsterdam(monkeypatch: pytest.MonkeyPatch, told: str):
    monkeypatch.setattr("os.environ", {"TZ": told})
    assert local_zone() == AMSTERDAM


@on_linux
@pytest.mark.usefixtures("_silent_system")
def test_the_system_tells_the_zone_by_a_link_or_a_copy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    if sys.platform == "win32":
        return
    from app.system.language import _linux

    place = tmp_path / "localtime"
    monkeypatch.setattr(_linux, "LOCALTIME", place)
    assert local_zone() == AMSTERDAM

    copied = tmp_path / "zoneinfo" / "Europe" / "Lisbon"
    copied.parent.mkdir(parents=True)
    copied.write_bytes(b"only the name counts here")
    place.symlink_to(copied)
    assert local_zone().key == "Europe/Lisbon"

    place.unlink()
    place.write_bytes(b"no zone file")
    assert local_zone() == AMSTERDAM


@pytest.mark.windows
def test_windows_tells_language_and_zone():
    from app.system.language._windows import system_language, system_zone

    assert system_language()
    assert system_zone() is not None


@pytest.mark.parametrize(
    ("when", "moment"),
    [
        ("2026-11-30", "2026-11-29T23:00+00:00"),
        ("2026-11-30T08:00", "2026-11-30T07:00+00:00"),
        ("2026-07-01T08:00", "2026-07-01T06:00+00:00"),
        ("2026-11-30T08:00:00Z", "2026-11-30T08:00+00:00"),
        ("2026-11-30T08:00+05:30", "2026-11-30T02:30+00:00"),
        (" 2026-11-30 ", "2026-11-29T23:00+00:00"),
        ("2026-10-25T02:30", "2026-10-25T00:30+00:00"),  # twice: the first
        ("2027-03-28T02:30", "2027-03-28T01:30+00:00"),  # skipped: as if the clocks had not changed
    ],
)
def test_a_when_is_iso_8601_and_local_without_a_zone(when: str, moment: str):
    assert parse_moment(when, AMSTERDAM) == datetime.fromisoformat(moment)
    assert parse_moment(when, AMSTERDAM).tzinfo is UTC


@pytest.mark.parametrize(
    "when", ["", "morgen", "30-11-2026", "2026-02-30", "2026-11-30T25:00", "0001-01-01", "1764489600"]
)
def test_anything_else_is_refused(when: str):
    with pytest.raises(ValueError):
        parse_moment(when, AMSTERDAM)


@given(st.text())
def test_no_text_breaks_the_reading_of_a_when(when: str):
    try:
        parse_moment(when, AMSTERDAM)
    except ValueError:
        return
