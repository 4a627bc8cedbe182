"""Workbooks: xlsx, xlsm and ods."""

from __future__ import annotations

import io
from datetime import date
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from .package import pack, with_properties
from .parts import Book, Cell, Properties, Row, Sheet

MACROS = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
MACRO_SHEET = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
)
LARGE = 3000  # rows from which a sheet is written without styles


def xlsx(book: Book) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet in book.sheets:
        _fill(workbook.create_sheet(sheet.name[:31]), sheet)
    out = io.BytesIO()
    workbook.save(out)
    workbook.close()
    if not book.macros:
        return with_properties(out.getvalue(), book.properties)
    return with_properties(out.getvalue(), book.properties, {"xl/vbaProject.bin": MACROS}, MACRO_SHEET)


def _fill(page: Worksheet, sheet: Sheet) -> None:
    for row in sheet.rows:
        page.append(list(row))
    page.sheet_state = sheet.state
    for column in sheet.hidden_columns:
        page.column_dimensions[get_column_letter(column + 1)].hidden = True
    for number in sheet.hidden_rows:
        page.row_dimensions[number + 1].hidden = True
    for (row_index, column), text in sheet.comments.items():
        page.cell(row_index + 1, column + 1).comment = Comment(text, "Gebruiker")
    for first_row, first_column, last_row, last_column in sheet.merged:
        page.merge_cells(
            start_row=first_row + 1, start_column=first_column + 1, end_row=last_row + 1, end_column=last_column + 1
        )
    for number in sheet.heads:
        for cell in page[number + 1]:
            cell.font = Font(bold=True)
    if len(sheet.rows) < LARGE:
        _dates(page)


def _dates(page: Worksheet) -> None:
    for row in page.iter_rows():
        for cell in row:
            if isinstance(cell.value, date):
                cell.number_format = "dd-mm-yyyy"


_ODF = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = (
    f'xmlns:office="{_ODF}:office:1.0" xmlns:table="{_ODF}:table:1.0" xmlns:text="{_ODF}:text:1.0" '
    f'xmlns:style="{_ODF}:style:1.0" xmlns:draw="{_ODF}:drawing:1.0" xmlns:presentation="{_ODF}:presentation:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    f'xmlns:meta="{_ODF}:meta:1.0" office:version="1.3"'
)


def _ods_cell(cell: Cell, comment: str) -> str:
    note = f"<office:annotation><text:p>{escape(comment)}</text:p></office:annotation>" if comment else ""
    if cell is None:
        return f"<table:table-cell>{note}</table:table-cell>" if note else "<table:table-cell/>"
    if isinstance(cell, date):
        value = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
        shown = f"{cell:%d-%m-%Y}"
    elif isinstance(cell, int | float):
        value = f'office:value-type="float" office:value="{cell}"'
        shown = str(cell)
    else:
        value, shown = 'office:value-type="string"', escape(cell)
    return f"<table:table-cell {value}>{note}<text:p>{shown}</text:p></table:table-cell>"


def _ods_row(sheet: Sheet, number: int, row: Row) -> str:
    hidden = ' table:visibility="collapse"' if number in sheet.hidden_rows else ""
    cells = "".join(_ods_cell(cell, sheet.comments.get((number, i), "")) for i, cell in enumerate(row))
    return f"<table:table-row{hidden}>{cells}</table:table-row>"


def _ods_table(sheet: Sheet) -> str:
    width = max((len(row) for row in sheet.rows), default=0)
    columns = "".join(_ods_column(i in sheet.hidden_columns) for i in range(width))
    style = "" if sheet.state == "visible" else ' table:style-name="verborgen"'
    rows = "".join(_ods_row(sheet, i, row) for i, row in enumerate(sheet.rows))
    return f'<table:table table:name="{escape(sheet.name)}"{style}>{columns}{rows}</table:table>'


def _ods_column(hidden: bool) -> str:
    return '<table:table-column table:visibility="collapse"/>' if hidden else "<table:table-column/>"


def ods(book: Book) -> bytes:
    hidden_style = (
        '<office:automatic-styles><style:style style:name="verborgen" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
    )
    body = "".join(_ods_table(sheet) for sheet in book.sheets)
    content = (
        f"<office:document-content {NAMESPACES}>{hidden_style}<office:body><office:spreadsheet>{body}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return odf("application/vnd.oasis.opendocument.spreadsheet", content, book.properties)


def odf(kind: str, content: str, properties: Properties, styles: str = "") -> bytes:
    """An OpenDocument package; `kind` is its media type, `content` the root of content.xml."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    custom = "".join(
        f'<meta:user-defined meta:name="{escape(n)}">{escape(v)}</meta:user-defined>' for n, v in properties.custom
    )
    company = f'<meta:user-defined meta:name="Bedrijf">{escape(properties.company)}</meta:user-defined>'
    meta = (
        f"<office:document-meta {NAMESPACES}><office:meta><meta:generator>LibreOffice/24.8</meta:generator>"
        f"<dc:title>{escape(properties.title)}</dc:title><meta:initial-creator>{escape(properties.author)}"
        f"</meta:initial-creator><dc:creator>{escape(properties.changed_by)}</dc:creator>"
        f"{company if properties.company else ''}{custom}</office:meta></office:document-meta>"
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        '<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    parts = {
        "mimetype": kind,
        "content.xml": head + content,
        "meta.xml": head + meta,
        "META-INF/manifest.xml": head + manifest,
    }
    if styles:
        parts["styles.xml"] = head + styles
    return pack({name: text.encode() for name, text in parts.items()}, stored=("mimetype",))
