"""The chosen laptop: why it asks for something, which rules, since when, and what the lead can do. No scores."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.domain.team_view import LaptopState, OpenItem, TeamRow, TeamStatus
from app.ui.desk import Desk
from app.ui.pages.team.words import PROBLEMS, days_ago, short, stand_of
from app.ui.texts import visible
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import Card, Line, clear, row
from app.ui.widgets.facts import Facts
from app.ui.widgets.labels import Muted, Section, Text, Title
from app.ui.widgets.state import StateBadge, StateIcon

NOT_HERE = (LaptopState.RETIRED, LaptopState.NEW_KEY)


class LaptopDetail(Card):
    """`compare`, `retire` hand out the laptop; `titles`: the names of the procedure's rules."""

    compare = Signal(object)  # TeamRow
    retire = Signal(object)  # TeamRow

    def __init__(self, desk: Desk, titles: Callable[[], Mapping[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._titles = titles
        self._row: TeamRow | None = None
        text = desk.text
        self.title = Title()
        self.stand = StateBadge(RuleState.UNKNOWN, "")
        self.why = Text()
        self.to_compare = Button(text(msg("ui.team.do-compare")), Weight.PRIMARY)
        self.to_retire = Button(text(msg("ui.team.do-retire")), Weight.LINK)
        self.facts = Facts()
        self._line = Line()
        self._rules = QVBoxLayout()
        self._rules.setSpacing(6)
        self._rules_title = Section(text(msg("ui.team.wanting")))
        self._lay_out()
        self.to_compare.clicked.connect(self._compare)
        self.to_retire.clicked.connect(self._retire)

    def show_row(self, row: TeamRow, status: TeamStatus) -> None:
        self._row = row
        state, word = stand_of(row)
        self.title.setText(visible(row.person or row.device[:6]))
        self.stand.tell(state, self._desk.text(word))
        why = self._why(row)
        self.why.setVisible(why is not None)
        if why is not None:
            self.why.setText(self._desk.text(why))
        self.to_compare.setVisible(row.state is LaptopState.NEW_KEY)
        self.to_retire.setVisible(row.state is not LaptopState.RETIRED and not row.is_own)
        self.facts.show_facts(self._facts(row, status))
        self._show_rules(row, [item for item in status.open_items if item.device == row.device], status)

    # -- how ----------------------------------------------------------------------------------------------------------

    def _why(self, row: TeamRow) -> Message | None:
        match row.state:
            case LaptopState.NEW_KEY:
                return msg("ui.team.why-new-key")
            case LaptopState.REJECTED if row.problem is not None:
                return PROBLEMS[row.problem]
            case LaptopState.SILENT:
                return msg("ui.team.why-silent")
            case LaptopState.LATE:
                return msg("ui.team.why-late")
            case LaptopState.AWAY:
                return msg("ui.team.why-away")
            case LaptopState.RETIRED:
                return msg("ui.team.why-retired")
            case _:
                return None

    def _facts(self, row: TeamRow, status: TeamStatus) -> list[tuple[str, str | QWidget]]:
        text, texts, today = self._desk.text, self._desk.texts, status.now.date()
        facts: list[tuple[str, str | QWidget]] = []
        if row.mail:
            facts.append((text(msg("ui.team.fact-mail")), visible(row.mail)))
        if row.team:
            facts.append((text(msg("ui.team.fact-team")), visible(row.team)))
        if row.last_seen is not None:
            said = msg("ui.team.seen-on", ago=days_ago(row.last_seen, today), day=short(row.last_seen, texts))
            facts.append((text(msg("ui.team.column-seen")), text(said)))
        if row.next_due is not None:
            facts.append((text(msg("ui.team.fact-next")), short(row.next_due, texts)))
        if row.overdue is not None:
            facts.append((text(msg("ui.team.fact-overdue")), texts.number(row.overdue)))
        if row.open_findings is not None:
            facts.append((text(msg("ui.team.fact-open")), texts.number(row.open_findings)))
        if row.version:
            facts.append((text(msg("ui.team.fact-version")), visible(row.version)))
        facts.append((text(msg("ui.team.fact-device")), visible(row.device)))
        return facts

    def _show_rules(self, row_: TeamRow, open_items: Sequence[OpenItem], status: TeamStatus) -> None:
        clear(self._rules)
        since = {item.what: item.since for item in open_items}
        titles = self._titles()
        for part in (self._rules_title, self._line):
            part.setVisible(bool(row_.wanting))
        for rule in row_.wanting:
            word = row_.rules[rule]
            state = RuleState(word.state)
            shape = StateIcon(state, self._desk.texts.word(state.value), 18)
            said = Text(titles.get(rule, rule))
            began = since.get(rule)
            line = row(shape, said, spacing=10)
            line.setStretch(1, 1)
            line.setAlignment(shape, Qt.AlignmentFlag.AlignTop)
            if began is not None:
                since_day = short(began, self._desk.texts)
                line.addWidget(Muted(self._desk.text(msg("ui.team.open-since", day=since_day))))
            self._rules.addLayout(line)

    @Slot()
    def _compare(self) -> None:
        if self._row is not None:
            self.compare.emit(self._row)

    @Slot()
    def _retire(self) -> None:
        if self._row is not None:
            self.retire.emit(self._row)

    def _lay_out(self) -> None:
        head = row(self.title, self.stand)
        head.setStretch(0, 1)
        head.setAlignment(self.stand, Qt.AlignmentFlag.AlignTop)
        self.lines.setSpacing(12)
        self.lines.addLayout(head)
        self.lines.addWidget(self.why)
        self.lines.addWidget(self.to_compare)
        self.lines.addWidget(self._rules_title)
        self.lines.addLayout(self._rules)
        self.lines.addWidget(self._line)
        self.lines.addWidget(self.facts)
        self.lines.addWidget(self.to_retire)
