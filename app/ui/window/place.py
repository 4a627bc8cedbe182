"""Where the window comes from and where it goes: made when it is asked for, forgotten when it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

from app.assistant import Assistant
from app.domain.messages import msg
from app.domain.rules import RuleState
from app.domain.today import NeedAction, Today
from app.system.capture import exclude_from_capture
from app.ui.collecting import Collecting
from app.ui.desk import Desk
from app.ui.jobs import Jobs
from app.ui.pages.catalogue import load_pages, page_makers
from app.ui.pages.overview.leading import PAGES
from app.ui.pages.page import PageId
from app.ui.texts import WindowTexts
from app.ui.tray.tray import Tray
from app.ui.window.main import MainWindow

if TYPE_CHECKING:
    from app.ui.first_start.window import FirstStart

GEOMETRY = "geometry"
LATER_MS = 500  # the first page is there by then
DECIDING = (NeedAction.DECIDE, NeedAction.DECIDE_ALL, NeedAction.STOP_SYNC, NeedAction.FILE_ANSWER)


class WindowPlace(QObject):
    acted = Signal()
    language_changed = Signal()
    came_forward = Signal(bool)

    def __init__(self, assistant: Assistant, jobs: Jobs, tray: Tray, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._assistant = assistant
        self._jobs = jobs
        self._tray = tray
        self.window: MainWindow | None = None
        self._desk: Desk | None = None
        self._today: Today | None = None
        self._first: FirstStart | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        self._application.focusWindowChanged.connect(self._keep_private)

    @property
    def is_shown(self) -> bool:
        """Whether a page stands there with something on it."""
        page = self.window.current if self.window is not None else None
        return page is not None and page.is_presented

    def speak(self, texts: WindowTexts) -> None:
        """In this language from now on; an open window is made anew on the page where it was."""
        page = self.window.current_id if self.window is not None else None
        self._forget()
        if self._desk is not None:
            self._desk.deleteLater()
        self._desk = Desk(texts, self._jobs, self._assistant.clock, self)
        self._desk.acted.connect(self.acted)
        self._desk.language_changed.connect(self.language_changed)
        if page is not None:
            self.show_page(page.value)

    @Slot()
    def show(self) -> None:
        """Where it was, or on the overview."""
        if self.window is None:
            self._make(PageId.OVERVIEW.value, None)
        if self.window is not None:
            self.window.come_forward()
            self._set_up_first()
            QTimer.singleShot(LATER_MS, self._load_pages)

    @Slot(str, object)
    def show_page(self, page: str, subject: object = None) -> None:
        if self.window is None:
            self._make(page, subject)
        else:
            self.window.open_page(page, subject)
        if self.window is not None:
            self.window.come_forward()

    @Slot()
    def look_again(self) -> None:
        if self.window is not None:
            self.window.look_again()

    def count(self, today: Today) -> None:
        """What waits, beside the names of the pages."""
        self._today = today
        if self.window is not None:
            waiting = [need for need in today.needs if need.state is not RuleState.OK]
            self.window.rail.count(PageId.OVERVIEW, len(waiting))
            deciding = [need for need in today.needs if need.action in DECIDING]
            self.window.rail.count(PageId.FINDINGS, sum(need.count for need in deciding))
            for page in (PageId.DOCUMENTS, PageId.TEAM):
                self.window.rail.count(page, sum(need.count for need in waiting if PAGES[need.action] is page))

    def say_unexpected(self, kind: str) -> None:
        if self.window is not None and self._desk is not None:
            self._desk.tell(msg("ui.unexpected", kind=kind))

    def close(self) -> None:
        self._forget()
        self._application.focusWindowChanged.disconnect(self._keep_private)

    # -- how ----------------------------------------------------------------------------------------------------------

    def _make(self, page: str, subject: object) -> None:
        if self._desk is None:
            return
        self.window = MainWindow(self._desk, page_makers(self._assistant))
        self.window.closing.connect(self._lay_aside)
        self.window.came_forward.connect(self.came_forward)
        kept = self._memory().value(GEOMETRY)
        if isinstance(kept, QByteArray):
            self.window.restoreGeometry(kept)
        self.window.open_page(page, subject)
        self._keep_private(self.window.windowHandle())
        if self._today is not None:
            self.count(self._today)

    def _set_up_first(self) -> None:
        """On an empty laptop the first thing is to be asked what the assistant needs."""
        first_start = self._assistant.first_start
        if self._desk is None or self.window is None or self._first is not None or not first_start.is_needed():
            return
        from app.ui.first_start.window import FirstStart  # most starts never need it

        self._first = FirstStart(self._desk, first_start, self.window)
        self._first.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._first.destroyed.connect(self._set_up_ended)
        self._first.open()

    @Slot()
    def _set_up_ended(self) -> None:
        self._first = None

    @Slot()
    def _load_pages(self) -> None:
        self._jobs.read(load_pages, self._rested)

    @Slot(QWindow)
    def _keep_private(self, window: QWindow | None) -> None:
        """Dialogs show clients too: whatever comes forward is kept out of screen sharing, where the person wants that."""
        if window is not None:
            exclude_from_capture(int(window.winId()), self._assistant.settings.flag("window.hide_from_sharing"))

    @Slot()
    def _lay_aside(self) -> None:
        """With a tray the window goes and its memory with it; without one it must stay reachable."""
        if self.window is None:
            return
        if not self._tray.is_there:
            self.window.showMinimized()
            return
        # Only when Qt has taken the whole window apart may Python's collector take the rest: the order matters.
        self.window.destroyed.connect(self._give_back)
        self._forget()

    def _forget(self) -> None:
        window, self.window = self.window, None
        if window is None:
            return
        self._memory().setValue(GEOMETRY, window.saveGeometry())
        window.hide()
        window.deleteLater()
        self.came_forward.emit(False)

    @Slot()
    def _give_back(self) -> None:
        QTimer.singleShot(0, self._clean_up)

    @Slot()
    def _clean_up(self) -> None:
        Collecting.clean()
        self._jobs.read(self._assistant.rest, self._rested)

    @Slot(object)
    def _rested(self, _nothing: object) -> None:
        """Nothing to tell."""

    def _memory(self) -> QSettings:
        """Where the window stood: in the data directory, nothing personal."""
        return QSettings(str(self._assistant.directory.root / "window.ini"), QSettings.Format.IniFormat)
