"""Pictures of a laptop in all kinds of states, and the counting of copies written once more, as plainly as can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import strategies as st

from app.actions.health_seen import HealthSeen
from app.actions.picture import SOON, Picture
from app.domain.agreement import Agreement, Evidence, Place
from app.domain.certificate import CertificateHead
from app.domain.client import Client, ClientTerms
from app.domain.copy import AskedWhy, CopyState, Location, OutsideCopy
from app.domain.finding import FindingState
from app.domain.folder import FolderKind, WatchedFolder
from app.domain.health import HealthCheck, HealthFacts, HealthFinding, HealthLimits
from app.domain.health_judging import judge
from app.domain.health_records import Attestation, PartnerReview
from app.domain.locking import LockSeen, LockWatch
from app.domain.messages import msg
from app.domain.moments import ClockJudgement, ClockReason, ClockState
from app.domain.ports import KeySource
from app.domain.project import Project, ProjectStatus
from app.domain.rules import RuleState
from app.domain.sign_in import SignInReason, SignInSeen, SignInState
from app.store import CopyGroup, FindingCount, WantingGroup
from tests.fakes import START as NOW
from tests.health_samples import READING, SOUND

DAY, HOUR, SECOND = timedelta(days=1), timedelta(hours=1), timedelta(seconds=1)
OFFSETS = (-90 * DAY, -8 * DAY, -25 * HOUR, -DAY, -HOUR, -SECOND, 0 * DAY, SECOND, 5 * HOUR, DAY, DAY + SECOND)
OFFSETS += (3 * DAY, 7 * DAY, 8 * DAY, 40 * DAY)
RULE_STATES = (RuleState.NOT_APPLICABLE, RuleState.UNKNOWN, RuleState.ATTENTION, RuleState.OVERDUE)
EVIDENCE = Evidence(id="e" * 26, name="akkoord.eml", sha256="0" * 64, size_bytes=1)
WANTING = (CopyState.ASKED, CopyState.BLOCKED, CopyState.CHECKED_OUT, CopyState.NOT_PROVEN)
GOAL = "Salarisonderzoek"

moments = st.sampled_from(OFFSETS).map(lambda offset: NOW + offset)
past = st.sampled_from([offset for offset in OFFSETS if offset <= timedelta(0)]).map(lambda offset: NOW + offset)
maybe = st.none() | moments


# -- counting, plainly ------------------------------------------------------------------------------------------------


def count_standing(copies: Iterable[OutsideCopy], edges: Sequence[datetime]) -> list[CopyGroup]:
    """What `Copies.standing` says of these copies, but for the order."""
    alike: defaultdict[tuple[object, ...], list[OutsideCopy]] = defaultdict(list)
    for copy in copies:
        if copy.is_live:
            span = None if copy.due_at is None else sum(copy.due_at > edge for edge in set(edges))
            key = (copy.agreement_id, copy.location, copy.state, copy.special, copy.planned_at, span)
            alike[key].append(copy)
    return [
        CopyGroup(
            first.project_id,
            first.agreement_id,
            first.location,
            first.state,
            min((copy.due_at for copy in found if copy.due_at is not None), default=None),
            first.planned_at,
            first.special,
            len(found),
        )
        for found in alike.values()
        for first in found[:1]
    ]


def count_wanting(copies: Iterable[OutsideCopy], now: datetime) -> list[WantingGroup]:
    """What `Copies.wanting` says of these copies, but for the order."""
    alike: defaultdict[tuple[object, ...], list[OutsideCopy]] = defaultdict(list)
    for copy in copies:
        if copy.state in WANTING:
            key = (copy.project_id, copy.agreement_id, copy.location, copy.state, copy.asked_why, copy.blocked_by)
            alike[key].append(copy)
    return [
        WantingGroup(
            first.project_id,
            first.agreement_id,
            first.location,
            first.state,
            first.asked_why,
            first.blocked_by,
            len(found),
            sum(copy.due_at is not None and copy.due_at <= now for copy in found),
            _first(copy.due_at for copy in found),
            _first(copy.asked_at for copy in found),
            _first(copy.checked_out_at for copy in found),
            min(copy.id for copy in found),
        )
        for found in alike.values()
        for first in found[:1]
    ]


def _first(moments: Iterable[datetime | None]) -> datetime | None:
    return min((moment for moment in moments if moment is not None), default=None)


# -- pictures ---------------------------------------------------------------------------------------------------------


def calm() -> Picture:
    """Everything set up and nothing the matter."""
    client = Client(id="client", name="Gemeente Voorbeeldstad", created_at=NOW, domains=("voorbeeldstad.example",))
    folder = WatchedFolder(
        id="downloads",
        path="/home/robin/Downloads",
        kind=FolderKind.WATCHED,
        added_at=NOW - 30 * DAY,
        last_reconciled_at=NOW - HOUR,
    )
    return Picture(
        clock=clock(ClockState.TRUSTED),
        clients=(client,),
        projects={"project": a_project()},
        agreements={"agreement": an_agreement()},
        copies=(),
        wanting=(),
        findings=(),
        unreceived=(),
        folders=(folder,),
        folder_states={"downloads": RuleState.OK.value},
        guards_alive_at=NOW,
        refused_cards=0,
        working=0,
        paused_until=None,
        on_the_road=False,
        lock_seen=LockSeen(watch=LockWatch.READY),
        drives=(),
        key_source=KeySource.CREDENTIAL_STORE,
        policy_problems=(),
        health=protected(),
    )


def protected(facts: HealthFacts = SOUND, **changes: object) -> HealthSeen:
    """A laptop in order, looked at an hour ago, with everything vouched for."""
    values: dict[str, object] = {
        "findings": judge(facts, READING, NOW, HealthLimits()),
        "looked_at": NOW - HOUR,
        "attestations": (
            Attestation(id="mfa", device="mfa", attested_by="IT-beheer", attested_at=NOW - DAY, until=NOW + 90 * DAY),
        ),
        "partner": PartnerReview(
            id="review",
            name="Netwerkbeheer Voorbeeld",
            contact="servicedesk@netwerkbeheer.example",
            reviewed_at=NOW - 30 * DAY,
            recorded_at=NOW - 30 * DAY,
        ),
    }
    return HealthSeen(**(values | changes))  # type: ignore[arg-type]


def clock(state: ClockState) -> ClockJudgement:
    reason = ClockReason.SAME_BOOT if state is ClockState.TRUSTED else ClockReason.LEAP
    return ClockJudgement(state=state, reason=reason, now=NOW, highest_trusted_at=NOW)


def a_project(**changes: object) -> Project:
    values: dict[str, object] = {
        "id": "project",
        "code": "VB-1",
        "client_id": "client",
        "created_at": NOW - 60 * DAY,
        "goals": (GOAL,),
    }
    return Project(**(values | changes))  # type: ignore[arg-type]


def an_agreement(**changes: object) -> Agreement:
    values: dict[str, object] = {
        "id": "agreement",
        "project_id": "project",
        "scope": "Salarisbestand 2026",
        "purpose": GOAL,
        "place": Place.LAPTOP,
        "agreed_with_name": "Eva Smit",
        "agreed_with_mail": "eva@voorbeeldstad.example",
        "agreed_at": NOW - DAY,
        "registered_at": NOW - DAY,
        "evidence": EVIDENCE,
    }
    return Agreement(**(values | changes))  # type: ignore[arg-type]


def a_copy(**changes: object) -> OutsideCopy:
    values: dict[str, object] = {
        "id": "copy",
        "project_id": "project",
        "agreement_id": "agreement",
        "location": Location.VAULT,
        "name": "lonen.xlsx",
        "created_at": NOW - DAY,
    }
    return OutsideCopy(**(values | changes))  # type: ignore[arg-type]


def a_declaration(**changes: object) -> CertificateHead:
    values: dict[str, object] = {
        "id": "declaration",
        "project_id": "project",
        "agreement_id": "agreement",
        "issued_at": NOW - HOUR,
        "copies": 2,
        "methods": ("crypto-erase",),
        "residuals": 0,
        "complete": True,
    }
    return CertificateHead(**(values | changes))  # type: ignore[arg-type]


def with_copies(picture: Picture, *copies: OutsideCopy, edges: Sequence[datetime] = ()) -> Picture:
    return replace(
        picture,
        copies=tuple(count_standing(copies, [NOW, NOW + SOON, *edges])),
        wanting=tuple(count_wanting(copies, NOW)),
    )


def sign_ins() -> st.SearchStrategy[SignInSeen]:
    """How it may stand with signing in to Microsoft 365."""
    moments = st.sampled_from([None, NOW - 2 * DAY, NOW + DAY])
    return st.one_of(
        st.just(SignInSeen()),
        st.builds(SignInSeen, state=st.just(SignInState.SIGNED_OUT)),
        st.builds(SignInSeen, state=st.just(SignInState.SIGNED_IN), expires_at=st.just(NOW + DAY)),
        st.builds(SignInSeen, state=st.just(SignInState.LAPSED), expires_at=st.just(NOW - DAY)),
        st.builds(SignInSeen, state=st.just(SignInState.NEEDED), reason=st.sampled_from(SignInReason), since=moments),
    )


@st.composite
def copies_of(draw: st.DrawFn, agreements: Sequence[Agreement]) -> list[OutsideCopy]:
    """Copies in every state the program knows, as the actions leave them."""
    found = []
    for number in range(draw(st.integers(0, 12))):
        agreement = draw(st.sampled_from(agreements))
        state = draw(
            st.sampled_from([s for s in CopyState if s not in (CopyState.OVERDUE, CopyState.WAITING_FOR_TIME)])
        )
        is_asked = state is CopyState.ASKED or (state is CopyState.CHECKED_OUT and draw(st.booleans()))
        found.append(
            a_copy(
                id=f"copy-{number:02}",
                agreement_id=agreement.id,
                project_id=agreement.project_id,
                location=draw(st.sampled_from(Location)),
                state=state,
                special=draw(st.booleans()),
                due_at=draw(maybe),
                planned_at=draw(st.none() | st.none() | moments),
                asked_why=draw(st.sampled_from(AskedWhy)) if is_asked else None,
                asked_at=draw(past) if is_asked else None,
                blocked_by=draw(st.sampled_from(["Excel", "place", "vault", "EACCES"]))
                if state.value == "blocked"
                else None,
                checked_out_at=draw(past) if state is CopyState.CHECKED_OUT else None,
            )
        )
    return found


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    clients = tuple(
        Client(
            id=f"client-{number}",
            name=f"Klant {number}",
            created_at=NOW,
            domains=draw(st.sampled_from([(), ("klant.example",)])),
            terms=draw(
                st.sampled_from([ClientTerms(), ClientTerms(erasure=HOUR), ClientTerms(decision=HOUR, source="DPA")])
            ),
        )
        for number in range(draw(st.integers(0, 5)))
    )
    projects = {
        f"project-{number}": a_project(
            id=f"project-{number}",
            code=f"P-{number}",
            client_id=draw(st.sampled_from(clients)).id,
            **draw(st.sampled_from([{}, {"status": ProjectStatus.CLOSED, "closed_at": NOW - DAY}])),
        )
        for number in range(draw(st.integers(0, 6)) if clients else 0)
    }
    agreements = {
        f"agreement-{number}": an_agreement(
            id=f"agreement-{number}",
            project_id=draw(st.sampled_from(sorted(projects))),
            purpose=draw(st.sampled_from([GOAL, "Iets anders"])),
            agreed_at=draw(past),
            hold=draw(st.booleans()),
            valid_until=draw(maybe),
            purpose_fulfilled_at=draw(maybe),
            approved_at=draw(st.none() | past),
        )
        for number in range(draw(st.integers(0, 8)) if projects else 0)
    }
    copies = draw(copies_of(list(agreements.values()))) if agreements else []
    folders = tuple(
        WatchedFolder(
            id=f"folder-{number}",
            path=f"/home/robin/map-{number}",
            kind=draw(st.sampled_from([FolderKind.WATCHED, FolderKind.CLIENT_PLACE])),
            added_at=NOW - 40 * DAY,
            last_reconciled_at=draw(st.none() | past),
        )
        for number in range(draw(st.integers(0, 5)))
    )
    picture = Picture(
        clock=clock(draw(st.sampled_from(ClockState))),
        clients=clients,
        projects=projects,
        agreements=agreements,
        copies=(),
        wanting=(),
        findings=tuple(draw(st.lists(finding_counts(clients), max_size=10, unique_by=lambda f: f[:6]))),
        unreceived=tuple(
            a_declaration(id=f"declaration-{number}", project_id=draw(st.sampled_from(sorted(projects))))
            for number in range(draw(st.integers(0, 3)) if projects else 0)
        ),
        folders=folders,
        folder_states={f.id: draw(st.sampled_from(["ok", "attention", "unknown"])) for f in folders},
        guards_alive_at=draw(st.none() | past),
        refused_cards=draw(st.integers(0, 2)),
        working=draw(st.sampled_from([None, 0, 3])),
        paused_until=draw(st.none() | st.just(NOW + HOUR)),
        on_the_road=draw(st.booleans()),
        lock_seen=draw(st.none() | st.builds(LockSeen, watch=st.sampled_from(LockWatch))),
        drives=draw(st.sampled_from([(), ("/media/robin/stick",)])),
        key_source=draw(st.sampled_from(KeySource)),
        policy_problems=draw(st.sampled_from([(), (msg("settings.unknown", key="x"),)])),
        sign_in=draw(sign_ins()),
        health=draw(healths()),
    )
    return with_copies(picture, *copies)


@st.composite
def healths(draw: st.DrawFn) -> HealthSeen:
    """Every state of each check that a rule looks at, and records of any age."""
    states = [draw(st.sampled_from([RuleState.OK, *RULE_STATES])) for _ in HealthCheck]
    sentence = msg("health.never-looked")
    findings = tuple(
        HealthFinding(check=check, state=state, sentence=sentence)
        for check, state in zip(HealthCheck, states, strict=True)
    )
    attestations = tuple(
        Attestation(id=device, device=device, attested_by="IT-beheer", attested_at=NOW - 90 * DAY, until=draw(moments))
        for device in draw(st.sets(st.sampled_from(["mfa", "Tablet 14", "Telefoon 3"])))
    )
    partner = draw(st.sampled_from([None, protected().partner]))
    return protected(findings=draw(st.sampled_from([findings, ()])), attestations=attestations, partner=partner)


@st.composite
def finding_counts(draw: st.DrawFn, clients: Sequence[Client]) -> FindingCount:
    files = draw(st.integers(1, 40))
    decide_by = draw(moments)
    return FindingCount(
        draw(st.sampled_from([f"groep-{number}" for number in range(6)])),
        draw(st.sampled_from([FindingState.OPEN, FindingState.WAITING])),
        draw(st.booleans()),
        draw(st.booleans()),
        draw(st.sampled_from([None, *(client.id for client in clients)])),
        None,
        files,
        draw(st.integers(1, files)) if decide_by <= NOW else 0,
        NOW - 2 * DAY,
        decide_by,
        "/home/robin/Downloads",
    )
