"""JSON and JSON lines: as text, and lists of like objects as tables besides. Taken apart piece by piece, so that a large
document takes little more memory than its bytes."""

from __future__ import annotations

import re
from typing import Any, Final

import msgspec

from app.detect.reading.document import Part, Reading
from app.detect.reading.formats import HEAD_BYTES, delimiter_of, encoding_of
from app.detect.reading.readers.embedded import read_runs
from app.detect.reading.readers.records import Records, inner_name
from app.detect.reading.readers.text import lines, pieces, read_table

JSON_BYTES = 40_000_000  # taken apart up to here; what is longer is read as text
OBJECTS_LEAST = 2
NESTED = 12  # levels
LEVELS = 3  # of objects that are a part of one row
LINES_LEAST = 2
JOINED = 3  # objects within one: more are a table of their own

_ESCAPE: Final = re.compile(r"\\(?:u([0-9a-fA-F]{4})|([nrtbf\"'/\\]))")
_SIGNS: Final = {"n": "\n", "r": "\n", "t": "\t", "b": " ", "f": " "}
_array = msgspec.json.Decoder(list[msgspec.Raw])
_object = msgspec.json.Decoder(dict[str, msgspec.Raw])
_value = msgspec.json.Decoder()
_NOT_JSON = (msgspec.DecodeError, RecursionError, UnicodeDecodeError)


def read_json(part: Part, reading: Reading) -> None:
    with part.open() as stream:
        head = stream.read(HEAD_BYTES)
    if _is_lines(head):
        return _read_lines(part, reading)
    whole = _whole(part, reading)
    if whole is None and delimiter_of(head.decode(encoding_of(head) or "utf-8", "replace")) is not None:
        return read_table(part, reading)  # a delimited text whose first sign is a bracket
    for piece in pieces(part, reading):
        reading.evidence.text(unescaped(piece))
    if whole is not None:
        tables_of(whole, reading)
        read_runs(whole, part, reading)
    return None


def unescaped(text: str) -> str:
    """Text of JSON or a script as it is meant: `Zo\\u00eb\\n` is a name and a line end."""
    return _ESCAPE.sub(_meant, text) if "\\" in text else text


def _meant(match: re.Match[str]) -> str:
    code, sign = match.groups()
    return chr(int(code, 16)) if code else _SIGNS.get(sign, sign)


def tables_of(source: bytes, reading: Reading) -> None:
    """The lists of objects in a JSON text. What is no JSON has none."""
    records = Records(reading.evidence)
    try:
        _walk(source, "", records, reading, 0)
    except _NOT_JSON:
        return
    finally:
        records.close()


def _whole(part: Part, reading: Reading) -> bytes | None:
    """The document as UTF-8; None when it is no JSON, or too long to be taken apart."""
    if (part.size_bytes or 0) > JSON_BYTES:
        return None
    content = part.content(reading.budget)
    encoding = encoding_of(content[:HEAD_BYTES])
    try:
        if encoding != "utf-8":
            content = content.decode(encoding or "utf-8").encode("utf-8")
        msgspec.json.decode(content, type=msgspec.Raw)
    except _NOT_JSON:
        return None
    return content


def _walk(source: bytes | msgspec.Raw, name: str, records: Records, reading: Reading, depth: int) -> None:
    if depth > NESTED:
        return
    reading.budget.check_time()
    first = _first(source)
    if first == b"[":
        items = _array.decode(source)
        _take_list(items, name, records)
        for item in items:
            if _is_nested(item):
                _walk(item, name, records, reading, depth + 1)
    elif first == b"{":
        values = _object.decode(source)
        _take_list(list(values.values()), name, records)  # objects by their number or name
        for key, value in values.items():
            if _is_nested(value):
                _walk(value, key, records, reading, depth + 1)


def _first(value: bytes | msgspec.Raw) -> bytes:
    """A value within a document starts with its own first sign; only the whole may have blanks before it."""
    view = memoryview(value)
    return bytes(view[:1]) if isinstance(value, msgspec.Raw) else bytes(view[:1_000]).lstrip()[:1]


def _is_nested(value: msgspec.Raw) -> bool:
    """Whether a list stands in it, or objects by their names. One object in another is a part of the same row."""
    first = _first(value)
    if first == b"[":
        return True
    inside = bytes(memoryview(value)) if first == b"{" else b""
    return b"[" in inside or inside.count(b"{") > OBJECTS_LEAST


def _take_list(items: list[msgspec.Raw], name: str, records: Records) -> None:
    firsts = [_first(item) for item in items]
    if firsts.count(b"{") >= OBJECTS_LEAST:
        for item, first in zip(items, firsts, strict=True):
            if first == b"{":
                records.add(name, _record(_value.decode(item)))
    elif firsts.count(b"[") >= OBJECTS_LEAST:  # a table as lists of cells
        for item, first in zip(items, firsts, strict=True):
            if first == b"[":
                records.add(name, _cells(_value.decode(item)))


def _cells(row: list[Any]) -> dict[str, str]:  # Any: JSON
    return {str(index): _cell(cell) for index, cell in enumerate(row)}


def _record(found: dict[str, Any], depth: int = 0) -> dict[str, str]:  # Any: JSON
    """One object as a row, with the objects in it."""
    record: dict[str, str] = {}
    for key, value in found.items():
        if isinstance(value, dict) and depth < LEVELS:
            for inner, cell in _record(value, depth + 1).items():
                record[inner_name(key, inner, record)] = cell
        elif _is_list_of_objects(value) and depth < LEVELS:
            for inner, cell in _joined(value, depth).items():
                record[inner_name(key, inner, record)] = cell
        else:
            record[key] = _cell(value)
    return record


def _is_list_of_objects(value: Any) -> bool:  # Any: JSON
    return isinstance(value, list) and 0 < len(value) <= JOINED and all(isinstance(item, dict) for item in value)


def _joined(items: list[dict[str, Any]], depth: int) -> dict[str, str]:  # Any: JSON
    """What a row says several times, its absences or its addresses: the values of each name together."""
    found: dict[str, str] = {}
    for item in items:
        for name, cell in _record(item, depth + 1).items():
            found[name] = f"{found[name]}, {cell}" if name in found else cell
    return found


def _cell(value: Any) -> str:  # Any: JSON
    if value is None or isinstance(value, dict):
        return ""
    if isinstance(value, list):
        return ", ".join(str(item) for item in value if not isinstance(item, (dict, list)))
    return str(value)


def _is_lines(head: bytes) -> bool:
    """An object a line, at least the first ones."""
    found = [line for line in head.lstrip(b"\xef\xbb\xbf").splitlines()[: LINES_LEAST + 1] if line.strip()]
    if len(found) < LINES_LEAST:
        return False
    try:
        return all(isinstance(_value.decode(line), (dict, list)) for line in found[:LINES_LEAST])
    except _NOT_JSON:
        return False


def _read_lines(part: Part, reading: Reading) -> None:
    records = Records(reading.evidence)
    for line in lines(part, reading):
        found = _decoded_line(line)
        if isinstance(found, dict):
            records.add("", _record(found))
        elif isinstance(found, list):
            records.add("list", _cells(found))
        if not isinstance(found, dict) or "[" in line or line.count("{") > OBJECTS_LEAST:
            reading.evidence.text(line.rstrip("\n"))  # no JSON, or more in it than a row shows
    records.close()


def _decoded_line(line: str) -> Any:  # Any: JSON
    try:
        return _value.decode(line)
    except _NOT_JSON:
        return None
