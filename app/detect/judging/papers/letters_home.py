"""Letters that an organisation writes a person at his home, on what is between the two: rent that is owed, a benefit, care, his
job. They have no more kinds of data than an envelope, and are as private as a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from app.detect.content.lexicon import ORGANISATION_WORDS
from app.detect.judging.papers.concerned import SALUTATION

_OPENING: Final = 30  # lines
_BELOW: Final = 3  # lines below a name in which the street and the postcode stand
_ADDRESSED: Final = re.compile(
    (
        rf"[ \t]*(?:(?:aan|to):?[ \t]*)?(?:(?:{SALUTATION}|familie|fam\.?|de bewoner(?:s)?(?: van)?|mej\.?)"
        rf"(?:[ ]?(?:/|en|e/o)[ ]?(?:{SALUTATION}))?)[ \t]+(?P<name>[a-z][^\n,;:]{{2,50}})"
    ).encode(),
    re.IGNORECASE,
)
_POSTCODE: Final = re.compile(rb"\b[1-9]\d{3} ?[A-Z]{2}\b")
_STREET: Final = re.compile(rb"[A-Za-z'. -]{3,45} \d{1,5} ?(?:[a-z]{1,3}|-\d{1,4})?(?:,.{0,50})?[ \t]*")
_POST_BOX: Final = re.compile(rb"\b(?:postbus|antwoordnummer|p\.?o\.? ?box)\b", re.IGNORECASE)
_REACHED: Final = re.compile(rb"\b(?:tel(?:efoon)?|afdeling|team|www|e-?mail|postbus|fax|kvk|iban|bezoekadres)\b|@|\d{4} ?[A-Z]{2}\b|\d{6}", re.IGNORECASE)
_DEAR: Final = re.compile(rb"[ \t]*(?:geachte|beste|dear)\b", re.IGNORECASE)
_OWED: Final = re.compile(
    rb"\b(?:huur(?:achterstand|schuld|termijn(?:en)?|penningen)?|achterstand(?:en)?|achterstallig[a-z]*|sommatie|aanmaning"
    rb"|deurwaarder|ontruim[a-z]*|kantonrechter"
    rb"|dagvaard[a-z]*|incasso[a-z]*|dwangbevel|vordering|(?:loon)?beslag|betalingsregeling|wanbetal[a-z]*|schuld(?:en)?"
    rb"|niet (?:heeft )?(?:voldaan|betaald|nagekomen)|rent|arrears|bailiff|evict[a-z]*|court|outstanding debt)\b",
    re.IGNORECASE,
)
_GRANTED: Final = re.compile(
    rb"\b(?:uitkering|bijstand[a-z]*|beschikking|toegekend|afgewezen|toekenning|afwijzing|terugvorder[a-z]*|bezwaar|wmo"
    rb"|jeugdwet|pgb|indicatie|huisbezoek|inburgering[a-z]*|kwijtschelding|toeslag|zorgplan|zorgverlening|behandel[a-z]*"
    rb"|spreekuur|bedrijfsarts|(?:ziek|herstel)melding|re-?integratie|verzuim|ontslag|dienstverband|arbeidsovereenkomst"
    rb"|functioneren|waarschuwing|loonstop|sollicitatie|uw (?:kind|zoon|dochter|dossier|functie|salaris|contract)"
    rb"|leerplicht|schorsing|verwijdering|overlast|benefit|dismissal|your (?:employment|salary|child|son|daughter|treatment))\b",
    re.IGNORECASE,
)
_YOU: Final = re.compile(rb"\b(?:u|uw|je|jij|jouw|your?)\b", re.IGNORECASE)
_LEAST: Final = 2  # different words of the matter


def is_letter_home(lines: Sequence[bytes], is_own: Callable[[bytes], bool]) -> bool:
    """`lines`: folded; `is_own`: whether a name is the consultant's."""
    names = [name for at in range(min(_OPENING, len(lines))) if (name := _at_home(lines, at)) is not None]
    if not names or any(is_own(name.lower()) for name in names):
        return False
    text = b"\n".join(lines)
    if not any(_DEAR.match(line) for line in lines) or _YOU.search(text) is None:
        return False
    owed = {match[0].lower() for match in _OWED.finditer(text)}
    granted = {match[0].lower() for match in _GRANTED.finditer(text)}
    return len(owed | granted) >= _LEAST


def _at_home(lines: Sequence[bytes], at: int) -> bytes | None:
    """The name in a line, when it is a person's above his street and postcode."""
    match = _ADDRESSED.fullmatch(lines[at].rstrip())
    if match is None:
        return None
    below = lines[at + 1 : at + 1 + _BELOW]
    is_firm = at > 1 and _is_addressed_firm(lines[at - 1])  # the first line is the sender's
    is_there = any(_STREET.fullmatch(line) for line in below) and any(_POSTCODE.search(line) for line in below)
    if not is_there or is_firm or any(_POST_BOX.search(line) for line in below):
        return None
    return match["name"]


def _is_addressed_firm(line: bytes) -> bool:
    is_letterhead = _REACHED.search(line) is not None
    return not is_letterhead and any(word.strip(b".,").lower() in ORGANISATION_WORDS for word in line.split())
