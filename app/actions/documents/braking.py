"""Stops a project when many filed documents changed or vanished within an hour, until a person says that it is meant so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from app.actions.documents.records import QUESTION, RECENT, moved
from app.actions.office import Work
from app.domain.document import Document, DocumentState, Why
from app.domain.document_brake import brakes, brakes_all
from app.domain.events import Value
from app.store import Session

WINDOW: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Burst:
    """Filed documents of one project that changed or vanished just now."""

    project_id: str
    documents: tuple[Document, ...]

    @property
    def vanished(self) -> int:
        return sum(document.shape is None for document in self.documents)


def apply(work: Work, bursts: Iterable[Burst], now: datetime, *, agreed: bool) -> frozenset[str]:
    """Ask where it brakes, let all else through; gives the projects that stand still now."""
    known = {burst.project_id: burst for burst in bursts if burst.documents}
    numbers = {id_: _recent(work, id_, now) | _ids(burst, now) for id_, burst in known.items()}
    all_together = brakes_all(sum(map(len, numbers.values())))
    for project_id, burst in known.items():
        filed = work.session.documents.filed_of(project_id)
        stops = not agreed and (all_together or brakes(len(numbers[project_id]), filed))
        if stops or work.session.notes.get(QUESTION + project_id) is not None:
            _ask(work, burst, filed, now)
        else:
            work.session.notes.set(RECENT + project_id, numbers[project_id])
            work.session.documents.save_all(replace(d, agreed=True) for d in burst.documents)
    return frozenset(questions(work.session))


def agree(work: Work, project_id: str, now: datetime) -> None:
    """A person says that it is meant so."""
    rows = [d for d in work.session.documents.of_project(project_id) if d.filed is not None and not d.agreed]
    work.session.documents.save_all(
        moved(replace(d, agreed=True), DocumentState.QUEUED, now) if d.why is Why.BRAKE else replace(d, agreed=True)
        for d in rows
    )
    work.session.notes.delete(QUESTION + project_id)
    work.session.notes.delete(RECENT + project_id)


def questions(session: Session) -> dict[str, dict[str, Any]]:
    """By project: what a person is asked. `changed`, `vanished`: ids; `filed`: how many there were; `since`."""
    return {key.removeprefix(QUESTION): noted for key, noted in session.notes.listing(QUESTION).items()}


def _ask(work: Work, burst: Burst, filed: int, now: datetime) -> None:
    before = work.session.notes.get(QUESTION + burst.project_id)
    noted = before or {"changed": [], "vanished": [], "since": now.isoformat()}
    changed = set(noted["changed"]) | {d.id for d in burst.documents if d.shape}
    vanished = set(noted["vanished"]) | {d.id for d in burst.documents if not d.shape}
    lists = {"changed": sorted(changed - vanished), "vanished": sorted(vanished)}
    work.session.notes.set(QUESTION + burst.project_id, {**noted, **lists, "filed": filed})
    work.session.documents.save_all(
        moved(replace(d, agreed=False), DocumentState.QUEUED, now, Why.BRAKE) for d in burst.documents if d.shape
    )
    if before is None:
        data: dict[str, Value] = {"count": len(changed | vanished), "files": filed}
        work.note("doc.braked", burst.project_id, project=burst.project_id, outcome="asked", data=data)


def _ids(burst: Burst, now: datetime) -> dict[str, str]:
    return {document.id: now.isoformat() for document in burst.documents}


def _recent(work: Work, project_id: str, now: datetime) -> dict[str, str]:
    noted = work.session.notes.get(RECENT + project_id) or {}
    return {id_: at for id_, at in noted.items() if timedelta(0) <= now - datetime.fromisoformat(at) < WINDOW}
