"""Settings: generated from the typed ones, so page, command line and policy never disagree. A change is saved at once."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.folder_rows import FolderRow
from app.actions.folders import FolderActions
from app.actions.settings import SettingsActions
from app.actions.working_files import WorkingFileActions
from app.domain.messages import Message, msg
from app.domain.setting_groups import SettingGroup, group_of
from app.domain.settings import SETTINGS, Effective, Source, Who
from app.system.policy import PolicyReading
from app.ui.desk import Desk
from app.ui.pages.page import GRID, Page
from app.ui.pages.settings.folders import FoldersCard
from app.ui.pages.settings.group import GroupCard
from app.ui.pages.settings.policy import PolicyCard
from app.ui.pages.settings.row import SettingRow
from app.ui.pages.settings.working import WorkingCard
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.search import SearchField

SEARCH_WIDTH = 400
AT_ONCE = 2  # cards: what fits a window
POLICY = "policy"  # a subject: the card at the end


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    settings: tuple[Effective, ...]
    folders: tuple[FolderRow, ...]
    offered: tuple[str, ...]


class SettingsPage(Page[Shown]):
    """`policy`: what IT set on this machine; `policy_place`: where IT puts it; `home`: the person's folder.

    Subjects: the key of a setting, a SettingGroup's value ("folders"), or "policy".
    """

    def __init__(
        self,
        desk: Desk,
        settings: SettingsActions,
        folders: FolderActions,
        working: WorkingFileActions,
        policy: PolicyReading,
        policy_place: str,
        home: Path,
    ) -> None:
        self._settings = settings
        self._folders = folders
        self._working = working
        self._policy = policy
        self._policy_place = policy_place
        self._home = home
        self._rows: dict[str, SettingRow] = {}
        self._groups: dict[SettingGroup, GroupCard | FoldersCard] = {}
        self._settings_shown: dict[str, Effective] = {}
        self._unmade: deque[SettingGroup] = deque()
        self._wanted: QWidget | None = None
        super().__init__(desk)

    def build(self) -> None:
        text = self.desk.text
        self.search = SearchField(text(msg("ui.settings.search")))
        self.search.setMaximumWidth(SEARCH_WIDTH)
        self.search.textChanged.connect(self._narrow)
        self.nothing = EmptyState(text, "search")
        self.nothing.button.clicked.connect(self.search.clear)
        self.nothing.hide()
        self.folders = FoldersCard(self.desk, self._folders, self._home)
        self.working = WorkingCard(self.desk, self._working)
        self.policy = PolicyCard(self.desk, self._policy, self._policy_place)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(2 * GRID)
        self.body.addWidget(self.search)
        self.body.addWidget(self.nothing)
        self.body.addLayout(self._cards)
        self.body.addStretch(1)

    def load(self) -> Shown:
        return Shown(
            settings=tuple(self._as_it_is(setting) for setting in self._settings.list()),
            folders=self._folders.rows(),
            offered=self._folders.offered(),
        )

    def present(self, loaded: Shown) -> None:
        self.headline.setText(self.desk.text(self._headline(loaded)))
        self._settings_shown = {setting.key: setting for setting in loaded.settings}
        for key, made in self._rows.items():
            made.show_effective(self._settings_shown[key])
        self.folders.show_folders(loaded.folders, loaded.offered)
        self.working.look()
        if not self._cards.count():
            self._plan()

    def show_subject(self, subject: object) -> None:
        self.search.clear()
        self._make_all()
        target = self._place_of(str(subject))
        if target is None:
            return
        if isinstance(target, SettingRow):
            target.come_forward()
        self._wanted = target
        QTimer.singleShot(0, self._bring)  # cards that were just made are shown and laid out in a turn of their own

    @Slot()
    def _bring(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            self.bring_into_view(wanted)

    # -- how ----------------------------------------------------------------------------------------------------------

    def _as_it_is(self, setting: Effective) -> Effective:
        """Who chose no language has the system's, and that is what the window speaks."""
        if setting.key == "language" and setting.source is Source.DEFAULT:
            return replace(setting, value=self.desk.texts.language)
        return setting

    def _headline(self, loaded: Shown) -> Message:
        set_by_it = sum(setting.source is Source.POLICY for setting in loaded.settings)
        if self._policy.problems:
            return msg("ui.settings.headline-broken")
        return msg("ui.settings.headline-set", n=set_by_it) if set_by_it else msg("ui.settings.headline-free")

    # -- making the cards ---------------------------------------------------------------------------------------------

    def _plan(self) -> None:
        """The cards in their order. Those that are seen at once are made at once, the others one by one, so that the window
        answers meanwhile."""
        present = {group_of(key) for key in self._settings_shown} | {SettingGroup.FOLDERS}
        self._unmade = deque(group for group in SettingGroup if group in present)
        if self._policy.problems:
            self._cards.addWidget(self.policy)
        for _ in range(AT_ONCE):
            self._make_next()
        self._make_on()

    @Slot(object)
    def _make_on(self, _nothing: object = None) -> None:
        self._make_next()
        if self._unmade:
            self.desk.jobs.read(_pause, self._make_on)

    def _make_next(self) -> None:
        if not self._unmade:
            return
        group = self._unmade.popleft()
        card = self.folders if group is SettingGroup.FOLDERS else self._group(group)
        self._groups[group] = card
        self._cards.addWidget(card)
        if group is SettingGroup.FOLDERS:
            self._cards.addWidget(self.working)
        if not self._unmade and not self._policy.problems:
            self._cards.addWidget(self.policy)

    def _make_all(self) -> None:
        while self._unmade:
            self._make_next()

    def _group(self, group: SettingGroup) -> GroupCard:
        settings = [setting for key, setting in self._settings_shown.items() if group_of(key) is group]
        is_it_only = all(SETTINGS[setting.key].who is Who.POLICY for setting in settings)
        rows = [SettingRow(self.desk, self._settings, setting, is_quiet=is_it_only) for setting in settings]
        for one in rows:
            one.saved.connect(self._saved)
            self._rows[one.key] = one
        return GroupCard(self.desk, group, rows, is_it_only=is_it_only)

    @Slot(object)
    def _saved(self, now: Effective) -> None:
        self.desk.acted.emit()
        if now.key == "language":
            self.desk.language_changed.emit()

    @Slot()
    def _narrow(self) -> None:
        """Show what contains every word of the search field."""
        self._make_all()
        words = tuple(self.search.text().casefold().split())
        left = sum(group.narrow(words) for group in self._groups.values() if isinstance(group, GroupCard))
        has_folders = all(word in self.folders.words for word in words)
        self.folders.setVisible(has_folders)
        self.policy.setVisible(not words)
        nothing = not left and not has_folders
        self.nothing.setVisible(nothing)
        if nothing:
            why = msg("ui.settings.nothing-found-why", text=self.search.text().strip())
            self.nothing.tell(msg("ui.settings.nothing-found"), why, msg("ui.settings.show-all"))

    def _place_of(self, subject: str) -> QWidget | None:
        if subject == POLICY:
            return self.policy
        if subject in set(SettingGroup):
            return self._groups.get(SettingGroup(subject))
        return self._rows.get(subject)


def _pause() -> None:
    """Nothing to look up: only a turn for what else the window has to do."""
