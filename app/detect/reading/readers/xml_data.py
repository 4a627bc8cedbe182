"""XML that is no Office document: exports, messages between systems, configuration, older Office documents as one file.

Elements give lines of text ("geboortedatum: 1960-01-01"); elements that hold several values are records of a table; rows of
cells, as worksheets have them, are rows of a table.
"""

from __future__ import annotations

import io
from typing import Final
from xml.parsers import expat

from app.detect.reading.document import Part, Reading
from app.detect.reading.readers.embedded import is_encoded_document, read_encoded
from app.detect.reading.readers.records import Records, inner_name, spaced
from app.detect.reading.readers.text import read_text
from app.detect.reading.readers.xml_cells import CELL, ROW, Cells
from app.detect.reading.unread import LimitReachedError

CHUNK_BYTES = 262_144
VALUE_CHARS = 60_000_000
FIELDS = 60  # of a record with those that become a part of it
FIELD_CHARS = 400
LINES = 200
# Elements of any value, with its name beside them.
_NAMED: Final = frozenset(
    {
        "field",
        "column",
        "property",
        "attribute",
        "param",
        "parameter",
        "item",
        "value",
        "simpledata",
        "variable",
        "data",
    }
)
# Parts of one line of text: a word may be cut by them.
_INLINE: Final = frozenset(
    {"t", "r", "span", "b", "i", "u", "em", "strong", "a", "s", "tab", "font", "hi", "emphasis", "smarttag"}
)


class _Entities(Exception):
    """The document declares texts of its own, none of which refers to another."""


def read_xml(part: Part, reading: Reading) -> None:
    """Raises LimitReachedError for entities within entities. What is no well-formed XML, and what has entities, is read as
    text: that is reading it whole."""
    try:
        with part.open() as stream:
            _parse(stream, _Data(part, reading), reading)
    except (expat.ExpatError, _Entities, UnicodeError, LookupError, ValueError):
        read_text(part, reading)


def _parse(stream: io.BufferedIOBase, data: _Data, reading: Reading) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    declarations = _Declarations()
    parser.EntityDeclHandler, parser.EndDoctypeDeclHandler = declarations.entity, declarations.end
    parser.StartElementHandler, parser.EndElementHandler = data.start, data.end
    parser.CharacterDataHandler = data.text
    parser.CommentHandler = data.comment
    try:
        while chunk := stream.read(CHUNK_BYTES):
            parser.Parse(chunk, False)
            reading.budget.check_time()
        parser.Parse(b"", True)
    finally:  # what was gathered before an error or a limit counts
        data.close()


class _Declarations:
    """What a document's own type declares. Texts that refer to other texts are how a small document becomes large."""

    def __init__(self) -> None:
        self._has_entities = False

    def entity(self, _name: str, _is_parameter: bool, value: str | None, *_where: str | None) -> None:
        if value is not None and ("&" in value or "%" in value):
            raise LimitReachedError
        self._has_entities = True

    def end(self) -> None:
        if self._has_entities:
            raise _Entities


class _Element:
    __slots__ = ("fields", "inner", "name", "seen", "text")

    def __init__(self, name: str) -> None:
        self.name = name
        self.text: list[str] = []
        self.fields: dict[str, str] | None = None  # None until it has one: most elements are values
        self.inner: dict[str, dict[str, str]] | None = None  # records in it, each the only one of its name so far
        self.seen: set[str] | None = None  # names of the elements in it


def _label(element: _Element) -> str:
    """What a value is called: by its element, or by the name that a general element carries."""
    if element.fields and element.name.lower() in _NAMED:
        return element.fields.pop("name", None) or element.fields.pop("key", None) or element.name
    return element.name


class _Data:
    """The values in an element are a record. Elements of one name beside each other are rows of a table; one that stands
    alone is a part of the record around it."""

    def __init__(self, part: Part, reading: Reading) -> None:
        self._part, self._reading, self._evidence = part, reading, reading.evidence
        self._records = Records(reading.evidence)
        self._cells = Cells(reading)
        self._names: dict[str, str] = {}
        self._lines: list[str] = []
        self._open: list[_Element] = [_Element("")]
        self._chars = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = self._names.get(name)
        if local is None:
            local = self._names[name] = name.rpartition(":")[2]
        element, lower = _Element(local), local.lower()
        self._open.append(element)
        if attributes:
            element.fields = _told(attributes, is_cell=self._cells.is_open or self._cells.starts_cell(lower))
        if lower in ROW or lower in CELL:
            self._cells.start(lower, attributes)

    def text(self, text: str) -> None:
        self._open[-1].text.append(text)
        self._chars += len(text)
        if self._chars > VALUE_CHARS:
            self._chars = 0
            self._evidence.text("".join(self._open[-1].text))
            self._open[-1].text.clear()

    def comment(self, text: str) -> None:
        self._tell(text)

    def end(self, name: str) -> None:
        element = self._open.pop()
        parent = self._open[-1]
        self._chars = 0
        lower = element.name.lower()
        if lower in _INLINE and element.text and not self._cells.is_row(lower):
            whole = "".join(element.text)
            parent.text.append(whole if not whole.isspace() else " ")
        else:
            self._end_value(element, parent, "".join(element.text).strip())
        if element.fields or element.inner:
            self._end_record(element, parent)
        if parent.seen is None:
            parent.seen = set()
        parent.seen.add(element.name)
        self._cells.end(lower)

    def close(self) -> None:
        for element in reversed(self._open):
            if element.text:
                self._tell("".join(element.text))
            for name, fields in (element.inner or {}).items():
                self._records.add(name, fields)
            self._records.add(element.name, element.fields or {})
        self._tell_lines()
        self._records.close()
        self._cells.close()

    def _end_value(self, element: _Element, parent: _Element, value: str) -> None:
        if not value:
            return
        if is_encoded_document(value):
            read_encoded(value, self._part, self._reading)
        elif self._cells.take(value):
            return
        elif element.seen is None:
            self._put(parent, _label(element), value)
        else:
            self._tell(value)

    def _end_record(self, element: _Element, parent: _Element) -> None:
        fields = element.fields or {}
        for name, inner in (element.inner or {}).items():
            if len(fields) + len(inner) <= FIELDS:
                fields.update({inner_name(name, key, fields): value for key, value in inner.items()})
            else:
                self._records.add(name, inner)
        if parent.seen is None or element.name not in parent.seen:
            if parent.inner is None:
                parent.inner = {}
            parent.inner[element.name] = fields
            return
        if parent.inner and element.name in parent.inner:  # it does not stand alone
            self._records.add(element.name, parent.inner.pop(element.name))
        self._records.add(element.name, fields)

    def _put(self, parent: _Element, name: str, value: str) -> None:
        """A value of the record around it; what is long is text."""
        if parent.fields is None:
            parent.fields = {}
        known = parent.fields.get(name)
        if len(value) > FIELD_CHARS or (known is not None and len(known) > FIELD_CHARS):
            self._tell(f"{spaced(name)}: {value}")
        else:
            parent.fields[name] = value if known is None else f"{known}, {value}"

    def _tell(self, line: str) -> None:
        self._lines.append(line)
        if len(self._lines) >= LINES or len(line) > CHUNK_BYTES:
            self._tell_lines()

    def _tell_lines(self) -> None:
        lines, self._lines = self._lines, []
        self._evidence.text("\n".join(lines))


def _told(attributes: dict[str, str], *, is_cell: bool) -> dict[str, str] | None:
    """Those of a cell tell its kind and looks; only a link says something."""
    found = {}
    for key, value in attributes.items():
        local = key.rpartition(":")[2]
        if value and not key.startswith("xmlns") and (not is_cell or local.lower() == "href"):
            found[local] = value
    return found or None
