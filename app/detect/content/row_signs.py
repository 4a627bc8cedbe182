"""What the columns of a region show of its rows: whether each is about one person, and what else they are.

What is told of persons (pay, health, belief) is personal data only in rows about one person each: a column holds names, numbers
that only persons have, or several facts that only persons have.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from app.detect.content.columns import Column
from app.detect.content.fields import ATTRIBUTES, IDENTITY, KINDS, NAME_PARTS, ONLY_OF_PERSONS, Field, Header, Mark

_KEYS: Final = frozenset(
    {Field.OPAQUE_KEY, Field.PERSON_KEY, Field.PERSON_NUMBER, Field.EMPLOYEE_NUMBER, Field.NUMBER, Field.STAFF_NUMBER}
)
_ONLY_OF_EMPLOYEES: Final = frozenset({Field.SALARY, Field.SCALE, Field.PAY_PART, Field.PERSON_DATE, Field.WAGE_TYPE})
_BESIDE_SURNAMES: Final = ONLY_OF_PERSONS - {Field.AMOUNT, Field.REMARK} | {
    Field.ADDRESS,
    Field.STREET,
    Field.EMAIL,
    Field.PHONE,
    Field.INITIALS,
}
_HOW_MANY: Final = Header(Field.COUNT, frozenset({Mark.COUNT}))  # "aantal", and nothing else
ROWS_LEAST = 3
_KEY_SHARE = 0.5  # of the rows: a key tells them apart, or at least many of them
_PERSON_FACTS = 2


class RowSigns:
    """Signs in the columns of one region with `rows` rows."""

    def __init__(self, columns: Mapping[int, Column], rows: int) -> None:
        self._columns = columns
        self._rows = rows

    @cached_property
    def has_person_rows(self) -> bool:
        """Whether each row is about one person, be it only a contact."""
        return self.has_identity or self.names_subjects or self.has_person_facts or self.has_surnames

    @property
    def is_timesheet(self) -> bool:
        """Hours of days or weeks."""
        return bool(self.filled({Field.MEASURE})) and bool(self.filled({Field.DATE}))

    @property
    def has_private_contacts(self) -> bool:
        """Whether a column holds how persons are reached at home."""
        return any(
            Mark.PRIVATE in column.header.marks and KINDS.get(column.field) in ("email", "phone", "address")
            for column in self._columns.values()
            if column.field is not None and column.values
        )

    @cached_property
    def has_identity(self) -> bool:
        """A number or a birth date that only a person has. A guessed birth date needs another sign of persons."""
        sure = [c for c in self.with_values(IDENTITY) if not c.reading.is_guess]
        return bool(sure)

    @cached_property
    def has_surnames(self) -> bool:
        """Surnames beside what only persons have. Birth dates, too, by their values alone: two columns that agree."""
        beside = (
            self.with_values(IDENTITY)
            or len(self.filled(ATTRIBUTES)) >= _PERSON_FACTS
            or self.with_values(_BESIDE_SURNAMES)
        )
        return bool(beside) and bool(self.with_values({Field.SURNAME}))

    @cached_property
    def names_subjects(self) -> bool:
        """Names of those that the rows are about: not of the manager of a department that is counted."""
        named = self.with_values(NAME_PARTS)
        if self.has_counts and self.filled({Field.DEPARTMENT, Field.ORGANISATION, Field.THING}):
            named = [column for column in named if Mark.OFFICIAL not in column.header.marks]
        return bool(named) or self.is_weakly_named or self.has_surnames

    @cached_property
    def is_weakly_named(self) -> bool:
        """ "Naam" without a name that is sure: of persons beside what only persons have."""
        beside = self.has_identity or len(self.filled(ATTRIBUTES)) >= _PERSON_FACTS
        return beside and bool(self.with_values({Field.WEAK_NAME}))

    @cached_property
    def has_counts(self) -> bool:
        """A payslip counts, too: the hours of each of its lines."""
        are_lines = bool(self.filled({Field.WAGE_TYPE}))
        return any(
            column.header.marks & {Mark.AGGREGATE, Mark.COUNT} or column.header.field is Field.COUNT
            for column in self._columns.values()
            if column.filled and column.field not in NAME_PARTS and not (are_lines and column.header == _HOW_MANY)
        )

    @property
    def has_key(self) -> bool:
        return any(column.distinct >= _KEY_SHARE * min(self._rows, 1_000) for column in self.filled(_KEYS))

    @cached_property
    def has_person_facts(self) -> bool:
        """Rows of persons without a name: several facts that only persons have, or one beside a key, and no counts."""
        if self.has_counts or self._rows < ROWS_LEAST:
            return False
        if self.has_own_key and len(self.kinds_told()) >= _PERSON_FACTS:
            return True  # pay and illness under one code each
        facts = len(self.filled(ATTRIBUTES)) + sum(c.reading.is_guess for c in self.with_values({Field.BIRTH_DATE}))
        pseudonyms = any(column.values for column in self.filled({Field.OPAQUE_KEY}))
        told = bool(self.with_values(ONLY_OF_PERSONS))
        return facts >= _PERSON_FACTS or (self.has_key and facts >= 1) or (pseudonyms and (told or facts >= 1))

    @property
    def has_own_key(self) -> bool:
        """A key that no two rows share."""
        return any(column.distinct >= min(self._rows, 1_000) for column in self.filled(_KEYS))

    def kinds_told(self) -> set[str]:
        told = self.with_values(ONLY_OF_PERSONS - {Field.AMOUNT, Field.REMARK})
        return {KINDS[column.field] for column in told if column.field is not None and not column.reading.is_guess}

    @property
    def are_subjects(self) -> bool:
        """Persons under a key instead of a name, with their age, sex or the like."""
        return bool(self.with_values({Field.OPAQUE_KEY})) and len(self.filled(ATTRIBUTES)) >= _PERSON_FACTS

    @property
    def is_bank_statement(self) -> bool:
        """What came in and went out day by day; a ledger books it on something."""
        booked = {Field.ORGANISATION_NUMBER, Field.THING_NUMBER, Field.DEPARTMENT, Field.COUNT, Field.MEASURE}
        return bool(self.filled({Field.DATE}) or self.with_values({Field.IBAN})) and not self.filled(booked)

    @property
    def are_employees(self) -> bool:
        is_kept = any(c.header.field is Field.WAGE_TYPE for c in self._columns.values() if c.filled)  # from their pay
        return (
            is_kept
            or bool(self.filled(_ONLY_OF_EMPLOYEES))
            or (self._are_called_staff and bool(self.filled({Field.UNION})))
        )

    @property
    def _are_called_staff(self) -> bool:
        marks = [column.header.marks for column in self.with_values(NAME_PARTS)]
        return any(Mark.PERSON in found and Mark.CLIENT not in found for found in marks)

    @property
    def are_clients(self) -> bool:
        """People who are served: the steps that they take are of no scale of pay."""
        named = [c for c in self.with_values(NAME_PARTS | IDENTITY) if Mark.CLIENT in c.header.marks]
        return bool(named) and not self.filled(_ONLY_OF_EMPLOYEES - {Field.SCALE})

    @property
    def are_pupils(self) -> bool:
        return any(Mark.PUPIL in column.header.marks for column in self._columns.values() if column.filled)

    @property
    def pays_persons(self) -> bool:
        """Persons by their names, and nothing that is bought or sold: then "bruto" and "netto" are what they earn."""
        traded = {
            Field.ORGANISATION,
            Field.ORGANISATION_NUMBER,
            Field.FISCAL_NUMBER,
            Field.THING_NUMBER,
            Field.THING,
        }
        counted = any(c.header.marks & {Mark.AGGREGATE, Mark.COUNT} for c in self._columns.values() if c.filled)
        named = self.with_values(NAME_PARTS)
        is_pivot = any(column.header.field is Field.ROW_LABEL for column in named)
        return bool(named) and not self.filled(traded) and (is_pivot or not counted)

    def of_organisation(self, fields: frozenset[Field]) -> bool:
        return any(Mark.ORGANISATION in column.header.marks for column in self.filled(fields))

    def filled(self, fields: frozenset[Field] | set[Field]) -> list[Column]:
        return [column for column in self._columns.values() if column.field in fields and column.filled]

    def with_values(self, fields: frozenset[Field] | set[Field]) -> list[Column]:
        return [column for column in self._columns.values() if column.field in fields and column.values]
