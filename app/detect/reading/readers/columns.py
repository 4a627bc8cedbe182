"""Text with columns at fixed places of each line, as mainframes and printed lists have them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.detect.reading.delimited import columns_of
from app.detect.reading.document import Part, Reading
from app.detect.reading.formats import HEAD_BYTES, encoding_of
from app.detect.reading.readers.records import as_rows
from app.detect.reading.readers.text import lines, read_text


def read_columns(part: Part, reading: Reading) -> None:
    with part.open() as stream:
        head = stream.read(HEAD_BYTES)
    text = head.decode(encoding_of(head) or "utf-8", "replace")
    starts = columns_of(text if len(head) < HEAD_BYTES else text.rpartition("\n")[0])
    if starts is None:
        return read_text(part, reading)
    rows = _cells(lines(part, reading), starts)
    first = next(rows, [])
    return as_rows(reading.evidence, first, rows)


def _cells(source: Iterator[str], starts: Sequence[int]) -> Iterator[list[str]]:
    slices = [slice(start, end) for start, end in zip(starts, [*starts[1:], None], strict=True)]
    for line in source:
        yield [line[piece].strip() for piece in slices]
