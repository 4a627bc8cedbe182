"""XML as a stream of elements. No DTD with declarations, no entity of its own: a small document cannot become large."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Protocol, TypeAlias
from xml.parsers import expat

from app.detect.reading.document import Reading
from app.detect.reading.unread import LimitReachedError

CHUNK_BYTES = 262_144
Attributes: TypeAlias = Mapping[str, str]
Starts: TypeAlias = Mapping[str, "Callable[[Attributes], None]"]
Ends: TypeAlias = Mapping[str, "Callable[[], None]"]


class Vocabulary(Protocol):
    """What to do at the elements of one kind of document. Elements are named without their prefix (or with the usual one),
    attributes as written."""

    @property
    def starts(self) -> Starts: ...

    @property
    def ends(self) -> Ends: ...

    def data(self, text: str) -> None: ...

    def close(self) -> None:
        """Called at the end, also after an error or a limit: what was gathered counts."""


class ByLocalName(dict[str, "Callable[..., None] | None"]):
    """Looks an element up by the name it has in the document ("w:p") and remembers what stands under its local name. Where
    two vocabularies mean different things by one local name, the name with its usual prefix goes first."""

    def __init__(self, known: Mapping[str, Callable[..., None]]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, name: str) -> Callable[..., None] | None:
        found = self[name] = self._known.get(name) or self._known.get(name.rpartition(":")[2])
        return found


def parse_xml(stream: io.BufferedIOBase, vocabulary: Vocabulary, reading: Reading, *, dtd: bool = False) -> None:
    """Feed well-formed XML to `vocabulary`. Raises ExpatError, or LimitReachedError for declarations of entities; without
    `dtd` for any document type at all."""
    parser = xml_parser(dtd=dtd)
    starts, ends = ByLocalName(vocabulary.starts), ByLocalName(vocabulary.ends)

    def start(name: str, attributes: dict[str, str]) -> None:
        act = starts[name]
        if act is not None:
            act(attributes)

    def end(name: str) -> None:
        act = ends[name]
        if act is not None:
            act()

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = vocabulary.data
    try:
        feed(parser, stream, reading)
    finally:
        vocabulary.close()


def xml_parser(*, dtd: bool = False) -> expat.XMLParserType:
    """An expat parser that refuses what could make a small document large. Names come with their prefix."""
    parser = expat.ParserCreate()
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


def attribute(attributes: Attributes, local: str) -> str:
    """The value of an attribute whatever its prefix; empty when it is not there."""
    for name, value in attributes.items():
        if name == local or name.endswith(f":{local}"):
            return value
    return ""


def number(value: str, most: int, otherwise: int = 1) -> int:
    """A count as an attribute states it, at most `most`."""
    return min(int(value[:9]), most) if value.isascii() and value.isdigit() else otherwise
