"""How documents are written down: many in one change, with the entries of the journal that belong to them.

What goes well is counted a day, so that no entry reads as working hours (VT-B2); what a person has to see is told one by one,
with its day. Ids and counts only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from app.actions.office import Office, Work
from app.domain.document import Document, DocumentState, Why
from app.domain.events import Value

DAY: Final = "documents.day."  # notes, by day: how many were queued and verified after the first
LAST_SUCCESS: Final = "documents.last-success"
TROUBLE: Final = "documents.trouble"
FIRST_FILED: Final = "documents.first-filed"
QUESTION: Final = "documents.question."  # by project: many changed at once
RECENT: Final = "documents.recent."  # by project: which changed within the hour
COUNTED: Final = ("queued", "verified")
_TOLD: Final = {
    DocumentState.HELD_BACK: "doc.flagged",
    DocumentState.CONFLICT: "doc.conflict",
    DocumentState.FAILED: "doc.failed",
}


def moved(document: Document, state: DocumentState, now: datetime, why: Why | None = None, **fields: Any) -> Document:
    """`document` in another state; `at` is the moment the state or its reason began. `fields`: of the row."""
    is_new = (document.state, document.why) != (state, why)
    return replace(document, state=state, why=why, at=now if is_new else document.at, **{"detail": None, **fields})


class Records:
    def __init__(self, office: Office) -> None:
        self._office = office

    def save(self, before: Iterable[Document | None], after: Iterable[Document], *, queued: int = 0) -> None:
        """Write `after`; what came to `before` (in the same order) is told by the journal. `queued`: how many are new in
        the queue."""
        pairs = list(zip(before, after, strict=True))
        if not pairs and not queued:
            return
        with self._office.change_of_day() as work:
            work.session.documents.save_all(document for _, document in pairs)
            verified = sum(_is_verified(old, new) for old, new in pairs)
            _count(work, Counter(queued=queued, verified=verified))
            if verified and work.session.notes.get(FIRST_FILED) is None:
                work.session.notes.set(FIRST_FILED, self._office.clock.now().isoformat())
            for old, new in pairs:
                event = _TOLD.get(new.state)
                if event is not None and (old is None or (old.state, old.why) != (new.state, new.why)):
                    why = None if new.why is None else new.why.value
                    work.note(event, new.id, project=new.project_id, outcome=new.state.value, data={"why": why})

    def close_days(self) -> None:
        """Journal the counts of days that are over."""
        today = self._office.clock.now().date().isoformat()
        with self._office.look() as session:
            is_over = any(key < DAY + today for key in session.notes.listing(DAY))
        if is_over:
            with self._office.change_of_day() as work:
                _close_days(work)

    @contextmanager
    def change(self) -> Iterator[Work]:
        with self._office.change_of_day() as work:
            yield work


def _is_verified(old: Document | None, new: Document) -> bool:
    return new.filed is not None and (old is None or old.filed is None or old.filed.sha256 != new.filed.sha256)


def _count(work: Work, counts: Counter[str]) -> None:
    """The first of a day is journalled at once, the rest with its end."""
    _close_days(work)
    if not +counts:
        return
    day = work.now.date().isoformat()
    noted = work.session.notes.get(DAY + day) or {}
    for name in COUNTED:
        if counts[name] and name not in noted:
            work.note(f"doc.{name}", "documents", data={"day": day, "count": counts[name]})
            noted[name] = 0
        elif counts[name]:
            noted[name] += counts[name]
    work.session.notes.set(DAY + day, noted)


def _close_days(work: Work) -> None:
    today = DAY + work.now.date().isoformat()
    for key, counts in work.session.notes.listing(DAY).items():
        if key < today:
            for name in COUNTED:
                if counts.get(name):
                    data: dict[str, Value] = {"day": key.removeprefix(DAY), "count": counts[name]}
                    work.note(f"doc.{name}", "documents", data=data)
            work.session.notes.delete(key)
