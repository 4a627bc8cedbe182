"""What is to be decided about projects that are over, who can reach them, and where they are stored."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.actions import keeping_rules
from app.actions.needs.scene import Scene
from app.domain.messages import Message
from app.domain.rules import RuleState
from app.domain.today import Need, NeedAction, NeedKind, SubjectKind

WANTING = (RuleState.ATTENTION, RuleState.UNKNOWN)


def kept_needs(scene: Scene) -> Iterator[Need]:
    """In the words of the rules: what a rule asks for is what a person does."""
    picture = scene.picture
    state, sentence, count, _ = keeping_rules.audience(picture)
    if state in WANTING:
        subject = keeping_rules.first_to_look_at(picture)
        yield _about(NeedKind.AUDIENCE, state, subject, "VR-P2", sentence=sentence, count=count)
    state, sentence, count, since = keeping_rules.retention(picture)
    if since is not None:  # the term of a project is over; at first that disturbs no rule
        subject = keeping_rules.first_to_decide_on(picture)
        yield _about(NeedKind.RETENTION, state, subject, "VR-R1", sentence=sentence, count=count, since=since)
    state, sentence, count, _ = keeping_rules.access(picture)
    if state in WANTING:
        subject = keeping_rules.first_that_ended(picture)
        yield _about(NeedKind.MEMBERSHIP, state, subject, "VT-C1", "VT-C3", sentence=sentence, count=count)
    state, sentence, count, _ = keeping_rules.storage(picture)
    if state in WANTING:
        yield _about(NeedKind.STORAGE, state, None, "VT-O1", sentence=sentence, count=count)


def _about(
    kind: NeedKind,
    state: RuleState,
    project_id: str | None,
    *rules: str,
    sentence: Message,
    count: int,
    since: datetime | None = None,
) -> Need:
    return Need(
        id=kind.value,
        kind=kind,
        state=state,
        sentence=sentence,
        action=NeedAction.SHOW_DOCTOR if project_id is None else NeedAction.SHOW_PROJECT,
        subject=project_id,
        subject_kind=None if project_id is None else SubjectKind.PROJECT,
        since=since,
        count=count,
        rules=rules,
    )
