"""Working files that stand on this laptop alone: shown below the folders while there are any, each with its move. VR-U5a"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.working_files import Moved, WorkingFileActions
from app.domain.messages import Message, msg
from app.domain.working_file import WorkingFile
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card, row
from app.ui.widgets.dialog import ActionDialog
from app.ui.widgets.form import ChoiceField
from app.ui.widgets.labels import Muted, Section
from app.ui.widgets.table import ROW_HEIGHT, Column, RowsModel, Table

MOST_LINES = 6  # then the list scrolls by itself
HEADER = 36


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """`codes`: the projects that take files in."""

    files: tuple[WorkingFile, ...]
    codes: tuple[str, ...]


class WorkingCard(QWidget):
    def __init__(self, desk: Desk, working: WorkingFileActions) -> None:
        super().__init__()
        self._desk = desk
        self._working = working
        self._codes: tuple[str, ...] = ()
        self.dialog: MoveDialog | None = None
        text = desk.text
        self.model: RowsModel[WorkingFile] = RowsModel(_columns(desk))
        self.table = Table(self.model, text(msg("ui.settings.working")))
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.move_it = Button(text(msg("ui.settings.working-move")))
        self.move_it.clicked.connect(self.ask)
        self.table.selectionModel().selectionChanged.connect(self._choose_button)
        card = Card()
        card.lines.setSpacing(12)
        card.lines.addWidget(Muted(text(msg("today.working-files-detail"))))
        card.lines.addWidget(self.table)
        card.lines.addLayout(row(self.move_it, 1))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 8, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(Section(text(msg("ui.settings.working"))))
        lines.addWidget(card)
        self.hide()

    def look(self) -> None:
        """A walk of the folders takes a while, so it comes after the page."""
        working = self._working
        self._desk.jobs.read(lambda: Found(files=working.list(), codes=working.targets()), self._show, self._cannot)

    @Slot(object)
    def _show(self, found: Found) -> None:
        self._codes = found.codes
        self.model.show(found.files)
        self.table.setFixedHeight(HEADER + min(len(found.files), MOST_LINES) * ROW_HEIGHT + 2)
        self.setVisible(bool(found.files))
        self._choose_button()

    @Slot(object)
    def _cannot(self, _problem: Message) -> None:
        """What keeps the folders from being looked at is told above."""

    @Slot()
    def _choose_button(self) -> None:
        self.move_it.setEnabled(bool(self.table.rows()))

    @Slot()
    def ask(self) -> None:
        chosen: list[WorkingFile] = self.table.rows()
        if not chosen:
            return
        self.dialog = MoveDialog(self._desk, self._working, chosen[0], self._codes, self.window())
        self.dialog.accepted.connect(self.look)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()


class MoveDialog(ActionDialog[Moved]):
    """To the documentation of which project."""

    def __init__(
        self,
        desk: Desk,
        working: WorkingFileActions,
        file: WorkingFile,
        codes: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, msg("ui.settings.working-title"), msg("ui.settings.working-go"), parent=parent)
        self._working = working
        self._file = file
        self.say(desk.text(msg("ui.settings.working-why", name=Path(file.path).name)))
        self.project = ChoiceField(desk.text(msg("ui.settings.working-project")), [(code, code) for code in codes])
        self.project.choose(file.project)
        self.fields.addWidget(self.project)
        self.go.setEnabled(bool(codes))
        if not codes:
            self.project.explain(desk.text(msg("ui.settings.working-no-project")))

    def work(self) -> Callable[[Job[Moved]], Moved] | None:
        working, path, code = self._working, Path(self._file.path), str(self.project.chosen())
        return lambda _job: working.move(path, code)

    def news(self, answer: Moved) -> Message:
        return msg("working.moved", path=str(answer.target), code=answer.project)


def _columns(desk: Desk) -> tuple[Column[WorkingFile], ...]:
    text = desk.text
    return (
        Column(
            heading=text(msg("ui.settings.working-file")),
            text=lambda one: Path(one.path).name,
            tip=lambda one: one.path,
            stretches=True,
        ),
        Column(heading=text(msg("ui.settings.working-project")), text=lambda one: one.project or "", width=130),
        Column(
            heading=text(msg("ui.settings.working-since")),
            text=lambda one: desk.texts.day(one.modified_at),
            order=lambda one: one.modified_at,
            width=170,
        ),
    )
