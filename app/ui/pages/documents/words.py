"""How documents stand, in a shape and a word, and the sentences that say it whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import PurePath
from typing import Final

from app.domain.document import DocumentRow, DocumentState, Restored, SyncStatus, Why, drill_due_at
from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.ui.pages.about.over import breakable
from app.ui.pages.projects.words import Stand
from app.ui.texts import WindowTexts, visible

OFFICE365: Final = "office365"
LAST_FOLDERS: Final = 2

STANDS: Final[Mapping[DocumentState, Stand]] = {
    DocumentState.QUEUED: (RuleState.UNKNOWN, msg("ui.documents.state-queued")),
    DocumentState.CHECKING: (RuleState.UNKNOWN, msg("ui.documents.state-checking")),
    DocumentState.HELD_BACK: (RuleState.ATTENTION, msg("ui.documents.state-held-back")),
    DocumentState.UPLOADING: (RuleState.UNKNOWN, msg("ui.documents.state-uploading")),
    DocumentState.FILED: (RuleState.OK, msg("ui.documents.state-filed")),
    DocumentState.CONFLICT: (RuleState.ATTENTION, msg("ui.documents.state-conflict")),
    DocumentState.FAILED: (RuleState.OVERDUE, msg("ui.documents.state-failed")),
}
# What of the filed ones has something to offer.
OFFERS: Final[Mapping[Why, Stand]] = {
    Why.OFFERED: (RuleState.OK, msg("ui.documents.state-offered")),
    Why.REMOTE_ONLY: (RuleState.OK, msg("ui.documents.state-remote-only")),
}
ON_THE_WAY: Final = (DocumentState.QUEUED, DocumentState.CHECKING, DocumentState.UPLOADING)


def stand_of(row: DocumentRow) -> Stand:
    offer = OFFERS.get(row.why) if row.why is not None and row.state is DocumentState.FILED else None
    return offer or STANDS[row.state]


def is_offered(row: DocumentRow) -> bool:
    """The remote has something that is not here."""
    return row.state is DocumentState.FILED and row.why in OFFERS


def name_of(row: DocumentRow) -> str:
    return visible(PurePath(row.path).name)


def place_of(row: DocumentRow) -> str:
    """The project, and the last folders of where it stands: the button that opens them shows all."""
    folders = [part for part in PurePath(row.path).parent.parts if part not in ("/", "\\", ".")]
    if not folders:
        return row.project
    shown = "/".join(folders[-LAST_FOLDERS:])
    return f"{row.project} · {breakable(visible(f'…/{shown}' if len(folders) > LAST_FOLDERS else shown))}"


def documents_in(status: SyncStatus) -> int:
    return sum(status.counts.values())


def waiting_in(status: SyncStatus) -> int:
    """What asks something of the person: documents, and questions about projects."""
    asked = (DocumentState.HELD_BACK, DocumentState.CONFLICT, DocumentState.FAILED)
    return sum(status.counts.get(state, 0) for state in asked) + len(status.questions)


def headline(status: SyncStatus, texts: WindowTexts, now: datetime) -> Message:
    """Trouble with the remote comes first, then what asks something, then what is on its way."""
    documents, waiting = documents_in(status), waiting_in(status)
    on_the_way = sum(status.counts.get(state, 0) for state in ON_THE_WAY)
    if status.trouble is not None and status.trouble_since is not None:
        since, today = status.trouble_since.astimezone(texts.zone), now.astimezone(texts.zone).date()
        if since.date() == today:
            return msg("ui.documents.headline-trouble", since=since.time())
        return msg("ui.documents.headline-trouble-days", since=since.date())
    if waiting:
        return msg("ui.documents.headline-waiting", n=waiting)
    if not documents:
        return msg("ui.documents.headline-none") if status.projects else msg("ui.documents.headline-no-folder")
    if on_the_way:
        return msg("ui.documents.headline-on-the-way", n=on_the_way)
    return msg("ui.documents.headline-filed", n=documents)


def last_success(status: SyncStatus, texts: WindowTexts, now: datetime) -> Message:
    if status.last_success_at is None:
        return msg("ui.documents.last-never")
    return msg("ui.documents.last", when=texts.when(status.last_success_at, now))


def drill_stand(status: SyncStatus, texts: WindowTexts, now: datetime) -> Stand:
    """How long ago a project was brought back as a test, and whether it is time again."""
    due = drill_due_at(status)
    if due is None:
        return RuleState.NOT_APPLICABLE, msg("ui.documents.drill-nothing")
    is_due = now >= due
    state = RuleState.ATTENTION if is_due else RuleState.OK
    if status.drilled_at is None:
        by = msg("ui.documents.drill-never", by=due.astimezone(texts.zone).date())
        return (state, msg("ui.documents.drill-never-due")) if is_due else (RuleState.UNKNOWN, by)
    when = texts.when(status.drilled_at, now)
    if is_due:
        return state, msg("ui.documents.drill-old", when=when)
    return state, msg("ui.documents.drill-fresh", when=when, again=texts.relative(due, now))


def restored_news(restored: Restored, texts: WindowTexts) -> Message:
    """What came back, and that it was compared."""
    wrong = len(restored.not_verified)
    sizes = {"size": texts.size(restored.size_bytes), "project": restored.project}
    if wrong:
        return msg("ui.documents.restored-partly", n=wrong, files=texts.number(restored.files), **sizes)
    make = _WHOLE[restored.target is not None]
    return make(restored.files, sizes)


_WHOLE: Final[Mapping[bool, Callable[[int, dict[str, str]], Message]]] = {
    True: lambda files, sizes: msg("ui.documents.restored", n=files, **sizes),
    False: lambda files, sizes: msg("ui.documents.drilled", n=files, **sizes),
}
