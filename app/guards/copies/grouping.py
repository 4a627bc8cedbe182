"""Which files belong together: one download of forty files is one group and one toast."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass

from app.domain.identity import new_id

GAP = 5.0  # seconds; a longer pause between two files begins another group
MOST = 256  # groups kept open at a time
FIRST_BYTES = 13  # 26 hexadecimal digits, as long as other ids


@dataclass(slots=True)
class _Open:
    id: str
    last: float


class Grouping:
    """Bursts: files that settle within `gap` seconds of the one before, in one folder and of one client."""

    def __init__(self, gap: float = GAP) -> None:
        self._gap = gap
        self._open: dict[tuple[str, str | None], _Open] = {}

    def group(self, folder: str, client_id: str | None, at: float) -> str:
        """The group's id. `at`: when the file settled (steady seconds), not when it was judged."""
        key = (folder, client_id)
        known = self._open.get(key)
        if known is not None and at - known.last <= self._gap:
            known.last = max(known.last, at)
            return known.id
        fresh = _Open(new_id(), at)
        self._open[key] = fresh
        self._close_old(at)
        return fresh.id

    def _close_old(self, at: float) -> None:
        if len(self._open) > MOST:
            self._open = {key: group for key, group in self._open.items() if at - group.last <= self._gap}


def burst_folder(root: str, path: str) -> str:
    """The folder a burst is known by: what stands in `root` itself, or the first folder below it (an unpacked archive
    brings its own folders)."""
    prefix = root.rstrip(os.sep) + os.sep
    first, separator, _ = path.removeprefix(prefix).partition(os.sep)
    return prefix + first if separator else root


def first_clean_up_group(secret: bytes, folder_id: str, folder: str, client_id: str | None) -> str:
    """One lasting group for what was there before the folder was watched, by client and folder; tells no path."""
    mark = hashlib.blake2b(key=secret[:64], digest_size=FIRST_BYTES, person=b"first-clean-up")
    mark.update("\0".join((folder_id, client_id or "")).encode())
    mark.update(os.fsencode(folder))
    return mark.hexdigest()
