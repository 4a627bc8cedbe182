"""Mail as it is saved (.eml, mbox, web archive) and its attachments, mails in mails too."""

from __future__ import annotations

import email.utils
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from app.detect.reading.document import Part, Reading, of_bytes
from app.detect.reading.formats import Format, format_of
from app.detect.reading.unread import Unread

SIGNATURE_BYTES = 100_000  # pictures up to here that a mail shows in its text are logos
_MBOX = b"\nFrom "
_ENCRYPTED = frozenset({"application/pgp-encrypted", "multipart/encrypted"})
_SIGNATURES = frozenset({"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"})


def read_mail(part: Part, reading: Reading) -> None:
    content = part.content(reading.budget)
    reading.evidence.enter_mail()
    for message in _messages(content):
        reading.budget.take_member()
        _read_message(BytesParser(policy=compat32).parsebytes(message), part, reading)
    reading.evidence.leave_mail()


def _messages(content: bytes) -> Iterator[bytes]:
    """The mails of an mbox; else the one."""
    if not content.startswith(b"From ") or _MBOX not in content:
        yield content
        return
    for piece in (b"\n" + content).split(_MBOX)[1:]:
        yield piece.partition(b"\n")[2]


def _read_message(message: Message, part: Part, reading: Reading) -> None:
    _headers(message, reading)
    reading.evidence.flush()
    reading.evidence.tell()
    for piece in message.walk():
        reading.budget.take_member()
        kind = piece.get_content_type()
        if piece is not message and kind != "message/rfc822" and piece.get("From") and piece.get("Subject"):
            _headers(piece, reading)  # a forwarded mail
        if kind in _ENCRYPTED or piece.get_param("smime-type") == "enveloped-data":
            reading.evidence.cannot_read(Unread.ENCRYPTED)
        elif not piece.is_multipart() and kind not in _SIGNATURES:
            _read_piece(piece, part, reading)


def _headers(message: Message, reading: Reading) -> None:
    """Sender, receivers and subject are text; the sender's domain is a sign of its own."""
    for name in ("From", "Sender", "To", "Cc", "Bcc", "Reply-To", "Subject"):
        for value in message.get_all(name, []):
            shown = _shown(value)
            reading.evidence.text(f"{name}: {shown}")
            if name == "Subject":
                reading.evidence.title(shown)
            if name in ("From", "Sender"):
                sender_of(str(value), reading)


def sender_of(value: str, reading: Reading) -> None:
    for _, address in email.utils.getaddresses([value]):
        if "@" in address:
            reading.evidence.sender(address.rpartition("@")[2])


def _shown(value: object) -> str:
    try:
        return str(make_header(decode_header(str(value))))
    except (HeaderParseError, LookupError, ValueError):
        return str(value)


def _read_piece(piece: Message, part: Part, reading: Reading) -> None:
    payload = piece.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return
    name = _shown(piece.get_filename() or "")
    reading.budget.expand(len(payload))
    is_shown = piece.get_content_disposition() != "attachment"
    if is_shown and format_of(payload[:512]) is Format.PICTURE and len(payload) <= SIGNATURE_BYTES:
        return
    if piece.get_content_maintype() == "text" and is_shown and piece.get_content_subtype() == "plain":
        reading.evidence.text(_decoded(payload, piece.get_content_charset()))
        return
    reading.read(of_bytes(name, payload, part.depth + 1))


def _decoded(payload: bytes, charset: str | None) -> str:
    for encoding in (charset or "utf-8", "utf-8"):
        try:
            return payload.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return payload.decode("cp1252", "replace")
