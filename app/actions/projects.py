"""Projects: add, change, members, close and reopen. Closing starts the week. Source: VR-P4, VT-T2, VR-R1."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.actions.clients import parse_mailbox
from app.actions.deadlines import refresh_project, stamp, take_back_closing, terms_of
from app.actions.errors import refuse_future, required
from app.actions.evidence import keep_evidence
from app.actions.folders import FolderChoice
from app.actions.office import Office, Work
from app.actions.residuals import ResidualRules
from app.domain.audience import PlaceLook
from app.domain.copy import Location, OutsideCopy
from app.domain.deadline import Deadline, deadline, earliest
from app.domain.deletion import Residual
from app.domain.errors import InputError
from app.domain.identity import new_id
from app.domain.messages import msg
from app.domain.project import Member, Project, ProjectStatus, retention_until, takes_back
from app.domain.retention import RetentionState, retention_state
from app.store import ProjectStanding, Session
from app.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectView:
    """A project with what hangs on it (contract: `project list`). `next_end`: when its first copies go, by deadline or plan;
    None while no end is known. `records`: whether its records stay; `look`: what was last seen of who can open its place."""

    project: Project
    client: str
    open_findings: int
    copies: int
    overdue: int
    next_end: datetime | None = None
    records: RetentionState = RetentionState.ACTIVE
    look: PlaceLook | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingItem:
    """What a closing does to one copy. `action`: delete | attest (a copy that is no file) | stays (a longer agreement)."""

    copy: OutsideCopy
    due_at: datetime | None
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    dry_run: bool
    closed_at: datetime
    items: tuple[ClosingItem, ...]
    residuals: tuple[Residual, ...]


class ProjectActions:
    def __init__(self, office: Office, vault: Vault, folders: FolderChoice, residuals: ResidualRules) -> None:
        self._office = office
        self._vault = vault
        self._folders = folders
        self._residuals = residuals

    def list(self) -> tuple[ProjectView, ...]:
        now = self._office.clock.now()
        with self._office.look() as session:
            copies, counts = session.listing.standing(now), _open_findings(session)
            clients, around = session.listing.client_names(), _Around(session, now)
            return tuple(
                around.seen(_view(project, clients[project.client_id], counts[project.id], copies.get(project.id)))
                for project in session.projects.all()
            )

    def show(self, code: str) -> ProjectView:
        with self._office.look() as session:
            return view_of(session, session.projects.resolve(code), self._office.clock.now())

    def add(
        self,
        code: str,
        client_name: str,
        *,
        goals: tuple[str, ...] = (),
        documents: tuple[Path, ...] = (),
        members: tuple[str, ...] = (),
        principal: str | None = None,
    ) -> ProjectView:
        """Add a project. Raises InputError for a taken code, a folder that must be refused or belongs to another project."""
        with self._office.change() as work:
            code = _free_code(work, required(code, "code"), None)
            client = work.session.clients.resolve(client_name)
            project = Project(
                id=new_id(),
                code=code,
                client_id=client.id,
                created_at=work.now,
                principal=required(principal, "principal") if principal else None,
                goals=tuple(dict.fromkeys(required(goal, "goal") for goal in goals)),
                members=tuple({member.mail: member for member in (_member(text, None) for text in members)}.values()),
                documents=tuple(self._folders.documents(work.session, folder, None) for folder in documents),
            )
            work.session.projects.add(project)
            work.note(
                "project.added",
                project.id,
                project=project.id,
                data={
                    "client": client.id,
                    "goals": len(project.goals),
                    "members": len(project.members),
                    "documents": len(project.documents),
                },
            )
            return view_of(work.session, project, work.now)

    def change(
        self,
        code: str,
        *,
        goals: tuple[str, ...] = (),
        documents: tuple[Path, ...] = (),
        principal: str | None = None,
        new_code: str | None = None,
    ) -> ProjectView:
        """Add goals or folders, set the principal (an empty text: none is known), rename. Raises InputError."""
        with self._office.change() as work:
            project = work.session.projects.resolve(code)
            folders = tuple(self._folders.documents(work.session, folder, project.id) for folder in documents)
            changed = replace(
                project,
                goals=tuple(dict.fromkeys((*project.goals, *(required(goal, "goal") for goal in goals)))),
                documents=tuple(dict.fromkeys((*project.documents, *folders))),
                principal=_principal(principal, project.principal),
            )
            if new_code is not None:
                changed = replace(changed, code=_free_code(work, required(new_code, "code"), project))
            if changed != project:
                work.session.projects.update(changed)
                work.note(
                    "project.changed", project.id, project=project.id, data={"fields": _differing(project, changed)}
                )
            return view_of(work.session, changed, work.now)

    def remove_documents(self, code: str, folder: str) -> ProjectView:
        """A folder no longer holds documentation of this project; nothing in it is touched. Raises InputError."""
        with self._office.change() as work:
            project = work.session.projects.resolve(code)
            if folder not in project.documents:
                raise InputError(msg("project.folder-unknown", path=folder, code=project.code))
            changed = replace(project, documents=tuple(known for known in project.documents if known != folder))
            work.session.projects.update(changed)
            work.note("project.changed", project.id, project=project.id, data={"fields": ["documents"]})
            return view_of(work.session, changed, work.now)

    def add_member(self, code: str, mailbox: str, until: datetime | None = None) -> ProjectView:
        with self._office.change() as work:
            project = work.session.projects.resolve(code)
            member = _member(mailbox, until)
            if until is not None and until <= work.now:
                raise InputError(msg("member.until-past", until=until))
            others = tuple(m for m in project.members if m.mail != member.mail)
            changed = replace(project, members=(*others, member))
            work.session.projects.update(changed)
            work.note("member.added", project.id, project=project.id, data={"until": stamp(until)})
            return view_of(work.session, changed, work.now)

    def remove_member(self, code: str, mailbox: str, until: datetime | None = None) -> ProjectView:
        """End a membership, now or at `until`. Removed is a state: the row stays, so that a card can carry it."""
        with self._office.change() as work:
            project = work.session.projects.resolve(code)
            mail = parse_mailbox(mailbox).mail
            if not any(m.mail == mail for m in project.members):
                raise InputError(msg("member.unknown", code=project.code))
            end = until or work.now
            members = tuple(replace(m, until=end) if m.mail == mail else m for m in project.members)
            changed = replace(project, members=members)
            work.session.projects.update(changed)
            work.note("member.removed", project.id, project=project.id, data={"until": stamp(end)})
            return view_of(work.session, changed, work.now)

    def close(self, code: str, at: datetime | None = None, *, dry_run: bool = False) -> Closing:
        """Close a project: its copies fall due a week later, or at the client's shorter term. Raises InputError."""
        if dry_run:
            with self._office.look() as session:
                return self._plan(Work(session, self._office.clock.now(), self._office.actor), code, at, dry_run=True)
        with self._office.change() as work:
            plan = self._plan(work, code, at, dry_run=False)
            project = work.session.projects.resolve(code)
            close_project(work, project, plan.closed_at)
            copies = {copy.id: copy for copy in work.session.copies.of_project(project.id)}
            return replace(plan, items=tuple(replace(item, copy=copies[item.copy.id]) for item in plan.items))

    def reopen(self, code: str, reason: str) -> ProjectView:
        """Within 24 h of the closing it is taken back; later new work starts and existing copies keep their end."""
        with self._office.change() as work:
            project = work.session.projects.resolve(code)
            required(reason, "reason")
            if project.closed_at is None:
                raise InputError(msg("project.not-closed", code=project.code))
            return view_of(work.session, reopen_project(work, project, work.now), work.now)

    def client_request(self, code: str, evidence: Path) -> ProjectView:
        """The client asks that the project's records be deleted before their term (VR-R1)."""
        with self._office.look() as session:
            project_id = session.projects.resolve(code).id
        kept = keep_evidence(self._vault, evidence)
        with self._office.change() as work:
            project = work.session.projects.get(project_id)
            changed = replace(project, client_request_evidence=kept.sha256)
            work.session.projects.update(changed)
            work.note("project.client-request", project.id, project=project.id, data={"evidence": kept.sha256})
            return view_of(work.session, changed, work.now)

    def _plan(self, work: Work, code: str, at: datetime | None, *, dry_run: bool) -> Closing:
        """What a closing means for each live copy, and what its deletion will not reach."""
        project = work.session.projects.resolve(code)
        if project.closed_at is not None:
            raise InputError(msg("project.closed-already", code=project.code, at=project.closed_at))
        closed_at = at or work.now
        refuse_future(closed_at, work.now)
        closed = replace(project, status=ProjectStatus.CLOSED, closed_at=closed_at, closing_known_at=work.now)
        terms = terms_of(work, project)
        agreements = {a.id: a for a in work.session.agreements.of_project(project.id)}
        followed = work.session.cloud_copies.followed()
        items: list[ClosingItem] = []
        residuals: list[Residual] = []
        for copy in work.session.copies.of_project(project.id):
            if copy.is_live:
                known = Deadline(copy.due_at, copy.trigger) if copy.due_at and copy.trigger else None
                end = earliest(known, deadline(agreements[copy.agreement_id], closed, terms))
                action = _action(copy, end, is_followed=copy.id in followed)
                items.append(ClosingItem(copy=copy, due_at=end.due_at if end else None, action=action))
                if end is not None:
                    residuals += self._residuals.foretold(copy, end.due_at)
        return Closing(
            dry_run=dry_run, closed_at=closed_at, items=tuple(items), residuals=tuple(dict.fromkeys(residuals))
        )


def close_project(work: Work, project: Project, closed_at: datetime) -> Project:
    """Record a closing, wherever it was decided. A closing that is known already only moves earlier."""
    if project.closed_at is not None and project.closed_at <= closed_at:
        return project
    terms = terms_of(work, project)
    closed = replace(
        project,
        status=ProjectStatus.CLOSED,
        closed_at=closed_at,
        closing_known_at=project.closing_known_at or work.now,
        retention_until=retention_until(closed_at, terms),
    )
    work.session.projects.update(closed)
    copies = refresh_project(work, closed)
    late = any(copy.due_at is not None and copy.due_at < work.now for copy in copies)
    work.note(
        "project.closed",
        project.id,
        project=project.id,
        data={"closed_at": stamp(closed_at), "copies": len(copies), "late": late},
    )
    work.note("contract.closed", project.id, project=project.id, data={"copies": len(copies)})
    return closed


def reopen_project(work: Work, project: Project, reopened_at: datetime) -> Project:
    if project.closed_at is None:
        return project
    opened = replace(project, status=ProjectStatus.ACTIVE, closed_at=None, closing_known_at=None, retention_until=None)
    work.session.projects.update(opened)
    taken_back = takes_back(project.closed_at, reopened_at)
    copies = take_back_closing(work, opened, project.closing_known_at) if taken_back else ()
    work.note(
        "project.reopened", project.id, project=project.id, data={"taken_back": taken_back, "copies": len(copies)}
    )
    return opened


def view_of(session: Session, project: Project, now: datetime) -> ProjectView:
    client = session.clients.get(project.client_id).name
    copies = session.listing.standing(now, project.id).get(project.id)
    return _Around(session, now).seen(_view(project, client, _open_findings(session)[project.id], copies))


class _Around:
    """What is known of projects beside their copies: decisions about records, looks at their places."""

    def __init__(self, session: Session, now: datetime) -> None:
        self._decisions = {decision.id: decision for decision in session.record_decisions.all()}
        self._looks = {look.id: look for look in session.place_looks.all()}
        self._now = now

    def seen(self, view: ProjectView) -> ProjectView:
        id_ = view.project.id
        state = retention_state(view.project, self._decisions.get(id_), self._now)
        return replace(view, records=state, look=self._looks.get(id_))


def _open_findings(session: Session) -> Counter[str | None]:
    """How many a person has not decided on, by project."""
    counts: Counter[str | None] = Counter()
    for _, project_id, files in session.listing.open_findings():
        counts[project_id] += files
    return counts


def _view(project: Project, client: str, open_findings: int, copies: ProjectStanding | None) -> ProjectView:
    return ProjectView(
        project=project,
        client=client,
        open_findings=open_findings,
        copies=0 if copies is None else copies.copies,
        overdue=0 if copies is None else copies.overdue,
        next_end=None if copies is None else copies.next_end,
    )


def _free_code(work: Work, code: str, own: Project | None) -> str:
    """Raises InputError when another project has it, whatever the case."""
    known = work.session.projects.by_code(code)
    if known is not None and (own is None or known.id != own.id):
        raise InputError(msg("project.exists", code=code))
    return code


def _principal(told: str | None, known: str | None) -> str | None:
    if told is None:
        return known
    return required(told, "principal") if told else None


def _action(copy: OutsideCopy, end: Deadline | None, *, is_followed: bool) -> str:
    if end is None:
        return "stays"
    if is_followed and copy.location is Location.OFFICE365:
        return "delete"
    return "attest" if copy.location in (Location.ELSEWHERE, Location.OFFICE365) else "delete"


def _member(mailbox: str, until: datetime | None) -> Member:
    contact = parse_mailbox(mailbox)
    return Member(name=contact.name, mail=contact.mail, until=until)


def _differing(old: Project, new: Project) -> list[str]:
    return [name for name in ("code", "principal", "goals", "documents") if getattr(old, name) != getattr(new, name)]
