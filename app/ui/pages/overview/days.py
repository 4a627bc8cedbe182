"""The coming 30 days: what goes when, as a band to look at and a sentence for the day that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.messages import Message, msg
from app.domain.today import BandDay
from app.ui.desk import Desk
from app.ui.pages.page import PageId
from app.ui.widgets.band import Band, Day, Legend
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import Card, row
from app.ui.widgets.labels import Muted, Section, Text

NAMED = 4  # projects that are named; of the others the number is told
MONDAY = 0
NEAR = 3  # days: so close to today there is no room for another date below the band


class DaysPart(QWidget):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._days: tuple[BandDay, ...] = ()
        self._chosen: date | None = None
        text = desk.text
        self.band = Band(text(msg("ui.overview.days")), self._summary)
        self.band.opened.connect(self._choose)
        self.legend = Legend(
            text(msg("ui.overview.legend-copies")),
            text(msg("ui.overview.legend-late")),
            text(msg("ui.overview.legend-today")),
            text(msg("ui.overview.legend-weekend")),
        )
        self.nothing = Muted(text(msg("ui.overview.days-nothing")))
        self.told = Text()
        self.show_all = Button(text(msg("ui.overview.in-vault")), Weight.LINK)
        self.show_all.clicked.connect(self._go)
        self._lay_out()

    def show_days(self, days: Sequence[BandDay]) -> None:
        self._days = tuple(days)
        self.band.show_days([self._day(number, day) for number, day in enumerate(self._days)])
        is_empty = not any(day.copies for day in self._days)
        self.nothing.setVisible(is_empty)
        self.legend.setVisible(not is_empty)
        self.legend.show_late(any(day.overdue for day in self._days))
        self._tell_chosen()

    @Slot(object)
    def _choose(self, day: date) -> None:
        self._chosen = day
        self._tell_chosen()

    @Slot()
    def _go(self) -> None:
        self._desk.go(PageId.VAULT.value, self._chosen)

    def _tell_chosen(self) -> None:
        chosen = next((day for day in self._days if day.day == self._chosen and day.copies), None)
        self._foot.setVisible(chosen is not None)
        if chosen is not None:
            self.told.setText(self._desk.text(self._sentence(chosen)))

    def _day(self, number: int, day: BandDay) -> Day:
        return Day(
            day=day.day,
            copies=day.copies,
            label=self._label(number, day),
            sentence=self._desk.text(self._sentence(day)),
            is_weekend=day.is_weekend,
            is_today=day.is_today,
            is_overdue=day.overdue,
        )

    def _label(self, number: int, day: BandDay) -> str:
        if day.is_today:
            return self._desk.text(msg("ui.overview.today"))
        is_labelled = day.day.weekday() == MONDAY and number > NEAR
        locale = QLocale(self._desk.texts.language)
        return locale.toString(QDate(day.day.year, day.day.month, day.day.day), "d MMM") if is_labelled else ""

    def _sentence(self, day: BandDay) -> Message:
        """What goes on a day, for its tip, a screen reader, and whoever chose it."""
        if not day.copies or day.first_at is None:
            return msg("ui.overview.day-nothing", day=day.day)
        projects, at = _projects(day), day.first_at.astimezone(self._desk.texts.zone).time()
        if day.overdue:
            return msg("ui.overview.day-late", n=day.copies, projects=projects)
        if day.is_today:
            return msg("ui.overview.day-today", n=day.copies, projects=projects, at=at)
        return msg("ui.overview.day", n=day.copies, day=day.day, projects=projects, at=at)

    def _summary(self, days: Sequence[Day]) -> str:
        marked = [day for day in days if day.copies]
        return self._desk.text(
            msg("ui.overview.days-summary", n=len(marked)) if marked else msg("ui.overview.days-nothing")
        )

    def _lay_out(self) -> None:
        self._foot = QWidget()
        foot = row(self.told, self.show_all, spacing=12)
        foot.setStretch(0, 1)
        self._foot.setLayout(foot)
        card = Card()
        for part in (self.band, self.legend, self.nothing, self._foot):
            card.lines.addWidget(part)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(Section(self._desk.text(msg("ui.overview.days"))))
        lines.addWidget(card)


def _projects(day: BandDay) -> str | Message:
    named, others = ", ".join(day.projects[:NAMED]), len(day.projects) - NAMED
    return msg("ui.overview.projects-more", n=others, named=named) if others > 0 else named
