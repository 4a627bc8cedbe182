"""Papers as docx and odt, sheets as ods."""

from __future__ import annotations

import io
from collections.abc import Sequence
from random import Random
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as DocumentObject
from docx.shared import Pt

from benchmarks.detection.unseen.paper import Block, Bullets, Heading, Pairs, Paper, Properties, Table, Text
from benchmarks.detection.unseen.writers.packages import packed, with_properties
from benchmarks.detection.unseen.writers.plain import shown

ODF_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
)
MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest'
    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="{}"/><manifest:file-entry'
    ' manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry'
    ' manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def as_docx(paper: Paper, rng: Random, properties: Properties) -> bytes:
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = (
        rng.choice(("Calibri", "Arial", "Verdana", "Cambria")),
        Pt(rng.choice((10, 11))),
    )
    pairs_as_table, grid = rng.random() < 0.6, rng.choice(("Table Grid", "Light List", "Light Grid Accent 1"))
    section = document.sections[0]
    section.header.paragraphs[0].text, section.footer.paragraphs[0].text = paper.header, paper.footer
    for block in paper.blocks:
        _add_block(document, block, grid, pairs_as_table=pairs_as_table)
    if paper.notes:
        anchor = document.paragraphs[0].add_run(" ") if document.paragraphs else document.add_paragraph(" ").runs[0]
        for note in paper.notes:
            document.add_comment(anchor, text=note, author=properties.author or "Gebruiker", initials="G")
    core = document.core_properties
    core.author = core.last_modified_by = properties.author
    core.title = paper.name
    target = io.BytesIO()
    document.save(target)
    return with_properties(target.getvalue(), properties)


def _add_block(document: DocumentObject, block: Block, grid: str, *, pairs_as_table: bool) -> None:
    match block:
        case Heading():
            document.add_heading(block.text, min(block.level, 4))
        case Text():
            document.add_paragraph(block.text)
        case Bullets():
            for item in block.items:
                document.add_paragraph(item, style="List Number" if block.numbered else "List Bullet")
        case Pairs() if pairs_as_table and block.pairs:
            _add_table(document, block.pairs, grid)
        case Pairs():
            for name, value in block.pairs:
                paragraph = document.add_paragraph()
                paragraph.add_run(f"{name}:").bold = True
                paragraph.add_run(f"\t{value}")
        case Table():
            _add_table(document, [block.header, *([shown(cell) for cell in row] for row in block.rows)], grid)


def _add_table(document: DocumentObject, rows: Sequence[Sequence[str]], grid: str) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style=grid)
    for row in rows:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = value


def _odf(kind: str, body: str, properties: Properties) -> bytes:
    mime = f"application/vnd.oasis.opendocument.{kind}"
    stamp = properties.made.strftime("%Y-%m-%dT%H:%M:%S")
    company = f'<meta:user-defined meta:name="Company">{escape(properties.company)}</meta:user-defined>'
    return packed(
        [
            ("mimetype", mime),
            ("META-INF/manifest.xml", MANIFEST.format(mime)),
            ("content.xml", f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {ODF_NAMES} office:version="1.2">'
             f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"),
            ("meta.xml", f'<?xml version="1.0" encoding="UTF-8"?><office:document-meta {ODF_NAMES} office:version="1.2">'
             f"<office:meta><meta:initial-creator>{escape(properties.author)}</meta:initial-creator><dc:creator>"
             f"{escape(properties.author)}</dc:creator><dc:date>{stamp}</dc:date>{company if properties.company else ''}"
             "</office:meta></office:document-meta>"),
        ]
    )  # fmt: skip


def _paragraph(text: str) -> str:
    return "<text:p>" + escape(text).replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>") + "</text:p>"


def odf_table(name: str, rows: list[list[str]]) -> str:
    body = "".join(
        "<table:table-row>"
        + "".join(f'<table:table-cell office:value-type="string">{_paragraph(cell)}</table:table-cell>' for cell in row)
        + "</table:table-row>"
        for row in rows
    )
    return f'<table:table table:name="{escape(name)}">{body}</table:table>'


def as_ods(sheets: list[tuple[str, list[list[str]]]], properties: Properties) -> bytes:
    return _odf("spreadsheet", "".join(odf_table(name, rows) for name, rows in sheets), properties)


def as_odt(paper: Paper, _: Random, properties: Properties) -> bytes:
    parts = [_paragraph(paper.header)] if paper.header else []
    for number, block in enumerate(paper.blocks):
        match block:
            case Heading():
                parts.append(f'<text:h text:outline-level="{block.level}">{escape(block.text)}</text:h>')
            case Text():
                parts.append(_paragraph(block.text))
            case Bullets():
                items = "".join(f"<text:list-item>{_paragraph(item)}</text:list-item>" for item in block.items)
                parts.append(f"<text:list>{items}</text:list>")
            case Pairs():
                parts += [_paragraph(f"{name}:\t{value}") for name, value in block.pairs]
            case Table():
                rows = [block.header, *([shown(cell) for cell in row] for row in block.rows)]
                parts.append(odf_table(f"Tabel{number}", rows))
    parts += [_paragraph(line) for line in (paper.footer, *paper.notes) if line]
    return _odf("text", "".join(parts), properties)
