"""What a person reads: texts, dates, sizes, in both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import EnvironmentLacking
from app.domain.messages import Message, msg
from app.system.language import GettextTexts, texts

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MOMENT = datetime(2026, 12, 4, 13, 5, 30, tzinfo=UTC)
HEADER = """msgid ""
msgstr ""
"Language: nl\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""
ENTRIES = """msgid "file.gone"
msgstr "Het bestand {name} is weg sinds {at}."

msgid "file.count"
msgid_plural "file.count.many"
msgstr[0] "{n} bestand"
msgstr[1] "{n} bestanden"

msgid "why"
msgstr "Reden: {reason}"

msgid "when"
msgstr "Op {day} om {time}."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language in ("nl", "en"):
        source = tmp_path / language / "LC_MESSAGES" / "vroom.po"
        source.parent.mkdir(parents=True)
        source.write_text(HEADER + ENTRIES, encoding="utf-8")
    return tmp_path


@pytest.fixture
def dutch(folder: Path) -> GettextTexts:
    return texts("nl", AMSTERDAM, folder)


@pytest.fixture
def english(folder: Path) -> GettextTexts:
    return texts("en", AMSTERDAM, folder)


def test_placeholders_are_filled_and_moments_are_local(dutch: GettextTexts):
    told = dutch.render(Message("file.gone", msg("x", name="a.csv", at=MOMENT).arguments))
    assert told == "Het bestand a.csv is weg sinds vr 4 dec 2026 14:05."


@pytest.mark.parametrize(("n", "told"), [(0, "0 bestanden"), (1, "1 bestand"), (2, "2 bestanden")])
def test_the_number_chooses_the_plural(dutch: GettextTexts, n: int, told: str):
    assert dutch.render(Message("file.count", msg("x", n=n).arguments)) == told


def test_messages_within_messages_are_rendered(dutch: GettextTexts):
    parts = tuple(Message("file.count", msg("x", n=n).arguments) for n in (1, 3))
    assert dutch.render(Message("why", msg("x", reason=parts[0]).arguments)) == "Reden: 1 bestand"
    assert dutch.render(Message("why", msg("x", reason=parts).arguments)) == "Reden: 1 bestand; 3 bestanden"


def test_what_is_missing_shows_as_what_it_is(dutch: GettextTexts):
    assert dutch.render(Message("no.such.text")) == "no.such.text"
    assert dutch.render(Message("no.such.text", msg("x", n=2).arguments)) == "no.such.text"
    assert dutch.render(Message("why")) == "Reden: {reason}"


@given(st.text())
def test_no_name_of_a_file_is_taken_for_a_placeholder(name: str):
    """A person who sends a document chooses its name: `{reason.__class__}` stays what it is."""
    catalogue = texts("nl", AMSTERDAM)
    message = msg("client.term-unknown", name=name, allowed="x")
    assert name in catalogue.render(message)


def test_dates_and_sizes_are_written_as_in_each_language(dutch: GettextTexts, english: GettextTexts):
    assert (dutch.moment(MOMENT), dutch.day(MOMENT)) == ("vr 4 dec 2026 14:05", "04-12-2026")
    assert (english.moment(MOMENT), english.day(MOMENT)) == ("Fri 4 Dec 2026 14:05", "04-12-2026")
    assert (dutch.size(1_440_000), english.size(1_440_000)) == ("1,4\xa0MB", "1.4\xa0MB")
    assert (dutch.size(0), dutch.size(999), dutch.size(999_960)) == ("0\xa0B", "999\xa0B", "1\xa0MB")
    assert (dutch.number(1234.5), english.number(1234.5)) == ("1.234,5", "1,234.5")


def test_a_day_and_an_hour_are_said_without_more(dutch: GettextTexts, english: GettextTexts):
    arguments = msg("x", day=date(2026, 12, 4), time=time(14, 5, 30)).arguments
    assert dutch.render(Message("when", arguments)) == "Op vrijdag 4 december om 14:05."
    assert english.render(Message("when", arguments)) == "Op Friday 4 December om 14:05."


def test_a_day_is_the_local_one(dutch: GettextTexts):
    assert dutch.day(datetime(2026, 11, 22, 23, 30, tzinfo=UTC)) == "23-11-2026"
    # The hour that exists twice: both moments read 02:30.
    assert dutch.moment(datetime(2026, 10, 25, 0, 30, tzinfo=UTC)) == "zo 25 okt 2026 02:30"
    assert dutch.moment(datetime(2026, 10, 25, 1, 30, tzinfo=UTC)) == "zo 25 okt 2026 02:30"


@pytest.mark.parametrize(
    ("ahead", "told"),
    [
        (timedelta(days=3), "over 3 dagen"),
        (timedelta(hours=47, minutes=59), "over 47 uur"),
        (timedelta(hours=48), "over 2 dagen"),
        (timedelta(minutes=119), "over 119 minuten"),
        (timedelta(minutes=1), "over 1 minuut"),
        (timedelta(seconds=59), "nu"),
        (timedelta(seconds=-59), "nu"),
        (timedelta(hours=-5), "5 uur geleden"),
        (timedelta(days=-20, hours=-23), "20 dagen geleden"),
    ],
)
def test_how_far_off_is_rounded_towards_now(ahead: timedelta, told: str):
    assert texts("nl", AMSTERDAM).relative(MOMENT + ahead, MOMENT) == told


def test_a_newer_source_counts_over_the_compiled_texts(folder: Path, dutch: GettextTexts):
    source = folder / "nl" / "LC_MESSAGES" / "vroom.po"
    source.with_suffix(".mo").write_bytes(b"older and broken")
    source.write_text(HEADER + 'msgid "why"\nmsgstr "Daarom"\n', encoding="utf-8")
    import os

    os.utime(source.with_suffix(".mo"), (1, 1))
    assert texts("nl", AMSTERDAM, folder).render(Message("why")) == "Daarom"


@pytest.mark.parametrize("broken", [b"", b"not a catalogue", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_a_catalogue_that_cannot_be_read_is_said_so(tmp_path: Path, broken: bytes):
    compiled = tmp_path / "nl" / "LC_MESSAGES" / "vroom.mo"
    compiled.parent.mkdir(parents=True)
    compiled.write_bytes(broken)
    with pytest.raises(EnvironmentLacking):
        texts("nl", AMSTERDAM, tmp_path)
    with pytest.raises(EnvironmentLacking):
        texts("en", AMSTERDAM, tmp_path)
