"""Where IT's policy comes from, how much it sets, and what of it was left out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.system.policy import PolicyReading, PolicyState
from app.ui.desk import Desk
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Muted, Section, Text
from app.ui.widgets.state import StateIcon


class PolicyCard(QWidget):
    """`where`: the place where IT puts it."""

    def __init__(self, desk: Desk, policy: PolicyReading, where: str) -> None:
        super().__init__()
        card = Card()
        text = desk.text
        card.lines.addWidget(Text(text(_standing(policy))))
        place = msg("ui.settings.policy-none-where", where=where)
        if policy.state is not PolicyState.NONE:
            place = msg("ui.settings.policy-where", where=where)
        card.lines.addWidget(Muted(text(place)))
        if policy.problems:
            card.lines.addSpacing(4)
            card.lines.addWidget(Text(text(msg("ui.settings.policy-problems"))))
        for problem in policy.problems:
            card.lines.addLayout(_problem(text(problem), desk.texts.word(RuleState.ATTENTION.value)))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 8, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(Section(text(msg("ui.settings.policy"))))
        lines.addWidget(card)


def _standing(policy: PolicyReading) -> Message:
    match policy.state:
        case PolicyState.NONE:
            return msg("doctor.policy-none")
        case PolicyState.BROKEN:
            return msg("ui.settings.policy-broken")
        case PolicyState.IN_FORCE:
            return msg("ui.settings.policy-values", n=len(policy.values))


def _problem(text: str, word: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(StateIcon(RuleState.ATTENTION, word, 18), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Text(text), 1)
    return line
