"""Signing in to the firm's Microsoft 365: asked by the person, kept up in the background, and each attempt in the journal.

Nothing here stops the vault, a deletion or the lock: they know nothing of it. Source: VR-S3, VT-C5, VT-C6.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final, Protocol

import msgspec

from app.actions.office import Office, Work
from app.domain.errors import AssistantError, EnvironmentLacking, Stopped
from app.domain.events import Term
from app.domain.messages import msg
from app.domain.remote_errors import RemoteUnreachable
from app.domain.remote_ports import SignedIn
from app.domain.sign_in import (
    OWN_RULE,
    RETRY_AFTER,
    Asking,
    Identity,
    SignInAttempt,
    SignInFailed,
    SignInOutcome,
    SignInReason,
    SignInSeen,
    SignInState,
    SignInWay,
)
from app.store import Session

NEEDED: Final = "signin.needed"  # note: that Microsoft 365 asks to sign in again, why and since when
LAST: Final = "signin.last"  # note: the last attempt
SUBJECT: Final = "office365"


class Account(Protocol):
    """The account on this laptop; `app.remote.office365.sign_in` has the real one. Raises what `Tokens` raises."""

    def sign_in(self, way: SignInWay, asking: Asking) -> Identity: ...

    def token(self, *, claims: str | None = None, rejected: str | None = None) -> str: ...

    def signed_in(self) -> SignedIn | None: ...

    def is_damaged(self) -> bool: ...


class Needed(msgspec.Struct, frozen=True, kw_only=True):
    reason: SignInReason
    since: datetime
    tried_at: datetime


class SigningIn:
    """Implements `Tokens`. `account` is None where IT set no Microsoft 365. Several threads may use it.

    `forget`: removes what an earlier sign-in left, also where nothing is set up any more. `welcome`: what waited for a sign-in,
    such as the team's cards; trouble with it is the guards' to tell.
    """

    def __init__(
        self,
        office: Office,
        account: Callable[[], Account] | None,
        *,
        broker_is_there: Callable[[], bool],
        forget: Callable[[], bool],
        is_test_server: bool = False,
        welcome: Callable[[], object] = lambda: None,
    ) -> None:
        self._office = office
        self._account = account
        self._welcome = welcome
        self._broker_is_there = broker_is_there
        self._forget = forget
        self._is_test_server = is_test_server
        self._lock = threading.Lock()
        self._is_needed: bool | None = None  # None: the store was not asked yet

    @property
    def is_set_up(self) -> bool:
        return self._account is not None

    def has_broker(self) -> bool:
        """Whether Windows' own account service is used."""
        return self._account is not None and self._broker_is_there()

    # -- the person -----------------------------------------------------------------------------------------------------

    def sign_in(self, asking: Asking, *, device_code: bool = False) -> SignInSeen:
        """Ask the person, and wait. Raises SignInFailed, RemoteUnreachable, Stopped, EnvironmentLacking (not set up)."""
        account = self._required()
        way = SignInWay.BROWSER
        if device_code:
            way = SignInWay.DEVICE_CODE
        elif self._broker_is_there():
            way = SignInWay.BROKER
        last = self._last()
        if last is not None and last.reason in OWN_RULE:
            asking = replace(asking, choose_account=True)  # the last account was not let in
        self._attempt(account, way, asking)
        with contextlib.suppress(AssistantError):
            self._welcome()
        return self.seen()

    def sign_out(self) -> bool:
        """Forget the account on this laptop; says whether anybody was signed in. Microsoft 365 is told nothing."""
        was = self._forget()
        with self._office.change() as work:
            work.session.notes.delete(NEEDED)
            if was:
                work.note("signin.signed-out", SUBJECT)
                _remember(work, SignInOutcome.SIGNED_OUT, None, None)
        self._is_needed = False
        return was

    def seen(self) -> SignInSeen:
        """How it stands. Asks this laptop alone."""
        if self._account is None:
            return SignInSeen()
        account = self._account()
        signed_in = account.signed_in()
        now = self._office.clock.now()
        with self._office.look() as session:
            needed, last = _needed(session), _last(session)
        if last is not None and now - last.at > Term.SIGN_IN.value:
            last = None
        if needed is None and account.is_damaged():
            needed = Needed(reason=SignInReason.DAMAGED, since=now, tried_at=now)
        state = SignInState.SIGNED_OUT if signed_in is None else SignInState.SIGNED_IN
        if needed is not None:
            state = SignInState.NEEDED
        elif rights_ended(signed_in, now) is not None:
            state = SignInState.LAPSED
        return SignInSeen(
            state=state,
            account=signed_in.account if signed_in is not None else None,
            name=signed_in.name if signed_in is not None else None,
            tenant=signed_in.tenant if signed_in is not None else None,
            roles=signed_in.roles if signed_in is not None else (),
            expires_at=signed_in.expires_at if signed_in is not None else None,
            reason=needed.reason if needed is not None else None,
            since=needed.since if needed is not None else None,
            last=last,
            is_test_server=self._is_test_server,
        )

    # -- Tokens ---------------------------------------------------------------------------------------------------------

    def token(self, *, claims: str | None = None, rejected: str | None = None) -> str:
        """Implements `Tokens`. A refusal is believed for an hour: nobody is asked again and again, the tenant neither."""
        account = self._required()
        needed = self._needed_now()
        if needed is not None and self._office.clock.now() < needed.tried_at + RETRY_AFTER:
            raise SignInFailed(needed.reason, unasked=True)
        try:
            token = account.token(claims=claims, rejected=rejected)
        except SignInFailed as error:
            self._note_needed(error)
            raise SignInFailed(error.reason, unasked=True) from error
        except RemoteUnreachable as error:
            ended_at = rights_ended(account.signed_in(), self._office.clock.now())
            if ended_at is None:
                raise
            raise RemoteUnreachable(msg("signin.lapsed", since=ended_at)) from error
        if needed is not None:
            self._note_renewed()
        return token

    def signed_in(self) -> SignedIn | None:
        """Implements `Tokens`."""
        return None if self._account is None else self._account().signed_in()

    # -- attempts -------------------------------------------------------------------------------------------------------

    def _attempt(self, account: Account, way: SignInWay, asking: Asking) -> None:
        try:
            account.sign_in(way, asking)
        except SignInFailed as error:
            if way is SignInWay.BROKER and error.outcome is SignInOutcome.FAILED:
                self._attempt(account, SignInWay.BROWSER, asking)  # what Windows cannot do, the browser may
                return
            self._note_attempt(error.outcome, way, error.reason)
            raise
        except RemoteUnreachable:
            self._note_attempt(SignInOutcome.FAILED, way, SignInReason.UNREACHABLE)
            raise
        except (Stopped, KeyboardInterrupt):
            self._note_attempt(SignInOutcome.FAILED, way, SignInReason.STOPPED)
            raise
        self._note_attempt(SignInOutcome.SUCCEEDED, way, None)

    def _note_attempt(self, outcome: SignInOutcome, way: SignInWay, reason: SignInReason | None) -> None:
        with self._office.change() as work:
            if outcome is SignInOutcome.SUCCEEDED:
                work.session.notes.delete(NEEDED)
            _journal(work, outcome, way, reason)
        if outcome is SignInOutcome.SUCCEEDED:
            self._is_needed = False

    def _note_needed(self, error: SignInFailed) -> None:
        """Once for each reason: a refusal that goes on is no new attempt of anybody."""
        office = self._office.as_guard()
        with self._lock, office.change() as work:
            before = _needed(work.session)
            is_new = before is None or before.reason is not error.reason
            since = work.now if before is None else before.since
            noted = Needed(reason=error.reason, since=since, tried_at=work.now)
            work.session.notes.set(NEEDED, msgspec.to_builtins(noted))
            if is_new:
                _journal(work, error.outcome, SignInWay.SILENT, error.reason)
            self._is_needed = True

    def _note_renewed(self) -> None:
        """What was refused is granted again (the laptop is back in a place that the conditions allow, for instance)."""
        with self._lock, self._office.as_guard().change() as work:
            work.session.notes.delete(NEEDED)
            _journal(work, SignInOutcome.SUCCEEDED, SignInWay.SILENT, None)
            self._is_needed = False

    def _needed_now(self) -> Needed | None:
        """From the store where it may be there; another process may have signed in meanwhile."""
        if self._is_needed is False:
            return None
        with self._office.look() as session:
            needed = _needed(session)
        self._is_needed = needed is not None
        return needed

    def _last(self) -> SignInAttempt | None:
        with self._office.look() as session:
            return _last(session)

    def _required(self) -> Account:
        if self._account is None:
            raise EnvironmentLacking(msg("signin.not-set-up"))
        return self._account()


def rights_ended(signed_in: SignedIn | None, now: datetime) -> datetime | None:
    """When the rights without the line ended; None while they last, or where nobody is signed in."""
    ends_at = None if signed_in is None else signed_in.expires_at
    return ends_at if ends_at is not None and ends_at <= now else None


def _journal(work: Work, outcome: SignInOutcome, way: SignInWay, reason: SignInReason | None) -> None:
    """The event's name by its outcome: `signin.succeeded`, `signin.refused`, `signin.failed`."""
    data = {"way": way.value} if reason is None else {"way": way.value, "reason": reason.value}
    work.note(f"signin.{outcome.value}", SUBJECT, outcome="ok" if reason is None else outcome.value, data=dict(data))
    _remember(work, outcome, way, reason)


class _Last(msgspec.Struct, frozen=True, kw_only=True):
    at: datetime
    outcome: SignInOutcome
    way: SignInWay | None = None
    reason: SignInReason | None = None


def _remember(work: Work, outcome: SignInOutcome, way: SignInWay | None, reason: SignInReason | None) -> None:
    last = _Last(at=work.now, outcome=outcome, way=way, reason=reason)
    work.session.notes.set(LAST, msgspec.to_builtins(last))


def _last(session: Session) -> SignInAttempt | None:
    noted = session.notes.get(LAST)
    if noted is None:
        return None
    last = msgspec.convert(noted, type=_Last)
    return SignInAttempt(at=last.at, outcome=last.outcome, way=last.way, reason=last.reason)


def _needed(session: Session) -> Needed | None:
    noted = session.notes.get(NEEDED)
    return None if noted is None else msgspec.convert(noted, type=Needed)
