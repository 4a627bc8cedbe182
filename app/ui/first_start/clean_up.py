"""The end: the assistant looks at what is there already. It goes on by itself, whether anybody watches or not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QProgressBar

from app.domain.first_start import CleanUp, Step
from app.domain.messages import Message, msg
from app.ui.first_start.step import StepPage
from app.ui.widgets.card import Card, row
from app.ui.widgets.labels import Muted, Section, Text
from app.ui.widgets.notice import Tone
from app.ui.widgets.picture import Picture

LOOK_MS = 700


class CleanUpPage(StepPage[CleanUp]):
    step = Step.CLEAN_UP

    def build(self) -> None:
        self.headline.setText(self.desk.text(msg("ui.first.looking")))
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)  # how much there is is known at the end
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.desk.text(msg("ui.first.looking")))
        self.count = Muted()
        self.lines.addWidget(self.bar)
        self.lines.addWidget(self.count)
        self.waiting = Muted(self.desk.text(msg("ui.first.waiting")))
        self.waiting.hide()
        self.lines.addWidget(self.waiting)
        self.lines.addWidget(self._further())
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def load(self) -> CleanUp:
        return self.first_start.clean_up()

    def enter(self) -> None:
        super().enter()
        if not self._timer.isActive() and (self.shown is None or not self.shown.is_over):
            self._timer.start()

    def present(self, loaded: CleanUp) -> None:
        self.bar.setVisible(not loaded.is_over)
        number = self.desk.texts.number(loaded.files)
        self.count.setText(self.desk.text(msg("ui.first.looked-at", n=loaded.files, number=number)))
        self.count.setVisible(loaded.files > 0 or (loaded.is_over and loaded.folders > 0))
        self.waiting.setVisible(loaded.is_waiting)
        self.ask(*_answer(loaded))
        if loaded.is_over:
            self._timer.stop()

    def warn(self, problems: Sequence[Message]) -> None:
        """What of the choice could not be done."""
        if problems:
            self.problem.tell(Tone.ATTENTION, " ".join(self.desk.text(problem) for problem in problems))
            self.problem.show()

    def next_text(self) -> Message:
        return msg("ui.first.to-overview")

    def _further(self) -> Card:
        """What a person may expect from now on."""
        card = Card()
        card.lines.addWidget(Section(self.desk.text(msg("ui.first.further"))))
        for icon_name, sentence in (
            ("bell", msg("ui.first.further-toast")),
            ("shield", msg("ui.first.further-tray")),
            ("calendar", msg("ui.first.further-deletion")),
        ):
            line = row(Picture(icon_name, "accent"), spacing=12)
            line.addWidget(Text(self.desk.text(sentence)), 1)
            card.lines.addLayout(line)
        return card

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's name
        self._timer.stop()
        super().hideEvent(event)


def _answer(done: CleanUp) -> tuple[Message, Message]:
    if not done.is_over:
        return msg("ui.first.looking"), msg("ui.first.looking-why", n=done.days)
    if not done.folders:
        return msg("ui.first.ready-anyway"), msg("ui.first.ready-no-folder")
    if done.decide_by is None:
        return msg("ui.first.ready"), msg("ui.first.ready-nothing")
    return msg("ui.first.found", n=done.found), msg("ui.first.found-until", n=done.found, until=done.decide_by)
