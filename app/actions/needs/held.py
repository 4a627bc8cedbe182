"""Copies that want a person before they can go: held by a program, asked about, not proven to be gone, out of the vault."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from app.actions.needs.scene import ELSEWHERE, Scene, gathered, grouped, purpose_rules
from app.actions.picture import count
from app.domain.copy import AskedWhy, CopyState
from app.domain.deadline import CONFIRM_PAST
from app.domain.deletion import EraseResult
from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.domain.today import Need, NeedAction, NeedKind, SubjectKind, lateness
from app.store import WantingGroup

OUT_LONG = timedelta(hours=4)  # worth a word; at LONGEST_OUT it is at attention

# What a deletion notes where no program is known to hold the file: a place, a result, the system's own word for it.
_NO_PROGRAM = {"", "place", "vault", "link", "not a resolved path", "the file system still shows it"}
# What the cloud answered to a deletion: each word has a sentence of its own.
CLOUD_WORDS = frozenset(
    {
        *("cloud-offline", "cloud-sign-in", "cloud-busy", "cloud-locked", "cloud-refused"),
        *("cloud-not-found", "cloud-on-hold", "cloud-record"),
    }
)
NOT_FOUND = "cloud-not-found"
_NO_PROGRAM |= CLOUD_WORDS
_NO_PROGRAM |= {result.value for result in EraseResult} | {os.strerror(number) for number in errno.errorcode}
_SYSTEM_WORD = re.compile(r"E[A-Z0-9]+|ERROR_\w+")


def held_needs(scene: Scene) -> list[Need]:
    return [
        *gathered(_blocked(scene), lambda n, projects: msg("today.blocked-several", n=n, projects=projects)),
        *gathered(_asked(scene), lambda n, projects: msg("today.asked-several", n=n, projects=projects)),
        *gathered(_not_proven(scene), lambda n, projects: msg("today.not-proven-several", n=n, projects=projects)),
        *gathered(_out(scene), lambda n, projects: msg("today.checked-out-several", n=n, projects=projects)),
    ]


def programs_in(blocked_by: str | None) -> str | None:
    """The programs that hold a file, as the deletion noted them; None where it was no program."""
    noted = (blocked_by or "").strip()
    return None if noted in _NO_PROGRAM or _SYSTEM_WORD.fullmatch(noted) else noted


def is_asked(scene: Scene, group: WantingGroup) -> bool:
    """A question stands, also while the copy is out of the vault."""
    is_ours = group.location not in ELSEWHERE or scene.picture.is_followed(group)
    is_here = is_ours and group.state in (CopyState.ASKED, CopyState.CHECKED_OUT)
    return is_here and group.asked_why is not None


# -- held by a program ------------------------------------------------------------------------------------------------


def _blocked(scene: Scene) -> Iterator[Need]:
    held = [g for g in scene.picture.wanting if g.state is CopyState.BLOCKED and _is_ours(scene, g)]
    for (project_id,), groups in grouped(held, lambda group: (group.project_id,)).items():
        is_late = _is_late(scene, groups)
        need = Need(
            id=f"blocked.{project_id}",
            kind=NeedKind.BLOCKED,
            state=RuleState.OVERDUE if is_late else RuleState.ATTENTION,
            sentence=_blocked_sentence(scene, groups, is_late=is_late),
            detail=_detail(scene, groups, project_id),
            action=NeedAction.RETRY,
            since=_earliest(groups),
            count=count(groups),
            rules=("VR-P4", *purpose_rules(scene, groups)),
        )
        yield _about(groups, need)


def _is_ours(scene: Scene, group: WantingGroup) -> bool:
    """Whether the assistant is to delete it: here, or followed in the cloud."""
    is_of_cloud = group.blocked_by in CLOUD_WORDS and group.blocked_by != NOT_FOUND  # then a person takes it away
    return group.location not in ELSEWHERE or is_of_cloud or scene.picture.is_followed(group)


def cloud_text(word: str) -> Message:
    """Why a copy in Microsoft 365 is not gone yet, and what to do."""
    return {
        "cloud-offline": msg("cloud.blocked-offline"),
        "cloud-sign-in": msg("cloud.blocked-sign-in"),
        "cloud-busy": msg("cloud.blocked-busy"),
        "cloud-locked": msg("cloud.blocked-locked"),
        "cloud-refused": msg("cloud.blocked-refused"),
        "cloud-not-found": msg("cloud.not-found"),
        "cloud-on-hold": msg("cloud.on-hold"),
        "cloud-record": msg("cloud.is-record"),
    }[word]


def _detail(scene: Scene, groups: Sequence[WantingGroup], project_id: str) -> Message:
    client, code = scene.client_of(project_id), scene.code_of(project_id)
    in_cloud = next((group.blocked_by for group in groups if group.blocked_by in CLOUD_WORDS), None)
    if in_cloud is not None:
        return cloud_text(in_cloud)
    if any(group.blocked_by == "place" for group in groups):
        return msg("today.blocked-place-detail", client=client, project=code)
    if any(programs_in(group.blocked_by) for group in groups):
        return msg("today.blocked-detail", client=client, project=code)
    return msg("today.blocked-system-detail", client=client, project=code)


def _blocked_sentence(scene: Scene, groups: Sequence[WantingGroup], *, is_late: bool) -> Message:
    n, since = count(groups), _earliest(groups)
    names = dict.fromkeys(name for group in groups if (name := programs_in(group.blocked_by)) is not None)
    holder = ", ".join(names)
    if any(group.blocked_by in CLOUD_WORDS for group in groups):
        if is_late and since is not None:
            return msg("today.blocked-late-cloud", n=n, late=lateness(since, scene.now))
        return msg("today.blocked-cloud", n=n)
    if is_late and since is not None:
        late = lateness(since, scene.now)
        if holder:
            return msg("today.blocked-late", n=n, late=late, holder=holder)
        return msg("today.blocked-late-system", n=n, late=late)
    return msg("today.blocked", n=n, holder=holder) if holder else msg("today.blocked-system", n=n)


# -- asked about ------------------------------------------------------------------------------------------------------


def _asked(scene: Scene) -> Iterator[Need]:
    asked = [group for group in scene.picture.wanting if is_asked(scene, group)]
    for (project_id, why), groups in grouped(asked, lambda g: (g.project_id, str(g.asked_why))).items():
        n, client = count(groups), scene.client_of(project_id)
        is_past = why == AskedWhy.PAST_DEADLINE.value
        moments = [group.asked_at for group in groups if group.asked_at is not None]
        answer_by = min(moments) + CONFIRM_PAST if moments else None
        need = Need(
            id=f"asked-{why}.{project_id}",
            kind=NeedKind.ASKED,
            state=RuleState.OVERDUE if _is_late(scene, groups) else RuleState.ATTENTION,
            sentence=msg("today.asked-past" if is_past else "today.asked-changed", n=n, client=client),
            detail=None if answer_by is None else msg("today.asked-detail", n=n, at=answer_by),
            action=NeedAction.ANSWER,
            since=min(moments, default=None),
            count=n,
            rules=("VR-P4", *purpose_rules(scene, groups)),
        )
        yield _about(groups, need)


# -- not proven to be gone --------------------------------------------------------------------------------------------


def _not_proven(scene: Scene) -> Iterator[Need]:
    lost = grouped(scene.picture.not_proven, lambda group: (group.project_id,))
    for (project_id,), groups in lost.items():
        n = count(groups)
        need = Need(
            id=f"not-proven.{project_id}",
            kind=NeedKind.NOT_PROVEN,
            state=RuleState.ATTENTION,
            sentence=msg("today.not-proven", n=n, client=scene.client_of(project_id)),
            detail=msg("today.not-proven-detail", n=n),
            action=NeedAction.CONFIRM_GONE,
            since=_earliest(groups),
            count=n,
            rules=("VR-P4",),
        )
        yield _about(groups, need)


# -- out of the vault -------------------------------------------------------------------------------------------------


def _out(scene: Scene) -> Iterator[Need]:
    long, out = scene.picture.out_too_long, scene.picture.out_for(OUT_LONG)
    for (project_id,), groups in grouped(out, lambda group: (group.project_id,)).items():
        n, since = count(groups), min(group.out_since for group in groups if group.out_since is not None)
        need = Need(
            id=f"checked-out.{project_id}",
            kind=NeedKind.CHECKED_OUT,
            state=RuleState.ATTENTION if any(group in long for group in groups) else RuleState.OK,
            sentence=msg("today.checked-out", n=n, client=scene.client_of(project_id), since=since),
            detail=msg("today.checked-out-detail", n=n),
            action=NeedAction.SEAL,
            since=since,
            count=n,
            rules=("VR-P3",),
        )
        yield _about(groups, need)


# -- of each ----------------------------------------------------------------------------------------------------------


def _about(groups: Sequence[WantingGroup], need: Need) -> Need:
    """One copy is named itself, several by their project."""
    if need.count == 1:
        return replace(need, subject=groups[0].copy_id, subject_kind=SubjectKind.COPY)
    return replace(need, subject=groups[0].project_id, subject_kind=SubjectKind.PROJECT)


def _is_late(scene: Scene, groups: Sequence[WantingGroup]) -> bool:
    return scene.picture.trusted and any(group.late for group in groups)


def _earliest(groups: Sequence[WantingGroup]) -> datetime | None:
    return min((group.due_at for group in groups if group.due_at is not None), default=None)
