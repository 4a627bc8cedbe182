"""What a token lets its bearer do: expiry, claims challenges, scopes, and what the person may do in SharePoint.

Sources: https://learn.microsoft.com/graph/resolve-auth-errors ,
https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass

from tests.microsoft365.clock import Clock
from tests.microsoft365.drive_state import Drive
from tests.microsoft365.messages import GraphError, Request
from tests.microsoft365.people import Person
from tests.microsoft365.scopes import READ_FILES, READ_OWN_FILES, SELECTED, WRITE_FILES, WRITE_OWN_FILES
from tests.microsoft365.tokens import AccessToken, TokenStore

_RANK = {"none": 0, "read": 1, "write": 2, "owner": 3}


@dataclass(frozen=True)
class Caller:
    """Who asks, and what the client was allowed to do in that name."""

    person: Person
    scopes: frozenset[str]

    def need_scope(self, allowed: frozenset[str]) -> None:
        if not self.scopes & allowed:
            raise GraphError(
                403, "accessDenied", "Either scp or roles claim need to be present in the token.", inner="accessDenied"
            )

    def need_site(self, least: str) -> None:
        """What SharePoint itself lets this person do; without any right the site is not to be seen."""
        has = _RANK[self.person.access]
        if has == 0:
            raise GraphError(403, "accessDenied", "Access denied.")
        if has < _RANK[least]:
            raise GraphError(403, "accessDenied", "The caller does not have permission to perform the action.")

    def need_drive(self, drive: Drive, *, write: bool) -> None:
        own = drive.owner is not None and drive.owner.oid == self.person.oid
        if own:
            allowed = WRITE_OWN_FILES | WRITE_FILES if write else READ_OWN_FILES | READ_FILES
            self.need_scope(allowed)
            return
        self.need_scope((WRITE_FILES if write else READ_FILES) | (frozenset() if drive.owner else SELECTED))
        if drive.owner is not None:
            raise GraphError(403, "accessDenied", "Access denied.")
        self.need_site("write" if write else "read")


class Gate:
    """Looks at the bearer token of every request to Graph."""

    def __init__(self, tokens: TokenStore, clock: Clock, authority: str = "") -> None:
        self._tokens = tokens
        self._clock = clock
        self.authority = authority

    def caller(self, request: Request) -> Caller:
        text = request.headers.get("Authorization")
        if text is None:
            raise self._refused("Access token is empty.")
        kind, _, token_text = text.partition(" ")
        token = self._tokens.access.get(token_text)
        if kind.lower() != "bearer" or token is None:
            raise self._refused("CompactToken parsing failed with error code: 80049217")
        if self._clock.now() >= token.expires_at:
            raise self._refused("Lifetime validation failed, the token is expired.")
        self._check_events(token)
        return Caller(token.grant.person, token.grant.scopes)

    def _check_events(self, token: AccessToken) -> None:
        """Revocation and policy reach only tokens of clients that understand them; others stay valid until they expire."""
        grant = token.grant
        person = grant.person
        moments = [moment for moment in (person.revoked_at, person.challenged_at) if moment is not None]
        if not grant.capable or not moments:
            return
        latest = max(moments)
        answered = grant.not_before is not None and grant.not_before.timestamp() >= int(latest.timestamp())
        signed_in_after = token.issued_at > latest and latest == person.revoked_at
        if answered or signed_in_after:
            return
        raise self._challenge(int(latest.timestamp()))

    def _refused(self, text: str) -> GraphError:
        told = f'Bearer realm="", authorization_uri="{self.authority}/oauth2/v2.0/authorize", client_id="00000003"'
        return GraphError(401, "InvalidAuthenticationToken", text, headers={"WWW-Authenticate": told})

    def _challenge(self, moment: int) -> GraphError:
        claims = {"access_token": {"nbf": {"essential": True, "value": str(moment)}}}
        encoded = base64.b64encode(json.dumps(claims, separators=(",", ":")).encode()).decode()
        told = (
            f'Bearer realm="", authorization_uri="{self.authority}/oauth2/v2.0/authorize", '
            f'error="insufficient_claims", claims="{encoded}"'
        )
        text = "Continuous access evaluation resulted in challenge with result: InteractionRequired."
        return GraphError(401, "InvalidAuthenticationToken", text, headers={"WWW-Authenticate": told})
