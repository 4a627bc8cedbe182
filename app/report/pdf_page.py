"""The page all PDF reports share: fonts, colours, type sizes, header and footer, and a file inside the PDF. No display."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)

from app.domain.messages import msg
from app.domain.ports import Texts
from app.report.plain import MISSING_GLYPH, printable, shortened
from app.report.resources import resource

REGULAR, BOLD = "LiberationSans", "LiberationSans-Bold"
TEXT, MUTED = HexColor("#1A1F26"), HexColor("#55606E")
ACCENT, OK, ATTENTION = HexColor("#0B6477"), HexColor("#1E7B45"), HexColor("#9A5B00")
LINE, SHADE = HexColor("#D8DDE3"), HexColor("#F6F7F9")
MARGIN = 18 * mm
WIDTH = A4[0] - 2 * MARGIN

_BODY = ParagraphStyle("body", fontName=REGULAR, fontSize=9, leading=12.5, textColor=TEXT, splitLongWords=1)
STYLES = {
    "body": _BODY,
    "muted": ParagraphStyle("muted", _BODY, textColor=MUTED),
    "code": ParagraphStyle("code", _BODY, fontSize=8.4),
    "small": ParagraphStyle("small", _BODY, fontSize=7.5, leading=10, textColor=MUTED),
    "digest": ParagraphStyle("digest", _BODY, fontSize=6.4, leading=8.6, textColor=MUTED),
    "head": ParagraphStyle("head", _BODY, fontName=BOLD, fontSize=7.5, leading=10, textColor=MUTED),
    "strong": ParagraphStyle("strong", _BODY, fontName=BOLD),
    "right": ParagraphStyle("right", _BODY, alignment=2),
    "attention": ParagraphStyle("attention", _BODY, fontSize=7.5, leading=10, textColor=ATTENTION),
    "title": ParagraphStyle("title", _BODY, fontName=BOLD, fontSize=20, leading=25),
    "sentence": ParagraphStyle("sentence", _BODY, fontSize=13, leading=17.5),
    "section": ParagraphStyle("section", _BODY, fontName=BOLD, fontSize=11, leading=14, spaceBefore=13, spaceAfter=5),
}


@dataclass
class Writer:
    """Turns any text into paragraphs in one language. `replaced` tells whether a character could not be shown."""

    texts: Texts
    glyphs: frozenset[int]
    replaced: bool = field(default=False)

    def paragraph(self, text: str, style: str = "body", most: int = 600) -> Paragraph:
        shown = self.shown(text, most)
        # Paragraphs swallow repeated blanks; a name with two of them is another name.
        return Paragraph(escape(shown).replace("  ", " \N{NO-BREAK SPACE}"), STYLES[style])

    def shown(self, text: str, most: int = 600) -> str:
        shown = shortened(printable(text, lambda character: ord(character) in self.glyphs), most)
        self.replaced = self.replaced or (MISSING_GLYPH in shown and MISSING_GLYPH not in text)
        return shown


def writer(texts: Texts) -> Writer:
    """A writer with the two fonts loaded (the library keeps fonts by name, so they are loaded once). Raises ResourceMissing."""
    regular, bold = _glyphs(REGULAR, "LiberationSans-Regular.ttf"), _glyphs(BOLD, "LiberationSans-Bold.ttf")
    return Writer(texts, regular & bold)


def _glyphs(name: str, file: str) -> frozenset[int]:
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, io.BytesIO(resource(file))))
    font: Any = pdfmetrics.getFont(name)  # the stubs do not know the face of a TrueType font
    return frozenset(font.face.charToGlyph)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands around the text. `made_at` becomes the file's date: no clock of its own. `attachment`: name and bytes."""

    title: str
    author: str
    running: str
    made_at: datetime
    attachment: tuple[str, bytes] | None = None


def build(sheet: Sheet, story: Sequence[Flowable], write: Writer) -> bytes:
    """The PDF of `story` on A4 with a footer "page of pages"."""
    target = io.BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=A4,
        title=write.shown(sheet.title),
        author=write.shown(sheet.author),
        subject=write.shown(sheet.running),
        creator="Vroom assistant",
        invariant=1,  # the same report is the same file
    )
    frame = Frame(MARGIN, 20 * mm, WIDTH, A4[1] - MARGIN - 20 * mm, 0, 0, 0, 0, id="text")
    document.addPageTemplates(PageTemplate("page", [frame]))
    document.build(list(story), canvasmaker=_canvas_maker(sheet, write))
    return target.getvalue()


def _canvas_maker(sheet: Sheet, write: Writer) -> Callable[..., Canvas]:
    class NumberedCanvas(Canvas):
        """Holds the pages back until their number is known."""

        def __init__(self, *arguments: Any, **options: Any) -> None:
            # Without a first font of its own the library lists Helvetica, which is not embedded.
            super().__init__(*arguments, **{**options, "lang": write.texts.language, "initialFontName": REGULAR})
            self._held: list[dict[str, Any]] = []
            stamp = sheet.made_at.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")
            self.setDateFormatter(lambda *_parts: stamp)

        def showPage(self) -> None:  # noqa: N802 (the library's name)
            self._held.append(dict(self.__dict__))
            self._startPage()  # type: ignore[attr-defined]  # the library's way to hold a page back

        def save(self) -> None:
            for number, page in enumerate(self._held, start=1):
                self.__dict__.update(page)
                _frame_page(self, sheet, write, number, len(self._held))
                super().showPage()
            if sheet.attachment is not None:
                attach(self, *sheet.attachment)
            super().save()

    return NumberedCanvas


def _frame_page(canvas: Canvas, sheet: Sheet, write: Writer, number: int, pages: int) -> None:
    canvas.setFillColor(ACCENT)
    canvas.rect(0, A4[1] - 2 * mm, A4[0], 2 * mm, stroke=0, fill=1)
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, 15 * mm, A4[0] - MARGIN, 15 * mm)
    canvas.setFillColor(MUTED)
    canvas.setFont(REGULAR, 7.5)
    canvas.drawString(MARGIN, 10.5 * mm, write.shown(sheet.running, 110))
    counted = write.texts.render(msg("certificate.page-of", page=number, pages=pages))
    canvas.drawRightString(A4[0] - MARGIN, 10.5 * mm, counted)


def attach(canvas: Canvas, name: str, content: bytes) -> None:
    """Put a file inside the PDF (ISO 32000-1, 7.11.4), where `pdfdetach` and PDF readers find it. `name`: ASCII."""
    document: Any = canvas._doc  # type: ignore[attr-defined]  # the library has no public way to attach a file
    # No Subtype: the library writes the slash of a media type unescaped, and poppler then cannot read the stream.
    kind = {"Type": PDFName("EmbeddedFile"), "Params": PDFDictionary({"Size": len(content)})}
    stream = PDFStream(PDFDictionary(kind), content)
    stream.filters = [PDFZCompress]
    files = PDFDictionary({"F": document.Reference(stream)})
    specification = PDFDictionary(
        {"Type": PDFName("Filespec"), "F": PDFString(name), "UF": PDFString(name), "EF": files}
    )
    tree = PDFDictionary({"Names": PDFArray([PDFString(name), document.Reference(specification)])})
    canvas.setCatalogEntry("Names", PDFDictionary({"EmbeddedFiles": tree}))


class StateMark(Flowable):
    """A circle with a check where all is in order, a triangle where something remains: told by shape, not by colour alone."""

    def __init__(self, in_order: bool) -> None:
        super().__init__()
        self.width = self.height = 18
        self._in_order = in_order

    def draw(self) -> None:
        self._draw_check() if self._in_order else self._draw_triangle()

    def _draw_check(self) -> None:
        canvas = self.canv
        canvas.setFillColor(OK)
        canvas.circle(9, 9, 8.5, stroke=0, fill=1)
        canvas.setStrokeColor(HexColor("#FFFFFF"))
        canvas.setLineWidth(1.8)
        canvas.setLineCap(1)
        canvas.lines([(5.2, 9, 8, 6.2), (8, 6.2, 12.8, 11.8)])

    def _draw_triangle(self) -> None:
        canvas = self.canv
        canvas.setFillColor(ATTENTION)
        path = canvas.beginPath()
        path.moveTo(9, 17)
        path.lineTo(18, 1)
        path.lineTo(0, 1)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#FFFFFF"))
        canvas.setFont(BOLD, 10)
        canvas.drawCentredString(9, 3.6, "!")


def top(write: Writer, title: str, aside: Sequence[str], sentence: str, in_order: bool) -> list[Flowable]:
    """Title left, two lines right, and below it the answer as a sentence in large type."""
    right = [write.paragraph(line, "right") for line in aside]
    heading = Table([[write.paragraph(title, "title"), right]], colWidths=[WIDTH * 0.6, WIDTH * 0.4])
    flush = ("RIGHTPADDING", *ALL, 0)
    heading.setStyle(table_style(flush, ("VALIGN", *ALL, "BOTTOM"), ("BOTTOMPADDING", *ALL, 10)))
    answer = Table([[StateMark(in_order), write.paragraph(sentence, "sentence")]], colWidths=[36, WIDTH - 36])
    padding = [(f"{side}PADDING", *ALL, 10) for side in ("LEFT", "TOP", "BOTTOM")]
    answer.setStyle(table_style(("BACKGROUND", *ALL, SHADE), ("VALIGN", *ALL, "MIDDLE"), *padding))
    answer.spaceAfter = 10
    return [heading, answer]


ALL = ((0, 0), (-1, -1))  # every cell of a table


def table_style(*commands: tuple[Any, ...]) -> TableStyle:
    """No lines and little room, then `commands`. The font is named because tables otherwise ask for one not embedded."""
    bare: list[tuple[Any, ...]] = [
        ("FONT", *ALL, REGULAR, 9),
        ("LEFTPADDING", *ALL, 0),
        ("RIGHTPADDING", *ALL, 8),
        ("TOPPADDING", *ALL, 2),
        ("BOTTOMPADDING", *ALL, 2),
        ("VALIGN", *ALL, "TOP"),
    ]
    return TableStyle([*bare, *commands])


def section(write: Writer, title: str, *content: Flowable) -> list[Flowable]:
    """A heading with what follows; never left alone at the foot of a page."""
    return [CondPageBreak(90), write.paragraph(title, "section"), *content]


def facts(write: Writer, rows: Sequence[tuple[str, str]], style: str = "body") -> Table:
    """Labels left, what they stand for right."""
    cells = [[write.paragraph(label, "muted"), write.paragraph(value, style)] for label, value in rows]
    table = Table(cells, colWidths=[108, WIDTH - 108])
    table.setStyle(table_style())
    return table


def listing(write: Writer, heads: Sequence[str], rows: Sequence[Sequence[Any]], widths: Sequence[float]) -> Table:
    """A table whose head is repeated on every page; cells are texts or flowables."""
    cells = [[write.paragraph(head, "head") for head in heads]]
    cells += [[write.paragraph(cell, most=300) if isinstance(cell, str) else cell for cell in row] for row in rows]
    scale = WIDTH / sum(widths)
    table = Table(cells, colWidths=[width * scale for width in widths], repeatRows=1)
    lines = [("LINEBELOW", (0, 0), (-1, 0), 0.8, MUTED), ("LINEBELOW", (0, 1), (-1, -1), 0.4, LINE)]
    table.setStyle(table_style(*lines, ("TOPPADDING", *ALL, 3.5), ("BOTTOMPADDING", *ALL, 4)))
    return table
