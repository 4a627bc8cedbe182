"""The tokens at rest: one file, AES-256-GCM, under a key of its own in the credential store. Source: VT-C5.

What cannot be opened (damaged, copied from elsewhere, its key gone) is no error: it is as if nobody was signed in, and said
once by whoever finds it so.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.domain.causes import cause_of
from app.domain.errors import EnvironmentLacking
from app.domain.messages import msg
from app.domain.ports import Keys, OneAtATime

KEY: Final = "tokens"
MAGIC: Final = b"VRTOKEN1"  # also what is authenticated beside the content
NONCE_BYTES: Final = 12
MOST_BYTES: Final = 4 * 1024 * 1024
PATIENCE_SECONDS: Final = 60.0  # another process is renewing the tokens: one request and its time-out


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What the file holds. `cache` is msal's own; `registration` names the tenant and app that it belongs to; `claims` are
    those of the last id token, `tenant` the firm's as they name it, `home_tenant` and `way` how they were got. `contact_at`:
    when the tenant was last heard of; `wanted_claims`: what it asked to be shown at the next signing in (JSON text)."""

    registration: str
    cache: str
    claims: dict[str, object]
    way: str
    tenant: str
    contact_at: datetime
    home_tenant: str | None = None
    wanted_claims: str | None = None


@dataclass(frozen=True, slots=True)
class Damaged:
    """There is a file, but what it held cannot be had any more."""


class TokenFile:
    """Several threads and processes may use it; each `with alone()` is held by one of them at a time.

    `write` replaces a file atomically, for the owner alone; it raises OSError.
    """

    def __init__(self, path: Path, keys: Keys, write: Callable[[Path, bytes], None], turn: OneAtATime) -> None:
        self.path = path
        self._keys = keys
        self._write = write
        self._turn = turn
        self._threads = threading.RLock()
        self._depth = 0

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep the other threads and processes out. Raises EnvironmentLacking when they do not come to an end."""
        with self._threads:
            if self._depth == 0:
                self._acquire()
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
                if self._depth == 0:
                    self._turn.release()

    def read(self) -> Kept | Damaged | None:
        """None: nobody signed in. Raises EnvironmentLacking where the credential store cannot be used."""
        try:
            with self.path.open("rb") as file:
                sealed = file.read(MOST_BYTES + 1)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise EnvironmentLacking(msg("signin.file-unreadable", why=cause_of(error))) from error
        key = self._keys.get(KEY)
        if key is None or len(sealed) > MOST_BYTES:
            return Damaged()
        return _opened(sealed, key)

    def save(self, kept: Kept) -> None:
        """Raises EnvironmentLacking."""
        key = self._keys.create(KEY, lambda: secrets.token_bytes(32))
        nonce = secrets.token_bytes(NONCE_BYTES)
        sealed = AESGCM(key).encrypt(nonce, msgspec.json.encode(kept), MAGIC)
        try:
            self._write(self.path, MAGIC + nonce + sealed)
        except OSError as error:
            raise EnvironmentLacking(msg("signin.file-unwritable", why=cause_of(error))) from error

    def forget(self) -> bool:
        """Neither file nor key is there afterwards; says whether anything was. The key goes first: without it the file is
        nothing."""
        was = self.path.exists()
        self._keys.destroy(KEY)
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise EnvironmentLacking(msg("signin.file-unwritable", why=cause_of(error))) from error
        return was

    def _acquire(self) -> None:
        give_up = time.monotonic() + PATIENCE_SECONDS
        try:
            while not self._turn.try_acquire():
                if time.monotonic() > give_up:
                    raise EnvironmentLacking(msg("signin.busy"))
                time.sleep(0.02)  # the lock has no wake-up call
        except OSError as error:
            raise EnvironmentLacking(msg("signin.file-unwritable", why=cause_of(error))) from error


def _opened(sealed: bytes, key: bytes) -> Kept | Damaged:
    head = len(MAGIC) + NONCE_BYTES
    if not sealed.startswith(MAGIC) or len(sealed) <= head:
        return Damaged()
    try:
        content = AESGCM(key).decrypt(sealed[len(MAGIC) : head], sealed[head:], MAGIC)
        return msgspec.json.decode(content, type=Kept)
    except (InvalidTag, ValueError, msgspec.DecodeError):  # ValueError: a key of another length
        return Damaged()
