"""Time is linear in the text, whatever the text."""

from __future__ import annotations

import time

import pytest

from app.detect.content.counts import Content
from app.detect.content.folding import fold
from tests.detect.content.text.told import REGISTER

SIZE = 60_000
UNITS = [
    *("1", "a", "A", "@", " ", "\n", "\t", "a@", "A.", "1 ", "1-", "Jan ", "van de ", "BSN ", "BSN\n", "geboren\n"),
    *("Naam: ", "groet\n", "ziek gemeld ", "salaris ", "123456782 ", "NL91ABNA", "1234 AB ", "de heer Jansen "),
    *("Anna de Vries, ", "x@y.nl ", "€ 1.000 ", "PID|", "Kerkstraat 12 ", "lid van de FNV "),
]


def seconds(text: str) -> float:
    folded = fold(text)
    taken = []
    for _ in range(3):
        started = time.process_time()
        Content(REGISTER).text(folded)
        taken.append(time.process_time() - started)
    return min(taken)


@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_input_takes_at_most_three_times_the_time(unit: str) -> None:
    """Twice, and room for a machine that others use."""
    text = unit * (SIZE // len(unit))
    assert seconds(text + text) <= 3 * seconds(text) + 0.02
