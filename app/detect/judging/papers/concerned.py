"""Whom a title or the reference of a letter is about: "Overzicht schulden dhr. D. de Vries", "Betreft: mevr. A. de Vries"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.detect.content.people import is_likely

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
# "Casus gezin Brandsma": of a family, or of a name that is known.
_CASE: Final = re.compile(
    rb"\W{0,4}(?P<kept>(?:[Cc]asus(?:bespreking|notitie|overleg)?|[Dd]ossier|[Gg]ezinsplan|[Nn]otitie|[Vv]erslag"
    rb"|MDO)[ :-]{1,3})?"
    rb"(?P<family>(?:[Gg]ezin|[Ff]amilie|[Ff]am\.) )?"
    rb"(?P<name>(?:[a-z']{1,4} ){0,3}[A-Z][a-z'-]{2,20}(?:[ -][A-Z][a-z'-]{2,20}){0,2})"
)
_SALUTED: Final = _compiled(rf"^(?:{SALUTATION})\s{{1,3}}")


def concerned(lines: Sequence[bytes]) -> Iterator[bytes]:
    """What stands where the name would. `lines`: folded, the first of a document."""
    for line in lines[:_TITLES]:
        entitled = _ENTITLED.fullmatch(line.rstrip(b"\t; "))
        if entitled is not None and _TO_OR_BY.search(entitled[1]) is None:
            yield entitled[2]
    for line in lines[:_TITLES]:
        match = _CASE.fullmatch(line.rstrip())
        if match is not None and _is_case(match):
            yield match["name"]
    for line in lines:
        match = _CONCERNS.match(line)
        if match is not None:
            yield _SALUTED.sub(b"", match[1])


def _is_case(match: re.Match[bytes]) -> bool:
    is_known = match["kept"] is not None and is_likely(match["name"].decode("utf-8", "replace"))
    return match["family"] is not None or is_known
