"""Which format a document has, by its content. A name's extension is never believed."""

from __future__ import annotations

from typing import Final

import re2

from app.detect.reading.delimited import columns_of, delimiter_of
from app.detect.reading.encodings import encoding_of
from app.detect.reading.signatures import Format, binary_format, is_zlib

__all__ = ["HEAD_BYTES", "PUBLISHED", "Format", "delimiter_of", "encoding_of", "format_of"]

HEAD_BYTES = 65_536
PUBLISHED = frozenset({Format.PDF, Format.HTML, Format.PICTURE})  # what stands on a website for everybody

_HTML: Final = re2.compile(
    rb"(?i)^\s*(?:<\?xml[^>]*>\s*(?:<!--(?:[^-]|-[^-])*-->\s*)*<(?:!doctype html|html)\b|(?:<!--(?:[^-]|-[^-])*-->\s*)*"
    rb"<(?:!doctype html|html|head|body|table|div|p|meta|script|style|title|h[1-6]|span|a|br|ul|ol|font|center|form|link)\b)"
)
_XML: Final = re2.compile(rb"^\s*<(?:\?xml\b|!--|!DOCTYPE\b|[A-Za-z_][\w.:-]*[\s/>])")
# In the first element of a document of Office or OpenDocument that is one XML file.
_OFFICE_NAMESPACES: Final = (
    b"urn:oasis:names:tc:opendocument:xmlns:office",
    b"urn:schemas-microsoft-com:office:spreadsheet",
    b"http://schemas.microsoft.com/office/word/2003/wordml",
    b"http://schemas.microsoft.com/office/2006/xmlPackage",
)
_JSON: Final = re2.compile(rb'^\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:["\[{\]]|-?[0-9.eE+-]+\s*[,\]]|true|false|null|$))')
_MAIL_HEADER: Final = re2.compile(
    rb"(?im)^(from|to|subject|date|message-id|mime-version|received|return-path|delivered-to|sender|reply-to|"
    rb"content-type|x-[a-z0-9-]+):[ \t]"
)
_HEADER_LINES: Final = re2.compile(
    rb"^(?:[0-9]+[ \t]*\r?\n)?(?:>?From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\r?\n(?:[ \t][^\n]*\n)*){2,}"
)
_SQL: Final = re2.compile(
    rb"(?im)^\s*(?:INSERT\s+(?:IGNORE\s+)?(?:INTO\s+)?[\w\[`\"'.\]]+\s*(?:\(|VALUES|SELECT)|CREATE\s+TABLE\s|"
    rb"COPY\s+[\w.\"]+\s*(?:\([^)]*\)\s*)?FROM\s+stdin)"
)
_CARDS: Final = re2.compile(rb"(?i)^\s*BEGIN:(?:VCARD|VCALENDAR)\s*[\r\n]")
_DIRECTORY: Final = re2.compile(rb"(?im)^\s*(?:(?:#[^\n]*|version:\s*[0-9]+)\s*\n\s*)*dn::?\s")


def format_of(head: bytes) -> Format:
    """`head`: the first HEAD_BYTES of the document, or all of it."""
    if not head:
        return Format.EMPTY
    found = binary_format(head)
    if found is not None:
        return found
    encoding = encoding_of(head)
    if encoding is None:
        return Format.ZLIB if is_zlib(head) else Format.UNKNOWN
    return _text_format(head.decode(encoding, "replace"), is_cut=len(head) >= HEAD_BYTES)


def _text_format(text: str, *, is_cut: bool) -> Format:
    plain = text.encode("utf-8", "replace")
    start = plain.lstrip()[:1]
    if not start:
        return Format.TEXT
    if start == b"<":
        if _HTML.search(plain) is not None:
            return Format.HTML
        if _XML.search(plain) is not None:
            is_office = any(namespace in plain[:8_192] for namespace in _OFFICE_NAMESPACES)
            return Format.OFFICE_XML if is_office else Format.XML
    if start in b"{[" and _JSON.search(plain) is not None:
        return Format.JSON
    if start in b"{" and plain.lstrip().startswith(b"{\\rtf"):
        return Format.RTF
    if _CARDS.search(plain) is not None:
        return Format.CARDS
    if _is_mail(plain):
        return Format.MAIL
    if _DIRECTORY.match(plain) is not None:
        return Format.DIRECTORY
    if _SQL.search(plain) is not None:
        return Format.SQL
    return _tabular_format(text, is_cut=is_cut)


def _is_mail(plain: bytes) -> bool:
    headers = _HEADER_LINES.search(plain)
    if headers is None:
        return False
    names = {name.lower() for name in _MAIL_HEADER.findall(headers.group(0))}
    least = 2 if plain.startswith(b"From ") else 3
    return (b"from" in names and len(names) >= least) or {b"received", b"message-id"} <= names or _is_saved_page(names)


def _is_saved_page(names: set[bytes]) -> bool:
    """A web archive, and a mail without its own headers (a draft, a part)."""
    return {b"mime-version", b"content-type"} <= names


def _tabular_format(text: str, *, is_cut: bool) -> Format:
    if delimiter_of(text, is_cut=is_cut) is not None:
        return Format.TABLE
    whole = text.rpartition("\n")[0] if is_cut else text
    return Format.TEXT if columns_of(whole) is None else Format.COLUMNS
