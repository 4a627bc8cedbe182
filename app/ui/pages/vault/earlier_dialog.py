"""Earlier than the deadline: delete now, or at a moment that the person chooses. Source: VR-P4."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from app.actions.copy_view import CopyView
from app.actions.deletion import DeletionItem, DeletionRun
from app.actions.vault_list import VaultRow
from app.domain.copy import Location
from app.domain.deletion import Outcome, Residual
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.projects.words import residual_sentences
from app.ui.pages.vault.actions import Actions
from app.ui.widgets.buttons import Weight
from app.ui.widgets.dialog import ActionDialog
from app.ui.widgets.form import SuggestField
from app.ui.widgets.labels import Muted
from app.ui.widgets.moment import MomentField

A_DAY = timedelta(days=1)


class EarlierDialog(ActionDialog["DeletionRun | CopyView"]):
    """`now`: whether deleting at once is proposed. `ways_in`: what keeps it from being an erasure, said beforehand."""

    def __init__(
        self,
        desk: Desk,
        actions: Actions,
        row: VaultRow,
        ways_in: tuple[Residual, ...],
        *,
        now: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, msg("ui.vault.earlier-title"), msg("ui.vault.delete-now"), danger=True, parent=parent)
        self._actions = actions
        self._row = row
        text = desk.text
        self.say(row.name)
        self.at_once = QRadioButton(text(msg("ui.vault.delete-at-once")))
        self.later = QRadioButton(text(msg("ui.vault.delete-later")))
        self._group = QButtonGroup(self)
        for button in (self.at_once, self.later):
            self._group.addButton(button)
        self.reason = SuggestField(text(msg("ui.vault.reason")), text(msg("ui.vault.reason-help")))
        self.reason.offer([text(suggestion) for suggestion in _REASONS])
        self.reason.put("")
        self.at = MomentField(desk.texts, text(msg("ui.vault.plan-at")), _proposal(row, desk.now()))
        self.then = Muted(text(msg("ui.vault.delete-then")))
        self.remains = Muted("\n".join(residual_sentences(ways_in, desk.texts)))
        for part in (self.at_once, self.later, self.reason, self.at, self.then, self.remains):
            self.fields.addWidget(part)
        self.complain_at(self.reason, "field.reason")
        self.complain_at(self.at, "copy.plan-after-deadline", "copy.plan-past")
        self._says_remains = bool(ways_in) and row.location is Location.VAULT
        is_late = row.due_at is not None and row.due_at <= desk.now()
        for choice in (self.at_once, self.later):
            choice.setVisible(not is_late)  # a later moment would be unlawful: there is nothing to choose
        (self.at_once if now or is_late else self.later).setChecked(True)
        self.at_once.toggled.connect(self._choose)
        self._choose()

    def work(self) -> Callable[[Job[DeletionRun | CopyView]], DeletionRun | CopyView]:
        row_id = self._row.id
        if self.at_once.isChecked():
            reason = self.reason.text()
            return lambda _job: self._actions.deletion.delete_now([row_id], reason)
        at = self.at.moment()
        return lambda _job: self._actions.copies.plan(row_id, at)

    def news(self, answer: DeletionRun | CopyView) -> Message:
        if isinstance(answer, DeletionRun):
            return deletion_news(answer.items[0])
        return msg("ui.vault.planned", name=self._row.name, at=self.at.moment())

    @Slot()
    def _choose(self) -> None:
        """What cannot be taken back is not done by Enter alone."""
        at_once = self.at_once.isChecked()
        self.reason.setVisible(at_once)
        self.then.setVisible(at_once)
        self.remains.setVisible(at_once and self._says_remains)
        self.at.setVisible(not at_once)
        self.go.setText(self.desk.text(msg("ui.vault.delete-now") if at_once else msg("ui.vault.plan-go")))
        self.go.weigh(Weight.DANGER if at_once else Weight.PRIMARY)
        self.go.setDefault(not at_once)
        self.shrink()


_REASONS = (msg("ui.vault.reason-done"), msg("ui.vault.reason-asked"), msg("ui.vault.reason-mistake"))


def deletion_news(item: DeletionItem) -> Message:
    """What became of it: *verwijderd* only where that was seen."""
    if item.outcome is Outcome.DELETED:
        return msg("ui.vault.deleted", name=item.copy.name)
    return item.reason or msg("ui.vault.not-deleted", name=item.copy.name)


def _proposal(row: VaultRow, now: datetime) -> datetime:
    """Tomorrow, or the deadline when that is sooner."""
    tomorrow = row.planned_at or now + A_DAY
    return tomorrow if row.due_at is None else min(tomorrow, row.due_at)
