"""Papers as pptx."""

from __future__ import annotations

from random import Random
from xml.sax.saxutils import escape

from benchmarks.detection.unseen.paper import Block, Bullets, Heading, Pairs, Paper, Properties, Table, Text
from benchmarks.detection.unseen.writers.packages import packed, with_properties
from benchmarks.detection.unseen.writers.plain import shown

BASE = "http://schemas.openxmlformats.org"
RELATION = f"{BASE}/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.presentationml"
NAMES = (
    f'xmlns:a="{BASE}/drawingml/2006/main" xmlns:p="{BASE}/presentationml/2006/main"'
    f' xmlns:r="{BASE}/officeDocument/2006/relationships"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

Member = tuple[str, str]  # name and content


def as_pptx(paper: Paper, _: Random, properties: Properties) -> bytes:
    """One slide a heading; notes on the last slide."""
    slides: list[list[str]] = [[]]
    for block in paper.blocks:
        if isinstance(block, Heading) and slides[-1]:
            slides.append([])
        slides[-1] += _lines(block)
    return _presentation([slide for slide in slides if slide], paper.notes, properties)


def _lines(block: Block) -> list[str]:
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
    numbers = range(1, len(slides) + 1)
    ids = "".join(f'<p:sldId id="{255 + number}" r:id="rId{number}"/>' for number in numbers)
    links = [_link(f"rId{number}", f"{RELATION}/slide", f"slides/slide{number}.xml") for number in numbers]
    start = [
        _link("rId1", f"{RELATION}/officeDocument", "ppt/presentation.xml"),
        _link("rId2", f"{BASE}/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
        _link("rId3", f"{RELATION}/extended-properties", "docProps/app.xml"),
    ]
    package = packed(
        [
            ("[Content_Types].xml", _types(len(slides), has_notes=bool(notes))),
            ("_rels/.rels", _links(start)),
            ("ppt/presentation.xml", f"{HEAD}<p:presentation {NAMES}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"),
            ("ppt/_rels/presentation.xml.rels", _links(links)),
            ("docProps/core.xml", _core(properties)),
            *((f"ppt/slides/slide{n}.xml", _shown("sld", lines)) for n, lines in enumerate(slides, 1)),
            *(_notes(notes, len(slides)) if notes else ()),
        ]
    )
    return with_properties(package, properties)


def _shown(element: str, lines: list[str]) -> str:
    """A slide, or a page of notes, with one box of text."""
    body = "".join(f"<a:p><a:r><a:t>{escape(line)}</a:t></a:r></a:p>" for line in lines) or "<a:p/>"
    return (
        f"{HEAD}<p:{element} {NAMES}>"
        "<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id='1' name=''/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"
        "<p:sp><p:nvSpPr><p:cNvPr id='2' name='Tekst'/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>"
        f"{body}</p:txBody></p:sp></p:spTree></p:cSld></p:{element}>"
    )


def _notes(notes: list[str], slide: int) -> tuple[Member, Member]:
    link = _link("rId1", f"{RELATION}/notesSlide", "../notesSlides/notesSlide1.xml")
    return (
        ("ppt/notesSlides/notesSlide1.xml", _shown("notes", notes)),
        (f"ppt/slides/_rels/slide{slide}.xml.rels", _links([link])),
    )


def _types(slides: int, *, has_notes: bool) -> str:
    parts = [("presentation", "presentation.main")]
    parts += [(f"slides/slide{number}", "slide") for number in range(1, slides + 1)]
    parts += [("notesSlides/notesSlide1", "notesSlide")] if has_notes else []
    overrides = (f'<Override PartName="/ppt/{part}.xml" ContentType="{KIND}.{kind}+xml"/>' for part, kind in parts)
    return (
        f'{HEAD}<Types xmlns="{BASE}/package/2006/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"'
        f' ContentType="application/xml"/>{"".join(overrides)}</Types>'
    )


def _link(identifier: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identifier}" Type="{kind}" Target="{target}"/>'


def _links(links: list[str]) -> str:
    return f'{HEAD}<Relationships xmlns="{BASE}/package/2006/relationships">{"".join(links)}</Relationships>'


def _core(properties: Properties) -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{BASE}/package/2006/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{escape(properties.author)}</dc:creator></cp:coreProperties>'
    )
