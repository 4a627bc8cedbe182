"""Projects over all laptops: what of each is outside, late or undecided. What is overdue stands on top."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.messages import msg
from app.domain.rules import SEVERITY, RuleState
from app.domain.team_view import ProjectRow, TeamStatus
from app.ui.desk import Desk
from app.ui.pages.projects.words import Stand
from app.ui.pages.team.words import days_ahead, short
from app.ui.texts import visible
from app.ui.theme.icons import state_icon
from app.ui.widgets.card import Card
from app.ui.widgets.table import Column, RowsModel, Table

MOST_ROWS = 6
NARROW = 760
_LAPTOPS = 3
NEVER = date.max


class TeamProjectList(QWidget):
    opened = Signal(object)  # ProjectRow

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._today = desk.now().date()
        self.model = RowsModel(self._columns())
        self.table = Table(self.model, desk.text(msg("ui.team.projects-table")))
        self.table.horizontalHeader().setSortIndicator(-1, self.table.horizontalHeader().sortIndicatorOrder())
        self.table.fit_rows(MOST_ROWS)
        self.table.opened.connect(self.opened)
        card = Card(padding=4)
        card.lines.addWidget(self.table)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(card)

    def show_status(self, status: TeamStatus) -> None:
        self._today = status.now.date()
        self.model.show(status.projects)

    def rows(self) -> Sequence[ProjectRow]:
        return [row for n in range(self.model.rowCount()) if (row := self.model.row(n)) is not None]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        self.table.setColumnHidden(_LAPTOPS, self.width() < NARROW)

    def _columns(self) -> list[Column[ProjectRow]]:
        text, texts = self._desk.text, self._desk.texts

        def code(row: ProjectRow) -> str:
            return visible(row.code) if row.code is not None else text(msg("ui.team.project-unknown"))

        def state(row: ProjectRow) -> str:
            return text(_stand_of(row)[1])

        def shape(row: ProjectRow) -> QIcon:
            return state_icon(_stand_of(row)[0])

        def following(row: ProjectRow) -> str:
            return "–" if row.next_due is None else text(days_ahead(row.next_due, self._today))

        return [
            Column(heading=text(msg("ui.team.column-project")), text=code, width=124),
            Column(
                heading=text(msg("ui.team.column-client")), text=lambda row: visible(row.client or "–"), stretches=True
            ),
            Column(
                heading=text(msg("ui.team.column-state")),
                text=state,
                icon=shape,
                order=lambda row: -SEVERITY.index(_stand_of(row)[0]),
                width=168,
            ),
            Column(
                heading=text(msg("ui.team.column-laptops")),
                text=lambda row: texts.number(row.laptops),
                order=lambda row: -row.laptops,
                right=True,
                width=84,
            ),
            Column(
                heading=text(msg("ui.team.column-copies")),
                text=lambda row: texts.number(row.copies),
                order=lambda row: -row.copies,
                right=True,
                width=84,
            ),
            Column(
                heading=text(msg("ui.team.column-next")),
                text=following,
                order=lambda row: row.next_due or NEVER,
                tip=lambda row: short(row.next_due, texts),
                width=132,
            ),
        ]


def _stand_of(row: ProjectRow) -> Stand:
    if row.overdue:
        return RuleState.OVERDUE, msg("ui.team.project-overdue", n=row.overdue)
    if row.open_findings:
        return RuleState.ATTENTION, msg("ui.team.project-open", n=row.open_findings)
    return RuleState.OK, msg("ui.team.project-closed") if row.is_closed else msg("ui.team.project-fine")
