"""Shortcuts as Windows writes them, by [MS-SHLLINK]."""

from __future__ import annotations

import struct

CLASS = bytes.fromhex("0114020000000000c000000000000046")


def shortcut(path: str, *, with_list: bool = True, with_unicode: bool = False, local: bool = True) -> bytes:
    header = struct.pack("<I16sI", 0x4C, CLASS, (0x1 if with_list else 0) | 0x2 | 0x80).ljust(0x4C, b"\0")
    ids = struct.pack("<HH", 2 + 10, 12)[:2] + b"\x0c\0" + b"i" * 8 + b"\0\0" if with_list else b""
    return header + ids + _info(path, with_unicode, local)


def _info(path: str, with_unicode: bool, local: bool) -> bytes:
    size = 0x24 if with_unicode else 0x1C
    narrow, wide = path.encode("cp1252", "replace") + b"\0", path.encode("utf-16-le") + b"\0\0"
    volume = struct.pack("<IIII", 17, 3, 0x1234, 16) + b"\0"
    at_volume, at_narrow = size, size + len(volume)
    at_rest = at_narrow + len(narrow)
    body = volume + narrow + b"\0" + (wide + b"\0\0" if with_unicode else b"")
    offsets = [at_volume, at_narrow, 0, at_rest]
    if with_unicode:
        offsets += [at_rest + 1, at_rest + 1 + len(wide)]
    head = struct.pack(f"<III{len(offsets)}I", size + len(body), size, 1 if local else 2, *offsets)
    return head + body
