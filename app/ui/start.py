"""Starts the tray app: one for each person, whichever way it is called."""

from __future__ import annotations

import signal
import socket
import sys
import time
import traceback
from types import FrameType, TracebackType

from PySide6.QtCore import QLibraryInfo, QObject, QSocketNotifier, QTranslator, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app import __version__
from app.assistant import Site, data_directory
from app.domain.messages import msg
from app.system.language import pick_language, text_ids, texts
from app.system.lease import guard_lease
from app.system.log import forget_log, keep_log
from app.system.memory import be_frugal
from app.system.notify import claim_application_id
from app.ui.instance import Doorbell, address, ask_to_show
from app.ui.shell import Shell
from app.ui.theme.appearance import Appearance
from app.ui.tray.icon import app_icon

TURN = 0.0005  # seconds that a working thread keeps Python while the window waits for it (usual: 0.005)
TRIES, BETWEEN_TRIES = 30, 0.1  # seconds
ELSEWHERE = 3  # it runs, but its window cannot be reached from here


def run(site: Site, *, opens_window: bool = True) -> int:
    """Run until the person quits; gives the exit code."""
    be_frugal()
    claim_application_id()
    sys.setswitchinterval(TURN)
    application = QApplication(sys.argv[:1])
    dress(application, pick_language(site.language))
    directory = data_directory(site)
    where = address(directory.root)
    lease = guard_lease(directory.lease("window"))
    if opens_window and ask_to_show(where):
        return 0
    if directory.root.is_dir() and not lease.try_acquire():
        if not opens_window:
            return 0  # the system looks every few minutes whether it runs: nobody asked for a window
        return _leave_it_to_the_other(where, site)
    # On a first start the lease has no folder yet: then it is taken when the store was made.
    shell = Shell(application, site, opens_window=opens_window, is_first=lambda: lease.is_held or lease.try_acquire())
    doorbell = Doorbell(where, shell)
    doorbell.rung.connect(shell.show_window)
    shell.ended.connect(application.exit)
    interruptions = Interruptions(shell)
    application.commitDataRequest.connect(shell.session_ends)
    kept = keep_log(data_directory(site).root, text_ids())
    shell.begin()
    try:
        return application.exec()
    finally:
        forget_log(kept)
        interruptions.close()
        doorbell.close()
        lease.release()


def _leave_it_to_the_other(where: str, site: Site) -> int:
    """Another one holds the lease: it may be starting just now, or run where its window cannot be reached from."""
    for _ in range(TRIES):
        if ask_to_show(where):
            return 0
        time.sleep(BETWEEN_TRIES)  # there is nothing to draw yet, and no wake-up call
    print(texts(pick_language(site.language)).render(msg("ui.start.elsewhere")), file=sys.stderr)
    return ELSEWHERE


def dress(application: QApplication, language: str) -> Appearance:
    """Name, icon, colours, and the language of Qt's own dialogs."""
    application.setApplicationName("vroom-assistant")
    application.setApplicationDisplayName(texts(language).render(msg("ui.app")))
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("vroom-assistant")
    application.setQuitOnLastWindowClosed(False)
    application.setWindowIcon(QIcon(app_icon()))
    translate_qt(application, language)
    appearance = Appearance(application)
    appearance.follow()
    return appearance


def translate_qt(application: QApplication, language: str) -> None:
    """Qt's own words (file dialogs) come with Qt; there is no Dutch without its file, and then they stay English."""
    translator = QTranslator(application)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


class Interruptions(QObject):
    """Ctrl+C and a polite kill end the app in order. Python sees a signal when it next runs; a socket makes it run."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._here, self._there = socket.socketpair()
        for end in (self._here, self._there):
            end.setblocking(False)
        self._former = signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        self._hook, sys.excepthook = sys.excepthook, self._unexpected
        for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _noted)

    def close(self) -> None:
        sys.excepthook = self._hook
        signal.set_wakeup_fd(self._former)
        self._notifier.setEnabled(False)
        self._here.close()
        self._there.close()

    @Slot()
    def _woken(self) -> None:
        if self._here.recv(16):
            self._shell.quit()

    def _unexpected(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A bug in a slot: said in the window, in the log without arguments, and the app goes on."""
        print(
            "".join([f"{kind.__name__}\n", *traceback.format_tb(trace)]), end="", file=sys.stderr
        )  # a windowed program has none
        self._shell.say_unexpected(kind.__name__)


def _noted(_number: int, _frame: FrameType | None) -> None:
    """The wake-up socket carries the news; without a handler of its own the signal would end the process at once."""
