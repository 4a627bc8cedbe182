"""Text documents of Office: by python-docx where it is plain, as raw parts where something stands beside the body."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from xml.sax.saxutils import escape

import docx

from benchmarks.detection.corpus.blocks import NO_PROPERTIES, Block, Extras, Grid, Heading, Properties, text_of
from benchmarks.detection.corpus.formats.package import OFFICE, RELATIONS, dressed, zipped

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
BY = 'w:id="7" w:author="Redactie" w:date="2026-03-02T09:00:00Z"'


def docx_of(blocks: Sequence[Block], properties: Properties = NO_PROPERTIES, extras: Extras | None = None) -> bytes:
    if extras is not None:
        return _with_extras(blocks, properties, extras)
    document = docx.Document()
    for block in blocks:
        if isinstance(block, Heading):
            document.add_heading(block.text, block.level)
        elif isinstance(block, Grid):
            width = max(map(len, block.rows))
            table = document.add_table(rows=len(block.rows), cols=width, style="Table Grid")
            for row, cells in zip(block.rows, table.rows, strict=True):
                for value, cell in zip(row, cells.cells, strict=False):
                    cell.text = text_of(value)
        else:
            document.add_paragraph(block)
    target = io.BytesIO()
    document.save(target)
    return dressed(target.getvalue(), properties)


def _with_extras(blocks: Sequence[Block], properties: Properties, extras: Extras) -> bytes:
    parts = {name: text for name, text in _beside(extras).items() if text}
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{OFFICE}/relationships/{_relation(name)}" Target="{name}.xml"/>'
        for name in parts
    )
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{_relation(name)}+xml"/>'
        for name in parts
    )
    members: dict[str, bytes | str] = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'extended-properties+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<?xml version="1.0"?><Relationships xmlns="{RELATIONS}">'
        f'<Relationship Id="rId1" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/>'
        "</Relationships>",
        "word/_rels/document.xml.rels": f'<?xml version="1.0"?><Relationships xmlns="{RELATIONS}">{relations}</Relationships>',
        "word/document.xml": _document(blocks, extras),
    }
    members |= {f"word/{name}.xml": f'<?xml version="1.0"?>{text}' for name, text in parts.items()}
    return dressed(zipped(members), replace(properties, custom={**properties.custom, **extras.properties}))


def _relation(part: str) -> str:
    return part.rstrip("1")


def _beside(extras: Extras) -> dict[str, str]:
    return {
        "header1": f"<w:hdr {NAMESPACES}>{_paragraph(extras.header)}</w:hdr>" if extras.header else "",
        "footer1": f"<w:ftr {NAMESPACES}>{_paragraph(extras.footer)}</w:ftr>" if extras.footer else "",
        "comments": f"<w:comments {NAMESPACES}><w:comment {BY}>{_paragraph(extras.comment)}</w:comment></w:comments>"
        if extras.comment
        else "",
        "footnotes": f'<w:footnotes {NAMESPACES}><w:footnote w:id="2">{_paragraph(extras.footnote)}</w:footnote></w:footnotes>'
        if extras.footnote
        else "",
    }


def _document(blocks: Sequence[Block], extras: Extras) -> str:
    body = [_block(block) for block in blocks]
    places = len(body) // 2
    if extras.deleted:
        body.insert(
            places,
            f'<w:p><w:del {BY}><w:r><w:delText xml:space="preserve">{escape(extras.deleted)}</w:delText></w:r></w:del></w:p>',
        )
    if extras.textbox:
        body.insert(places, _textbox(extras.textbox))
    if extras.comment:
        body.append('<w:p><w:r><w:commentReference w:id="7"/></w:r></w:p>')
    if extras.footnote:
        body.append('<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>')
    header = '<w:headerReference w:type="default" r:id="rheader1"/>' if extras.header else ""
    footer = '<w:footerReference w:type="default" r:id="rfooter1"/>' if extras.footer else ""
    section = f"<w:sectPr>{header}{footer}</w:sectPr>"
    head = f'<?xml version="1.0" encoding="UTF-8"?><w:document {NAMESPACES}>'
    return f"{head}<w:body>{''.join(body)}{section}</w:body></w:document>"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f'<w:p><w:pPr><w:pStyle w:val="Heading{block.level}"/></w:pPr>{_run(block.text)}</w:p>'
    if isinstance(block, Grid):
        rows = "".join(
            "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{_paragraph(text_of(cell))}</w:tc>" for cell in row) + "</w:tr>"
            for row in block.rows
        )
        return f"<w:tbl><w:tblPr/>{rows}</w:tbl>"
    return _paragraph(block)


def _paragraph(text: str) -> str:
    return f"<w:p>{_run(text)}</w:p>"


def _run(text: str) -> str:
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{lines}</w:r>"


def _textbox(text: str) -> str:
    inner = f"<w:txbxContent>{_paragraph(text)}</w:txbxContent>"
    return (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
