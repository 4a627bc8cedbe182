"""Presentations: pptx with speaker notes, odp."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from .package import pack, with_properties
from .parts import Properties
from .sheets import NAMESPACES, odf

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NS = f'xmlns:a="{_A}" xmlns:p="{_P}" xmlns:r="{_R}"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CT = "application/vnd.openxmlformats-officedocument.presentationml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    title: str
    lines: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    notes: str = ""
    hidden: bool = False


def _shape(number: int, kind: str, paragraphs: Sequence[str]) -> str:
    body = "".join(f"<a:p><a:r><a:rPr lang='nl-NL'/><a:t>{escape(t)}</a:t></a:r></a:p>" for t in paragraphs) or "<a:p/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{kind} {number}"/><p:cNvSpPr/><p:nvPr><p:ph type="{kind}'
        '"/></p:nvPr>'
        f"</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>{body}</p:txBody></p:sp>"
    )


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    columns = "".join('<a:gridCol w="1500000"/>' for _ in rows[0])
    body = "".join(
        '<a:tr h="300000">'
        + "".join(
            f"<a:tc><a:txBody><a:bodyPr/><a:p><a:r><a:t>{escape(c)}</a:t></a:r></a:p></a:txBody></a:tc>" for c in row
        )
        + "</a:tr>"
        for row in rows
    )
    return (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" '
        'name="Tabel"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
        '<p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f"<a:tbl><a:tblGrid>{columns}</a:tblGrid>{body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _tree(shapes: str) -> str:
    return (
        '<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        f"{shapes}</p:spTree></p:cSld>"
    )


def _relations(*links: tuple[str, str]) -> bytes:
    items = "".join(
        f'<Relationship Id="rId{i}" Type="{_R}/{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(links, 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{space}">{items}</Relationships>'.encode()


_COLOURS = [
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
]
_THEME = (
    f'{_HEAD}<a:theme xmlns:a="{_A}" name="Kantoor"><a:themeElements><a:clrScheme name="K">'
    + "".join(f'<a:{c}><a:srgbClr val="335577"/></a:{c}>' for c in _COLOURS)
    + '</a:clrScheme><a:fontScheme name="K"><a:majorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs '
    'typeface=""/>'
    '</a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont>'
    '</a:fontScheme><a:fmtScheme name="K"><a:fillStyleLst/><a:lnStyleLst/><a:effectStyleLst/><a:bgFillStyleLst/>'
    "</a:fmtScheme></a:themeElements></a:theme>"
).encode()
_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)


def _slide_parts(number: int, slide: Slide) -> dict[str, bytes]:
    shapes = (
        _shape(2, "title", [slide.title])
        + _shape(3, "body", slide.lines)
        + (_table(slide.table) if slide.table else "")
    )
    hidden = ' show="0"' if slide.hidden else ""
    links = [("slideLayout", "../slideLayouts/slideLayout1.xml")]
    parts = {f"ppt/slides/slide{number}.xml": f"{_HEAD}<p:sld {_NS}{hidden}>{_tree(shapes)}</p:sld>".encode()}
    if slide.notes:
        links.append(("notesSlide", f"../notesSlides/notesSlide{number}.xml"))
        notes = f"{_HEAD}<p:notes {_NS}>{_tree(_shape(2, 'body', slide.notes.split(chr(10))))}</p:notes>"
        parts[f"ppt/notesSlides/notesSlide{number}.xml"] = notes.encode()
        parts[f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels"] = _relations(
            ("slide", f"../slides/slide{number}.xml")
        )
    parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = _relations(*links)
    return parts


def _types(parts: dict[str, bytes]) -> bytes:
    kinds = {
        "ppt/presentation.xml": "presentation.main",
        "ppt/slideMasters/slideMaster1.xml": "slideMaster",
        "ppt/slideLayouts/slideLayout1.xml": "slideLayout",
    }
    overrides = [f'<Override PartName="/{n}" ContentType="{_CT}.{k}+xml"/>' for n, k in kinds.items()]
    for name in parts:
        kind = (
            "slide"
            if name.startswith("ppt/slides/slide")
            else "notesSlide"
            if name.startswith("ppt/notesSlides/n")
            else ""
        )
        if kind:
            overrides.append(f'<Override PartName="/{name}" ContentType="{_CT}.{kind}+xml"/>')
    overrides.append(
        '<Override PartName="/ppt/theme/theme1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
    )
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(overrides)}</Types>'
    ).encode()


def pptx(slides: Sequence[Slide], properties: Properties) -> bytes:
    parts: dict[str, bytes] = {}
    for number, slide in enumerate(slides, 1):
        parts |= _slide_parts(number, slide)
    links = [("slideMaster", "slideMasters/slideMaster1.xml")] + [
        ("slide", f"slides/slide{i}.xml") for i in range(1, len(slides) + 1)
    ]
    ids = "".join(f'<p:sldId id="{255 + i}" r:id="rId{i + 1}"/>' for i in range(1, len(slides) + 1))
    parts["ppt/presentation.xml"] = (
        f'{_HEAD}<p:presentation {_NS}><p:sldMasterIdLst><p:sldMasterId id="2147483648" '
        'r:id="rId1"/></p:sldMasterIdLst>'
        f'<p:sldIdLst>{ids}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" '
        'cy="9144000"/></p:presentation>'
    ).encode()
    parts["ppt/_rels/presentation.xml.rels"] = _relations(*links)
    master = f"{_HEAD}<p:sldMaster {_NS}>{_tree('')}{_MAP}<p:sldLayoutIdLst>"
    master += '<p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>'
    parts["ppt/slideMasters/slideMaster1.xml"] = master.encode()
    parts["ppt/slideMasters/_rels/slideMaster1.xml.rels"] = _relations(
        ("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")
    )
    parts["ppt/slideLayouts/slideLayout1.xml"] = f"{_HEAD}<p:sldLayout {_NS}>{_tree('')}</p:sldLayout>".encode()
    parts["ppt/slideLayouts/_rels/slideLayout1.xml.rels"] = _relations(
        ("slideMaster", "../slideMasters/slideMaster1.xml")
    )
    parts["ppt/theme/theme1.xml"] = _THEME
    types = _types(parts)
    top = _relations(("officeDocument", "ppt/presentation.xml"))
    return with_properties(pack({"[Content_Types].xml": types, "_rels/.rels": top, **parts}), properties)


def _odp_page(number: int, slide: Slide) -> str:
    boxes = "".join(
        f"<draw:frame><draw:text-box><text:p>{escape(t)}</text:p></draw:text-box></draw:frame>"
        for t in (slide.title, *slide.lines, *(" | ".join(r) for r in slide.table))
    )
    notes = (
        f"<presentation:notes><draw:frame><draw:text-box><text:p>{escape(slide.notes)}"
        "</text:p></draw:text-box></draw:frame>"
        "</presentation:notes>"
        if slide.notes
        else ""
    )
    return f'<draw:page draw:name="dia{number}">{boxes}{notes}</draw:page>'


def odp(slides: Sequence[Slide], properties: Properties) -> bytes:
    pages = "".join(_odp_page(i, s) for i, s in enumerate(slides, 1))
    content = (
        f"<office:document-content {NAMESPACES}><office:body><office:presentation>{pages}"
        "</office:presentation></office:body></office:document-content>"
    )
    return odf("application/vnd.oasis.opendocument.presentation", content, properties)
