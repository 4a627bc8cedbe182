"""How the rules about project documentation stand: filed, looked into before, and brought back as a test."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from app.actions.picture import Picture
from app.domain.document import DRILL_EVERY, DRILL_FIRST, DocumentState
from app.domain.messages import Message, msg
from app.domain.project import ProjectStatus
from app.domain.rules import RuleState

Seen = tuple[RuleState, Message, int, "datetime | None"]
WAITS_LONG: Final = timedelta(hours=24)  # a document that is not filed by then stands on this laptop alone
OFFLINE_LONG: Final = timedelta(hours=72)
_WAITING: Final = (DocumentState.QUEUED, DocumentState.CHECKING, DocumentState.UPLOADING)


def queued(picture: Picture) -> Seen:
    """VR-P5a: documentation goes to the firm's place, after a look into it."""
    seen = picture.documents
    if not _has_folders(picture):
        return RuleState.NOT_APPLICABLE, msg("rule.documents-no-folder"), 0, None
    if not seen.sums and not (picture.guards_run or seen.last_success_at):
        return RuleState.UNKNOWN, msg("rule.documents-not-looked"), 0, None
    held = seen.count(DocumentState.HELD_BACK)
    if held:
        return RuleState.ATTENTION, msg("rule.documents-held", n=held), held, seen.since(DocumentState.HELD_BACK)
    return RuleState.OK, msg("rule.documents-passed", n=_number(picture)), 0, None


def contacts_only(picture: Picture) -> Seen:
    """VR-P5b: private data in documentation is flagged."""
    seen = picture.documents
    if not _has_folders(picture):
        return RuleState.NOT_APPLICABLE, msg("rule.documents-no-folder"), 0, None
    if not seen.sums and not (picture.guards_run or seen.last_success_at):
        return RuleState.UNKNOWN, msg("rule.documents-not-looked"), 0, None
    if seen.flagged:
        return RuleState.ATTENTION, msg("rule.documents-flagged", n=seen.flagged), seen.flagged, None
    return RuleState.OK, msg("rule.documents-contacts"), 0, None


def stored(picture: Picture) -> Seen:
    """VR-S2: filed and verified; and brought back as a test once a year, for filing alone is no backup."""
    seen = picture.documents
    if not _has_folders(picture):
        return RuleState.NOT_APPLICABLE, msg("rule.documents-no-folder"), 0, None
    stuck = seen.count(DocumentState.FAILED, DocumentState.CONFLICT)
    if stuck:
        since = seen.since(DocumentState.FAILED, DocumentState.CONFLICT)
        return RuleState.ATTENTION, msg("rule.documents-stuck", n=stuck), stuck, since
    if seen.asked:
        return RuleState.ATTENTION, msg("rule.documents-asked", n=len(seen.asked)), len(seen.asked), None
    if seen.trouble_since is not None and picture.now - seen.trouble_since > OFFLINE_LONG:
        return RuleState.ATTENTION, msg("rule.documents-unreachable"), 0, seen.trouble_since
    waiting_since = seen.since(*_WAITING)
    if waiting_since is not None and picture.now - waiting_since > WAITS_LONG:
        waiting = seen.count(*_WAITING)
        return RuleState.ATTENTION, msg("rule.documents-waiting", n=waiting), waiting, waiting_since
    if seen.last_success_at is None:
        return RuleState.UNKNOWN, msg("rule.documents-not-looked"), 0, None
    return _backed_up(picture)


def _backed_up(picture: Picture) -> Seen:
    seen, filed = picture.documents, picture.documents.count(DocumentState.FILED)
    if filed and seen.only_here:
        return RuleState.ATTENTION, msg("rule.documents-only-here", n=filed), filed, seen.first_filed_at
    if seen.first_filed_at is not None and picture.now - seen.first_filed_at > DRILL_FIRST:
        if seen.drilled_at is None:
            return RuleState.ATTENTION, msg("rule.documents-never-drilled"), 0, seen.first_filed_at + DRILL_FIRST
        if picture.now - seen.drilled_at > DRILL_EVERY:
            return RuleState.ATTENTION, msg("rule.documents-drill-old", at=seen.drilled_at.date()), 0, seen.drilled_at
    return RuleState.OK, msg("rule.documents-stored", n=filed), 0, None


def _has_folders(picture: Picture) -> bool:
    active = (p for p in picture.projects.values() if p.status is ProjectStatus.ACTIVE)
    return any(project.documents for project in active) or bool(picture.documents.sums)


def _number(picture: Picture) -> int:
    return sum(total.documents for total in picture.documents.sums)
