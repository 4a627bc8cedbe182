"""Tries out whether changes in folders are heard on this machine: a folder of our own, a file in it, and a moment's wait."""

from __future__ import annotations

import contextlib
import secrets
import threading
from pathlib import Path
from typing import Final

from app.domain.file_names import OWN_PREFIX
from app.system.watch import Watching, folder_watcher

PATIENCE_SECONDS: Final = 3.0  # a change is heard in milliseconds


def hears_changes(folder: Path) -> bool:
    """Whether a file that appears below `folder` is heard of. Leaves nothing behind. Raises OSError."""
    trial = folder / f"{OWN_PREFIX}{secrets.token_hex(8)}.watch"
    trial.mkdir(mode=0o700)
    heard = threading.Event()
    watcher = folder_watcher(lambda _change: heard.set(), lambda _folder, _lost: None)
    try:
        if watcher.watch(trial) is Watching.NOT:
            return False
        (trial / "file").write_bytes(b"")
        return heard.wait(PATIENCE_SECONDS)
    finally:
        watcher.close()
        with contextlib.suppress(FileNotFoundError):
            (trial / "file").unlink()
        trial.rmdir()
