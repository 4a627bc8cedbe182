"""The agreements of a project: a table, and below it the chosen one with what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Slot
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.agreements import AgreementRow, Extended
from app.actions.projects import ProjectView
from app.domain.agreement import Agreement, AgreementState
from app.domain.card import Role
from app.domain.messages import Message, msg
from app.domain.rules import SEVERITY, RuleState
from app.ui.desk import Desk
from app.ui.pages.projects.actions import Actions, Asking
from app.ui.pages.projects.agreement_acts import ApproveDialog, FulfilledDialog, WithdrawDialog
from app.ui.pages.projects.agreement_dialog import PLACES, ExtendDialog, NewAgreementDialog
from app.ui.pages.projects.words import AGREEMENT_STANDS, Stand
from app.ui.theme.icons import state_icon
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import Card, row
from app.ui.widgets.facts import Facts
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Muted, Section
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.table import Column, RowsModel, Table

MOST_ROWS = 4
ROOM_FOR_ALL = 780  # pixels below which purpose and evidence are told under the table alone
NEVER = datetime.max.replace(tzinfo=UTC)


class AgreementsPart(Card):
    def __init__(self, desk: Desk, actions: Actions, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._asking = asking
        self._view: ProjectView | None = None
        self._rows: tuple[AgreementRow, ...] = ()
        self._row: AgreementRow | None = None
        self._role = Role.CONSULTANT
        text = desk.text
        self.heading = Section(text(msg("ui.agreements.title")))
        self.new = Button(text(msg("ui.agreements.add")), icon_name="plus")
        self.none = Muted(text(msg("ui.agreements.none")))
        self.model = RowsModel(_columns(desk))
        self.table = Table(self.model, text(msg("ui.agreements.table")))
        self.table.fit_rows(MOST_ROWS)
        self.chosen_title = Section()
        self.facts = Facts()
        self.extend = Button(text(msg("ui.agreements.extend")))
        self.fulfilled = Button(text(msg("ui.agreements.fulfilled")))
        self.approve = Button(text(msg("ui.agreements.approve")))
        self.withdraw = Button(text(msg("ui.agreements.withdraw")), Weight.DANGER)
        self.stayed = Notice(Tone.ATTENTION)
        self.stayed.hide()
        self.ask_lead = Muted(text(msg("ui.agreements.ask-lead")))
        self._chosen_part = QWidget()
        self._lay_out()
        self._connect()

    def show_agreements(self, view: ProjectView, rows: Sequence[AgreementRow], role: Role) -> None:
        """The chosen agreement stays chosen while it is there; at first it is the newest."""
        if self._view is not None and self._view.project.id != view.project.id:
            self.stayed.hide()
        self._view = view
        self._role = role
        self._rows = tuple(rows)
        chosen = self._row.agreement.id if self._row is not None else None
        self.model.show(self._rows)
        self.table.setVisible(bool(rows))
        self.none.setVisible(not rows)
        if any(known.agreement.id == chosen for known in self._rows):
            self.choose(chosen or "")
        else:
            self._show(None)
            self.choose(self._rows[-1].agreement.id if self._rows else "")

    def choose(self, agreement_id: str) -> None:
        for number in range(self.model.rowCount()):
            known = self.model.row(number)
            if known is not None and known.agreement.id == agreement_id:
                self.table.select(number)
                self._show(known)

    # -- the chosen one -----------------------------------------------------------------------------------------------

    @Slot(object)
    def _show(self, chosen: AgreementRow | None) -> None:
        self._row = chosen
        self._chosen_part.setVisible(chosen is not None)
        if chosen is None:
            return
        agreement = chosen.agreement
        which = msg("ui.agreements.which", scope=agreement.scope, purpose=agreement.purpose)
        self.chosen_title.setText(self._desk.text(which))
        self.facts.show_facts(self._told(chosen))
        is_running = chosen.state in (AgreementState.ACTIVE, AgreementState.HOLD)
        self.fulfilled.setVisible(agreement.purpose_fulfilled_at is None and agreement.withdrawn_at is None)
        self.withdraw.setVisible(agreement.withdrawn_at is None)
        wants_approval = is_running and agreement.approved_at is None
        self.approve.setVisible(wants_approval and self._role is Role.LEAD)
        self.ask_lead.setVisible(wants_approval and self._role is not Role.LEAD)

    def _told(self, chosen: AgreementRow) -> list[tuple[str, str | QWidget]]:
        text, texts, agreement = self._desk.text, self._desk.texts, chosen.agreement
        with_whom = msg(
            "ui.agreements.with-at",
            name=agreement.agreed_with_name,
            mail=agreement.agreed_with_mail,
            at=agreement.agreed_at,
        )
        facts: list[tuple[str, str | QWidget]] = [
            (text(msg("ui.agreements.column-with")), text(with_whom)),
            (text(msg("ui.agreements.column-evidence")), chosen.evidence),
            (text(msg("ui.agreements.place-name")), text(PLACES[agreement.place])),
            (text(msg("ui.agreements.column-until")), text(self._end(chosen))),
        ]
        if chosen.due_at is not None and chosen.copies:
            facts.append((text(msg("ui.agreements.copies-gone")), texts.when(chosen.due_at, self._desk.now())))
        if agreement.approved_at is not None:
            facts.append((text(msg("ui.agreements.approved")), texts.moment(agreement.approved_at)))
        return facts

    def _end(self, chosen: AgreementRow) -> Message:
        """When it ends or ended, and by what."""
        agreement = chosen.agreement
        if agreement.withdrawn_at is not None:
            return msg("ui.agreements.end-withdrawn", at=agreement.withdrawn_at)
        if agreement.purpose_fulfilled_at is not None:
            return msg("ui.agreements.end-fulfilled", at=agreement.purpose_fulfilled_at)
        if agreement.valid_until is not None:
            is_over = agreement.valid_until <= self._desk.now()
            at = agreement.valid_until
            return msg("ui.agreements.end-passed", at=at) if is_over else msg("ui.agreements.end-at", at=at)
        return msg("ui.agreements.end-review") if chosen.needs_review else msg("ui.agreements.end-none")

    # -- what can be done ---------------------------------------------------------------------------------------------

    @Slot()
    def _ask_new(self) -> None:
        if self._view is None:
            return
        actions = self._actions
        dialog = NewAgreementDialog(
            self._desk,
            actions.agreements,
            actions.projects,
            actions.clients,
            self._view.project.code,
            parent=self._asking.window,
        )
        self._asking.ask(dialog, self._added)

    @Slot(object)
    def _added(self, agreement: Agreement) -> None:
        """The new one is the one to look at, as soon as the page has read it."""
        if self._row is not None and self._row.agreement.id != agreement.id:
            self._row = None

    @Slot()
    def _ask_extend(self) -> None:
        if self._row is not None and self._view is not None:
            dialog = ExtendDialog(
                self._desk, self._actions, self._view, self._row.agreement, parent=self._asking.window
            )
            self._asking.ask(dialog, self._extended)

    @Slot(object)
    def _extended(self, extended: Extended) -> None:
        """What stayed behind is said with its reasons, and stays to be read."""
        self._row = None
        if not extended.left:
            return
        whys = dict.fromkeys(self._desk.text(why) for _, why in extended.left)
        stayed = self._desk.text(msg("ui.agreements.stayed", n=len(extended.left)))
        self.stayed.tell(Tone.ATTENTION, " ".join((stayed, *whys)))
        self.stayed.show()

    @Slot()
    def _ask_fulfilled(self) -> None:
        if self._row is not None:
            agreements, window = self._actions.agreements, self._asking.window
            dialog = FulfilledDialog(self._desk, agreements, self._row.agreement, self._row.copies, parent=window)
            self._asking.ask(dialog)

    @Slot()
    def _ask_withdraw(self) -> None:
        if self._row is not None:
            agreements, window = self._actions.agreements, self._asking.window
            dialog = WithdrawDialog(self._desk, agreements, self._row.agreement, self._row.copies, parent=window)
            self._asking.ask(dialog)

    @Slot()
    def _ask_approve(self) -> None:
        if self._row is not None:
            agreements, team = self._actions.agreements, self._actions.team
            dialog = ApproveDialog(self._desk, agreements, team, self._row.agreement, parent=self._asking.window)
            self._asking.ask(dialog)

    # -- how ----------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        is_narrow = self.width() < ROOM_FOR_ALL
        for number in (_PURPOSE, _EVIDENCE):
            self.table.setColumnHidden(number, is_narrow)

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        for button in (self.extend, self.fulfilled, self.approve, self.withdraw):
            buttons.addWidget(button)
        chosen = QVBoxLayout(self._chosen_part)
        chosen.setContentsMargins(0, 8, 0, 0)
        chosen.setSpacing(12)
        chosen.addWidget(self.chosen_title)
        chosen.addWidget(self.facts)
        chosen.addLayout(buttons)
        chosen.addWidget(self.ask_lead)
        self.lines.addLayout(row(self.heading, 1, self.new))
        self.lines.addWidget(self.stayed)
        self.lines.addWidget(self.none)
        self.lines.addWidget(self.table)
        self.lines.addWidget(self._chosen_part)

    def _connect(self) -> None:
        self.table.chosen.connect(self._show)
        self.new.clicked.connect(self._ask_new)
        self.extend.clicked.connect(self._ask_extend)
        self.fulfilled.clicked.connect(self._ask_fulfilled)
        self.withdraw.clicked.connect(self._ask_withdraw)
        self.approve.clicked.connect(self._ask_approve)


def _stand(row_: AgreementRow) -> Stand:
    """An agreement without an end asks for attention after 90 days; one that was fulfilled is told as such."""
    if row_.needs_review:
        return RuleState.ATTENTION, msg("ui.agreements.state-review")
    fulfilled = row_.agreement.purpose_fulfilled_at is not None and row_.agreement.withdrawn_at is None
    if fulfilled and row_.state is AgreementState.ENDED:
        return RuleState.NOT_APPLICABLE, msg("ui.agreements.state-fulfilled")
    return AGREEMENT_STANDS[row_.state]


_PURPOSE, _EVIDENCE = 1, 6


def _columns(desk: Desk) -> list[Column[AgreementRow]]:
    text, texts = desk.text, desk.texts

    def word(known: AgreementRow) -> str:
        return text(_stand(known)[1])

    def shape(known: AgreementRow) -> QIcon:
        return state_icon(_stand(known)[0])

    def until(known: AgreementRow) -> str:
        return texts.day(known.ends_at) if known.ends_at is not None else "–"

    return [
        Column(
            heading=text(msg("ui.agreements.column-scope")), text=lambda known: known.agreement.scope, stretches=True
        ),
        Column(
            heading=text(msg("ui.agreements.column-purpose")),
            text=lambda known: known.agreement.purpose,
            width=132,
        ),
        Column(
            heading=text(msg("ui.agreements.column-with")),
            text=lambda known: known.agreement.agreed_with_name,
            tip=lambda known: known.agreement.agreed_with_mail,
            width=108,
        ),
        Column(
            heading=text(msg("ui.agreements.column-until")),
            text=until,
            order=lambda known: known.ends_at or NEVER,
            tip=lambda known: texts.moment(known.ends_at) if known.ends_at is not None else until(known),
            width=96,
        ),
        Column(
            heading=text(msg("ui.agreements.column-state")),
            text=word,
            icon=shape,
            order=lambda known: -SEVERITY.index(_stand(known)[0]),
            width=132,
        ),
        Column(
            heading=text(msg("ui.agreements.column-copies")),
            text=lambda known: texts.number(known.copies),
            order=lambda known: -known.copies,
            right=True,
            width=84,
        ),
        Column(heading=text(msg("ui.agreements.column-evidence")), text=lambda known: known.evidence, width=132),
    ]
