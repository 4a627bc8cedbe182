"""What can happen to an agreement: its purpose is fulfilled, the client takes it back, a lead approves it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.actions.agreements import AgreementActions
from app.actions.team import TeamActions
from app.domain.agreement import Agreement
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.projects.evidence_field import EvidenceField
from app.ui.widgets.dialog import ActionDialog
from app.ui.widgets.labels import Muted
from app.ui.widgets.moment import MomentField


class FulfilledDialog(ActionDialog[Agreement]):
    """`copies`: how many stand outside under it."""

    def __init__(
        self,
        desk: Desk,
        agreements: AgreementActions,
        agreement: Agreement,
        copies: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, msg("ui.agreements.fulfilled-title"), msg("ui.agreements.fulfilled-go"), parent=parent)
        self._agreements = agreements
        self._agreement = agreement
        self.say(_name_of(desk, agreement))
        self.say(desk.text(msg("ui.agreements.fulfilled-why", n=copies)))
        self.at = MomentField(desk.texts, desk.text(msg("ui.agreements.fulfilled-at")), desk.now())
        self.fields.addWidget(self.at)
        self.complain_at(self.at, "moment.in-future", "moment.end-before-start")

    def work(self) -> Callable[[Job[Agreement]], Agreement]:
        at = self.at.moment() if self.at.was_changed else None
        return lambda _job: self._agreements.fulfilled(self._agreement.id, at)

    def news(self, answer: Agreement) -> Message:
        return msg("ui.agreements.fulfilled-done")


class WithdrawDialog(ActionDialog[Agreement]):
    def __init__(
        self,
        desk: Desk,
        agreements: AgreementActions,
        agreement: Agreement,
        copies: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            desk, msg("ui.agreements.withdraw-title"), msg("ui.agreements.withdraw-go"), danger=True, parent=parent
        )
        self._agreements = agreements
        self._agreement = agreement
        self.say(_name_of(desk, agreement))
        self.say(desk.text(msg("ui.agreements.withdraw-why", n=copies)))
        self.evidence = EvidenceField(
            desk, desk.text(msg("ui.agreements.withdraw-evidence")), msg("ui.agreements.evidence-drop")
        )
        self.fields.addWidget(self.evidence)
        self.complain_at(
            self.evidence, "evidence.empty", "file.missing", "file.unreadable", "file.no-file", "file.too-large"
        )

    def work(self) -> Callable[[Job[Agreement]], Agreement] | None:
        path = self.evidence.path
        if path is None:
            self.complain(self.evidence, self.desk.text(msg("ui.agreements.evidence-missing")))
            return None
        return lambda _job: self._agreements.withdraw(self._agreement.id, path)

    def news(self, answer: Agreement) -> Message:
        return msg("ui.agreements.withdrawn-done")


class ApproveDialog(ActionDialog[Agreement]):
    """Special categories of personal data go under an agreement only when a team lead approved it (VT-U1)."""

    def __init__(
        self,
        desk: Desk,
        agreements: AgreementActions,
        team: TeamActions,
        agreement: Agreement,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, msg("ui.agreements.approve-title"), msg("ui.agreements.approve-go"), parent=parent)
        self._agreements = agreements
        self._team = team
        self._agreement = agreement
        self.say(_name_of(desk, agreement))
        self.say(desk.text(msg("ui.agreements.approve-why")))
        self.fields.addWidget(Muted(desk.text(msg("ui.agreements.approve-record"))))

    def work(self) -> Callable[[Job[Agreement]], Agreement]:
        return lambda _job: self._agreements.approve(self._agreement.id, role=self._team.role, device=self._team.device)

    def news(self, answer: Agreement) -> Message:
        return msg("ui.agreements.approved-done")


def _name_of(desk: Desk, agreement: Agreement) -> str:
    return desk.text(msg("ui.agreements.which", scope=agreement.scope, purpose=agreement.purpose))
