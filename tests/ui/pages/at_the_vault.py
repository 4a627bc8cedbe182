"""Somebody at the page of the vault: what they press, drop and choose, and what they hear."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.desk import News
from app.ui.pages.page import PageId
from app.ui.pages.vault.copy_steps import Step
from app.ui.pages.vault.page import VaultPage
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.dialog import ActionDialog
from tests.actions.laptop import Laptop
from tests.ui.windows import Opened, settle

D = TypeVar("D", bound=ActionDialog[Any])


class Desktop(QObject):
    """Takes what would open the person's own programs."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Path] = []
        QDesktopServices.setUrlHandler("file", self, "show_file")

    def leave(self) -> None:
        QDesktopServices.unsetUrlHandler("file")

    @Slot(QUrl)
    def show_file(self, url: QUrl) -> None:
        self.shown.append(Path(url.toLocalFile()))


class Person:
    """Somebody at the page of the vault."""

    def __init__(self, here: Opened, laptop: Laptop) -> None:
        self.here = here
        self.laptop = laptop
        self.told: list[str] = []
        here.desk.news.connect(self._hear)

    def _hear(self, news: News) -> None:
        self.told.append(self.here.desk.text(news.message))

    def open(self, subject: object = None) -> VaultPage:
        self.here.page(PageId.VAULT, subject)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Rows, then what belongs to the chosen one, then its pages: each asks for the next."""
        for _ in range(4):
            settle(self.here.jobs)

    @property
    def page(self) -> VaultPage:
        page = self.here.window.current
        assert isinstance(page, VaultPage)
        return page

    @property
    def headline(self) -> str:
        return self.page.headline.text()

    def press(self, button: Button | IconButton) -> None:
        assert button.isVisible(), button.text()
        assert button.isEnabled(), button.text()
        button.click()
        self.settle()

    def step(self, wanted: Step) -> None:
        self.press(self.page.copies.detail.steps[wanted])

    def steps(self) -> list[str]:
        """What can be done with the chosen copy; the recommended one marked."""
        buttons = [button for button in self.page.copies.detail.steps.values() if button.isVisible()]
        return [f"{'*' if button.property('look') == 'primary' else ''}{button.text()}" for button in buttons]

    def asked(self, kind: type[D]) -> D:
        dialog = self.page.asking.dialog
        assert isinstance(dialog, kind)
        return dialog

    def submit(self, dialog: ActionDialog[Any]) -> None:
        assert dialog.go.isEnabled(), dialog.go.text()
        dialog.go.click()
        self.settle()

    def names(self) -> list[str]:
        """Of the rows, from above."""
        model = self.page.copies.list.model
        return [str(model.index(number, 0).data()) for number in range(model.rowCount())]

    def cell(self, name: str, column: int) -> str:
        model = self.page.copies.list.model
        return str(model.index(self.names().index(name), column).data())

    def choose(self, name: str) -> None:
        self.page.copies.list.table.select(self.names().index(name))
        self.settle()

    def look_again(self) -> None:
        self.page.reload()
        self.settle()


def drop(target: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(9, 9), *how))
    QApplication.sendEvent(target, QDropEvent(QPointF(9, 9), *how))
