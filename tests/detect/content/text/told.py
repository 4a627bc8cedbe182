"""The kinds in made-up texts: names are invented, numbers pass their proofs by computation."""

from __future__ import annotations

from app.detect.content.counts import Content
from app.detect.content.folding import fold
from app.detect.judging.register import Register
from tests.detect.fakes import context

REGISTER = Register(context())


def content(text: str, *, from_table: bool = False) -> Content:
    found = Content(REGISTER)
    found.text(fold(text), from_table=from_table)
    return found


def kinds(text: str) -> set[str]:
    return set(content(text).kinds())
