"""Databases and dumps: sqlite, sql, json, jsonl, xml."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from .parts import Cell, Row


def _plain(cell: Cell) -> str | int | float | None:
    return cell.isoformat() if isinstance(cell, date) else cell


def sqlite(tables: Sequence[tuple[str, Sequence[str], Sequence[Row]]]) -> bytes:
    """A database of tables: name, columns, rows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "data.db"
        database = sqlite3.connect(path)
        try:
            for name, columns, rows in tables:
                database.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
                marks = ",".join("?" * len(columns))
                database.executemany(f"INSERT INTO {name} VALUES ({marks})", [[_plain(c) for c in r] for r in rows])
            database.commit()
        finally:
            database.close()
        return path.read_bytes()


def _literal(cell: Cell) -> str:
    value = _plain(cell)
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int | float) else "'" + value.replace("'", "''") + "'"


def sql(tables: Sequence[tuple[str, Sequence[str], Sequence[Row]]]) -> bytes:
    lines = ["-- Dump van database", "SET NAMES utf8mb4;", ""]
    for name, columns, rows in tables:
        lines.append(f"CREATE TABLE `{name}` ({', '.join(f'`{c}` varchar(120)' for c in columns)});")
        for start in range(0, len(rows), 50):
            values = ",\n".join("(" + ", ".join(_literal(c) for c in row) + ")" for row in rows[start : start + 50])
            lines.append(f"INSERT INTO `{name}` VALUES\n{values};")
    return "\n".join(lines).encode()


def json_rows(columns: Sequence[str], rows: Sequence[Row], wrap: str = "") -> bytes:
    items = [dict(zip(columns, map(_plain, row), strict=True)) for row in rows]
    return json.dumps({wrap: items, "count": len(items)} if wrap else items, ensure_ascii=False, indent=1).encode()


def jsonl(columns: Sequence[str], rows: Sequence[Row]) -> bytes:
    return "".join(
        json.dumps(dict(zip(columns, map(_plain, row), strict=True)), ensure_ascii=False) + "\n" for row in rows
    ).encode()


def xml(root: str, item: str, columns: Sequence[str], rows: Sequence[Row], attributes: str = "") -> bytes:
    body = "".join(
        f"  <{item}>\n"
        + "".join(
            f"    <{c}>{escape(str(_plain(v)))}</{c}>\n" for c, v in zip(columns, row, strict=True) if v is not None
        )
        + f"  </{item}>\n"
        for row in rows
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root}{attributes}>\n{body}</{root}>\n'.encode()
