"""The procedure: all its rules under their headings, and each on a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget

from app.actions.procedure import ProcedureActions, Rule, RuleInFull
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.pages.about.rule import RuleView
from app.ui.pages.about.rules_list import RulesList
from app.ui.pages.about.words import CALM
from app.ui.pages.page import MARGIN, scrolling
from app.ui.widgets.card import Card, row
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import Muted
from app.ui.widgets.search import SearchField


class Which(StrEnum):
    ALL = "all"
    WANTING = "wanting"
    BUILT = "built"
    PLANNED = "planned"


class ProcedureTab(QWidget):
    """`headed`: the sentence on top is another one."""

    headed = Signal()

    def __init__(self, desk: Desk, procedure: ProcedureActions) -> None:
        super().__init__()
        self._desk = desk
        self._procedure = procedure
        self._rules: tuple[Rule, ...] = ()
        self._open: str | None = None
        text = desk.text
        self.search = SearchField(text(msg("ui.about.rules-search")))
        self.which = _choice(desk)
        self.list = RulesList(desk, text(msg("ui.about.rules")))
        self.none = EmptyState(text, "search")
        self.planned = Muted()
        self.rule = RuleView(desk)
        self._pages = QStackedWidget()
        self._rule_area = scrolling(self.rule)
        self._lay_out()
        self.search.textChanged.connect(self._narrow)
        self.which.currentIndexChanged.connect(self._narrow)
        self.list.wanted.connect(self.open_rule)
        self.rule.left.connect(self.show_all)

    @property
    def headline(self) -> Message:
        """The opened rule's name, or how many rules ask for something."""
        if self._open is not None and self._pages.currentWidget() is self._rule_area:
            rule = next((rule for rule in self._rules if rule.requirement.id == self._open), None)
            if rule is not None:
                return msg("ui.about.rule", title=rule.requirement.titles[self._desk.texts.language])
        wanting = sum(rule.status.state not in CALM for rule in self._rules)
        return msg("status.wanting", n=wanting) if wanting else msg("status.calm")

    def show_rules(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        planned = sum(not rule.is_built for rule in rules)
        self.planned.setText(self._desk.text(msg("status.planned", n=planned)))
        self._narrow()
        if self._open is not None:
            self.open_rule(self._open)

    @Slot(str)
    def open_rule(self, id_: str) -> None:
        procedure = self._procedure
        self._open = id_
        self._desk.jobs.read(lambda: procedure.rule(id_), self._shown, self._failed)

    @Slot()
    def show_all(self) -> None:
        opened, self._open = self._open, None
        self._pages.setCurrentIndex(0)
        if opened is not None:
            self.list.select(opened)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.headed.emit()

    @Slot(object)
    def _shown(self, rule: RuleInFull) -> None:
        if rule.rule.requirement.id != self._open:
            return  # the person went on meanwhile
        was_open = self._pages.currentWidget() is self._rule_area
        self.rule.show_rule(rule)
        self._pages.setCurrentWidget(self._rule_area)
        if not was_open:
            self._rule_area.verticalScrollBar().setValue(0)
            if self.isVisible():
                self.rule.back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.headed.emit()

    @Slot(object)
    def _failed(self, problem: Message) -> None:
        self.show_all()
        self._desk.tell(problem)

    @Slot()
    def _narrow(self) -> None:
        words = self.search.text().casefold().split()
        fitting = [rule for rule in self._rules if self._fits(rule, Which(self.which.currentData()), words)]
        self.list.rules.show(fitting)
        self._framed.setVisible(bool(fitting))
        self.none.setVisible(not fitting)
        if not fitting:
            is_calm = self.which.currentData() == Which.WANTING and not words
            title = msg("ui.about.rules-fine") if is_calm else msg("ui.about.rules-none")
            self.none.tell(title, msg("ui.about.rules-none-why"))

    def _fits(self, rule: Rule, which: Which, words: Sequence[str]) -> bool:
        of_kind = {
            Which.ALL: True,
            Which.WANTING: rule.status.state not in CALM,
            Which.BUILT: rule.is_built,
            Which.PLANNED: not rule.is_built,
        }
        text = f"{rule.requirement.id} {self.list.rules.spoken(rule)}".casefold()
        return of_kind[which] and all(word in text for word in words)

    def _lay_out(self) -> None:
        every = QWidget()
        lines = QVBoxLayout(every)
        lines.setContentsMargins(0, 16, 0, MARGIN)
        lines.setSpacing(8)
        lines.addLayout(row(self.search, self.which, 1))
        lines.addWidget(self.planned)
        self._framed = Card(padding=1)
        self._framed.lines.addWidget(self.list)
        lines.addWidget(self._framed, 1)
        lines.addWidget(self.none, 1)
        self._pages.addWidget(every)
        self._pages.addWidget(self._rule_area)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)


def _choice(desk: Desk) -> QComboBox:
    box = QComboBox()
    names = {
        Which.ALL: msg("ui.about.rules-all"),
        Which.WANTING: msg("ui.about.rules-wanting"),
        Which.BUILT: msg("ui.about.rules-built"),
        Which.PLANNED: msg("ui.about.rules-planned"),
    }
    for which, name in names.items():
        box.addItem(desk.text(name), which.value)
    box.setAccessibleName(desk.text(msg("ui.about.rules-which")))
    return box
