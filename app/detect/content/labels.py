"""Labels beside their values: whether rows are a form, a table on its side, pairs, or the lines of a data dictionary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.detect.content import shapes
from app.detect.content.fields import ADDRESS_PARTS, ATTRIBUTES, IDENTITY, NAME_PARTS, ONLY_OF_PERSONS, Field
from app.detect.content.headers import read_header
from app.detect.content.layout import COLUMNS, FIELD_NUMBER, Row, fields_of
from app.detect.content.values import says_nothing

LOOKED_AT = 60  # rows
LABELS = 3  # fields of different kinds make a column of labels
LABELS_IN_SMALL = 2
SMALL = 8
LABEL_SHARE = 0.3
SHORT = 3  # times as many rows as the form above it
FEW_HEADERS = 2  # more rows with nothing but names of fields are the lines of a mapping

_ABOUT_SOMEBODY: Final = (
    NAME_PARTS
    | IDENTITY
    | ADDRESS_PARTS
    | {Field.WEAK_NAME, Field.EMAIL, Field.PHONE, Field.IBAN, Field.SALARY, Field.GENDER}
)
_IN_FORMS: Final = _ABOUT_SOMEBODY | ONLY_OF_PERSONS | ATTRIBUTES | {Field.CITY, Field.PERSON_NUMBER}
_DICTIONARY: Final = frozenset({Field.FIELD_NAME, Field.DATA_TYPE, Field.EXAMPLE})


@dataclass(frozen=True, slots=True)
class Labels:
    """A form, a transposed table, or pairs of a field and its value: `columns` hold labels, the ones between them values.
    `are_pairs`: of each row with two cells the first is a label, in whichever column it stands."""

    columns: tuple[int, ...]
    are_pairs: bool = False


def labels_of(rows: Sequence[Row]) -> Labels | None:
    """The columns of labels when fields stand below each other instead of beside each other."""
    looked = [row for row in rows[:LOOKED_AT] if any(row)]
    if _is_plain_table(looked):
        return None
    known = [fields_of(row) for row in looked]
    form = _form_above(known)
    looked, known = looked[:form], known[:form]
    is_led_by_label = _labels_below_each_other(known[1:]) > LABELS
    if _has_header_row(known) or (looked and not is_led_by_label and _is_mostly_known(looked[0], known[0])):
        return None
    are_headers = [_is_all_known(row, fields) for row, fields in zip(looked, known, strict=True)]
    if sum(are_headers) <= FEW_HEADERS:
        known = [{} if is_one else fields for is_one, fields in zip(are_headers, known, strict=True)]
    found = []
    is_about_somebody = False
    for column in range(min(COLUMNS, max(map(len, looked), default=0))):
        cells = [row[column] for row in looked if column < len(row) and row[column].strip()]
        every = [fields[column] for fields in known if column in fields]
        labels = [field for field in every if field in _IN_FORMS]
        is_small_form = len(cells) <= SMALL and len(every) >= 0.6 * len(cells) and len(set(every)) >= LABELS_IN_SMALL
        if is_small_form or (len(set(labels)) >= LABELS and len(labels) >= LABEL_SHARE * len(cells)):
            found.append(column)
            is_about_somebody = is_about_somebody or not _ABOUT_SOMEBODY.isdisjoint(labels)
    if len(found) > 1 and found[1] == found[0] + 1 and _are_numbers_of_fields(looked, found[0]):
        found = found[1:]  # a register's number of a field before its name
    is_free = len(found) > 1 and not any(len(fields.keys() & set(found)) > 1 for fields in known)
    if is_about_somebody and not is_free:
        return Labels(tuple(found))
    return _pairs_of(looked)


def _are_numbers_of_fields(rows: Sequence[Row], column: int) -> bool:
    return all(FIELD_NUMBER.fullmatch(row[column]) for row in rows if column < len(row) and row[column])


def _is_plain_table(rows: Sequence[Row]) -> bool:
    """Whether the first row is a header and half of the rows below it are clearly no labels: then the others need no look, and
    to read all cells of a table as if they were headers is most of what a small one costs."""
    first = fields_of(rows[0]) if rows else {}
    if len(set(first.values())) < LABELS or not _is_mostly_known(rows[0], first):
        return False
    below, others = rows[1:], 0
    for row in below:
        if 2 * others >= len(below):
            break
        fields = fields_of(row)
        if len(fields) > 2:
            return True
        others += len(fields) != 1
    return 2 * others >= len(below)


def _form_above(known: Sequence[dict[int, Field]]) -> int:
    """How many rows the labels take: those above a short table that names its columns, as a CV's, or all."""
    at = next((index for index, fields in enumerate(known) if len(set(fields.values())) >= LABELS), 0)
    is_short = len(known) - at <= SHORT * at
    return at if is_short and _labels_below_each_other(known[:at]) > LABELS else len(known)


def _labels_below_each_other(known: Sequence[dict[int, Field]]) -> int:
    """The different fields in the first column of rows that mostly name one field each; 0 where they name more, or none."""
    alone = [fields for fields in known if len(fields) == 1]
    if 2 * len(alone) <= len(known) or any(len(fields) > 2 for fields in known):
        return 0
    first = min(index for fields in alone for index in fields)
    return len({fields[first] for fields in alone if first in fields and fields[first] in _IN_FORMS})


def _pairs_of(rows: Sequence[Row]) -> Labels | None:
    """A form whose labels do not stand below each other: cells of a page that was laid out freely."""
    labels = [pair[0] for row in rows if (pair := pair_of(row)) is not None]
    fields = {field for label in labels if (field := read_header(label).field) in _IN_FORMS}
    known = sum(read_header(label).field is not None for label in labels)
    is_form = len(labels) >= LABELS and 2 * len(labels) >= len(rows) and known >= 0.6 * len(labels)
    return (
        Labels((0,), are_pairs=True)
        if is_form and len(fields) >= LABELS_IN_SMALL and fields & _ABOUT_SOMEBODY
        else None
    )


def pair_of(row: Row) -> tuple[str, str] | None:
    """The two cells of a row that has no more."""
    cells = [cell for cell in row if cell.strip()]
    return (cells[0], cells[1]) if len(cells) == 2 else None


def _has_header_row(known: Sequence[dict[int, Field]]) -> bool:
    """Whether one row names many fields, and hardly another does: then they do not stand below each other."""
    counts = [len(set(fields.values()) - _DICTIONARY) for fields in known]
    return max(counts, default=0) >= LABELS and sum(count > 1 for count in counts) <= 2


def _is_mostly_known(row: Row, fields: dict[int, Field]) -> bool:
    """The first row is the header of a table: more than half of it, and it is not "veld", "waarde"."""
    is_of_pairs = bool({Field.FIELD_NAME, Field.VALUE} & set(fields.values()))
    different = set(fields.values()) - _DICTIONARY
    return len(different) > 1 and 2 * len(fields) > len(row) - row.count("") and not is_of_pairs


def _is_all_known(row: Row, fields: dict[int, Field]) -> bool:
    """A row of several fields and nothing else is a header, not a label with its value."""
    return len(set(fields.values())) > 1 and len(fields) == len(row) - row.count("")


def is_list_of_types(rows: Sequence[Row]) -> bool:
    """Names of fields, each with its type and whether it is required: a data dictionary without a header."""
    looked = [row for row in rows[:LOOKED_AT] if sum(bool(cell.strip()) for cell in row) > 1]
    typed = sum(_is_typed(row) for row in looked)
    return typed >= LABELS and 2 * typed >= len(looked)


def _is_typed(row: Row) -> bool:
    first, *others = (cell for cell in row if cell.strip())
    return read_header(first).field in _IN_FORMS and all(map(shapes.is_data_type, others))


def is_dictionary(rows: Sequence[Row], labels: Labels) -> bool:
    """A data dictionary or field mapping: beside the names of fields stand types, or the names that another system has."""
    looked = [row for row in rows[:LOOKED_AT] if any(row)]
    for row in looked[:10]:
        fields = set(fields_of(row).values())
        if Field.FIELD_NAME in fields and Field.VALUE not in fields and (len(fields) >= 2 or sum(map(bool, row)) >= 3):
            return True
        if Field.DATA_TYPE in fields and len(fields & _DICTIONARY) >= 2:
            return True
    if any(second - first == 1 for first, second in zip(labels.columns, labels.columns[1:], strict=False)):
        return True
    cells = [
        cell
        for row in looked
        if labels.columns[0] < len(row) and read_header(row[labels.columns[0]]).field is not None
        for index, cell in enumerate(row)
        if index not in labels.columns and cell.strip() and not says_nothing(cell)
    ]
    return len(cells) >= LABELS and shapes.are_data_types(cells)
