"""The picture with the names that sentences use, and how many needs of a kind become one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from app.actions.picture import Picture
from app.domain.copy import Location
from app.domain.messages import Message, msg
from app.domain.rules import RuleState, worst
from app.domain.today import Need, most_urgent_first
from app.store import CopyGroup, WantingGroup

MOST = 3  # needs of one kind that are told one by one
ELSEWHERE = (Location.OFFICE365, Location.ELSEWHERE)  # no file here: a person deletes it and says so

T = TypeVar("T")
Several = Callable[[int, int], Message]  # (count, needs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """`clients`: their names by id."""

    picture: Picture
    zone: ZoneInfo
    clients: Mapping[str, str]

    @property
    def now(self) -> datetime:
        return self.picture.now

    def client_of(self, project_id: str) -> str:
        return self.clients[self.picture.projects[project_id].client_id]

    def code_of(self, project_id: str) -> str:
        return self.picture.projects[project_id].code


def scene_of(picture: Picture, zone: ZoneInfo) -> Scene:
    return Scene(picture=picture, zone=zone, clients={client.id: client.name for client in picture.clients})


def folder_name(path: str) -> str:
    """The name that people know a folder by; of a drive its path."""
    return Path(path).name or path


def gathered(needs: Iterable[Need], several: Several) -> list[Need]:
    """Needs of one kind as they are told: a few one by one, many as one about all of them."""
    by_state: defaultdict[RuleState, list[Need]] = defaultdict(list)
    for need in needs:
        by_state[need.state].append(need)
    return [told for alike in by_state.values() for told in (alike if len(alike) <= MOST else [_one(alike, several)])]


def _one(needs: Sequence[Need], several: Several) -> Need:
    first, total = most_urgent_first(needs)[0], sum(need.count for need in needs)
    return replace(
        first,
        id=f"{first.kind.value}.several-{first.state.value}",
        sentence=several(total, len(needs)),
        detail=msg("today.several-detail", n=len(needs)),
        subject=None,
        subject_kind=None,
        count=total,
        rules=tuple(dict.fromkeys(rule for need in needs for rule in need.rules)),
    )


def grouped(items: Iterable[T], key: Callable[[T], tuple[str, ...]]) -> dict[tuple[str, ...], list[T]]:
    found: defaultdict[tuple[str, ...], list[T]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return found


def gravest(states: Iterable[RuleState]) -> RuleState:
    return worst(list(states))


def purpose_rules(scene: Scene, groups: Iterable[CopyGroup | WantingGroup]) -> tuple[str, ...]:
    """Deleting what its purpose no longer needs serves that rule too."""
    return ("VR-U5b",) if any(scene.picture.is_proposed(group) for group in groups) else ()
