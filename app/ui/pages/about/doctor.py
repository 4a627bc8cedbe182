"""The check: whether the assistant itself is sound, what to do about what is not, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import __version__
from app.actions.doctor import CHECKS, Check, CheckState, DoctorActions, Examination, impersonal
from app.actions.time_keeping import TrustedClock
from app.domain.messages import Message, check_text, msg
from app.domain.rules import RuleState
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.page import MARGIN, PageId
from app.ui.theme.type import Size
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import Card, Line, clear, row
from app.ui.widgets.dialog import Confirm
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.fold import Fold
from app.ui.widgets.labels import Muted, Text
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.progress import Progress
from app.ui.widgets.state import StateIcon

STATES: Final[Mapping[CheckState, RuleState]] = MappingProxyType(
    {
        CheckState.OK: RuleState.OK,
        CheckState.ATTENTION: RuleState.ATTENTION,
        CheckState.FAILED: RuleState.OVERDUE,
        CheckState.UNKNOWN: RuleState.UNKNOWN,
    }
)
LOCK, CLOCK = "lock", "clock"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Where a person mends something."""

    page: PageId
    subject: str | None
    name: Message


WAYS: Final[Mapping[str, Way]] = MappingProxyType(
    {
        "folders": Way(page=PageId.SETTINGS, subject="folders", name=msg("ui.about.go-folders")),
        "remote": Way(page=PageId.SETTINGS, subject="remote.folder", name=msg("ui.about.go-team")),
        "policy": Way(page=PageId.SETTINGS, subject="policy", name=msg("ui.about.go-policy")),
        "vault": Way(page=PageId.VAULT, subject=None, name=msg("ui.about.go-vault")),
        "health": Way(page=PageId.ABOUT, subject="device", name=msg("ui.about.go-device")),
    }
)


class DoctorTab(QWidget):
    """Runs on demand; what was shown stays until the new answer is there. `headed`: the sentence on top is another one."""

    headed = Signal()

    def __init__(self, desk: Desk, doctor: DoctorActions, clock: TrustedClock) -> None:
        super().__init__()
        self._desk = desk
        self._doctor = doctor
        self._clock = clock
        self._job: Job[Examination] | None = None
        self._shown: Examination | None = None
        self.dialog: Confirm[Examination] | Confirm[object] | None = None
        text = desk.text
        self.never = EmptyState(text, "shield")
        self.never.tell(msg("ui.doctor.never"), msg("ui.doctor.never-why"), msg("ui.doctor.run"))
        self.again = Button(text(msg("ui.doctor.again")), Weight.PRIMARY, icon_name="refresh")
        self.copy = Button(text(msg("ui.doctor.copy")), icon_name="copy")
        self.last = Muted()
        self.progress = Progress(desk)
        self.progress.hide()
        self.trouble = Notice(Tone.OVERDUE)
        self.trouble.hide()
        self._found = QVBoxLayout()
        self._found.setSpacing(16)
        self.never.button.clicked.connect(self.run)
        self.again.clicked.connect(self.run)
        self.copy.clicked.connect(self._copy)
        self.progress.stopped.connect(self._stop)
        self._lay_out()
        self.show_examination(None)

    @property
    def headline(self) -> Message:
        if self._shown is None:
            return msg("ui.doctor.headline-never")
        wanting = len(self._shown.wanting)
        return msg("doctor.wanting", n=wanting) if wanting else msg("doctor.fine")

    def show_examination(self, examination: Examination | None) -> None:
        self.never.setVisible(examination is None and self._job is None)
        for part in (self.again, self.copy, self.last):
            part.setVisible(examination is not None)
        if examination is not None:
            when = self._desk.texts.when(examination.at, self._desk.now())
            self.last.setText(self._desk.text(msg("ui.doctor.last", when=when)))
        if examination is None or examination == self._shown:
            return
        self._shown = examination
        clear(self._found)
        if examination.wanting:
            self._found.addWidget(self._card(examination.wanting))
        if examination.fine:
            title = self._desk.text(msg("ui.doctor.fine", n=len(examination.fine)))
            fold = Fold(title, is_open=not examination.wanting)
            fold.lines.addWidget(self._card(examination.fine))
            self._found.addWidget(fold)
        self.headed.emit()

    # -- running ------------------------------------------------------------------------------------------------------

    @Slot()
    def run(self) -> None:
        if self._job is not None:
            return
        self.trouble.hide()
        self.progress.begin(msg("ui.doctor.busy"))
        self.progress.show()
        self.again.setEnabled(False)
        self.never.hide()
        doctor = self._doctor

        def examine(job: Job[Examination]) -> Examination:
            return doctor.examine(progress=job.progress)

        self._job = self._desk.jobs.act(examine, self._examined, self._failed, self._progressed)

    @Slot(object, object)
    def _progressed(self, done: int, total: int) -> None:
        self.progress.step(done, total, msg("ui.doctor.step", check=check_text(CHECKS[min(done, len(CHECKS) - 1)])))

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    @Slot(object)
    def _examined(self, examination: Examination) -> None:
        self._ended()
        self.show_examination(examination)

    @Slot(object)
    def _failed(self, problem: Message) -> None:
        self._ended()
        self.show_examination(self._shown)
        self.trouble.tell(Tone.INFO if problem.id == "progress.stopped" else Tone.OVERDUE, self._desk.text(problem))
        self.trouble.show()

    def _ended(self) -> None:
        self._job = None
        self.progress.hide()
        self.again.setEnabled(True)

    # -- what it leads to ---------------------------------------------------------------------------------------------

    @Slot()
    def _copy(self) -> None:
        """For IT: states and sentences, without paths and names."""
        if self._shown is None:
            return
        desk = self._desk
        when = desk.texts.moment(self._shown.at)
        lines = [desk.text(msg("ui.doctor.report", product=msg("ui.app"), version=__version__, when=when)), ""]
        for check in map(impersonal, self._shown.checks):
            state = desk.texts.word(check.state.value)
            lines.append(f"{state}: {desk.text(check_text(check.id))} ({check.id})")
            lines.append(f"    {desk.text(check.sentence)}")
        QGuiApplication.clipboard().setText("\n".join(lines))
        desk.tell(msg("ui.doctor.copied"))

    @Slot()
    def ask_to_try_lock(self) -> None:
        doctor = self._doctor
        dialog: Confirm[Examination] = Confirm(
            self._desk,
            msg("ui.doctor.try-lock-title"),
            msg("ui.doctor.try-lock-why"),
            msg("ui.doctor.try-lock-go"),
            lambda _job: doctor.examine(try_lock=True),
            danger=False,
            parent=self.window(),
        )
        self._ask(dialog)

    @Slot()
    def ask_about_clock(self) -> None:
        clock, doctor = self._clock, self._doctor

        def confirm(_job: Job[Examination]) -> Examination:
            clock.confirm()
            return doctor.examine()

        dialog: Confirm[Examination] = Confirm(
            self._desk,
            msg("ui.overview.clock-title"),
            msg("ui.overview.clock-why", at=self._desk.now()),
            msg("ui.overview.clock-go"),
            confirm,
            danger=False,
            parent=self.window(),
        )
        self._ask(dialog)

    def _ask(self, dialog: Confirm[Examination]) -> None:
        self.dialog = dialog
        dialog.accepted.connect(self._answered)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _answered(self) -> None:
        if self.dialog is not None and isinstance(self.dialog.answer, Examination):
            self.show_examination(self.dialog.answer)

    # -- how ----------------------------------------------------------------------------------------------------------

    def _card(self, checks: tuple[Check, ...]) -> Card:
        card = Card()
        for number, check in enumerate(checks):
            if number:
                card.lines.addWidget(Line())
            card.lines.addWidget(CheckRow(self._desk, check, self))
        return card

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 16, 0, MARGIN)
        lines.setSpacing(12)
        lines.addLayout(row(self.again, self.copy, 1))
        lines.addWidget(self.last)
        for part in (self.progress, self.trouble, self.never):
            lines.addWidget(part)
        lines.addLayout(self._found)
        lines.addStretch(1)


class CheckRow(QWidget):
    """One check: its state by shape and word, what was found, and what can be done about it."""

    def __init__(self, desk: Desk, check: Check, tab: DoctorTab) -> None:
        super().__init__()
        self._desk = desk
        self.check = check
        text = desk.text
        self.button: Button | None = None
        word = desk.texts.word(check.state.value)
        left = QVBoxLayout()
        left.setSpacing(2)
        name = Text(text(check_text(check.id)), Size.BODY, QFont.Weight.DemiBold, wraps=False)
        left.addLayout(row(name, Muted(word), 1))
        left.addWidget(Text(text(check.sentence)))
        if check.fix is not None:
            left.addWidget(Muted(text(msg("ui.doctor.fix", fix=check.fix))))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(12)
        line.addWidget(StateIcon(STATES[check.state], word), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(left, 1)
        self._offer(line, tab)

    def _offer(self, line: QHBoxLayout, tab: DoctorTab) -> None:
        """The way to mend it, where there is one."""
        if self.check.state is CheckState.OK:
            return
        way, text = WAYS.get(self.check.id), self._desk.text
        if way is not None:
            self.button = Button(text(way.name))
            self.button.clicked.connect(self._go)
        elif self.check.id == LOCK and self.check.fix is not None and self.check.fix.id == "doctor.fix-try-lock":
            self.button = Button(text(msg("ui.doctor.try-lock")))
            self.button.clicked.connect(tab.ask_to_try_lock)
        elif self.check.id == CLOCK:
            self.button = Button(text(msg("ui.doctor.clock")))
            self.button.clicked.connect(tab.ask_about_clock)
        if self.button is not None:
            line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _go(self) -> None:
        way = WAYS[self.check.id]
        self._desk.go(way.page.value, way.subject)
