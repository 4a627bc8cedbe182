"""How the rules about protection stand: this laptop as it was last seen, other devices as IT vouches for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.actions.picture import Picture
from app.domain.health import HealthCheck, HealthFinding
from app.domain.health_judging import summed
from app.domain.health_records import attestation_standing, partner_standing
from app.domain.messages import Message, msg
from app.domain.rules import SEVERITY, RuleState

Seen = tuple[RuleState, Message, int, "datetime | None"]


def protected(picture: Picture) -> Seen:
    """VR-S1a: anti-virus and firewall here; elsewhere the word of IT, while it holds."""
    others = [a for a in picture.health.attestations if not a.is_about_account]
    ended = [standing for a in others if (standing := attestation_standing(a, picture.now))[0] is not RuleState.OK]
    here = _here(picture, HealthCheck.ANTIVIRUS, HealthCheck.FIREWALL)
    if ended and SEVERITY.index(here[0]) <= SEVERITY.index(RuleState.ATTENTION):
        if here[0] is RuleState.ATTENTION:
            count = here[2] + len(ended)
            return RuleState.ATTENTION, msg("health.wanting", n=count), count, here[3]
        sentence = ended[0][1] if len(ended) == 1 else msg("rule.attestations-end", n=len(ended))
        return RuleState.ATTENTION, sentence, len(ended), None
    return here


def up_to_date(picture: Picture) -> Seen:
    """VR-S1b: system and Office as IT wants them, and in force."""
    return _here(picture, HealthCheck.SYSTEM, HealthCheck.OFFICE, HealthCheck.RESTART)


def account(picture: Picture) -> Seen:
    """VT-U2: disk encryption and screen lock are seen, a second factor only IT knows of."""
    here = _here(picture, HealthCheck.ENCRYPTION, HealthCheck.SCREEN_LOCK)
    if here[0] is not RuleState.OK:
        return here
    factor = next((a for a in picture.health.attestations if a.is_about_account), None)
    if factor is None:
        return RuleState.UNKNOWN, msg("rule.account-unattested"), 0, None
    state, sentence = attestation_standing(factor, picture.now)
    return (state, sentence, 0, None) if state is not RuleState.OK else here


def partner(picture: Picture) -> Seen:
    """VR-S4"""
    state, sentence = partner_standing(picture.health.partner, picture.now)
    return state, sentence, 0, None


def _here(picture: Picture, *checks: HealthCheck) -> Seen:
    findings = picture.health.of(*checks)
    state, sentence, count = summed(findings)
    return state, sentence, count, _since(picture, findings) if count else None


def _since(picture: Picture, findings: Sequence[HealthFinding]) -> datetime | None:
    """The day since when one of the worst stands so."""
    worst = max((SEVERITY.index(f.state) for f in findings), default=0)
    days = (picture.health.since.get(f.check) for f in findings if SEVERITY.index(f.state) == worst)
    return min((day for day in days if day is not None), default=None)
