"""What the columns of a region say together: the kinds of personal data in it, and what its rows are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.detect.content.columns import DISTINCT_AT_MOST, Column
from app.detect.content.fields import (
    ADDRESS_PARTS,
    IDENTITY,
    KINDS,
    NAME_PARTS,
    ONLY_OF_PERSONS,
    PARTS_OF_ADDRESS,
    PARTS_OF_NAME,
    Field,
)
from app.detect.content.row_signs import ROWS_LEAST, RowSigns

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
_PAY: Final = frozenset({Field.SALARY, Field.PAY_PART})
_ALSO_PERSONS: Final = frozenset({Field.OPAQUE_KEY, Field.SURNAME, Field.WEAK_NAME})


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
        self._signs = RowSigns(columns, rows)
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
        if self._paid and self._signs.is_bank_statement:
            found.setdefault("salary", []).append(self._paid)
        for kind, parts in (("name", self._names), ("address", self._addresses())):
            if parts:
                found.setdefault(kind, []).append(parts)
        return found

    @property
    def has_person_rows(self) -> bool:
        """Whether each row is about one person, be it only a contact."""
        return self._signs.has_person_rows

    @property
    def is_about_persons(self) -> bool:
        """Whether each row is about one person and tells more of him than a business card does."""
        return self.has_person_rows and self._tells()

    @property
    def is_aggregate(self) -> bool:
        """Rows are groups with counts, sums and averages of them."""
        return not self.has_person_rows and self._signs.has_counts and self._rows > 0

    @property
    def is_unclaimed(self) -> bool:
        """Pay or illness is told, and of whom does not stand in these rows: the lines of a payslip."""
        told = [column for column in self._signs.with_values(ONLY_OF_PERSONS) if not column.reading.is_guess]
        return (
            bool(told or self._signs.filled({Field.WAGE_TYPE}))
            and not self.has_person_rows
            and not self._signs.has_counts
        )

    @property
    def is_pseudonymised(self) -> bool:
        """Rows of persons under a key without a name, or the pairs of keys and persons that undo that."""
        if self._rows < ROWS_LEAST or not self._signs.has_key:
            return False
        opaque = any(column.values for column in self._signs.filled({Field.OPAQUE_KEY}))
        if self._signs.names_subjects or self._signs.with_values({Field.BSN, Field.EMAIL}):
            return opaque
        return self.has_person_rows and (opaque or bool(_TOLD & set(self._values_by_kind())))

    @property
    def is_contact_list(self) -> bool:
        """Persons as they are reached at work: names, functions, organisations, addresses of mail, numbers of phones."""
        kinds = set(self._values_by_kind())
        reached = kinds & {"email", "phone"} or self._signs.filled(
            {Field.FUNCTION, Field.ORGANISATION, Field.DEPARTMENT}
        )
        return "name" in kinds and bool(reached) and self.has_person_rows and not self._tells()

    def persons(self) -> int:
        """How many persons the rows tell apart and tell something of."""
        if not self.is_about_persons:
            return 0
        counts = [len(column.values) for column in self._signs.with_values(NAME_PARTS | IDENTITY | _ALSO_PERSONS)]
        counts.append(len(self._names))
        if not self._signs.has_identity and not self._signs.names_subjects:
            counts.append(min(self._rows, DISTINCT_AT_MOST))
        return max(counts)

    def _tells(self) -> bool:
        """Something of persons that is no business of others."""
        kinds = set(self._values_by_kind())
        if kinds & _TOLD:
            return True
        if not (self._signs.names_subjects or self._signs.has_identity):
            return False
        if self._signs.filled({Field.AGE, Field.BIRTH_YEAR}) or self._signs.has_private_contacts:
            return True
        if "employee_number" in kinds and not self._signs.is_timesheet:
            return True
        is_at_work = bool(self._signs.filled({Field.ORGANISATION}))
        at_home = "address" in kinds and not is_at_work and not self._signs.of_organisation(ADDRESS_PARTS)
        return at_home or ("iban" in kinds and not is_at_work)

    def unclaimed(self) -> dict[str, set[int]]:
        """Pay of persons of whom these rows do not say who they are; the document around them may."""
        if self.has_person_rows or self._signs.has_counts or self._signs.filled({Field.ORGANISATION, Field.DEPARTMENT}):
            return {}
        found: dict[str, set[int]] = {"salary": set(self._paid)} if self._paid else {}
        for column in self._signs.with_values(_PAY):
            if column.field is not None and not column.reading.is_guess:
                found.setdefault(KINDS[column.field], set()).update(column.values)
        return found

    def _counted(self, column: Column, beside_persons: bool) -> set[int]:
        """The values of a column that are personal data here; what is parted over columns is counted together."""
        field = column.field
        if field is None or field not in KINDS or field in PARTS_OF_NAME | PARTS_OF_ADDRESS:
            return set()
        if field is Field.WEAK_NAME:
            return column.values if self._signs.is_weakly_named else column.sure
        if field is Field.SURNAME:
            return column.values if self._signs.has_surnames else set()
        return column.values if self._is_personal(column, field, beside_persons) else set()

    def _is_personal(self, column: Column, field: Field, beside_persons: bool) -> bool:
        if field is Field.AMOUNT:
            return (
                beside_persons
                and bool(self._signs.filled({Field.WAGE_TYPE}))
                and not self._signs.with_values({Field.UNION})
            )
        if field is Field.BIRTH_DAY:
            return bool(self._signs.filled({Field.BIRTH_YEAR}))
        if field is Field.PAY_PART:
            sure = self._signs.with_values(_SURE_PERSONS if column.reading.is_guess else IDENTITY)
            if sure or self._signs.are_subjects or (beside_persons and self._signs.filled({Field.WAGE_TYPE})):
                return True
            return not column.reading.is_guess and self._signs.pays_persons
        if field is Field.SCALE and (self._signs.with_values({Field.SALARY}) or self._signs.are_clients):
            return False  # one person's pay is counted once, by its amount
        if field is Field.WEAK_HEALTH:
            return beside_persons and bool(self._signs.with_values({Field.HEALTH}))
        if field in (Field.EMPLOYEE_NUMBER, Field.PERSON_NUMBER) and self._signs.are_pupils:
            return False
        if field is Field.PERSON_NUMBER:
            return bool(self._signs.filled(_OF_EMPLOYEES))
        if field is Field.STAFF_NUMBER:
            return bool(self._signs.with_values(NAME_PARTS)) and self._signs.are_employees
        if column.header.field is Field.FISCAL_NUMBER:
            return beside_persons and not self._signs.filled({Field.ORGANISATION, Field.ORGANISATION_NUMBER})
        if field in ONLY_OF_PERSONS or column.reading.is_guess:
            return beside_persons
        return True

    def _addresses(self) -> set[int]:
        """Streets, with their numbers and postcodes; a postcode alone is one beside a person only."""
        has_more = self._signs.with_values({Field.HOUSE_NUMBER}) or self.has_person_rows
        is_one = self._signs.with_values({Field.POSTCODE}) and has_more and not self._signs.with_values({Field.ADDRESS})
        return self._combined_addresses if self._signs.with_values({Field.STREET}) or is_one else set()
