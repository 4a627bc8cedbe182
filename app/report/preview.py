"""Pages of a PDF as pictures in memory: looked at without a file of it on the disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.messages import msg
from app.report.errors import UnreadableDocument
from app.report.pdfium import opened_pdf

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

MOST_PAGES = 20  # at once; a page of 1,000 pixels takes 6 MB
WIDTHS = range(16, 4097)  # pixels
MOST_HEIGHT = 8192


@dataclass(frozen=True, slots=True)
class PageImage:
    """`width` and `height` in pixels; `rgba`: four bytes a pixel, row by row from the top, not transparent."""

    width: int
    height: int
    rgba: bytes


def page_count(pdf: bytes) -> int:
    """Raises UnreadableDocument (InputError)."""
    with opened_pdf(pdf) as document:
        return len(document)


def page_images(pdf: bytes, width_px: int, *, first: int = 0, most: int = MOST_PAGES) -> tuple[PageImage, ...]:
    """At most `most` pages from page `first` on (0 is the first), each `width_px` wide, or as near as WIDTHS allows.

    May be called from any thread. Raises UnreadableDocument (InputError)."""
    from pypdfium2 import PdfiumError

    width = min(max(width_px, WIDTHS.start), WIDTHS.stop - 1)
    with opened_pdf(pdf) as document:
        wanted = range(max(0, first), min(len(document), max(0, first) + max(0, most)))
        try:
            return tuple(_image(document[index], width) for index in wanted)
        except PdfiumError as error:
            raise UnreadableDocument(msg("certificate.file-unreadable")) from error


def _image(page: PdfPage, width_px: int) -> PageImage:
    from pypdfium2 import raw

    try:
        # The size is rounded up, so that a scale a hair too large would add a column.
        scale = min((width_px - 0.01) / page.get_width(), MOST_HEIGHT / page.get_height())
        bitmap = page.render(scale=scale, force_bitmap_format=raw.FPDFBitmap_BGRA, rev_byteorder=True)
        try:
            rows = memoryview(bitmap.buffer).cast("B")
            row = bitmap.width * 4
            kept = b"".join(
                rows[start : start + row] for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
            )
            return PageImage(bitmap.width, bitmap.height, kept)
        finally:
            bitmap.close()
    finally:
        page.close()
