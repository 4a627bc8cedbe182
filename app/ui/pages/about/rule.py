"""One rule: what it asks, how it stands, how the assistant helps, what it cannot, and the last evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.procedure import Rule, RuleInFull
from app.domain.messages import Message, event_text, keeper_text, msg, rule_text
from app.domain.requirement import ProcedureRow
from app.ui.desk import Desk
from app.ui.pages.about.words import CALM, HOW, place_of
from app.ui.pages.page import MARGIN, PageId
from app.ui.theme.icons import icon
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import Card, clear, row
from app.ui.widgets.facts import Facts
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.fold import Fold
from app.ui.widgets.labels import Chip, Muted, Section, Text
from app.ui.widgets.state import StateBadge

# Where a person can do something about a rule that asks for it.
STEPS: Final[Mapping[str, tuple[PageId, str | None, Message]]] = MappingProxyType(
    {
        "VR-K1": (PageId.SETTINGS, "folders", msg("ui.about.go-folders")),
        "VR-P1a": (PageId.FINDINGS, None, msg("ui.about.go-findings")),
        "VR-P1b": (PageId.PROJECTS, None, msg("ui.about.go-projects")),
        "VR-P3": (PageId.FINDINGS, None, msg("ui.about.go-findings")),
        "VR-P4": (PageId.VAULT, None, msg("ui.about.go-vault")),
        "VR-U1": (PageId.PROJECTS, None, msg("ui.about.go-projects")),
        "VR-U5a": (PageId.SETTINGS, "folders", msg("ui.about.go-folders")),
        "VR-U5b": (PageId.VAULT, None, msg("ui.about.go-vault")),
        "VT-A4": (PageId.PROJECTS, None, msg("ui.about.go-projects")),
        "VT-C4": (PageId.SETTINGS, "team", msg("ui.about.go-team")),
        "VT-T2": (PageId.PROJECTS, None, msg("ui.about.go-projects")),
        "VT-T3": (PageId.PROJECTS, None, msg("ui.about.go-projects")),
        "VT-U1": (PageId.PROJECTS, None, msg("ui.about.go-projects")),
    }
)


class RuleView(QWidget):
    """`left` when the person wants the list again."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = ""
        self.back = Button(desk.text(msg("ui.about.back")), Weight.LINK)
        self.back.setIcon(icon("chevron-left", "accent"))
        self.back.setToolTip(QKeySequence(Qt.Key.Key_Escape).toString(QKeySequence.SequenceFormat.NativeText))
        self.back.clicked.connect(self.left)
        self.step = Button("", Weight.PRIMARY)
        self.step.clicked.connect(self._go)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(16)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 8, 8, MARGIN)
        lines.setSpacing(8)
        lines.addLayout(row(self.back, 1, self.step))
        lines.addLayout(self._lines)
        lines.addStretch(1)

    def show_rule(self, rule: RuleInFull) -> None:
        self._id = rule.rule.requirement.id
        clear(self._lines)
        self._lines.addWidget(self._standing(rule.rule))
        told = list(self._told(rule))
        if told:
            card = Card()
            card.lines.setSpacing(6)
            for title, parts in told:
                if card.lines.count():
                    card.lines.addSpacing(10)
                card.lines.addWidget(Section(self._desk.text(title)))
                for part in parts:
                    card.lines.addWidget(part)
            self._lines.addWidget(card)
        if rule.row is not None:
            self._lines.addWidget(self._words(rule.row))
        wanted = STEPS.get(self._id)
        self.step.setVisible(wanted is not None and rule.rule.status.state not in CALM)
        if wanted is not None:
            self.step.setText(self._desk.text(wanted[2]))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        is_back = event.key() == Qt.Key.Key_Left and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Escape or is_back:
            self.left.emit()
            return
        super().keyPressEvent(event)

    @Slot()
    def _go(self) -> None:
        page, subject, _ = STEPS[self._id]
        self._desk.go(page.value, subject)

    # -- what it shows ------------------------------------------------------------------------------------------------

    def _standing(self, rule: Rule) -> Card:
        desk, status = self._desk, rule.status
        facts: list[tuple[str, str | QWidget]] = [
            (
                desk.text(msg("ui.about.fact-state")),
                StateBadge(status.state, desk.texts.word(status.state.value)),
            ),
        ]
        if rule.is_built:
            facts.append((desk.text(msg("ui.about.fact-sentence")), desk.text(status.sentence)))
        if status.since is not None:
            facts.append((desk.text(msg("ui.about.fact-since")), desk.texts.when(status.since, desk.now())))
        if status.count:
            facts.append((desk.text(msg("ui.about.fact-count")), desk.texts.number(status.count)))
        if rule.is_built:
            facts.append((desk.text(msg("ui.about.fact-how")), desk.text(HOW[rule.requirement.enforceability])))
        facts.append((desk.text(msg("ui.about.fact-where")), desk.text(place_of(rule.requirement))))
        shown = Facts()
        shown.show_facts(facts)
        card = Card()
        card.lines.addWidget(shown)
        return card

    def _told(self, rule: RuleInFull) -> Iterator[tuple[Message, list[QWidget]]]:
        """In the window's own words, for what is built; for the rest that it is not."""
        if not rule.rule.is_built:
            yield msg("ui.about.planned-title"), [Text(self._desk.text(msg("ui.about.planned-why")))]
        parts = (
            (msg("ui.about.demand"), rule_text(self._id, "demand")),
            (msg("ui.about.kept"), rule_text(self._id, "kept")),
            (msg("ui.about.limits"), rule_text(self._id, "limits")),
        )
        for title, message in parts:
            text = self._desk.text(message)
            if text != message.id:  # only what is built has such a text
                yield title, [Text(text)]
        if rule.rule.trace is not None:
            yield msg("ui.about.keepers"), [self._keepers(rule.rule.trace.kept_by)]
            yield msg("ui.about.evidence"), [Text(self._desk.text(self._evidence(rule)))]

    def _keepers(self, modules: tuple[str, ...]) -> QWidget:
        chips = QWidget()
        flow = FlowLayout(chips)
        for module in modules:
            flow.addWidget(Chip(self._desk.text(keeper_text(module))))
        return chips

    def _evidence(self, rule: RuleInFull) -> Message:
        if rule.rule.trace is not None and not rule.rule.trace.events:
            return msg("ui.about.evidence-test")
        entry = rule.evidence
        if entry is None:
            return msg("ui.about.evidence-none")
        when = self._desk.texts.when(entry.at, self._desk.now())
        return msg("ui.about.evidence-entry", event=event_text(entry.event), when=when, seq=entry.seq)

    def _words(self, told: ProcedureRow) -> Fold:
        """The procedure's own words, for who wants the letter of it."""
        text = self._desk.text
        fold = Fold(text(msg("ui.about.words")))
        facts = Facts()
        parts = (
            (msg("ui.about.word-demand"), told.demand),
            (msg("ui.about.word-must"), told.must),
            (msg("ui.about.word-proof"), told.proof),
            (msg("ui.about.word-cannot"), told.cannot),
            (msg("ui.about.word-setting"), told.setting),
        )
        facts.show_facts([(text(name), words) for name, words in parts if words])
        card = Card()
        card.lines.addWidget(Muted(text(msg("ui.about.words-english"))))
        card.lines.addWidget(facts)
        card.lines.addWidget(Muted(text(msg("ui.about.word-legend"))))
        fold.lines.addWidget(card)
        return fold
