"""How projects, agreements and copies stand, in a shape and a word, and the sentences that say it whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from app.actions.clients import ClientRow
from app.actions.projects import ProjectView
from app.domain.agreement import AgreementState
from app.domain.audience import PlaceLook
from app.domain.client import Client
from app.domain.copy import Location
from app.domain.deletion import Residual, ResidualKind
from app.domain.messages import Message, msg
from app.domain.project import Project, ProjectStatus
from app.domain.retention import RetentionState
from app.domain.rules import RuleState
from app.domain.vault_list import RowState
from app.ui.texts import WindowTexts

Stand = tuple[RuleState, Message]

AGREEMENT_STANDS: Mapping[AgreementState, Stand] = {
    AgreementState.ACTIVE: (RuleState.OK, msg("ui.agreements.state-active")),
    AgreementState.HOLD: (RuleState.OK, msg("ui.agreements.state-hold")),
    AgreementState.ENDED: (RuleState.NOT_APPLICABLE, msg("ui.agreements.state-ended")),
    AgreementState.WITHDRAWN: (RuleState.NOT_APPLICABLE, msg("ui.agreements.state-withdrawn")),
}

COPY_STANDS: Mapping[RowState, Stand] = {
    RowState.KEPT: (RuleState.OK, msg("ui.projects.copy-kept")),
    RowState.CHECKED_OUT: (RuleState.ATTENTION, msg("ui.projects.copy-checked-out")),
    RowState.OVERDUE: (RuleState.OVERDUE, msg("ui.projects.copy-overdue")),
    RowState.BLOCKED: (RuleState.OVERDUE, msg("ui.projects.copy-blocked")),
    RowState.ASKED: (RuleState.ATTENTION, msg("ui.projects.copy-asked")),
    RowState.WAITING_FOR_TIME: (RuleState.UNKNOWN, msg("ui.projects.copy-waiting-for-time")),
    RowState.WAITING: (RuleState.ATTENTION, msg("ui.projects.copy-waiting")),
}

LOCATIONS: Mapping[Location, Message] = {
    Location.VAULT: msg("ui.projects.in-vault"),
    Location.IN_PLACE: msg("ui.projects.in-place"),
    Location.OFFICE365: msg("ui.projects.in-office365"),
    Location.ELSEWHERE: msg("ui.projects.elsewhere"),
}


def is_closed(project: Project) -> bool:
    return project.status is ProjectStatus.CLOSED


def stand_of(view: ProjectView) -> Stand:
    """Overdue before everything; then whether a closed project is empty yet."""
    if view.overdue:
        return RuleState.OVERDUE, msg("ui.projects.state-overdue")
    if not is_closed(view.project):
        return RuleState.OK, msg("ui.projects.state-active")
    if view.copies:
        return RuleState.ATTENTION, msg("ui.projects.state-closing")
    return RuleState.NOT_APPLICABLE, msg("ui.projects.state-closed")


def headline(views: Sequence[ProjectView], texts: WindowTexts, now: datetime) -> str:
    """How many projects run, and by when the closed ones must be empty."""
    running = sum(not is_closed(view.project) for view in views)
    closing = [view for view in views if is_closed(view.project) and view.copies]
    first = msg("ui.projects.running", n=running) if running else msg("ui.projects.none-running")
    sentences = [first, *_closing(closing, texts.zone, now)]
    return " ".join(texts.render(sentence) for sentence in sentences)


def _closing(views: Sequence[ProjectView], zone: ZoneInfo, now: datetime) -> list[Message]:
    """One sentence: what is late comes before what is to come."""
    late = [view for view in views if view.overdue]
    waiting = [view for view in views if not view.overdue]
    ends = [view.next_end for view in waiting if view.next_end is not None]
    if late:
        return [msg("ui.projects.closed-late", n=len(late))]
    if ends:
        return [msg("ui.projects.closed-until", n=len(waiting), day=min(ends).astimezone(zone).date())]
    return [msg("ui.projects.closed-kept", n=len(waiting))] if waiting else []


def recognised(client: Client) -> Stand:
    """How well a client is known: without a place of its own it is recognised by name and words alone."""
    marks = (*client.domains, *client.hosts, *client.shares, *client.mounts, *client.tenant_ids)
    if not marks:
        return RuleState.ATTENTION, msg("ui.clients.state-bare")
    more = len(marks) + len(client.keywords) - 1
    first = marks[0]
    return RuleState.OK, msg("ui.clients.marks", first=first, n=more) if more else msg("ui.clients.mark", first=first)


def clients_headline(rows: Sequence[ClientRow], texts: WindowTexts) -> str:
    bare = sum(recognised(row.client)[0] is RuleState.ATTENTION for row in rows)
    sentences = [msg("ui.clients.headline", n=len(rows))]
    if bare:
        sentences.append(msg("ui.clients.headline-bare", n=bare))
    return " ".join(texts.render(sentence) for sentence in sentences)


def what_stands_outside(view: ProjectView, texts: WindowTexts, now: datetime) -> str:
    """What is outside of one project, and what happens with it."""
    if not view.copies:
        return texts.render(msg("ui.projects.nothing-outside"))
    if view.overdue == view.copies:
        return texts.render(msg("ui.projects.outside-all-late", n=view.copies))
    if view.overdue:
        return texts.render(msg("ui.projects.outside-late", n=view.overdue, total=view.copies))
    if view.next_end is None:
        return texts.render(msg("ui.projects.outside-open", n=view.copies))
    return texts.render(msg("ui.projects.outside-until", n=view.copies, when=texts.when(view.next_end, now)))


def residual_sentences(residuals: Iterable[Residual], texts: WindowTexts) -> list[str]:
    """What a deletion cannot reach, said to the consultant; what is the same in several places once."""
    return list(dict.fromkeys(texts.render(_residual(residual)) for residual in residuals))


def _residual(residual: Residual) -> Message:
    make = _RESIDUALS.get(residual.kind)
    return make(residual) if make is not None else msg("ui.projects.rest-other", where=residual.where)


def _cloud(residual: Residual) -> Message:
    if residual.until is None:
        return msg("ui.projects.rest-cloud", where=residual.where)
    return msg("ui.projects.rest-cloud-until", where=residual.where, until=residual.until)


_RESIDUALS: Mapping[ResidualKind, Callable[[Residual], Message]] = {
    ResidualKind.CLOUD_SHADOW: _cloud,
    ResidualKind.STORAGE_BLOCKS: lambda _: msg("ui.projects.rest-blocks"),
    ResidualKind.RECOVERY_KEY: lambda _: msg("ui.projects.rest-recovery-key"),
    ResidualKind.KEY_FILE: lambda _: msg("ui.projects.rest-key-file"),
}


# What is said of records beside the end of their term; within it nothing is.
RECORDS_TEXT: Mapping[RetentionState, Message] = {
    RetentionState.REVIEW_DUE: msg("ui.projects.records-review"),
    RetentionState.UNDECIDED: msg("ui.projects.records-undecided"),
    RetentionState.RELEASED: msg("ui.projects.records-released"),
    RetentionState.CLIENT_ASKED: msg("ui.projects.records-asked"),
    RetentionState.DELETED: msg("ui.projects.records-deleted"),
}


def reached(look: PlaceLook) -> Message:
    """Who can open a project's place, as it was last seen."""
    if look.outsiders:
        return msg("ui.projects.place-wide", n=look.outsiders, at=look.looked_at)
    if look.uncertain:
        return msg("ui.projects.place-unknown", n=look.uncertain, at=look.looked_at)
    return msg("ui.projects.place-fits", at=look.looked_at)
