"""How copies and declarations stand, in a shape and a word, and the sentences that say it whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from app.actions.certificates import CertificateRow
from app.actions.needs.held import CLOUD_WORDS, programs_in
from app.actions.outside import Outside
from app.actions.vault_list import VaultRow
from app.domain.certificate import DeclaredOutcome
from app.domain.copy import Location
from app.domain.deadline import Trigger, acts_at
from app.domain.messages import Message, listed, msg, value_text
from app.domain.rules import RuleState
from app.domain.today import day_words, lateness
from app.domain.vault_list import RowState
from app.ui.pages.projects.words import COPY_STANDS, Stand
from app.ui.pages.vault.loaded import CopyLoaded, Loaded
from app.ui.texts import WindowTexts

NO_FILE = (Location.ELSEWHERE, Location.OFFICE365)

OUTCOMES: Mapping[DeclaredOutcome, Stand] = {
    DeclaredOutcome.DESTROYED: (RuleState.OK, msg("ui.certificates.destroyed")),
    DeclaredOutcome.WITH_RESIDUALS: (RuleState.ATTENTION, msg("ui.certificates.with-residuals")),
    DeclaredOutcome.INCOMPLETE: (RuleState.ATTENTION, msg("ui.certificates.incomplete")),
    DeclaredOutcome.ATTESTED: (RuleState.UNKNOWN, msg("ui.certificates.attested")),
}

# What can be asked of the list, the most pressing first.
FILTERS: Mapping[RowState, Callable[[str], Message]] = {
    RowState.OVERDUE: lambda count: msg("ui.vault.filter-overdue", count=count),
    RowState.BLOCKED: lambda count: msg("ui.vault.filter-blocked", count=count),
    RowState.ASKED: lambda count: msg("ui.vault.filter-asked", count=count),
    RowState.WAITING_FOR_TIME: lambda count: msg("ui.vault.filter-waiting-for-time", count=count),
    RowState.CHECKED_OUT: lambda count: msg("ui.vault.filter-checked-out", count=count),
    RowState.WAITING: lambda count: msg("ui.vault.filter-waiting", count=count),
}


def stand_of(row: VaultRow, damaged: Mapping[str, str]) -> Stand:
    """`damaged`: what a check of the vault found, by id. A sealed file that is not whole comes before everything."""
    problem = row.problem or damaged.get(row.id)
    if problem is not None:
        return RuleState.OVERDUE, _PROBLEMS.get(problem, msg("ui.vault.state-damaged"))
    return (RuleState.OK, msg("ui.vault.state-kept")) if row.state is RowState.KEPT else COPY_STANDS[row.state]


_PROBLEMS: Mapping[str, Message] = {"missing": msg("ui.vault.state-missing")}


# -- until when -------------------------------------------------------------------------------------------------------


def goes_at(row: VaultRow, outside: Outside) -> datetime | None:
    """When the assistant deletes it, or the client must have answered."""
    if row.due_at is None:
        return row.planned_at or row.answer_by
    return acts_at(row.due_at, row.planned_at, outside.margin)


def until(row: VaultRow, outside: Outside, texts: WindowTexts, now: datetime) -> str:
    """For a line of the list: "over 6 dagen", "3 uur te laat"."""
    if row.due_at is not None and row.due_at <= now:
        return texts.render(lateness(row.due_at, now))
    at = goes_at(row, outside)
    if at is None:
        return texts.render(msg("ui.vault.no-end"))
    when = texts.relative(at, now)
    return texts.render(msg("ui.vault.until-planned", when=when)) if row.planned_at == at else when


def until_exact(row: VaultRow, outside: Outside, texts: WindowTexts) -> str:
    at = goes_at(row, outside)
    if at is None:
        return texts.render(msg("ui.vault.no-end-why"))
    if row.due_at is None or row.due_at == at:
        return texts.moment(at)
    return texts.render(msg("ui.vault.until-both", at=at, due=row.due_at))


def goes(row: VaultRow, trigger: Trigger | None, outside: Outside, texts: WindowTexts, now: datetime) -> Message:
    """When it goes, and why then."""
    at = goes_at(row, outside)
    if row.state is RowState.WAITING:
        return _waits(row, texts, now)
    if row.due_at is not None and row.due_at <= now:
        return msg("ui.vault.late", at=row.due_at, late=lateness(row.due_at, now))
    if at is None:
        return msg("ui.vault.no-end-why")
    when = texts.when(at, now)
    if is_persons(row):
        return msg("ui.vault.goes-by-you", when=when)
    if row.planned_at == at:
        return msg("ui.vault.goes-planned", when=when)
    return _BECAUSE[trigger](when) if trigger is not None else msg("ui.vault.goes", when=when)


def _waits(row: VaultRow, texts: WindowTexts, now: datetime) -> Message:
    if row.answer_by is None or row.answer_by <= now:
        return msg("ui.vault.answer-late")
    return msg("ui.vault.answer-by", when=texts.when(row.answer_by, now))


def is_persons(row: VaultRow) -> bool:
    """Whether a person takes it away and says so: no file here, and not followed in the cloud."""
    return row.location in NO_FILE and not row.is_followed


_BECAUSE: Mapping[Trigger, Callable[[str], Message]] = {
    Trigger.PURPOSE_FULFILLED: lambda when: msg("ui.vault.goes-purpose", when=when),
    Trigger.PROJECT_CLOSED: lambda when: msg("ui.vault.goes-closed", when=when),
    Trigger.AGREEMENT_END: lambda when: msg("ui.vault.goes-end", when=when),
    Trigger.WITHDRAWN: lambda when: msg("ui.vault.goes-withdrawn", when=when),
}


def held_sentence(loaded: CopyLoaded, now: datetime) -> Message:
    """Why it could not be deleted yet, in the words of the overview."""
    holder = programs_in(loaded.row.blocked_by) or ""
    due_at = loaded.row.due_at
    if loaded.row.blocked_by in CLOUD_WORDS:
        if due_at is not None and due_at <= now:
            return msg("today.blocked-late-cloud", n=1, late=lateness(due_at, now))
        return msg("today.blocked-cloud", n=1)
    if due_at is not None and due_at <= now:
        late = lateness(due_at, now)
        if holder:
            return msg("today.blocked-late", n=1, late=late, holder=holder)
        return msg("today.blocked-late-system", n=1, late=late)
    return msg("today.blocked", n=1, holder=holder) if holder else msg("today.blocked-system", n=1)


# -- headlines --------------------------------------------------------------------------------------------------------


def copies_headline(loaded: Loaded, texts: WindowTexts, now: datetime) -> str:
    """How much is outside, and what goes first; what should be gone already comes before everything."""
    outside = loaded.outside
    if not outside.copies:
        waiting = outside.waiting
        return texts.render(msg("ui.vault.headline-waiting", n=waiting) if waiting else msg("ui.vault.headline-empty"))
    sentences = [_how_many(outside), *_what_first(outside, texts, now)]
    return " ".join(texts.render(sentence) for sentence in sentences)


def _how_many(outside: Outside) -> Message:
    if outside.late:
        return msg("ui.vault.headline-late", n=outside.late)
    if outside.in_vault == outside.copies:
        return msg("ui.vault.headline-vault", n=outside.in_vault)
    if not outside.in_vault:
        return msg("ui.vault.headline-outside", n=outside.copies)
    return msg("ui.vault.headline-both", n=outside.copies, vault=outside.in_vault)


def _what_first(outside: Outside, texts: WindowTexts, now: datetime) -> list[Message]:
    if outside.next_at is None:
        return [] if outside.late else [msg("ui.vault.headline-no-end", n=outside.copies)]
    when = day_words(outside.next_at, now, texts.zone)
    if outside.late:
        return [msg("ui.vault.headline-next", when=when)]
    return [msg("ui.vault.headline-first", n=outside.copies, when=when)]


def certificates_headline(loaded: Loaded, texts: WindowTexts) -> str:
    rows = loaded.certificates
    if not rows:
        return texts.render(msg("ui.certificates.headline-none"))
    copies = sum(row.copies for row in rows)
    open_ones = sum(row.receipt is None for row in rows)
    sentences = (msg("ui.certificates.headline", n=len(rows), copies=copies), _received(len(rows), open_ones))
    return " ".join(texts.render(sentence) for sentence in sentences)


def _received(issued: int, open_ones: int) -> Message:
    if not open_ones:
        return msg("ui.certificates.headline-received")
    if issued == 1:
        return msg("ui.certificates.headline-open-only")
    return msg("ui.certificates.headline-open", n=open_ones)


def methods_of(row: CertificateRow) -> Message:
    """How they were deleted: "cryptografisch gewist en uit de map verwijderd"."""
    return listed([value_text(method) for method in row.methods])
