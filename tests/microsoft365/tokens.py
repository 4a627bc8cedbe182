"""What Entra gives out: codes, access tokens, refresh tokens and signed id tokens.

Sources: https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference ,
https://learn.microsoft.com/entra/identity-platform/refresh-tokens ,
https://learn.microsoft.com/entra/identity/conditional-access/concept-continuous-access-evaluation
"""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from tests.microsoft365.clock import Clock
from tests.microsoft365.messages import Json
from tests.microsoft365.people import Person

KEY_ID = "loopback-key-1"
CODE_LIFE = timedelta(minutes=10)
REFRESH_IDLE = timedelta(days=90)


@dataclass(frozen=True)
class Grant:
    """What was granted at a sign-in. `capable` (CP1): the client understands claims challenges. `not_before`: the moment that a
    claims challenge asked for and that this sign-in or refresh answered."""

    person: Person
    client_id: str
    scopes: frozenset[str]
    capable: bool = False
    nonce: str | None = None
    not_before: datetime | None = None


@dataclass(frozen=True)
class AccessToken:
    grant: Grant
    issued_at: datetime
    expires_at: datetime


@dataclass
class RefreshToken:
    grant: Grant
    issued_at: datetime
    used: bool = False


@dataclass
class Code:
    """An authorization code: once, for ten minutes, for whoever knows the verifier."""

    grant: Grant
    redirect_uri: str
    challenge: str
    issued_at: datetime
    used: bool = False


@dataclass
class TokenStore:
    """`life`: of access tokens; those of capable clients live `capable_life`, since they can be revoked at once.
    `strict_rotation`: a refresh token counts once (Entra itself leaves the old one valid)."""

    clock: Clock
    life: timedelta = timedelta(minutes=75)
    capable_life: timedelta = timedelta(hours=24)
    strict_rotation: bool = False
    access: dict[str, AccessToken] = field(default_factory=dict)
    refresh: dict[str, RefreshToken] = field(default_factory=dict)
    codes: dict[str, Code] = field(default_factory=dict)

    def new_access(self, grant: Grant) -> tuple[str, AccessToken]:
        now = self.clock.now()
        token = AccessToken(grant, now, now + (self.capable_life if grant.capable else self.life))
        # Opaque: a client that looks into an access token of Graph finds nothing.
        text = "eyOPAQUE." + secrets.token_urlsafe(600)
        self.access[text] = token
        return text, token

    def new_refresh(self, grant: Grant) -> str:
        text = "1." + secrets.token_urlsafe(300)
        self.refresh[text] = RefreshToken(grant, self.clock.now())
        return text

    def new_code(self, grant: Grant, redirect_uri: str, challenge: str) -> str:
        text = "1.code-" + secrets.token_urlsafe(200)
        self.codes[text] = Code(grant, redirect_uri, challenge, self.clock.now())
        return text


@cache
def _signing_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def public_keys() -> Json:
    """The JWKS document."""
    key = json.loads(RSAAlgorithm.to_jwk(_signing_key().public_key()))
    return {"keys": [{**key, "use": "sig", "kid": KEY_ID, "alg": "RS256"}]}


def signed_id_token(
    grant: Grant, issuer: str, tenant: str, issued_at: datetime, life: timedelta, chosen: Collection[str] = ()
) -> str:
    """`chosen`: optional claims that the registration asks for. Source:
    https://learn.microsoft.com/entra/identity-platform/optional-claims-reference"""
    person = grant.person
    tid = person.token_tenant or tenant
    claims: Json = {
        "aud": grant.client_id,
        "iss": issuer,
        "iat": int(issued_at.timestamp()),
        "nbf": int(issued_at.timestamp()),
        "exp": int((issued_at + life).timestamp()),
        "name": person.name,
        "oid": person.oid,
        "preferred_username": person.mail,
        "sub": secrets.token_urlsafe(32),
        "tid": tid,
        "uti": secrets.token_urlsafe(16),
        "rh": "1." + secrets.token_urlsafe(20),
        "ver": "2.0",
    }
    optional = {
        "acct": int(person.is_guest),
        "login_hint": "O." + _base64url(person.mail.encode()),
        "email": person.mail,
    }
    claims |= {name: value for name, value in optional.items() if name in chosen}
    if person.roles:
        claims["roles"] = list(person.roles)
    if person.is_guest:
        claims["idp"] = f"https://sts.windows.net/{person.tenant}/"
    if grant.nonce:
        claims["nonce"] = grant.nonce
    return jwt.encode(claims, _signing_key(), algorithm="RS256", headers={"kid": KEY_ID})


def client_info(person: Person) -> str:
    """Who this is at home, as msal asks for with `client_info=1`."""
    text = json.dumps({"uid": person.oid, "utid": person.tenant})
    return _base64url(text.encode())


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
