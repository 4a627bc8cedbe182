"""The edge between the toasts and the window. Source: look, Toasts."""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QSystemTrayIcon

from app.domain.messages import Message
from app.domain.toast import ToastRequest
from app.system.notify import Notifier, OnAnswer
from app.system.presence import PresenceSource
from app.ui.toasts.teller import NewsSource, Outlets, Teller

SHOWN_MS = 10_000
ACTIVATION = "XDG_ACTIVATION_TOKEN"  # where Qt looks for it when a window asks to come forward on Wayland


class ToastDesk(QObject):
    """Lives in the window's thread, which it never keeps waiting; `close` alone waits for its own thread to end.

    `presence` and `notifier` are those of `app.system`; `render` is asked from another thread; `tray` is the way out where
    the system shows no notifications.
    """

    view_requested = Signal(str, object)  # a PageId's value, and what to show there: an id, or None

    _wanted_in_tray = Signal(object)  # ToastRequest
    _wanted_in_view = Signal(object, object)  # ToastRequest, token or None

    def __init__(
        self,
        news: NewsSource,
        presence: PresenceSource,
        notifier: Callable[[OnAnswer], Notifier],
        render: Callable[[Message], str],
        tray: QSystemTrayIcon | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._render = render
        self._tray = tray
        self._in_tray: ToastRequest | None = None
        self._wanted_in_tray.connect(self._show_in_tray)
        self._wanted_in_view.connect(self._view)
        if tray is not None:
            tray.messageClicked.connect(self._clicked_in_tray)
        outlets = Outlets(in_tray=self._wanted_in_tray.emit, view=self._wanted_in_view.emit)
        self._teller = Teller(news, presence, notifier, render, outlets)

    def start(self) -> None:
        self._teller.start()

    @Slot()
    def look_soon(self) -> None:
        """Something may be news. Any thread."""
        self._teller.look_soon()

    @Slot(bool)
    def window_in_front(self, is_in_front: bool) -> None:
        """Whether the person looks at the window: what stands there is no news, and nothing pops up over it."""
        if is_in_front:
            self._in_tray = None
        self._teller.window_in_front(is_in_front)

    def close(self) -> bool:
        """End the thread and withdraw what stands. False when a service of the system still holds it up."""
        self._wanted_in_tray.disconnect(self._show_in_tray)
        self._wanted_in_view.disconnect(self._view)
        return self._teller.close()

    @Slot(object)
    def _show_in_tray(self, request: ToastRequest) -> None:
        if self._tray is None or not self._tray.isVisible() or not self._tray.supportsMessages():
            return  # it waits: the window tells it, or a tray that comes late
        body = "\n".join(self._render(line) for line in request.body)
        self._in_tray = request
        self._tray.showMessage(self._render(request.title), body, self._tray.icon(), SHOWN_MS)
        self._teller.shown_in_tray(request)

    @Slot()
    def _clicked_in_tray(self) -> None:
        """There is no telling which message was meant: the last one."""
        request, self._in_tray = self._in_tray, None
        if request is not None:
            self.view_requested.emit(request.page, request.subject)

    @Slot(object, object)
    def _view(self, request: ToastRequest, activation: str | None) -> None:
        if activation:
            os.environ[ACTIVATION] = activation
        self.view_requested.emit(request.page, request.subject)
