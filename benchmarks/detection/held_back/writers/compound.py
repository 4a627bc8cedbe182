"""Compound files (MS-CFB), the container of old Office files, Outlook messages and locked packages."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


@dataclass(slots=True)
class _Entry:
    name: str
    data: bytes | None  # None for a storage
    children: dict[str, _Entry] = field(default_factory=dict)
    number: int = 0
    left: int = _NONE
    right: int = _NONE
    child: int = _NONE
    start: int = _END


def _tree(streams: Mapping[str, bytes]) -> _Entry:
    root = _Entry("Root Entry", None)
    for path, data in streams.items():
        *storages, name = path.split("/")
        at = root
        for storage in storages:
            at = at.children.setdefault(storage, _Entry(storage, None))
        at.children[name] = _Entry(name, data)
    return root


def _number(entry: _Entry, entries: list[_Entry]) -> None:
    entry.number = len(entries)
    entries.append(entry)
    for child in entry.children.values():
        _number(child, entries)
    ordered = sorted(entry.children.values(), key=lambda e: (len(e.name), e.name.upper()))
    entry.child = _balance(ordered)


def _balance(entries: list[_Entry]) -> int:
    """The middle as root of a search tree; its number."""
    if not entries:
        return _NONE
    middle = len(entries) // 2
    entries[middle].left = _balance(entries[:middle])
    entries[middle].right = _balance(entries[middle + 1 :])
    return entries[middle].number


def _chain(table: list[int], count: int) -> int:
    """Adds `count` sectors in a row to `table`; the first."""
    if not count:
        return _END
    first = len(table)
    table += [first + i + 1 for i in range(count - 1)] + [_END]
    return first


def _padded(data: bytes, size: int) -> bytes:
    return data + bytes(-len(data) % size)


def _record(entry: _Entry, size: int) -> bytes:
    name = entry.name.encode("utf-16-le")
    kind = 5 if entry.number == 0 else 1 if entry.data is None else 2
    return (
        name.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(name) + 2, kind, 1, entry.left, entry.right, entry.child)
        + bytes(36)
        + struct.pack("<IQ", entry.start if kind != 1 else 0, size)
    )


def compound(streams: Mapping[str, bytes]) -> bytes:
    """`streams` by path, storages before a slash."""
    root = _tree(streams)
    entries: list[_Entry] = []
    _number(root, entries)
    fat: list[int] = []
    mini_fat: list[int] = []
    body, mini = bytearray(), bytearray()
    for entry in entries[1:]:
        if entry.data is not None and len(entry.data) < _CUTOFF:
            entry.start = _chain(mini_fat, -(-len(entry.data) // _MINI))
            mini += _padded(entry.data, _MINI)
        elif entry.data is not None:
            entry.start = _chain(fat, -(-len(entry.data) // _SECTOR))
            body += _padded(entry.data, _SECTOR)
    root.start = _chain(fat, -(-len(mini) // _SECTOR))
    body += _padded(bytes(mini), _SECTOR)
    mini_table = _padded(struct.pack(f"<{len(mini_fat)}I", *mini_fat), _SECTOR) if mini_fat else b""
    mini_table = mini_table[: len(mini_fat) * 4] + b"\xff" * (len(mini_table) - len(mini_fat) * 4)
    mini_start = _chain(fat, len(mini_table) // _SECTOR)
    body += mini_table
    records = b"".join(_record(e, len(mini) if e is root else len(e.data or b"")) for e in entries)
    blank = bytes(64) + struct.pack("<HBBIII", 0, 0, 0, _NONE, _NONE, _NONE) + bytes(48)
    records += blank * (-len(entries) % 4)
    directory = _chain(fat, len(records) // _SECTOR)
    body += records
    count = 1
    while (len(fat) + count) * 4 > count * _SECTOR:
        count += 1
    first = len(fat)
    fat += [_FAT] * count
    fat += [_FREE] * (count * 128 - len(fat))
    body += struct.pack(f"<{len(fat)}I", *fat)
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
        + struct.pack("<IIIIIIIII", 0, count, directory, 0, _CUTOFF, mini_start, len(mini_table) // _SECTOR, _END, 0)
        + struct.pack("<109I", *(first + i if i < count else _FREE for i in range(109)))
    )
    return head + bytes(body)
