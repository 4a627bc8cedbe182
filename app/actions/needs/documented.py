"""What project documentation asks: why something is not filed, an answer, and a practised way back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.actions import document_rules
from app.actions.needs.scene import Scene
from app.domain.document import DocumentState
from app.domain.messages import Message
from app.domain.rules import RuleState
from app.domain.today import Need, NeedAction, NeedKind

WANTING = (RuleState.ATTENTION, RuleState.UNKNOWN)
DRILL = frozenset({"rule.documents-never-drilled", "rule.documents-drill-old"})


def documented_needs(scene: Scene) -> Iterator[Need]:
    """In the words of the rules. What is held back for personal data is held back: it is told once."""
    picture = scene.picture
    state, sentence, count, since = document_rules.stored(picture)
    unlooked = state is RuleState.UNKNOWN
    if state in WANTING:
        # As long as nobody looked into the folders, nothing is known of what is in them either.
        rules: tuple[str, ...] = ("VR-S2", "VR-P5a", "VR-P5b") if unlooked else ("VR-S2",)
        drill = sentence.id in DRILL
        kind = NeedKind.DRILL if drill else NeedKind.DOCUMENTS
        action = NeedAction.DRILL if drill else NeedAction.SHOW_DOCUMENTS
        yield _need(kind, action, state, sentence, *rules, count=count, since=since)
    state, sentence, count, since = document_rules.queued(picture)
    if state is RuleState.ATTENTION:
        flagged, _, _, _ = document_rules.contacts_only(picture)
        rules = ("VR-P5a", "VR-P5b") if flagged is RuleState.ATTENTION else ("VR-P5a",)
        action = NeedAction.SHOW_DOCUMENTS
        held = DocumentState.HELD_BACK.value
        yield _need(NeedKind.HELD_BACK, action, state, sentence, *rules, count=count, since=since, subject=held)
    elif state is RuleState.UNKNOWN and not unlooked:
        action = NeedAction.SHOW_DOCUMENTS
        yield _need(NeedKind.HELD_BACK, action, state, sentence, "VR-P5a", "VR-P5b", count=count)


def _need(
    kind: NeedKind,
    action: NeedAction,
    state: RuleState,
    sentence: Message,
    *rules: str,
    count: int,
    since: datetime | None = None,
    subject: str | None = None,
) -> Need:
    return Need(
        id=kind.value,
        kind=kind,
        state=state,
        sentence=sentence,
        action=action,
        subject=subject,
        since=since,
        count=max(1, count),
        rules=rules,
    )
