"""Writes a compound file (OLE), as small as the format allows, so that tests have Outlook messages. Source: MS-CFB."""

from __future__ import annotations

import struct
from typing import TypeAlias

Folder: TypeAlias = "dict[str, bytes | Folder]"

_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SMALL = 4_096  # smaller streams would go into a stream of their own: they are written larger, their size is told


class _Entry:
    def __init__(self, name: str, kind: int) -> None:
        self.name, self.kind = name, kind
        self.child = self.right = _FREE
        self.start, self.size = _END, 0

    def packed(self) -> bytes:
        name = (self.name + "\0").encode("utf-16-le") if self.name else b""
        body = name.ljust(64, b"\0") + struct.pack("<HBB", len(name), self.kind, 1)
        body += (
            struct.pack("<III", _FREE, self.right, self.child) + bytes(36) + struct.pack("<IQ", self.start, self.size)
        )
        return body


def compound_file(root: Folder) -> bytes:
    """The streams and folders of `root`. Small streams get a mini stream, as real files have it."""
    entries = [_Entry("Root Entry", 5)]
    streams: list[tuple[_Entry, bytes]] = []
    _add(entries, 0, root, streams)
    mini = bytearray()
    mini_table: list[int] = []
    sectors: list[bytes] = []
    table: list[int] = []
    for entry, content in streams:
        entry.size = len(content)
        if len(content) >= _SMALL:
            entry.start = _chain(table, sectors, content, _SECTOR)
        elif content:
            blocks: list[bytes] = []
            entry.start = _chain(mini_table, blocks, content, 64)
            mini += b"".join(blocks)
    entries[0].size = len(mini)
    if mini:
        entries[0].start = _chain(table, sectors, bytes(mini), _SECTOR)
    mini_start = (
        _chain(table, sectors, struct.pack(f"<{len(mini_table)}I", *mini_table), _SECTOR, b"\xff") if mini else _END
    )
    directory = b"".join(entry.packed() for entry in entries)
    directory_start = _chain(table, sectors, directory, _SECTOR)
    count = 1
    while count * 128 < len(table) + count:
        count += 1
    places = list(range(len(table), len(table) + count))
    numbers = [*table, *[_TABLE] * count]
    packed = struct.pack(f"<{len(numbers)}I", *numbers).ljust(count * _SECTOR, b"\xff")
    mini_sectors = -(-4 * len(mini_table) // _SECTOR)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIII", 0, count, directory_start, 0, _SMALL) + struct.pack(
        "<IIII", mini_start, mini_sectors, _END, 0
    )
    header += struct.pack("<109I", *(places + [_FREE] * (109 - count)))
    return header + b"".join(sectors) + packed


def _add(entries: list[_Entry], parent: int, folder: Folder, streams: list[tuple[_Entry, bytes]]) -> None:
    """Siblings in a chain to the right: every reader takes it, although writers balance the tree."""
    before: _Entry | None = None
    for name, content in sorted(folder.items(), key=lambda item: (len(item[0]), item[0].upper())):
        index = len(entries)
        entry = _Entry(name, 1 if isinstance(content, dict) else 2)
        entries.append(entry)
        if before is None:
            entries[parent].child = index
        else:
            before.right = index
        before = entry
        if isinstance(content, dict):
            _add(entries, index, content, streams)
        else:
            streams.append((entry, content))


def _chain(table: list[int], sectors: list[bytes], content: bytes, size: int, fill: bytes = b"\0") -> int:
    start = len(table)
    pieces = [content[at : at + size].ljust(size, fill) for at in range(0, len(content), size)]
    table += [*range(start + 1, start + len(pieces)), _END]
    sectors += pieces
    return start


def outlook_item(
    texts: dict[int, str] | None = None,
    values: dict[int, bytes] | None = None,
    recipients: tuple[dict[int, str], ...] = (),
    attachments: tuple[Folder, ...] = (),
    header_bytes: int = 32,
) -> Folder:
    """An item of Outlook. `texts`: by the number of the property; `values`: by number and type. Source: MS-OXMSG."""
    folder: Folder = {"__properties_version1.0": bytes(header_bytes)}
    folder |= {f"__substg1.0_{number:04X}001F": text.encode("utf-16-le") for number, text in (texts or {}).items()}
    folder |= {f"__substg1.0_{tag:08X}": value for tag, value in (values or {}).items()}
    for index, recipient in enumerate(recipients):
        folder[f"__recip_version1.0_#{index:08X}"] = outlook_item(recipient, header_bytes=8)
    for index, attachment in enumerate(attachments):
        folder[f"__attach_version1.0_#{index:08X}"] = attachment
    return folder


def attached(name: str, content: bytes) -> Folder:
    return outlook_item({0x3707: name}, {0x37010102: content}, header_bytes=8)


def attached_item(name: str, item: Folder) -> Folder:
    return outlook_item({0x3001: name}, header_bytes=8) | {"__substg1.0_3701000D": item}
