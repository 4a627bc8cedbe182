"""All clients in a table, and how well each is known."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.clients import ClientRow
from app.domain.client import Client
from app.domain.messages import msg
from app.domain.rules import SEVERITY
from app.ui.desk import Desk
from app.ui.pages.projects.words import recognised
from app.ui.theme.icons import state_icon
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import Card, row
from app.ui.widgets.labels import Muted
from app.ui.widgets.search import SearchField
from app.ui.widgets.table import Column, RowsModel, Table

MOST_ROWS = 6


class ClientList(QWidget):
    chosen = Signal(object)  # ClientRow
    opened = Signal(object)  # ClientRow

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ClientRow, ...] = ()
        self._client_id: str | None = None
        self._wanted: str | None = None  # to be chosen as soon as it is there
        text = desk.text
        self.search = SearchField(text(msg("ui.clients.search")))
        self.new = Button(text(msg("ui.clients.new")), Weight.PRIMARY, icon_name="plus")
        self.import_file = Button(text(msg("ui.clients.import")), icon_name="upload")
        self.model = RowsModel(_columns(desk))
        self.table = Table(self.model, text(msg("ui.clients.table")))
        self.table.fit_rows(MOST_ROWS)
        self.none = Muted(text(msg("ui.clients.none-found")))
        self.none.hide()
        card = Card(padding=4)
        card.lines.addWidget(self.table)
        card.lines.addWidget(self.none)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addLayout(row(self.search, 1, self.import_file, self.new))
        lines.addWidget(card)
        self.search.textChanged.connect(self._filter)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self.opened)

    def show_clients(self, rows: Sequence[ClientRow]) -> None:
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self._filter()

    def choose(self, client_id: str) -> None:
        self._wanted = client_id
        self.search.clear()
        self._filter()

    @Slot()
    def _filter(self) -> None:
        wanted = self.search.text().casefold().split()
        shown = [known for known in self._rows if all(word in _words(known.client) for word in wanted)]
        if any(known.client.id == self._wanted for known in shown):
            self._client_id, self._wanted = self._wanted, None
        chosen = self._client_id
        self.model.show(shown)
        self.none.setVisible(not shown and bool(self._rows))
        rows = [self.model.row(number) for number in range(self.model.rowCount())]
        at = next((n for n, known in enumerate(rows) if known is not None and known.client.id == chosen), 0)
        self.table.select(at)

    @Slot(object)
    def _chosen(self, chosen: ClientRow) -> None:
        self._client_id = chosen.client.id
        self.chosen.emit(chosen)


def _words(client: Client) -> str:
    contacts = (contact.name for contact in client.contacts)
    return " ".join((client.name, *client.variants, *client.domains, *contacts)).casefold()


def _columns(desk: Desk) -> list[Column[ClientRow]]:
    text, texts = desk.text, desk.texts

    def word(known: ClientRow) -> str:
        return text(recognised(known.client)[1])

    def shape(known: ClientRow) -> QIcon:
        return state_icon(recognised(known.client)[0])

    return [
        Column(heading=text(msg("ui.clients.column-name")), text=lambda known: known.client.name, stretches=True),
        Column(
            heading=text(msg("ui.clients.column-known")),
            text=word,
            icon=shape,
            order=lambda known: -SEVERITY.index(recognised(known.client)[0]),
            width=248,
        ),
        Column(
            heading=text(msg("ui.clients.column-projects")),
            text=lambda known: texts.number(known.active_projects),
            order=lambda known: -known.active_projects,
            right=True,
            width=152,
        ),
        Column(
            heading=text(msg("ui.projects.column-copies")),
            text=lambda known: texts.number(known.copies),
            order=lambda known: -known.copies,
            right=True,
            width=88,
        ),
    ]
