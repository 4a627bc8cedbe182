"""Downloads that a browser broke off: which of them began with the content of a copy that goes. Source: VR-P4."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path

from app.actions.content import sha256_of
from app.actions.recognising import FURTHER_COPY_LEAST
from app.domain.file_names import is_partial_download
from app.domain.identity import FileFacts

_CHUNK = 1 << 20


@dataclass(slots=True, kw_only=True)
class Start:
    """A file in its place; `digests` of its first so many bytes are kept, as the file itself soon goes."""

    path: Path
    size_bytes: int
    digests: dict[int, str | None] = field(default_factory=dict)

    def note(self, size_bytes: int) -> None:
        if size_bytes not in self.digests and FURTHER_COPY_LEAST < size_bytes < self.size_bytes:
            self.digests[size_bytes] = _digest_of_start(self.path, size_bytes)


def is_start_of(start: Start, partial: FileFacts) -> bool:
    """Whether the unfinished download holds the first bytes of the file, more than 1 KiB of them."""
    wanted = start.digests.get(partial.size_bytes)
    if wanted is None:
        return False
    try:
        return sha256_of(Path(partial.path)) == wanted
    except OSError:
        return False


def belongs_by_name(partial: FileFacts, name: str) -> bool:
    """Whether it is named as the unfinished download of a file `name` is: `list.xlsx.crdownload`."""
    found = Path(partial.path).name
    stem, _, _ending = found.rpartition(".")
    return is_partial_download(found) and stem.casefold() == name.casefold()


def _digest_of_start(path: Path, size_bytes: int) -> str | None:
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    digest, left = hashlib.sha256(), size_bytes
    try:
        with os.fdopen(os.open(path, flags), "rb", buffering=0) as file:
            while left and (chunk := file.read(min(left, _CHUNK))):
                digest.update(chunk)
                left -= len(chunk)
    except OSError:
        return None
    return None if left else digest.hexdigest()
