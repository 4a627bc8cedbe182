"""Seals one content into one file and proves it: write, sync, read back, compare, put in place."""

from __future__ import annotations

import hashlib
import io
import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pyrage
from blake3 import blake3

from app.domain.messages import msg
from app.domain.ports import Progress, Sealed
from app.vault.age_file import AgeFile, encipher
from app.vault.age_key import AgeKey
from app.vault.counting import ByteCounter
from app.vault.disk import PartFile, PrivateFile, patiently, settle, storage_errors, write_all
from app.vault.errors import VaultDamaged
from app.vault.plain import BLOCK_BYTES, Abandoned, Plain, are_equal, block_count, sha256_of

_SYNC_BLOCKS = 128  # the disk begins early with what has to be on it before the name appears
_WORKERS = 3  # digest of the plain content; then sync, digest of the sealed file, half of the comparison


def seal(
    plain: Plain,
    final: Path,
    key: AgeKey,
    recovery: Sequence[pyrage.x25519.Recipient],
    *,
    progress: Progress | None = None,
    accept: Callable[[str], None] | None = None,
) -> Sealed:
    """Seal `plain` at `final` for `key` and `recovery`. It stands there only after the sealed copy was read back and every
    byte compared. `progress` counts each byte twice, written and read back; it is called from this thread, and what it
    raises cancels. `accept` gets the SHA-256 of the content before anything is put in place and may raise.

    Raises StorageRefused, VaultDamaged (the read-back differs), FileExistsError (`final` is taken),
    and what `plain` raises. On any error nothing is left behind.
    """
    count = ByteCounter(2 * plain.size, progress)
    stop = threading.Event()
    with PartFile(final) as part, ThreadPoolExecutor(_WORKERS, "seal") as pool:
        try:
            count.begin()
            digest = pool.submit(sha256_of, plain, stop)
            with storage_errors(final):
                encipher(plain, partial(write_all, part.file), key, recovery, count.add)
            sealed_digest = _prove(plain, part, key, pool, stop, count)
            count.finish()
            sha256 = digest.result()
            if accept is not None:
                accept(sha256)
            sealed_bytes = os.fstat(part.file.fileno()).st_size
            part.publish()
        except BaseException:
            stop.set()
            raise
    return Sealed(path=final, sha256=sha256, size_bytes=plain.size, digest=sealed_digest, sealed_bytes=sealed_bytes)


def pour(sealed: AgeFile, target: Path, tag: str, expected_sha256: str | None, progress: Progress | None) -> str:
    """Write the plain content of `sealed` at `target`, which must not exist; gives its SHA-256.

    The name appears after every chunk was authenticated and the digest compared; until then the content has no name, or a
    hidden one. Raises TargetExists, StorageRefused, VaultDamaged."""
    count = ByteCounter(sealed.size, progress)
    digest = hashlib.sha256()
    with PrivateFile(target, tag) as private, ThreadPoolExecutor(3, "open") as pool:
        pending: list[Future[None]] = []
        syncs: list[Future[None]] = []
        blocks = bytearray(BLOCK_BYTES), bytearray(BLOCK_BYTES)
        count.begin()
        with storage_errors(target):
            for index in range(block_count(sealed.size)):
                block = blocks[index % 2]
                size = sealed.fill(index, block)
                _wait(pending)
                view = memoryview(block)[:size]
                pending = [pool.submit(digest.update, view), pool.submit(write_all, private.file, view)]
                if index % _SYNC_BLOCKS == _SYNC_BLOCKS - 1:
                    syncs.append(pool.submit(settle, private.file))
                count.add(size)
            _wait([*pending, *syncs])
        count.finish()
        if expected_sha256 is not None and digest.hexdigest() != expected_sha256:
            raise VaultDamaged(msg("vault.other-content"))
        private.publish()
    return digest.hexdigest()


def check_digest(content: bytes | bytearray, expected_sha256: str) -> None:
    """Raises VaultDamaged."""
    if hashlib.sha256(content).hexdigest() != expected_sha256:
        raise VaultDamaged(msg("vault.other-content"))


def check_sealed(file: io.FileIO, key: AgeKey, digest: str | None, sealed_bytes: int | None, *, full: bool) -> None:
    """Compare a sealed file with what is recorded of it; `full` reads and deciphers all of it. Raises VaultDamaged."""
    if sealed_bytes and os.fstat(file.fileno()).st_size != sealed_bytes:
        raise VaultDamaged(msg("vault.damaged"))
    if full and digest and digest_of(file) != digest:
        raise VaultDamaged(msg("vault.damaged"))
    sealed = AgeFile(file, [key])
    if full:
        block = bytearray(BLOCK_BYTES)
        for index in range(block_count(sealed.size)):
            sealed.fill(index, block)


def digest_of(file: io.FileIO, stop: threading.Event | None = None) -> str:
    """BLAKE3, hexadecimal, of a sealed file from its beginning. Raises Abandoned."""
    digest, block = blake3(), bytearray(BLOCK_BYTES)
    file.seek(0)
    while size := file.readinto(block):
        if stop is not None and stop.is_set():
            raise Abandoned
        digest.update(memoryview(block)[:size])
    return digest.hexdigest()


def _wait(pending: Sequence[Future[None]]) -> None:
    for future in pending:
        future.result()


def _prove(
    plain: Plain, part: PartFile, key: AgeKey, pool: ThreadPoolExecutor, stop: threading.Event, count: ByteCounter
) -> str:
    """Sync the file, read it back through a handle of its own and compare all of it; gives its BLAKE3."""
    with storage_errors(part.path), _reopened(part.path) as again, _reopened(part.path) as bytes_again:
        synced = pool.submit(os.fsync, part.file.fileno())
        sealed_digest = pool.submit(digest_of, bytes_again, stop)
        sealed = AgeFile(again, [key])
        blocks = range(block_count(plain.size))
        half = pool.submit(are_equal, plain, sealed, blocks[1::2], stop)
        try:
            same = sealed.size == plain.size and are_equal(
                plain, sealed, blocks[::2], stop, lambda size: count.add(2 * size)
            )
            same = half.result() and same
            synced.result()
            if not same:
                raise VaultDamaged(msg("vault.read-back"))
            return sealed_digest.result()
        except BaseException:
            stop.set()
            _settle([half, synced, sealed_digest])  # they still use the handles that are about to be closed
            raise


def _settle(futures: Sequence[Future[bool] | Future[None] | Future[str]]) -> None:
    for future in futures:
        future.exception()


def _reopened(path: Path) -> io.FileIO:
    return patiently(lambda: io.FileIO(path, "rb"))
