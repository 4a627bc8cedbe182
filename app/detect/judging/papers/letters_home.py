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
        rf"[ \t]*(?:(?:aan|to):?[ \t]*)?(?:(?:{SALUTATION}|familie|fam\.?|de bewoner(?:s)?(?: van)?|mej\.?"
        rf"|(?:de )?(?:ouders?|verzorgers?|ouders?/verzorgers?|erven)(?: van)?)"
        rf"(?:[ ]?(?:/|en|e/o)[ ]?(?:{SALUTATION}))?)[ \t]+(?P<name>[a-z][^\n,;:]{{2,50}})"
    ).encode(),
    re.IGNORECASE,
)
# Behind the label of who is decided about, his home on the same line.
_INLINE: Final = re.compile(
    (
        r"\W{0,4}(?:bezwaarmaker|verzoek(?:er|ster)|aanvrager|belanghebbende|klager|klaagster|huurder|client"
        r"|cliente|inwoner|debiteur"
        rf"|schuldenaar|betrokkene|jeugdige|ouder|verweerder|gedaagde|appellant|tenant"
        rf"|applicant)\b[ :\t]{{1,6}}(?:{SALUTATION})?[ ]{{0,2}}"
        r"(?P<name>[a-z][a-z .'-]{2,40}), ?[a-z][a-z .'-]{2,40} \d{1,5}[ a-z]{0,4}, ?[1-9]\d{3} ?[a-z]{2}\b"
    ).encode(),
    re.IGNORECASE,
)
_POSTCODE: Final = re.compile(rb"\b[1-9]\d{3} ?[A-Z]{2}\b")
_STREET: Final = re.compile(rb"[A-Za-z'. -]{3,45} \d{1,5} ?(?:[a-z]{1,3}|-\d{1,4})?(?:,.{0,50})?[ \t]*")
_POST_BOX: Final = re.compile(rb"\b(?:postbus|antwoordnummer|p\.?o\.? ?box)\b", re.IGNORECASE)
_REACHED: Final = re.compile(
    rb"\b(?:tel(?:efoon)?|afdeling|team|www|e-?mail|postbus|fax|kvk|iban|bezoekadres)\b|@|\d{4} ?[A-Z]{2}\b|\d{6}",
    re.IGNORECASE,
)
_DEAR: Final = re.compile(rb"[ \t]*(?:geachte|beste|dear)\b", re.IGNORECASE)
_OWED: Final = re.compile(
    rb"\b(?:huur(?:achterstand|schuld|termijn(?:en)?|penningen)?|achterstand(?:en)?|achterstallig[a-z]*|sommatie"
    rb"|aanmaning"
    rb"|deurwaarder|ontruim[a-z]*|kantonrechter"
    rb"|dagvaard[a-z]*|incasso[a-z]*|dwangbevel|vordering|(?:loon)?beslag|betalingsregeling|wanbetal[a-z]*"
    rb"|schuld(?:en)?"
    rb"|niet (?:heeft )?(?:voldaan|betaald|nagekomen)|rent|arrears|bailiff|evict[a-z]*|court|outstanding debt)\b",
    re.IGNORECASE,
)
_GRANTED: Final = re.compile(
    rb"\b(?:uitkering|bijstand[a-z]*|beschikking|toegekend|afgewezen|toekenning|afwijzing|terugvorder[a-z]*"
    rb"|bezwaar|wmo"
    rb"|jeugdwet|pgb|indicatie|huisbezoek|inburgering[a-z]*|kwijtschelding|toeslag|zorgplan|zorgverlening"
    rb"|behandel[a-z]*"
    rb"|spreekuur|bedrijfsarts|(?:ziek|herstel)melding|re-?integratie|verzuim|ontslag|dienstverband"
    rb"|arbeidsovereenkomst"
    rb"|functioneren|waarschuwing|loonstop|sollicitatie|uw (?:kind|zoon|dochter|dossier|functie|salaris|contract)"
    rb"|leerplicht|proces-verbaal|ongeoorloofd|schorsing|verwijdering|overlast|benefit|dismissal"
    rb"|your (?:employment|salary|child|son|daughter|treatment))\b",
    re.IGNORECASE,
)
_YOU: Final = re.compile(rb"\b(?:u|uw|je|jij|jouw|your?)\b", re.IGNORECASE)
_AMOUNT: Final = re.compile(rb"(?:\xe2\x82\xac|\b(?:eur|euro)\b) ?\d", re.IGNORECASE)
_LEAST: Final = 2  # different words of the matter


def is_letter_home(lines: Sequence[bytes], is_own: Callable[[bytes], bool]) -> bool:
    """`lines`: folded; `is_own`: whether a name is the consultant's."""
    names = [name for at in range(min(_OPENING, len(lines))) if (name := _at_home(lines, at)) is not None]
    is_dear = any(_DEAR.match(line) for line in lines)
    inline = [match["name"] for line in lines[:_OPENING] if (match := _INLINE.match(line)) is not None]
    is_dear |= bool(inline)
    names += inline
    if not names or any(is_own(name.lower()) for name in names):
        return False
    text = b"\n".join(lines)
    if not is_dear or _YOU.search(text) is None:
        return False
    owed = {match[0].lower() for match in _OWED.finditer(text)}
    granted = {match[0].lower() for match in _GRANTED.finditer(text)}
    return len(owed | granted) >= _LEAST or (bool(owed) and _AMOUNT.search(text) is not None)


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
