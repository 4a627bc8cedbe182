"""A region of a sheet: columns under one header, and what they say together.

What is told of persons (pay, health, belief) is personal data only in rows about one person each. A region knows whether its
rows are: a column holds names, numbers that only persons have, or facts that only persons have.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final

from app.detect.content import people
from app.detect.content.columns import DISTINCT_AT_MOST, Column
from app.detect.content.fields import (
    ADDRESS_PARTS,
    ATTRIBUTES,
    IDENTITY,
    KINDS,
    NAME_PARTS,
    ONLY_OF_PERSONS,
    Field,
    Header,
    Mark,
)
from app.detect.content.headers import read_header
from app.detect.content.layout import COLUMNS, Row
from app.detect.content.values import plain

_PARTS_OF_NAME: Final = NAME_PARTS - {Field.NAME}
_PARTS_OF_ADDRESS: Final = ADDRESS_PARTS - {Field.ADDRESS}
_KEYS: Final = frozenset({Field.OPAQUE_KEY, Field.PERSON_KEY, Field.PERSON_NUMBER, Field.EMPLOYEE_NUMBER, Field.NUMBER})
_TOLD: Final = frozenset(
    {"bsn", "date_of_birth", "salary", "health", "id_document", "credit_card"}
    | {"union", "religion", "ethnicity", "criminal", "orientation", "politics"}
)
"""Kinds that say more of a person than where he works and how he is reached there."""
_SPOKEN: Final = frozenset({Field.NAME, Field.WEAK_NAME, Field.EMAIL, Field.ADDRESS})
LABELS_AT_MOST = 300
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
_LEGEND: Final = re.compile(r"\b([A-Z]{1,3}|\d{1,2})\s*[=:]\s*(?:ziek|zwanger|sick|arbeidsongeschikt)")
_ROWS_LEAST = 3
_KEY_SHARE = 0.5  # of the rows: a key tells them apart, or at least many of them
_PERSON_FACTS = 2


@dataclass(slots=True)
class Rest:
    """What of a batch is still to be looked at as text: cells that no column explains; `spoken`: cells that are counted but
    may name a client or the consultant; `headings`: headers."""

    unexplained: list[str] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)

    def add(self, other: Rest) -> None:
        self.unexplained += other.unexplained
        self.spoken += other.spoken
        self.headings += other.headings


class Region:
    """`headers`: of the columns from the left; a column beyond them has none."""

    def __init__(self, headers: Sequence[Header]) -> None:
        width = max(1, len(headers))
        self._columns: dict[int, Column] = {index: Column(header, width) for index, header in enumerate(headers)}
        self._combined: dict[tuple[int, ...], set[int]] = {}
        self._named = sum(header.field is not None for header in headers)
        self._sick_codes: set[str] = set()
        self.rows = 0

    def add_column(self, header: Header) -> int:
        index = len(self._columns)
        self._columns[index] = Column(header, LABELS_AT_MOST)
        self._named += header.field is not None
        return index

    def take_rows(self, rows: Sequence[Row]) -> Rest:
        if max(map(len, rows), default=0) > COLUMNS:
            rows = [row[:COLUMNS] for row in rows]
        return self.take_columns(list(zip_longest(*rows, fillvalue="")), len(rows))

    def take_columns(self, columns: Sequence[Sequence[str]], rows: int) -> Rest:
        self.rows += rows
        rest = Rest()
        for index, cells in enumerate(columns):
            column = self._columns.get(index)
            if column is None:
                column = self._columns[index] = Column(Header(), len(columns))
            taken = column.take(cells)
            rest.unexplained += taken.unexplained
            if column.field in _SPOKEN:
                rest.spoken += taken.fresh
        rest.spoken += self._combine(columns, _PARTS_OF_NAME)
        self._combine(columns, _PARTS_OF_ADDRESS)
        return rest

    def explain(self, remarks: Sequence[str]) -> None:
        """Remarks below a table may say which codes in it mean that somebody is ill: "Z = ziek"."""
        for remark in remarks:
            self._sick_codes.update(_LEGEND.findall(remark))

    def settle(self) -> None:
        for column in self._columns.values():
            column.settle()

    @property
    def columns(self) -> int:
        return sum(column.filled > 0 for column in self._columns.values())

    @property
    def has_header(self) -> bool:
        return self._named > 0

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
        if self._sick_codes and beside_persons:
            found["health"] = [*found.get("health", []), self._sick_cells()]
        for kind, parts in (("name", self._combined_of(_PARTS_OF_NAME)), ("address", self._addresses())):
            if parts:
                found.setdefault(kind, []).append(parts)
        return found

    @property
    def has_person_rows(self) -> bool:
        """Whether each row is about one person, be it only a contact."""
        return self._has_identity or self._names_subjects or self._has_person_facts

    @property
    def is_about_persons(self) -> bool:
        """Whether each row is about one person and tells more of him than a business card does."""
        return self.has_person_rows and self._tells()

    @property
    def is_aggregate(self) -> bool:
        """Rows are groups with counts, sums and averages of them."""
        return not self.has_person_rows and self._has_counts and self.rows > 0

    @property
    def is_unclaimed(self) -> bool:
        """Pay or illness is told, and of whom does not stand in these rows: the lines of a payslip."""
        told = self._with(ONLY_OF_PERSONS | {Field.WAGE_TYPE})
        return bool(told) and not self.has_person_rows and not self._has_counts

    @property
    def is_pseudonymised(self) -> bool:
        """Rows of persons under a key without a name, or the pairs of keys and persons that undo that."""
        if self.rows < _ROWS_LEAST or not self._has_key:
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
        counts = [len(column.values) for column in self._with_values(NAME_PARTS | IDENTITY | {Field.OPAQUE_KEY})]
        counts.append(len(self._combined_of(_PARTS_OF_NAME)))
        if not self._has_identity and not self._names_subjects:
            counts.append(min(self.rows, DISTINCT_AT_MOST))
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

    @property
    def _has_identity(self) -> bool:
        """A number or a birth date that only a person has. A guessed birth date needs another sign of persons."""
        sure = [c for c in self._with_values(IDENTITY) if not c.reading.is_guess]
        return bool(sure)

    @property
    def _names_subjects(self) -> bool:
        """Names of those that the rows are about: not of the manager of a department that is counted."""
        named = self._with_values(NAME_PARTS)
        if self._has_counts and self._with({Field.DEPARTMENT, Field.ORGANISATION, Field.THING}):
            named = [column for column in named if Mark.OFFICIAL not in column.header.marks]
        return bool(named) or self._is_weakly_named

    @property
    def _is_weakly_named(self) -> bool:
        """ "Naam" without a name that is sure: of persons beside what only persons have."""
        beside = self._has_identity or len(self._with(ATTRIBUTES)) >= _PERSON_FACTS
        return beside and bool(self._with_values({Field.WEAK_NAME}))

    @property
    def _has_counts(self) -> bool:
        return any(
            column.header.marks & {Mark.AGGREGATE, Mark.COUNT} or column.header.field is Field.COUNT
            for column in self._columns.values()
            if column.filled
        )

    @property
    def _has_key(self) -> bool:
        return any(column.distinct >= _KEY_SHARE * min(self.rows, 1_000) for column in self._with(_KEYS))

    @property
    def _has_person_facts(self) -> bool:
        """Rows of persons without a name: several facts that only persons have, or one beside a key, and no counts."""
        if self._has_counts or self.rows < _ROWS_LEAST:
            return False
        facts = len(self._with(ATTRIBUTES)) + sum(c.reading.is_guess for c in self._with_values({Field.BIRTH_DATE}))
        pseudonyms = any(column.values for column in self._with({Field.OPAQUE_KEY}))
        told = bool(self._with_values(ONLY_OF_PERSONS))
        return facts >= _PERSON_FACTS or (self._has_key and facts >= 1) or (pseudonyms and (told or facts >= 1))

    def _sick_cells(self) -> set[int]:
        """The columns (days, shifts) in which a code of illness stands."""
        return {
            hash((index, code))
            for index, column in self._columns.items()
            for code in self._sick_codes
            if column.field is None and column.has_seen(code)
        }

    def _counted(self, column: Column, beside_persons: bool) -> set[int]:
        """The values of a column that are personal data here; what is parted over columns is counted together."""
        field = column.field
        if field is None or field not in KINDS or field in _PARTS_OF_NAME | _PARTS_OF_ADDRESS:
            return set()
        if field is Field.WEAK_NAME:
            return column.values if self._is_weakly_named else column.sure
        return column.values if self._is_personal(column, field, beside_persons) else set()

    def _is_personal(self, column: Column, field: Field, beside_persons: bool) -> bool:
        if field is Field.AMOUNT:
            return beside_persons and bool(self._with({Field.WAGE_TYPE}))
        if field is Field.PAY_PART:
            sure = self._with_values(_SURE_PERSONS if column.reading.is_guess else IDENTITY)
            return bool(sure) or (beside_persons and bool(self._with({Field.WAGE_TYPE})))
        if field is Field.WEAK_HEALTH:
            return beside_persons and bool(self._with_values({Field.HEALTH}))
        if field is Field.PERSON_NUMBER:
            return bool(self._with(_OF_EMPLOYEES))
        if field in ONLY_OF_PERSONS or column.reading.is_guess:
            return beside_persons
        return True

    def _addresses(self) -> set[int]:
        """Streets, with their numbers and postcodes; a postcode alone is one beside a person only."""
        if self._with_values({Field.STREET}) or (
            self._with_values({Field.POSTCODE}) and (self._with_values({Field.HOUSE_NUMBER}) or self.has_person_rows)
        ):
            return self._combined_of(_PARTS_OF_ADDRESS)
        return set()

    def _of_organisation(self, fields: frozenset[Field]) -> bool:
        return any(Mark.ORGANISATION in column.header.marks for column in self._with(fields))

    def _combine(self, columns: Sequence[Sequence[str]], fields: frozenset[Field]) -> list[str]:
        """What is parted over columns (first name, last name) is one value. Gives what was new."""
        indexes = self._indexes_of(fields)
        if not indexes or indexes[-1] >= len(columns):
            return []
        known = self._combined.setdefault(indexes, set())
        if len(known) >= DISTINCT_AT_MOST:
            return []
        rows = set(zip(*(columns[index] for index in indexes), strict=True))
        fresh = [" ".join(filter(None, row)) for row in rows if _says_something(row)]
        known.update(hash(plain(text)) for text in fresh)
        return fresh

    def _combined_of(self, fields: frozenset[Field]) -> set[int]:
        return self._combined.get(self._indexes_of(fields), set())

    def _indexes_of(self, fields: frozenset[Field]) -> tuple[int, ...]:
        return tuple(index for index, column in sorted(self._columns.items()) if column.field in fields)

    def _with(self, fields: frozenset[Field] | set[Field]) -> list[Column]:
        return [column for column in self._columns.values() if column.field in fields and column.filled]

    def _with_values(self, fields: frozenset[Field] | set[Field]) -> list[Column]:
        return [column for column in self._columns.values() if column.field in fields and column.values]


class LabelledRegion:
    """Labels beside their values: each label is the header of a column, whose cells are the values beside it in every row
    with that label. A form, a table with a person in each column, or a long list of pairs."""

    def __init__(self, labels: Sequence[int]) -> None:
        self._spans = list(zip(labels, [*labels[1:], None], strict=True))
        self._indexes: dict[str, int] = {}
        self.region = Region([])

    def take_rows(self, rows: Sequence[Row]) -> Rest:
        columns: list[list[str]] = [[] for _ in self._indexes]
        rest = Rest()
        for row in rows:
            for start, end in self._spans:
                label = row[start].strip() if start < len(row) else ""
                index = self._index_of(label) if label else None
                if index is None:
                    rest.unexplained += filter(None, row[start:end])
                    continue
                while index >= len(columns):
                    columns.append([])
                columns[index] += row[start + 1 : end]
        longest = max(map(len, columns), default=0)
        rest.add(self.region.take_columns(list(zip(*zip_longest(*columns, fillvalue=""), strict=True)), longest))
        return rest

    def _index_of(self, label: str) -> int | None:
        index = self._indexes.get(label)
        if index is None and len(self._indexes) < LABELS_AT_MOST:
            index = self._indexes[label] = self.region.add_column(read_header(label))
        return index


def _says_something(cells: Sequence[str]) -> bool:
    return any(people.is_name_part(cell) or any(map(str.isdigit, cell)) for cell in cells if cell)
