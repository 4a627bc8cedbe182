"""Changes inside containers: taken apart, a member changed, put together again so that its reader gets as far as the member."""

from __future__ import annotations

import bz2
import gzip
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable
from random import Random
from typing import Any

import olefile  # type: ignore[import-untyped]

from app.detect.reading.document import SPOILED
from benchmarks.fuzzing.mutations import mutated_bytes
from benchmarks.fuzzing.tokens import mutated_text

Change = Callable[[bytes, Random], bytes]

MOST_MEMBER_BYTES = 5_000_000
MOST_DEPTH = 3
_STREAM = re.compile(rb"stream\r?\n")
_PACKED: tuple[tuple[bytes, Callable[[bytes], bytes], Callable[[bytes], bytes]], ...] = (
    (b"\x1f\x8b", lambda packed: zlib.decompressobj(31).decompress(packed, MOST_MEMBER_BYTES), gzip.compress),
    (b"BZh", lambda packed: bz2.BZ2Decompressor().decompress(packed, MOST_MEMBER_BYTES), bz2.compress),
)
_ODD_NAMES = (
    "../../up.txt",
    "/etc/a",
    "a" * 3_000,
    "con",
    "a\\b",
    "\u202etxt",
    "xl/worksheets/sheet1.xml",
    "word/document.xml",
)


class NothingInside(Exception):
    """It contains nothing, or cannot be taken apart."""


def is_text(content: bytes) -> bool:
    head = content[:2_000]
    return bool(head) and sum(byte < 9 for byte in head) == 0


def changed_inside(content: bytes, rng: Random, change: Change, depth: int = 0) -> bytes:
    """`content` with one piece of what it contains given to `change`; what contains nothing goes to it itself."""
    if depth < MOST_DEPTH:
        try:
            return _inside(content, rng, lambda piece, rng: changed_inside(piece, rng, change, depth + 1))
        except NothingInside:
            pass
    return change(content, rng)


def mutate_piece(content: bytes, rng: Random) -> bytes:
    """By tokens mostly where it is a text, by bytes else."""
    return mutated_text(content, rng) if is_text(content) and rng.random() < 0.8 else mutated_bytes(content, rng)


def _inside(content: bytes, rng: Random, change: Change) -> bytes:
    if content.startswith(b"PK\x03\x04"):
        return zip_with(content, rng, change)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return compound_with(content, rng, change)
    if content.startswith(b"%PDF-"):
        return pdf_with(content, rng, change)
    for magic, unpack, pack in _PACKED:
        if content.startswith(magic):
            try:
                return pack(change(unpack(content), rng))
            except SPOILED:
                raise NothingInside from None
    raise NothingInside


def zip_with(content: bytes, rng: Random, change: Change) -> bytes:
    """One member changed, its checksum right; now and then one comes twice, goes, or has another name."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = [info for info in archive.infolist() if info.file_size <= MOST_MEMBER_BYTES]
            members = [(info.filename, archive.read(info)) for info in infos]
    except SPOILED:
        raise NothingInside from None
    if not members:
        raise NothingInside
    at = rng.randrange(len(members))
    name, member = members[at]
    what = rng.random()
    if what < 0.85:
        members[at] = (name, change(member, rng))
    elif what < 0.9:
        members.append((name, change(member, rng)))
    elif what < 0.95:
        del members[at]
    else:
        members[at] = (rng.choice(_ODD_NAMES), member)
    return _zipped(members)


def _zipped(members: list[tuple[str, bytes]]) -> bytes:
    target = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a name that comes twice
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, member in members:
                archive.writestr(zipfile.ZipInfo(name), member, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def compound_with(content: bytes, rng: Random, change: Change) -> bytes:
    """One stream changed where it lies, in the length it has."""
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as container:
            path: Any = rng.choice([path for path in container.listdir() if container.get_size(path)])
            stream = container.openstream(path).read()
    except SPOILED:
        raise NothingInside from None
    if not stream or stream not in content:  # it lies there in pieces
        raise NothingInside
    return content.replace(stream, change(stream, rng)[: len(stream)].ljust(len(stream), b"\0"), 1)


def pdf_with(content: bytes, rng: Random, change: Change) -> bytes:
    """One packed stream changed and packed again, now and then nothing; the places of objects move, which readers mend."""
    starts = [match.end() for match in _STREAM.finditer(content)]
    if not starts or rng.random() < 0.4:
        raise NothingInside
    start = rng.choice(starts)
    end = content.find(b"endstream", start)
    try:
        stream = zlib.decompressobj().decompress(content[start:end], MOST_MEMBER_BYTES)
    except zlib.error:
        raise NothingInside from None
    return content[:start] + zlib.compress(change(stream, rng), 1) + b"\n" + content[end:]
