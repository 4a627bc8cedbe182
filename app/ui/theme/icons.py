"""The icons of the window: Lucide's drawings, coloured and rendered for exactly the pixels that are asked for.

An icon looks its colour up when it is painted, so a change of the system's scheme needs no new icon. A new one: its SVG
from the npm package lucide-static into `resources/icons`, named after what it means here, and that name into `NAMES`.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap, QPixmapCache

from app.domain.rules import RuleState
from app.system.resources.drawings import drawing
from app.ui.theme.colours import STATE_FIELDS, Colours, colours_of

NAMES: Final = (
    *("overview", "findings", "projects", "vault", "documents", "team", "registers", "settings", "about"),
    *("search", "plus", "close", "check", "chevron-right", "chevron-down", "chevron-left", "more", "open"),
    *("folder", "file", "file-text", "mail", "send", "download", "upload", "trash", "undo", "lock", "unlock", "shield"),
    *("clock", "calendar", "pause", "play", "user", "users", "building", "key", "info", "help", "copy", "edit"),
    *("refresh", "eye", "eye-off", "filter", "stop", "hand", "archive", "certificate", "laptop", "car", "power"),
    *("bell", "language", "drop"),
    *("state-ok", "state-attention", "state-overdue", "state-unknown", "state-planned", "state-not-applicable"),
)
_KNOWN: Final = frozenset(NAMES)
_COLOURS: Final = frozenset(Colours.__dataclass_fields__)


class NoSuchIcon(ValueError):
    """A name or colour that is not on the list: a mistake of the programmer, so it is said at once."""


def icon(name: str, colour: QColor | str = "text") -> QIcon:
    """The icon in a fixed colour, or in one of the theme's by the name of its field in `Colours`. Raises NoSuchIcon."""
    _look_up(name)
    if isinstance(colour, str) and colour not in _COLOURS:
        raise NoSuchIcon(f"no colour {colour!r} in Colours; there are {', '.join(sorted(_COLOURS))}")
    return _drawn(name, colour if isinstance(colour, str) else colour.rgba())


@cache
def _drawn(name: str, colour: str | int) -> QIcon:
    """Kept for good: PySide destroys an engine together with the first QIcon that Python had of it, while Qt still draws
    with its copies (in buttons, menus, the tray)."""
    return QIcon(_Engine(name, colour if isinstance(colour, str) else QColor.fromRgba(colour)))


def state_icon(state: RuleState) -> QIcon:
    """A state by its shape and its colour."""
    return icon(f"state-{state.value}", STATE_FIELDS[state])


def pixmap(name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """`size` x `size` at 100 %, made of `size * ratio` real pixels. Raises NoSuchIcon."""
    _look_up(name)
    pixels = max(1, round(size * ratio))
    key = f"vroom/{name}/{size}/{pixels}/{colour.rgba():08x}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        found = _rendered(name, pixels, _stroke(size), colour)
        found.setDevicePixelRatio(ratio)
        QPixmapCache.insert(key, found)
    return found


class _Engine(QIconEngine):
    """Draws on demand: Qt asks again for every size, mode and scale."""

    def __init__(self, name: str, colour: QColor | str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State, /) -> None:
        drawn = self.scaledPixmap(rect.size(), mode, state, painter.device().devicePixelRatio())
        side = min(rect.width(), rect.height())
        painter.drawPixmap(rect.topLeft() + QPoint(rect.width() - side, rect.height() - side) / 2, drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, /) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802  # Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float, /
    ) -> QPixmap:
        return pixmap(self._name, min(size.width(), size.height()), self._colour_now(mode), scale)

    def clone(self, /) -> QIconEngine:
        # PySide cannot hand a clone over to Qt. Qt asks for one only when somebody adds pixmaps to a copy of the icon.
        raise NotImplementedError(f"icon {self._name} is drawn; no pixmaps can be added to it")

    def _colour_now(self, mode: QIcon.Mode) -> QColor:
        """Chosen rows keep the colour of text: their ground is a soft one (`Colours.selected`)."""
        palette = QGuiApplication.palette()
        if mode == QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
        if isinstance(self._colour, QColor):
            return self._colour
        return QColor(getattr(colours_of(palette), self._colour))


def _look_up(name: str) -> None:
    if name not in _KNOWN:
        raise NoSuchIcon(f"no icon {name!r} in resources/icons; there are {', '.join(NAMES)}")


def _stroke(size: int) -> str:
    """Width of the lines in units of the drawing (24 across): about 1.5 pixels at 100 % in each size."""
    if size <= 16:
        return "2"
    return "1.75" if size < 32 else "1.5"


def _rendered(name: str, pixels: int, stroke: str, colour: QColor) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # only when the first icon is seen

    text = drawing(name).replace("currentColor", colour.name()).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    result = QPixmap(pixels, pixels)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return result
