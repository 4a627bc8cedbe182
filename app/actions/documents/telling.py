"""Documents as people see them: in which state, why, and what they can do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from app.actions.documents import braking
from app.actions.documents.notes import message_of
from app.actions.documents.records import FIRST_FILED, LAST_SUCCESS, TROUBLE
from app.actions.documents.target import FilingTarget
from app.domain.document import (
    BrakeQuestion,
    Document,
    DocumentRow,
    DocumentState,
    ProjectFiling,
    SyncStatus,
    Way,
    Why,
)
from app.domain.document_policy import kinds_in
from app.domain.messages import Message, kind_text, listed, msg, unreadable_text
from app.domain.project import Project
from app.store import Session

NEEDS_NOBODY: Final = frozenset({Why.REWRITTEN, Why.NOT_READ, Why.LOCAL_DELETED, Why.RENAMED, Why.REMOTE_ONLY})
_BOTH: Final = frozenset({Way.MINE, Way.THEIRS, Way.BOTH})
_WAYS: Final[Mapping[Why, frozenset[Way]]] = {
    Why.BOTH_CHANGED: _BOTH,
    Why.BOTH_NEW: _BOTH,
    Why.REMOTE_DELETED: frozenset({Way.MINE, Way.THEIRS}),
    Why.OFFERED: frozenset({Way.THEIRS}),
    Why.REMOTE_ONLY: frozenset({Way.THEIRS}),
    Why.SYNC_COPY: frozenset({Way.THEIRS}),
    Why.LOCAL_DELETED: frozenset({Way.THEIRS}),
    Why.RENAMED: frozenset({Way.THEIRS}),
}
_PLAIN: Final[Mapping[Why, Message]] = {
    Why.NOT_QUIET: msg("documents.why-not-quiet"),
    Why.CLOUD_ONLY: msg("documents.why-cloud-only"),
    Why.BRAKE: msg("documents.why-brake"),
    Why.AGAIN: msg("documents.why-again"),
    Why.IN_USE: msg("documents.why-in-use"),
    Why.REGISTERED: msg("documents.why-registered"),
    Why.FINDING: msg("documents.why-finding"),
    Why.FILED_BEFORE: msg("documents.why-filed-before"),
    Why.LOCAL_READ: msg("documents.why-local-read"),
    Why.REFUSED: msg("documents.why-refused"),
    Why.ON_HOLD: msg("documents.why-on-hold"),
    Why.IS_RECORD: msg("documents.why-is-record"),
    Why.BROKEN: msg("documents.why-broken"),
    Why.REMOTE_DELETED: msg("documents.why-remote-deleted"),
    Why.REWRITTEN: msg("documents.why-rewritten"),
    Why.SYNC_COPY: msg("documents.why-sync-copy"),
    Why.REMOTE_ONLY: msg("documents.why-remote-only"),
    Why.LOCAL_DELETED: msg("documents.why-local-deleted"),
    Why.RENAMED: msg("documents.why-renamed"),
    Why.NOT_READ: msg("documents.why-not-read"),
}


def status_of(session: Session, target: FilingTarget, *, with_filed: bool, most: int | None = None) -> SyncStatus:
    """From the store alone. `most`: so many rows at most of each project."""
    projects = {project.id: project for project in session.projects.all()}
    sums, places = session.documents.sums(), session.documents.places()
    counts: Counter[DocumentState] = Counter()
    by_project: dict[str, Counter[DocumentState]] = {}
    for total in sums:
        counts[total.state] += total.documents
        by_project.setdefault(total.project_id, Counter())[total.state] += total.documents
    items = [
        row
        for id_, project in projects.items()
        if id_ in by_project
        for row in rows_of(session, project, with_filed=with_filed)[:most]
    ]
    trouble = session.notes.get(TROUBLE)
    known = {id_: place for id_, place in places.items() if place.target == target.name}
    filings = tuple(
        ProjectFiling(
            project=project.code,
            counts=dict(by_project.get(id_, {})),
            address=None,
            drilled_at=known[id_].drilled_at if id_ in known else None,
            looked_at=known[id_].looked_at if id_ in known else None,
        )
        for id_, project in projects.items()
        if project.documents or id_ in by_project
    )
    drills = [place.drilled_at for place in known.values() if place.drilled_at is not None]
    return SyncStatus(
        remote=target.remote.kind,
        last_success_at=_moment(session.notes.get(LAST_SUCCESS)),
        counts={state: counts[state] for state in DocumentState},
        items=tuple(items),
        trouble=None if trouble is None else message_of(trouble["message"]),
        trouble_since=None if trouble is None else datetime.fromisoformat(trouble["since"]),
        questions=tuple(_question(id_, noted, projects) for id_, noted in braking.questions(session).items()),
        projects=filings,
        first_filed_at=_moment(session.notes.get(FIRST_FILED)),
        drilled_at=max(drills, default=None),
        left_out=session.documents.left_out(),
    )


def rows_of(session: Session, project: Project, *, with_filed: bool = True) -> list[DocumentRow]:
    """The documents of a project, in the order of their paths; those that a person left out are none."""
    states = [s for s in DocumentState if with_filed or s is not DocumentState.FILED]
    found = [d for d in session.documents.standing_in(project.id, states) if not d.is_left_out]
    if not with_filed:
        found += [d for d in session.documents.offered(project.id) if not d.is_left_out]
    return [row_of(document, project.code) for document in sorted(found, key=lambda d: d.path or d.remote_path)]


def row_of(document: Document, code: str) -> DocumentRow:
    there = document.remote
    ways = set(_WAYS.get(document.why, frozenset())) if document.why is not None else set()
    if document.state is DocumentState.HELD_BACK and document.may_release:
        ways.add(Way.RELEASE)
    is_stopped = document.state in (DocumentState.HELD_BACK, DocumentState.FAILED) and document.sha256 is not None
    if is_stopped and document.why is not Why.FILED_BEFORE:
        ways.add(Way.LEAVE)
    return DocumentRow(
        id=document.id,
        project=code,
        path=document.path or document.remote_path,
        state=document.state,
        reason=reason_of(document),
        at=document.at,
        why=document.why,
        ways=frozenset(ways),
        by=None if there is None else there.modified_by,
        theirs_at=None if there is None else there.modified_at,
        copy_path=document.copy_path,
        size_bytes=document.size_bytes,
    )


def reason_of(document: Document) -> Message | None:
    """What there is to say beyond the state, and the way out; None for nothing."""
    why, detail = document.why, document.detail or ""
    if why is None:
        return None
    if why in _PLAIN:
        return _PLAIN[why]
    if why is Why.CLIENT_DATA:
        return msg("documents.why-client-data")
    if why is Why.PERSONAL_DATA:
        return _personal(document)
    if why is Why.UNREADABLE:
        return msg("documents.why-unreadable", why=unreadable_text(detail))
    if why is Why.NAME:
        return msg("documents.why-name", name=detail)
    if why is Why.COLLISION:
        return msg("documents.why-collision", name=detail)
    if why is Why.PATH_TOO_LONG:
        return msg("documents.why-too-long", n=int(detail) if detail.isdecimal() else 1)
    return _changed_there(document)


def _personal(document: Document) -> Message:
    kinds = kinds_in(document.detail)
    if not kinds:
        return msg("documents.why-personal")
    what = listed([kind_text(kind, n) for kind, n in kinds.items()])
    if document.may_release:
        return msg("documents.why-personal-release", kinds=what)
    return msg("documents.why-personal-kinds", kinds=what)


def _changed_there(document: Document) -> Message:
    there = document.remote
    person: str | Message = (there.modified_by if there is not None else None) or msg("documents.somebody")
    at = there.modified_at if there is not None and there.modified_at is not None else document.at
    if document.why is Why.OFFERED:
        return msg("documents.why-offered", person=person, at=at)
    if document.why is Why.BOTH_NEW:
        return msg("documents.why-both-new", person=person, at=at)
    return msg("documents.why-both-changed", person=person, at=at)


def _question(project_id: str, noted: Mapping[str, object], projects: Mapping[str, Project]) -> BrakeQuestion:
    changed, vanished = noted["changed"], noted["vanished"]
    assert isinstance(changed, list)
    assert isinstance(vanished, list)
    return BrakeQuestion(
        project=projects[project_id].code if project_id in projects else project_id,
        changed=len(changed),
        vanished=len(vanished),
        filed=int(str(noted["filed"])),
        since=datetime.fromisoformat(str(noted["since"])),
    )


def _moment(noted: object) -> datetime | None:
    return datetime.fromisoformat(noted) if isinstance(noted, str) else None
