"""The mark as icons: for the tray, in the state's colour and shape, and for the program itself."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPixmap

from app.domain.rules import RuleState
from app.system.resources.drawings import drawing
from app.ui.theme.colours import DARK, LIGHT
from app.ui.tray.mark import GRIDS, Shape, mark

# What taskbars show at 100 to 400 %, and 22 and 44 for panels on Linux.
TRAY_SIZES: Final = (16, 20, 22, 24, 28, 32, 40, 44, 48, 64)
# What title bars, taskbars and menus show, and 28 to 56 for the head of the window.
APP_SIZES: Final = (16, 20, 24, 28, 32, 35, 40, 42, 48, 56, 64, 128, 256)
SMALL: Final = 24  # up to here the program's icon keeps to the grid, without the fold of its V
BODY, VEE = "#12819A", "#FFFFFF"

SHAPES: Final = MappingProxyType(
    {
        RuleState.OK: Shape.PLAIN,
        RuleState.ATTENTION: Shape.TRIANGLE,
        RuleState.OVERDUE: Shape.OCTAGON,
        RuleState.UNKNOWN: Shape.OUTLINE,
        # When nothing could be looked at, nothing is known: never the plain shield.
        RuleState.NOT_APPLICABLE: Shape.OUTLINE,
        RuleState.PLANNED: Shape.OUTLINE,
    }
)

# Between the light and the dark value of look.md: over 3.6:1 on a light (#F3F3F3) and on a dark (#1F1F1F) taskbar.
ON_ANY_TASKBAR: Final = MappingProxyType(
    {Shape.PLAIN: "#2A8F55", Shape.TRIANGLE: "#B06C0A", Shape.OCTAGON: "#D8483E", Shape.OUTLINE: "#738091"}
)


@cache
def tray_icon(state: RuleState, dark_taskbar: bool | None = None) -> QIcon:
    """The mark for the state of this laptop. `dark_taskbar`: None where the system does not tell."""
    shape = SHAPES[state]
    colour = QColor(_colour(state, dark_taskbar))
    result = QIcon()
    for size in TRAY_SIZES:
        result.addPixmap(_painted(size, (mark(shape, size), colour)))
    return result


@cache
def app_icon() -> QIcon:
    """The program's own icon, for its windows and its entry in menus."""
    result = QIcon()
    for size in APP_SIZES:
        result.addPixmap(_small(size) if size <= SMALL else _drawn(size))
    return result


def _colour(state: RuleState, dark_taskbar: bool | None) -> str:
    shape = SHAPES[state]
    if dark_taskbar is None:
        return ON_ANY_TASKBAR[shape]
    colours = DARK if dark_taskbar else LIGHT
    return colours.unknown if shape is Shape.OUTLINE else colours.of_state(state)


def _small(size: int) -> QPixmap:
    grid = GRIDS[size]
    vee = grid.plain_vee.path(grid.plain.middle)
    return _painted(size, (grid.plain.path(), QColor(BODY)), (vee, QColor(VEE)))


def _painted(size: int, *parts: tuple[QPainterPath, QColor]) -> QPixmap:
    result = QPixmap(size, size)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for path, colour in parts:
        painter.fillPath(path, colour)
    painter.end()
    return result


def _drawn(size: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    result = QPixmap(size, size)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    QSvgRenderer(QByteArray(drawing("vroom").encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return result
