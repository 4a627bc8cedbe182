"""Findings that belong together: one download of forty files is one group, one line, one decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePath

from app.domain.finding import Finding, FindingState, Reason, ReasonType, ResolvedHow, Verdict
from app.domain.rules import RuleState


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingGroup:
    """The findings of one group that stand in one state, added up.

    `client_id`, `project_id`: the one that is known of them, None for none or several. `reasons`: each distinct one, those
    of the content with the count of the whole group. `folder`: where all of them are below; for a client place the place
    itself. `found_at`, `decide_by`: the earliest. `first_clean_up`: all were there before the folder was watched.
    `bytes`: of all files. `waiting`: how many of the whole group wait for the client's answer. `hows`, `resolved_at`: how
    they were resolved, and when the last was.
    """

    id: str
    state: FindingState
    count: int
    verdicts: tuple[Verdict, ...]
    client_id: str | None
    project_id: str | None
    special: bool
    kinds: Mapping[str, int]
    reasons: tuple[Reason, ...]
    folder: str
    first_name: str
    found_at: datetime
    decide_by: datetime
    first_clean_up: bool
    is_place: bool
    bytes: int
    waiting: int
    several_clients: bool = False
    hows: tuple[ResolvedHow, ...] = ()
    resolved_at: datetime | None = None


def part_of(group: FindingGroup, some: Sequence[Finding]) -> FindingGroup:
    """Some files of a group, added up as if they were all of it. Raises ValueError for none."""
    if not some:
        raise ValueError("a part of nothing")
    kinds: Counter[str] = Counter()
    for finding in some:
        kinds.update(finding.kinds)
    clients = {finding.client_id for finding in some if finding.client_id is not None}
    projects = {finding.project_id for finding in some if finding.project_id is not None}
    named = {finding.verdict for finding in some}
    told = dict.fromkeys(r for finding in some for r in finding.reasons if not _is_count(r))
    contents = (Reason(type=ReasonType.CONTENT, detail=f"{kind} {count}") for kind, count in kinds.most_common())
    return replace(
        group,
        count=len(some),
        verdicts=tuple(verdict for verdict in Verdict if verdict in named),
        client_id=next(iter(clients)) if len(clients) == 1 else None,
        several_clients=len(clients) > 1,
        project_id=next(iter(projects)) if len(projects) == 1 else None,
        special=any(finding.special for finding in some),
        kinds=dict(kinds),
        reasons=(*told, *contents),
        first_name=PurePath(some[0].path).name,
        found_at=min(finding.found_at for finding in some),
        decide_by=min(finding.decide_by for finding in some),
        bytes=sum(finding.size_bytes for finding in some),
    )


def _is_count(reason: Reason) -> bool:
    """A kind with its count ("bsn 214"); what a document is ("payroll") says the same of every file."""
    return reason.type is ReasonType.CONTENT and " " in reason.detail


def urgency(group: FindingGroup, now: datetime) -> RuleState:
    """How a line of the list is marked: overdue when it should have been decided on; what was there before installation and
    what the client does not answer are at attention then. What waits within its term, or is decided, is in order."""
    is_late = group.decide_by <= now
    if group.state is FindingState.OPEN:
        return RuleState.OVERDUE if is_late and not group.first_clean_up else RuleState.ATTENTION
    return RuleState.ATTENTION if group.state is FindingState.WAITING and is_late else RuleState.OK


def most_urgent_first(groups: Iterable[FindingGroup]) -> tuple[FindingGroup, ...]:
    """What must be decided first; what was there before installation after the rest. Resolved ones: the last on top."""

    def order(group: FindingGroup) -> tuple[bool, float, str]:
        if group.resolved_at is not None:
            return False, -group.resolved_at.timestamp(), group.id
        return group.first_clean_up, group.decide_by.timestamp(), group.id

    return tuple(sorted(groups, key=order))
