"""A new project, or what changed about one. A client that is not known yet is added with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app.actions.projects import ProjectView
from app.domain.client import Client
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.projects.actions import Registers
from app.ui.pages.projects.client_part import NewClientPart
from app.ui.widgets.buttons import Button
from app.ui.widgets.dialog import ActionDialog
from app.ui.widgets.form import ChoiceField, LineField, ListField

NEW_CLIENT = ""


class ProjectDialog(ActionDialog[ProjectView]):
    """`view`: the project to change; None for a new one. `client_id`: whose project it will be."""

    def __init__(
        self,
        desk: Desk,
        actions: Registers,
        view: ProjectView | None = None,
        *,
        client_id: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        is_new = view is None
        title = (
            msg("ui.projects.new-title") if view is None else msg("ui.projects.change-title", code=view.project.code)
        )
        super().__init__(desk, title, msg("ui.projects.new-go") if is_new else msg("ui.dialog.save"), parent=parent)
        self._actions = actions
        self._view = view
        self._client_id = client_id
        self._clients: dict[str, Client] = {}
        self._made: str | None = None  # the name of a client that this dialog added already
        text = desk.text
        project = view.project if view is not None else None
        self.code = LineField(
            text(msg("ui.projects.code")), text(msg("ui.projects.code-help")), project.code if project else ""
        )
        self.client = ChoiceField(text(msg("ui.projects.client")), ())
        self.new_client = NewClientPart(desk)
        self.goals = ListField(text(msg("ui.projects.goals-field")), self._goals_help())
        self.principal = LineField(
            text(msg("ui.projects.principal-field")),
            text(msg("ui.projects.principal-help")),
            (project.principal or "") if project else "",
        )
        self.members = ListField(text(msg("ui.projects.members-field")), text(msg("ui.projects.members-help")))
        self.documents = ListField(text(msg("ui.projects.folders-field")), text(msg("ui.projects.folders-help")))
        self.choose_folder = Button(text(msg("ui.projects.folder-add")), icon_name="folder")
        self._lay_fields(is_new=is_new)
        self._say_errors_in_place()
        self.client.box.currentIndexChanged.connect(self._client_chosen)
        self.choose_folder.clicked.connect(self._choose_folder)
        self.new_client.hide()
        if is_new:
            self.go.setEnabled(False)
            desk.jobs.read(actions.clients.list, self._clients_known, self._failed)

    def work(self) -> Callable[[Job[ProjectView]], ProjectView]:
        return self._adding() if self._view is None else self._changing(self._view)

    def news(self, answer: ProjectView) -> Message:
        code = answer.project.code
        return msg("ui.projects.added", code=code) if self._view is None else msg("ui.projects.changed", code=code)

    # -- how ----------------------------------------------------------------------------------------------------------

    def _adding(self) -> Callable[[Job[ProjectView]], ProjectView]:
        code, principal = self.code.text(), self.principal.text() or None
        goals, members = self.goals.values(), self.members.values()
        documents = tuple(Path(folder) for folder in self.documents.values())
        known = self._clients.get(str(self.client.chosen()))
        new_client = self.new_client

        def act(_job: Job[ProjectView]) -> ProjectView:
            name = known.name if known is not None else self._client_added(new_client)
            return self._actions.projects.add(
                code, name, goals=goals, documents=documents, members=members, principal=principal
            )

        return act

    def _client_added(self, part: NewClientPart) -> str:
        """Once, also when the project was refused at first."""
        name = part.name.text()
        if self._made != name:
            self._actions.clients.add(name, part.details())
            self._actions.folders.recognise_client_places()
            self._made = name
        return name

    def _changing(self, view: ProjectView) -> Callable[[Job[ProjectView]], ProjectView]:
        code, principal, goals = self.code.text(), self.principal.text(), self.goals.values()
        projects, old = self._actions.projects, view.project
        return lambda _job: projects.change(old.code, goals=goals, principal=principal, new_code=code)

    @Slot(object)
    def _clients_known(self, clients: Sequence[Client]) -> None:
        self._clients = {client.id: client for client in clients}
        choices: list[tuple[object, str]] = [(client.id, client.name) for client in clients]
        self.client.offer([*choices, (NEW_CLIENT, self.desk.text(msg("ui.projects.new-client")))])
        self.client.choose(self._client_id)
        self.client.setVisible(bool(clients))
        self._client_chosen()
        self.go.setEnabled(True)

    @Slot()
    def _client_chosen(self) -> None:
        self.new_client.setVisible(self._view is None and self.client.chosen() == NEW_CLIENT)

    @Slot()
    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.desk.text(msg("ui.projects.folder-choose")))
        if folder:
            self.documents.lines.appendPlainText(folder)

    def _goals_help(self) -> str:
        """Goals are never taken away: agreements and cards of colleagues rest on them."""
        known = self._view.project.goals if self._view is not None else ()
        if known:
            return self.desk.text(msg("ui.projects.goals-more", goals="; ".join(known)))
        return self.desk.text(msg("ui.projects.goals-help"))

    def _lay_fields(self, *, is_new: bool) -> None:
        parts = [self.code, self.client, self.new_client, self.goals, self.principal]
        only_new = [self.members, self.documents, self.choose_folder]
        for part in (*parts, *only_new):
            self.fields.addWidget(part)
        for part in (self.client, *only_new):
            part.setVisible(is_new)

    def _say_errors_in_place(self) -> None:
        self.complain_at(self.code, "field.code", "project.exists")
        self.complain_at(self.goals, "field.goal")
        self.complain_at(self.principal, "field.principal")
        self.complain_at(self.members, "input.mailbox")
        self.complain_at(self.documents, "folder.link", "folder.missing", "folder.other-project")
        self.complain_at(self.new_client.name, "field.name", "client.exists")
        self.complain_at(self.new_client.domains, "client.host", "field.domains")
