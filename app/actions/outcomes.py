"""What each outcome of a deletion makes of the copy's record, with its journal entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Final

from app.actions.copy_notes import forget_notes
from app.actions.office import Work
from app.actions.removed import Removed
from app.domain.copy import AskedWhy, CopyState, OutsideCopy
from app.domain.deletion import Outcome


def _record_deleted(work: Work, copy: OutsideCopy, removed: Removed) -> OutsideCopy:
    method = removed.method.value if removed.method else None
    work.note(
        "copy.deleted",
        copy.id,
        project=copy.project_id,
        data={
            "method": method,
            "agreement": copy.agreement_id,
            "residuals": len(removed.residuals),
            "seconds_late": seconds_late(copy, work.now),
        },
    )
    forget_notes(work, copy.id)
    return replace(
        copy,
        state=CopyState.DELETED,
        deleted_at=work.now,
        method=method,
        checked_out_at=None,
        blocked_by=None,
        asked_why=None,
        asked_at=None,
    )


def _record_blocked(work: Work, copy: OutsideCopy, removed: Removed) -> OutsideCopy:
    is_news = copy.state is not CopyState.BLOCKED or copy.blocked_by != removed.blocked_by
    if is_news:  # a retry that changes nothing is silent
        reason = removed.blocked_by or ""
        data = {"reason": reason if reason.startswith("cloud-") else "held"}  # a program's name is no word of ours
        work.note("deletion.blocked", copy.id, project=copy.project_id, outcome="failed", data=data)
    return replace(copy, state=CopyState.BLOCKED, blocked_by=removed.blocked_by)


def _record_asked(work: Work, copy: OutsideCopy, _removed: Removed) -> OutsideCopy:
    return record_asked(work, copy)


def record_asked(work: Work, copy: OutsideCopy) -> OutsideCopy:
    work.note("copy.asked", copy.id, project=copy.project_id, data={"why": AskedWhy.CHANGED.value})
    return replace(copy, state=CopyState.ASKED, asked_why=AskedWhy.CHANGED, asked_at=work.now)


def _record_missing(work: Work, copy: OutsideCopy, _removed: Removed) -> OutsideCopy:
    work.note("copy.not-proven", copy.id, project=copy.project_id, outcome="failed", data={"reason": "missing"})
    return replace(copy, state=CopyState.NOT_PROVEN)


RECORDS: Final[Mapping[Outcome, Callable[[Work, OutsideCopy, Removed], OutsideCopy]]] = MappingProxyType(
    {
        Outcome.DELETED: _record_deleted,
        Outcome.BLOCKED: _record_blocked,
        Outcome.ASKED: _record_asked,
        Outcome.MISSING: _record_missing,
    }
)


def seconds_late(copy: OutsideCopy, now: datetime) -> int:
    return 0 if copy.due_at is None else max(0, int((now - copy.due_at).total_seconds()))
