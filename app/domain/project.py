"""Projects: code, client, goals, the need-to-know list, and the closing that starts the week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.client import MIN_RETENTION_YEARS, ClientTerms

TAKE_BACK = timedelta(hours=24)  # reopening within a day takes a closing back; later it starts new work


class ProjectStatus(StrEnum):
    ACTIVE = "active"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody who needs to know. `until` ends the membership; a removed member keeps a row (removed is a state)."""

    name: str
    mail: str
    until: datetime | None = None

    def is_active(self, now: datetime) -> bool:
        return self.until is None or now < self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    id: str
    code: str
    client_id: str
    created_at: datetime
    principal: str | None = None
    goals: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()
    documents: tuple[str, ...] = ()
    status: ProjectStatus = ProjectStatus.ACTIVE
    closed_at: datetime | None = None
    closing_known_at: datetime | None = None  # when this laptop recorded it; a closing may be dated back or arrive late
    retention_until: datetime | None = None
    client_request_evidence: str | None = None
    origin: str = "local"


def retention_until(closed_at: datetime, terms: ClientTerms) -> datetime:
    """First moment project records may be reviewed for deletion: two calendar years after closing, or the client's longer
    term. Source: VR-R1, VT-T3."""
    years = max(MIN_RETENTION_YEARS, terms.retention_years or 0)
    try:
        return closed_at.replace(year=closed_at.year + years)
    except ValueError:  # 29 February: minimum terms round up
        return closed_at.replace(year=closed_at.year + years, month=3, day=1)


def takes_back(closed_at: datetime, reopened_at: datetime) -> bool:
    """Whether a reopening undoes the closing, also for copies that existed. Source: design, Deadline."""
    return reopened_at - closed_at <= TAKE_BACK
