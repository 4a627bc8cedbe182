"""Presentations of Office as raw parts: python has no writer in this environment."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from benchmarks.detection.corpus.blocks import NO_PROPERTIES, Properties, Slide, text_of
from benchmarks.detection.corpus.formats.package import OFFICE, RELATIONS, dressed, zipped

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
NAMESPACES = f'xmlns:a="{DRAWING}" xmlns:r="{OFFICE}/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
MAIN = "application/vnd.openxmlformats-officedocument.presentationml."
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def pptx_of(slides: Sequence[Slide], properties: Properties = NO_PROPERTIES) -> bytes:
    members: dict[str, bytes | str] = {"[Content_Types].xml": "", "_rels/.rels": _package_relations()}
    overrides = [("ppt/presentation.xml", f"{MAIN}presentation.main+xml")]
    links, ids = [], []
    for number, slide in enumerate(slides, start=1):
        members[f"ppt/slides/slide{number}.xml"] = _slide(slide)
        overrides.append((f"ppt/slides/slide{number}.xml", f"{MAIN}slide+xml"))
        links.append(
            f'<Relationship Id="rId{number}" Type="{OFFICE}/relationships/slide" Target="slides/slide{number}.xml"/>'
        )
        ids.append(f'<p:sldId id="{255 + number}" r:id="rId{number}"/>')
        if slide.notes:
            members[f"ppt/notesSlides/notesSlide{number}.xml"] = (
                f"{HEAD}<p:notes {NAMESPACES}><p:cSld><p:spTree>{_shape(2, [slide.notes])}</p:spTree></p:cSld></p:notes>"
            )
            overrides.append((f"ppt/notesSlides/notesSlide{number}.xml", f"{MAIN}notesSlide+xml"))
            members[f"ppt/slides/_rels/slide{number}.xml.rels"] = (
                f'{HEAD}<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/relationships/notesSlide" '
                f'Target="../notesSlides/notesSlide{number}.xml"/></Relationships>'
            )
    members["ppt/presentation.xml"] = (
        f"{HEAD}<p:presentation {NAMESPACES}><p:sldIdLst>{''.join(ids)}</p:sldIdLst>"
        '<p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
    )
    members["ppt/_rels/presentation.xml.rels"] = (
        f'{HEAD}<Relationships xmlns="{RELATIONS}">{"".join(links)}</Relationships>'
    )
    members["[Content_Types].xml"] = _types(overrides)
    return dressed(zipped(members), properties)


def _types(overrides: Sequence[tuple[str, str]]) -> str:
    listed = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides)
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _package_relations() -> str:
    return (
        f'{HEAD}<Relationships xmlns="{RELATIONS}">'
        f'<Relationship Id="rId1" Type="{OFFICE}/relationships/officeDocument" Target="ppt/presentation.xml"/>'
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>'
    )


def _slide(slide: Slide) -> str:
    shapes = _shape(2, [slide.title]) + _shape(3, slide.lines)
    if slide.grid:
        rows = "".join(
            '<a:tr h="370840">'
            + "".join(f"<a:tc>{_body([text_of(cell)], 'a')}<a:tcPr/></a:tc>" for cell in row)
            + "</a:tr>"
            for row in slide.grid
        )
        columns = '<a:gridCol w="1200000"/>' * max(map(len, slide.grid))
        shapes += (
            '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="Tabel"/><p:cNvGraphicFramePr/><p:nvPr/>'
            "</p:nvGraphicFramePr>"
            '<p:xfrm/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
            f"<a:tbl><a:tblPr/><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
        )
    group = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    return f"{HEAD}<p:sld {NAMESPACES}><p:cSld><p:spTree>{group}{shapes}</p:spTree></p:cSld></p:sld>"


def _shape(number: int, lines: Sequence[str]) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Vak {number}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
        f"{_body(lines, 'p')}</p:sp>"
    )


def _body(lines: Sequence[str], prefix: str) -> str:
    paragraphs = "".join(f"<a:p><a:r><a:t>{escape(line)}</a:t></a:r></a:p>" for line in lines)
    return f"<{prefix}:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</{prefix}:txBody>"
