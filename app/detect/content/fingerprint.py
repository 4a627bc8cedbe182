"""Recognises registered content that was changed, cut or put in another format. Keeps keyed samples, never a value.

Three kinds of features, each sampled by its smallest values (bottom-k sketch: Broder 1997, "On the resemblance and
containment of documents"), so that two samples tell how much of one document stands in the other whatever their sizes:

- *numbers* of five digits and more: what the rows of an extract are known by, in any format and any part;
- *passages* of six words, begun at words that their own checksum picks, so that line breaks and cuts do not matter;
- *labels*: texts that stand in several cells of a table, which is what is left of an extract in a pivot of it.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import chain
from typing import Final

import re2

SAMPLE: Final = 768  # values kept of a kind of feature: 6 KB each
GATHERED: Final = 4 * SAMPLE
LABELS_OF_A_PIVOT: Final = 6  # fewer words are shared by chance
PIVOT_CELLS: Final = 5_000  # a pivot is small; a longer table is compared by its numbers
PASSAGE_WORDS: Final = 6
PASSAGE_BYTES: Final = 24
PASSAGE_EVERY: Final = 8
WORD_BYTES: Final = 4
SHARED_NUMBERS: Final = 8
SHARED_PASSAGES: Final = 4
NEAR: Final = 0.6
PART: Final = 0.7
PIVOT: Final = 0.6  # beside them stand the words of the pivot itself: totals, headers

_NUMBERS: Final = re2.compile(rb"\d{5,}")
_AS_WORDS: Final = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 32 for code in range(128)) + bytes(
    range(128, 256)
)
_COUNTS: Final = struct.Struct("<BHHH")
_VERSION: Final = 1


class Kinship(StrEnum):
    """What a document is of registered content."""

    NEAR = "near"  # nearly the same
    PART = "part"
    PIVOT = "pivot"


class _Sample:
    """The features with the smallest checksums, as long as a document is read."""

    def __init__(self) -> None:
        self._kept: dict[bytes, int] = {}
        self._most = 0xFFFF_FFFF

    def add(self, features: Iterable[bytes]) -> None:
        most, kept, checksum = self._most, self._kept, zlib.crc32
        for feature in set(features):
            value = checksum(feature)
            if value <= most:
                kept[feature] = value
        if len(kept) > GATHERED:
            smallest = sorted(kept.items(), key=lambda item: item[1])[:SAMPLE]
            self._kept = dict(smallest)
            self._most = smallest[-1][1]

    def values(self, key: bytes) -> array[int]:
        """At most SAMPLE numbers of 64 bits, ascending: 16 bits of the checksum, by which all documents are sampled
        alike, then 48 bits of a keyed hash."""
        smallest = sorted(self._kept.items(), key=lambda item: item[1])[:SAMPLE]
        return array("Q", sorted((value >> 16) << 48 | _keyed(feature, key) for feature, value in smallest))


def _keyed(feature: bytes, key: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(feature, digest_size=6, key=key).digest(), "big")


class Features:
    """Gathers the features of one document, piece by piece."""

    def __init__(self) -> None:
        self._numbers, self._passages = _Sample(), _Sample()
        self._cells: Counter[str] = Counter()
        self._cell_count = 0

    def text(self, folded: bytes) -> None:
        self._numbers.add(_NUMBERS.findall(folded.translate(None, b".,")))
        words = folded.translate(_AS_WORDS).split()
        checksum = zlib.crc32
        begins = [
            index for index, word in enumerate(words) if len(word) >= WORD_BYTES and checksum(word) % PASSAGE_EVERY == 0
        ]
        passages = (b" ".join(words[index : index + PASSAGE_WORDS]) for index in begins)
        self._passages.add(passage for passage in passages if len(passage) >= PASSAGE_BYTES)

    def rows(self, rows: Sequence[Sequence[str]], folded: bytes) -> None:
        """`folded`: the same rows as text."""
        self._numbers.add(_NUMBERS.findall(folded.translate(None, b".,")))
        self._cells.update(cell for cell in chain.from_iterable(rows) if cell and not cell[0].isdigit())
        self._cell_count += len(rows)
        if len(self._cells) > GATHERED:  # a column of names; what repeats was met more than once by now
            self._cells = Counter({cell: count for cell, count in self._cells.items() if count > 1})

    def sketch(self, key: bytes) -> Sketch:
        labels, all_cells = _Sample(), _Sample()
        labels.add(_label(cell) for cell, count in self._cells.items() if count > 1)
        if self._cell_count <= PIVOT_CELLS:
            all_cells.add(_label(cell) for cell in self._cells)
        return Sketch(self._numbers.values(key), self._passages.values(key), labels.values(key), all_cells.values(key))


def _label(cell: str) -> bytes:
    return cell.strip().lower().encode("utf-8", "replace")


class Sketch:
    """`texts`: all texts of a small table, for which no more is asked than whether others' labels cover them; they are
    not stored."""

    def __init__(
        self, numbers: array[int], passages: array[int], labels: array[int], texts: array[int] | None = None
    ) -> None:
        self.numbers, self.passages, self.labels = numbers, passages, labels
        self.texts = texts or array("Q")

    def __bool__(self) -> bool:
        return bool(self.numbers or self.passages or self.labels)

    def pack(self) -> bytes:
        lengths = (len(self.numbers), len(self.passages), len(self.labels))
        content = (_little_endian(values) for values in (self.numbers, self.passages, self.labels))
        return _COUNTS.pack(_VERSION, *lengths) + b"".join(content)

    @classmethod
    def unpack(cls, packed: bytes) -> Sketch:
        """Raises ValueError for what `pack` did not make."""
        try:
            version, *lengths = _COUNTS.unpack_from(packed)
        except struct.error:
            raise ValueError("no sketch") from None
        if version != _VERSION or len(packed) != _COUNTS.size + 8 * sum(lengths):
            raise ValueError("no sketch")
        at, parts = _COUNTS.size, []
        for length in lengths:
            parts.append(array("Q", struct.unpack_from(f"<{length}Q", packed, at)))
            at += 8 * length
        return cls(*parts)


def _little_endian(values: array[int]) -> bytes:
    return struct.pack(f"<{len(values)}Q", *values)


class Library:
    """The sketches of registered content, asked which of them a document comes from."""

    def __init__(self, sketches: Mapping[str, Sequence[bytes]], key: bytes) -> None:
        """`sketches`: packed, by client id; those that are none are left out."""
        self.key = key
        self._owners: list[str] = []
        self._known: list[Sketch] = []
        for client_id, packed in sketches.items():
            for content in packed:
                try:
                    self._known.append(Sketch.unpack(content))
                except ValueError:
                    continue
                self._owners.append(client_id)
        self._numbers = _Index([sketch.numbers for sketch in self._known])
        self._passages = _Index([sketch.passages for sketch in self._known])
        self._labels = _Index([sketch.labels for sketch in self._known])

    def __bool__(self) -> bool:
        return bool(self._known)

    def kin(self, features: Features) -> dict[str, Kinship]:
        """The clients whose content this is, and how. The strongest kinship of each."""
        sketch = features.sketch(self.key)
        found = [
            *_related(sketch.numbers, self._numbers, SHARED_NUMBERS),
            *_related(sketch.passages, self._passages, SHARED_PASSAGES),
            *_covered(sketch.texts, self._labels),
        ]
        kin: dict[str, Kinship] = {}
        for index, kinship in sorted(found, key=lambda item: list(Kinship).index(item[1]), reverse=True):
            kin[self._owners[index]] = kinship
        return kin


class _Index:
    """All values of one kind of feature in one sorted array, with the sketch each belongs to."""

    def __init__(self, samples: Sequence[array[int]]) -> None:
        self.samples = samples
        pairs = sorted((value, number) for number, sample in enumerate(samples) for value in sample)
        self._values = array("Q", (value for value, _ in pairs))
        self._numbers = array("L", (number for _, number in pairs))

    def shared(self, sample: array[int]) -> Counter[int]:
        """By sketch, how many of its values `sample` has."""
        counts: Counter[int] = Counter()
        values, numbers = self._values, self._numbers
        for value in sample:
            at = bisect_left(values, value)
            while at < len(values) and values[at] == value:
                counts[numbers[at]] += 1
                at += 1
        return counts


def _related(sample: array[int], index: _Index, least: int) -> Iterable[tuple[int, Kinship]]:
    for number, shared in index.shared(sample).items():
        if shared < least:
            continue
        known = index.samples[number]
        # Where a sample was cut, nothing is known above its largest value: both are compared below that only.
        if shared >= NEAR * _below(known, sample):
            yield number, Kinship.NEAR
        elif shared >= PART * _below(sample, known):
            yield number, Kinship.PART


def _covered(texts: array[int], index: _Index) -> Iterable[tuple[int, Kinship]]:
    for number, shared in index.shared(texts).items():
        if shared >= LABELS_OF_A_PIVOT and shared >= PIVOT * _below(texts, index.samples[number]):
            yield number, Kinship.PIVOT


def _below(sample: array[int], other: array[int]) -> int:
    """How many of `sample` lie where `other` was sampled completely."""
    return len(sample) if len(other) < SAMPLE else bisect_right(sample, other[-1])
