"""What a trash keeps of where a file was: `$I…` beside `$R…` in the recycle bin of Windows, `info/*.trashinfo` on Linux.

Sources: trash specification 1.0 (freedesktop.org); the format of $I files, versions 1 (Vista to 8.1) and 2 (10 and later).
"""

from __future__ import annotations

import re
import struct
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from urllib.parse import unquote_to_bytes

RECYCLED, RECORD = "$R", "$I"
_MOST_BYTES = 64 * 1024  # of a record: a path of 32,767 characters, and no more
_HEADER = struct.Struct("<qqq")  # version, size of the file, when it was thrown away
_LENGTH = struct.Struct("<i")
_OLD_CHARACTERS = 260
_PATH = re.compile(rb"^Path=(.*)$", re.MULTILINE)


class TrashRecords:
    """Tells where files of the folders `trashes` were. Each record is read once, so it is made anew for each look."""

    def __init__(self, trashes: tuple[Path, ...]) -> None:
        self._trashes = trashes
        self._known: dict[Path, PurePath | None] = {}

    def original_path(self, path: Path) -> PurePath | None:
        """Where `path` was before it, or a folder around it, was thrown away. None: in no trash, or its record is gone."""
        for trash in self._trashes:
            if trash in path.parents:
                thrown = trash / path.relative_to(trash).parts[0]
                if thrown not in self._known:
                    self._known[thrown] = _recorded(thrown, trash)
                was = self._known[thrown]
                return None if was is None else was.joinpath(*path.relative_to(thrown).parts)
        return None


def _recorded(thrown: Path, trash: Path) -> PurePath | None:
    try:
        if thrown.name.startswith(RECYCLED):
            return recycled_from(_content(thrown.with_name(RECORD + thrown.name.removeprefix(RECYCLED))))
        record = _content(trash.parent / "info" / f"{thrown.name}.trashinfo")
    except OSError:
        return None
    found = thrown_from(record)
    if found is None or found.is_absolute():
        return found
    return _top_of(trash.parent) / found


def _top_of(trash: Path) -> PurePath:
    """The volume's top, from which relative paths count: `$top/.Trash/$uid` or `$top/.Trash-$uid`."""
    return trash.parent.parent if trash.parent.name == ".Trash" else trash.parent


def _content(record: Path) -> bytes:
    with record.open("rb") as file:
        return file.read(_MOST_BYTES + 1)


def recycled_from(record: bytes) -> PurePath | None:
    """The path in a `$I…` file; None for what is none."""
    if len(record) < _HEADER.size or len(record) > _MOST_BYTES:
        return None
    version = _HEADER.unpack_from(record)[0]
    rest = record[_HEADER.size :]
    if version == 2 and len(rest) >= _LENGTH.size:
        characters, rest = _LENGTH.unpack_from(rest)[0], rest[_LENGTH.size :]
    elif version == 1:
        characters = _OLD_CHARACTERS
    else:
        return None
    if characters <= 0 or len(rest) < 2 * characters:
        return None
    text = rest[: 2 * characters].decode("utf-16-le", "surrogatepass").partition("\0")[0]
    return PureWindowsPath(text) if PureWindowsPath(text).is_absolute() else None


def thrown_from(record: bytes) -> PurePath | None:
    """The path in a `.trashinfo` file, relative to the volume's top where it is; None where there is none."""
    found = _PATH.search(record) if record.startswith(b"[Trash Info]") else None
    if found is None or len(record) > _MOST_BYTES:
        return None
    text = unquote_to_bytes(found[1].strip()).decode("utf-8", "surrogateescape")
    return PurePosixPath(text) if text and "\0" not in text else None
