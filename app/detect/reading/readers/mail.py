"""Mail as it is saved (.eml, .emlx, mbox, web archive) and its attachments, mails in mails too."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from email.message import Message
from itertools import islice
from typing import Final

from app.detect.reading.document import Part, Reading, of_bytes
from app.detect.reading.formats import Format, format_of
from app.detect.reading.readers import mime
from app.detect.reading.readers.pictures import Pictures
from app.detect.reading.unread import Unread, UnreadableError

ADDRESSES = 1_000
_SHOWN = ("From", "Sender", "To", "Cc", "Bcc", "Reply-To", "Date", "Subject", "Organization")
_SENDERS = ("From", "Sender", "Resent-From")
_RECIPIENTS = ("To", "Cc", "Bcc", "Resent-To", "Resent-Cc", "Delivered-To", "X-Original-To")
_ENCRYPTED: Final = frozenset({"application/pgp-encrypted", "application/x-microsoft-rpmsg-message"})
_SIGNATURES: Final = frozenset(
    {
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-signature",
        "application/pgp-keys",
    }
)
_MAILS: Final = frozenset({"message/rfc822", "message/global", "message/news"})
_IN_BRACKETS: Final = re.compile(r"<([^<>@\s]{1,128}@[^<>@\s]{1,256})>")
_ADDRESS: Final = re.compile(r"[^\s<>@,;:\"'()\[\]]{1,128}@[A-Za-z0-9.-]{3,255}")
_UU: Final = re.compile(rb"^begin [0-7]{3,4} ([^\r\n]{1,255})\r?$", re.MULTILINE)
_PGP = "-----BEGIN PGP MESSAGE-----"
_APPLE_LENGTH: Final = re.compile(rb"^([0-9]{1,12})[ \t]*\r?\n")


def read_mail(part: Part, reading: Reading) -> None:
    with part.open() as stream:
        head = stream.read(5)
    reading.evidence.enter_mail()
    try:
        if head == b"From ":
            for message in _messages(part, reading):
                read_message(message, part, reading)
        else:
            content = part.content(reading.budget)
            apple = _APPLE_LENGTH.match(content[:32])
            start = apple.end() if apple else 0
            end = start + int(apple.group(1)) if apple else len(content)
            read_message(content, part, reading, start, min(end, len(content)))
    finally:
        reading.evidence.leave_mail()


def read_message(content: bytes, part: Part, reading: Reading, start: int = 0, end: int | None = None) -> None:
    """One mail between `start` and `end`, with all that hangs on it."""
    mail = mime.whole(content, start, len(content) if end is None else end)
    read_headers(mail.header, reading)
    reading.evidence.flush()
    reading.evidence.tell()
    pictures = Pictures(reading, part.depth)
    if mail.content_type == "multipart/encrypted":
        reading.evidence.cannot_read(Unread.ENCRYPTED)
    try:
        for piece in mime.leaves(content, mail):
            reading.budget.check_time()
            _read_piece(content, piece, part, reading, pictures)
    except mime.TooDeepError:
        reading.evidence.cannot_read(Unread.LIMIT)
    reading.attempt(pictures.conclude)


def read_headers(header: Message, reading: Reading) -> None:
    """Sender, receivers and subject are text; their addresses are signs of their own."""
    for name in _SHOWN:
        for value in header.get_all(name, []):
            text = mime.shown(value)
            reading.evidence.text(f"{name}: {text}")
            if name == "Subject":
                reading.evidence.title(text)
    for address in addresses_of([str(value) for name in _SENDERS for value in header.get_all(name, [])]):
        reading.evidence.sender(address)
    for address in addresses_of([str(value) for name in _RECIPIENTS for value in header.get_all(name, [])]):
        reading.evidence.recipient(address)


def addresses_of(values: list[str]) -> list[str]:
    """The addresses in headers: those in angle brackets, or all where there are none."""
    ones = (one for value in values for one in value[: mime.SHOWN_CHARS * 5].split(","))
    addresses = (address for one in ones for address in _IN_BRACKETS.findall(one) or _ADDRESS.findall(one))
    return list(dict.fromkeys(address.lower().rstrip(".") for address in islice(addresses, ADDRESSES)))


def _messages(part: Part, reading: Reading) -> Iterator[bytes]:
    """The mails of an mbox, one in memory at a time: each starts at a line `From ` behind an empty line."""
    with part.open() as stream:
        lines: list[bytes] = []
        size, was_empty = 0, True
        while line := stream.readline(mime.HEADER_BYTES):
            if was_empty and line.startswith(b"From "):
                if lines:
                    yield b"".join(lines)
                lines, size = [], 0
                was_empty = False
                continue
            was_empty = line in (b"\n", b"\r\n")
            size += len(line)
            if size > reading.budget.limits.member_bytes // 2:  # the rest of this mail is not held
                reading.evidence.cannot_read(Unread.LIMIT)
                continue
            lines.append(line)
        if lines:
            yield b"".join(lines)


def _read_piece(content: bytes, piece: mime.Piece, part: Part, reading: Reading, pictures: Pictures) -> None:
    kind = piece.content_type
    if kind in _ENCRYPTED or "enveloped" in str(piece.header.get_param("smime-type") or ""):
        reading.evidence.cannot_read(Unread.ENCRYPTED)
        return
    if kind in _SIGNATURES:
        return
    payload = mime.decoded(content, piece)
    reading.budget.expand(len(payload))
    if kind in _MAILS:
        _read_inner(payload, piece, part, reading)
        return
    name = mime.name_of(piece.header)
    is_attached = piece.header.get_content_disposition() == "attachment"
    if _is_shown(piece, is_attached=is_attached) and format_of(payload[:512]) is Format.PICTURE:
        pictures.look(name, len(payload), lambda: io.BytesIO(payload))
    elif not is_attached and not name and kind in ("text/plain", "text/html"):
        _read_body(payload, kind, piece, part, reading)
    else:
        reading.budget.take_member()
        reading.read(of_bytes(name or str(piece.header.get("Content-Location", "")), payload, part.depth + 1))


def _is_shown(piece: mime.Piece, *, is_attached: bool) -> bool:
    """Whether a picture is a part of the text. Some programs call such pictures attachments all the same."""
    belongs = piece.parent_type == "multipart/related" and piece.header.get("Content-ID") is not None
    return belongs or not is_attached


def _read_inner(payload: bytes, piece: mime.Piece, part: Part, reading: Reading) -> None:
    reading.budget.take_member()
    try:
        reading.budget.check_depth(part.depth + 1)
    except UnreadableError as error:
        reading.evidence.cannot_read(error.why)
        return
    reading.evidence.name(mime.name_of(piece.header))
    read_message(payload, of_bytes("", payload, part.depth + 1), reading)


def _read_body(payload: bytes, kind: str, piece: mime.Piece, part: Part, reading: Reading) -> None:
    """A text without a name is what the mail says; its charset is the header's."""
    text = mime.text_of(payload, mime.charset_of(piece.header))
    if kind == "text/plain":
        _read_uuencoded(payload, part, reading)
        if _PGP in text:
            reading.evidence.cannot_read(Unread.ENCRYPTED)
        reading.evidence.text(text.replace("\r\n", "\n").replace("\0", " "))
        return
    body = of_bytes("", text.encode("utf-8", "replace"), part.depth)
    if format_of(body.content(reading.budget)[:512]) in (
        Format.TEXT,
        Format.TABLE,
        Format.COLUMNS,
        Format.HTML,
        Format.XML,
    ):
        from app.detect.reading.readers.page import read_html

        read_html(body, reading)
    else:
        reading.read(of_bytes("", payload, part.depth + 1))


def _read_uuencoded(payload: bytes, part: Part, reading: Reading) -> None:
    """Attachments as old programs send them: within the text."""
    if b"begin " not in payload:
        return
    for match in _UU.finditer(payload):
        end = payload.find(b"\nend", match.end())
        if end < 0:
            break
        inside = mime.from_uu(payload[match.end() : end])
        if inside:
            reading.budget.take_member()
            reading.budget.expand(len(inside))
            reading.read(of_bytes(match.group(1).decode("cp1252", "replace"), inside, part.depth + 1))
