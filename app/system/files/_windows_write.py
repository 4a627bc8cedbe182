"""Atomic, durable replacement of a small file on Windows."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import os
import secrets
import time
from pathlib import Path

from app.domain.file_names import OWN_PREFIX
from app.system.files import _windows_api as api

_REPLACE_EXISTING = 0x1
_WRITE_THROUGH = 0x8
_HELD_BY_ANOTHER = (5, 32, 33)  # access denied, sharing and lock violation: a virus scanner looks at it for a moment
_ATTEMPTS = 8


def replace_content(path: Path, content: bytes) -> None:
    temporary = path.parent / f"{OWN_PREFIX}{secrets.token_hex(8)}.tmp"
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _move_over(temporary, path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def _move_over(source: Path, target: Path) -> None:
    for attempt in range(_ATTEMPTS):
        if api.library().MoveFileExW(api.wide(source), api.wide(target), _REPLACE_EXISTING | _WRITE_THROUGH):
            return
        error = api.last_error()
        if error.winerror not in _HELD_BY_ANOTHER or target.is_dir() or attempt == _ATTEMPTS - 1:
            raise error
        time.sleep(0.01 * 2**attempt)
