"""How long records of projects are kept: two years after the end, or until the client asks. Source: VR-R1, VT-T3.

What is deleted here is what this laptop keeps of a project: evidence, and its tie to documentation folders. Files in those
folders are the person's own. What this laptop filed in Office 365 is removed there by id when a person asks for that too; what
the firm's retention rules keep there stays, and is said.
Declarations and the journal have terms of their own. Nothing of this is about client data: that goes in a week (VR-P4).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from app.actions.access import Leave
from app.actions.deadlines import stamp
from app.actions.errors import required
from app.actions.filed_records import FiledRecords, FiledRemoval
from app.actions.office import Office, Work
from app.domain.access import Act
from app.domain.errors import InputError
from app.domain.events import Value
from app.domain.messages import Message, msg
from app.domain.project import Project
from app.domain.retention import RecordDecision, RetentionState, may_delete, retention_state, review_since
from app.store import Session
from app.vault import Vault


class RetentionBlocked(InputError):
    """Records may not go yet; written down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRow:
    """A project's records and what was decided about them. `review_since`: from when on somebody is to decide."""

    code: str
    client: str
    state: RetentionState
    closed_at: datetime | None
    retention_until: datetime | None
    keep_until: datetime | None
    review_since: datetime | None
    reason: str | None
    client_asked: bool
    deleted_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsDeletion:
    """What a deletion of records takes away, or took. `evidence`: sealed papers; `documents`: folders that are no longer
    filed; `filed_at`: where filed documents stand, for a person to look at; None for nowhere. `filed`: how many documents this
    laptop knows there by id; `removal`: what their removal came to, where it was asked for."""

    dry_run: bool
    row: RetentionRow
    evidence: int
    documents: tuple[str, ...]
    filed_at: str | None
    filed: int = 0
    removal: FiledRemoval | None = None


class RetentionActions:
    """`filed_at`: where a project's documents are filed, as a person opens it."""

    def __init__(
        self,
        office: Office,
        vault: Vault,
        may: Leave,
        filed_at: Callable[[Project], str | None],
        filed: FiledRecords,
    ) -> None:
        self._filed = filed
        self._office = office
        self._vault = vault
        self._may = may
        self._filed_at = filed_at

    def rows(self) -> tuple[RetentionRow, ...]:
        """All projects that were closed, in the order in which they were added."""
        now = self._office.clock.now()
        with self._office.look() as session:
            closed = [project for project in session.projects.all() if project.closed_at is not None]
            return tuple(_row(session, project, now) for project in closed)

    def show(self, code: str) -> RetentionRow:
        with self._office.look() as session:
            return _row(session, session.projects.resolve(code), self._office.clock.now())

    def keep(self, code: str, until: datetime, reason: str) -> RetentionRow:
        """Keep the records longer than their term. Raises InputError for a moment within it, or without a reason."""
        why = required(reason, "reason")
        with self._office.change() as work:
            project = _closed(work, code)
            assert project.retention_until is not None  # a closed project has a term
            if until <= max(work.now, project.retention_until):
                raise InputError(msg("retention.within-term", until=project.retention_until))
            self._decide(
                work, project, RecordDecision(id=project.id, decided_at=work.now, keep_until=until, reason=why)
            )
            return _row(work.session, project, work.now)

    def release(self, code: str) -> RetentionRow:
        """Let the records go: from now on they may be deleted. Refused within the term, unless the client asked."""
        now = self._office.clock.now()
        row = self.show(code)
        if row.state not in (RetentionState.CLIENT_ASKED, RetentionState.RELEASED) and _is_within(row, now):
            self._block(code)
        with self._office.change() as work:
            project = _closed(work, code)
            self._decide(work, project, RecordDecision(id=project.id, decided_at=work.now, released=True))
            return _row(work.session, project, work.now)

    def delete_records(self, code: str, *, confirmed: bool, with_filed: bool = False) -> RecordsDeletion:
        """Delete what this laptop keeps of a project; not `confirmed`: say what that is. `with_filed`: also what it filed in
        Office 365, first; where not all of that went, the rest stays and is asked for again. Raises AccessDenied,
        RetentionBlocked before the term without the client's request, InputError while copies of client data are still under
        it, EnvironmentLacking (sign-in, no line)."""
        with self._office.look() as session:
            project = session.projects.resolve(code)
            row = _row(session, project, self._office.clock.now())
            papers = _evidence(session, project)
            live = any(copy.is_live for copy in session.copies.of_project(project.id))
        self._may(Act.RECORDS_DELETE, project.id)
        if row.state is RetentionState.DELETED and row.deleted_at is not None:
            raise InputError(msg("retention.deleted-already", at=row.deleted_at))
        if not may_delete(row.state):
            self._block(code)
        if live:
            raise InputError(msg("retention.copies-left", code=project.code))
        plan = RecordsDeletion(
            dry_run=not confirmed,
            row=row,
            evidence=len(papers),
            documents=project.documents,
            filed_at=self._filed_at(project),
            filed=self._filed.count(project.id),
        )
        if not confirmed:
            return plan
        if with_filed and plan.filed:
            plan = replace(plan, removal=self._removed_there(project))
            if plan.removal is not None and plan.removal.failed:
                return plan
        return self._deleted(project, papers, plan)

    def _removed_there(self, project: Project) -> FiledRemoval:
        with self._office.change() as work:
            data: dict[str, Value] = {"count": self._filed.count(project.id), "documents": len(project.documents)}
            work.note("records.intended", project.id, project=project.id, data=data)
        removal = self._filed.remove(project.id)
        with self._office.change() as work:
            counts: dict[str, Value] = {
                "answers": {answer.value: n for answer, n in removal.answers.items()},
                "failed": removal.failed,
            }
            work.note("records.removed-there", project.id, project=project.id, data=counts)
        return removal

    def _deleted(self, project: Project, papers: tuple[str, ...], plan: RecordsDeletion) -> RecordsDeletion:
        """Word of it first: what a crash leaves standing is taken at the next try, for discarding may be repeated."""
        with self._office.change() as work:
            data: dict[str, Value] = {"count": len(papers), "documents": len(project.documents)}
            work.note("records.intended", project.id, project=project.id, data=data)
        for file_id in papers:
            self._vault.discard_evidence(file_id)
        with self._office.change() as work:
            fresh = work.session.projects.get(project.id)
            work.session.projects.update(replace(fresh, documents=()))
            # No folder of it is looked at any more: what was filed is not spoken of as missing later.
            work.session.documents.forget([document.id for document in work.session.documents.of_project(project.id)])
            known = work.session.record_decisions.find(project.id)
            decision = known or RecordDecision(id=project.id, decided_at=work.now, released=True)
            work.session.record_decisions.put(replace(decision, deleted_at=work.now))
            work.note("records.deleted", project.id, project=project.id, data=data)
            return replace(plan, row=_row(work.session, work.session.projects.get(project.id), work.now))

    def _decide(self, work: Work, project: Project, decision: RecordDecision) -> None:
        before = work.session.record_decisions.find(project.id)
        gone_at = None if before is None else before.deleted_at
        if gone_at is not None and retention_state(project, before, work.now) is RetentionState.DELETED:
            raise InputError(msg("retention.deleted-already", at=gone_at))
        work.session.record_decisions.put(decision)
        data: dict[str, Value] = {"until": stamp(decision.keep_until), "released": decision.released}
        work.note("retention.decided", project.id, project=project.id, data=data)

    def _block(self, code: str) -> None:
        row = self.show(code)
        with self._office.change() as work:
            project = work.session.projects.resolve(code)
            data: dict[str, Value] = {"reason": row.state.value, "until": stamp(row.keep_until or row.retention_until)}
            work.note("retention.blocked", project.id, project=project.id, outcome="refused", data=data)
        raise RetentionBlocked(_why_blocked(row))


def _why_blocked(row: RetentionRow) -> Message:
    if row.state is RetentionState.ACTIVE or row.retention_until is None:
        return msg("retention.blocked-active", code=row.code)
    if row.state is RetentionState.KEPT:
        return msg("retention.blocked-until", code=row.code, until=row.keep_until or row.retention_until)
    return msg("retention.blocked-undecided", code=row.code)


def _is_within(row: RetentionRow, now: datetime) -> bool:
    return row.retention_until is None or now < row.retention_until


def _closed(work: Work, code: str) -> Project:
    project = work.session.projects.resolve(code)
    if project.closed_at is None or project.retention_until is None:
        raise InputError(msg("project.not-closed", code=project.code))
    return project


def _row(session: Session, project: Project, now: datetime) -> RetentionRow:
    decision = session.record_decisions.find(project.id)
    return RetentionRow(
        code=project.code,
        client=session.clients.get(project.client_id).name,
        state=retention_state(project, decision, now),
        closed_at=project.closed_at,
        retention_until=project.retention_until,
        keep_until=None if decision is None else decision.keep_until,
        review_since=review_since(project, decision),
        reason=None if decision is None else decision.reason,
        client_asked=project.client_request_evidence is not None,
        deleted_at=None if decision is None else decision.deleted_at,
    )


def _evidence(session: Session, project: Project) -> tuple[str, ...]:
    """Ids of the sealed papers of the project's agreements."""
    papers = [
        paper
        for agreement in session.agreements.of_project(project.id)
        for paper in (agreement.evidence, agreement.withdrawal_evidence)
        if paper is not None
    ]
    return tuple(dict.fromkeys(paper.id for paper in papers))
