"""What the page of the team shows, looked up in a working thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.actions.team_status.views import Looks, Readers, RecordPreview, SentRecord
from app.domain.messages import Message
from app.domain.team_view import TeamStatus
from app.ui.pages.team.actions import Actions


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """`asking`: devices of the laptops that ask for something. All of it is known here, without the remote."""

    status: TeamStatus
    asking: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRecord:
    """`preview` is left out of comparisons: its signature differs each time; `told` is the rest of it. Who can read it may have
    to be asked of the remote."""

    preview: RecordPreview = field(compare=False)
    told: Mapping[str, Any]
    changed: tuple[str, ...]
    readers: Readers
    looks: Looks
    sentence: Message
    sent: tuple[SentRecord, ...]
    codes: Mapping[str, str]


def load(actions: Actions) -> Loaded:
    status = actions.status.status(refresh=False)
    return Loaded(
        # To the minute: what is shown changes no faster, and what is equal is not drawn again.
        status=replace(status, now=status.now.replace(second=0, microsecond=0)),
        asking=frozenset(row.device for row in status.items if row.needs_attention),
    )


def load_own(actions: Actions) -> OwnRecord:
    preview = actions.status.preview()
    return OwnRecord(
        preview=preview,
        told={name: value for name, value in preview.document.items() if name != "signature"},
        changed=preview.changed,
        readers=preview.readers,
        looks=preview.looks,
        sentence=preview.sentence,
        sent=actions.status.what_was_sent(),
        codes=actions.codes(),
    )
