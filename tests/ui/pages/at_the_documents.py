"""Somebody at the page of documents or of the team: what they read, press and choose."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from app.ui.desk import News
from app.ui.pages.documents.page import DocumentsPage
from app.ui.pages.page import Page, PageId
from app.ui.pages.team.page import TeamPage
from app.ui.widgets.dialog import ActionDialog
from tests.actions.laptop import Laptop
from tests.ui.windows import Opened, settle

P = TypeVar("P", bound=Page[Any])
D = TypeVar("D", bound=ActionDialog[Any])


class Visitor(Generic[P]):
    """`told`: what was said at the foot of the window."""

    page_id: PageId
    kind: type[P]

    def __init__(self, here: Opened, laptop: Laptop) -> None:
        self.here = here
        self.laptop = laptop
        self.told: list[str] = []
        here.desk.news.connect(self._hear)

    def _hear(self, news: News) -> None:
        self.told.append(self.here.desk.text(news.message))

    def open(self, subject: object = None) -> P:
        self.here.page(self.page_id, subject)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Each answer may ask for the next."""
        for _ in range(4):
            settle(self.here.jobs)

    @property
    def page(self) -> P:
        page = self.here.window.current
        assert isinstance(page, self.kind)
        return page

    @property
    def headline(self) -> str:
        return plain(self.page.headline.text())

    def reads(self, root: QWidget | None = None) -> str:
        """All that is shown, line by line."""
        shown = root or self.page
        labels = [label for label in shown.findChildren(QLabel) if label.isVisibleTo(shown) and label.text()]
        return plain("\n".join(label.text() for label in labels))

    def buttons(self, root: QWidget | None = None) -> list[str]:
        shown = root or self.page
        return [said(button) for button in shown.findChildren(QAbstractButton) if button.isVisibleTo(shown)]

    def press(self, name: str, root: QWidget | None = None) -> None:
        """The button that says so; the first one that is seen."""
        shown = root or self.page
        found = [b for b in shown.findChildren(QAbstractButton) if b.isVisibleTo(shown) and said(b) == name]
        assert found, (name, self.buttons(root))
        assert found[0].isEnabled(), name
        found[0].click()
        self.settle()

    def asked(self, kind: type[D]) -> D:
        dialog = self.page.asking.dialog  # type: ignore[attr-defined]  # both pages have it
        assert isinstance(dialog, kind)
        return dialog

    def submit(self, dialog: ActionDialog[Any]) -> None:
        assert dialog.go.isEnabled(), dialog.go.text()
        dialog.go.click()
        self.settle()


class AtDocuments(Visitor[DocumentsPage]):
    page_id, kind = PageId.DOCUMENTS, DocumentsPage


class AtTeam(Visitor[TeamPage]):
    page_id, kind = PageId.TEAM, TeamPage


def said(button: QAbstractButton) -> str:
    return plain(button.text().replace("&", "").strip())


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{ZERO WIDTH SPACE}", "")
