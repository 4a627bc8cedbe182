"""What is told of the chosen copy: what asks for attention, and the facts."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePath

from PySide6.QtWidgets import QWidget

from app.actions.needs.held import CLOUD_WORDS, cloud_text
from app.actions.vault_list import VaultRow
from app.domain.copy import AskedWhy, Location
from app.domain.deadline import should_propose
from app.domain.messages import Message, msg
from app.domain.vault_list import RowState
from app.ui.desk import Desk
from app.ui.pages.projects.words import LOCATIONS
from app.ui.pages.vault.loaded import CopyLoaded
from app.ui.pages.vault.words import held_sentence
from app.ui.texts import visible
from app.ui.widgets.labels import Text
from app.ui.widgets.notice import Tone

Fact = tuple[str, str | QWidget]
Said = tuple[Tone, tuple[Message, ...]]


def notice_of(row: VaultRow, problem: str | None, loaded: CopyLoaded | None, desk: Desk) -> Said | None:
    """What asks for attention, with what it means; None where nothing does. `problem`: missing, or what is damaged."""
    now = desk.now()
    if problem is not None:
        return Tone.OVERDUE, (msg("vault.missing") if problem == "missing" else msg("vault.damaged"),)
    if row.asked_why is AskedWhy.CHANGED:
        return Tone.ATTENTION, (msg("ui.vault.asks-changed"),)
    if row.asked_why is AskedWhy.PAST_DEADLINE:
        return Tone.ATTENTION, (msg("ui.vault.asks-past"),)
    if row.state is RowState.WAITING_FOR_TIME:
        return Tone.ATTENTION, (msg("ui.vault.waits-for-time"),)
    return None if loaded is None else _of_loaded(row, loaded, desk, now)


def _of_loaded(row: VaultRow, loaded: CopyLoaded, desk: Desk, now: datetime) -> Said | None:
    if row.state is RowState.BLOCKED:
        return Tone.OVERDUE, (held_sentence(loaded, now), _then(row))
    if row.checked_out_at is not None:
        return Tone.INFO, (msg("ui.vault.is-out", since=row.checked_out_at), _open_in(loaded))
    if row.special and loaded.agreement.approved_at is None:
        return Tone.ATTENTION, (msg("ui.vault.awaits-approval"),)
    if _has_original(loaded):
        return Tone.ATTENTION, (msg("ui.vault.original-stands", path=loaded.copy.original_path or ""),)
    if should_propose(loaded.agreement, now) and row.due_at is not None and row.due_at > now:
        return Tone.ATTENTION, (msg("ui.vault.purpose-met"),)
    return None


def _then(row: VaultRow) -> Message:
    if row.blocked_by is not None and row.blocked_by in CLOUD_WORDS:
        return cloud_text(row.blocked_by)
    if row.blocked_by == "place":
        return msg("today.blocked-place-detail", client=row.client or "", project=row.project or "")
    return msg("ui.vault.tries-again")


def _open_in(loaded: CopyLoaded) -> Message:
    """Who has it open, as far as it can be told."""
    if loaded.holders is None:
        return msg("ui.vault.open-unknown")
    if not loaded.holders:
        return msg("ui.vault.open-nowhere")
    return msg("ui.vault.open-in", names=", ".join(loaded.holders))


def _has_original(loaded: CopyLoaded) -> bool:
    """Whether what was sealed could not be taken away yet."""
    copy = loaded.copy
    return copy.location is Location.VAULT and copy.original_path is not None and copy.original_method is None


def facts_of_waiting(row: VaultRow, desk: Desk) -> list[Fact]:
    """Of a file that is no copy yet."""
    facts: list[Fact] = [] if row.client is None else [(desk.text(msg("ui.vault.fact-client")), visible(row.client))]
    facts.append((desk.text(msg("ui.vault.fact-size")), desk.texts.size(row.size_bytes)))
    if row.sealed_at is not None:
        facts.append((desk.text(msg("ui.vault.fact-since")), desk.texts.moment(row.sealed_at)))
    return facts


def facts_of(loaded: CopyLoaded, desk: Desk) -> list[Fact]:
    text, texts = desk.text, desk.texts
    row, copy, agreement = loaded.row, loaded.copy, loaded.agreement
    with_whom = msg(
        "ui.agreements.with-at",
        name=agreement.agreed_with_name,
        mail=agreement.agreed_with_mail,
        at=agreement.agreed_at,
    )
    facts: list[Fact] = [
        (text(msg("ui.vault.fact-project")), visible(f"{row.project} – {row.client}")),
        (
            text(msg("ui.vault.fact-agreement")),
            text(msg("ui.agreements.which", scope=agreement.scope, purpose=agreement.purpose)),
        ),
        (text(msg("ui.vault.fact-with")), text(with_whom)),
        (text(msg("ui.vault.fact-where")), _where(row, desk)),
    ]
    if row.size_bytes:
        facts.append((text(msg("ui.vault.fact-size")), texts.size(row.size_bytes)))
    facts.append((text(msg("ui.vault.fact-since")), texts.moment(copy.sealed_at or copy.created_at)))
    if row.due_at is not None and row.planned_at is not None:
        facts.append((text(msg("ui.vault.fact-due")), texts.when(row.due_at, desk.now())))
    if row.location is Location.IN_PLACE:
        facts.append((text(msg("ui.vault.fact-open")), text(_open_in(loaded))))
    return facts


def _where(row: VaultRow, desk: Desk) -> Text:
    """The place, and of a file in its place the folder as people call it; the whole path is the tip."""
    path = row.checked_out_path or row.path
    place = desk.text(msg("ui.projects.copy-checked-out") if row.checked_out_path else LOCATIONS[row.location])
    if row.path is not None:
        folder = PurePath(row.path).parent
        place = desk.text(msg("ui.vault.where-folder", place=place, folder=folder.name or str(folder)))
    shown = Text(place)
    shown.setToolTip(visible(path or ""))
    shown.setAccessibleDescription(visible(path or ""))
    return shown
