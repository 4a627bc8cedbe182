"""The first client and project, or what a colleague has written down already."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.actions.cards.items import Merged, reason_text
from app.domain.first_start import FirstWork, KnownWork, Step, organisation_of
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.first_start.step import StepPage
from app.ui.theme.type import Size
from app.ui.widgets.card import Card, clear, row
from app.ui.widgets.drop import DropZone
from app.ui.widgets.fold import Fold
from app.ui.widgets.form import Field, LineField
from app.ui.widgets.labels import Muted, Text
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.picture import Picture

MOST_SHOWN = 4  # clients, and projects of each, that are named; of the others the number is told


class WorkPage(StepPage[tuple[KnownWork, ...]]):
    step = Step.WORK

    def build(self) -> None:
        self.ask(msg("ui.first.work"), msg("ui.first.work-why"))
        self._known = Card(padding=12)
        self._known.hide()
        self.form = WorkForm(self.desk)
        self.more = Fold(self.desk.text(msg("ui.first.work-more")), is_open=True)
        self.more.lines.addWidget(self.form)
        self.more.button.hide()  # until something is known: then the form may be folded away
        self.cards = CardsPart(self.desk)
        self.cards.zone.dropped.connect(self._import)
        for field in self.form.fields:
            field.line.textChanged.connect(self.next_changed)
        for part in (self._known, self.more, self.cards):
            self.lines.addWidget(part)

    def load(self) -> tuple[KnownWork, ...]:
        return self.first_start.known_work()

    def present(self, loaded: tuple[KnownWork, ...]) -> None:
        clear(self._known.lines)
        for known in loaded[:MOST_SHOWN]:
            line = row(Picture("state-ok", "ok"), spacing=10)
            line.addWidget(Text(self.desk.text(_told(known))), 1)
            self._known.lines.addLayout(line)
        if len(loaded) > MOST_SHOWN:
            n = len(loaded) - MOST_SHOWN
            self._known.lines.addWidget(Muted(self.desk.text(msg("ui.first.work-others", n=n))))
        self._known.setVisible(bool(loaded))
        self.more.button.setVisible(bool(loaded))
        self.more.button.setChecked(not loaded or not self.form.is_empty())
        self.next_changed.emit()

    def save(self) -> Callable[[], object]:
        if self.form.is_empty():
            return super().save()
        given, first_start = self.form.given(), self.first_start
        return lambda: first_start.begin_work(given)

    def kept(self) -> None:
        self.form.clear()

    def next_text(self) -> Message:
        return msg("ui.first.next") if self.shown or not self.form.is_empty() else msg("ui.first.skip")

    def fields_of(self) -> Mapping[str, Field]:
        form = self.form
        return {
            "input.empty": form.client,
            "client.host": form.domain,
            "input.mailbox": form.mail,
            "first-start.contact-without-mail": form.mail,
            "project.exists": form.code,
            "first-start.goal-without-code": form.code,
        }

    def first(self) -> QWidget | None:
        return self.form.client.line if self.form.isVisibleTo(self) else None

    @Slot(list)
    def _import(self, paths: Sequence[Path]) -> None:
        (path,), first_start = paths[:1], self.first_start
        self.cards.zone.setEnabled(False)
        self.desk.jobs.act(lambda _job: first_start.import_cards(path), self._imported, self._not_imported)

    @Slot(object)
    def _imported(self, merged: Merged) -> None:
        self.cards.tell(merged)
        self.desk.acted.emit()
        self.look()

    @Slot(object)
    def _not_imported(self, problem: Message) -> None:
        self.cards.fail(problem)


class WorkForm(QWidget):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = desk.text
        self.client = LineField(text(msg("ui.first.client")))
        self.contact = LineField(text(msg("ui.first.contact")))
        self.mail = LineField(text(msg("ui.first.contact-mail")))
        self.domain = LineField(text(msg("ui.first.domain")), text(msg("ui.first.domain-help")))
        self.code = LineField(text(msg("ui.first.code")), text(msg("ui.first.code-help")))
        self.goal = LineField(text(msg("ui.first.goal")), text(msg("ui.first.goal-help")))
        self.fields = (self.client, self.contact, self.mail, self.domain, self.code, self.goal)
        self.mail.line.editingFinished.connect(self._take_domain)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(14)
        lines.addWidget(self.client)
        lines.addLayout(_beside(self.contact, self.mail))
        lines.addWidget(self.domain)
        lines.addLayout(_beside(self.code, self.goal))

    def given(self) -> FirstWork:
        client, contact, mail, domain, code, goal = (field.text() for field in self.fields)
        return FirstWork(client=client, contact_name=contact, contact_mail=mail, domain=domain, code=code, goal=goal)

    def is_empty(self) -> bool:
        return not any(field.text() for field in self.fields)

    def clear(self) -> None:
        for field in self.fields:
            field.line.clear()

    @Slot()
    def _take_domain(self) -> None:
        """Mostly a contact writes from the client's own domain: one thing less to type."""
        if not self.domain.text():
            self.domain.line.setText(organisation_of(self.mail.text()))


class CardsPart(Fold):
    """Clients and projects that a colleague exported."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.text(msg("ui.first.cards")), parent=parent)
        self._desk = desk
        self.zone = DropZone(desk, msg("ui.first.cards-drop"), name_filter="*.json")
        self.answer = Notice(Tone.OK)
        self.answer.hide()
        self.lines.addWidget(Muted(desk.text(msg("ui.first.cards-why")), Size.SMALL))
        self.lines.addWidget(self.zone)
        self.lines.addWidget(self.answer)

    def tell(self, merged: Merged) -> None:
        """What came of it; of what was refused why, each reason once."""
        reasons = dict.fromkeys(item.reason for item in merged.items if item.reason is not None)
        self._say(
            Tone.ATTENTION if reasons else Tone.OK,
            msg("card.merged", n=merged.accepted, refused=merged.refused),
            *(reason_text(reason) for reason in reasons),
        )

    def fail(self, problem: Message) -> None:
        self._say(Tone.OVERDUE, problem)

    def _say(self, tone: Tone, *messages: Message) -> None:
        self.answer.tell(tone, " ".join(self._desk.text(message) for message in messages))
        self.answer.show()
        self.zone.setEnabled(True)


def _told(known: KnownWork) -> Message:
    if not known.codes:
        return msg("ui.first.work-client", client=known.client)
    named, others = ", ".join(known.codes[:MOST_SHOWN]), len(known.codes) - MOST_SHOWN
    projects = msg("ui.overview.projects-more", n=others, named=named) if others > 0 else named
    return msg("ui.first.work-known", client=known.client, projects=projects)


def _beside(left: QWidget, right: QWidget) -> QHBoxLayout:
    line = row(left, right, spacing=16)
    line.setStretch(0, 1)
    line.setStretch(1, 1)
    return line
