"""The folders: what is looked at and how well, what belongs to a client or a project, and drives that are offered."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.folder_rows import FolderRow
from app.actions.folders import FolderActions
from app.domain.folder import FolderKind, WatchedFolder
from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.domain.setting_groups import TITLES, SettingGroup
from app.ui.desk import Desk
from app.ui.theme.icons import state_icon
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import Card, clear, row
from app.ui.widgets.drop import DropZone
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import Section
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.table import ROW_HEIGHT, Column, RowsModel, Table

MOST_LINES = 6  # then the list scrolls by itself
HEADER = 36


class FoldersCard(QWidget):
    """Shows what it is given; adds and removes by `folders`, and says what came of it."""

    def __init__(self, desk: Desk, folders: FolderActions, home: Path) -> None:
        super().__init__()
        self._desk = desk
        self._folders = folders
        text = desk.text
        self.title = Section(text(TITLES[SettingGroup.FOLDERS]))
        self.outcome = Notice(Tone.INFO)
        self.outcome.hide()
        self.model: RowsModel[FolderRow] = RowsModel(_columns(desk, home))
        self.table = Table(self.model, text(msg("ui.settings.folders")))
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.empty = EmptyState(text, "folder")
        self.empty.tell(msg("ui.settings.no-folders"), msg("ui.settings.no-folders-why"))
        self.remove = Button(text(msg("ui.settings.folder-remove")))
        self.to_project = Button(text(msg("ui.settings.folder-project")))
        self.zone = DropZone(desk, msg("ui.settings.folder-drop"), folders=True)
        self.drives = QVBoxLayout()
        self._lay_out()
        self._connect()
        self._choose_buttons()

    @property
    def words(self) -> str:
        return f"{self.title.text()} {' '.join(self._shown_paths())}".casefold()

    def show_folders(self, rows: Sequence[FolderRow], offered: Sequence[str]) -> None:
        chosen = self._chosen()
        self.model.show(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.zone.choose.weigh(Weight.PLAIN if rows else Weight.PRIMARY)
        lines = min(len(rows), MOST_LINES)
        self.table.setFixedHeight(HEADER + lines * ROW_HEIGHT + 2)
        kept = next((number for number, one in enumerate(rows) if chosen and one.folder.id == chosen.folder.id), None)
        if kept is not None:
            self.table.select(kept)
        self._choose_buttons()
        clear(self.drives)
        for path in offered:
            self.drives.addWidget(_Drive(self._desk, path, self))

    # -- adding and removing ------------------------------------------------------------------------------------------

    @Slot(list)
    def _dropped(self, paths: list[Path]) -> None:
        for path in paths:
            self.watch(path)

    def watch(self, path: Path) -> None:
        folders = self._folders
        self._desk.jobs.act(lambda _job: folders.add(path), self._added, self._refused)

    @Slot()
    def stop_watching(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.folder.kind is not FolderKind.DOCUMENTS:
            folders, path = self._folders, Path(chosen.folder.path)
            self._desk.jobs.act(lambda _job: folders.remove(path), self._removed, self._refused)

    @Slot(object)
    def _added(self, folder: WatchedFolder) -> None:
        said = msg("folder.added", path=folder.path)
        if folder.kind is FolderKind.CLIENT_PLACE:
            said = msg("folder.is-client-place", path=folder.path)
        parts = [self._desk.text(said)]
        if folder.synchronised_by is not None:
            parts.append(self._desk.text(msg("folder.is-synchronised", by=folder.synchronised_by)))
        self._say(Tone.INFO, " ".join(parts))
        self._desk.acted.emit()

    @Slot(object)
    def _removed(self, folder: WatchedFolder) -> None:
        self.outcome.hide()
        path = Path(folder.path)
        self._desk.tell(msg("folder.removed", path=folder.path), lambda: self.watch(path))
        self._desk.acted.emit()

    @Slot(object)
    def _refused(self, problem: Message) -> None:
        self._say(Tone.OVERDUE, self._desk.text(problem))

    def _say(self, tone: Tone, text: str) -> None:
        self.outcome.tell(tone, text)
        self.outcome.show()

    @Slot()
    def _go_to_project(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._desk.go("projects", chosen.folder.project_id)

    # -- how ----------------------------------------------------------------------------------------------------------

    def _chosen(self) -> FolderRow | None:
        rows = self.table.rows()
        return rows[0] if rows else None

    def _shown_paths(self) -> list[str]:
        rows = (self.model.row(number) for number in range(self.model.rowCount()))
        return [one.folder.path for one in rows if one is not None]

    @Slot()
    def _choose_buttons(self) -> None:
        """What can be done with the chosen folder: documentation belongs to its project."""
        chosen = self._chosen()
        is_documents = chosen is not None and chosen.folder.kind is FolderKind.DOCUMENTS
        self.remove.setVisible(chosen is not None and not is_documents)
        self.to_project.setVisible(is_documents)

    def _connect(self) -> None:
        self.remove.clicked.connect(self.stop_watching)
        self.to_project.clicked.connect(self._go_to_project)
        self.zone.dropped.connect(self._dropped)
        self.table.selectionModel().selectionChanged.connect(self._choose_buttons)
        stop = QAction(self._desk.text(msg("ui.settings.folder-remove")), self.table)
        stop.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        stop.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        stop.triggered.connect(self.stop_watching)
        self.table.offer(stop)

    def _lay_out(self) -> None:
        card = Card()
        card.lines.setSpacing(12)
        for part in (self.outcome, self.table, self.empty):
            card.lines.addWidget(part)
        card.lines.addLayout(row(self.remove, self.to_project, 1))
        card.lines.addLayout(self.drives)
        card.lines.addWidget(self.zone)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 8, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.title)
        lines.addWidget(card)


class _Drive(Notice):
    """A drive that is connected and not watched."""

    def __init__(self, desk: Desk, path: str, card: FoldersCard) -> None:
        super().__init__(Tone.INFO, desk.text(msg("ui.settings.drive", path=path)))
        self._path = Path(path)
        self._card = card
        self.offer(desk.text(msg("ui.settings.drive-watch")))
        self.button.clicked.connect(self._watch)

    @Slot()
    def _watch(self) -> None:
        self._card.watch(self._path)


def _columns(desk: Desk, home: Path) -> tuple[Column[FolderRow], ...]:
    text, word = desk.text, desk.texts.word
    return (
        Column(
            heading=text(msg("ui.settings.folder")),
            text=lambda one: _short(one.folder.path, home),
            tip=lambda one: one.folder.path,
            stretches=True,
        ),
        Column(
            heading=text(msg("ui.settings.folder-kind")),
            text=lambda one: word(one.folder.kind.value),
            tip=lambda one: one.owner or word(one.folder.kind.value),
            width=130,
        ),
        Column(
            heading=text(msg("ui.settings.folder-state")),
            text=lambda one: word(one.state.value) if one.state is not RuleState.NOT_APPLICABLE else "–",
            icon=lambda one: state_icon(one.state) if one.state is not RuleState.NOT_APPLICABLE else None,
            tip=lambda one: text(one.sentence),
            width=120,
        ),
        Column(
            heading=text(msg("ui.settings.folder-sync")),
            text=lambda one: one.folder.synchronised_by or "–",
            width=180,
        ),
    )


def _short(path: str, home: Path) -> str:
    """What lies in the person's own folder without the way there; the tip has all of it."""
    folder = Path(path)
    return str(folder.relative_to(home)) if home in folder.parents else path
