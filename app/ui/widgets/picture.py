"""An icon on its own, drawn anew when the system's scheme or scale changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.theme.icons import icon


class Picture(QLabel):
    """Decoration: a screen reader passes over it unless it gets a name."""

    def __init__(self, name: str, colour: str = "text", size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon: QIcon = icon(name, colour)
        self.setFixedSize(QSize(size, size))
        self._draw()

    def draw(self, drawn: QIcon) -> None:
        self._icon = drawn
        self._draw()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._draw()
        return super().event(event)

    def _draw(self) -> None:
        self.setPixmap(self._icon.pixmap(self.size(), self.devicePixelRatioF()))
