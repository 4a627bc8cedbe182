"""What a column of a table can be about, and what that says of its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Final


class Field(StrEnum):
    """What the cells of a column are."""

    # Who it is about.
    NAME = auto()
    FIRST_NAME = auto()
    INFIX = auto()
    LAST_NAME = auto()
    INITIALS = auto()
    WEAK_NAME = auto()  # "naam", of anything
    SURNAME = auto()  # in a column without a name: of persons beside what only persons have
    BSN = auto()
    BIRTH_DATE = auto()
    EMPLOYEE_NUMBER = auto()
    PERSON_KEY = auto()  # the number of a client, a patient, a pupil
    PERSON_NUMBER = auto()  # "persoonsnummer": of an employee where rows are of employees
    STAFF_NUMBER = auto()  # "nr": of an employee where rows are of employees by name, each with a number of his own
    OPAQUE_KEY = auto()  # a pseudonym
    ID_DOCUMENT = auto()
    BIG_NUMBER = auto()
    # How to reach or pay them.
    EMAIL = auto()
    PHONE = auto()
    IBAN = auto()
    CREDIT_CARD = auto()
    STREET = auto()
    HOUSE_NUMBER = auto()
    POSTCODE = auto()
    CITY = auto()
    ADDRESS = auto()
    # What is told of them.
    SALARY = auto()
    SCALE = auto()
    PAY_PART = auto()  # "bruto", "netto": pay beside what only a person has
    AMOUNT = auto()  # "bedrag": pay beside the name of a wage component
    WAGE_TYPE = auto()
    HEALTH = auto()
    WEAK_HEALTH = auto()  # "behandeling", "hersteld": of persons beside what tells of their health
    LEAVE = auto()  # absence of any sort: its values decide
    ABSENCE_CODE = auto()
    REMARK = auto()  # sentences, some of which tell of an illness
    UNION = auto()
    RELIGION = auto()
    ETHNICITY = auto()
    ORIGIN = auto()  # "herkomst", also of things
    CRIMINAL = auto()
    ORIENTATION = auto()
    POLITICS = auto()
    # What rows about persons have, and no kind of its own.
    GENDER = auto()
    AGE = auto()
    BIRTH_YEAR = auto()
    BIRTH_DAY = auto()  # without the year, which may stand in a column of its own
    PERSON_DATE = auto()  # in service since
    PERSON_FACT = auto()  # nationality, marital status, part-time factor
    FUNCTION = auto()
    ORGANISATION = auto()
    DEPARTMENT = auto()
    # Everything else.
    ORGANISATION_NUMBER = auto()
    FISCAL_NUMBER = auto()  # "fiscaal nummer": of persons the citizens' number, of organisations their own
    THING_NUMBER = auto()
    THING = auto()
    NUMBER = auto()  # "nr", "id", "code": of anything
    COUNT = auto()
    MEASURE = auto()
    DATE = auto()
    TEXT = auto()
    LANGUAGE = auto()  # "Turks" below it is no origin
    ROW_LABEL = auto()  # what a pivot table is summed by: persons, where they are persons
    FIELD_NAME = auto()
    DATA_TYPE = auto()
    EXAMPLE = auto()
    VALUE = auto()  # "waarde", beside a column of field names


class Mark(StrEnum):
    """What else a header says."""

    AGGREGATE = auto()  # gemiddeld, mediaan: never one person's
    COUNT = auto()  # aantal, totaal
    PERSON = auto()
    CLIENT = auto()  # a person who is served: a patient, a pupil, a member
    OFFICIAL = auto()  # a person in a role: the manager, the contact
    ORGANISATION = auto()
    THING = auto()
    PRIVATE = auto()
    BUSINESS = auto()
    PERCENTAGE = auto()
    PUPIL = auto()  # the number of staff that stands beside it is a pupil's
    MANY = auto()  # "medewerkers": names below it, or how many they are
    UNKNOWN = auto()  # some word is not known
    WORDY = auto()  # words that are not known: no cryptic name of a field, so that the cells alone decide nothing


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says; `field` None where it says nothing that is known."""

    field: Field | None = None
    marks: frozenset[Mark] = frozenset()


KINDS: Final[Mapping[Field, str]] = {
    Field.NAME: "name",
    Field.FIRST_NAME: "name",
    Field.INFIX: "name",
    Field.LAST_NAME: "name",
    Field.INITIALS: "name",
    Field.WEAK_NAME: "name",
    Field.SURNAME: "name",
    Field.BSN: "bsn",
    Field.BIRTH_DATE: "date_of_birth",
    Field.BIRTH_DAY: "date_of_birth",
    Field.EMPLOYEE_NUMBER: "employee_number",
    Field.PERSON_NUMBER: "employee_number",
    Field.STAFF_NUMBER: "employee_number",
    Field.ID_DOCUMENT: "id_document",
    Field.BIG_NUMBER: "big_number",
    Field.EMAIL: "email",
    Field.PHONE: "phone",
    Field.IBAN: "iban",
    Field.CREDIT_CARD: "credit_card",
    Field.STREET: "address",
    Field.HOUSE_NUMBER: "address",
    Field.POSTCODE: "address",
    Field.ADDRESS: "address",
    Field.SALARY: "salary",
    Field.SCALE: "salary",
    Field.PAY_PART: "salary",
    Field.AMOUNT: "salary",
    Field.HEALTH: "health",
    Field.WEAK_HEALTH: "health",
    Field.LEAVE: "health",
    Field.ABSENCE_CODE: "health",
    Field.REMARK: "health",
    Field.UNION: "union",
    Field.RELIGION: "religion",
    Field.ETHNICITY: "ethnicity",
    Field.CRIMINAL: "criminal",
    Field.ORIENTATION: "orientation",
    Field.POLITICS: "politics",
}
"""The kind of personal data that a column's real values are."""

NAME_PARTS: Final = frozenset({Field.NAME, Field.FIRST_NAME, Field.INFIX, Field.LAST_NAME, Field.INITIALS})
ADDRESS_PARTS: Final = frozenset({Field.STREET, Field.HOUSE_NUMBER, Field.POSTCODE, Field.ADDRESS})
PARTS_OF_NAME: Final = NAME_PARTS - {Field.NAME}
PARTS_OF_ADDRESS: Final = ADDRESS_PARTS - {Field.ADDRESS}
IDENTITY: Final = frozenset(
    {
        Field.BSN,
        Field.BIRTH_DATE,
        Field.EMPLOYEE_NUMBER,
        Field.PERSON_NUMBER,
        Field.PERSON_KEY,
        Field.ID_DOCUMENT,
        Field.BIG_NUMBER,
    }
)
"""Besides a name: what only a person has."""

ONLY_OF_PERSONS: Final = frozenset(
    {
        Field.SALARY,
        Field.SCALE,
        Field.PAY_PART,
        Field.AMOUNT,
        Field.HEALTH,
        Field.WEAK_HEALTH,
        Field.LEAVE,
        Field.ABSENCE_CODE,
        Field.REMARK,
        Field.UNION,
        Field.RELIGION,
        Field.ETHNICITY,
        Field.CRIMINAL,
        Field.ORIENTATION,
        Field.POLITICS,
    }
)
"""Personal data only in a row about one person: in a row about a group they are figures."""

ATTRIBUTES: Final = frozenset({Field.GENDER, Field.AGE, Field.BIRTH_YEAR, Field.PERSON_DATE, Field.PERSON_FACT})
