"""Reads one document with everything in it: finds the format of each part and gives it to its reader."""

from __future__ import annotations

import csv
import email.errors
import io
import lzma
import sqlite3
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from xml.parsers import expat

from app.detect.judging.evidence import Evidence
from app.detect.reading.budget import Budget
from app.detect.reading.formats import HEAD_BYTES, PUBLISHED, Format, format_of
from app.detect.reading.readers.by_format import reader_of
from app.detect.reading.unread import Unread, UnreadableError

PIECE_BYTES = 1_000_000

# What the readers and the libraries below them raise at a document that is not what it says it is. The libraries promise
# no error of their own for that, so this is long; LimitReachedError is not in it.
SPOILED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    csv.Error,
    email.errors.MessageError,
    expat.ExpatError,
    lzma.LZMAError,
    sqlite3.Error,
    struct.error,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
)

EARLY_BYTES = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A document, or a document in it. `open` gives a fresh stream each time; `depth` 0 is the file itself."""

    name: str
    open: Callable[[], io.BufferedIOBase]
    depth: int = 0
    size_bytes: int | None = None

    def content(self, budget: Budget) -> bytes:
        """All of it, for readers that need to jump about. Raises UnreadableError before the memory is gone."""
        budget.check_memory(self.size_bytes or 0)
        pieces: list[bytes] = []
        size = 0
        with self.open() as stream:
            # What it says of its size may be wrong, but it makes one piece of nearly everything.
            while piece := stream.read(self.size_bytes or PIECE_BYTES):
                pieces.append(piece)
                size += len(piece)
                budget.check_memory(size)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)


class Reader(Protocol):
    def __call__(self, part: Part, reading: Reading) -> None: ...


class Reading:
    """One document being read. A part that cannot be read is noted and the rest is read; a limit ends the whole."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.budget = evidence.budget

    def read(self, part: Part) -> None:
        if part.depth > 0:
            self.evidence.name(part.name)
        self.attempt(lambda: self._read(part))
        self.evidence.flush()

    def tell_early(self, part: Part) -> None:
        """What was found up to here counts whatever happens next. Of a small document the rest is found as soon."""
        if part.size_bytes is None or part.size_bytes >= EARLY_BYTES:
            self.evidence.flush()
            self.evidence.tell()

    def attempt(self, read: Callable[[], None]) -> None:
        """Read a piece that costs only itself when it is spoiled: that is noted. LimitReachedError passes."""
        try:
            read()
        except UnreadableError as error:
            self.evidence.cannot_read(error.why)
        except MemoryError:
            self.evidence.cannot_read(Unread.LIMIT)
        except SPOILED:
            self.evidence.cannot_read(Unread.CORRUPT)

    def _read(self, part: Part) -> None:
        self.budget.check_depth(part.depth)
        with part.open() as stream:
            found = format_of(stream.read(HEAD_BYTES))
        if part.depth == 0:
            self.evidence.is_published_format = found in PUBLISHED
        if found is Format.ENCRYPTED:
            raise UnreadableError(Unread.ENCRYPTED)
        if found is Format.UNKNOWN:
            raise UnreadableError(Unread.UNSUPPORTED)
        if found not in (Format.EMPTY, Format.NOTHING_TO_READ):
            reader_of(found)(part, self)


def of_bytes(name: str, content: bytes, depth: int) -> Part:
    """A part that is in memory already."""
    return Part(name=name, open=lambda: io.BytesIO(content), depth=depth, size_bytes=len(content))
