"""Every icon is there, takes its colour from the theme, and is drawn for the pixels it is shown with."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from app.domain.rules import RuleState
from app.ui.theme.colours import DARK, LIGHT, STATE_FIELDS, Colours, palette_of
from app.ui.theme.icons import NAMES, NoSuchIcon, icon, pixmap, state_icon
from tests.ui.pictures import OPAQUE, Pixel, covered, differing, pixels, solid_colours

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "resources" / "icons"
BESIDE = {"LICENSE.txt", "vroom.svg", "vroom.ico"}  # the mark, which app/ui/tray draws, and what the licence asks for
SIZE = QSize(20, 20)


@pytest.fixture(autouse=True)
def _palette_put_back(qapp: QApplication) -> Iterator[None]:
    before = qapp.palette()
    qapp.setPalette(palette_of(LIGHT))
    yield
    qapp.setPalette(before)


def solid(drawn: QPixmap) -> list[Pixel]:
    return [pixel for pixel in pixels(drawn) if pixel[3] == OPAQUE]


def shown(asked: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, ratio: float = 1.0) -> QPixmap:
    return asked.pixmap(SIZE, ratio, mode)


def test_no_file_lies_there_unused_and_none_is_missing() -> None:
    assert {path.name for path in FOLDER.iterdir()} == BESIDE | {f"{name}.svg" for name in NAMES}
    assert len(set(NAMES)) == len(NAMES)


def test_the_licence_of_the_drawings_is_with_them() -> None:
    assert (FOLDER / "LICENSE.txt").read_text(encoding="utf-8").startswith("ISC License")


@pytest.mark.parametrize("name", NAMES)
class TestEachIcon:
    def test_is_a_drawing_in_one_colour_that_can_be_replaced(self, name: str) -> None:
        text = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
        assert QSvgRenderer(QByteArray(text.encode())).isValid()
        assert set(re.findall(r'(?:fill|stroke)="(.+?)"', text)) <= {"none", "currentColor"}
        assert text.count('stroke-width="2"') == 1

    @pytest.mark.parametrize("size", [16, 24, 48])
    def test_is_seen(self, name: str, size: int) -> None:
        assert 0.04 < covered(pixmap(name, size, QColor("black"))) < 0.5

    def test_takes_the_colour_it_is_given(self, name: str) -> None:
        drawn = pixmap(name, 48, QColor("#12AB9F"))
        assert solid_colours(drawn) == {"#12AB9F"}


def test_no_two_names_show_the_same() -> None:
    drawn = {name: pixmap(name, 24, QColor("black")) for name in NAMES}
    same = [(a, b) for a, b in combinations(NAMES, 2) if differing(drawn[a], drawn[b]) < 0.01]
    assert same == []


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_it_is_drawn_for_the_pixels_of_the_screen(ratio: float) -> None:
    drawn = shown(icon("vault"), ratio=ratio)
    assert (drawn.width(), drawn.height()) == (round(20 * ratio), round(20 * ratio))
    assert drawn.devicePixelRatio() == ratio
    if ratio > 1:
        blown_up = shown(icon("vault")).scaled(drawn.size(), mode=Qt.TransformationMode.SmoothTransformation)
        assert len(solid(drawn)) > 2 * len(solid(blown_up))


def test_a_picture_of_it_knows_for_which_screen_it_was_made() -> None:
    drawn = pixmap("vault", 20, QColor("red"), 1.5)
    assert (drawn.width(), drawn.height(), drawn.devicePixelRatio()) == (30, 30, 1.5)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_painted_it_is_as_sharp_and_stands_in_the_middle(ratio: float) -> None:
    canvas = QPixmap(round(40 * ratio), round(20 * ratio))
    canvas.setDevicePixelRatio(ratio)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    icon("vault").paint(painter, QRect(0, 0, 40, 20))
    painter.end()
    middle = canvas.copy(round(10 * ratio), 0, round(20 * ratio), round(20 * ratio))
    assert pixels(middle) == pixels(pixmap("vault", 20, QColor(LIGHT.text), ratio))


def test_a_drawing_is_made_once() -> None:
    assert pixmap("lock", 20, QColor("red")).cacheKey() == pixmap("lock", 20, QColor("red")).cacheKey()
    assert pixmap("lock", 20, QColor("red")).cacheKey() != pixmap("lock", 20, QColor("blue")).cacheKey()
    assert pixmap("lock", 20, QColor("red")).cacheKey() != pixmap("lock", 20, QColor("red"), 2.0).cacheKey()


def test_a_change_of_scheme_changes_an_icon_that_is_already_in_use(qapp: QApplication) -> None:
    asked = icon("findings")
    assert solid_colours(shown(asked)) == {LIGHT.text}
    qapp.setPalette(palette_of(DARK))
    assert solid_colours(shown(asked)) == {DARK.text}


def test_a_colour_of_the_theme_follows_the_scheme(qapp: QApplication) -> None:
    asked = icon("lock", "on_accent")
    assert solid_colours(shown(asked)) == {LIGHT.on_accent}
    qapp.setPalette(palette_of(DARK))
    assert solid_colours(shown(asked)) == {DARK.on_accent}


def test_a_colour_of_ones_own_stays(qapp: QApplication) -> None:
    asked = icon("lock", QColor("#123456"))
    qapp.setPalette(palette_of(DARK))
    assert solid_colours(shown(asked)) == {"#123456"}


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_what_cannot_be_used_is_muted(qapp: QApplication, colours: Colours) -> None:
    qapp.setPalette(palette_of(colours))
    for asked in (icon("trash"), icon("trash", "overdue"), icon("trash", QColor("red"))):
        assert solid_colours(shown(asked, QIcon.Mode.Disabled)) == {colours.muted}


def test_an_icon_of_a_chosen_row_keeps_the_colour_of_its_text() -> None:
    assert solid_colours(shown(icon("file"), QIcon.Mode.Selected)) == {LIGHT.text}


@pytest.mark.parametrize("state", RuleState)
def test_a_state_has_its_shape_in_its_colour(state: RuleState) -> None:
    drawn = shown(state_icon(state), ratio=2.0)
    assert solid_colours(drawn) == {getattr(LIGHT, STATE_FIELDS[state])}


def test_states_are_told_apart_by_shape_alone() -> None:
    drawn = [shown(state_icon(state), ratio=2.0) for state in RuleState]
    assert min(differing(one, other) for one, other in combinations(drawn, 2)) > 0.03


@pytest.mark.parametrize("ask", [lambda: icon("no-such"), lambda: pixmap("no-such", 16, QColor("red"))])
def test_a_name_that_is_not_there_is_said_at_once(ask: object) -> None:
    with pytest.raises(NoSuchIcon, match=r"'no-such'.*overview"):
        ask()  # type: ignore[operator]


def test_a_colour_that_is_not_there_is_said_at_once() -> None:
    with pytest.raises(NoSuchIcon, match=r"'pink'.*accent"):
        icon("vault", "pink")


def test_what_draws_them_is_loaded_with_the_first_one() -> None:
    script = "import sys, app.ui.theme.icons, app.ui.tray.icon; print('PySide6.QtSvg' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"


def test_a_button_keeps_its_icon_when_nobody_else_does():
    """PySide destroys an engine with the first QIcon that Python had of it; a crash would end only the other process."""
    script = (
        "import gc; from PySide6.QtWidgets import QApplication, QPushButton; a = QApplication([]); "
        "from app.ui.theme.icons import icon; b = QPushButton(); b.setIcon(icon('lock', 'accent')); gc.collect(); "
        "assert not b.icon().pixmap(16, 16).isNull(); b.setIcon(icon('unlock')); gc.collect(); b.grab()"
    )
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (answer.returncode, answer.stderr) == (0, "")
