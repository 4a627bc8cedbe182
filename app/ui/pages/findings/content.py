"""What the right side shows of the groups that are chosen on the left; looked up in a working thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.actions.findings import FindingActions
from app.domain.advice import Advice
from app.domain.finding import Finding, FindingState
from app.domain.finding_group import FindingGroup

Part = tuple[tuple[int, int], ...]  # stretches of the files of one group: the first row, and how many; nothing for all


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """`about`: the advice on all that is chosen, `step` on what would be decided on now, which may be some files only; both
    None for what is decided already. `first`: the first finding of a single group. `some`: the findings of `part`. `ids`:
    what a decision is handed to the actions as. `clients`: names by id."""

    groups: tuple[FindingGroup, ...]
    part: Part
    about: Advice | None
    step: Advice | None
    first: Finding | None
    some: tuple[Finding, ...]
    ids: tuple[str, ...]
    clients: Mapping[str, str]
    now: datetime

    @property
    def group(self) -> FindingGroup | None:
        """The one group; None for several."""
        return self.groups[0] if len(self.groups) == 1 else None

    @property
    def files(self) -> int:
        """In all of the groups."""
        return sum(group.count for group in self.groups)


def look_into(
    findings: FindingActions,
    groups: tuple[FindingGroup, ...],
    part: Part,
    clients: Mapping[str, str],
    now: datetime,
) -> Content:
    """`part`: of a single group. Raises AssistantError: another process may have decided meanwhile."""
    state, group = groups[0].state, groups[0]
    about = None
    if state is not FindingState.RESOLVED:
        about = findings.advice(*(chosen.id for chosen in groups), which=state)
    some = tuple(f for row, rows in part for f in findings.of_group(group.id, state, row, rows))
    return Content(
        groups=groups,
        part=part,
        about=about,
        step=findings.advice_on_files(some) if some and about is not None else about,
        first=next(iter(findings.of_group(group.id, state, limit=1)), None) if len(groups) == 1 else None,
        some=some,
        ids=tuple(f.id for f in some) or tuple(id_ for chosen in groups for id_ in _ids(findings, chosen)),
        clients=clients,
        now=now,
    )


def _ids(findings: FindingActions, group: FindingGroup) -> tuple[str, ...]:
    """The group itself; where some of it waits for the client and some does not, the findings one by one."""
    if group.state is FindingState.RESOLVED or not group.waiting:
        return (group.id,)
    return tuple(finding.id for finding in findings.of_group(group.id, group.state, limit=group.count))
