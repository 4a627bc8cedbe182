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
from app.detect.reading.readers.pdf_lines import lines_of
from app.detect.reading.readers.pdf_notes import Notes
from app.detect.reading.readers.picture_facts import PictureFacts, xmp
from app.detect.reading.readers.pictures import look_into
from app.detect.reading.readers.placed_text import Columns
from app.detect.reading.unread import Unread, UnreadableError

PAGE_TEXT_CHARS = 20  # a page with less and a picture is a picture of a page
PICTURE_SHARE = 0.3  # of the page's surface
FAINT_SHARE = 0.03  # and this counts where the whole document has no text
DRAWN_OBJECTS, DRAWN_LINES = 300, 1_000  # on a page without text: letters may be drawn
COVERED_PAGES = 4  # from here on a picture may be the first or the last page: a cover
UNKNOWN_SHARE = 0.3  # of a page's letters: its fonts do not say which they are
_ABOUT: Final = ("Title", "Subject", "Keywords")
_BY_WHOM: Final = ("Author", "Creator", "Company", "Manager")
_NO_LETTERS: Final = frozenset("\ufffd\ufffe\uffff") | frozenset(map(chr, range(32))) - frozenset("\r\n\t\x02")
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
        self._columns = Columns(reading.evidence)
        self._notes = Notes(document, part, reading)
        self._letters = 0
        self._pictures: set[int] = set()  # pages
        self._has_faint = False

    def read(self) -> None:
        reading = self._reading
        reading.attempt(self._properties)
        self._evidence.flush()
        self._evidence.tell()
        pages = len(self._document)
        if not pages:
            raise UnreadableError(Unread.CORRUPT)
        for index in range(pages):
            reading.budget.take_page()
            reading.attempt(lambda index=index: self._page(index))  # type: ignore[misc]  # a bound loop name
        reading.attempt(self._bookmarks)
        reading.attempt(self._entered)
        self._attachments()
        covers = {0, pages - 1} if pages >= COVERED_PAGES else set()
        if self._pictures - covers or (self._has_faint and self._letters < PAGE_TEXT_CHARS):
            raise UnreadableError(Unread.PICTURE)
        if self._pictures:
            self._evidence.leave_out(Unread.PICTURE)

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
        for packet in packets:
            for tenant in pdf_packets.tenants(packet):
                self._evidence.label(tenant)
            facts = PictureFacts()
            xmp(packet, facts)
            for name in facts.made_by:
                self._evidence.property(name)
            for text in facts.says:
                self._evidence.text(text)

    def _page(self, index: int) -> None:
        """Give the page's text; note when it is a picture instead. Raises UnreadableError: unsupported."""
        page = self._document[index]
        try:
            text_page = page.get_textpage()
            try:
                text = self._text(text_page)
            finally:
                text_page.close()
            self._notes.read(page)
            letters = len("".join(text.split()))
            self._letters += letters
            if letters < PAGE_TEXT_CHARS:
                self._look(page, index)
            elif self._has_large and not self._look_beside_text(page):
                self._evidence.leave_out(Unread.PICTURE)
            if letters >= PAGE_TEXT_CHARS and sum(map(text.count, _NO_LETTERS)) + _private(text) > UNKNOWN_SHARE * max(letters, PAGE_TEXT_CHARS):
                raise UnreadableError(Unread.UNSUPPORTED)
        finally:
            page.close()

    def _text(self, text_page: pdfium.PdfTextPage) -> str:
        """Tell the text of a page; all of its words in one line."""
        lines = lines_of(text_page)
        if isinstance(lines, str):
            self._evidence.text(lines)
            return lines
        self._columns.page(lines)
        return " ".join(cell.text for cells in lines for cell in cells)

    def _look(self, page: pdfium.PdfPage, index: int) -> None:
        """What stands on a page without text."""
        share = _picture_share(page)
        is_drawn = share < PICTURE_SHARE and _is_drawn(page)
        if (share >= FAINT_SHARE or is_drawn) and look_into(_drawn(page), self._reading):
            return
        if share >= PICTURE_SHARE or is_drawn:
            self._pictures.add(index)
        self._has_faint |= share >= FAINT_SHARE

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


def _private(text: str) -> int:
    """Letters that mean something in their own font only."""
    return 0 if text.isascii() else sum("\ue000" <= sign <= "\uf8ff" for sign in text)


def _picture_share(page: pdfium.PdfPage) -> float:
    """How much of the page its pictures cover, 0..1; a scan may be cut into strips."""
    width, height = page.get_size()
    surface = max(width * height, 1.0)
    covered = 0.0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = item.get_bounds()
        covered += abs(right - left) * abs(top - bottom) / surface
        if covered >= 1.0:
            break
    return min(covered, 1.0)


def _is_drawn(page: pdfium.PdfPage) -> bool:
    objects = raw.FPDFPage_CountObjects(page)
    if objects >= DRAWN_OBJECTS:
        return True
    items = (raw.FPDFPage_GetObject(page, index) for index in range(objects))
    return bool(sum(max(raw.FPDFPath_CountSegments(item), 0) for item in items) >= DRAWN_LINES)


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
