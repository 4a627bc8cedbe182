"""What the assistant sees, what it does not, and what anybody else sees. Source: procedure, Staff privacy; VT-B2, VT-B4."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from app.domain.first_start import Step
from app.domain.messages import Message, msg
from app.domain.settings import Effective
from app.ui.first_start.step import StepPage
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Section, Text
from app.ui.widgets.picture import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """`shared_through`: the folder that carries cards; None: nothing is shared."""

    shared_through: str | None
    starting: Effective


class SightPage(StepPage[Shown]):
    step = Step.SIGHT

    def build(self) -> None:
        self.ask(msg("ui.first.sight"), msg("ui.first.sight-why"))
        self.lines.setSpacing(10)
        self._part(
            "eye",
            msg("ui.first.sees"),
            msg("ui.first.sees-folders"),
            msg("ui.first.sees-kinds"),
            msg("ui.first.sees-private"),
            msg("ui.first.sees-copies"),
        )
        self._part(
            "eye-off",
            msg("ui.first.sees-not"),
            msg("ui.first.sees-not-you"),
            msg("ui.first.sees-not-elsewhere"),
            msg("ui.first.sees-not-own"),
        )
        self._others = self._part("users", msg("ui.first.others"), msg("ui.first.others-nothing"))[0]
        self.starting = QCheckBox(self.desk.text(msg("ui.first.start-with-session")))
        self.starting.setChecked(True)
        self.lines.addWidget(self.starting, 0, Qt.AlignmentFlag.AlignLeft)

    def load(self) -> Shown:
        return Shown(shared_through=self.first_start.shared_through(), starting=self.first_start.starting())

    def present(self, loaded: Shown) -> None:
        folder = loaded.shared_through
        told = msg("ui.first.others-nothing") if folder is None else msg("ui.first.others-cards", folder=folder)
        self._others.setText(self.desk.text(told))
        self.starting.setChecked(loaded.starting.value is True)
        self.starting.setEnabled(not loaded.starting.locked)

    def save(self) -> Callable[[], object]:
        first_start, on = self.first_start, self.starting.isChecked()
        return lambda: first_start.start_with_session(on)

    def next_text(self) -> Message:
        return msg("ui.first.begin")

    def _part(self, icon_name: str, title: Message, *sentences: Message) -> list[Text]:
        card = Card(padding=14)
        told = [Text(self.desk.text(sentence)) for sentence in sentences]
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(Section(self.desk.text(title)))
        for text in told:
            words.addWidget(text)
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(Picture(icon_name, "accent", 24), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        card.lines.addLayout(line)
        self.lines.addWidget(card)
        return told
