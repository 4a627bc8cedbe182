"""Phrases in a text: whole words, the longest wins, as fast for many as for few."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.detect.content.folding import fold, words
from app.detect.judging.phrases import Phrases

CLIENTS = Phrases([("Zorg Noord", 1), ("Zorg Noord Holland", 2), ("Gemeente Elst", 3), ("ING", 4), ("Ångström", 5)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Stukken van zorg noord.", {1}),
        ("Stukken van Zorg-Noord\nHolland", {2}),
        ("Zorg Noord Holland en Zorg Noord", {1, 2}),
        ("Zorg, Noord", {1}),
        ("ZORG_NOORD_2026", {1}),
        ("“Zorg Noord”", {1}),
        ("Zorgnoord", set()),
        ("Noord Zorg", set()),
        ("de ing. tekende", set()),
        ("de ING tekende", {4}),
        ("Angstrom", {5}),
        ("ÅNGSTRÖM", {5}),
        ("", set()),
    ],
)
def test_phrases_are_found_as_whole_words(text: str, found: set[int]) -> None:
    assert CLIENTS.find(fold(text)) == found


def test_what_is_known_is_not_looked_for() -> None:
    assert CLIENTS.find(b"Gemeente Elst, ING", {3}) == {4}


def test_a_phrase_that_stands_for_several_is_each_of_them() -> None:
    assert Phrases([("Delta", "a"), ("delta", "b")]).find(b"Delta") == {"a", "b"}


WORDS = st.text(alphabet="abcdeëø", min_size=2, max_size=6)


@given(phrase=st.lists(WORDS, min_size=1, max_size=4), before=st.text(max_size=20), behind=st.text(max_size=20))
def test_a_phrase_between_whatever_is_found(phrase: list[str], before: str, behind: str) -> None:
    text = " ".join(phrase)
    looked_for = Phrases([(text + " zzz", "longer"), (text.ljust(5, "x"), "it")])
    if words(f"{before} zzz {behind}").split() == [b"zzz"]:
        assert "it" in looked_for.find(fold(f"{before} {text.ljust(5, 'x')} {behind}"))


def test_five_thousand_phrases_take_little_longer_than_fifty() -> None:
    text = fold("De begroting van het project is vastgesteld door de stuurgroep van oktober. " * 30_000)

    def seconds(count: int) -> float:
        phrases = Phrases((f"Stichting Naam{number} Zorg", number) for number in range(count))
        best = 9.0
        for _ in range(3):
            started = time.process_time()
            assert phrases.find(text) == set()
            best = min(best, time.process_time() - started)
        return best

    assert seconds(5_000) < 3 * seconds(50) + 0.05


def test_a_text_of_one_phrase_and_its_longer_one_stays_linear() -> None:
    text = fold("Zorg Noord Holland " * 50_000)
    started = time.process_time()
    assert CLIENTS.find(text) == {2}
    assert time.process_time() - started < 1
