"""Compound files, the container of Office before 2007 and of Outlook messages. Source: [MS-CFB], version 3."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
STORAGE, STREAM, ROOT = 1, 2, 5
NOBODY: Final = 0xFFFFFFFF

Tree: TypeAlias = "Mapping[str, bytes | Tree]"  # a stream, or a storage with what is in it


@dataclass(slots=True)
class _Entry:
    name: str
    kind: int
    content: bytes = b""
    child: int = NOBODY
    left: int = NOBODY
    right: int = NOBODY
    start: int = END
    size: int = 0
    members: list[int] = field(default_factory=list)


def compound_of(tree: Tree) -> bytes:
    entries = [_Entry("Root Entry", ROOT)]
    _gather(entries, 0, tree)
    sectors = _Sectors()
    mini_fat, mini = _mini_stream(entries)
    for entry in entries:
        if entry.kind == STREAM and entry.size >= CUTOFF:
            entry.start = sectors.add(entry.content)
    root = entries[0]
    root.size, root.start = len(mini), sectors.add(mini)
    mini_start = sectors.add(b"".join(struct.pack("<I", link) for link in mini_fat), filler=b"\xff")
    directory = b"".join(map(_packed, entries))
    directory_start = sectors.add(directory + _packed(_Entry("", 0)) * (-len(entries) % 4))
    return sectors.file(directory_start, mini_start, -(-len(mini_fat) * 4 // SECTOR))


def _gather(entries: list[_Entry], parent: int, tree: Tree) -> None:
    places = []
    for name, content in tree.items():
        places.append(len(entries))
        if isinstance(content, bytes):
            entries.append(_Entry(name, STREAM, content, size=len(content)))
        else:
            entries.append(_Entry(name, STORAGE))
            _gather(entries, places[-1], content)
    places.sort(key=lambda place: (len(entries[place].name), entries[place].name.upper()))
    entries[parent].child = _balanced(entries, places)


def _balanced(entries: list[_Entry], places: list[int]) -> int:
    """Siblings form a binary search tree, shorter names first."""
    if not places:
        return NOBODY
    middle = len(places) // 2
    entries[places[middle]].left = _balanced(entries, places[:middle])
    entries[places[middle]].right = _balanced(entries, places[middle + 1 :])
    return places[middle]


def _mini_stream(entries: list[_Entry]) -> tuple[list[int], bytes]:
    """Small streams in sectors of 64 bytes: their chain and their content."""
    fat: list[int] = []
    parts = []
    for entry in entries:
        if entry.kind == STREAM and 0 < entry.size < CUTOFF:
            count = -(-entry.size // MINI)
            entry.start = len(fat)
            fat += [*range(len(fat) + 1, len(fat) + count), END]
            parts.append(entry.content.ljust(count * MINI, b"\0"))
    return fat, b"".join(parts)


def _packed(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le")
    size = len(name) + 2 if name else 0
    return (
        name.ljust(64, b"\0")
        + struct.pack("<HBB", size, entry.kind, 1)
        + struct.pack("<III", entry.left, entry.right, entry.child)
        + bytes(36)
        + struct.pack(
            "<IQ",
            entry.start if entry.kind in (STREAM, ROOT) and entry.size else 0 if entry.kind == STORAGE else END,
            entry.size,
        )
    )


class _Sectors:
    """The sectors of the file and their chain."""

    def __init__(self) -> None:
        self._content: list[bytes] = []
        self._fat: list[int] = []

    def add(self, content: bytes, *, filler: bytes = b"\0") -> int:
        """The number of the first sector of `content`; END when it is empty."""
        if not content:
            return END
        first, count = len(self._fat), -(-len(content) // SECTOR)
        self._content.append(content.ljust(count * SECTOR, filler))
        self._fat += [*range(first + 1, first + count), END]
        return first

    def file(self, directory: int, mini_fat: int, mini_fat_count: int) -> bytes:
        count = 1
        while count * (SECTOR // 4) < len(self._fat) + count:
            count += 1
        assert count <= 109, "longer files would need more sectors for the chain of chains"
        places = range(len(self._fat), len(self._fat) + count)
        fat = [*self._fat, *([FAT_SECTOR] * count)]
        fat += [FREE] * (count * SECTOR // 4 - len(fat))
        header = (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + bytes(16)
            + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
            + struct.pack("<IIIIIIIII", 0, count, directory, 0, CUTOFF, mini_fat, mini_fat_count, END, 0)
            + b"".join(struct.pack("<I", place) for place in places).ljust(109 * 4, b"\xff")
        )
        return header + b"".join(self._content) + b"".join(struct.pack("<I", link) for link in fat)
