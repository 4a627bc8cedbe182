"""How the rules about the team stand: who reports, whose word is believed, and with whose consent. VR-P7, VT-C4, VT-B4."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.actions.picture import Picture
from app.domain.messages import Message, msg
from app.domain.rules import RuleState

Seen = tuple[RuleState, Message, int, "datetime | None"]
STALE = timedelta(days=7)  # what was read of the team longer ago says nothing of today


def covered(picture: Picture) -> Seen:
    """VR-P7: everybody who should have the program reports, hired people too. Only who reads the team can tell."""
    team = picture.team
    if not team.terms.expects:
        return RuleState.NOT_APPLICABLE, msg("rule.no-staff-list"), 0, None
    if not team.terms.sees_all:
        return RuleState.NOT_APPLICABLE, msg("rule.coverage-lead"), 0, None
    if team.read_on is None or picture.now.date() - team.read_on > STALE:
        return RuleState.UNKNOWN, msg("rule.coverage-not-read"), 0, None
    if team.missing:
        return RuleState.ATTENTION, msg("rule.coverage-missing", n=team.missing), team.missing, None
    return RuleState.OK, msg("rule.coverage-full", n=team.expected or 0), team.expected or 0, None


def authentic(picture: Picture) -> Seen:
    """VT-C4: cards and records of laptops that were refused are shown."""
    cards, records = picture.refused_cards, picture.team.rejected
    if cards and records:
        return RuleState.ATTENTION, msg("rule.cards-and-records", n=cards + records), cards + records, None
    if cards:
        return RuleState.ATTENTION, msg("rule.cards-refused", n=cards), cards, None
    if records:
        return RuleState.ATTENTION, msg("rule.records-rejected", n=records), records, None
    return RuleState.OK, msg("rule.cards-fine"), 0, None


def consented(picture: Picture) -> Seen | None:
    """VT-B4: before a laptop tells its team anything, the works council consented or staff was informed. None: no objection."""
    terms = picture.team.terms
    if terms.is_shared and terms.consent_on is None:
        return RuleState.ATTENTION, msg("team.no-consent"), 0, None
    if terms.consent_on is not None and terms.consent_on > picture.now.date():
        return RuleState.ATTENTION, msg("rule.consent-ahead"), 0, None
    return None
