"""The main window. Pages are made when they are first opened and go with the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from app.ui.desk import Desk
from app.ui.pages.page import Page, PageId
from app.ui.tray.icon import app_icon
from app.ui.widgets.snack import Snack
from app.ui.window.rail import NAMES, Rail

USUAL = QSize(1120, 720)
LEAST = QSize(900, 600)

PageMaker = Callable[[Desk], Page[Any]]


class MainWindow(QMainWindow):
    """`makers`: how each page is made. `closing` is emitted when the person closed it."""

    closing = Signal()
    came_forward = Signal(bool)  # whether the person looks at it

    def __init__(self, desk: Desk, makers: Mapping[PageId, PageMaker]) -> None:
        super().__init__()
        self._desk = desk
        self._makers = makers
        self._pages: dict[PageId, Page[Any]] = {}
        self.setWindowIcon(app_icon())
        self.setMinimumSize(LEAST)
        self.resize(USUAL)
        self.rail = Rail(desk)
        self._stack = QStackedWidget()
        self._lay_out()
        self.snack = Snack(desk, self._stack)
        self.rail.wanted.connect(self.open_page)
        desk.page_wanted.connect(self.open_page)
        desk.news.connect(self.snack.tell)
        desk.acted.connect(self.look_again)
        for keys in ("F5", "Ctrl+R"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.look_again)
        QShortcut(QKeySequence("Ctrl+W"), self).activated.connect(self.close)

    @property
    def current(self) -> Page[Any] | None:
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    @property
    def current_id(self) -> PageId | None:
        return next((id_ for id_, page in self._pages.items() if page is self.current), None)

    @Slot(str)
    @Slot(str, object)
    def open_page(self, name: str, subject: object = None) -> None:
        page_id = PageId(name)
        page = self._pages.get(page_id)
        if page is None:
            page = self._pages[page_id] = self._makers[page_id](self._desk)
            self._stack.addWidget(page)
        self.rail.show_page(page_id)
        self._stack.setCurrentWidget(page)
        self.snack.raise_()  # a page that was made just now lies above it
        title = self._desk.text(NAMES[page_id])
        self.setWindowTitle(title)  # Qt adds the name of the application
        page.open(subject)

    @Slot()
    def look_again(self) -> None:
        """Something changed, or the person asked: the page in front loads anew; the others do when they come forward."""
        if self.current is not None and self.isVisible():
            self.current.reload()

    def come_forward(self) -> None:
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        has_keyboard = self.focusWidget() is not None  # where the person was, or where the page begins
        self.show()
        if not has_keyboard:
            self.setFocus()  # on no control in particular: Tab begins with the rail
        self.raise_()
        self.activateWindow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  # Qt's names
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            self.came_forward.emit(self.isActiveWindow())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """The shell decides what closing means: with a tray the window goes, without one it is only laid aside."""
        event.ignore()
        self.closing.emit()

    def _lay_out(self) -> None:
        middle = QWidget()
        line = QHBoxLayout(middle)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
