"""Who needs to know: somebody joins a project, or leaves it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.actions.projects import ProjectActions, ProjectView
from app.domain.messages import Message, msg
from app.domain.project import Member
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.widgets.dialog import ActionDialog
from app.ui.widgets.form import LineField
from app.ui.widgets.moment import MomentField, OptionalMomentField, end_of_day

USUAL_DAYS = 90


class MemberDialog(ActionDialog[ProjectView]):
    def __init__(self, desk: Desk, projects: ProjectActions, code: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, msg("ui.projects.member-title", code=code), msg("ui.projects.member-go"), parent=parent)
        self._projects = projects
        self._code = code
        text, texts = desk.text, desk.texts
        self.say(text(msg("ui.projects.member-why")))
        self.mailbox = LineField(text(msg("ui.projects.member-who")), text(msg("ui.projects.member-who-help")))
        self.until = OptionalMomentField(
            texts, text(msg("ui.projects.member-limited")), end_of_day(texts, desk.now(), USUAL_DAYS)
        )
        self.fields.addWidget(self.mailbox)
        self.fields.addWidget(self.until)
        self.complain_at(self.mailbox, "input.mailbox", "field.name")
        self.complain_at(self.until, "member.until-past")

    def work(self) -> Callable[[Job[ProjectView]], ProjectView]:
        mailbox, until = self.mailbox.text(), self.until.moment()
        return lambda _job: self._projects.add_member(self._code, mailbox, until)


class MemberEndDialog(ActionDialog[ProjectView]):
    """Now, or on a day to come. The person stays on the list as somebody who was a member."""

    def __init__(
        self, desk: Desk, projects: ProjectActions, code: str, member: Member, parent: QWidget | None = None
    ) -> None:
        title = msg("ui.projects.member-end-title", name=member.name, code=code)
        super().__init__(desk, title, msg("ui.projects.member-end-go"), parent=parent)
        self._projects = projects
        self._code = code
        self._member = member
        self.say(desk.text(msg("ui.projects.member-end-why")))
        self.at = MomentField(desk.texts, desk.text(msg("ui.projects.member-end-at")), desk.now())
        self.fields.addWidget(self.at)

    def work(self) -> Callable[[Job[ProjectView]], ProjectView]:
        until: datetime | None = self.at.moment() if self.at.was_changed else None
        return lambda _job: self._projects.remove_member(self._code, self._member.mail, until)

    def news(self, answer: ProjectView) -> Message:
        return msg("ui.projects.member-ended", name=self._member.name)
