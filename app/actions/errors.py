"""Refusals that several actions share."""

from __future__ import annotations

from datetime import datetime

from app.domain.errors import InputError
from app.domain.messages import msg


def refuse_future(moment: datetime, now: datetime) -> None:
    """`--at` speaks of what happened. Raises InputError."""
    if moment > now:
        raise InputError(msg("moment.in-future", at=moment))


def refuse_end_before_start(start: datetime, end: datetime | None) -> None:
    if end is not None and end < start:
        raise InputError(msg("moment.end-before-start", start=start, end=end))


def required(value: str, what: str) -> str:
    """`value` without surrounding blanks. Raises InputError when nothing is left; `what` names the field."""
    text = value.strip()
    if not text:
        raise InputError(msg("input.empty", what=what))
    return text
