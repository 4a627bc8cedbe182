"""Pictures of projects, clients and agreements, and of every dialog on that page."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from PySide6.QtWidgets import QScrollArea, QWidget

from app.ui.pages.page import PageId
from app.ui.pages.projects.agreement_dialog import NewAgreementDialog
from app.ui.pages.projects.client_dialog import ClientDialog
from app.ui.pages.projects.close_dialog import CloseDialog
from app.ui.pages.projects.page import CLIENTS, ProjectsPage
from app.ui.pages.projects.project_dialog import ProjectDialog
from app.ui.widgets.buttons import Button, IconButton
from tests.ui.shots import Shot
from tests.ui.windows import Opened, settle


def page_of(here: Opened) -> ProjectsPage:
    page = here.window.current
    assert isinstance(page, ProjectsPage)
    return page


def clients(here: Opened) -> None:
    page_of(here).tabs.setCurrentIndex(CLIENTS)


def below(here: Opened) -> None:
    """What stands under the tables."""
    page = page_of(here)
    settle(here.jobs)
    on_clients = page.tabs.currentIndex() == CLIENTS
    page.bring_into_view(page.client if on_clients else page.detail)


def lowest(here: Opened) -> None:
    settle(here.jobs)
    for area in page_of(here).findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def client_below(here: Opened) -> None:
    clients(here)
    below(here)


def known_client(here: Opened) -> None:
    """One of which much is known."""
    clients(here)
    page = page_of(here)
    assert page.shown is not None
    page.clients.choose(next(row.client.id for row in page.shown.clients if row.client.hosts))
    below(here)


def closed(here: Opened) -> None:
    """The project that was closed last but has something outside, with a closing list."""
    choose(here, "VOO-2")
    below(here)


def choose(here: Opened, code: str) -> None:
    page = page_of(here)
    assert page.shown is not None
    view = next(view for view in page.shown.projects if view.project.code == code)
    page.projects.choose(view.project.id)
    settle(here.jobs)


def dialog(
    press: Callable[[ProjectsPage], None], fill: Callable[[QWidget], None] | None = None, code: str = ""
) -> Callable[[Opened], QWidget | None]:
    """Opens a dialog by its button, fills it in, and gives it to be pictured."""

    def prepare(here: Opened) -> QWidget | None:
        settle(here.jobs)
        page = page_of(here)
        if code:
            choose(here, code)
        press(page)
        settle(here.jobs)
        shown = page.asking.dialog
        assert shown is not None
        if fill is not None:
            fill(shown)
            settle(here.jobs)
        return shown

    return prepare


def press(name: str, part: str) -> Callable[[ProjectsPage], None]:
    """Presses the button `name` of a part of the page."""

    def pressed(page: ProjectsPage) -> None:
        getattr(getattr(page, part), name).click()

    return pressed


def mail() -> Path:
    """What a client wrote."""
    message = EmailMessage()
    message["From"], message["Subject"] = "Eva Smit <eva@voorbeeldstad.example>", "Akkoord"
    message["Date"] = "Fri, 20 Nov 2026 09:12:00 +0100"
    message.set_content("Akkoord.")
    path = Path(tempfile.mkdtemp(), "Akkoord salarisbestand.eml")
    path.write_bytes(bytes(message))
    return path


def agreed(shown: QWidget) -> None:
    assert isinstance(shown, NewAgreementDialog)
    shown.evidence.take(mail())
    shown.scope.line.setText("Salarisbestand 2026, alle afdelingen")


def refused(shown: QWidget) -> None:
    """A colleague cannot agree for the client."""
    assert isinstance(shown, NewAgreementDialog)
    agreed(shown)
    settle(shown.desk.jobs)
    shown.agreed_with.put("Robin de Adviseur <robin@adviesbureau.example>")
    shown.submit()


def of_new_project(shown: QWidget) -> None:
    """As a finding of a client asks for it, of which no project is known."""
    assert isinstance(shown, NewAgreementDialog)
    shown.project.choose("")
    shown.new_code.line.setText("VBS-2")


def with_new_client(shown: QWidget) -> None:
    assert isinstance(shown, ProjectDialog)
    shown.client.choose("")


def whole_client(shown: QWidget) -> None:
    assert isinstance(shown, ClientDialog)
    shown.more.unfold()
    shown.own_terms.unfold()


def earlier(shown: QWidget) -> None:
    assert isinstance(shown, CloseDialog)
    shown.at.edit.setDateTime(shown.at.edit.dateTime().addDays(-9))
    shown._look()


def later(shown: QWidget) -> None:
    assert isinstance(shown, CloseDialog)
    shown.at.edit.setDateTime(shown.at.edit.dateTime().addDays(2))
    shown._look()


def ending(page: ProjectsPage) -> None:
    """The cross behind the first member."""
    next(button for button in page.detail.findChildren(IconButton) if button.property("member")).click()


def gone(page: ProjectsPage) -> None:
    page.standing.closing_list.findChildren(Button)[0].click()


def agreement_from_elsewhere(page: ProjectsPage) -> None:
    """As other pages open it: without a project."""
    acts = page._actions
    page.asking.ask(NewAgreementDialog(page.desk, acts.agreements, acts.projects, acts.clients, parent=page.window()))


def new_client(page: ProjectsPage) -> None:
    page.tabs.setCurrentIndex(CLIENTS)
    page.clients.new.click()


def change_client(page: ProjectsPage) -> None:
    page.tabs.setCurrentIndex(CLIENTS)
    page.client.change.click()


def import_clients(page: ProjectsPage) -> None:
    page.tabs.setCurrentIndex(CLIENTS)
    page.clients.import_file.click()


def _shot(name: str, prepare: Callable[[Opened], QWidget | None] | None = None, *scenes: str) -> Shot:
    return Shot(name=name, page=PageId.PROJECTS, prepare=prepare, scenes=scenes or ("three",))


SHOTS = (
    _shot("projects", None, "nothing", "three", "three-hundred"),
    _shot("projects-below", below, "three", "three-hundred"),
    _shot("projects-agreement", lowest, "three"),
    _shot("projects-closed", closed, "three-hundred"),
    _shot("projects-clients", clients, "three", "three-hundred"),
    _shot("projects-client", client_below),
    _shot("projects-client-known", known_client, "three-hundred"),
    _shot("projects-new-agreement", dialog(press("new", "agreements"), agreed)),
    _shot("projects-agreement-refused", dialog(press("new", "agreements"), refused)),
    _shot("projects-agreement-and-project", dialog(agreement_from_elsewhere, of_new_project)),
    _shot("projects-extend", dialog(press("extend", "agreements"))),
    _shot("projects-fulfilled", dialog(press("fulfilled", "agreements"), code="VOO-5"), "three-hundred"),
    _shot("projects-withdraw", dialog(press("withdraw", "agreements"))),
    _shot("projects-new", dialog(press("new", "projects"))),
    _shot("projects-new-with-client", dialog(press("new", "projects"), with_new_client)),
    _shot("projects-change", dialog(press("change", "detail"))),
    _shot("projects-member", dialog(press("add_member", "detail"))),
    _shot("projects-member-end", dialog(ending)),
    _shot("projects-close", dialog(press("close_project", "detail")), "three"),
    _shot("projects-close-list", dialog(press("close_project", "detail"), code="VOO-5"), "three-hundred"),
    _shot("projects-close-earlier", dialog(press("close_project", "detail"), earlier, code="VOO-5"), "three-hundred"),
    _shot("projects-close-later", dialog(press("close_project", "detail"), later), "three"),
    _shot("projects-reopen", dialog(press("reopen", "detail"), code="VOO-2"), "three-hundred"),
    _shot("projects-gone", dialog(gone, code="VOO-2"), "three-hundred"),
    _shot("projects-new-client", dialog(new_client), "three"),
    _shot("projects-change-client", dialog(change_client, whole_client)),
    _shot("projects-import", dialog(import_clients)),
)
