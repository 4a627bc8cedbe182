"""Workbooks by openpyxl."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter

from benchmarks.detection.corpus.blocks import NO_PROPERTIES, Properties, Sheet
from benchmarks.detection.corpus.formats.package import dressed


def xlsx_of(sheets: Sequence[Sheet], properties: Properties = NO_PROPERTIES) -> bytes:
    book = openpyxl.Workbook()
    first: Any = book.active  # Any: openpyxl types the active sheet as any kind of sheet
    book.remove(first)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name[:31]), sheet)
    target = io.BytesIO()
    book.save(target)
    return dressed(target.getvalue(), properties)


def _fill(target: Any, sheet: Sheet) -> None:  # Any: as above
    for number, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is not None and value != "":
                target.cell(number, column, value)
    target.sheet_state = sheet.state
    for number in sheet.hidden_rows:
        target.row_dimensions[number].hidden = True
    for number in sheet.hidden_columns:
        target.column_dimensions[get_column_letter(number)].hidden = True
    for cells in sheet.merged:
        target.merge_cells(cells)
    for place, text in sheet.comments.items():
        target[place].comment = Comment(text, "Redactie")
