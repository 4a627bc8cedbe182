"""One column of a table: its header and all its cells decide together what it holds; its distinct values are counted.

A column is read as what its header says when its cells fit that, and as what nearly all its cells are otherwise. Cells of
the first rows make a sample; once that is full the reading stands, and further cells are only counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from app.detect.content import people, shapes, values
from app.detect.content.fields import IDENTITY, NAME_PARTS, ONLY_OF_PERSONS, Field, Header, Mark
from app.detect.content.shapes import Sample
from app.detect.content.values import plain, says_nothing

SAMPLE = 300  # distinct cells that say something
SAMPLE_ROWS = 4_000  # filled cells: after them the sample of a column with few distinct cells is full, too
DISTINCT_AT_MOST = 100_000  # of a column: a count of this size says enough, and it is 10 MB
SEEN_AT_MOST = 20_000  # cells that are skipped when they come again: all dates of birth of a large firm
KEPT_OF_TABLE = 1_500_000  # hashes of all columns together
SEEN_OF_TABLE = 300_000
CELL_CHARS = 2_000  # of a longer cell only the text counts

Value: TypeAlias = Callable[[str], bytes | None]
_LETTERS: Final = bytes(sign for sign in range(256) if chr(sign).isalpha() or sign >= 0x80)
_DIGITS: Final = b"0123456789"
_NUMERIC: Final = _DIGITS + b".,:/%-+ \n"
_PHONELIKE: Final = re.compile(rb"(?m)^\(?(?:0[1-9]|\+|00[1-9])[\d ()/.-]{8,}$")
_WORDS_APART: Final = re.compile(r"\S\s+\S+\s+\S")


def _name(cell: str) -> bytes | None:
    return plain(cell) if people.is_name_part(cell) and not says_nothing(cell) else None


def _birth_date(cell: str) -> bytes | None:
    return plain(cell) if shapes.is_birth_date(cell) else None


def _number_of_person(cell: str) -> bytes | None:
    """A personnel number or the like: short, with a digit, no date and no sentence."""
    text = cell.strip()
    is_number = len(text) <= 24 and any(map(str.isdigit, text)) and _WORDS_APART.search(text) is None
    return plain(text) if is_number and values.year_of(text) is None and text.strip("0.,") else None


def _key(cell: str) -> bytes | None:
    return None if says_nothing(cell) else plain(cell)


def _pay(cell: str) -> bytes | None:
    return plain(cell) if values.is_pay(cell) else None


def _scale(cell: str) -> bytes | None:
    return plain(cell) if len(cell) <= 12 and any(map(str.isdigit, cell)) and not says_nothing(cell) else None


def _told(cell: str) -> bytes | None:
    """What is told of a person: anything but nothing."""
    return None if says_nothing(cell) else plain(cell)


def _worded(cell: str) -> bytes | None:
    """The same in words: a number is a count."""
    return plain(cell) if any(map(str.isalpha, cell)) and not says_nothing(cell) else None


def _leave(cell: str) -> bytes | None:
    return plain(cell) if shapes.is_health_word(cell) else None


def _absence_code(cell: str) -> bytes | None:
    return plain(cell) if not says_nothing(cell) and (cell.strip().isdigit() or shapes.is_health_word(cell)) else None


def _illness(cell: str) -> bytes | None:
    return plain(cell) if shapes.tells_of_illness(cell) else None


def _sure_phone(cell: str) -> bytes | None:
    return values.phone(cell, sure=True)


def _postcode(cell: str) -> bytes | None:
    return plain(cell).replace(b" ", b"") if values.is_postcode(cell, sure=True) else None


def _house_number(cell: str) -> bytes | None:
    return plain(cell) if values.is_house_number(cell) else None


def _id_document(cell: str) -> bytes | None:
    return plain(cell) if values.is_id_document(cell) else None


def _big_number(cell: str) -> bytes | None:
    return plain(cell) if values.is_big(cell) else None


@dataclass(frozen=True, slots=True)
class Form:
    """How the cells of a field look. `least`: the share of them that must fit for the header to be believed. `odd`: signs
    that no fitting cell has (a cell with them is looked at as text, too); None: every cell is."""

    value: Value
    least: float
    odd: bytes | None


_WITH_LETTERS: Final = b"@" + _DIGITS
_WITHOUT_LETTERS: Final = _LETTERS + b"@"
FORMS: Final[dict[Field, Form]] = {
    **dict.fromkeys(NAME_PARTS | {Field.WEAK_NAME}, Form(_name, 0.5, _WITH_LETTERS)),
    **dict.fromkeys(ONLY_OF_PERSONS, Form(_worded, 0.0, None)),
    Field.BSN: Form(values.bsn, 0.5, _WITHOUT_LETTERS),
    Field.BIRTH_DATE: Form(_birth_date, 0.5, b"@"),
    Field.EMPLOYEE_NUMBER: Form(_number_of_person, 0.6, b"@"),
    Field.PERSON_NUMBER: Form(_number_of_person, 0.6, b"@"),
    Field.PERSON_KEY: Form(_number_of_person, 0.6, b"@"),
    Field.OPAQUE_KEY: Form(_key, 0.5, b"@"),
    Field.ID_DOCUMENT: Form(_id_document, 0.5, b"@"),
    Field.BIG_NUMBER: Form(_big_number, 0.5, _WITHOUT_LETTERS),
    Field.EMAIL: Form(values.email, 0.01, b" \t"),
    Field.PHONE: Form(_sure_phone, 0.2, _WITHOUT_LETTERS),
    Field.IBAN: Form(values.iban, 0.01, b"@"),
    Field.CREDIT_CARD: Form(values.card, 0.2, _WITHOUT_LETTERS),
    Field.STREET: Form(_worded, 0.5, b"@"),
    Field.HOUSE_NUMBER: Form(_house_number, 0.5, b"@"),
    Field.POSTCODE: Form(_postcode, 0.3, b"@"),
    Field.ADDRESS: Form(_worded, 0.5, b"@"),
    Field.SALARY: Form(_pay, 0.5, _WITHOUT_LETTERS),
    Field.PAY_PART: Form(_pay, 0.5, _WITHOUT_LETTERS),
    Field.AMOUNT: Form(_pay, 0.5, _WITHOUT_LETTERS),
    Field.SCALE: Form(_scale, 0.5, b"@"),
    Field.HEALTH: Form(_told, 0.0, None),
    Field.WEAK_HEALTH: Form(_told, 0.0, None),
    Field.LEAVE: Form(_leave, 0.0, None),
    Field.ABSENCE_CODE: Form(_absence_code, 0.0, None),
    Field.REMARK: Form(_illness, 0.0, None),
    Field.UNION: Form(_worded, 0.0, None),
}
_NOT_PHONES: Final = frozenset(
    {
        Field.THING_NUMBER,
        Field.ORGANISATION_NUMBER,
        Field.EMPLOYEE_NUMBER,
        Field.PERSON_KEY,
        Field.PERSON_NUMBER,
        Field.COUNT,
        Field.MEASURE,
        Field.AMOUNT,
        Field.DATE,
        Field.NUMBER,
        Field.BSN,
        Field.ID_DOCUMENT,
        Field.BIG_NUMBER,
    }
)
_MAY_NAME_PERSONS: Final = frozenset({None, Field.WEAK_NAME, Field.ORGANISATION, Field.VALUE, Field.TEXT, Field.THING, Field.NUMBER})
_SELDOM_NAME_PERSONS: Final = frozenset({Field.ORGANISATION, Field.TEXT, Field.THING, Field.NUMBER})
# Systems give out numbers with the same proof: a header that says so is believed.
_NO_BSNS: Final = frozenset({Field.ORGANISATION_NUMBER, Field.THING_NUMBER, Field.AMOUNT, Field.COUNT, Field.MEASURE, Field.PHONE})
_MAY_BE_BSNS: Final = frozenset({Field.PERSON_KEY, Field.PERSON_NUMBER, Field.EMPLOYEE_NUMBER, Field.OPAQUE_KEY})
_WAGE_TYPES: Final = frozenset({None, Field.TEXT, Field.THING, Field.NUMBER, Field.WEAK_NAME})
_REMARKS: Final = frozenset({None, Field.TEXT, Field.VALUE})
_WORDS_OF_HEALTH: Final = frozenset({None, Field.TEXT, Field.THING, Field.VALUE, Field.MEASURE, Field.NUMBER, Field.DATA_TYPE})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a column is read as. `is_guess`: by its values alone, where these prove nothing by themselves."""

    field: Field | None
    is_guess: bool = False


def read_column(header: Header, sample: Sample) -> Reading:
    """`sample`: distinct cells that say something."""
    if Mark.AGGREGATE in header.marks and header.field in ONLY_OF_PERSONS | NAME_PARTS:
        return Reading(Field.MEASURE)
    if header.field in _MAY_BE_BSNS and len(sample) >= 5 and sample.share(values.bsn) >= 0.95:
        return Reading(Field.BSN)
    if header.field is Field.AMOUNT and shapes.are_month_pays(sample):
        return Reading(Field.PAY_PART, is_guess=True)
    form = FORMS.get(header.field) if header.field is not None else None
    if header.field is Field.WEAK_HEALTH and sample and sample.share(shapes.is_health_word) >= 0.3:
        return Reading(Field.HEALTH)
    if form is not None and header.field is not Field.WEAK_NAME and (not sample or _fits(form, sample)):
        return Reading(header.field)
    if header.field in NAME_PARTS and sample and sample.share(shapes.is_code) >= 0.8:
        return Reading(_coded_persons(header, sample))
    if header.field in NAME_PARTS | IDENTITY | {Field.NUMBER} and sample and sample.share(shapes.is_hash) >= 0.8:
        return Reading(Field.OPAQUE_KEY)
    found = _proven(header, sample) or _shaped(header, sample)
    if found is not None:
        return Reading(found)
    guess = _guessed(header, sample)
    if guess is not None:
        return Reading(guess, is_guess=True)
    if header.field in _REMARKS and sample and sample.share(shapes.is_short) < 0.5:
        return Reading(Field.REMARK)
    return Reading(header.field if form is None or header.field is Field.WEAK_NAME else None)


def _fits(form: Form, sample: Sample) -> bool:
    return sample.share(form.value) >= (form.least if len(sample) >= 4 else min(form.least, 0.3))


def _coded_persons(header: Header, sample: Sample) -> Field:
    """Numbers under "medewerker", how many under "medewerkers"; or `Medewerker 7` instead of a name."""
    if sample.share(str.isdigit) < 0.8:
        return Field.OPAQUE_KEY
    if Mark.PERSON not in header.marks or Mark.MANY in header.marks:
        return Field.COUNT
    return Field.EMPLOYEE_NUMBER


def _proven(header: Header, sample: Sample) -> Field | None:
    """By proofs that chance does not pass, whatever the header says."""
    count = len(sample)
    if count and sample.share(values.email) >= 0.8:
        return Field.EMAIL
    if count and sample.share(values.iban) >= 0.8:
        return Field.IBAN
    if count >= 2 and sample.share(values.is_mrz) >= 0.8:
        return Field.ID_DOCUMENT
    if header.field not in _NO_BSNS and count >= 5 and sample.share(values.bsn) >= 0.9:
        return Field.BSN
    if count >= 4 and sample.share(values.card) >= 0.7:
        return Field.CREDIT_CARD
    return None


def _shaped(header: Header, sample: Sample) -> Field | None:
    """By how nearly all cells look."""
    count = len(sample)
    if count >= 3 and header.field not in _NOT_PHONES and sample.share(values.phone) >= 0.8:
        return Field.PHONE
    if count >= 2 and sample.share(values.is_street_and_number) >= 0.7:
        return Field.ADDRESS
    if count >= 3 and header.field is None and sample.share(values.is_postcode) >= 0.9:
        return Field.POSTCODE
    if header.field in (None, Field.VALUE) and shapes.are_genders(sample):
        return Field.GENDER
    if header.field in _MAY_NAME_PERSONS and Mark.THING not in header.marks and _are_persons(header, sample):
        return Field.NAME
    return None


def _are_persons(header: Header, sample: Sample) -> bool:
    if not sample or sample.share(people.is_perhaps) < 0.7:
        return False
    least = 0.7 if header.field in _SELDOM_NAME_PERSONS else 0.4
    return sample.share(people.is_likely) >= least and (len(sample) >= 3 or header.field is Field.WEAK_NAME)


def _guessed(header: Header, sample: Sample) -> Field | None:
    """By what is likely beside persons, and means nothing elsewhere."""
    is_cryptic = header.field is None and Mark.WORDY not in header.marks
    if is_cryptic and shapes.are_birth_dates(sample):
        return Field.BIRTH_DATE
    if is_cryptic and shapes.are_month_pays(sample):
        return Field.SALARY
    if header.field in _WAGE_TYPES and len(sample) >= 3 and sample.share(shapes.is_wage_type) >= 0.4:
        return Field.WAGE_TYPE
    if header.field in _WORDS_OF_HEALTH and len(sample) >= 2 and sample.share(shapes.is_health_word) >= 0.5:
        return Field.HEALTH
    if header.field in _WORDS_OF_HEALTH and sample.share(shapes.is_short) >= 0.9 and sample.share(shapes.is_sickness):
        return Field.LEAVE
    return None


@dataclass(frozen=True, slots=True)
class Taken:
    """Of a batch: the distinct cells that were not seen lately, and those among them that the reading does not explain, which
    are to be looked at as text."""

    fresh: Sequence[str]
    unexplained: Sequence[str]


_NOTHING_NEW: Final = Taken((), ())


class Column:
    """What one column held below its header: hashes of its distinct values, never a value but for the sample."""

    __slots__ = ("_looked_at", "_most", "_most_seen", "_sample", "_seen", "filled", "header", "reading", "sure", "values")

    def __init__(self, header: Header, columns: int = 1) -> None:
        """`columns`: how many share the memory."""
        self.header = header
        self._most = min(DISTINCT_AT_MOST, KEPT_OF_TABLE // columns)
        self._most_seen = min(SEEN_AT_MOST, SEEN_OF_TABLE // columns)
        self.reading = Reading(header.field)
        self.filled = 0
        self.values: set[int] = set()
        self.sure: set[int] = set()  # of a column called "naam" the names that are persons' beyond doubt
        self._sample: dict[str, None] | None = {}
        self._looked_at = 0
        self._seen: set[str] = set()

    @property
    def field(self) -> Field | None:
        return self.reading.field

    @property
    def distinct(self) -> int:
        """Distinct cells, as far as they were kept."""
        return max(len(self.values), len(self._seen))

    def take(self, cells: Sequence[str]) -> Taken:
        """Count a batch."""
        distinct: Iterable[str] = dict.fromkeys(cells) if self._sample is not None else set(cells)
        kept = [cell for cell in distinct if cell and cell not in self._seen]
        self.filled += len(cells) - cells.count("")
        if not kept:
            return _NOTHING_NEW
        if self._sample is not None:
            self._look(kept)
        self._count(kept)
        if len(self._seen) < self._most_seen:
            self._seen.update(kept[: self._most_seen - len(self._seen)])
        return Taken(kept, self._unexplained(kept))

    def settle(self) -> None:
        """Read the sample as it is: somebody asks."""
        if self._sample is not None and self._looked_at < len(self._sample):
            self._read()

    def _look(self, cells: Sequence[str]) -> None:
        sample = self._sample
        assert sample is not None
        for cell in cells:
            if len(sample) >= SAMPLE:
                break
            if len(cell) <= CELL_CHARS and not says_nothing(cell):
                sample[cell] = None
        if 4 * len(sample) >= 5 * self._looked_at:
            self._read()
        if len(sample) >= SAMPLE or self.filled >= SAMPLE_ROWS:
            self._read()
            self._sample = None

    def _read(self) -> None:
        assert self._sample is not None
        self._looked_at = len(self._sample)
        reading = read_column(self.header, Sample(list(self._sample)))
        if reading != self.reading:
            self.reading = reading
            self.values.clear()
            self.sure.clear()
            self._count(self._sample)

    def _count(self, cells: Iterable[str]) -> None:
        form = FORMS.get(self.reading.field) if self.reading.field is not None else None
        if form is None or len(self.values) >= self._most:
            return
        is_weak = self.reading.field is Field.WEAK_NAME
        for cell in cells:
            value = form.value(cell)
            if value is not None:
                self.values.add(hash(value))
                if is_weak and people.is_sure(cell):
                    self.sure.add(hash(value))

    def _unexplained(self, cells: list[str]) -> list[str]:
        form = FORMS.get(self.reading.field) if self.reading.field is not None else None
        joined = "\n".join(cells).encode("utf-8", "replace")
        if form is None or form.odd is None:
            if not joined.translate(None, _NUMERIC):
                return cells if self.reading.field is None and _PHONELIKE.search(joined) is not None else []
            return cells
        if len(joined.translate(None, form.odd)) == len(joined):
            return []
        return [cell for cell in cells if form.value(cell) is None]
