"""Groups and the chosen one side by side, walked and decided with the keyboard from start to end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QWidget

from app.actions.findings import FindingActions
from app.domain.finding import ResolvedHow
from app.domain.finding_group import FindingGroup
from app.domain.messages import Message, msg
from app.domain.recommendation import can_be_mended
from app.ui.desk import Desk
from app.ui.pages.findings.content import Content, Part, look_into
from app.ui.pages.findings.detail import Detail
from app.ui.pages.findings.group_list import GroupList
from app.ui.pages.findings.groups import GroupsFilter, GroupsModel
from app.ui.pages.findings.target import Target, target_of
from app.ui.pages.findings.ways import WAYS
from app.ui.widgets.card import Card

NARROWEST: Final = 260  # of the list
USUAL: Final = (316, 556)  # of list and detail


class Board(QSplitter):
    """`wanted`: a way was chosen, for `target()`. `answered`: the client's answer to it was dropped. `failed`: what is chosen
    could not be looked up."""

    wanted = Signal(object)  # ResolvedHow
    answered = Signal(object)  # Path
    failed = Signal(object)  # Message

    def __init__(self, desk: Desk, findings: FindingActions, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._desk = desk
        self._findings = findings
        self._clients: Mapping[str, str] = {}
        self._is_looking = False
        self._again = False
        self._answer: Path | None = None  # dropped on a group that is being looked up
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)  # one look for all that changes at once
        self._soon.timeout.connect(self._look)
        self.model = GroupsModel(desk, self)
        self.filter = GroupsFilter(self.model, self)
        self.list = GroupList(desk, self.filter, desk.text(msg("ui.findings.list")))
        self.detail = Detail(desk, findings)
        self._lay_out()
        self._listen()

    # -- what is shown ------------------------------------------------------------------------------------------------

    def show_groups(self, groups: Sequence[FindingGroup], clients: Mapping[str, str], now: datetime) -> None:
        """What is chosen stays chosen; when it is gone, the next group takes its place."""
        ids, row = self._ids(), self.list.currentIndex().row()
        self._clients = clients
        self.list.blockSignals(True)
        self.model.show(groups, clients, now)
        self.list.blockSignals(False)
        self._choose_again(ids, row)

    def look_for(self, text: str, also: frozenset[str] = frozenset()) -> None:
        """`also`: groups with a file that is called so."""
        ids = self._ids()
        self.filter.look_for(text, also)
        self._choose_again(ids, 0)

    def bring(self, group_id: str) -> bool:
        """Choose this group; False when it is not among those that are shown."""
        rows = self.list.rows_of((group_id,))
        if rows:
            self.list.select(rows[0])
        return bool(rows)

    @property
    def is_empty(self) -> bool:
        return self.filter.rowCount() == 0

    def target(self) -> Target | None:
        """What a decision would be about now; None while what is chosen is being looked up."""
        content = self.detail.content
        if content is None or (content.groups, content.part) != (self.list.groups(), self._part()):
            return None
        return target_of(content)

    # -- how ----------------------------------------------------------------------------------------------------------

    def _ids(self) -> list[str]:
        return [group.id for group in self.list.groups()]

    def _part(self) -> Part:
        """The chosen files, if those of the one chosen group are shown."""
        content, groups = self.detail.content, self.list.groups()
        is_shown = content is not None and [g.id for g in content.groups] == [g.id for g in groups]
        return self.detail.files.part() if is_shown and len(groups) == 1 else ()

    def _choose_again(self, ids: Sequence[str], row: int) -> None:
        rows = self.list.rows_of(ids)
        if rows:
            self.list.select_rows(rows)
        else:
            self.list.select(row)
        self._soon.start()

    @Slot()
    def _look(self) -> None:
        """Look up what is chosen; the last wish counts."""
        if self._is_looking:
            self._again = True
            return
        groups = self.list.groups()
        self.detail.setVisible(bool(groups))
        if not groups:
            return
        self._is_looking = True
        findings, part, clients, now = self._findings, self._part(), self._clients, self._desk.now()
        self._desk.jobs.read(lambda: look_into(findings, groups, part, clients, now), self._looked, self._not_looked)

    @Slot(object)
    def _looked(self, content: Content) -> None:
        self._is_looking = False
        if self._again:
            self._again = False
            self._look()
            return
        self.detail.show_content(content)
        answer, self._answer = self._answer, None
        if answer is not None:
            self.answered.emit(answer)

    @Slot(object)
    def _dropped(self, mail: Path) -> None:
        self._answer = mail
        self._look()

    @Slot(object)
    def _not_looked(self, problem: Message) -> None:
        self._is_looking = self._again = False
        self._answer = None
        self.failed.emit(problem)

    # -- the keyboard -------------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        self.list.picked.connect(self._soon.start)
        self.list.opened.connect(self._do_recommended)
        self.list.answered.connect(self._dropped)
        self.detail.waiting.answered.connect(self.answered)
        self.detail.wanted.connect(self.wanted)
        self.detail.narrowed.connect(self._soon.start)
        for keys in ("J", "Alt+Down"):
            self._shortcut(keys).activated.connect(self._next)
        for keys in ("K", "Alt+Up"):
            self._shortcut(keys).activated.connect(self._previous)
        for keys, how in (*((way.key, way.how) for way in WAYS), ("Del", ResolvedHow.DELETED)):
            shortcut = self._shortcut(keys)
            shortcut.setProperty("how", how.value)
            shortcut.activated.connect(self._by_key)

    def _shortcut(self, keys: str) -> QShortcut:
        """Only while the keyboard is here: single letters must not act on other pages, nor while somebody types."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut

    @Slot()
    def _next(self) -> None:
        self.list.step(1)

    @Slot()
    def _previous(self) -> None:
        self.list.step(-1)

    @Slot()
    def _by_key(self) -> None:
        """The same as the button, also where that is closed: then why is said."""
        how = ResolvedHow(self.sender().property("how"))
        advice = self.detail.content.step if self.detail.content is not None else None
        if advice is None:
            return
        refusal = advice.possible[how]
        if refusal is not None and not can_be_mended(refusal):
            self._desk.tell(refusal)
            return
        self.wanted.emit(how)

    @Slot()
    def _do_recommended(self) -> None:
        advice = self.detail.content.step if self.detail.content is not None else None
        if advice is not None and advice.recommendation is not None:
            self.wanted.emit(advice.recommendation.how)

    def _lay_out(self) -> None:
        self.setChildrenCollapsible(False)
        self.setHandleWidth(16)
        frame = Card(padding=6)
        frame.setMinimumWidth(NARROWEST)
        frame.lines.addWidget(self.list)
        self.addWidget(frame)
        self.addWidget(self.detail)
        self.setStretchFactor(0, 2)
        self.setStretchFactor(1, 3)
        self.setSizes(list(USUAL))
