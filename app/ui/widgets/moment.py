"""A date with a time, as people write it: local, 24 hours, weeks that begin on Monday. Handed out in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime, QTimeZone, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QCheckBox, QDateTimeEdit, QToolButton, QVBoxLayout, QWidget

from app.domain.messages import msg
from app.ui.texts import WindowTexts
from app.ui.theme.icons import icon
from app.ui.widgets.form import Field

FORMAT = "dd-MM-yyyy HH:mm"
SIGNS = "-:/. "
END_OF_DAY = time(23, 59)  # who says "until 31 December" means that day too
_ON_THE_WALL = QTimeZone(QTimeZone.Initialization.UTC)  # the editor only counts; the zone is applied here


class MomentEdit(QDateTimeEdit):
    """Shows and takes local time; knows whether a person changed it."""

    def __init__(self, texts: WindowTexts, value: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = texts.zone
        self.was_changed = False
        self._went_on = False
        self.setTimeZone(_ON_THE_WALL)
        self.setLocale(QLocale(texts.language))
        self.setDisplayFormat(FORMAT)
        self.setCalendarPopup(True)
        _dress(self.calendarWidget(), texts)
        self.put(value)
        self.dateTimeChanged.connect(self._changed)

    def put(self, value: datetime) -> None:
        """Fill in a moment (aware). It does not count as changed by the person."""
        local = value.astimezone(self._zone)
        shown = QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute), _ON_THE_WALL)
        self.blockSignals(True)
        self.setDateTime(shown)
        self.blockSignals(False)
        self.was_changed = False

    def moment(self) -> datetime:
        """In UTC, whole minutes. An hour that occurs twice in autumn is the first of both."""
        return _in_utc(self.dateTime(), self._zone)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Qt goes on to the next part by itself when one is full; a sign typed after it must not skip another part."""
        if self._went_on and event.text() and event.text() in SIGNS:
            self._went_on = False
            return
        before = self.currentSection()
        super().keyPressEvent(event)
        self._went_on = event.text().isdigit() and self.currentSection() is not before

    @Slot()
    def _changed(self) -> None:
        self.was_changed = True


class MomentField(Field):
    """One moment. `changed` when the person chose another one."""

    changed = Signal()

    def __init__(
        self, texts: WindowTexts, label: str, value: datetime, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        self.edit = MomentEdit(texts, value)
        super().__init__(label, self.edit, help_text, parent)
        self.edit.dateTimeChanged.connect(self.changed)

    @property
    def was_changed(self) -> bool:
        return self.edit.was_changed

    def put(self, value: datetime) -> None:
        self.edit.put(value)

    def moment(self) -> datetime:
        return self.edit.moment()


class OptionalMomentField(Field):
    """A moment that may be left out: a tick, and the moment only when it is ticked. `label` says both ("End on")."""

    def __init__(
        self, texts: WindowTexts, label: str, proposal: datetime, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        self.tick = QCheckBox(label)
        self.edit = MomentEdit(texts, proposal)
        self.edit.setAccessibleName(label.replace("&", ""))
        self.edit.hide()
        both = QWidget()
        lines = QVBoxLayout(both)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self.tick)
        lines.addWidget(self.edit)
        super().__init__("", both, help_text, parent)
        self.label.hide()
        self.tick.toggled.connect(self.edit.setVisible)

    def put(self, value: datetime | None) -> None:
        self.tick.setChecked(value is not None)
        if value is not None:
            self.edit.put(value)

    def moment(self) -> datetime | None:
        return self.edit.moment() if self.tick.isChecked() else None


def end_of_day(texts: WindowTexts, now: datetime, days: int) -> datetime:
    """The last minute of the day that lies `days` ahead, local."""
    day = date.fromordinal(now.astimezone(texts.zone).date().toordinal() + days)
    return datetime.combine(day, END_OF_DAY, texts.zone)


def _dress(calendar: QCalendarWidget, texts: WindowTexts) -> None:
    """In our colours, with weeks that begin on Monday."""
    calendar.setLocale(QLocale(texts.language))
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
    turns = (
        ("qt_calendar_prevmonth", "chevron-left", msg("ui.moment.month-before")),
        ("qt_calendar_nextmonth", "chevron-right", msg("ui.moment.month-after")),
    )
    for name, picture, said in turns:
        button = calendar.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            button.setIcon(icon(picture))
            button.setAccessibleName(texts.render(said))
            button.setToolTip(texts.render(said))


def _in_utc(shown: QDateTime, zone: ZoneInfo) -> datetime:
    day, clock = shown.date(), shown.time()
    return datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute(), tzinfo=zone).astimezone(UTC)
