"""What a desktop keeps of a file that was there: its name among recent documents, a small picture of its first page.

What stands in a list of its own entries is removed; what programs keep in databases of theirs is reported. Source: VR-P4.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from app.domain.ports import Traces

# What systems make small pictures of, by the ending: pictures, films, and documents that carry or get one.
PICTURED: Final = frozenset(
    (
        *(".pdf", ".docx", ".docm", ".pptx", ".pptm", ".xlsx", ".xlsm", ".odt", ".ods", ".odp", ".doc", ".xls", ".ppt"),
        *(".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".svg", ".mp4", ".mov", ".avi"),
    )
)


def local_traces(home: Path | None = None) -> Traces:
    """`home`: whose desktop (by default that of the one who works here)."""
    if sys.platform == "win32":
        from app.system.hiding._windows_traces import WindowsTraces as PlatformTraces
    else:
        from app.system.hiding._linux_traces import LinuxTraces as PlatformTraces
    return PlatformTraces(home or Path.home())


def all_gone(paths: Iterable[Path]) -> bool:
    """Remove each of them, whatever happens to the one before; whether none of them is left."""
    is_gone = True
    try:
        for path in list(paths):
            is_gone &= _gone(path)
    except OSError:  # the folder cannot be listed
        return False
    return is_gone


def _gone(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True
