"""All declarations in a table, with a search field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.certificates import CertificateRow
from app.domain.messages import msg
from app.domain.rules import SEVERITY
from app.ui.desk import Desk
from app.ui.pages.vault.words import OUTCOMES, methods_of
from app.ui.texts import visible
from app.ui.theme.icons import icon, state_icon
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Muted
from app.ui.widgets.search import SearchField
from app.ui.widgets.table import Column, RowsModel, Table

MOST_ROWS = 5
SEARCH_WIDTH = 288
NARROW = 800  # pixels below which some columns are told under the table alone
_PROJECT, _ISSUED, _COPIES = 2, 3, 4


class CertificateList(QWidget):
    """`chosen` hands out the row under the keyboard, or None when there is none."""

    chosen = Signal(object)  # CertificateRow | None
    opened = Signal(object)  # CertificateRow

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CertificateRow, ...] = ()
        self._id: str | None = None
        text = desk.text
        self.search = SearchField(text(msg("ui.certificates.search")))
        self.search.setMinimumWidth(SEARCH_WIDTH)
        self.search.setAcceptDrops(False)
        self.model = RowsModel(_columns(desk))
        self.table = Table(self.model, text(msg("ui.certificates.table")))
        self.table.fit_rows(MOST_ROWS)
        self.table.sortByColumn(_ISSUED, Qt.SortOrder.DescendingOrder)
        self.none = Muted(text(msg("ui.certificates.none-found")))
        self.none.hide()
        card = Card(padding=4)
        card.lines.addWidget(self.table)
        card.lines.addWidget(self.none)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(card)
        self.search.textChanged.connect(self._filter)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self.opened)

    def show_rows(self, rows: Sequence[CertificateRow]) -> None:
        """The chosen one stays chosen while it is there; at first it is the newest."""
        self._rows = tuple(rows)
        self._filter()

    def choose(self, certificate_id: str) -> None:
        self._id = certificate_id
        self.search.clear()
        self._filter()

    @Slot()
    def _filter(self) -> None:
        wanted, words = self._id, self.search.text().casefold().split()
        shown = [row for row in self._rows if all(word in _words(row) for word in words)]
        self.model.show(shown)
        self.table.setVisible(bool(shown))
        self.none.setVisible(not shown)
        rows = [self.model.row(number) for number in range(self.model.rowCount())]
        if rows:
            self.table.select(next((n for n, row in enumerate(rows) if row is not None and row.id == wanted), 0))
        else:
            self.chosen.emit(None)

    @Slot(object)
    def _chosen(self, row: CertificateRow) -> None:
        self._id = row.id
        self.chosen.emit(row)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        for number in (_PROJECT, _COPIES):
            self.table.setColumnHidden(number, self.width() < NARROW)


def _words(row: CertificateRow) -> str:
    return " ".join((row.number, row.client, row.project)).casefold()


def _columns(desk: Desk) -> list[Column[CertificateRow]]:
    text, texts = desk.text, desk.texts

    def outcome(row: CertificateRow) -> str:
        return text(OUTCOMES[row.outcome][1])

    def shape(row: CertificateRow) -> QIcon:
        return state_icon(OUTCOMES[row.outcome][0])

    def receipt(row: CertificateRow) -> str:
        return text(msg("ui.certificates.received") if row.receipt is not None else msg("ui.certificates.not-received"))

    def receipt_shape(row: CertificateRow) -> QIcon | None:
        return icon("check", "ok") if row.receipt is not None else None

    def receipt_tip(row: CertificateRow) -> str:
        return texts.moment(row.receipt_at) if row.receipt_at is not None else receipt(row)

    return [
        Column(heading=text(msg("ui.certificates.column-number")), text=lambda row: row.number, width=140),
        Column(
            heading=text(msg("ui.certificates.column-client")), text=lambda row: visible(row.client), stretches=True
        ),
        Column(heading=text(msg("ui.certificates.column-project")), text=lambda row: visible(row.project), width=76),
        Column(
            heading=text(msg("ui.certificates.column-issued")),
            text=lambda row: texts.day(row.issued_at),
            order=lambda row: row.issued_at,
            tip=lambda row: texts.moment(row.issued_at),
            width=100,
        ),
        Column(
            heading=text(msg("ui.certificates.column-copies")),
            text=lambda row: texts.number(row.copies),
            order=lambda row: row.copies,
            right=True,
            width=76,
        ),
        Column(
            heading=text(msg("ui.certificates.column-outcome")),
            text=outcome,
            icon=shape,
            order=lambda row: -SEVERITY.index(OUTCOMES[row.outcome][0]),
            tip=lambda row: f"{outcome(row)}: {text(methods_of(row))}",
            width=192,
        ),
        Column(
            heading=text(msg("ui.certificates.column-receipt")),
            text=receipt,
            icon=receipt_shape,
            order=lambda row: row.receipt is None,
            tip=receipt_tip,
            width=104,
        ),
    ]
