"""Reads one document with everything in it: finds the format of each part and gives it to its reader."""

from __future__ import annotations

import csv
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from xml.parsers import expat

from app.detect.judging.evidence import Evidence
from app.detect.reading.budget import Budget
from app.detect.reading.formats import HEAD_BYTES, PUBLISHED, Format, format_of
from app.detect.reading.unread import LimitReachedError, Unread, UnreadableError

# What the readers and the libraries below them raise at a document that is not what it says it is. The libraries promise
# no error of their own for that, so this is long; MemoryError and LimitReachedError are not in it.
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
    expat.ExpatError,
    lzma.LZMAError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A document, or a document in it. `open` gives a fresh stream each time; `depth` 0 is the file itself."""

    name: str
    open: Callable[[], io.BufferedIOBase]
    depth: int = 0
    size_bytes: int | None = None

    def content(self, budget: Budget) -> bytes:
        """All of it, for readers that need to jump about. Raises LimitReachedError before the memory is gone."""
        if self.size_bytes is not None and self.size_bytes > budget.limits.read_bytes:
            raise LimitReachedError
        with self.open() as stream:
            return stream.read()


class Reader(Protocol):
    def __call__(self, part: Part, reading: Reading) -> None: ...


class Reading:
    """One document being read. A part that cannot be read is noted and the rest is read; a limit ends the whole."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.budget = evidence.budget

    def read(self, part: Part) -> None:
        self.budget.check_depth(part.depth)
        if part.depth > 0:
            self.evidence.name(part.name)
        try:
            self._read(part)
        except UnreadableError as error:
            self.evidence.cannot_read(error.why)
        except SPOILED:
            self.evidence.cannot_read(Unread.CORRUPT)
        self.evidence.flush()

    def _read(self, part: Part) -> None:
        with part.open() as stream:
            found = format_of(stream.read(HEAD_BYTES))
        if part.depth == 0:
            self.evidence.is_published_format = found in PUBLISHED
        if found is Format.PICTURE:
            raise UnreadableError(Unread.PICTURE)
        if found is Format.UNKNOWN:
            raise UnreadableError(Unread.UNSUPPORTED)
        if found not in (Format.EMPTY, Format.NOTHING_TO_READ):
            _reader(found)(part, self)


def of_bytes(name: str, content: bytes, depth: int) -> Part:
    """A part that is in memory already."""
    return Part(name=name, open=lambda: io.BytesIO(content), depth=depth, size_bytes=len(content))


def _reader(found: Format) -> Reader:
    """The reader of a format, imported when the first document of that format comes: a worker starts without them."""
    if found in (Format.TEXT, Format.TABLE, Format.JSON):
        from app.detect.reading.readers import text

        return {Format.TEXT: text.read_text, Format.TABLE: text.read_table, Format.JSON: text.read_json}[found]
    if found in (Format.XML, Format.HTML):
        from app.detect.reading.readers import markup

        return markup.read_xml if found is Format.XML else markup.read_html
    if found is Format.MAIL:
        from app.detect.reading.readers import mail

        return mail.read_mail
    if found is Format.RTF:
        from app.detect.reading.readers import rtf

        return rtf.read_rtf
    if found is Format.PDF:
        from app.detect.reading.readers import pdf

        return pdf.read_pdf
    if found is Format.OLE:
        from app.detect.reading.readers import ole

        return ole.read_ole
    from app.detect.reading.readers import archive

    return archive.read_zip if found is Format.ZIP else archive.read_packed
