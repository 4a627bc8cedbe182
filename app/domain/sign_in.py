"""Who may sign in to the firm's Microsoft 365, what an attempt came to, and how long it lasts without the line.

Source: VR-S3 (the firm's tenant only), VT-C5, VT-C6.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final
from urllib.parse import urlsplit

from app.domain.messages import Message, msg
from app.domain.office365 import PERSONAL_TENANT, GuestException, is_tenant_id
from app.domain.remote_errors import SignInNeeded

OFFLINE_RIGHTS: Final = timedelta(hours=72)  # VR-S3; vault, deletion and lock know nothing of it
RETRY_AFTER: Final = timedelta(hours=1)  # how long a refusal is believed before it is looked at again, unasked


class SignInWay(StrEnum):
    BROWSER = "browser"
    BROKER = "broker"
    DEVICE_CODE = "device-code"
    SILENT = "silent"  # nobody was asked: a token was renewed in the background


class SignInOutcome(StrEnum):
    SUCCEEDED = "succeeded"
    REFUSED = "refused"  # somebody decided so: the firm's rule, or Microsoft 365
    FAILED = "failed"  # nobody decided anything
    SIGNED_OUT = "signed-out"


class SignInReason(StrEnum):
    """Why an attempt did not succeed. No free text, so that nothing of a person gets into the journal."""

    OTHER_TENANT = "other-tenant"
    PERSONAL = "personal-account"
    GUEST = "guest"
    GUEST_ENDED = "guest-ended"
    REVOKED = "revoked"
    EXPIRED = "expired"
    DISABLED = "disabled"
    CONDITIONS = "conditions"  # conditional access: device, place, network
    CLAIMS = "claims"  # Microsoft 365 wants to see something more (claims challenge)
    SECOND_FACTOR = "second-factor"
    PASSWORD = "password"
    CONSENT = "consent"
    NOT_ASSIGNED = "not-assigned"
    REGISTRATION = "registration"  # tenant or app unknown, wrong redirect address, no public client
    DECLINED = "declined"
    REFUSED = "refused"  # another code
    STOPPED = "stopped"
    TOO_LATE = "too-late"
    NO_BROWSER = "no-browser"
    UNREACHABLE = "unreachable"
    BAD_ANSWER = "bad-answer"
    DAMAGED = "damaged"  # what this laptop kept cannot be opened any more


FAILURES: Final = frozenset(
    {
        SignInReason.STOPPED,
        SignInReason.TOO_LATE,
        SignInReason.NO_BROWSER,
        SignInReason.UNREACHABLE,
        SignInReason.BAD_ANSWER,
        SignInReason.DAMAGED,
    }
)
OWN_RULE: Final = frozenset(
    {SignInReason.OTHER_TENANT, SignInReason.PERSONAL, SignInReason.GUEST, SignInReason.GUEST_ENDED}
)


class SignInFailed(SignInNeeded):
    """An attempt that came to nothing. `reason` may be journalled and shown. `unasked`: nobody was there to be asked, so what
    it says is that the person signs in again."""

    def __init__(self, reason: SignInReason, *, unasked: bool = False) -> None:
        super().__init__(needed_text(reason) if unasked else reason_text(reason))
        self.reason = reason

    @property
    def outcome(self) -> SignInOutcome:
        return SignInOutcome.FAILED if self.reason in FAILURES else SignInOutcome.REFUSED


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceCode:
    """What the person types, where, on any device; good until then."""

    code: str
    address: str
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """How a person is asked. `tick` is called several times a second while waiting, and may raise Stopped; `done`: what the
    browser shows in the end; `window`: the handle of the window that a dialog of Windows belongs to (None: a console)."""

    show_code: Callable[[DeviceCode], None]
    tick: Callable[[], None]
    done: str
    window: int | None = None
    choose_account: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What the id token says of who signed in. `mails`: all addresses it names, in small letters; they are compared, and
    never written down. `home_tenant`: where the account comes from, as far as that is told."""

    account: str
    name: str
    tenant: str
    roles: tuple[str, ...] = ()
    mails: frozenset[str] = frozenset()
    home_tenant: str | None = None
    is_guest: bool = False
    is_personal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInAttempt:
    """`reason` is None for one that succeeded."""

    at: datetime
    outcome: SignInOutcome
    way: SignInWay | None
    reason: SignInReason | None = None


class SignInState(StrEnum):
    NOT_SET_UP = "not-set-up"  # IT set no Microsoft 365: the plain folder is used
    SIGNED_OUT = "signed-out"
    SIGNED_IN = "signed-in"
    NEEDED = "needed"  # somebody was, and has to sign in again
    LAPSED = "lapsed"  # not in touch for too long: the network parts wait for the line


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInSeen:
    """How it stands with signing in. `expires_at`: until when the network parts work without the line; `reason` and `since`
    where it is needed again; `last`: the last attempt, of whoever tried. `is_for_others`: nothing of a person is in it."""

    state: SignInState = SignInState.NOT_SET_UP
    account: str | None = None
    name: str | None = None
    tenant: str | None = None
    roles: tuple[str, ...] = ()
    expires_at: datetime | None = None
    reason: SignInReason | None = None
    since: datetime | None = None
    last: SignInAttempt | None = None
    is_test_server: bool = False
    is_for_others: bool = False

    def for_others(self) -> SignInSeen:
        """What others may be told: whether, not who and not when (VT-B2)."""
        return SignInSeen(state=self.state, is_test_server=self.is_test_server, is_for_others=True)

    @property
    def is_signed_in(self) -> bool:
        return self.state is SignInState.SIGNED_IN


def identity_of(claims: Mapping[str, Any], home_tenant: str | None = None) -> Identity:
    """Read an id token's claims. Source: https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference"""
    issuer = str(claims.get("iss") or "")
    tenant = str(claims.get("tid") or _tenant_in(issuer) or "").lower()
    provider = str(claims.get("idp") or "").lower()
    names = [str(claims[name]) for name in ("preferred_username", "upn", "email") if claims.get(name)]
    is_personal = (
        PERSONAL_TENANT in (tenant, (home_tenant or "").lower(), _tenant_in(provider)) or provider == "live.com"
    )
    home = (home_tenant or "").lower()
    comes_from_elsewhere = home != tenant and is_tenant_id(home) and is_tenant_id(tenant)
    is_guest = (
        str(claims.get("acct", "")) == "1"
        or _is_other_provider(provider, issuer, tenant)
        or any("#ext#" in name.lower() for name in names)
        or comes_from_elsewhere
    )
    roles = claims.get("roles")
    return Identity(
        account=names[0] if names else str(claims.get("oid") or claims.get("sub") or ""),
        name=str(claims.get("name") or ""),
        tenant=tenant,
        roles=tuple(str(role) for role in roles) if isinstance(roles, list | tuple) else (),
        mails=frozenset(mail for name in names for mail in _mails_in(name)),
        home_tenant=home_tenant,
        is_guest=is_guest,
        is_personal=is_personal,
    )


def refusal(
    who: Identity, tenants: Collection[str], guests: Collection[GuestException], today: date
) -> SignInReason | None:
    """Why the firm's rule keeps this person out; None lets in. `tenants`: the firm's, by the names that mean it."""
    if who.is_personal:
        return SignInReason.PERSONAL
    if who.tenant not in {tenant.lower() for tenant in tenants}:
        return SignInReason.OTHER_TENANT
    if not who.is_guest:
        return None
    exceptions = [guest for guest in guests if guest.mail in who.mails]
    if not exceptions:
        return SignInReason.GUEST
    return None if any(today <= guest.until for guest in exceptions) else SignInReason.GUEST_ENDED


def rights_end(contact_at: datetime | None) -> datetime | None:
    """Until when the network parts work, if the tenant is not heard of again."""
    return None if contact_at is None else contact_at + OFFLINE_RIGHTS


def reason_text(reason: SignInReason) -> Message:
    """What it means for the person, and what to do."""
    return Message(f"signin.reason.{reason.value}")


def needed_text(reason: SignInReason | None) -> Message:
    """That Microsoft 365 asks to sign in (again), and why. None: nobody signed in yet."""
    return msg("signin.needed-first") if reason is None else msg("signin.needed", why=reason_text(reason))


def state_text(seen: SignInSeen) -> Message:
    """How it stands with signing in, in one sentence."""
    if seen.state is SignInState.NOT_SET_UP:
        return msg("signin.not-set-up")
    if seen.state is SignInState.SIGNED_OUT:
        return msg("signin.needed-first")
    if seen.state is SignInState.NEEDED:
        return needed_text(seen.reason)
    account, until = seen.account or "?", seen.expires_at
    if seen.state is SignInState.LAPSED:
        return msg("signin.lapsed", since=until) if until is not None else msg("signin.needed-first")
    return msg("signin.done", account=account) if until is None else msg("signin.until", account=account, until=until)


def attempt_text(attempt: SignInAttempt) -> Message:
    """What the last attempt was, for the person whose account it is (VT-C6)."""
    way = Message(f"signin.way.{attempt.way.value}") if attempt.way is not None else msg("signin.way.browser")
    if attempt.outcome is SignInOutcome.SIGNED_OUT:
        return msg("signin.last-signed-out", at=attempt.at)
    if attempt.reason is None:
        return msg("signin.last-succeeded", at=attempt.at, way=way)
    why = reason_text(attempt.reason)
    if attempt.outcome is SignInOutcome.REFUSED:
        return msg("signin.last-refused", at=attempt.at, way=way, why=why)
    return msg("signin.last-failed", at=attempt.at, way=way, why=why)


_GUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def _tenant_in(url: str) -> str | None:
    segments = [part for part in urlsplit(url).path.split("/") if part]
    return segments[0].lower() if segments and "://" in url else None


def _is_other_provider(provider: str, issuer: str, tenant: str) -> bool:
    """`idp` is left out, or tells the own tenant in an older form, for members; for guests it tells where they come from."""
    return bool(provider) and provider != issuer.lower() and _tenant_in(provider) != tenant


_EXTERNAL: Final = re.compile(r"(?P<local>.+)_(?P<domain>[^_@#]+)#ext#@.+", re.IGNORECASE)


def _mails_in(name: str) -> Iterator[str]:
    """A guest's name in the tenant is made of the own address: jan_firm.example#EXT#@vroom.example."""
    outside = _EXTERNAL.fullmatch(name)
    if outside is not None:
        yield f"{outside['local']}@{outside['domain']}".lower()
    elif "@" in name:
        yield name.lower()
