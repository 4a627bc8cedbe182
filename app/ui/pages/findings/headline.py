"""The answer on top of each view, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.domain.finding import FindingState
from app.domain.finding_group import FindingGroup, urgency
from app.domain.messages import Message, msg
from app.domain.rules import RuleState


def headline(view: FindingState, groups: Sequence[FindingGroup], now: datetime, *, is_watching: bool) -> Message:
    """Nothing found is no good news while no folder is watched."""
    n = sum(group.count for group in groups)
    if view is FindingState.RESOLVED:
        return msg("ui.findings.headline-decided", n=n) if n else msg("ui.findings.headline-none-decided")
    if view is FindingState.WAITING:
        return msg("ui.findings.headline-waiting", n=n) if n else msg("ui.findings.headline-none-waiting")
    if not n:
        return msg("ui.findings.headline-none") if is_watching else msg("ui.findings.headline-not-watching")
    late = [urgency(group, now) is RuleState.OVERDUE for group in groups]
    if all(late):
        return msg("ui.findings.headline-late", n=n)
    return msg("ui.findings.headline-some-late", n=n) if any(late) else msg("ui.findings.headline-open", n=n)
