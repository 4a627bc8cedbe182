"""How a person's name is built: first names, initials, what stands before a surname, the surname; and what looks like one and
is a firm, a street or a heading."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Final, NamedTuple

from app.detect.content.lexicon import (
    CLEAR_FIRST_NAMES,
    FIRST_NAMES,
    MILD_FIRST_NAMES,
    NOBODY,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PLACES,
    SURNAMES,
)

# These are `re`, matched at one place each: every part is bounded and starts with another sign, so nothing is tried twice.
# Also with a letter that an old code page or a font did not have: Y?ld?z.
_LETTERS: Final = rb"(?:[a-z]|(?:\?|\xe2\x96\xa0|\xef\xbf\xbd)(?=[a-z])){1,30}"
CAPITALISED: Final = (
    rb"(?:(?:IJ|[A-Z]')?[A-Z]"
    + _LETTERS
    + rb"|IJ[a-z]{2,30}|(?:Mc|Mac|De|Di|La|Le|Van|El)[A-Z][a-z]{1,30}|'s-[A-Z][a-z]{2,30})"
    rb"(?:-[A-Z][a-z]{1,30}){0,2}"
)
PREFIX: Final = (
    rb"(?:[Vv]an(?: (?:der|den|de|het|'t|ter|ten))?|[Vv]on(?: (?:der|den|dem))?|[Vv]\.? ?d\.?|[Vv]/d|d'"
    rb"|(?:[Aa]an|[Ii]n|[Oo]p|[Oo]nder|[Oo]ver|[Uu]it|[Bb]ij|[Vv]oor) (?:den|der|de|het|'t)|[Dd]en|[Dd]er|[Dd]es|[Dd]ella"
    rb"|[Dd]el|[Dd]os|[Dd]as|[Dd]e(?: la| los)?|[Dd]u|[Dd]i|[Dd]a|[Hh]et|'[tT]|[Tt]en|[Tt]er|[Tt]e|[Ll]a|[Ll]e|[Ee]l|[Aa]l"
    rb"|[Aa]it|[Bb]en|[Bb]in|[Aa]bu|[Oo]uld)"
)
_DOUBLE: Final = rb"(?: ?- ?(?:" + PREFIX + rb" )?" + CAPITALISED + rb")?"
INITIALS: Final = rb"(?:(?:[A-Z]|Th|Ch|Chr|Ph|Fr|IJ|Joh|Jac|Wm|Corn)\.[ -]?){1,6}"
SURNAME: Final = re.compile(
    rb"[ ]?(?:(?P<prefix>" + PREFIX + rb") )?(?P<name>" + CAPITALISED + rb")(?P<double>" + _DOUBLE + rb")"
)
MIDDLE: Final = re.compile(rb" (?:" + INITIALS + rb"|[A-Z](?= [A-Za-z]))")
FIRST: Final = re.compile(CAPITALISED)
_LOWER_PREFIX: Final = (
    rb"(?:van(?: (?:der|den|de|het|'t|ter|ten))?|von|(?:aan|in|op|uit) (?:den|der|de|het|'t)|den|der|de|het|'t"
    rb"|ten|ter|te|el|al)"
)
LOWER_SURNAME: Final = re.compile(
    rb" (?:(?P<prefix>" + _LOWER_PREFIX + rb") )?(?P<name>[a-z]{3,30})(?:-[a-z ]{2,30})?\b"
)
UPPER_SURNAME: Final = re.compile(
    rb" (?:(?P<prefix>" + _LOWER_PREFIX.upper() + rb") )?(?P<name>[A-Z]{3,30})(?:-[A-Z ]{2,30})?\b"
)
PREFIX_BEHIND: Final = re.compile(rb"\(?(?:" + PREFIX + rb")\)?(?![A-Za-z])")
IN_SENTENCE: Final = re.compile(rb"\b[a-z]{2,} \Z")  # a word in small letters before
_NEXT_WORD: Final = re.compile(rb"[ ](?:& )?([A-Za-z][A-Za-z.&-]*)")
_LAST_WORD: Final = re.compile(rb"([A-Za-z][A-Za-z.&]*)[ ]?['\"]?\Z")
# Behind the first ones no surname is left; the others end surnames as well, and streets before a number.
_SUREST_STREET_ENDS: Final = (
    b"straat", b"laan", b"plein", b"gracht", b"kade", b"singel", b"steeg", b"dreef", b"plantsoen", b"school", b"college",
    b"museum", b"stichting", b"fonds", b"prijs", b"lezing", b"ziekenhuis", b"kliniek", b"boulevard", b"allee", b"tunnel",
)  # fmt: skip
_STREET_ENDS: Final = (
    *_SUREST_STREET_ENDS, b"weg", b"pad", b"dijk", b"park", b"hof", b"markt", b"brug", b"kerk", b"huis", b"ring", b"hal",
    b"zaal", b"toren", b"poort", b"berg", b"veld", b"kamp",
)  # fmt: skip
_NAMES_ALL_THE_SAME: Final = frozenset(b"bos dijk meer hof molen staal brug klooster zee kamp bouw tuin".split())
# Before a name these make it a street, a school, a law, a saint.
_NO_PERSON_AFTER: Final = frozenset(
    b"sint st. st wet prins prinses koning koningin keizer keizerin graaf basisschool school stichting firma bedrijf huize"
    b" ziekenhuis kliniek kasteel landgoed kerk museum theater zaal vergaderzaal straat laan plein lyceum college hogeschool"
    b" universiteit methode model project programma commissie wet-van rapport pand gebouw locatie restaurant cafe hotel"
    b" brouwerij bakkerij slagerij garage winkel merk aan-de".split()
)
# Words of organisations that stand before what they belong to: behind a person they are the next thing on the line.
_LEADING: Final = frozenset(
    b"gemeente gemeenten provincie ministerie stichting vereniging afdeling team waterschap dienst sector bureau cluster"
    b" domein raad commissie werkgroep stuurgroep projectgroep loket balie secretariaat politie rijk staat regio unit zorg"
    b" belastingdienst huis zaal gebouw locatie station kamer directie bestuur koepel".split()
)
_LEGAL_FORMS: Final = frozenset(b"b.v. b.v bv n.v. n.v nv v.o.f. vof inc ltd llc gmbh s.a. e.v. co".split())


# Of one person, who puts them behind the own name.
_TRADES: Final = frozenset(
    b"interim advies consultancy coaching training fotografie zzp freelance tekst teksten vertalingen administratie klussen"
    b" onderhoud bouwadvies organisatieadvies loopbaancoaching fysiotherapie hoveniers tuinontwerp webdesign design".split()
)


def _is_full_name(text: bytes, start: int, end: int) -> bool:
    """Whether a first name of the list stands before the surname, at the beginning of a line."""
    words = text[start:end].lower().split()
    return (
        len(words) > 1
        and words[0] in CLEAR_FIRST_NAMES
        and is_known(words[-1])
        and text[start - 1 : start] in (b"", b"\n")
    )


class Strength(IntEnum):
    """How sure a name is. A weak one counts beside others or in a document about persons."""

    NONE = 0
    WEAK = 1
    SURE = 2


class Surname(NamedTuple):
    """A surname in the text. `core`: the first word after what stands before it, in lower case."""

    start: int
    end: int
    prefix: bytes
    core: bytes
    word_end: int


def surname_at(text: bytes, pos: int) -> Surname | None:
    """The surname that begins at `pos`, or one space further."""
    match = SURNAME.match(text, pos)
    if match is None or text[match.end() : match.end() + 1].isalnum():
        return None
    return Surname(
        match.start("prefix") if match["prefix"] else match.start("name"),
        match.end(),
        (match["prefix"] or b"").lower(),
        match["name"].lower(),
        match.end("name"),
    )


def surname_behind(text: bytes, end: int) -> Surname | None:
    """The surname after a first name, past other first names and initials."""
    for _ in range(4):
        middle = MIDDLE.match(text, end)
        if middle is not None:
            end = middle.end() - (text[middle.end() - 1 : middle.end()] == b" ")
        elif text[end : end + 1] != b" ":
            return None
        surname = surname_at(text, end)
        if surname is None:
            return None
        if surname.prefix or surname.core not in FIRST_NAMES:
            return surname
        further = surname_at(text, surname.end) if text[surname.end : surname.end + 1] in (b" ", b".") else None
        if further is None or (not further.prefix and not could_be_surname(further.core)):
            return surname if surname.core in SURNAMES else None
        end = surname.end
    return None


def upper_surname_at(text: bytes, pos: int) -> Surname | None:
    """`DE VRIES`: a surname of the list in capitals."""
    match = UPPER_SURNAME.match(text, pos - (text[pos - 1 : pos] == b" "))
    if match is None or match["name"].lower() not in SURNAMES:
        return None
    prefix = (match["prefix"] or b"").lower()
    return Surname(match.start() + 1, match.end("name"), prefix, match["name"].lower(), match.end("name"))


def is_known(core: bytes) -> bool:
    """Whether a surname, or a half of a double one, is in the list, or ends as those of the north do: "Hoeksma"."""
    return any(half in SURNAMES or _is_northern(half) for half in core.split(b"-"))


# Words with these ends that are no names.
_NO_NORTHERN: Final = frozenset(
    b"schema thema systema cinema charisma plasma prisma trauma orkestra extra ultra mantra tantra contra magma aroma plasma"
    b" enigma stigma sigma dogma anathema eczema probleema oedema emphysema enema intra infra lutra sutra nostra".split()
)
_NORTHERN: Final = (b"stra", b"sma", b"inga", b"enga", b"ema", b"jouwer", b"ringa")
_NORTHERN_LEAST: Final = 6


def _is_northern(core: bytes) -> bool:
    return core.endswith(_NORTHERN) and len(core) >= _NORTHERN_LEAST and core not in _NO_NORTHERN | NOT_NAMES


def is_no_person(text: bytes, start: int, end: int, core: bytes) -> bool:
    """Whether what stands around makes a name that of a firm, a building, a street or a law."""
    before = _LAST_WORD.search(text, max(0, start - 24), start)
    if before is not None:
        word = before[1]
        if word.lower() in _NO_PERSON_AFTER or (word[:1].isupper() and word.lower() in ORGANISATION_WORDS):
            return True
    after = _NEXT_WORD.match(text, end)
    if after is not None:
        word = after[1].lower()
        if word in _TRADES and _is_full_name(text, start, end):
            return False
        if word in _LEGAL_FORMS or text[end : end + 3] == b" & ":
            return True
        if after[1][:1].isupper() and word.rstrip(b".") in ORGANISATION_WORDS and word not in _LEADING:
            return True
    if core.endswith(_SUREST_STREET_ENDS) and core not in SURNAMES:
        return True
    return core.endswith(_STREET_ENDS) and text[end : end + 1] == b" " and text[end + 1 : end + 2].isdigit()


def strength(first: bytes, surname: Surname, *, starts_sentence: bool) -> Strength:
    """Of a first name (lower case, of the list) with what follows it."""
    core, prefix = surname.core, surname.prefix
    if (first, core) in NOBODY:
        return Strength.NONE
    if core in ORGANISATION_WORDS and not prefix and core not in _NAMES_ALL_THE_SAME:
        return Strength.WEAK
    if is_known(core):
        return Strength.SURE if core not in NOT_NAMES or first in CLEAR_FIRST_NAMES or prefix else Strength.WEAK
    if core in NOT_NAMES and not (prefix and first in CLEAR_FIRST_NAMES):
        return Strength.NONE
    if first in CLEAR_FIRST_NAMES:
        return Strength.SURE
    if first in MILD_FIRST_NAMES:
        return Strength.WEAK if starts_sentence and not prefix else Strength.SURE
    return Strength.WEAK if prefix else Strength.NONE


def could_be_surname(core: bytes, prefix: bytes = b"") -> bool:
    """Of a word with a capital after a title, initials or a label. `prefix`: what stands before it, "van" of a place."""
    if core in SURNAMES or (prefix.startswith(b"van") and core in PLACES):
        return True
    return core not in NOT_NAMES and not core.endswith(_SUREST_STREET_ENDS)


def starts_sentence(text: bytes, start: int) -> bool:
    """Whether a capital at `start` may be one of a sentence, a line or a list."""
    before = text[max(0, start - 3) : start].rstrip(b" \t\"'(*")
    return not before or before[-1:] in b".:!?\n\r-|>;"


def key_of(first: bytes, surname: Surname | None) -> bytes:
    """The canonical form of a name: lower case, single spaces."""
    parts = [first, surname.prefix, surname.core] if surname is not None else [first]
    return b" ".join(part for part in parts if part).lower()
