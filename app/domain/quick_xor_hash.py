"""quickXorHash, by which OneDrive and SharePoint tell what they stored.

Source: https://learn.microsoft.com/onedrive/developer/code-snippets/quickxorhash : each byte is XORed into a register of 160
bits, 11 bits further than the one before; at last the length is XORed into the last 64 bits.
"""

from __future__ import annotations

import base64
from typing import Final

BITS: Final = 160
SHIFT: Final = 11
_ROW: Final = BITS  # 11 and 160 have no common divisor: after 160 bytes the shifts begin anew
_BLOCK: Final = _ROW * 4096  # bytes folded at a time
_MASK: Final = (1 << BITS) - 1


class QuickXorHash:
    """Fed in pieces of any size."""

    def __init__(self) -> None:
        self._row = 0  # the XOR of all whole rows, as one number of 160 bytes, little-endian
        self._rest = b""
        self._length = 0

    def update(self, piece: bytes | memoryview) -> None:
        self._length += len(piece)
        data = self._rest + bytes(piece) if self._rest else bytes(piece)
        whole = len(data) - len(data) % _ROW
        for start in range(0, whole, _BLOCK):
            self._row ^= _folded(data[start : min(start + _BLOCK, whole)])
        self._rest = data[whole:]

    def digest(self) -> bytes:
        row = (self._row ^ int.from_bytes(self._rest, "little")).to_bytes(_ROW, "little")
        register = 0
        for position, byte in enumerate(row):
            register ^= byte << (position * SHIFT % BITS)
        register = (register & _MASK) ^ (register >> BITS)  # what went over the end comes in at the beginning
        register ^= self._length << (BITS - 64)
        return register.to_bytes(BITS // 8, "little")

    def base64(self) -> str:
        """As Graph writes it."""
        return base64.b64encode(self.digest()).decode("ascii")


def quick_xor_hash(content: bytes) -> str:
    """The hash of `content`, in base64."""
    whole = QuickXorHash()
    whole.update(content)
    return whole.base64()


def _folded(data: bytes) -> int:
    """The XOR of all rows of `data`, whose length is a multiple of a row. Halving does it with few large numbers."""
    rows = len(data) // _ROW
    value = int.from_bytes(data, "little")
    while rows > 1:
        half = (rows + 1) // 2
        bits = half * _ROW * 8
        value = (value & ((1 << bits) - 1)) ^ (value >> bits)
        rows = half
    return value
