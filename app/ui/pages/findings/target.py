"""What a decision is about: all of the chosen groups, or some files of one."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace
from pathlib import PurePath

from app.domain.finding import FindingState
from app.domain.messages import Message, msg
from app.ui.pages.findings.content import Content
from app.ui.pages.findings.words import folder_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """`ids`: as the actions take them. `name`: of the first file. `client_id`: the one client of all, None for an unknown
    one or several. `agreement_id`, `project_id`: what is proposed."""

    ids: tuple[str, ...]
    count: int
    name: str
    folder: str
    client_id: str | None
    client_name: str | None
    agreement_id: str | None
    project_id: str | None
    is_place: bool
    is_waiting: bool

    @property
    def words(self) -> Message:
        """ "personeel.xlsx", "9 bestanden, waaronder personeel.xlsx"."""
        if self.is_place:
            return msg("ui.findings.target-place", folder=folder_name(self.folder))
        if self.count == 1:
            return msg("ui.findings.target-file", name=self.name)
        return msg("ui.findings.target-files", n=self.count, name=self.name)

    def under(self, agreement_id: str) -> Target:
        """The same, with this agreement proposed."""
        return replace(self, agreement_id=agreement_id)


def target_of(content: Content) -> Target:
    groups, some = content.groups, content.some
    step = content.step.recommendation if content.step is not None else None
    client_id = _only({finding.client_id for finding in some} or {group.client_id for group in groups})
    proposed = step.project_id if step is not None else None
    return Target(
        ids=content.ids,
        count=len(some) or content.files,
        name=PurePath(some[0].path).name if some else groups[0].first_name,
        folder=groups[0].folder,
        client_id=client_id,
        client_name=content.clients.get(client_id) if client_id is not None else None,
        agreement_id=step.agreement_id if step is not None else None,
        project_id=proposed or _only({group.project_id for group in groups}),
        is_place=any(group.is_place for group in groups),
        is_waiting=all(group.state is FindingState.WAITING for group in groups),
    )


def _only(ids: Set[str | None]) -> str | None:
    return next(iter(ids)) if len(ids) == 1 else None
