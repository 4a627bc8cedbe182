"""What the page of the team can look up and do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.actions.team import TeamActions
from app.actions.team_status.actions import TeamStatusActions


@dataclass(frozen=True, slots=True, kw_only=True)
class Actions:
    """`titles`: names of the procedure's rules in a language; `codes`: codes of the projects that this laptop knows, by id."""

    status: TeamStatusActions
    team: TeamActions
    titles: Callable[[str], Mapping[str, str]]
    codes: Callable[[], Mapping[str, str]]
