"""Books as xlsx, ods, csv, tsv, json, jsonl, xml, sql, sqlite and as papers."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import tempfile
from pathlib import Path
from random import Random
from typing import Literal
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.detection.unseen.paper import (
    Block,
    Book,
    Bullets,
    Heading,
    Pairs,
    Paper,
    Properties,
    Row,
    Sheet,
    Table,
    Text,
)
from benchmarks.detection.unseen.writers.office import as_ods
from benchmarks.detection.unseen.writers.packages import with_properties
from benchmarks.detection.unseen.writers.plain import shown

DAYS = ("%d-%m-%Y", "%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y", "%Y%m%d")


def as_paper(book: Book) -> Paper:
    blocks: list[Block] = []
    for sheet in book.sheets:
        blocks += [
            Heading(sheet.title, 2),
            *map(Text, sheet.above),
            Table(sheet.header, sheet.rows),
            *map(Text, sheet.below),
        ]
    return Paper(name=book.name, blocks=blocks)


def as_book(paper: Paper) -> Book:
    """One sheet laid out as the page is."""
    rows: list[Row] = [[paper.header]] if paper.header else []
    for block in paper.blocks:
        match block:
            case Heading() | Text():
                rows += [[line] for line in block.text.split("\n")]
            case Bullets():
                rows += [[None, item] for item in block.items]
            case Pairs():
                rows += [[name, value] for name, value in block.pairs]
            case Table():
                rows += [list(block.header), *block.rows]
        rows.append([])
    return Book(name=paper.name, sheets=[Sheet(title=paper.name or "Blad1", header=[], rows=rows)])


def as_xlsx(book: Book, rng: Random, properties: Properties) -> bytes:
    workbook = Workbook()
    first = workbook.active
    assert isinstance(first, Worksheet)
    left, bold = rng.choice((0, 0, 0, 1)), rng.random() < 0.6
    for number, sheet in enumerate(book.sheets):
        page = first if number == 0 else workbook.create_sheet()
        page.title = re.sub(r"[\[\]:*?/\\]", " ", sheet.title)[:31]
        _fill(page, sheet, left, bold, book.sideways, blank_line=rng.random() < 0.5)
        if sheet.hidden and number:
            page.sheet_state = rng.choice(("hidden", "veryHidden"))
    workbook.properties.creator = properties.author
    workbook.properties.lastModifiedBy = properties.author
    target = io.BytesIO()
    workbook.save(target)
    return with_properties(target.getvalue(), properties)


def _fill(page: Worksheet, sheet: Sheet, left: int, bold: bool, sideways: bool, *, blank_line: bool) -> None:
    row = 1
    for line in sheet.above:
        page.cell(row, 1 + left, line)
        row += 1
    if sheet.above and bold:
        page.merge_cells(start_row=1, start_column=1 + left, end_row=1, end_column=left + max(2, len(sheet.header)))
    row += blank_line and bool(sheet.above)
    grid: list[Row] = [list(sheet.header), *sheet.rows]
    if sideways:
        grid = [list(column) for column in zip(*grid, strict=True)]
    for offset, cells in enumerate(grid):
        for column, value in enumerate(cells, 1 + left):
            cell = page.cell(row + offset, column, value)
            if bold and offset == 0:
                cell.font = Font(bold=True)
    for offset, line in enumerate(sheet.below, len(grid) + 1):
        page.cell(row + offset, 1 + left, line)


def ods(book: Book, rng: Random, properties: Properties) -> bytes:
    day = rng.choice(DAYS[:3])
    sheets = []
    for sheet in book.sheets:
        rows = [[line] for line in sheet.above] + [sheet.header]
        rows += [[shown(cell, day) for cell in row] for row in sheet.rows] + [[line] for line in sheet.below]
        sheets.append((sheet.title, rows))
    return as_ods(sheets, properties)


def as_csv(book: Book, rng: Random, separator: str | None = None) -> bytes:
    sheet, day = book.sheets[0], rng.choice(DAYS)
    target = io.StringIO()
    separator = separator or rng.choice(";;;,|")
    quoting: Literal[0, 1] = csv.QUOTE_ALL if rng.random() < 0.35 else csv.QUOTE_MINIMAL
    writer = csv.writer(target, delimiter=separator, quoting=quoting, lineterminator=rng.choice(("\n", "\r\n")))
    if rng.random() < 0.3:
        writer.writerows([line] for line in sheet.above)
    writer.writerow(sheet.header)
    writer.writerows([shown(cell, day) for cell in row] for row in sheet.rows)
    return target.getvalue().encode(rng.choice(("utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16")), "replace")


def as_tsv(book: Book, rng: Random) -> bytes:
    return as_csv(book, rng, "\t")


def _records(book: Book, rng: Random) -> list[dict[str, object]]:
    sheet, day = book.sheets[0], rng.choice(("%Y-%m-%d", "%d-%m-%Y"))
    return [
        {
            name: cell if isinstance(cell, int | float) else shown(cell, day)
            for name, cell in zip(sheet.header, row, strict=True)
        }
        for row in sheet.rows
    ]


def as_json(book: Book, rng: Random) -> bytes:
    records: object = _records(book, rng)
    if rng.random() < 0.5:
        records = {rng.choice(("data", "results", "items", "value")): records, "count": len(book.sheets[0].rows)}
    return json.dumps(records, ensure_ascii=rng.random() < 0.3, indent=rng.choice((None, 2))).encode()


def as_jsonl(book: Book, rng: Random) -> bytes:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in _records(book, rng)).encode()


def _word(text: str) -> str:
    return re.sub(r"\W+", "_", text).strip("_") or "kolom"


def as_xml(book: Book, rng: Random) -> bytes:
    outer, inner = rng.choice((("Records", "Record"), ("export", "regel"), ("ns:Set", "ns:Item"), ("rows", "row")))
    names = ' xmlns:ns="urn:export:v2"' if ":" in outer else ""
    body = "\n".join(
        f"  <{inner}>{''.join(f'<{_tag(name)}>{escape(str(cell))}</{_tag(name)}>' for name, cell in record.items())}</{inner}>"
        for record in _records(book, rng)
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{outer}{names}>\n{body}\n</{outer}>\n'.encode()


def _tag(name: str) -> str:
    word = _word(name)
    return word if word[0].isalpha() else f"v{word}"


def as_sql(book: Book, rng: Random) -> bytes:
    sheet, day = book.sheets[0], "%Y-%m-%d"
    table = _word(sheet.title).lower()
    columns = ", ".join(_word(name).lower() for name in sheet.header)
    lines = [f"-- dump {table}"]
    for row in sheet.rows:
        values = ", ".join(
            str(cell) if isinstance(cell, int | float) else "'" + shown(cell, day).replace("'", "''") + "'"
            for cell in row
        )
        lines.append(f"INSERT INTO {table} ({columns}) VALUES ({values});")
    return "\n".join(lines).encode()


def as_sqlite(book: Book, _: Random) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.db"
        connection = sqlite3.connect(path)
        for sheet in book.sheets:
            columns = ", ".join(f'"{name}"' for name in dict.fromkeys(sheet.header))
            connection.execute(f'CREATE TABLE "{sheet.title}" ({columns})')
            marks = ", ".join("?" * len(sheet.header))
            rows = [
                [cell if isinstance(cell, int | float) else shown(cell, "%Y-%m-%d") for cell in row]
                for row in sheet.rows
            ]
            connection.executemany(f'INSERT INTO "{sheet.title}" VALUES ({marks})', rows)
        connection.commit()
        connection.close()
        return path.read_bytes()
