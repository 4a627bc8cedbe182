"""The word lists of `words/`, as sets of folded, lower-case bytes. Read when this module is imported: a confined worker opens
no files later."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

from app.detect.content.folding import fold


def _lines(name: str) -> list[str]:
    text = files("app.detect.content.words").joinpath(f"{name}.txt").read_text("utf-8")
    return [fold(line).decode("ascii") for line in text.splitlines() if line and not line.startswith("#")]


def _words(name: str) -> list[str]:
    return [word for line in _lines(name) for word in line.split()]


def _lower(words: list[str]) -> frozenset[bytes]:
    return frozenset(word.lower().encode("ascii") for word in words)


_ambiguous = _lower(_words("first_names_also_words"))
_known = _lower(_words("first_names"))

CLEAR_FIRST_NAMES: Final = _known - _ambiguous
MILD_FIRST_NAMES: Final = _known & _ambiguous  # also a word, and a person mostly
FIRST_NAMES: Final = _known | _ambiguous
AMBIGUOUS_SURNAMES: Final = _lower(_words("surnames_also_words"))
SURNAMES: Final = _lower(_words("surnames")) | AMBIGUOUS_SURNAMES
CLEAR_SURNAMES: Final = SURNAMES - AMBIGUOUS_SURNAMES - FIRST_NAMES
ORGANISATION_WORDS: Final = _lower(_words("organisation_words")) - _known - CLEAR_SURNAMES
PLACES: Final = _lower(_words("places")) - _known - CLEAR_SURNAMES
TOWNS: Final = PLACES | _lower(_words("towns"))
NOT_NAMES: Final = (_lower(_words("not_names")) - _known - CLEAR_SURNAMES) | ORGANISATION_WORDS | PLACES
NOBODY: Final = frozenset(tuple(line.encode("ascii").split(b" ")) for line in _lines("nobody"))
ILLNESSES: Final = tuple(_lines("illnesses"))
MEDICINES: Final = tuple(_lines("medicines"))
