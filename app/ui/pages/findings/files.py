"""The files of one group, a page at a time. Choosing some of them means deciding on those alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QIcon, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.actions.findings import FindingActions
from app.domain.finding import Finding
from app.domain.finding_group import FindingGroup
from app.domain.messages import msg
from app.ui.desk import Desk
from app.ui.opening import open_with_system
from app.ui.pages.findings.content import Part
from app.ui.pages.findings.words import folder_name, kinds_of
from app.ui.texts import visible
from app.ui.theme.icons import icon
from app.ui.widgets.table import Column, PagedModel, Table

MOST_ROWS = 4
WIDE = 600  # pixels from which there is room for the folder whether it tells something or not
NARROW = 420  # below which only names and sizes fit; what is in the files the chips tell too
FOLDER, KINDS = 1, 2  # numbers of columns


class FilesTable(Table):
    """`picked`: other files are selected. Enter or a double click opens a file with its own program."""

    picked = Signal()

    def __init__(self, desk: Desk, findings: FindingActions, parent: QWidget | None = None) -> None:
        self._group: FindingGroup | None = None
        self._has_part = False
        self._findings = findings
        self._desk = desk
        self.files: PagedModel[Finding] = PagedModel(desk, _columns(desk), self._fetch)
        super().__init__(self.files, desk.text(msg("ui.findings.files")), parent)
        self.files.setParent(self)
        self.setSortingEnabled(False)  # they come as they were found
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the ending of a name tells what it is
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.fit_rows(MOST_ROWS)
        self.opened.connect(self._open_file)
        self._offer_menu()
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.files.modelReset.connect(self._selection_lost)
        self.files.modelReset.connect(self._place_columns)

    def show_group(self, group: FindingGroup) -> None:
        if group != self._group:
            is_other = self._group is None or (group.id, group.state) != (self._group.id, self._group.state)
            self._group = group
            if is_other:
                self.clearSelection()
            self.files.refresh()

    def part(self) -> Part:
        """The chosen files, as they lie in the whole list; nothing for all of them, or none."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return _stretches(rows) if len(rows) < self.files.rowCount() else ()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        self._place_columns()

    @Slot()
    def _place_columns(self) -> None:
        """Most downloads lie in one folder, which is told above; the column is for those that do not. What a single file holds
        is told above too, so its name gets the place."""
        rows = (self.files.row(number) for number in range(min(self.files.rowCount(), self.files.PAGE)))
        folders = {str(PurePath(row.path).parent) for row in rows if row is not None}
        width = self.viewport().width()
        self.setColumnHidden(FOLDER, len(folders) <= 1 and width < WIDE)
        self.setColumnHidden(KINDS, width < NARROW or self.files.rowCount() <= 1)

    def _fetch(self, offset: int, limit: int, _column: int, _descending: bool) -> tuple[Sequence[Finding], int]:
        """In a working thread."""
        group = self._group
        if group is None:
            return (), 0
        return self._findings.of_group(group.id, group.state, offset, limit), group.count

    def _offer_menu(self) -> None:
        opens = QAction(self._desk.text(msg("ui.findings.open-file")), self)
        opens.triggered.connect(self._open_chosen)
        folder = QAction(self._desk.text(msg("ui.findings.open-folder")), self)
        folder.triggered.connect(self._open_folder)
        self.offer(opens, folder)

    @Slot()
    def _open_chosen(self) -> None:
        for finding in self.rows()[:1]:
            self._open_file(finding)

    @Slot()
    def _open_folder(self) -> None:
        for finding in self.rows()[:1]:
            self._open_path(Path(finding.path).parent)

    @Slot(object)
    def _open_file(self, finding: Finding) -> None:
        self._open_path(Path(finding.path))

    def _open_path(self, path: Path) -> None:
        if not open_with_system(path):
            self._desk.tell(msg("ui.findings.cannot-open", path=str(path)))

    @Slot()
    def _selection_changed(self) -> None:
        self._has_part = bool(self.part())
        self.picked.emit()

    @Slot()
    def _selection_lost(self) -> None:
        """The list is another one now; Qt says nothing of the selection that went with the old one."""
        if self._has_part:
            self._selection_changed()


def _stretches(rows: Sequence[int]) -> Part:
    """[0, 1, 2, 7] lies in the stretches (0, 3) and (7, 1)."""
    stretches: list[tuple[int, int]] = []
    for row in rows:
        first, number = stretches[-1] if stretches else (0, 0)
        if number and row == first + number:
            stretches[-1] = (first, number + 1)
        else:
            stretches.append((row, 1))
    return tuple(stretches)


def _columns(desk: Desk) -> tuple[Column[Finding], ...]:
    texts = desk.texts
    return (
        Column(
            heading=desk.text(msg("ui.findings.column-name")),
            text=lambda finding: visible(PurePath(finding.path).name),
            tip=lambda finding: f"{visible(finding.path)}\n{kinds_of(finding, texts)}".strip(),
            icon=_icon_of,
            stretches=True,
        ),
        Column(
            heading=desk.text(msg("ui.findings.column-folder")),
            text=lambda finding: visible(folder_name(str(PurePath(finding.path).parent))),
            tip=lambda finding: visible(str(PurePath(finding.path).parent)),
            width=110,
        ),
        Column(
            heading=desk.text(msg("ui.findings.column-kinds")),
            text=lambda finding: kinds_of(finding, texts),
            tip=lambda finding: kinds_of(finding, texts),
            width=232,
        ),
        Column(
            heading=desk.text(msg("ui.findings.column-size")),
            text=lambda finding: texts.size(finding.size_bytes),
            width=70,
            right=True,
        ),
    )


def _icon_of(finding: Finding) -> QIcon:
    return icon("state-attention", "attention") if finding.special else icon("file", "muted")
