"""The one dialog that is open over a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.ui.widgets.dialog import ActionDialog


class Asking(QObject):
    """Opens one dialog at a time over the window and lets go of it when it was answered or left."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._then: Callable[[Any], None] | None = None
        self.dialog: ActionDialog[Any] | None = None

    @property
    def window(self) -> QWidget:
        return self._page.window()

    def ask(self, dialog: ActionDialog[Any], then: Callable[[Any], None] | None = None) -> None:
        """`then` is a method of a QObject that gets the answer; it is not called when the dialog is left."""
        self.dialog = dialog
        self._then = then
        dialog.finished.connect(self._finished)
        dialog.open()

    @Slot()
    def _finished(self) -> None:
        dialog, then = self.dialog, self._then
        self.dialog, self._then = None, None
        if dialog is None:
            return
        answer = dialog.answer
        dialog.deleteLater()
        if answer is not None and then is not None:
            then(answer)
