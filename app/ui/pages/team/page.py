"""The team: for its lead what is to be done, and for everybody what the lead sees of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QTabBar, QWidget

from app.actions.team import TeamActions
from app.actions.team_status.actions import TeamStatusActions
from app.domain.messages import Message, msg
from app.domain.team_view import TeamStatus
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.page import Page
from app.ui.pages.team.actions import Actions
from app.ui.pages.team.lead_part import LeadPart
from app.ui.pages.team.loaded import Loaded, load
from app.ui.pages.team.own_part import OwnPart
from app.ui.pages.team.words import team_headline
from app.ui.widgets.asking import Asking

FRESH: Final = timedelta(minutes=5)  # what was read less long ago is not asked for again unasked


class Tab(StrEnum):
    """Subjects too: `desk.go("team", "own")`."""

    TEAM = "team"
    OWN = "own"


class TeamPage(Page[Loaded]):
    """A subject is a Tab's value, or the device id of a laptop. `titles`, `codes`: see `Actions`."""

    def __init__(
        self,
        desk: Desk,
        status: TeamStatusActions,
        team: TeamActions,
        titles: Callable[[str], Mapping[str, str]],
        codes: Callable[[], Mapping[str, str]],
    ) -> None:
        self._actions = Actions(status=status, team=team, titles=titles, codes=codes)
        self._job: Job[TeamStatus] | None = None
        self._titles_known: Mapping[str, str] | None = None
        self._asked = True  # the remote, since the page was opened
        super().__init__(desk)

    # -- what a page defines ------------------------------------------------------------------------------------------

    def build(self) -> None:
        text = self.desk.text
        self.asking = Asking(self)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(text(msg("ui.team.tabs")))
        self.tabs.addTab(text(msg("ui.team.tab-team")))
        self.tabs.addTab(text(msg("ui.team.tab-own")))
        self.lead = LeadPart(self.desk, self._actions, self._titles, self.asking)
        self.own = OwnPart(self.desk, self._actions, self._titles)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.lead, 1)
        self.body.addWidget(self.own, 1)
        self.tabs.currentChanged.connect(self._show_tab)
        self.lead.refresh.connect(self.refresh)
        self.lead.own_wanted.connect(self._show_own)
        self.lead.shows.connect(self._bring)
        self.own.headed.connect(self._head)
        self._show_tab()

    def load(self) -> Loaded:
        return load(self._actions)

    def present(self, loaded: Loaded) -> None:
        self.lead.show_status(loaded.status, loaded.asking)
        self._head()
        self._ask_once(loaded.status)

    def show_subject(self, subject: object) -> None:
        if subject in tuple(Tab):
            self.tabs.setCurrentIndex(list(Tab).index(Tab(str(subject))))
            return
        self.tabs.setCurrentIndex(list(Tab).index(Tab.TEAM))
        self.lead.show_laptop(str(subject))

    def open(self, subject: object = None) -> None:
        """Whoever comes to the page sees the team as it is now: the remote is asked once each time."""
        self._asked = False
        super().open(subject)

    @Slot()
    def refresh(self) -> None:
        """Ask the remote; what is known stays to be read meanwhile."""
        if self._job is None:
            self.lead.be_busy(True)
            status = self._actions.status
            self._job = self.desk.jobs.act(
                lambda _job: status.status(refresh=True), self._refreshed, self._not_refreshed
            )

    # -- how ----------------------------------------------------------------------------------------------------------

    def _ask_once(self, status: TeamStatus) -> None:
        """Whoever sees the own laptop alone has nothing to ask."""
        is_fresh = status.as_of is not None and status.now - status.as_of <= FRESH
        if status.is_whole and not self._asked and not is_fresh:
            self._asked = True
            self.refresh()

    @Slot(object)
    def _refreshed(self, _status: TeamStatus) -> None:
        self._job = None
        self.lead.be_busy(False)
        self.reload()

    @Slot(object)
    def _not_refreshed(self, problem: Message) -> None:
        self._job = None
        self.lead.be_busy(False)
        self.lead.complain(problem)

    @Slot()
    def reload(self) -> None:
        """The record is looked up apart, where it is seen."""
        if not self._loading and self._is_on_own():
            self.own.look()
        super().reload()

    def _is_on_own(self) -> bool:
        return self.tabs.currentIndex() == list(Tab).index(Tab.OWN)

    @Slot()
    def _show_tab(self) -> None:
        on_own = self._is_on_own()
        self.lead.setVisible(not on_own)
        self.own.setVisible(on_own)
        if on_own:
            self.own.look()
        self._head()

    @Slot()
    def _head(self) -> None:
        if self._is_on_own():
            self.headline.setText(self.desk.text(self.own.headline))
        elif self.shown is not None:
            self.headline.setText(self.desk.text(team_headline(self.shown.status)))

    @Slot()
    def _show_own(self) -> None:
        self.tabs.setCurrentIndex(list(Tab).index(Tab.OWN))

    @Slot(object)
    def _bring(self, part: QWidget) -> None:
        self.bring_into_view(part)

    def _titles(self) -> Mapping[str, str]:
        if self._titles_known is None:
            self._titles_known = self._actions.titles(self.desk.texts.language)
        return self._titles_known
