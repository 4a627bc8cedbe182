"""Projects with documentation folders: how many of their documents are filed, and what keeps the rest."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.document import NEEDS_A_PERSON, DocumentState, ProjectFiling, SyncStatus
from app.domain.messages import msg
from app.domain.rules import SEVERITY, RuleState
from app.ui.desk import Desk
from app.ui.pages.documents.words import ON_THE_WAY
from app.ui.pages.projects.words import Stand
from app.ui.texts import visible
from app.ui.theme.icons import state_icon
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.table import Column, RowsModel, Table

MOST_ROWS = 6
STATE = 1  # column


class FilingList(QWidget):
    """What is done is done with the project under the keyboard. Signals hand out its code."""

    files_wanted = Signal(str)
    place_wanted = Signal(str)
    restore_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._code: str | None = None
        self._asked: frozenset[str] = frozenset()  # projects of which a question is to be answered first
        text = desk.text
        self.model = RowsModel(self._columns())
        self.table = Table(self.model, text(msg("ui.documents.projects-table")))
        self.table.sortByColumn(STATE, Qt.SortOrder.AscendingOrder)  # what asks something first
        self.table.fit_rows(MOST_ROWS)
        self.files = Button(text(msg("ui.documents.do-files")))
        self.place = Button(text(msg("ui.documents.do-open")), icon_name="open")
        self.restore = Button(text(msg("ui.documents.do-restore")))
        buttons = FlowLayout()
        for button in (self.files, self.place, self.restore):
            buttons.addWidget(button)
        card = Card(padding=4)
        card.lines.addWidget(self.table)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(card)
        lines.addLayout(buttons)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._open)
        self.files.clicked.connect(self._ask_files)
        self.place.clicked.connect(self._ask_place)
        self.restore.clicked.connect(self._ask_restore)

    def show_status(self, status: SyncStatus) -> None:
        self._asked = frozenset(question.project for question in status.questions)
        self.model.show(status.projects)
        rows = [self.model.row(number) for number in range(self.model.rowCount())]
        if rows:
            at = next((n for n, row in enumerate(rows) if row is not None and row.project == self._code), 0)
            self.table.select(at)

    def choose(self, code: str) -> None:
        rows = [self.model.row(number) for number in range(self.model.rowCount())]
        at = next((n for n, row in enumerate(rows) if row is not None and row.project == code), None)
        if at is not None:
            self.table.select(at)

    @property
    def code(self) -> str | None:
        return self._code

    # -- how ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _chosen(self, row: ProjectFiling) -> None:
        self._code = row.project
        self.restore.setEnabled(row.counts.get(DocumentState.FILED, 0) > 0)

    @Slot(object)
    def _open(self, row: ProjectFiling) -> None:
        self.files_wanted.emit(row.project)

    @Slot()
    def _ask_files(self) -> None:
        if self._code is not None:
            self.files_wanted.emit(self._code)

    @Slot()
    def _ask_place(self) -> None:
        if self._code is not None:
            self.place_wanted.emit(self._code)

    @Slot()
    def _ask_restore(self) -> None:
        if self._code is not None:
            self.restore_wanted.emit(self._code)

    def _stand_of(self, row: ProjectFiling) -> Stand:
        if row.project in self._asked:
            return RuleState.ATTENTION, msg("ui.documents.project-asked")
        return stand_of(row)

    def _columns(self) -> list[Column[ProjectFiling]]:
        text, texts = self._desk.text, self._desk.texts

        def state(row: ProjectFiling) -> str:
            return text(self._stand_of(row)[1])

        def shape(row: ProjectFiling) -> QIcon:
            return state_icon(self._stand_of(row)[0])

        def filed(row: ProjectFiling) -> str:
            of = msg("ui.documents.filed-of", filed=texts.number(_filed(row)), all=texts.number(_all(row)))
            return text(of)

        def looked(row: ProjectFiling) -> str:
            return "–" if row.looked_at is None else texts.relative(row.looked_at, self._desk.now())

        return [
            Column(heading=text(msg("ui.documents.column-project")), text=lambda row: visible(row.project), width=128),
            Column(
                heading=text(msg("ui.documents.column-state")),
                text=state,
                icon=shape,
                order=lambda row: (-SEVERITY.index(self._stand_of(row)[0]), row.project.casefold()),
                stretches=True,
            ),
            Column(
                heading=text(msg("ui.documents.column-filed")),
                text=filed,
                order=lambda row: -_filed(row),
                right=True,
                width=148,
            ),
            Column(
                heading=text(msg("ui.documents.column-looked")),
                text=looked,
                order=lambda row: "" if row.looked_at is None else row.looked_at.isoformat(),
                tip=lambda row: "–" if row.looked_at is None else texts.moment(row.looked_at),
                width=152,
            ),
        ]


def _filed(row: ProjectFiling) -> int:
    return row.counts.get(DocumentState.FILED, 0)


def _all(row: ProjectFiling) -> int:
    return sum(row.counts.values())


def stand_of(row: ProjectFiling) -> Stand:
    """The gravest of what its documents say, in one word."""
    waiting = sum(row.counts.get(state, 0) for state in NEEDS_A_PERSON)
    on_the_way = sum(row.counts.get(state, 0) for state in ON_THE_WAY)
    if row.missing:
        return RuleState.ATTENTION, msg("ui.documents.project-missing", n=len(row.missing))
    if waiting:
        return RuleState.ATTENTION, msg("ui.documents.project-waiting", n=waiting)
    if on_the_way:
        return RuleState.UNKNOWN, msg("ui.documents.project-on-the-way", n=on_the_way)
    return RuleState.OK, msg("ui.documents.project-filed") if _all(row) else msg("ui.documents.project-empty")
