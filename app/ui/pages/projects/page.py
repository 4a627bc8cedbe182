"""The page of projects and clients: which run, which must be empty by when; and everything about the chosen one."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from app.actions.agreements import AgreementActions
from app.actions.client_report import ClientReportActions
from app.actions.clients import ClientActions, ClientRow
from app.actions.copies import CopyActions
from app.actions.folders import FolderActions
from app.actions.projects import ProjectActions, ProjectView
from app.actions.team import TeamActions
from app.actions.vault import VaultActions
from app.domain.client import Client
from app.domain.messages import msg
from app.ui.desk import Desk
from app.ui.pages.page import GRID, Page
from app.ui.pages.projects.actions import Actions, Asking
from app.ui.pages.projects.agreements_part import AgreementsPart
from app.ui.pages.projects.client_detail import ClientDetail
from app.ui.pages.projects.client_dialog import ClientDialog
from app.ui.pages.projects.client_list import ClientList
from app.ui.pages.projects.import_dialog import ImportDialog
from app.ui.pages.projects.loaded import Loaded, ProjectLoaded, Subject, find, load, load_project
from app.ui.pages.projects.project_detail import ProjectDetail
from app.ui.pages.projects.project_dialog import ProjectDialog
from app.ui.pages.projects.project_list import ProjectList
from app.ui.pages.projects.standing_part import StandingPart
from app.ui.pages.projects.words import clients_headline, headline
from app.ui.widgets.empty import EmptyState

PROJECTS, CLIENTS = 0, 1
NEW_CLIENT = "new-client"  # a subject that opens the dialog for a first client


class ProjectsPage(Page[Loaded]):
    """A subject is the id of a project, of an agreement, of a client or of a copy; or NEW_CLIENT."""

    def __init__(
        self,
        desk: Desk,
        projects: ProjectActions,
        agreements: AgreementActions,
        clients: ClientActions,
        copies: CopyActions,
        folders: FolderActions,
        vault: VaultActions,
        client_report: ClientReportActions,
        team: TeamActions,
    ) -> None:
        self._actions = Actions(
            projects=projects,
            agreements=agreements,
            clients=clients,
            copies=copies,
            folders=folders,
            vault=vault,
            client_report=client_report,
            team=team,
        )
        self._project_id: str | None = None
        self._agreement_id: str | None = None  # to be chosen as soon as its project is read
        self._client: ClientRow | None = None
        super().__init__(desk)

    # -- what a page defines ------------------------------------------------------------------------------------------

    def build(self) -> None:
        self.asking = Asking(self)
        text = self.desk.text
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(text(msg("ui.projects.tabs")))
        self.tabs.addTab(text(msg("ui.projects.tab-projects")))
        self.tabs.addTab(text(msg("ui.projects.tab-clients")))
        self.projects = ProjectList(self.desk)
        self.detail = ProjectDetail(self.desk, self._actions, self.asking)
        self.standing = StandingPart(self.desk, self._actions, self.asking)
        self.agreements = AgreementsPart(self.desk, self._actions, self.asking)
        self.clients = ClientList(self.desk)
        self.client = ClientDetail(self.desk, self._actions, self.asking)
        self.empty = EmptyState(self.desk.text, "building")
        self.empty.offer_other(msg("ui.clients.empty-import"))
        self._projects_part = _below_each_other(self.projects, self.detail, self.standing, self.agreements)
        self._clients_part = _below_each_other(self.clients, self.client)
        for part in (self.tabs, self._projects_part, self._clients_part):
            self.body.addWidget(part)
        self.body.addWidget(self.empty, 1)
        self.body.addStretch(0)
        self._connect()

    def load(self) -> Loaded:
        return load(self._actions, self._project_id, self.desk.now())

    def present(self, loaded: Loaded) -> None:
        self.projects.show_projects(loaded.projects)
        self.clients.show_clients(loaded.clients)
        self._project_read(loaded.chosen)
        for known in loaded.clients:
            if self._client is not None and known.client.id == self._client.client.id:
                self._show_client(known)
        self._show_tab()

    def show_subject(self, subject: object) -> None:
        if subject == NEW_CLIENT:
            self._ask_client()
        else:
            self.desk.jobs.read(lambda: find(self._actions, str(subject)), self._found)

    # -- which part is seen -------------------------------------------------------------------------------------------

    @Slot()
    def _show_tab(self) -> None:
        loaded = self.shown
        if loaded is None:
            return
        on_projects = self.tabs.currentIndex() == PROJECTS
        is_empty = not (loaded.projects if on_projects and loaded.clients else loaded.clients)
        self._projects_part.setVisible(on_projects and not is_empty)
        self._clients_part.setVisible(not on_projects and not is_empty)
        self.empty.setVisible(is_empty)
        self.empty.other.setVisible(not loaded.clients)
        self.tabs.setVisible(bool(loaded.clients))
        if is_empty:
            self._tell_empty(has_clients=bool(loaded.clients))
        now, texts = self.desk.now(), self.desk.texts
        said = headline(loaded.projects, texts, now) if on_projects else clients_headline(loaded.clients, texts)
        self.headline.setText(said if loaded.clients else self.desk.text(msg("ui.clients.first-headline")))

    def _tell_empty(self, *, has_clients: bool) -> None:
        if has_clients:
            self.empty.tell(msg("ui.projects.empty"), msg("ui.projects.empty-why"), msg("ui.projects.empty-go"))
        else:
            self.empty.tell(msg("ui.clients.empty"), msg("ui.clients.empty-why"), msg("ui.clients.empty-go"))

    # -- the chosen one -----------------------------------------------------------------------------------------------

    @Slot(object)
    def _project_chosen(self, view: ProjectView) -> None:
        project_id = view.project.id
        if project_id == self._project_id:
            return
        self._project_id = project_id
        self.desk.jobs.read(lambda: load_project(self._actions, project_id), self._project_read)

    @Slot(object)
    def _project_read(self, chosen: ProjectLoaded | None) -> None:
        """What another choice has overtaken is not shown any more."""
        if chosen is not None and chosen.view.project.id == self._project_id:
            self._show_chosen(chosen)

    def _show_chosen(self, chosen: ProjectLoaded) -> None:
        self.detail.show_project(chosen.view)
        self.agreements.show_agreements(chosen.view, chosen.agreements, chosen.role)
        if any(known.agreement.id == self._agreement_id for known in chosen.agreements):
            self.agreements.choose(self._agreement_id or "")
            self._agreement_id = None
        outside = chosen.outside
        self.standing.setVisible(outside is not None and outside.total > 0)
        if outside is not None:
            self.standing.show_standing(outside, chosen.to_confirm)

    @Slot(object)
    def _show_client(self, chosen: ClientRow) -> None:
        self._client = chosen
        if self.shown is not None:
            self.client.show_client(chosen, self.shown.projects, self.shown.places)

    @Slot(object)
    def _found(self, subject: Subject) -> None:
        """Bring what was looked for to the front."""
        if subject.client_id is not None:
            self.tabs.setCurrentIndex(CLIENTS)
            self.clients.choose(subject.client_id)
        elif subject.project_id is not None:
            self._agreement_id = subject.agreement_id
            if subject.project_id == self._project_id:
                self.reload()
            self._show_project(subject.project_id)

    @Slot(str)
    def _show_project(self, project_id: str) -> None:
        self.tabs.setCurrentIndex(PROJECTS)
        self.projects.choose(project_id)

    @Slot(str)
    def _show_projects_of(self, client: str) -> None:
        self.tabs.setCurrentIndex(PROJECTS)
        self.projects.search_for(client)

    @Slot(object)
    def _opened(self, _row: object) -> None:
        """From the table to what can be done with the row."""
        detail = self.detail if self.tabs.currentIndex() == PROJECTS else self.client
        detail.change.setFocus()
        self.bring_into_view(detail)

    # -- what can be done ---------------------------------------------------------------------------------------------

    @Slot()
    def _ask_client(self) -> None:
        self.asking.ask(ClientDialog(self.desk, self._actions, parent=self.window()), self._client_added)

    @Slot()
    def _ask_import(self) -> None:
        self.asking.ask(ImportDialog(self.desk, self._actions, parent=self.window()))

    @Slot()
    def _ask_project(self) -> None:
        self.asking.ask(ProjectDialog(self.desk, self._actions, parent=self.window()), self._project_added)

    @Slot()
    def _take_first_step(self) -> None:
        if self.shown is not None and self.shown.clients:
            self._ask_project()
        else:
            self._ask_client()

    @Slot(object)
    def _client_added(self, client: Client) -> None:
        self.clients.choose(client.id)

    @Slot(object)
    def _project_added(self, view: ProjectView) -> None:
        self.projects.choose(view.project.id)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_tab)
        self.projects.chosen.connect(self._project_chosen)
        self.projects.opened.connect(self._opened)
        self.projects.new.clicked.connect(self._ask_project)
        self.clients.chosen.connect(self._show_client)
        self.clients.opened.connect(self._opened)
        self.clients.new.clicked.connect(self._ask_client)
        self.clients.import_file.clicked.connect(self._ask_import)
        self.client.project_wanted.connect(self._show_project)
        self.client.projects_wanted.connect(self._show_projects_of)
        self.empty.button.clicked.connect(self._take_first_step)
        self.empty.other.clicked.connect(self._ask_import)


def _below_each_other(*parts: QWidget) -> QWidget:
    column = QWidget()
    lines = QVBoxLayout(column)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(2 * GRID)
    for part in parts:
        lines.addWidget(part)
    return column
