"""Papers as docx, odt and pptx."""

from __future__ import annotations

import io
from random import Random
from xml.sax.saxutils import escape

from docx import Document
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
        match block:
            case Heading():
                document.add_heading(block.text, min(block.level, 4))
            case Text():
                document.add_paragraph(block.text)
            case Bullets():
                for item in block.items:
                    document.add_paragraph(item, style="List Number" if block.numbered else "List Bullet")
            case Pairs() if pairs_as_table and block.pairs:
                table = document.add_table(rows=0, cols=2, style=grid)
                for name, value in block.pairs:
                    cells = table.add_row().cells
                    cells[0].text, cells[1].text = name, value
            case Pairs():
                for name, value in block.pairs:
                    paragraph = document.add_paragraph()
                    paragraph.add_run(f"{name}:").bold = True
                    paragraph.add_run(f"\t{value}")
            case Table():
                table = document.add_table(rows=1, cols=len(block.header), style=grid)
                texts = [block.header, *([shown(cell) for cell in row] for row in block.rows)]
                for number, row in enumerate(texts):
                    cells = table.add_row().cells if number else table.rows[0].cells
                    for cell, value in zip(cells, row, strict=True):
                        cell.text = value
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


def as_pptx(paper: Paper, _: Random, properties: Properties) -> bytes:
    """One slide a heading; notes on the last slide."""
    slides: list[list[str]] = [[]]
    for block in paper.blocks:
        if isinstance(block, Heading) and slides[-1]:
            slides.append([])
        slides[-1] += _slide_lines(block)
    return _presentation([slide for slide in slides if slide], paper.notes, properties)


def _slide_lines(block: Block) -> list[str]:
    match block:
        case Heading() | Text():
            return block.text.split("\n")
        case Bullets():
            return list(block.items)
        case Pairs():
            return [f"{name}: {value}" for name, value in block.pairs]
        case Table():
            return [" | ".join(block.header), *(" | ".join(map(shown, row)) for row in block.rows)]


def _presentation(slides: list[list[str]], notes: list[str], properties: Properties) -> bytes:
    base = "http://schemas.openxmlformats.org"
    names = (
        f'xmlns:a="{base}/drawingml/2006/main" xmlns:p="{base}/presentationml/2006/main"'
        f' xmlns:r="{base}/officeDocument/2006/relationships"'
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    kind, relation = (
        "application/vnd.openxmlformats-officedocument.presentationml",
        f"{base}/officeDocument/2006/relationships",
    )

    def shapes(lines: list[str]) -> str:
        body = "".join(f"<a:p><a:r><a:t>{escape(line)}</a:t></a:r></a:p>" for line in lines) or "<a:p/>"
        return (
            "<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id='1' name=''/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"
            "<p:sp><p:nvSpPr><p:cNvPr id='2' name='Tekst'/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>"
            f"{body}</p:txBody></p:sp></p:spTree></p:cSld>"
        )

    parts: list[tuple[str, str]] = []
    types, links = [], []
    for number, lines in enumerate(slides, 1):
        parts.append((f"ppt/slides/slide{number}.xml", f"{head}<p:sld {names}>{shapes(lines)}</p:sld>"))
        types.append(f'<Override PartName="/ppt/slides/slide{number}.xml" ContentType="{kind}.slide+xml"/>')
        links.append(f'<Relationship Id="rId{number}" Type="{relation}/slide" Target="slides/slide{number}.xml"/>')
    if notes:
        last = len(slides)
        parts.append(("ppt/notesSlides/notesSlide1.xml", f"{head}<p:notes {names}>{shapes(notes)}</p:notes>"))
        types.append(f'<Override PartName="/ppt/notesSlides/notesSlide1.xml" ContentType="{kind}.notesSlide+xml"/>')
        parts.append(
            (f"ppt/slides/_rels/slide{last}.xml.rels", f'{head}<Relationships xmlns="{base}/package/2006/relationships">'
             f'<Relationship Id="rId1" Type="{relation}/notesSlide" Target="../notesSlides/notesSlide1.xml"/></Relationships>')
        )  # fmt: skip
    ids = "".join(f'<p:sldId id="{255 + number}" r:id="rId{number}"/>' for number in range(1, len(slides) + 1))
    package = packed(
        [
            ("[Content_Types].xml", f'{head}<Types xmlns="{base}/package/2006/content-types"><Default Extension="rels"'
             ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"'
             ' ContentType="application/xml"/>'
             f'<Override PartName="/ppt/presentation.xml" ContentType="{kind}.presentation.main+xml"/>'
             f"{''.join(types)}</Types>"),
            ("_rels/.rels", f'{head}<Relationships xmlns="{base}/package/2006/relationships"><Relationship Id="rId1"'
             f' Type="{relation}/officeDocument" Target="ppt/presentation.xml"/><Relationship Id="rId2"'
             f' Type="{base}/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
             f'<Relationship Id="rId3" Type="{relation}/extended-properties" Target="docProps/app.xml"/></Relationships>'),
            ("ppt/presentation.xml", f"{head}<p:presentation {names}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"),
            ("ppt/_rels/presentation.xml.rels", f'{head}<Relationships xmlns="{base}/package/2006/relationships">'
             f'{"".join(links)}</Relationships>'),
            ("docProps/core.xml", f'{head}<cp:coreProperties xmlns:cp="{base}/package/2006/metadata/core-properties"'
             f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{escape(properties.author)}</dc:creator></cp:coreProperties>'),
            *parts,
        ]
    )  # fmt: skip
    return with_properties(package, properties)
