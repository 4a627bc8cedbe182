"""Names of persons by titles and initials, by what stands before a surname, and by how somebody is introduced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from app.detect.content.expressions import compiled
from app.detect.content.lexicon import CLEAR_FIRST_NAMES, CLEAR_SURNAMES, FIRST_NAMES, NOT_NAMES, SURNAMES
from app.detect.content.text import name_shape as shape
from app.detect.content.text.anchors import MENTION
from app.detect.content.text.piece import Hit, Piece

_TITLES: Final = compiled(
    r"\b(?:[Dd]e [Hh]eer|[Hh]eer|[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Dd]hr\.?|[Hh]r\.|[Dd]rs\.?|[Ii]ng\.|[Ii]r\.|[Mm]r\.|[Pp]rof\.?"
    r"|[Dd]r\.|[Dd]s\.|[Mm]eneer|[Mm]ej\.|[Mm]ejuffrouw|[Jj]hr\.|[Ff]am\.|[Ff]amilie|Mr|Mrs\.?|Ms\.?|Miss|Herr|Frau|Dr"
    r"|[Ww]ethouder|[Bb]urgemeester|[Nn]otaris|[Mm]inister|[Ss]taatssecretaris|[Cc]ollega|[Bb]edrijfsarts|[Hh]uisarts"
    r"|[Dd]okter|[Pp]sycholoog|[Ww]ijkagent|[Aa]rts|[Bb]uurman|[Bb]uurvrouw|[Oo]om|[Tt]ante|[Jj]uf|[Mm]eester|[Zz]uster"
    r"|[Rr]echter|[Aa]dvocaat|[Dd]ocent|[Cc]asemanager|[Tt]eamleider|[Vv]oorzitter|[Ss]ecretaris"
    r"|[Tt]\.?[Aa]\.?[Vv]\.?|[Tt]er attentie van|[Tt]\.?n\.?v\.?|op naam van) "
)
# Titles that ordinary words, functions and streets also follow: there the surname must be known or have its prefix.
_LOOSE_TITLES: Final = (
    b"familie", b"weth", b"burg", b"nota", b"mini", b"staa", b"coll", b"bedr", b"huis", b"dokt", b"psyc", b"wijk", b"arts",
    b"buur", b"oom", b"tant", b"juf", b"mees", b"zust", b"rech", b"advo", b"doce", b"case", b"team", b"voor", b"secr", b"mr ",
    b"dr ",
)  # fmt: skip
_MORE_TITLES: Final = re.compile(
    rb"(?:(?:[Dd]rs|[Ii]ng|[Ii]r|[Mm]r|[Pp]rof|[Dd]r|[Dd]s|[Jj]hr|[Dd]hr|[Mm]w|[Mm]evr)\.? |[Mm]evrouw |[Dd]e heer ){0,4}"
)
_INITIALS: Final = compiled(r"\b(?:(?:[A-Z]|Th|Ch|Chr|Ph|Fr|IJ|Joh|Jac|Wm|Corn)\.[ -]?){1,6}(?:[A-Z'vdtelbioau])")
_WRAP: Final = re.compile(rb" ?(?:van(?: de[rn]?)?|de|den|der|ter|ten|el)\n(?=[A-Z][a-z])")
_SURNAME_BYTES = 100
_BARE_INITIALS: Final = re.compile(rb"(?!II|IT|HR|EN)[A-Z]{1,4} (?=[A-Zvdtel'])")
_INITIALS_AT: Final = re.compile(shape.INITIALS)
_NO_INITIALS: Final = frozenset(
    b"bv nv cv vof us usa uk vs eu vn ps nb pm am po dd tav mbt svp aub ntb io wo qq ed sa la kvk wa ai bw pc ad bc".split()
)
_LEGAL_FORMS: Final = frozenset(b"bv nv cv vof".split())
_SURNAME_INITIALS: Final = compiled(
    r"\b(?:[A-Z][a-z]{1,30}|IJ[a-z]{2,30})(?:-[A-Z][a-z]{1,30})?, ?(?:(?:[A-Z]|Th|Ch|Joh)\. ?){1,5}"
)
# Somebody who is introduced: by birth, number or home.
_INTRODUCED: Final = compiled(
    r"\b(?:[A-Z][A-Za-z'-]{1,25} |[A-Z]\. ?|(?:van|de|der|den|het|'t|ten|ter|te|el|al|von|op|aan"
    r"|in) ){1,6}[A-Z][A-Za-z'-]{1,30} ?"
    r"[,(]? ?\(?(?:geboren|geb\.|geb |b\.?s\.?n\b|burgerservicenummer|wonende|woonachtig|personeelsnummer"
    r"|pers\.? ?nr|born)",
)
_INTRODUCTION_TAIL: Final = re.compile(rb" ?[,(]? ?\(?(?:geb|b\.?s\.?n|burger|won|woon|pers|born).*", re.DOTALL)
_WITH_PREFIX: Final = compiled(
    r"\b[A-Z][a-z]{1,20}(?:-[A-Z][a-z]{1,20})? (?:van (?:der|den|de|'t|het) |van |de |den |der |ter |ten |el |von )"
    r"[A-Z][a-z]{2,25}\b"
)


_NUMBERED_WITH_LETTERS: Final = frozenset(
    b"bijlage optie variant artikel lid onderdeel tabel scenario categorie groep fase klasse type sub punt deel blok perceel"
    b" alternatief vitamine hepatitis influenza schaal zone kolom rij component module team gebouw vleugel klas les bron figuur"
    b" appendix option annex section part table".split()
)
_NO_FIRST_NAME_ENDS: Final = (
    b"ing", b"heid", b"erij", b"schap", b"tie", b"ment", b"bedrijf", b"huis", b"groep", b"dienst", b"straat", b"laan", b"weg",
    b"plein", b"school", b"zorg", b"bouw", b"handel", b"winkel", b"fonds", b"prijs", b"wet", b"zaak", b"baan", b"makers",
    b"kantoor",
)  # fmt: skip

_SUBJECT: Final = compiled(
    r"(?:^|\n|[.:;>*-] )[ ]{0,3}[A-Z][a-z]{2,20}(?: (?:van|de|der|den|het|'t|ten|ter|te|el|al|op|in)){0,3} [A-Z][a-z]{2,25}"
    r"(?:-[A-Z][a-z]{2,25})? (?:is|was|heeft|had|werd|kreeg|krijgt|wil|vraagt|meldt|woont|werkt|gaat|komt|zit|ligt|lijdt"
    r"|gebruikt|draagt|slikt|staat|laat|voelt|has|had)\b"
)
_SURE_PREFIXES: Final = frozenset([b"den", b"ten", b"ter", b"van den", b"van der"])  # "mevrouw den Hoofd"
TRIGGERS: Final = (_TITLES, _INITIALS, _SURNAME_INITIALS, _INTRODUCED, _WITH_PREFIX, _SUBJECT)


def find_titled_names(piece: Piece) -> Iterator[Hit]:
    """By what stands before or behind a name. Unsure: what is a name only beside others."""
    yield from _by_title(piece)
    yield from _by_initials(piece)
    yield from _by_prefix(piece)
    yield from _introduced(piece)
    yield from _mentioned(piece)


def _by_title(piece: Piece) -> Iterator[Hit]:
    text = piece.text
    for start, end in piece.matches(_TITLES):
        title = text[start:end].lower()
        more = _MORE_TITLES.match(text, end)
        end = more.end() if more is not None else end
        first, surname = _after_title(text, end)
        if surname is None or not (
            first or surname.prefix in _SURE_PREFIXES or shape.could_be_surname(surname.core, surname.prefix)
        ):
            continue
        if shape.is_no_person(text, end, surname.word_end, surname.core) or not _has_end(text, surname.end):
            continue
        if title.startswith(b"t") and surname.core.endswith(_NO_FIRST_NAME_ENDS):
            continue  # a department
        is_loose = title.startswith(_LOOSE_TITLES)
        known = (
            bool(first)
            or shape.is_known(surname.core)
            or (bool(surname.prefix) and not surname.prefix.startswith(b"van"))
        )
        if not is_loose or known or surname.core in CLEAR_FIRST_NAMES:
            yield Hit("name", end, surname.end, shape.key_of(first, surname))


def _after_title(text: bytes, end: int) -> tuple[bytes, shape.Surname | None]:
    """First name or initials, if any, and the surname."""
    initials = _INITIALS_AT.match(text, end)
    if initials is not None:
        wrap = _WRAP.match(text, initials.end())
        if wrap is not None:  # a line ends behind "mevrouw S.M. van"
            text = text[: wrap.end() - 1] + b" " + text[wrap.end() : wrap.end() + _SURNAME_BYTES]
        return initials.group().strip(), shape.surname_at(text, initials.end())
    bare = _BARE_INITIALS.match(text, end)
    if bare is not None:
        return bare.group().strip(), shape.surname_at(text, bare.end())
    surname = shape.surname_at(text, end)
    if surname is None or surname.prefix or surname.core not in FIRST_NAMES:
        return b"", surname
    behind = shape.surname_behind(text, surname.end)
    return (surname.core, behind) if behind is not None else (b"", surname)


def _has_end(text: bytes, end: int) -> bool:
    return text[end : end + 1] not in (b"@", b"_", b"/") or text[end : end + 1] == b"/"


def _by_initials(piece: Piece) -> Iterator[Hit]:
    text = piece.text
    for start, _ in piece.matches(_INITIALS):
        initials = _INITIALS_AT.match(text, start)
        if initials is None or text[start - 1 : start] in (b".", b"-", b"@", b"_"):
            continue
        letters = initials.group().translate(None, b". -").lower()
        surname = shape.surname_at(text, initials.end()) or shape.upper_surname_at(text, initials.end())
        if surname is None or not shape.could_be_surname(surname.core, surname.prefix):
            continue
        if letters in _NO_INITIALS and (
            letters in _LEGAL_FORMS or not (surname.prefix and shape.is_known(surname.core))
        ):
            continue
        if shape.is_no_person(text, start, surname.word_end, surname.core):
            continue
        is_listed = shape.is_known(surname.core) and (
            surname.core not in NOT_NAMES or not shape.starts_sentence(text, start)
        )
        sure = is_listed or bool(surname.prefix) or initials.group().count(b".") > 1 or _is_mentioned(text, start)
        yield Hit("name", start, surname.end, shape.key_of(initials.group().strip(), surname), sure=sure)
    for start, end in piece.matches(_SURNAME_INITIALS):
        core = text[start:end].partition(b",")[0].lower()
        prefix = shape.PREFIX_BEHIND.match(text, end)
        is_written_so = core in SURNAMES and (prefix is not None or text.count(b".", start, end) > 1)
        if core in NOT_NAMES and core not in CLEAR_SURNAMES and not is_written_so:
            continue
        sure = shape.is_known(core) or prefix is not None
        yield Hit(
            "name", start, prefix.end() if prefix is not None else end, text[start:end].strip().lower(), sure=sure
        )


def _is_mentioned(text: bytes, start: int) -> bool:
    """`door M. Rek`: initials in a sentence; "bijlage M. Overzicht" is none."""
    before = shape.IN_SENTENCE.search(text, max(0, start - 20), start)
    return before is not None and before.group().strip() not in _NUMBERED_WITH_LETTERS


def _by_prefix(piece: Piece) -> Iterator[Hit]:
    """`Xanthe van der Meulen`: no first name of the list, a surname of it."""
    text = piece.text
    for start, end in piece.matches(_WITH_PREFIX):
        first, _, rest = text[start:end].partition(b" ")
        core = rest.rpartition(b" ")[2].lower()
        lower = first.lower()
        if (
            core not in CLEAR_SURNAMES
            or lower in NOT_NAMES
            or lower in FIRST_NAMES
            or lower.endswith(_NO_FIRST_NAME_ENDS)
        ):
            continue
        if not shape.is_no_person(text, start, end, core):
            yield Hit("name", start, end, text[start:end].lower(), sure=False)


def _mentioned(piece: Piece) -> Iterator[Hit]:
    """`Xanthe Quispel is ...`: not in any list, so a person only where something is told that is told of persons."""
    for start, end in piece.matches(_SUBJECT):
        written = piece.text[start:end].lstrip(b"\n.:;>* -").rpartition(b" ")[0]
        words = [word.lower() for word in written.split() if word[:1].isupper()]
        if words and all(map(shape.could_be_surname, words)) and not words[0].endswith(_NO_FIRST_NAME_ENDS):
            yield Hit(MENTION, end - len(written), end, written.lower(), sure=False)


def _introduced(piece: Piece) -> Iterator[Hit]:
    """`Pieternel Schipper, geboren 8 mei 1990`"""
    for start, end in piece.matches(_INTRODUCED):
        written = _INTRODUCTION_TAIL.sub(b"", piece.text[start:end])
        words = [word for word in written.split() if word[:1].isupper()]
        named = [word.lower() for word in words if len(word) > 2]
        if all(word.isupper() for word in words) and not (named and named[-1] in SURNAMES and named[0] in FIRST_NAMES):
            continue
        if not (2 <= len(words) <= 5 and named and all(map(shape.could_be_surname, named))):
            continue
        if not shape.is_no_person(piece.text, start, start + len(written), named[-1]):
            yield Hit("name", start, start + len(written), b" ".join(written.lower().split()))
