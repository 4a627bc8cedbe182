"""Property sets of compound files: title, author, company, and properties that somebody made. Source: MS-OLEPS."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from app.detect.judging.evidence import Evidence
from app.detect.reading.readers.loose_text import loose_texts
from app.detect.reading.readers.ooxml_properties import about, custom_property
from app.detect.reading.readers.storage import Storage

_STREAMS: Final = ("\x05summaryinformation", "\x05documentsummaryinformation")
_SUMMARY: Final = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
_DOCUMENT: Final = bytes.fromhex("02d5cdd59c2e1b10939708002b2cf9ae")
_CUSTOM: Final = bytes.fromhex("05d5cdd59c2e1b10939708002b2cf9ae")
_BY_WHOM: Final = {_SUMMARY: {4, 7, 8}, _DOCUMENT: {14, 15}}
_ABOUT: Final = {
    _SUMMARY: {2: "title", 3: "subject", 5: "keywords", 6: "comments"},
    _DOCUMENT: {2: "category", 27: "status"},
}
_TITLES_OF_PARTS = 13
_DICTIONARY, _CODE_PAGE = 0, 1
_PROPERTIES = 2_000  # of one set
_TEXT, _WIDE_TEXT, _VARIANT, _VECTOR = 30, 31, 12, 0x1000
_NUMBERS: Final = {2: "<h", 3: "<i", 4: "<f", 5: "<d", 18: "<H", 19: "<I", 20: "<q", 21: "<Q", 22: "<i", 23: "<I"}
_BLOB = 65


def tell_properties(storage: Storage, evidence: Evidence) -> None:
    """Of a spoiled set all letters are told: the document itself may be whole."""
    for name in _STREAMS:
        content = storage.stream(name)
        try:
            for kind, section in _sections(content) if content else ():
                _Set(section, evidence).tell(kind)
        except (struct.error, IndexError, ValueError):
            for text in loose_texts(content):
                evidence.text(text)


def _sections(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    (count,) = struct.unpack_from("<I", content, 24)
    for index in range(min(count, 4)):
        kind = content[28 + 20 * index : 44 + 20 * index]
        (start,) = struct.unpack_from("<I", content, 44 + 20 * index)
        yield kind, content[start:]


class _Set:
    """One set of properties."""

    def __init__(self, section: bytes, evidence: Evidence) -> None:
        self._section, self._evidence = section, evidence
        _, count = struct.unpack_from("<II", section)
        pairs = (struct.unpack_from("<II", section, 8 + 8 * index) for index in range(min(count, _PROPERTIES)))
        self._places = dict(pairs)
        page = self._places.get(_CODE_PAGE)
        number = struct.unpack_from("<H", section, page + 4)[0] if page is not None else 1252
        self._codec = {1200: "utf-16-le", 65001: "utf-8", 10000: "mac_roman"}.get(number, f"cp{number}")
        try:
            "".encode(self._codec)
        except LookupError:
            self._codec = "cp1252"

    def tell(self, kind: bytes) -> None:
        names = self._names() if kind == _CUSTOM else {}
        for key, at in self._places.items():
            if key in (_DICTIONARY, _CODE_PAGE):
                continue
            values = [value for value in self._values(at) if value]
            if not values:
                continue
            if kind == _CUSTOM:
                custom_property(names.get(key, ""), " ".join(values), self._evidence)
            elif key in _BY_WHOM.get(kind, ()):
                self._evidence.property(" ".join(values))
            elif key in _ABOUT.get(kind, {}):
                about(_ABOUT[kind][key], " ".join(values), self._evidence)
            elif kind == _DOCUMENT and key == _TITLES_OF_PARTS:
                self._evidence.text("\n".join(values))

    def _names(self) -> dict[int, str]:
        """The dictionary: how somebody called the properties."""
        at = self._places.get(_DICTIONARY)
        if at is None:
            return {}
        (count,) = struct.unpack_from("<I", self._section, at)
        at += 4
        names = {}
        is_wide = self._codec == "utf-16-le"
        for _ in range(min(count, _PROPERTIES)):
            key, length = struct.unpack_from("<II", self._section, at)
            size = 2 * length if is_wide else length
            names[key] = self._section[at + 8 : at + 8 + size].decode(self._codec, "replace").rstrip("\0")
            at += 8 + (size + 3 & ~3 if is_wide else size)
        return names

    def _values(self, at: int) -> list[str]:
        kind = struct.unpack_from("<H", self._section, at)[0]
        if not kind & _VECTOR:
            return [self._value(kind, at + 4)[0]]
        (count,) = struct.unpack_from("<I", self._section, at + 4)
        at += 8
        values = []
        for _ in range(min(count, _PROPERTIES)):
            inner = kind & ~_VECTOR
            if inner == _VARIANT:
                inner = struct.unpack_from("<H", self._section, at)[0]
                at += 4
            value, size = self._value(inner, at)
            values.append(value)
            at += size
        return values

    def _value(self, kind: int, at: int) -> tuple[str, int]:
        """The value and how many bytes it takes."""
        if kind in (_TEXT, _WIDE_TEXT, _BLOB):
            (length,) = struct.unpack_from("<I", self._section, at)
            size = 2 * length if kind == _WIDE_TEXT else length
            content = self._section[at + 4 : at + 4 + size]
            if kind == _BLOB:  # links, among other things
                return " ".join(loose_texts(content)), 4 + size
            text = content.decode("utf-16-le" if kind == _WIDE_TEXT else self._codec, "replace")
            return text.partition("\0")[0].strip(), 4 + (size + 3 & ~3 if kind == _WIDE_TEXT else size)
        form = _NUMBERS.get(kind)
        if form is None:
            return "", 4
        return str(struct.unpack_from(form, self._section, at)[0]), 4
