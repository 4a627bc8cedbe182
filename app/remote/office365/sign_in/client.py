"""msal, with what it needs from us (session, tenant, claims) and what it says in our words.

The id token comes straight from the tenant's token endpoint over TLS, which is why its signature need not be looked at
(OpenID Connect Core 3.1.3.7); whom it is for and which tenant it speaks of is looked at here and in `account`.
"""

from __future__ import annotations

import base64
import binascii
import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from app.domain.messages import msg
from app.domain.office365 import Office365Settings, is_tenant_id
from app.domain.remote_errors import RemoteUnreachable
from app.domain.sign_in import FAILURES, SignInFailed, SignInReason
from app.remote.office365.http import OfficeSession, silence_libraries
from app.remote.office365.sign_in.answers import claims_of, reason_of
from app.remote.office365.sign_in.browser import BrowserReturn, Open, Opening, Tick
from app.remote.office365.sign_in.grants import SPARE_SECONDS, AskedFor, Current, Granted

if TYPE_CHECKING:
    from msal import PublicClientApplication, SerializableTokenCache

EARLY_REVOCATION: Final = ["CP1"]  # Graph may take a token back at once, and says so by a claims challenge
POLL_TICK_SECONDS: Final = 0.2
MOST_INTERVAL_SECONDS: Final = 60


class EntraClient:
    """One public client of one tenant, on one token cache. Not for several threads at once.

    Methods raise SignInFailed (the tenant decided), RemoteUnreachable (it could not be asked) and ForeignHost.
    """

    def __init__(
        self, settings: Office365Settings, scopes: tuple[str, ...], session: OfficeSession, *, with_broker: bool
    ) -> None:
        from msal import SerializableTokenCache

        silence_libraries()  # once more: msal has made its loggers by now
        self._settings = settings
        self._scopes = list(scopes)
        self._session = session
        self._with_broker = with_broker
        self._app: PublicClientApplication | None = None
        self.cache: SerializableTokenCache = SerializableTokenCache()

    @property
    def tenants(self) -> frozenset[str]:
        """The names that mean the firm's tenant: the id in policy; where that is a domain, the id it stands for too."""
        names = {self._settings.tenant_id.lower()}
        if self._app is not None and not is_tenant_id(self._settings.tenant_id):
            names.add(str(self._app.authority.tenant).lower())
        return frozenset(names)

    def by_browser(
        self, open_browser: Open, tick: Tick, seconds: float, done: str, *, hint: str | None, prompt: str | None,
        claims: str | None,
    ) -> Granted:  # fmt: skip
        """Authorization code with PKCE. Waits for the person, `seconds` at most."""
        app = self._application()
        with BrowserReturn(done) as back, _translated():
            flow = app.initiate_auth_code_flow(
                self._scopes,
                redirect_uri=back.address,
                state=back.state,
                response_mode="form_post",  # keeps the code out of the browser's history
                login_hint=hint,
                prompt=prompt,
                claims_challenge=claims,
            )
            if not self._settings.allows(flow["auth_uri"]):
                raise SignInFailed(SignInReason.BAD_ANSWER)
            answer = back.wait(tick, seconds, Opening(open_browser, flow["auth_uri"]))
            return self._granted(app.acquire_token_by_auth_code_flow(flow, answer))

    def by_device_code(self, show: Callable[[str, str, float], None], tick: Tick, claims: str | None) -> Granted:
        """`show` gets the code, the address to type it at, and how many seconds it is good for."""
        from msal.exceptions import MsalError
        from requests import RequestException

        app = self._application()
        with _translated():
            flow = app.initiate_device_flow(self._scopes, claims_challenge=claims)
            if "user_code" not in flow:
                raise AskedFor(reason_of(flow), claims_of(flow))
            show(str(flow["user_code"]), str(flow["verification_uri"]), float(flow["expires_in"]))
            until = time.monotonic() + float(flow["expires_in"])
            while time.monotonic() < until:
                _pause(max(1, int(flow["interval"])), tick)
                try:
                    answer = app.acquire_token_by_device_flow(flow, claims_challenge=claims, exit_condition=_at_once)
                except (RequestException, MsalError):  # the line may come back: RFC 8628, 3.5
                    flow["interval"] = min(MOST_INTERVAL_SECONDS, 2 * int(flow["interval"]))
                    continue
                if answer.get("error") not in ("authorization_pending", "slow_down"):
                    return self._granted(answer)
        raise SignInFailed(SignInReason.TOO_LATE)

    def by_broker(self, window: int | None, *, hint: str | None, prompt: str | None, claims: str | None) -> Granted:
        """The account that Windows knows, asked for by its own dialog. `window`: the handle it belongs to."""
        app = self._application()
        with _translated():
            answer = app.acquire_token_interactive(
                self._scopes,
                parent_window_handle=app.CONSOLE_WINDOW_HANDLE if window is None else window,
                login_hint=hint,
                prompt=prompt,
                claims_challenge=claims,
            )
            return self._granted(answer)

    def current(self) -> Current | None:
        """The token in the cache that ends last, whether or not it still counts. Asks nobody: msal itself would first look
        its tenant up. Scopes are not compared: always the same are asked for, and tenants name them in several ways."""
        from msal import TokenCache

        found = (
            Current(
                token=str(entry["secret"]),
                ends_at=float(entry["expires_on"]),
                renew_at=min(float(entry["expires_on"]) - SPARE_SECONDS, float(entry.get("refresh_on", "inf"))),
            )
            for entry in self.cache.search(TokenCache.CredentialType.ACCESS_TOKEN)
        )
        return max(found, key=lambda token: token.ends_at, default=None)

    def silent(self, claims: str | None) -> Granted:
        """A new token without anybody being asked; never the one that is in the cache."""
        try:
            return self._silent(claims)
        except SignInFailed as error:
            # msal answers a repeated attempt from memory for a minute; the tenant may have thought better of it.
            self._app = None
            if error.reason in FAILURES:  # nobody decided anything: no reason to ask the person
                raise RemoteUnreachable(msg("office365.unreachable")) from error
            raise

    def _silent(self, claims: str | None) -> Granted:
        app = self._application()
        with _translated():
            accounts = app.get_accounts()
            if not accounts:
                raise SignInFailed(SignInReason.EXPIRED)
            answer = app.acquire_token_silent_with_error(
                self._scopes, accounts[0], force_refresh=True, claims_challenge=claims
            )
            if answer is None:
                raise SignInFailed(SignInReason.EXPIRED)
            return self._granted(answer)

    def _application(self) -> PublicClientApplication:
        if self._app is None:
            from msal import PublicClientApplication

            with _translated():
                self._app = PublicClientApplication(
                    self._settings.client_id,
                    authority=self._settings.authority,
                    http_client=self._session,
                    token_cache=self.cache,
                    client_capabilities=EARLY_REVOCATION,
                    # The authority is Microsoft's own or this machine: asking the public cloud about it tells nothing new.
                    instance_discovery=False,
                    enable_broker_on_windows=self._with_broker,
                )
        return self._app

    def _granted(self, answer: Mapping[str, Any]) -> Granted:
        if "error" in answer:
            raise AskedFor(reason_of(answer), claims_of(answer))
        claims = answer.get("id_token_claims") or self._kept_claims()
        token = answer.get("access_token")
        audience = claims.get("aud", self._settings.client_id)
        is_ours = self._settings.client_id in (audience if isinstance(audience, list) else [audience])
        if not token or not claims or not is_ours:
            raise SignInFailed(SignInReason.BAD_ANSWER)
        return Granted(token=str(token), claims=claims, home_tenant=self._home_tenant())

    def _kept_claims(self) -> Mapping[str, Any]:
        """A renewal may come without an id token: then the last one counts."""
        from msal import TokenCache

        for entry in self.cache.search(TokenCache.CredentialType.ID_TOKEN):
            return claims_in(str(entry.get("secret", "")))
        return {}

    def _home_tenant(self) -> str | None:
        """The second half of msal's id of the account, where the tenant told it."""
        from msal import TokenCache

        for entry in self.cache.search(TokenCache.CredentialType.ACCOUNT):
            _, dot, home = str(entry.get("home_account_id", "")).rpartition(".")
            return home if dot else None
        return None


def _at_once(_flow: object) -> bool:
    """For msal's own loop: asks once, the waiting is ours."""
    return True


def claims_in(id_token: str) -> Mapping[str, Any]:
    """The claims of a JWT, unverified; none of what is no JWT."""
    parts = id_token.split(".")
    if len(parts) != 3:
        return {}
    try:
        claims = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (binascii.Error, ValueError):
        return {}
    return claims if isinstance(claims, dict) else {}


def _pause(seconds: float, tick: Tick) -> None:
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        tick()
        time.sleep(min(POLL_TICK_SECONDS, left))


@contextmanager
def _translated() -> Iterator[None]:
    """What msal raises when it could not ask, or could not read what came. Its texts may hold answers: none is kept."""
    from msal.exceptions import MsalError
    from requests import RequestException

    try:
        yield
    except (RequestException, MsalError) as error:
        raise RemoteUnreachable(msg("office365.unreachable")) from _without_text(error)
    except (ValueError, KeyError, TypeError, RuntimeError, AttributeError) as error:
        said = f"{error} {error.__context__ or ''}"
        if "HTTP status: 429" in said:  # msal takes it for an unknown tenant
            raise RemoteUnreachable(msg("office365.unreachable")) from _without_text(error)
        reason = reason_of({"error_description": said})
        known = reason is not SignInReason.REFUSED
        raise SignInFailed(reason if known else SignInReason.BAD_ANSWER) from _without_text(error)


def _without_text(error: Exception) -> Exception:
    """An error of the same kind that tells nothing: a traceback may be shown to whoever mends the program."""
    return RuntimeError(type(error).__name__)
