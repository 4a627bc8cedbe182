"""Which folders the assistant looks at: the standard ones are proposed, with what kind of place each is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

from app.domain.first_start import DOWNLOADS, ProposedFolder, Step
from app.domain.messages import Message, msg
from app.domain.ports import PlaceKind
from app.ui.desk import Desk
from app.ui.first_start.step import StepPage
from app.ui.theme.type import Size, of_size
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card, Line, clear, row
from app.ui.widgets.labels import Chip, Muted

INDENT = 32  # what is said of a folder stands below its name, not below its box


class FoldersPage(StepPage[tuple[ProposedFolder, ...]]):
    step = Step.FOLDERS

    def build(self) -> None:
        self.ask(msg("ui.first.folders"), msg("ui.first.folders-why"))
        self.rows: list[FolderRow] = []
        self._card = Card(padding=8)
        self._card.lines.setSpacing(0)
        self.add = Button(self.desk.text(msg("ui.first.folder-add")), icon_name="folder")
        self.add.clicked.connect(self._choose)
        self._none = Muted(self.desk.text(msg("ui.first.folders-none")))
        self._none.hide()
        self.lines.addWidget(self._card)
        self.lines.addWidget(self.add)
        self.lines.addWidget(self._none)

    def load(self) -> tuple[ProposedFolder, ...]:
        return self.first_start.proposed_folders()

    def present(self, loaded: tuple[ProposedFolder, ...]) -> None:
        clear(self._card.lines)
        self.rows = []
        for folder in loaded:
            self._put(folder)
        self._card.setVisible(bool(loaded))
        self._look_at_choice()

    def save(self) -> Callable[[], object]:
        chosen = [Path(row.folder.path) for row in self.rows if row.is_chosen and not row.folder.is_watched]
        first_start = self.first_start
        return lambda: first_start.choose(chosen)

    def first(self) -> QWidget | None:
        return next((row.box for row in self.rows if row.box.isEnabled()), self.add)

    @Slot()
    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.desk.text(msg("ui.first.folder-choose")))
        if folder:
            self.take(Path(folder))

    def take(self, folder: Path) -> None:
        """A folder that the person adds."""
        self.calm()
        first_start = self.first_start
        self.desk.jobs.read(lambda: first_start.look_at(folder), self._added, self.complain)

    @Slot(object)
    def _added(self, folder: ProposedFolder) -> None:
        known = next((row for row in self.rows if row.folder.path == folder.path), None)
        if known is None:
            self._put(folder)
            self._card.show()
        else:
            known.box.setChecked(True)
        self._look_at_choice()

    def _put(self, folder: ProposedFolder) -> None:
        if self.rows:
            self._card.lines.addWidget(Line())
        line = FolderRow(self.desk, folder)
        line.changed.connect(self._look_at_choice)
        self.rows.append(line)
        self._card.lines.addWidget(line)

    @Slot()
    def _look_at_choice(self) -> None:
        self._none.setVisible(not any(row.is_chosen for row in self.rows))


class FolderRow(QWidget):
    changed = Signal()

    def __init__(self, desk: Desk, folder: ProposedFolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.box = QCheckBox(desk.text(_name(folder)))
        self.box.setFont(of_size(Size.BODY))
        self.box.setChecked(folder.is_chosen)
        self.box.setEnabled(not folder.is_watched)
        self.box.toggled.connect(self.changed)
        place = desk.text(_place(folder))
        self.box.setAccessibleDescription(f"{folder.path}. {place}")
        self.box.setToolTip(folder.path)
        head = row(self.box, 1)
        if folder.name == DOWNLOADS:
            head.insertWidget(1, Chip(desk.text(msg("ui.first.folder-best"))))
        below = QVBoxLayout()
        below.setContentsMargins(INDENT, 0, 0, 0)
        below.setSpacing(2)
        if Path(folder.shown).name != folder.shown:  # one that stands right in the home is told by its name
            below.addWidget(Muted(folder.shown))
        below.addWidget(Muted(place))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(8, 8, 8, 10)
        lines.setSpacing(2)
        lines.addLayout(head)
        lines.addLayout(below)

    @property
    def is_chosen(self) -> bool:
        return self.box.isChecked()


def _name(folder: ProposedFolder) -> Message:
    names = {
        "downloads": msg("ui.first.folder-downloads"),
        "documents": msg("ui.first.folder-documents"),
        "desktop": msg("ui.first.folder-desktop"),
    }
    return names.get(folder.name or "") or msg("ui.first.folder-own", name=Path(folder.path).name or folder.path)


def _place(folder: ProposedFolder) -> Message:
    """What kind of place it is, and what that means."""
    if folder.client is not None:
        return msg("ui.first.place-client", client=folder.client)
    if folder.is_watched:
        return msg("ui.first.place-watched")
    if folder.kind is PlaceKind.SYNCHRONISED:
        return msg("ui.first.place-synchronised", by=folder.synchronised_by or "")
    others = {
        PlaceKind.NETWORK: msg("ui.first.place-network"),
        PlaceKind.REMOVABLE: msg("ui.first.place-removable"),
        PlaceKind.ROAMING: msg("ui.first.place-roaming"),
    }
    return others.get(folder.kind) or msg("ui.first.place-local")
