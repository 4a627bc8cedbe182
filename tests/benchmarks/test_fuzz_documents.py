"""A short run of the fuzzer with the real worker and the real command line, and what it calls a broken promise."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from random import Random

import pytest

from app.domain.finding import Judgement, Reason, ReasonType, Verdict
from benchmarks.fuzz_documents import Fuzzing, mutants, problem_of
from benchmarks.fuzzing.canaries import BSN, MAIL
from tests.detect.reading.packages import paragraph, word


@pytest.mark.slow
def test_a_run_judges_mutants_and_asks_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(
        word(paragraph("Een brief aan de gemeente over de planning van het project."))
    )
    (tmp_path / "lijst.csv").write_bytes(b"naam;bsn\n" + b"Jan de Wit;111222333\n" * 20)
    seeds = sorted(tmp_path.iterdir())
    fuzzing = Fuzzing(tmp_path / "run", tmp_path / "kept", told_every=10)
    tally = fuzzing.run(islice(mutants(seeds, Random(3)), 24), minutes=2)
    assert tally.documents == 24
    assert tally.told > 0
    assert tally.starts == 1 + len(tally.ended)
    assert tally.broken_promises == []


def judgement(verdict: Verdict, *, error: str | None = None, detail: str = "bsn") -> Judgement:
    return Judgement(verdict=verdict, reasons=(Reason(type=ReasonType.CONTENT, detail=detail),), error=error)


@pytest.mark.parametrize(
    ("told", "seconds", "log", "problem"),
    [
        (judgement(Verdict.CLEAN), 1.0, [], None),
        (judgement(Verdict.CLEAN, error="corrupt"), 1.0, [], "clean, though corrupt"),
        (judgement(Verdict.CLIENT_DATA), 18.0, [], "took 18.0 s"),
        (judgement(Verdict.CLIENT_DATA, detail=BSN), 1.0, [], "a value was told"),
        (judgement(Verdict.CLIENT_DATA), 1.0, [f"cannot read {MAIL}"], "a value was told"),
    ],
)
def test_what_is_not_as_promised(told: Judgement, seconds: float, log: list[str], problem: str | None) -> None:
    assert problem_of(told, seconds, log) == problem
