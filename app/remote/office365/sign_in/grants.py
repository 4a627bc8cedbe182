"""What a tenant gives, and what it asks for. Loads nothing of the network: who only looks who is signed in needs no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from app.domain.sign_in import SignInFailed, SignInReason

SPARE_SECONDS: Final = 300  # a token that ends sooner is renewed first


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """A token, who it is for by the id token, and where that account comes from."""

    token: str
    claims: Mapping[str, Any]
    home_tenant: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Current:
    """A token in the cache. `ends_at` and `renew_at` by the clock of this machine, in seconds since 1970."""

    token: str
    ends_at: float
    renew_at: float

    def is_fresh(self, now: float) -> bool:
        return now < self.renew_at


class AskedFor(SignInFailed):
    """The tenant wants to see more: `claims` is what the next attempt must bring (JSON text)."""

    def __init__(self, reason: SignInReason, claims: str | None) -> None:
        super().__init__(reason)
        self.claims = claims
