"""The lines on a page of a PDF, which knows where its letters stand and nothing of cells."""

from __future__ import annotations

from ctypes import byref, c_double
from math import inf

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from app.detect.reading.readers.placed_text import NARROW, Cell

PIECES = 2_000  # of text on a page; with more of them it is looked at closely


def lines_of(text_page: pdfium.PdfTextPage) -> list[list[Cell]] | str:
    """Lines with their cells; a text where nothing stands beside something else."""
    text: str = text_page.get_text_range()
    if "\x02" in text or "\ufffe" in text:  # a word that goes on in the next line
        text = text.replace("\x02\r\n", "").replace("\ufffe\r\n", "")
    # Places and letters must run side by side.
    if text_page.count_chars() != len(text) or not _may_have_columns(text_page, text.count("\r\n") + 1):
        return text.replace("\r\n", "\n")
    return _lines(text_page, text)


def _may_have_columns(text_page: pdfium.PdfTextPage, lines: int) -> bool:
    """Whether any two pieces of text stand beside each other with a gap between: running text has none, and the places of
    its letters need not be asked for."""
    pieces = raw.FPDFText_CountRects(text_page, 0, -1)
    if pieces <= lines:
        return False
    left, top, right, bottom = (c_double() for _ in range(4))
    places = (byref(left), byref(top), byref(right), byref(bottom))
    end = low = high = 0.0
    for index in range(min(pieces, PIECES)):
        raw.FPDFText_GetRect(text_page, index, *places)
        middle = (top.value + bottom.value) / 2
        if low < middle < high and left.value - end > NARROW * (top.value - bottom.value):
            return True
        end, low, high = right.value, bottom.value, top.value
    return bool(pieces > PIECES)


def _lines(text_page: pdfium.PdfTextPage, text: str) -> list[list[Cell]]:
    lines = []
    box = raw.FS_RECTF()
    reference = byref(box)
    place = raw.FPDFText_GetLooseCharBox
    start = 0
    for line in text.split("\r\n"):
        cells: list[Cell] = []
        at = start
        for word in line.split(" "):
            if word:
                place(text_page, at, reference)
                height = max(box.top - box.bottom, 1.0)
                gap = (box.left - cells[-1].right) / height if cells else inf
                if gap > NARROW:
                    cells.append(Cell(box.left, box.right, box.bottom, height, word, gap))
                else:
                    cells[-1].text += f" {word}"
                if len(word) > 1:
                    place(text_page, at + len(word) - 1, reference)
                cells[-1].right = box.right
            at += len(word) + 1
        lines.append(cells)
        start += len(line) + 2
    return lines
