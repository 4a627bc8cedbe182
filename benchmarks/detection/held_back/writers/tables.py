"""Tables in text formats: csv in its many dialects, html, SpreadsheetML 2003, fixed width."""

from __future__ import annotations

from datetime import date
from xml.sax.saxutils import escape

from ..numbers import write_date
from .parts import Book, Cell, Row, Sheet


def shown(cell: Cell, dates: str = "dashes", comma: bool = True) -> str:
    """The cell as an export writes it: Dutch decimals when `comma`."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return write_date(cell, dates)
    if isinstance(cell, float):
        return f"{cell:.2f}".replace(".", ",") if comma else f"{cell:.2f}"
    return str(cell)


def _quoted(text: str, separator: str, always: bool) -> str:
    if always or any(c in text for c in (separator, '"', "\n")):
        return '"' + text.replace('"', '""') + '"'
    return text


def delimited(
    book: Book,
    *,
    separator: str = ";",
    encoding: str = "utf-8",
    quote: bool = False,
    comma: bool = True,
    end: str = "\r\n",
) -> bytes:
    """All sheets one below the other. `encoding` utf-16 and utf-8-sig write a mark in front."""
    blocks = []
    for sheet in book.sheets:
        lines = [
            separator.join(_quoted(shown(c, book.dates, comma), separator, quote) for c in row) for row in sheet.rows
        ]
        blocks.append(end.join(lines) + end)
    return end.join(blocks).encode(encoding, "replace")


def fixed(sheet: Sheet, dates: str) -> bytes:
    """Columns in spaces, as an old system prints a list."""
    texts = [[shown(c, dates) for c in row] for row in sheet.rows]
    count = max(len(row) for row in texts)
    widths = [max((len(row[i]) for row in texts if i < len(row)), default=0) + 2 for i in range(count)]
    return "\r\n".join("".join(c.ljust(widths[i]) for i, c in enumerate(row)).rstrip() for row in texts).encode(
        "cp1252", "replace"
    )


def _html_row(row: Row, dates: str, tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(shown(c, dates))}</{tag}>" for c in row) + "</tr>"


def html(book: Book) -> bytes:
    """A report as a web page; systems also save it under the name of a workbook."""
    body = []
    for sheet in book.sheets:
        body.append(f"<h3>{escape(sheet.name)}</h3>\n<table border=1>")
        body += [_html_row(row, book.dates, "th" if i in sheet.heads else "td") for i, row in enumerate(sheet.rows)]
        body.append("</table>")
    return (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
        f"<title>{escape(book.properties.title or 'Rapport')}</title></head>\n<body>\n"
        + "\n".join(body)
        + "\n</body></html>"
    ).encode()


def _ml_cell(cell: Cell) -> str:
    if cell is None:
        return "<Cell/>"
    if isinstance(cell, date):
        return f'<Cell><Data ss:Type="DateTime">{cell.isoformat()}T00:00:00.000</Data></Cell>'
    kind = "Number" if isinstance(cell, int | float) else "String"
    return f'<Cell><Data ss:Type="{kind}">{escape(str(cell))}</Data></Cell>'


def spreadsheet_ml(book: Book) -> bytes:
    """The XML of Excel 2003."""
    sheets = "".join(
        f'<Worksheet ss:Name="{escape(s.name)}"><Table>'
        + "".join("<Row>" + "".join(_ml_cell(c) for c in row) + "</Row>\n" for row in s.rows)
        + "</Table></Worksheet>"
        for s in book.sheets
    )
    return (
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        f'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">{sheets}</Workbook>'
    ).encode()
