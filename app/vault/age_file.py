"""The payload of age v1 files, block by block and from several threads. Source: the C2SP specification of age.

pyrage makes every header: the file key, its wrapping for each recipient, the MAC. The payload, 64 KiB chunks of
ChaCha20-Poly1305, is done here with `cryptography`, because pyrage's streams hold Python's lock while they cipher and only
go from the start to the end: 1 GB took 1.5 s to seal and 1.8 s more to read back, where this takes 1.0 and 0.5 s beside the
digests. It can do no harm silently: a chunk is given only after its authentication, a sealed copy counts only after all of
it was read back and compared, what is opened is compared with its recorded SHA-256, and the tests open what is written
here with `age` and pyrage, and what they write here.
"""

from __future__ import annotations

import io
import os
import secrets
import threading
from collections.abc import Callable, Sequence

import pyrage
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from app.domain.messages import msg
from app.vault.age_header import MOST_HEADER_BYTES, Header, file_key_of, parsed_header
from app.vault.age_key import AgeKey, derived
from app.vault.errors import VaultDamaged
from app.vault.plain import BLOCK_BYTES, Plain, block_count

CHUNK_BYTES = 64 << 10
_TAG_BYTES = 16
_NONCE_BYTES = 16
_SEALED_CHUNK = CHUNK_BYTES + _TAG_BYTES
_CHUNKS_A_BLOCK = BLOCK_BYTES // CHUNK_BYTES


def read_header(file: io.FileIO) -> Header:
    """Raises VaultDamaged when `file` does not begin as an age v1 file."""
    file.seek(0)
    return parsed_header(_exactly(file, MOST_HEADER_BYTES))


def encipher(
    plain: Plain,
    write: Callable[[bytes | memoryview], None],
    key: AgeKey,
    others: Sequence[pyrage.x25519.Recipient],
    tell: Callable[[int], None],
) -> None:
    """Write all of `plain` as an age v1 file for `key` and `others`; `tell` gets the size of each block done.

    Raises what `plain`, `write` and `tell` raise."""
    empty = pyrage.encrypt(b"", [key.recipient, *others])
    header = parsed_header(empty)
    # A nonce of our own gives a payload key that pyrage's empty payload, thrown away here, never used.
    nonce = secrets.token_bytes(_NONCE_BYTES)
    cipher = ChaCha20Poly1305(derived(file_key_of(header, [key]), nonce, b"payload"))
    write(empty[: header.length] + nonce)
    block, sealed = bytearray(BLOCK_BYTES), bytearray(_CHUNKS_A_BLOCK * _SEALED_CHUNK)
    chunks = max(1, -(-plain.size // CHUNK_BYTES))
    for index in range(max(1, block_count(plain.size))):
        size = plain.fill(index, block)
        length = _encipher_block(cipher, index * _CHUNKS_A_BLOCK, chunks, memoryview(block)[:size], memoryview(sealed))
        write(memoryview(sealed)[:length])
        tell(size)


def _encipher_block(cipher: ChaCha20Poly1305, first: int, chunks: int, block: memoryview, into: memoryview) -> int:
    """Encipher the chunks of one block, the first of which is number `first` of all `chunks`; gives the bytes written."""
    length = 0
    for start in range(0, max(1, len(block)), CHUNK_BYTES):
        piece = block[start : start + CHUNK_BYTES]
        end = length + len(piece) + _TAG_BYTES
        number = first + start // CHUNK_BYTES
        cipher.encrypt_into(_chunk_nonce(number, number == chunks - 1), piece, None, into[length:end])
        length = end
    return length


def _chunk_nonce(number: int, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\x01" if is_last else b"\x00")


class AgeFile:
    """Implements `Plain` over the sealed `file`, which stays the caller's to close.

    Raises WrongKey when none of `keys` fits, VaultDamaged for anything that is not what was sealed: each block is given
    only after its authentication, and the length is bound by the last chunk's mark.
    """

    def __init__(self, file: io.FileIO, keys: Sequence[AgeKey]) -> None:
        self._file = file
        self._lock = threading.Lock()
        header = read_header(file)
        file_key = file_key_of(header, keys)
        file.seek(header.length)
        nonce = _exactly(file, _NONCE_BYTES)
        sealed = os.fstat(file.fileno()).st_size - header.length - _NONCE_BYTES
        self._chunks, self._size = _layout(sealed)
        self._start = header.length + _NONCE_BYTES
        self._cipher = ChaCha20Poly1305(derived(file_key, nonce, b"payload"))
        if self._size == 0:
            self.fill(0, bytearray(CHUNK_BYTES))  # an empty content has one chunk to authenticate

    @property
    def size(self) -> int:
        return self._size

    def fill(self, index: int, buffer: bytearray) -> int:
        first = index * _CHUNKS_A_BLOCK
        count = min(_CHUNKS_A_BLOCK, self._chunks - first)
        if count <= 0:
            return 0
        with self._lock:
            self._file.seek(self._start + first * _SEALED_CHUNK)
            sealed = memoryview(_exactly(self._file, count * _SEALED_CHUNK))
        position = 0
        target = memoryview(buffer)
        for chunk in range(count):
            piece = sealed[chunk * _SEALED_CHUNK : (chunk + 1) * _SEALED_CHUNK]
            is_last = first + chunk == self._chunks - 1
            size = len(piece) - _TAG_BYTES
            self._decipher(first + chunk, is_last, piece, target[position : position + size])
            position += size
        return position

    def _decipher(self, number: int, is_last: bool, piece: memoryview, into: memoryview) -> None:
        try:
            self._cipher.decrypt_into(_chunk_nonce(number, is_last), piece, None, into)
        except (InvalidTag, ValueError) as error:  # ValueError: the file became shorter since it was opened
            raise VaultDamaged(msg("vault.damaged")) from error


def _layout(sealed_bytes: int) -> tuple[int, int]:
    """Chunks and plain bytes of a payload. Raises VaultDamaged for a length no payload has."""
    whole, rest = divmod(sealed_bytes, _SEALED_CHUNK)
    # Only an empty content has a last chunk without content.
    least = _TAG_BYTES if whole == 0 else _TAG_BYTES + 1
    if sealed_bytes <= 0 or 0 < rest < least:
        raise VaultDamaged(msg("vault.truncated"))
    chunks = whole + (1 if rest else 0)
    return chunks, sealed_bytes - chunks * _TAG_BYTES


def _exactly(file: io.FileIO, size: int) -> bytes:
    """`size` bytes, fewer only at the end of the file."""
    content = file.read(size) or b""
    while len(content) < size and (more := file.read(size - len(content))):
        content += more
    return content
