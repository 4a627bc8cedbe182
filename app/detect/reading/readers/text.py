"""Plain text, delimited tables and JSON."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from typing import Any

import msgspec

from app.detect.reading.document import Part, Reading
from app.detect.reading.formats import HEAD_BYTES, delimiter_of, encoding_of
from app.detect.reading.unread import Unread, UnreadableError

CHUNK_BYTES = 262_144
LINE_CHARS = 1_000_000
ROWS = 2_000
JSON_BYTES = 20_000_000  # taken apart up to here; what is longer is read as text
JSON_ROWS_LEAST = 2


def read_text(part: Part, reading: Reading) -> None:
    """All of it, cut at line ends. Raises UnreadableError when the text turns out to hold something else."""
    rest = ""
    for piece in _decoded(part):
        text, cut, tail = (rest + piece).rpartition("\n")
        if not cut and len(tail) < LINE_CHARS:
            rest = tail
            continue
        reading.evidence.text(text if cut else tail)
        rest = tail if cut else ""
    reading.evidence.text(rest)


def read_table(part: Part, reading: Reading) -> None:
    """Delimited text. What the csv rules do not fit is read as plain text: that is reading it whole, too."""
    with part.open() as stream:
        head = stream.read(HEAD_BYTES)
    encoding = encoding_of(head)
    delimiter = delimiter_of(head.decode(encoding or "utf-8", "replace"))
    if delimiter is None:
        return read_text(part, reading)
    table = reading.evidence.open_table()
    batch: list[list[str]] = []
    try:
        for row in csv.reader(_lines(part), delimiter=delimiter):
            batch.append(row)
            if len(batch) >= ROWS:
                reading.evidence.rows(table, batch)
                batch = []
    except csv.Error:
        return read_text(part, reading)
    return reading.evidence.rows(table, batch)


def read_json(part: Part, reading: Reading) -> None:
    """As text, and lists of like objects as tables besides."""
    read_text(part, reading)
    if part.size_bytes is None or part.size_bytes > JSON_BYTES:
        return
    try:
        found = msgspec.json.decode(part.content(reading.budget))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return  # JSON by its first sign only
    _tables_of(found, reading, 0)


def _tables_of(value: Any, reading: Reading, depth: int) -> None:  # Any: JSON
    if depth > 20:
        return
    if isinstance(value, list):
        objects = [item for item in value if isinstance(item, dict)]
        if len(objects) >= JSON_ROWS_LEAST:
            _table_of(objects, reading)
        for item in value:
            _tables_of(item, reading, depth + 1)
    elif isinstance(value, dict):
        for item in value.values():
            _tables_of(item, reading, depth + 1)


def _table_of(objects: list[dict[str, Any]], reading: Reading) -> None:
    names = list(dict.fromkeys(name for item in objects[:100] for name in item))
    table = reading.evidence.open_table()
    reading.evidence.rows(table, [[_spaced(name) for name in names]])
    for start in range(0, len(objects), ROWS):
        piece = objects[start : start + ROWS]
        reading.evidence.rows(table, [[_cell(item.get(name)) for name in names] for item in piece])


def _spaced(name: str) -> str:
    """`dateOfBirth`, `date_of_birth`: words, as a header has them."""
    return "".join(
        f" {sign}" if sign.isupper() and before.islower() else sign
        for before, sign in zip(" " + name, name, strict=False)
    )


def _cell(value: Any) -> str:
    return "" if value is None or isinstance(value, (dict, list)) else str(value)


def _lines(part: Part) -> Iterator[str]:
    """Lines with their ends, none longer than LINE_CHARS: a quoted cell may span lines."""
    rest = ""
    for piece in _decoded(part):
        *lines, rest = (rest + piece).splitlines(keepends=True) or [""]
        yield from lines
        if len(rest) >= LINE_CHARS:
            yield rest
            rest = ""
    if rest:
        yield rest


def _decoded(part: Part) -> Iterator[str]:
    """The text in pieces. Bytes that do not fit UTF-8 are read as cp1252 from there on: an old system's letters."""
    with part.open() as stream:
        head = stream.read(HEAD_BYTES)
        encoding = encoding_of(head)
        if encoding is None:
            raise UnreadableError(Unread.UNSUPPORTED)
        decoder = codecs.getincrementaldecoder(encoding)("strict")
        for chunk in _chunks(head, stream):
            try:
                text = decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError:
                pending = decoder.getstate()[0]
                encoding = encoding if encoding.startswith("utf-16") else "cp1252"
                decoder = codecs.getincrementaldecoder(encoding)("replace")
                text = decoder.decode(pending + chunk, final=not chunk)
            if "\0" in text:
                raise UnreadableError(Unread.UNSUPPORTED)
            yield text


def _chunks(head: bytes, stream: io.BufferedIOBase) -> Iterator[bytes]:
    """The stream from its head to an empty piece, which ends it."""
    yield head
    while chunk := stream.read(CHUNK_BYTES):
        yield chunk
    yield b""
