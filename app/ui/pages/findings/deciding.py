"""Opens the dialog of a way, and tells what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QWidget

from app.actions.findings import FindingActions, Resolved
from app.domain.agreement import Agreement
from app.domain.finding import Finding, FindingState, ResolvedHow
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.pages.findings.agreement_choice import AgreementChoice, Registers
from app.ui.pages.findings.asking import AskingDialog, MailReady
from app.ui.pages.findings.decision import Decision
from app.ui.pages.findings.documentation import DocumentationDialog
from app.ui.pages.findings.not_client_data import NotClientDataDialog
from app.ui.pages.findings.removing import RemovingDialog
from app.ui.pages.findings.target import Target


class Deciding(QObject):
    """`window`: what the dialogs stand in front of. One dialog at a time; `dialog` is the open one."""

    def __init__(self, desk: Desk, findings: FindingActions, registers: Registers, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._findings = findings
        self._registers = registers
        self._window = window
        self._target: Target | None = None
        self.dialog: QDialog | None = None

    def decide(self, how: ResolvedHow, target: Target) -> None:
        """Ask for what the way needs."""
        dialog = self._dialog_for(how, target)
        dialog.setProperty("how", how.value)
        dialog.accepted.connect(self._decided)
        self._show(dialog)

    def record_answer(self, mail: Path, target: Target) -> None:
        """The client agreed: the mail is the evidence of a new agreement, under which the files are then sealed."""
        from app.ui.pages.projects.agreement_dialog import NewAgreementDialog

        self._target = target
        agreements, projects, clients = self._registers
        dialog = NewAgreementDialog(
            self._desk,
            agreements,
            projects,
            clients,
            client_id=target.client_id,
            evidence=mail,
            parent=self._window,
        )
        dialog.accepted.connect(self._answer_recorded)
        self._show(dialog)

    def take_back(self, ids: Sequence[str]) -> None:
        """Decided too soon: open again."""
        TakingBack(self._desk, self._findings, ids).start()

    # -- how ----------------------------------------------------------------------------------------------------------

    def _dialog_for(self, how: ResolvedHow, target: Target) -> Decision:
        desk, findings, window = self._desk, self._findings, self._window
        match how:
            case ResolvedHow.SEALED | ResolvedHow.KEPT:
                return AgreementChoice(desk, findings, self._registers, target, how, target.agreement_id, window)
            case ResolvedHow.ASKED:
                return AskingDialog(desk, findings, self._registers.clients, target, window)
            case ResolvedHow.DELETED | ResolvedHow.RETURNED:
                return RemovingDialog(desk, findings, target, how, window)
            case ResolvedHow.DOCUMENTATION:
                return DocumentationDialog(desk, findings, self._registers.projects, target, window)
            case ResolvedHow.NOT_CLIENT_DATA:
                return NotClientDataDialog(desk, findings, target, window)

    def _show(self, dialog: QDialog) -> None:
        if self.dialog is not None:
            self.dialog.close()
        self.dialog = dialog
        dialog.finished.connect(self._finished)
        dialog.open()

    @Slot()
    def _finished(self) -> None:
        dialog = self.sender()
        if isinstance(dialog, QDialog):
            if dialog is self.dialog:
                self.dialog = None
            dialog.deleteLater()

    @Slot()
    def _decided(self) -> None:
        dialog = self.sender()
        if not isinstance(dialog, Decision) or not dialog.answer:
            return
        how, resolved = ResolvedHow(dialog.property("how")), dialog.answer
        draft = next((item.draft for item in resolved if item.draft), None)
        if how is ResolvedHow.ASKED and draft is not None:
            self._show(MailReady(self._desk, Path(draft), len(resolved), self._window))
            return
        undo = None
        if how in (ResolvedHow.DOCUMENTATION, ResolvedHow.NOT_CLIENT_DATA):
            undo = TakingBack(self._desk, self._findings, [item.finding.id for item in resolved]).start
        self._desk.tell(_news(how, resolved), undo)

    @Slot()
    def _answer_recorded(self) -> None:
        dialog, target = self.sender(), self._target
        agreement = getattr(dialog, "answer", None)
        if isinstance(agreement, Agreement) and target is not None:
            self.decide(ResolvedHow.SEALED, target.under(agreement.id))


class TakingBack(QObject):
    """Belongs to nobody until it starts: whoever can press undo keeps it, and the page may be gone by then."""

    def __init__(self, desk: Desk, findings: FindingActions, ids: Sequence[str]) -> None:
        super().__init__()
        self._desk = desk
        self._findings = findings
        self._ids = tuple(ids)

    def start(self) -> None:
        self.setParent(self._desk)
        findings, ids = self._findings, self._ids
        self._desk.jobs.act(lambda _job: findings.undo(ids), self._done, self._failed)

    @Slot(object)
    def _done(self, findings: tuple[Finding, ...]) -> None:
        """A file that is gone cannot be decided on again."""
        back = sum(finding.state is FindingState.OPEN for finding in findings)
        self._desk.acted.emit()
        self._desk.tell(msg("ui.findings.taken-back", n=back) if back else msg("ui.findings.taken-back-gone"))
        self.deleteLater()

    @Slot(object)
    def _failed(self, problem: Message) -> None:
        self._desk.tell(problem)
        self.deleteLater()


def _news(how: ResolvedHow, resolved: Sequence[Resolved]) -> Message:
    n = len(resolved)
    match how:
        case ResolvedHow.SEALED:
            return msg("ui.findings.done-sealed", n=n)
        case ResolvedHow.KEPT:
            return msg("ui.findings.done-kept", n=n)
        case ResolvedHow.ASKED:
            return msg("ui.findings.done-asked", n=n)
        case ResolvedHow.RETURNED | ResolvedHow.DELETED:
            return msg("ui.findings.done-removed", n=n)
        case ResolvedHow.DOCUMENTATION:
            return msg("ui.findings.done-documentation", n=n)
        case ResolvedHow.NOT_CLIENT_DATA:
            return msg("ui.findings.done-not-client-data", n=n)
