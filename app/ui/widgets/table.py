"""Lists are real tables: with headers, sorting, a keyboard, and as many rows as there are.

`RowsModel` shows immutable rows that are all there; `PagedModel` asks for rows a page at a time, for lists of 100,000.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.domain.messages import Message
from app.ui.desk import Desk

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 40
ROOT = QModelIndex()
ItemRole = Qt.ItemDataRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[R]):
    """`order`: the key that sorts rows (default: the text); `icon`: before the text; `tip`: what is exact or cut off."""

    heading: str
    text: Callable[[R], str]
    order: Callable[[R], Any] | None = None
    icon: Callable[[R], QIcon | None] | None = None
    tip: Callable[[R], str] | None = None
    right: bool = False
    stretches: bool = False
    width: int = 0


class _Model(QAbstractTableModel, Generic[R]):
    """What both kinds of list share. `RowRole` hands back the row itself, not its number."""

    RowRole = ItemRole.UserRole + 1

    def __init__(self, columns: Sequence[Column[R]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)

    def row(self, number: int) -> R | None:
        raise NotImplementedError

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802  # Qt's names
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ItemRole.DisplayRole) -> object:  # noqa: N802
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == ItemRole.DisplayRole:
            return self.columns[section].heading
        return _alignment(self.columns[section]) if role == ItemRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.row(index.row()), self.columns[index.column()]
        if row is None:
            return "…" if role == ItemRole.DisplayRole and index.column() == 0 else None
        if role == self.RowRole:
            return row
        if role in (ItemRole.DisplayRole, ItemRole.AccessibleTextRole):
            return column.text(row)
        if role == ItemRole.ToolTipRole:
            return column.tip(row) if column.tip is not None else column.text(row)
        if role == ItemRole.DecorationRole:
            return column.icon(row) if column.icon is not None else None
        return _alignment(column) if role == ItemRole.TextAlignmentRole else None


def _alignment(column: Column[Any]) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


class RowsModel(_Model[R]):
    """All rows at once; sorting keeps equal rows in their order."""

    def __init__(self, columns: Sequence[Column[R]], parent: QWidget | None = None) -> None:
        super().__init__(columns, parent)
        self._rows: list[R] = []
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def row(self, number: int) -> R | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def show(self, rows: Sequence[R]) -> None:
        """Replace all rows; they stay sorted as they were."""
        self.beginResetModel()
        self._rows = list(rows)
        self._sort()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = (column, order) if 0 <= column < len(self.columns) else None
        self.layoutAboutToBeChanged.emit()
        old = [index for index in self.persistentIndexList() if index.row() < len(self._rows)]
        places = [(id(self._rows[index.row()]), index.column()) for index in old]
        self._sort()
        numbers = {id(row): number for number, row in enumerate(self._rows)}
        self.changePersistentIndexList(old, [self.index(numbers[row], column) for row, column in places])
        self.layoutChanged.emit()

    def _sort(self) -> None:
        if self._sorted_by is not None:
            number, order = self._sorted_by
            column = self.columns[number]
            key = column.order or (lambda row: column.text(row).casefold())
            self._rows.sort(key=key, reverse=order is Qt.SortOrder.DescendingOrder)


class PagedModel(_Model[R]):
    """Rows of a list that is too long to hold. `fetch(offset, limit, order column, descending)` runs in a working thread
    and gives the rows with the total; a few pages are kept. `refreshed`: the beginning is as it is now, and the rest is
    looked up as it is shown."""

    PAGE = 200
    KEPT = 6
    counted = Signal(int)
    refreshed = Signal()
    failed = Signal(object)  # Message

    def __init__(
        self,
        desk: Desk,
        columns: Sequence[Column[R]],
        fetch: Callable[[int, int, int, bool], tuple[Sequence[R], int]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(columns, parent)
        self._desk = desk
        self._fetch = fetch
        self._total = 0
        self._pages: dict[int, Sequence[R]] = {}
        self._asked: set[int] = set()
        self._edition = 0
        self._order = (0, False)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else self._total

    def row(self, number: int) -> R | None:
        page, within = divmod(number, self.PAGE)
        self._ask(page)  # once after each refresh; until the answer is there what was known is shown
        rows = self._pages.get(page, ())
        return rows[within] if within < len(rows) else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Before the first look it is only noted."""
        self._order = (max(column, 0), order is Qt.SortOrder.DescendingOrder)
        if self._edition:
            self.refresh()

    def refresh(self) -> None:
        """Look again; what is shown stays until the answer is there."""
        self._edition += 1
        self._asked.clear()
        self._ask(0)

    def _ask(self, page: int) -> None:
        if page in self._asked:
            return
        self._asked.add(page)
        edition, (column, descending) = self._edition, self._order
        offset = page * self.PAGE

        def look() -> tuple[int, int, Sequence[R], int]:
            rows, total = self._fetch(offset, self.PAGE, column, descending)
            return edition, page, rows, total

        self._desk.jobs.read(look, self._arrived, self._not_arrived)

    @Slot(object)
    def _arrived(self, answer: tuple[int, int, Sequence[R], int]) -> None:
        edition, page, rows, total = answer
        if edition != self._edition:
            return
        if page == 0:
            self._begin_with(rows, total)
            return
        self._pages[page] = rows
        self._forget_far_from(page)
        first, last = page * self.PAGE, min((page + 1) * self.PAGE, self._total) - 1
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    @Slot(object)
    def _not_arrived(self, problem: Message) -> None:
        self.failed.emit(problem)

    def _begin_with(self, rows: Sequence[R], total: int) -> None:
        if 0 not in self._pages or total != self._total or rows != self._pages[0]:
            self.beginResetModel()
            self._pages = {0: rows}
            self._asked = {0}
            self._total = total
            self.endResetModel()
            self.counted.emit(total)
        self.refreshed.emit()

    def _forget_far_from(self, page: int) -> None:
        while len(self._pages) > self.KEPT:
            far = max(self._pages, key=lambda known: abs(known - page))
            del self._pages[far]
            self._asked.discard(far)


class Table(QTableView):
    """A list with headers. Enter or a double click opens the row; `chosen` hands out the row under the keyboard."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, model: QAbstractTableModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setIconSize(QSize(18, 18))
        self.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._dress_headers()
        self.doubleClicked.connect(self._open)
        self._most_rows = 0

    def fit_rows(self, most: int) -> None:
        """As high as its rows, up to `most` of them; for a table on a page that scrolls as a whole."""
        self._most_rows = most
        self.model().modelReset.connect(self._fit)
        self._fit()

    def rows(self) -> list[Any]:
        """The selected rows, from top to bottom."""
        role = _Model.RowRole
        picked = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return [row for index in picked if (row := index.data(role)) is not None]

    def select(self, number: int) -> None:
        """Put keyboard and selection on a row."""
        index = self.model().index(number, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def offer(self, *actions: QAction) -> None:
        """Actions of the context menu, also reached by their shortcuts."""
        for action in actions:
            self.addAction(action)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802  # Qt's names
        super().currentChanged(current, previous)
        row = current.data(_Model.RowRole) if current.isValid() else None
        if row is not None:
            self.chosen.emit(row)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:  # noqa: N802
        """A row that was not there yet when it was chosen, or is another one now, is handed out too."""
        super().dataChanged(first, last, list(roles))
        current = self.currentIndex()
        if current.isValid() and first.row() <= current.row() <= last.row():
            self.currentChanged(current, current)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot()
    def _fit(self) -> None:
        rows = max(1, min(self._most_rows, self.model().rowCount()))
        header = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(header + rows * ROW_HEIGHT + 2 * self.frameWidth())

    @Slot(QModelIndex)
    def _open(self, index: Index) -> None:
        row = index.data(_Model.RowRole)
        if row is not None:
            self.opened.emit(row)

    def _dress_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(60)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        columns = getattr(self.model(), "columns", ())
        for number, column in enumerate(columns):
            if column.stretches:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            elif column.width:
                self.setColumnWidth(number, column.width)
