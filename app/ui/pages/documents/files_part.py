"""The documents themselves, looked up when somebody asks for them: of all projects or of one, narrowed by how they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.documents.documents import DocumentActions
from app.domain.document import DocumentRow, DocumentState
from app.domain.messages import Message, msg
from app.domain.rules import SEVERITY
from app.ui.desk import Desk
from app.ui.pages.documents.loaded import load_files
from app.ui.pages.documents.matters import of_row
from app.ui.pages.documents.words import ON_THE_WAY, is_offered, name_of, place_of, stand_of
from app.ui.texts import visible
from app.ui.theme.icons import state_icon
from app.ui.widgets.card import Card, heading
from app.ui.widgets.filters import Filters
from app.ui.widgets.labels import Muted, Section
from app.ui.widgets.matter import MatterCard
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.search import SearchField
from app.ui.widgets.table import Column, RowsModel, Table

MOST_ROWS = 8
NARROW = 760
ALL: Final = "all"
WAITING: Final = "waiting"
OFFERED: Final = "offered"
ON_ITS_WAY: Final = "on-the-way"
FILED: Final = "filed"
_AT = 3

CHOICES: Final[Mapping[str, tuple[Callable[[DocumentRow], bool], Callable[[str], Message]]]] = {
    WAITING: (lambda row: row.needs_a_person, lambda count: msg("ui.documents.filter-waiting", count=count)),
    DocumentState.CONFLICT.value: (
        lambda row: row.state is DocumentState.CONFLICT,
        lambda count: msg("ui.documents.filter-conflict", count=count),
    ),
    DocumentState.FAILED.value: (
        lambda row: row.state is DocumentState.FAILED,
        lambda count: msg("ui.documents.filter-failed", count=count),
    ),
    DocumentState.HELD_BACK.value: (
        lambda row: row.state is DocumentState.HELD_BACK,
        lambda count: msg("ui.documents.filter-held-back", count=count),
    ),
    OFFERED: (is_offered, lambda count: msg("ui.documents.filter-offered", count=count)),
    ON_ITS_WAY: (lambda row: row.state in ON_THE_WAY, lambda count: msg("ui.documents.filter-on-the-way", count=count)),
    FILED: (
        lambda row: row.state is DocumentState.FILED and not is_offered(row),
        lambda count: msg("ui.documents.filter-filed", count=count),
    ),
}


class FilesPart(QWidget):
    """`taken` hands out the step that was chosen for the document under the keyboard."""

    taken = Signal(object)  # Taken
    failed = Signal(object)  # Message

    def __init__(self, desk: Desk, documents: DocumentActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._documents = documents
        self._rows: tuple[DocumentRow, ...] | None = None
        self._project: str | None = None
        self._wanted: str | None = None  # the id of the document under the keyboard, or that is to be
        self._filter_wanted: str | None = None
        text = desk.text
        self.title = Section(text(msg("ui.documents.files")))
        self.search = SearchField(text(msg("ui.documents.search")))
        self.filters = Filters(text(msg("ui.documents.filters")))
        self.narrowed = Notice(Tone.INFO)
        self.narrowed.offer(text(msg("ui.documents.show-all")))
        self.model = RowsModel(self._columns())
        self.table = Table(self.model, text(msg("ui.documents.table")))
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.fit_rows(MOST_ROWS)
        self.none = Muted(text(msg("ui.documents.none-found")))
        self.detail = MatterCard(desk)
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        self.filters.chosen.connect(self._filter)
        self.narrowed.button.clicked.connect(self._show_all)
        self.table.chosen.connect(self._chosen)
        self.detail.taken.connect(self.taken)

    def show_files(self, project: str | None, choice: str = ALL, row_id: str | None = None) -> None:
        """Those of a project (None: of all); the answer comes later."""
        self._project, self._filter_wanted = project, choice
        self._wanted = row_id or self._wanted
        self.search.clear()
        self.show()
        self.refresh()

    def refresh(self) -> None:
        if not self.isHidden():
            documents = self._documents
            self._desk.jobs.read(lambda: load_files(documents), self._read, self._not_read)

    def be_busy(self, busy: bool) -> None:
        self.detail.be_busy(busy)

    # -- how ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _read(self, rows: tuple[DocumentRow, ...]) -> None:
        if rows != self._rows or self._filter_wanted is not None:
            self._rows = rows
            self._narrow()

    @Slot(object)
    def _not_read(self, problem: Message) -> None:
        self.failed.emit(problem)

    def _of_project(self) -> list[DocumentRow]:
        return [row for row in self._rows or () if self._project is None or row.project == self._project]

    def _narrow(self) -> None:
        self.narrowed.setVisible(self._project is not None)
        if self._project is not None:
            self.narrowed.tell(Tone.INFO, self._desk.text(msg("ui.documents.narrowed", project=self._project)))
        rows, text, number = self._of_project(), self._desk.text, self._desk.texts.number
        choices: list[tuple[object, str]] = [(ALL, text(msg("ui.documents.filter-all", count=number(len(rows)))))]
        for name, (fits, words) in CHOICES.items():
            count = sum(fits(row) for row in rows)
            if count or name == self._filter_wanted:
                choices.append((name, text(words(number(count)))))
        self.filters.blockSignals(True)
        self.filters.offer(choices)
        if self._filter_wanted is not None:
            self.filters.choose(self._filter_wanted)
            self._filter_wanted = None
        self.filters.blockSignals(False)
        self._filter()

    @Slot()
    def _show_all(self) -> None:
        self._project = None
        self._narrow()

    @Slot()
    def _filter(self) -> None:
        choice, words, wanted = str(self.filters.value()), self.search.text().casefold().split(), self._wanted
        fits = CHOICES[choice][0] if choice in CHOICES else _everything
        shown = [row for row in self._of_project() if fits(row) and all(word in _words(row) for word in words)]
        self.model.show(shown)
        self.table.setVisible(bool(shown))
        self.none.setVisible(not shown)
        self.detail.setVisible(bool(shown))
        if shown:
            numbers = range(self.model.rowCount())
            at = next((n for n in numbers if (row := self.model.row(n)) is not None and row.id == wanted), 0)
            self.table.select(at)

    @Slot(object)
    def _chosen(self, row: DocumentRow) -> None:
        self._wanted = row.id
        self.detail.show_matters([of_row(row, self._desk)], row)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        self.table.setColumnHidden(_AT, self.width() < NARROW)

    def _lay_out(self) -> None:
        card = Card(padding=4)
        card.lines.addWidget(self.table)
        card.lines.addWidget(self.none)
        self.none.setContentsMargins(12, 10, 12, 10)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addLayout(heading(self.title, self.search))
        for part in (self.narrowed, self.filters, card, self.detail):
            lines.addWidget(part)
        for hidden in (self.narrowed, self.none, self.detail):
            hidden.hide()

    def _columns(self) -> list[Column[DocumentRow]]:
        text, texts = self._desk.text, self._desk.texts

        def state(row: DocumentRow) -> str:
            return text(stand_of(row)[1])

        def shape(row: DocumentRow) -> QIcon:
            return state_icon(stand_of(row)[0])

        def why(row: DocumentRow) -> str:
            return state(row) if row.reason is None else f"{state(row)}: {text(row.reason)}"

        return [
            Column(heading=text(msg("ui.documents.column-name")), text=name_of, tip=place_of, stretches=True),
            Column(heading=text(msg("ui.documents.column-project")), text=lambda row: visible(row.project), width=104),
            Column(
                heading=text(msg("ui.documents.column-state")),
                text=state,
                icon=shape,
                order=lambda row: (-SEVERITY.index(stand_of(row)[0]), state(row)),
                tip=why,
                width=184,
            ),
            Column(
                heading=text(msg("ui.documents.column-at")),
                text=lambda row: texts.day(row.at),
                order=lambda row: row.at,
                tip=lambda row: texts.moment(row.at),
                width=104,
            ),
        ]


def _everything(_row: DocumentRow) -> bool:
    return True


def _words(row: DocumentRow) -> str:
    return f"{row.path} {row.project}".casefold()
