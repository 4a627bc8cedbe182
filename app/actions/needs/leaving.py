"""Copies that must go, that may go, or of which it is not settled when they go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from app.actions.needs.held import is_asked
from app.actions.needs.scene import ELSEWHERE, Scene, gathered, gravest, grouped, purpose_rules
from app.actions.picture import SOON, count
from app.domain.copy import CopyState
from app.domain.messages import msg
from app.domain.rules import RuleState
from app.domain.today import Need, NeedAction, NeedKind, SubjectKind, lateness
from app.store import CopyGroup

ENDS_WITHIN = timedelta(days=7)


def leaving_needs(scene: Scene) -> list[Need]:
    return [
        *gathered(_overdue(scene), lambda n, projects: msg("today.overdue-several", n=n, projects=projects)),
        *gathered(_elsewhere(scene), lambda n, projects: msg("today.attest-several", n=n, projects=projects)),
        *gathered(_soon(scene), lambda n, projects: msg("today.soon-several", n=n, projects=projects)),
        *gathered(
            _purpose_met(scene), lambda n, agreements: msg("today.purpose-met-several", n=n, agreements=agreements)
        ),
        *gathered(
            _ending(scene), lambda n, agreements: msg("today.agreement-ends-several", n=n, agreements=agreements)
        ),
        *gathered(_unapproved(scene), lambda n, agreements: msg("today.approval-several", n=n, agreements=agreements)),
        *gathered(_endless(scene), lambda n, projects: msg("today.endless-several", n=n, projects=projects)),
    ]


def _kind(scene: Scene, group: CopyGroup) -> NeedKind | None:
    """What a copy that stands here asks by its deadline alone; None for nothing, or what `held` tells of it."""
    picture = scene.picture
    is_a_persons = group.location in ELSEWHERE and not picture.is_followed(group)
    if is_a_persons or group.state in (CopyState.ASKED, CopyState.BLOCKED):
        return None
    if picture.is_late(group) and picture.trusted:
        return NeedKind.OVERDUE
    if picture.is_proposed(group):
        return NeedKind.PURPOSE_MET
    is_ahead = picture.wants_a_person(group) and not picture.is_late(group)
    return NeedKind.COPIES_SOON if is_ahead else None


def _of_kind(scene: Scene, kind: NeedKind) -> list[CopyGroup]:
    return [group for group in scene.picture.copies if _kind(scene, group) is kind]


def _earliest(groups: Sequence[CopyGroup]) -> datetime | None:
    return min((group.due_at for group in groups if group.due_at is not None), default=None)


# -- with an end ------------------------------------------------------------------------------------------------------


def _overdue(scene: Scene) -> Iterator[Need]:
    late = grouped(_of_kind(scene, NeedKind.OVERDUE), lambda group: (group.project_id,))
    for (project_id,), groups in late.items():
        # Of a copy that is out of the vault a question can stand; then that is what a person is asked first.
        asked = (g for g in scene.picture.wanting if g.project_id == project_id and is_asked(scene, g))
        n = count(groups) - sum(g.late for g in asked if g.state is CopyState.CHECKED_OUT)
        due_at = _earliest(groups)
        if n <= 0 or due_at is None:
            continue
        late_by = lateness(due_at, scene.now)
        yield Need(
            id=f"overdue.{project_id}",
            kind=NeedKind.OVERDUE,
            state=RuleState.OVERDUE,
            sentence=msg("today.overdue", n=n, client=scene.client_of(project_id), late=late_by),
            detail=msg("today.overdue-detail", at=due_at, project=scene.code_of(project_id)),
            action=NeedAction.DELETE,
            subject=project_id,
            subject_kind=SubjectKind.PROJECT,
            since=due_at,
            count=n,
            rules=("VR-P4", *purpose_rules(scene, groups)),
        )


def _soon(scene: Scene) -> Iterator[Need]:
    soon = grouped(_of_kind(scene, NeedKind.COPIES_SOON), lambda group: (group.project_id,))
    for (project_id,), groups in soon.items():
        due_at, n = _earliest(groups), count(groups)
        if due_at is None:
            continue
        yield Need(
            id=f"copies-soon.{project_id}",
            kind=NeedKind.COPIES_SOON,
            state=RuleState.ATTENTION,
            sentence=msg("today.soon", n=n, client=scene.client_of(project_id), at=due_at),
            detail=msg("today.soon-detail", n=n, project=scene.code_of(project_id)),
            action=NeedAction.SHOW_COPIES,
            subject=project_id,
            subject_kind=SubjectKind.PROJECT,
            since=due_at,
            count=n,
            rules=("VR-P4",),
        )


def _purpose_met(scene: Scene) -> Iterator[Need]:
    picture = scene.picture
    met = grouped(_of_kind(scene, NeedKind.PURPOSE_MET), lambda group: (group.agreement_id,))
    for (agreement_id,), groups in met.items():
        n, due_at = count(groups), _earliest(groups)
        wants = any(picture.wants_a_person(group) for group in groups)
        is_long = any(picture.is_proposed_long(group) for group in groups)
        yield Need(
            id=f"purpose-met.{agreement_id}",
            kind=NeedKind.PURPOSE_MET,
            state=RuleState.ATTENTION if wants or is_long else RuleState.OK,
            sentence=msg("today.purpose-met", n=n, client=scene.client_of(groups[0].project_id)),
            detail=None if due_at is None else msg("today.purpose-met-detail", n=n, at=due_at),
            action=NeedAction.DELETE,
            subject=agreement_id,
            subject_kind=SubjectKind.AGREEMENT,
            since=picture.agreements[agreement_id].purpose_fulfilled_at,
            count=n,
            rules=("VR-U5b", "VR-P4") if wants else ("VR-U5b",),
        )


def _ending(scene: Scene) -> Iterator[Need]:
    """Agreements that end within a week while copies stand under them; what goes within a day is told as such."""
    standing = grouped(scene.picture.copies, lambda group: (group.agreement_id,))
    for agreement in scene.picture.accepting:
        groups, until = standing.get((agreement.id,), []), agreement.valid_until
        if not groups or until is None or not SOON < until - scene.now <= ENDS_WITHIN:
            continue
        n = count(groups)
        yield Need(
            id=f"agreement-ends.{agreement.id}",
            kind=NeedKind.AGREEMENT_ENDS,
            state=RuleState.OK,
            sentence=msg("today.agreement-ends", client=scene.client_of(agreement.project_id), at=until),
            detail=msg("today.agreement-ends-detail", n=n, scope=agreement.scope),
            action=NeedAction.EXTEND,
            subject=agreement.id,
            subject_kind=SubjectKind.AGREEMENT,
            since=until,
            count=n,
            rules=("VR-P3",),
        )


def _elsewhere(scene: Scene) -> Iterator[Need]:
    theirs = [g for g in scene.picture.copies if g.location in ELSEWHERE and not scene.picture.is_followed(g)]
    wanted = [group for group in theirs if _must_be_attested(scene, group)]
    for (project_id,), groups in grouped(wanted, lambda group: (group.project_id,)).items():
        n, client, due_at = count(groups), scene.client_of(project_id), _earliest(groups)
        if due_at is None:
            sentence = msg("today.attest-now", n=n, client=client)
        elif due_at <= scene.now:
            sentence = msg("today.attest-late", n=n, client=client, late=lateness(due_at, scene.now))
        else:
            sentence = msg("today.attest", n=n, client=client, at=due_at)
        yield Need(
            id=f"attest.{project_id}",
            kind=NeedKind.ATTEST,
            state=gravest(_elsewhere_state(scene, group) for group in groups),
            sentence=sentence,
            detail=msg("today.attest-detail", n=n, project=scene.code_of(project_id)),
            action=NeedAction.CONFIRM_GONE,
            subject=project_id,
            subject_kind=SubjectKind.PROJECT,
            since=due_at,
            count=n,
            rules=("VR-P4", *purpose_rules(scene, groups)),
        )


def _must_be_attested(scene: Scene, group: CopyGroup) -> bool:
    picture = scene.picture
    has_end = group.due_at is not None and picture.is_closed(group.project_id)
    return has_end or picture.wants_a_person(group) or picture.is_proposed(group)


def _elsewhere_state(scene: Scene, group: CopyGroup) -> RuleState:
    picture = scene.picture
    if picture.is_late(group) and picture.trusted:
        return RuleState.OVERDUE
    is_wanting = picture.wants_a_person(group) or picture.is_proposed_long(group)
    return RuleState.ATTENTION if is_wanting else RuleState.OK


# -- not settled ------------------------------------------------------------------------------------------------------


def _unapproved(scene: Scene) -> Iterator[Need]:
    waiting = [group for group in scene.picture.copies if scene.picture.awaits_approval(group)]
    for (agreement_id,), groups in grouped(waiting, lambda group: (group.agreement_id,)).items():
        n = count(groups)
        yield Need(
            id=f"approval.{agreement_id}",
            kind=NeedKind.APPROVAL,
            state=RuleState.ATTENTION,
            sentence=msg("today.approval", n=n, client=scene.client_of(groups[0].project_id)),
            detail=msg("today.approval-detail", n=n),
            action=NeedAction.ASK_LEAD,
            subject=agreement_id,
            subject_kind=SubjectKind.AGREEMENT,
            count=n,
            rules=("VT-U1",),
        )


def _endless(scene: Scene) -> Iterator[Need]:
    endless = [group for group in scene.picture.copies if scene.picture.is_endless(group)]
    for (project_id,), groups in grouped(endless, lambda group: (group.project_id,)).items():
        n = count(groups)
        yield Need(
            id=f"endless.{project_id}",
            kind=NeedKind.ENDLESS,
            state=RuleState.ATTENTION,
            sentence=msg("today.endless", n=n, project=scene.code_of(project_id)),
            detail=msg("today.endless-detail", n=n),
            action=NeedAction.SHOW_PROJECT,
            subject=project_id,
            subject_kind=SubjectKind.PROJECT,
            since=scene.picture.projects[project_id].closed_at,
            count=n,
            rules=("VT-T2",),
        )
