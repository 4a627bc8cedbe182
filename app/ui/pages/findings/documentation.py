"""It is documentation of one of our own projects: which."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.actions.findings import FindingActions
from app.actions.projects import ProjectView
from app.domain.messages import Message, msg
from app.domain.project import ProjectStatus
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.findings.decision import Decision, Outcome
from app.ui.pages.findings.registers import Registers
from app.ui.pages.findings.target import Target
from app.ui.texts import visible
from app.ui.widgets.form import ChoiceField
from app.ui.widgets.notice import Notice, Tone

if TYPE_CHECKING:
    from app.ui.pages.projects.project_dialog import ProjectDialog


class DocumentationDialog(Decision):
    def __init__(
        self,
        desk: Desk,
        findings: FindingActions,
        registers: Registers,
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
        self.none.offer(desk.text(msg("ui.findings.documentation-add")))
        self.none.hide()
        self._registers = registers
        self._adding: ProjectDialog | None = None
        self.fields.addWidget(self.project)
        self.fields.addWidget(self.none)
        self.say(desk.text(msg("ui.findings.documentation-then"))).look("muted")
        self.go.setEnabled(False)
        self.none.button.clicked.connect(self._add)
        self._look()

    def work(self) -> Callable[[Job[Outcome]], Outcome]:
        findings, ids, code = self.findings, self.target.ids, str(self.project.chosen())
        return lambda _job: findings.documentation(ids, code)

    def _look(self) -> None:
        self.desk.jobs.read(self._registers.projects.list, self._known, self._not_known)

    @Slot()
    def _add(self) -> None:
        from app.ui.pages.projects.project_dialog import ProjectDialog

        self._adding = ProjectDialog(self.desk, self._registers, client_id=self.target.client_id, parent=self)
        self._adding.accepted.connect(self._look)
        self._adding.open()

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
