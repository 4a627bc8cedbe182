"""When a copy must be gone. Pure functions of moments in UTC; 7 days are 168 hours. Source: VR-P4, VR-U5b, VT-T2, VT-T3."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from app.domain.agreement import Agreement
from app.domain.client import MAX_ERASURE, ClientTerms
from app.domain.project import Project

ERASURE_PERIOD = MAX_ERASURE  # VR-P4, locked: no setting lengthens it
MARGIN_MAX = timedelta(hours=48)  # IT may delete this much earlier
CONFIRM_PAST = timedelta(hours=24)  # a deadline entered in the past waits this long for a person
PROPOSE_WITHIN = timedelta(hours=24)  # VR-U5b: attention when a fulfilled purpose still has copies
CLOSING_DAY = timedelta(hours=24)
DAY_BEFORE = timedelta(hours=24)


class Trigger(StrEnum):
    PURPOSE_FULFILLED = "purpose-fulfilled"
    PROJECT_CLOSED = "project-closed"
    AGREEMENT_END = "agreement-end"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, order=True)
class Deadline:
    """`due_at` is the last lawful moment, `trigger` what set it."""

    due_at: datetime
    trigger: Trigger


def outlives_closing(agreement: Agreement, project: Project) -> bool:
    """Whether the client agreed, knowing of the closing, to a longer stay: a hold, or an agreement with its own end that
    was made and recorded after the closing was known. Source: design, Deadline ("longer only by a new agreement")."""
    if agreement.hold or project.closed_at is None:
        return agreement.hold
    known_at = project.closing_known_at or project.closed_at
    made_after = agreement.registered_at > known_at and agreement.agreed_at >= project.closed_at - CLOSING_DAY
    return made_after and agreement.valid_until is not None


def erasure_period(terms: ClientTerms) -> timedelta:
    """168 h or the client's shorter term; nothing lengthens it."""
    return ERASURE_PERIOD if terms.erasure is None else min(terms.erasure, ERASURE_PERIOD)


def deadline(agreement: Agreement, project: Project, terms: ClientTerms) -> Deadline | None:
    """Last moment (UTC) a copy under `agreement` may exist; None while no end is known. The earliest trigger counts."""
    period = erasure_period(terms)
    ends: list[Deadline] = []
    # In UTC, for in a local zone Python adds days on the calendar, and a week may come out as 167 or 169 hours.
    if agreement.purpose_fulfilled_at is not None:
        ends.append(Deadline(agreement.purpose_fulfilled_at.astimezone(UTC) + period, Trigger.PURPOSE_FULFILLED))
    if project.closed_at is not None and not outlives_closing(agreement, project):
        ends.append(Deadline(project.closed_at.astimezone(UTC) + period, Trigger.PROJECT_CLOSED))
    # The week belongs to purpose and closing; what the client limited or withdrew ends at once.
    if agreement.valid_until is not None:
        ends.append(Deadline(agreement.valid_until, Trigger.AGREEMENT_END))
    if agreement.withdrawn_at is not None:
        ends.append(Deadline(agreement.withdrawn_at, Trigger.WITHDRAWN))
    return min(ends, default=None)


def earliest(known: Deadline | None, newly: Deadline | None) -> Deadline | None:
    """What an existing copy keeps: an end once reached never moves later."""
    ends = [end for end in (known, newly) if end is not None]
    return min(ends, default=None)


def acts_at(due_at: datetime, planned_at: datetime | None = None, margin: timedelta = timedelta(0)) -> datetime:
    """When the assistant deletes: at the deadline, earlier by the person's plan or IT's margin (0-48 h), never later."""
    moments = [due_at - max(timedelta(0), min(margin, MARGIN_MAX))]
    if planned_at is not None:
        moments.append(planned_at)
    return min(moments)


def lies_in_the_past(due_at: datetime, entered_at: datetime) -> bool:
    """Whether a deadline was already over when its date was entered; then one confirmation or 24 h come first."""
    return due_at < entered_at


def confirmation_over(asked_at: datetime, now: datetime) -> bool:
    return now >= asked_at + CONFIRM_PAST


def should_propose(agreement: Agreement, now: datetime) -> bool:
    """VR-U5b: outside Office 365 deletion is proposed as soon as the purpose is fulfilled."""
    return agreement.purpose_fulfilled_at is not None and agreement.purpose_fulfilled_at <= now


def proposal_is_late(agreement: Agreement, now: datetime) -> bool:
    return agreement.purpose_fulfilled_at is not None and now >= agreement.purpose_fulfilled_at + PROPOSE_WITHIN


def last_morning(due_at: datetime, zone: ZoneInfo) -> datetime:
    """09:00 local on the last weekday before the day of the deadline, in UTC. Depends on the hour of `due_at` alone."""
    morning = due_at.astimezone(zone) - timedelta(days=1)
    while morning.weekday() >= 5:
        morning -= timedelta(days=1)
    return morning.replace(hour=9, minute=0, second=0, microsecond=0).astimezone(UTC)


def warnings(due_at: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """When a person is warned: on the last working morning before, and 24 h before; the earlier first. Source: VR-P4."""
    first, second = sorted((last_morning(due_at, zone), due_at - DAY_BEFORE))
    return first, second


def next_warning(due_at: datetime, now: datetime, zone: ZoneInfo) -> datetime | None:
    return next((moment for moment in warnings(due_at, zone) if moment > now), None)
