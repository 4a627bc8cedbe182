"""Refusals that several actions share."""

from __future__ import annotations

from datetime import datetime

from app.domain.errors import InputError
from app.domain.messages import field_text, msg

JOINERS = "\u200c\u200d"  # invisible, but some scripts and emoji need them


def refuse_future(moment: datetime, now: datetime) -> None:
    """`--at` speaks of what happened. Raises InputError."""
    if moment > now:
        raise InputError(msg("moment.in-future", at=moment))


def refuse_end_before_start(start: datetime, end: datetime | None) -> None:
    if end is not None and end < start:
        raise InputError(msg("moment.end-before-start", start=start, end=end))


def required(value: str, what: str) -> str:
    """`value` as one line without surrounding blanks. Raises InputError when nothing is left, or when it holds what cannot
    be printed or turns the reading direction: a name must read as it is. `what` names the field."""
    text = " ".join(value.split())
    if not text:
        raise InputError(msg("input.empty", what=field_text(what)))
    if not all(character.isprintable() or character in JOINERS for character in text):
        raise InputError(msg("input.characters", what=field_text(what)))
    return text
