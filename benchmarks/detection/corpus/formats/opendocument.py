"""Open document formats as raw XML: text, spreadsheet, presentation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from benchmarks.detection.corpus.blocks import (
    NO_PROPERTIES,
    Block,
    Cell,
    Grid,
    Heading,
    Properties,
    Row,
    Sheet,
    Slide,
    text_of,
)
from benchmarks.detection.corpus.formats.package import CORE_TIME, zipped

COLLAPSED = ' table:visibility="collapse"'
TYPE = "application/vnd.oasis.opendocument."
STEM = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = (
    " ".join(
        f'xmlns:{short}="{STEM}{name}:1.0"'
        for short, name in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("draw", "drawing"),
            ("presentation", "presentation"),
            ("meta", "meta"),
            ("style", "style"),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'
)


def odt_of(blocks: Sequence[Block], properties: Properties = NO_PROPERTIES) -> bytes:
    return _package("text", "".join(map(_block, blocks)), properties)


def ods_of(sheets: Sequence[Sheet], properties: Properties = NO_PROPERTIES) -> bytes:
    styles = (
        '<office:automatic-styles><style:style style:name="hid" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
    )
    return _package("spreadsheet", "".join(map(_sheet, sheets)), properties, styles)


def odp_of(slides: Sequence[Slide], properties: Properties = NO_PROPERTIES) -> bytes:
    return _package("presentation", "".join(map(_slide, slides)), properties)


def _package(kind: str, body: str, properties: Properties, styles: str = "") -> bytes:
    mime = TYPE + kind
    custom = "".join(
        f"<meta:user-defined meta:name={quoteattr(name)}>{escape(value)}</meta:user-defined>"
        for name, value in properties.custom.items()
    )
    if properties.company:
        custom += f'<meta:user-defined meta:name="Company">{escape(properties.company)}</meta:user-defined>'
    meta = (
        f"<meta:generator>LibreOffice/24.8</meta:generator><dc:title>{escape(properties.title)}</dc:title>"
        f"<meta:initial-creator>{escape(properties.author)}</meta:initial-creator>"
        f"<dc:creator>{escape(properties.changed_by)}</dc:creator><dc:date>{CORE_TIME}</dc:date>{custom}"
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    manifest = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in (("/", mime), ("content.xml", "text/xml"), ("meta.xml", "text/xml"))
    )
    return zipped(
        {
            "mimetype": mime,
            "content.xml": f"{head}<office:document-content {NAMESPACES}>{styles}"
            f"<office:body><office:{kind}>{body}</office:{kind}>"
            "</office:body></office:document-content>",
            "meta.xml": f"{head}<office:document-meta {NAMESPACES}><office:meta>{meta}</office:meta></office:document-meta>",
            "META-INF/manifest.xml": f'{head}<manifest:manifest xmlns:manifest="{STEM}manifest:1.0" '
            f'manifest:version="1.3">{manifest}</manifest:manifest>',
        },
        stored=("mimetype",),
    )


def _lines(text: str) -> str:
    return "<text:line-break/>".join(escape(line).replace("  ", " <text:s/>") for line in text.split("\n"))


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f'<text:h text:outline-level="{block.level}">{escape(block.text)}</text:h>'
    if isinstance(block, Grid):
        return _table(' table:name="Tabel"', block.rows)
    return f"<text:p>{_lines(block)}</text:p>"


def _table(attributes: str, rows: Sequence[Row]) -> str:
    width = max((len(row) for row in rows), default=1) or 1
    columns = f'<table:table-column table:number-columns-repeated="{width}"/>'
    return f"<table:table{attributes}>{columns}{''.join(map(_row, rows))}</table:table>"


def _row(row: Row) -> str:
    return f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>"


def _cell(value: Cell) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    text = f"<text:p>{_lines(text_of(value))}</text:p>"
    if isinstance(value, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}">{text}</table:table-cell>'
    if isinstance(value, (int, float)):
        return f'<table:table-cell office:value-type="float" office:value="{value}">{text}</table:table-cell>'
    return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'


def _sheet(sheet: Sheet) -> str:
    hidden = ' table:style-name="hid"' if sheet.state != "visible" else ""
    rows = []
    for number, row in enumerate(sheet.rows, start=1):
        shown = _row(row)
        if number in sheet.hidden_rows:
            shown = shown.replace("<table:table-row>", f"<table:table-row{COLLAPSED}>", 1)
        rows.append(shown)
    width = max((len(row) for row in sheet.rows), default=1) or 1
    columns = "".join(
        f"<table:table-column{COLLAPSED if number in sheet.hidden_columns else ''}/>" for number in range(1, width + 1)
    )
    return f"<table:table table:name={quoteattr(sheet.name)}{hidden}>{columns}{''.join(rows)}</table:table>"


def _slide(slide: Slide) -> str:
    lines = "".join(f"<text:p>{_lines(line)}</text:p>" for line in slide.lines)
    grid = f"<draw:frame>{_table('', slide.grid)}</draw:frame>" if slide.grid else ""
    notes = (
        "<presentation:notes><draw:frame><draw:text-box>"
        f"<text:p>{_lines(slide.notes)}</text:p></draw:text-box></draw:frame></presentation:notes>"
        if slide.notes
        else ""
    )
    return (
        f"<draw:page draw:name={quoteattr(slide.title)}><draw:frame><draw:text-box><text:p>{_lines(slide.title)}</text:p>"
        f"{lines}</draw:text-box></draw:frame>{grid}{notes}</draw:page>"
    )
