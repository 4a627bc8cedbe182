"""The team's status as the JSON of the contract."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from app.cli.moments import stamp
from app.domain.ports import Texts
from app.domain.team_record import RuleWord
from app.domain.team_view import OpenItem, ProjectRow, TeamDay, TeamRow, TeamStatus

if TYPE_CHECKING:
    from app.actions.team_status.views import Readers, RecordPreview, SentRecord

Document = dict[str, Any]


def team_status(status: TeamStatus, texts: Texts) -> Document:
    coverage = status.coverage
    return {
        "as_of": stamp(status.as_of),
        "whole": status.is_whole,
        "items": [row(item) for item in status.items],
        "projects": [_project(project) for project in status.projects],
        "coverage": {
            "expected": coverage.expected,
            "reporting": coverage.reporting,
            "missing": list(coverage.missing),
            "unexpected": list(coverage.unexpected),
        },
        "open": [_open(item) for item in status.open_items],
        "history": [_day(day) for day in status.history],
        "notices": [texts.render(notice) for notice in status.notices],
    }


def row(item: TeamRow) -> Document:
    return {
        "device": item.device,
        "person": item.person,
        "mail": item.mail or None,
        "team": item.team or None,
        "state": item.state.value,
        "last_seen": _iso(item.last_seen),
        "rules": _rules(item.rules),
        "next_due": _iso(item.next_due),
        "overdue": item.overdue,
        "open_findings": item.open_findings,
        "head": None if item.head is None else {"seq": item.head.seq, "hash": item.head.hash},
        "version": item.version,
        "problem": None if item.problem is None else item.problem.value,
        "own": item.is_own,
    }


def preview(found: RecordPreview, texts: Texts) -> Document:
    return {
        "record": dict(found.document),
        "changed": list(found.changed),
        "before": None if found.before is None else dict(found.before),
        "will_send": found.will_send,
        "next_on": _iso(found.next_on),
        "sentence": texts.render(found.sentence),
        "readers": _readers(found.readers, texts),
        "looks": [
            {"person": look.person, "day": look.day.isoformat(), "times": look.times} for look in found.looks.items
        ],
        "looks_sentence": texts.render(found.looks.sentence),
    }


def sent(record: SentRecord) -> Document:
    return {
        "sequence": record.sequence,
        "day": record.day.isoformat(),
        "changed": list(record.changed),
        "record": dict(record.document),
    }


def _readers(readers: Readers, texts: Texts) -> Document:
    return {
        "reach": readers.reach.value,
        "sentence": texts.render(readers.sentence),
        "grants": [
            {"kind": grant.kind.value, "name": grant.name, "mail": grant.mail, "write": grant.may_write}
            for grant in readers.grants
        ],
    }


def _rules(rules: Mapping[str, RuleWord]) -> Document:
    return {id_: {"state": word.state.value, "count": word.count} for id_, word in rules.items()}


def _project(project: ProjectRow) -> Document:
    return {
        "id": project.id,
        "code": project.code,
        "client": project.client,
        "closed": project.is_closed,
        "laptops": project.laptops,
        "copies": project.copies,
        "overdue": project.overdue,
        "open_findings": project.open_findings,
        "next_due": _iso(project.next_due),
    }


def _open(item: OpenItem) -> Document:
    return {
        "device": item.device,
        "person": item.person,
        "what": item.what,
        "state": item.state,
        "count": item.count,
        "since": item.since.isoformat(),
    }


def _day(day: TeamDay) -> Document:
    return {
        "day": day.day.isoformat(),
        "laptops": day.laptops,
        "reporting": day.reporting,
        "overdue": day.overdue,
        "open_findings": day.open_findings,
        "rules": {id_: dict(states) for id_, states in day.rules.items()},
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
