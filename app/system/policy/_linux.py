"""Policy on Linux: one TOML file that only root can write."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import os
import stat
import tomllib
from pathlib import Path

from app.domain.causes import cause_of
from app.domain.messages import Message, msg
from app.system.policy import PolicyReading, accepted, broken
from app.system.policy.toml import flattened

POLICY_FILE = Path("/etc/vroom-assistant/policy.toml")
_LIMIT = 1024 * 1024
_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


class _NotTrusted(Exception):
    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class FilePolicy:
    """Implements `PolicySource`. The file and its folder must belong to `owner` and be writable by nobody else."""

    def __init__(self, path: Path = POLICY_FILE, owner: int = 0) -> None:
        self._path = path
        self._owner = owner

    def read(self) -> PolicyReading:
        try:
            content = self._content()
            table = tomllib.loads(content.decode("utf-8"))
            return accepted(flattened(table), str(self._path))
        except (FileNotFoundError, NotADirectoryError):
            return PolicyReading()
        except _NotTrusted as error:
            return broken(error.message)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
            return broken(msg("policy.not-toml", path=str(self._path)))
        except OSError as error:
            return broken(msg("policy.unreadable", path=str(self._path), reason=cause_of(error)))

    def _content(self) -> bytes:
        folder = os.open(self._path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            self._trust(os.fstat(folder), stat.S_IFDIR)
            found = os.stat(self._path.name, dir_fd=folder, follow_symlinks=False)
            self._trust(found, stat.S_IFREG)
            flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
            with os.fdopen(os.open(self._path.name, flags, dir_fd=folder), "rb") as file:
                self._trust(os.fstat(file.fileno()), stat.S_IFREG)
                content = file.read(_LIMIT + 1)
        finally:
            os.close(folder)
        if len(content) > _LIMIT:
            raise _NotTrusted(msg("policy.too-large", path=str(self._path)))
        return content

    def _trust(self, found: os.stat_result, kind: int) -> None:
        path = str(self._path)
        if stat.S_IFMT(found.st_mode) != kind:
            raise _NotTrusted(msg("policy.not-a-file", path=path))
        if found.st_uid != self._owner:
            raise _NotTrusted(msg("policy.foreign", path=path))
        if found.st_mode & _WRITABLE_BY_OTHERS:
            raise _NotTrusted(msg("policy.writable", path=path))
