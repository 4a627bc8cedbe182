"""What a column is read as: by its header when its cells fit that, by what nearly all its cells are otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.detect.content import beliefs, people, shapes, values
from app.detect.content.fields import IDENTITY, NAME_PARTS, ONLY_OF_PERSONS, Field, Header, Mark
from app.detect.content.forms import FORMS, Form
from app.detect.content.shapes import Sample

_NOT_PHONES: Final = frozenset(
    {
        Field.THING_NUMBER,
        Field.ORGANISATION_NUMBER,
        Field.FISCAL_NUMBER,
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
_MAY_NAME_PERSONS: Final = frozenset(
    {
        None,
        Field.WEAK_NAME,
        Field.ORGANISATION,
        Field.VALUE,
        Field.TEXT,
        Field.THING,
        Field.NUMBER,
        Field.ROW_LABEL,
        Field.COUNT,
    }
)
_SELDOM_NAME_PERSONS: Final = frozenset({Field.COUNT, Field.ORGANISATION, Field.TEXT, Field.THING, Field.NUMBER})
# Systems give out numbers with the same proof: a header that says so is believed.
_NO_BSNS: Final = frozenset(
    {
        Field.ORGANISATION_NUMBER,
        Field.FISCAL_NUMBER,
        Field.THING_NUMBER,
        Field.AMOUNT,
        Field.COUNT,
        Field.MEASURE,
        Field.PHONE,
    }
)
_MAY_BE_BSNS: Final = frozenset(
    {Field.PERSON_KEY, Field.PERSON_NUMBER, Field.EMPLOYEE_NUMBER, Field.OPAQUE_KEY, Field.ID_DOCUMENT}
)
_WAGE_TYPES: Final = frozenset({None, Field.TEXT, Field.THING, Field.NUMBER, Field.WEAK_NAME})
_SAYS_LITTLE: Final = frozenset(
    {None, Field.FIELD_NAME, Field.DATA_TYPE, Field.VALUE, Field.NUMBER, Field.TEXT, Field.EXAMPLE}
)
HEADCOUNT_DIGITS: Final = 4  # numbers of staff are as long as each other, how many people work somewhere is not
STAFF_NUMBER_DIGITS: Final = 2  # at least: one is a count, or a yes
_DOCUMENTS: Final = frozenset({None, Field.THING, Field.THING_NUMBER, Field.NUMBER, Field.VALUE})
_REMARKS: Final = frozenset({None, Field.TEXT, Field.VALUE})
_WORDS_OF_HEALTH: Final = frozenset(
    {None, Field.TEXT, Field.THING, Field.VALUE, Field.MEASURE, Field.NUMBER, Field.DATA_TYPE}
)
BSN_CHARS = 9
SURNAMES_LEAST = 5  # in a column


@dataclass(frozen=True, slots=True)
class Reading:
    """What a column is read as. `is_guess`: by its values alone, where these prove nothing by themselves."""

    field: Field | None
    is_guess: bool = False


def read_column(header: Header, sample: Sample) -> Reading:
    """`sample`: distinct cells that say something."""
    if Mark.AGGREGATE in header.marks and header.field in ONLY_OF_PERSONS | NAME_PARTS:
        return Reading(Field.MEASURE)
    if header.field in _MAY_BE_BSNS and len(sample) >= 5 and sample.is_mostly(values.bsn, 0.95):
        return Reading(Field.BSN)
    if header.field is Field.AMOUNT and shapes.are_month_pays(sample):
        return Reading(Field.PAY_PART, is_guess=True)
    if header.field is Field.BIRTH_YEAR and sample and sample.is_mostly(values.year_of, 0.8):
        return Reading(Field.BIRTH_DATE)
    if header.field is Field.BIRTH_DATE and sample and sample.is_mostly(shapes.is_day_and_month, 0.8):
        return Reading(Field.BIRTH_DAY)
    if header.field is Field.HEALTH and sample and sample.is_mostly(shapes.is_truancy, 0.5):
        return Reading(Field.TEXT)
    if header.field is Field.ORGANISATION and sample and sample.is_mostly(str.isdigit, 0.9):
        return Reading(Field.NUMBER)  # "relatie": by its number, whoever it is
    form = FORMS.get(header.field) if header.field is not None else None
    if header.field is Field.WEAK_HEALTH and sample and sample.is_mostly(shapes.is_health_word, 0.1):
        return Reading(Field.HEALTH)
    if form is not None and header.field is not Field.WEAK_NAME and (not sample or _fits(form, header, sample)):
        return Reading(header.field)
    if header.field is Field.ADDRESS and sample.is_mostly(values.is_street, 0.5):
        return Reading(Field.STREET)
    if header.field in NAME_PARTS and sample and sample.is_mostly(shapes.is_code, 0.8):
        return Reading(_coded_persons(header, sample))
    if header.field in NAME_PARTS | IDENTITY | {Field.NUMBER} and sample and sample.is_mostly(shapes.is_hash, 0.8):
        return Reading(Field.OPAQUE_KEY)
    found = _proven(header, sample) or _shaped(header, sample)
    if found is not None:
        return Reading(found)
    guess = _guessed(header, sample)
    if guess is not None:
        return Reading(guess, is_guess=True)
    if header.field is Field.TEXT or (
        header.field in _REMARKS
        and sample
        and (not sample.is_mostly(shapes.is_short, 0.5) or sample.has(shapes.is_care))
    ):
        return Reading(Field.REMARK)
    return Reading(header.field if form is None or header.field is Field.WEAK_NAME else None)


def _fits(form: Form, header: Header, sample: Sample) -> bool:
    if header.field is Field.NAME and not sample.is_mostly(people.may_be, 0.4):
        return False  # "medewerkergegevens": what may be done with them
    if header.field is Field.NAME and Mark.OFFICIAL in header.marks and not sample.is_mostly(people.is_likely, 0.3):
        return False  # who is responsible may be a department
    return sample.is_mostly(form.value, form.least if len(sample) >= 4 else min(form.least, 0.3))


def _coded_persons(header: Header, sample: Sample) -> Field:
    """Numbers under "medewerker", how many under "medewerkers"; or `Medewerker 7` instead of a name."""
    if not sample.is_mostly(str.isdigit, 0.8):
        return Field.OPAQUE_KEY
    is_phrase = {Mark.UNKNOWN, Mark.WORDY} <= header.marks  # "Paid to teachers in charter schools"
    if Mark.CLIENT in header.marks and not is_phrase and Mark.MANY not in header.marks:
        return Field.PERSON_KEY
    if Mark.PERSON not in header.marks or Mark.MANY in header.marks or is_phrase:
        return Field.COUNT
    lengths = set(map(len, sample.cells))
    if max(lengths) < STAFF_NUMBER_DIGITS or (len(lengths) > 1 and max(lengths) <= HEADCOUNT_DIGITS):
        return Field.COUNT
    return Field.EMPLOYEE_NUMBER


def _proven(header: Header, sample: Sample) -> Field | None:
    """By proofs that chance does not pass, whatever the header says."""
    count = len(sample)
    if count and sample.is_mostly(values.email, 0.8):
        return Field.EMAIL
    if count and sample.is_mostly(values.iban, 0.8):
        return Field.IBAN
    if count >= 2 and sample.is_mostly(values.is_mrz, 0.8):
        return Field.ID_DOCUMENT
    if header.field not in _NO_BSNS and count >= 5 and sample.is_mostly(values.bsn, 0.9):
        return Field.BSN
    if count >= 4 and sample.is_mostly(values.card, 0.7):
        return Field.CREDIT_CARD
    return None


def _shaped(header: Header, sample: Sample) -> Field | None:
    """By how nearly all cells look."""
    count = len(sample)
    if count >= 3 and header.field not in _NOT_PHONES and sample.is_mostly(values.phone, 0.8):
        return Field.PHONE
    if count >= 3 and header.field is Field.NUMBER and _are_written_phones(sample):
        return Field.PHONE
    if count >= 2 and sample.is_mostly(values.is_street_and_number, 0.7):
        return Field.ADDRESS
    if count >= 3 and header.field is None and sample.is_mostly(values.is_postcode, 0.9):
        return Field.POSTCODE
    if header.field in (None, Field.VALUE) and shapes.are_genders(sample):
        return Field.GENDER
    if header.field in _MAY_NAME_PERSONS and Mark.THING not in header.marks and _are_persons(header, sample):
        return Field.NAME
    if header.field is Field.WEAK_NAME and _are_surnames(sample):
        return Field.SURNAME
    return None


def _are_written_phones(sample: Sample) -> bool:
    """Telephone numbers under "nummer": plain digits may be anything, so that some are written as only these are."""
    return sample.is_mostly(values.phone, 0.9) and sample.is_mostly(values.is_written_phone, 0.3)


def _are_persons(header: Header, sample: Sample) -> bool:
    if not sample or not sample.is_mostly(people.is_perhaps, 0.7):
        return False
    least = 0.7 if header.field in _SELDOM_NAME_PERSONS else 0.4
    return sample.is_mostly(people.is_likely, least) and (len(sample) >= 3 or header.field is Field.WEAK_NAME)


def _are_surnames(sample: Sample) -> bool:
    """Names of one word each, many of them on the list of surnames."""
    return (
        len(sample) >= SURNAMES_LEAST
        and sample.is_mostly(people.is_surname, 0.4)
        and sample.is_mostly(people.is_clear_surname, 0.2)
        and sample.is_mostly(people.may_be_surname, 0.9)
    )


def _is_written_bsn(cell: str) -> bool:
    """With all nine digits: a few such numbers that all pass the proof are no chance, shorter ones may be dates."""
    return len(cell.strip()) >= BSN_CHARS and values.bsn(cell) is not None


def _are_staff_numbers(sample: Sample) -> bool:
    """Numbers of four to eight digits that somebody gave out: as long as each other, and not one after the other."""
    if len(sample) < 3 or not sample.is_mostly(shapes.is_staff_number, 0.98):
        return False
    numbers = sorted({int(cell) for cell in sample.cells if cell.isdigit()})
    return len({len(str(number)) for number in numbers}) <= 2 and numbers[-1] - numbers[0] >= 2 * len(numbers)


def _are_wage_types(sample: Sample) -> bool:
    """Components of pay, or the same remark with every payment: "Salaris september 2025"."""
    if sample and sample.is_mostly(shapes.is_pay_remark, 0.9):
        return True
    return len(sample) >= 3 and sample.is_mostly(shapes.is_wage_type, 0.4)


def _are_documents(sample: Sample) -> bool:
    """Numbers of passports and cards of the Netherlands, with driving licences and foreign passports among them."""
    return sample.is_mostly(values.may_be_document, 0.9) and sample.is_mostly(values.is_dutch_document, 0.25)


def _guessed(header: Header, sample: Sample) -> Field | None:
    """By what is likely beside persons, and means nothing elsewhere."""
    is_cryptic = header.field is None and Mark.WORDY not in header.marks
    is_cryptic_date = header.field is Field.DATE and Mark.UNKNOWN in header.marks and Mark.WORDY not in header.marks
    if (header.field in _SAYS_LITTLE or is_cryptic_date) and shapes.are_birth_dates(sample):
        return Field.BIRTH_DATE
    if header.field in _SAYS_LITTLE and len(sample) >= 3 and sample.is_mostly(_is_written_bsn, 1.0):
        return Field.BSN
    if header.field is Field.FISCAL_NUMBER and sample and sample.is_mostly(values.bsn, 0.95):
        return Field.BSN
    if is_cryptic and shapes.are_month_pays(sample):
        return Field.SALARY
    if is_cryptic and _are_surnames(sample):
        return Field.SURNAME
    if header.field is Field.WAGE_TYPE and beliefs.called(sample) == Field.UNION:
        return Field.UNION  # dues that are kept from pay
    if header.field in _WAGE_TYPES and _are_wage_types(sample):
        return Field.WAGE_TYPE
    if header.field in _WORDS_OF_HEALTH | NAME_PARTS | {Field.ORIGIN} and (kind := beliefs.called(sample)) is not None:
        return Field(kind)
    if header.field is Field.NUMBER and _are_staff_numbers(sample):
        return Field.STAFF_NUMBER
    if header.field in _DOCUMENTS and len(sample) >= 3 and _are_documents(sample):
        return Field.ID_DOCUMENT
    if header.field in _WORDS_OF_HEALTH and len(sample) >= 2 and sample.is_mostly(shapes.is_health_word, 0.5):
        return Field.HEALTH
    if header.field in _WORDS_OF_HEALTH and _tells_of_sickness(sample):
        return Field.LEAVE
    return None


def _tells_of_sickness(sample: Sample) -> bool:
    """Choices and codes, one of which says that somebody is ill."""
    return sample.is_mostly(shapes.is_short, 0.9) and any(map(shapes.is_sickness, sample.cells))
