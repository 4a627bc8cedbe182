"""A place for the mail or document that proves what was agreed, and what can be read from it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.evidence import EvidenceFacts, describe
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.widgets.drop import DropZone
from app.ui.widgets.form import Field
from app.ui.widgets.labels import Text


class EvidenceField(Field):
    """`described` hands out what the file says of itself: the fields beside it can be filled in from it."""

    described = Signal(object)  # EvidenceFacts

    def __init__(
        self, desk: Desk, label: str, invitation: Message, path: Path | None = None, parent: QWidget | None = None
    ) -> None:
        self._desk = desk
        self.path: Path | None = None
        self.drop = DropZone(desk, invitation)
        self.told = Text()
        self.told.hide()
        both = QWidget()
        lines = QVBoxLayout(both)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addWidget(self.drop)
        lines.addWidget(self.told)
        super().__init__(label, both, "", parent)
        self.label.setBuddy(self.drop.choose)
        both.setFocusProxy(self.drop.choose)
        self.drop.choose.setAccessibleDescription(label.replace("&", ""))
        self.drop.dropped.connect(self._dropped)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """This file is the evidence; what it says is read in a working thread."""
        self.path = path
        self.complain("")
        self._tell(path.name)
        self._desk.jobs.read(lambda: describe(path), self._read, self._failed)

    @Slot(list)
    def _dropped(self, paths: list[Path]) -> None:
        self.take(paths[0])

    @Slot(object)
    def _read(self, facts: EvidenceFacts) -> None:
        self._tell(self._desk.text(_sentence(self._desk, facts)))
        self.described.emit(facts)

    @Slot(object)
    def _failed(self, message: Message) -> None:
        """What cannot be read proves nothing."""
        self.path = None
        self.told.hide()
        self.complain(self._desk.text(message))

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.show()
        self.drop.choose.setText(self._desk.text(msg("ui.evidence.other")))


def _sentence(desk: Desk, facts: EvidenceFacts) -> Message:
    size = desk.texts.size(facts.bytes)
    sender = facts.sender_name or facts.sender_mail
    if not facts.is_mail or sender is None:
        return msg("ui.evidence.file", name=facts.name, size=size)
    if facts.date is None:
        return msg("ui.evidence.mail", name=facts.name, size=size, sender=sender)
    return msg("ui.evidence.mail-of", name=facts.name, size=size, sender=sender, at=facts.date)
