"""What is gathered about a document: when it is told, and what stays of a table that grows no more."""

from __future__ import annotations

import time

from app.detect.judging.evidence import TOLD_AT_ONCE, Evidence
from app.detect.judging.register import Register
from app.detect.reading.budget import Budget
from app.detect.reading.limits import Limits
from app.domain.ports import DetectionContext

TELL_LASTS = 0.005  # seconds
HEADER = ["Naam", "Geboortedatum", "Salaris"]
ROWS = [[f"Anna de Vries{index}", f"{index:02}-03-1970", f"{3000 + index},50"] for index in range(1, 29)]


class Told:
    """Counts, and takes its time as a judgement of a large document does."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, _evidence: Evidence) -> None:
        self.times += 1
        ends = time.monotonic() + TELL_LASTS
        while time.monotonic() < ends:
            pass


def evidence_of(told: Told) -> Evidence:
    return Evidence(Register(DetectionContext()), Budget(Limits()), told)


def test_what_is_found_first_is_told_at_once() -> None:
    told = Told()
    evidence = evidence_of(told)
    for _ in range(TOLD_AT_ONCE):
        evidence.tell()
    assert told.times == TOLD_AT_ONCE


def test_telling_a_thousand_times_takes_a_tenth_of_the_time() -> None:
    told = Told()
    evidence = evidence_of(told)
    started = time.monotonic()
    for _ in range(1_000):
        evidence.tell()
    spent = time.monotonic() - started
    assert told.times <= TOLD_AT_ONCE + 1 + spent / (10 * TELL_LASTS)


def test_what_a_closed_table_held_still_counts() -> None:
    evidence = evidence_of(Told())
    table = evidence.open_table()
    evidence.rows(table, [HEADER, *ROWS])
    before = evidence.content.kinds(), evidence.content.persons(), list(evidence.shapes.all())
    evidence.close_table(table)
    assert before == (evidence.content.kinds(), evidence.content.persons(), list(evidence.shapes.all()))
    assert before[0]["date_of_birth"] == before[0]["salary"] == len(ROWS)
    assert not evidence.content.tables
