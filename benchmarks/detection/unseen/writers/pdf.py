"""Papers as pdf."""

from __future__ import annotations

import io
from html import escape
from random import Random

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle, PropertySet, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus import Table as Grid

from benchmarks.detection.unseen.paper import Block, Bullets, Heading, Pairs, Paper, Properties, Table, Text
from benchmarks.detection.unseen.writers.plain import shown


def as_pdf(paper: Paper, rng: Random, properties: Properties) -> bytes:
    font = rng.choice(("Helvetica", "Times-Roman"))
    styles = getSampleStyleSheet()
    body = ParagraphStyle("body", parent=styles["Normal"], fontName=font, fontSize=rng.choice((9, 10, 11)), leading=14)
    small = ParagraphStyle("small", parent=body, fontSize=7, leading=8)
    flow: list[Flowable] = []
    for block in paper.blocks:
        flow += _flow(block, styles[f"Heading{min(block.level, 3)}"] if isinstance(block, Heading) else body, small)
        flow.append(Spacer(1, 7))
    if paper.notes:
        flow += [Paragraph(escape(note), small) for note in paper.notes]

    def edges(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont(font, 8)
        canvas.drawString(50, document.pagesize[1] - 30, paper.header[:130])
        canvas.drawString(50, 24, paper.footer[:130])

    wide = any(isinstance(block, Table) and _is_wide(_texts(block)) for block in paper.blocks)
    target = io.BytesIO()
    document = SimpleDocTemplate(
        target,
        pagesize=landscape(A4) if wide else A4,
        title=paper.name,
        author=properties.author or properties.company,
        subject=properties.company,
        invariant=1,
        leftMargin=50,
        rightMargin=50,
    )
    document.build(flow, onFirstPage=edges, onLaterPages=edges)
    return target.getvalue()


def _texts(table: Table) -> list[list[str]]:
    return [table.header, *([shown(cell) for cell in row] for row in table.rows)]


def _needs(texts: list[list[str]]) -> list[int]:
    """Signs that each column asks for: values are not broken off."""
    return [min(48, max(6, *(len(row[column]) for row in texts))) for column in range(len(texts[0]))]


def _is_wide(texts: list[list[str]]) -> bool:
    return len(texts[0]) > 5 or sum(_needs(texts)) > 105


def _flow(block: Block, style: PropertySet, small: PropertySet) -> list[Flowable]:
    match block:
        case Heading() | Text():
            return [Paragraph(escape(block.text).replace("\n", "<br/>"), style)]
        case Bullets():
            marks = (f"{number}." if block.numbered else "•" for number in range(1, len(block.items) + 1))
            return [Paragraph(f"{mark} {escape(item)}", style) for mark, item in zip(marks, block.items, strict=True)]
        case Pairs():
            rows = [[Paragraph(escape(name), style), Paragraph(escape(value), style)] for name, value in block.pairs]
            return [Grid(rows, colWidths=(150, 330), hAlign="LEFT")] if rows else []
        case Table():
            texts = _texts(block)
            cells = [[Paragraph(escape(text), small) for text in row] for row in texts]
            needs = _needs(texts)
            width = 740 if _is_wide(texts) else 490
            grid = Grid(cells, colWidths=[width * need / sum(needs) for need in needs], repeatRows=1)
            grid.setStyle(
                [
                    ("GRID", (0, 0), (-1, -1), 0.3, colors.grey),
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                    ("LEFTPADDING", (0, 0), (-1, -1), 2),
                    ("RIGHTPADDING", (0, 0), (-1, -1), 1),
                ]
            )
            return [grid]
