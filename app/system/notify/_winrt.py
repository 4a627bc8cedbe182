"""Windows' own notifications, by the projections of the Windows Runtime. Without that (Wine) asking for it raises OSError."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from importlib import import_module
from typing import Any, Final, Protocol

from app.system.notify import APPLICATION_ID

GROUP: Final = "news"
_ENABLED = 0  # NotificationSetting
_USER_CANCELED = 0  # ToastDismissalReason; one that timed out still stands in the notification centre

OnChosen = Callable[[str], None]
OnGone = Callable[[], None]


class ToastCentre(Protocol):
    """Its methods raise OSError where Windows does not show toasts of this program."""

    def is_switched_on(self) -> bool:
        """False: the person or IT does not want to see them."""
        ...

    def show(self, xml: str, tag: str, chosen: OnChosen, gone: OnGone) -> object:
        """The toast, for `hide`. It takes the place of one with the same tag. `chosen` gets the key of what was clicked,
        `gone` is called when the person closed it or it could not be shown; both from threads of Windows."""
        ...

    def hide(self, shown: object) -> None:
        """From the screen and from the notification centre."""
        ...


class WinrtCentre:
    """Implements `ToastCentre`. Raises OSError when it is made and the system has no such thing; ImportError without the
    packages."""

    def __init__(self) -> None:
        # Not known to the type checker: the packages are there on Windows alone.
        self._toasts: Any = import_module("winrt.windows.ui.notifications")
        self._xml: Any = import_module("winrt.windows.data.xml.dom")
        self._notifier: Any = self._toasts.ToastNotificationManager.create_toast_notifier(APPLICATION_ID)

    def is_switched_on(self) -> bool:
        # Raises where no shortcut has the program's id (not installed); showing would fail without a word.
        return int(self._notifier.setting) == _ENABLED

    def show(self, xml: str, tag: str, chosen: OnChosen, gone: OnGone) -> object:
        if not self.is_switched_on():
            raise PermissionError("the person or IT has switched the program's notifications off")
        document = self._xml.XmlDocument()
        document.load_xml(xml)
        toast = self._toasts.ToastNotification(document)
        toast.tag, toast.group = tag, GROUP
        with contextlib.suppress(OSError):  # not before Windows 10 1809
            toast.expires_on_reboot = True  # after a crash nobody takes it away, and nobody answers it
        toast.add_activated(lambda _toast, arguments: chosen(self._key(arguments)))
        toast.add_dismissed(lambda _toast, arguments: gone() if int(arguments.reason) == _USER_CANCELED else None)
        toast.add_failed(lambda _toast, _arguments: gone())
        self._notifier.show(toast)
        return toast

    def hide(self, shown: object) -> None:
        self._notifier.hide(shown)

    def _key(self, arguments: Any) -> str:
        """Of a plain object, as the event is declared, the arguments that it really is."""
        return str(arguments.as_(self._toasts.ToastActivatedEventArgs).arguments)
