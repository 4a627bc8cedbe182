"""Short notes about one person who is called by initials, by his first name or as a family in the title, and whom the lists of
names do not tell: "HR notitie JdB", "1-op-1 met Daan", "Gezin Bouzid"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from app.detect.content.lexicon import FIRST_NAMES, NOT_NAMES
from app.detect.content.text.piece import Piece
from app.detect.content.text.scan import scan
from app.detect.judging.circumstances import places_of_circumstances
from app.detect.judging.line_by_line import is_about_a_task
from app.domain.finding import SPECIAL_KINDS

NOTE_BYTES: Final = 3_000
TITLE_LINES: Final = 4
_TITLE: Final = (
    rb"[ #*_]{0,6}(?i:(?:(?:hrm?|pz|p&o|verzuim|zorg|sociaal team)[ -]{1,3})?(?:notitie|gesprek|bila(?:teraal)?"
    rb"|1[- ]op[- ]1"
    rb"|one[- ]on[- ]one|1:1|aantekening(?:en)?|notes?|casus|dossier))[ :-]{1,3}(?:(?:met|van|over|inzake|with|on"
    rb"|about) )?"
)
# Those of a body or a paper ("RvB", "PvA") are of nobody.
_INITIALS: Final = re.compile(
    _TITLE + rb"(?!(?:RvB|RvC|RvT|OvJ|BvA|PvA|PvE|MvT|VvE)\b)(?:[A-Z][a-z]{1,3}[A-Z]|(?:[A-Z]\.){2,4})(?![A-Za-z])"
)
_FIRST_NAME: Final = re.compile(_TITLE + rb"([A-Z][a-z]{2,15})(?: ?/ ?([A-Z][a-z]{2,15}))?\b")
_FAMILY: Final = re.compile(
    rb"[ #*_]{0,6}(?i:gezin|familie|fam\.?|huishouden) (?:(?i:van|de|der|den|ter|ten"
    rb"|el) ){0,3}[A-Z][A-Za-z-]{2,40}(?:[ ,(:/-]|$)"
)
_ONE: Final = re.compile(rb"\b(?:mw|mevr|dhr|hij|zij|ze|he|she|betrokkene)\b", re.IGNORECASE)
_RELATIVE: Final = re.compile(
    rb"\b(?:moeder|vader|(?:oudste|jongste|middelste) ?(?:zoon|dochter|kind)?|zoon|dochter|gezin|mother|father|son)\b",
    re.IGNORECASE,
)


def is_note_about_one(lines: Sequence[bytes], is_own: Callable[[bytes], bool]) -> bool:
    """`lines`: folded; `is_own`: whether a name is the consultant's. Whether something private is told in such a note."""
    text = b"\n".join(lines)
    if len(text) > NOTE_BYTES or not any(_is_of_one(line, text, is_own) for line in lines[:TITLE_LINES]):
        return False
    private = b"\n".join(line for line in lines if not is_about_a_task(line))
    return bool(places_of_circumstances(private)) or any(hit.kind in SPECIAL_KINDS for hit in scan(Piece(private)).hits)


def _is_of_one(line: bytes, text: bytes, is_own: Callable[[bytes], bool]) -> bool:
    if _INITIALS.match(line) is not None:
        return _ONE.search(text) is not None
    if _FAMILY.match(line) is not None:
        return _RELATIVE.search(text) is not None
    title = _FIRST_NAME.match(line)
    return title is not None and any(
        _is_first_name(name) and not is_own(name.lower()) and text.count(name) > 1 for name in title.groups() if name
    )


def _is_first_name(word: bytes) -> bool:
    return word.lower() in FIRST_NAMES and word.lower() not in NOT_NAMES
