"""pdf: running text, form fields, annotations, attached files, passwords, pages that are only a picture."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from .package import label_values
from .parts import Block, Bullets, Document, Fields, Grid, Heading, Para, Properties

_STYLES = getSampleStyleSheet()
_BOX = TableStyle([("GRID", (0, 0), (-1, -1), 0.4, colors.grey), ("FONTSIZE", (0, 0), (-1, -1), 8)])
_OPEN = TableStyle([("FONTSIZE", (0, 0), (-1, -1), 9), ("VALIGN", (0, 0), (-1, -1), "TOP")])


def pdf(
    document: Document,
    *,
    annotations: Sequence[str] = (),
    attachments: Sequence[tuple[str, bytes]] = (),
    password: str | None = None,
) -> bytes:
    """`annotations` are sticky notes on the first page; a `password` makes it unreadable without."""
    out = io.BytesIO()
    p = document.properties
    template = SimpleDocTemplate(
        out, pagesize=A4, invariant=1, title=p.title, author=p.author, encrypt=password, leftMargin=56, rightMargin=56
    )

    def first(canvas: Canvas, doc: SimpleDocTemplate) -> None:
        _label(canvas, p)
        _attach(canvas, attachments)
        _frame(canvas, document)
        for i, text in enumerate(annotations):
            canvas.textAnnotation(text, (500, 700 - 40 * i, 520, 720 - 40 * i))

    def later(canvas: Canvas, doc: SimpleDocTemplate) -> None:
        _frame(canvas, document)

    template.build([f for b in document.blocks for f in _flow(b)], onFirstPage=first, onLaterPages=later)
    return out.getvalue()


def _inside(canvas: Canvas) -> Any:  # the stubs leave out the document behind the canvas
    """Labels and attached files have no call of their own."""
    return vars(canvas)["_doc"]


def _frame(canvas: Canvas, document: Document) -> None:
    canvas.setFont("Helvetica", 8)
    for i, line in enumerate(document.header.split("\n")):
        canvas.drawString(56, 815 - 10 * i, line)
    for i, line in enumerate(document.footer.split("\n")):
        canvas.drawString(56, 40 - 10 * i, line)


def _label(canvas: Canvas, properties: Properties) -> None:
    """Purview writes the label into the document information."""
    extra = dict(label_values(properties.label)) if properties.label else {}
    if properties.company:
        extra["Company"] = properties.company
    if not extra:
        return
    info = _inside(canvas).info
    plain = info.format

    def with_label(document: pdfdoc.PDFDocument) -> bytes:
        text: bytes = plain(document)
        added = b"".join(
            b"/%s %s\n" % (k.encode(), pdfdoc.format(pdfdoc.PDFString(v), document)) for k, v in extra.items()
        )
        return text.rstrip().removesuffix(b">>") + added + b">>"

    info.format = with_label


def _attach(canvas: Canvas, attachments: Sequence[tuple[str, bytes]]) -> None:
    """Files in the name tree EmbeddedFiles of the catalogue."""
    names: list[object] = []
    for name, data in attachments:
        stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("EmbeddedFile")}), data)
        file = _inside(canvas).Reference(stream)
        spec = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Filespec"),
                "F": pdfdoc.PDFString(name),
                "UF": pdfdoc.PDFString(name),
                "EF": pdfdoc.PDFDictionary({"F": file}),
            }
        )
        names += [pdfdoc.PDFString(name), _inside(canvas).Reference(spec)]
    if names:
        tree = pdfdoc.PDFDictionary({"EmbeddedFiles": pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray(names)})})
        _inside(canvas).Catalog.Names = _inside(canvas).Reference(tree)


def _text(text: str, style: str = "Normal") -> Flowable:
    return Paragraph(escape(text).replace("\n", "<br/>"), _STYLES[style])


def _grid(rows: tuple[tuple[str, ...], ...], style: TableStyle) -> Flowable:
    width = max(len(r) for r in rows)
    if width <= 3:
        return Table([[_text(c) for c in r] for r in rows], style=style, hAlign="LEFT")
    return Table([list(r) for r in rows], style=style, repeatRows=1, hAlign="LEFT")


def _flow(block: Block) -> list[Flowable]:
    gap = Spacer(1, 6)
    match block:
        case Heading(text, level):
            return [_text(text, "Title" if level == 0 else f"Heading{min(level, 3)}")]
        case Para(text, bold):
            return [Paragraph(f"<b>{escape(text)}</b>", _STYLES["Normal"]) if bold else _text(text), gap]
        case Bullets(items):
            return [_text(f"\u2022 {i}") for i in items] + [gap]
        case Grid(rows, _):
            return [_grid(rows, _BOX), gap]
        case Fields(pairs, "above"):
            return [f for a, b in pairs for f in (_text(a, "Italic"), _text(b), gap)]
        case Fields(pairs, layout):
            return [_grid(pairs, _BOX if layout == "table" else _OPEN), gap]


def form(title: str, intro: str, fields: Sequence[tuple[str, str]]) -> bytes:
    """A form whose answers stand in its fields; an empty answer leaves the field empty."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setTitle(title)
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(56, 780, title)
    canvas.setFont("Helvetica", 9)
    for i, line in enumerate(intro.split("\n")):
        canvas.drawString(56, 758 - 12 * i, line)
    top = 730 - 12 * intro.count("\n")
    for i, (label, value) in enumerate(fields):
        y = top - 28 * i
        canvas.drawString(56, y, label)
        canvas.acroForm.textfield(name=f"veld{i + 1}", tooltip=label, value=value, x=220, y=y - 6, width=300, height=18)
    canvas.save()
    return out.getvalue()


def picture(lines: Sequence[str], *, kind: str = "PNG", noise: int = 0) -> bytes:
    """A photo or scan of lines of text; `noise` makes one differ from the next."""
    image = Image.new("L", (900, 60 + 34 * len(lines)), 244 - noise % 9)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(22)
    for i, line in enumerate(lines):
        draw.text((40 + noise % 5, 30 + 34 * i), line, fill=30, font=font)
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


def scan(pages: Sequence[Sequence[str]]) -> bytes:
    """A scanned paper: every page one picture, no text."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for lines in pages:
        canvas.drawImage(ImageReader(io.BytesIO(picture(lines))), 20, 200, 550, 600, preserveAspectRatio=True)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
