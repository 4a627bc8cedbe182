"""The names behind labels: "Werknemer: A. de Vries", also where a page was laid out and blanks alone part the two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from app.detect.content.expressions import compiled
from app.detect.judging.person_names import PersonName, is_prefix

NAME_WORDS: Final = 7  # of a name, at most
_PERSON: Final = (
    r"naam|namen|werknemer|medewerker|patient|client|verzekerde|verzekering ?nemer|rekening ?houder|ten name van"
    r"|tenaamstelling"
    r"|t\.?n\.?v\.?|belastingplichtige|kandidaat|sollicitant|leerling|deelnemer|aanvrager|betrokkene|huurder|koper"
    r"|schuldenaar"
    r"|debiteur|klager|melder|verdachte|inwoner|lid|employee|name|account ?holder|full ?name|policy ?holder|insured"
    r"|surname"
    r"|achternaam|geslachtsnaam|voor- en achternaam|candidate|applicant|student|customer|houder|kaarthouder|cursist"
    r"|geinterviewde|interviewee|respondent"
    r"|collega|beoordeelde|medewerkster|werkneemster|client(?:e|naam)|card ?holder"
    r"|rekening op naam van|volledige naam|begunstigde|geadresseerde|consultant|adviseur|declarant"
    r"|(?:hoofd)?verzekerden?|kredietnemer|geldnemer|lener|kentekenhouder|bestuurder|reiziger|passagier|abonnee"
    r"|donateur"
    r"|contractant|spaarder|hoofdhuurder|belanghebbende|contracthouder|polishouder|kandidaatkoper|borrower|passenger"
    r"|traveller|driver|taxpayer|subscriber|bezwaarmaker|verzoek(?:er|ster)|eiser(?:es)?|gedaagde|appellant"
    r"|jeugdige|zorgvrager"
    r"|budgethouder|werkzoekende|uitkeringsgerechtigde|stagiaire?|bewoner|(?:be)?rijder|berijder|slachtoffer"
    r"|gedupeerde|leerplichtige"
)
# Who stands behind these made the paper, or is asked about it.
_MAKER: Final = (
    r"arts|behandelaar|leidinggevende|manager|auteur|opgesteld|contact|beoordelaar|consulent|huisarts|specialist"
    r"|werkgever"
    r"|bedrijf|organisatie|opdrachtgever|bank|afzender|van|notaris|adviseur van|klant"
)


def _compiled(pattern: str) -> re.Pattern[bytes]:
    return re.compile(pattern.encode(), re.IGNORECASE)


_BEFORE: Final = (
    r"(?:de|uw|volledige|gegevens|naam|persoon|eerste|vertrekkende|betrokken|zieke|nieuwe|beoordeelde|betreffende"
    r"|dossier|zaak|inzake"
    r"|departing"
    r"|leaving)"
)
_LABELLED: Final = _compiled(
    rf"[^a-z0-9\n]{{0,4}}((?:{_BEFORE} ){{0,2}}(?:{_PERSON})(?:[ /(][a-z .)/-]{{0,30}})?(?: ?[12])?)"
    rf"\s{{0,8}}[:\t|]\s{{0,20}}(.{{0,80}})"
)
# In a page that was laid out, the label and what stands behind it are parted by blanks alone: then it must be written as
# forms write names, with initials or a salutation in front or behind.
_LAID_OUT: Final = _compiled(
    rf"[^a-z0-9\n]{{0,4}}(?:{_BEFORE} ){{0,2}}(?:{_PERSON})(?: (?:medewerk(?:er|ster)|werknemer|client"
    rf"|aanvrager))?(?: ?[12])?"
    r"\s{1,20}(\S.{2,80})"
)
_OWN_LABEL: Final = _compiled(
    rf"[^a-z0-9\n]{{0,4}}(?:{_BEFORE} ){{0,2}}(?:{_PERSON}|(?:[a-z]{{3,20}} )?voor|ten name van|op naam van"
    rf"|voor rekening van|for"
    rf"|in the name of|(?:persoonlijke |persoons|uw |mijn )?gegevens|personalia"
    r"|partner|ouders?(?:/verzorgers?)?|echtgeno(?:ot|te)|kopers?|erflater|schenker|(?:klant|persoon"
    r"|contractant)(?= ?[12]))"
    r"(?: (?:medewerk(?:er|ster)|werknemer|client|aanvrager))?(?: ?[12])?[ :]{1,20}(?:mw\.?/dhr\.? |dhr\.?/mw\.? "
    r"|de heer/mevrouw |dhr\.?/mevr\.? )?(\S.{2,80})"
)
_POSTCODE: Final = re.compile(rb"\b[1-9]\d{3} ?[A-Z]{2}\b")
_TO: Final = re.compile(rb"^\W{0,4}(?:aan|to|t\.?a\.?v\.?):? ", re.IGNORECASE)
_PARTS: Final = re.compile(rb" (?:-|\||\xe2\x80\x93) |, (?=[a-z])")  # "Dossier 12 - verzekerde A. de Vries"
_FORMALLY_NAMED: Final = re.compile(
    rb"(?:(?:[Dd]e heer|[Dd]hr|[Mm]w|[Mm]evr|[Mm]evrouw"
    rb"|[Hh]eer)\.? )?(?:[A-Z]\.? ?){1,5}(?:(?:[a-z'.]{1,4} ){0,3})[A-Z][A-Za-z'-]{2,25}"
    rb"|[A-Z][A-Za-z' -]{2,25},? (?:[A-Z]\.? ?){1,5}(?: (?:van|de|den|der|ter|ten|te|het)){0,3}(?![A-Za-z])"
    rb"|[Dd]e heer .{4}|(?:[Dd]hr|[Mm]w|[Mm]evr|[Mm]evrouw)\.? .{4}"
)
_JOINED: Final = re.compile(rb" (?:en/of|en|and|e/o|of|&|/|\+) (?=[A-Z]|de heer|dhr|mevrouw|mevr|mw|van )|/(?=[A-Z])")
_MAY_BE_LABELLED: Final = compiled(rf"(?m:^[^a-z0-9\n]{{0,4}}(?:{_BEFORE} ){{0,2}}(?:{_PERSON}))", any_case=True)
_LABEL_ALONE: Final = _compiled(rf"[^a-z0-9\n]{{0,4}}(?:{_BEFORE} ){{0,2}}(?:{_PERSON})[ :]{{0,3}}")  # its value below
_MADE_BY: Final = _compiled(rf"\b(?:{_MAKER})")
_CELL_END: Final = re.compile(
    rb"\t|\||\s{3,}|[(;]|, ?(?=[a-z]{4}|[\d+(]|[A-Z]{3,}[a-z -]|[A-Z][A-Za-z .'-]{2,40} \d)"
    rb"| (?=[A-Z][A-Za-z.-]{1,25}(?: [a-z]{1,15}){0,2}:)"  # the next label on the line
)
_CALLED: Final = re.compile(rb"(?<=\.)[ ]?\([A-Z][a-z-]{1,20}\)[ ](?=[A-Za-z'])")  # N. (Nora) de Vries


def _parted(line: bytes) -> bytes:
    """A file of delimited values has its labels before a semicolon: `Declarant;Robin de Adviseur`."""
    return line.replace(b";", b": ") if line.count(b";") == 1 and b":" not in line else line


def labelled_names(lines: Sequence[bytes]) -> Iterator[str]:
    """`lines`: folded."""
    lines = list(map(_parted, lines))
    if _MAY_BE_LABELLED.search(b"\n".join(lines)) is None:
        return
    for index, line in enumerate(lines):
        if _LABEL_ALONE.fullmatch(line) is not None and _MADE_BY.search(line) is None:
            below = _value(b"", lines[index + 1 : index + 2])
            is_label = b" " not in below.strip() or _LABEL_ALONE.fullmatch(below) is not None  # of an empty form
            yield from () if is_label else names_in(below)
            continue
        match = _LABELLED.match(line)
        if match is None:
            yield from _laid_out(line)
        elif _MADE_BY.search(match.group(1)) is None:
            yield from names_in(_value(match.group(2), lines[index + 1 : index + 2]))


def _laid_out(line: bytes) -> Iterator[str]:
    match = _LAID_OUT.match(line)
    if match is not None and _MADE_BY.search(line, 0, match.start(1)) is None and _FORMALLY_NAMED.match(match[1]):
        yield from names_in(match[1])


def _value(behind: bytes, following: Iterable[bytes]) -> bytes:
    """What stands behind a label, or below it."""
    value = behind.strip(b" \t|:*_")  # bold in Markdown
    return value or next((line for line in following if b":" not in line and b"\t" not in line), b"")


def names_in(value: bytes) -> Iterator[str]:
    """The names that a value begins with, two where it is of a couple: words with capitals, no digits."""
    value = _CALLED.sub(b" ", value).strip()
    cut = _CELL_END.search(value)
    for name in _JOINED.split(value[: cut.start()] if cut is not None else value, maxsplit=1):
        text = name.decode("utf-8", "replace").strip(" ,")
        parts = text.split()
        if not 1 <= len(parts) <= NAME_WORDS or any(sign.isdigit() for sign in text):
            return
        if not all(part[:1].isupper() or is_prefix(part) for part in parts):
            return
        if any(part[:1].isupper() for part in parts):
            yield text


def count_behind_labels(lines: Sequence[bytes], person: PersonName) -> int:
    """How often the name of the person stands behind a label, whatever parts the two: in a page that was laid out."""
    known = (line for line in lines if person.may_be_in(line.lower()))
    return sum(
        any(
            _begins_with(match[1], person)
            for part in _PARTS.split(line)
            if (match := _OWN_LABEL.match(part)) is not None
        )
        for line in (line.replace(b"\t", b" ") for line in known)
    )


def is_written_to(line: bytes, person: PersonName) -> bool:
    """Whether a line is addressed to the person: "Aan A. de Vries, Kerkweg 4, 3811 MR Amersfoort"."""
    if _POSTCODE.search(line) is None or not person.may_be_in(line.lower()):
        return False
    return _begins_with(_TO.sub(b"", line).replace(b",", b" , "), person)


def _begins_with(value: bytes, person: PersonName) -> bool:
    words = value.decode("utf-8", "replace").split()[:NAME_WORDS]
    return any(
        person.fits(" ".join(words[:count])) and _are_of_name(words[:count]) for count in range(2, len(words) + 1)
    )


def _are_of_name(words: Sequence[str]) -> bool:
    return all(word[:1].isupper() or is_prefix(word) for word in words)
