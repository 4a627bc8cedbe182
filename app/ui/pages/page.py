"""What every page is: a sentence on top, a body below, loaded in the background and shown again when something changed."""

from __future__ import annotations

from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import Headline

T = TypeVar("T")
MARGIN = 24
GRID = 8
WIDEST = 960


class PageId(StrEnum):
    """In the order of the rail."""

    OVERVIEW = "overview"
    FINDINGS = "findings"
    PROJECTS = "projects"
    VAULT = "vault"
    DOCUMENTS = "documents"
    TEAM = "team"
    REGISTERS = "registers"
    SETTINGS = "settings"
    ABOUT = "about"


class Page(QWidget, Generic[T]):
    """A page makes its widgets in `build`, looks things up in `load` (in a working thread; it may raise AssistantError) and
    shows them in `present`. What was loaded is an immutable value: when it is equal to what is shown, nothing is done.

    `scrolls`: the whole page scrolls; pages with lists of their own fill the height instead.
    """

    scrolls = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.shown: T | None = None
        self.is_presented = False
        self.headline = Headline()
        self._loading = False
        self._again = False
        self._subject: object = None
        self.body = QVBoxLayout()
        self.body.setSpacing(2 * GRID)
        self._trouble = EmptyState(desk.text, "state-unknown")
        self._trouble.hide()
        self._trouble.button.clicked.connect(self.reload)
        self._content = QWidget()
        self._content.setProperty("look", "page")
        self._lay_out()
        self.build()

    # -- what a page defines ------------------------------------------------------------------------------------------

    def build(self) -> None:
        """Make the widgets of `self.body`, once."""
        raise NotImplementedError

    def load(self) -> T:
        """What the page shows, looked up in a working thread. Raises AssistantError."""
        raise NotImplementedError

    def present(self, loaded: T) -> None:
        """Show what was loaded; in the window's thread."""
        raise NotImplementedError

    def show_subject(self, subject: object) -> None:
        """Bring one thing forward (a finding's group, a project); called after `present`."""

    # -- what the window does -----------------------------------------------------------------------------------------

    def open(self, subject: object = None) -> None:
        """The page was chosen, perhaps for one thing on it."""
        self._subject = subject
        if self.is_presented and subject is not None:
            self.show_subject(subject)
            self._subject = None
        if self.is_presented or not self._loading:  # else the first look is under way
            self.reload()

    @Slot()
    def reload(self) -> None:
        """Look again. While a look is under way one more is remembered."""
        if self._loading:
            self._again = True
            return
        self._loading = True
        self.desk.jobs.read(self.load, self._loaded, self._failed)

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll, where the page scrolls, until the beginning of a part is seen."""
        if self._area is not None:
            top = part.mapTo(self._content, QPoint(0, 0)).y()
            self._area.verticalScrollBar().setValue(top)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        super().showEvent(event)
        if not self.is_presented:
            self.reload()

    # -- how ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _loaded(self, loaded: T) -> None:
        self._trouble.hide()
        self._content.show()
        if loaded != self.shown or not self.is_presented:
            self.shown, self.is_presented = loaded, True
            self.present(loaded)
        if self._subject is not None:
            subject, self._subject = self._subject, None
            self.show_subject(subject)
        self._ended()

    @Slot(object)
    def _failed(self, message: Message) -> None:
        """Never an empty page that looks as if all were well."""
        self._trouble.tell(msg("ui.page.failed"), message, msg("ui.page.again"))
        self._content.hide()
        self._trouble.show()
        self._ended()

    def _ended(self) -> None:
        self._loading = False
        if self._again:
            self._again = False
            self.reload()

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(2 * GRID)
        inner.addWidget(self.headline)
        inner.addLayout(self.body, 1)
        column = QWidget()
        column.setProperty("look", "page")
        column.setMaximumWidth(WIDEST + 2 * MARGIN if self.scrolls else 16_777_215)
        lines = QVBoxLayout(column)
        lines.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        lines.addWidget(self._content, 1)
        lines.addWidget(self._trouble, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = scrolling(column) if self.scrolls else None
        outer.addWidget(self._area or column)


def scrolling(column: QWidget) -> QScrollArea:
    """`column` in an area that scrolls up and down, never sideways."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    area.setWidget(column)
    return area
