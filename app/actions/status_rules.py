"""How each rule of the procedure stands, from one picture of the store. Unknown is never shown green."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from app.actions import access_rules, document_rules, health_rules, keeping_rules, team_rules
from app.actions.picture import Picture, count
from app.domain.messages import Message, msg
from app.domain.project import ProjectStatus
from app.domain.rules import RuleState

Seen = tuple[RuleState, Message, int, "datetime | None"]


def _not_looked(picture: Picture) -> Seen | None:
    """Why nobody can say what is outside: no folder is watched, the guards do not run, a folder was not looked at."""
    if not picture.folders:
        return RuleState.UNKNOWN, msg("rule.no-folders"), 0, None
    if not picture.guards_run:
        return RuleState.UNKNOWN, msg("rule.guards-silent"), 0, picture.guards_alive_at
    unseen = len(picture.unseen)
    return (RuleState.UNKNOWN, msg("rule.folders-not-seen", n=unseen), unseen, None) if unseen else None


def _classified(picture: Picture) -> Seen:
    """VR-K1: are the watched folders looked at?"""
    does_look = picture.guards_run and bool(picture.folders)
    if does_look and picture.paused_until is not None:
        return RuleState.ATTENTION, msg("rule.paused", until=picture.paused_until), 0, None
    ailing = len(picture.ailing)
    if does_look and ailing:
        return RuleState.ATTENTION, msg("rule.folders-ailing", n=ailing), ailing, None
    not_looked = _not_looked(picture)
    if not_looked is not None:
        return not_looked
    return RuleState.OK, msg("rule.folders-seen", n=len(picture.folders)), len(picture.folders), None


def _inside(picture: Picture) -> Seen:
    """VR-P1a: what is outside and not yet decided about."""
    if picture.findings:
        files, since = _files(picture), min(finding.found_at for finding in picture.findings)
        return RuleState.ATTENTION, msg("rule.findings-open", n=files), files, since
    return _not_looked(picture) or (RuleState.OK, msg("rule.nothing-open"), 0, None)


def _environment(picture: Picture) -> Seen:
    """VR-P1b: the register that tells what the client environment is."""
    if not picture.clients:
        return RuleState.NOT_APPLICABLE, msg("rule.no-clients"), 0, None
    bare = len(picture.bare_clients)
    if bare:
        return RuleState.ATTENTION, msg("rule.clients-bare", n=bare), bare, None
    return RuleState.OK, msg("rule.clients-known", n=len(picture.clients)), len(picture.clients), None


def _agreed(picture: Picture) -> Seen:
    """VR-P3: decided within the term, under an agreement that still holds, and in the vault while nobody works in it."""
    red = picture.undecided_late
    if red:
        late, since = sum(finding.late for finding in red), min(finding.decide_by for finding in red)
        return RuleState.OVERDUE, msg("rule.findings-late", n=late), late, since
    if picture.findings:
        return RuleState.ATTENTION, msg("rule.findings-open", n=_files(picture)), _files(picture), None
    review, out = len(picture.to_review), count(picture.out_too_long)
    if review:
        return RuleState.ATTENTION, msg("rule.agreements-review", n=review), review, None
    if out:
        return RuleState.ATTENTION, msg("rule.copies-out-long", n=out), out, None
    return _not_looked(picture) or (RuleState.OK, msg("rule.all-agreed"), 0, None)


def _files(picture: Picture) -> int:
    return sum(finding.files for finding in picture.findings)


def _in_time(picture: Picture) -> Seen:
    """VR-P4: gone in time?"""
    late = [group for group in picture.copies if picture.is_late(group)]
    if late and not picture.trusted:
        return RuleState.UNKNOWN, msg("status.clock-suspect"), count(late), None
    if late:
        since = min(group.due_at for group in late if group.due_at is not None)
        return RuleState.OVERDUE, msg("rule.copies-late", n=count(late)), count(late), since
    lost = count(picture.not_proven)
    if lost:
        return RuleState.ATTENTION, msg("rule.copies-not-proven", n=lost), lost, None
    wanting = count(group for group in picture.copies if picture.wants_a_person(group))
    if wanting:
        return RuleState.ATTENTION, msg("rule.copies-soon", n=wanting), wanting, None
    return RuleState.OK, msg("rule.copies-in-time", n=count(picture.copies)), count(picture.copies), None


def _unattended(picture: Picture) -> Seen:
    """VR-P6: what the guard of the lock says of itself, while it runs."""
    state, sentence = picture.lock_standing
    return state, sentence, 0, None


def _purpose(picture: Picture) -> Seen:
    """VR-U1: every agreement serves a goal of its project."""
    active, astray = len(picture.accepting), len(picture.astray)
    if astray:
        return RuleState.ATTENTION, msg("rule.purpose-astray", n=astray), astray, None
    if not active:
        return RuleState.NOT_APPLICABLE, msg("rule.no-agreements"), 0, None
    return RuleState.OK, msg("rule.purpose-set", n=active), active, None


def _other_place(picture: Picture) -> Seen:
    """VR-U5b: outside Office 365 a copy goes as soon as its purpose is fulfilled."""
    proposed = [group for group in picture.copies if picture.is_proposed(group)]
    late = [group for group in proposed if picture.is_proposed_long(group)]
    if late:
        met = (picture.agreements[group.agreement_id].purpose_fulfilled_at for group in late)
        since = min((moment for moment in met if moment is not None), default=None)
        return RuleState.ATTENTION, msg("rule.purpose-met-late", n=count(late)), count(late), since
    if proposed:
        return RuleState.OK, msg("rule.purpose-met", n=count(proposed)), count(proposed), None
    return RuleState.OK, msg("rule.no-purpose-met"), 0, None


def _filed(picture: Picture) -> Seen:
    """VR-U5a: project work stands where the firm keeps it."""
    not_looked = _not_looked(picture)
    if not_looked is not None:
        return not_looked
    if picture.working is None:
        return RuleState.UNKNOWN, msg("rule.working-not-counted"), 0, None
    if picture.working:
        return RuleState.ATTENTION, msg("rule.working-outside", n=picture.working), picture.working, None
    return RuleState.OK, msg("rule.working-filed"), 0, None


def _client_terms(picture: Picture) -> Seen:
    """VT-A4, VT-T3: the client's own terms, with their source."""
    strict, unsourced = len(picture.strict_clients), len(picture.unsourced_clients)
    if not strict:
        return RuleState.NOT_APPLICABLE, msg("rule.no-terms"), 0, None
    if unsourced:
        return RuleState.ATTENTION, msg("rule.terms-unsourced", n=unsourced), unsourced, None
    return RuleState.OK, msg("rule.terms-applied", n=strict), strict, None


def _minimal(_picture: Picture) -> Seen:
    """VT-B2: the journal refuses any field that is not on its list."""
    return RuleState.OK, msg("rule.minimal"), 0, None


def _closed(picture: Picture) -> Seen:
    """VT-T2: every copy of a closed project has its end, unless the client asked to keep it."""
    endless = count(group for group in picture.copies if picture.is_endless(group))
    if endless:
        return RuleState.ATTENTION, msg("rule.closed-endless", n=endless), endless, None
    closed = sum(project.status is ProjectStatus.CLOSED for project in picture.projects.values())
    return RuleState.OK, msg("rule.closed-fine", n=closed), closed, None


def _assessed(picture: Picture) -> Seen:
    """VT-U1: special categories wait for the lead's approval."""
    waiting = count(group for group in picture.copies if picture.awaits_approval(group))
    if waiting:
        return RuleState.ATTENTION, msg("rule.approval-waits", n=waiting), waiting, None
    return RuleState.OK, msg("rule.approved"), 0, None


RULES: Final[Mapping[str, Callable[[Picture], Seen]]] = MappingProxyType(
    {
        "VR-K1": _classified,
        "VR-P1a": _inside,
        "VR-P1b": _environment,
        "VR-P2": keeping_rules.audience,
        "VR-P3": _agreed,
        "VR-P4": _in_time,
        "VR-P5a": document_rules.queued,
        "VR-P5b": document_rules.contacts_only,
        "VR-P6": _unattended,
        "VR-P7": team_rules.covered,
        "VR-R1": keeping_rules.retention,
        "VR-S1a": health_rules.protected,
        "VR-S1b": health_rules.up_to_date,
        "VR-S3": access_rules.own_staff,
        "VR-S2": document_rules.stored,
        "VR-S4": health_rules.partner,
        "VR-U1": _purpose,
        "VR-U5a": _filed,
        "VR-U5b": _other_place,
        "VT-A4": _client_terms,
        "VT-B2": _minimal,
        "VT-B4": access_rules.no_tracking,
        "VT-C1": keeping_rules.access,
        "VT-C3": keeping_rules.access,
        "VT-C4": team_rules.authentic,
        "VT-C5": access_rules.safe_sign_in,
        "VT-C6": access_rules.attempts_logged,
        "VT-O1": keeping_rules.storage,
        "VT-S1": access_rules.encrypted_traffic,
        "VT-T2": _closed,
        "VT-T3": _client_terms,
        "VT-U1": _assessed,
        "VT-U2": health_rules.account,
    }
)
