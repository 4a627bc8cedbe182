"""The tab of the team: what asks something of the lead, how the team did, its projects, its laptops."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.messages import Message, msg
from app.domain.team_view import ProjectRow, TeamRow, TeamStatus
from app.ui.desk import Desk
from app.ui.pages.page import GRID, PageId
from app.ui.pages.team.actions import Actions
from app.ui.pages.team.dialogs import AcceptDialog, RetireDialog
from app.ui.pages.team.history import HistoryPart
from app.ui.pages.team.laptop_detail import LaptopDetail
from app.ui.pages.team.laptop_list import LaptopList
from app.ui.pages.team.matters import Matters, Step
from app.ui.pages.team.project_list import TeamProjectList
from app.ui.pages.team.report_dialog import ReportDialog
from app.ui.widgets.asking import Asking
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import row
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import Muted, Section
from app.ui.widgets.matter import MatterCard
from app.ui.widgets.notice import Notice, Tone

OWN_ONLY: Final = "team.own-only"
FEW: Final = 5  # matters that are seen before somebody asks for all


class LeadPart(QWidget):
    """`refresh`: look at the remote again. `own_wanted`: the other tab. `shows` hands out a part that is to be brought into
    view."""

    refresh = Signal()
    own_wanted = Signal()
    shows = Signal(object)  # QWidget

    def __init__(
        self,
        desk: Desk,
        actions: Actions,
        titles: Callable[[], Mapping[str, str]],
        asking: Asking,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._asking = asking
        self._status: TeamStatus | None = None
        self._row: TeamRow | None = None
        self._matters = Matters(desk, titles)
        text = desk.text
        self.as_of = Muted()
        self.again = Button(text(msg("ui.team.refresh")), icon_name="refresh")
        self.report = Button(text(msg("ui.team.report")), icon_name="download")
        self.notice = Notice(Tone.INFO)
        self.problem = Notice(Tone.OVERDUE)
        self.own = Notice(Tone.INFO, text(msg("ui.team.own-only")))
        self.own.offer(text(msg("ui.team.to-own")))
        self.needs_title = Section(text(msg("ui.team.needs")))
        self.needs = MatterCard(desk)
        self.more = Button("", Weight.LINK)
        self.history_title = Section(text(msg("ui.team.history")))
        self.history = HistoryPart(desk)
        self.projects_title = Section(text(msg("ui.team.projects")))
        self.projects = TeamProjectList(desk)
        self.laptops = LaptopList(desk)
        self.detail = LaptopDetail(desk, titles)
        self.empty = EmptyState(text, "team")
        self.empty.tell(msg("ui.team.empty"), msg("ui.team.empty-why"), msg("ui.team.empty-go"))
        self._lay_out()
        self._connect()

    def show_status(self, status: TeamStatus, asking: frozenset[str]) -> None:
        """`asking`: devices of the laptops that ask for something."""
        self._status = status
        text, now = self._desk.text, status.now
        said = msg("ui.team.never-read")
        if status.as_of is not None:
            said = msg("ui.team.as-of", when=self._desk.texts.when(status.as_of, now))
        self.as_of.setText(text(said))
        self.problem.hide()
        self.own.setVisible(not status.is_whole)
        self._head.setVisible(status.is_whole)
        notices = [notice for notice in status.notices if notice.id != OWN_ONLY]  # which is said with a button
        self.notice.setVisible(bool(notices))
        self.notice.tell(Tone.INFO, " ".join(text(notice) for notice in notices))
        shown = [*self._matters.of(status, asking, FEW), *self._matters.of_coverage(status.coverage)]
        for part in (self.needs_title, self.needs):
            part.setVisible(bool(shown))
        self.needs.show_matters(shown, shown)
        self.more.setVisible(len(asking) > FEW)
        self.more.setText(text(msg("ui.team.show-all", n=len(asking))))
        self._show_lists(status, asking)

    def complain(self, problem: Message) -> None:
        self.problem.tell(Tone.OVERDUE, self._desk.text(problem))
        self.problem.show()

    def show_laptop(self, device: str) -> None:
        self.laptops.choose(device)
        self.shows.emit(self.laptops)

    def be_busy(self, busy: bool) -> None:
        """The remote is being looked at."""
        self.again.setEnabled(not busy)
        if busy:
            self.as_of.setText(self._desk.text(msg("ui.team.reading")))
        elif self._status is not None and self._status.as_of is not None:
            when = self._desk.texts.when(self._status.as_of, self._desk.now())
            self.as_of.setText(self._desk.text(msg("ui.team.as-of", when=when)))

    # -- how ----------------------------------------------------------------------------------------------------------

    def _show_lists(self, status: TeamStatus, asking: frozenset[str]) -> None:
        """Where there is nobody else to look at, what that means is said instead."""
        is_alone = status.is_whole and all(row.is_own for row in status.items)
        self.empty.setVisible(is_alone and not status.projects)
        self.history.show_days(status.history)
        self.history_title.setVisible(not self.history.isHidden())
        for shown in (self.projects_title, self.projects):
            shown.setVisible(status.is_whole and bool(status.projects))
        self.laptops.setVisible(not is_alone and bool(status.items))
        self.projects.show_status(status)
        self.laptops.show_status(status, asking)
        if is_alone:
            self.detail.hide()

    @Slot(object)
    def _take(self, step: tuple[Step, TeamRow]) -> None:
        what, laptop = step
        match what:
            case Step.COMPARE:
                self._compare(laptop)
            case Step.SHOW:
                self.show_laptop(laptop.device)
            case Step.OVERVIEW:
                self._desk.go(PageId.OVERVIEW.value)

    @Slot(object)
    def _compare(self, laptop: TeamRow) -> None:
        self._asking.ask(AcceptDialog(self._desk, self._actions, laptop, self._asking.window))

    @Slot(object)
    def _retire(self, laptop: TeamRow) -> None:
        self._asking.ask(RetireDialog(self._desk, self._actions, laptop, self._asking.window))

    @Slot()
    def _report(self) -> None:
        self._asking.ask(ReportDialog(self._desk, self._actions, self._asking.window))

    @Slot()
    def _show_all(self) -> None:
        self.laptops.show_wanting()
        self.shows.emit(self.laptops)
        self.laptops.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _chosen(self, laptop: TeamRow | None) -> None:
        self._row = laptop
        self.detail.setVisible(laptop is not None and not self.laptops.isHidden())
        if laptop is not None and self._status is not None:
            self.detail.show_row(laptop, self._status)

    @Slot(object)
    def _open_project(self, project: ProjectRow) -> None:
        if project.code is not None:
            self._desk.go(PageId.PROJECTS.value, project.id)

    def _connect(self) -> None:
        self.again.clicked.connect(self.refresh)
        self.own.button.clicked.connect(self.own_wanted)
        self.empty.button.clicked.connect(self.refresh)
        self.report.clicked.connect(self._report)
        self.needs.taken.connect(self._take)
        self.more.clicked.connect(self._show_all)
        self.laptops.chosen.connect(self._chosen)
        self.projects.opened.connect(self._open_project)
        self.detail.compare.connect(self._compare)
        self.detail.retire.connect(self._retire)

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2 * GRID)
        self._head = QWidget()
        head = row(self.as_of, self.again, self.report)
        head.setStretch(0, 1)
        self._head.setLayout(head)
        lines.addWidget(self._head)
        for notice in (self.problem, self.own, self.notice):
            lines.addWidget(notice)
        for parts in (
            (self.needs_title, self.needs, self.more),
            (self.projects_title, self.projects),
            (self.history_title, self.history),
            (self.laptops, self.detail),
        ):
            group = QVBoxLayout()
            group.setSpacing(GRID)
            for part in parts:
                group.addWidget(part)
            lines.addLayout(group)
        lines.addWidget(self.empty, 1)
        lines.addStretch(1)
        for hidden in (self.problem, self.own, self.notice, self.more, self.empty, self.detail):
            hidden.hide()
