"""How the rules about access to the network stand: who is signed in, how the tokens are kept, what was tried, and with whom
the program speaks."""

from __future__ import annotations

from datetime import datetime

from app.actions.picture import Picture
from app.actions.team_rules import consented
from app.domain.messages import Message, msg
from app.domain.ports import KeySource
from app.domain.rules import RuleState
from app.domain.sign_in import SignInState, attempt_text, state_text

Seen = tuple[RuleState, Message, int, "datetime | None"]


def own_staff(picture: Picture) -> Seen:
    """VR-S3: only the firm's own people, and not without the line for longer than 72 hours."""
    seen = picture.sign_in
    if seen.state is SignInState.NOT_SET_UP:
        return RuleState.NOT_APPLICABLE, msg("rule.sign-in-not-set-up"), 0, None
    if seen.is_for_others:
        sentence = msg("rule.own-staff") if seen.is_signed_in else msg("rule.nobody-signed-in")
        return RuleState.OK if seen.is_signed_in else RuleState.ATTENTION, sentence, 0, None
    if seen.is_signed_in and seen.expires_at is not None:
        return RuleState.OK, msg("rule.signed-in", until=seen.expires_at), 0, None
    since = seen.expires_at if seen.state is SignInState.LAPSED else seen.since
    return RuleState.ATTENTION, state_text(seen), 0, since


def safe_sign_in(picture: Picture) -> Seen:
    """VT-C5: what keeps somebody signed in is encrypted, and its key is where the system keeps keys."""
    if picture.sign_in.state is SignInState.NOT_SET_UP:
        return RuleState.NOT_APPLICABLE, msg("rule.sign-in-not-set-up"), 0, None
    if picture.key_source is KeySource.KEY_FILE:
        return RuleState.ATTENTION, msg("rule.tokens-key-file"), 0, None
    return RuleState.OK, msg("rule.tokens-kept"), 0, None


def attempts_logged(picture: Picture) -> Seen:
    """VT-C6: the person sees the last attempt; the journal has them all, for three months."""
    last = picture.sign_in.last
    if picture.sign_in.is_for_others:
        return RuleState.OK, msg("rule.attempts-logged"), 0, None
    if last is None:
        return RuleState.OK, msg("rule.no-attempts"), 0, None
    return RuleState.OK, attempt_text(last), 0, None


def no_tracking(picture: Picture) -> Seen:
    """VT-B4: a test watches every connection that the program makes; the team is told only with consent."""
    objection = consented(picture)
    if objection is not None:
        return objection
    if picture.sign_in.state is SignInState.NOT_SET_UP:
        return RuleState.OK, msg("rule.no-connections"), 0, None
    return RuleState.OK, msg("rule.configured-hosts"), 0, None


def encrypted_traffic(picture: Picture) -> Seen:
    """VT-S1: nothing else can be configured."""
    if picture.sign_in.state is SignInState.NOT_SET_UP:
        return RuleState.OK, msg("rule.no-connections"), 0, None
    return RuleState.OK, msg("rule.traffic-encrypted"), 0, None
