"""Formats that are text: delimited tables, JSON, XML, HTML, SQL, RTF, calendar and address cards."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape

from benchmarks.detection.corpus.blocks import Block, Cell, Grid, Heading, Row, text_of


def delimited(rows: Sequence[Row], *, delimiter: str = ";", encoding: str = "utf-8", quoted: bool = False) -> bytes:
    target = io.StringIO()
    writer = csv.writer(
        target, delimiter=delimiter, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL, lineterminator="\r\n"
    )
    writer.writerows([text_of(cell) for cell in row] for row in rows)
    return target.getvalue().encode(encoding, "replace")


def json_of(value: object, *, indent: int | None = 2) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=indent, default=_plain).encode()


def json_lines(values: Sequence[object]) -> bytes:
    return b"".join(json_of(value, indent=None) + b"\n" for value in values)


def records(rows: Sequence[Row]) -> list[dict[str, Cell]]:
    """Rows under a header as objects."""
    header = [text_of(cell) for cell in rows[0]]
    return [dict(zip(header, row, strict=False)) for row in rows[1:]]


def _plain(value: object) -> object:
    assert isinstance(value, date)
    return value.isoformat()


def xml_of(rows: Sequence[Row], *, root: str, item: str) -> bytes:
    lines = [f'<?xml version="1.0" encoding="UTF-8"?>\n<{root}>']
    for record in records(rows):
        fields = "".join(f"<{tag(name)}>{escape(_iso(value))}</{tag(name)}>" for name, value in record.items())
        lines.append(f"  <{item}>{fields}</{item}>")
    return "\n".join([*lines, f"</{root}>\n"]).encode()


def tag(text: str) -> str:
    return "".join(sign if sign.isalnum() and sign.isascii() else "_" for sign in text) or "veld"


def _iso(value: Cell) -> str:
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)


def sql_of(rows: Sequence[Row], *, table: str, dialect: str = "postgres") -> bytes:
    """A dump: the table and its rows, as statements of their own or as one."""
    names = [tag(text_of(cell)).lower() for cell in rows[0]]
    columns = ",\n".join(
        f"  {name} {'varchar(80)' if place else 'varchar(20) NOT NULL'}" for place, name in enumerate(names)
    )
    head = f"-- dump\nDROP TABLE IF EXISTS {table};\nCREATE TABLE {table} (\n{columns}\n);\n"
    values = ["(" + ", ".join(_sql(cell) for cell in row) + ")" for row in rows[1:]]
    if dialect == "mysql":
        return f"{head}INSERT INTO `{table}` VALUES {','.join(values)};\n".encode()
    if dialect == "copy":
        lines = "\n".join("\t".join(_iso(cell) or "\\N" for cell in row) for row in rows[1:])
        return f"{head}COPY {table} ({', '.join(names)}) FROM stdin;\n{lines}\n\\.\n".encode()
    return (head + "".join(f"INSERT INTO {table} ({', '.join(names)}) VALUES {value};\n" for value in values)).encode()


def _sql(cell: Cell) -> str:
    if cell is None or cell == "":
        return "NULL"
    return str(cell) if isinstance(cell, (int, float)) else "'" + _iso(cell).replace("'", "''") + "'"


def html_of(blocks: Sequence[Block], *, title: str = "") -> bytes:
    parts = [
        f'<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8"><title>{escape(title)}</title></head><body>'
    ]
    for block in blocks:
        if isinstance(block, Heading):
            parts.append(f"<h{block.level}>{escape(block.text)}</h{block.level}>")
        elif isinstance(block, Grid):
            head, *rows = block.rows
            parts.append("<table><tr>" + "".join(f"<th>{escape(text_of(cell))}</th>" for cell in head) + "</tr>")
            parts += ["<tr>" + "".join(f"<td>{escape(text_of(cell))}</td>" for cell in row) + "</tr>" for row in rows]
            parts.append("</table>")
        else:
            parts.append("<p>" + "<br>".join(map(escape, block.split("\n"))) + "</p>")
    return "\n".join([*parts, "</body></html>\n"]).encode()


def text_document(blocks: Sequence[Block], *, encoding: str = "utf-8") -> bytes:
    parts = []
    for block in blocks:
        if isinstance(block, Heading):
            parts.append(block.text.upper() if block.level == 1 else block.text)
        elif isinstance(block, Grid):
            widths = [
                max(len(text_of(row[place])) if place < len(row) else 0 for row in block.rows)
                for place in range(len(block.rows[0]))
            ]
            parts.append(
                "\n".join(
                    "  ".join(text_of(cell).ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()
                    for row in block.rows
                )
            )
        else:
            parts.append(block)
    return ("\n\n".join(parts) + "\n").encode(encoding, "replace")


def markdown(blocks: Sequence[Block]) -> bytes:
    parts = []
    for block in blocks:
        if isinstance(block, Heading):
            parts.append("#" * block.level + " " + block.text)
        elif isinstance(block, Grid):
            head, *rows = [[text_of(cell) for cell in row] for row in block.rows]
            lines = ["| " + " | ".join(cells) + " |" for cells in (head, ["---"] * len(head), *rows)]
            parts.append("\n".join(lines))
        else:
            parts.append(block.replace("\n", "  \n"))
    return ("\n\n".join(parts) + "\n").encode()


def rtf_of(blocks: Sequence[Block]) -> bytes:
    parts = ["{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Calibri;}}{\\info{\\title }}\\f0\\fs22"]
    for block in blocks:
        if isinstance(block, Heading):
            parts.append("{\\b\\fs32 " + _rtf(block.text) + "}\\par")
        elif isinstance(block, Grid):
            for row in block.rows:
                ends = "".join(f"\\cellx{2000 * (place + 1)}" for place in range(len(row)))
                parts.append(
                    "\\trowd" + ends + "".join(f"\\intbl {_rtf(text_of(cell))}\\cell" for cell in row) + "\\row"
                )
            parts.append("\\pard")
        else:
            parts.append("\\pard " + _rtf(block).replace("\n", "\\line ") + "\\par")
    return ("\n".join(parts) + "}").encode("ascii")


def western(text: str) -> str:
    """Letters that Western fonts and code pages lack without their marks, as many programs print them."""
    stripped = text.translate({ord("ı"): "i", ord("ł"): "l", ord("Ł"): "L"})
    return "".join(sign if _fits(sign) else unicodedata.normalize("NFKD", sign)[0] for sign in stripped)


def _fits(sign: str) -> bool:
    return ord(sign) < 256 or sign in "€–—‘’“”…•"


def _rtf(text: str) -> str:
    """cp1252 as hexadecimal, all else as a number with a stand-in."""
    out = []
    for sign in text:
        if sign in "\\{}":
            out.append("\\" + sign)
        elif ord(sign) < 128:
            out.append(sign)
        else:
            byte = sign.encode("cp1252", "ignore")
            out.append(f"\\'{byte[0]:02x}" if byte else f"\\u{ord(sign)}?")
    return "".join(out)
