"""What asks something of the lead, in the order in which it does: a sentence each, with its one best step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from app.domain.messages import Message, listed, msg
from app.domain.rules import RuleState
from app.domain.team_view import Coverage, LaptopState, TeamRow, TeamStatus
from app.ui.desk import Desk
from app.ui.pages.team.words import PROBLEMS, days_ago, short, stand_of
from app.ui.widgets.matter import Matter, Way

NAMED = 3  # rules, people: of the others the number is told

Take = Callable[[TeamRow], None]


class Matters:
    """`compare`, `retire`, `show`: what is called for a laptop when the button of its matter is pressed."""

    def __init__(self, desk: Desk, titles: Callable[[], Mapping[str, str]], compare: Take, retire: Take, show: Take):
        self._desk = desk
        self._titles = titles
        self._compare = compare
        self._retire = retire
        self._show = show

    def of(self, status: TeamStatus) -> list[Matter]:
        today = status.now.date()
        found = [self._of_row(row, today) for row in status.items if row.needs_attention]
        return found + self._of_coverage(status.coverage)

    def _of_row(self, row: TeamRow, today: date) -> Matter:
        text = self._desk.text
        state, word = stand_of(row)
        return Matter(
            state=state,
            word=text(word),
            sentence=text(self._sentence(row)),
            details=tuple(text(said) for said in self._details(row, today)),
            ways=(self._way(row),),
        )

    def _sentence(self, row: TeamRow) -> Message:
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

    def _details(self, row: TeamRow, today: date) -> list[Message]:
        if row.state is LaptopState.NEW_KEY:
            return [msg("ui.team.matter-new-key-why")]
        if row.state is LaptopState.REJECTED and row.problem is not None:
            return [PROBLEMS[row.problem]]
        said: list[Message] = []
        if row.state is LaptopState.REPORTING and row.wanting:
            said.append(self._rules(row))
        if row.last_seen is not None:
            seen = days_ago(row.last_seen, today)
            said.append(msg("ui.team.matter-seen", ago=seen, day=short(row.last_seen, self._desk.texts)))
        return said

    def _rules(self, row: TeamRow) -> Message:
        titles = self._titles()
        named = [msg("ui.team.rule", title=titles.get(rule, rule)) for rule in row.wanting[:NAMED]]
        others = len(row.wanting) - NAMED
        return msg("ui.team.rules-more", n=others, named=listed(named)) if others > 0 else listed(named)

    def _way(self, row: TeamRow) -> Way:
        match row.state:
            case LaptopState.NEW_KEY:
                return Way(says=msg("ui.team.do-compare"), take=lambda: self._compare(row))
            case LaptopState.SILENT if not row.overdue:
                return Way(says=msg("ui.team.do-show"), take=lambda: self._show(row))
            case _:
                return Way(says=msg("ui.team.do-show"), take=lambda: self._show(row))

    def _of_coverage(self, coverage: Coverage) -> list[Matter]:
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
