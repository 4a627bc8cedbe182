"""WHEN on the command line: ISO 8601; without a zone local time; without a time the start of that day."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from app.domain.errors import InputError
from app.domain.messages import msg
from app.system.language import parse_moment


def parse_when(text: str, zone: ZoneInfo) -> datetime:
    """A moment in UTC, to the second. Raises InputError."""
    try:
        return parse_moment(text, zone).replace(microsecond=0)
    except ValueError:
        raise InputError(msg("moment.form", text=text)) from None


def stamp(moment: datetime | None) -> str | None:
    """A moment in output: `2026-11-30T08:00:00Z`; absent is null."""
    if moment is None:
        return None
    if moment.tzinfo is not UTC:
        moment = moment.astimezone(UTC)
    return moment.isoformat(timespec="seconds")[:19] + "Z"  # strftime takes five times as long
