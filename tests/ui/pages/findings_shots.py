"""Pictures of the findings: nothing, some, many; each view and each dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QWidget

from app.domain.finding import FindingState, ResolvedHow
from app.ui.pages.findings.asking import MailReady
from app.ui.pages.findings.page import FindingsPage
from app.ui.pages.page import PageId
from tests.ui.shots import Prepare, Shot
from tests.ui.windows import Opened, settle


def page_of(here: Opened) -> FindingsPage:
    return cast(FindingsPage, here.window.current)


def choose(here: Opened, name: str) -> None:
    """The first group whose line contains `name`."""
    board = page_of(here).board
    rows = range(board.filter.rowCount())
    board.list.select(next(row for row in rows if name in str(board.filter.index(row, 0).data())))
    settle(here.jobs)


def _group(name: str) -> Prepare:
    return lambda here: choose(here, name)


def _view(view: FindingState, name: str = "") -> Prepare:
    def prepare(here: Opened) -> None:
        here.page(PageId.FINDINGS, view.value)
        settle(here.jobs)
        if name:
            choose(here, name)

    return prepare


def _several(here: Opened) -> None:
    page_of(here).board.list.select_rows([0, 2, 3])
    settle(here.jobs)


def _some_files(here: Opened) -> None:
    choose(here, "export personeel")
    files = page_of(here).board.detail.files
    for row in (1, 3):
        files.selectionModel().select(
            files.model().index(row, 0),
            files.selectionModel().SelectionFlag.Select | files.selectionModel().SelectionFlag.Rows,
        )
    settle(here.jobs)


def _search(text: str) -> Prepare:
    return lambda here: page_of(here).search.setText(text)


def _dialog(name: str, how: ResolvedHow, fill: Callable[[QWidget], object] | None = None) -> Prepare:
    def prepare(here: Opened) -> QWidget:
        choose(here, name)
        page = page_of(here)
        page.board.wanted.emit(how)
        settle(here.jobs)
        dialog = page.deciding.dialog
        assert dialog is not None
        if fill is not None:
            fill(dialog)
        return dialog

    return prepare


def _mail_ready(here: Opened) -> QWidget:
    dialog = MailReady(here.desk, Path("vraag.eml"), 14, here.window)
    dialog.open()
    return dialog


ALL = PageId.FINDINGS
MANY = "deciding"
SHOTS = (
    Shot(name="findings", page=ALL, scenes=("nothing", "three", "three-hundred", MANY)),
    Shot(name="findings-late", page=ALL, scenes=(MANY,), prepare=_group("export personeel")),
    Shot(name="findings-special", page=ALL, scenes=(MANY,), prepare=_group("exitgesprekken")),
    Shot(name="findings-unknown", page=ALL, scenes=(MANY,), prepare=_group("contactenlijst")),
    Shot(name="findings-documentation", page=ALL, scenes=(MANY,), prepare=_group("Voortgang")),
    Shot(name="findings-place", page=ALL, scenes=(MANY,), prepare=_group("Personeelszaken")),
    Shot(name="findings-several", page=ALL, scenes=(MANY,), prepare=_several),
    Shot(name="findings-some-files", page=ALL, scenes=(MANY,), prepare=_some_files),
    Shot(name="findings-search", page=ALL, scenes=(MANY,), prepare=_search("onbekend")),
    Shot(name="findings-not-found", page=ALL, scenes=(MANY,), prepare=_search("zwembad")),
    Shot(name="findings-waiting", page=ALL, scenes=("three", MANY), prepare=_view(FindingState.WAITING)),
    Shot(name="findings-decided", page=ALL, scenes=("three", MANY), prepare=_view(FindingState.RESOLVED)),
    Shot(name="findings-taken-back", page=ALL, scenes=(MANY,), prepare=_view(FindingState.RESOLVED, "urenstaat")),
    Shot(name="findings-seal", page=ALL, scenes=("three", MANY), prepare=_dialog("personeel", ResolvedHow.SEALED)),
    Shot(name="findings-keep", page=ALL, scenes=(MANY,), prepare=_dialog("export", ResolvedHow.KEPT)),
    Shot(name="findings-ask", page=ALL, scenes=(MANY,), prepare=_dialog("export", ResolvedHow.ASKED)),
    Shot(name="findings-ask-unknown", page=ALL, scenes=(MANY,), prepare=_dialog("contacten", ResolvedHow.ASKED)),
    Shot(name="findings-mail-ready", page=ALL, scenes=(MANY,), prepare=_mail_ready),
    Shot(name="findings-returned", page=ALL, scenes=(MANY,), prepare=_dialog("export", ResolvedHow.RETURNED)),
    Shot(name="findings-stop-sync", page=ALL, scenes=(MANY,), prepare=_dialog("Personeelsz", ResolvedHow.RETURNED)),
    Shot(name="findings-delete", page=ALL, scenes=(MANY,), prepare=_dialog("export", ResolvedHow.DELETED)),
    Shot(name="findings-is-document", page=ALL, scenes=(MANY,), prepare=_dialog("Voort", ResolvedHow.DOCUMENTATION)),
    Shot(name="findings-not-client", page=ALL, scenes=(MANY,), prepare=_dialog("contac", ResolvedHow.NOT_CLIENT_DATA)),
)
