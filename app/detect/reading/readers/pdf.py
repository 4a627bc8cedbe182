"""PDF: text, form fields, notes, properties, labels, attached files. A page that is one picture cannot be read."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import re2

from app.detect.reading.document import Part, Reading, of_bytes
from app.detect.reading.unread import Unread, UnreadableError

PAGE_TEXT_CHARS = 20  # a page with less and a picture is a picture of a page
PICTURE_SHARE = 0.3  # of the page's surface
COVERED_PAGES = 4  # from here on a picture may be the first or the last page: a cover
_LABEL_KEY = re2.compile(rb"MSIP_Label_[0-9a-fA-F-]{36}_SiteId")
_FIELD_KEYS = (b"V", b"Contents", b"TU", b"DV")


def read_pdf(part: Part, reading: Reading) -> None:
    """Raises UnreadableError: encrypted, corrupt, picture."""
    content = part.content(reading.budget)
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise UnreadableError(Unread.ENCRYPTED if locked else Unread.CORRUPT) from None
    try:
        _properties(document, content, reading)
        pictures = [page for page in range(len(document)) if _read_page(document, page, reading)]
        _attachments(document, part, reading)
        covers = {0, len(document) - 1} if len(document) >= COVERED_PAGES else set()
        if set(pictures) - covers:
            raise UnreadableError(Unread.PICTURE)
    finally:
        document.close()


def _properties(document: pdfium.PdfDocument, content: bytes, reading: Reading) -> None:
    for name, value in document.get_metadata_dict(skip_empty=True).items():
        if name not in ("Producer", "CreationDate", "ModDate"):
            reading.evidence.property(value)
            reading.evidence.text(value)
        if name == "Title":
            reading.evidence.title(value)
    for key in set(_LABEL_KEY.findall(content)):
        value = document.get_metadata_value(key.decode("ascii"))
        if value:
            reading.evidence.label(value)
    reading.evidence.flush()
    reading.evidence.tell()


def _read_page(document: pdfium.PdfDocument, index: int, reading: Reading) -> bool:
    """Give the page's text; say whether it is a picture instead."""
    reading.budget.take_page()
    page = document[index]
    try:
        text_page = page.get_textpage()
        text = text_page.get_text_range()
        text_page.close()
        fields = list(_fields(page))
        reading.evidence.text(text.replace("\r\n", "\n"))
        reading.evidence.text("\n".join(fields))
        return len(text.strip()) < PAGE_TEXT_CHARS and _picture_share(page) >= PICTURE_SHARE
    finally:
        page.close()


def _fields(page: pdfium.PdfPage) -> Iterator[str]:
    """What was filled in forms and written in notes: it is no part of the page's text."""
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        values = [_string(note, key) for key in (b"T", *_FIELD_KEYS)]
        raw.FPDFPage_CloseAnnot(note)
        if any(values[1:]):
            yield " ".join(values)


def _string(note: raw.FPDF_ANNOTATION, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFAnnot_GetStringValue(note, key, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")


def _picture_share(page: pdfium.PdfPage) -> float:
    """How much of the page its largest picture covers, 0..1."""
    width, height = page.get_size()
    surface = max(width * height, 1.0)
    largest = 0.0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = item.get_bounds()
        largest = max(largest, abs(right - left) * abs(top - bottom) / surface)
    return largest


def _attachments(document: pdfium.PdfDocument, part: Part, reading: Reading) -> None:
    for index in range(document.count_attachments()):
        reading.budget.take_member()
        attachment = document.get_attachment(index)
        content = bytes(attachment.get_data())
        reading.budget.expand(len(content))
        reading.read(of_bytes(attachment.get_name(), content, part.depth + 1))
