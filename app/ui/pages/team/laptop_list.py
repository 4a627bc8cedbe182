"""Laptops in a table: first those that ask for something, all of them on request."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.messages import msg
from app.domain.team_view import TeamRow, TeamStatus
from app.ui.desk import Desk
from app.ui.pages.team.words import FILTERS, days_ago, days_ahead, group_of, short, stand_of
from app.ui.texts import visible
from app.ui.theme.icons import state_icon
from app.ui.widgets.card import Card, heading
from app.ui.widgets.filters import Filters
from app.ui.widgets.labels import Muted, Section
from app.ui.widgets.search import SearchField
from app.ui.widgets.table import Column, RowsModel, Table

MOST_ROWS = 6
NARROW = 760  # pixels below which some columns are told under the table alone
WANTING: Final = "wanting"
ALL: Final = "all"
_OPEN, _NEXT = 4, 5
NEVER = date.max


class LaptopList(QWidget):
    """`chosen` hands out the row under the keyboard, or None when there is none."""

    chosen = Signal(object)  # TeamRow | None

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: tuple[TeamRow, ...] = ()
        self._asking: frozenset[str] = frozenset()
        self._today = desk.now().date()
        self._device: str | None = None
        text = desk.text
        self.title = Section(text(msg("ui.team.laptops")))
        self.search = SearchField(text(msg("ui.team.search")))
        self.filters = Filters(text(msg("ui.team.filters")))
        self.model = RowsModel(self._columns())
        self.table = Table(self.model, text(msg("ui.team.table")))
        self.table.horizontalHeader().setSortIndicator(-1, self.table.horizontalHeader().sortIndicatorOrder())
        self.table.fit_rows(MOST_ROWS)
        self.none = Muted()
        self.none.hide()
        card = Card(padding=4)
        card.lines.addWidget(self.table)
        card.lines.addWidget(self.none)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addLayout(heading(self.title, self.search))
        lines.addWidget(self.filters)
        lines.addWidget(card)
        self.none.setContentsMargins(12, 10, 12, 10)
        self.search.textChanged.connect(self._filter)
        self.filters.chosen.connect(self._filter)
        self.table.chosen.connect(self._chosen)

    def show_status(self, status: TeamStatus, asking: frozenset[str]) -> None:
        """`asking`: devices of the laptops that ask for something."""
        self._today, self._asking = status.now.date(), asking
        self._rows = status.items
        for part in (self.search, self.filters):  # of a single one there is nothing to choose
            part.setVisible(len(self._rows) > 1)
        self._offer()
        self._filter()

    def show_wanting(self) -> None:
        self.search.clear()
        self.filters.choose(WANTING)

    def choose(self, device: str) -> None:
        """Bring a laptop under the keyboard, also one that the filter hides."""
        self._device = device
        self.search.clear()
        if not any(row.device == device for row in self._shown()):
            self.filters.choose(ALL)
        self._filter()

    # -- how ----------------------------------------------------------------------------------------------------------

    def _offer(self) -> None:
        text, number = self._desk.text, self._desk.texts.number
        counts = Counter(group_of(row) for row in self._rows)
        choices: list[tuple[object, str]] = [
            (WANTING, text(msg("ui.team.filter-wanting", count=number(len(self._asking)))))
        ]
        for name, words in FILTERS.items():
            if counts[name]:
                choices.append((name, text(words(number(counts[name])))))
        choices.append((ALL, text(msg("ui.team.filter-all", count=number(len(self._rows))))))
        self.filters.offer(choices)

    def _shown(self) -> list[TeamRow]:
        if len(self._rows) == 1:
            return list(self._rows)
        wanted, words = self.filters.value(), self.search.text().casefold().split()
        return [row for row in self._rows if self._is_in(row, wanted) and all(word in _words(row) for word in words)]

    def _is_in(self, row: TeamRow, wanted: object) -> bool:
        if wanted == ALL:
            return True
        return row.device in self._asking if wanted == WANTING else group_of(row) == wanted

    @Slot()
    def _filter(self) -> None:
        shown, wanted = self._shown(), self._device
        self.model.show(shown)
        self.table.setVisible(bool(shown))
        self.none.setVisible(not shown)
        is_sought = bool(self.search.text().strip())
        self.none.setText(self._desk.text(msg("ui.team.none-found") if is_sought else msg("ui.team.none-wanting")))
        rows = [self.model.row(number) for number in range(self.model.rowCount())]
        if rows:
            self.table.select(next((n for n, row in enumerate(rows) if row is not None and row.device == wanted), 0))
        else:
            self.chosen.emit(None)

    @Slot(object)
    def _chosen(self, row: TeamRow) -> None:
        self._device = row.device
        self.chosen.emit(row)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        for column in (_OPEN, _NEXT):
            self.table.setColumnHidden(column, self.width() < NARROW)

    def _columns(self) -> list[Column[TeamRow]]:
        text, texts = self._desk.text, self._desk.texts

        def state(row: TeamRow) -> str:
            return text(stand_of(row)[1])

        def shape(row: TeamRow) -> QIcon:
            return state_icon(stand_of(row)[0])

        def count(value: int | None) -> str:
            return "–" if value is None else texts.number(value)

        def seen(row: TeamRow) -> str:
            return "–" if row.last_seen is None else text(days_ago(row.last_seen, self._today))

        def following(row: TeamRow) -> str:
            return "–" if row.next_due is None else text(days_ahead(row.next_due, self._today))

        return [
            Column(heading=text(msg("ui.team.column-person")), text=lambda row: visible(row.person), stretches=True),
            Column(
                heading=text(msg("ui.team.column-state")),
                text=state,
                icon=shape,
                order=lambda row: (row.device not in self._asking, text(stand_of(row)[1])),
                width=168,
            ),
            Column(
                heading=text(msg("ui.team.column-seen")),
                text=seen,
                order=lambda row: row.last_seen or date.min,
                tip=lambda row: short(row.last_seen, texts),
                width=148,
            ),
            Column(
                heading=text(msg("ui.team.column-overdue")),
                text=lambda row: count(row.overdue),
                order=lambda row: -(row.overdue or 0),
                right=True,
                width=84,
            ),
            Column(
                heading=text(msg("ui.team.column-open")),
                text=lambda row: count(row.open_findings),
                order=lambda row: -(row.open_findings or 0),
                right=True,
                width=108,
            ),
            Column(
                heading=text(msg("ui.team.column-next")),
                text=following,
                order=lambda row: row.next_due or NEVER,
                tip=lambda row: short(row.next_due, texts),
                width=132,
            ),
        ]


def _words(row: TeamRow) -> str:
    return " ".join((row.person, row.mail, row.device, row.team)).casefold()
