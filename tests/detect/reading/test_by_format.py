"""A new format needs a line in the table of readers: what has none would be read as a packed stream."""

from __future__ import annotations

from collections import Counter

from app.detect.reading.readers.by_format import reader_of
from app.detect.reading.readers.packed import read_packed
from app.detect.reading.signatures import Format

NEVER_READ = {Format.EMPTY, Format.NOTHING_TO_READ, Format.ENCRYPTED, Format.UNKNOWN}
STREAMS = {Format.GZIP, Format.BZIP2, Format.XZ, Format.ZSTANDARD, Format.ZLIB}


def test_what_is_packed_as_one_stream_is_unpacked_and_nothing_else():
    assert {found for found in set(Format) - NEVER_READ if reader_of(found) is read_packed} == STREAMS


def test_every_other_format_has_a_reader_of_its_own():
    readers = Counter(reader_of(found) for found in set(Format) - NEVER_READ - STREAMS)
    assert set(readers.values()) == {1}
