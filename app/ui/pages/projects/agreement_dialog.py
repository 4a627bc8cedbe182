"""Records what a client agreed to. The mail that proves it fills in most of the form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from app.actions.agreements import AgreementActions, Extended, NewAgreement
from app.actions.clients import ClientActions
from app.actions.evidence import EvidenceFacts
from app.actions.projects import ProjectActions, ProjectView
from app.domain.agreement import Agreement, Place
from app.domain.client import Client
from app.domain.messages import Message, msg
from app.domain.project import ProjectStatus
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.projects.actions import Actions
from app.ui.pages.projects.evidence_field import EvidenceField
from app.ui.widgets.dialog import ActionDialog
from app.ui.widgets.form import ChoiceField, LineField, SuggestField
from app.ui.widgets.labels import Muted
from app.ui.widgets.moment import MomentField, OptionalMomentField, end_of_day
from app.ui.widgets.notice import Tone

T = TypeVar("T")
USUAL_DAYS = 30  # what is proposed when somebody wants an end
NEW_PROJECT = ""  # among the codes of the projects: none of them

PLACES = {
    Place.LAPTOP: msg("ui.agreements.place-laptop"),
    Place.OFFICE365: msg("ui.agreements.place-office365"),
    Place.ELSEWHERE: msg("ui.agreements.place-elsewhere"),
}


class AgreementForm(ActionDialog[T]):
    """The fields of an agreement, for a new one and for one that comes after another."""

    def __init__(
        self, desk: Desk, title: Message, verb: Message, evidence: Path | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, title, verb, parent=parent)
        text, texts, now = desk.text, desk.texts, desk.now()
        self.evidence = EvidenceField(
            desk, text(msg("ui.agreements.evidence")), msg("ui.agreements.evidence-drop"), evidence
        )
        self.scope = LineField(text(msg("ui.agreements.scope")), text(msg("ui.agreements.scope-help")))
        self.goal = ChoiceField(text(msg("ui.agreements.purpose")), ())
        self.purpose = LineField(text(msg("ui.agreements.purpose")), text(msg("ui.agreements.purpose-first")))
        self.agreed_with = SuggestField(text(msg("ui.agreements.with")), text(msg("ui.agreements.with-help")))
        self.agreed_at = MomentField(texts, text(msg("ui.agreements.at")), now)
        self.place = ChoiceField(
            text(msg("ui.agreements.place")), [(place, text(name)) for place, name in PLACES.items()]
        )
        self.until = OptionalMomentField(
            texts, text(msg("ui.agreements.until")), end_of_day(texts, now, USUAL_DAYS), self._until_help()
        )
        self.hold = QCheckBox(text(msg("ui.agreements.hold")))
        self.evidence.described.connect(self._fill_in)
        self._say_errors_in_place()

    def lay_fields(self) -> None:
        """After what the subclass puts above them."""
        hold_help = Muted(self.desk.text(msg("ui.agreements.hold-help")))
        for part in (self.scope, self.goal, self.purpose, self.agreed_with, self.agreed_at, self.place, self.until):
            self.fields.addWidget(part)
        self.fields.addWidget(self.hold)
        self.fields.addWidget(hold_help)

    def offer_goals(self, goals: tuple[str, ...]) -> None:
        """One of the project's goals; a project without goals gets what is typed as its first."""
        self.goal.offer([(goal, goal) for goal in goals])
        self.goal.setVisible(bool(goals))
        self.purpose.setVisible(not goals)

    def offer_contacts(self, client: Client | None) -> None:
        contacts = client.contacts if client is not None else ()
        self.agreed_with.offer([f"{contact.name} <{contact.mail}>" for contact in contacts])

    def filled(self, code: str) -> NewAgreement | None:
        """The agreement as the form tells it; None when the evidence lacks, and then the form says so."""
        if self.evidence.path is None:
            self.complain(self.evidence, self.desk.text(msg("ui.agreements.evidence-missing")))
            return None
        place = self.place.chosen()
        return NewAgreement(
            project_code=code,
            scope=self.scope.text(),
            purpose=str(self.goal.chosen()) if self.goal.isVisibleTo(self) else self.purpose.text(),
            agreed_with=self.agreed_with.text(),
            agreed_at=self.agreed_at.moment(),
            evidence=self.evidence.path,
            place=place if isinstance(place, Place) else Place.LAPTOP,
            valid_until=self.until.moment(),
            hold=self.hold.isChecked(),
        )

    @Slot(object)
    def _fill_in(self, facts: EvidenceFacts) -> None:
        """What a person typed stays."""
        if facts.sender_mail and not self.agreed_with.text():
            self.agreed_with.put(f"{facts.sender_name or facts.sender_mail} <{facts.sender_mail}>")
        if facts.date is not None and facts.date <= self.desk.now() and not self.agreed_at.was_changed:
            self.agreed_at.put(facts.date)

    def _until_help(self) -> str:
        return self.desk.text(msg("ui.agreements.until-help"))

    def _say_errors_in_place(self) -> None:
        self.complain_at(
            self.evidence, "evidence.empty", "file.missing", "file.unreadable", "file.no-file", "file.too-large"
        )
        self.complain_at(self.scope, "field.scope")
        self.complain_at(self.purpose, "field.purpose")
        self.complain_at(self.goal, "agreement.not-a-goal")
        self.complain_at(
            self.agreed_with, "input.mailbox", "field.name", "agreement.not-the-client", "agreement.own-colleague"
        )
        self.complain_at(self.agreed_at, "moment.in-future")
        self.complain_at(self.until, "moment.end-before-start")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Register:
    projects: tuple[ProjectView, ...]
    clients: Mapping[str, Client]


class NewAgreementDialog(AgreementForm[Agreement]):
    """For a project, for a client (its projects are offered, and a new one), or for whichever project the person chooses.

    `answer` is the agreement.
    """

    def __init__(
        self,
        desk: Desk,
        agreements: AgreementActions,
        projects: ProjectActions,
        clients: ClientActions,
        project_code: str | None = None,
        client_id: str | None = None,
        evidence: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, msg("ui.agreements.new"), msg("ui.agreements.new-go"), evidence, parent)
        self._agreements = agreements
        self._projects = projects
        self._code = project_code
        self._client_id = client_id
        self._register = _Register(projects=(), clients={})
        self._made: str | None = None  # the code of a project that this dialog added already
        text = desk.text
        self.project = ChoiceField(text(msg("ui.agreements.project")), ())
        self.new_code = LineField(text(msg("ui.projects.code")), text(msg("ui.projects.code-help")))
        self.client = ChoiceField(text(msg("ui.projects.client")), ())
        self.whose = self.say(project_code or "")
        self.whose.setVisible(project_code is not None)
        self.project.setVisible(project_code is None)
        for part in (self.evidence, self.project, self.new_code, self.client):
            self.fields.addWidget(part)
        self.lay_fields()
        self.complain_at(self.new_code, "field.code", "project.exists")
        self.project.box.currentIndexChanged.connect(self._project_chosen)
        self.client.box.currentIndexChanged.connect(self._client_chosen)
        self._project_chosen()
        self.go.setEnabled(False)
        desk.jobs.read(lambda: _look(projects, clients), self._known, self._failed)

    def work(self) -> Callable[[Job[Agreement]], Agreement] | None:
        code = self._chosen_code()
        new = self.filled(code or self.new_code.text())
        if new is None:
            return None
        client = self._client()
        is_new = code is None

        def act(_job: Job[Agreement]) -> Agreement:
            if is_new and client is not None and self._made != new.project_code:
                self._projects.add(new.project_code, client.name, goals=(new.purpose,))
                self._made = new.project_code
            return self._agreements.add(new)

        return act

    # -- what is chosen -----------------------------------------------------------------------------------------------

    @Slot(object)
    def _known(self, register: _Register) -> None:
        self._register = register
        text = self.desk.text
        open_ones = [view for view in register.projects if self._is_offered(view)]
        choices: list[tuple[object, str]] = [(v.project.code, f"{v.project.code} – {v.client}") for v in open_ones]
        if self._code is None:
            choices.append((NEW_PROJECT, text(msg("ui.agreements.new-project"))))
        self.client.offer([(client.id, client.name) for client in register.clients.values()])
        self.client.choose(self._client_id)
        self.project.offer(choices)
        self._project_chosen()
        self.go.setEnabled(bool(register.clients))
        if not register.clients:
            self.problem.tell(Tone.INFO, text(msg("ui.agreements.no-client")))
            self.problem.show()

    def _is_offered(self, view: ProjectView) -> bool:
        if self._code is not None:
            return view.project.code == self._code
        is_of_client = self._client_id is None or view.project.client_id == self._client_id
        return is_of_client and view.project.status is ProjectStatus.ACTIVE

    def _chosen_code(self) -> str | None:
        """None for a new project."""
        return str(self.project.chosen() or "") or self._code

    def _view(self) -> ProjectView | None:
        code = self._chosen_code()
        return next((view for view in self._register.projects if view.project.code == code), None)

    def _client(self) -> Client | None:
        view = self._view()
        client_id = view.project.client_id if view is not None else self.client.chosen()
        return self._register.clients.get(str(client_id))

    @Slot()
    def _project_chosen(self) -> None:
        is_new = self._chosen_code() is None
        self.new_code.setVisible(is_new)
        self.client.setVisible(is_new and self._client_id is None)
        view = self._view()
        if view is not None:
            self.whose.setText(f"{view.project.code} – {view.client}")
        self.offer_goals(view.project.goals if view is not None else ())
        self.offer_contacts(self._client())

    @Slot()
    def _client_chosen(self) -> None:
        self.offer_contacts(self._client())


def _look(projects: ProjectActions, clients: ClientActions) -> _Register:
    return _Register(projects=projects.list(), clients={client.id: client for client in clients.list()})


class ExtendDialog(AgreementForm[Extended]):
    """Longer, or wider: a new agreement with evidence of its own takes over the copies of the one before."""

    def __init__(
        self, desk: Desk, actions: Actions, view: ProjectView, old: Agreement, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, msg("ui.agreements.extend-title"), msg("ui.agreements.extend-go"), None, parent)
        self._agreements = actions.agreements
        self._old = old
        self._code = view.project.code
        self.say(f"{self._code} – {view.client}")
        self.say(desk.text(msg("ui.agreements.extend-why")))
        self.fields.addWidget(self.evidence)
        self.lay_fields()
        self.scope.line.setText(old.scope)
        self.offer_goals(view.project.goals)
        self.goal.choose(old.purpose)
        self.purpose.line.setText(old.purpose)
        self.agreed_with.put(f"{old.agreed_with_name} <{old.agreed_with_mail}>")
        self.place.choose(old.place)
        self.place.hide()  # what stands there stands there; another place is another agreement
        self.until.tick.setChecked(True)
        self.complain_at(self.evidence, "copy.move-own-evidence")

    def work(self) -> Callable[[Job[Extended]], Extended] | None:
        new = self.filled(self._code)
        if new is None:
            return None
        return lambda job: self._agreements.extend(self._old.id, new, progress=job.progress)

    def news(self, answer: Extended) -> Message:
        if answer.left:
            return msg("ui.agreements.extended-partly", n=len(answer.left), moved=len(answer.moved))
        return msg("ui.agreements.extended", n=len(answer.moved))
