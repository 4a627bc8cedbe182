"""Private folders: looked at for origin, label and known copies only. Source: VT-B2, procedure (rules for every row)."""

from __future__ import annotations

from dataclasses import replace

from app.domain.finding import Judgement, ReasonType, Verdict

_TELLING = frozenset({ReasonType.ORIGIN, ReasonType.LABEL, ReasonType.FINGERPRINT})


def without_content(judgement: Judgement) -> Judgement:
    """What may be known of a private file: nothing of its content; client data only by origin, label or known content."""
    reasons = tuple(reason for reason in judgement.reasons if reason.type in _TELLING)
    if reasons:
        return replace(judgement, reasons=reasons, kinds={}, special=False)
    return Judgement(verdict=Verdict.CLEAN, size_bytes=judgement.size_bytes, milliseconds=judgement.milliseconds)
