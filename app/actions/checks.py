"""One check of the doctor, as it came out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.messages import Message


class CheckState(StrEnum):
    OK = "ok"
    ATTENTION = "attention"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """`fix`: what a person or IT can do; None when nothing is to be done."""

    id: str
    state: CheckState
    sentence: Message
    fix: Message | None = None
