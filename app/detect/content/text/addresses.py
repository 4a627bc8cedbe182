"""Postal addresses: street and number, postcode and town, boxes; on one line or several."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from app.detect.content.expressions import any_of, compiled
from app.detect.content.lexicon import TOWNS
from app.detect.content.text.piece import Hit, Piece

_POSTCODE: Final = compiled(r"\b[1-9]\d{3}[ \t\n]{0,2}[A-Z]{2}\b")
# Not given out in the Netherlands: believed behind a street and number only.
_NOT_GIVEN_OUT: Final = frozenset([b"SA", b"SD", b"SS"])
_LOWER_POSTCODE: Final = compiled(r"\b[Pp]ost ?code[^0-9\n]{0,12}[1-9]\d{3} ?[a-z]{2}\b")
_POSTCODE_LABEL: Final = compiled(
    r"(?:post ?code|zip ?code|postal ?code|\bpc\b)(?:nummer)?(?:[ ]?(?:,|/|\ben\b"
    r"|&)[ ]?(?:woon ?)?plaats)?[ :.|\t\"'=\\-]{0,8}\n?$",
    any_case=True,
)
# What a year before two capitals is: a heading, "BEGROTING 2024 EN VERDER", not a postcode.
_HEADING_WORDS: Final = frozenset(
    b"EN OP IN DE TE OF IS ER AF NA OM ZO AL NV BV VS EU UK US PM AM VN CV CA NR KB MB GB TB MW KM CM MM ML KG HP PK NL BE"
    b" IT TM HR PO OR VO SO BO FO TO RO GO HO JA WE IK ME JE HA EC ED".split()
)
_EXAMPLES: Final = frozenset([b"1234AB", b"1234AA", b"1234XX", b"9999ZZ", b"1111AA", b"9999XX"])  # the hint of a form
_LABELS: Final = (
    r"\b(?:(?:woon|huis|post|bezoek|prive|vestigings|correspondentie|factuur|aflever)? ?-?adres(?:gegevens)?|address"
    r"|woonachtig|wonend[e]?|woont|gevestigd|locatie)\b"
)
_SUFFIXES: Final = (
    "straat|str\\.|laan|weg|plein|gracht|kade|dijk|singel|steeg|dreef|plantsoen|hof|park|pad|markt|wal|ring|baan|boulevard"
    "|allee|haven|brink|akker|veld|kamp|burcht|burg|oord|erf|zoom|meent|donk|hoek|eind|einde|poort|kwartier|rede|gaarde"
    "|weide|wijk|berg|horst|bos|heuvel|duin|vliet|sluis|brug|lo|straatje|laantje|pleintje"
)
_STRONG_SUFFIXES: Final = (
    "straat|str\\.|laan|weg|plein|gracht|kade|dijk|singel|steeg|dreef|plantsoen|boulevard|allee|straatje|laantje"
    "|pleintje|hof"
)
_NUMBER: Final = r"\d{1,4}(?: ?-? ?[a-zA-Z]\b| ?[-/] ?\d{1,4}\b| ?-? ?(?:bis|hs|huis|rood|zwart|[IVX]{1,4})\b)?"
_STREET: Final = compiled(
    rf"\b(?:[A-Z'][A-Za-z.'-]{{0,30}} (?:[A-Za-z.'-]{{1,20}} ){{0,3}})?(?:[A-Z][A-Za-z'-]{{1,30}}|[a-z]{{0,10}})"
    rf"(?:{_STRONG_SUFFIXES}) ?{_NUMBER}"
)
_ANY_STREET_BEFORE: Final = compiled(
    rf"(?:[A-Z'][A-Za-z.'-]*(?:[ ][A-Za-z.'-]+){{0,4}}"
    rf"|[a-z]+(?:{_SUFFIXES})"
    rf"|[A-Z][a-z]+ (?:19\d\d|'?40)(?: ?- ?(?:19|')?\d\d)?)[ ,\t\n]{{1,3}}(?:nr\.? ?)?{_NUMBER}"
    r"(?:[ ,;\t\n\r|]|·|•|–){1,6}(?:(?:te|in)[ \n])?$"
)
# A street without a usual ending, of somebody who lives there.
_HOME: Final = compiled(
    r"\b(?:[Ww]onend[e]?|[Ww]oonachtig|[Ww]oont|[Ww]onen|[Vv]erblijvend[e]?|[Vv]erblijft|[Ww]oonadres:?|[Hh]uisadres:?"
    r"|[Pp]rive-?adres:?)[ :,]{1,3}"
    r"(?:te (?:Den |De |'s-|'t )?[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2},? )?"
    r"(?:zelfstandig )?(?:aan |op |in )?(?:de |het )?[A-Z][A-Za-z'. -]{2,40}[ \n]\d{1,4}[a-z]?\b"
    # Between the verb and the street stands with whom, how often, since when.
    r"|\b(?:[Ww]oont|[Ww]oon|[Ww]oonde|[Ww]onen|[Vv]erblijft|[Ll]ogeert|[Vv]erhuis(?:d|t)(?: naar)?|[Ii]ngetrokken|lives)\b"
    r" (?:[A-Za-z0-9']+ ){1,8}(?:aan|op|in|naar|at) (?:de |het |'t )?[A-Z][A-Za-z'.-]{1,25}(?: [A-Za-z'.-]{2,25}){0,3} \d{1,4}"
    r"(?: ?-? ?[A-Za-z\d]{1,3})?\b"
    r"|\b[Ww](?:aar|here) (?:woon je|woont u|woon jij|woont (?:hij|zij|ze)"
    r"|do you live)\??[ :]{1,3}[A-Z][A-Za-z'. -]{2,40} \d{1,4}"
    r"|\b(?:bij [A-Z][a-z]+|bij (?:mij|ons|hem|haar))? ?thuis ?[(:,] ?[A-Z][A-Za-z'. -]{2,40} \d{1,4}[a-z]?\b"
)
# Street, number and town, and nothing else on the line or in the cell; or a town that follows "in" or "te".
_WITH_TOWN: Final = compiled(
    r"(?:^|[\n\t;|:(])[ ]{0,3}(?:[A-Z'][A-Za-z.'-]{1,25} ){1,4}(?:(?:19|20)\d\d )?\d{1,4}(?: ?-? ?[A-Za-z]\b| ?[-/] ?\d{1,4})?"
    r"(?:, ?| in | te |[ ]{2,4}|\t)(?:Den |Den|De |'s-|'t |Sint-"
    r"|St\. )?[A-Z][a-z]{2,25}(?:[ -][A-Za-z]{2,20}){0,3}[ ]?(?:$|[\n\t;|).])"
)
_IN_TOWN: Final = compiled(
    r"\b(?:[A-Z'][A-Za-z.'-]{1,25} )(?:[A-Za-z.'-]{2,20} ){0,3}\d{1,4}(?: ?-? ?[A-Za-z]\b| ?[-/] ?\d{1,4})?,? (?:in|te|uit)"
    r" (?:Den |De |'s-|'t )?[A-Z][a-z]{2,25}"
)
_TOWN_WORD: Final = re.compile(rb"[A-Z][a-z]{2,25}(?=[^A-Za-z]*\Z)")
_THINGS: Final = re.compile(
    rb"\b(?:artikel|lid|versie|fase|zaal|kamer|ruimte|week|groep|klas|release|sprint|bijlage|hoofdstuk|paragraaf|deel|top|plan"
    rb"|dag|les|team|lijn|bus|trein|perron|spoor|gate|schaal|trede|afdeling|unit|blok|januari|februari|maart|april|mei"
    rb"|juni|juli"
    rb"|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec|pagina|stap|nummer|nr|no|id"
    rb"|hal|stand|tafel|vleugel|etage|verdieping|in|op|sinds|rond|na|voor|per|vanaf|tot|medio|begin|eind|circa|alle|fc|vv|sc"
    rb"|code|windows|office|poule|ronde|seizoen|jaargang|editie|factuur|order|project|ticket|case|kwartaal|rij|stoel|stand)\b",
    re.IGNORECASE,
)
# "te 1781 GG Den Helder aan de Kerkweg 132": the town stands before the street.
_STREET_BEHIND: Final = compiled(
    r"^\)?[ ,]{1,2}(?:Den |De |'s-|'t )?[A-Z][a-z]{2,25}(?:[ -][A-Z]?[a-z]{2,20}){0,3},?[ \n](?:aan|op)[ \n](?:de "
    r"|het )?[A-Z][A-Za-z'. -]{2,40} \d"
)
_BOX: Final = compiled(r"\b(?:postbus|p\.?o\.? ?box|antwoordnummer)[ ]?\d{1,6}\b", any_case=True)
_TOWN_BEHIND: Final = compiled(r"^[ ,;\t\n\r|]{1,6}(?:(?:te|in|'s|'t|de|den|het) ?-?)?[A-Z]")
_PLACE_BEHIND: Final = compiled(
    r"^[ ,;\t\n\r|]{0,4}(?:(?:te|in) '?[A-Z]|(?:[A-Z]{1,2}-)?\d{4,5}[ ,]+[A-Z][a-z]|[,;|\t\n][ ]?(?:[A-Z]-?)?\d{4,5} )"
)
_WONEND: Final = compiled(_LABELS + r"[^0-9\n]{0,60}$", any_case=True)
_FOREIGN: Final = compiled(
    r"\b[A-Z][a-z]+(?:strasse|str\.|platz|weg|allee) \d{1,4}[a-z]?,? *\n? *(?:D-)?\d{5} [A-Z][a-z]+"
    r"|\b(?:Rue|Avenue|Boulevard|Chaussee"
    r"|Place) [A-Za-z' -]{3,40},? \d{1,4}[a-z]?,? *\n? *(?:[BF]-)?\d{4,5} [A-Z][a-z]+"
    r"|\b\d{1,4} [A-Z][a-z]+(?: [A-Z][a-z]+)? (?:Street|Road|Lane|Avenue|Drive|Square),? *\n? *[A-Z][A-Za-z ]+,? *\n? *"
    r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
)
_REACH: Final = 90

_STREET_AND_TOWN: Final = any_of(_WITH_TOWN, _IN_TOWN)
_ANY_OTHER: Final = any_of(_BOX, _FOREIGN, _HOME)
TRIGGERS: Final = (_POSTCODE, _STREET, _BOX, _FOREIGN, _HOME, _LOWER_POSTCODE, _STREET_AND_TOWN)


def find_addresses(piece: Piece) -> Iterator[Hit]:
    with_postcode = [hit for span in piece.matches(_POSTCODE) if (hit := _at_postcode(piece, *span)) is not None]
    yield from with_postcode
    yield from _streets(piece, with_postcode)
    for pattern in (_BOX, _FOREIGN, _HOME) if piece.has_where(_ANY_OTHER) else ():
        for start, end in piece.matches(pattern):
            yield Hit("address", start, end, _plain(piece.text[start:end]))
    yield from _of_towns(piece, with_postcode)
    for start, end in piece.matches(_LOWER_POSTCODE):
        is_example = piece.text[end - 7 : end].replace(b" ", b"").upper()[-6:] in _EXAMPLES
        if not is_example and not any(hit.start < end <= hit.end for hit in with_postcode):
            yield Hit("address", start, end, _plain(piece.text[start:end]))


def _of_towns(piece: Piece, with_postcode: list[Hit]) -> Iterator[Hit]:
    """Street, number and town without a postcode: the town is a known one, or the street ends as streets do."""
    starts = [hit.start for hit in with_postcode]
    for start, end in piece.matches(_STREET_AND_TOWN):
        before = bisect_left(starts, end)
        if before and with_postcode[before - 1].end > start:
            continue  # it is part of that address
        written = piece.text[start:end].strip(b"\n\t;|:(). ")
        town = _TOWN_WORD.search(written)
        is_known = town is not None and town.group().lower() in TOWNS
        if (is_known or _STREET.search(written) is not None) and _THINGS.search(written) is None:
            yield Hit("address", start, end, _plain(written))


def _at_postcode(piece: Piece, start: int, end: int) -> Hit | None:
    """A postcode with a street and number before it, a label, or a town behind it and a number near."""
    text = piece.text
    written = text[start:end]
    if text[start - 1 : start] in (b"_", b"#", b"/", b"-") or text[end : end + 1] in (b"_", b"-"):
        return None
    if written[-2:] in _HEADING_WORDS and written[:2] in (b"19", b"20") and not _is_labelled(piece, start):
        return None
    street = _ANY_STREET_BEFORE.search(text[max(0, start - _REACH) : start])
    if street is not None:
        low = max(0, start - _REACH) + street[0]
        return Hit("address", low, end, _plain(text[low:end]))
    if written.replace(b" ", b"") in _EXAMPLES or written[-2:] in _NOT_GIVEN_OUT:
        return None
    if _is_labelled(piece, start) or _has_box(piece, start) or _has_number_behind(piece, end):
        return Hit("address", start, end, _plain(written))
    if _STREET_BEHIND.search(text[end : end + _REACH]) is not None:
        return Hit("address", start, end, _plain(written))
    beside = _street_in_column(piece, start, end)
    if beside is not None:
        return Hit("address", start, end, _plain(beside + b" " + written))
    has_town = _TOWN_BEHIND.search(text[end : end + 30]) is not None
    if has_town and _WONEND.search(text[max(0, start - _REACH) : start]) is not None:
        return Hit("address", start, end, _plain(written))
    return None


# `Kerkweg 12          Periode 03-2026` above `1234 AB Zwolle`: the window of an envelope, other columns beside it.
_IN_COLUMN: Final = re.compile(
    rb"[ \t]*([A-Z'][A-Za-z.'-]+(?: [A-Za-z.'-]+){0,4} \d{1,4}(?: ?-?[A-Za-z]\b)?)(?:[ ]{3,}|\t)"
)


def _street_in_column(piece: Piece, start: int, end: int) -> bytes | None:
    """The street and number that begin the line above a postcode that begins its line."""
    first = piece.text.rfind(b"\n", max(0, start - _REACH), start)
    if first < 0 or piece.text[first + 1 : start].strip() or _TOWN_BEHIND.search(piece.after(end, 30)) is None:
        return None
    above = _IN_COLUMN.match(piece.text, piece.line(first, first)[0], first)
    return None if above is None else above[1]


def _is_labelled(piece: Piece, start: int) -> bool:
    before = piece.before(start, 40)
    if not before and not piece.after(start + 7, 3).strip():  # the value on a line of its own, below its label
        before = piece.text[max(0, start - 40) : start]
    return _POSTCODE_LABEL.search(before) is not None


def _has_box(piece: Piece, start: int) -> bool:
    return _BOX.search(piece.text[max(0, start - 40) : start]) is not None


_NUMBER_BEHIND: Final = compiled(r"^[ ,;\t]{1,4}(?:huis ?(?:nummer|nr)\.?:? ?|nr\.? ?)?\d{1,4}[a-zA-Z]?\b")


def _has_number_behind(piece: Piece, end: int) -> bool:
    """`1234 AB 12`: postcode and number of the house are an address."""
    return piece.text[end - 2 : end] not in _HEADING_WORDS and _NUMBER_BEHIND.search(piece.after(end, 30)) is not None


def _streets(piece: Piece, with_postcode: list[Hit]) -> Iterator[Hit]:
    """Street and number without a postcode of the Netherlands: where a place, a postcode of elsewhere or a label is near."""
    ends = [hit.end for hit in with_postcode]
    for start, end in piece.matches(_STREET):
        known = bisect_left(ends, end)
        if known < len(ends) and with_postcode[known].start < end:
            continue  # it is part of that address
        behind = piece.text[end : end + 40]
        if _PLACE_BEHIND.search(behind) is not None or _WONEND.search(piece.before(start, _REACH)) is not None:
            yield Hit("address", start, end, _plain(piece.text[start:end]))


def _plain(written: bytes) -> bytes:
    return b" ".join(written.lower().replace(b",", b" ").split())
