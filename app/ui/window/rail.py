"""The rail: where you are and where you can go, with what waits there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.pages.page import PageId
from app.ui.theme.icons import icon
from app.ui.theme.type import Size, of_size
from app.ui.tray.icon import app_icon

WIDTH = 184
ICON = QSize(20, 20)

NAMES: Mapping[PageId, Message] = {
    PageId.OVERVIEW: msg("ui.page.overview"),
    PageId.FINDINGS: msg("ui.page.findings"),
    PageId.PROJECTS: msg("ui.page.projects"),
    PageId.VAULT: msg("ui.page.vault"),
    PageId.DOCUMENTS: msg("ui.page.documents"),
    PageId.TEAM: msg("ui.page.team"),
    PageId.REGISTERS: msg("ui.page.registers"),
    PageId.SETTINGS: msg("ui.page.settings"),
    PageId.ABOUT: msg("ui.page.about"),
}
BELOW = PageId.SETTINGS  # from here on at the foot: not part of the daily work


class Rail(QWidget):
    """Up and down walk, Ctrl+1 to Ctrl+9 jump."""

    wanted = Signal(str)  # a PageId's value

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._group = QButtonGroup(self)
        self._buttons: dict[PageId, QPushButton] = {}
        self.setProperty("look", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(desk.text(msg("ui.rail")))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 16, 12, 12)
        lines.setSpacing(2)
        lines.addLayout(self._mark())
        lines.addSpacing(12)
        for number, page in enumerate(PageId, 1):
            if page is BELOW:
                lines.addStretch(1)
            lines.addWidget(self._button(page, number))
        self._group.buttonClicked.connect(self._clicked)

    def show_page(self, page: PageId) -> None:
        self._buttons[page].setChecked(True)

    def count(self, page: PageId, number: int) -> None:
        """How much waits on a page."""
        name = self._desk.text(NAMES[page])
        counted = msg("ui.rail.counted", page=name, n=number)
        self._buttons[page].setText(f" {name}   {self._desk.texts.number(number)}" if number else f" {name}")
        self._buttons[page].setAccessibleName(self._desk.text(counted) if number else name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        buttons: list[QAbstractButton] = [self._buttons[page] for page in PageId]
        at = next((n for n, button in enumerate(buttons) if button.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        buttons[(at + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _mark(self) -> QVBoxLayout:
        picture, name = QLabel(), QLabel(self._desk.text(msg("ui.app")))
        picture.setPixmap(app_icon().pixmap(QSize(28, 28), self.devicePixelRatioF()))
        name.setFont(of_size(Size.SMALL, weight=name.font().Weight.DemiBold))
        lines = QVBoxLayout()
        lines.setContentsMargins(12, 0, 0, 0)
        lines.setSpacing(6)
        lines.addWidget(picture)
        lines.addWidget(name)
        return lines

    def _button(self, page: PageId, number: int) -> QPushButton:
        name = self._desk.text(NAMES[page])
        button = QPushButton(f" {name}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it was
        button.setCheckable(True)
        button.setIcon(icon(page.value))
        button.setIconSize(ICON)
        button.setProperty("look", "rail")
        button.setProperty("page", page.value)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} (Ctrl+{number})")
        shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
        shortcut.activated.connect(button.click)
        self._group.addButton(button)
        self._buttons[page] = button
        return button

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        self.wanted.emit(str(button.property("page")))
