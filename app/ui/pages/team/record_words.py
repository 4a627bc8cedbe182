"""The fields of a record as people read them: what each is called, and what its value means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from app.domain.messages import Message, msg
from app.domain.rules import SEVERITY, RuleState
from app.domain.team_record import UNREMARKABLE
from app.ui.pages.about.over import in_groups
from app.ui.pages.team.words import short
from app.ui.texts import WindowTexts, visible

NOTHING: Final = "–"
BEGINNING: Final = 16  # digits of a digest that people compare at a glance; all of it stands in the exact record

FIELDS: Final[Mapping[str, Message]] = {
    "open_findings": msg("ui.own.open-findings"),
    "overdue": msg("ui.own.overdue"),
    "next_due": msg("ui.own.next-due"),
    "person.name": msg("ui.own.name"),
    "person.mail": msg("ui.own.mail"),
    "team": msg("ui.own.team"),
    "device": msg("ui.own.device"),
    "date": msg("ui.own.date"),
    "contact": msg("ui.own.contact"),
    "guards_run": msg("ui.own.guards-run"),
    "versions.app": msg("ui.own.app"),
    "versions.store": msg("ui.own.store"),
    "head.seq": msg("ui.own.journal"),
    "head.hash": msg("ui.own.journal-hash"),
    "sequence": msg("ui.own.sequence"),
}
PROJECT_FIELDS: Final[Mapping[str, Message]] = {
    "copies": msg("ui.own.project-copies"),
    "overdue": msg("ui.own.project-overdue"),
    "open_findings": msg("ui.own.project-open"),
    "due": msg("ui.own.project-due"),
}
DAYS: Final = frozenset({"next_due", "date", "contact", "due"})
DIGESTS: Final = frozenset({"hash"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """One rule as the record tells it."""

    id: str
    title: str
    state: RuleState
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectLine:
    """One project as the record tells it. `code`: what this laptop calls it; it is not sent."""

    id: str
    code: str
    copies: int
    overdue: int
    open_findings: int
    due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a field is called, what it said in the record before, and what it says now."""

    name: str
    before: str
    now: str


class RecordWords:
    """`titles`: names of the procedure's rules; `codes`: of the projects that this laptop knows, by id."""

    def __init__(self, texts: WindowTexts, titles: Mapping[str, str], codes: Mapping[str, str]) -> None:
        self._texts = texts
        self._titles = titles
        self._codes = codes

    def facts(self, document: Mapping[str, Any]) -> list[tuple[str, str]]:
        """All that stands outside rules and projects."""
        return [(self._texts.render(said), self._value(path, at(document, path))) for path, said in FIELDS.items()]

    def rules(self, document: Mapping[str, Any]) -> list[RuleLine]:
        """What is not in order first."""
        lines = [
            RuleLine(
                id=rule, title=self._titles.get(rule, rule), state=RuleState(word["state"]), count=int(word["count"])
            )
            for rule, word in document.get("rules", {}).items()
        ]
        return sorted(lines, key=lambda line: (-SEVERITY.index(line.state), line.id))

    def projects(self, document: Mapping[str, Any]) -> list[ProjectLine]:
        return [
            ProjectLine(
                id=project,
                code=self._codes.get(project, project[:8]),
                copies=int(word["copies"]),
                overdue=int(word["overdue"]),
                open_findings=int(word["open_findings"]),
                due=None if word["due"] is None else date.fromisoformat(word["due"]),
            )
            for project, word in document.get("projects", {}).items()
        ]

    def changes(self, before: Mapping[str, Any] | None, now: Mapping[str, Any], paths: Sequence[str]) -> list[Change]:
        """What of the paths means something to a person; that it is another day, or numbered on, does not."""
        seen, found = set(paths), []
        for path in paths:
            start, _, last = path.rpartition(".")
            if path.split(".")[0] in UNREMARKABLE or (last == "count" and f"{start}.state" in seen):
                continue  # that a rule stands otherwise says more than its number
            was, is_ = self._value(path, at(before or {}, path)), self._value(path, at(now, path))
            found.append(Change(name=self._name(path), before=was, now=is_))
        return found

    # -- how ----------------------------------------------------------------------------------------------------------

    def _name(self, path: str) -> str:
        """What a path is called. Ids of rules hold no dots."""
        render, parts = self._texts.render, path.split(".")
        if path in FIELDS:
            return render(FIELDS[path])
        if parts[0] == "rules" and len(parts) == 3:
            title = self._titles.get(parts[1], parts[1])
            return title if parts[2] == "state" else render(msg("ui.own.rule-count", title=title))
        if parts[0] == "projects" and len(parts) == 3 and parts[2] in PROJECT_FIELDS:
            code = self._codes.get(parts[1], parts[1][:8])
            return render(msg("ui.own.of-project", what=PROJECT_FIELDS[parts[2]], code=code))
        return visible(path)

    def _value(self, path: str, value: object) -> str:
        last = path.rpartition(".")[2]
        if value is None or value == "":
            return NOTHING
        if last in DAYS and isinstance(value, str):
            return short(date.fromisoformat(value), self._texts)
        if last in DIGESTS:
            return in_groups(str(value)[:BEGINNING]) + " …"
        if last == "state":
            return self._texts.word(str(value))
        if isinstance(value, bool):
            return self._texts.render(msg("ui.own.yes") if value else msg("ui.own.no"))
        return self._texts.number(value) if isinstance(value, int) else visible(str(value))


def at(document: Mapping[str, Any], path: str) -> object:
    """What stands at a path ("rules.VR-P4.state"); None where nothing does."""
    found: object = document
    for part in path.split("."):
        if not isinstance(found, Mapping):
            return None
        found = found.get(part)
    return found
