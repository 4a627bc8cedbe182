"""Under which agreement: one that runs, or a new one that is recorded right here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from app.actions.candidates import Candidate
from app.actions.findings import FindingActions
from app.domain.finding import ResolvedHow
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.findings.decision import Decision, Outcome
from app.ui.pages.findings.registers import Registers
from app.ui.pages.findings.target import Target
from app.ui.texts import visible
from app.ui.theme.icons import icon
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import Card, row
from app.ui.widgets.labels import Muted
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.table import Column, RowsModel, Table

if TYPE_CHECKING:
    from app.ui.pages.projects.agreement_dialog import NewAgreementDialog

MOST_ROWS = 4


class AgreementChoice(Decision):
    """`how`: SEALED or KEPT. `preferred`: the agreement that is proposed, by its id."""

    def __init__(
        self,
        desk: Desk,
        findings: FindingActions,
        registers: Registers,
        target: Target,
        how: ResolvedHow,
        preferred: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title, verb = _words(target, how)
        super().__init__(desk, findings, target, title, verb, parent=parent)
        self._registers = registers
        self._how = how
        self._preferred = preferred
        self.recording: NewAgreementDialog | None = None
        self.model = RowsModel(_columns(desk), self)
        self.table = Table(self.model, desk.text(msg("ui.findings.agreements")))
        self.table.setSortingEnabled(False)
        self.model.sort(-1)  # as they come: what fits first
        self.table.fit_rows(MOST_ROWS)
        self.none = Notice(Tone.INFO, desk.text(self._none()))
        self.about = Muted()
        self.then = Notice(Tone.INFO)
        self.new = Button(desk.text(msg("ui.findings.new-agreement")), icon_name="plus")
        self.none.hide()
        self.then.hide()
        self._lay_fields()
        self.go.setEnabled(False)
        self.new.clicked.connect(self._record_new)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self.submit)
        self._look()

    def work(self) -> Callable[[Job[Outcome]], Outcome] | None:
        candidate = self._candidate()
        if candidate is None or candidate.refusal is not None:
            return None
        findings, ids, agreement_id = self.findings, self.target.ids, candidate.agreement.id
        if self._how is ResolvedHow.SEALED:
            return lambda job: findings.seal(ids, agreement_id, progress=job.progress)
        return lambda _job: findings.keep(ids, agreement_id)

    # -- which agreements there are -----------------------------------------------------------------------------------

    def _look(self) -> None:
        findings, ids, how = self.findings, self.target.ids, self._how
        self.desk.jobs.read(lambda: findings.agreements_for(ids, how), self._known, self._not_known)

    @Slot(object)
    def _known(self, candidates: tuple[Candidate, ...]) -> None:
        self.model.show(candidates)
        self.frame.setVisible(bool(candidates))
        self.none.setVisible(not candidates)
        self.new.weigh(Weight.PLAIN if candidates else Weight.PRIMARY)  # the one step there is then
        self.go.setVisible(bool(candidates))
        wanted = [n for n, candidate in enumerate(candidates) if candidate.agreement.id == self._preferred]
        if candidates:
            self.table.select(wanted[0] if wanted else 0)
            self.table.setFocus()
        else:
            self.new.setFocus()
        self._chosen()

    @Slot(object)
    def _not_known(self, problem: Message) -> None:
        self.problem.tell(Tone.OVERDUE, self.desk.text(problem))
        self.problem.show()

    def _candidate(self) -> Candidate | None:
        return next(iter(self.table.rows()), None)

    @Slot()
    def _chosen(self) -> None:
        candidate = self._candidate()
        self.go.setEnabled(candidate is not None and candidate.refusal is None)
        self.about.setVisible(candidate is not None)
        self.then.setVisible(False)
        if candidate is None:
            return
        self.about.setText(self.desk.text(_about(candidate)))
        if candidate.refusal is not None:
            self._say_then(Tone.ATTENTION, candidate.refusal)
        elif candidate.awaits_approval:
            self._say_then(Tone.INFO, msg("ui.findings.awaits-approval"))

    def _say_then(self, tone: Tone, message: Message) -> None:
        self.then.tell(tone, self.desk.text(message))
        self.then.show()

    # -- a new one ----------------------------------------------------------------------------------------------------

    @Slot()
    def _record_new(self) -> None:
        from app.ui.pages.projects.agreement_dialog import NewAgreementDialog

        registers = self._registers
        self.recording = NewAgreementDialog(
            self.desk,
            registers.agreements,
            registers.projects,
            registers.clients,
            client_id=self.target.client_id,
            parent=self,
        )
        self.recording.accepted.connect(self._recorded)
        self.recording.open()

    @Slot()
    def _recorded(self) -> None:
        agreement = self.recording.answer if self.recording is not None else None
        if agreement is not None:
            self._preferred = agreement.id
            self._look()

    def _none(self) -> Message:
        if self.target.client_name is None:
            return msg("ui.findings.no-agreement-at-all")
        return msg("ui.findings.no-agreement", client=self.target.client_name)

    def _lay_fields(self) -> None:
        self.frame = Card(padding=1)
        self.frame.lines.addWidget(self.table)
        for part in (self.none, self.frame, self.about, self.then):
            self.fields.addWidget(part)
        self.fields.addLayout(row(self.new, 1))


def _words(target: Target, how: ResolvedHow) -> tuple[Message, Message]:
    if how is ResolvedHow.SEALED:
        return msg("ui.findings.seal-title"), msg("ui.findings.seal")
    return msg("ui.findings.keep-title"), msg("ui.findings.keep-verb", n=target.count)


def _columns(desk: Desk) -> tuple[Column[Candidate], ...]:
    texts = desk.texts
    return (
        Column(
            heading=desk.text(msg("ui.findings.column-agreement")),
            text=lambda candidate: visible(candidate.agreement.scope),
            icon=_icon_of,
            stretches=True,
        ),
        Column(
            heading=desk.text(msg("ui.findings.column-project")),
            text=lambda candidate: visible(candidate.project_code),
            tip=lambda candidate: visible(f"{candidate.project_code}, {candidate.client}"),
            width=110,
        ),
        Column(
            heading=desk.text(msg("ui.findings.column-until")),
            text=lambda candidate: _until(desk, candidate),
            tip=lambda candidate: texts.moment(candidate.due_at) if candidate.due_at is not None else "",
            width=132,
        ),
    )


def _icon_of(candidate: Candidate) -> QIcon:
    if candidate.refusal is not None:
        return icon("state-not-applicable", "muted")
    return icon("state-attention", "attention") if candidate.awaits_approval else icon("check", "ok")


def _until(desk: Desk, candidate: Candidate) -> str:
    if candidate.due_at is None:
        return desk.text(msg("ui.findings.no-end"))
    return desk.texts.day(candidate.due_at)


def _about(candidate: Candidate) -> Message:
    agreement = candidate.agreement
    return msg(
        "ui.findings.agreement-about",
        purpose=agreement.purpose,
        client=candidate.client,
        name=agreement.agreed_with_name,
        at=agreement.agreed_at,
    )
