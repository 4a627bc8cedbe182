"""Zip archives and what is built on them. Nothing is unpacked to disk; a member is a document of its own."""

from __future__ import annotations

import copy
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

from app.detect.reading.budget import Budget
from app.detect.reading.document import Part, Reading
from app.detect.reading.readers.expanding import BUFFER_BYTES, Expanding, Inflated, buffered
from app.detect.reading.unread import Unread, UnreadableError

END_RECORD = b"PK\x05\x06"
END_BYTES = 65_557  # the end record with the longest comment
_ENCRYPTED, _PATCHED, _HIDDEN, _UTF8_NAME = 0x1, 0x20, 0x40, 0x800
_HEADER = struct.Struct("<4s22x2H")  # its sign, the lengths of the name and of what stands behind it
_DEFLATE64, _ZSTANDARD, _XZ = 9, 93, 95
_APPLE = frozenset({"index.xml", "index.apxl", "Index/Document.iwa"})
_BOOKS = (b"application/epub+zip", b"application/x-ibooks+zip")
_DECORATION = (".css", ".ttf", ".otf", ".woff", ".woff2")


def open_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget, spoiled: Callable[[], None] | None = None
) -> io.BufferedIOBase:
    """`spoiled` is told of a wrong checksum, see Expanding. Raises UnreadableError: encrypted, unsupported (way of packing)."""
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableError(Unread.ENCRYPTED)
    content = _at_once(archive, info)
    if content is not None:
        budget.expand(len(content))
        budget.check_ratio(info.compress_size, len(content))
        return io.BytesIO(content)
    unchecked = copy.copy(info)
    del unchecked.CRC  # zipfile would withhold what it read when the checksum is wrong
    try:
        member: Any = archive.open(unchecked)
    except NotImplementedError:
        member = _other_way(archive, info)
    return buffered(Expanding(member, info.compress_size, budget, info.CRC, spoiled))


def _at_once(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | None:
    """A small member that is in good order, all of it; None for any other. Most documents have a dozen of a kilobyte each, and
    zipfile, a stream that counts and a buffer take four times as long as to unpack them."""
    is_small = max(info.file_size, info.compress_size) <= BUFFER_BYTES
    if not is_small or info.flag_bits & (_PATCHED | _HIDDEN) or archive.fp is None:
        return None
    archive.fp.seek(info.header_offset)
    header = archive.fp.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return None
    sign, name_bytes, more_bytes = _HEADER.unpack(header)
    packed = archive.fp.read(name_bytes + more_bytes + info.compress_size)
    name = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8_NAME else "cp437", "replace")
    if sign != b"PK\x03\x04" or packed[:name_bytes] != name:
        return None
    content = _unpacked(packed[name_bytes + more_bytes :], info)
    return content if len(content) == info.file_size and zlib.crc32(content) == info.CRC else None


def _unpacked(packed: bytes, info: zipfile.ZipInfo) -> bytes:
    """No more than the member says it is; less, or nothing, of what is spoiled or packed in another way."""
    if info.compress_type == zipfile.ZIP_STORED:
        return packed[: info.file_size]
    if info.compress_type != zipfile.ZIP_DEFLATED:
        return b""
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, info.file_size or 1)
    except zlib.error:
        return b""


def open_zip(part: Part, reading: Reading) -> zipfile.ZipFile:
    """Raises LimitReachedError before a list of too many members is read, BadZipFile."""
    stream = part.open()
    if not stream.seekable():
        stream.close()
        stream = io.BytesIO(part.content(reading.budget))
    reading.budget.check_members(_members_claimed(stream))
    return zipfile.ZipFile(stream)


def read_zip(part: Part, reading: Reading) -> None:
    try:
        archive = open_zip(part, reading)
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError):
        from app.detect.reading.readers import broken_zip

        return broken_zip.read_broken_zip(part, reading)
    with archive:
        if not _is_where_it_says(archive):
            from app.detect.reading.readers import broken_zip

            return broken_zip.read_broken_zip(part, reading)
        names = set(archive.namelist())
        if "[Content_Types].xml" in names:
            from app.detect.reading.readers import ooxml

            return ooxml.read_ooxml(archive, part, reading)
        if "mimetype" in names and "content.xml" in names:
            from app.detect.reading.readers import odf

            return odf.read_odf(archive, part, reading)
        if _is_document(archive, names, reading):
            return _read_document(archive, part, reading)
        for info in archive.infolist():
            read_member(archive, info, part, reading)
    return None


def read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, part: Part, reading: Reading) -> None:
    """One member as a document of its own."""
    reading.budget.take_member()
    if info.is_dir():
        reading.evidence.name(_name(info))
        return
    member = Part(
        name=_name(info),
        open=lambda: open_member(archive, info, reading.budget, lambda: reading.evidence.cannot_read(Unread.CORRUPT)),
        depth=part.depth + 1,
        size_bytes=info.file_size,
    )
    reading.read(member)


def _name(info: zipfile.ZipInfo) -> str:
    """Many programs write UTF-8 and do not say so; the old form knows only the letters of DOS."""
    if info.flag_bits & _UTF8_NAME or info.filename.isascii():
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _is_where_it_says(archive: zipfile.ZipFile) -> bool:
    """Whether the first member lies where the list says: a list may belong to another archive, or be shifted."""
    for info in archive.infolist()[:1]:
        assert archive.fp is not None, "the archive is open"
        archive.fp.seek(info.header_offset)
        return archive.fp.read(4) == b"PK\x03\x04"
    return True


def _is_document(archive: zipfile.ZipFile, names: set[str], reading: Reading) -> bool:
    """An electronic book, or a document of Apple's office: its pictures stand between its text."""
    if names & _APPLE:
        return True
    if not {"mimetype", "META-INF/container.xml"} <= names:
        return False
    with open_member(archive, archive.getinfo("mimetype"), reading.budget) as stream:
        return stream.read(100).strip() in _BOOKS


def _read_document(archive: zipfile.ZipFile, part: Part, reading: Reading) -> None:
    from app.detect.reading.readers.pictures import Pictures, is_picture_name

    pictures = Pictures(reading, part.depth)
    for info in archive.infolist():
        name = info.filename.lower()
        if is_picture_name(name):
            reading.budget.take_member()
            pictures.look_at_member(archive, info)
        elif not name.endswith(_DECORATION):
            read_member(archive, info, part, reading)
    reading.evidence.flush()
    pictures.conclude()


def _other_way(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Inflated:
    """A member packed in a way that zipfile does not know. Raises UnreadableError, BadZipFile."""
    decompressor: Any
    if info.compress_type == _DEFLATE64:
        from app.detect.reading.readers.deflate64 import Deflate64

        decompressor = Deflate64(info.file_size)
    elif info.compress_type == _ZSTANDARD:
        from app.detect.reading.readers.packed import Zstandard

        decompressor = Zstandard()
    elif info.compress_type == _XZ:
        decompressor = lzma.LZMADecompressor()
    else:
        raise UnreadableError(Unread.UNSUPPORTED)
    return Inflated(_Stored(archive, info), decompressor)


class _Stored:
    """The bytes of a member as they lie in the archive."""

    def __init__(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
        assert archive.fp is not None, "the archive is open"
        self._file = archive.fp
        self._file.seek(info.header_offset)
        header = self._file.read(30)
        if len(header) < 30 or not header.startswith(b"PK\x03\x04"):
            raise zipfile.BadZipFile("no header where the list says")
        sizes = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        self._at, self._left = info.header_offset + 30 + sizes, info.compress_size

    def read(self, size: int) -> bytes:
        self._file.seek(self._at)
        piece = self._file.read(min(size, self._left, BUFFER_BYTES))
        self._at += len(piece)
        self._left -= len(piece)
        return piece

    def close(self) -> None:
        """The archive stays open."""


def _members_claimed(stream: io.BufferedIOBase) -> int:
    """How many members the end record speaks of; more than a zip without 64-bit records can hold reads as 65,535."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - END_BYTES))
    tail = stream.read(END_BYTES)
    stream.seek(0)
    at = tail.rfind(END_RECORD)
    return int.from_bytes(tail[at + 10 : at + 12], "little") if at >= 0 and len(tail) >= at + 12 else 0
