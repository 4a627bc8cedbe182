"""The mark tells the state by shape as well as by colour, in every size and on every taskbar."""

from __future__ import annotations

import importlib.util
from itertools import combinations
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImageReader

from app.domain.rules import RuleState
from app.ui.theme.colours import DARK, LIGHT
from app.ui.tray.icon import APP_SIZES, TRAY_SIZES, app_icon, tray_icon
from app.ui.tray.mark import GRIDS, Shape, mark
from tests.ui.pictures import OPAQUE, contrast, covered, differing, greys, pixels, rows, solid_colours

ROOT = Path(__file__).resolve().parents[3]
LIGHT_BAR, DARK_BAR = "#F3F3F3", "#1F1F1F"  # Windows 11
ON = [(False, LIGHT_BAR), (True, DARK_BAR), (None, LIGHT_BAR), (None, DARK_BAR)]
STATES = (RuleState.OK, RuleState.ATTENTION, RuleState.OVERDUE, RuleState.UNKNOWN)
SIZES = (16, 20, 24, 32)

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("size", TRAY_SIZES)
class TestEachSize:
    def test_is_there_in_real_pixels(self, size: int) -> None:
        assert QSize(size, size) in tray_icon(RuleState.OK).availableSizes()
        assert tray_icon(RuleState.OK).pixmap(size, size).width() == size

    def test_states_are_told_apart_by_shape_alone(self, size: int) -> None:
        drawn = [tray_icon(state).pixmap(size, size) for state in STATES]
        assert min(differing(one, other) for one, other in combinations(drawn, 2)) > 0.1

    def test_states_show_enough_of_themselves(self, size: int) -> None:
        for state in STATES:
            assert 0.25 < covered(tray_icon(state).pixmap(size, size)) < 0.75


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("is_dark", "bar"), ON)
class TestOnEachTaskbar:
    def test_states_are_told_apart_without_colour(self, size: int, is_dark: bool | None, bar: str) -> None:
        seen = [greys(tray_icon(state, is_dark).pixmap(size, size), bar) for state in STATES]
        for one, other in combinations(seen, 2):
            changed = sum(abs(a - b) > 0.2 for a, b in zip(one, other, strict=True))
            assert changed / len(one) > 0.1

    def test_it_stands_out(self, size: int, is_dark: bool | None, bar: str) -> None:
        """Non-text contrast of WCAG 2.2, 1.4.11."""
        for state in STATES:
            (colour,) = solid_colours(tray_icon(state, is_dark).pixmap(size, size))
            assert contrast(colour, bar) >= 3


@pytest.mark.parametrize(
    ("scale", "real"), [(1.0, 16), (1.25, 20), (1.5, 24), (1.75, 28), (2.0, 32), (2.5, 40), (3.0, 48)]
)
def test_a_scaled_taskbar_gets_the_size_that_was_made_for_it(scale: float, real: int) -> None:
    assert tray_icon(RuleState.OK).pixmap(QSize(16, 16), scale).width() == real


@pytest.mark.parametrize("size", TRAY_SIZES)
@pytest.mark.parametrize("state", STATES)
def test_most_of_it_is_drawn_in_full(state: RuleState, size: int) -> None:
    """What is half covered is grey, and a mark of greys looks blurred."""
    drawn = [pixel[3] for pixel in pixels(tray_icon(state).pixmap(size, size)) if pixel[3]]
    assert sum(alpha > 0.9 * OPAQUE for alpha in drawn) / len(drawn) > 0.5


@pytest.mark.parametrize("is_dark", [True, False])
@pytest.mark.parametrize("state", STATES)
def test_colours_are_those_of_the_window(state: RuleState, is_dark: bool) -> None:
    drawn = tray_icon(state, is_dark).pixmap(32, 32)
    assert solid_colours(drawn) == {(DARK if is_dark else LIGHT).of_state(state)}


@pytest.mark.parametrize("state", [RuleState.PLANNED, RuleState.NOT_APPLICABLE])
def test_what_was_not_looked_at_is_unknown_and_never_green(state: RuleState) -> None:
    for is_dark in (True, False, None):
        nothing, unknown = (tray_icon(s, is_dark).pixmap(20, 20) for s in (state, RuleState.UNKNOWN))
        assert pixels(nothing) == pixels(unknown)


@pytest.mark.parametrize("size", sorted(GRIDS))
@pytest.mark.parametrize("shape", [Shape.PLAIN, Shape.OUTLINE])
def test_edges_lie_on_whole_pixels(shape: Shape, size: int) -> None:
    """Straight down the sides and along the top there is no half pixel."""
    bounds = mark(shape, size).boundingRect()
    assert (bounds.left(), bounds.top(), bounds.right()) == (
        round(bounds.left()),
        round(bounds.top()),
        round(bounds.right()),
    )
    assert bounds.left() >= 0
    assert max(bounds.right(), bounds.bottom()) <= size


@pytest.mark.parametrize("size", sorted(GRIDS))
@pytest.mark.parametrize("shape", Shape)
def test_nothing_of_it_is_cut_off_or_lopsided(shape: Shape, size: int) -> None:
    bounds = mark(shape, size).boundingRect()
    assert min(bounds.left(), bounds.top()) >= 0
    assert max(bounds.right(), bounds.bottom()) <= size
    if shape in (Shape.PLAIN, Shape.OUTLINE):
        drawn = rows(tray_icon(RuleState.OK if shape is Shape.PLAIN else RuleState.UNKNOWN).pixmap(size, size))
        assert all(abs(a[3] - b[3]) <= 16 for row in drawn for a, b in zip(row, reversed(row), strict=True))


@pytest.mark.parametrize("pixels_wide", [18, 36, 40, 96, 128])
def test_sizes_between_the_grids_fill_their_square_as_well(pixels_wide: int) -> None:
    bounds = mark(Shape.PLAIN, pixels_wide).boundingRect()
    assert 0.85 < bounds.height() / pixels_wide <= 1


class TestProgram:
    @pytest.mark.parametrize("size", APP_SIZES)
    @pytest.mark.parametrize("bar", [LIGHT_BAR, DARK_BAR])
    def test_its_icon_stands_out_and_so_does_the_v_in_it(self, size: int, bar: str) -> None:
        drawn = rows(app_icon().pixmap(size, size))
        inside = [pixel for pixel in drawn[size // 4] if pixel[3] == OPAQUE]
        body, *_ = (f"#{r:02X}{g:02X}{b:02X}" for r, g, b, _ in inside)
        brightest = max(pixels(app_icon().pixmap(size, size)))
        assert contrast(body, bar) >= 3
        assert contrast(body, "#{:02X}{:02X}{:02X}".format(*brightest[:3])) >= 3

    def test_windows_gets_the_same_pictures_in_one_file(self) -> None:
        """Made by installer/windows_icon.py; this fails when the drawing was changed and the file was not."""
        maker = windows_icon()
        reader = QImageReader(str(maker.ICON))
        assert reader.imageCount() == len(maker.SIZES)
        for number, size in enumerate(maker.SIZES):
            assert reader.jumpToImage(number)
            read = reader.read()
            assert (read.width(), read.height()) == (size, size)
            expected = app_icon().pixmap(size, size)
            pairs = zip(pixels(read), pixels(expected), strict=True)
            assert all(abs(a - b) <= 8 for one, other in pairs for a, b in zip(one, other, strict=True) if one[3] > 32)

    def test_the_file_for_windows_can_be_made_again(self, tmp_path: Path) -> None:
        assert QGuiApplication.instance() is not None
        again = tmp_path / "again.ico"
        assert windows_icon().main([str(again)]) == 0
        assert QImageReader(str(again)).imageCount() == 8


def windows_icon() -> ModuleType:
    """The maker, which is a program of its own beside the product."""
    place = importlib.util.spec_from_file_location("windows_icon", ROOT / "installer" / "windows_icon.py")
    assert place is not None
    assert place.loader is not None
    module = importlib.util.module_from_spec(place)
    place.loader.exec_module(module)
    return module
