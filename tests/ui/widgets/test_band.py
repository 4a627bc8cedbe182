"""The band of coming days: walked with the keyboard, pressed with the mouse, told to a screen reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.ui.theme.colours import LIGHT
from app.ui.widgets.band import Band, Day, Legend
from tests.ui.pictures import solid_colours
from tests.ui.windows import application, dress

FIRST = date(2026, 11, 23)
WIDTH = 900  # 30 a day


def days(**copies: int) -> list[Day]:
    """30 of them; `d3=4`: four copies on the fourth."""
    counts = {int(name[1:]): number for name, number in copies.items()}
    return [
        Day(
            day=FIRST + timedelta(days=number),
            copies=counts.get(number, 0),
            label="vandaag" if number == 0 else "",
            sentence=f"dag {number}: {counts.get(number, 0)}",
            is_weekend=number % 7 >= 5,
            is_today=number == 0,
            is_overdue=number == 0,
        )
        for number in range(30)
    ]


def summary(shown: Sequence[Day]) -> str:
    return f"{sum(day.copies > 0 for day in shown)} dagen"


@pytest.fixture
def band() -> Iterator[Band]:
    application()
    dress(dark=False)
    made = Band("De komende 30 dagen", summary)
    made.resize(WIDTH, made.height())
    made.show()
    QApplication.processEvents()
    yield made
    made.deleteLater()
    QApplication.processEvents()


def test_the_keyboard_walks_the_days_on_which_something_goes(band: Band) -> None:
    band.show_days(days(d3=4, d10=1, d20=2))
    opened = QSignalSpy(band.opened)
    assert band.accessibleDescription() == "3 dagen"
    for key, expected in (
        (Qt.Key.Key_Right, "dag 10: 1"),
        (Qt.Key.Key_End, "dag 20: 2"),
        (Qt.Key.Key_Right, "dag 20: 2"),
        (Qt.Key.Key_Left, "dag 10: 1"),
        (Qt.Key.Key_Home, "dag 3: 4"),
        (Qt.Key.Key_Left, "dag 3: 4"),
    ):
        QTest.keyClick(band, key)
        assert band.accessibleDescription() == expected
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(band, key)
    assert [opened.at(number)[0] for number in range(3)] == [FIRST + timedelta(days=3)] * 3


def test_a_press_opens_a_day_with_a_mark_and_no_other(band: Band) -> None:
    band.show_days(days(d3=4))
    opened = QSignalSpy(band.opened)
    QTest.mouseClick(band, Qt.MouseButton.LeftButton, pos=QPoint(5 * 30 + 15, 30))
    assert opened.count() == 0
    QTest.mouseClick(band, Qt.MouseButton.LeftButton, pos=QPoint(3 * 30 + 15, 30))
    assert opened.at(0)[0] == FIRST + timedelta(days=3)


def test_the_day_that_the_keyboard_is_on_stays_when_the_days_move(band: Band) -> None:
    band.show_days(days(d3=4, d10=1))
    QTest.keyClick(band, Qt.Key.Key_Right)
    later = [
        Day(day=day.day + timedelta(days=1), copies=copies, label="", sentence="")
        for day, copies in zip(days(), [0] * 9 + [5] + [0] * 20, strict=True)
    ]
    band.show_days(later)
    opened = QSignalSpy(band.opened)
    QTest.keyClick(band, Qt.Key.Key_Return)
    assert opened.at(0)[0] == FIRST + timedelta(days=10)


def test_where_nothing_goes_the_keyboard_passes_it_by(band: Band) -> None:
    band.show_days(days())
    assert band.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert band.accessibleDescription() == "0 dagen"
    opened = QSignalSpy(band.opened)
    QTest.keyClick(band, Qt.Key.Key_Return)
    assert opened.count() == 0
    band.show_days(days(d1=1))
    assert band.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_what_is_late_has_another_colour_and_shape(band: Band) -> None:
    band.show_days(days(d3=4))
    in_time = solid_colours(band.grab())
    band.show_days(days(d0=4))
    late = solid_colours(band.grab())
    assert LIGHT.overdue not in in_time
    assert LIGHT.overdue in late


@pytest.mark.parametrize("width", [300, 620, 900, 1600])
@pytest.mark.parametrize("copies", [1, 16, 300, 100_000])
def test_any_number_at_any_width_is_drawn_inside_its_day(band: Band, width: int, copies: int) -> None:
    band.resize(width, band.height())
    band.show_days(days(d10=copies))
    step = width / 30
    picture = band.grab().toImage()
    coloured = {
        x
        for x in range(width)
        for y in range(picture.height())
        if picture.pixelColor(x, y).name().upper() == LIGHT.accent
    }
    mark = {x for x in coloured if x > step}  # without the line of today
    assert mark
    assert min(mark) >= 10 * step - 1
    assert max(mark) <= 11 * step + 1


def test_the_legend_explains_what_is_late_only_where_something_is() -> None:
    application()
    legend = Legend("gaan weg", "te laat", "vandaag", "weekend")
    legend.show_late(False)
    shown = [label.text() for label in legend.findChildren(QLabel) if label.isVisibleTo(legend)]
    assert shown == ["gaan weg", "vandaag", "weekend"]
    legend.show_late(True)
    shown = [label.text() for label in legend.findChildren(QLabel) if label.isVisibleTo(legend)]
    assert shown == ["gaan weg", "te laat", "vandaag", "weekend"]
    legend.deleteLater()
