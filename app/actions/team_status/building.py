"""What this laptop tells: from one picture of the store to a signed record. Source: VT-B2, VT-C4."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec

from app import __version__
from app.actions.picture import Picture, count
from app.actions.status import Status
from app.domain.card import device_id
from app.domain.card_body import line
from app.domain.ports import Signer
from app.domain.rules import RuleState
from app.domain.team_record import (
    MOST_PROJECTS,
    SCHEMA,
    Head,
    Person,
    ProjectWord,
    RuleWord,
    TeamRecord,
    Versions,
    signed_bytes,
)
from app.store import CopyGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where in the row of this laptop's records the next one stands."""

    sequence: int
    previous: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Surrounding:
    """What a record says that is not in the picture."""

    person: Person
    team: str
    today: date
    contact: date | None
    head: tuple[int, str]
    store_version: int
    looked: Mapping[str, int]


def build(
    status: Status, picture: Picture, around: Surrounding, link: Link, signer: Signer, zone: ZoneInfo
) -> TeamRecord:
    """The signed record."""
    late = [group for group in picture.copies if picture.is_late(group)]
    unsigned = TeamRecord(
        schema=SCHEMA,
        device="",
        person=around.person,
        team=line(around.team)[:120],
        sequence=link.sequence,
        previous=link.previous,
        date=around.today.isoformat(),
        contact=None if around.contact is None else around.contact.isoformat(),
        rules={
            rule.id: RuleWord(state=rule.state, count=rule.count)
            for rule in status.rules
            if rule.state is not RuleState.PLANNED
        },
        open_findings=sum(finding.files for finding in picture.findings),
        overdue=count(late),
        next_due=_day(_next(picture), zone),
        projects=_projects(picture, zone),
        head=Head(seq=around.head[0], hash=around.head[1]),
        versions=Versions(app=__version__, store=around.store_version),
        guards_run=picture.guards_run,
        looked=dict(around.looked),
        key=signer.public_key,
        signature="",
    )
    return sign(unsigned, signer)


def sign(record: TeamRecord, signer: Signer) -> TeamRecord:
    """In the name of this device, whatever name it bore."""
    unsigned = msgspec.structs.replace(record, device=device_id(signer.public_key), signature="")
    return msgspec.structs.replace(unsigned, signature=signer.sign(signed_bytes(unsigned)))


def _next(picture: Picture) -> datetime | None:
    ahead = (group.due_at for group in picture.copies if not picture.is_late(group) and group.due_at is not None)
    return min(ahead, default=None)


def _day(moment: datetime | None, zone: ZoneInfo) -> str | None:
    return None if moment is None else moment.astimezone(zone).date().isoformat()


def _projects(picture: Picture, zone: ZoneInfo) -> dict[str, ProjectWord]:
    """By id, those with something overdue first, then by deadline; no more than a record may hold."""
    groups: dict[str, list[CopyGroup]] = {}
    for group in picture.copies:
        groups.setdefault(group.project_id, []).append(group)
    findings: Counter[str] = Counter()
    for finding in picture.findings:
        if finding.project_id is not None:
            findings[finding.project_id] += finding.files
    words = {id_: _project(picture, groups.get(id_, []), findings[id_], zone) for id_ in {*groups, *findings}}
    ordered = sorted(words.items(), key=lambda item: (-item[1].overdue, item[1].due or "9999", item[0]))
    return dict(ordered[:MOST_PROJECTS])


def _project(picture: Picture, groups: Sequence[CopyGroup], findings: int, zone: ZoneInfo) -> ProjectWord:
    due = min((group.due_at for group in groups if group.due_at is not None), default=None)
    return ProjectWord(
        copies=count(groups),
        overdue=count(group for group in groups if picture.is_late(group)),
        open_findings=findings,
        due=_day(due, zone),
    )
