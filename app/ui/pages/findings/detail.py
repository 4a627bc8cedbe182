"""The right side: what was found and why, the files, and at its foot the one step that we recommend."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.actions.findings import FindingActions
from app.domain.finding import FindingState
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.pages.findings.content import Content
from app.ui.pages.findings.decided import Decided
from app.ui.pages.findings.files import FilesTable
from app.ui.pages.findings.other_ways import OtherWays
from app.ui.pages.findings.recommended import Recommended
from app.ui.pages.findings.told import Told
from app.ui.pages.findings.waiting import Waiting
from app.ui.widgets.card import Line
from app.ui.widgets.labels import Section

PADDING = 16


class Detail(QFrame):
    """`wanted`: a way to decide was chosen. `narrowed`: other files of the group are chosen."""

    wanted = Signal(object)  # ResolvedHow
    narrowed = Signal()

    def __init__(self, desk: Desk, findings: FindingActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._content: Content | None = None
        self.told = Told(desk)
        self.waiting = Waiting(desk)
        self.files = FilesTable(desk, findings)
        self.others_title = Section(desk.text(msg("ui.findings.other-ways")))
        self.others = OtherWays(desk)
        self.recommended = Recommended(desk)
        self.decided = Decided(desk)
        self._lay_out()
        self.files.picked.connect(self.narrowed)
        self.others.wanted.connect(self.wanted)
        self.recommended.wanted.connect(self.wanted)
        self.recommended.all_wanted.connect(self.files.clearSelection)
        self.recommended.more_wanted.connect(self._show_others)
        self._area.verticalScrollBar().valueChanged.connect(self._offer_more)
        self._area.verticalScrollBar().rangeChanged.connect(self._offer_more)

    @property
    def content(self) -> Content | None:
        return self._content

    def show_content(self, content: Content) -> None:
        is_other = self._content is None or [g.id for g in self._content.groups] != [g.id for g in content.groups]
        self._content = content
        group = content.group
        self.told.show_content(content)
        self.files.setVisible(group is not None and not group.is_place)
        if group is not None:
            self.files.show_group(group)
        is_waiting = group is not None and group.state is FindingState.WAITING and content.first is not None
        self.waiting.setVisible(is_waiting)
        if is_waiting and group is not None and content.first is not None:
            self.waiting.show_finding(content.first, group.count)
        self._show_foot(content)
        self._offer_more()
        if is_other:
            self._area.verticalScrollBar().setValue(0)

    def _show_foot(self, content: Content) -> None:
        is_open = content.step is not None
        for part in (self.others_title, self.others, self.recommended):
            part.setVisible(is_open)
        self.decided.setVisible(not is_open)
        if content.step is not None:
            step = content.step.recommendation
            self.others.show_ways(content.step.possible, step.how if step is not None else None)
            self.recommended.show_step(step, _otherwise(content), _scope(content), is_part=bool(content.part))
        elif content.group is not None:
            self.decided.show_group(content.group, content.first)

    @Slot()
    def _offer_more(self) -> None:
        """The way to the other ways, while they are out of sight."""
        top = self.others.mapTo(self._inner, QPoint(0, 0)).y()
        last_seen = self._area.verticalScrollBar().value() + self._area.viewport().height()
        self.recommended.more.setVisible(self.others.isVisibleTo(self) and top + self.others.least_height > last_seen)

    @Slot()
    def _show_others(self) -> None:
        self._area.ensureWidgetVisible(self.others)
        self.others.take_keyboard()

    def _lay_out(self) -> None:
        self._inner = QWidget()
        self._inner.setProperty("look", "page")
        within = QVBoxLayout(self._inner)
        within.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        within.setSpacing(16)
        for part in (self.told, self.waiting, self.files, self.others_title, self.others):
            within.addWidget(part)
        within.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._inner)
        foot = QVBoxLayout()
        foot.setContentsMargins(PADDING, 12, PADDING, PADDING)
        foot.addWidget(self.recommended)
        foot.addWidget(self.decided)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(1, 1, 1, 1)
        lines.setSpacing(0)
        lines.addWidget(self._area, 1)
        lines.addWidget(Line())
        lines.addLayout(foot)


def _scope(content: Content) -> Message | None:
    """What the decision is about, where that could be doubted."""
    if content.files == 1 or (content.group is not None and content.group.is_place):
        return None
    if content.some:
        return msg("ui.findings.scope-some", n=len(content.some), all=content.files)
    return msg("ui.findings.scope-all", n=content.files)


def _otherwise(content: Content) -> Message:
    """What is said where no step is recommended."""
    if content.group is None:
        return msg("ui.findings.no-single-step")
    is_waiting = content.group.state is FindingState.WAITING
    return msg("ui.findings.wait-for-answer") if is_waiting else msg("ui.findings.you-know-best")
