"""How documentation stands, for the rules: counts and moments of one snapshot."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from app.actions.documents import braking
from app.actions.documents.records import FIRST_FILED, LAST_SUCCESS, TROUBLE
from app.domain.document import DocumentState
from app.store import DocumentSum, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsSeen:
    """`asked`: projects that wait for an answer because much changed at once. `only_here`: they are filed in a folder of this
    laptop alone, which is no backup."""

    sums: tuple[DocumentSum, ...] = ()
    asked: frozenset[str] = frozenset()
    first_filed_at: datetime | None = None
    drilled_at: datetime | None = None
    last_success_at: datetime | None = None
    trouble_since: datetime | None = None
    only_here: bool = False

    def count(self, *states: DocumentState) -> int:
        return sum(total.documents for total in self.sums if total.state in states)

    def since(self, *states: DocumentState) -> datetime | None:
        """When the first of them came into its state."""
        return min((total.first_at for total in self.sums if total.state in states), default=None)

    @property
    def flagged(self) -> int:
        """Held back for personal data beyond business contacts."""
        return sum(total.flagged for total in self.sums if total.state is DocumentState.HELD_BACK)

    def of(self, projects: Collection[str]) -> DocumentsSeen:
        sums = tuple(total for total in self.sums if total.project_id in projects)
        return replace(self, sums=sums, asked=self.asked & frozenset(projects))


def documents_seen(session: Session, *, only_here: bool) -> DocumentsSeen:
    trouble = session.notes.get(TROUBLE)
    drills = [place.drilled_at for place in session.documents.places().values() if place.drilled_at is not None]
    return DocumentsSeen(
        sums=tuple(session.documents.sums()),
        asked=frozenset(braking.questions(session)),
        first_filed_at=_moment(session.notes.get(FIRST_FILED)),
        drilled_at=max(drills, default=None),
        last_success_at=_moment(session.notes.get(LAST_SUCCESS)),
        trouble_since=None if trouble is None else datetime.fromisoformat(trouble["since"]),
        only_here=only_here,
    )


def _moment(noted: object) -> datetime | None:
    return datetime.fromisoformat(noted) if isinstance(noted, str) else None
