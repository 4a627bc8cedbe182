"""What each kind of card may say: an allow-list per kind. Names of contacts and members, hashes, ids and moments; no client
data, no paths, no counts of findings (VT-B2). Unknown fields refuse the card."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal, TypeVar

import msgspec
from msgspec import Meta

from app.domain.agreement import Agreement, Evidence, Place
from app.domain.card import Card, CardKind, Id, Line, Moment, moment_of, moment_text
from app.domain.client import MAX_DECISION, MAX_ERASURE, MIN_RETENTION_YEARS, Client, ClientTerms, Contact, Revision
from app.domain.project import Member, Project

MOST = 2000  # entries of a list; the byte limit of the card comes first for long ones
Lines = Annotated[list[Line], Meta(max_length=MOST)]
Text = Annotated[
    str, Meta(max_length=8000, pattern=r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]*\Z")
]
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
Name = Annotated[
    str, Meta(min_length=1, max_length=400, pattern=r"^[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+\Z")
]
_HOUR = timedelta(hours=1)
_NOT_IN_A_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_NOT_IN_A_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class _Struct(msgspec.Struct, forbid_unknown_fields=True):
    pass


class PersonBody(_Struct):
    name: Line
    mail: Line


class MemberBody(_Struct):
    name: Line
    mail: Line
    until: Moment | None


class TermsBody(_Struct):
    erasure_hours: Annotated[int, Meta(ge=0, le=MAX_ERASURE // _HOUR)] | None
    decision_hours: Annotated[int, Meta(ge=0, le=MAX_DECISION // _HOUR)] | None
    retention_years: Annotated[int, Meta(ge=MIN_RETENTION_YEARS, le=100)] | None
    hashed_names: bool
    source: Line | None


class EvidenceBody(_Struct):
    """What the evidence is; never the evidence itself."""

    id: Id
    name: Line
    sha256: Digest
    bytes: Annotated[int, Meta(ge=0, le=2**40)]
    sender_domain: Line | None


class RevisionBody(_Struct):
    what: Literal["variants", "domains", "tenant_ids", "keywords", "hosts", "shares", "processor_domains", "contacts"]
    value: Line
    times: Annotated[int, Meta(ge=1, le=1_000_000)]


class ClientBody(_Struct, omit_defaults=True):
    name: Name
    variants: Lines
    domains: Lines
    tenant_ids: Lines
    keywords: Lines
    hosts: Lines
    shares: Lines
    processor_domains: Lines
    contacts: Annotated[list[PersonBody], Meta(max_length=MOST)]
    terms: TermsBody
    revisions: Annotated[list[RevisionBody], Meta(max_length=MOST)] = []


class ProjectBody(_Struct):
    code: Name
    client: Id
    principal: Line | None
    goals: Annotated[list[Text], Meta(max_length=MOST)]


class MembersBody(_Struct):
    members: Annotated[list[MemberBody], Meta(max_length=MOST)]


class AgreementBody(_Struct):
    scope: Text
    purpose: Text
    place: Place
    agreed_with: PersonBody
    agreed_at: Moment
    registered_at: Moment
    evidence: EvidenceBody
    valid_until: Moment | None
    hold: bool


class ApprovalBody(_Struct):
    approved_at: Moment


class ClosingBody(_Struct):
    closed_at: Moment


class ReopeningBody(_Struct):
    closed_at: Moment
    reopened_at: Moment


class WithdrawalBody(_Struct):
    withdrawn_at: Moment
    evidence: EvidenceBody | None


class FulfilledBody(_Struct):
    fulfilled_at: Moment


class DeletionRequestBody(_Struct):
    evidence_sha256: Digest


class AbsenceBody(_Struct):
    absent: bool


Body = (
    ClientBody
    | ProjectBody
    | MembersBody
    | AgreementBody
    | ApprovalBody
    | ClosingBody
    | ReopeningBody
    | WithdrawalBody
    | FulfilledBody
    | DeletionRequestBody
    | AbsenceBody
)

B = TypeVar("B", bound=_Struct)

BODIES: Final[Mapping[CardKind, type[Body]]] = MappingProxyType(
    {
        CardKind.CLIENT: ClientBody,
        CardKind.PROJECT: ProjectBody,
        CardKind.MEMBERS: MembersBody,
        CardKind.AGREEMENT: AgreementBody,
        CardKind.APPROVAL: ApprovalBody,
        CardKind.CLOSING: ClosingBody,
        CardKind.REOPENING: ReopeningBody,
        CardKind.WITHDRAWAL: WithdrawalBody,
        CardKind.FULFILLED: FulfilledBody,
        CardKind.DELETION_REQUEST: DeletionRequestBody,
        CardKind.ABSENCE: AbsenceBody,
    }
)

# What happened cannot lie after the card that tells it; the clocks of two laptops differ by less than this.
PAST_MOMENTS = ("approved_at", "closed_at", "reopened_at", "withdrawn_at", "fulfilled_at", "agreed_at", "registered_at")


def check_body(kind: CardKind, body: Mapping[str, Any]) -> None:
    """Raises ValueError (msgspec.ValidationError among them) for anything the kind does not list."""
    parsed = read_body(kind, body)
    for name in parsed.__struct_fields__:
        value = getattr(parsed, name)
        if isinstance(value, str) and name.endswith(("_at", "_until")):
            moment_of(value)
    if isinstance(parsed, MembersBody):
        for member in parsed.members:
            _moment_or_none(member.until)


def read_body(kind: CardKind, body: Mapping[str, Any]) -> Body:
    return msgspec.convert(dict(body), type=BODIES[kind])


def body_of(card: Card, type_: type[B]) -> B:
    """The body of an accepted card, in the type of its kind."""
    return msgspec.convert(dict(card.body), type=type_)


def as_body(body: Body) -> dict[str, Any]:
    """Plain JSON types, as they are signed."""
    plain: dict[str, Any] = msgspec.to_builtins(body)
    return plain


def latest_past_moment(card: Card) -> datetime:
    """The latest moment the card tells as having happened, its own among them."""
    told = [card.body[name] for name in PAST_MOMENTS if name in card.body]
    return max([card.at, *(moment_of(text) for text in told)])


def line(text: str) -> str:
    """`text` as one line that a card may carry: what it may not becomes a blank, what cannot be encoded a mark."""
    return _cut(_NOT_IN_A_LINE.sub(" ", _encodable(text)), 400)


def paragraph(text: str) -> str:
    return _cut(_NOT_IN_A_TEXT.sub(" ", _encodable(text)), 8000)


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _line_or_none(text: str | None) -> str | None:
    return None if text is None else line(text)


def _lines(texts: tuple[str, ...]) -> list[str]:
    return [line(text) for text in texts]


def _moment_or_none(text: str | None) -> datetime | None:
    return None if text is None else moment_of(text)


def _text_or_none(moment: datetime | None) -> str | None:
    return None if moment is None else moment_text(moment)


def client_body(client: Client) -> ClientBody:
    """Mounts stay here: they are paths of this laptop."""
    terms = client.terms
    return ClientBody(
        name=line(client.name),
        variants=_lines(client.variants),
        domains=_lines(client.domains),
        tenant_ids=_lines(client.tenant_ids),
        keywords=_lines(client.keywords),
        hosts=_lines(client.hosts),
        shares=_lines(client.shares),
        processor_domains=_lines(client.processor_domains),
        contacts=[PersonBody(name=line(contact.name), mail=line(contact.mail)) for contact in client.contacts],
        terms=TermsBody(
            erasure_hours=None if terms.erasure is None else terms.erasure // _HOUR,
            decision_hours=None if terms.decision is None else terms.decision // _HOUR,
            retention_years=terms.retention_years,
            hashed_names=terms.hashed_names,
            source=_line_or_none(terms.source),
        ),
        revisions=[_revision_body(revision) for revision in client.revisions],
    )


def _revision_body(revision: Revision) -> RevisionBody:
    return msgspec.convert(
        {"what": revision.what, "value": line(revision.value), "times": revision.times}, RevisionBody
    )


def client_of(id_: str, body: ClientBody, created_at: datetime) -> Client:
    return Client(
        id=id_,
        name=body.name,
        created_at=created_at,
        variants=tuple(body.variants),
        domains=tuple(body.domains),
        tenant_ids=tuple(body.tenant_ids),
        keywords=tuple(body.keywords),
        hosts=tuple(body.hosts),
        shares=tuple(body.shares),
        processor_domains=tuple(body.processor_domains),
        contacts=tuple(Contact(name=person.name, mail=person.mail) for person in body.contacts),
        terms=terms_of_body(body.terms),
        origin="shared",
        revisions=tuple(sorted(Revision(what=r.what, value=r.value, times=r.times) for r in body.revisions)),
    )


def terms_of_body(body: TermsBody) -> ClientTerms:
    return ClientTerms(
        erasure=None if body.erasure_hours is None else body.erasure_hours * _HOUR,
        decision=None if body.decision_hours is None else body.decision_hours * _HOUR,
        retention_years=body.retention_years,
        hashed_names=body.hashed_names,
        source=body.source,
    )


def project_body(project: Project, client_id: str) -> ProjectBody:
    """Members have a card of their own; documentation folders are paths of this laptop."""
    return ProjectBody(
        code=line(project.code),
        client=client_id,
        principal=_line_or_none(project.principal),
        goals=[paragraph(goal) for goal in project.goals],
    )


def members_body(members: tuple[Member, ...]) -> MembersBody:
    ordered = sorted(members, key=lambda member: member.mail)
    return MembersBody(
        members=[MemberBody(name=line(m.name), mail=line(m.mail), until=_text_or_none(m.until)) for m in ordered],
    )


def members_of(body: MembersBody) -> tuple[Member, ...]:
    return tuple(Member(name=m.name, mail=m.mail, until=_moment_or_none(m.until)) for m in body.members)


def evidence_body(evidence: Evidence) -> EvidenceBody:
    return EvidenceBody(
        id=evidence.id,
        name=line(evidence.name),
        sha256=evidence.sha256,
        bytes=evidence.size_bytes,
        sender_domain=_line_or_none(evidence.sender_domain),
    )


def evidence_of(body: EvidenceBody) -> Evidence:
    return Evidence(
        id=body.id, name=body.name, sha256=body.sha256, size_bytes=body.bytes, sender_domain=body.sender_domain
    )


def agreement_body(agreement: Agreement) -> AgreementBody:
    return AgreementBody(
        scope=paragraph(agreement.scope),
        purpose=paragraph(agreement.purpose),
        place=agreement.place,
        agreed_with=PersonBody(name=line(agreement.agreed_with_name), mail=line(agreement.agreed_with_mail)),
        agreed_at=moment_text(agreement.agreed_at),
        registered_at=moment_text(agreement.registered_at),
        evidence=evidence_body(agreement.evidence),
        valid_until=_text_or_none(agreement.valid_until),
        hold=agreement.hold,
    )


def agreement_of(id_: str, project_id: str, body: AgreementBody) -> Agreement:
    return Agreement(
        id=id_,
        project_id=project_id,
        scope=body.scope,
        purpose=body.purpose,
        place=body.place,
        agreed_with_name=body.agreed_with.name,
        agreed_with_mail=body.agreed_with.mail,
        agreed_at=moment_of(body.agreed_at),
        registered_at=moment_of(body.registered_at),
        evidence=evidence_of(body.evidence),
        valid_until=_moment_or_none(body.valid_until),
        hold=body.hold,
        origin="shared",
    )
