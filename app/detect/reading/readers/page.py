"""HTML: what it shows, its tables, and what stands in its scripts, comments and addresses: a saved page keeps data there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from app.detect.reading.document import Part, Reading
from app.detect.reading.formats import HEAD_BYTES, encoding_of
from app.detect.reading.readers.embedded import encoded_in_address, read_encoded
from app.detect.reading.readers.json_data import tables_of, unescaped
from app.detect.reading.readers.page_tables import CELLS, PageTables

CHUNK_BYTES = 262_144
SCRIPT_CHARS = 20_000_000  # looked through for data up to here; longer scripts are text alone
_LINES: Final = frozenset(
    {
        "p",
        "div",
        "li",
        "br",
        "title",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "dt",
        "dd",
        "option",
        "label",
        "pre",
        "blockquote",
    }
    | {
        "section",
        "article",
        "header",
        "footer",
        "address",
        "legend",
        "figcaption",
        "summary",
        "textarea",
        "button",
        "hr",
        "tr",
    }
    | {"table", "ul", "ol", "dl", "form", "script", "noscript", "caption", "nav", "main", "aside"}
)
_INLINE: Final = frozenset({"span", "b", "strong", "em", "i", "small", "output", "data", "time", "bdi", "var"})
# Attributes that hold something a person wrote or a machine stored for one. Addresses follow: of mail, of phones.
_TELLING: Final = frozenset(
    {"value", "content", "title", "alt", "placeholder", "aria-label", "summary", "datetime", "srcdoc"}
)
_ADDRESSES: Final = frozenset({"href", "src", "data", "action"})
_ASSIGNED: Final = re.compile(r"[=(:]\s*(?=[\[{]\s*[\"{\[\]}])")
_META_CHARSET: Final = re.compile(rb"(?i)<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-z0-9_-]{3,20})")


def read_html(part: Part, reading: Reading) -> None:
    from lxml import etree

    with part.open() as stream:
        encoding = _encoding(stream.read(HEAD_BYTES))
    target = _Page(part, reading)
    parser = etree.HTMLParser(target=target, encoding=encoding, huge_tree=True)
    try:
        with part.open() as stream:
            while chunk := stream.read(CHUNK_BYTES):
                parser.feed(chunk.replace(b"\x00", b" ") if encoding.startswith("utf-8") else chunk)
                reading.budget.check_time()
        parser.close()
    finally:
        target.finish()


def _encoding(head: bytes) -> str:
    """By its bytes; a page's own word counts where the bytes leave a choice."""
    found = (encoding_of(head) or "utf-8").removesuffix("-sig")  # libxml2 skips the mark itself, and has no word for it
    told = _META_CHARSET.search(head[:4_096])
    if found.startswith(("utf-8", "utf-16", "utf-32")) or told is None:
        return found
    name = told.group(1).decode("ascii").lower()
    return {"iso-8859-1": "cp1252", "iso-8859-15": "iso8859-15", "macintosh": "mac_roman"}.get(name, found)


class _Page:
    """lxml's parser target. Its methods are called by the parser; `finish` when all was given."""

    def __init__(self, part: Part, reading: Reading) -> None:
        self._part, self._reading, self._evidence = part, reading, reading.evidence
        self._line: list[str] = []
        self._tables = PageTables(reading)
        self._skipping = 0
        self._script: list[str] | None = None
        self._has_ended = self._is_beside = False  # an inline element; another one begins without a space between

    def start(self, tag: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:
        name = str(tag)
        self._is_beside = self._has_ended and name in _INLINE
        self._has_ended = False
        if name == "style":
            self._skipping += 1
        elif name == "script":
            self._script = []
        if name in _LINES:
            self._break()
        if name in ("table", "tr") or name in CELLS:
            self._break()
            self._tables.start(name)
        for key, value in attrib.items():
            self._attribute(str(key), str(value))

    def end(self, tag: str | bytes) -> None:
        name = str(tag)
        self._has_ended = name in _INLINE
        if name == "style":
            self._skipping = max(0, self._skipping - 1)
        elif name == "script":
            self._end_script()
        if name in _LINES or name in CELLS:
            self._break()
        self._tables.end(name)

    def data(self, data: str | bytes) -> None:
        if self._script is not None:
            self._script.append(str(data))
        elif not self._skipping:
            text = str(data)
            if self._is_beside and _is_label_and_value(self._line, text):
                self._line.append("\t")
            self._line.append(text)
        self._has_ended = self._is_beside = False

    def comment(self, text: str | bytes) -> None:
        self._evidence.text(str(text))

    def close(self) -> None:
        """lxml asks for it."""

    def finish(self) -> None:
        if self._script is not None:
            self._end_script()
        self._break()
        self._tables.close()

    def _attribute(self, key: str, value: str) -> None:
        if key in _ADDRESSES or key == "srcset":
            encoded = encoded_in_address(value)
            if encoded is not None:
                read_encoded(encoded, self._part, self._reading)
            elif not value.startswith("data:") and value:
                self._line.append(f" {value} ")
        elif (key in _TELLING or key.startswith("data-")) and value.strip():
            self._line.append(f" {value} ")

    def _end_script(self) -> None:
        """A script is text; the data it assigns are tables besides."""
        script, self._script = "".join(self._script or ()), None
        for start in range(0, len(script), CHUNK_BYTES):
            self._evidence.text(unescaped(script[start : start + CHUNK_BYTES]))
        if len(script) > SCRIPT_CHARS:
            return
        whole = script.strip()
        if whole.startswith(("{", "[")):
            tables_of(whole.encode("utf-8", "replace"), self._reading)
            return
        match = _ASSIGNED.search(whole)
        if match is not None:
            rest = whole[match.end() :]
            close = "]" if rest.startswith("[") else "}"
            tables_of(rest[: rest.rfind(close) + 1].encode("utf-8", "replace"), self._reading)

    def _break(self) -> None:
        text = " ".join("".join(self._line).split()) if self._tables.in_cell else "".join(self._line).strip()
        self._line.clear()
        if text and not self._tables.take(text):
            self._evidence.text(text)


def _is_label_and_value(line: list[str], behind: str) -> bool:
    """Whether two elements side by side are no parts of a word: a style sheet parts `Naam` and `Anna de Vries`."""
    last = line[-1][-1:] if line else ""
    return (last.islower() or last in ".:)") and (behind[:1].isupper() or behind[:1].isdigit() or behind[:1] in "€+")
