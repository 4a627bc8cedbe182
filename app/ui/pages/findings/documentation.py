"""It is documentation of one of our own projects: which."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.actions.findings import FindingActions
from app.actions.projects import ProjectActions, ProjectView
from app.domain.messages import Message, msg
from app.domain.project import ProjectStatus
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.findings.decision import Decision, Outcome
from app.ui.pages.findings.target import Target
from app.ui.texts import visible
from app.ui.widgets.form import ChoiceField
from app.ui.widgets.notice import Notice, Tone


class DocumentationDialog(Decision):
    def __init__(
        self,
        desk: Desk,
        findings: FindingActions,
        projects: ProjectActions,
        target: Target,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            desk,
            findings,
            target,
            msg("ui.findings.documentation-title"),
            msg("ui.findings.documentation-verb"),
            parent=parent,
        )
        self.project = ChoiceField(desk.text(msg("ui.findings.documentation-project")), ())
        self.none = Notice(Tone.INFO, desk.text(msg("ui.findings.documentation-none")))
        self.none.hide()
        self.fields.addWidget(self.project)
        self.fields.addWidget(self.none)
        self.say(desk.text(msg("ui.findings.documentation-then"))).look("muted")
        self.go.setEnabled(False)
        desk.jobs.read(projects.list, self._known, self._not_known)

    def work(self) -> Callable[[Job[Outcome]], Outcome]:
        findings, ids, code = self.findings, self.target.ids, str(self.project.chosen())
        return lambda _job: findings.documentation(ids, code)

    @Slot(object)
    def _known(self, views: tuple[ProjectView, ...]) -> None:
        fitting = [view for view in views if self._fits(view)]
        self.project.offer([(v.project.code, visible(f"{v.project.code} – {v.client}")) for v in fitting])
        preferred = next((v.project.code for v in fitting if v.project.id == self.target.project_id), None)
        self.project.choose(preferred)
        self.project.setVisible(bool(fitting))
        self.none.setVisible(not fitting)
        self.go.setEnabled(bool(fitting))
        self.project.box.setFocus()

    @Slot(object)
    def _not_known(self, problem: Message) -> None:
        self.problem.tell(Tone.OVERDUE, self.desk.text(problem))
        self.problem.show()

    def _fits(self, view: ProjectView) -> bool:
        is_of_client = self.target.client_id in (None, view.project.client_id)
        return is_of_client and view.project.status is ProjectStatus.ACTIVE
