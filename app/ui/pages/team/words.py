"""How laptops and the team stand, in a shape and a word, and the sentences that say it whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Final

from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.domain.team_record import RecordProblem
from app.domain.team_view import LaptopState, TeamRow, TeamStatus
from app.ui.pages.projects.words import Stand
from app.ui.texts import WindowTexts

NOON: Final = time(12)
LEAD: Final = "lead"

STANDS: Final[Mapping[LaptopState, Stand]] = {
    LaptopState.REPORTING: (RuleState.OK, msg("ui.team.state-reporting")),
    LaptopState.LATE: (RuleState.UNKNOWN, msg("ui.team.state-late")),
    LaptopState.SILENT: (RuleState.ATTENTION, msg("ui.team.state-silent")),
    LaptopState.AWAY: (RuleState.NOT_APPLICABLE, msg("ui.team.state-away")),
    LaptopState.REJECTED: (RuleState.OVERDUE, msg("ui.team.state-rejected")),
    LaptopState.NEW_KEY: (RuleState.ATTENTION, msg("ui.team.state-new-key")),
    LaptopState.RETIRED: (RuleState.NOT_APPLICABLE, msg("ui.team.state-retired")),
}

PROBLEMS: Final[Mapping[RecordProblem, Message]] = {
    RecordProblem.MALFORMED: msg("ui.team.problem-malformed"),
    RecordProblem.BAD_SIGNATURE: msg("ui.team.problem-bad-signature"),
    RecordProblem.OTHER_DEVICE: msg("ui.team.problem-other-device"),
    RecordProblem.OTHER_PERSON: msg("ui.team.problem-other-person"),
    RecordProblem.ROLLED_BACK: msg("ui.team.problem-rolled-back"),
    RecordProblem.FORKED: msg("ui.team.problem-forked"),
    RecordProblem.JOURNAL_SHRANK: msg("ui.team.problem-journal-shrank"),
    RecordProblem.FUTURE: msg("ui.team.problem-future"),
    RecordProblem.GONE: msg("ui.team.problem-gone"),
}

# What can be asked of the list of laptops, the most pressing first.
FILTERS: Final[Mapping[str, Callable[[str], Message]]] = {
    "overdue": lambda count: msg("ui.team.filter-overdue", count=count),
    LaptopState.REJECTED.value: lambda count: msg("ui.team.filter-rejected", count=count),
    LaptopState.NEW_KEY.value: lambda count: msg("ui.team.filter-new-key", count=count),
    LaptopState.SILENT.value: lambda count: msg("ui.team.filter-silent", count=count),
}


def stand_of(row: TeamRow) -> Stand:
    """What is overdue comes before everything that a laptop that reports can say."""
    state, word = STANDS[row.state]
    if row.state not in (LaptopState.REPORTING, LaptopState.LATE) or not row.needs_attention:
        return state, word
    if row.overdue:
        return RuleState.OVERDUE, msg("ui.team.state-overdue")
    return (RuleState.ATTENTION, msg("ui.team.state-wanting")) if row.wanting else (state, word)


def group_of(row: TeamRow) -> str:
    """Under which filter a laptop is found."""
    return "overdue" if row.overdue else row.state.value


def noon(day: date, texts: WindowTexts) -> datetime:
    """A moment on the day, for what is said of moments."""
    return datetime.combine(day, NOON, tzinfo=texts.zone)


def short(day: date | None, texts: WindowTexts) -> str:
    return "–" if day is None else texts.day(noon(day, texts))


def days_ago(day: date, today: date) -> Message:
    """ "vandaag", "gisteren", "12 dagen geleden"."""
    days = (today - day).days
    if days <= 0:
        return msg("ui.team.today")
    return msg("ui.team.yesterday") if days == 1 else msg("ui.team.days-ago", n=days)


def days_ahead(day: date, today: date) -> Message:
    """ "vandaag", "morgen", "over 4 dagen", or that it is past."""
    days = (day - today).days
    if days < 0:
        return msg("ui.team.days-past", n=-days)
    if days < 2:
        return msg("ui.team.tomorrow") if days else msg("ui.team.today")
    return msg("ui.team.days-ahead", n=days)


def team_headline(status: TeamStatus) -> Message:
    """The answer for the lead: what is overdue, then who needs something, then that all is well. For everybody else: how the
    own laptop stands."""
    if not status.is_whole:
        return msg("ui.team.headline-own-wanting") if status.needs_attention else msg("ui.team.headline-own-fine")
    rows = [row for row in status.items if row.state is not LaptopState.RETIRED]
    if len(rows) <= 1:
        return msg("ui.team.headline-alone")
    late = [row for row in rows if row.overdue]
    overdue = sum(row.overdue or 0 for row in late)
    if len(late) == 1 and late[0].is_own:
        return msg("ui.team.matter-own-overdue", n=overdue)
    if len(late) == 1:
        return msg("ui.team.headline-overdue-one", n=overdue, person=late[0].person)
    if late:
        return msg("ui.team.headline-overdue", n=overdue, laptops=len(late))
    wanting = sum(row.needs_attention for row in rows)
    if wanting:
        return msg("ui.team.headline-wanting", n=wanting, laptops=len(rows))
    if status.coverage.missing:
        return msg("ui.team.headline-missing", n=len(status.coverage.missing))
    return msg("ui.team.headline-fine", n=len(rows))
