"""Whom a paper is about: the names behind its labels, in its address and its salutation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.detect.content.expressions import Expression, compiled
from app.detect.judging.person_names import PersonName, is_prefix
from app.detect.judging.papers.concerned import SALUTATION, concerned

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
    r"|(?:hoofd)?verzekerden?|kredietnemer|geldnemer|lener|kentekenhouder|bestuurder|reiziger|passagier|abonnee|donateur"
    r"|contractant|spaarder|hoofdhuurder|belanghebbende|contracthouder|polishouder|kandidaatkoper|borrower|passenger"
    r"|traveller|driver|taxpayer|subscriber"
)
# Who stands behind these made the paper, or is asked about it.
_MAKER: Final = (
    r"arts|behandelaar|leidinggevende|manager|auteur|opgesteld|contact|beoordelaar|consulent|huisarts|specialist"
    r"|werkgever"
    r"|bedrijf|organisatie|opdrachtgever|bank|afzender|van|notaris|adviseur van|klant"
)


def _compiled(pattern: str) -> re.Pattern[bytes]:
    return re.compile(pattern.encode(), re.IGNORECASE)


def _in_text(pattern: str) -> Expression:
    return compiled(pattern, any_case=True)


_BEFORE: Final = (
    r"(?:de|uw|volledige|gegevens|naam|persoon|eerste|vertrekkende|betrokken|zieke|nieuwe|beoordeelde|betreffende"
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
    rf"[^a-z0-9\n]{{0,4}}(?:{_BEFORE} ){{0,2}}(?:{_PERSON})(?: (?:medewerk(?:er|ster)|werknemer|client|aanvrager))?(?: ?[12])?"
    r"\s{1,20}(\S.{2,80})"
)
_OWN_LABEL: Final = _compiled(
    rf"[^a-z0-9\n]{{0,4}}(?:{_BEFORE} ){{0,2}}(?:{_PERSON}|voor|ten name van|op naam van|voor rekening van|for|in the name of)"
    r"(?: (?:medewerk(?:er|ster)|werknemer|client|aanvrager))?(?: ?[12])?[ :]{1,20}(\S.{2,80})"
)
_FORMALLY_NAMED: Final = re.compile(
    rb"(?:(?:[Dd]e heer|[Dd]hr|[Mm]w|[Mm]evr|[Mm]evrouw|[Hh]eer)\.? )?(?:[A-Z]\.? ?){1,5}(?:(?:[a-z'.]{1,4} ){0,3})[A-Z][A-Za-z'-]{2,25}"
    rb"|[A-Z][A-Za-z' -]{2,25},? (?:[A-Z]\.? ?){1,5}(?: (?:van|de|den|der|ter|ten|te|het)){0,3}(?![A-Za-z])"
    rb"|[Dd]e heer .{4}|(?:[Dd]hr|[Mm]w|[Mm]evr|[Mm]evrouw)\.? .{4}"
)
_JOINED: Final = re.compile(rb" (?:en|and|e/o|of|&|/|\+) (?=[A-Z(]|de heer|dhr|mevrouw|mevr|mw|van )|/(?=[A-Z])")
_MAY_BE_LABELLED: Final = compiled(rf"(?m:^[^a-z0-9\n]{{0,4}}(?:{_BEFORE} ){{0,2}}(?:{_PERSON}))", any_case=True)
_LABEL_ALONE: Final = _compiled(rf"[^a-z0-9\n]{{0,4}}(?:{_BEFORE} ){{0,2}}(?:{_PERSON})[ :]{{0,3}}")  # its value below
_MADE_BY: Final = _compiled(rf"\b(?:{_MAKER})")
_ADDRESSED: Final = _compiled(
    rf"\s{{0,8}}(?:(?:aan|t\.?a\.?v\.?|ter attentie van|attn\.?):?\s{{1,4}})?(?:{SALUTATION}|familie"
    rf"|fam\.?)(?:/(?:mevrouw|mevr\.?"
    rf"|mw\.?))?\s{{1,4}}(.{{2,60}})$"
)
_DEAR: Final = _compiled(
    rf"\s{{0,8}}(?:geachte|beste|dear|hallo|hoi|waarde)\s{{1,4}}({SALUTATION})?\s{{0,3}}(.{{2,50}}?),?\s{{0,3}}$"
)
_FIRST_NAME: Final = _compiled(
    r"[^a-z0-9\n]{0,4}(?:voornaam|voornamen|roepnaam|voorletters?|first names?|given names?|forenames?|initials)"
    r"[^a-z\n]{1,12}([a-z.]{1,20})"
)
_MY: Final = _in_text(
    r"\b(?:mijn|onze|my|our) (?:eigen )?(?:bsn|burgerservicenummer|gegevens|geboorte ?datum|rekening(?:nummer)?"
    r"|iban|adres"
    r"|salaris|loon(?:strook)?|aangifte|paspoort|polis|hypotheek|jaaropgaaf|jaaropgave|partner|gezin|huisarts"
    r"|pensioen"
    r"|verhoging|date of birth|salary|payslip|tax return|social security number|passport|mortgage|address"
    r"|account number)\b"
)
_MINE: Final = _in_text(r"\b(?:mijn|my)\b")
_CELL_END: Final = re.compile(
    rb"\t|\||\s{3,}|[(;]|, ?(?=[a-z]{4}|[\d+(]|[A-Z]{3,}[a-z -]|[A-Z][A-Za-z .'-]{2,40} \d)"
    rb"| (?=[A-Z][A-Za-z.-]{1,25}(?: [a-z]{1,15}){0,2}:)"  # the next label on the line
)
_CALLED: Final = re.compile(rb"(?<=\.)[ ]?\([A-Z][a-z-]{1,20}\)[ ](?=[A-Za-z'])")  # N. (Nora) de Vries
_ABOUT_ME: Final = (
    r"(?:verhoging|salaris|loon|opslag|bonus|ziek|griep|koorts|geopereerd|operatie|uitslag|huisarts|dokter"
    r"|ziekenhuis|migraine"
    r"|corona|hersteld|beter|sick|surgery|raise|doctor|[a-z]{0,12}ontsteking|buikgriep|hernia|gebroken"
    r"|antibiotica|positief getest|rugklachten|zwanger|bevalling|mri|scan|fysio[a-z]{0,10}|tandarts|flu|fever"
    r"|pregnant|ill)"
)
_I: Final = _in_text(
    r"\b(?:ik (?:had|heb me|heb|zou|wil|vind|verdien|ontvang|krijg|vraag|ben|voel|meld|moet|word|kan|was|lig)"
    rf"|(?:heb|ben|meld|voel|word|moet) ik|i (?:am|have|had|would|will|feel))\b.{{0,80}}\b{_ABOUT_ME}\b"
)
_FROM: Final = _compiled(r"(?:from|van|afzender):[ \t]{0,4}([^<\n]{2,80})")
_OF_PARTY: Final = r" (?:geb(?:oren|\.)|wonend|woonachtig|wonachtig|residing|born|ingeschreven|hierna|hereinafter)"
_PARTY: Final = _compiled(
    rf"(?:(?:en|and|tussen|between|de heer|mevrouw|dhr\.?|mw\.?|mr\.?|mrs\.?|ms\.?) )*([^,;:\n]{{3,60}}),?{_OF_PARTY}"
)
_MAY_BE_PARTY: Final = _compiled(_OF_PARTY)  # twenty times as fast: most lines have no such word
_POSTCODE: Final = re.compile(rb"\b[1-9]\d{3} ?[A-Z]{2}\b")
_ADDRESS_LINES: Final = 3
_HEADING: Final = 4  # lines in which a title stands, the properties of a document above it
# "Aan Bureau Elders B.V., t.a.v. Robin de Adviseur": at whose desk it lands, not whom it is about.
_FOR_ATTENTION: Final = _compiled(r".{4,60}[,;(/ ] ?(?:t\.?a\.?v\.|ter attentie van|attn)")
_APPOSITION: Final = re.compile(rb" (?:-|\||\xe2\x80\x93|\xc2\xb7) ")  # "Robin de Adviseur - senior consultant"
# The fields of a European driving licence: 1 is the surname, 2 what comes before it.
_NUMBERED_NAME: Final = _compiled(
    r"(?m:^[ \t]{0,4}1\.?[ \t]{1,4}([a-z' -]{2,40})[\n\t ]{1,4}2\.?[ \t]{1,4}([a-z' -]{2,40})$)"
)
_LICENCE: Final = _compiled(r"rijbewijs|driving licen[cs]e|permis de conduire|fuehrerschein")
_MACHINE_READ: Final = re.compile(rb"\b[PI][<A-Z]NLD([A-Z<]{5,40})")
_CLOSING_LINE: Final = _compiled(
    r"\s{0,4}(?:(?:met )?(?:vriendelijke|hartelijke|collegiale) groet|groet(?:en|jes)?\b|mvg"
    r"|vr\. ?gr|gr\b|(?:kind|best|warm) regards|regards"
    r"|hoogachtend|yours (?:sincerely|faithfully))"
)
_OPENING: Final = 25  # lines in which an address stands
_CLOSING: Final = 15
_NAME_WORDS: Final = 7


@dataclass(frozen=True, slots=True)
class Subject:
    """How often the paper is about the consultant, about somebody of the same surname, about somebody else: names behind
    labels. `addressed`: how often it is addressed to somebody else, `surname`: to the consultant's surname alone.
    `opens`: the consultant's name stands by itself among the first lines, `heads`: as a title, `at_home`: above an
    address; `signs`: it stands under it, or is the sender's."""

    own: int = 0
    family: int = 0
    others: int = 0
    addressed: int = 0
    surname: int = 0
    opens: bool = False
    heads: bool = False
    at_home: bool = False
    signs: bool = False

    @classmethod
    def of(cls, lines: Sequence[bytes], person: PersonName | None) -> Subject:
        labelled = [*_labelled(list(map(_parted, lines))), *_named_as_concerned(lines[:_OPENING]), *_on_document(lines)]
        addressed = list(_addressed(lines[:_OPENING]))
        if person is None:
            return cls(others=len(labelled), addressed=len(addressed))
        is_to_relative = any(person.is_family(name) and not _is_addressee(name, person) for name in addressed)
        to_himself = person.fits if is_to_relative else lambda name: _is_addressee(name, person)
        own = max(sum(map(person.fits, labelled)), _behind_labels(lines, person)) + sum(map(to_himself, addressed))
        own += _is_party(lines, person)
        family = sum(person.is_family(name) for name in (*labelled, *addressed)) - own
        if family and not own and _says_first_name(lines, person):
            own, family = family, 0
        return cls(
            own=own,
            family=family,
            others=sum(not person.is_family(name) for name in labelled),
            addressed=sum(not person.is_family(name) for name in addressed),
            surname=sum(map(person.is_surname, addressed)),
            opens=any(_stands_alone(line, person) for line in lines[:_OPENING]),
            heads=any(_stands_alone(line, person) for line in lines[:_HEADING]),
            at_home=_is_above_address(_before_closing(lines[:_OPENING]), person),
            signs=any(_stands_alone(line, person) for line in lines[-_CLOSING:])
            or _is_sender(lines[:_OPENING], person),
        )

    @property
    def is_own(self) -> bool:
        """The consultant's, at least as much as anybody's."""
        is_named = self.own > 0 and self.own + self.family >= self.others + self.addressed
        return is_named or (self.opens and not self.others and not self.addressed)

    @property
    def is_family(self) -> bool:
        return not self.own and self.family > 0 and self.family >= self.others + self.addressed

    @property
    def is_somebody_else(self) -> bool:
        return not self.own and not self.family and self.others + self.addressed > 0


def says_my(lines: Sequence[bytes]) -> bool:
    """Whether the writer speaks of anything as his."""
    return _MINE.search(b"\n".join(lines)) is not None


def speaks_of_himself(lines: Sequence[bytes]) -> bool:
    """Whether the writer tells of his own number, account or home."""
    text = b"\n".join(lines)  # no expression reaches across a line
    return _MY.search(text) is not None or _I.search(text) is not None


def _parted(line: bytes) -> bytes:
    """A file of delimited values has its labels before a semicolon: `Declarant;Robin de Adviseur`."""
    return line.replace(b";", b": ") if line.count(b";") == 1 and b":" not in line else line


def _labelled(lines: Sequence[bytes]) -> Iterator[str]:
    if _MAY_BE_LABELLED.search(b"\n".join(lines)) is None:
        return
    for index, line in enumerate(lines):
        if _LABEL_ALONE.fullmatch(line) is not None and _MADE_BY.search(line) is None:
            below = _value(b"", lines[index + 1 : index + 2])
            is_label = b" " not in below.strip() or _LABEL_ALONE.fullmatch(below) is not None  # of an empty form
            yield from () if is_label else _persons(below)
            continue
        match = _LABELLED.match(line)
        if match is None:
            yield from _laid_out(line)
        elif _MADE_BY.search(match.group(1)) is None:
            yield from _persons(_value(match.group(2), lines[index + 1 : index + 2]))


def _laid_out(line: bytes) -> Iterator[str]:
    match = _LAID_OUT.match(line)
    if match is not None and _MADE_BY.search(line, 0, match.start(1)) is None and _FORMALLY_NAMED.match(match[1]):
        yield from _persons(match[1])


def _named_as_concerned(lines: Sequence[bytes]) -> Iterator[str]:
    for name in concerned(lines):
        yield from _persons(name)


def _addressed(lines: Sequence[bytes]) -> Iterator[str]:
    for line in lines:
        addressed, dear = _ADDRESSED.match(line), _DEAR.match(line)
        if addressed is not None:
            yield from _persons(addressed.group(1))
        elif dear is not None:
            # "Beste Anna" is how one writes to whom one knows; it tells of nobody.
            is_formal = dear.group(1) is not None or len(dear.group(2).split()) > 1
            yield from _persons(dear.group(2)) if is_formal else ()


def _says_first_name(lines: Sequence[bytes], person: PersonName) -> bool:
    """A form has the parts of a name in fields of their own."""
    found = (match.group(1).decode("utf-8", "replace").lower() for line in lines if (match := _FIRST_NAME.match(line)))
    return any(
        first == person.first or (first.rstrip(".")[:1] == person.first[0] and "." in first[:3]) for first in found
    )


def _value(behind: bytes, following: Iterable[bytes]) -> bytes:
    """What stands behind a label, or below it."""
    value = behind.strip(b" \t|:*_")  # bold in Markdown
    return value or next((line for line in following if b":" not in line and b"\t" not in line), b"")


def _persons(value: bytes) -> Iterator[str]:
    """The names that a value begins with, two where it is of a couple: words with capitals, no digits."""
    value = _CALLED.sub(b" ", value).strip()
    cut = _CELL_END.search(value)
    for name in _JOINED.split(value[: cut.start()] if cut is not None else value, maxsplit=1):
        text = name.decode("utf-8", "replace").strip(" ,")
        parts = text.split()
        if not 1 <= len(parts) <= _NAME_WORDS or any(sign.isdigit() for sign in text):
            return
        if not all(part[:1].isupper() or is_prefix(part) for part in parts):
            return
        if any(part[:1].isupper() for part in parts):
            yield text


def _is_addressee(name: str, person: PersonName) -> bool:
    """A letter leaves out the first name: "Geachte mevrouw De Vries". A common surname alone says too little."""
    return person.fits(name) or (not person.is_common and person.is_surname(name))


def _is_above_address(lines: Sequence[bytes], person: PersonName) -> bool:
    places = [index for index, line in enumerate(lines) if _stands_alone(line, person)]
    addressed = (line for line in lines if _ADDRESSED.match(line) is not None and _POSTCODE.search(line) is not None)
    if any(map(person.fits, _addressed(list(addressed)))):
        return True
    return any(_POSTCODE.search(b"\n".join(lines[index + 1 : index + 1 + _ADDRESS_LINES])) for index in places)


def _behind_labels(lines: Sequence[bytes], person: PersonName) -> int:
    """How often the name of the person stands behind a label, whatever parts the two: in a page that was laid out."""
    known = (line for line in lines if person.may_be_in(line.lower()))
    found = (match for line in known if (match := _OWN_LABEL.match(line.replace(b"\t", b" "))) is not None)
    return sum(_begins_with(match[1], person) for match in found)


def _begins_with(value: bytes, person: PersonName) -> bool:
    words = value.decode("utf-8", "replace").split()[:_NAME_WORDS]
    return any(person.fits(" ".join(words[:count])) and _are_of_name(words[:count]) for count in range(2, len(words) + 1))


def _are_of_name(words: Sequence[str]) -> bool:
    return all(word[:1].isupper() or is_prefix(word) for word in words)


def _is_party(lines: Sequence[bytes], person: PersonName) -> bool:
    """Whether a deed or a contract is drawn up with him: "..., en Robin de Adviseur, geboren op ..., wonende te ..."."""
    found = (match for line in lines if _MAY_BE_PARTY.search(line) for match in _PARTY.finditer(line))
    named = (match.group(1).decode("utf-8", "replace").split()[-_NAME_WORDS:] for match in found)
    return any(person.fits(" ".join(words[at:])) for words in named for at in range(len(words) - 1))


def _is_sender(lines: Sequence[bytes], person: PersonName) -> bool:
    found = (match.group(1).decode("utf-8", "replace") for line in lines if (match := _FROM.match(line)) is not None)
    return any(map(person.fits, found))


def _stands_alone(line: bytes, person: PersonName) -> bool:
    if b":" in line or b"\t" in line or not person.may_be_in(line.lower()):
        return False
    if _FOR_ATTENTION.match(line) is not None:
        return False
    text = _APPOSITION.split(line)[0].replace(b"/", b" ").decode("utf-8", "replace").strip()
    return len(text.split()) <= _NAME_WORDS and person.fits(text)


def _on_document(lines: Sequence[bytes]) -> Iterator[str]:
    """Who is named in the numbered fields of a driving licence, or in the zone of a passport that machines read."""
    text = b"\n".join(lines[:_OPENING])
    if _LICENCE.search(text) is not None:
        yield from (_shown(b" ".join(reversed(match.groups()))) for match in _NUMBERED_NAME.finditer(text))
    yield from (_shown(match[1].replace(b"<", b" ")) for match in _MACHINE_READ.finditer(text))


def _shown(name: bytes) -> str:
    return " ".join(name.decode("utf-8", "replace").split())


def _before_closing(lines: Sequence[bytes]) -> Sequence[bytes]:
    """What is under a greeting is the signature of whoever writes."""
    at = next((at for at, line in enumerate(lines) if at and _CLOSING_LINE.match(line) is not None), len(lines))
    return lines[:at]
