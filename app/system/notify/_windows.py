"""Toasts with buttons on Windows. They carry the program's id (AUMID), which the installer's shortcut has registered.

From a checkout there is no such shortcut, and Wine has no toasts: then nothing is shown here, and the tray icon tells.
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import contextlib
import ctypes
import itertools
import logging
import threading
from collections.abc import Callable

from app.system.notify import APPLICATION_ID, Ability, Answer, OnAnswer, Toast
from app.system.notify._winrt import ToastCentre, WinrtCentre
from app.system.notify.toast_xml import toast_xml

log = logging.getLogger(__name__)


class WindowsNotifier:
    """Implements `Notifier`. `centre` is made when the first toast is shown, in that thread."""

    def __init__(self, on_answer: OnAnswer, centre: Callable[[], ToastCentre] = WinrtCentre) -> None:
        self._on_answer = on_answer
        self._make = centre
        self._centre: ToastCentre | None = None
        self._lock = threading.Lock()
        self._ids = itertools.count(1)
        self._shows = itertools.count(1)
        self._standing: dict[int, tuple[int, object]] = {}  # by id: which showing of it, and Windows' own toast
        self._has_none = False
        self._is_closed = False

    def show(self, toast: Toast, replaces: int | None = None) -> int | None:
        with self._lock:
            if self._is_closed or self._has_none:
                return None
            id_, showing = replaces or next(self._ids), next(self._shows)
            former = self._standing.pop(id_, None)
            # Noted before it is shown: a fast click is answered as any other, once this lock is free.
            self._standing[id_] = (showing, None)
            try:
                shown = self._opened().show(
                    toast_xml(toast),
                    str(id_),
                    chosen=lambda key: self._answer(showing, Answer(id=id_, key=key)),
                    gone=lambda: self._answer(showing, Answer(id=id_)),
                )
            except (OSError, ImportError) as error:
                self._standing.pop(id_)
                if former is not None:
                    self._hide(former[1])
                self._note(error)
                return None
            self._standing[id_] = (showing, shown)
            return id_

    def withdraw(self, id_: int) -> None:
        with self._lock:
            _, shown = self._standing.pop(id_, (0, None))
            self._hide(shown)

    def close(self) -> None:
        with self._lock:
            self._is_closed = True
            self._standing.clear()

    def _opened(self) -> ToastCentre:
        if self._centre is None:
            self._centre = self._make()
        return self._centre

    def _hide(self, shown: object) -> None:
        if self._centre is not None and shown is not None:
            with contextlib.suppress(OSError):  # gone already
                self._centre.hide(shown)

    def _note(self, error: OSError | ImportError) -> None:
        """Where there is no such thing it is not looked for again; what was switched off may be switched on."""
        if self._centre is None:
            self._has_none = True
            log.info("Windows shows no toasts of this program (%s): the tray icon tells", type(error).__name__)

    def _answer(self, showing: int, answer: Answer) -> None:
        """In a thread of Windows. One that was replaced or withdrawn answers nothing."""
        with self._lock:
            if self._standing.get(answer.id, (0, None))[0] != showing:
                return
            if answer.key is None:
                self._standing.pop(answer.id)
        self._on_answer(answer)


def toast_ability(centre: Callable[[], ToastCentre] = WinrtCentre) -> Ability:
    try:
        return Ability.BUTTONS if centre().is_switched_on() else Ability.SWITCHED_OFF
    except (OSError, ImportError):
        return Ability.TRAY


def claim_application_id() -> bool:
    """Whether this process now bears the program's id. Source: SetCurrentProcessExplicitAppUserModelID, shobjidl_core.h."""
    claim = ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID
    claim.argtypes, claim.restype = (ctypes.c_wchar_p,), ctypes.c_long
    return int(claim(APPLICATION_ID)) >= 0
