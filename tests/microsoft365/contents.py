"""Bytes of files: small ones in memory, large ones on the disk, each with its quickXorHash.

Source of the hash: https://learn.microsoft.com/onedrive/developer/code-snippets/quickxorhash
"""

from __future__ import annotations

import base64
import uuid
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from tests.microsoft365.messages import Answer, Stretch

_IN_MEMORY = 4 * 1024 * 1024
_BITS = 160
_SHIFT = 11
# 160 bytes later the shift is back where it was (160 * 11 is a multiple of 160), so whole rows can be folded onto each other.
_ROW = 160
_BLOCK = _ROW * 4096


class QuickXorHash:
    """Every byte is exclusive-ored at bit 11*i modulo 160, and the length over the last eight bytes."""

    def __init__(self) -> None:
        self._row = 0
        self._rest = b""
        self._length = 0

    def update(self, data: bytes) -> None:
        self._length += len(data)
        data = self._rest + data
        whole = len(data) - len(data) % _BLOCK
        for start in range(0, whole, _BLOCK):
            self._fold(data[start : start + _BLOCK])
        self._rest = data[whole:]

    def digest(self) -> bytes:
        row = self._row
        for start in range(0, len(self._rest), _ROW):
            row ^= int.from_bytes(self._rest[start : start + _ROW].ljust(_ROW, b"\0"), "little")
        bits = 0
        for index, byte in enumerate(row.to_bytes(_ROW, "little")):
            place = index * _SHIFT % _BITS
            bits ^= byte << place
        bits = (bits & ((1 << _BITS) - 1)) ^ (bits >> _BITS)
        return (bits ^ (self._length << (_BITS - 64))).to_bytes(_BITS // 8, "little")

    def text(self) -> str:
        return base64.b64encode(self.digest()).decode()

    def _fold(self, block: bytes) -> None:
        rows = len(block) // _ROW
        folded = int.from_bytes(block, "little")
        while rows > 1:
            rows //= 2
            bits = rows * _ROW * 8
            folded = (folded & ((1 << bits) - 1)) ^ (folded >> bits)
        self._row ^= folded


@dataclass
class Content:
    """What a file holds: `data`, or a file on the disk that nobody changes."""

    size: int
    data: bytes | None = None
    file: Path | None = None
    known_digest: str | None = field(default=None)

    @cached_property
    def digest(self) -> str:
        """The base64 quickXorHash."""
        if self.known_digest is not None:
            return self.known_digest
        hashed = QuickXorHash()
        if self.data is not None:
            hashed.update(self.data)
        elif self.file is not None:
            with self.file.open("rb") as file:
                while part := file.read(_BLOCK):
                    hashed.update(part)
        return hashed.text()

    def read(self) -> bytes:
        return self.data if self.data is not None else self.file.read_bytes() if self.file else b""

    def answer(self, status: int, start: int, length: int, headers: dict[str, str]) -> Answer:
        if self.data is not None:
            return Answer(status, self.data[start : start + length], headers)
        assert self.file is not None
        return Answer(status, headers=headers, stretch=Stretch(self.file, start, length))


class ContentStore:
    """Makes contents; `folder` takes the large ones."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def new_file(self) -> Path:
        self._folder.mkdir(parents=True, exist_ok=True)
        return self._folder / uuid.uuid4().hex

    def keep(self, data: bytes) -> Content:
        if len(data) <= _IN_MEMORY:
            return Content(len(data), data=data)
        file = self.new_file()
        file.write_bytes(data)
        return Content(len(data), file=file)
