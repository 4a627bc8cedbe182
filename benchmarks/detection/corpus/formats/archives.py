"""Archives and databases."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sqlite3
import tarfile
from collections.abc import Mapping, Sequence

from benchmarks.detection.corpus.blocks import Cell, Row, text_of
from benchmarks.detection.corpus.formats.package import zipped
from benchmarks.detection.corpus.formats.plain import tag

STAMP = 1_772_442_000  # 2026-03-02 in seconds since 1970


def archive(suffix: str, members: Mapping[str, bytes]) -> bytes:
    """`suffix`: zip, tar, tgz, 7z; or gz, bz2, xz of the only member."""
    if suffix == "zip":
        return zipped(members)
    if suffix == "7z":
        return _seven(members)
    if suffix in ("tar", "tgz"):
        packed = _tar(members)
        return gzip.compress(packed, mtime=STAMP) if suffix == "tgz" else packed
    (content,) = members.values()
    if suffix == "gz":
        return gzip.compress(content, mtime=STAMP)
    return bz2.compress(content) if suffix == "bz2" else lzma.compress(content)


def _tar(members: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as packed:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size, entry.mtime = len(content), STAMP
            packed.addfile(entry, io.BytesIO(content))
    return target.getvalue()


def _seven(members: Mapping[str, bytes]) -> bytes:
    import py7zr  # slow to import: few files are of this format

    target = io.BytesIO()
    with py7zr.SevenZipFile(target, "w") as packed:
        for name, content in members.items():
            packed.writef(io.BytesIO(content), name)
        for entry in packed.header.files_info.files:  # it writes the moment; the header goes out on closing
            for kind in ("creationtime", "lastwritetime", "lastaccesstime"):
                entry[kind] = py7zr.helpers.ArchiveTimestamp.from_datetime(STAMP)
    return target.getvalue()


def sqlite_of(tables: Mapping[str, Sequence[Row]]) -> bytes:
    """A database with one table a name; the first row holds the names of the columns."""
    connection = sqlite3.connect(":memory:")
    try:
        for name, (header, *rows) in tables.items():
            columns = ", ".join(f'"{tag(text_of(cell)).lower()}"' for cell in header)
            connection.execute(f'CREATE TABLE "{name}" ({columns})')
            marks = ", ".join("?" * len(header))
            connection.executemany(
                f'INSERT INTO "{name}" VALUES ({marks})', [[_stored(cell) for cell in row] for row in rows]
            )
        connection.commit()
        return bytes(connection.serialize())
    finally:
        connection.close()


def _stored(cell: Cell) -> str | int | float | None:
    return cell if cell is None or isinstance(cell, (str, int, float)) else cell.isoformat()
