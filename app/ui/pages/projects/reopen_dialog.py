"""Reopening a project: within a day it takes the closing back, later new work starts and what was due stays due."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.actions.projects import ProjectActions, ProjectView
from app.domain.messages import Message, msg
from app.domain.project import takes_back
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.widgets.dialog import ActionDialog
from app.ui.widgets.form import LineField
from app.ui.widgets.notice import Notice, Tone


class ReopenDialog(ActionDialog[ProjectView]):
    def __init__(self, desk: Desk, projects: ProjectActions, view: ProjectView, parent: QWidget | None = None) -> None:
        code = view.project.code
        super().__init__(desk, msg("ui.projects.reopen-title", code=code), msg("ui.projects.reopen-go"), parent=parent)
        self._projects = projects
        self._code = code
        self.consequence = Notice(*self._consequence(view))
        self.reason = LineField(desk.text(msg("ui.projects.reopen-why")), desk.text(msg("ui.projects.reopen-why-help")))
        self.fields.addWidget(self.consequence)
        self.fields.addWidget(self.reason)
        self.complain_at(self.reason, "field.reason")

    def work(self) -> Callable[[Job[ProjectView]], ProjectView]:
        reason = self.reason.text()
        return lambda _job: self._projects.reopen(self._code, reason)

    def news(self, answer: ProjectView) -> Message:
        return msg("ui.projects.reopened", code=answer.project.code)

    def _consequence(self, view: ProjectView) -> tuple[Tone, str]:
        """Which of both it is, as the closing was not long ago or was."""
        closed_at, text = view.project.closed_at, self.desk.text
        if closed_at is not None and takes_back(closed_at, self.desk.now()):
            return Tone.INFO, text(msg("ui.projects.reopen-takes-back", at=closed_at))
        if view.copies:
            return Tone.ATTENTION, text(msg("ui.projects.reopen-new-work", n=view.copies))
        return Tone.INFO, text(msg("ui.projects.reopen-empty"))
