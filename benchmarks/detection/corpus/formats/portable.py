"""PDF by reportlab, the same bytes every time; with custom entries in the document information."""

from __future__ import annotations

import io
from collections.abc import Sequence
from xml.sax.saxutils import escape

from reportlab.lib import colors, pagesizes
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen import canvas
from reportlab.platypus import Flowable, LongTable, Paragraph, SimpleDocTemplate, Spacer, TableStyle

from benchmarks.detection.corpus.blocks import NO_PROPERTIES, Block, Grid, Heading, Properties, text_of
from benchmarks.detection.corpus.formats.plain import western


def pdf_of(blocks: Sequence[Block], properties: Properties = NO_PROPERTIES, *, password: str | None = None) -> bytes:
    target = io.BytesIO()
    document = SimpleDocTemplate(
        target, pagesize=pagesizes.A4, invariant=1, author=properties.author, title=properties.title, encrypt=password
    )
    document.subject = properties.company
    styles = getSampleStyleSheet()
    story: list[Flowable] = []
    for block in blocks:
        if isinstance(block, Heading):
            story.append(Paragraph(escape(western(block.text)), styles[f"Heading{block.level}"]))
        elif isinstance(block, Grid):
            story.append(_table(block))
        else:
            story += [Paragraph(escape(western(block)).replace("\n", "<br/>"), styles["BodyText"]), Spacer(1, 6)]
    document.build(story)
    return target.getvalue()


def _table(grid: Grid) -> LongTable:
    width = max(map(len, grid.rows))
    rows = [[western(text_of(cell)) for cell in row] + [""] * (width - len(row)) for row in grid.rows]
    table = LongTable(rows)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.4, colors.grey), ("FONTSIZE", (0, 0), (-1, -1), 7)]))
    return table


def pdf_lines(lines: Sequence[tuple[float, float, str]], properties: Properties = NO_PROPERTIES) -> bytes:
    """One page with texts at places (points from the lower left corner), as programs of payroll offices print them."""
    target = io.BytesIO()
    page = canvas.Canvas(target, pagesize=pagesizes.A4, invariant=1)
    page.setAuthor(properties.author)
    page.setTitle(properties.title)
    page.setFont("Helvetica", 9)
    for x, y, text in lines:
        page.drawString(x, y, western(text))
    page.showPage()
    page.save()
    return target.getvalue()
