"""Documents that stand in a text as base64: in a message of a system, in a saved page."""

from __future__ import annotations

import binascii
from typing import Final

import re2

from app.detect.reading.document import Part, Reading, of_bytes
from app.detect.reading.formats import Format, format_of

ENCODED_LEAST = 160  # signs; what is shorter holds no document
ICON_BYTES = 20_000  # pictures up to here that are part of a text are decoration

# How base64 of %PDF-, PK, a compound file, {\rtf, gzip, 7z, JPEG, PNG and <?xml begins.
_STARTS: Final = ("JVBERi0", "UEsDB", "0M8R4KGx", "e1xydG", "H4sI", "N3q8r", "/9j/", "iVBORw0KGgo", "PD94bWw")
_RUN: Final = re2.compile(
    rb"\b(?:JVBERi0|UEsDB|0M8R4KGx|e1xydG|H4sI|N3q8r|iVBORw0KGgo|PD94bWw)(?:[A-Za-z0-9+/\r\n]|\\/|\\[rn]){150,}={0,2}"
)
_DATA_ADDRESS: Final = re2.compile(r"^data:[^,;]{0,100}(?:;[^,;]{0,100})*;base64,")


def is_encoded_document(text: str) -> bool:
    return len(text) >= ENCODED_LEAST and text[:100].lstrip().startswith(_STARTS)


def read_encoded(text: str, part: Part, reading: Reading) -> None:
    """A base64 text that `is_encoded_document`. What turns out to be none is passed over: it was read as text."""
    try:
        content = binascii.a2b_base64(text.encode("ascii", "replace"))
    except binascii.Error:
        return
    if format_of(content[:512]) is Format.PICTURE and len(content) <= ICON_BYTES:
        return
    reading.budget.take_member()
    reading.budget.expand(len(content))
    reading.read(of_bytes("", content, part.depth + 1))


def read_runs(source: bytes, part: Part, reading: Reading) -> None:
    """The documents within a larger text, JSON for one."""
    for match in _RUN.finditer(source):
        start, end = match.span()
        run = source[start:end].replace(b"\\/", b"/").replace(b"\\r", b"").replace(b"\\n", b"")
        read_encoded(run.decode("ascii"), part, reading)


def encoded_in_address(address: str) -> str | None:
    """What a `data:` address holds; None when it is another address, or shows a font, style, script or small picture."""
    if not address.startswith("data:") or len(address) < ENCODED_LEAST:
        return None
    match = _DATA_ADDRESS.search(address[:1_000])
    if match is None or address.startswith(("data:font", "data:application/font", "data:application/x-font")):
        return None
    encoded = address[match.end() :]
    return encoded if is_encoded_document(encoded) else None
