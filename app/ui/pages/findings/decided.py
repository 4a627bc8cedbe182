"""The foot of the right side for what is decided: how, and the way back where there is one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.finding import Finding, ResolvedHow, can_undo
from app.domain.finding_group import FindingGroup
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import row
from app.ui.widgets.labels import Text

LIES_THERE = frozenset({ResolvedHow.SEALED, ResolvedHow.KEPT})


class Decided(QWidget):
    undo_wanted = Signal()
    vault_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.told = Text()
        self.undo = Button(desk.text(msg("ui.findings.take-back")), icon_name="undo")
        self.vault = Button(desk.text(msg("ui.findings.to-vault")), icon_name="vault")
        self.undo.clicked.connect(self.undo_wanted)
        self.vault.clicked.connect(self.vault_wanted)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.told)
        lines.addLayout(row(self.undo, self.vault, 1))

    def show_group(self, group: FindingGroup, first: Finding | None) -> None:
        self.undo.setVisible(any(can_undo(how) for how in group.hows))
        self.vault.setVisible(bool(LIES_THERE & set(group.hows)))
        self.told.setText(self._desk.text(_told(group, first)))


def _told(group: FindingGroup, first: Finding | None) -> Message:
    """What it means now; for what a person gave a reason for, the reason."""
    reason = first.resolution.reason if first is not None and first.resolution is not None else None
    match group.hows:
        case (ResolvedHow.SEALED,):
            return msg("ui.findings.now-sealed", n=group.count)
        case (ResolvedHow.KEPT,):
            return msg("ui.findings.now-kept", n=group.count)
        case (ResolvedHow.RETURNED,):
            return msg("ui.findings.now-returned", n=group.count)
        case (ResolvedHow.DELETED,):
            return msg("ui.findings.now-deleted", n=group.count)
        case (ResolvedHow.DOCUMENTATION,):
            return msg("ui.findings.now-documentation", n=group.count, code=reason or "–")
        case (ResolvedHow.NOT_CLIENT_DATA,):
            return msg("ui.findings.now-not-client-data", n=group.count, reason=reason or "–")
    return msg("ui.findings.now-several")
