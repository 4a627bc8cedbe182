"""Archives, with and without a password."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import struct
import tarfile
import tempfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from random import Random

import py7zr

from .package import MOMENT, pack

_EPOCH = 1_744_626_600  # 14 April 2025


def packed(members: Mapping[str, bytes], kind: str) -> bytes:
    """`kind`: zip, 7z, tar, tar.gz, tar.bz2 or tar.xz."""
    if kind == "zip":
        return zipped(members)
    if kind == "7z":
        return seven(members)
    return tarred(members, kind.removeprefix("tar").removeprefix("."))


def zipped(members: Mapping[str, bytes]) -> bytes:
    return pack(members)


def tarred(members: Mapping[str, bytes], compression: str = "") -> bytes:
    """`compression`: gz, bz2, xz or none."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size, info.mtime = len(data), _EPOCH
            archive.addfile(info, io.BytesIO(data))
    return compressed(out.getvalue(), compression)


def compressed(data: bytes, compression: str) -> bytes:
    match compression:
        case "gz":
            return gzip.compress(data, mtime=0)
        case "bz2":
            return bz2.compress(data)
        case "xz":
            return lzma.compress(data)
        case _:
            return data


def seven(members: Mapping[str, bytes]) -> bytes:
    """A 7z; its times come from files, which is why they are written first."""
    out = io.BytesIO()
    settings = [{"id": py7zr.FILTER_LZMA2, "preset": 1}]
    with tempfile.TemporaryDirectory() as folder, py7zr.SevenZipFile(out, "w", filters=settings) as archive:
        for i, (name, data) in enumerate(members.items()):
            path = Path(folder) / str(i)
            path.write_bytes(data)
            path.chmod(0o644)
            os.utime(path, (_EPOCH, _EPOCH))
            archive.write(path, name)
    return out.getvalue()


class _ZipCipher:
    """The traditional zip encryption (APPNOTE 6.1)."""

    def __init__(self, password: bytes) -> None:
        self._keys = [0x12345678, 0x23456789, 0x34567890]
        for byte in password:
            self._update(byte)

    def _update(self, byte: int) -> None:
        k = self._keys
        k[0] = _crc_step(k[0], byte)
        k[1] = ((k[1] + (k[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        k[2] = _crc_step(k[2], k[1] >> 24)

    def encrypt(self, data: bytes) -> bytes:
        out = bytearray()
        for byte in data:
            t = (self._keys[2] | 2) & 0xFFFF
            out.append(byte ^ (((t * (t ^ 1)) >> 8) & 0xFF))
            self._update(byte)
        return bytes(out)


def _crc_step(crc: int, byte: int) -> int:
    return zlib.crc32(bytes((byte,)), crc ^ 0xFFFFFFFF) ^ 0xFFFFFFFF


def locked_zip(members: Mapping[str, bytes], rng: Random) -> bytes:
    """A zip whose members need a password."""
    year, month, day, hour, minute, _ = MOMENT
    stamp, date = hour << 11 | minute << 5, (year - 1980) << 9 | month << 5 | day
    out, directory = bytearray(), bytearray()
    for name, data in members.items():
        crc = zlib.crc32(data)
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        body = packer.compress(data) + packer.flush()
        cipher = _ZipCipher(b"Welkom-2025!")
        locked = cipher.encrypt(rng.randbytes(11) + bytes((crc >> 24,)) + body)
        raw = name.encode()
        common = struct.pack("<HHHHHIIIHH", 20, 0x801, 8, stamp, date, crc, len(locked), len(data), len(raw), 0)
        directory += (
            b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0x20, len(out)) + raw
        )
        out += b"PK\x03\x04" + common + raw + locked
    end = struct.pack("<HHHHIIH", 0, 0, len(members), len(members), len(directory), len(out), 0)
    return bytes(out + directory) + b"PK\x05\x06" + end
