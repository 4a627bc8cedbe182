"""What the columns of a region say together.

What is told of persons (pay, health, belief) is personal data only in rows about one person each: a column holds names, numbers
that only persons have, or several facts that only persons have.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from app.detect.content.columns import DISTINCT_AT_MOST, Column
from app.detect.content.fields import (
    ADDRESS_PARTS,
    ATTRIBUTES,
    IDENTITY,
    KINDS,
    NAME_PARTS,
    ONLY_OF_PERSONS,
    PARTS_OF_ADDRESS,
    PARTS_OF_NAME,
    Field,
    Header,
    Mark,
)

_KEYS: Final = frozenset(
    {Field.OPAQUE_KEY, Field.PERSON_KEY, Field.PERSON_NUMBER, Field.EMPLOYEE_NUMBER, Field.NUMBER, Field.STAFF_NUMBER}
)
_TOLD: Final = frozenset(
    {"bsn", "date_of_birth", "salary", "health", "id_document", "credit_card"}
    | {"union", "religion", "ethnicity", "criminal", "orientation", "politics"}
)
"""Kinds that say more of a person than where he works and how he is reached there."""
_SURE_PERSONS: Final = frozenset({Field.BSN, Field.BIRTH_DATE})
_OF_EMPLOYEES: Final = frozenset(
    {
        Field.SALARY,
        Field.SCALE,
        Field.PAY_PART,
        Field.AMOUNT,
        Field.FUNCTION,
        Field.DEPARTMENT,
        Field.PERSON_DATE,
        Field.WAGE_TYPE,
        Field.IBAN,
    }
)
_ONLY_OF_EMPLOYEES: Final = frozenset({Field.SALARY, Field.SCALE, Field.PAY_PART, Field.PERSON_DATE, Field.WAGE_TYPE})
_PAY: Final = frozenset({Field.SALARY, Field.PAY_PART})
_BESIDE_SURNAMES: Final = ONLY_OF_PERSONS - {Field.AMOUNT, Field.REMARK} | {
    Field.ADDRESS,
    Field.STREET,
    Field.EMAIL,
    Field.PHONE,
    Field.INITIALS,
}
_ALSO_PERSONS: Final = frozenset({Field.OPAQUE_KEY, Field.SURNAME, Field.WEAK_NAME})
_HOW_MANY: Final = Header(Field.COUNT, frozenset({Mark.COUNT}))  # "aantal", and nothing else
_ROWS_LEAST = 3
_KEY_SHARE = 0.5  # of the rows: a key tells them apart, or at least many of them
_PERSON_FACTS = 2


class Meaning:
    """`names` and `addresses`: the values that are parted over columns; `sick`: the cells whose code means illness; `paid`:
    the amounts beside which stands that they are pay."""

    def __init__(
        self,
        columns: Mapping[int, Column],
        rows: int,
        *,
        names: set[int],
        addresses: set[int],
        sick: set[int],
        paid: set[int],
    ) -> None:
        self._columns = columns
        self._rows = rows
        self._names = names
        self._combined_addresses = addresses
        self._sick = sick
        self._paid = paid

    @property
    def has_header(self) -> bool:
        """Whether some header was understood."""
        return any(column.header.field is not None for column in self._columns.values())

    @property
    def is_empty_form(self) -> bool:
        """Fields of persons are named, and nothing is filled in."""
        about = [c for c in self._columns.values() if c.header.field in KINDS]
        return len(about) >= 2 and not any(column.values for column in about)

    def kinds(self) -> dict[str, set[int]]:
        """Distinct values by kind: whoever they belong to, but what is only of persons in rows about persons alone."""
        return {
            kind: sets[0] if len(sets) == 1 else set().union(*sets) for kind, sets in self._values_by_kind().items()
        }

    def _values_by_kind(self) -> dict[str, list[set[int]]]:
        beside_persons = self.has_person_rows
        found: dict[str, list[set[int]]] = {}
        for column in self._columns.values():
            values = self._counted(column, beside_persons)
            if values and column.field is not None:
                found.setdefault(KINDS[column.field], []).append(values)
        if self._sick and beside_persons:
            found.setdefault("health", []).append(self._sick)
        if self._paid and self._is_bank_statement:
            found.setdefault("salary", []).append(self._paid)
        for kind, parts in (("name", self._names), ("address", self._addresses())):
            if parts:
                found.setdefault(kind, []).append(parts)
        return found

    @cached_property
    def has_person_rows(self) -> bool:
        """Whether each row is about one person, be it only a contact."""
        return self._has_identity or self._names_subjects or self._has_person_facts or self._has_surnames

    @property
    def is_about_persons(self) -> bool:
        """Whether each row is about one person and tells more of him than a business card does."""
        return self.has_person_rows and self._tells()

    @property
    def is_aggregate(self) -> bool:
        """Rows are groups with counts, sums and averages of them."""
        return not self.has_person_rows and self._has_counts and self._rows > 0

    @property
    def is_unclaimed(self) -> bool:
        """Pay or illness is told, and of whom does not stand in these rows: the lines of a payslip."""
        told = [column for column in self._with_values(ONLY_OF_PERSONS) if not column.reading.is_guess]
        return bool(told or self._with({Field.WAGE_TYPE})) and not self.has_person_rows and not self._has_counts

    @property
    def is_pseudonymised(self) -> bool:
        """Rows of persons under a key without a name, or the pairs of keys and persons that undo that."""
        if self._rows < _ROWS_LEAST or not self._has_key:
            return False
        opaque = any(column.values for column in self._with({Field.OPAQUE_KEY}))
        if self._names_subjects or self._with_values({Field.BSN, Field.EMAIL}):
            return opaque
        return self.has_person_rows and (opaque or bool(_TOLD & set(self._values_by_kind())))

    @property
    def is_contact_list(self) -> bool:
        """Persons as they are reached at work: names, functions, organisations, addresses of mail, numbers of phones."""
        kinds = set(self._values_by_kind())
        reached = kinds & {"email", "phone"} or self._with({Field.FUNCTION, Field.ORGANISATION, Field.DEPARTMENT})
        return "name" in kinds and bool(reached) and self.has_person_rows and not self._tells()

    def persons(self) -> int:
        """How many persons the rows tell apart and tell something of."""
        if not self.is_about_persons:
            return 0
        counts = [len(column.values) for column in self._with_values(NAME_PARTS | IDENTITY | _ALSO_PERSONS)]
        counts.append(len(self._names))
        if not self._has_identity and not self._names_subjects:
            counts.append(min(self._rows, DISTINCT_AT_MOST))
        return max(counts)

    def _tells(self) -> bool:
        """Something of persons that is no business of others."""
        kinds = set(self._values_by_kind())
        if kinds & _TOLD:
            return True
        if not (self._names_subjects or self._has_identity):
            return False
        if self._with({Field.AGE, Field.BIRTH_YEAR}) or self._has_private_contacts():
            return True
        if "employee_number" in kinds and not self._is_timesheet:
            return True
        is_at_work = bool(self._with({Field.ORGANISATION}))
        at_home = "address" in kinds and not is_at_work and not self._of_organisation(ADDRESS_PARTS)
        return at_home or ("iban" in kinds and not is_at_work)

    @property
    def _is_timesheet(self) -> bool:
        """Hours of days or weeks."""
        return bool(self._with({Field.MEASURE})) and bool(self._with({Field.DATE}))

    def _has_private_contacts(self) -> bool:
        return any(
            Mark.PRIVATE in column.header.marks and KINDS.get(column.field) in ("email", "phone", "address")
            for column in self._columns.values()
            if column.field is not None and column.values
        )

    @cached_property
    def _has_identity(self) -> bool:
        """A number or a birth date that only a person has. A guessed birth date needs another sign of persons."""
        sure = [c for c in self._with_values(IDENTITY) if not c.reading.is_guess]
        return bool(sure)

    @cached_property
    def _has_surnames(self) -> bool:
        """Surnames beside what only persons have. Birth dates, too, by their values alone: two columns that agree."""
        beside = (
            self._with_values(IDENTITY)
            or len(self._with(ATTRIBUTES)) >= _PERSON_FACTS
            or self._with_values(_BESIDE_SURNAMES)
        )
        return bool(beside) and bool(self._with_values({Field.SURNAME}))

    @cached_property
    def _names_subjects(self) -> bool:
        """Names of those that the rows are about: not of the manager of a department that is counted."""
        named = self._with_values(NAME_PARTS)
        if self._has_counts and self._with({Field.DEPARTMENT, Field.ORGANISATION, Field.THING}):
            named = [column for column in named if Mark.OFFICIAL not in column.header.marks]
        return bool(named) or self._is_weakly_named or self._has_surnames

    @cached_property
    def _is_weakly_named(self) -> bool:
        """ "Naam" without a name that is sure: of persons beside what only persons have."""
        beside = self._has_identity or len(self._with(ATTRIBUTES)) >= _PERSON_FACTS
        return beside and bool(self._with_values({Field.WEAK_NAME}))

    @cached_property
    def _has_counts(self) -> bool:
        """A payslip counts, too: the hours of each of its lines."""
        are_lines = bool(self._with({Field.WAGE_TYPE}))
        return any(
            column.header.marks & {Mark.AGGREGATE, Mark.COUNT} or column.header.field is Field.COUNT
            for column in self._columns.values()
            if column.filled and not (are_lines and column.header == _HOW_MANY)
        )

    @property
    def _has_key(self) -> bool:
        return any(column.distinct >= _KEY_SHARE * min(self._rows, 1_000) for column in self._with(_KEYS))

    @cached_property
    def _has_person_facts(self) -> bool:
        """Rows of persons without a name: several facts that only persons have, or one beside a key, and no counts."""
        if self._has_counts or self._rows < _ROWS_LEAST:
            return False
        if self._has_own_key and len(self._kinds_told()) >= _PERSON_FACTS:
            return True  # pay and illness under one code each
        facts = len(self._with(ATTRIBUTES)) + sum(c.reading.is_guess for c in self._with_values({Field.BIRTH_DATE}))
        pseudonyms = any(column.values for column in self._with({Field.OPAQUE_KEY}))
        told = bool(self._with_values(ONLY_OF_PERSONS))
        return facts >= _PERSON_FACTS or (self._has_key and facts >= 1) or (pseudonyms and (told or facts >= 1))

    @property
    def _has_own_key(self) -> bool:
        """A key that no two rows share."""
        return any(column.distinct >= min(self._rows, 1_000) for column in self._with(_KEYS))

    def _kinds_told(self) -> set[str]:
        told = self._with_values(ONLY_OF_PERSONS - {Field.AMOUNT, Field.REMARK})
        return {KINDS[column.field] for column in told if column.field is not None and not column.reading.is_guess}

    def unclaimed(self) -> dict[str, set[int]]:
        """Pay of persons of whom these rows do not say who they are; the document around them may."""
        if self.has_person_rows or self._has_counts or self._with({Field.ORGANISATION, Field.DEPARTMENT}):
            return {}
        found: dict[str, set[int]] = {"salary": set(self._paid)} if self._paid else {}
        for column in self._with_values(_PAY):
            if column.field is not None and not column.reading.is_guess:
                found.setdefault(KINDS[column.field], set()).update(column.values)
        return found

    def _counted(self, column: Column, beside_persons: bool) -> set[int]:
        """The values of a column that are personal data here; what is parted over columns is counted together."""
        field = column.field
        if field is None or field not in KINDS or field in PARTS_OF_NAME | PARTS_OF_ADDRESS:
            return set()
        if field is Field.WEAK_NAME:
            return column.values if self._is_weakly_named else column.sure
        if field is Field.SURNAME:
            return column.values if self._has_surnames else set()
        return column.values if self._is_personal(column, field, beside_persons) else set()

    def _is_personal(self, column: Column, field: Field, beside_persons: bool) -> bool:
        if field is Field.AMOUNT:
            return beside_persons and bool(self._with({Field.WAGE_TYPE})) and not self._with_values({Field.UNION})
        if field is Field.PAY_PART:
            sure = self._with_values(_SURE_PERSONS if column.reading.is_guess else IDENTITY)
            if sure or self._are_subjects or (beside_persons and self._with({Field.WAGE_TYPE})):
                return True
            return not column.reading.is_guess and self._pays_persons
        if field is Field.SCALE and (self._with_values({Field.SALARY}) or self._are_clients):
            return False  # one person's pay is counted once, by its amount
        if field is Field.WEAK_HEALTH:
            return beside_persons and bool(self._with_values({Field.HEALTH}))
        if field in (Field.EMPLOYEE_NUMBER, Field.PERSON_NUMBER) and self._are_pupils:
            return False
        if field is Field.PERSON_NUMBER:
            return bool(self._with(_OF_EMPLOYEES))
        if field is Field.STAFF_NUMBER:
            return bool(self._with_values(NAME_PARTS)) and self._are_employees
        if column.header.field is Field.FISCAL_NUMBER:
            return beside_persons and not self._with({Field.ORGANISATION, Field.ORGANISATION_NUMBER})
        if field in ONLY_OF_PERSONS or column.reading.is_guess:
            return beside_persons
        return True

    @property
    def _are_subjects(self) -> bool:
        """Persons under a key instead of a name, with their age, sex or the like."""
        return bool(self._with_values({Field.OPAQUE_KEY})) and len(self._with(ATTRIBUTES)) >= _PERSON_FACTS

    @property
    def _is_bank_statement(self) -> bool:
        """What came in and went out day by day; a ledger books it on something."""
        booked = {Field.ORGANISATION_NUMBER, Field.THING_NUMBER, Field.DEPARTMENT, Field.COUNT, Field.MEASURE}
        return bool(self._with({Field.DATE}) or self._with_values({Field.IBAN})) and not self._with(booked)

    @property
    def _are_employees(self) -> bool:
        is_kept = any(c.header.field is Field.WAGE_TYPE for c in self._columns.values() if c.filled)  # from their pay
        return is_kept or bool(self._with(_ONLY_OF_EMPLOYEES))

    @property
    def _are_clients(self) -> bool:
        """People who are served: the steps that they take are of no scale of pay."""
        named = [c for c in self._with_values(NAME_PARTS | IDENTITY) if Mark.CLIENT in c.header.marks]
        return bool(named) and not self._with(_ONLY_OF_EMPLOYEES - {Field.SCALE})

    @property
    def _are_pupils(self) -> bool:
        return any(Mark.PUPIL in column.header.marks for column in self._columns.values() if column.filled)

    @property
    def _pays_persons(self) -> bool:
        """Persons by their names, and nothing that is bought or sold: then "bruto" and "netto" are what they earn."""
        traded = {
            Field.ORGANISATION,
            Field.ORGANISATION_NUMBER,
            Field.FISCAL_NUMBER,
            Field.THING_NUMBER,
            Field.THING,
        }
        counted = any(c.header.marks & {Mark.AGGREGATE, Mark.COUNT} for c in self._columns.values() if c.filled)
        named = self._with_values(NAME_PARTS)
        is_pivot = any(column.header.field is Field.ROW_LABEL for column in named)
        return bool(named) and not self._with(traded) and (is_pivot or not counted)

    def _addresses(self) -> set[int]:
        """Streets, with their numbers and postcodes; a postcode alone is one beside a person only."""
        has_more = self._with_values({Field.HOUSE_NUMBER}) or self.has_person_rows
        is_one = self._with_values({Field.POSTCODE}) and has_more and not self._with_values({Field.ADDRESS})
        return self._combined_addresses if self._with_values({Field.STREET}) or is_one else set()

    def _of_organisation(self, fields: frozenset[Field]) -> bool:
        return any(Mark.ORGANISATION in column.header.marks for column in self._with(fields))

    def _with(self, fields: frozenset[Field] | set[Field]) -> list[Column]:
        return [column for column in self._columns.values() if column.field in fields and column.filled]

    def _with_values(self, fields: frozenset[Field] | set[Field]) -> list[Column]:
        return [column for column in self._columns.values() if column.field in fields and column.values]
