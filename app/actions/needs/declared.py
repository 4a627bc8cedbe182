"""Declarations of destruction that are there for a client. They disturb no rule: what they speak of is gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from app.actions.needs.scene import Scene
from app.domain.messages import msg
from app.domain.rules import RuleState
from app.domain.today import Need, NeedAction, NeedKind

ASKED_FOR = timedelta(days=30)  # a client that did not confirm by then seldom does


def declared_needs(scene: Scene) -> Iterator[Need]:
    """One for all of them: they are handed over in one go."""
    fresh = [head for head in scene.picture.unreceived if scene.now - head.issued_at <= ASKED_FOR]
    if not fresh:
        return
    n, clients = len(fresh), {scene.client_of(head.project_id) for head in fresh}
    several = msg("today.declared-several", n=n)
    yield Need(
        id=NeedKind.DECLARED.value,
        kind=NeedKind.DECLARED,
        state=RuleState.OK,
        sentence=msg("today.declared", n=n, client=clients.pop()) if len(clients) == 1 else several,
        detail=msg("today.declared-detail", n=n),
        action=NeedAction.SHOW_DECLARATIONS,
        since=min(head.issued_at for head in fresh),
        count=n,
    )
