"""What the rules know of the team: whether this laptop tells it anything, with whose consent, and who does not report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.domain.settings import SettingValue
from app.store import Session

COVERAGE = "team.coverage"  # note: {day, expected, missing, silent, rejected}, as the team was last read

LEAD_ROLES = frozenset({"lead", "teamlead", "team-lead", "vroom.lead"})  # as IT may have named it


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamTerms:
    """What IT set. `is_shared`: records leave this laptop. `consent_on`: the works council consented, or staff was informed.
    `expects`: IT said who should report. `sees_all`: this laptop reads the whole team."""

    is_shared: bool = False
    consent_on: date | None = None
    expects: bool = False
    sees_all: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamSeen:
    """`read_on`: the day on which the team was last read; None: never. `rejected`: records that do not count."""

    terms: TeamTerms = field(default_factory=TeamTerms)
    read_on: date | None = None
    expected: int | None = None
    missing: int = 0
    rejected: int = 0


def team_terms(values: Mapping[str, SettingValue], *, is_elsewhere: bool, sees_all: bool) -> TeamTerms:
    """From all settings by key. `is_elsewhere`: the remote is not just a folder in this laptop's own data directory."""
    return TeamTerms(
        is_shared=is_elsewhere and values["team.status"] == "on",
        consent_on=day_of(values["team.council_date"]),
        expects=bool(values["team.members"]),
        sees_all=sees_all,
    )


def names_lead(roles: Iterable[str]) -> bool:
    """Whether an app role that the firm's Microsoft 365 gives a person makes them a lead: a convenience, for what can be read
    is decided there."""
    return any(role.casefold() in LEAD_ROLES for role in roles)


def day_of(text: object) -> date | None:
    """None for what is no day."""
    try:
        return date.fromisoformat(str(text).strip())
    except ValueError:
        return None


def team_seen(session: Session, terms: TeamTerms) -> TeamSeen:
    noted: Mapping[str, Any] = session.notes.get(COVERAGE) or {}
    return TeamSeen(
        terms=terms,
        read_on=date.fromisoformat(noted["day"]) if noted else None,
        expected=noted.get("expected"),
        missing=noted.get("missing", 0),
        rejected=noted.get("rejected", 0),
    )
