"""How the cells of a field look, and in what form each counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from app.detect.content import people, shapes, values
from app.detect.content.fields import NAME_PARTS, ONLY_OF_PERSONS, Field
from app.detect.content.values import plain, says_nothing

Value: TypeAlias = Callable[[str], bytes | None]
_LETTERS: Final = bytes(sign for sign in range(256) if chr(sign).isalpha() or sign >= 0x80)
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


def _address(cell: str) -> bytes | None:
    """A street or a box with its number."""
    has_both = any(map(str.isdigit, cell)) and any(map(str.isalpha, cell))
    return plain(cell) if has_both and " " in cell.strip() and not says_nothing(cell) else None


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


_WITH_LETTERS: Final = b"@0123456789"
_WITHOUT_LETTERS: Final = _LETTERS + b"@"
FORMS: Final[dict[Field, Form]] = {
    **dict.fromkeys(NAME_PARTS | {Field.WEAK_NAME, Field.SURNAME}, Form(_name, 0.5, _WITH_LETTERS)),
    **dict.fromkeys(ONLY_OF_PERSONS, Form(_worded, 0.0, None)),
    Field.BSN: Form(values.bsn, 0.5, _WITHOUT_LETTERS),
    Field.BIRTH_DAY: Form(_told, 0.5, b"@"),
    Field.BIRTH_DATE: Form(_birth_date, 0.5, b"@"),
    Field.EMPLOYEE_NUMBER: Form(_number_of_person, 0.6, b"@"),
    Field.PERSON_NUMBER: Form(_number_of_person, 0.6, b"@"),
    Field.STAFF_NUMBER: Form(_number_of_person, 0.6, b"@"),
    Field.PERSON_KEY: Form(_number_of_person, 0.6, b"@"),
    Field.OPAQUE_KEY: Form(_key, 0.5, b"@"),
    Field.ID_DOCUMENT: Form(_id_document, 0.5, b"@"),
    Field.BIG_NUMBER: Form(_big_number, 0.5, _WITHOUT_LETTERS),
    Field.EMAIL: Form(values.email, 0.01, b" \t;,"),
    Field.PHONE: Form(_sure_phone, 0.2, _WITHOUT_LETTERS),
    Field.IBAN: Form(values.iban, 0.01, b"@"),
    Field.CREDIT_CARD: Form(values.card, 0.2, _WITHOUT_LETTERS),
    Field.STREET: Form(_worded, 0.5, b"@"),
    Field.HOUSE_NUMBER: Form(_house_number, 0.5, b"@"),
    Field.POSTCODE: Form(_postcode, 0.3, b"@"),
    Field.ADDRESS: Form(_address, 0.4, b"@"),
    Field.SALARY: Form(_pay, 0.5, _WITHOUT_LETTERS),
    Field.PAY_PART: Form(_pay, 0.5, _WITHOUT_LETTERS),
    Field.AMOUNT: Form(_pay, 0.5, _WITHOUT_LETTERS),
    Field.SCALE: Form(_scale, 0.5, b"@"),
    Field.HEALTH: Form(_told, 0.0, None),
    Field.WEAK_HEALTH: Form(_told, 0.0, None),
    Field.LEAVE: Form(_leave, 0.0, None),
    Field.ABSENCE_CODE: Form(_absence_code, 0.0, None),
    Field.REMARK: Form(_illness, 0.0, None),
    Field.UNION: Form(_told, 0.0, None),
}
