"""Where a shortcut of Windows (.lnk) points to. Source: [MS-SHLLINK] 2.1, 2.2, 2.3.

Every offset is checked: what is read was written by programs, and may be cut off or worse.
"""

from __future__ import annotations

import struct
from pathlib import PureWindowsPath
from typing import Final

MOST_BYTES: Final = 1024 * 1024
_HEADER_BYTES: Final = 0x4C
_CLASS: Final = bytes.fromhex("0114020000000000c000000000000046")
_HAS_LIST, _HAS_INFO = 0x1, 0x2
_IS_LOCAL: Final = 0x1  # VolumeIDAndLocalBasePath
_WITH_UNICODE: Final = 0x24  # a LinkInfo header of this size or more tells the path in Unicode as well
_U16, _U32 = struct.Struct("<H"), struct.Struct("<I")


def link_target(link: bytes) -> PureWindowsPath | None:
    """The local file it points to; None for one to something else, or what is no shortcut."""
    try:
        return _target(link)
    except (struct.error, UnicodeDecodeError, ValueError):
        return None


def _target(link: bytes) -> PureWindowsPath | None:
    if _U32.unpack_from(link)[0] != _HEADER_BYTES or link[4:20] != _CLASS:
        return None
    flags = _U32.unpack_from(link, 20)[0]
    at = _HEADER_BYTES
    if flags & _HAS_LIST:
        at += 2 + _U16.unpack_from(link, at)[0]
    if not flags & _HAS_INFO:
        return None
    info = link[at : at + _U32.unpack_from(link, at)[0]]
    header, kinds = _U32.unpack_from(info, 4)[0], _U32.unpack_from(info, 8)[0]
    if not kinds & _IS_LOCAL:
        return None
    if header >= _WITH_UNICODE:
        text = _wide(info, _U32.unpack_from(info, 28)[0]) + _wide(info, _U32.unpack_from(info, 32)[0])
    else:
        text = _narrow(info, _U32.unpack_from(info, 16)[0]) + _narrow(info, _U32.unpack_from(info, 24)[0])
    return PureWindowsPath(text) if text else None


def _narrow(info: bytes, at: int) -> str:
    """In the code page of whoever wrote it, which in the Netherlands is 1252."""
    return info[at : info.index(b"\0", at)].decode("cp1252")


def _wide(info: bytes, at: int) -> str:
    end = at
    while info[end : end + 2] != b"\0\0":
        if end >= len(info):
            raise ValueError
        end += 2
    return info[at:end].decode("utf-16-le")
