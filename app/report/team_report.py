"""How the team keeps the procedure, for a client or an auditor: counts and states. No person, client or project is named."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from app.domain.messages import Message, msg
from app.domain.ports import Texts
from app.domain.team_view import Coverage, LaptopState, TeamDay, TeamRow
from app.report.plain import iso, signable

TYPE = "team-report"
STATES = ("ok", "attention", "overdue", "unknown")
COLUMNS = ("device", "state", "last_seen", "overdue", "open_findings", "next_due", "version", "problem")
SHORT_ID = 8  # characters of a device id: enough to tell laptops apart, and to find one again within the firm


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamReport:
    """`laptops`: as they stand on `as_of`; `history`: the days from `start` to `end` that were seen. `titles`: of the rules,
    by id, in the order in which they are shown."""

    firm: str
    as_of: datetime
    start: date
    end: date
    laptops: tuple[TeamRow, ...]
    coverage: Coverage
    history: tuple[TeamDay, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def active(self) -> tuple[TeamRow, ...]:
        return tuple(row for row in self.laptops if row.state is not LaptopState.RETIRED)

    @property
    def heard(self) -> int:
        """Laptops that reported within the time the firm allows, or whose people are away."""
        heard = (LaptopState.REPORTING, LaptopState.LATE, LaptopState.AWAY)
        return sum(row.state in heard for row in self.active)

    @property
    def overdue(self) -> int:
        return sum(row.overdue or 0 for row in self.active)

    @property
    def is_calm(self) -> bool:
        return self.overdue == 0 and self.heard == len(self.active) and not self.coverage.missing

    def rules(self) -> dict[str, Mapping[str, int]]:
        """Laptops by state of each rule that any laptop reports, in the order of the titles."""
        found: dict[str, Counter[str]] = {}
        for row in self.active:
            for id_, word in row.rules.items():
                if word.state in STATES:
                    found.setdefault(id_, Counter())[word.state] += 1
        places = {id_: place for place, id_ in enumerate(self.titles)}
        ordered = sorted(found, key=lambda id_: (places.get(id_, len(places)), id_))
        return {id_: found[id_] for id_ in ordered}

    def weeks(self) -> tuple[TeamDay, ...]:
        """The last day that was seen of each week, oldest first."""
        last = {day.day.isocalendar()[:2]: day for day in self.history}
        return tuple(last.values())


def headline(report: TeamReport) -> Message:
    """How it stands, in one sentence."""
    count = len(report.active)
    if count == 0:
        return msg("team-report.headline-nobody")
    if report.overdue:
        return msg("team-report.headline-overdue", n=report.overdue, heard=report.heard, laptops=count)
    if report.heard == count:
        return msg("team-report.headline-calm", n=count)
    return msg("team-report.headline-heard", n=count, heard=report.heard)


def limits() -> tuple[Message, ...]:
    return msg("team-report.limit-counts"), msg("team-report.limit-days"), msg("team-report.limit-people")


def team_report_document(report: TeamReport, texts: Texts) -> dict[str, Any]:
    """The report as a JSON object; sentences in the language of `texts`."""
    return {
        "schema": 1,
        "type": TYPE,
        "firm": signable(report.firm),
        "as_of": iso(report.as_of),
        "from": report.start.isoformat(),
        "to": report.end.isoformat(),
        "language": texts.language,
        "sentence": signable(texts.render(headline(report))),
        "laptops": len(report.active),
        "reporting": report.heard,
        "expected": report.coverage.expected,
        "not_reporting": len(report.coverage.missing),
        "overdue": report.overdue,
        "items": [_item(row) for row in report.laptops],
        "rules": [
            {"id": id_, "title": report.titles.get(id_, id_), **{state: counts.get(state, 0) for state in STATES}}
            for id_, counts in report.rules().items()
        ],
        "history": [_day(day) for day in report.history],
        "limits": [texts.render(limit) for limit in limits()],
    }


def team_report_csv(report: TeamReport) -> bytes:
    """One line a laptop, a column for each rule; UTF-8, commas (RFC 4180)."""
    rules = list(report.rules())
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([*COLUMNS, *rules])
    for row in report.laptops:
        item = _item(row)
        states = [row.rules[id_].state.value if id_ in row.rules else "" for id_ in rules]
        writer.writerow(["" if item[name] is None else item[name] for name in COLUMNS] + states)
    return target.getvalue().encode()


def _item(row: TeamRow) -> dict[str, Any]:
    return {
        "device": row.device,
        "state": row.state.value,
        "last_seen": _iso(row.last_seen),
        "overdue": row.overdue,
        "open_findings": row.open_findings,
        "next_due": _iso(row.next_due),
        "version": row.version,
        "problem": None if row.problem is None else row.problem.value,
        "rules": {id_: {"state": word.state.value, "count": word.count} for id_, word in row.rules.items()},
    }


def _day(day: TeamDay) -> dict[str, Any]:
    return {
        "day": day.day.isoformat(),
        "laptops": day.laptops,
        "reporting": day.reporting,
        "overdue": day.overdue,
        "open_findings": day.open_findings,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def laptop_state_text(state: LaptopState) -> Message:
    return {
        LaptopState.REPORTING: msg("team.state-reporting"),
        LaptopState.LATE: msg("team.state-late"),
        LaptopState.SILENT: msg("team.state-silent"),
        LaptopState.AWAY: msg("team.state-away"),
        LaptopState.REJECTED: msg("team.state-rejected"),
        LaptopState.NEW_KEY: msg("team.state-new-key"),
        LaptopState.RETIRED: msg("team.state-retired"),
    }[state]


def few(rows: Sequence[TeamRow], most: int) -> tuple[TeamRow, ...]:
    """The first so many of which something is to be told: the others are in the table inside the file."""
    return tuple(row for row in rows if row.needs_attention)[:most]
