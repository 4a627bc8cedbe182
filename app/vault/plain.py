"""Plain content in blocks that several threads read at once: a file, bytes, or the inside of another sealed file."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from typing import Protocol

BLOCK_BYTES = 1 << 20  # sixteen age chunks; large enough that threads seldom wait for each other


class Plain(Protocol):
    """Content of `size` bytes. `fill` puts block `index` into `buffer` (BLOCK_BYTES long) and says how many bytes it has:
    fewer than a block at the end, 0 after it. Any thread may call it."""

    @property
    def size(self) -> int: ...

    def fill(self, index: int, buffer: bytearray) -> int: ...


class PlainBytes:
    """Implements `Plain` for content in memory."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    @property
    def size(self) -> int:
        return len(self._content)

    def fill(self, index: int, buffer: bytearray) -> int:
        piece = self._content[index * BLOCK_BYTES : (index + 1) * BLOCK_BYTES]
        buffer[: len(piece)] = piece
        return len(piece)


class Abandoned(Exception):
    """Another thread of the same work failed; its error is the one to tell."""


def block_count(size: int) -> int:
    return -(-size // BLOCK_BYTES)


def sha256_of(plain: Plain, stop: threading.Event) -> str:
    """SHA-256, hexadecimal. Raises Abandoned."""
    digest, block = hashlib.sha256(), bytearray(BLOCK_BYTES)
    for index in range(block_count(plain.size)):
        if stop.is_set():
            raise Abandoned
        digest.update(memoryview(block)[: plain.fill(index, block)])
    return digest.hexdigest()


def are_equal(
    one: Plain, other: Plain, blocks: range, stop: threading.Event, tell: Callable[[int], None] | None = None
) -> bool:
    """Whether `blocks` of both are the same bytes; `tell` gets the size of each block compared. Raises Abandoned."""
    first, second = bytearray(BLOCK_BYTES), bytearray(BLOCK_BYTES)
    for index in blocks:
        if stop.is_set():
            raise Abandoned
        size = one.fill(index, first)
        if other.fill(index, second) != size:
            return False
        # Whole buffers are compared in one step; what lies behind the end of a short last block is made equal first.
        second[size:] = first[size:]
        if first != second:
            return False
        if tell is not None:
            tell(size)
    return True
