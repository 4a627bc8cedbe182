"""What still stands outside of a closed project: what goes by itself, and what a person takes away and confirms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.copy_view import CopyView
from app.actions.vault_list import VaultPage, VaultRow
from app.domain.copy import Location
from app.domain.messages import msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.page import PageId
from app.ui.pages.projects.actions import Actions, Asking
from app.ui.pages.projects.words import COPY_STANDS, LOCATIONS
from app.ui.theme.icons import state_icon
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import Card, Line, clear, row
from app.ui.widgets.dialog import Confirm
from app.ui.widgets.labels import Muted, Section, Text
from app.ui.widgets.table import Column, RowsModel, Table

MOST_ROWS = 5
MOST_TO_CONFIRM = 20  # on the closing list at a time; the next ones follow as these are confirmed
NO_FILES = (Location.ELSEWHERE, Location.OFFICE365)
NEVER = datetime.max.replace(tzinfo=UTC)


class StandingPart(Card):
    def __init__(self, desk: Desk, actions: Actions, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._asking = asking
        self._to_confirm: tuple[CopyView, ...] = ()
        text = desk.text
        self.heading = Section(text(msg("ui.projects.standing")))
        self.closing_list = QWidget()
        self._closing_lines = QVBoxLayout(self.closing_list)
        self._closing_lines.setContentsMargins(0, 0, 0, 0)
        self._closing_lines.setSpacing(4)
        self.model = RowsModel(_columns(desk))
        self.table = Table(self.model, text(msg("ui.projects.standing-table")))
        self.table.fit_rows(MOST_ROWS)
        self.by_itself = Text(text(msg("ui.projects.by-itself")))
        self.more = Button("", Weight.LINK)
        self.lines.addWidget(self.heading)
        self.lines.addWidget(self.closing_list)
        self.lines.addWidget(self.by_itself)
        self.lines.addWidget(self.table)
        self.lines.addWidget(self.more)
        self.more.clicked.connect(self._show_vault)

    def show_standing(self, page: VaultPage, to_confirm: Sequence[CopyView]) -> None:
        """`to_confirm`: the closing list, complete; the page may be the first of several."""
        files = [known for known in page.rows if known.location not in NO_FILES or known.is_followed]
        self.model.show(files)
        for part in (self.by_itself, self.table):
            part.setVisible(bool(files))
        left = page.total - len(page.rows)
        self.more.setVisible(left > 0)
        self.more.setText(self._desk.text(msg("ui.projects.standing-more", n=left)))
        if tuple(to_confirm) != self._to_confirm:
            self._to_confirm = tuple(to_confirm)
            self._list_to_confirm()

    # -- the closing list ---------------------------------------------------------------------------------------------

    def _list_to_confirm(self) -> None:
        clear(self._closing_lines)
        self.closing_list.setVisible(bool(self._to_confirm))
        text = self._desk.text
        self._closing_lines.addWidget(Text(text(msg("ui.projects.to-confirm", n=len(self._to_confirm)))))
        for view in self._to_confirm[:MOST_TO_CONFIRM]:
            self._closing_lines.addWidget(Line())
            self._closing_lines.addWidget(self._line_of(view))
        left = len(self._to_confirm) - MOST_TO_CONFIRM
        if left > 0:
            self._closing_lines.addWidget(Muted(text(msg("ui.projects.to-confirm-more", n=left))))
        self._closing_lines.addSpacing(8)

    def _line_of(self, view: CopyView) -> QWidget:
        text, copy = self._desk.text, view.copy
        gone = Button(text(msg("ui.projects.is-gone")), icon_name="check")
        gone.setProperty("copy", copy.id)
        gone.setAccessibleName(text(msg("ui.projects.is-gone-name", name=copy.name)))
        gone.clicked.connect(self._ask_gone)
        when = self._desk.texts.when(copy.due_at, self._desk.now()) if copy.due_at is not None else ""
        told = QWidget()
        lines = QVBoxLayout(told)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(Text(copy.name))
        place = text(LOCATIONS[copy.location])
        lines.addWidget(Muted(text(msg("ui.projects.to-confirm-by", place=place, when=when)) if when else place))
        line = QWidget()
        beside = row(told, gone)
        beside.setStretch(0, 1)
        line.setLayout(beside)
        return line

    @Slot()
    def _ask_gone(self) -> None:
        button = self.sender()
        copy_id = str(button.property("copy")) if button is not None else ""
        view = next((known for known in self._to_confirm if known.copy.id == copy_id), None)
        if view is None:
            return
        dialog = Confirm(
            self._desk,
            msg("ui.projects.gone-title"),
            msg("ui.projects.gone-why", name=view.copy.name),
            msg("ui.projects.gone-go"),
            self._confirming(copy_id),
            danger=False,
            parent=self._asking.window,
        )
        self._asking.ask(dialog, self._gone)

    def _confirming(self, copy_id: str) -> Callable[[Job[CopyView]], CopyView]:
        return lambda _job: self._actions.copies.confirm(copy_id)

    @Slot(object)
    def _gone(self, view: CopyView) -> None:
        self._desk.tell(msg("ui.projects.gone-done", name=view.copy.name))

    @Slot()
    def _show_vault(self) -> None:
        self._desk.go(PageId.VAULT.value)


def _columns(desk: Desk) -> list[Column[VaultRow]]:
    text, texts = desk.text, desk.texts

    def word(known: VaultRow) -> str:
        return text(COPY_STANDS[known.state][1])

    def shape(known: VaultRow) -> QIcon:
        return state_icon(COPY_STANDS[known.state][0])

    def goes_at(known: VaultRow) -> datetime | None:
        ends = [moment for moment in (known.due_at, known.planned_at) if moment is not None]
        return min(ends, default=None)

    def day(known: VaultRow) -> str:
        end = goes_at(known)
        return texts.day(end) if end is not None else "–"

    def moment(known: VaultRow) -> str:
        end = goes_at(known)
        return texts.when(end, desk.now()) if end is not None else text(msg("ui.projects.no-end"))

    return [
        Column(
            heading=text(msg("ui.projects.column-copy")),
            text=lambda known: known.name,
            tip=lambda known: known.path or known.name,
            stretches=True,
        ),
        Column(
            heading=text(msg("ui.projects.column-place")),
            text=lambda known: text(LOCATIONS[known.location]),
            width=128,
        ),
        Column(
            heading=text(msg("ui.projects.column-goes")),
            text=day,
            order=lambda known: goes_at(known) or NEVER,
            tip=moment,
            width=112,
        ),
        Column(heading=text(msg("ui.projects.column-state")), text=word, icon=shape, width=176),
    ]
