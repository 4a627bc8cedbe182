"""Findings: groups on the left, the chosen one on the right, decided in one press. Source: look.md, VR-P1a, VR-P3."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QTabBar

from app.actions.agreements import AgreementActions
from app.actions.clients import ClientActions
from app.actions.findings import FindingActions
from app.actions.folders import FolderActions
from app.actions.projects import ProjectActions
from app.domain.finding import FindingState, ResolvedHow
from app.domain.finding_group import FindingGroup, urgency
from app.domain.folder import FolderKind
from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.ui.desk import Desk
from app.ui.pages.findings.board import Board
from app.ui.pages.findings.decided import LIES_THERE
from app.ui.pages.findings.deciding import Deciding
from app.ui.pages.findings.headline import headline
from app.ui.pages.findings.registers import Registers
from app.ui.pages.page import Page, PageId
from app.ui.widgets.card import row
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.search import SearchField

VIEWS: Final = (FindingState.OPEN, FindingState.WAITING, FindingState.RESOLVED)
RULE: Final = "VR-P3"  # the one behind all decisions: no copy without a demonstrable agreement


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the views show; `decided` is empty while that view is not asked for. `clients`: names by id. `now`: to the
    minute, so that terms are told anew each minute and no more often."""

    view: FindingState
    open: tuple[FindingGroup, ...]
    waiting: tuple[FindingGroup, ...]
    decided: tuple[FindingGroup, ...]
    clients: Mapping[str, str]
    is_watching: bool
    now: datetime

    @property
    def groups(self) -> tuple[FindingGroup, ...]:
        """Of the chosen view."""
        by_view = {FindingState.OPEN: self.open, FindingState.WAITING: self.waiting}
        return by_view.get(self.view, self.decided)


class FindingsPage(Page[Found]):
    scrolls = False

    def __init__(
        self,
        desk: Desk,
        findings: FindingActions,
        agreements: AgreementActions,
        projects: ProjectActions,
        clients: ClientActions,
        folders: FolderActions,
    ) -> None:
        self._findings = findings
        self._registers = Registers(agreements, projects, clients, folders)
        self._view = FindingState.OPEN
        self._wanted_group: str | None = None
        self._has_sealed = False  # since the page was opened
        super().__init__(desk)

    # -- what a page defines ------------------------------------------------------------------------------------------

    def build(self) -> None:
        text = self.desk.text
        self.views = QTabBar()
        self.views.setAccessibleName(text(msg("ui.findings.views")))
        self.views.setExpanding(False)
        for _ in VIEWS:
            self.views.addTab("")
        self.search = SearchField(text(msg("ui.findings.search")))
        self.trouble = Notice(Tone.OVERDUE)
        self.trouble.hide()
        self.board = Board(self.desk, self._findings)
        self.empty = EmptyState(self.desk.text, "findings")
        self.empty.hide()
        self.deciding = Deciding(self.desk, self._findings, self._registers, self)
        self.body.addLayout(row(self.views, 1, self.search))
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.board, 1)
        self.body.addWidget(self.empty, 1)
        self._listen()

    def load(self) -> Found:
        view, now = self._view, self.desk.now()
        decided = self._findings.groups(FindingState.RESOLVED) if view is FindingState.RESOLVED else ()
        return Found(
            view=view,
            open=_special_before_others(self._findings.groups(FindingState.OPEN), now),
            waiting=self._findings.groups(FindingState.WAITING),
            decided=decided,
            clients={client.id: client.name for client in self._registers.clients.list()},
            is_watching=any(folder.kind is FolderKind.WATCHED for folder in self._registers.folders.list()),
            now=now.replace(second=0, microsecond=0),
        )

    def present(self, loaded: Found) -> None:
        now = self.desk.now()
        answer = headline(loaded.view, loaded.groups, now, is_watching=loaded.is_watching)
        self.headline.setText(self.desk.text(answer))
        self.trouble.hide()
        self._name_views(loaded)
        self.board.show_groups(loaded.groups, loaded.clients, now)
        if self._wanted_group is not None:
            self.board.bring(self._wanted_group)
            self._wanted_group = None
        if self.search.text():
            self._search_changed(self.search.text())
        self._show_what_there_is()

    def open(self, subject: object = None) -> None:
        """The keyboard begins in the list, unless somebody is walking through the rail with it."""
        if self._has_sealed:
            self._has_sealed = False
            self._show_what_there_is()
        super().open(subject)
        focus = QApplication.focusWidget()
        if focus is None or focus is self.window() or self.isAncestorOf(focus):
            self.board.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_subject(self, subject: object) -> None:
        """A view by its name, or a group by its id in whichever view it is."""
        wanted = str(subject)
        if wanted in VIEWS:
            self._choose_view(FindingState(wanted))
        elif self.shown is not None and not self.board.bring(wanted):
            for view, groups in ((FindingState.OPEN, self.shown.open), (FindingState.WAITING, self.shown.waiting)):
                if any(group.id == wanted for group in groups):
                    self._wanted_group = wanted
                    self._choose_view(view)

    # -- views and search ---------------------------------------------------------------------------------------------

    def _name_views(self, loaded: Found) -> None:
        open_, waiting = len(loaded.open), len(loaded.waiting)
        names = (
            msg("ui.findings.view-open", n=open_) if open_ else msg("ui.findings.view-open-none"),
            msg("ui.findings.view-waiting", n=waiting) if waiting else msg("ui.findings.view-waiting-none"),
            msg("ui.findings.view-decided"),
        )
        for number, name in enumerate(names):
            self.views.setTabText(number, self.desk.text(name))

    def _choose_view(self, view: FindingState) -> None:
        self.views.setCurrentIndex(VIEWS.index(view))

    @Slot(int)
    def _view_chosen(self, number: int) -> None:
        self._view = VIEWS[number]
        self.search.clear()
        self.reload()

    @Slot(str)
    def _search_changed(self, text: str) -> None:
        """Clients and folders are known here; the names of all files are looked through in a working thread."""
        self.board.look_for(text)
        if not text.strip():
            self._show_what_there_is()
            return
        findings, view = self._findings, self._view
        self.desk.jobs.read(lambda: (text, findings.groups_with(text, view)), self._searched, self._say_trouble)

    @Slot(object)
    def _searched(self, answer: tuple[str, frozenset[str]]) -> None:
        text, groups = answer
        if text == self.search.text():
            self.board.look_for(text, groups)
            self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        is_empty = self.board.is_empty
        if is_empty and self.shown is not None:
            title, explanation, step = self._nothing(self.shown)
            self.empty.tell(title, explanation, step)
        self.search.setVisible(not is_empty or bool(self.search.text()))
        focus = self.window().focusWidget()
        if is_empty and focus is not None and self.board.isAncestorOf(focus):
            # Else Qt would bring the keyboard from what goes to the rail.
            self.views.setFocus(Qt.FocusReason.OtherFocusReason)
        self.board.setVisible(not is_empty)
        self.empty.setVisible(is_empty)

    def _nothing(self, shown: Found) -> tuple[Message, Message, Message | None]:
        """What an empty list means, and the first step where there is one."""
        if self.search.text():
            words = self.search.text()
            return (
                msg("ui.findings.none-found"),
                msg("ui.findings.none-found-why", words=words),
                msg("ui.findings.none-found-step"),
            )
        if shown.view is FindingState.WAITING:
            return msg("ui.findings.none-waiting"), msg("ui.findings.none-waiting-why"), None
        if shown.view is FindingState.RESOLVED:
            return msg("ui.findings.none-decided"), msg("ui.findings.none-decided-why"), None
        if shown.is_watching:
            step = msg("ui.findings.to-vault") if self._has_sealed else None
            return msg("ui.findings.none-open"), msg("ui.findings.none-open-why"), step
        return (
            msg("ui.findings.not-watching"),
            msg("ui.findings.not-watching-why"),
            msg("ui.findings.not-watching-step"),
        )

    @Slot()
    def _take_step(self) -> None:
        if self.search.text():
            self.search.clear()
            self.search.setFocus()
        elif self.shown is not None and self.shown.is_watching:
            self._go_to_vault()
        else:
            self.desk.go(PageId.SETTINGS.value, "folders")

    # -- deciding -----------------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        self.views.currentChanged.connect(self._view_chosen)
        self.search.textChanged.connect(self._search_changed)
        self.empty.button.clicked.connect(self._take_step)
        self.board.wanted.connect(self._decide)
        self.deciding.decided.connect(self._was_decided)
        self.board.failed.connect(self._say_trouble)
        self.board.answered.connect(self._answered)
        self.board.detail.decided.undo_wanted.connect(self._take_back)
        self.board.detail.decided.vault_wanted.connect(self._go_to_vault)
        self.board.detail.told.why_wanted.connect(self._go_to_rule)

    @Slot(object)
    def _decide(self, how: ResolvedHow) -> None:
        target = self.board.target()
        if target is not None:
            self.deciding.decide(how, target)

    @Slot(object)
    def _was_decided(self, how: ResolvedHow) -> None:
        self._has_sealed |= how in LIES_THERE

    @Slot(object)
    def _answered(self, mail: Path) -> None:
        target = self.board.target()
        if target is not None:
            self.deciding.record_answer(mail, target)

    @Slot()
    def _take_back(self) -> None:
        target = self.board.target()
        if target is not None:
            self.deciding.take_back(target.ids)

    @Slot()
    def _go_to_vault(self) -> None:
        self.desk.go(PageId.VAULT.value)

    @Slot()
    def _go_to_rule(self) -> None:
        self.desk.go(PageId.ABOUT.value, RULE)

    @Slot(object)
    def _say_trouble(self, problem: Message) -> None:
        """What is chosen may be decided by another process meanwhile: said, and looked at again."""
        self.trouble.tell(Tone.OVERDUE, self.desk.text(problem))
        self.trouble.show()
        self.reload()


def _special_before_others(groups: tuple[FindingGroup, ...], now: datetime) -> tuple[FindingGroup, ...]:
    """Overdue ones stay on top, what was there before installation stays at the end; else in the order they came."""
    return tuple(
        sorted(groups, key=lambda g: (g.first_clean_up, urgency(g, now) is not RuleState.OVERDUE, not g.special))
    )
