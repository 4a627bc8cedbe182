"""The folders as a person sees them: what each is, whose, and how well it is looked at. Source: VR-P1a, VR-P1b."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.actions.picture import is_recent
from app.domain.folder import FolderKind, WatchedFolder
from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.store import Session

DRIVE_NOTE = "drive."  # followed by where a removable drive appeared


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderRow:
    """`owner`: the client of a client place, the code of the project whose documentation it is; None for a watched one."""

    folder: WatchedFolder
    state: RuleState
    sentence: Message
    owner: str | None = None


def folder_row(session: Session, folder: WatchedFolder, now: datetime) -> FolderRow:
    owner = _owner(session, folder)
    state, sentence = _standing(session, folder, owner or "", now)
    return FolderRow(folder=folder, state=state, sentence=sentence, owner=owner)


def drives_offered(session: Session, folders: Sequence[WatchedFolder]) -> tuple[str, ...]:
    """Removable drives that are there and not watched: offered, no reason for attention."""
    watched = {folder.path for folder in folders}
    seen = (key.removeprefix(DRIVE_NOTE) for key in session.notes.listing(DRIVE_NOTE))
    return tuple(path for path in seen if path not in watched and os.path.ismount(path))


def _owner(session: Session, folder: WatchedFolder) -> str | None:
    if folder.project_id is not None:
        return session.projects.get(folder.project_id).code
    return None if folder.client_id is None else session.clients.get(folder.client_id).name


def _standing(session: Session, folder: WatchedFolder, owner: str, now: datetime) -> tuple[RuleState, Message]:
    if folder.kind is FolderKind.CLIENT_PLACE:
        return RuleState.NOT_APPLICABLE, msg("folder.state-place", client=owner)
    if folder.kind is FolderKind.DOCUMENTS:
        return RuleState.NOT_APPLICABLE, msg("folder.state-documents", code=owner)
    if not os.path.isdir(folder.path):  # noqa: PTH112  # unlike Path's, it raises for no path whatever
        return RuleState.ATTENTION, msg("folder.state-gone")
    noted, looked_at = session.notes.get(f"folder.{folder.id}"), folder.last_reconciled_at
    if noted == RuleState.ATTENTION.value:
        return RuleState.ATTENTION, msg("folder.state-partly")
    if noted == RuleState.UNKNOWN.value or looked_at is None or not is_recent(looked_at, now):
        return RuleState.UNKNOWN, msg("folder.state-not-seen")
    return RuleState.OK, msg("folder.state-seen", at=looked_at)
