"""Text with columns at fixed places of each line, as mainframes and printed lists have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from app.detect.reading.delimited import Columns, columns_of
from app.detect.reading.document import Part, Reading
from app.detect.reading.formats import HEAD_BYTES, encoding_of
from app.detect.reading.readers.records import as_rows
from app.detect.reading.readers.text import lines, read_text

_GAP: Final = re.compile(r" {2,}")


def read_columns(part: Part, reading: Reading) -> None:
    with part.open() as stream:
        head = stream.read(HEAD_BYTES)
    text = head.decode(encoding_of(head) or "utf-8", "replace")
    columns = columns_of(text if len(head) < HEAD_BYTES else text.rpartition("\n")[0])
    if columns is None:
        return read_text(part, reading)
    rows = _rows(lines(part, reading), columns, reading)
    first = next(rows, [])
    return as_rows(reading.evidence, first, rows)


def _rows(source: Iterator[str], columns: Columns, reading: Reading) -> Iterator[list[str]]:
    """A line with a word or a number across the start of a column, as a title has, is text; unless it has as many words
    as there are columns: a header over numbers that stand to the right."""
    slices = [slice(start, end) for start, end in zip(columns.starts, [*columns.starts[1:], None], strict=True)]
    blanks = [start - 1 for start in sorted(columns.behind_blanks)]
    seams = [start - 1 for start in columns.starts[1:] if start not in columns.behind_blanks]
    for line in source:
        if any(not line[at].isspace() for at in blanks if at < len(line)) or any(
            _is_torn(line[at : at + 2]) for at in seams
        ):
            words = _GAP.split(line.strip())
            if len(words) == len(slices):
                yield words
            else:
                reading.evidence.text(line.rstrip("\n"))
        else:
            yield [line[piece].strip() for piece in slices]


def _is_torn(signs: str) -> bool:
    """Whether both signs belong to one number or one word."""
    return len(signs) == 2 and (signs.isdigit() or signs.isalpha())
