"""What doctor tells of the firm's Microsoft 365: whether IT's settings count, and who is signed in. Asks this laptop alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.actions.checks import Check, CheckState
from app.domain.messages import Message, msg
from app.domain.office365 import Office365Settings
from app.domain.sign_in import SignInSeen, SignInState, attempt_text, state_text

SIGN_IN_CHECKS: Final = ("office365", "sign-in")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInSurface:
    """What is looked at. `problems`: what of IT's settings does not count. `try_trust` reads the certificates that count, and
    raises EnvironmentLacking."""

    settings: Office365Settings | None = None
    problems: Sequence[Message] = ()
    try_trust: Callable[[], object] = lambda: None
    has_broker: Callable[[], bool] = lambda: False
    seen: Callable[[], SignInSeen] = SignInSeen


def sign_in_checks(surface: SignInSurface) -> Mapping[str, Callable[[str], Check]]:
    """By id, in the order of SIGN_IN_CHECKS."""
    return {
        "office365": lambda id_: _settings(id_, surface),
        "sign-in": lambda id_: _sign_in(id_, surface),
    }


def _settings(id_: str, surface: SignInSurface) -> Check:
    if surface.problems:
        sentence, fix = msg("doctor.policy-broken", problems=tuple(surface.problems)), msg("doctor.fix-policy")
        return Check(id=id_, state=CheckState.ATTENTION, sentence=sentence, fix=fix)
    settings = surface.settings
    if settings is None:
        return Check(id=id_, state=CheckState.OK, sentence=msg("signin.not-set-up"))
    surface.try_trust()  # says what is wrong by its error
    if settings.is_test_server:
        fix = msg("doctor.fix-test-server")
        return Check(id=id_, state=CheckState.ATTENTION, sentence=msg("office365.test-server"), fix=fix)
    return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.office365-fine", host=settings.site_host))


def _sign_in(id_: str, surface: SignInSurface) -> Check:
    seen = surface.seen()
    sentence = _with_last(seen, surface.has_broker())
    if seen.state in (SignInState.NOT_SET_UP, SignInState.SIGNED_IN):
        return Check(id=id_, state=CheckState.OK, sentence=sentence)
    fix = msg("doctor.fix-connection") if seen.state is SignInState.LAPSED else msg("doctor.fix-sign-in")
    return Check(id=id_, state=CheckState.ATTENTION, sentence=sentence, fix=fix)


def _with_last(seen: SignInSeen, has_broker: bool) -> Message:
    """How it stands, by which way the next attempt goes, and what the last one was (VT-C6)."""
    stands = state_text(seen)
    if seen.state is SignInState.NOT_SET_UP:
        return stands
    way = msg("signin.way.broker") if has_broker else msg("signin.way.browser")
    if seen.last is None:
        return msg("doctor.sign-in", stands=stands, way=way)
    return msg("doctor.sign-in-last", stands=stands, way=way, last=attempt_text(seen.last))
