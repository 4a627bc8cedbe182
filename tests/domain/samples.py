"""Agreements, projects and moments to try rules on, and hypothesis strategies for them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from app.domain.agreement import Agreement, Evidence, Place
from app.domain.client import ClientTerms
from app.domain.copy import Location, OutsideCopy
from app.domain.project import Project, ProjectStatus

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
EVIDENCE = Evidence(id="e" * 26, name="akkoord.eml", sha256="0" * 64, size_bytes=1200, sender_domain="example.nl")


def agreement(**changes: object) -> Agreement:
    fields: dict[str, object] = {
        "id": "a" * 26,
        "project_id": "p" * 26,
        "scope": "salarissen 2026",
        "purpose": "benchmark",
        "place": Place.LAPTOP,
        "agreed_with_name": "Noor Voorbeeld",
        "agreed_with_mail": "noor@example.nl",
        "agreed_at": MONDAY - 30 * DAY,
        "registered_at": MONDAY - 29 * DAY,
        "evidence": EVIDENCE,
    }
    return Agreement(**(fields | changes))  # type: ignore[arg-type]


def project(closed_at: datetime | None = None) -> Project:
    return Project(
        id="p" * 26,
        code="P-100",
        client_id="c" * 26,
        created_at=MONDAY - 60 * DAY,
        status=ProjectStatus.CLOSED if closed_at else ProjectStatus.ACTIVE,
        closed_at=closed_at,
    )


def outside_copy(**changes: object) -> OutsideCopy:
    fields: dict[str, object] = {
        "id": "k" * 26,
        "project_id": "p" * 26,
        "agreement_id": "a" * 26,
        "location": Location.VAULT,
        "name": "lonen.xlsx",
        "created_at": MONDAY,
    }
    return OutsideCopy(**(fields | changes))  # type: ignore[arg-type]


# Two years around both changes of the Dutch clocks, to the second, as moments are kept.
moments = st.integers(0, 2 * 366 * 86_400).map(lambda s: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=s))
maybe_moments = st.none() | moments
terms = st.builds(ClientTerms, erasure=st.none() | st.integers(0, 168).map(lambda hours: timedelta(hours=hours)))
agreements = st.builds(
    agreement,
    agreed_at=moments,
    registered_at=moments,
    valid_until=maybe_moments,
    purpose_fulfilled_at=maybe_moments,
    withdrawn_at=maybe_moments,
    hold=st.booleans(),
)
projects = st.builds(project, maybe_moments)
