"""The account that is signed in on this laptop: signing in, tokens for Graph, signing out. Source: VR-S3, VT-C5.

The firm's rule is looked at whenever a token is given: an exception for a guest ends on its day, also while signed in.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import msgspec

from app.domain.office365 import Office365Settings
from app.domain.remote_errors import RemoteUnreachable, SignInNeeded
from app.domain.remote_ports import SignedIn
from app.domain.sign_in import (
    OFFLINE_RIGHTS,
    Asking,
    DeviceCode,
    Identity,
    SignInFailed,
    SignInReason,
    SignInWay,
    identity_of,
    needed_text,
    refusal,
    rights_end,
)
from app.remote.office365.sign_in.grants import SPARE_SECONDS, AskedFor, Granted
from app.remote.office365.sign_in.token_file import Damaged, Kept, TokenFile

if TYPE_CHECKING:
    from app.remote.office365.http import OfficeSession
    from app.remote.office365.sign_in.browser import Open
    from app.remote.office365.sign_in.client import EntraClient

BROWSER_SECONDS: Final = 600.0  # that a person has in the browser

MakeClient: TypeAlias = "Callable[[OfficeSession], EntraClient]"


class OfficeAccount:
    """`now` is the trusted clock. `session` is made when something is first asked of the tenant. Several threads may use it.

    Methods raise SignInNeeded and its kinds, RemoteUnreachable, EnvironmentLacking (credential store, CA file).
    """

    def __init__(
        self,
        settings: Office365Settings,
        file: TokenFile,
        session: Callable[[], OfficeSession],
        make_client: MakeClient,
        now: Callable[[], datetime],
        open_browser: Open,
    ) -> None:
        self._settings = settings
        self._file = file
        self._session = session
        self._make_client = make_client
        self._now = now
        self._path = file.path
        self._open_browser = open_browser
        self._client: EntraClient | None = None
        self._read: tuple[object, Kept | Damaged | None] | None = None
        self._held: _Held | None = None

    def sign_in(self, way: SignInWay, asking: Asking) -> Identity:
        """Ask the person. What was kept before is replaced only when this succeeds."""
        before = self._kept_or_none()
        client = self._make_client(self._session())
        granted = self._ask(client, way, asking, before)
        who = identity_of(granted.claims, granted.home_tenant)
        self._judge(who, client.tenants)
        with self._file.alone():
            self._keep(client, granted, way.value)
            self._client = client
        return who

    def forget(self) -> None:
        """What is in memory; the file is somebody else's to remove."""
        self._client, self._held, self._read = None, None, None

    def is_damaged(self) -> bool:
        """Whether something is kept that cannot be opened."""
        return isinstance(self._looked(), Damaged)

    def token(self, *, claims: str | None = None, rejected: str | None = None) -> str:
        """Implements `Tokens`."""
        held = self._held
        if claims is None and rejected is None and held is not None and held.holds(self._path, self._now()):
            return held.token
        with self._file.alone():
            return self._renewed(self._kept(), claims, rejected)

    def signed_in(self) -> SignedIn | None:
        """Who is, as far as this laptop knows; None also where the firm's rule has ended it. Asks nobody."""
        kept = self._kept_or_none()
        if kept is None:
            return None
        who = identity_of(kept.claims, kept.home_tenant)
        if self._refusal(who, {kept.tenant}) is not None:
            return None
        return SignedIn(
            account=who.account,
            name=who.name,
            tenant=who.tenant,
            roles=who.roles,
            expires_at=rights_end(kept.contact_at),
        )

    def _ask(self, client: EntraClient, way: SignInWay, asking: Asking, before: Kept | None) -> Granted:
        claims = before.wanted_claims if before is not None else None
        prompt = "select_account" if asking.choose_account else None
        hint = identity_of(before.claims).account if before is not None and prompt is None else None
        if way is SignInWay.DEVICE_CODE:
            return client.by_device_code(lambda *code: asking.show_code(self._code(*code)), asking.tick, claims)
        if way is SignInWay.BROKER:
            return client.by_broker(asking.window, hint=hint, prompt=prompt, claims=claims)
        return client.by_browser(
            self._open_browser, asking.tick, BROWSER_SECONDS, asking.done, hint=hint, prompt=prompt, claims=claims
        )

    def _code(self, code: str, address: str, seconds: float) -> DeviceCode:
        return DeviceCode(code=code, address=address, expires_at=self._now() + timedelta(seconds=int(seconds)))

    def _renewed(self, kept: Kept, claims: str | None, rejected: str | None) -> str:
        who = identity_of(kept.claims, kept.home_tenant)
        self._judge(who, {kept.tenant})
        client = self._client or self._make_client(self._session())
        self._client = client
        client.cache.deserialize(kept.cache)
        is_in_force = self._now() < kept.contact_at + OFFLINE_RIGHTS
        current = client.current() if is_in_force and claims is None else None
        if current is not None and current.token != rejected and current.is_fresh(time.time()):
            self._hold(current.token, current.ends_at, kept)
            return current.token
        try:
            granted = client.silent(claims)
        except RemoteUnreachable:
            if current is not None and current.token != rejected and current.ends_at > time.time():
                return current.token  # it was to be renewed early; it still counts
            raise
        except AskedFor as error:
            self._file.save(msgspec.structs.replace(kept, wanted_claims=error.claims or claims))
            raise
        self._judge(identity_of(granted.claims, granted.home_tenant), client.tenants)
        self._keep(client, granted, kept.way)
        return granted.token

    def _keep(self, client: EntraClient, granted: Granted, way: str) -> None:
        tenant = identity_of(granted.claims, granted.home_tenant).tenant
        kept = Kept(
            registration=self._registration,
            cache=client.cache.serialize(),
            claims=dict(granted.claims),
            way=way,
            tenant=tenant,
            contact_at=self._now(),
            home_tenant=granted.home_tenant,
        )
        self._file.save(kept)
        current = client.current()
        if current is not None and current.token == granted.token:
            self._hold(granted.token, current.ends_at, kept)

    def _hold(self, token: str, ends_at: float, kept: Kept) -> None:
        mark = _mark(self._path)
        if mark is not None:
            rights_end = kept.contact_at + OFFLINE_RIGHTS
            self._held = _Held(token=token, ends_at=ends_at, mark=mark, rights_end=rights_end, day=self._now().date())

    def _kept(self) -> Kept:
        kept = self._file.read()
        if isinstance(kept, Damaged):
            self._file.forget()  # so that it is found once
            raise SignInFailed(SignInReason.DAMAGED)
        if kept is None or kept.registration != self._registration:
            raise SignInNeeded(needed_text(None))
        return kept

    def _kept_or_none(self) -> Kept | None:
        kept = self._looked()
        return kept if isinstance(kept, Kept) and kept.registration == self._registration else None

    def _looked(self) -> Kept | Damaged | None:
        """As it was last read, while the file is the same: a page asks every time it is shown."""
        mark = _mark(self._path)
        if self._read is None or self._read[0] != mark or mark is None:
            self._read = (mark, self._file.read())
        return self._read[1]

    @property
    def _registration(self) -> str:
        return f"{self._settings.authority} {self._settings.client_id}".lower()

    def _judge(self, who: Identity, tenants: frozenset[str] | set[str]) -> None:
        reason = self._refusal(who, tenants)
        if reason is not None:
            raise SignInFailed(reason)

    def _refusal(self, who: Identity, tenants: frozenset[str] | set[str]) -> SignInReason | None:
        return refusal(who, tenants, self._settings.guests, self._now().date())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """A token in memory, so that not every request opens the file. It counts while the file is the same (another process
    may have signed out), on the same day (a guest's exception may have ended), and within the rights."""

    token: str
    ends_at: float
    mark: tuple[int, int]
    rights_end: datetime
    day: date

    def holds(self, path: Path, now: datetime) -> bool:
        is_fresh = self.ends_at - SPARE_SECONDS > time.time()
        return is_fresh and now < self.rights_end and now.date() == self.day and _mark(path) == self.mark


def _mark(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns
