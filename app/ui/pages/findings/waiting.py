"""While the client's answer is awaited: the mail that was written, and a place to drop the answer on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.finding import Finding
from app.domain.messages import msg
from app.ui.desk import Desk
from app.ui.opening import open_with_system
from app.ui.widgets.drop import DropZone
from app.ui.widgets.notice import Notice, Tone


class Waiting(QWidget):
    """`answered` hands out the mail in which the client agrees."""

    answered = Signal(object)  # Path

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._draft: Path | None = None
        self.asked = Notice(Tone.INFO)
        self.asked.offer(desk.text(msg("ui.findings.mail-open")))
        self.asked.button.clicked.connect(self._open_draft)
        self.drop = DropZone(desk, msg("ui.findings.answer-drop"))
        self.drop.dropped.connect(self._dropped)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.asked)
        lines.addWidget(self.drop)

    def show_finding(self, finding: Finding, count: int) -> None:
        self._draft = Path(finding.draft) if finding.draft else None
        asked = msg("ui.findings.asked", n=count, mail=finding.asked_mail or "")
        self.asked.tell(Tone.INFO, self._desk.text(asked))
        self.asked.button.setVisible(self._draft is not None)

    @Slot()
    def _open_draft(self) -> None:
        if self._draft is not None and not open_with_system(self._draft):
            self._desk.tell(msg("ui.findings.mail-no-program", path=str(self._draft)))

    @Slot(list)
    def _dropped(self, paths: list[Path]) -> None:
        self.answered.emit(paths[0])
