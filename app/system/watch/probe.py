"""A cheap look at a file: what a change would change."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import Protocol

# https://learn.microsoft.com/windows/win32/fileio/file-attribute-constants: reading such a file may fetch it
_RECALL_ON_OPEN = 0x0004_0000
_RECALL_ON_DATA_ACCESS = 0x0040_0000
_CLOUD_ONLY = stat.FILE_ATTRIBUTE_OFFLINE | _RECALL_ON_OPEN | _RECALL_ON_DATA_ACCESS


@dataclass(frozen=True, slots=True)
class Shape:
    """`file_id`: inode, or on Windows the creation time (a directory listing tells no file id there)."""

    size_bytes: int
    modified_ns: int
    file_id: int
    cloud_only: bool


class FileProbe(Protocol):
    """What differs between the systems in a cheap look. `stat` results come from `os.lstat` or `os.DirEntry.stat`."""

    def shape(self, look: os.stat_result) -> Shape: ...

    def is_link(self, look: os.stat_result) -> bool:
        """A symbolic link, junction or mount point of another kind: never followed."""
        ...


def is_cloud_only(look: os.stat_result) -> bool:
    return bool(getattr(look, "st_file_attributes", 0) & _CLOUD_ONLY)
