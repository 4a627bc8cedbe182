"""The real main window over a scene: what tests look at and screenshots are made of."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.system.language import texts
from app.ui.desk import Desk
from app.ui.jobs import Jobs
from app.ui.pages.catalogue import page_makers
from app.ui.pages.page import Page, PageId
from app.ui.texts import WindowTexts
from app.ui.theme.appearance import wear
from app.ui.theme.colours import DARK, LIGHT, palette_of
from app.ui.theme.type import window_font
from app.ui.window.main import MainWindow
from tests.ui.scenes import Scene

PATIENCE = 20.0  # seconds that a page may take on a loaded machine


@dataclass(frozen=True, slots=True)
class Opened:
    """A window with what it stands on."""

    window: MainWindow
    desk: Desk
    jobs: Jobs

    def page(self, page: PageId, subject: object = None) -> Page[object]:
        """Go to a page and wait until it shows what there is."""
        self.window.open_page(page.value, subject)
        settle(self.jobs)
        current = self.window.current
        assert current is not None
        return current


def application() -> QApplication:
    """The one Qt application of this process, with our font."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    made = QApplication([])
    made.setStyle("fusion")
    QApplication.setFont(window_font(made.font()))
    return made


def dress(*, dark: bool) -> None:
    wear(application(), palette_of(DARK if dark else LIGHT))


@contextmanager
def opened(scene: Scene, language: str = "nl", size: QSize | None = None) -> Iterator[Opened]:
    """The window over `scene`, closed and forgotten afterwards. As in the app, Python's collector runs in this thread only:
    in a working one it would finish Qt objects (see `app.ui.collecting`)."""
    gc.disable()
    application()  # whichever test comes first in its process
    jobs = Jobs()
    desk = Desk(WindowTexts(texts(language)), jobs, scene.laptop.app.clock)
    window = MainWindow(desk, page_makers(scene.laptop.app))
    if size is not None:
        window.resize(size)
    window.come_forward()
    try:
        yield Opened(window, desk, jobs)
    finally:
        window.hide()
        jobs.close()
        window.deleteLater()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, 52)  # QEvent::DeferredDelete
        gc.collect()
        gc.enable()


def settle(jobs: Jobs) -> None:
    """Until nothing is being looked up and everything is laid out."""
    until = time.monotonic() + PATIENCE
    for _ in range(2):  # what arrives may ask for more
        QApplication.processEvents()
        while not jobs.is_idle:
            assert time.monotonic() < until, "a page did not finish loading"
            loop = QEventLoop()
            jobs.idle.connect(loop.quit)
            QTimer.singleShot(50, loop.quit)
            loop.exec()
        QApplication.processEvents()


def every_widget(root: QWidget) -> Iterator[QWidget]:
    """All visible widgets below `root`."""
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root):
            yield widget
