"""One project: how it stands, what it is for, who works on it, and where its documentation is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.actions.projects import ProjectView
from app.domain.messages import Message, msg
from app.domain.project import Member
from app.domain.rules import RuleState
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.projects.actions import Actions, Asking
from app.ui.pages.projects.close_dialog import CloseDialog
from app.ui.pages.projects.member_dialogs import MemberDialog, MemberEndDialog
from app.ui.pages.projects.project_dialog import ProjectDialog
from app.ui.pages.projects.reopen_dialog import ReopenDialog
from app.ui.pages.projects.report import ReportWriting
from app.ui.pages.projects.words import RECORDS_TEXT, is_closed, reached, stand_of, what_stands_outside
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.card import Card, Line, heading, row
from app.ui.widgets.facts import Facts
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Muted, Text, Title
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.state import StateBadge

LIST_WIDTH = 480
LINE_HEIGHT = 32
MOST_OF_IT = 100


class ProjectDetail(Card):
    def __init__(self, desk: Desk, actions: Actions, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._asking = asking
        self._view: ProjectView | None = None
        text = desk.text
        self.title = Title()
        self.stand = StateBadge(RuleState.UNKNOWN, "")
        self.sentence = Text()
        self.problem = Notice(Tone.OVERDUE)
        self.problem.hide()
        self.facts = Facts()
        self.change = Button(text(msg("ui.projects.change")), icon_name="edit")
        self.close_project = Button(text(msg("ui.projects.close")), icon_name="archive")
        self.reopen = Button(text(msg("ui.projects.reopen")), icon_name="undo")
        self.report = Button(text(msg("ui.clients.report")), icon_name="file-text")
        self._writing = ReportWriting(desk, actions.client_report, self.report, self.problem, self)
        self.add_member = Button(text(msg("ui.projects.member-add")), icon_name="plus")
        self.add_folder = Button(text(msg("ui.projects.folder-add")), icon_name="plus")
        self._lay_out()
        self._connect()

    def show_project(self, view: ProjectView) -> None:
        self._view = view
        project, texts, now = view.project, self._desk.texts, self._desk.now()
        self.title.setText(f"{project.code} – {view.client}")
        state, word = stand_of(view)
        self.stand.tell(state, self._desk.text(word))
        self.sentence.setText(what_stands_outside(view, texts, now))
        self._offer(is_closed=is_closed(project))
        self.facts.show_facts(self._told(view))
        self.problem.hide()

    def _offer(self, *, is_closed: bool) -> None:
        """Closing or opening again: the one takes the other's place, also under the keyboard."""
        gone, there = (self.close_project, self.reopen) if is_closed else (self.reopen, self.close_project)
        there.show()
        if self.window().focusWidget() is gone:
            there.setFocus(Qt.FocusReason.OtherFocusReason)
        gone.hide()

    # -- what is told -------------------------------------------------------------------------------------------------

    def _told(self, view: ProjectView) -> list[tuple[str, str | QWidget]]:
        text, texts, project = self._desk.text, self._desk.texts, view.project
        facts: list[tuple[str, str | QWidget]] = []
        if project.closed_at is not None:
            facts.append((text(msg("ui.projects.closed-at")), texts.moment(project.closed_at)))
        if project.retention_until is not None:
            until = texts.moment(project.retention_until)
            records = RECORDS_TEXT.get(view.records)
            told = until if records is None else text(msg("ui.projects.retention-state", until=until, state=records))
            facts.append((text(msg("ui.projects.retention")), told))
        goals = "\n".join(project.goals) or text(msg("ui.projects.no-goals"))
        facts.append((text(msg("ui.projects.goals")), goals))
        facts.append((text(msg("ui.projects.principal")), project.principal or "–"))
        facts.append((text(msg("ui.projects.members")), self._members(project.members)))
        facts.append((text(msg("ui.projects.folders")), self._folders(project.documents)))
        if view.look is not None and view.look.grants:
            facts.append((text(msg("ui.projects.place")), text(reached(view.look))))
        return facts

    def _members(self, members: tuple[Member, ...]) -> QWidget | str:
        now = self._desk.now()
        lines: list[tuple[str, bool, IconButton | None]] = []
        for member in sorted(members, key=lambda known: (not known.is_active(now), known.name.casefold())):
            is_active = member.is_active(now)
            remove = None
            if is_active:
                name = self._desk.text(msg("ui.projects.member-remove", name=member.name))
                remove = IconButton("close", name)
                remove.setProperty("member", member.mail)
                remove.clicked.connect(self._end_member)
            lines.append((self._member_text(member, is_active=is_active), is_active, remove))
        return _listed(lines, self._desk.text(msg("ui.projects.no-members")))

    def _member_text(self, member: Member, *, is_active: bool) -> str:
        who = f"{member.name} ({member.mail})" if member.name != member.mail else member.mail
        if member.until is None:
            return who
        told = msg("ui.projects.member-until", who=who, until=member.until)
        return self._desk.text(told if is_active else msg("ui.projects.member-was", who=who, until=member.until))

    def _folders(self, folders: tuple[str, ...]) -> QWidget | str:
        lines: list[tuple[str, bool, IconButton | None]] = []
        for folder in folders:
            remove = IconButton("close", self._desk.text(msg("ui.projects.folder-remove", path=folder)))
            remove.setProperty("folder", folder)
            remove.clicked.connect(self._remove_folder)
            lines.append((folder, True, remove))
        return _listed(lines, self._desk.text(msg("ui.projects.no-folders")))

    # -- what can be done ---------------------------------------------------------------------------------------------

    @Slot()
    def _ask_change(self) -> None:
        if self._view is not None:
            self._asking.ask(ProjectDialog(self._desk, self._actions, self._view, parent=self._asking.window))

    @Slot()
    def _ask_close(self) -> None:
        if self._view is not None:
            projects = self._actions.projects
            self._asking.ask(CloseDialog(self._desk, projects, self._view, parent=self._asking.window))

    @Slot()
    def _ask_reopen(self) -> None:
        if self._view is not None:
            projects = self._actions.projects
            self._asking.ask(ReopenDialog(self._desk, projects, self._view, parent=self._asking.window))

    @Slot()
    def _write_report(self) -> None:
        if self._view is not None:
            self._writing.ask(self._view.client)

    @Slot()
    def _ask_member(self) -> None:
        if self._view is not None:
            code = self._view.project.code
            self._asking.ask(MemberDialog(self._desk, self._actions.projects, code, parent=self._asking.window))

    @Slot()
    def _end_member(self) -> None:
        button, view = self.sender(), self._view
        if view is None or button is None:
            return
        mail = str(button.property("member"))
        member = next(known for known in view.project.members if known.mail == mail)
        projects, code = self._actions.projects, view.project.code
        self._asking.ask(MemberEndDialog(self._desk, projects, code, member, parent=self._asking.window))

    @Slot()
    def _choose_folder(self) -> None:
        title = self._desk.text(msg("ui.projects.folder-choose"))
        folder = QFileDialog.getExistingDirectory(self, title)
        view, projects = self._view, self._actions.projects
        if folder and view is not None:
            code = view.project.code
            self._act(lambda _job: projects.change(code, documents=(Path(folder),)))

    @Slot()
    def _remove_folder(self) -> None:
        button, view, projects = self.sender(), self._view, self._actions.projects
        if view is not None and button is not None:
            code, folder = view.project.code, str(button.property("folder"))
            self._act(lambda _job: projects.remove_documents(code, folder))

    def _act(self, work: Callable[[Job[ProjectView]], ProjectView]) -> None:
        self.problem.hide()
        self._desk.jobs.act(work, self._done, self._failed)

    @Slot(object)
    def _done(self, _view: ProjectView) -> None:
        self._desk.acted.emit()

    @Slot(object)
    def _failed(self, message: Message) -> None:
        self.problem.tell(Tone.OVERDUE, self._desk.text(message))
        self.problem.show()

    # -- how ----------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        for button in (self.change, self.close_project, self.reopen, self.report):
            buttons.addWidget(button)
        add = FlowLayout()
        for button in (self.add_member, self.add_folder):
            add.addWidget(button)
        self.lines.addLayout(heading(self.title, self.stand))
        self.lines.addWidget(self.sentence)
        self.lines.addLayout(buttons)
        self.lines.addWidget(self.problem)
        self.lines.addWidget(Line())
        self.lines.addWidget(self.facts)
        self.lines.addLayout(add)

    def _connect(self) -> None:
        self.change.clicked.connect(self._ask_change)
        self.close_project.clicked.connect(self._ask_close)
        self.reopen.clicked.connect(self._ask_reopen)
        self.report.clicked.connect(self._write_report)
        self.add_member.clicked.connect(self._ask_member)
        self.add_folder.clicked.connect(self._choose_folder)


def _listed(lines: list[tuple[str, bool, IconButton | None]], nothing: str) -> QWidget | str:
    """Lines below each other, each with what can be done with it."""
    if not lines:
        return nothing
    column = QWidget()
    column.setMaximumWidth(LIST_WIDTH)
    inner = QVBoxLayout(column)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(0)
    for text, is_active, button in lines:
        label = Text(text) if is_active else Muted(text)
        label.setMinimumHeight(LINE_HEIGHT)
        if button is None:
            inner.addWidget(label)
        else:
            inner.addLayout(heading(label, button))
    whole = QWidget()
    beside = row(column, 1)  # as wide as there is room, so that the names keep their place
    beside.setStretch(0, MOST_OF_IT)
    whole.setLayout(beside)
    return whole
