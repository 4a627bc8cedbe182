"""A page of a PDF: its text, and whether it is a picture instead."""

from __future__ import annotations

from typing import Any, Final

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from app.detect.reading.document import Reading
from app.detect.reading.readers.pdf_lines import lines_of
from app.detect.reading.readers.pdf_notes import Notes
from app.detect.reading.readers.pictures import bitmap_file, look_into
from app.detect.reading.readers.placed_text import Columns
from app.detect.reading.unread import Unread, UnreadableError

TEXT_CHARS = 20  # a page with less and a picture is a picture of a page
PICTURE_SHARE = 0.3  # of the page's surface
FAINT_SHARE = 0.03  # and this counts where the whole document has no text
BESIDE_SHARE = 0.1  # and this is worth a look beside a text
DRAWN_OBJECTS, DRAWN_LINES = 300, 1_000  # on a page without text: letters may be drawn
UNKNOWN_SHARE = 0.3  # of a page's letters: its fonts do not say which they are
COVERED_PAGES = 4  # from here on a picture may be the first or the last page: a cover
DOTS_PER_POINT, LONGEST_SIDE = 200 / 72, 2_400  # of the picture of a page that is read
_NO_LETTERS: Final = frozenset("\ufffd\ufffe\uffff") | frozenset(map(chr, range(32))) - frozenset("\r\n\t\x02")


class Pages:
    """The pages of one document. `has_large_picture`: somewhere in it."""

    def __init__(self, notes: Notes, reading: Reading, *, has_large_picture: bool) -> None:
        self._notes, self._reading, self._evidence = notes, reading, reading.evidence
        self._has_large_picture = has_large_picture
        self._columns = Columns(reading.evidence)
        self._letters = 0
        self._pictures: set[int] = set()
        self._has_faint = False

    def read(self, page: pdfium.PdfPage, index: int) -> None:
        """Raises UnreadableError: unsupported (its letters are not known)."""
        text_page = page.get_textpage()
        try:
            text = self._text(text_page)
        finally:
            text_page.close()
        self._notes.read(page)
        letters = len("".join(text.split()))
        self._letters += letters
        if letters < TEXT_CHARS:
            self._look(page, index)
        elif _are_unknown(text, letters):
            raise UnreadableError(Unread.UNSUPPORTED)
        elif self._has_large_picture and _picture_share(page) >= BESIDE_SHARE and not self._look_into(page):
            self._evidence.leave_out(Unread.PICTURE)

    def conclude(self, pages: int) -> None:
        """Raises UnreadableError: picture."""
        covers = {0, pages - 1} if pages >= COVERED_PAGES else set()
        if self._pictures - covers or (self._has_faint and self._letters < TEXT_CHARS):
            raise UnreadableError(Unread.PICTURE)
        if self._pictures:
            self._evidence.leave_out(Unread.PICTURE)

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
        if (share >= FAINT_SHARE or is_drawn) and self._look_into(page):
            return
        if share >= PICTURE_SHARE or is_drawn:
            self._pictures.add(index)
        self._has_faint |= share >= FAINT_SHARE

    def _look_into(self, page: pdfium.PdfPage) -> bool:
        return self._reading.budget.limits.reads_pictures and look_into(_drawn(page), self._reading)


def _are_unknown(text: str, letters: int) -> bool:
    unknown = sum(map(text.count, _NO_LETTERS))
    if not text.isascii():  # letters that mean something in their own font only
        unknown += sum("\ue000" <= sign <= "\uf8ff" for sign in text)
    return unknown > UNKNOWN_SHARE * letters


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


def _drawn(page: pdfium.PdfPage) -> bytes:
    """The page as a picture."""
    longest = max(*page.get_size(), 1.0)
    bitmap: Any = page.render(scale=min(DOTS_PER_POINT, LONGEST_SIDE / longest), prefer_bgrx=True)  # not typed
    return bitmap_file(bytes(bitmap.buffer), bitmap.width, bitmap.height)
