"""What this is, which laptop it runs on, what it sees and what not, backup, and the parts it is made of. Source: VR-C6."""

from __future__ import annotations

import re
from pathlib import Path
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QFont, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.actions.about import About
from app.actions.backup import BackupActions
from app.domain.messages import Message, msg
from app.domain.ports import KeySource
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.about.parts import PartsList
from app.ui.pages.page import MARGIN
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.card import Card, row
from app.ui.widgets.facts import Facts
from app.ui.widgets.labels import Muted, Section, Text
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.picture import Picture

KEYS: Final = MappingProxyType(
    {
        KeySource.CREDENTIAL_STORE: msg("ui.about.keys-credential-store"),
        KeySource.KEY_FILE: msg("ui.about.keys-key-file"),
        KeySource.MEMORY: msg("ui.about.keys-memory"),
    }
)
SEES: Final = (
    *(msg("ui.about.sees-files"), msg("ui.about.sees-kinds")),
    *(msg("ui.about.sees-lock"), msg("ui.about.sees-idle")),
)
NEVER: Final = (
    *(msg("ui.about.never-watch"), msg("ui.about.never-hours"), msg("ui.about.never-own")),
    *(msg("ui.about.never-private"), msg("ui.about.never-mail")),
)
BESIDE = 3  # puts the first line of a text beside a low button
_MAIL: Final = re.compile(r"[^\s<>,;:]+@[^\s<>,;:]+\.[^\s<>,;:]+")


class OverTab(QWidget):
    """Shows an `About`; backs up by `backup`."""

    def __init__(self, desk: Desk, backup: BackupActions) -> None:
        super().__init__()
        self._desk = desk
        self._about: About | None = None
        text = desk.text
        self.facts = Facts()
        self.contact = Text()
        self.contact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.write = Button(text(msg("ui.about.contact-mail")), icon_name="mail")
        self.write.clicked.connect(self._write)
        self.backup = BackupCard(desk, backup)
        self.parts = PartsList(desk)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 16, 0, MARGIN)
        lines.setSpacing(16)
        for part in (self._laptop(), self._questions(), _privacy(desk), self.backup, self.parts):
            lines.addWidget(part)
        lines.addStretch(1)

    def show_about(self, about: About) -> None:
        self._about = about
        self.facts.show_facts(self._facts(about))
        self.contact.setText(about.contact or self._desk.text(msg("ui.about.contact-none")))
        self.write.setVisible(_MAIL.search(about.contact) is not None)
        self.backup.show_last(about)
        self.parts.show_parts(about.parts)

    # -- this laptop --------------------------------------------------------------------------------------------------

    def _laptop(self) -> Card:
        text = self._desk.text
        card = Card()
        card.lines.addWidget(Section(text(msg("ui.about.laptop"))))
        card.lines.addWidget(self.facts)
        card.lines.addWidget(Muted(text(msg("ui.about.fingerprint-why"))))
        return card

    def _facts(self, about: About) -> list[tuple[str, str | QWidget]]:
        text = self._desk.text
        copy_device = IconButton("copy", text(msg("ui.about.copy-device")))
        copy_device.clicked.connect(self._copy_device)
        copy_fingerprint = IconButton("copy", text(msg("ui.about.copy-fingerprint")))
        copy_fingerprint.clicked.connect(self._copy_fingerprint)
        folder = IconButton("folder", text(msg("ui.about.open-folder")))
        folder.clicked.connect(self._open_folder)
        return [
            (text(msg("ui.about.device")), _with(about.device, copy_device)),
            (text(msg("ui.about.fingerprint")), _with(in_groups(about.fingerprint), copy_fingerprint)),
            (text(msg("ui.about.role")), self._desk.texts.word(about.role.value)),
            (text(msg("ui.about.data")), _with(breakable(str(about.data_dir)), folder)),
            (text(msg("ui.about.keys")), text(KEYS[about.key_source])),
        ]

    @Slot()
    def _copy_device(self) -> None:
        self._copy(self._about.device if self._about is not None else "")

    @Slot()
    def _copy_fingerprint(self) -> None:
        self._copy(self._about.fingerprint if self._about is not None else "")

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._desk.tell(msg("ui.about.copied"))

    @Slot()
    def _open_folder(self) -> None:
        if self._about is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._about.data_dir)))

    # -- questions ----------------------------------------------------------------------------------------------------

    def _questions(self) -> Card:
        card = Card()
        card.lines.addWidget(Section(self._desk.text(msg("ui.about.contact"))))
        line = QHBoxLayout()
        line.addWidget(self.contact, 1)
        line.addWidget(self.write)
        card.lines.addLayout(line)
        return card

    @Slot()
    def _write(self) -> None:
        found = _MAIL.search(self._about.contact) if self._about is not None else None
        if found is not None:
            QDesktopServices.openUrl(QUrl(f"mailto:{found[0]}"))


class BackupCard(Card):
    """Writes the registers and the journal to a file that the person chooses."""

    def __init__(self, desk: Desk, backup: BackupActions) -> None:
        super().__init__()
        self._desk = desk
        self._backup = backup
        self._target = Path()
        text = desk.text
        self.last = Muted()
        self.make = Button(text(msg("ui.about.backup-make")), icon_name="archive")
        self.make.clicked.connect(self._choose)
        self.outcome = Notice(Tone.INFO)
        self.outcome.hide()
        self.lines.addWidget(Section(text(msg("ui.about.backup"))))
        self.lines.addWidget(Text(text(msg("ui.about.backup-why"))))
        self.lines.addWidget(self.outcome)
        line = QHBoxLayout()
        line.addWidget(self.last, 1)
        line.addWidget(self.make)
        self.lines.addLayout(line)

    def show_last(self, about: About) -> None:
        when = about.backed_up_at
        said = msg("ui.about.backup-never")
        if when is not None:
            said = msg("ui.about.backup-last", when=self._desk.texts.when(when, self._desk.now()))
        self.last.setText(self._desk.text(said))

    @Slot()
    def _choose(self) -> None:
        day = self._desk.now().astimezone(self._desk.texts.zone).date().isoformat()
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = Path(folder) / self._desk.text(msg("ui.about.backup-name", day=day))
        title = self._desk.text(msg("ui.about.backup-title"))
        # What is there already is never overwritten, so the dialog need not ask about it.
        options = QFileDialog.Option.DontConfirmOverwrite
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(proposed), "*.db", "", options)
        if chosen:
            self.back_up(Path(chosen))

    def back_up(self, target: Path) -> None:
        self._target = target
        self.make.setEnabled(False)
        self._say(Tone.INFO, msg("ui.about.backup-busy"))
        backup = self._backup

        def write(_job: Job[int]) -> int:
            return backup.backup(target)

        self._desk.jobs.act(write, self._made, self._failed)

    @Slot(object)
    def _made(self, _size: int) -> None:
        self.make.setEnabled(True)
        self._say(Tone.OK, msg("ui.about.backup-made", path=str(self._target)))
        self._desk.acted.emit()

    @Slot(object)
    def _failed(self, problem: Message) -> None:
        self.make.setEnabled(True)
        self._say(Tone.OVERDUE, problem)

    def _say(self, tone: Tone, said: Message) -> None:
        self.outcome.tell(tone, self._desk.text(said))
        self.outcome.show()


def _privacy(desk: Desk) -> Card:
    """The honest list, both sides beside each other. Source: procedure, staff privacy (VT-B2)."""
    text = desk.text
    card = Card()
    card.lines.addWidget(Section(text(msg("ui.about.privacy"))))
    sides = QHBoxLayout()
    sides.setSpacing(24)
    sides.addLayout(_side(desk, "eye", "accent", msg("ui.about.sees"), SEES), 1)
    sides.addLayout(_side(desk, "eye-off", "muted", msg("ui.about.never"), NEVER), 1)
    card.lines.addLayout(sides)
    card.lines.addSpacing(4)
    card.lines.addWidget(Muted(text(msg("ui.about.others"))))
    return card


def _side(desk: Desk, icon_name: str, colour: str, title: Message, told: tuple[Message, ...]) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setSpacing(10)
    name = Text(desk.text(title), weight=QFont.Weight.DemiBold, wraps=False)
    lines.addLayout(row(Picture(icon_name, colour, 18), name, 1))
    for one in told:
        lines.addWidget(Text(desk.text(one)))
    lines.addStretch(1)
    return lines


def _with(text: str, button: QWidget) -> QWidget:
    """A value with what can be done with it."""
    shown = Text(text)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    shown.setContentsMargins(0, BESIDE, 0, BESIDE)
    button.setProperty("look", "low")  # hardly higher than a line, so that the lines keep their distance
    both = QWidget()
    line = QHBoxLayout(both)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(shown, 1)
    line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return both


def in_groups(digits: str) -> str:
    """Four by four, as people read a fingerprint to each other."""
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def breakable(path: str) -> str:
    """A path may go on in the next line after each of its parts."""
    return re.sub(r"([/\\])", "\\1\N{ZERO WIDTH SPACE}", path)
