"""The tab of the copies: the list, the chosen one, and what is done with the vault as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.copies import AddedCopies
from app.actions.outside import Outside
from app.actions.vault_list import VaultRow
from app.actions.vault_rows import VaultCheck
from app.domain.messages import Message, msg
from app.domain.vault_list import RowState
from app.ui.desk import Desk
from app.ui.pages.page import GRID
from app.ui.pages.projects.words import residual_sentences
from app.ui.pages.vault.acting import Acting
from app.ui.pages.vault.actions import Actions
from app.ui.pages.vault.add_dialog import AddDialog
from app.ui.pages.vault.check_dialog import CheckDialog, check_outcome
from app.ui.pages.vault.copy_detail import CopyDetail
from app.ui.pages.vault.copy_list import CopyList, Narrowed
from app.ui.widgets.asking import Asking
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import row
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import Muted
from app.ui.widgets.notice import Notice, Tone


class CopiesPart(QWidget):
    def __init__(self, desk: Desk, actions: Actions, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._asking = asking
        self._outside: Outside | None = None
        self._row: VaultRow | None = None
        text = desk.text
        self.acting = Acting(desk, actions, asking, self)
        self.list = CopyList(desk, actions)
        self.detail = CopyDetail(desk, actions, self.acting)
        self.check = Button(text(msg("ui.vault.check")))
        self.add = Button(text(msg("ui.vault.add")), icon_name="plus")
        self.add.setToolTip(text(msg("ui.vault.add-tip")))
        self.out = Notice(Tone.INFO)
        self.out.offer(text(msg("ui.vault.seal-all")))
        self.told = Notice(Tone.OK)
        self.ways_in = Muted()
        self.empty = EmptyState(text, "vault")
        self.empty.tell(msg("ui.vault.empty"), msg("ui.vault.empty-why"), msg("ui.vault.empty-go"))
        self._lay_out()
        self._connect()

    def show_outside(self, outside: Outside) -> None:
        self._outside = outside
        self.acting.ways_in = outside.ways_in
        self.list.show_outside(outside)
        is_empty = not outside.copies and not outside.waiting
        self._whole.setVisible(not is_empty)
        self.empty.setVisible(is_empty)
        out = outside.states.get(RowState.CHECKED_OUT, 0)
        self.out.setVisible(out > 1)  # of a single one the detail tells
        self.out.tell(Tone.INFO, self._desk.text(msg("ui.vault.out", n=out)))
        sentences = residual_sentences(outside.ways_in, self._desk.texts)
        self.ways_in.setVisible(bool(sentences) and outside.in_vault > 0)
        self.ways_in.setText(" ".join((self._desk.text(msg("ui.vault.ways-in")), *sentences)))
        self._show_detail()

    def refresh(self) -> None:
        self.list.refresh()

    def show_day(self, day: date) -> None:
        self.list.narrow(Narrowed(day=day))

    def show_project(self, project_id: str, code: str) -> None:
        self.list.narrow(Narrowed(project=(project_id, code)))

    def show_state(self, state: RowState) -> None:
        self.list.filters.choose(state)

    def show_row(self, row_id: str) -> None:
        self.list.choose(row_id)

    @Slot(list)
    def ask_add(self, paths: Sequence[Path] = ()) -> None:
        self._asking.ask(AddDialog(self._desk, self._actions, paths, parent=self._asking.window), self._added)

    # -- what became of it --------------------------------------------------------------------------------------------

    @Slot(object)
    def _added(self, answer: AddedCopies) -> None:
        """What could not be added stays to be read, with the reasons."""
        self.told.setVisible(bool(answer.left))
        if answer.left:
            whys = dict.fromkeys(self._desk.text(why) for _, why in answer.left)
            first = self._desk.text(msg("ui.vault.not-added", n=len(answer.left), name=answer.left[0][0].name))
            self.told.tell(Tone.ATTENTION, " ".join((first, *whys)))
        if answer.added:
            self.list.choose(answer.added[-1].copy.id)

    @Slot(object)
    def _checked(self, check: VaultCheck) -> None:
        self.list.show_damaged({row_id: state for row_id, state, _ in check.problems})
        self.told.tell(Tone.OVERDUE if check.problems else Tone.OK, self._desk.text(check_outcome(check)))
        self.told.show()
        if check.problems:
            self.list.choose(check.problems[0][0])

    @Slot(object)
    def _failed(self, problem: Message) -> None:
        self.detail.complain(problem)

    @Slot(object)
    def _list_failed(self, problem: Message) -> None:
        self.told.tell(Tone.OVERDUE, self._desk.text(problem))
        self.told.show()

    # -- the chosen one -----------------------------------------------------------------------------------------------

    @Slot(object)
    def _chosen(self, chosen: VaultRow | None) -> None:
        self._row = chosen
        self._show_detail()

    def _show_detail(self) -> None:
        row, outside = self._row, self._outside
        self.detail.setVisible(row is not None and outside is not None)
        if row is not None and outside is not None:
            self.detail.show_row(row, outside, self.list.damaged())

    @Slot(object)
    def _opened(self, _row: VaultRow) -> None:
        self.detail.take_step()

    @Slot(bool)
    def _busy(self, busy: bool) -> None:
        self.detail.be_busy(busy)
        for button in (self.out.button, self.check, self.add):
            button.setEnabled(not busy)

    @Slot()
    def _ask_add(self) -> None:
        self.ask_add()

    @Slot()
    def _ask_check(self) -> None:
        self._asking.ask(CheckDialog(self._desk, self._actions, parent=self._asking.window), self._checked)

    # -- how ----------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._whole = QWidget()
        lines = QVBoxLayout(self._whole)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2 * GRID)
        lines.addLayout(row(self.list.search, 1, self.check, self.add))
        for part in (self.told, self.out, self.list, self.detail, self.ways_in):
            lines.addWidget(part)
        lines.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._whole, 1)
        outer.addWidget(self.empty, 1)
        for hidden in (self.told, self.out, self.detail, self.ways_in, self.empty):
            hidden.hide()

    def _connect(self) -> None:
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._opened)
        self.list.failed.connect(self._list_failed)
        self.detail.wanted.connect(self.acting.take)
        self.acting.busy.connect(self._busy)
        self.acting.failed.connect(self._failed)
        self.out.button.clicked.connect(self.acting.seal_all)
        self.check.clicked.connect(self._ask_check)
        self.add.clicked.connect(self._ask_add)
        self.empty.button.clicked.connect(self._ask_add)
        new = QShortcut(QKeySequence(QKeySequence.StandardKey.New), self)
        new.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        new.activated.connect(self._ask_add)
