"""What asks something of the lead, in the order in which it does: a sentence each, with its one best step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice
from typing import Final

from app.domain.messages import Message, listed, msg
from app.domain.rules import RuleState
from app.domain.team_view import Coverage, LaptopState, TeamRow, TeamStatus
from app.ui.desk import Desk
from app.ui.pages.team.words import PROBLEMS, days_ago, short, stand_of
from app.ui.widgets.matter import Matter, Way

DELETION: Final = "VR-P4"  # which the sentence about what is overdue says already
SOME_DAYS: Final = timedelta(days=2)  # what was heard more lately need not be said
NAMED: Final = 2  # rules, people: of the others the number is told


class Step(StrEnum):
    """What the button of a laptop's matter leads to."""

    COMPARE = "compare"  # the fingerprint of a new key
    OVERVIEW = "overview"  # of the own laptop
    SHOW = "show"  # the laptop in the list


class Matters:
    """`titles`: the names of the procedure's rules. The step of a way is a pair: Step, TeamRow."""

    def __init__(self, desk: Desk, titles: Callable[[], Mapping[str, str]]) -> None:
        self._desk = desk
        self._titles = titles

    def of(self, status: TeamStatus, asking: frozenset[str], most: int) -> list[Matter]:
        """Of the first `most` laptops that ask for something."""
        today = status.now.date()
        first = islice((row for row in status.items if row.device in asking), most)
        return [self._of_row(row, today) for row in first]

    def _of_row(self, row: TeamRow, today: date) -> Matter:
        text = self._desk.text
        state, word = stand_of(row)
        return Matter(
            state=state,
            word=text(word),
            sentence=text(self._sentence(row)),
            details=tuple(text(said) for said in self._details(row, today)),
            ways=(_way(row),),
        )

    def _sentence(self, row: TeamRow) -> Message:
        if row.is_own:
            return self._own(row)
        person = row.person or row.device[:6]
        match row.state:
            case LaptopState.NEW_KEY:
                return msg("ui.team.matter-new-key", person=person)
            case LaptopState.REJECTED:
                return msg("ui.team.matter-rejected", person=person)
            case LaptopState.SILENT if not row.overdue:
                return msg("ui.team.matter-silent", person=person)
        if row.overdue:
            return msg("ui.team.matter-overdue", n=row.overdue, person=person)
        if row.state is LaptopState.LATE:
            return msg("ui.team.matter-late", person=person)
        return msg("ui.team.matter-wanting", n=len(row.wanting), person=person)

    def _own(self, row: TeamRow) -> Message:
        if row.overdue:
            return msg("ui.team.matter-own-overdue", n=row.overdue)
        return msg("ui.team.matter-own-wanting", n=len(row.wanting))

    def _details(self, row: TeamRow, today: date) -> list[Message]:
        if row.state is LaptopState.NEW_KEY:
            return [msg("ui.team.matter-new-key-why", person=row.person)]
        if row.state is LaptopState.REJECTED and row.problem is not None:
            return [PROBLEMS[row.problem]]
        said: list[Message] = []
        others = [rule for rule in row.wanting if not row.overdue or rule != DELETION]
        if row.state is LaptopState.REPORTING and others:
            said.append(self._rules(others))
        if row.last_seen is not None and today - row.last_seen >= SOME_DAYS:
            seen = days_ago(row.last_seen, today)
            said.append(msg("ui.team.matter-seen", ago=seen, day=short(row.last_seen, self._desk.texts)))
        return said

    def _rules(self, rules: Sequence[str]) -> Message:
        titles = self._titles()
        named = [msg("ui.team.rule", title=titles.get(rule, rule)) for rule in rules[:NAMED]]
        others = len(rules) - NAMED
        return msg("ui.team.rules-more", n=others, named=_row_of(named)) if others > 0 else listed(named)

    def of_coverage(self, coverage: Coverage) -> list[Matter]:
        """VR-P7: people who should report and of whom no laptop does."""
        if not coverage.missing:
            return []
        text = self._desk.text
        named = ", ".join(coverage.missing[:NAMED])
        others = len(coverage.missing) - NAMED
        who = msg("ui.team.people-more", n=others, named=named) if others > 0 else msg("ui.team.people", named=named)
        return [
            Matter(
                state=RuleState.ATTENTION,
                word=self._desk.texts.word(RuleState.ATTENTION.value),
                sentence=text(msg("ui.team.matter-missing", n=len(coverage.missing))),
                details=(text(who),),
            )
        ]


def _row_of(named: Sequence[Message]) -> Message:
    """ "A, B", where "and 3 more" follows."""
    before = named[0]
    for part in named[1:]:
        before = msg("list.comma", before=before, next=part)
    return before


def _way(row: TeamRow) -> Way:
    if row.state is LaptopState.NEW_KEY:
        return Way(says=msg("ui.team.do-compare"), step=(Step.COMPARE, row))
    if row.is_own:
        return Way(says=msg("ui.team.do-overview"), step=(Step.OVERVIEW, row))
    return Way(says=msg("ui.team.do-show"), step=(Step.SHOW, row))
