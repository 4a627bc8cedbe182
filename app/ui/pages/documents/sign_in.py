"""Who is signed in to Microsoft 365, and the way to sign in or out: in the browser, or with a code on any device.

Asked once, calmly; vault, deletion and lock never wait for it. Source: VR-S3, VT-C6.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QFont, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.signing_in import SigningIn
from app.domain.errors import Stopped
from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.domain.sign_in import (
    Asking,
    DeviceCode,
    SignInAttempt,
    SignInOutcome,
    SignInSeen,
    SignInState,
    reason_text,
)
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.theme.type import Size
from app.ui.widgets.buttons import Button, IconButton, Weight
from app.ui.widgets.card import Card, row
from app.ui.widgets.flow import beside
from app.ui.widgets.labels import Muted, Section, Text
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.state import StateIcon

SHAPE: Final = 22

OUTCOMES: Final = {
    SignInOutcome.SUCCEEDED: lambda at: msg("ui.signin.last-succeeded", at=at),
    SignInOutcome.REFUSED: lambda at: msg("ui.signin.last-refused", at=at),
    SignInOutcome.FAILED: lambda at: msg("ui.signin.last-failed", at=at),
    SignInOutcome.SIGNED_OUT: lambda at: msg("ui.signin.last-signed-out", at=at),
}
STATES: Final = {
    SignInState.NOT_SET_UP: RuleState.NOT_APPLICABLE,
    SignInState.SIGNED_OUT: RuleState.ATTENTION,
    SignInState.SIGNED_IN: RuleState.OK,
    SignInState.NEEDED: RuleState.ATTENTION,
    SignInState.LAPSED: RuleState.UNKNOWN,
}


@dataclass
class Shown:
    """Between the working thread, which puts a code here, and the window's, which looks for one at each sign of progress."""

    code: DeviceCode | None = None

    def put(self, code: DeviceCode) -> None:
        self.code = code


class SignInCard(Card):
    """`folder`: where documents go while nothing is set up; empty: a folder on this laptop alone."""

    def __init__(
        self, desk: Desk, signing_in: SigningIn, folder: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._signing_in = signing_in
        self._folder = folder
        self._seen = SignInSeen()
        self._job: Job[SignInSeen] | None = None
        self._shown = Shown()
        self._with_code_next = False
        text = desk.text
        self.shape = StateIcon(RuleState.UNKNOWN, "", SHAPE)
        self.sentence = Text(size=Size.BODY)
        self.more = Muted()
        self.last = Muted()
        self.test_server = Notice(Tone.ATTENTION, text(msg("ui.signin.test-server")))
        self.code = CodePart(desk)
        self.problem = Notice(Tone.OVERDUE)
        self.go = Button(text(msg("ui.signin.go")), Weight.PRIMARY)
        self.leave = Button(text(msg("ui.signin.sign-out")))
        self.cancel = Button(text(msg("ui.dialog.cancel")))
        self.with_code = Button(text(msg("ui.signin.with-code")), Weight.LINK)
        self._lay_out()
        self.go.clicked.connect(self.sign_in)
        self.leave.clicked.connect(self._sign_out)
        self.cancel.clicked.connect(self._cancel)
        self.with_code.clicked.connect(self._use_code)

    @property
    def is_waiting(self) -> bool:
        return self._job is not None

    def show_seen(self, seen: SignInSeen) -> None:
        self._seen = seen
        if self._job is None:
            self._tell()

    # -- signing in ---------------------------------------------------------------------------------------------------

    @Slot()
    def sign_in(self) -> None:
        self._begin(device_code=False)

    @Slot()
    def _use_code(self) -> None:
        """The browser did not open, or stands on another device: stop waiting for it and ask for a code."""
        if self._job is None:
            self._begin(device_code=True)
        else:
            self._with_code_next = True
            self._job.stop()

    @Slot()
    def _cancel(self) -> None:
        if self._job is not None:
            self.cancel.setEnabled(False)
            self._job.stop()

    def _begin(self, *, device_code: bool) -> None:
        if self._job is not None:
            return
        self.problem.hide()
        shown = self._shown = Shown()
        signing_in, done = self._signing_in, self._desk.text(msg("ui.signin.browser-done"))
        window = int(self.window().winId())  # a dialog of Windows belongs to it

        def ask(job: Job[SignInSeen]) -> SignInSeen:
            asking = Asking(show_code=shown.put, tick=lambda: job.progress(0, 1), done=done, window=window)
            return signing_in.sign_in(asking, device_code=device_code)

        self._job = self._desk.jobs.act(ask, self._signed_in, self._not_signed_in, self._waits)
        self._say_waiting(with_code=device_code)

    @Slot(object, object)
    def _waits(self, _done: int, _total: int) -> None:
        if self._shown.code is not None and self._job is not None:
            self.code.show_code(self._shown.code)

    @Slot(object)
    def _signed_in(self, seen: SignInSeen) -> None:
        self._job = None
        self.show_seen(seen)
        self._desk.tell(msg("ui.signin.done", name=seen.name or seen.account or ""))
        self._desk.acted.emit()

    @Slot(object)
    def _not_signed_in(self, problem: Message) -> None:
        self._job = None
        self._tell()
        if self._with_code_next:
            self._with_code_next = False
            self._begin(device_code=True)
            return
        if problem != Stopped().message:  # which is what the person wanted
            self.problem.tell(Tone.OVERDUE, self._desk.text(problem))
            self.problem.show()
        self._desk.acted.emit()  # the attempt is seen

    # -- signing out --------------------------------------------------------------------------------------------------

    @Slot()
    def _sign_out(self) -> None:
        signing_in = self._signing_in
        self._desk.jobs.act(lambda _job: signing_in.sign_out(), self._signed_out, self._failed)

    @Slot(object)
    def _signed_out(self, _was: bool) -> None:
        self._desk.tell(msg("ui.signin.signed-out"))
        self._desk.acted.emit()

    @Slot(object)
    def _failed(self, problem: Message) -> None:
        self.problem.tell(Tone.OVERDUE, self._desk.text(problem))
        self.problem.show()

    # -- what is said -------------------------------------------------------------------------------------------------

    def _say_waiting(self, *, with_code: bool) -> None:
        text = self._desk.text
        said = msg("ui.signin.waiting-code") if with_code else msg("ui.signin.waiting")
        self.shape.tell(RuleState.UNKNOWN, text(said))
        self.sentence.setText(text(said))
        self.more.setText(text(msg("ui.signin.waiting-why")))
        self.more.show()
        self.cancel.setEnabled(True)
        self.cancel.show()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)  # before what has the keyboard is hidden
        for hidden in (self.go, self.leave, self.last):
            hidden.hide()
        self.with_code.setVisible(not with_code)

    def _tell(self) -> None:
        seen, text = self._seen, self._desk.text
        sentence, more = self._sentences(seen)
        self.shape.tell(STATES[seen.state], text(sentence))
        self.sentence.setText(text(sentence))
        self.more.setVisible(more is not None)
        self.more.setText("" if more is None else text(more))
        self.test_server.setVisible(seen.is_test_server)
        is_set_up, had_keyboard = seen.state is not SignInState.NOT_SET_UP, self.cancel.hasFocus()
        self.go.setVisible(is_set_up and not seen.is_signed_in)
        self.go.setText(text(msg("ui.signin.again") if seen.account is not None else msg("ui.signin.go")))
        self.with_code.setVisible(is_set_up and not seen.is_signed_in)
        self.leave.setVisible(seen.account is not None)
        if had_keyboard:
            (self.leave if self.go.isHidden() else self.go).setFocus(Qt.FocusReason.OtherFocusReason)
        self.code.hide()
        self.cancel.hide()
        self.last.setVisible(is_set_up and seen.last is not None)
        if seen.last is not None:
            is_said = seen.last.reason is not None and seen.last.reason is seen.reason
            self.last.setText(text(last_attempt(seen.last, with_reason=not is_said)))

    def _sentences(self, seen: SignInSeen) -> tuple[Message, Message | None]:
        match seen.state:
            case SignInState.NOT_SET_UP:
                return self._not_set_up()
            case SignInState.SIGNED_OUT:
                return msg("ui.signin.signed-out-state"), msg("ui.signin.signed-out-why")
            case SignInState.NEEDED:
                return msg("ui.signin.needed"), None if seen.reason is None else reason_text(seen.reason)
            case SignInState.LAPSED:
                return msg("ui.signin.lapsed", name=seen.name or seen.account or ""), msg("ui.signin.lapsed-why")
            case SignInState.SIGNED_IN:
                who = msg("ui.signin.signed-in", name=seen.name or "", account=seen.account or "")
                until = None if seen.expires_at is None else msg("ui.signin.until", at=seen.expires_at)
                return who, until

    def _not_set_up(self) -> tuple[Message, Message]:
        folder = self._folder()
        if folder:
            return msg("ui.signin.not-set-up"), msg("ui.signin.folder", folder=PurePath(folder).name)
        return msg("ui.signin.not-set-up"), msg("ui.signin.folder-here")

    def _lay_out(self) -> None:
        self.lines.addWidget(Section(self._desk.text(msg("ui.signin.title"))))
        self.lines.addWidget(self.test_server)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self.sentence, self.more, self.last):
            words.addWidget(label)
        line = row(self.shape, spacing=14)
        line.addLayout(words, 1)
        for button in (self.cancel, self.leave, self.go):
            line.addWidget(button)
        self.lines.addLayout(line)
        self.lines.addWidget(self.code)
        self.lines.addWidget(self.problem)
        self.lines.addLayout(beside(self.with_code))
        for hidden in (self.test_server, self.code, self.problem, self.cancel, self.leave, self.go, self.with_code):
            hidden.hide()


class CodePart(QWidget):
    """The code in large type, where to type it, and until when it is good."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._code: DeviceCode | None = None
        text = desk.text
        self.how = Text()
        self.code = Text(size=Size.TITLE, weight=QFont.Weight.DemiBold, wraps=False)
        self.until = Muted()
        self.copy = IconButton("copy", text(msg("ui.signin.copy-code")))
        self.open = Button(text(msg("ui.signin.open-address")), icon_name="open")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.how)
        lines.addLayout(row(self.code, self.copy, self.open, 1, spacing=12))
        lines.addWidget(self.until)
        self.copy.clicked.connect(self._copy)
        self.open.clicked.connect(self._open)

    def show_code(self, code: DeviceCode) -> None:
        if code != self._code or self.isHidden():
            self._code = code
            self.how.setText(self._desk.text(msg("ui.signin.code-how", address=code.address)))
            self.code.setText(code.code)
            self.code.setAccessibleName(self._desk.text(msg("ui.signin.code-is", code=" ".join(code.code))))
            at = code.expires_at.astimezone(self._desk.texts.zone).time()
            self.until.setText(self._desk.text(msg("ui.signin.code-until", at=at)))
            self.show()

    @Slot()
    def _copy(self) -> None:
        if self._code is not None:
            QGuiApplication.clipboard().setText(self._code.code)
            self._desk.tell(msg("ui.signin.code-copied"))

    @Slot()
    def _open(self) -> None:
        if self._code is not None and self._code.address.startswith("https://"):
            QDesktopServices.openUrl(QUrl(self._code.address))


def last_attempt(attempt: SignInAttempt, *, with_reason: bool = True) -> Message:
    """The last attempt of whoever tried, so that a person sees one that was not their own. Source: VT-C6."""
    said = OUTCOMES[attempt.outcome](attempt.at)
    if attempt.reason is None or not with_reason:
        return said
    return msg("ui.signin.last-because", said=said, why=reason_text(attempt.reason))
