"""PDF: text, forms, notes, links, bookmarks, properties, labels, attached files. A page that is one picture cannot be read."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from app.detect.reading.document import Part, Reading, of_bytes
from app.detect.reading.readers import pdf_packets
from app.detect.reading.readers.ooxml_properties import about
from app.detect.reading.readers.parsing import parse_xml
from app.detect.reading.readers.pdf_notes import Notes
from app.detect.reading.readers.pdf_page import Pages
from app.detect.reading.readers.picture_facts import PictureFacts, xmp
from app.detect.reading.unread import Unread, UnreadableError

_ABOUT: Final = ("Title", "Subject", "Keywords")
_BY_WHOM: Final = ("Author", "Creator", "Company", "Manager")
_UNSAID: Final = frozenset({"", "(anonymous)", "(unspecified)", "untitled", "anonymous", "unspecified"})  # by programs
_XFA_DATA: Final = "datasets"
_XFA_FORM: Final = "template"


def read_pdf(part: Part, reading: Reading) -> None:
    """Raises UnreadableError: encrypted, corrupt, picture."""
    content = part.content(reading.budget)
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise UnreadableError(Unread.ENCRYPTED if locked else Unread.CORRUPT) from None
    try:
        _Document(document, content, part, reading).read()
    finally:
        document.close()


class _Document:
    def __init__(self, document: pdfium.PdfDocument, content: bytes, part: Part, reading: Reading) -> None:
        self._document, self._content, self._part, self._reading = document, content, part, reading
        self._evidence = reading.evidence
        self._notes = Notes(document, part, reading)

    def read(self) -> None:
        reading = self._reading
        reading.attempt(self._properties)
        reading.tell_early(self._part)
        pages = len(self._document)
        if not pages:
            raise UnreadableError(Unread.CORRUPT)
        has_large_picture = pdf_packets.has_large_picture(self._content)
        read = Pages(self._document, self._notes, reading, has_large_picture=has_large_picture)
        for index in range(pages):
            reading.budget.take_page()
            reading.attempt(lambda index=index: self._page(index, read))  # type: ignore[misc]  # a bound loop name
        reading.attempt(self._bookmarks)
        reading.attempt(self._entered)
        self._attachments()
        read.conclude()

    def _page(self, index: int, pages: Pages) -> None:
        page = self._document[index]
        try:
            pages.read(page, index)
        finally:
            page.close()

    def _properties(self) -> None:
        for name in (*_ABOUT, *_BY_WHOM):
            value = self._document.get_metadata_value(name).strip()
            if value in _UNSAID:
                continue
            if name in _ABOUT:
                about(name, value, self._evidence)
            else:
                self._evidence.property(value)
        packets = pdf_packets.packets(self._content, self._reading.budget)
        for key in pdf_packets.label_keys(self._content, *packets):
            value = self._document.get_metadata_value(key)
            if value and key.endswith("_SiteId"):
                self._evidence.label(value)
            elif value:
                self._evidence.label_name(value)
        for source in (self._content, *packets):
            for text in pdf_packets.alternative_texts(source):
                self._evidence.text(text)
        for packet in packets:
            for tenant in pdf_packets.tenants(packet):
                self._evidence.label(tenant)
            facts = PictureFacts()
            xmp(packet, facts)
            for name in facts.made_by:
                self._evidence.property(name)
            for text in facts.says:
                self._evidence.text(text)

    def _bookmarks(self) -> None:
        for bookmark in self._document.get_toc():
            self._reading.budget.check_time()
            self._evidence.text(bookmark.get_title())

    def _entered(self) -> None:
        """A form of the XFA kind keeps what was filled in, and its own text, in XML."""
        for name, packet in _xfa(self._document):
            if name == _XFA_DATA:
                self._reading.read(of_bytes("", packet, self._part.depth + 1))
            elif name == _XFA_FORM:
                with io.BytesIO(packet) as stream:
                    parse_xml(stream, pdf_packets.FormText(self._evidence), self._reading)

    def _attachments(self) -> None:
        for index in range(self._document.count_attachments()):
            self._reading.budget.take_member()
            self._reading.attempt(lambda index=index: self._notes.attached(self._document.get_attachment(index)))  # type: ignore[misc]  # a bound loop name


def _xfa(document: pdfium.PdfDocument) -> Iterator[tuple[str, bytes]]:
    for index in range(max(raw.FPDF_GetXFAPacketCount(document), 0)):
        size = raw.FPDF_GetXFAPacketName(document, index, None, 0)
        name = ctypes.create_string_buffer(max(size, 1))
        raw.FPDF_GetXFAPacketName(document, index, name, size)
        length = ctypes.c_ulong()
        raw.FPDF_GetXFAPacketContent(document, index, None, 0, length)
        content = ctypes.create_string_buffer(max(length.value, 1))
        raw.FPDF_GetXFAPacketContent(document, index, content, length.value, length)
        yield name.value.decode("latin-1"), content.raw[: length.value]
