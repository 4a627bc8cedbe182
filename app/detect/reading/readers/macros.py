"""The programs in Office documents: their source, and what stands in their forms. Source: MS-OVBA 2.4.1."""

from __future__ import annotations

import re  # re2 reads the bytes of a pattern as UTF-8
from typing import Final

from app.detect.reading.document import Reading
from app.detect.reading.readers.loose_text import loose_texts
from app.detect.reading.readers.storage import Storage

SOURCE_BYTES = 4_000_000  # of one module
FORM_BYTES = 65_536
_CHUNK = 4_096
# How the packed source of a module begins: a sign, a head, eight letters as they are. Before it stands compiled code.
_START: Final = re.compile(rb"\x01[\x00-\xff][\xb0-\xbf]\x00Attribut")
_ABOUT_ITSELF: Final = re.compile(r"(?m)^Attribute VB_.*$\r?\n?")
_OF_FORMS: Final = frozenset({"f", "o"})


def read_macros(storage: Storage, reading: Reading) -> None:
    """All modules and forms in a storage and the storages in it."""
    for name in storage.streams:
        if name in _OF_FORMS and storage.size_bytes(name) <= FORM_BYTES:
            for text in loose_texts(storage.stream(name)):
                reading.evidence.text(text)
        else:
            source = _source(storage.stream(name), reading)
            if source:
                reading.evidence.text(source)
    for inner in storage.storages.values():
        reading.budget.take_member()
        read_macros(inner, reading)


def _source(stream: bytes, reading: Reading) -> str:
    match = _START.search(stream)
    if match is None:
        return ""
    source = unpacked(stream, match.start() + 1)
    reading.budget.expand(len(source))
    return _ABOUT_ITSELF.sub("", source.decode("cp1252", "replace")).strip()


def unpacked(stream: bytes, at: int) -> bytes:
    """Chunks of 4,096 bytes, each with its size before it; until one is cut off."""
    source = bytearray()
    while at + 2 <= len(stream) and len(source) < SOURCE_BYTES:
        head = int.from_bytes(stream[at : at + 2], "little")
        chunk = stream[at + 2 : at + 2 + (head & 0xFFF) + 1]
        at += 2 + len(chunk)
        if not chunk or head >> 12 & 7 != 3:
            break
        source += _unpacked_chunk(chunk) if head & 0x8000 else chunk[:_CHUNK]
    return bytes(source)


def _unpacked_chunk(chunk: bytes) -> bytes:
    """Groups of eight: a byte that says which are letters and which repeat what was before."""
    out = bytearray()
    at = 0
    while at < len(chunk) and len(out) < _CHUNK:
        flags = chunk[at]
        at += 1
        for bit in range(8):
            if at >= len(chunk) or len(out) >= _CHUNK:
                break
            if not flags >> bit & 1:
                out.append(chunk[at])
                at += 1
                continue
            token = int.from_bytes(chunk[at : at + 2], "little")
            at += 2
            for_length = 16 - max((len(out) - 1).bit_length(), 4)
            back = (token >> for_length) + 1
            if back > len(out):
                return bytes(out)
            for _ in range((token & (1 << for_length) - 1) + 3):
                out.append(out[-back])
    return bytes(out)
