"""Renders what inner layers say. Babel is imported when the first date is written: it costs 40 ms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from gettext import GNUTranslations
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from app.domain.messages import Argument, Message, msg

SENTENCE = "EEE d MMM y HH:mm"  # vr 4 dec 2026 14:05
TABLE = "dd-MM-y"  # 22-11-2026
DAY = "EEEE d MMMM"  # vrijdag 4 december


class _Step(NamedTuple):
    unit: Literal["day", "hour", "minute"]
    seconds: int
    shown_from: int


STEPS = (_Step("day", 86_400, 2 * 86_400), _Step("hour", 3_600, 2 * 3_600), _Step("minute", 60, 60))
SIZE_UNITS = ("B", "kB", "MB", "GB", "TB")  # steps of 1000, as the letters say


class GettextTexts:
    """Texts of one language, with times in one zone. Keeps the protocol `Texts`; any thread may use it."""

    def __init__(self, language: str, catalogue: GNUTranslations, zone: ZoneInfo) -> None:
        self.language = language
        self.zone = zone
        self._catalogue = catalogue
        self._locale = {"en": "en_GB"}.get(language, language)

    def render(self, message: Message) -> str:
        """The text with its placeholders filled. An id without text shows as the id, an argument not given as its name."""
        return self._text(message).format_map(_Filled({k: self._value(v) for k, v in message.arguments.items()}))

    def moment(self, moment: datetime) -> str:
        """In a sentence, local time: "vr 4 dec 2026 14:05"."""
        return self._date(moment, SENTENCE)

    def day(self, moment: datetime) -> str:
        """In a table, local time: "22-11-2026"."""
        return self._date(moment, TABLE)

    def relative(self, moment: datetime, now: datetime) -> str:
        """How far off, rounded towards now: "over 3 dagen", "2 uur geleden"; under a minute "nu"."""
        from babel.dates import format_timedelta

        seconds = int((moment - now).total_seconds())
        # A deadline must never look further off than it is: 47 hours are 47 hours, not two days.
        step = next((step for step in STEPS if abs(seconds) >= step.shown_from), None)
        if step is None:
            return self.render(msg("time.now"))
        whole = abs(seconds) // step.seconds * step.seconds
        delta = timedelta(seconds=whole if seconds > 0 else -whole)
        return format_timedelta(
            delta, granularity=step.unit, threshold=float("inf"), add_direction=True, locale=self._locale
        )

    def number(self, number: float) -> str:
        """With the language's own signs, at most one decimal: "1.234,5"."""
        from babel.numbers import format_decimal

        return format_decimal(number, format="#,##0.#", locale=self._locale)

    def size(self, size_bytes: int) -> str:
        """For people: "1,4 MB"."""
        value, unit = float(size_bytes), 0
        while value >= 999.95 and unit < len(SIZE_UNITS) - 1:
            value, unit = value / 1000, unit + 1
        return f"{self.number(value)}\N{NO-BREAK SPACE}{SIZE_UNITS[unit]}"

    def _text(self, message: Message) -> str:
        count = message.arguments.get("n")
        if isinstance(count, int):
            several = f"{message.id}.many"
            text = self._catalogue.ngettext(message.id, several, count)
            if text not in (message.id, several):
                return text
        return self._catalogue.gettext(message.id)

    def _value(self, value: Argument) -> str:
        if isinstance(value, Message):
            return self.render(value)
        if isinstance(value, tuple):
            return "; ".join(self.render(part) for part in value)
        if isinstance(value, datetime):  # which is a date too
            return self.moment(value)
        if isinstance(value, date):
            return self._whole_day(value)
        return f"{value:%H:%M}" if isinstance(value, time) else str(value)

    def _whole_day(self, day: date) -> str:
        from babel.dates import format_date

        return format_date(day, DAY, locale=self._locale)

    def _date(self, moment: datetime, pattern: str) -> str:
        from babel.dates import format_datetime

        # Converted here: Babel takes a moment without zone for UTC, and so do we, but never the machine's local time.
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return format_datetime(aware.astimezone(self.zone), pattern, locale=self._locale)


class _Filled(dict[str, str]):
    """A missing argument is a mistake in the code, but no reason to hide the sentence from the person."""

    def __init__(self, values: Mapping[str, str]) -> None:
        super().__init__(values)

    def __missing__(self, name: str) -> str:
        return "{" + name + "}"
