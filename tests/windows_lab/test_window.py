"""The window as Windows draws it: by Qt's own platform there, on a real screen. What tests/ui looks at is not repeated."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

if sys.platform != "win32":
    pytest.skip("needs Windows: python dev.py test --windows", allow_module_level=True)

import winreg

os.environ.setdefault("QT_QPA_PLATFORM", "windows")  # before Qt is loaded

from PySide6.QtCore import QPoint, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QLabel, QSpinBox

from app.domain.idle import Phase
from app.domain.locking import LockNotice
from app.system.language import texts
from app.system.policy._windows import RegistryPolicy
from app.system.session_events import SessionEvent
from app.ui.lock.countdown import Countdown
from app.ui.pages.page import PageId
from app.ui.pages.settings.page import SettingsPage
from app.ui.texts import WindowTexts
from tests.system.session_events.test_session_events import WindowsSession
from tests.system.wine import is_wine
from tests.ui import walk
from tests.ui.scenes import Scene, three
from tests.ui.windows import application, dress, opened
from tests.windows_lab.credentials import forget_keys

pytestmark = pytest.mark.windows

PATIENCE = 30.0  # seconds in which the program starts, however busy the machine is
TRAY = "QTrayIconMessageWindow"  # Qt makes it when the icon is shown
LACKING = "Call not implemented"  # Qt tells of what Wine lacks
KEY = r"Software\Policies\VroomWindowTest\Assistant"
GWL_EXSTYLE, WS_EX_TOPMOST, WS_EX_NOACTIVATE = -20, 0x8, 0x08000000
NL = WindowTexts(texts("nl"))


@pytest.fixture(scope="module", autouse=True)
def _drawn_by_windows() -> None:
    application()
    dress(dark=False)
    if QApplication.platformName() != "windows":
        assert not is_wine(), "the laboratory draws with Qt's own platform"
        pytest.skip("something in this process has chosen another platform")


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory, _drawn_by_windows: None) -> Iterator[Scene]:
    """Made once: tests only look."""
    made = three(tmp_path_factory.mktemp("three"))
    yield made
    made.laptop.close()


@pytest.fixture
def warnings_of_qt() -> Iterator[list[str]]:
    heard: list[str] = []

    def hear(kind: QtMsgType, _context: object, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and LACKING not in text:
            heard.append(text)

    former = qInstallMessageHandler(hear)
    yield heard
    qInstallMessageHandler(former)


def until(condition: Callable[[], bool], what: str) -> None:
    ends = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < ends, what
        QApplication.processEvents()
        time.sleep(0.05)  # another process draws meanwhile


def windows_shown() -> dict[int, str]:
    """Handles and titles of the windows on the screen, and of those behind the icons in the tray."""
    user32 = ctypes.WinDLL("user32")
    found: dict[int, str] = {}

    @ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
    def note(window: int, _: int) -> int:
        title = ctypes.create_unicode_buffer(256)
        user32.GetWindowTextW(ctypes.c_void_p(window), title, 256)
        if title.value == TRAY or user32.IsWindowVisible(ctypes.c_void_p(window)):
            found[window] = title.value
        return 1

    assert user32.EnumWindows(note, None)
    return found


def test_the_program_shows_its_tray_and_a_second_start_its_window(tmp_path: Path) -> None:
    """VT-C4"""
    before, data = set(windows_shown()), tmp_path / "data"
    command = [sys.executable, "-m", "app", "--data-dir", str(data), "--lang", "nl"]

    def is_there(part: str) -> bool:
        return any(part in told for window, told in windows_shown().items() if window not in before)

    with ExitStack() as ending, (tmp_path / "said").open("wb") as said:
        first = ending.enter_context(subprocess.Popen([*command, "--in-tray"], stdout=said, stderr=said))
        ending.callback(first.kill)
        until(lambda: is_there(TRAY), "no tray")
        assert not is_there("Vroom assistent")
        assert subprocess.run(command, timeout=PATIENCE, stdout=said, stderr=said).returncode == 0
        until(lambda: is_there("Vroom assistent"), "no window")
        assert first.poll() is None
    forget_keys(data)
    told = (tmp_path / "said").read_text(encoding="utf-8").splitlines()
    assert [line for line in told if LACKING not in line] == []


@pytest.mark.parametrize("page", PageId)
def test_every_page_is_whole(scene: Scene, page: PageId, warnings_of_qt: list[str]) -> None:
    with opened(scene, "nl") as here:
        here.page(page)
        assert [*walk.cut(here.window), *walk.overflowing(here.window), *walk.nameless(here.window)] == []
    assert warnings_of_qt == []


def test_tables_menus_and_tool_tips_have_the_windows_font(scene: Scene) -> None:
    """Windows has fonts of its own for them, which Qt brings back with every change of colours."""
    with opened(scene, "nl"):
        dress(dark=True)
        dress(dark=False)
        for kind in ("QAbstractItemView", "QMenu", "QTipLabel", "QMessageBox"):
            assert QApplication.font(kind) == QApplication.font(), kind


def test_a_policy_of_the_registry_locks_its_rows_in_the_settings(tmp_path: Path) -> None:
    """VT-C4"""
    with winreg.CreateKey(winreg.HKEY_LOCAL_MACHINE, KEY) as key:
        winreg.SetValueEx(key, "findings.decide_hours", 0, winreg.REG_DWORD, 12)
        winreg.SetValueEx(key, "own.firm", 0, winreg.REG_SZ, "Adviesbureau Voorbeeld")
    try:
        reading = RegistryPolicy(KEY).read()
    finally:
        winreg.DeleteKey(winreg.HKEY_LOCAL_MACHINE, KEY)
    made = three(tmp_path, "policed", reading)
    with opened(made, "nl") as here:
        page = here.page(PageId.SETTINGS)
        assert isinstance(page, SettingsPage)
        firm = page._rows["own.firm"]
        assert firm.editor is None
        assert "IT heeft dit vastgelegd" in [label.text() for label in firm.findChildren(QLabel)]
        hours = page._rows["findings.decide_hours"].editor
        assert isinstance(hours, QSpinBox)
        assert hours.maximum() == 12  # a person may only be stricter
        assert page._rows["own.name"].editor is not None
    made.laptop.close()


def test_the_countdown_stands_over_everything_without_the_focus(scene: Scene) -> None:
    """VR-P6"""
    with opened(scene, "nl") as here:
        until(here.window.isActiveWindow, "the window does not come forward")
        countdown = Countdown(NL)
        countdown.tell(LockNotice(phase=Phase.COUNTDOWN, left=timedelta(seconds=21)))
        QApplication.processEvents()
        style = ctypes.WinDLL("user32").GetWindowLongW(ctypes.c_void_p(countdown.winId()), GWL_EXSTYLE)
        assert style & WS_EX_TOPMOST
        assert style & WS_EX_NOACTIVATE
        assert here.window.isActiveWindow()
        QCursor.setPos(countdown.mapToGlobal(QPoint(9, 9)))
        until(lambda: not countdown.isVisible(), "the mouse does not end the countdown")
        countdown.deleteLater()


def test_the_session_is_heard_beside_the_window(scene: Scene) -> None:
    """VR-P6: the hidden window has a thread of its own; Qt's loop takes nothing from it."""
    session = WindowsSession()
    with opened(scene, "nl"):
        for event in (SessionEvent.LOCKED, SessionEvent.UNLOCKED):
            session.happen(event)
            until(lambda: not session.heard.empty(), "nothing heard")
            assert session.heard.get_nowait() is event
    session.events.close()
