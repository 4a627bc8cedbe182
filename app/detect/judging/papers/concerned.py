"""Whom a title or the reference of a letter is about: "Overzicht schulden dhr. D. de Vries", "Betreft: mevr. A. de Vries"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

SALUTATION: Final = r"de heer|de hr\.?|dhr\.?|heer|mevrouw|mevr\.?|mw\.?|mr\.?|mrs\.?|ms\.?"


def _compiled(pattern: str) -> re.Pattern[bytes]:
    return re.compile(pattern.encode(), re.IGNORECASE)


_TITLES: Final = 4  # lines in which a title stands
_ENTITLED: Final = _compiled(rf"([a-z][a-z /-]{{5,50}}) (?:{SALUTATION})\s{{1,3}}([a-z][a-z .'-]{{2,40}})")
_TO_OR_BY: Final = _compiled(
    r"\b(?:aan|t\.?a\.?v|geachte|beste|dear|door|namens|van|met|en|by|from|to|with|and|opgesteld|contact|notulist"
    r"|voorzitter)\b"
)
# With a salutation, or a birth date behind it: a letter may concern an offer, too.
_CONCERNS: Final = _compiled(
    r"[^a-z0-9\n]{0,4}(?:betreft|betr\.?|inzake|re|regarding|concerns?|pati[ \w]{2,8}|onderwerp)[ :.\t]{1,4}"
    rf"((?:{SALUTATION})\s{{1,3}}[^,;\t\n(]{{2,60}}|[^,;\t\n(]{{2,60}}(?=,? ?(?:\(|geb\.?|geboren|born"
    rf"|d\.?o\.?b\.?)?[ :]{{0,3}}\d{{1,2}}[-/ .]\w{{1,9}}[-/ .]\d{{4}}))"
)
_SALUTED: Final = _compiled(rf"^(?:{SALUTATION})\s{{1,3}}")


def concerned(lines: Sequence[bytes]) -> Iterator[bytes]:
    """What stands where the name would. `lines`: folded, the first of a document."""
    for line in lines[:_TITLES]:
        entitled = _ENTITLED.fullmatch(line.rstrip(b"\t; "))
        if entitled is not None and _TO_OR_BY.search(entitled[1]) is None:
            yield entitled[2]
    for line in lines:
        match = _CONCERNS.match(line)
        if match is not None:
            yield _SALUTED.sub(b"", match[1])
