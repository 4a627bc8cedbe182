"""Keys in one file that only its owner can read: for Linux machines without a credential store, never for Windows."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from app.domain.causes import cause_of
from app.domain.messages import msg
from app.domain.ports import KeySource
from app.system.credentials._errors import KeysUnavailable
from app.system.credentials._names import as_text, checked_name, from_text

assert sys.platform == "linux"

from app.system.credentials._linux import file_lock  # noqa: E402  # after the assertion, for the type checker

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_MOST_BYTES = 64 << 20


class _Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`keys`: base64 of each secret by its name."""

    format: int
    keys: dict[str, str]


class KeyFileKeys:
    """Implements `Keys` over the JSON file `path` (0600, in a folder 0700, both our own).

    Each change rewrites the file: lock, read, write beside, sync, replace, sync the folder, read back. The file beside
    has one fixed name, so what a crash left of it is gone with the next change and cannot keep a destroyed key.
    """

    source = KeySource.KEY_FILE

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, name: str) -> bytes | None:
        text = self._read().get(checked_name(name))
        if text is None:
            return None
        secret = from_text(text)
        if secret is None:
            raise KeysUnavailable(msg("keys.unreadable", key=name))
        return secret

    def put(self, name: str, secret: bytes) -> None:
        text = as_text(secret)
        with self._changing() as keys:
            keys[checked_name(name)] = text

    def create(self, name: str, make: Callable[[], bytes]) -> bytes:
        with self._changing() as keys:
            if checked_name(name) not in keys:
                keys[name] = as_text(make())
        secret = self.get(name)
        if secret is None:  # somebody destroyed it at once
            raise KeysUnavailable(msg("keys.not-kept", key=name))
        return secret

    def destroy(self, name: str) -> None:
        with self._changing() as keys:
            keys.pop(checked_name(name), None)

    @contextmanager
    def _changing(self) -> Iterator[dict[str, str]]:
        with _system_errors(self._path):
            self._make_folder()
            with contextmanager(file_lock)(self._path.with_name(self._path.name + ".lock")):
                keys = self._read()
                before = dict(keys)
                yield keys
                if keys != before or self._part().exists():
                    self._write(_Content(format=1, keys=keys))
                    if self._read() != keys:
                        raise KeysUnavailable(msg("keys.file-not-kept", path=str(self._path)))

    def _make_folder(self) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = self._path.parent.stat()
        if found.st_uid != os.geteuid() or found.st_mode & _OTHERS:
            raise KeysUnavailable(msg("keys.folder-open", path=str(self._path.parent)))

    def _read(self) -> dict[str, str]:
        with _system_errors(self._path):
            try:
                handle = os.open(self._path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
            except FileNotFoundError:
                return {}
            with os.fdopen(handle, "rb") as file:
                self._check_owner(os.fstat(file.fileno()))
                content = file.read(_MOST_BYTES)
        try:
            return msgspec.json.decode(content, type=_Content).keys
        except msgspec.MsgspecError as error:
            raise KeysUnavailable(msg("keys.file-damaged", path=str(self._path))) from error

    def _check_owner(self, found: os.stat_result) -> None:
        if not stat.S_ISREG(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & _OTHERS:
            raise KeysUnavailable(msg("keys.file-open", path=str(self._path)))

    def _part(self) -> Path:
        return self._path.with_name(self._path.name + ".part")

    def _write(self, content: _Content) -> None:
        part = self._part()
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(msgspec.json.encode(content))
                file.flush()
                os.fsync(file.fileno())
            part.replace(self._path)
        except OSError:
            with suppress(OSError):  # the first error is the one to tell
                part.unlink(missing_ok=True)
            raise
        _sync_folder(self._path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _system_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise KeysUnavailable(msg("keys.disk-full", path=str(path))) from error
        if error.errno == errno.ELOOP:
            raise KeysUnavailable(msg("keys.file-open", path=str(path))) from error
        raise KeysUnavailable(msg("keys.file-refused", path=str(path), reason=cause_of(error))) from error
