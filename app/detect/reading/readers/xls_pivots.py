"""What pivot tables of old workbooks keep: the fields of a cache, their values, the records. Source: MS-XLS 2.1.7.3."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import zip_longest

from app.detect.reading.document import Reading
from app.detect.reading.readers.biff import records, string
from app.detect.reading.readers.cell_formats import number_text
from app.detect.reading.readers.storage import Storage

_FIELD, _INDEXES = 0x00C7, 0x00C8
_NUMBER, _BOOL, _ERROR, _INTEGER, _TEXT, _DATE, _NOTHING = 0x00C9, 0x00CA, 0x00CB, 0x00CC, 0x00CD, 0x00CE, 0x00CF
_VALUES = frozenset({_NUMBER, _BOOL, _ERROR, _INTEGER, _TEXT, _DATE, _NOTHING})


def read_pivots(storage: Storage, reading: Reading) -> None:
    for name in storage.streams:
        reading.attempt(lambda name=name: _read_cache(storage.stream(name), reading))  # type: ignore[misc]  # a bound loop name


def _read_cache(stream: bytes, reading: Reading) -> None:
    names: list[str] = []
    items: list[list[str]] = []
    rows: list[list[str]] = []
    row: list[str] = []
    for kind, chunks in records(stream):
        content = chunks[0]
        if kind == _FIELD:
            names.append(string(content, 14)[0])
            items.append([])
        elif kind == _INDEXES:
            row = _referred(content, items)
            rows.append(row)
        elif kind in _VALUES and rows:
            _fill(row, _value(kind, content))
        elif kind in _VALUES and items:
            items[-1].append(_value(kind, content))
    evidence = reading.evidence
    if any(items):
        evidence.rows(evidence.open_table(), [names, *map(list, zip_longest(*items, fillvalue=""))])
    if rows:
        evidence.rows(evidence.open_table(), [names, *rows])


def _referred(content: bytes, items: Sequence[Sequence[str]]) -> list[str]:
    """A record: for each field with values of its own the number of one; the other fields follow as values."""
    row, at = [], 0
    for values in items:
        if not values:
            row.append("")
            continue
        width = 1 if len(values) <= 255 else 2
        index = int.from_bytes(content[at : at + width], "little")
        at += width
        row.append(values[index] if index < len(values) else "")
    return row


def _fill(row: list[str], value: str) -> None:
    """The next field that has no value yet."""
    for index, known in enumerate(row):
        if not known:
            row[index] = value
            return


def _value(kind: int, content: bytes) -> str:
    if kind == _TEXT:
        return string(content, 0)[0]
    if kind == _NUMBER:
        return number_text(struct.unpack_from("<d", content)[0])
    if kind == _INTEGER:
        return str(struct.unpack_from("<h", content)[0])
    if kind == _DATE:
        year, month, day = struct.unpack_from("<HHB", content)
        return f"{day:02d}-{month:02d}-{year:04d}"
    return ""
