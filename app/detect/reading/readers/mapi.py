"""What an item of Outlook holds, whatever form it is kept in: properties by their tag, receivers, the text in three forms."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from email.parser import HeaderParser
from email.policy import compat32
from typing import Final

from app.detect.reading.document import Part, Reading, of_bytes
from app.detect.reading.readers import mail, packed_rtf
from app.detect.reading.unread import Unread, UnreadableError

# Numbers of properties. Source: MS-OXPROPS.
SUBJECT, BODY, PAGE, RICH_TEXT = 0x0037, 0x1000, 0x1013, 0x1009
HEADERS = 0x007D
SENDERS: Final = (0x5D01, 0x5D02, 0x0C1F, 0x0065, 0x5D0A, 0x5D0B)
ADDRESSES: Final = (0x39FE, 0x3003)
LONG_NAME, SHORT_NAME, CONTENT_ID = 0x3707, 0x3704, 0x3712
ATTACHED = 0x3701
INTERNET_CODE_PAGE, MESSAGE_CODE_PAGE = 0x3FDE, 0x3FFD
_UNICODE, _STRING, _BINARY, _NUMBER = 0x001F, 0x001E, 0x0102, 0x0003
# Told elsewhere, or of no meaning to people: class, headers, bodies, topics and ids of a thread.
_SILENT: Final = frozenset(
    {0x001A, HEADERS, SUBJECT, BODY, PAGE, RICH_TEXT, 0x0070, 0x0E1D, 0x1035, 0x1039, 0x1042, 0x0C1E, 0x0064}
)

_CODECS: Final = {
    65001: "utf-8", 20127: "cp1252", 1200: "utf-16-le", 28591: "cp1252", 28605: "iso8859-15", 10000: "mac_roman",
}  # fmt: skip


@dataclass(slots=True)
class Item:
    """`properties`: by number and type (the number in the upper two bytes)."""

    properties: dict[int, bytes] = field(default_factory=dict)
    recipients: list[dict[int, bytes]] = field(default_factory=list)
    code_page: int = 0

    @property
    def encoding(self) -> str:
        told = (self._number(MESSAGE_CODE_PAGE), self._number(INTERNET_CODE_PAGE), self.code_page)
        return next((name for page in told if page and (name := _codec(page)) is not None), "cp1252")

    @property
    def page_encoding(self) -> str:
        return _codec(self._number(INTERNET_CODE_PAGE)) or self.encoding

    def text(self, number: int) -> str:
        return text_of(self.properties, number, self.encoding)

    def _number(self, number: int) -> int:
        return int.from_bytes(self.properties.get(number << 16 | _NUMBER, b"")[:4], "little")


def text_of(properties: Mapping[int, bytes], number: int, encoding: str) -> str:
    value = properties.get(number << 16 | _UNICODE)
    if value is not None:
        return value.decode("utf-16-le", "replace").rstrip("\0")
    return properties.get(number << 16 | _STRING, b"").decode(encoding, "replace").rstrip("\0")


def read_item(item: Item, part: Part, reading: Reading, begin: Callable[[], None] = lambda: None) -> bool:
    """Everything but the attachments; `begin` is called where the text itself begins. Whether there was anything."""
    evidence = reading.evidence
    before = evidence.chars
    subject = item.text(SUBJECT)
    if subject:
        evidence.text(f"Subject: {subject}")
        evidence.title(subject)
    _read_addresses(item, reading)
    for tag in item.properties:
        number, kind = tag >> 16, tag & 0xFFFF
        if kind in (_UNICODE, _STRING) and number not in _SILENT:
            text = item.text(number)
            if text.strip():
                evidence.text(text)
    evidence.flush()
    evidence.tell()
    begin()
    _read_bodies(item, part, reading)
    return evidence.chars > before


def _read_addresses(item: Item, reading: Reading) -> None:
    headers = item.text(HEADERS)
    if headers:
        header: Message = HeaderParser(policy=compat32).parsestr(headers.lstrip("\r\n"))
        mail.read_headers(header, reading)
    for address in mail.addresses_of([item.text(number) for number in SENDERS]):
        reading.evidence.sender(address)
    for recipient in item.recipients:
        values = [text_of(recipient, number, item.encoding) for number in (0x3001, *ADDRESSES)]
        reading.evidence.text("To: " + " ".join(dict.fromkeys(value for value in values if value)))
        for address in mail.addresses_of(values):
            reading.evidence.recipient(address)


def _read_bodies(item: Item, part: Part, reading: Reading) -> None:
    """The plain text, and the page or rich text that it was made of: one may hold what the other lost."""
    body = item.text(BODY)
    if body:
        reading.evidence.text(body.replace("\r\n", "\n").replace("\0", " "))
    page = item.properties.get(PAGE << 16 | _BINARY)
    text = page.decode(item.page_encoding, "replace") if page is not None else item.text(PAGE)
    if text.strip("\0 \r\n"):
        _read_page(text, part, reading)
    rich = item.properties.get(RICH_TEXT << 16 | _BINARY)
    if rich is not None and not text:
        _read_rich_text(rich, item, part, reading)


def _read_page(text: str, part: Part, reading: Reading) -> None:
    from app.detect.reading.readers.page import read_html

    read_html(of_bytes("", text.encode("utf-8", "replace"), part.depth), reading)


def _read_rich_text(packed: bytes, item: Item, part: Part, reading: Reading) -> None:
    try:
        source = packed_rtf.unpacked(packed, reading.budget)
    except UnreadableError:
        reading.evidence.cannot_read(Unread.CORRUPT)
        return
    page = packed_rtf.page_in(source)
    if page is not None:
        _read_page(page.decode(item.encoding, "replace"), part, reading)
    elif source.startswith(b"{\\rtf"):
        from app.detect.reading.readers.rtf import read_rtf

        read_rtf(of_bytes("", source, part.depth), reading)


def _codec(page: int) -> str | None:
    """Python's name of a code page of Windows."""
    try:
        return _CODECS.get(page) or codecs.lookup(f"cp{page}").name
    except LookupError:
        return None
