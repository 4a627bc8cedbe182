"""Whether an editor has a document open, from the owner file it leaves beside it."""

from __future__ import annotations

from pathlib import Path

from app.domain.file_names import owner_file_names


def owner_file_of(path: Path) -> Path | None:
    """The owner file of Office or LibreOffice that stands beside the document `path` now; None when there is none.

    One that was left by a crash looks the same: whoever waits for it waits no longer than a limit of their own.
    """
    for name in owner_file_names(path.name):
        candidate = path.parent / name
        try:
            candidate.lstat()
        except (OSError, ValueError):  # none, or a folder that may not be looked into: then nothing is known of one
            continue
        return candidate
    return None
