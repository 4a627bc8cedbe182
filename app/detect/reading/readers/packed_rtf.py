"""The rich text of Outlook messages, which is packed, and the page that may be wrapped in it.

Sources: MS-OXRTFCP (packing), MS-OXRTFEX (a page within rich text).
"""

from __future__ import annotations

import re
from typing import Final

from app.detect.reading.budget import Budget
from app.detect.reading.unread import Unread, UnreadableError

_DICTIONARY: Final = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans Serif"
    b"SymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_WINDOW = 4_096
_HEADER = 16
_PACKED, _PLAIN = b"LZFu", b"MELA"
TIMED_EVERY = 1_024  # control bytes
_FROM_PAGE: Final = re.compile(rb"\\fromhtml1?\b")
_TOKEN: Final = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\([a-z]{1,32})(-?[0-9]{1,10})? ?|\\(\*)|\\([\\{}~_-])|\\(?:\r\n|\n|\r)|\\."
    rb"|([{}])|([^\\{}\r\n]+)|[\r\n]+",
    re.DOTALL,
)
_SIGNS: Final = {
    b"par": b"\n", b"line": b"\n", b"tab": b"\t", b"lquote": b"'", b"rquote": b"'", b"ldblquote": b'"', b"rdblquote": b'"',
    b"bullet": b"*", b"endash": b"-", b"emdash": b"-",
}  # fmt: skip
_LEFT_OUT: Final = frozenset(
    {b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pntext", b"mhtmltag", b"pict", b"generator"}
)


def unpacked(content: bytes, budget: Budget) -> bytes:
    """Raises UnreadableError: corrupt, limit; what a message tells of its packed size is not believed."""
    size = int.from_bytes(content[4:8], "little")
    kind = content[8:12]
    if kind == _PLAIN:
        return content[_HEADER : _HEADER + size]
    if kind != _PACKED:
        raise UnreadableError(Unread.CORRUPT)
    budget.expand(min(size, 20 * len(content)))
    return _unpacked(content, min(size, 20 * len(content)), budget)


def _unpacked(content: bytes, size: int, budget: Budget) -> bytes:
    """A window of 4,096 bytes that starts with what nearly every rich text has; a pair of bytes points into it."""
    out = bytearray(_DICTIONARY)
    at, end, turns = _HEADER, len(content), 0
    most = len(_DICTIONARY) + size
    while at < end and len(out) < most:
        turns += 1
        if turns % TIMED_EVERY == 0:
            budget.check_time()
        control = content[at]
        at += 1
        for bit in range(8):
            if at >= end:
                break
            if not control >> bit & 1:
                out.append(content[at])
                at += 1
                continue
            pair = int.from_bytes(content[at : at + 2], "big")
            at += 2
            offset, length = pair >> 4, (pair & 15) + 2
            if offset == len(out) % _WINDOW:
                return bytes(out[len(_DICTIONARY) :])
            start = len(out) - (len(out) - offset) % _WINDOW
            if start < 0:
                raise UnreadableError(Unread.CORRUPT)
            for step in range(start, start + length):
                out.append(out[step])
    return bytes(out[len(_DICTIONARY) : most])


def page_in(source: bytes) -> bytes | None:
    """The page (HTML) that rich text was made of, in its own bytes; None when it was made of something else."""
    if _FROM_PAGE.search(source[:1_000]) is None:
        return None
    out: list[bytes] = []
    groups: list[tuple[bool, bool]] = []  # of each open group: left out, inside a tag
    left_out = in_tag = hidden = False
    starred = False
    for match in _TOKEN.finditer(source):
        byte, word, number, star, sign, brace, plain = match.groups()
        if brace == b"{":
            groups.append((left_out, in_tag))
        elif brace == b"}":
            left_out, in_tag = groups.pop() if groups else (False, False)
        elif star is not None:
            starred = True
            continue
        elif word is not None:
            if word == b"htmlrtf":  # what only rich text needs
                hidden = number != b"0"
            elif word == b"htmltag":
                in_tag, left_out = True, False
            elif word in _LEFT_OUT or starred:
                left_out = True
            elif not left_out and (in_tag or not hidden):
                out.append(_unicode(number) if word == b"u" else _SIGNS.get(word, b""))
        elif not left_out and (in_tag or not hidden):
            out.append(
                bytes([int(byte, 16)]) if byte is not None else _escaped(sign) if sign is not None else plain or b""
            )
        starred = False
    return b"".join(out)


def _escaped(sign: bytes) -> bytes:
    return {b"~": b"&nbsp;", b"_": b"-", b"-": b""}.get(sign, sign)


def _unicode(number: bytes | None) -> bytes:
    return b"&#%d;" % (int(number or b"63") % 0x10000)
