"""What the PDF library does not tell: the names of properties, metadata packets, how large the pictures are."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Any, Final

import re2

from app.detect.judging.evidence import Evidence
from app.detect.reading.budget import Budget
from app.detect.reading.readers.lines import Lines
from app.detect.reading.readers.parsing import Ends, Starts
from app.detect.reading.readers.pictures import Picture, kind_of

PACKETS = 2_000  # streams with objects or metadata that are looked at
PACKET_BYTES = 1_000_000
PACKETS_BYTES = 20_000_000
PICTURES = 200
_LABEL: Final = re2.compile(rb"MSIP_Label_[0-9a-fA-F-]{36}_(?:SiteId|Name)\b")
_TENANT: Final = re2.compile(
    rb"MSIP_Label_[0-9a-fA-F-]{36}_SiteId(?:\s*[>=]\s*[\"']?\s*|[^0-9a-fA-F]{1,12})([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"
)
_PACKET: Final = re2.compile(rb"/Type\s*/(?:ObjStm|Metadata)\b")
_PICTURE: Final = re2.compile(rb"/Subtype\s*/Image\b")
_WIDTH, _HEIGHT, _LENGTH = (re2.compile(rb"/%s\s+([0-9]{1,9})\b" % name) for name in (b"Width", b"Height", b"Length"))
_ALTERNATIVE: Final = re.compile(rb"/(?:Alt|ActualText)\s{0,4}\(((?:[^()\\]|\\.){1,2000})\)", re.DOTALL)
_ALTERNATIVE_HEX: Final = re.compile(rb"/(?:Alt|ActualText)\s{0,4}<([0-9A-Fa-f\s]{2,8000})>")
_ESCAPED: Final = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_DICTIONARY_BYTES = 500


def packets(content: bytes, budget: Budget) -> list[bytes]:
    """The metadata packets, and the streams with objects in them, unpacked; as far as they can be."""
    found: list[bytes] = []
    left = PACKETS_BYTES
    for count, match in enumerate(_PACKET.finditer(content)):
        if count >= PACKETS or left <= 0:
            break
        packet = _stream(content, match.end())
        left -= len(packet)
        budget.expand(len(packet))
        if packet:
            found.append(packet)
    return found


def _stream(content: bytes, at: int) -> bytes:
    start = content.find(b"stream", at, at + 2_000)
    if start < 0 or content[start - 3 : start] == b"end":
        return b""
    is_packed = b"/FlateDecode" in content[max(0, at - _DICTIONARY_BYTES) : start]
    start += 6
    start += 2 if content[start : start + 2] == b"\r\n" else 1
    end = content.find(b"endstream", start)
    packet = content[start : end if end >= 0 else start + PACKET_BYTES]
    if not is_packed:
        return packet[:PACKET_BYTES]
    try:
        return zlib.decompressobj().decompress(packet, PACKET_BYTES)
    except zlib.error:  # locked, or packed in another way
        return b""


def label_keys(*contents: bytes) -> list[str]:
    """The properties of sensitivity labels that tell a tenant or a name."""
    keys = {key for content in contents for key in _LABEL.findall(content)}
    return sorted(key.decode("ascii") for key in keys)


def tenants(packet: bytes) -> set[str]:
    return {tenant.decode("ascii") for tenant in _TENANT.findall(packet)}


def alternative_texts(content: bytes) -> Iterator[str]:
    """What is said of pictures for those who cannot see them, and what letters stand for."""
    for match in _ALTERNATIVE.finditer(content):
        start, end = match.span(1)
        text = _ESCAPED.sub(_unescaped, content[start:end])
        yield (
            text[2:].decode("utf-16-be", "replace")
            if text.startswith(b"\xfe\xff")
            else text.decode("cp1252", "replace")
        )
    for match in _ALTERNATIVE_HEX.finditer(content):
        start, end = match.span(1)
        digits = b"".join(content[start:end].split())
        text = bytes.fromhex(digits.decode("ascii") + "0" * (len(digits) % 2))
        yield text.removeprefix(b"\xfe\xff").decode(
            "utf-16-be" if text.startswith(b"\xfe\xff") else "cp1252", "replace"
        )


def _unescaped(match: re.Match[bytes]) -> bytes:
    sign = match.group(1)
    if sign.isdigit():
        return bytes([int(sign, 8) & 0xFF])
    return {b"n": b"\n", b"r": b"\r", b"t": b"\t"}.get(sign, sign)


def has_large_picture(content: bytes) -> bool:
    """Whether there is one in the document beside its text; pictures never stand in packed objects."""
    for count, match in enumerate(_PICTURE.finditer(content)):
        if count >= PICTURES:
            return False
        start = content.rfind(b" obj", max(0, match.start() - _DICTIONARY_BYTES), match.start())
        end = content.find(b"stream", match.end(), match.end() + _DICTIONARY_BYTES)
        around = content[max(start, 0) : end if end >= 0 else match.end() + _DICTIONARY_BYTES]
        width, height, length = (_number(pattern, around) for pattern in (_WIDTH, _HEIGHT, _LENGTH))
        if kind_of(length, (width, height)) is Picture.LARGE:
            return True
    return False


def _number(pattern: Any, dictionary: bytes) -> int:
    match = pattern.search(dictionary)  # Any: re2 is not typed
    return int(match.group(1)) if match is not None else 0


class FormText(Lines):
    """The vocabulary of an XFA form: its captions and texts, not its measures."""

    def __init__(self, evidence: Evidence) -> None:
        super().__init__(evidence)
        self._texts = 0
        self.starts: Starts = dict.fromkeys(("text", "exData"), lambda _: self._enter(1))
        self.ends: Ends = {"text": self._leave, "exData": self._leave, "p": self.end_line}

    def data(self, text: str) -> None:
        if self._texts:
            self.add(text)

    def _enter(self, more: int) -> None:
        self._texts += more

    def _leave(self) -> None:
        self._texts -= 1
        self.end_line()
