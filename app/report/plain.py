"""Names of files as they can be signed and shown: any bytes come in, nothing that misleads the eye goes out."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime

MISSING_GLYPH = "\N{WHITE SQUARE}"
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})  # controls, direction marks, half characters
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def signable(text: str) -> str:
    r"""`text` without what JSON tools disagree on: bytes that are no UTF-8 become `\xff`, half characters `\ud800`.

    DEL becomes `\x7f`, because jq 1.6 writes it as an escape and RFC 8785 does not. All other characters stay.
    """
    if text.isascii() and "\x7f" not in text:
        return text
    return "".join(_signable(character) for character in text)


def _signable(character: str) -> str:
    code = ord(character)
    if code == 0x7F:
        return "\\x7f"
    if 0xDC80 <= code <= 0xDCFF:  # Python's surrogate escape of a byte
        return f"\\x{code - 0xDC00:02x}"
    return f"\\u{code:04x}" if 0xD800 <= code <= 0xDFFF else character


def printable(text: str, has_glyph: Callable[[str], bool]) -> str:
    """One line that can be printed: controls and direction marks as escapes, a square for what the font cannot show.

    Right-to-left letters become squares too, because a page that sets them from left to right shows another name.
    """
    return "".join(_printable(character, has_glyph) for character in unicodedata.normalize("NFC", text))


def _printable(character: str, has_glyph: Callable[[str], bool]) -> str:
    if " " <= character <= "~":
        return character
    if unicodedata.category(character) in _HIDDEN:
        return _escaped(character)
    if unicodedata.bidirectional(character) in _RIGHT_TO_LEFT or not has_glyph(character):
        return MISSING_GLYPH
    return character


def _escaped(character: str) -> str:
    short = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(character)
    if short is not None:
        return short
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def shortened(text: str, most: int) -> str:
    """`text` with its middle left out when it is longer than `most` characters: start and end tell names apart."""
    if len(text) <= most:
        return text
    head = (most - 1) * 2 // 3
    return f"{text[:head]}…{text[len(text) - (most - 1 - head) :]}"


def iso(moment: datetime) -> str:
    """`2026-11-30T08:00:00Z`: UTC, whole seconds."""
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def moment_of(text: object) -> datetime | None:
    """The aware moment that `iso` wrote; None for anything else."""
    if not isinstance(text, str) or len(text) != len("2026-11-30T08:00:00Z"):
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
