"""The ring of rules kept, and below it the rules that are not in order, each with its page of the procedure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.messages import Message, msg, value_text
from app.domain.rules import RuleState, RuleStatus, worst
from app.domain.today import APPLICABLE, Today
from app.ui.desk import Desk
from app.ui.pages.page import PageId
from app.ui.theme.type import Size
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import Card, clear
from app.ui.widgets.labels import Muted, Section, Text
from app.ui.widgets.ring import Ring
from app.ui.widgets.state import StateIcon

SHAPE = 20
LINK_EDGE = 2  # pixels before the text of a link
MOST = 6  # rules that are named; the page of the procedure has them all


class RulesPart(QWidget):
    """`titles` gives the names of the rules by their ids."""

    def __init__(self, desk: Desk, titles: Callable[[], Mapping[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._titles = titles
        self.rows: list[RuleRow] = []
        self.ring = Ring()
        self.sentence = Text(size=Size.BODY)
        self.planned = Muted()
        self._wanting = QVBoxLayout()
        self._wanting.setSpacing(4)
        self.all = Button(desk.text(msg("ui.overview.all-rules")), Weight.LINK)
        self.all.clicked.connect(self._show_all)
        self._lay_out()

    def show_rules(self, today: Today) -> None:
        wanting = _wanting(today.rules)
        planned = sum(rule.state is RuleState.PLANNED for rule in today.rules)
        sentence = self._desk.text(_sentence(today.kept, today.applicable))
        self.ring.tell(today.kept, today.applicable, worst([rule.state for rule in wanting]), sentence)
        self.sentence.setText(sentence)
        self.planned.setText(self._desk.text(msg("ui.overview.planned", n=planned)))
        self.planned.setVisible(planned > 0)
        self._show_wanting(wanting[:MOST])

    def _show_wanting(self, rules: Sequence[RuleStatus]) -> None:
        held = next((row.rule.id for row in self.rows if row.link.hasFocus()), None)
        clear(self._wanting)
        titles = self._titles()
        self.rows = [RuleRow(self._desk, rule, titles.get(rule.id, rule.id)) for rule in rules]
        for row in self.rows:
            row.wanted.connect(self._show_rule)
            self._wanting.addWidget(row)
            if row.rule.id == held:
                row.link.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _show_rule(self, rule_id: str) -> None:
        self._desk.go(PageId.ABOUT.value, rule_id)

    @Slot()
    def _show_all(self) -> None:
        self._desk.go(PageId.ABOUT.value, "procedure")

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.sentence)
        words.addWidget(self.planned)
        words.addSpacing(4)
        words.addLayout(self._wanting)
        # With an alignment, or the button's width would be that of everything beside it.
        words.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(24)
        line.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        card = Card()
        card.lines.addLayout(line)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(Section(self._desk.text(msg("ui.overview.rules"))))
        lines.addWidget(card)


class RuleRow(QWidget):
    wanted = Signal(str)  # the rule's id

    def __init__(self, desk: Desk, rule: RuleStatus, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rule = rule
        self.link = Button(title.replace("&", "&&"), Weight.LINK)
        self.link.clicked.connect(self._take)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        said = Muted(desk.text(rule.sentence))
        said.setContentsMargins(LINK_EDGE, 0, 0, 0)
        words.addWidget(said)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        shape = StateIcon(rule.state, desk.text(value_text(rule.state.value)), SHAPE)
        at_the_link = QVBoxLayout()
        at_the_link.setContentsMargins(0, (self.link.sizeHint().height() - SHAPE) // 2, 0, 0)
        at_the_link.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(at_the_link)
        line.addLayout(words, 1)

    @Slot()
    def _take(self) -> None:
        self.wanted.emit(self.rule.id)


def _wanting(rules: Sequence[RuleStatus]) -> list[RuleStatus]:
    """What is not in order, the gravest first."""
    order = (RuleState.OVERDUE, RuleState.ATTENTION, RuleState.UNKNOWN)
    applied = [rule for rule in rules if rule.state in APPLICABLE and rule.state is not RuleState.OK]
    return sorted(applied, key=lambda rule: order.index(rule.state))


def _sentence(kept: int, applicable: int) -> Message:
    if kept == applicable:
        return msg("ui.overview.rules-all", n=applicable)
    return msg("ui.overview.rules-kept", n=applicable, kept=kept)
