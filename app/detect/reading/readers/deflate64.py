"""Deflate64, as Windows packs large files in a zip."""

from __future__ import annotations

import inflate64


class Deflate64:
    """In the manner of bz2's decompressor, see Inflated. `size_bytes`: of what comes out, as the archive tells; the packed
    bytes do not say where they end."""

    def __init__(self, size_bytes: int) -> None:
        self._inner = inflate64.Inflater()
        self._left = size_bytes
        self._ready = b""

    @property
    def eof(self) -> bool:
        return self._left <= 0 and not self._ready

    @property
    def needs_input(self) -> bool:
        return not self._ready

    def decompress(self, piece: bytes, most: int) -> bytes:
        if piece:
            self._ready += self._inner.inflate(piece)[: self._left]
            self._left -= len(self._ready)
        found, self._ready = self._ready[:most], self._ready[most:]
        return found
