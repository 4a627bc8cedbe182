"""Judges a text as if a reader had read it aloud: without a file, a worker or a format."""

from __future__ import annotations

from collections.abc import Sequence

from app.detect.judging.evidence import Evidence
from app.detect.judging.register import Register
from app.detect.judging.verdict import judge_evidence
from app.detect.reading.budget import Budget
from app.detect.reading.limits import Limits
from app.domain.finding import Judgement, Origin
from tests.detect.fakes import context


def evidence_of(
    text: str,
    *,
    name: str = "stuk.txt",
    origin: Origin | None = None,
    register: Register | None = None,
    properties: Sequence[str] = (),
) -> Evidence:
    evidence = Evidence(register or Register(context()), Budget(Limits()), lambda _: None)
    evidence.path(name)
    evidence.origin(origin)
    for value in properties:
        evidence.property(value)
    evidence.text(text)
    evidence.flush()
    return evidence


def judged(
    text: str,
    *,
    name: str = "stuk.txt",
    origin: Origin | None = None,
    register: Register | None = None,
    properties: Sequence[str] = (),
) -> Judgement:
    return judge_evidence(evidence_of(text, name=name, origin=origin, register=register, properties=properties))
