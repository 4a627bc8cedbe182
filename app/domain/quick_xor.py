"""quickXorHash, the one digest that SharePoint and OneDrive report of a file.

Each byte is XORed into 160 bits, eleven bits further on than the byte before it; at the end the length is XORed into the last
eight bytes. After 160 bytes the place comes round again, so bytes 160 apart can be XORed first, whole blocks at a time.
Source: https://learn.microsoft.com/onedrive/developer/code-snippets/quickxorhash
"""

from __future__ import annotations

import base64
from typing import Final

_WIDTH: Final = 160  # bits of the digest, and bytes after which the places come round
_SHIFT: Final = 11
_PIECE: Final = _WIDTH * 1024  # bytes folded at once: whole rounds, and small enough for the processor's cache
_ALL_BITS: Final = (1 << _WIDTH) - 1


class QuickXor:
    """A digest under way, fed like those of `hashlib`."""

    def __init__(self) -> None:
        self._folded = 0  # a little-endian number of at most one piece and one round
        self._length = 0

    def update(self, content: bytes | bytearray | memoryview) -> None:
        view = memoryview(content).cast("B")
        for start in range(0, len(view), _PIECE):
            piece = view[start : start + _PIECE]
            number = int.from_bytes(piece, "little")
            ahead = self._length % _WIDTH
            self._folded ^= number << (8 * ahead) if ahead else number
            self._length += len(piece)

    def digest(self) -> bytes:
        """20 bytes. More may be fed afterwards."""
        bits = 0
        for place, byte in enumerate(self._round()):
            moved = byte << (place * _SHIFT % _WIDTH)
            bits ^= (moved & _ALL_BITS) ^ (moved >> _WIDTH)
        bits ^= self._length << (_WIDTH - 64)
        return (bits & _ALL_BITS).to_bytes(_WIDTH // 8, "little")

    def base64(self) -> str:
        """As Graph writes it."""
        return base64.b64encode(self.digest()).decode("ascii")

    def _round(self) -> bytes:
        """All rounds XORed to one."""
        size = -(-self._folded.bit_length() // 8)
        content = self._folded.to_bytes(size, "little")
        one = 0
        for start in range(0, size, _WIDTH):
            one ^= int.from_bytes(content[start : start + _WIDTH], "little")
        return one.to_bytes(_WIDTH, "little")


def quick_xor(content: bytes) -> str:
    """The digest of a whole content, in base64."""
    hashed = QuickXor()
    hashed.update(content)
    return hashed.base64()
