"""The list of groups on the left: a shape for the urgency, what and where, whose and until when, how many files."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.domain.finding import FindingState
from app.domain.finding_group import FindingGroup
from app.ui.desk import Desk
from app.ui.pages.findings.group_line import GroupLine
from app.ui.pages.findings.groups import GroupsFilter, GroupsModel
from app.ui.widgets.drop import paths_in


class GroupList(QListView):
    """Enter or a double click does what is recommended (`opened`); `picked` tells that other groups are selected. A file can
    be dropped on a group that waits for the client: it becomes the selected one, and `answered` hands out the file."""

    opened = Signal()
    picked = Signal()
    answered = Signal(object)  # Path

    def __init__(self, desk: Desk, model: GroupsFilter, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(GroupLine(desk, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.doubleClicked.connect(self.opened)
        self.selectionModel().selectionChanged.connect(self._selection_changed)

    def groups(self) -> tuple[FindingGroup, ...]:
        """The selected groups, from top to bottom."""
        picked = sorted(self.selectedIndexes(), key=lambda index: index.row())
        return tuple(index.data(GroupsModel.GroupRole) for index in picked)

    def rows_of(self, group_ids: Collection[str]) -> list[int]:
        """Where these groups stand, as far as they are shown."""
        wanted, rows = frozenset(group_ids), range(self.model().rowCount())
        return [row for row in rows if self._id_at(row) in wanted]

    def select(self, row: int) -> None:
        """Put keyboard and selection on one row; the nearest there is."""
        last = self.model().rowCount() - 1
        if last >= 0:
            index = self.model().index(max(0, min(row, last)), 0)
            # Whatever keys are held down: Qt still counts the Ctrl of the Ctrl+W that closed the window before.
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def select_rows(self, rows: Sequence[int]) -> None:
        """Select these rows, with the keyboard on the first."""
        chosen = QItemSelection()
        for row in rows:
            index = self.model().index(row, 0)
            chosen.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.model().index(rows[0], 0), flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect)

    def step(self, by: int) -> None:
        """To the next group, or the one before."""
        self.select(self.currentIndex().row() + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.selectionModel().hasSelection():
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  # Qt's names
        self._offer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        self._offer(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        row = self._waiting_row_below(event)
        if row is not None:
            event.acceptProposedAction()
            self.select(row)
            self.answered.emit(paths_in(event)[0])

    # -- how ----------------------------------------------------------------------------------------------------------

    def _offer(self, event: QDropEvent) -> None:
        """Only where it would mean something."""
        if self._waiting_row_below(event) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def _waiting_row_below(self, event: QDropEvent) -> int | None:
        index = self.indexAt(event.position().toPoint())
        group = index.data(GroupsModel.GroupRole) if index.isValid() else None
        is_waiting = isinstance(group, FindingGroup) and group.state is FindingState.WAITING
        return index.row() if is_waiting and paths_in(event) else None

    def _id_at(self, row: int) -> str:
        return str(self.model().index(row, 0).data(GroupsModel.GroupRole).id)

    @Slot()
    def _selection_changed(self) -> None:
        self.picked.emit()
