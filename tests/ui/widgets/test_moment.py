"""A date with a time: shown and typed local, handed out in UTC; weeks begin on Monday."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateTimeEdit, QToolButton
from pytestqt.qtbot import QtBot

from app.system.language import texts
from app.ui.jobs import Jobs
from app.ui.texts import WindowTexts
from app.ui.widgets.moment import MomentField, OptionalMomentField, end_of_day

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def amsterdam(jobs: Jobs) -> WindowTexts:
    return WindowTexts(texts("nl", ZoneInfo("Europe/Amsterdam")))


@pytest.fixture
def field(amsterdam: WindowTexts, qtbot: QtBot) -> MomentField:
    made = MomentField(amsterdam, "&Op", NOON)
    qtbot.addWidget(made)
    return made


def typed(field: MomentField, text: str) -> None:
    field.edit.setSelectedSection(QDateTimeEdit.Section.DaySection)  # as when Tab comes to it
    QTest.keyClicks(field.edit, text)
    QTest.keyClick(field.edit, Qt.Key.Key_Tab)


def test_it_shows_local_time_and_gives_utc(field: MomentField):
    assert field.edit.text() == "23-11-2026 13:00"
    assert field.moment() == NOON


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("01-07-2026 09:30", datetime(2026, 7, 1, 7, 30, tzinfo=UTC)),
        ("01-12-2026 09:30", datetime(2026, 12, 1, 8, 30, tzinfo=UTC)),
        ("25-10-2026 02:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # occurs twice: the first
        ("29-03-2026 02:30", datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),  # is skipped: as if the clocks had not changed
    ],
)
def test_what_is_typed_is_local_in_summer_and_winter(field: MomentField, text: str, moment: datetime):
    typed(field, text)
    assert field.edit.text() == text
    assert field.moment() == moment
    assert field.was_changed


def test_only_a_person_changes_it(field: MomentField, qtbot: QtBot):
    with qtbot.assertNotEmitted(field.changed):
        field.put(NOON - timedelta(days=1))
    assert not field.was_changed
    with qtbot.waitSignal(field.changed):
        QTest.keyClick(field.edit, Qt.Key.Key_Up)
    assert field.was_changed


def test_the_calendar_begins_on_monday_and_its_buttons_have_names(field: MomentField):
    calendar = field.edit.calendarWidget()
    assert calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
    names = [calendar.findChild(QToolButton, f"qt_calendar_{turn}month").accessibleName() for turn in ("prev", "next")]
    assert names == ["Vorige maand", "Volgende maand"]


def test_an_end_may_be_left_out(amsterdam: WindowTexts, qtbot: QtBot):
    field = OptionalMomentField(amsterdam, "&Tot een datum", NOON)
    qtbot.addWidget(field)
    field.show()
    assert field.moment() is None
    assert not field.edit.isVisible()
    field.tick.click()
    assert field.edit.isVisible()
    assert field.moment() == NOON
    field.put(None)
    assert field.moment() is None
    assert field.edit.accessibleName() == "Tot een datum"


def test_a_day_ends_in_its_last_minute_there(amsterdam: WindowTexts, jobs: Jobs):
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)  # in Amsterdam it is the 24th already
    assert end_of_day(amsterdam, late, 2) == datetime(2026, 11, 26, 22, 59, tzinfo=UTC)
