"""7z archives, unpacked in memory member by member. py7zr reads the list and makes the decompressors; writing files, and its
own loop, which asks the system for free memory, are left alone."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Any

import py7zr
from backports.zstd import ZstdError
from py7zr.exceptions import (
    AbsolutePathError,
    ArchiveError,
    DecompressionBombError,
    PasswordRequired,
    UnsupportedCompressionMethodError,
)

from app.detect.reading.document import Part, Reading, of_bytes
from app.detect.reading.unread import Unread, UnreadableError

PIECE_BYTES = 1_000_000
# PPMd, whose decoder writes outside its memory when the content is damaged; Brotli, which only other programs put in 7z.
_LEFT_OUT = frozenset({b"\x03\x04\x01", b"\x04\xf7\x11\x02"})
_ERRORS = {
    PasswordRequired: Unread.ENCRYPTED,
    UnsupportedCompressionMethodError: Unread.UNSUPPORTED,
    DecompressionBombError: Unread.LIMIT,
}


def read_seven_zip(part: Part, reading: Reading) -> None:
    """Raises UnreadableError: encrypted, unsupported (a way of packing), corrupt; the members before the damage count."""
    content = part.content(reading.budget)
    try:
        _read(content, part, reading)
    except (ArchiveError, AbsolutePathError, PasswordRequired, ZstdError) as error:
        why = next((why for kind, why in _ERRORS.items() if isinstance(error, kind)), Unread.CORRUPT)
        raise UnreadableError(why) from None


def _read(content: bytes, part: Part, reading: Reading) -> None:
    with py7zr.SevenZipFile(io.BytesIO(content)) as archive:
        files: list[Any] = list(getattr(archive, "files", ()))  # an archive without members has no list
        reading.budget.check_members(len(files))
        for file in files:
            reading.evidence.name(file.filename)
        streams: Any = getattr(getattr(archive, "header", None), "main_streams", None)
        if streams is None:
            return
        start, positions = archive.afterheader, streams.packinfo.packpositions
        for index, folder in enumerate(streams.unpackinfo.folders):
            first = sum(_inputs(before) for before in streams.unpackinfo.folders[:index])
            archive.fp.seek(start + positions[first])
            _read_folder(archive.fp, folder, part, reading)


def _inputs(folder: Any) -> int:
    """How many packed streams a folder takes."""
    return len(folder.packed_indices) or 1


def _read_folder(stream: Any, folder: Any, part: Part, reading: Reading) -> None:
    """The members of one folder are packed as one stream."""
    if any(coder["method"] in _LEFT_OUT for coder in folder.coders):
        reading.evidence.cannot_read(Unread.UNSUPPORTED)
        return
    packed = 0
    out = 0
    for file in folder.files or ():
        reading.budget.take_member()
        packed = packed or int(file.compressed or 0)
        decompressor = folder.get_decompressor(file.compressed)
        too_large = file.uncompressed > reading.budget.limits.member_bytes
        pieces: list[bytes] = []
        checksum = 0
        for piece in _unpacked(stream, decompressor, file.uncompressed):
            out += len(piece)
            reading.budget.expand(len(piece))
            reading.budget.check_ratio(packed or part.size_bytes or 1, out)
            checksum = zlib.crc32(piece, checksum)
            if not too_large:
                pieces.append(piece)
        if file.crc32 is not None and checksum != file.crc32:
            reading.evidence.cannot_read(Unread.CORRUPT)
        if too_large:
            reading.evidence.cannot_read(Unread.LIMIT)
        elif not file.is_directory:
            reading.read(of_bytes(file.filename, b"".join(pieces), part.depth + 1))


def _unpacked(stream: Any, decompressor: Any, size: int) -> Iterator[bytes]:
    left = size
    while left > 0:
        before = stream.tell()
        piece = bytes(decompressor.decompress(stream, min(left, PIECE_BYTES)))
        if not piece and stream.tell() == before:
            raise EOFError("packed content ends too early")
        left -= len(piece)
        if piece:
            yield piece
