"""How the team did, a small picture for each number: the team as a whole, nobody by name, no scores."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.domain.team_view import TeamDay
from app.ui.desk import Desk
from app.ui.pages.team.words import short
from app.ui.theme.type import Size
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Muted, Text
from app.ui.widgets.sparkline import Sparkline

LEAST_DAYS = 2  # a line needs two ends


class HistoryPart(QWidget):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.multiples = [
            Multiple(desk, msg("ui.team.history-overdue"), lambda day: day.overdue, RuleState.OVERDUE),
            Multiple(desk, msg("ui.team.history-open"), lambda day: day.open_findings, RuleState.ATTENTION),
            Multiple(desk, msg("ui.team.history-silent"), lambda day: day.laptops - day.reporting, RuleState.UNKNOWN),
        ]
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        for multiple in self.multiples:
            line.addWidget(multiple, 1)

    def show_days(self, days: Sequence[TeamDay]) -> None:
        self.setVisible(len(days) >= LEAST_DAYS)
        for multiple in self.multiples:
            multiple.show_days(days)


class Multiple(Card):
    """One number through time. `worse`: how its dot is coloured while it is not zero."""

    def __init__(self, desk: Desk, name: Message, number: Callable[[TeamDay], int], worse: RuleState) -> None:
        super().__init__(padding=14)
        self._desk = desk
        self._name = name
        self._number = number
        self._worse = worse
        self.name = Muted(desk.text(name))
        self.now = Text(size=Size.TITLE, weight=QFont.Weight.DemiBold)
        self.line = Sparkline()
        self.then = Muted()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.now)
        self.lines.setSpacing(6)
        self.lines.addLayout(words)
        self.lines.addWidget(self.line)
        self.lines.addWidget(self.then)

    def show_days(self, days: Sequence[TeamDay]) -> None:
        if len(days) < LEAST_DAYS:
            return
        text, texts = self._desk.text, self._desk.texts
        first, last = days[0], days[-1]
        now, then = texts.number(self._number(last)), texts.number(self._number(first))
        since = short(first.day, texts)
        values = [self._number(day) for day in days]
        most = texts.number(max(values))
        said = msg("ui.team.history-said", name=self._name, now=now, then=then, most=most, since=since)
        state = self._worse if values[-1] else RuleState.OK
        self.now.setText(now)
        self.line.show_values(values, state, text(said))
        self.then.setText(text(msg("ui.team.history-then", then=then, most=most, since=since)))
