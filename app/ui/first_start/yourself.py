"""Who works here: as the system account and IT's policy tell it, to be put right where it is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from app.domain.first_start import OwnDetail, Step
from app.domain.messages import Message, msg
from app.ui.first_start.step import StepPage
from app.ui.widgets.form import Field, LineField

NAME, MAIL, FIRM = "own.name", "own.mail", "own.firm"
HELP: Mapping[str, Message] = {
    NAME: msg("ui.first.name-help"),
    MAIL: msg("ui.first.mail-help"),
    FIRM: msg("ui.first.firm-help"),
}


class SelfPage(StepPage[tuple[OwnDetail, ...]]):
    step = Step.SELF

    def build(self) -> None:
        self.ask(msg("ui.first.self"), msg("ui.first.self-why"))
        self.fields = {
            NAME: LineField(self.desk.text(msg("ui.first.name"))),
            MAIL: LineField(self.desk.text(msg("ui.first.mail"))),
            FIRM: LineField(self.desk.text(msg("ui.first.firm"))),
        }
        for field in self.fields.values():
            self.lines.addWidget(field)

    def load(self) -> tuple[OwnDetail, ...]:
        return self.first_start.account()

    def present(self, loaded: tuple[OwnDetail, ...]) -> None:
        for detail in loaded:
            field = self.fields[detail.key]
            field.line.setText(detail.value)
            field.line.setEnabled(not detail.locked)
            field.explain(self.desk.text(_help(detail)))

    def save(self) -> Callable[[], object]:
        told = {key: field.text() for key, field in self.fields.items()}
        first_start = self.first_start
        return lambda: first_start.introduce(told)

    def fields_of(self) -> Mapping[str, Field]:
        return {"input.mailbox": self.fields[MAIL], "input.characters": self.fields[NAME]}

    def first(self) -> QWidget | None:
        open_ones = (field.line for field in self.fields.values() if field.line.isEnabled())
        return next(open_ones, None)


def _help(detail: OwnDetail) -> Message:
    if detail.locked:
        return msg("ui.first.locked")
    if detail.from_account and detail.value:
        return msg("ui.first.from-account")
    return HELP[detail.key]
