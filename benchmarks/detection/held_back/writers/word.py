"""docx, docm and dotx, with the parts that are easily overlooked."""

from __future__ import annotations

import io
import re
from xml.sax.saxutils import escape

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from .package import pack, unpack, with_properties
from .parts import Bullets, Document, Fields, Grid, Heading, Para

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
_RELATIONS = "word/_rels/document.xml.rels"
_EMBEDDED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package"
_WORKBOOK = (
    '<Default Extension="xlsx" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/><Default '
)
_COMMENTS = "word/comments.xml"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KINDS = {
    "docx": _MAIN,
    "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
}


def word(document: Document, kind: str = "docx") -> bytes:
    made = docx.Document()
    for block in document.blocks:
        _block(made, block)
    _margins(made, document)
    _changes(made, document)
    if document.comments and made.paragraphs:
        runs = [r for p in made.paragraphs for r in p.runs]
        for text in document.comments:
            made.add_comment(runs[0], text=text, author="Gebruiker", initials="G")
    out = io.BytesIO()
    made.save(out)
    data = with_properties(_without_thumbnail(out.getvalue()), document.properties, retype=(_MAIN, _KINDS[kind]))
    data = _embed(data, document) if document.embedded else data
    return _steady_comments(data) if document.comments else data


def _without_thumbnail(data: bytes) -> bytes:
    """The library's template carries a picture of itself, which documents rarely do."""
    parts = unpack(data)
    del parts["docProps/thumbnail.jpeg"]
    parts["_rels/.rels"] = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", parts["_rels/.rels"])
    return pack(parts)


def _embed(data: bytes, document: Document) -> bytes:
    """Files that Word keeps as embedded objects."""
    parts = unpack(data)
    links = ""
    for i, (name, content) in enumerate(document.embedded):
        parts[f"word/embeddings/{name}"] = content
        links += f'<Relationship Id="rIdE{i}" Type="{_EMBEDDED}" Target="embeddings/{name}"/>'
    relations = parts[_RELATIONS].decode().replace("</Relationships>", links + "</Relationships>")
    types = parts["[Content_Types].xml"].decode()
    return pack(
        parts
        | {_RELATIONS: relations.encode(), "[Content_Types].xml": types.replace("<Default ", _WORKBOOK, 1).encode()}
    )


def _steady_comments(data: bytes) -> bytes:
    """Comments carry the moment of writing: a fixed one, so that the same seed gives the same bytes."""
    parts = unpack(data)
    parts[_COMMENTS] = re.sub(rb'w:date="[^"]*"', b'w:date="2025-04-14T10:30:00Z"', parts[_COMMENTS])
    return pack(parts)


def _block(made: WordDocument, block: object) -> None:
    match block:
        case Heading(text, level):
            made.add_heading(text, level)
        case Para(text, bold):
            made.add_paragraph().add_run(text).bold = bold
        case Bullets(items):
            for item in items:
                made.add_paragraph(item, style="List Bullet")
        case Grid(rows, _):
            _table(made, rows)
        case Fields(pairs, "table"):
            _table(made, pairs)
        case Fields(pairs, "above"):
            for label, value in pairs:
                made.add_paragraph().add_run(label).italic = True
                made.add_paragraph(value)
        case Fields(pairs, _):
            for label, value in pairs:
                made.add_paragraph(f"{label}:\t{value}")


def _table(made: WordDocument, rows: tuple[tuple[str, ...], ...]) -> None:
    table = made.add_table(len(rows), max(len(r) for r in rows), "Table Grid")
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=False):
            cell.text = text


def _margins(made: WordDocument, document: Document) -> None:
    section = made.sections[0]
    if document.header:
        section.header.paragraphs[0].text = document.header
    if document.footer:
        section.footer.paragraphs[0].text = document.footer


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _changes(made: WordDocument, document: Document) -> None:
    """Tracked changes, text boxes and merge fields go in as raw markup: the library writes none of them."""
    body = made.element.body
    stamp = 'w:author="Gebruiker" w:date="2025-04-11T14:02:00Z"'
    pieces = [
        f'<w:del w:id="{900 + i}" {stamp}><w:r><w:delText xml:space="preserve">{escape(t)}</w:delText></w:r></w:del>'
        for i, t in enumerate(document.deleted)
    ]
    pieces += [f'<w:ins w:id="{950 + i}" {stamp}>{_run(t)}</w:ins>' for i, t in enumerate(document.inserted)]
    pieces += [
        f'<w:r><w:pict><v:shape {_V} style="width:200pt;height:60pt"><v:textbox><w:txbxContent><w:p>{_run(t)}</w:p>'
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        for t in document.boxes
    ]
    pieces += [
        f'<w:fldSimple w:instr=" MERGEFIELD {name} \\* MERGEFORMAT ">{_run(f"«{name}»")}</w:fldSimple>'
        for name in document.merge_fields
    ]
    for piece in pieces:
        body.insert(len(body) - 1, parse_xml(f"<w:p {_W} {_V}>{piece}</w:p>"))
