"""Who may know of a project, and who can open its place. Source: VR-P2 (need to know)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.client import Client
from app.domain.project import Project
from app.domain.remote_files import Grant, GrantKind


class AudienceReason(StrEnum):
    """Why somebody belongs to the circle, or not."""

    PRINCIPAL = "principal"
    CLIENT_CONTACT = "client-contact"
    MEMBER = "member"
    MEMBERSHIP_ENDED = "membership-ended"
    COLLEAGUE = "colleague"  # of the own firm, but not on the list
    CLIENT_OTHER = "client-other"  # of the client, but not named as a contact
    UNKNOWN = "unknown"


ALLOWED = frozenset({AudienceReason.PRINCIPAL, AudienceReason.CLIENT_CONTACT, AudienceReason.MEMBER})


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceItem:
    mail: str
    reason: AudienceReason

    @property
    def allowed(self) -> bool:
        return self.reason in ALLOWED


def judge_audience(
    mail: str, project: Project, client: Client, own_domains: Iterable[str], now: datetime
) -> AudienceItem:
    """Deny by default: allowed are the principal, the client's contacts, and members while their membership lasts."""
    known = mail.casefold()
    return AudienceItem(mail=mail, reason=_reason(known, project, client, tuple(own_domains), now))


def _reason(mail: str, project: Project, client: Client, own_domains: tuple[str, ...], now: datetime) -> AudienceReason:
    if mail == _address(project.principal):
        return AudienceReason.PRINCIPAL
    if any(contact.mail.casefold() == mail for contact in client.contacts):
        return _contact(mail, project, client)
    memberships = [member for member in project.members if member.mail.casefold() == mail]
    if memberships:
        is_active = any(member.is_active(now) for member in memberships)
        return AudienceReason.MEMBER if is_active else AudienceReason.MEMBERSHIP_ENDED
    domain = mail.rpartition("@")[2]
    if _is_of(domain, own_domains):
        return AudienceReason.COLLEAGUE
    return AudienceReason.CLIENT_OTHER if _is_of(domain, client.domains) else AudienceReason.UNKNOWN


def _contact(mail: str, project: Project, client: Client) -> AudienceReason:
    """The principal is often one of the contacts, and then known by name alone."""
    principal = (project.principal or "").casefold()
    names = [contact.name.casefold() for contact in client.contacts if contact.mail.casefold() == mail]
    return AudienceReason.PRINCIPAL if principal and principal in names else AudienceReason.CLIENT_CONTACT


def _address(principal: str | None) -> str | None:
    """The address in "Name <mail>", or the principal itself where it is one."""
    text = (principal or "").strip().casefold()
    inner = text[text.rindex("<") + 1 : -1] if text.endswith(">") and "<" in text else text
    return inner.strip() if "@" in inner else None


def _is_of(domain: str, domains: Iterable[str]) -> bool:
    return any(domain == known.casefold() or domain.endswith("." + known.casefold()) for known in domains)


class GrantFix(StrEnum):
    """What a person does about a grant in SharePoint; the assistant changes no rights."""

    NONE = "none"
    REMOVE = "remove"  # take this grant away at the place
    BREAK_INHERITANCE = "break-inheritance"  # it comes from above: stop inheriting, then take it away
    REPLACE_LINK = "replace-link"  # a link for anybody, or for the whole firm: one for named people instead
    LOOK_INTO_GROUP = "look-into-group"  # who is in it cannot be seen from here


class GrantVerdict(StrEnum):
    FITS = "fits"
    TOO_WIDE = "too-wide"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceGrant:
    """A grant at a project's place with what is to be thought and done about it."""

    grant: Grant
    verdict: GrantVerdict
    fix: GrantFix
    reason: AudienceReason | None = None


def address_of(grant: Grant) -> str | None:
    """The person's own address in small letters; a guest's account name `eva_client.example#EXT#@firm.example` holds it."""
    if grant.mail is None:
        return None
    mail = grant.mail.strip().casefold()
    before, mark, _ = mail.partition("#ext#")
    if not mark or "_" not in before:
        return mail
    local, _, domain = before.rpartition("_")
    return f"{local}@{domain}"


def judge_grant(grant: Grant, audience: Mapping[str, AudienceReason]) -> PlaceGrant:
    """`audience`: what `judge_audience` said of the addresses that are granted something, in lower case."""
    if grant.kind is GrantKind.LINK and grant.scope in ("anonymous", "organization"):
        return PlaceGrant(grant=grant, verdict=GrantVerdict.TOO_WIDE, fix=GrantFix.REPLACE_LINK)
    if address_of(grant) is None:
        # The owners of a site are a group as well: somebody has to look who they are.
        return PlaceGrant(grant=grant, verdict=GrantVerdict.UNKNOWN, fix=GrantFix.LOOK_INTO_GROUP)
    reason = audience[address_of(grant) or ""]
    if reason in ALLOWED:
        return PlaceGrant(grant=grant, verdict=GrantVerdict.FITS, fix=GrantFix.NONE, reason=reason)
    fix = GrantFix.BREAK_INHERITANCE if grant.is_inherited else GrantFix.REMOVE
    return PlaceGrant(grant=grant, verdict=GrantVerdict.TOO_WIDE, fix=fix, reason=reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLook:
    """When a project's place was last looked at, and how many grants are too wide or could not be looked into. `id` is the
    project's; `grants`: 0 where the remote cannot tell (a plain folder)."""

    id: str
    looked_at: datetime
    outsiders: int
    uncertain: int
    grants: int
