"""Looks at files, tells where they came from, and removes them by handle. Never follows a link in the last component.

Paths that are registered for a deletion are resolved paths (`Path.resolve`): a link on the way is a reason not to delete.
"""

from __future__ import annotations

import sys
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from app.domain.identity import FileIdentity
from app.domain.ports import Files


class RecoveredHow(StrEnum):
    FINISHED = "finished"  # it was wanted gone, and is
    PUT_BACK = "put-back"  # under its own name, or a free one beside it
    EMPTIED = "emptied"  # only the empty private folder was left
    LEFT = "left"  # not understood or refused: left as it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What became of one private folder that an interrupted deletion left. `path`: where the file is now, or was."""

    path: Path
    how: RecoveredHow
    identity: FileIdentity | None = None


class LocalFiles(Files, Protocol):
    """The files of this machine: the port, and what only actions and guards here ask for."""

    def settled_open(self, path: Path) -> bool:
        """Whether it can be read and nobody has it open for writing (as far as the system tells). An editor that keeps a
        document open for writing makes this False for hours: after a while without change, judge it all the same."""
        ...

    def recover_moved(self, folder: Path, wanted_gone: Collection[FileIdentity] = ()) -> tuple[Recovered, ...]:
        """Finish, or take back, what a deletion in `folder` left when it was interrupted between its two steps. A deletion
        that another process is doing at this moment is not touched. Raises OSError when `folder` cannot be looked at."""
        ...


def local_files() -> LocalFiles:
    if sys.platform == "win32":
        from app.system.files._windows import WindowsFiles as SystemFiles
    else:
        from app.system.files._linux import LinuxFiles as SystemFiles
    return SystemFiles()


def write_atomically(path: Path, content: bytes) -> None:
    """Replace `path` by `content`, durable on return; after a crash it is wholly old or wholly new. Readable by the owner
    alone. A link at `path` is replaced, not followed. Raises OSError; then `path` is untouched."""
    if sys.platform == "win32":
        from app.system.files._windows_write import replace_content
    else:
        from app.system.files._linux_write import replace_content
    replace_content(path, content)
