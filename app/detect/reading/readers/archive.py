"""Zip archives and what is built on them, tar archives, and single packed files. Nothing is unpacked to disk."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from typing import Any

from app.detect.reading.budget import Budget
from app.detect.reading.document import Part, Reading, of_bytes
from app.detect.reading.unread import Unread, UnreadableError

END_RECORD = b"PK\x05\x06"
END_BYTES = 65_557  # the end record with the longest comment
_ENCRYPTED = 0x1


class Expanding(io.RawIOBase):
    """A member while it is unpacked: counts what comes out and stops at the limits. `packed_bytes`: what went in."""

    def __init__(self, member: Any, packed_bytes: int, budget: Budget) -> None:  # Any: the readers of four libraries
        super().__init__()
        self._member, self._packed, self._budget, self._out = member, packed_bytes, budget, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        content = self._member.read(len(buffer))
        count = len(content)
        buffer[:count] = content
        self._out += count
        self._budget.expand(count)
        self._budget.check_ratio(self._packed, self._out)
        return count

    def close(self) -> None:
        if not self.closed:
            self._member.close()
        super().close()


def open_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> io.BufferedReader:
    """Raises UnreadableError: encrypted, unsupported (a method of packing)."""
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableError(Unread.ENCRYPTED)
    try:
        member = archive.open(info)
    except NotImplementedError:
        raise UnreadableError(Unread.UNSUPPORTED) from None
    return io.BufferedReader(Expanding(member, info.compress_size, budget), 65_536)


def open_zip(part: Part, reading: Reading) -> zipfile.ZipFile:
    """Raises LimitReachedError before a list of too many members is read, BadZipFile."""
    stream = part.open()
    if not stream.seekable():
        content = part.content(reading.budget)
        stream.close()
        stream = io.BytesIO(content)
    reading.budget.check_members(_members_claimed(stream))
    return zipfile.ZipFile(stream)


def read_zip(part: Part, reading: Reading) -> None:
    with open_zip(part, reading) as archive:
        names = set(archive.namelist())
        if "[Content_Types].xml" in names:
            from app.detect.reading.readers import ooxml

            return ooxml.read_ooxml(archive, part, reading)
        if "mimetype" in names and "content.xml" in names:
            from app.detect.reading.readers import odf

            return odf.read_odf(archive, part, reading)
        for info in archive.infolist():
            read_member(archive, info, part, reading)
    return None


def read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, part: Part, reading: Reading) -> None:
    """One member as a document of its own."""
    reading.budget.take_member()
    if info.is_dir():
        reading.evidence.name(info.filename)
        return
    member = Part(
        name=info.filename,
        open=lambda: open_member(archive, info, reading.budget),
        depth=part.depth + 1,
        size_bytes=info.file_size,
    )
    reading.read(member)


def read_packed(part: Part, reading: Reading) -> None:
    """gzip, bzip2, xz: one packed file, or a packed tar."""
    with part.open() as stream:
        head = stream.read(512)
    if head[257:262] == b"ustar":
        return _read_tar(part, reading)
    content = part.content(reading.budget)
    with _opened(content) as packed:
        expanding = io.BufferedReader(Expanding(packed, len(content), reading.budget), 65_536)
        inner = of_bytes(part.name.rpartition(".")[0], expanding.read(), part.depth + 1)
    reading.budget.take_member()
    return reading.read(inner)


def _opened(content: bytes) -> Any:  # Any: three unrelated classes with `read` and `close`
    stream = io.BytesIO(content)
    if content.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(fileobj=stream)
    if content.startswith(b"BZh"):
        return bz2.BZ2File(stream)
    return lzma.LZMAFile(stream)


def _read_tar(part: Part, reading: Reading) -> None:
    with part.open() as stream, tarfile.open(fileobj=stream, mode="r|") as archive:
        for info in archive:
            reading.budget.take_member()
            if not info.isreg():  # links and devices are names only
                reading.evidence.name(info.name)
                continue
            file = archive.extractfile(info)
            if file is not None:
                reading.budget.expand(info.size)
                reading.read(of_bytes(info.name, file.read(), part.depth + 1))


def _members_claimed(stream: io.BufferedIOBase) -> int:
    """How many members the end record speaks of; more than a zip without 64-bit records can hold reads as 65,535."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - END_BYTES))
    tail = stream.read(END_BYTES)
    stream.seek(0)
    at = tail.rfind(END_RECORD)
    return int.from_bytes(tail[at + 10 : at + 12], "little") if at >= 0 and len(tail) >= at + 12 else 0
