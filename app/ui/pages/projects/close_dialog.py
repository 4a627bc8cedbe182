"""Closing a project. First what will go and when, what a person takes away themselves, and what will remain."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from app.actions.projects import Closing, ClosingItem, ProjectActions, ProjectView
from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.projects.words import LOCATIONS, residual_sentences
from app.ui.theme.icons import state_icon
from app.ui.widgets.card import Card
from app.ui.widgets.dialog import ActionDialog
from app.ui.widgets.labels import Section, Text
from app.ui.widgets.moment import MomentField
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.table import Column, RowsModel, Table

LOOK_AFTER_MS = 300  # without a key: a date is typed in several
MOST_ROWS = 5


class CloseDialog(ActionDialog[Closing]):
    """Every other date of closing shows the list anew; nothing is closed before the button is pressed."""

    def __init__(self, desk: Desk, projects: ProjectActions, view: ProjectView, parent: QWidget | None = None) -> None:
        code = view.project.code
        super().__init__(desk, msg("ui.projects.close-title", code=code), msg("ui.projects.close-go"), parent=parent)
        self._projects = projects
        self._code = code
        self._asked = 0
        text = desk.text
        self.at = MomentField(
            desk.texts, text(msg("ui.projects.close-at")), desk.now(), text(msg("ui.projects.close-at-help"))
        )
        self.summary = Text()
        self.model = RowsModel(_columns(desk))
        self.table = Table(self.model, text(msg("ui.projects.close-table")))
        self.table.fit_rows(MOST_ROWS)
        self._list = Card(padding=4)
        self._list.lines.addWidget(self.table)
        self.late = Notice(Tone.ATTENTION)
        self.attest = Notice(Tone.INFO)
        self.remains = Section(text(msg("ui.projects.close-remains")))
        self.residuals = Text()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LOOK_AFTER_MS)
        self._later.timeout.connect(self._look)
        self._lay_fields()
        self.complain_at(self.at, "moment.in-future")
        self.at.changed.connect(self._another_date)
        self._look()

    def work(self) -> Callable[[Job[Closing]], Closing]:
        at = self._chosen()
        return lambda _job: self._projects.close(self._code, at)

    def news(self, answer: Closing) -> Message:
        return msg("ui.projects.closed", code=self._code)

    def _chosen(self) -> datetime | None:
        """None for the moment at which the button is pressed."""
        return self.at.moment() if self.at.was_changed else None

    @Slot()
    def _another_date(self) -> None:
        self.go.setEnabled(False)
        self._later.start()

    @Slot()
    def _look(self) -> None:
        self._asked += 1
        number, at = self._asked, self._chosen()
        self.go.setEnabled(False)
        self.desk.jobs.read(
            lambda: (number, self._projects.close(self._code, at, dry_run=True)), self._planned, self._refused
        )

    @Slot(object)
    def _planned(self, answer: tuple[int, Closing]) -> None:
        number, plan = answer
        if number != self._asked:  # another date was chosen since
            return
        self.problem.hide()
        self.at.complain("")
        self.go.setEnabled(True)
        self._show(plan)

    @Slot(object)
    def _refused(self, message: Message) -> None:
        """The button stays off: what the list would show is unknown."""
        self.at.complain(self.desk.text(message))
        self._show(None)
        self.shrink()

    def _show(self, plan: Closing | None) -> None:
        text, items = self.desk.text, plan.items if plan is not None else ()
        self.model.show(items)
        self._list.setVisible(bool(items))
        self.summary.setText(text(_summary(plan)) if plan is not None else "")
        now = self.desk.now()
        late = sum(item.due_at is not None and item.due_at < now and item.action == "delete" for item in items)
        self.late.setVisible(bool(late))
        if late:
            self.late.tell(Tone.ATTENTION, text(msg("ui.projects.close-late", n=late)))
        attest = sum(item.action == "attest" for item in items)
        self.attest.setVisible(bool(attest))
        if attest:
            self.attest.tell(Tone.INFO, text(msg("ui.projects.close-attest", n=attest)))
        residuals = plan.residuals if plan is not None else ()
        self.remains.setVisible(bool(residuals))
        self.residuals.setVisible(bool(residuals))
        self.residuals.setText("\n".join(residual_sentences(residuals, self.desk.texts)))

    def _lay_fields(self) -> None:
        for part in (self.at, self.summary, self._list, self.late, self.attest, self.remains, self.residuals):
            self.fields.addWidget(part)
        for part in (self._list, self.late, self.attest, self.remains, self.residuals):
            part.hide()


def _summary(plan: Closing) -> Message:
    going = [item for item in plan.items if item.due_at is not None]
    if not plan.items:
        return msg("ui.projects.close-empty")
    if not going:
        return msg("ui.projects.close-all-stay", n=len(plan.items))
    last = max(item.due_at for item in going if item.due_at is not None)
    return msg("ui.projects.close-summary", n=len(going), until=last)


_ACTIONS = {
    "delete": (RuleState.OK, msg("ui.projects.close-deletes")),
    "attest": (RuleState.ATTENTION, msg("ui.projects.close-you")),
    "stays": (RuleState.NOT_APPLICABLE, msg("ui.projects.close-stays")),
}


def _columns(desk: Desk) -> list[Column[ClosingItem]]:
    text, texts = desk.text, desk.texts

    def shape(item: ClosingItem) -> QIcon:
        return state_icon(_ACTIONS[item.action][0])

    def day(item: ClosingItem) -> str:
        return texts.day(item.due_at) if item.due_at is not None else "–"

    return [
        Column(
            heading=text(msg("ui.projects.column-copy")),
            text=lambda item: item.copy.name,
            tip=lambda item: f"{item.copy.name}\n{text(LOCATIONS[item.copy.location])}",
            stretches=True,
        ),
        Column(
            heading=text(msg("ui.projects.column-goes")),
            text=day,
            order=lambda item: (item.due_at is None, item.due_at or desk.now()),
            tip=lambda item: texts.moment(item.due_at) if item.due_at is not None else day(item),
            width=104,
        ),
        Column(
            heading=text(msg("ui.projects.column-how")),
            text=lambda item: text(_ACTIONS[item.action][1]),
            icon=shape,
            width=168,
        ),
    ]
