"""Adding what is outside: files into the vault or left in their place, or something that is no file here. Source: VR-P3."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from app.actions.agreements import AgreementRow
from app.actions.copies import AddedCopies, OfferedFile
from app.domain.agreement import Place
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.vault.actions import Actions
from app.ui.pages.vault.agreement_picker import AgreementPicker
from app.ui.texts import visible
from app.ui.theme.icons import icon
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import Card, row
from app.ui.widgets.dialog import ActionDialog
from app.ui.widgets.drop import DropZone
from app.ui.widgets.form import SuggestField
from app.ui.widgets.labels import Muted
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.table import Column, RowsModel, Table

MOST_ROWS = 3


class Way(StrEnum):
    SEAL = "seal"
    IN_PLACE = "in-place"
    ELSEWHERE = "elsewhere"


class AddDialog(ActionDialog[AddedCopies]):
    """`paths`: what was dropped on the page."""

    def __init__(self, desk: Desk, actions: Actions, paths: Sequence[Path] = (), parent: QWidget | None = None) -> None:
        super().__init__(desk, msg("ui.vault.add-title"), msg("ui.vault.add-seal", n=1), parent=parent)
        self._actions = actions
        self._files: tuple[OfferedFile, ...] = ()
        text = desk.text
        self.ways = _Ways(desk)
        self.drop = DropZone(desk, msg("ui.vault.drop"), several=True)
        self.model = RowsModel(_columns(desk))
        self.table = Table(self.model, text(msg("ui.vault.files")))
        self.table.fit_rows(MOST_ROWS)
        self.remove = Button(text(msg("ui.vault.remove-file")), Weight.LINK)
        self.list = Card(padding=4)
        self.list.lines.addWidget(self.table)
        self.list.lines.addLayout(row(self.remove, 1))
        self.unusable = Notice(Tone.ATTENTION)
        self.what = SuggestField(text(msg("ui.vault.elsewhere-what")), text(msg("ui.vault.elsewhere-help")))
        self.what.offer([text(suggestion) for suggestion in _SUGGESTED])
        self.agreement = AgreementPicker(desk, actions, msg("ui.vault.under"), self._fits)
        self.special = QCheckBox(text(msg("ui.vault.special")))
        self.approval = Notice(Tone.ATTENTION)
        self._lay_fields()
        self._connect()
        self._show_way()
        self.take(list(paths))

    def work(self) -> Callable[[Job[AddedCopies]], AddedCopies] | None:
        known = self.agreement.agreement()
        if known is None:
            return None
        copies, agreement_id, special = self._actions.copies, known.agreement.id, self.special.isChecked()
        if self.ways.chosen() is Way.ELSEWHERE:
            what = self.what.text()
            return lambda _job: AddedCopies(added=(copies.add_elsewhere(what, agreement_id),), left=())
        in_place, paths = self.ways.chosen() is Way.IN_PLACE, self._usable()
        return lambda job: copies.add_all(
            paths, agreement_id, in_place=in_place, special=special, progress=job.progress
        )

    def news(self, answer: AddedCopies) -> Message:
        n = len(answer.added)
        match self.ways.chosen():
            case Way.SEAL:
                return msg("ui.vault.added-sealed", n=n)
            case Way.IN_PLACE:
                return msg("ui.vault.added-in-place", n=n)
            case Way.ELSEWHERE:
                return msg("ui.vault.added-elsewhere")

    # -- files --------------------------------------------------------------------------------------------------------

    @Slot(list)
    def take(self, paths: list[Path]) -> None:
        """These too; each is looked at in a working thread."""
        known = {offered.path for offered in self._files}
        new = [path for path in dict.fromkeys(paths) if path not in known]
        if new:
            self.desk.jobs.read(lambda: self._actions.copies.offered(new), self._offered, self._not_offered)

    @Slot(object)
    def _offered(self, files: tuple[OfferedFile, ...]) -> None:
        known = {offered.path for offered in self._files}
        self._files = (*self._files, *(offered for offered in files if offered.path not in known))
        self._show_files()

    @Slot(object)
    def _not_offered(self, problem: Message) -> None:
        self.problem.tell(Tone.OVERDUE, self.desk.text(problem))
        self.problem.show()

    @Slot()
    def _remove(self) -> None:
        picked = {offered.path for offered in self.table.rows()}
        self._files = tuple(offered for offered in self._files if offered.path not in picked)
        self._show_files()

    def _usable(self) -> list[Path]:
        return [offered.path for offered in self._files if offered.problem is None]

    def _show_files(self) -> None:
        self.model.show(self._files)
        with_files = self.ways.chosen() is not Way.ELSEWHERE and bool(self._files)
        self.list.setVisible(with_files)
        if self._files:
            self.table.select(len(self._files) - 1)
        problems = dict.fromkeys(self.desk.text(file.problem) for file in self._files if file.problem is not None)
        self.unusable.setVisible(with_files and bool(problems))
        self.unusable.tell(Tone.ATTENTION, "\n".join(problems))
        self._name_button()

    # -- what belongs together ----------------------------------------------------------------------------------------

    def _fits(self, known: AgreementRow) -> bool:
        is_laptop = known.agreement.place is Place.LAPTOP
        return is_laptop is (self.ways.chosen() is not Way.ELSEWHERE)

    @Slot()
    def _show_way(self) -> None:
        is_file = self.ways.chosen() is not Way.ELSEWHERE
        self.drop.setVisible(is_file)
        self.special.setVisible(is_file)
        self.what.setVisible(not is_file)
        self.agreement.fit(self._fits)
        self._show_files()
        self._say_approval()
        self.shrink()

    @Slot()
    def _say_approval(self) -> None:
        """Special categories lie under an agreement only when a lead approved it (VT-U1): before that they may be sealed,
        but not opened, and not be left in their place."""
        known = self.agreement.agreement()
        waits = self.special.isChecked() and known is not None and known.agreement.approved_at is None
        in_place = self.ways.chosen() is Way.IN_PLACE
        self.approval.setVisible(waits and self.ways.chosen() is not Way.ELSEWHERE)
        sealed = msg("ui.vault.special-sealed")
        self.approval.tell(Tone.ATTENTION, self.desk.text(msg("ui.vault.special-in-place") if in_place else sealed))
        self._name_button()

    def _name_button(self) -> None:
        way, n = self.ways.chosen(), len(self._usable())
        self.go.setText(self.desk.text(_verb(way, max(1, n))))
        blocked = way is Way.IN_PLACE and not self.approval.isHidden()
        is_complete = bool(n) if way is not Way.ELSEWHERE else True
        self.go.setEnabled(is_complete and self.agreement.agreement() is not None and not blocked)

    def _lay_fields(self) -> None:
        self.fields.addWidget(self.ways)
        self.fields.addWidget(self.drop)
        self.fields.addWidget(self.list)
        for part in (self.unusable, self.what, self.agreement, self.special, self.approval):
            self.fields.addWidget(part)
        for hidden in (self.list, self.unusable, self.what, self.approval):
            hidden.hide()
        self.complain_at(self.what, "field.elsewhere")

    def _connect(self) -> None:
        self.ways.group.buttonToggled.connect(self._show_way)
        self.drop.dropped.connect(self.take)
        self.remove.clicked.connect(self._remove)
        QShortcut(
            QKeySequence(Qt.Key.Key_Delete), self.table, context=Qt.ShortcutContext.WidgetShortcut
        ).activated.connect(self._remove)
        self.agreement.picked.connect(self._say_approval)
        self.special.toggled.connect(self._say_approval)


class _Ways(QWidget):
    """Three choices, and what the chosen one means."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.group = QButtonGroup(self)
        self.means = Muted()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        for number, way in enumerate(Way):
            name, means = _WAYS[way]
            button = QRadioButton(desk.text(name))
            button.setAccessibleDescription(desk.text(means))
            self.group.addButton(button, number)
            lines.addWidget(button)
        lines.addWidget(self.means)
        self.group.buttonToggled.connect(self._explain)
        self.choose(Way.SEAL)

    def chosen(self) -> Way:
        return tuple(Way)[self.group.checkedId()]

    def choose(self, way: Way) -> None:
        self.group.button(tuple(Way).index(way)).setChecked(True)

    @Slot()
    def _explain(self) -> None:
        if self.group.checkedId() >= 0:
            self.means.setText(self._desk.text(_WAYS[self.chosen()][1]))


_WAYS = {
    Way.SEAL: (msg("ui.vault.way-seal"), msg("ui.vault.way-seal-means")),
    Way.IN_PLACE: (msg("ui.vault.way-in-place"), msg("ui.vault.way-in-place-means")),
    Way.ELSEWHERE: (msg("ui.vault.way-elsewhere"), msg("ui.vault.way-elsewhere-means")),
}
_SUGGESTED = (
    msg("ui.vault.elsewhere-paper"),
    msg("ui.vault.elsewhere-phone"),
    msg("ui.vault.elsewhere-stick"),
    msg("ui.vault.elsewhere-mail"),
)


def _verb(way: Way, n: int) -> Message:
    match way:
        case Way.SEAL:
            return msg("ui.vault.add-seal", n=n)
        case Way.IN_PLACE:
            return msg("ui.vault.add-in-place", n=n)
        case Way.ELSEWHERE:
            return msg("ui.vault.add-elsewhere")


def _columns(desk: Desk) -> tuple[Column[OfferedFile], ...]:
    texts = desk.texts

    def size(offered: OfferedFile) -> str:
        return texts.size(offered.size_bytes) if offered.problem is None else desk.text(msg("ui.vault.cannot"))

    return (
        Column(
            heading=desk.text(msg("ui.vault.column-name")),
            text=lambda offered: visible(offered.path.name),
            tip=lambda offered: visible(str(offered.path)),
            icon=lambda offered: (
                icon("file", "muted") if offered.problem is None else icon("state-attention", "attention")
            ),
            stretches=True,
        ),
        Column(
            heading=desk.text(msg("ui.vault.column-size")),
            text=size,
            order=lambda offered: (offered.problem is None, offered.size_bytes),
            right=True,
            width=104,
        ),
    )
