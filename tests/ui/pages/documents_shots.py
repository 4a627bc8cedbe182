"""Pictures of the documentation: filed, waiting, held back, offline; and of signing in."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.document import DocumentState
from app.domain.sign_in import DeviceCode
from app.ui.pages.documents.dialogs import RestoreDialog
from app.ui.pages.documents.files_part import ALL
from app.ui.pages.documents.page import DRILL, SIGN_IN, DocumentsPage
from app.ui.pages.page import PageId
from tests.ui.shots import Prepare, Shot
from tests.ui.windows import Opened, settle


def page_of(here: Opened) -> DocumentsPage:
    page = here.window.current
    assert isinstance(page, DocumentsPage)
    return page


def plain(here: Opened) -> None:
    settle(here.jobs)
    told(page_of(here))


def told(page: DocumentsPage) -> None:
    """The shared folder has the same name in every picture."""
    trouble = page.trouble.label
    trouble.setText(re.sub(r"/\S*/shared", "/mnt/adviesbureau/shared", trouble.text()))


def files(code: str | None) -> Prepare:
    def prepare(here: Opened) -> None:
        page = page_of(here)
        page._show_files(code, ALL)
        settle(here.jobs)
        page.bring_into_view(page.files)

    return prepare


def all_waiting(here: Opened) -> None:
    page = page_of(here)
    page.show_subject(DocumentState.CONFLICT)
    settle(here.jobs)
    page.bring_into_view(page.files)


def backup(here: Opened) -> None:
    page_of(here).show_subject(DRILL)


def practised(here: Opened) -> None:
    """A drill was done a moment ago."""
    page = page_of(here)
    page.backup.drill.click()
    settle(here.jobs)
    assert page.asking.dialog is not None
    page.asking.dialog.submit()
    settle(here.jobs)


def dialog(open_it: Callable[[DocumentsPage], None], fill: Callable[[QWidget], None] | None = None) -> Prepare:
    def prepare(here: Opened) -> QWidget:
        page = page_of(here)
        open_it(page)
        settle(here.jobs)
        assert page.asking.dialog is not None
        if fill is not None:
            fill(page.asking.dialog)
        return page.asking.dialog

    return prepare


def somewhere(shown: QWidget) -> None:
    """The same in every picture."""
    assert isinstance(shown, RestoreDialog)
    shown.folder.line.setText("/home/robin/VBS-1 teruggehaald")


def signing_in(here: Opened) -> None:
    page = page_of(here)
    page.show_subject(SIGN_IN)
    page.sign_in._say_waiting(with_code=False)


def with_code(here: Opened) -> None:
    page = page_of(here)
    page.show_subject(SIGN_IN)
    page.sign_in._say_waiting(with_code=True)
    now = here.desk.now()
    page.sign_in.code.show_code(
        DeviceCode(code="H7QK-M2XD", address="https://microsoft.com/devicelogin", expires_at=now)
    )


def account(here: Opened) -> None:
    page_of(here).show_subject(SIGN_IN)


def _shot(name: str, prepare: Prepare, *scenes: str) -> Shot:
    return Shot(name=name, page=PageId.DOCUMENTS, prepare=prepare, scenes=scenes)


SHOTS = (
    _shot(
        "documents",
        plain,
        *("nothing", "filed", "waiting", "braked", "filed-three-hundred", "offline", "signed-out", "sign-in-needed"),
    ),
    _shot("documents-files", files("VBS-1"), "filed", "waiting"),
    _shot("documents-all-waiting", all_waiting, "filed-three-hundred"),
    _shot("documents-backup", backup, "filed", "waiting"),
    _shot("documents-practised", practised, "filed"),
    _shot("documents-drill", dialog(lambda page: page.backup.drill.click()), "filed"),
    _shot("documents-restore", dialog(lambda page: page.projects.restore.click(), somewhere), "filed"),
    _shot("sign-in", account, "filed", "signed-in"),
    _shot("sign-in-waiting", signing_in, "signed-out"),
    _shot("sign-in-code", with_code, "signed-out"),
)
