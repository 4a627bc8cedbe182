"""Walks a watched folder and finds the files that were not looked at before, cheaply and without remembering paths.

A file is known by a keyed fingerprint of its path, size, time and id. What is kept of a clean file is that fingerprint,
from which nobody without the store's key can tell that the file was there.
"""

from __future__ import annotations

import hashlib
import os
import stat
import struct
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field

from app.domain.file_names import is_own_temporary
from app.system.watch import FileProbe, Shape

FINGERPRINT_BYTES = 16
_MASK = (1 << 64) - 1


class Fingerprints:
    """Makes the fingerprints of one folder. `revision`: of the client register, so that a change of it looks anew."""

    def __init__(self, secret: bytes, revision: int, root: str) -> None:
        base = hashlib.blake2b(key=secret[:64], digest_size=FINGERPRINT_BYTES)
        base.update(struct.pack("<q", revision))
        self._base = base
        self._root = root.rstrip(os.sep) + os.sep

    def of(self, path: str, shape: Shape) -> bytes:
        """16 bytes. `path` lies below the folder."""
        folder, _, name = path.rpartition(os.sep)
        return self.below(folder)(name, shape)

    def below(self, folder: str) -> Callable[[str, Shape], bytes]:
        """The function for the files that stand in `folder`: (name, shape) -> fingerprint."""
        start = self._base.copy()
        start.update(os.fsencode((folder + os.sep).removeprefix(self._root)))

        def fingerprint(name: str, shape: Shape) -> bytes:
            mark = start.copy()
            mark.update(os.fsencode(name))
            mark.update(
                struct.pack(
                    "<QQQ?",
                    shape.size_bytes & _MASK,
                    shape.modified_ns & _MASK,
                    shape.file_id & _MASK,
                    shape.cloud_only,
                )
            )
            return mark.digest()

        return fingerprint


@dataclass(frozen=True, slots=True)
class Unseen:
    path: str
    shape: Shape
    fingerprint: bytes


@dataclass(slots=True)
class Walked:
    """What a walk met so far. `unreadable`: folders that could not be listed; `foreign`: folders on another volume."""

    files: int = 0
    folders: int = 0
    unreadable: int = 0
    foreign: int = 0
    met: set[bytes] = field(default_factory=set)

    @property
    def is_whole(self) -> bool:
        return self.unreadable == 0


def walk(
    start: str, seen: Set[bytes], marks: Fingerprints, probe: FileProbe, skip: Set[str], walked: Walked
) -> Iterator[list[Unseen]]:
    """Look into `start` and all below it, one folder a step: its files that are not in `seen`.

    Never follows a link, never enters `skip` or another volume. A folder that cannot be listed is counted and costs only
    itself; one that vanishes meanwhile is no error. `walked` is filled on the way.
    """
    try:
        volume = os.lstat(start).st_dev
    except OSError:
        walked.unreadable += 1
        return
    pending = [start]
    while pending:
        folder = pending.pop()
        listing = _list(folder, volume, probe, walked)
        if listing is None:
            continue
        walked.folders += 1
        subfolders, files = listing
        pending.extend(path for path in subfolders if path not in skip)
        yield _unseen(folder, files, seen, marks.below(folder), walked)


def _unseen(
    folder: str,
    files: list[tuple[str, Shape]],
    seen: Set[bytes],
    fingerprint: Callable[[str, Shape], bytes],
    walked: Walked,
) -> list[Unseen]:
    found = []
    prefix = folder.rstrip(os.sep) + os.sep
    walked.files += len(files)
    for name, shape in files:
        mark = fingerprint(name, shape)
        if mark in seen:
            walked.met.add(mark)
        else:
            found.append(Unseen(prefix + name, shape, mark))
    return found


def _list(
    folder: str, volume: int, probe: FileProbe, walked: Walked
) -> tuple[list[str], list[tuple[str, Shape]]] | None:
    """Subfolders and regular files of `folder`; None when it is no folder of this volume (any more) or may not be read."""
    subfolders: list[str] = []
    files: list[tuple[str, Shape]] = []
    try:
        if not _is_own_folder(folder, volume, probe, walked):
            return None
        with os.scandir(folder) as entries:
            for entry in entries:
                _sort(entry, subfolders, files, probe)
        # Swapped for a link while it was listed: then the names are those of another place.
        return (subfolders, files) if _is_own_folder(folder, volume, probe, walked) else None
    except (FileNotFoundError, NotADirectoryError):
        return None  # vanished in mid-walk
    except OSError:
        walked.unreadable += 1
        return None


def _is_own_folder(folder: str, volume: int, probe: FileProbe, walked: Walked) -> bool:
    look = os.lstat(folder)
    if probe.is_link(look) or not stat.S_ISDIR(look.st_mode):
        return False
    if look.st_dev != volume:
        walked.foreign += 1
        return False
    return True


def _sort(entry: os.DirEntry[str], subfolders: list[str], files: list[tuple[str, Shape]], probe: FileProbe) -> None:
    try:
        if entry.is_dir(follow_symlinks=False):
            if not is_own_temporary(entry.name):  # where a deletion is going on
                subfolders.append(entry.path)
        elif entry.is_file(follow_symlinks=False):  # no links, FIFOs, sockets, devices
            files.append((entry.name, probe.shape(entry.stat(follow_symlinks=False))))
    except FileNotFoundError:
        return  # vanished between the listing and the look
