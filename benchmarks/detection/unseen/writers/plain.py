"""Papers as text: txt, md, html, rtf."""

from __future__ import annotations

from datetime import date, datetime
from html import escape
from random import Random

from benchmarks.detection.unseen.paper import Block, Bullets, Cell, Heading, Pairs, Paper, Table, Text


def shown(cell: Cell, day: str = "%d-%m-%Y") -> str:
    match cell:
        case None:
            return ""
        case datetime():
            return cell.strftime(f"{day} %H:%M")
        case date():
            return cell.strftime(day)
        case float():
            return f"{cell:.2f}".replace(".", ",")
    return str(cell)


def as_text(paper: Paper, rng: Random) -> bytes:
    underline, ruler = rng.choice("=-~"), rng.choice((" : ", ": ", "\t"))
    lines = [paper.header, ""] if paper.header else []
    for block in paper.blocks:
        lines += [*_text_lines(block, underline, ruler), ""]
    lines += [paper.footer] if paper.footer else []
    lines += paper.notes
    text = rng.choice(("\n", "\r\n")).join(lines)
    return text.encode(rng.choice(("utf-8", "utf-8", "utf-8-sig", "cp1252")), "replace")


def _text_lines(block: Block, underline: str, ruler: str) -> list[str]:
    match block:
        case Heading():
            return [block.text, underline * len(block.text)] if block.level == 1 else [block.text.upper()]
        case Text():
            return block.text.split("\n")
        case Bullets():
            return [f"{f'{number}.' if block.numbered else '-'} {item}" for number, item in enumerate(block.items, 1)]
        case Pairs():
            width = max((len(name) for name, _ in block.pairs), default=0)
            return [f"{name.ljust(width)}{ruler}{value}" for name, value in block.pairs]
        case Table():
            rows = [block.header, *([shown(cell) for cell in row] for row in block.rows)]
            widths = [max(len(row[column]) for row in rows) for column in range(len(block.header))]
            return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]


def as_markdown(paper: Paper, _: Random) -> bytes:
    parts = [paper.header] if paper.header else []
    for block in paper.blocks:
        match block:
            case Heading():
                parts.append(f"{'#' * block.level} {block.text}")
            case Text():
                parts.append(block.text.replace("\n", "  \n"))
            case Bullets():
                parts.append("\n".join(f"{'1.' if block.numbered else '*'} {item}" for item in block.items))
            case Pairs():
                parts.append("\n".join(f"**{name}:** {value}  " for name, value in block.pairs))
            case Table():
                rows = [
                    block.header,
                    ["---"] * len(block.header),
                    *([shown(cell) for cell in row] for row in block.rows),
                ]
                parts.append("\n".join(f"| {' | '.join(row)} |" for row in rows))
    return "\n\n".join([*parts, *([paper.footer] if paper.footer else [])]).encode()


def html_of(blocks: list[Block]) -> str:
    parts = []
    for block in blocks:
        match block:
            case Heading():
                parts.append(f"<h{block.level}>{escape(block.text)}</h{block.level}>")
            case Text():
                parts.append(f"<p>{escape(block.text)}</p>".replace("\n", "<br>"))
            case Bullets():
                tag = "ol" if block.numbered else "ul"
                parts.append(f"<{tag}>{''.join(f'<li>{escape(item)}</li>' for item in block.items)}</{tag}>")
            case Pairs():
                rows = (f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in block.pairs)
                parts.append(f"<dl>{''.join(rows)}</dl>")
            case Table():
                head = "".join(f"<th>{escape(name)}</th>" for name in block.header)
                body = "\n".join(
                    f"<tr>{''.join(f'<td>{escape(shown(cell))}</td>' for cell in row)}</tr>" for row in block.rows
                )
                parts.append(f"<table><tr>{head}</tr>\n{body}</table>")
    return "\n".join(parts)


def as_html(paper: Paper, rng: Random) -> bytes:
    style = rng.choice(("", "<style>body{font-family:Calibri} td{padding:2px 8px}</style>"))
    return (
        f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>{escape(paper.name)}</title>{style}</head><body>'
        f"<div>{escape(paper.header)}</div>\n{html_of(paper.blocks)}\n<footer>{escape(paper.footer)}</footer></body></html>"
    ).encode()


def as_rtf(paper: Paper, rng: Random) -> bytes:
    font = rng.choice(("Arial", "Times New Roman", "Calibri"))
    lines = [f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{{\\fonttbl{{\\f0 {font};}}}}\\fs22"]
    if paper.header:
        lines.append(f"{{\\header {_rtf(paper.header)}\\par}}")
    for block in paper.blocks:
        match block:
            case Heading():
                lines.append(f"{{\\b\\fs28 {_rtf(block.text)}}}\\par")
            case Text():
                lines.append(_rtf(block.text) + "\\par")
            case Bullets():
                lines += [f"\\bullet  {_rtf(item)}\\par" for item in block.items]
            case Pairs():
                lines += [f"{_rtf(name)}:\\tab {_rtf(value)}\\par" for name, value in block.pairs]
            case Table():
                for row in [block.header, *([shown(cell) for cell in row] for row in block.rows)]:
                    edges = "".join(f"\\cellx{1500 * number}" for number in range(1, len(row) + 1))
                    cells = "".join(f"{_rtf(cell)}\\cell " for cell in row)
                    lines.append(f"\\trowd{edges}\\intbl {cells}\\row")
        lines.append("\\par")
    return ("\n".join([*lines, _rtf(paper.footer), "}"])).encode("ascii")


def _rtf(text: str) -> str:
    signs = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}").replace("\n", "\\line ")
    return "".join(sign if ord(sign) < 128 else f"\\u{ord(sign)}?" for sign in signs)
