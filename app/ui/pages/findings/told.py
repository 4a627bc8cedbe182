"""What is told of the chosen groups: the sentence, where they are, why they were found, until when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.finding import FindingState
from app.domain.finding_group import FindingGroup, urgency
from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.ui.desk import Desk
from app.ui.pages.findings.content import Content
from app.ui.pages.findings.words import folder_name, moment_of, size_of, term, what_and_where
from app.ui.texts import visible
from app.ui.theme.type import Size, of_size
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.flow import FlowLayout, beside
from app.ui.widgets.labels import Chip, Muted, Text, Title
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.state import StateBadge

NARROW = 420  # pixels
MOST_NAMED = 6  # groups that are named when several are chosen


class Told(QWidget):
    """`why_wanted`: the rule of the procedure behind it."""

    why_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: object = None
        self.title = Title()
        self.where = Muted()
        self.chips = QWidget()
        self._flow = FlowLayout(self.chips)
        self.term = StateBadge(RuleState.UNKNOWN, "")
        self.special = Notice(Tone.ATTENTION, desk.text(msg("ui.findings.special")))
        self.named = Text()
        self.rule = Button(desk.text(msg("ui.findings.why-rule")), Weight.LINK)
        self.rule.clicked.connect(self.why_wanted)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        for part in (self.title, self.where, self.named):
            lines.addWidget(part)
        lines.addLayout(beside(self.term, self.rule))
        lines.addWidget(self.chips)
        lines.addWidget(self.special)

    def show_content(self, content: Content) -> None:
        shown = (content.groups, content.about, content.now.replace(second=0))
        if shown == self._shown:
            return
        self._shown = shown
        group = content.group
        self.special.setVisible(any(g.special for g in content.groups) and _is_open(content))
        self.term.setVisible(group is not None)
        self.rule.setVisible(content.about is not None)
        self.where.setVisible(group is not None)
        self.named.setVisible(group is None)
        self._show_chips(content.about.chips if content.about is not None and group is not None else ())
        if group is None:
            self._show_several(content)
        else:
            self._show_one(content, group)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Where there is little room the sentence is set smaller, so that the files still are in sight."""
        super().resizeEvent(event)
        size = Size.TITLE if self.width() >= NARROW else Size.BODY
        self.title.setFont(of_size(size, QFont.Weight.DemiBold))

    def _show_one(self, content: Content, group: FindingGroup) -> None:
        desk = self._desk
        sentence = content.about.sentence if content.about is not None else what_and_where(group)
        self.title.setText(desk.text(sentence))
        self.where.setText(desk.text(_where(group, size_of(group, desk.texts))))
        self.where.setToolTip(visible(group.folder))
        self.term.tell(urgency(group, content.now), desk.text(term(group, desk.texts, content.now)))
        self.term.setToolTip(desk.texts.moment(moment_of(group)))

    def _show_several(self, content: Content) -> None:
        groups = content.groups
        self.title.setText(self._desk.text(msg("ui.findings.several", n=content.files, groups=len(groups))))
        lines = [self._desk.text(what_and_where(group)) for group in groups[:MOST_NAMED]]
        if len(groups) > MOST_NAMED:
            lines.append(self._desk.text(msg("ui.findings.and-others", n=len(groups) - MOST_NAMED)))
        self.named.setText("\n".join(lines))

    def _show_chips(self, chips: Sequence[Message]) -> None:
        self._flow.clear()
        for number, chip in enumerate(chips):
            self._flow.addWidget(Chip(self._desk.text(chip), strong=number == 0))
        self.chips.setVisible(bool(chips))


def _where(group: FindingGroup, size: Message) -> Message:
    if group.is_place:
        return msg("ui.findings.where-place", folder=folder_name(group.folder))
    return msg("ui.findings.where", folder=folder_name(group.folder), size=size)


def _is_open(content: Content) -> bool:
    return all(group.state is not FindingState.RESOLVED for group in content.groups)
