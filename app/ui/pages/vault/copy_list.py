"""All copies in a table, a page at a time: sorted and searched by the store, narrowed by state, day or project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QIcon, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.outside import Outside
from app.actions.vault_list import VaultRow
from app.domain.messages import Message, msg
from app.domain.vault_list import RowState, VaultOrder, VaultQuery
from app.ui.desk import Desk
from app.ui.pages.projects.words import LOCATIONS
from app.ui.pages.vault.actions import Actions
from app.ui.pages.vault.words import FILTERS, stand_of, until, until_exact
from app.ui.texts import visible
from app.ui.theme.icons import state_icon
from app.ui.widgets.card import Card
from app.ui.widgets.filters import Filters
from app.ui.widgets.labels import Muted
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.search import SearchField
from app.ui.widgets.table import Column, PagedModel, Table

MOST_ROWS = 6
SEARCH_AFTER_MS = 250  # without a key: words are typed in several
WIDE, USUAL, NARROW = 940, 780, 720  # pixels below which size, client and place are told under the table alone
SEARCH_WIDTH = 288
ALL = "all"
_CLIENT, _WHERE, _SIZE, _UNTIL = 2, 3, 4, 5
_ORDERS: Mapping[int, VaultOrder] = {
    0: VaultOrder.NAME,
    1: VaultOrder.PROJECT,
    _SIZE: VaultOrder.SIZE,
    _UNTIL: VaultOrder.DUE_AT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """What only a part of the list is shown for: a day on which it goes, or a project (id and code)."""

    day: date | None = None
    project: tuple[str, str] | None = None


class CopyList(QWidget):
    """`chosen` hands out the row under the keyboard, or None when there is none; `opened` the one that was opened."""

    chosen = Signal(object)  # VaultRow | None
    opened = Signal(object)  # VaultRow
    failed = Signal(object)  # Message

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._outside: Outside | None = None
        self._damaged: Mapping[str, str] = {}
        self._narrowed = Narrowed()
        self._query = VaultQuery()
        self._wanted: str | None = None  # the id of the row that is chosen, or is to be
        self._is_sought = False  # by its id: then search and filters give way
        self._number = 0
        text = desk.text
        self.search = SearchField(text(msg("ui.vault.search")))
        self.search.setMinimumWidth(SEARCH_WIDTH)
        self.search.setAcceptDrops(False)  # files are dropped on the page, not as text in here
        self.filters = Filters(text(msg("ui.vault.filters")))
        self.narrowed = Notice(Tone.INFO)
        self.narrowed.offer(text(msg("ui.vault.show-all")))
        self.narrowed.hide()
        self.model: PagedModel[VaultRow] = PagedModel(desk, self._columns(), self._fetch)
        self.table = CopyTable(self.model, text(msg("ui.vault.table")))
        self.model.setParent(self)
        self.none = Muted(text(msg("ui.vault.none-found")))
        self.none.hide()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(SEARCH_AFTER_MS)
        self._lay_out()
        self._connect()

    # -- what is shown ------------------------------------------------------------------------------------------------

    def show_outside(self, outside: Outside) -> None:
        """How many there are in each state. Narrowed lists count other things, so there only the words stand."""
        self._outside = outside
        number, text = self._desk.texts.number, self._desk.text
        choices: list[tuple[object, str]] = [(ALL, text(msg("ui.vault.filter-all", count=number(_all(outside)))))]
        counts = outside.states
        choices += [(state, text(make(number(counts[state])))) for state, make in FILTERS.items() if state in counts]
        self.filters.offer(choices)
        self.filters.setVisible(len(choices) > 1)
        self.table.viewport().update()

    def refresh(self) -> None:
        """Look again; the chosen row stays chosen while it is there."""
        self.model.refresh()

    def show_damaged(self, damaged: Mapping[str, str]) -> None:
        self._damaged = damaged
        self.table.viewport().update()

    def damaged(self) -> Mapping[str, str]:
        """What the last check of the vault found, by id."""
        return self._damaged

    def narrow(self, narrowed: Narrowed) -> None:
        self._narrowed = narrowed
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.filters.choose(ALL)
        self._ask()

    def choose(self, row_id: str) -> None:
        """Bring a row under the keyboard; also one that search or filters hide."""
        self._wanted, self._is_sought = row_id, True
        self._look_for(row_id)

    # -- asking the store ---------------------------------------------------------------------------------------------

    @Slot()
    def _ask(self) -> None:
        """Controls are read in the window's thread."""
        state, project = self.filters.value(), self._narrowed.project
        self._query = VaultQuery(
            text=self.search.text(),
            project=project[0] if project is not None else None,
            states=frozenset({state}) if isinstance(state, RowState) else None,
        )
        self._say_narrowed()
        self.model.refresh()

    def _fetch(self, offset: int, limit: int, column: int, descending: bool) -> tuple[Sequence[VaultRow], int]:
        """In a working thread."""
        page = self._actions.vault.page(self._sorted(column, descending), offset, limit)
        return page.rows, page.total

    def _sorted(self, column: int, descending: bool) -> VaultQuery:
        """In a working thread: a day is looked up in the person's calendar."""
        day = self._narrowed.day
        goes = self._actions.outside.going_on(day) if day is not None else None
        return replace(self._query, goes=goes, order=_ORDERS.get(column, VaultOrder.DUE_AT), descending=descending)

    def _say_narrowed(self) -> None:
        narrowed = self._narrowed
        self.narrowed.setVisible(narrowed != Narrowed())
        if narrowed.day is not None:
            self.narrowed.tell(Tone.INFO, self._desk.text(msg("ui.vault.only-day", day=narrowed.day)))
        elif narrowed.project is not None:
            self.narrowed.tell(Tone.INFO, self._desk.text(msg("ui.vault.only-project", code=narrowed.project[1])))

    @Slot()
    def show_all(self) -> None:
        self.narrow(Narrowed())

    # -- which one is chosen ------------------------------------------------------------------------------------------

    @Slot(object)
    def _row_chosen(self, row: VaultRow) -> None:
        self._wanted, self._is_sought = row.id, False
        self._number = self.table.currentIndex().row()
        self.chosen.emit(row)

    @Slot()
    def _keep_chosen(self) -> None:
        """After a look: the row that was chosen, wherever it stands now."""
        total = self.model.rowCount()
        self.table.setVisible(bool(total))
        self.none.setVisible(not total)
        if not total:
            self.chosen.emit(None)
            return
        index = self.table.currentIndex()
        current = self.model.row(index.row()) if index.isValid() else None
        if current is not None and current.id == self._wanted:
            self.chosen.emit(current)
        elif self._wanted is None:
            self.table.select(0)
        elif not self._select_near(self._wanted):
            self._look_for(self._wanted)

    def _select_near(self, row_id: str) -> bool:
        """Whether it is on the first page, which is here."""
        for number in range(min(self.model.rowCount(), PagedModel.PAGE)):
            row = self.model.row(number)
            if row is not None and row.id == row_id:
                self.table.select(number)
                return True
        return False

    def _look_for(self, row_id: str) -> None:
        header, asked = self.table.horizontalHeader(), self._query
        column, descending = header.sortIndicatorSection(), header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder

        def look() -> tuple[str, VaultQuery, tuple[str, ...]]:
            return row_id, asked, self._actions.vault.ids(self._sorted(column, descending))

        self._desk.jobs.read(look, self._found, self._not_found)

    @Slot(object)
    def _found(self, answer: tuple[str, VaultQuery, tuple[str, ...]]) -> None:
        row_id, asked, ids = answer
        if row_id != self._wanted or asked is not self._query:  # something else is asked since
            return
        if row_id in ids:
            self.table.select(ids.index(row_id))
        elif self._is_sought and self._is_narrow():
            self.show_all()
        elif self.model.rowCount():  # it is gone: the one that took its place
            self._wanted = None
            self.table.select(min(self._number, self.model.rowCount() - 1))

    @Slot(object)
    def _not_found(self, problem: Message) -> None:
        self.failed.emit(problem)

    def _is_narrow(self) -> bool:
        return bool(self.search.text()) or self.filters.value() != ALL or self._narrowed != Narrowed()

    # -- how ----------------------------------------------------------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's names
        """What was typed last is asked for at once: no timer outlives the page."""
        super().hideEvent(event)
        if self._typing.isActive():
            self._typing.stop()
            self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        for column, least in ((_SIZE, WIDE), (_CLIENT, USUAL), (_WHERE, NARROW)):
            self.table.setColumnHidden(column, self.width() < least)

    def _lay_out(self) -> None:
        card = Card(padding=4)
        card.lines.addWidget(self.table)
        card.lines.addWidget(self.none)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        for part in (self.filters, self.narrowed, card):
            lines.addWidget(part)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self._ask)
        self.filters.chosen.connect(self._ask)
        self.narrowed.button.clicked.connect(self.show_all)
        self.table.chosen.connect(self._row_chosen)
        self.table.opened.connect(self.opened)
        self.model.refreshed.connect(self._keep_chosen)
        self.model.failed.connect(self.failed)

    def _columns(self) -> list[Column[VaultRow]]:
        text, texts, now = self._desk.text, self._desk.texts, self._desk.now

        def word(row: VaultRow) -> str:
            return text(stand_of(row, self._damaged)[1])

        def shape(row: VaultRow) -> QIcon:
            return state_icon(stand_of(row, self._damaged)[0])

        def when(row: VaultRow) -> str:
            return until(row, self._outside, texts, now()) if self._outside is not None else ""

        def moment(row: VaultRow) -> str:
            return until_exact(row, self._outside, texts) if self._outside is not None else ""

        def whose(row: VaultRow) -> str:
            return visible(row.client or "–")

        return [
            Column(
                heading=text(msg("ui.vault.column-name")),
                text=lambda row: visible(row.name),
                tip=lambda row: visible(row.path or row.name),
                stretches=True,
            ),
            Column(
                heading=text(msg("ui.vault.column-project")),
                text=lambda row: visible(row.project or "–"),
                tip=lambda row: f"{visible(row.project or '–')}, {whose(row)}",
                width=76,
            ),
            Column(heading=text(msg("ui.vault.column-client")), text=whose, width=140),
            Column(
                heading=text(msg("ui.vault.column-where")), text=lambda row: text(LOCATIONS[row.location]), width=108
            ),
            Column(
                heading=text(msg("ui.vault.column-size")),
                text=lambda row: texts.size(row.size_bytes) if row.size_bytes else "–",
                right=True,
                width=84,
            ),
            Column(heading=text(msg("ui.vault.column-until")), text=when, tip=moment, width=152),
            Column(heading=text(msg("ui.vault.column-state")), text=word, icon=shape, width=164),
        ]


class CopyTable(Table):
    """The store sorts by some columns; a press on another heading changes nothing."""

    def __init__(self, model: PagedModel[VaultRow], name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name, parent)
        self._sorted_by = (_UNTIL, Qt.SortOrder.AscendingOrder)
        self.fit_rows(MOST_ROWS)
        self.horizontalHeader().sortIndicatorChanged.connect(self._keep_order)
        self.sortByColumn(*self._sorted_by)

    @Slot(int, Qt.SortOrder)
    def _keep_order(self, column: int, order: Qt.SortOrder) -> None:
        if column in _ORDERS:
            self._sorted_by = (column, order)
        else:
            self.sortByColumn(*self._sorted_by)


def _all(outside: Outside) -> int:
    return outside.copies + outside.waiting
