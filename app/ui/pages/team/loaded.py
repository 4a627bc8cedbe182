"""What the page of the team shows, looked up in a working thread, without the remote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.actions.team_status.views import RecordPreview, SentRecord
from app.domain.team_view import TeamStatus
from app.ui.pages.team.actions import Actions


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """`asking`: devices of the laptops that ask for something. `preview` is left out of comparisons: its signature differs each
    time; `told` is the rest of it."""

    status: TeamStatus
    asking: frozenset[str]
    preview: RecordPreview = field(compare=False)
    told: Mapping[str, Any]
    changed: tuple[str, ...]
    sent: tuple[SentRecord, ...]
    codes: Mapping[str, str]


def load(actions: Actions) -> Loaded:
    status = actions.status.status(refresh=False)
    preview = actions.status.preview()
    return Loaded(
        # To the minute: what is shown changes no faster, and what is equal is not drawn again.
        status=replace(status, now=status.now.replace(second=0, microsecond=0)),
        asking=frozenset(row.device for row in status.items if row.needs_attention),
        preview=preview,
        told={name: value for name, value in preview.document.items() if name != "signature"},
        changed=preview.changed,
        sent=actions.status.what_was_sent(),
        codes=actions.codes(),
    )
