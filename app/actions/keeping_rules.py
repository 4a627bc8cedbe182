"""How the rules about keeping and reaching stand: who may know, how long records stay, where stores are, who may do what."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.actions.picture import Picture
from app.domain.access import has_ended
from app.domain.messages import Message, msg
from app.domain.project import Project, ProjectStatus
from app.domain.retention import RetentionState, retention_state, review_since
from app.domain.rules import RuleState
from app.domain.storage_place import StoreKind

Seen = tuple[RuleState, Message, int, "datetime | None"]
LOOKED_AT = timedelta(days=31)  # a look at who can open a place holds for so long


def audience(picture: Picture) -> Seen:
    """VR-P2: of running projects it is recorded who may know, and nobody else is seen to reach their places."""
    running = [project for project in picture.projects.values() if project.status is ProjectStatus.ACTIVE]
    if not running:
        return RuleState.NOT_APPLICABLE, msg("rule.audience-none"), 0, None
    looks = [picture.place_looks[project.id] for project in running if project.id in picture.place_looks]
    too_wide = sum(look.outsiders for look in looks)
    if too_wide:
        return RuleState.ATTENTION, msg("rule.audience-too-wide", n=too_wide), too_wide, None
    unseen = _places_unseen(picture, running)
    if unseen:
        return RuleState.UNKNOWN, msg("rule.audience-unseen", n=unseen), unseen, None
    listed = sum(any(member.is_active(picture.now) for member in project.members) for project in running)
    if not listed:  # then only the client's own people are allowed: that is narrow, and no fault
        return RuleState.NOT_APPLICABLE, msg("rule.audience-missing", n=len(running)), 0, None
    return RuleState.OK, msg("rule.audience-kept", n=listed), listed, None


def _places_unseen(picture: Picture, running: list[Project]) -> int:
    """Places in Office 365 whose audience cannot be told: groups in it, or not looked at for long."""
    if not any(store.kind is StoreKind.OFFICE365 for store in picture.storage):
        return 0
    unseen = 0
    for project in running:
        look = picture.place_looks.get(project.id)
        is_fresh = look is not None and picture.now - look.looked_at <= LOOKED_AT
        unseen += bool(project.documents) and (look is None or not is_fresh or look.uncertain > 0)
    return unseen


def retention(picture: Picture) -> Seen:
    """VR-R1: records stay for two years or until the client asks; then somebody decides within a year."""
    closed = [project for project in picture.projects.values() if project.closed_at is not None]
    if not closed:
        return RuleState.NOT_APPLICABLE, msg("rule.retention-none"), 0, None
    by_state: dict[RetentionState, list[Project]] = {}
    for project in closed:
        state = retention_state(project, picture.record_decisions.get(project.id), picture.now)
        by_state.setdefault(state, []).append(project)
    undecided = by_state.get(RetentionState.UNDECIDED, [])
    if undecided:
        n, since = len(undecided), _since(picture, undecided)
        return RuleState.ATTENTION, msg("rule.retention-undecided", n=n), n, since
    due = by_state.get(RetentionState.REVIEW_DUE, [])
    if due:
        return RuleState.OK, msg("rule.retention-due", n=len(due)), len(due), _since(picture, due)
    return RuleState.OK, msg("rule.retention-kept", n=len(closed)), len(closed), None


def _since(picture: Picture, projects: list[Project]) -> datetime | None:
    moments = (review_since(project, picture.record_decisions.get(project.id)) for project in projects)
    return min((moment for moment in moments if moment is not None), default=None)


def storage(picture: Picture) -> Seen:
    """VT-O1: of every store the country is recorded; which region a tenant is in only its administrator can read."""
    stores = [store for store in picture.storage if store.kind is not StoreKind.LAPTOP]
    if not stores:
        return RuleState.OK, msg("rule.storage-laptop"), 0, None
    unknown = sum(not store.is_known for store in stores)
    if unknown:
        return RuleState.UNKNOWN, msg("rule.storage-unknown"), unknown, None
    countries = ", ".join(dict.fromkeys(store.country or "" for store in stores))
    outside = sum(store.is_outside_eea for store in stores)
    if outside:
        return RuleState.ATTENTION, msg("rule.storage-outside", countries=countries), outside, None
    return RuleState.OK, msg("rule.storage-known", countries=countries), len(stores), None


def access(picture: Picture) -> Seen:
    """VT-C1, VT-C3: what needs a role or a membership is refused without it; whose membership ended should hold nothing."""
    ended = _ended(picture)
    if ended:
        return RuleState.ATTENTION, msg("rule.access-ended", n=len(ended)), len(ended), None
    return RuleState.OK, msg("rule.access-kept"), 0, None


# -- which project first ----------------------------------------------------------------------------------------------


def first_to_look_at(picture: Picture) -> str | None:
    """The running project whose place most people reach who should not, else one that was not looked at."""
    running = [project for project in picture.projects.values() if project.status is ProjectStatus.ACTIVE]
    seen = {id_: look for id_, look in picture.place_looks.items() if look.outsiders}
    wide = [project.id for project in running if project.id in seen]
    if wide:
        return max(wide, key=lambda id_: seen[id_].outsiders)
    return next((project.id for project in running if project.documents), None)


def first_to_decide_on(picture: Picture) -> str | None:
    """The project whose records have waited longest for a decision."""
    waiting = []
    for project in picture.projects.values():
        decision = picture.record_decisions.get(project.id)
        state = retention_state(project, decision, picture.now)
        since = review_since(project, decision)
        if state in (RetentionState.REVIEW_DUE, RetentionState.UNDECIDED) and since is not None:
            waiting.append((since, project.id))
    return min(waiting)[1] if waiting else None


def first_that_ended(picture: Picture) -> str | None:
    """A project of which copies are here although one's own membership is over."""
    return next((project.id for project in _ended(picture)), None)


def _ended(picture: Picture) -> list[Project]:
    with_copies = {group.project_id for group in picture.copies}
    return [
        project
        for project in picture.projects.values()
        if project.id in with_copies and has_ended(project, picture.own_mail, picture.now)
    ]
