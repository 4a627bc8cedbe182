"""Documents as plain text, markdown, html, rtf and odt."""

from __future__ import annotations

import textwrap
from xml.sax.saxutils import escape

from .parts import Block, Bullets, Document, Fields, Grid, Heading, Para
from .sheets import NAMESPACES, odf


def plain(document: Document, *, encoding: str = "utf-8", width: int = 92) -> bytes:
    lines = [document.header, ""] if document.header else []
    for block in document.blocks:
        lines += _plain_block(block, width)
    if document.footer:
        lines += ["", document.footer]
    return "\r\n".join(lines).encode(encoding, "replace")


def _plain_block(block: Block, width: int) -> list[str]:
    match block:
        case Heading(text, level):
            return ["", text.upper() if level == 0 else text, "=" * len(text) if level < 2 else "", ""]
        case Para(text, _):
            return [
                *(
                    line
                    for part in text.split("\n")
                    for line in textwrap.wrap(part, width, break_on_hyphens=False, break_long_words=False) or [""]
                ),
                "",
            ]
        case Bullets(items):
            return [f" - {item}" for item in items] + [""]
        case Grid(rows, _):
            widths = [max(len(r[i]) for r in rows if i < len(r)) + 2 for i in range(max(len(r) for r in rows))]
            return ["".join(c.ljust(w) for c, w in zip(r, widths, strict=False)).rstrip() for r in rows] + [""]
        case Fields(pairs, layout):
            if layout == "above":
                return [line for label, value in pairs for line in (label, value, "")]
            indent = max(len(label) for label, _ in pairs) + 2
            return [f"{label.ljust(indent)}: {value}" for label, value in pairs] + [""]


def markdown(document: Document) -> bytes:
    lines = [f"> {document.header}", ""] if document.header else []
    for block in document.blocks:
        match block:
            case Heading(text, level):
                lines += [f"{'#' * max(level, 1)} {text}", ""]
            case Para(text, bold):
                lines += [f"**{text}**" if bold else text, ""]
            case Bullets(items):
                lines += [f"* {item}" for item in items] + [""]
            case Grid(rows, _):
                lines += [f"| {' | '.join(r)} |" for r in rows[:1]] + ["|" + "---|" * len(rows[0])]
                lines += [f"| {' | '.join(r)} |" for r in rows[1:]] + [""]
            case Fields(pairs, _):
                lines += [f"- **{label}**: {value}" for label, value in pairs] + [""]
    return "\n".join([*lines, document.footer]).encode()


def html(document: Document) -> bytes:
    body = "".join(_html_block(block) for block in document.blocks)
    head = f'<div class="kop">{escape(document.header)}</div>' if document.header else ""
    foot = f"<footer>{escape(document.footer)}</footer>" if document.footer else ""
    title = escape(document.properties.title or "Document")
    return (
        f'<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8"><title>{title}</title>'
        "<style>body{font-family:Verdana;margin:2em} td,th{border:1px solid #999;padding:3px}</style></head>"
        f"<body>{head}{body}{foot}</body></html>"
    ).encode()


def _html_table(rows: tuple[tuple[str, ...], ...], head: bool) -> str:
    lines = []
    for i, row in enumerate(rows):
        tag = "th" if head and i == 0 else "td"
        lines.append("<tr>" + "".join(f"<{tag}>{escape(c)}</{tag}>" for c in row) + "</tr>\n")
    return "<table>" + "".join(lines) + "</table>\n"


def _html_block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"<h{max(level, 1)}>{escape(text)}</h{max(level, 1)}>\n"
        case Para(text, bold):
            inner = escape(text).replace("\n", "<br>")
            return f"<p>{f'<b>{inner}</b>' if bold else inner}</p>\n"
        case Bullets(items):
            return "<ul>" + "".join(f"<li>{escape(i)}</li>" for i in items) + "</ul>\n"
        case Grid(rows, head):
            return _html_table(rows, head)
        case Fields(pairs, "table"):
            return _html_table(pairs, False)
        case Fields(pairs, _):
            return "<dl>" + "".join(f"<dt>{escape(a)}</dt><dd>{escape(b)}</dd>" for a, b in pairs) + "</dl>\n"


def _rtf(text: str) -> str:
    out = []
    for c in text:
        if c in "\\{}":
            out.append("\\" + c)
        elif c == "\n":
            out.append("\\line ")
        elif ord(c) < 128:
            out.append(c)
        elif c.encode("cp1252", "ignore"):
            out.append(f"\\'{c.encode('cp1252')[0]:02x}")
        else:
            out.append(f"\\u{ord(c)}?")
    return "".join(out)


def rtf(document: Document) -> bytes:
    p = document.properties
    info = f"{{\\info{{\\author {_rtf(p.author)}}}{{\\company {_rtf(p.company)}}}{{\\title {_rtf(p.title)}}}}}"
    head = f"{{\\header\\pard {_rtf(document.header)}\\par}}" if document.header else ""
    foot = f"{{\\footer\\pard {_rtf(document.footer)}\\par}}" if document.footer else ""
    body = "".join(_rtf_block(block) for block in document.blocks)
    start = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Calibri;}{\\f1\\froman Cambria;}}\n"
    return (start + info + head + foot + "\\f0\\fs22\n" + body + "}").encode("ascii", "replace")


def _rtf_rows(rows: tuple[tuple[str, ...], ...]) -> str:
    out = []
    for row in rows:
        edges = "".join(f"\\cellx{2400 * (i + 1)}" for i in range(len(row)))
        out.append(f"\\trowd{edges}" + "".join(f"\\intbl {_rtf(c)}\\cell" for c in row) + "\\row\n")
    return "".join(out) + "\\pard\n"


def _rtf_block(block: Block) -> str:
    match block:
        case Heading(text, _):
            return f"\\pard\\b\\fs28 {_rtf(text)}\\b0\\fs22\\par\n"
        case Para(text, bold):
            return _rtf_para(text, bold)
        case Bullets(items):
            return "".join(f"\\pard\\'95\\tab {_rtf(i)}\\par\n" for i in items)
        case Grid(rows, _):
            return _rtf_rows(rows)
        case Fields(pairs, "table"):
            return _rtf_rows(pairs)
        case Fields(pairs, "above"):
            return "".join(f"\\pard\\i {_rtf(a)}\\i0\\par\n{_rtf(b)}\\par\n" for a, b in pairs)
        case Fields(pairs, _):
            return "".join(f"\\pard {_rtf(a)}:\\tab {_rtf(b)}\\par\n" for a, b in pairs)


def _rtf_para(text: str, bold: bool) -> str:
    inner = _rtf(text)
    return f"\\pard\\b {inner}\\b0\\par\n" if bold else f"\\pard {inner}\\par\n"


def _odt_table(rows: tuple[tuple[str, ...], ...]) -> str:
    width = max(len(r) for r in rows)
    body = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(c)}</text:p></table:table-cell>' for c in r
        )
        + "</table:table-row>"
        for r in rows
    )
    return f'<table:table><table:table-column table:number-columns-repeated="{width}"/>{body}</table:table>'


def _odt_lines(text: str) -> str:
    return "<text:p>" + escape(text).replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>") + "</text:p>"


def _odt_block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f'<text:h text:outline-level="{max(level, 1)}">{escape(text)}</text:h>'
        case Para(text, _):
            return _odt_lines(text)
        case Bullets(items):
            return (
                "<text:list>"
                + "".join(f"<text:list-item>{_odt_lines(i)}</text:list-item>" for i in items)
                + "</text:list>"
            )
        case Grid(rows, _):
            return _odt_table(rows)
        case Fields(pairs, "table"):
            return _odt_table(pairs)
        case Fields(pairs, "above"):
            return "".join(_odt_lines(a) + _odt_lines(b) for a, b in pairs)
        case Fields(pairs, _):
            return "".join(_odt_lines(f"{a}:\t{b}") for a, b in pairs)


def odt(document: Document) -> bytes:
    """Comments as annotations, deletions as tracked changes, text boxes as frames."""
    changes = "".join(
        f'<text:changed-region text:id="ct{i}"><text:deletion><office:change-info><dc:creator>Gebruiker</dc:creator>'
        f"<dc:date>2025-04-11T14:02:00</dc:date></office:change-info><text:p>{escape(t)}</text:p></text:deletion>"
        "</text:changed-region>"
        for i, t in enumerate(document.deleted)
    )
    tracked = f"<text:tracked-changes>{changes}</text:tracked-changes>" if changes else ""
    notes = "".join(
        (
            f"<text:p><office:annotation><dc:creator>Gebruiker</dc:creator><text:p>{escape(t)}"
            "</text:p></office:annotation></text:p>"
        )
        for t in document.comments
    )
    boxes = "".join(
        f"<text:p><draw:frame><draw:text-box><text:p>{escape(t)}</text:p></draw:text-box></draw:frame></text:p>"
        for t in document.boxes
    )
    body = "".join(_odt_block(b) for b in document.blocks) + "".join(_odt_lines(t) for t in document.inserted)
    content = (
        f"<office:document-content {NAMESPACES}><office:body><office:text>{tracked}{body}{notes}{boxes}"
        "</office:text></office:body></office:document-content>"
    )
    styles = (
        f'<office:document-styles {NAMESPACES}><office:master-styles><style:master-page style:name="Standard" '
        f'style:page-layout-name="pm1"><style:header>{_odt_lines(document.header)}</style:header>'
        f"<style:footer>{_odt_lines(document.footer)}</style:footer></style:master-page></office:master-styles>"
        "</office:document-styles>"
    )
    return odf("application/vnd.oasis.opendocument.text", content, document.properties, styles)
