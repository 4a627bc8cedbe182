"""Names where letters, mails, minutes and forms put them: behind a label, in a salutation, under a greeting, before a mail
address. There a name needs not be in any list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from app.detect.content.expressions import compiled
from app.detect.content.lexicon import CLEAR_SURNAMES, FIRST_NAMES, NOT_NAMES, ORGANISATION_WORDS, SURNAMES
from app.detect.content.text import name_shape as shape
from app.detect.content.text.piece import Hit, Piece

CONTACT: Final = "contact"  # the role of somebody who writes or handles, not of whom it is about

# What parts a label from its value: a colon, a tab, or room as in a printed form.
_GAP: Final = r"(?:[ ]{0,2}[:\t][ \t:|]{0,20}|[ ]{2,20})"
# Labels under which a person stands for certain.
_PERSON_LABELS: Final = (
    "voor- en achternaam|volledige naam|naam en voorletters|voorletters en naam|voorletters|naam (?:van )?(?:de "
    "|het )?(?:medewerker|werknemer|client"
    "|patient|leerling|inwoner|aanvrager|verzekerde|deelnemer|kind|ouder|verzorger|betrokkene|kandidaat"
    "|sollicitant|partner"
    "|melder|huurder|bewoner|rekeninghouder|contactpersoon)|(?:naam )?(?:medewerker|werknemer"
    "|werkneemster|patient|client|cliente"
    "|leerling|student|inwoner|aanvrager|verzekerde|deelnemer|betrokkene|kandidaat|sollicitant|huurder|bewoner|bewoonster"
    "|rekeninghouder|partner|echtgenoot|echtgenote|kind|vader|moeder|mantelzorger|slachtoffer|verdachte|getuige|melder)"
    "|employee(?: name)?|full name|patient name|name of employee|t\\.?a\\.?v\\.?|ten name van|op naam van"
    "|rekeninghoud(?:er|ster)|account holder|card ?holder|kaarthouder"
    "|ter attentie van|ondergetekende"
)
# Labels of a part of a name: one word is enough under them.
_PART_LABELS: Final = (
    "voornaam|voornamen|roepnaam|achternaam|familienaam|geslachtsnaam|meisjesnaam|geboortenaam|first name|last"
    " name|surname"
    "|given name"
)
# Labels of what somebody does: a person stands under them, or a department.
_ROLE_LABELS: Final = (
    "auteurs?|author|opgesteld door|opsteller|geschreven door|gemaakt door|goedgekeurd door|ondertekend"
    " door|getekend door"
    "|(?:uw )?contactpersoon|behandeld door|behandelaar|behandelend"
    " (?:arts|ambtenaar)|leidinggevende|manager|teamleider"
    "|projectleider|projectmanager|programmamanager|voorzitter|notulist|secretaris|aanwezig(?:en)?|afwezig(?:en)?|afgemeld"
    "|deelnemers|genodigden|verzendlijst|bedrijfsarts|huisarts|arts|casemanager|adviseur|consultant|hr[-"
    " ]adviseur|begeleider"
    "|mentor|docent|accountmanager|testers?|review(?:er|ed by)?|product owner|scrum master|gemeld door|aangemaakt door"
    "|gewijzigd door|created by|assigned to|reporter|assignee|attendees|present|prepared by|approved by|signed by"
    "|contact person|geadresseerde|regie|consulent|klantmanager|sponsor|key"
    " ?user|wijkcoach|gezinsvoogd|advocaat|notaris"
)
# Labels under which a person, a department, a firm or a thing may stand.
_LOOSE_LABELS: Final = (
    "naam|names?|van|aan|cc|bcc|from|to|akkoord|paraaf|contact|opdrachtgever|opdrachtnemer|eigenaar|proceseigenaar"
    "|actiehouder|actie|wie|verantwoordelijke?|beheerder|namens|afzender|ontvanger|functionaris"
)
_LABEL: Final = compiled(
    rf"(?:^|[\n\t|;,(.>*-])[ ]{{0,8}}(?:{_PART_LABELS}|{_PERSON_LABELS}"
    rf"|{_ROLE_LABELS}|{_LOOSE_LABELS})(?: ?\([a-z /]{{1,20}}\))?{_GAP}"
    r"[A-Z'vdtelij]",
    any_case=True,
)
_IS_PERSON_LABEL: Final = compiled(rf"(?:{_PERSON_LABELS})(?: ?\([a-z /]{{1,20}}\))?{_GAP}$", any_case=True)
_IS_PART_LABEL: Final = compiled(rf"(?:{_PART_LABELS})(?: ?\([a-z /]{{1,20}}\))?{_GAP}$", any_case=True)
_IS_ROLE_LABEL: Final = compiled(rf"(?:{_ROLE_LABELS})(?: ?\([a-z /]{{1,20}}\))?{_GAP}$", any_case=True)
_IS_SUBJECT_LABEL: Final = compiled(rf"\b(?:naam|names?)(?: ?\([a-z /]{{1,20}}\))?{_GAP}$", any_case=True)
_SALUTATION: Final = compiled(
    r"(?:^|\n|>)[ >\t]{0,4}(?:[Bb]este|[Hh]oi|[Hh]allo|[Hh]ey|[Dd]ag|[Ll]ieve|[Hh]i|[Hh]ello|[Dd]ear"
    r"|[Gg]oede(?:morgen|middag)|[Hh]a|[Gg]eachte)"
    r" [A-Z][a-z]"
)
_SALUTED: Final = re.compile(
    rb"(" + shape.CAPITALISED + rb")(?: (?:en|and|&|,) ?(" + shape.CAPITALISED + rb"))?[ ]?(?:[,!\n\r-]|$)"
)
_GREETING: Final = compiled(
    r"\b(?:(?:vriendelijke|hartelijke|collegiale|warme|beste|zonnige)? ?groet(?:en|jes|en uit)?|regards"
    r"|hoogachtend|mvg|grt|grtz|gr"
    r"|cheers|bedankt|dank(?:jewel)?|sincerely|thanks|was getekend"
    r"|w\.g\.)[ ]?[.,!:]{0,2}[ \t\r]*(?:\n[ \t\r>]*){0,4}[A-Z]",
    any_case=True,
)
_SIGNED: Final = re.compile(
    rb"(?:(?:[Dd]rs|[Ii]ng|[Ii]r|[Mm]r|[Pp]rof|[Dd]r|[Dd]hr|[Mm]w|[Mm]evr)\. ?){0,2}(?P<name>(?:"
    + shape.INITIALS
    + rb"[ ]?)?"
    rb"(?:(?:"
    + shape.PREFIX
    + rb" |"
    + shape.CAPITALISED
    + rb"[ -]?(?:- ?)?|[A-Z]\. ?)){1,6})(?P<end>[ ]?(?:[,|(/\n\r<]|\t|  |$|[-;]))"
)
_DISPLAYED: Final = compiled(
    r"[\"']?[A-Z][A-Za-z.,' -]{2,50}[\"']? ?(?:\([A-Za-z &]{1,30}\) ?)?[<(\[](?:mailto:)?[A-Za-z0-9._%+-]{1,64}@"
)
_TOKEN: Final = re.compile(rb"[A-Za-z](?:[A-Za-z'?-]|\xe2\x96\xa0|\xef\xbf\xbd)*\.?")
_BREAK: Final = re.compile(
    rb"(?<=[a-z]{2})(?<![Dd]rs|[Ii]ng|[Dd]hr|rof|evr|Chr|Joh|Jac)(?<!Th|Ph|[Dd]r|[Mm]r|[Mm]w|[Ii]r|[Dd]s|Ch|Fr"
    rb"|St)\. (?=[A-Z])|[\t\n\r|;<>\[\]{}/:=_0-9@]| {2,}| - | \(| en "
)
_SMALL_WORDS: Final = frozenset(
    b"van der den de het 't ten ter te von la le du el al ben bin op aan in uit del di da dos des d' v.d. vd bij voor".split()
)
_TITLE_WORDS: Final = frozenset(
    b"drs. ing. ir. mr. prof. dr. ds. dhr. mw. mevr. dhr mw mevr drs dr mevrouw heer meneer de heer".split()
)
_CAMEL: Final = re.compile(rb"^(?!Mc|Mac|De|Van|La|Le|Di|El|IJ|O')[A-Z][a-z]+[A-Z]")
_REACH: Final = 70

ROW_LEAST = 3
_IN_ROW: Final = r"(?:(?:[Vv]an(?: de[rn]?)?|[Dd]e|[Ee]l|[Tt]er|[Tt]en) )?[A-Z][a-z]{2,20}"
_ROW: Final = compiled(rf"\b{_IN_ROW}(?:(?:, | en | & ){_IN_ROW}){{2,40}}\b")
_ROW_PARTS: Final = re.compile(rb", | en | & ")
_CAPITALS: Final = compiled(
    r"\b(?:ACHTERNAAM|NAAM|MEDEWERKER|WERKNEMER|PATIENT|CLIENT|VERZEKERDE)[ :]{1,12}"
    r"(?:(?:VAN(?: DE[RN]?)?|DE|TER|TEN|EL) )?[A-Z]{3,25}\b"
)
TRIGGERS: Final = (_ROW, _CAPITALS, _LABEL, _SALUTATION, _GREETING, _DISPLAYED)


def find_placed_names(piece: Piece) -> Iterator[Hit]:
    yield from _listed(piece)
    yield from _in_capitals(piece)
    yield from _labelled(piece)
    yield from _saluted(piece)
    yield from _signed(piece)
    yield from _displayed(piece)


def _listed(piece: Piece) -> Iterator[Hit]:
    """`Van Dijk, De Boer, Jansen en Yildiz`: surnames in a row, most of them in the list and no ordinary words."""
    for start, end in piece.matches(_ROW):
        items = [item.split() for item in _ROW_PARTS.split(piece.text[start:end])]
        known = [words for words in items if words and _is_surname(words)]
        if len(known) >= ROW_LEAST and 3 * len(known) >= 2 * len(items):
            for words in known:
                yield Hit("name", start, end, b" ".join(words).lower())


def _is_surname(words: list[bytes]) -> bool:
    last = words[-1].lower()
    return last in CLEAR_SURNAMES or (len(words) > 1 and last in SURNAMES and words[0].lower() in _SMALL_WORDS)


def _in_capitals(piece: Piece) -> Iterator[Hit]:
    """`NAAM VELTHUIS`, as old systems print it."""
    for start, end in piece.matches(_CAPITALS):
        words = piece.text[start:end].split()[1:]
        if words and words[-1].lower() in SURNAMES:
            yield Hit("name", start, end, b" ".join(words).lower())


class _Parsed(NamedTuple):
    value: bytes
    end: int
    is_known: bool  # a word of it is in the lists, or it has initials
    words: int


def parsed_name(text: bytes, start: int, limit: int, *, turned: bool = False) -> _Parsed | None:
    """What reads as a person's name from `start` on: one to six words of which none is of an organisation or a heading.
    `turned`: a word behind a comma is a first name, also one that is in no list."""
    stop = _BREAK.search(text, start, limit)
    written = text[start : stop.start() if stop is not None else limit]
    first_part, comma, rest = written.partition(b",")
    words = _TOKEN.findall(first_part)
    if comma and len(rest) < 30 and (turned or _is_given(rest)):
        words += _TOKEN.findall(rest)
    else:
        written = first_part
    kept: list[bytes] = []
    for word in words:
        if word.lower() in _TITLE_WORDS and not kept:
            continue
        if word[:1].islower() and word.lower() not in _SMALL_WORDS:
            return None
        kept.append(word)
    names = [word for word in kept if word[:1].isupper() and word.lower() not in _SMALL_WORDS]
    if not 1 <= len(names) <= 5 or len(kept) > 7 or not any(len(word.rstrip(b".")) > 1 for word in names):
        return None
    return _judged(kept, names, start + len(written.rstrip()))


def _judged(kept: list[bytes], names: list[bytes], end: int) -> _Parsed | None:
    lower = [word.lower() for word in names]
    full = [word for word in lower if not word.endswith(b".") and len(word) > 1]
    if not full or any(word in ORGANISATION_WORDS or word.rstrip(b".") in ORGANISATION_WORDS for word in lower):
        return None
    unknown = [word for word in full if word in NOT_NAMES and word not in CLEAR_SURNAMES and word not in SURNAMES]
    if unknown or any(_is_abbreviation(word) or _CAMEL.search(word) is not None for word in names):
        return None
    known = any(word in FIRST_NAMES or word in CLEAR_SURNAMES for word in full) or (
        len(full) > 1 and shape.is_known(full[-1])
    )
    has_bare_initial = len(full) < len(names) and kept[0] in names and len(kept) > 2  # "M ten Broeke"
    return _Parsed(b" ".join(kept).lower(), end, known or has_bare_initial or any(map(_is_initial, names)), len(full))


def _is_initial(word: bytes) -> bool:
    return len(word) == 2 and word.endswith(b".")


def _is_abbreviation(word: bytes) -> bool:
    return word.isupper() and not word.endswith(b".") and len(word) > 1 and word.lower() not in SURNAMES | FIRST_NAMES


def _is_given(rest: bytes) -> bool:
    """Whether what follows a comma are initials or first names and what stands before a surname: `Vries, J. de`."""
    words = _TOKEN.findall(rest)
    return bool(words) and all(
        word.endswith(b".") or word.lower() in FIRST_NAMES or word.lower() in _SMALL_WORDS for word in words
    )


def _labelled(piece: Piece) -> Iterator[Hit]:
    text = piece.text
    for start, end in piece.matches(_LABEL):
        value_at = end - 1
        label = text[start:value_at]
        is_part = _IS_PART_LABEL.search(label) is not None
        is_person = is_part or _IS_PERSON_LABEL.search(label) is not None
        is_role = not is_person and _IS_ROLE_LABEL.search(label) is not None
        role = "" if is_person or _IS_SUBJECT_LABEL.search(label) is not None else CONTACT
        line_end = piece.line(value_at, value_at)[1]
        at = value_at
        for _ in range(LISTED):  # Aanwezig: A. Bakker, Fatima Yilmaz en Kees
            found = parsed_name(text, at, min(line_end, at + _REACH))
            if found is None:
                break
            if found.is_known or is_part or found.words >= 2:
                sure = found.is_known or is_person or is_role
                yield Hit("name", at, found.end, found.value, sure=sure, role=role)
            at = _next_in_list(text, found.end, line_end)
            if at < 0:
                break


LISTED: Final = 12
_SEPARATOR: Final = re.compile(rb"[ ]?(?:\([^()\n]{1,30}\))?(?:,? en |[,;/] ?)(?=[A-Z])")


def _next_in_list(text: bytes, end: int, line_end: int) -> int:
    match = _SEPARATOR.match(text, end, line_end)
    return match.end() if match is not None else -1


def _saluted(piece: Piece) -> Iterator[Hit]:
    text = piece.text
    for _, end in piece.matches(_SALUTATION):
        found = _SALUTED.match(text, end - 2)
        if found is None:
            continue
        for group in (1, 2):
            name = (found[group] or b"").lower()
            if name and name not in NOT_NAMES:
                yield Hit("name", *found.span(group), name, sure=name in FIRST_NAMES)


def _signed(piece: Piece) -> Iterator[Hit]:
    text = piece.text
    for greeting, end in piece.matches(_GREETING):
        start = end - 1
        found = _SIGNED.match(text, start)
        if found is None:
            continue
        name = parsed_name(text, *found.span("name"))
        if name is None:
            continue
        inline = b"\n" not in text[greeting:end]
        if name.is_known or (name.words >= 2 and not inline):
            yield Hit("name", start, name.end, name.value, role=CONTACT)


def _displayed(piece: Piece) -> Iterator[Hit]:
    """`Kees Bakker <kees@elders.example>`"""
    text = piece.text
    if b"@" not in text:
        return
    for start, end in piece.matches(_DISPLAYED):
        start += text[start : start + 1] in (b'"', b"'")
        name = parsed_name(text, start, end, turned=True)
        if name is not None and (name.is_known or (name.words >= 2 and _is_in_address(name.value, text[start:end]))):
            yield Hit("name", start, name.end, name.value, role=CONTACT)


def addressees(piece: Piece, hits: list[Hit]) -> Iterator[Hit]:
    """Whoever stands on the line above an address, as on an envelope."""
    text = piece.text
    for hit in hits:
        if hit.kind != "address":
            continue
        start = piece.line(hit.start, hit.start)[0]
        if hit.start - start > 2 or start == 0:
            continue
        above = piece.line(start - 1, start - 1)[0]
        name = parsed_name(text, above, start - 1)
        if name is not None and name.is_known and not text[name.end : start - 1].strip():
            yield Hit("name", above, name.end, name.value)


def _is_in_address(name: bytes, written: bytes) -> bool:
    address = re.split(rb"[<(\[]", written)[-1].lower()
    return any(len(word) > 2 and word in address for word in name.split())
