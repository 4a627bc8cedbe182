"""How long a project's records are kept: two years after its end, or until the client asks. Source: VR-R1, VT-T3."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.project import Project

UNDECIDED_YEARS = 1  # a year after the review fell due, somebody should have decided


class RetentionState(StrEnum):
    """Where a project's records stand. `deletable` are released, asked-for and (never) nothing else."""

    ACTIVE = "active"  # not closed: its records are needed
    KEPT = "kept"  # within the term, or longer by decision
    REVIEW_DUE = "review-due"  # the term is over and nobody decided yet
    UNDECIDED = "undecided"  # the same, a year later
    RELEASED = "released"  # a person let them go after the term
    CLIENT_ASKED = "client-asked"  # the client asked, with evidence: at any time
    DELETED = "deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDecision:
    """`id` is the project's. The last decision counts."""

    id: str
    decided_at: datetime
    keep_until: datetime | None = None
    reason: str | None = None
    released: bool = False
    deleted_at: datetime | None = None


def retention_state(project: Project, decision: RecordDecision | None, now: datetime) -> RetentionState:
    if decision is not None and _was_deleted(decision, project):
        return RetentionState.DELETED
    if project.client_request_evidence is not None:
        return RetentionState.CLIENT_ASKED
    if project.closed_at is None or project.retention_until is None:
        return RetentionState.ACTIVE
    # A decision belongs to the closing it was made after: what was reopened since is decided on anew.
    current = None if decision is None or decision.decided_at < project.closed_at else decision
    if now < project.retention_until:
        return RetentionState.KEPT
    if current is not None and current.released:
        return RetentionState.RELEASED
    if current is not None and current.keep_until is not None and now < current.keep_until:
        return RetentionState.KEPT
    since = review_since(project, current)
    return RetentionState.UNDECIDED if since is not None and now >= a_year_later(since) else RetentionState.REVIEW_DUE


def _was_deleted(decision: RecordDecision, project: Project) -> bool:
    """Since the last closing: what was added to a project after it was opened again has a term of its own."""
    return decision.deleted_at is not None and (project.closed_at is None or decision.deleted_at >= project.closed_at)


def review_since(project: Project, decision: RecordDecision | None) -> datetime | None:
    """Since when somebody is to decide: the end of the term, or of the longer one that was decided on."""
    ends = [project.retention_until, None if decision is None else decision.keep_until]
    return max((end for end in ends if end is not None), default=None)


def may_delete(state: RetentionState) -> bool:
    """VR-R1: earlier than the term only when the client asked; later when somebody let them go."""
    return state in (RetentionState.RELEASED, RetentionState.CLIENT_ASKED)


def a_year_later(moment: datetime) -> datetime:
    try:
        return moment.replace(year=moment.year + UNDECIDED_YEARS)
    except ValueError:  # 29 February: minimum terms round up
        return moment.replace(year=moment.year + UNDECIDED_YEARS, month=3, day=1)
