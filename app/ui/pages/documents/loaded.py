"""What the page of documents shows, looked up in a working thread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from app.actions.documents.documents import DocumentActions
from app.actions.signing_in import SigningIn
from app.domain.document import DocumentRow, DocumentState, SyncStatus
from app.domain.sign_in import SignInSeen


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """`status.items`: only what asks something, or has something to offer; the rest is looked up when it is asked for."""

    status: SyncStatus
    sign_in: SignInSeen


def load(documents: DocumentActions, signing_in: SigningIn) -> Loaded:
    status = documents.status(with_filed=False)
    return Loaded(status=replace(status, items=dated(status.items)), sign_in=signing_in.seen())


def load_files(documents: DocumentActions) -> tuple[DocumentRow, ...]:
    return dated(documents.status().items)


def dated(rows: Iterable[DocumentRow]) -> tuple[DocumentRow, ...]:
    """Where there are two versions: when the one that is here was last changed."""
    return tuple(
        replace(row, ours_at=_changed_at(row.path)) if row.state is DocumentState.CONFLICT else row for row in rows
    )


def _changed_at(path: str) -> datetime | None:
    try:
        seconds = Path(path).lstat().st_mtime
    except (OSError, ValueError):
        return None  # it went meanwhile
    return datetime.fromtimestamp(seconds, UTC).replace(microsecond=0)
