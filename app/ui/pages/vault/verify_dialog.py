"""Is a declaration right? Any of its three forms can be checked, also one that another firm handed over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.actions.certificates import CertificateActions
from app.domain.certificate import CertificateCheck
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.widgets.dialog import ActionDialog
from app.ui.widgets.drop import DropZone
from app.ui.widgets.facts import Facts
from app.ui.widgets.fold import Fold
from app.ui.widgets.form import LineField
from app.ui.widgets.labels import Section
from app.ui.widgets.notice import Notice, Tone

FORMS = "*.pdf *.html *.json"


class VerifyDialog(ActionDialog[CertificateCheck]):
    """Nothing is changed by it: the outcome is told here, and another file can be checked."""

    def __init__(self, desk: Desk, certificates: CertificateActions, parent: QWidget | None = None) -> None:
        super().__init__(desk, msg("ui.certificates.verify-title"), msg("ui.certificates.verify-go"), parent=parent)
        self._certificates = certificates
        self._path: Path | None = None
        text = desk.text
        self.say(text(msg("ui.certificates.verify-why")))
        self.drop = DropZone(desk, msg("ui.certificates.verify-drop"), name_filter=f"{text(_FORMS)} ({FORMS})")
        self.name = Section()
        self.outcome = Notice(Tone.INFO)
        self.facts = Facts()
        self.trusted = Fold(text(msg("ui.certificates.verify-trusted")))
        self.fingerprint = LineField(
            text(msg("ui.certificates.fingerprint")), text(msg("ui.certificates.fingerprint-help"))
        )
        self.trusted.lines.addWidget(self.fingerprint)
        for part in (self.drop, self.name, self.outcome, self.facts, self.trusted):
            self.fields.addWidget(part)
        for part in (self.name, self.outcome, self.facts):
            part.hide()
        self.leave.setText(text(msg("ui.certificates.close")))
        self.go.setEnabled(False)
        self.drop.dropped.connect(self._dropped)
        self.complain_at(self.fingerprint, "certificate.key-format")

    def check(self, path: Path) -> None:
        self._path = path
        self.name.setText(path.name)
        self.name.show()
        self.go.setEnabled(True)
        self.submit()

    @Slot()
    def submit(self) -> None:
        """Checked in a working thread; the dialog stays."""
        path, fingerprint = self._path, self.fingerprint.text() or None
        if path is None:
            return
        self.problem.hide()
        self.outcome.hide()
        self.facts.hide()
        self.fingerprint.complain("")
        self.desk.jobs.read(lambda: self._certificates.verify(path, fingerprint), self._checked, self._failed)

    @Slot(list)
    def _dropped(self, paths: list[Path]) -> None:
        self.check(paths[0])

    @Slot(object)
    def _checked(self, check: CertificateCheck) -> None:
        self.answer = check
        tone, sentences = outcome_of(check)
        self.outcome.tell(tone, " ".join(self.desk.text(sentence) for sentence in sentences))
        self.outcome.show()
        if check.fingerprint is not None:
            name = self.desk.text(msg("ui.certificates.signed-with"))
            self.facts.show_facts([(name, _in_groups(check.fingerprint))])
            self.facts.show()


_FORMS = msg("ui.certificates.forms")


def outcome_of(check: CertificateCheck) -> tuple[Tone, tuple[Message, ...]]:
    """In words: whether it is right, and whether it is known who signed."""
    if check.signature != "valid":
        problem = () if check.problem is None else (_problem(check.problem),)
        return Tone.OVERDUE, (*problem, msg("ui.certificates.do-not-rely"))
    if check.signer == "known":
        return Tone.OK, (msg("ui.certificates.is-right"), msg("ui.certificates.signer-known"))
    reason = msg("ui.certificates.signer-unknown") if check.problem is None else _problem(check.problem)
    return (Tone.ATTENTION if check.valid else Tone.OVERDUE), (reason, msg("ui.certificates.compare"))


def _problem(id_: str) -> Message:
    return Message(id_)


def _in_groups(fingerprint: str) -> str:
    """Four signs at a time, as they are read aloud and compared; wraps between them."""
    return " ".join(fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4))
