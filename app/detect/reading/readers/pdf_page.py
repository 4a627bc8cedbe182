"""A page of a PDF: its text, and whether it is a picture instead."""

from __future__ import annotations

from itertools import islice
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from app.detect.reading.document import Reading
from app.detect.reading.readers.pdf_letters import are_unknown, unknown
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
SEEN_PAGES, SEEN_SIDE = 8, 400  # of a document without any letter: drawn so small, to see whether they are blank
SEEN_OBJECTS = 100  # with more on it a page is not blank, and may take a minute to draw
COVERED_PAGES = 4  # from here on a picture may be the first or the last page: a cover
DOTS_PER_POINT, LONGEST_SIDE = 200 / 72, 2_400  # of the picture of a page that is read


class Pages:
    """The pages of one document. `has_large_picture`: somewhere in it."""

    def __init__(
        self, document: pdfium.PdfDocument, notes: Notes, reading: Reading, *, has_large_picture: bool
    ) -> None:
        self._document = document
        self._notes, self._reading, self._evidence = notes, reading, reading.evidence
        self._has_large_picture = has_large_picture
        self._columns = Columns(reading.evidence)
        self._letters = 0
        self._pictures: set[int] = set()
        self._has_faint = False
        self._is_told = False  # something else than letters: notes, what was read on a picture

    def read(self, page: pdfium.PdfPage, index: int) -> None:
        """Raises UnreadableError: unsupported (its letters are not known)."""
        text_page = page.get_textpage()
        try:
            text = self._text(text_page)
        finally:
            text_page.close()
        chars = self._evidence.chars
        silent = self._notes.read(page)
        if silent:
            self._tell_drawn_upon(page, index, silent)
        self._is_told |= self._evidence.chars > chars
        letters = len("".join(text.split()))
        self._letters += letters - unknown(text)
        if letters < TEXT_CHARS:
            self._look(page, index)
        elif are_unknown(text, letters):
            raise UnreadableError(Unread.UNSUPPORTED)
        elif self._has_large_picture and _picture_share(page) >= BESIDE_SHARE and not self._look_into(page):
            self._evidence.leave_out(Unread.PICTURES_BESIDE)

    def conclude(self) -> None:
        """Raises UnreadableError: picture."""
        pages = len(self._document)
        covers = {0, pages - 1} if pages >= COVERED_PAGES else set()
        if self._pictures - covers or (self._has_faint and self._letters < TEXT_CHARS):
            raise UnreadableError(Unread.PICTURE)
        if self._pictures:
            self._evidence.leave_out(Unread.PICTURES_BESIDE)
        elif not self._letters and not self._is_told:
            self._look_whether_blank()

    def _look_whether_blank(self) -> None:
        """Whatever it shows, lines, shades, letters of an unknown kind, nothing of it was read."""
        for index in range(min(len(self._document), SEEN_PAGES)):
            self._reading.budget.check_time()
            page = self._document[index]
            try:
                if not _is_blank(page) and not self._look_into(page):
                    raise UnreadableError(Unread.PICTURE)
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

    def _tell_drawn_upon(self, page: pdfium.PdfPage, index: int, silent: list[int]) -> None:
        """The letters that these notes show: they become part of the page, behind its own text. In memory, and when all
        notes were read, as the others go."""
        below = _text_of(page)
        for number in reversed(range(raw.FPDFPage_GetAnnotCount(page))):
            if number not in silent:
                raw.FPDFPage_RemoveAnnot(page, number)
        if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
            return
        again = self._document[index]
        try:
            text = _text_of(again)
        finally:
            again.close()
        if text.startswith(below) and text[len(below) :].strip():
            self._evidence.text(text[len(below) :])

    def _look(self, page: pdfium.PdfPage, index: int) -> None:
        """What stands on a page without text."""
        share = _picture_share(page)
        is_drawn = share < PICTURE_SHARE and _is_drawn(page)
        if (share >= FAINT_SHARE or is_drawn) and self._look_into(page):
            self._is_told = True
            return
        if share >= PICTURE_SHARE or is_drawn:
            self._pictures.add(index)
        self._has_faint |= share >= FAINT_SHARE

    def _look_into(self, page: pdfium.PdfPage) -> bool:
        return self._reading.budget.limits.reads_pictures and look_into(_drawn(page), self._reading)


def _text_of(page: pdfium.PdfPage) -> str:
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_range())
    finally:
        text_page.close()


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


def _is_blank(page: pdfium.PdfPage) -> bool:
    """Whether it has one colour all over."""
    if any(True for _ in islice(page.get_objects(max_depth=4), SEEN_OBJECTS, None)):
        return False
    bitmap: Any = page.render(scale=min(1.0, SEEN_SIDE / max(*page.get_size(), 1.0)), grayscale=True)  # not typed
    width, stride, shades = bitmap.width, bitmap.stride, bytes(bitmap.buffer)
    return all(
        len(set(shades[at : at + width])) == 1 and shades[at] == shades[0] for at in range(0, len(shades), stride)
    )


def _drawn(page: pdfium.PdfPage) -> bytes:
    """The page as a picture."""
    longest = max(*page.get_size(), 1.0)
    bitmap: Any = page.render(scale=min(DOTS_PER_POINT, LONGEST_SIDE / longest), prefer_bgrx=True)  # not typed
    return bitmap_file(bytes(bitmap.buffer), bitmap.width, bitmap.height)
