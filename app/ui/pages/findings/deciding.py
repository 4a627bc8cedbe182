"""Opens the dialog of a way, and tells what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from app.actions.finding_records import Resolved
from app.actions.findings import FindingActions
from app.domain.agreement import Agreement
from app.domain.finding import Finding, FindingState, ResolvedHow, can_undo
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.pages.findings.agreement_choice import AgreementChoice
from app.ui.pages.findings.asking import AskingDialog, MailReady
from app.ui.pages.findings.decision import Decision, Outcome
from app.ui.pages.findings.documentation import DocumentationDialog
from app.ui.pages.findings.not_client_data import NotClientDataDialog
from app.ui.pages.findings.registers import Registers
from app.ui.pages.findings.removing import RemovingDialog
from app.ui.pages.findings.target import Target
from app.ui.widgets.asking import Asking


class Deciding(QObject):
    """The dialogs of one page, one at a time. `decided`: it was done, in this way."""

    decided = Signal(object)  # ResolvedHow

    def __init__(self, desk: Desk, findings: FindingActions, registers: Registers, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._findings = findings
        self._registers = registers
        self._asking = Asking(page)
        self._how = ResolvedHow.SEALED
        self._target: Target | None = None

    @property
    def dialog(self) -> QDialog | None:
        """The open one."""
        return self._asking.dialog

    def decide(self, how: ResolvedHow, target: Target) -> None:
        """Ask for what the way needs."""
        self._how = how
        self._asking.ask(self._dialog_for(how, target), self._decided)

    def record_answer(self, mail: Path, target: Target) -> None:
        """The client agreed: the mail is the evidence of a new agreement, under which the files are then sealed."""
        from app.ui.pages.projects.agreement_dialog import NewAgreementDialog

        self._target = target
        registers = self._registers
        dialog = NewAgreementDialog(
            self._desk,
            registers.agreements,
            registers.projects,
            registers.clients,
            client_id=target.client_id,
            evidence=mail,
            parent=self._asking.window,
        )
        self._asking.ask(dialog, self._answer_recorded)

    def take_back(self, ids: Sequence[str]) -> None:
        """Decided too soon: open again."""
        TakingBack(self._desk, self._findings, ids).start()

    # -- how ----------------------------------------------------------------------------------------------------------

    def _dialog_for(self, how: ResolvedHow, target: Target) -> Decision:
        desk, findings, registers, window = self._desk, self._findings, self._registers, self._asking.window
        match how:
            case ResolvedHow.SEALED | ResolvedHow.KEPT:
                return AgreementChoice(desk, findings, registers, target, how, target.agreement_id, window)
            case ResolvedHow.ASKED:
                return AskingDialog(desk, findings, registers, target, window)
            case ResolvedHow.DELETED | ResolvedHow.RETURNED:
                return RemovingDialog(desk, findings, target, how, window)
            case ResolvedHow.DOCUMENTATION:
                return DocumentationDialog(desk, findings, registers, target, window)
            case ResolvedHow.NOT_CLIENT_DATA:
                return NotClientDataDialog(desk, findings, target, window)

    @Slot(object)
    def _decided(self, resolved: Outcome) -> None:
        how = self._how
        self.decided.emit(how)
        draft = next((item.draft for item in resolved if item.draft), None)
        if how is ResolvedHow.ASKED and draft is not None:
            self._asking.ask(MailReady(self._desk, Path(draft), len(resolved), self._asking.window))
            return
        undo = None
        if can_undo(how):
            undo = TakingBack(self._desk, self._findings, [item.finding.id for item in resolved]).start
        self._desk.tell(_news(how, resolved), undo)

    @Slot(object)
    def _answer_recorded(self, agreement: Agreement) -> None:
        if self._target is not None:
            self.decide(ResolvedHow.SEALED, self._target.under(agreement.id))


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
