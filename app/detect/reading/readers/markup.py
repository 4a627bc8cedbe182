"""XML and HTML: all text, with the lines and tables its elements draw. No DTD with declarations, no entity of its own."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Final, TypeAlias
from xml.parsers import expat

from app.detect.judging.evidence import Evidence
from app.detect.reading.document import Part, Reading
from app.detect.reading.formats import HEAD_BYTES, encoding_of
from app.detect.reading.readers.text import read_text
from app.detect.reading.unread import LimitReachedError

CHUNK_BYTES = 262_144
REPEATED_CELLS = 64  # a spreadsheet says "1,000 empty cells" in one element; the columns need no more than this

_ROWS: Final = frozenset({"tr", "table-row", "row"})
_CELLS: Final = frozenset({"tc", "td", "th", "table-cell", "covered-table-cell"})
_LINES: Final = frozenset(
    [
        "p",
        "h",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "div",
        "li",
        "br",
        "title",
        "si",
        "comment",
        "text-box",
        "sdt",
        "dd",
        "dt",
        "option",
        "label",
        "pre",
        "blockquote",
        "cr",
        "annotation",
    ]
)
_TABS: Final = frozenset({"tab"})
_SPACES: Final = frozenset({"s", "line-break"})
# Attributes that hold something a person wrote or a machine stored for one.
_TELLING: Final = frozenset(
    [
        "v",
        "value",
        "content",
        "href",
        "title",
        "alt",
        "descr",
        "name",
        "Target",
        "tooltip",
        "displayName",
        "author",
        "initials",
        "string-value",
    ]
)
_SKIPPED: Final = frozenset({"style", "binData"})

Attributes: TypeAlias = Mapping[str, str]


class MarkupText:
    """Turns elements into lines: cells parted by tabs, one line a row. Names come without their namespace."""

    def __init__(self, evidence: Evidence, *, tells_elements: bool = False) -> None:
        self._evidence = evidence
        self._tells_elements = tells_elements  # in data, an element's name is the label of its value
        self._line: list[str] = []
        self._cells = 0  # how deep in table cells
        self._skipping = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if name in _SKIPPED:
            self._skipping += 1
        if name in _CELLS:
            self._cells += 1
        elif name in _TABS:
            self._line.append(" " if self._cells else "\t")
        elif name in _SPACES:
            self._line.append(" ")
        if self._tells_elements:
            self._line.append(f" {name}: ")
        for key, value in attributes.items():
            local = key.rpartition(" ")[2]
            if local in _TELLING or self._tells_elements:
                self._line.append(f" {value} ")

    def end(self, name: str, attributes: Attributes | None = None) -> None:
        if name in _SKIPPED:
            self._skipping -= 1
        if name in _CELLS:
            self._cells -= 1
            self._line.append("\t" if self._cells == 0 else " ")
        elif name in _ROWS and self._cells == 0:
            self._break()
        elif name in _LINES or self._tells_elements:
            if self._cells:
                self._line.append(" ")
            else:
                self._break()

    def data(self, text: str) -> None:
        if not self._skipping:
            self._line.append(text.replace("\t", " ").replace("\n", " ") if self._cells else text)

    def close(self) -> None:
        self._break()

    def repeat_cell(self, times: int) -> None:
        """The cell that just ended stands there so often."""
        self._line.append("\t" * (min(times, REPEATED_CELLS) - 1))

    def _break(self) -> None:
        text = "".join(self._line).rstrip()
        self._line.clear()
        if text:
            self._evidence.text(text)


def parse_xml(stream: io.BufferedIOBase, handler: MarkupText, reading: Reading, *, dtd: bool = False) -> None:
    """Feed well-formed XML to `handler`. Raises ExpatError, or LimitReachedError for declarations of entities; without
    `dtd` for any document type at all."""
    parser = xml_parser(dtd=dtd)
    local: dict[str, str] = {}
    repeats: list[int] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        short = local.get(name) or local.setdefault(name, name.rpartition(" ")[2])
        if short == "table-cell":
            repeats.append(_repeated(attributes))
        handler.start(short, attributes)

    def end(name: str) -> None:
        short = local[name]
        handler.end(short)
        if short == "table-cell" and (times := repeats.pop()) > 1:
            handler.repeat_cell(times)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = handler.data
    parser.CommentHandler = handler.data
    try:
        feed(parser, stream, reading)
    finally:  # what was gathered before an error or a limit counts
        handler.close()


def xml_parser(*, dtd: bool = False, namespaces: bool = True) -> expat.XMLParserType:
    """An expat parser that refuses what could make a small document large. Names: "namespace name", or as written."""
    parser = expat.ParserCreate(namespace_separator=" " if namespaces else None)
    parser.buffer_text = True

    def doctype(_name: str, _system: str | None, _public: str | None, has_internal_subset: bool) -> None:
        if not dtd or has_internal_subset:
            raise LimitReachedError

    def entity(*_declaration: object) -> None:
        raise LimitReachedError

    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = entity
    return parser


def feed(parser: expat.XMLParserType, stream: io.BufferedIOBase, reading: Reading) -> None:
    while chunk := stream.read(CHUNK_BYTES):
        parser.Parse(chunk, False)
        reading.budget.check_time()
    parser.Parse(b"", True)


def read_xml(part: Part, reading: Reading) -> None:
    """Raises LimitReachedError for entities. What is no well-formed XML is read as text: that is reading it whole."""
    try:
        with part.open() as stream:
            parse_xml(stream, MarkupText(reading.evidence, tells_elements=True), reading, dtd=True)
    except expat.ExpatError:
        read_text(part, reading)


def read_html(part: Part, reading: Reading) -> None:
    """Also the comments and scripts of a page: a saved page keeps its data there."""
    from lxml import etree

    with part.open() as stream:
        encoding = encoding_of(stream.read(HEAD_BYTES)) or "utf-8"
    parser = etree.HTMLParser(target=_HtmlTarget(reading.evidence), encoding=encoding, huge_tree=True)
    with part.open() as stream:
        while chunk := stream.read(CHUNK_BYTES):
            parser.feed(chunk)
            reading.budget.check_time()
    parser.close()


class _HtmlTarget:
    """lxml's parser target; comments are text too."""

    def __init__(self, evidence: Evidence) -> None:
        self._text = MarkupText(evidence)

    def start(self, tag: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:
        self._text.start(str(tag), {str(name): str(value) for name, value in attrib.items()})

    def end(self, tag: str | bytes) -> None:
        self._text.end(str(tag))

    def data(self, data: str | bytes) -> None:
        self._text.data(str(data))

    def comment(self, text: str | bytes) -> None:
        self._text.data(str(text))

    def close(self) -> None:
        self._text.close()


def _repeated(attributes: Attributes) -> int:
    for key, value in attributes.items():
        if key.endswith(" number-columns-repeated") and value.isascii() and value.isdigit():
            return int(value[:9])
    return 1
