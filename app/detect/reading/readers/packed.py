"""Tar archives, and single files that are packed: gzip, bzip2, xz, zstandard, zlib (an object of a version store)."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import tarfile
import zlib
from collections.abc import Callable
from typing import Any, Final

from app.detect.reading.document import SPOILED, Part, Reading, of_bytes
from app.detect.reading.readers.expanding import Expanding, Inflated, ZlibDecompressor, buffered
from app.detect.reading.signatures import is_tar, is_zlib
from app.detect.reading.unread import Unread, UnreadableError

MEMORY_BYTES = 140_000_000  # what a decompressor may take: a small file may ask for gigabytes
WINDOW_LOG = 27  # zstandard's window, as a power of two
_ENDS: Final = frozenset({"EmptyHeaderError", "EOFHeaderError"})
_OBJECT: Final = re.compile(rb"^(blob|tree|commit|tag) [0-9]{1,12}\0")


def read_packed(part: Part, reading: Reading) -> None:
    """The file inside, which is one document, or a tar archive. Unpacked as it is read."""
    outer = part
    if outer.size_bytes is None or not _is_seekable(outer):
        outer = of_bytes(part.name, part.content(reading.budget), part.depth)
    size = outer.size_bytes or 0
    reading.budget.take_member()
    with outer.open() as stream:
        opener, skipped = _opener(stream.read(512), outer, reading)

    def opened() -> io.BufferedIOBase:
        stream = buffered(Expanding(opener(outer.open()), size, reading.budget))
        stream.read(skipped)
        return stream

    with opened() as stream:
        head = stream.read(512)
    name = part.name.rpartition(".")[0] or part.name
    if is_tar(head):
        reading.evidence.name(name)
        return read_tar(Part(name=name, open=opened, depth=part.depth), reading)
    return reading.read(Part(name=name, open=opened, depth=part.depth + 1))


def read_tar(part: Part, reading: Reading) -> None:
    """Raises TarError; the members before the damage count."""
    with part.open() as stream, tarfile.open(fileobj=stream, mode="r|", tarinfo=_Header) as archive:
        for info in archive:
            reading.budget.take_member()
            if not info.isreg():  # links and devices are names only
                reading.evidence.name(info.name)
                continue
            file = archive.extractfile(info)
            if file is not None:
                _read_member(file, info, part, reading)


class _Header(tarfile.TarInfo):
    """tarfile takes a damaged header in the middle for the end of the archive; here it is an error."""

    @classmethod
    def fromtarfile(cls, archive: tarfile.TarFile) -> _Header:
        try:
            return super().fromtarfile(archive)
        except tarfile.HeaderError as error:
            if type(error).__name__ in _ENDS:
                raise
            raise tarfile.ReadError("a damaged header") from None


def _read_member(file: Any, info: tarfile.TarInfo, part: Part, reading: Reading) -> None:
    if info.size > reading.budget.limits.member_bytes:
        reading.evidence.name(info.name)
        reading.evidence.cannot_read(Unread.LIMIT)
        return
    reading.budget.expand(info.size)
    pieces: list[bytes] = []
    try:
        while piece := file.read(1_000_000):
            pieces.append(piece)
    except SPOILED:
        reading.evidence.cannot_read(Unread.CORRUPT)
    reading.read(of_bytes(info.name, b"".join(pieces), part.depth + 1))


class Zstandard:
    """In the manner of bz2's decompressor, with a bound on its memory. Raises ValueError."""

    def __init__(self) -> None:
        from backports import zstd

        options = {int(zstd.DecompressionParameter.window_log_max): WINDOW_LOG}
        self._inner, self._error = zstd.ZstdDecompressor(options=options), zstd.ZstdError

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return self._inner.needs_input

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, piece: bytes, most: int) -> bytes:
        try:
            return self._inner.decompress(piece, most)
        except self._error:
            raise ValueError("no zstandard") from None


def _opener(head: bytes, part: Part, reading: Reading) -> tuple[Callable[[io.BufferedIOBase], Any], int]:
    """What unpacks the stream, and how many bytes to pass over at its start. Raises UnreadableError."""
    if head.startswith(b"\x1f\x8b"):
        _tell_name(head, reading)
        return (lambda stream: gzip.GzipFile(fileobj=stream)), 0
    if head.startswith(b"BZh"):
        return (lambda stream: bz2.BZ2File(stream)), 0
    if head.startswith(b"\x28\xb5\x2f\xfd"):
        return (lambda stream: Inflated(stream, Zstandard(), Zstandard)), 0
    if is_zlib(head):
        return (lambda stream: Inflated(stream, ZlibDecompressor(15))), _header_of_object(head)
    return (lambda stream: Inflated(stream, _lzma(), _lzma)), 0


def _lzma() -> lzma.LZMADecompressor:
    return lzma.LZMADecompressor(memlimit=MEMORY_BYTES)


def _header_of_object(head: bytes) -> int:
    """Of a version store's object: kind and size. What does not unpack at all is something else."""
    try:
        start = zlib.decompressobj().decompress(head, 200)
    except zlib.error:
        raise UnreadableError(Unread.UNSUPPORTED) from None
    found = _OBJECT.match(start)
    return found.end() if found is not None else 0


def _tell_name(head: bytes, reading: Reading) -> None:
    """The name that the packed file had. Source: RFC 1952."""
    flags, at = head[3], 10
    if flags & 4:
        at += 2 + int.from_bytes(head[10:12], "little")
    if flags & 8 and (end := head.find(b"\0", at)) > 0:
        reading.evidence.name(head[at:end].decode("latin-1"))


def _is_seekable(part: Part) -> bool:
    with part.open() as stream:
        return stream.seekable()
