"""Databases as files: SQLite and dBase by their tables; others are said to be unread."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing

import pytest

from tests import samples
from tests.detect.reading.observed import read


def database(*statements: str, rows: tuple[tuple[object, ...], ...] = (("Bos", "Delft", None),)) -> bytes:
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute("CREATE TABLE medewerker (naam TEXT, plaats TEXT, bijlage BLOB)")
        made.executemany("INSERT INTO medewerker VALUES (?, ?, ?)", rows)
        for statement in statements:
            made.execute(statement)
        made.commit()
        return bytes(made.serialize())


def test_tables_are_read_by_their_columns() -> None:
    seen = read(database("CREATE TABLE plaats (naam, inwoners)", "INSERT INTO plaats VALUES ('Gouda', 71000)"))
    assert seen.table_with("bijlage") == [["naam", "plaats", "bijlage"], ["Bos", "Delft", ""]]
    assert seen.table_with("inwoners") == [["naam", "inwoners"], ["Gouda", "71000"]]
    assert {"medewerker", "plaats"} <= set(seen.names)
    assert seen.why == set()


def test_documents_in_a_database_are_read_and_keys_are_no_documents() -> None:
    inside = samples.zip_of([("cv.txt", b"van Pietersen")])
    seen = read(database(rows=(("Bos", "Delft", inside), ("Mol", "Gouda", bytes(range(32))))))
    assert "van Pietersen" in seen.whole
    assert seen.why == set()


def test_a_database_with_a_log_beside_it_is_read_without_the_log() -> None:
    content = bytearray(database())
    content[18:20] = b"\x02\x02"
    assert ["Bos", "Delft", ""] in read(bytes(content)).only_table


def test_nothing_that_the_database_defines_is_run() -> None:
    seen = read(
        database(
            "CREATE VIEW v AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
            "CREATE TABLE g (a, b GENERATED ALWAYS AS (upper(a)), c GENERATED ALWAYS AS (zeroblob(900000000)) VIRTUAL)",
            "INSERT INTO g (a) VALUES ('klein')",
            "CREATE VIRTUAL TABLE zoek USING fts5(tekst)",
            "INSERT INTO zoek VALUES ('de tekst van Pietersen')",
        )
    )
    assert ["klein"] in seen.table_with("a")
    assert "Pietersen" in seen.whole
    assert seen.why == set()


def test_names_that_are_no_names_are_quoted() -> None:
    seen = read(database('CREATE TABLE "x""; DROP TABLE medewerker; --" ("naam ""n""", "select")'))
    assert ["Bos", "Delft", ""] in seen.table_with("bijlage")


def test_a_database_that_was_cut_is_corrupt_and_its_start_counts() -> None:
    content = database("CREATE TABLE groot (x)", "INSERT INTO groot VALUES (hex(randomblob(20000)))")
    seen = read(content[:9_000])
    assert seen.why == {"corrupt"}
    assert ["Bos", "Delft", ""] in seen.table_with("bijlage")


@pytest.mark.parametrize(
    "content", [b"\x00\x01\x00\x00Standard ACE DB\x00" + bytes(300), b"PAR1" + bytes(300), b"!BDN" + bytes(300)]
)
def test_databases_nobody_reads_here_are_said_to_be_unread(content: bytes) -> None:
    assert read(content).why == {"unsupported"}


def dbase(rows: list[tuple[str, str, str]], kind: int = 3, locked: bool = False) -> bytes:
    fields = [("NAAM", "C", 20), ("GEBOREN", "D", 8), ("SALARIS", "N", 9)]
    described = b"".join(
        name.encode().ljust(11, b"\0") + form.encode() + bytes(4) + bytes([width]) + bytes(15)
        for name, form, width in fields
    )
    start, size = 32 + len(described) + 1, 1 + sum(width for _, _, width in fields)
    header = (
        struct.pack("<BBBBIHH", kind, 126, 11, 3, len(rows), start, size)
        + bytes(3)
        + bytes([locked])
        + bytes(13)
        + b"\x57"
        + bytes(2)
    )
    records = b"".join(
        mark + b"".join(cell.encode("cp1252").ljust(width) for cell, (_, _, width) in zip(row, fields, strict=True))
        for mark, row in zip([b" ", b"*"] * len(rows), rows, strict=False)
    )
    return header + described + b"\r" + records + b"\x1a"


def test_a_table_of_dbase_is_read_with_what_was_deleted() -> None:
    seen = read(dbase([("Zoë Bos", "19700201", "2400.50"), ("Mol", "19811224", "3100.00")]))
    assert seen.only_table == [
        ["NAAM", "GEBOREN", "SALARIS"],
        ["Zoë Bos", "1970-02-01", "2400.50"],
        ["Mol", "1981-12-24", "3100.00"],
    ]
    assert seen.why == set()


def test_a_locked_table_is_said_to_be_locked() -> None:
    assert read(dbase([("Bos", "19700201", "1")], locked=True)).why == {"encrypted"}
