"""One client: how it is recognised, who can agree for it, its own terms and storage, its projects, its report."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.actions.clients import ClientRow
from app.actions.projects import ProjectView
from app.domain.client import Client, ClientTerms
from app.domain.folder import WatchedFolder
from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.ui.desk import Desk
from app.ui.pages.projects.actions import Actions, Asking
from app.ui.pages.projects.client_dialog import ClientDialog, told_terms
from app.ui.pages.projects.project_dialog import ProjectDialog
from app.ui.pages.projects.report import ReportWriting
from app.ui.pages.projects.words import is_closed, recognised
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import Card, Line, heading
from app.ui.widgets.facts import Facts
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Muted, Title
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.state import StateBadge

MOST_LINKS = 12


class ClientDetail(Card):
    """`project_wanted`: the id of a project of this client that the person wants to see; `projects_wanted`: all of the client
    with this name."""

    project_wanted = Signal(str)
    projects_wanted = Signal(str)

    def __init__(self, desk: Desk, actions: Actions, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._asking = asking
        self._client: Client | None = None
        self._given: object = None  # what is shown already need not be shown again
        text = desk.text
        self.title = Title()
        self.stand = StateBadge(RuleState.UNKNOWN, "")
        self.problem = Notice(Tone.OVERDUE)
        self.problem.hide()
        self.facts = Facts()
        self.change = Button(text(msg("ui.clients.change")), icon_name="edit")
        self.report = Button(text(msg("ui.clients.report")), icon_name="file-text")
        self.new_project = Button(text(msg("ui.projects.new")), icon_name="plus")
        self._writing = ReportWriting(desk, actions.client_report, self.report, self.problem, self)
        buttons = FlowLayout()
        for button in (self.change, self.report, self.new_project):
            buttons.addWidget(button)
        self.lines.addLayout(heading(self.title, self.stand))
        self.lines.addLayout(buttons)
        self.lines.addWidget(self.problem)
        self.lines.addWidget(Line())
        self.lines.addWidget(self.facts)
        self.change.clicked.connect(self._ask_change)
        self.report.clicked.connect(self._write_report)
        self.new_project.clicked.connect(self._ask_project)

    def show_client(self, chosen: ClientRow, projects: Sequence[ProjectView], places: Sequence[WatchedFolder]) -> None:
        client = chosen.client
        own = tuple(sorted((v for v in projects if v.project.client_id == client.id), key=_running_first))
        here = tuple(place.path for place in places if place.client_id == client.id)
        if self._given == (chosen, own, here):
            return
        self._given = (chosen, own, here)
        if self._client is None or self._client.id != client.id:
            self.problem.hide()
        self._client = client
        self.title.setText(client.name)
        state, _ = recognised(client)
        is_bare = state is RuleState.ATTENTION
        known = msg("ui.clients.state-bare") if is_bare else msg("ui.clients.is-recognised")
        self.stand.tell(state, self._desk.text(known))
        self.facts.show_facts(
            [
                *self._marks(client),
                *self._agrees(client),
                *self._terms(client.terms),
                *self._storage(client, here),
                (self._desk.text(msg("ui.clients.projects")), self._links(own)),
            ]
        )

    # -- what is told -------------------------------------------------------------------------------------------------

    def _marks(self, client: Client) -> list[tuple[str, str | QWidget]]:
        """How it is recognised; what is not known of it is left out, but that nothing is known is said."""
        known = (
            (msg("ui.clients.domains-name"), client.domains),
            (msg("ui.clients.variants-name"), client.variants),
            (msg("ui.clients.keywords-name"), client.keywords),
            (msg("ui.clients.hosts-name"), client.hosts),
            (msg("ui.clients.tenants-name"), client.tenant_ids),
            (msg("ui.clients.processors-name"), client.processor_domains),
        )
        facts: list[tuple[str, str | QWidget]] = [
            (self._desk.text(name), "\n".join(values)) for name, values in known if values
        ]
        if recognised(client)[0] is RuleState.ATTENTION:
            bare = Muted(self._desk.text(msg("ui.clients.bare")))
            facts.insert(0, (self._desk.text(msg("ui.clients.column-known")), bare))
        return facts

    def _agrees(self, client: Client) -> list[tuple[str, str | QWidget]]:
        contacts = "\n".join(f"{contact.name} ({contact.mail})" for contact in client.contacts)
        shown = contacts or self._desk.text(msg("ui.clients.no-contacts"))
        return [(self._desk.text(msg("ui.clients.contacts-name")), shown)]

    def _terms(self, terms: ClientTerms) -> list[tuple[str, str | QWidget]]:
        text = self._desk.text
        told = [text(term) for term in _terms_told(terms)]
        if not told:
            return []
        source = msg("ui.clients.source", source=terms.source) if terms.source else msg("ui.clients.no-source")
        return [(text(msg("ui.clients.terms")), "\n".join([*told, text(source)]))]

    def _storage(self, client: Client, here: Sequence[str]) -> list[tuple[str, str | QWidget]]:
        """The client's own storage, and what of it this laptop reaches; nothing in it is ever deleted."""
        text = self._desk.text
        lines = [*client.shares, *client.mounts]
        lines += [text(msg("ui.clients.place-here", path=path)) for path in here]
        if not lines:
            return []
        return [(text(msg("ui.clients.storage")), "\n".join([*lines, text(msg("ui.clients.storage-why"))]))]

    def _links(self, views: Sequence[ProjectView]) -> QWidget:
        if not views:
            return Muted(self._desk.text(msg("ui.clients.no-projects")))
        links, flow = QWidget(), FlowLayout()
        links.setLayout(flow)
        for view in views[:MOST_LINKS]:
            link = Button(view.project.code, Weight.LINK)
            link.setProperty("project", view.project.id)
            link.clicked.connect(self._go)
            flow.addWidget(link)
        if len(views) > MOST_LINKS:
            every = Button(self._desk.text(msg("ui.clients.all-projects", n=len(views))), Weight.LINK)
            every.clicked.connect(self._go_all)
            flow.addWidget(every)
        return links

    # -- what can be done ---------------------------------------------------------------------------------------------

    @Slot()
    def _go(self) -> None:
        link = self.sender()
        if link is not None:
            self.project_wanted.emit(str(link.property("project")))

    @Slot()
    def _go_all(self) -> None:
        if self._client is not None:
            self.projects_wanted.emit(self._client.name)

    @Slot()
    def _ask_change(self) -> None:
        if self._client is not None:
            self._asking.ask(ClientDialog(self._desk, self._actions, self._client, parent=self._asking.window))

    @Slot()
    def _ask_project(self) -> None:
        if self._client is not None:
            window, client_id = self._asking.window, self._client.id
            self._asking.ask(ProjectDialog(self._desk, self._actions, client_id=client_id, parent=window))

    @Slot()
    def _write_report(self) -> None:
        if self._client is not None:
            self._writing.ask(self._client.name)


def _running_first(view: ProjectView) -> tuple[bool, str]:
    return is_closed(view.project), view.project.code.casefold()


def _terms_told(terms: ClientTerms) -> list[Message]:
    told = told_terms(terms)
    hours, decision, years = (told[name] for name in ("deletion-hours", "decision-hours", "retention-years"))
    sentences = []
    if hours:
        sentences.append(msg("ui.clients.told-deletion", n=int(hours)))
    if decision:
        sentences.append(msg("ui.clients.told-decision", n=int(decision)))
    if years:
        sentences.append(msg("ui.clients.told-retention", n=int(years)))
    if told["certificate-names"]:
        sentences.append(msg("ui.clients.told-names"))
    return sentences
