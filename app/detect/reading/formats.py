"""Which format a document has, by its content. A name's extension is never believed."""

from __future__ import annotations

import codecs
from enum import Enum, auto
from typing import Final

import re2

HEAD_BYTES = 65_536
_BINARY_SIGNS = bytes({*range(32)} - {7, 8, 9, 10, 11, 12, 13, 27})


class Format(Enum):
    EMPTY = auto()
    TEXT = auto()
    TABLE = auto()
    HTML = auto()
    XML = auto()
    JSON = auto()
    MAIL = auto()
    RTF = auto()
    PDF = auto()
    ZIP = auto()
    OLE = auto()
    GZIP = auto()
    BZIP2 = auto()
    XZ = auto()
    TAR = auto()
    PICTURE = auto()
    NOTHING_TO_READ = auto()  # what a system leaves beside files: no document
    UNKNOWN = auto()


PUBLISHED = frozenset({Format.PDF, Format.HTML, Format.PICTURE})  # what stands on a website for everybody

_MAGIC: Final = (
    (b"PK\x03\x04", Format.ZIP),
    (b"PK\x05\x06", Format.ZIP),
    (b"PK\x07\x08", Format.ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.OLE),
    (b"{\\rtf", Format.RTF),
    (b"\x1f\x8b", Format.GZIP),
    (b"BZh", Format.BZIP2),
    (b"\xfd7zXZ\x00", Format.XZ),
    (b"\x89PNG\r\n\x1a\n", Format.PICTURE),
    (b"\xff\xd8\xff", Format.PICTURE),
    (b"GIF87a", Format.PICTURE),
    (b"GIF89a", Format.PICTURE),
    (b"II*\x00", Format.PICTURE),
    (b"MM\x00*", Format.PICTURE),
    (b"8BPS", Format.PICTURE),
    (b"\x00\x00\x01\x00", Format.PICTURE),
    (b"\xd7\xcd\xc6\x9a", Format.PICTURE),  # WMF
    (b"\x00\x05\x16\x07", Format.NOTHING_TO_READ),  # AppleDouble
    (b"\x00\x00\x00\x01Bud1", Format.NOTHING_TO_READ),  # .DS_Store
)
_HEIF_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"avif", b"hevc")

_HTML = re2.compile(
    rb"(?i)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-[^-])*-->\s*)*<(?:!doctype html|html|head|body|table|div|p|meta|script|"
    rb"style|title|h[1-6]|span|a|br|ul|ol|font|center|form|link)\b"
)
_XML = re2.compile(rb"^\s*<(?:\?xml\b|!--|!DOCTYPE\b|[A-Za-z_][\w.:-]*[\s/>])")
_MAIL_HEADER = re2.compile(
    rb"(?im)^(from|to|subject|date|message-id|mime-version|received|return-path|delivered-to|sender|reply-to|"
    rb"content-type|x-[a-z0-9-]+):[ \t]"
)
_HEADER_LINES = re2.compile(rb"^(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\r?\n(?:[ \t][^\n]*\n)*){2,}")


def format_of(head: bytes) -> Format:
    """`head`: the first HEAD_BYTES of the document, or all of it."""
    if not head:
        return Format.EMPTY
    for magic, found in _MAGIC:
        if head.startswith(magic):
            return found
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if _is_picture(head):
        return Format.PICTURE
    if head[257:262] == b"ustar":
        return Format.TAR
    encoding = encoding_of(head)
    if encoding is None:
        return Format.UNKNOWN
    return _text_format(head.decode(encoding, "replace").encode("utf-8", "replace"))


def encoding_of(head: bytes) -> str | None:
    """The encoding of a text; None when this is no text. Source: byte order mark, strict UTF-8, then a guess."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if head.startswith(mark):
            return encoding
    if b"\x00" in head:
        return _utf16_without_mark(head)
    if len(head.translate(None, _BINARY_SIGNS)) < len(head):
        return None
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(head)
    except UnicodeDecodeError:
        return _guessed(head)
    return "utf-8"


def _utf16_without_mark(head: bytes) -> str | None:
    """Text in a Western language has every other byte zero."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half and odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if half and even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _guessed(head: bytes) -> str:
    import chardet  # 30 ms: most texts are UTF-8

    guess = chardet.detect(head[:20_000])
    encoding = guess["encoding"] if (guess["confidence"] or 0) > 0.5 else None
    try:
        codecs.lookup(encoding or "")
    except LookupError:
        return "cp1252"
    # What is ASCII or UTF-8 to the guesser was refused by the strict reading above.
    return "cp1252" if encoding is None or encoding.lower() in ("ascii", "utf-8") else encoding


def _is_picture(head: bytes) -> bool:
    is_bmp = head.startswith(b"BM") and len(head) > 26 and head[6:10] == b"\x00\x00\x00\x00"
    is_webp = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    is_emf = head.startswith(b"\x01\x00\x00\x00") and head[40:44] == b" EMF"
    return is_bmp or is_webp or is_emf or (head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS)


def _text_format(text: bytes) -> Format:
    if not text.strip():
        return Format.TEXT
    if _HTML.search(text) is not None:
        return Format.HTML
    if _XML.search(text) is not None:
        return Format.XML
    if text.lstrip()[:1] in (b"{", b"["):
        return Format.JSON
    headers = _HEADER_LINES.search(text)
    if headers is not None:
        names = {name.lower() for name in _MAIL_HEADER.findall(headers.group(0))}
        if (b"from" in names and len(names) >= 3) or {b"received", b"message-id"} <= names:
            return Format.MAIL
    return Format.TABLE if delimiter_of(text.decode("utf-8", "replace")) is not None else Format.TEXT


def delimiter_of(text: str) -> str | None:
    """What parts the columns, when nearly all of the first lines have the same number of it."""
    lines = [line for line in text.splitlines()[:40] if line.strip()]
    if len(lines) < 2:
        return None
    if len(lines) > 2 and len(text) >= HEAD_BYTES // 2:
        lines = lines[:-1]  # may be cut off
    for delimiter in (";", "\t", ",", "|"):
        counts = [line.count(delimiter) for line in lines]
        usual = max(set(counts), key=counts.count)
        if usual > 0 and counts.count(usual) >= 0.7 * len(counts):
            return delimiter
    return None
