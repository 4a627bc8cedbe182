"""The structure of a mail: where its headers, parts and parts of parts lie in its bytes. Nothing is copied or decoded here.

Written out because `email.parser` keeps every line of a mail as a string of its own, several times the memory that the mail
takes, and compares each line with the boundaries of all levels.
"""

from __future__ import annotations

import binascii
import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32
from typing import Final

LEVELS = 20
HEADER_BYTES = 1_000_000
SHOWN_CHARS = 20_000  # of one header
_HEADER_LINE: Final = re.compile(rb"[!-9;-~]{1,200}[ \t]*:|[ \t]|>?From ")
_NOT_BASE64: Final = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"))
# These take more than linear time, or are no letters at all.
_NO_CHARSETS: Final = frozenset(
    {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"}
)
_BROKEN: Final = (MessageError, LookupError, ValueError, TypeError)  # what `email` raises at headers against the rules
_headers = BytesHeaderParser(policy=compat32)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a mail, or the whole. `header` says what it is, `start` and `end` where its body lies."""

    header: Message
    start: int
    end: int
    parent_type: str = ""

    @property
    def content_type(self) -> str:
        return self.header.get_content_type()


class TooDeepError(Exception):
    """Parts within parts, further than any mail program makes them."""


def whole(content: bytes, start: int, end: int) -> Piece:
    """The mail that lies there, with its own header."""
    body = _body_start(content, start, end)
    return Piece(_headers.parsebytes(content[start : min(body, start + HEADER_BYTES)]), body, end)


def leaves(content: bytes, piece: Piece, level: int = 0) -> Iterator[Piece]:
    """The parts that have no parts, in their order; mails in the mail count as such. Raises TooDeepError."""
    boundary = _boundary(piece.header) if piece.header.get_content_maintype() == "multipart" else None
    if boundary is None:
        yield piece
        return
    if level >= LEVELS:
        raise TooDeepError
    found = False
    for start, end in _between(content, piece, boundary):
        found = True
        inner = whole(content, start, end)
        parent = piece.content_type
        yield from leaves(content, Piece(inner.header, inner.start, inner.end, parent), level + 1)
    if not found:  # the boundary that it speaks of is not there: its body is a text
        yield Piece(_headers.parsebytes(b"Content-Type: text/plain\n\n"), piece.start, piece.end, piece.content_type)


def decoded(content: bytes, piece: Piece) -> bytes:
    """The body without its encoding for transport; what does not fit that encoding is left out."""
    body = content[piece.start : piece.end]
    encoding = str(piece.header.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding.startswith("base64"):
        return from_base64(body)
    if encoding.startswith("quoted-printable"):
        return binascii.a2b_qp(body)
    return from_uu(body) if encoding in ("uuencode", "x-uuencode", "uue", "x-uue") else body


def from_base64(body: bytes) -> bytes:
    try:
        return binascii.a2b_base64(body)
    except binascii.Error:
        signs = body.translate(None, _NOT_BASE64)
        signs = signs[: len(signs) - (len(signs) % 4 == 1)]
        return binascii.a2b_base64(signs + b"=" * (-len(signs) % 4))


def from_uu(body: bytes) -> bytes:
    """The lines between `begin` and `end`."""
    found = []
    for line in body.splitlines():
        if line.startswith(b"begin ") or not line:
            continue
        if line.strip() == b"end":
            break
        try:
            found.append(binascii.a2b_uu(line))
        except binascii.Error:
            size = (((line[0] - 32) & 63) * 4 + 5) // 3  # some programs leave blanks at the end of a line
            try:
                found.append(binascii.a2b_uu(line[:size]))
            except binascii.Error:
                continue
    return b"".join(found)


def text_of(payload: bytes, charset: str | None) -> str:
    """By its charset where that fits, else UTF-8, else the Western one."""
    for encoding in (charset or "utf-8", "utf-8"):
        try:
            if codecs.lookup(encoding).name.replace("_", "-") not in _NO_CHARSETS:
                return payload.decode(encoding)
        except (LookupError, UnicodeError, ValueError):
            continue
    return payload.decode("cp1252", "replace")


def shown(value: object) -> str:
    """A header as people read it."""
    raw = str(value)[:SHOWN_CHARS]
    try:
        return str(make_header(decode_header(raw)))
    except _BROKEN:
        return raw


def name_of(header: Message) -> str:
    """The name of a file, however it is written; empty when there is none."""
    try:
        return shown(header.get_filename() or "")
    except _BROKEN:
        return ""


def charset_of(header: Message) -> str | None:
    try:
        return header.get_content_charset()
    except _BROKEN:
        return None


def _body_start(content: bytes, start: int, end: int) -> int:
    """Behind the first empty line; where a line is no header, the body starts without one."""
    at = start
    while at < end:
        stop = content.find(b"\n", at, end)
        stop = end if stop < 0 else stop + 1
        if content[at:stop].strip(b"\r\n") == b"":
            return stop
        if _HEADER_LINE.match(content, at) is None:
            return at
        at = stop
    return end


def _boundary(header: Message) -> bytes | None:
    try:
        boundary = header.get_boundary()
    except _BROKEN:
        return None
    return boundary.encode("utf-8", "surrogateescape") if boundary else None


def _between(content: bytes, piece: Piece, boundary: bytes) -> Iterator[tuple[int, int]]:
    """Where the parts lie between the lines of the boundary; without a last one the last part goes to the end."""
    mark = b"--" + boundary
    begun: int | None = None
    at = piece.start
    while (found := content.find(mark, at, piece.end)) >= 0:
        at = found + len(mark)
        stop = content.find(b"\n", at, piece.end)
        line_end = piece.end if stop < 0 else stop
        rest = content[at : min(line_end, at + 100)].strip()
        if (found > piece.start and content[found - 1 : found] != b"\n") or rest not in (b"", b"--"):
            continue
        if begun is not None:
            yield begun, _without_line_end(content, begun, found)
        if rest == b"--":
            return
        begun = min(line_end + 1, piece.end)
        at = max(at, begun - 1)
    if begun is not None:
        yield begun, piece.end


def _without_line_end(content: bytes, start: int, end: int) -> int:
    """The line end before a boundary belongs to the boundary."""
    end -= content[end - 1 : end] == b"\n" and end > start
    return end - (content[end - 1 : end] == b"\r" and end > start)
