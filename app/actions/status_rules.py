"""How each rule of the procedure stands, from one picture of the store. Unknown is never shown green."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from app.actions.alive import SILENT_AFTER
from app.domain.agreement import Agreement, accepts_copies, needs_review
from app.domain.client import Client, ClientTerms
from app.domain.copy import CopyState, Location
from app.domain.deadline import proposal_is_late, should_propose
from app.domain.finding import Finding, FindingState
from app.domain.folder import FolderKind, WatchedFolder
from app.domain.messages import Message, msg
from app.domain.project import Project, ProjectStatus
from app.domain.rules import RuleState
from app.store import CopyGroup

SOON = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """All that the rules look at, read in one snapshot."""

    now: datetime
    trusted: bool
    clients: tuple[Client, ...]
    projects: Mapping[str, Project]
    agreements: Mapping[str, Agreement]
    copies: tuple[CopyGroup, ...]  # all but the deleted ones, counted
    findings: tuple[Finding, ...]
    folders: tuple[WatchedFolder, ...]
    folder_states: Mapping[str, str]
    guards_alive_at: datetime | None
    refused_cards: int

    @property
    def live(self) -> tuple[CopyGroup, ...]:
        return tuple(group for group in self.copies if group.state is not CopyState.NOT_PROVEN)

    @property
    def watched(self) -> tuple[WatchedFolder, ...]:
        return tuple(folder for folder in self.folders if folder.kind is FolderKind.WATCHED)

    @property
    def guards_run(self) -> bool:
        return is_recent(self.guards_alive_at, self.now)


def narrowed(picture: Picture, client_id: str) -> Picture:
    """What concerns one client: what is said to it must not speak of others."""
    projects = {id_: project for id_, project in picture.projects.items() if project.client_id == client_id}
    return replace(
        picture,
        clients=tuple(client for client in picture.clients if client.id == client_id),
        projects=projects,
        agreements={id_: a for id_, a in picture.agreements.items() if a.project_id in projects},
        copies=tuple(group for group in picture.copies if group.project_id in projects),
        findings=tuple(finding for finding in picture.findings if finding.client_id == client_id),
    )


Seen = tuple[RuleState, Message, int, "datetime | None"]


def _count(groups: Iterable[CopyGroup]) -> int:
    return sum(group.copies for group in groups)


def is_recent(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and now - moment <= SILENT_AFTER


def _not_looked(picture: Picture) -> Seen | None:
    """Why nobody can say what is outside: no folder is watched, the guards do not run, a folder was not looked at."""
    if not picture.folders:
        return RuleState.UNKNOWN, msg("rule.no-folders"), 0, None
    if not picture.guards_run:
        return RuleState.UNKNOWN, msg("rule.guards-silent"), 0, picture.guards_alive_at
    unseen = [folder for folder in picture.watched if not _is_seen(picture, folder)]
    if unseen:
        return RuleState.UNKNOWN, msg("rule.folders-not-seen", n=len(unseen)), len(unseen), None
    return None


def _is_seen(picture: Picture, folder: WatchedFolder) -> bool:
    is_unknown = picture.folder_states.get(folder.id) == RuleState.UNKNOWN.value
    return not is_unknown and is_recent(folder.last_reconciled_at, picture.now)


def _classified(picture: Picture) -> Seen:
    """VR-K1: are the watched folders looked at?"""
    not_looked = _not_looked(picture)
    if not_looked is not None:
        return not_looked
    ailing = [f for f in picture.watched if picture.folder_states.get(f.id) == RuleState.ATTENTION.value]
    if ailing:
        return RuleState.ATTENTION, msg("rule.folders-ailing", n=len(ailing)), len(ailing), None
    return RuleState.OK, msg("rule.folders-seen", n=len(picture.folders)), len(picture.folders), None


def _inside(picture: Picture) -> Seen:
    """VR-P1a: what is outside and not yet decided about."""
    if picture.findings:
        since = min(finding.found_at for finding in picture.findings)
        return RuleState.ATTENTION, msg("rule.findings-open", n=len(picture.findings)), len(picture.findings), since
    return _not_looked(picture) or (RuleState.OK, msg("rule.nothing-open"), 0, None)


def _environment(picture: Picture) -> Seen:
    """VR-P1b: the register that tells what the client environment is."""
    if not picture.clients:
        return RuleState.NOT_APPLICABLE, msg("rule.no-clients"), 0, None
    bare = [c for c in picture.clients if not (c.domains or c.hosts or c.tenant_ids or c.shares or c.mounts)]
    if bare:
        return RuleState.ATTENTION, msg("rule.clients-bare", n=len(bare)), len(bare), None
    return RuleState.OK, msg("rule.clients-known", n=len(picture.clients)), len(picture.clients), None


def _agreed(picture: Picture) -> Seen:
    """VR-P3: decided within the term? What was there before installation is amber, not red."""
    late = [f for f in picture.findings if f.decide_by <= picture.now]
    red = [f for f in late if not f.first_clean_up and f.state is FindingState.OPEN]
    if red:
        since = min(finding.decide_by for finding in red)
        return RuleState.OVERDUE, msg("rule.findings-late", n=len(red)), len(red), since
    if picture.findings:
        return RuleState.ATTENTION, msg("rule.findings-open", n=len(picture.findings)), len(picture.findings), None
    review = [agreement for agreement in picture.agreements.values() if _asks_review(picture, agreement)]
    if review:
        return RuleState.ATTENTION, msg("rule.agreements-review", n=len(review)), len(review), None
    return _not_looked(picture) or (RuleState.OK, msg("rule.all-agreed"), 0, None)


def _asks_review(picture: Picture, agreement: Agreement) -> bool:
    """A closing is the end of an agreement without one; only a hold goes on."""
    is_closed = picture.projects[agreement.project_id].status is ProjectStatus.CLOSED
    return needs_review(agreement, picture.now) and (agreement.hold or not is_closed)


def _in_time(picture: Picture) -> Seen:
    """VR-P4: gone in time?"""
    late = [g for g in picture.live if g.due_at is not None and g.due_at <= picture.now]
    if late and not picture.trusted:
        return RuleState.UNKNOWN, msg("status.clock-suspect"), _count(late), None
    if late:
        since = min(group.due_at for group in late if group.due_at is not None)
        return RuleState.OVERDUE, msg("rule.copies-late", n=_count(late)), _count(late), since
    lost = [group for group in picture.copies if group.state is CopyState.NOT_PROVEN]
    if lost:
        return RuleState.ATTENTION, msg("rule.copies-not-proven", n=_count(lost)), _count(lost), None
    wanting = [group for group in picture.live if _wants_a_person(group, picture.now)]
    if wanting:
        return RuleState.ATTENTION, msg("rule.copies-soon", n=_count(wanting)), _count(wanting), None
    return RuleState.OK, msg("rule.copies-in-time", n=_count(picture.live)), _count(picture.live), None


def _wants_a_person(group: CopyGroup, now: datetime) -> bool:
    is_soon = group.due_at is not None and group.due_at - now <= SOON
    return is_soon or group.state in (CopyState.ASKED, CopyState.BLOCKED)


def _purpose(picture: Picture) -> Seen:
    """VR-U1: every agreement serves a goal of its project."""
    active = [a for a in picture.agreements.values() if accepts_copies(a, picture.now)]
    astray = [a for a in active if a.purpose not in picture.projects[a.project_id].goals]
    if astray:
        return RuleState.ATTENTION, msg("rule.purpose-astray", n=len(astray)), len(astray), None
    if not active:
        return RuleState.NOT_APPLICABLE, msg("rule.no-agreements"), 0, None
    return RuleState.OK, msg("rule.purpose-set", n=len(active)), len(active), None


def _other_place(picture: Picture) -> Seen:
    """VR-U5b: outside Office 365 a copy goes as soon as its purpose is fulfilled."""
    outside = [group for group in picture.live if group.location is not Location.OFFICE365]
    proposed = [g for g in outside if should_propose(picture.agreements[g.agreement_id], picture.now)]
    late = [g for g in proposed if proposal_is_late(picture.agreements[g.agreement_id], picture.now)]
    if late:
        met = (picture.agreements[group.agreement_id].purpose_fulfilled_at for group in late)
        since = min((moment for moment in met if moment is not None), default=None)
        return RuleState.ATTENTION, msg("rule.purpose-met-late", n=_count(late)), _count(late), since
    if proposed:
        return RuleState.OK, msg("rule.purpose-met", n=_count(proposed)), _count(proposed), None
    return RuleState.OK, msg("rule.no-purpose-met"), 0, None


def _client_terms(picture: Picture) -> Seen:
    """VT-A4, VT-T3: the client's own terms, with their source."""
    strict = [client for client in picture.clients if _has_terms(client.terms)]
    if not strict:
        return RuleState.NOT_APPLICABLE, msg("rule.no-terms"), 0, None
    unsourced = [c for c in strict if c.terms.source is None]
    if unsourced:
        return RuleState.ATTENTION, msg("rule.terms-unsourced", n=len(unsourced)), len(unsourced), None
    return RuleState.OK, msg("rule.terms-applied", n=len(strict)), len(strict), None


def _has_terms(terms: ClientTerms) -> bool:
    """A term of zero hours is one."""
    return (
        any(term is not None for term in (terms.erasure, terms.decision, terms.retention_years)) or terms.hashed_names
    )


def _minimal(_picture: Picture) -> Seen:
    """VT-B2: the journal refuses any field that is not on its list."""
    return RuleState.OK, msg("rule.minimal"), 0, None


def _authentic(picture: Picture) -> Seen:
    """VT-C4: cards that were refused are shown."""
    if picture.refused_cards:
        return RuleState.ATTENTION, msg("rule.cards-refused", n=picture.refused_cards), picture.refused_cards, None
    return RuleState.OK, msg("rule.cards-fine"), 0, None


def _closed(picture: Picture) -> Seen:
    """VT-T2: every copy of a closed project has its end, unless the client asked to keep it."""
    closed = {p.id for p in picture.projects.values() if p.status is ProjectStatus.CLOSED}
    ended = [group for group in picture.live if group.project_id in closed]
    endless = [g for g in ended if g.due_at is None and not picture.agreements[g.agreement_id].hold]
    if endless:
        return RuleState.ATTENTION, msg("rule.closed-endless", n=_count(endless)), _count(endless), None
    return RuleState.OK, msg("rule.closed-fine", n=len(closed)), len(closed), None


def _assessed(picture: Picture) -> Seen:
    """VT-U1: special categories wait for the lead's approval."""
    waiting = [g for g in picture.live if g.special and picture.agreements[g.agreement_id].approved_at is None]
    if waiting:
        return RuleState.ATTENTION, msg("rule.approval-waits", n=_count(waiting)), _count(waiting), None
    return RuleState.OK, msg("rule.approved"), 0, None


RULES: Final[Mapping[str, Callable[[Picture], Seen]]] = MappingProxyType(
    {
        "VR-K1": _classified,
        "VR-P1a": _inside,
        "VR-P1b": _environment,
        "VR-P3": _agreed,
        "VR-P4": _in_time,
        "VR-U1": _purpose,
        "VR-U5b": _other_place,
        "VT-A4": _client_terms,
        "VT-B2": _minimal,
        "VT-C4": _authentic,
        "VT-T2": _closed,
        "VT-T3": _client_terms,
        "VT-U1": _assessed,
    }
)
