"""Whether a word is told of somebody, or stands in a rule, a form or a heading.

Each sign in the sentence and around it has a weight; together they decide. One word says nothing: "burn-out" is the subject
of a course as well as what somebody has.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from app.detect.content.expressions import compiled
from app.detect.content.lexicon import ILLNESSES, MEDICINES, NOT_NAMES
from app.detect.content.text.anchors import Anchors
from app.detect.content.text.carried_on import goes_on
from app.detect.content.text.dates import DATE
from app.detect.content.text.piece import Piece

NEAR = 400  # bytes around the sentence in which a person belongs to the same subject
TOLD_FROM = 4  # points
MAYBE_FROM = 3

_OF_ONE: Final = compiled(
    r"\b(?:hij|zij|ze|hem|haar|zijn|mevrouw|meneer|mw|dhr|mevr|betrokkene|client|cliente|patient|patiente|pt|verzekerde"
    r"|werknemer|werkneemster|medewerkster|medewerker|leerling|uw|u|jouw|je|jij|ik|you|mijn|mij|me|he|she|his|her"
    r"|him|my|your"
    r"|vader|moeder|zoon|dochter|echtgenoot|echtgenote|kind)\b",
    any_case=True,
)
_GENERIC: Final = compiled(
    r"\b(?:indien|wanneer|mits|tenzij|(?:iedere?|elke?) (?:medewerker|werknemer|client|patient|inwoner|leerling"
    r"|deelnemer|collega|persoon)|bij ziekte|in geval van|"
    r"medewerkers|werknemers|clienten|patienten|leerlingen|personen|mensen|inwoners|deelnemers|alle"
    r"|beleid|protocol"
    r"|procedure|procedures|proces|processen|regeling|reglement|richtlijn(?:en)?|wetgeving|artikel|lid \d|(?-i:veld)"
    r"|velden|scherm"
    r"|module|systeem|applicatie|koppeling|formulier|rapportage|registreert|registreren|registratie|gegevens over"
    r"|mogelijkheid"
    r"|workshop|lezing|webinar|podcast|e-learning|symposium|congres|campagne|themadag|cursus|training|thema"
    r"|onderwerp|voorlichting|presentatie|onderzoek naar|preventie|project|gemiddeld[e]?"
    r"|percentage|cijfers|aantal|voorbeeld|bijvoorbeeld|zoals|fictief|geen enkele|(?:wordt|raakt|mocht|als|wanneer"
    r"|zodra) u|employees|policy|incidence|prevalence|mortality|population|cohort|odds ratio"
    r"|quartiles?|per 100[,.]?000|(?:death|infection|survival|unemployment) rates?|et al"
    r"|werkinstructie|de (?:medewerker|werknemer|leidinggevende|manager|gebruiker) (?:meldt|vult|kiest|ontvangt"
    r"|registreert|kan|krijgt"
    r"|levert|neemt|stuurt|voert|bespreekt|geeft|maakt|stelt))\b",
    any_case=True,
)
# Rules say so of everybody; of one who is named they say what he cannot do.
_MODAL: Final = compiled(r"\b(?:dient|dienen|moeten|mogen|kunnen|if|must|should|shall)\b", any_case=True)
_SINCE: Final = compiled(
    r"\b(?:bekend met|gebruikt|slikt|weigert|klaagt|vanwege|wegens|i\.?v\.?m|kreeg|kampt|onderging|hervat(?:ten"
    r"|ting)?|werkhervatting|probleemanalyse|spreekuur|na|sinds|vanaf|per|tot en met|afgelopen|vorige|gisteren"
    r"|vandaag|morgen|deze week|sedert|inmiddels|momenteel|nog steeds"
    r"|al (?:weken|maanden|jaren|enige)|(?:\d+|twee|drie|vier|vijf|zes|acht|tien|twaalf|enkele|paar|half) (?:weken"
    r"|maanden|dagen|jaar|uur)|since|opnieuw|weer|destijds|procent|laatste jaar|in (?:19|20)\d\d"
    r"|januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december)\b|\b\d{1,3} ?%",
    any_case=True,
)


_SUBJECT: Final = re.compile(
    rb"[ -]*([A-Z][a-z]{1,20})(?: (?:van|de|der|den|het|'t|ten|ter|te|el|op|[A-Z][a-z-]{1,20})){0,4} (?:is|was"
    rb"|heeft|had|werd|kreeg|has)\b"
)
_ILLS: Final = frozenset(word.encode() for word in (*ILLNESSES, *MEDICINES))  # "Depression is the leading cause of ..."
# "Why that field is needed: Mo has fled": what stands before the colon is the rule, what follows is the case.
_CASE: Final = re.compile(rb": (?=[A-Z][a-z]{1,20} (?:is|was|heeft|had|werd|kreeg|slikt|ligt|zit|has)\b)")
_ADDRESSED: Final = compiled(r"\b(?:u|uw|je|jij|jouw|jou|you|your)\b", any_case=True)
_ADDRESSED_NEAR = 160


_LABELLED: Final = re.compile(rb"[ *-]*[A-Z][A-Za-z ]{2,25}: ")


class Told(NamedTuple):
    """`points` of evidence; `has_person`: somebody is named or numbered in the sentence or near it."""

    points: int
    has_person: bool
    alone: int  # the points without what a person near by adds
    is_of_one: bool  # the sentence is about one person, or is the value of a label

    @property
    def is_sure(self) -> bool:
        return self.points >= TOLD_FROM and self.has_person and self.is_of_one

    @property
    def is_possible(self) -> bool:
        """In a document about a person whose name stands further away."""
        return self.alone >= MAYBE_FROM


# Notes leave out of whom they are: "Zit in een scheiding en slikt antidepressiva."
_LEFT_OUT: Final = re.compile(
    rb"[ *-]*(?i:zit|is|was|heeft|had|ligt|slikt|gebruikt|kampt|vertelt|krijgt|kreeg|has|takes|suffers|had"
    rb"|opgenomen|uitgevallen|geopereerd|gediagnosticeerd) "
    rb"(?!(?:er|het|dit|dat|de|een|u|je|jij|there|it|this|that|the|you)\b)[a-z]"
)


def _is_of_somebody(sentence: bytes) -> bool:
    """`Xanthe is ...`: a sentence that begins with what may be a name, of no list; or with a verb, after one about a person."""
    if _LEFT_OUT.match(sentence) is not None:
        return True
    match = _SUBJECT.match(sentence)
    return match is not None and match[1].lower() not in NOT_NAMES and match[1].lower() not in _ILLS


def _is_carried_on(piece: Piece, anchors: Anchors, first: int) -> bool:
    """Whether the sentence that begins at `first` goes on about somebody who is named in the one before it."""
    if first < 2 or not goes_on(piece.text, first):
        return False
    return anchors.within(piece.sentence(first - 2, first - 2)[0], first)


_ONESELF: Final = compiled(r"\b(?:ik|mijn|mij|me|i'm|i am|i have|my)\b", any_case=True)
_IF: Final = compiled(r"\b(?:als|indien|wanneer|mocht|zodra|stel|if|when)\b", any_case=True)


def _is_of_oneself(sentence: bytes) -> bool:
    """Whether who writes tells of himself, and no case that may come."""
    return _ONESELF.search(sentence) is not None and _IF.search(sentence) is None


def _clause(text: bytes, first: int, start: int) -> int:
    """Where in its sentence begins what is told of one who may have a name of no list."""
    begins = [match.end() for match in _CASE.finditer(text, first, start) if _is_of_somebody(text[match.end() : start])]
    return begins[-1] if begins else first


def told(piece: Piece, anchors: Anchors, start: int, end: int, *, word: int, is_value: bool = False) -> Told:
    """`word`: how much the words at the place say themselves. `is_value`: they are the value of a form's label."""
    first, last = piece.sentence(start, end)
    first = _clause(piece.text, first, start)
    sentence = piece.text[first:last]
    points = word
    in_sentence = anchors.within(first, last)
    is_near = in_sentence or anchors.within(max(0, first - NEAR), last + NEAR // 2)
    is_of_one = (
        _OF_ONE.search(sentence) is not None
        or _is_of_somebody(sentence)
        or _ADDRESSED.search(piece.text, max(0, first - _ADDRESSED_NEAR), min(len(piece.text), last + _ADDRESSED_NEAR))
        is not None
        or _is_carried_on(piece, anchors, first)
    )
    if is_of_one and not is_value:
        points += 1
    if is_value or _SINCE.search(sentence) is not None or DATE.search(sentence) is not None:
        points += 1
    is_ruled = not (in_sentence or _is_of_somebody(sentence)) and _MODAL.search(sentence) is not None
    if (is_ruled or _GENERIC.search(sentence) is not None) and not anchors.identify(first, last):
        points -= 1 if _is_of_oneself(sentence) else 2
    is_of_one = is_of_one or is_value or in_sentence or _LABELLED.match(sentence) is not None
    return Told(points + in_sentence + is_near, is_near, points, is_of_one)
