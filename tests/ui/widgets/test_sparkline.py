"""A number through time: drawn as a line with a dot, said in words."""

from __future__ import annotations

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from app.domain.rules import RuleState
from app.ui.theme.colours import LIGHT
from app.ui.widgets.sparkline import Sparkline
from tests.ui.pictures import rows, solid_colours
from tests.ui.windows import application, dress

SIZE = QSize(160, 44)


def line(qtbot: QtBot, values: tuple[int | None, ...], state: RuleState = RuleState.OK) -> Sparkline:
    application()
    dress(dark=False)
    made = Sparkline()
    qtbot.addWidget(made)
    made.resize(SIZE)
    made.show_values(values, state, "nu 3, eerst 5")
    return made


def test_says_what_it_shows(qtbot: QtBot):
    made = line(qtbot, (5, 4, 3))
    assert made.accessibleName() == made.toolTip() == "nu 3, eerst 5"


def test_the_dot_has_the_colour_of_the_state(qtbot: QtBot):
    assert LIGHT.overdue in solid_colours(line(qtbot, (5, 4, 3), RuleState.OVERDUE).grab())
    assert LIGHT.overdue not in solid_colours(line(qtbot, (5, 4, 3)).grab())


def test_goes_down_where_the_number_does(qtbot: QtBot):
    falling, rising = (first_and_last(line(qtbot, values)) for values in ((9, 5, 0), (0, 5, 9)))
    assert falling[0] < falling[1]  # in pixels from above
    assert rising[0] > rising[1]


def test_nothing_known_leaves_only_the_ground(qtbot: QtBot):
    assert LIGHT.accent not in solid_colours(line(qtbot, ()).grab())
    assert LIGHT.accent not in solid_colours(line(qtbot, (None, None)).grab())


def test_a_gap_is_not_drawn_over(qtbot: QtBot):
    whole = solid(line(qtbot, (4, 4, 4, 4, 4)))
    broken = solid(line(qtbot, (4, 4, None, 4, 4)))
    assert broken < whole * 0.8


def solid(made: Sparkline) -> int:
    accent = tuple(int(LIGHT.accent[at : at + 2], 16) for at in (1, 3, 5))
    return sum(pixel[:3] == accent for row in rows(made.grab()) for pixel in row)


def first_and_last(made: Sparkline) -> tuple[int, int]:
    """How far from above the line begins and ends."""
    accent = tuple(int(LIGHT.accent[at : at + 2], 16) for at in (1, 3, 5))
    marks = [(x, y) for y, row in enumerate(rows(made.grab())) for x, pixel in enumerate(row) if pixel[:3] == accent]
    return min(marks)[1], max(marks)[1]
