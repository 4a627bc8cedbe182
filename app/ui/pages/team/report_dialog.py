"""The report on the team, for a client or an auditor: over which days, and in which form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.file_names import safe_name
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.team.actions import Actions
from app.ui.widgets.dialog import ActionDialog
from app.ui.widgets.form import ChoiceField

A_DAY: Final = timedelta(days=1)
QUARTER: Final = timedelta(days=90)


class Form(StrEnum):
    """What is written, by the end of its name."""

    PDF = "pdf"
    CSV = "csv"


class Period(StrEnum):
    QUARTER = "quarter"  # the last 90 days
    MONTH = "month"
    LAST_MONTH = "last-month"
    YEAR = "year"


class ReportDialog(ActionDialog[Path]):
    """Asks for a period and a form, then for the place."""

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(desk, msg("ui.team.report-title"), msg("ui.team.report-go"), parent=parent)
        self._actions = actions
        text = desk.text
        self.say(text(msg("ui.team.report-why")))
        self.period = ChoiceField(
            text(msg("ui.team.report-period")), [(value, text(said)) for value, said in _PERIODS.items()]
        )
        self.form = ChoiceField(
            text(msg("ui.team.report-form")), [(value, text(said)) for value, said in _FORMS.items()]
        )
        self.fields.addWidget(self.period)
        self.fields.addWidget(self.form)

    def work(self) -> Callable[[Job[Path]], Path] | None:
        target = self._ask_place()
        if target is None:
            return None
        start, end = days_of(Period(str(self.period.chosen())), self._today())
        report = self._actions.status.report

        def write(_job: Job[Path]) -> Path:
            report(target, start, end)
            return target

        return write

    def news(self, answer: Path) -> Message:
        return msg("ui.team.report-done", name=answer.name)

    def _today(self) -> date:
        return self.desk.now().astimezone(self.desk.texts.zone).date()

    def _ask_place(self) -> Path | None:
        end = f".{Form(str(self.form.chosen())).value}"
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = safe_name(self.desk.text(msg("ui.team.report-file", day=self._today().isoformat())) + end)
        chosen, _ = QFileDialog.getSaveFileName(self, self.title.text(), str(Path(documents, name)), f"*{end}")
        return Path(chosen if chosen.lower().endswith(end) else chosen + end) if chosen else None


_PERIODS: Final = {
    Period.QUARTER: msg("ui.team.report-quarter"),
    Period.MONTH: msg("ui.team.report-month"),
    Period.LAST_MONTH: msg("ui.team.report-last-month"),
    Period.YEAR: msg("ui.team.report-year"),
}
_FORMS: Final = {Form.PDF: msg("ui.team.report-pdf"), Form.CSV: msg("ui.team.report-csv")}


def days_of(period: Period, today: date) -> tuple[date, date]:
    """First and last day."""
    match period:
        case Period.QUARTER:
            return today - QUARTER + A_DAY, today
        case Period.MONTH:
            return today.replace(day=1), today
        case Period.LAST_MONTH:
            last = today.replace(day=1) - A_DAY
            return last.replace(day=1), last
        case Period.YEAR:
            return today.replace(month=1, day=1), today
