"""The findings in their window, as tests see and use them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.actions.findings import FindingActions
from app.domain.finding import Finding, FindingState, ResolvedHow
from app.ui.pages.findings.page import FindingsPage
from app.ui.pages.page import PageId
from app.ui.widgets.dialog import ActionDialog
from tests.actions.laptop import Laptop
from tests.ui.scenes import Scene
from tests.ui.windows import Opened, application, dress, opened, settle


@dataclass(frozen=True)
class Seen:
    """The page in its window, and the laptop below it."""

    here: Opened
    page: FindingsPage
    laptop: Laptop

    @property
    def actions(self) -> FindingActions:
        return self.laptop.app.findings

    def rows(self) -> list[str]:
        model = self.page.board.filter
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def spoken(self) -> list[str]:
        model = self.page.board.filter
        return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]

    def chosen(self) -> str:
        return str(self.page.board.list.currentIndex().data())

    def choose(self, name: str) -> None:
        self.page.board.list.select(next(row for row, text in enumerate(self.rows()) if name in text))
        self.settle()

    def choose_several(self, *names: str) -> None:
        self.page.board.list.select_rows([row for row, text in enumerate(self.rows()) if text.startswith(names)])
        self.settle()

    def choose_files(self, *rows: int) -> None:
        files = self.page.board.detail.files
        flags = QItemSelectionModel.SelectionFlag
        files.clearSelection()
        for row in rows:
            files.selectionModel().select(files.model().index(row, 0), flags.Select | flags.Rows)
        self.settle()

    def view(self, state: FindingState) -> None:
        self.here.page(PageId.FINDINGS, state.value)
        self.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        QTest.keyClick(focus or self.page.board.list, key, modifier)
        self.settle()

    def decide(self, how: ResolvedHow) -> ActionDialog[object]:
        """Press the way's button, wherever it is; gives the dialog."""
        foot = self.page.board.detail.recommended
        advice = self.page.board.detail.content.step if self.page.board.detail.content is not None else None
        assert advice is not None
        recommended = advice.recommendation is not None and advice.recommendation.how is how
        button = foot.go if recommended else self.page.board.detail.others.button(how)
        assert button.isEnabled()
        button.click()
        self.settle()
        return self.dialog()

    def dialog(self) -> ActionDialog[object]:
        dialog = self.page.deciding.dialog
        assert isinstance(dialog, ActionDialog)
        return dialog

    def go(self) -> None:
        """Press the filled button of the dialog."""
        self.dialog().go.click()
        self.settle()

    def told(self) -> str:
        """What stands at the foot of the window."""
        return self.here.window.snack.label.text() if self.here.window.snack.isVisible() else ""

    def undo(self) -> None:
        assert self.here.window.snack.undo.isVisible()
        self.here.window.snack.undo.click()
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            settle(self.here.jobs)

    def finding(self, name: str) -> Finding:
        return next(f for f in self.actions.list() if Path(f.path).name == name)


def see(scene: Scene) -> Iterator[Seen]:
    application()
    dress(dark=False)
    with opened(scene) as here:
        page = cast(FindingsPage, here.page(PageId.FINDINGS))
        seen = Seen(here, page, scene.laptop)
        seen.settle()
        yield seen
    scene.laptop.close()
