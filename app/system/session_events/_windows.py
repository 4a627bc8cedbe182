"""Session events on Windows: a window nobody sees, in a thread of its own, hears what the system tells all windows.

WM_WTSSESSION_CHANGE comes to who registered for it; WM_POWERBROADCAST to every top-level window, and on modern standby to who
asked for it. A window that holds its answer to PBT_APMSUSPEND holds sleep off for about two seconds, one that holds its answer
to WM_QUERYENDSESSION the end of the session for five; what it gave as its reason stands on the screen meanwhile.
Source: WTSRegisterSessionNotification, RegisterSuspendResumeNotification, ShutdownBlockReasonCreate (Microsoft Learn).
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
import threading
from ctypes import wintypes
from typing import Any, Final

from app.system.session_events import OnSessionEvent, SessionEvent

READY_SECONDS: Final = 5.0  # for making the window
SLEEP_SECONDS: Final = 1.5  # that sleep is held off; Windows itself allows about two
END_SECONDS: Final = 4.8  # that the end of the session is held off; after five Windows offers to end us

WM_CLOSE: Final = 0x0010
WM_QUERYENDSESSION: Final = 0x0011
ENDSESSION_CRITICAL: Final = 0x40000000  # it ends whatever is answered: nobody may be kept waiting
WM_DESTROY: Final = 0x0002
WM_POWERBROADCAST: Final = 0x0218
WM_WTSSESSION_CHANGE: Final = 0x02B1
SESSION: Final = {
    0x1: SessionEvent.TAKEN_UP,  # WTS_CONSOLE_CONNECT
    0x2: SessionEvent.LEFT,  # WTS_CONSOLE_DISCONNECT
    0x3: SessionEvent.TAKEN_UP,  # WTS_REMOTE_CONNECT
    0x4: SessionEvent.LEFT,  # WTS_REMOTE_DISCONNECT
    0x7: SessionEvent.LOCKED,  # WTS_SESSION_LOCK
    0x8: SessionEvent.UNLOCKED,  # WTS_SESSION_UNLOCK
}
POWER: Final = {
    0x4: SessionEvent.SLEEPING,  # PBT_APMSUSPEND
    0x12: SessionEvent.AWAKE,  # PBT_APMRESUMEAUTOMATIC: always, and before that of a person's input
}
_MESSAGES_ALONE: Final = -3  # HWND_MESSAGE: where there is no desktop to stand on; it hears what it asked for alone
_THIS_SESSION: Final = 0  # NOTIFY_FOR_THIS_SESSION
_TO_WINDOW: Final = 0  # DEVICE_NOTIFY_WINDOW_HANDLE
_CLASS: Final = "VroomAssistantSessionEvents"

_LRESULT = ctypes.c_ssize_t
_PROCEDURE = ctypes.WINFUNCTYPE(_LRESULT, wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)


class _WindowClass(ctypes.Structure):
    """WNDCLASSW."""

    _fields_ = (
        ("style", wintypes.UINT),
        ("procedure", _PROCEDURE),
        ("class_extra", ctypes.c_int),
        ("window_extra", ctypes.c_int),
        ("instance", wintypes.HINSTANCE),
        ("icon", wintypes.HANDLE),
        ("cursor", wintypes.HANDLE),
        ("background", wintypes.HANDLE),
        ("menu", wintypes.LPCWSTR),
        ("name", wintypes.LPCWSTR),
    )


class WindowsSessionEvents:
    """Implements `SessionEvents`."""

    def __init__(self, on_event: OnSessionEvent, ending: str | None = None) -> None:
        self._on_event = on_event
        self._ending = ending
        self._may_end = threading.Event()
        self._may_sleep = threading.Event()
        self._is_ready = threading.Event()
        self._registered = False
        self.window: int | None = None
        self._thread = threading.Thread(target=self._run, name="session-events", daemon=True)
        self._thread.start()
        self._is_ready.wait(READY_SECONDS)

    @property
    def hears(self) -> bool:
        return self.window is not None and self._registered

    def ready_to_sleep(self) -> None:
        self._may_sleep.set()

    def ready_to_end(self) -> None:
        self._may_end.set()

    def close(self) -> None:
        window = self.window
        if window is not None:
            self._may_sleep.set()
            self._may_end.set()
            _user32().PostMessageW(window, WM_CLOSE, 0, 0)
            self._thread.join(READY_SECONDS)

    def _run(self) -> None:
        user, kernel = _user32(), ctypes.WinDLL("kernel32")
        kernel.GetModuleHandleW.restype = wintypes.HINSTANCE
        kernel.GetModuleHandleW.argtypes = [wintypes.LPCWSTR]
        instance = kernel.GetModuleHandleW(None)
        procedure = _PROCEDURE(self._hear)  # kept alive by this frame as long as the window lives
        name = f"{_CLASS}{id(self):x}"
        kind = _WindowClass(procedure=procedure, instance=instance, name=name)
        try:
            if not user.RegisterClassW(ctypes.byref(kind)):
                return
            for parent in (None, _MESSAGES_ALONE):
                self.window = user.CreateWindowExW(0, name, name, 0, 0, 0, 0, 0, parent, None, instance, None)
                if self.window is not None:
                    break
            if self.window is None:
                return
            self._registered = self._register(self.window)
        finally:
            self._is_ready.set()
        message = wintypes.MSG()
        while user.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
            user.DispatchMessageW(ctypes.byref(message))
        self.window = None
        user.UnregisterClassW(name, instance)

    def _register(self, window: int) -> bool:
        self._ask_for_standby(window)
        register = ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification
        register.argtypes = [wintypes.HWND, wintypes.DWORD]
        return bool(register(window, _THIS_SESSION))

    def _ask_for_standby(self, window: int) -> None:
        """Where Windows has it (8 and later). Without it, sleep of the older kind is heard all the same."""
        try:
            ask = ctypes.WinDLL("user32").RegisterSuspendResumeNotification
        except AttributeError:
            return
        ask.argtypes = [wintypes.HANDLE, wintypes.DWORD]
        ask.restype = wintypes.HANDLE
        ask(window, _TO_WINDOW)  # ended with the window

    def _hear(self, window: int, message: int, first: int, second: int) -> int:
        if message == WM_WTSSESSION_CHANGE and first in SESSION:
            self._on_event(SESSION[first])
            return 0
        if message == WM_POWERBROADCAST and first in POWER:
            self._of_power(POWER[first])
            return 1  # TRUE: granted
        if message == WM_QUERYENDSESSION:
            if self._ending is not None and not second & ENDSESSION_CRITICAL:
                self._before_end(window, self._ending)
            return 1  # TRUE: it may end, always
        if message == WM_DESTROY:
            _forget(window)
            _user32().PostQuitMessage(0)
            return 0
        return int(_user32().DefWindowProcW(window, message, first, second))

    def _of_power(self, event: SessionEvent) -> None:
        if event is SessionEvent.SLEEPING:
            self._may_sleep.clear()
        self._on_event(event)
        if event is SessionEvent.SLEEPING:
            self._may_sleep.wait(SLEEP_SECONDS)

    def _before_end(self, window: int, reason: str) -> None:
        self._may_end.clear()
        user = _user32()
        is_told = bool(user.ShutdownBlockReasonCreate(window, reason))
        self._on_event(SessionEvent.ENDING)
        self._may_end.wait(END_SECONDS)
        if is_told:
            user.ShutdownBlockReasonDestroy(window)


def _forget(window: int) -> None:
    unregister = ctypes.WinDLL("wtsapi32").WTSUnRegisterSessionNotification
    unregister.argtypes = [wintypes.HWND]
    unregister(window)


def _user32() -> Any:
    """A library of its own each time: what is said of its functions here holds for nobody else."""
    user = ctypes.WinDLL("user32")
    message: list[Any] = [wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM]  # types of C
    user.RegisterClassW.argtypes = [ctypes.POINTER(_WindowClass)]
    user.RegisterClassW.restype = wintypes.ATOM
    user.UnregisterClassW.argtypes = [wintypes.LPCWSTR, wintypes.HINSTANCE]
    user.CreateWindowExW.argtypes = [
        *(wintypes.DWORD, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD),
        *([ctypes.c_int] * 4),
        *(wintypes.HWND, wintypes.HMENU, wintypes.HINSTANCE, wintypes.LPVOID),
    ]
    user.CreateWindowExW.restype = wintypes.HWND
    user.DefWindowProcW.argtypes = message
    user.DefWindowProcW.restype = _LRESULT
    user.PostMessageW.argtypes = message
    user.PostMessageW.restype = wintypes.BOOL
    user.GetMessageW.argtypes = [ctypes.POINTER(wintypes.MSG), wintypes.HWND, wintypes.UINT, wintypes.UINT]
    user.GetMessageW.restype = ctypes.c_int
    user.ShutdownBlockReasonCreate.argtypes = [wintypes.HWND, wintypes.LPCWSTR]
    user.ShutdownBlockReasonDestroy.argtypes = [wintypes.HWND]
    user.DispatchMessageW.argtypes = [ctypes.POINTER(wintypes.MSG)]
    user.DispatchMessageW.restype = _LRESULT
    user.PostQuitMessage.argtypes = [ctypes.c_int]
    return user
