"""The patterns of running text, compiled once. RE2: linear time whatever the text. All look at folded bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import re2

from app.detect.content import vocabulary
from app.domain import documentation


def _compiled(pattern: str, *, case_sensitive: bool = True) -> re2._Regexp:
    options = re2.Options()
    options.case_sensitive = case_sensitive
    options.never_capture = True
    return re2.compile(pattern.encode("ascii"), options)


EMAIL: Final = _compiled(r"[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}\b")
IBAN: Final = _compiled(r"\b[A-Z]{2}\d{2} ?(?:[A-Z0-9]{4} ?){2,7}[A-Z0-9]{1,4}\b")
NINE_DIGITS: Final = _compiled(r"\b(?:\d{9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[. ]\d{3}[. ]\d{3})\b")
EIGHT_OR_NINE: Final = _compiled(r"\b\d{8,9}\b")
PHONE: Final = _compiled(
    r"(?:\+31|\b0031) ?(?:\(0\))?[ -]?[1-9](?:[ -]?\d){8}\b|\b06[ -]?[1-9](?:[ -]?\d){7}\b"
    r"|\b0[1-57]\d[ -]?\d(?:[ -]?\d){6}\b|\b0[1-57]\d{2}[ -]?\d(?:[ -]?\d){5}\b"
)
BSN_WORDS: Final = _compiled(vocabulary.BSN_WORDS, case_sensitive=False)
NOT_BSN_WORDS: Final = _compiled(vocabulary.NOT_BSN_WORDS, case_sensitive=False)
HEALTH: Final = _compiled(vocabulary.HEALTH_WORDS, case_sensitive=False)
ADDRESS: Final = _compiled(vocabulary.ADDRESS)
CONFIDENTIAL: Final = _compiled(vocabulary.CONFIDENTIAL_WORDS, case_sensitive=False)
DOCUMENTATION: Final = _compiled(documentation.TITLES, case_sensitive=False)
PHRASED: Final[Mapping[str, re2._Regexp]] = {
    # A name is told by its capitals; the words before the others come in any case.
    kind: _compiled(pattern, case_sensitive=kind == "name")
    for kind, pattern in vocabulary.PHRASED.items()
}


def _header(kind: str, patterns: tuple[str, ...]) -> re2._Regexp:
    around = r"(?:[a-z0-9]+ ){0,3}", r"(?: [a-z0-9]+){0,3}"
    before, after = around if kind in vocabulary.LOOSE_HEADERS else ("", "")
    return _compiled(f"^{before}(?:{'|'.join(patterns)}){after}$")


NOT_BSN_HEADER: Final = _header("rsin", vocabulary.NOT_BSN_HEADERS)
WEAK_NAME_HEADER: Final = _header("weak", vocabulary.WEAK_NAME_HEADERS)
HEADERS: Final[Mapping[str, re2._Regexp]] = {
    kind: _header(kind, patterns) for kind, patterns in vocabulary.HEADERS.items()
}
