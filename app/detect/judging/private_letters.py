"""Letters and mails that somebody writes for himself, from home: an objection, a complaint, an application.

They have few kinds of data and no words that are private by themselves. What tells them is who writes: a person above or before
his own address, without an organisation, who asks or tells something in the first person.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from app.detect.content.lexicon import ORGANISATION_WORDS
from app.detect.content.text.piece import Hit, Piece
from app.detect.content.text.scan import scan
from app.detect.judging.hosts import is_free_mail

_FIRST_PERSON: Final = re.compile(rb"\b(?:ik|mijn|mij|i|my|ondergetekende)\b", re.IGNORECASE)
_MATTER: Final = re.compile(
    rb"\b(?:bezwaar(?:schrift)?|zienswijzen?|(?:in|hoger) beroep|klacht(?:en|brief)?|overlast|uitkering|bijstand"
    rb"|toeslag|kwijtschelding"
    rb"|betalingsregeling|huur(?:achterstand|woning|toeslag)?|woning|urgentie|schuld(?:en|hulp)?|vergunning"
    rb"|parkeer[a-z]*|wmo|pgb|jeugdzorg"
    rb"|thuiszorg|mantelzorg|bsn|burgerservicenummer|sollicit[a-z]+|vacature|selectiecommissie|motivatie(?:brief)?"
    rb"|mijn brief|zoek ik een (?:andere |nieuwe )?baan|uw advertentie|cv|belangstelling"
    rb"|mijn (?:kind(?:eren)?|zoon|dochter|man|vrouw|partner|moeder|vader|buren|buurman|buurvrouw|gezin|situatie"
    rb"|gezondheid|dossier)"
    rb"|objections?|object to|complaints?|complain|apply(?:ing)?|application|vacancy|position of|benefits?|appeal"
    rb"|my (?:son|daughter|wife"
    rb"|husband|mother|father|child(?:ren)?|neighbou?rs?|landlord|rent|illness|situation|cv|resume))\b",
    re.IGNORECASE,
)
_APPLIES: Final = re.compile(
    rb"\b(?:sollicit[a-z]+|vacature|open sollicitatie|motivatie(?:brief)?|functie van|apply(?:ing)? for|application for"
    rb"|my application|the position of|the role of)\b",
    re.IGNORECASE,
)
_SEEKS_STAFF: Final = re.compile(
    rb"\b(?:wij zoeken|we zoeken|wij bieden|wat bieden wij|wie ben jij|jouw profiel|we are looking for|what we offer)\b",
    re.IGNORECASE,
)
_OFTEN: Final = 2
_MOBILE: Final = re.compile(rb"(?:\+31|0031|\b0)[ -]?\(?0?\)?6[ -]?(?:\d[ -]?){7}\d")
_QUOTED: Final = re.compile(rb"^(?:> ?)+", re.MULTILINE)
_BETWEEN: Final = re.compile(
    rb"[ \t]*(?:\([^()\n]{1,30}\))?[ \t]*[,\n|][ \t\n]*\Z"
)  # a name directly before its address
_AROUND: Final = 60  # bytes before a name, in which an organisation's would stand


def is_private_letter(lines: Sequence[bytes], is_own: Callable[[bytes], bool]) -> bool:
    """`lines`: folded, of running text; `is_own`: whether a name is the consultant's, who writes letters, too."""
    text = _QUOTED.sub(b"", b"\n".join(lines))
    if _FIRST_PERSON.search(text) is None or _MATTER.search(text) is None:
        return False
    writers = list(_at_home(text, scan(Piece(text)).hits))
    return bool(writers) and not any(is_own(name.value) for name in writers)


def is_application(lines: Sequence[bytes], is_own: Callable[[bytes], bool]) -> bool:
    """Whether somebody applies for a job who can be reached in private. `lines`, `is_own`: as above."""
    text = _QUOTED.sub(b"", b"\n".join(lines))
    if (
        _APPLIES.search(text) is None
        or len(_FIRST_PERSON.findall(text)) < _OFTEN
        or _SEEKS_STAFF.search(text) is not None
    ):
        return False
    hits = list(scan(Piece(text)).hits)
    names = [hit for hit in hits if hit.kind == "name"]
    hosts = [hit.value.rpartition(b"@")[2].decode("ascii", "replace") for hit in hits if hit.kind == "email"]
    # Who looks for staff writes from work, and may be called on the way.
    is_reached = any(map(is_free_mail, hosts)) or (not hosts and _MOBILE.search(text) is not None)
    return is_reached and bool(names) and not any(is_own(name.value) for name in (names[0], names[-1]))


def _at_home(text: bytes, hits: Iterable[Hit]) -> Iterator[Hit]:
    """The names that stand directly before an address, on the line above it or on the same one."""
    found = list(hits)
    names = {hit.end: hit for hit in found if hit.kind == "name"}
    for address in (hit for hit in found if hit.kind == "address"):
        before = text[max(0, address.start - _AROUND) : address.start]
        gap = _BETWEEN.search(before)
        name = names.get(address.start - len(before) + gap.start()) if gap is not None else None
        if name is not None and not _has_organisation(text, name):
            yield name


def _has_organisation(text: bytes, name: Hit) -> bool:
    above = text[max(0, name.start - _AROUND) : name.start].rsplit(b"\n", 2)[-2:]
    return any(word.strip(b".,").lower() in ORGANISATION_WORDS for line in above for word in line.split())
