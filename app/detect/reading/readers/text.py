"""Plain text and delimited tables, as streams: a text of any size takes the memory of a few pieces."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from typing import Literal

from app.detect.reading.document import Part, Reading
from app.detect.reading.encodings import has_binary
from app.detect.reading.formats import HEAD_BYTES, delimiter_of, encoding_of
from app.detect.reading.unread import Unread, UnreadableError

CHUNK_BYTES = 262_144
LINE_CHARS = 1_000_000
CUT_WITHIN = 1_000  # a line that is too long is cut at a separator among its last signs
ROWS = 2_000
CELL_LINES = 20
_SEPARATORS = " ,;>}\t"
_FEW_ERRORS = 16  # in one piece: a broken sign here and there, not another encoding


def read_text(part: Part, reading: Reading) -> None:
    """All of it, cut at line ends. Raises UnreadableError when the text turns out to hold something else."""
    for piece in pieces(part, reading):
        reading.evidence.text(piece)


def read_table(part: Part, reading: Reading) -> None:
    """Delimited text. Quotes that do not fit the rules of csv are read as signs like any other."""
    with part.open() as stream:
        head = stream.read(HEAD_BYTES)
    encoding = encoding_of(head)
    delimiter = delimiter_of(head.decode(encoding or "utf-8", "replace"), is_cut=len(head) == HEAD_BYTES)
    if delimiter is None:
        return read_text(part, reading)
    try:
        return _read_rows(part, reading, delimiter, csv.QUOTE_MINIMAL)
    except csv.Error:
        return _read_rows(part, reading, delimiter, csv.QUOTE_NONE)


def _read_rows(part: Part, reading: Reading, delimiter: str, quoting: Literal[0, 3]) -> None:
    """Raises csv.Error for a quote that never ends."""
    table = reading.evidence.open_table()
    batch: list[list[str]] = []
    row: list[str] = []
    csv.field_size_limit(2 * LINE_CHARS)  # no cell is cut; a quote that never ends is an error all the same
    for row in csv.reader(lines(part, reading), delimiter=delimiter, quoting=quoting):
        batch.append(row if quoting == csv.QUOTE_MINIMAL else [cell.strip('"') for cell in row])
        if len(batch) >= ROWS:
            reading.evidence.rows(table, batch)
            batch = []
    reading.evidence.rows(table, batch)
    reading.evidence.close_table(table)
    if any(cell.count("\n") > CELL_LINES for cell in row):
        raise csv.Error("the last cell took all lines to the end")


def pieces(part: Part, reading: Reading) -> Iterator[str]:
    """The text in whole lines, many in a piece, without the last line end. Raises UnreadableError at the end when a
    stretch of it was no text."""
    rest = ""
    for decoded in _decoded(part, reading):
        text, cut, tail = (rest + decoded).rpartition("\n")
        if cut:
            yield text
            rest = tail
        else:
            rest = tail
        if len(rest) >= LINE_CHARS:
            at = _cut_at(rest)
            yield rest[:at]
            rest = rest[at:]
    if rest:
        yield rest


def lines(part: Part, reading: Reading) -> Iterator[str]:
    """Lines with their ends, the longest cut. Raises UnreadableError as `pieces` does."""
    for piece in pieces(part, reading):
        for line in piece.split("\n"):
            yield f"{line}\n"


def _cut_at(line: str) -> int:
    """Where to cut so that no word and no number is torn apart, if there is such a place."""
    start = len(line) - CUT_WITHIN
    found = max(line.rfind(separator, start) for separator in _SEPARATORS)
    return found + 1 if found >= 0 else len(line)


def _decoded(part: Part, reading: Reading) -> Iterator[str]:
    with part.open() as stream:
        head = stream.read(HEAD_BYTES)
        encoding = encoding_of(head)
        if encoding is None:
            raise UnreadableError(Unread.UNSUPPORTED)
        decoder, line_ends = _Decoder(encoding), io.IncrementalNewlineDecoder(None, translate=True)
        is_wide = encoding.startswith(("utf-16", "utf-32"))
        binary = False
        for chunk in _chunks(head, stream):
            binary = binary or (not is_wide and encoding != "cp500" and has_binary(chunk))
            text = line_ends.decode(decoder.decode(chunk), final=not chunk)
            yield text.replace("\0", " ") if "\0" in text else text
            reading.budget.check_time()
    if binary:
        raise UnreadableError(Unread.UNSUPPORTED)


class _Decoder:
    """Bytes that do not fit the encoding are read as cp1252: one by one where they are few, else from there on."""

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding
        self._decoder = codecs.getincrementaldecoder(encoding)("strict")

    def decode(self, chunk: bytes) -> str:
        """An empty chunk ends the text."""
        try:
            return self._decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError:
            return self._mended(self._decoder.getstate()[0] + chunk, is_end=not chunk)

    def _mended(self, chunk: bytes, *, is_end: bool) -> str:
        if not self._encoding.startswith("utf-8"):
            self._decoder = codecs.getincrementaldecoder(self._encoding)("replace")
            return self._decoder.decode(chunk, final=is_end)
        found: list[str] = []
        for _ in range(_FEW_ERRORS):
            self._decoder.reset()
            try:
                found.append(self._decoder.decode(chunk, final=is_end))
            except UnicodeDecodeError as error:
                seen, at = error.object, error.start
                found += (seen[:at].decode("utf-8"), seen[at : at + 1].decode("cp1252", "replace"))
                chunk = seen[at + 1 :]
            else:
                return "".join(found)
        self._encoding = "cp1252"  # an old system's letters
        self._decoder = codecs.getincrementaldecoder("cp1252")("replace")
        return "".join([*found, self._decoder.decode(chunk, final=is_end)])


def _chunks(head: bytes, stream: io.BufferedIOBase) -> Iterator[bytes]:
    """The stream from its head to an empty piece, which ends it."""
    yield head
    while chunk := stream.read(CHUNK_BYTES):
        yield chunk
    yield b""
