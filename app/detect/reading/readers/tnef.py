"""winmail.dat: a message of Outlook in a mail to others, with its text, properties and attachments. Source: MS-OXTNEF."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from app.detect.reading.document import Part, Reading, of_bytes
from app.detect.reading.readers import mapi
from app.detect.reading.unread import Unread, UnreadableError

_START = 6  # signature and key
_SUBJECT, _BODY, _FROM, _CODE_PAGE = 0x8004, 0x800C, 0x8000, 0x9007
_MAPI, _RECIPIENTS, _ATTACHMENT_MAPI = 0x9003, 0x9004, 0x9005
_ATTACHMENT, _ATTACHMENT_DATA, _ATTACHMENT_NAME = 0x9002, 0x800F, 0x8010
_VARIABLE: Final = frozenset({0x000D, 0x001E, 0x001F, 0x0102})
_FIXED: Final = {
    0x0002: 4, 0x0003: 4, 0x0004: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8, 0x000A: 4, 0x000B: 4, 0x0014: 8, 0x0040: 8, 0x0048: 16,
}  # fmt: skip
_MULTIPLE = 0x1000
VALUES = 100_000


@dataclass(slots=True)
class _Attachment:
    name: str = ""
    data: bytes = b""
    properties: dict[int, bytes] = field(default_factory=dict)


def read_tnef(part: Part, reading: Reading) -> None:
    """Raises UnreadableError (corrupt), struct.error; what was read before counts."""
    content = part.content(reading.budget)
    attachments: list[_Attachment] = []
    item = mapi.Item()
    try:
        for kind, data in _attributes(content):
            reading.budget.check_time()
            if kind == _MAPI:
                item.properties.update(_properties(data, 0, reading)[0])
            elif kind == _RECIPIENTS:
                item.recipients.extend(_rows(data, reading))
            elif kind in (_ATTACHMENT, _ATTACHMENT_DATA, _ATTACHMENT_NAME, _ATTACHMENT_MAPI):
                _attach(kind, data, attachments, reading)
            elif kind in (_SUBJECT, _BODY, _FROM):
                reading.evidence.text(data.rstrip(b"\0").decode(item.encoding, "replace"))
            elif kind == _CODE_PAGE and len(data) >= 4:
                item.code_page = int.from_bytes(data[:4], "little")
    finally:
        reading.evidence.enter_mail()
        mapi.read_item(item, part, reading)
        reading.evidence.leave_mail()
        for attachment in attachments:
            _read_attachment(attachment, item, part, reading)


def _attributes(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Level (1 byte), id (2), type (2), length (4), data, checksum (2)."""
    at = _START
    while at + 9 <= len(content):
        kind, _, length = struct.unpack_from("<HHI", content, at + 1)
        at += 9
        if at + length > len(content):
            yield kind, content[at:]
            raise UnreadableError(Unread.CORRUPT)
        yield kind, content[at : at + length]
        at += length + 2


def _attach(kind: int, data: bytes, attachments: list[_Attachment], reading: Reading) -> None:
    if kind == _ATTACHMENT or not attachments:
        reading.budget.take_member()
        attachments.append(_Attachment())
    current = attachments[-1]
    if kind == _ATTACHMENT_NAME:
        current.name = data.rstrip(b"\0").decode("cp1252", "replace")
    elif kind == _ATTACHMENT_DATA:
        current.data = data
    elif kind == _ATTACHMENT_MAPI:
        current.properties.update(_properties(data, 0, reading)[0])


def _read_attachment(attachment: _Attachment, item: mapi.Item, part: Part, reading: Reading) -> None:
    properties, encoding = attachment.properties, item.encoding
    long, short = (mapi.text_of(properties, number, encoding) for number in (mapi.LONG_NAME, mapi.SHORT_NAME))
    name = long or short or attachment.name
    inner, value = (properties.get(mapi.ATTACHED << 16 | kind, b"") for kind in (0x000D, 0x0102))
    data = inner or value or attachment.data
    if len(data) > 16 and data[16:20] == b"\x78\x9f\x3e\x22":  # the id of an interface, then a message in this form
        data = data[16:]
    if not data:
        reading.evidence.name(name)
        return
    reading.budget.expand(len(data))
    reading.read(of_bytes(name, data, part.depth + 1))


def _rows(data: bytes, reading: Reading) -> Iterator[dict[int, bytes]]:
    count, at = int.from_bytes(data[:4], "little"), 4
    for _ in range(min(count, VALUES)):
        if at >= len(data):
            return
        row, at = _properties(data, at, reading)
        yield row


def _properties(data: bytes, at: int, reading: Reading) -> tuple[dict[int, bytes], int]:
    """Tag to value, the last one of several values; and where they end. Raises struct.error."""
    (count,) = struct.unpack_from("<I", data, at)
    at += 4
    found: dict[int, bytes] = {}
    for _ in range(min(count, VALUES)):
        if at >= len(data):
            break
        reading.budget.check_time()
        kind, number = struct.unpack_from("<HH", data, at)
        at += 4
        if number >= 0x8000:
            at = _named(data, at)
        times = 1
        if kind & _MULTIPLE or kind in _VARIABLE:
            (times,) = struct.unpack_from("<I", data, at)
            at += 4
        for _ in range(min(times, VALUES)):
            value, at = _value(data, at, kind & ~_MULTIPLE)
            found[number << 16 | kind & ~_MULTIPLE] = value
    return found, at


def _named(data: bytes, at: int) -> int:
    """Behind the name of a property: an id of 16 bytes, then a number or a name."""
    kind, size = struct.unpack_from("<II", data, at + 16)
    return at + 24 if kind == 0 else at + 24 + size + -size % 4


def _value(data: bytes, at: int, kind: int) -> tuple[bytes, int]:
    if kind in _VARIABLE:
        (size,) = struct.unpack_from("<I", data, at)
        at += 4
        if at + size > len(data):
            raise UnreadableError(Unread.CORRUPT)
        return data[at : at + size], at + size + -size % 4
    size = _FIXED.get(kind)
    if size is None:
        raise UnreadableError(Unread.CORRUPT)
    return data[at : at + size], at + size
