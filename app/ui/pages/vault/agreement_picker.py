"""Under which agreement: one that runs, or a new one that is recorded right here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.agreements import AgreementRow
from app.domain.agreement import Agreement, accepts_copies
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.pages.vault.actions import Actions
from app.ui.texts import visible
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card, row
from app.ui.widgets.labels import Muted, Text
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.search import SearchField
from app.ui.widgets.table import Column, RowsModel, Table

MOST_ROWS = 4
SEARCHED_FROM = 9  # rows from which there is a field to search them
NEVER = datetime.max.replace(tzinfo=UTC)
Fits = Callable[[AgreementRow], bool]


class AgreementPicker(QWidget):
    """Agreements that run and `fit`. `picked`: another one is chosen, or none any more."""

    picked = Signal()

    def __init__(self, desk: Desk, actions: Actions, label: Message, fits: Fits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._fits = fits
        self._rows: tuple[AgreementRow, ...] = ()
        self._preferred: str | None = None
        text = desk.text
        self.label = Text(text(label))
        self.search = SearchField(text(msg("ui.vault.pick-search")))
        self.model = RowsModel(_columns(desk))
        self.table = Table(self.model, text(label).replace("&", ""))
        self.table.fit_rows(MOST_ROWS)
        self.about = Muted()
        self.none = Notice(Tone.INFO, text(msg("ui.vault.pick-none")))
        self.problem = Notice(Tone.OVERDUE)
        self.new = Button(text(msg("ui.vault.pick-new")), icon_name="plus")
        self._lay_out()
        self.search.textChanged.connect(self._show)
        self.table.chosen.connect(self._chosen)
        self.new.clicked.connect(self._record_new)
        self._look()

    def agreement(self) -> AgreementRow | None:
        return next(iter(self.table.rows()), None)

    def fit(self, fits: Fits) -> None:
        """Other agreements come into question now."""
        self._fits = fits
        self._show()

    # -- which there are ----------------------------------------------------------------------------------------------

    def _look(self) -> None:
        self._desk.jobs.read(self._actions.agreements.rows, self._known, self._not_known)

    @Slot(object)
    def _known(self, rows: tuple[AgreementRow, ...]) -> None:
        now = self._desk.now()
        self._rows = tuple(known for known in reversed(rows) if accepts_copies(known.agreement, now))
        self._show()

    @Slot(object)
    def _not_known(self, problem: Message) -> None:
        self.problem.tell(Tone.OVERDUE, self._desk.text(problem))
        self.problem.show()

    @Slot()
    def _show(self) -> None:
        """The chosen one stays chosen; at first it is the newest."""
        before = self.agreement()
        wanted = self._preferred or (before.agreement.id if before is not None else None)
        fitting = [known for known in self._rows if self._fits(known)]
        words = self.search.text().casefold().split()
        shown = [known for known in fitting if all(word in _words(known) for word in words)]
        self.search.setVisible(len(fitting) >= SEARCHED_FROM)
        self.model.show(shown)
        self._card.setVisible(bool(shown))
        self.none.setVisible(not fitting)
        ids = [known.agreement.id for n in range(self.model.rowCount()) if (known := self.model.row(n)) is not None]
        if ids:
            self.table.select(ids.index(wanted) if wanted in ids else 0)
        self._chosen()

    @Slot()
    def _chosen(self) -> None:
        known = self.agreement()
        self.about.setVisible(known is not None)
        if known is not None:
            self._preferred = known.agreement.id
            self.about.setText(self._desk.text(_about(known)))
        self.picked.emit()

    # -- a new one ----------------------------------------------------------------------------------------------------

    @Slot()
    def _record_new(self) -> None:
        from app.ui.pages.projects.agreement_dialog import NewAgreementDialog

        actions = self._actions
        self._recording = NewAgreementDialog(
            self._desk, actions.agreements, actions.projects, actions.clients, parent=self.window()
        )
        self._recording.accepted.connect(self._recorded)
        self._recording.open()

    @Slot()
    def _recorded(self) -> None:
        agreement = self._recording.answer
        if isinstance(agreement, Agreement):
            self.search.clear()
            self._preferred = agreement.id
            self._look()

    def _lay_out(self) -> None:
        self._card = Card(padding=4)
        self._card.lines.addWidget(self.table)
        self._card.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        for part in (self.label, self.search, self.none, self.problem, self._card, self.about):
            lines.addWidget(part)
        lines.addLayout(row(self.new, 1))
        for part in (self.search, self.none, self.problem, self.about):
            part.hide()


def _words(known: AgreementRow) -> str:
    return " ".join((known.agreement.scope, known.agreement.purpose, known.project, known.client)).casefold()


def _about(known: AgreementRow) -> Message:
    agreement = known.agreement
    return msg(
        "ui.findings.agreement-about",
        purpose=agreement.purpose,
        client=known.client,
        name=agreement.agreed_with_name,
        at=agreement.agreed_at,
    )


def _columns(desk: Desk) -> tuple[Column[AgreementRow], ...]:
    text, texts = desk.text, desk.texts

    def until(known: AgreementRow) -> str:
        return texts.day(known.due_at) if known.due_at is not None else text(msg("ui.vault.no-end"))

    return (
        Column(
            heading=text(msg("ui.agreements.column-scope")),
            text=lambda known: visible(known.agreement.scope),
            stretches=True,
        ),
        Column(
            heading=text(msg("ui.vault.column-project")),
            text=lambda known: visible(f"{known.project}, {known.client}"),
            width=176,
        ),
        Column(
            heading=text(msg("ui.agreements.column-until")),
            text=until,
            order=lambda known: known.due_at or NEVER,
            tip=lambda known: texts.moment(known.due_at) if known.due_at is not None else until(known),
            width=134,
        ),
    )
