"""From records to what the lead sees: states, order, coverage, projects, history. VR-P7."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.team_record import ProjectWord, RecordProblem
from app.domain.team_view import (
    Coverage,
    KnownProject,
    LaptopState,
    Standing,
    TeamRow,
    TeamStatus,
    Terms,
    coverage_of,
    day_of,
    open_of,
    projects_of,
    row_of,
    rows_of,
)
from tests.domain.card_samples import DeviceKey
from tests.domain.team_samples import ANNA, BO, CHRIS, TODAY, make_record, person, words
from tests.fakes import START

S = LaptopState
TERMS = Terms(today=TODAY, late_days=4, silent_days=10)


def standing(key: DeviceKey = ANNA, days: int = 0, **changes: Any) -> Standing:
    """Of a laptop that told so many days ago; `changes` of the record or of the standing."""
    own = {name: changes.pop(name) for name in tuple(changes) if name in ("problem", "is_new", "is_retired", "is_own")}
    record = make_record(key, date=(TODAY - timedelta(days=days)).isoformat(), **changes)
    return Standing(device=key.device, record=record, **own)


def row(key: DeviceKey = ANNA, **changes: Any) -> TeamRow:
    return row_of(standing(key, **changes), TERMS)


class TestState:
    @pytest.mark.parametrize(
        ("days", "state"),
        [
            (-1, S.REPORTING),
            (0, S.REPORTING),
            (3, S.REPORTING),
            (4, S.LATE),
            (9, S.LATE),
            (10, S.SILENT),
            (99, S.SILENT),
        ],
    )
    def test_a_laptop_is_late_then_silent(self, days: int, state: LaptopState) -> None:
        assert row(days=days).state is state

    @pytest.mark.parametrize(("days", "state"), [(3, S.REPORTING), (4, S.AWAY), (99, S.AWAY)])
    def test_who_is_away_is_neither(self, days: int, state: LaptopState) -> None:
        assert row_of(standing(days=days), replace(TERMS, away=frozenset({ANNA.device}))).state is state

    @pytest.mark.parametrize(
        ("changes", "state"),
        [
            ({"problem": RecordProblem.BAD_SIGNATURE}, S.REJECTED),
            ({"problem": RecordProblem.GONE}, S.REPORTING),
            ({"problem": RecordProblem.GONE, "days": 12}, S.SILENT),
            ({"is_new": True}, S.NEW_KEY),
            ({"is_new": True, "problem": RecordProblem.FORKED}, S.REJECTED),
            ({"is_retired": True, "problem": RecordProblem.FORKED, "is_new": True}, S.RETIRED),
        ],
    )
    def test_what_is_wrong_goes_before_what_is_late(self, changes: dict[str, Any], state: LaptopState) -> None:
        assert row(**changes).state is state

    def test_an_unknown_key_tells_no_figures(self) -> None:
        new = row(is_new=True, overdue=3)
        assert (new.overdue, new.open_findings, new.next_due, new.head, dict(new.rules)) == (None, None, None, None, {})
        assert (new.person, new.last_seen) == ("Anna de Vries", TODAY)

    def test_a_refused_laptop_keeps_the_figures_that_counted(self) -> None:
        refused = row(problem=RecordProblem.ROLLED_BACK, overdue=2)
        assert (refused.overdue, refused.problem, refused.last_seen) == (2, RecordProblem.ROLLED_BACK, TODAY)

    def test_a_laptop_of_which_nothing_ever_counted_has_a_row(self) -> None:
        nothing = Standing(device=BO.device, record=None, problem=RecordProblem.MALFORMED)
        assert (row_of(nothing, TERMS).state, row_of(nothing, TERMS).last_seen) == (S.REJECTED, None)


class TestAttention:
    def test_a_laptop_in_order_asks_nothing(self) -> None:
        assert not row().needs_attention

    @pytest.mark.parametrize(
        "changes",
        [
            {"overdue": 1},
            {"rules": words(VR_P4="attention")},
            {"rules": words(VR_P4="unknown")},
            {"days": 10},
            {"is_new": True},
            {"problem": RecordProblem.OTHER_PERSON},
        ],
    )
    def test_what_asks_for_something_is_attention(self, changes: dict[str, Any]) -> None:
        assert row(**changes).needs_attention
        assert not replace(row(**changes), state=S.RETIRED).needs_attention

    @pytest.mark.parametrize("changes", [{"days": 5}, {"rules": words(VR_P4="not-applicable", VT_B4="attention")}])
    def test_late_and_what_the_firm_owes_is_nobodys(self, changes: dict[str, Any]) -> None:
        assert not row(**changes).needs_attention

    def test_a_missing_person_is_attention_of_the_team(self) -> None:
        status = team([row()], Coverage(expected=1, reporting=1))
        assert not status.needs_attention
        assert replace(status, coverage=Coverage(expected=2, reporting=1, missing=("Bo",))).needs_attention


def team(rows: Sequence[TeamRow], coverage: Coverage) -> TeamStatus:
    return TeamStatus(
        as_of=START,
        now=START,
        is_whole=True,
        items=tuple(rows),
        projects=(),
        coverage=coverage,
        history=(),
        open_items=(),
        notices=(),
    )


def test_what_asks_most_stands_on_top() -> None:
    keys = [DeviceKey(f"laptop {number}") for number in range(8)]
    wanted = [
        standing(keys[0], overdue=5),
        standing(keys[1], overdue=2, days=30),
        standing(keys[2], problem=RecordProblem.FORKED),
        standing(keys[3], days=30),
        standing(keys[4], is_new=True),
        standing(keys[5], rules=words(VR_P4="attention")),
        standing(keys[6]),
        standing(keys[7], is_retired=True, overdue=9),
    ]
    rows = rows_of(list(reversed(wanted)), TERMS)
    assert [shown.device for shown in rows] == [one.device for one in wanted]


def test_rules_that_ask_most_come_first() -> None:
    told = row(rules=words(VR_S1a="attention", VR_P4="overdue", VR_K1="unknown", VR_P3="ok"))
    assert told.wanting == ("VR-P4", "VR-S1a", "VR-K1")


class TestCoverage:
    """VR-P7"""

    def rows(self) -> list[TeamRow]:
        return [
            row(ANNA, person=person("anna")),
            row(BO, person=person("bo"), days=30),
            row(CHRIS, person=person("chris"), is_retired=True),
        ]

    def test_without_a_list_nobody_is_missing(self) -> None:
        assert coverage_of(self.rows(), {}) == Coverage(expected=None, reporting=1)

    def test_who_is_silent_retired_or_absent_is_missing_and_who_is_not_on_the_list_is_told(self) -> None:
        expected = {f"{name}@adviesbureau.example": name.title() for name in ("anna", "chris", "dana")}
        told = coverage_of(self.rows(), expected)
        assert told == Coverage(expected=3, reporting=1, missing=("Chris", "Dana"), unexpected=("Bo",))

    def test_a_person_with_two_laptops_counts_once(self) -> None:
        rows = [row(ANNA, person=person("anna")), row(BO, person=person("anna"))]
        assert coverage_of(rows, {"anna@adviesbureau.example": "Anna"}) == Coverage(expected=1, reporting=1)


def test_projects_are_summed_over_laptops_by_the_id_they_have_here() -> None:
    here = {"otherotherother2": "mineminemine2222"}
    known = {"mineminemine2222": KnownProject(code="P-1", client="Gemeente Voorbeeldstad", is_closed=True)}
    told = [
        make_record(ANNA, projects={"mineminemine2222": _word(3, 1, "2026-12-04")}),
        make_record(
            BO, projects={"otherotherother2": _word(2, 0, "2026-12-01"), "strangestrange22": _word(1, 0, None)}
        ),
    ]
    first, second = projects_of(told, known, lambda id_: here.get(id_, id_))
    assert (first.code, first.client, first.is_closed) == ("P-1", "Gemeente Voorbeeldstad", True)
    assert (first.laptops, first.copies, first.overdue, first.next_due) == (2, 5, 1, date(2026, 12, 1))
    assert (second.id, second.code, second.laptops) == ("strangestrange22", None, 1)


def _word(copies: int, overdue: int, due: str | None) -> ProjectWord:
    return ProjectWord(copies=copies, overdue=overdue, open_findings=0, due=due)


def test_a_day_counts_the_team_and_names_nobody() -> None:
    rows = [
        row(ANNA, overdue=2, open_findings=1, rules=words(VR_P4="overdue")),
        row(BO, days=5, rules=words(VR_P4="ok")),
        row(CHRIS, is_new=True, overdue=50),
        row(DeviceKey("gone"), is_retired=True),
    ]
    day = day_of(rows, TODAY)
    assert (day.laptops, day.reporting, day.overdue, day.open_findings) == (2, 1, 2, 1)
    assert day.rules == {"VR-P4": {"overdue": 1, "ok": 1}}


def test_what_stands_open_is_rules_and_overdue_deletions() -> None:
    told = row(overdue=2, rules=words(VR_P4="overdue", VR_S1a="ok"))
    assert open_of(told) == {"VR-P4": ("overdue", 0), "overdue": ("overdue", 2)}
    assert open_of(row(is_new=True)) == {}
    assert open_of(replace(told, state=S.RETIRED)) == {}
