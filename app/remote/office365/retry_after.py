"""How long a server asks to be left alone, in all the forms in which it is said."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

SHORTEST: Final = 1.0  # seconds; "0" and moments that have passed still ask for a pause
LONGEST: Final = 3600.0  # seconds; more than this is a mistake, and is looked at again after an hour


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds, between `SHORTEST` and `LONGEST`; None where nothing was said that can be understood.

    Whole seconds and HTTP dates are in RFC 9110, 10.2.3; Graph also sends decimals ("2.128").
    """
    text = (value or "").strip()
    if not text:
        return None
    seconds = _number(text)
    if seconds is None:
        seconds = _until(text, now)
    return None if seconds is None else min(max(seconds, SHORTEST), LONGEST)


def _number(text: str) -> float | None:
    try:
        seconds = float(text.replace(",", "."))
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) else None


def _until(text: str, now: datetime) -> float | None:
    moment = http_date(text)
    return None if moment is None else (moment - now).total_seconds()


def http_date(text: str | None) -> datetime | None:
    """None for what is no date."""
    try:
        moment = parsedate_to_datetime(text or "")
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
