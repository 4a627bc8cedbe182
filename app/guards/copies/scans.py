"""Which folders must be walked, when, and the walk that is going on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from app.guards.copies.folders import Root
from app.guards.copies.reconcile import Fingerprints, Unseen, Walked, walk
from app.system.watch import FileProbe

MOST_PARTS = 64  # subfolders asked for one by one; more of them: the whole folder


@dataclass(slots=True)
class Scan:
    """A walk through a watched folder, or through a part of it. `started`: steady seconds."""

    root: Root
    marks: Fingerprints
    seen: set[bytes]
    started: float
    steps: Iterator[list[Unseen]]
    walked: Walked
    is_whole: bool

    def stale(self) -> set[bytes]:
        """Fingerprints of files that are no longer there as they were. Empty unless everything was looked at."""
        if not self.is_whole or not self.walked.is_whole:
            return set()
        return self.seen - self.walked.met


@dataclass(slots=True)
class _Wanted:
    whole_at: float | None = None
    parts: dict[str, float] = field(default_factory=dict)

    def next_at(self) -> float:
        moments = [*self.parts.values()] if self.whole_at is None else [self.whole_at, *self.parts.values()]
        return min(moments)


class Scans:
    """The queue of walks. `begin` is given by the guard: (root, part or None, moment) -> Scan."""

    def __init__(self, begin: Callable[[Root, str | None, float], Scan]) -> None:
        self._begin = begin
        self._wanted: dict[str, _Wanted] = {}
        self.current: Scan | None = None

    def want(self, root: Root, at: float, part: str | None = None) -> None:
        """Ask for a walk not before `at`; an earlier wish stays. `part`: a folder below the root."""
        wanted = self._wanted.setdefault(root.folder.id, _Wanted())
        if part is not None and len(wanted.parts) < MOST_PARTS:
            wanted.parts.setdefault(part, at)
            return
        wanted.whole_at = at if wanted.whole_at is None else min(at, wanted.whole_at)

    def forget(self, root: Root) -> None:
        self._wanted.pop(root.folder.id, None)
        if self.current is not None and self.current.root is root:
            self.current = None

    def next_at(self) -> float | None:
        """When there is something to walk; None for nothing."""
        if self.current is not None:
            return float("-inf")
        return min((wanted.next_at() for wanted in self._wanted.values()), default=None)

    def step(self, at: float, root_of: Callable[[str], Root | None]) -> tuple[Scan, list[Unseen] | None] | None:
        """One folder further: its unseen files, or None when the walk is done. None for both: nothing is due."""
        scan = self.current or self._next(at, root_of)
        if scan is None:
            return None
        self.current = scan
        try:
            return scan, next(scan.steps)
        except StopIteration:
            self.current = None
            return scan, None

    def _next(self, at: float, root_of: Callable[[str], Root | None]) -> Scan | None:
        for folder_id, wanted in list(self._wanted.items()):
            if wanted.next_at() > at:
                continue
            root = root_of(folder_id)
            if root is None or not root.is_watched:
                del self._wanted[folder_id]
                continue
            part = self._take(folder_id, wanted, at)
            return self._begin(root, part, at)
        return None

    def _take(self, folder_id: str, wanted: _Wanted, at: float) -> str | None:
        part: str | None = None
        if wanted.whole_at is not None and wanted.whole_at <= at:
            wanted.whole_at = None
            wanted.parts.clear()
        else:
            part = min(wanted.parts, key=lambda path: wanted.parts[path])
            del wanted.parts[part]
        if wanted.whole_at is None and not wanted.parts:
            del self._wanted[folder_id]
        return part


def new_scan(
    root: Root,
    part: str | None,
    at: float,
    marks: Fingerprints,
    seen: set[bytes],
    probe: FileProbe,
    skip: frozenset[str],
) -> Scan:
    walked = Walked()
    steps = walk(part or root.path, seen, marks, probe, skip, walked)
    return Scan(root, marks, seen, at, steps, walked, is_whole=part is None)
