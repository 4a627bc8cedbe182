"""Text on a page: the sentence on top, sections, paragraphs, small print, chips."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.theme.type import Size, of_size


class Text(QLabel):
    """Plain text that wraps; what comes from outside is never read as markup."""

    def __init__(
        self,
        text: str = "",
        size: Size = Size.SMALL,
        weight: QFont.Weight = QFont.Weight.Normal,
        *,
        look: str = "",
        wraps: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setFont(of_size(size, weight))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        if look:
            self.setProperty("look", look)

    def look(self, look: str) -> None:
        """Change how it looks (`muted`, `error`, or nothing)."""
        self.setProperty("look", look)
        self.style().unpolish(self)
        self.style().polish(self)


class Headline(Text):
    """The answer of a page, as a sentence in large type."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Size.HEADLINE, QFont.Weight.DemiBold, parent=parent)


class Title(Text):
    """Of a thing on a page: the chosen finding, a project, a dialog."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Size.TITLE, QFont.Weight.DemiBold, parent=parent)


class Section(Text):
    """Heads a part of a page."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Size.BODY, QFont.Weight.DemiBold, parent=parent)


class Muted(Text):
    """Small print: what may be skipped."""

    def __init__(self, text: str = "", size: Size = Size.SMALL, parent: QWidget | None = None) -> None:
        super().__init__(text, size, look="muted", parent=parent)


class Chip(QLabel):
    """A word or two with a border of its own: a reason, a property. `strong` stands out."""

    def __init__(self, text: str, *, strong: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", "chip-strong" if strong else "chip")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
