"""All that the rules look at, read in one snapshot, and what of it each rule picks out.

`status` judges by it and the overview says by it what a person can do: one truth for both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from app.actions.alive import NOTE_EVERY, SILENT_AFTER
from app.actions.documents.seen import DocumentsSeen
from app.actions.health_seen import HealthSeen
from app.actions.team_seen import TeamSeen
from app.domain.agreement import Agreement, accepts_copies, needs_review
from app.domain.audience import PlaceLook
from app.domain.certificate import CertificateHead
from app.domain.client import Client, ClientTerms
from app.domain.copy import LONGEST_OUT, CopyState, Location
from app.domain.deadline import proposal_is_late, should_propose
from app.domain.finding import FindingState
from app.domain.folder import FolderKind, WatchedFolder
from app.domain.locking import LockSeen, standing
from app.domain.messages import Message, msg
from app.domain.moments import ClockJudgement, ClockState
from app.domain.ports import KeySource
from app.domain.project import Project, ProjectStatus
from app.domain.retention import RecordDecision
from app.domain.rules import RuleState
from app.domain.sign_in import SignInSeen
from app.domain.storage_place import StoragePlace
from app.store import CopyGroup, FindingCount, WantingGroup

SOON = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """`copies`: all live ones, counted apart at `now` and at `now + SOON` at least. `unreceived`:
    declarations of which the client did not confirm receipt. `drives`: removable ones that are there and not watched."""

    clock: ClockJudgement
    clients: tuple[Client, ...]
    projects: Mapping[str, Project]
    agreements: Mapping[str, Agreement]
    copies: tuple[CopyGroup, ...]
    wanting: tuple[WantingGroup, ...]
    findings: tuple[FindingCount, ...]
    unreceived: tuple[CertificateHead, ...]
    folders: tuple[WatchedFolder, ...]
    folder_states: Mapping[str, str]
    guards_alive_at: datetime | None
    refused_cards: int
    paused_until: datetime | None
    on_the_road: bool
    lock_seen: LockSeen | None  # what the guard of the lock says of itself
    drives: tuple[str, ...]
    key_source: KeySource
    policy_problems: tuple[Message, ...]
    health: HealthSeen
    record_decisions: Mapping[str, RecordDecision] = field(default_factory=dict)  # about projects, by id
    place_looks: Mapping[str, PlaceLook] = field(default_factory=dict)  # at projects' places, by id
    storage: tuple[StoragePlace, ...] = ()
    own_mail: str = ""
    followed: Mapping[str, int] = field(default_factory=dict)  # copies in Office 365 that are followed, by agreement
    sign_in: SignInSeen = field(default_factory=SignInSeen)  # to the firm's Microsoft 365
    team: TeamSeen = field(default_factory=TeamSeen)
    documents: DocumentsSeen = field(default_factory=DocumentsSeen)
    working: int | None = None  # working files outside filed folders, as they were last counted; None: not yet

    @property
    def now(self) -> datetime:
        return self.clock.now

    @property
    def trusted(self) -> bool:
        return self.clock.state is ClockState.TRUSTED

    # -- looking ------------------------------------------------------------------------------------------------------

    @property
    def guards_run(self) -> bool:
        return is_recent(self.guards_alive_at, self.now)

    @property
    def guards_run_now(self) -> bool:
        """A computer is left alone in minutes, not in a day."""
        return self.guards_alive_at is not None and self.now - self.guards_alive_at <= 2 * NOTE_EVERY

    @property
    def watched(self) -> tuple[WatchedFolder, ...]:
        return tuple(folder for folder in self.folders if folder.kind is FolderKind.WATCHED)

    @property
    def unseen(self) -> tuple[WatchedFolder, ...]:
        """Watched folders that were not looked at within a day."""
        return tuple(folder for folder in self.watched if not self._is_seen(folder))

    @property
    def ailing(self) -> tuple[WatchedFolder, ...]:
        """Watched folders with something that a person can mend."""
        return tuple(f for f in self.watched if self.folder_states.get(f.id) == RuleState.ATTENTION.value)

    def _is_seen(self, folder: WatchedFolder) -> bool:
        is_unknown = self.folder_states.get(folder.id) == RuleState.UNKNOWN.value
        return not is_unknown and is_recent(folder.last_reconciled_at, self.now)

    @property
    def lock_standing(self) -> tuple[RuleState, Message]:
        """Whether a computer that nobody touches is locked."""
        if self.lock_seen is None or not self.guards_run_now:
            return RuleState.UNKNOWN, msg("rule.lock-not-watched")
        return standing(self.lock_seen, on_the_road=self.on_the_road)

    # -- findings and agreements --------------------------------------------------------------------------------------

    @property
    def undecided_late(self) -> tuple[FindingCount, ...]:
        """What should have been decided on. What was there before installation is amber, what waits for the client too."""
        return tuple(f for f in self.findings if f.late and not f.first_clean_up and f.state is FindingState.OPEN)

    @property
    def to_review(self) -> tuple[Agreement, ...]:
        """A closing is the end of an agreement without one; only a hold goes on."""
        return tuple(
            agreement
            for agreement in self.agreements.values()
            if needs_review(agreement, self.now) and (agreement.hold or not self.is_closed(agreement.project_id))
        )

    @property
    def accepting(self) -> tuple[Agreement, ...]:
        return tuple(agreement for agreement in self.agreements.values() if accepts_copies(agreement, self.now))

    @property
    def astray(self) -> tuple[Agreement, ...]:
        """Agreements that serve no goal of their project."""
        return tuple(a for a in self.accepting if a.purpose not in self.projects[a.project_id].goals)

    # -- copies -------------------------------------------------------------------------------------------------------

    def is_late(self, group: CopyGroup) -> bool:
        return group.due_at is not None and group.due_at <= self.now

    def wants_a_person(self, group: CopyGroup) -> bool:
        is_soon = group.due_at is not None and group.due_at - self.now <= SOON
        return is_soon or group.state in (CopyState.ASKED, CopyState.BLOCKED)

    def is_followed(self, group: CopyGroup | WantingGroup) -> bool:
        """Copies in Office 365 under an agreement all of whose copies there the assistant follows and removes itself."""
        if group.location is not Location.OFFICE365:
            return False
        there = sum(
            g.copies for g in self.copies if g.agreement_id == group.agreement_id and g.location is Location.OFFICE365
        )
        return self.followed.get(group.agreement_id, 0) >= there > 0

    def is_proposed(self, group: CopyGroup | WantingGroup) -> bool:
        """Outside Office 365 a copy goes as soon as its purpose is fulfilled."""
        is_outside = group.location is not Location.OFFICE365
        return is_outside and should_propose(self.agreements[group.agreement_id], self.now)

    def is_proposed_long(self, group: CopyGroup | WantingGroup) -> bool:
        return self.is_proposed(group) and proposal_is_late(self.agreements[group.agreement_id], self.now)

    def is_endless(self, group: CopyGroup) -> bool:
        """Of a closed project every copy has its end, unless the client asked to keep it."""
        is_held = self.agreements[group.agreement_id].hold
        return group.due_at is None and self.is_closed(group.project_id) and not is_held

    def awaits_approval(self, group: CopyGroup) -> bool:
        return group.special and self.agreements[group.agreement_id].approved_at is None

    @property
    def not_proven(self) -> tuple[WantingGroup, ...]:
        return tuple(group for group in self.wanting if group.state is CopyState.NOT_PROVEN)

    def out_for(self, period: timedelta) -> tuple[WantingGroup, ...]:
        """What has been out of the vault for `period`."""
        out = (group for group in self.wanting if group.state is CopyState.CHECKED_OUT and group.out_since is not None)
        return tuple(group for group in out if group.out_since is not None and self.now - group.out_since >= period)

    @property
    def out_too_long(self) -> tuple[WantingGroup, ...]:
        return self.out_for(LONGEST_OUT)

    # -- clients ------------------------------------------------------------------------------------------------------

    @property
    def bare_clients(self) -> tuple[Client, ...]:
        """Clients of whom no place is known."""
        return tuple(c for c in self.clients if not (c.domains or c.hosts or c.tenant_ids or c.shares or c.mounts))

    @property
    def strict_clients(self) -> tuple[Client, ...]:
        """Clients with terms of their own."""
        return tuple(client for client in self.clients if _has_terms(client.terms))

    @property
    def unsourced_clients(self) -> tuple[Client, ...]:
        return tuple(client for client in self.strict_clients if client.terms.source is None)

    def is_closed(self, project_id: str) -> bool:
        return self.projects[project_id].status is ProjectStatus.CLOSED


def narrowed(picture: Picture, client_id: str) -> Picture:
    """What concerns one client: what is said to it must not speak of others."""
    projects = {id_: project for id_, project in picture.projects.items() if project.client_id == client_id}
    return replace(
        picture,
        clients=tuple(client for client in picture.clients if client.id == client_id),
        projects=projects,
        agreements={id_: a for id_, a in picture.agreements.items() if a.project_id in projects},
        copies=tuple(group for group in picture.copies if group.project_id in projects),
        wanting=tuple(group for group in picture.wanting if group.project_id in projects),
        findings=tuple(finding for finding in picture.findings if finding.client_id == client_id),
        unreceived=tuple(head for head in picture.unreceived if head.project_id in projects),
        documents=picture.documents.of(projects),
        sign_in=picture.sign_in.for_others(),
    )


def is_recent(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and now - moment <= SILENT_AFTER


def count(groups: Iterable[CopyGroup | WantingGroup]) -> int:
    return sum(group.copies for group in groups)


def _has_terms(terms: ClientTerms) -> bool:
    """A term of zero hours is one."""
    return (
        any(term is not None for term in (terms.erasure, terms.decision, terms.retention_years)) or terms.hashed_names
    )
