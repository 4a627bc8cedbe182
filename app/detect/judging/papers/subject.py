"""Whom a paper is about: the names behind its labels, in its address and its salutation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.detect.content.expressions import Expression, compiled
from app.detect.judging.papers.concerned import SALUTATION, concerned
from app.detect.judging.papers.labelled_names import (
    NAME_WORDS,
    count_behind_labels,
    is_written_to,
    labelled_names,
    names_in,
)
from app.detect.judging.person_names import PersonName


def _compiled(pattern: str) -> re.Pattern[bytes]:
    return re.compile(pattern.encode(), re.IGNORECASE)


def _in_text(pattern: str) -> Expression:
    return compiled(pattern, any_case=True)


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
_SALUTED: Final = re.compile(
    rb"\b(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Dd]e heer|[Dd]hr\.?|Mrs?\.?"
    rb"|Ms\.?) (?:[A-Z]\.? ?|[a-z]{2,3} )*[A-Z][a-z]"
)
_PRONOUN: Final = re.compile(
    rb"(?:^|[.!?:;\n] ?)(?:Zij|Hij|Ze|Haar|Zijn|She|He|Her|His) [a-z]|\b(?:dat|omdat"
    rb"|die) (?:zij|hij|haar|zijn) [a-z]"
)
_MINE: Final = _in_text(r"\b(?:mijn|my)\b")
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


@dataclass(frozen=True, slots=True)
class Subject:
    """How often the paper is about the consultant, about somebody of the same surname, about somebody else: names behind
    labels; `relatives`: of those with the surname how many have another first name. `addressed`: how often it is addressed to
    somebody else, `surname`: to the consultant's surname alone.
    `opens`: the consultant's name stands by itself among the first lines, `heads`: as a title, `at_home`: above an
    address; `signs`: it stands under it, or is the sender's."""

    own: int = 0
    family: int = 0
    relatives: int = 0
    others: int = 0
    addressed: int = 0
    surname: int = 0
    opens: bool = False
    heads: bool = False
    at_home: bool = False
    signs: bool = False

    @classmethod
    def of(cls, lines: Sequence[bytes], person: PersonName | None) -> Subject:
        labelled = [*labelled_names(lines), *_named_as_concerned(lines[:_OPENING]), *_on_document(lines)]
        addressed = list(_addressed(lines[:_OPENING]))
        if person is None:
            return cls(others=len(labelled), addressed=len(addressed))
        is_to_relative = any(person.is_family(name) and not _is_addressee(name, person) for name in addressed)
        to_himself = person.fits if is_to_relative else lambda name: _is_addressee(name, person)
        own = max(sum(map(person.fits, labelled)), count_behind_labels(lines, person)) + sum(map(to_himself, addressed))
        own += _is_party(lines, person)
        family = max(0, sum(person.is_family(name) for name in (*labelled, *addressed)) - own)
        if family and not own and _says_first_name(lines, person):
            own, family = family, 0
        return cls(
            own=own,
            family=family,
            relatives=sum(
                person.is_family(name) and not _is_addressee(name, person) for name in (*labelled, *addressed)
            ),
            others=sum(not person.is_family(name) for name in labelled),
            addressed=sum(not person.is_family(name) for name in addressed),
            surname=sum(map(person.is_surname, addressed)),
            opens=any(_stands_alone(line, person) or is_written_to(line, person) for line in lines[:_OPENING]),
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
        return not self.own and self.relatives >= self.family and self.others + self.addressed + self.relatives > 0

    @property
    def labelled_others(self) -> int:
        """How often somebody else stands behind a label, of whatever surname."""
        return self.others + self.relatives


def says_my(lines: Sequence[bytes]) -> bool:
    """Whether the writer speaks of anything as his."""
    return _MINE.search(b"\n".join(lines)) is not None


def speaks_of_himself(lines: Sequence[bytes]) -> bool:
    """Whether the writer tells of his own number, account or home."""
    text = b"\n".join(lines)  # no expression reaches across a line
    return _MY.search(text) is not None or _I.search(text) is not None


def speaks_of_one(lines: Sequence[bytes]) -> bool:
    """Whether a lady or a gentleman is named, and a sentence goes on about her or him."""
    text = b"\n".join(lines)
    return _SALUTED.search(text) is not None and _PRONOUN.search(text) is not None


def _named_as_concerned(lines: Sequence[bytes]) -> Iterator[str]:
    for name in concerned(lines):
        yield from names_in(name)


def _addressed(lines: Sequence[bytes]) -> Iterator[str]:
    for line in lines:
        addressed, dear = _ADDRESSED.match(line), _DEAR.match(line)
        if addressed is not None:
            yield from names_in(addressed.group(1))
        elif dear is not None:
            # "Beste Anna" is how one writes to whom one knows; it tells of nobody.
            is_formal = dear.group(1) is not None or len(dear.group(2).split()) > 1
            yield from names_in(dear.group(2)) if is_formal else ()


def _says_first_name(lines: Sequence[bytes], person: PersonName) -> bool:
    """A form has the parts of a name in fields of their own."""
    found = (match.group(1).decode("utf-8", "replace").lower() for line in lines if (match := _FIRST_NAME.match(line)))
    return any(
        first == person.first or (first.rstrip(".")[:1] == person.first[0] and "." in first[:3]) for first in found
    )


def _is_addressee(name: str, person: PersonName) -> bool:
    """A letter leaves out the first name: "Geachte mevrouw De Vries". A common surname alone says too little."""
    return person.fits(name) or (not person.is_common and person.is_surname(name))


def _is_above_address(lines: Sequence[bytes], person: PersonName) -> bool:
    places = [index for index, line in enumerate(lines) if _stands_alone(line, person)]
    addressed = (line for line in lines if _ADDRESSED.match(line) is not None and _POSTCODE.search(line) is not None)
    if any(map(person.fits, _addressed(list(addressed)))) or any(is_written_to(line, person) for line in lines):
        return True
    return any(_POSTCODE.search(b"\n".join(lines[index + 1 : index + 1 + _ADDRESS_LINES])) for index in places)


def _is_party(lines: Sequence[bytes], person: PersonName) -> bool:
    """Whether a deed or a contract is drawn up with him: "..., en Robin de Adviseur, geboren op ..., wonende te ..."."""
    found = (match for line in lines if _MAY_BE_PARTY.search(line) for match in _PARTY.finditer(line))
    named = (match.group(1).decode("utf-8", "replace").split()[-NAME_WORDS:] for match in found)
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
    return len(text.split()) <= NAME_WORDS and person.fits(text)


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
