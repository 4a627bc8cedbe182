"""When a file is finished, and which document it is after the renames of downloads and saves.

Pure: driven by what was heard and by looks, with the moment (steady seconds) passed in. Nothing here opens a file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from app.system.watch import Shape

QUIET = 1.0  # a file is finished when it did not change for this long
EARLY = 0.3  # after this long without change it is likely finished: its verdict is worth preparing
GRACE = 2.0  # a name that disappears may come back: that is how editors save
BUSY_PAUSES = (1.0, 2.0, 4.0, 8.0, 15.0)  # between looks at a file that a program still has open for writing
MOST = 20_000  # files waiting at a time; what comes on top of it is found by the next reconcile
MOST_HIDDEN = 2_000


@dataclass(frozen=True, slots=True)
class Settled:
    """`path` is finished. `came_from`: the name it had before it was moved here, seen as it happened. `is_open`: some
    program still has it open, though nothing changed for half a minute (editors keep documents open)."""

    path: str
    came_from: str | None = None
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Vanished:
    """Nothing is left under this name, and no move was seen."""

    path: str


Outcome: TypeAlias = "Settled | Vanished | None"


@dataclass(slots=True)
class _Waiting:
    look_at: float
    shape: Shape | None = None  # as at the last look; None: not looked yet
    missing_since: float | None = None
    came_from: str | None = None
    busy: int = 0
    prepare_at: float | None = None  # None: prepared already, or nothing to prepare yet


class Settling:
    """The files that are not finished yet. `is_passing(path)`: a name that no document keeps (downloads, editors)."""

    def __init__(
        self, is_passing: Callable[[str], bool], quiet: float = QUIET, grace: float = GRACE, most: int = MOST
    ) -> None:
        self._is_passing = is_passing
        self._quiet = quiet
        self._grace = grace
        self._most = most
        self._waiting: dict[str, _Waiting] = {}
        self._hidden: dict[str, str] = {}  # passing name -> the document that was renamed to it

    def __len__(self) -> int:
        return len(self._waiting)

    def __contains__(self, path: str) -> bool:
        return path in self._waiting

    def next_look(self) -> float | None:
        return min((waiting.look_at for waiting in self._waiting.values()), default=None)

    def next_to_prepare(self) -> float | None:
        """When the next file has been quiet long enough to prepare its verdict."""
        moments = (waiting.prepare_at for waiting in self._waiting.values() if waiting.prepare_at is not None)
        return min(moments, default=None)

    def to_prepare(self, at: float) -> tuple[str, Shape] | None:
        """A file that is likely finished, once for each shape it was seen in."""
        for path, waiting in self._waiting.items():
            if waiting.prepare_at is not None and waiting.prepare_at <= at:
                waiting.prepare_at = None
                if waiting.shape is not None and waiting.missing_since is None:
                    return path, waiting.shape
        return None

    def changed(self, path: str, at: float) -> bool:
        """Something was written at `path`. False: no room, so a reconcile must find it."""
        if self._is_passing(path):
            return True
        waiting = self._waiting.get(path)
        if waiting is None:
            return self._wait_for(path, _Waiting(at))
        if waiting.missing_since is not None:
            waiting.missing_since, waiting.look_at = None, at
        return True  # already waiting: the next look sees whether it changed

    def deleted(self, path: str, at: float) -> bool:
        """The name went. Whether the document went shows after a moment. False: no room."""
        if self._is_passing(path):
            self._hidden.pop(path, None)
            return True
        waiting = self._waiting.get(path)
        if waiting is None:
            return self._wait_for(path, _Waiting(at + self._grace, missing_since=at))
        if waiting.missing_since is None:
            waiting.missing_since, waiting.look_at = at, at + self._grace
        return True

    def moved(self, source: str, target: str, at: float) -> bool:
        """`source` got the name `target`. False: no room."""
        if source == target:
            return True
        origin = self._origin(source)
        if self._is_passing(target):
            if origin is not None:
                self._hide(target, origin)
            # The document may be on its way out or in the middle of a save: its name decides in a moment.
            return True if self._is_passing(source) else self.deleted(source, at)
        self._waiting.pop(source, None)
        replaced = self._waiting.pop(target, None)
        if origin is not None and origin != target and self._is_missing(origin):
            del self._waiting[origin]  # it did not vanish: here it is
        room = self._wait_for(target, _Waiting(at, came_from=origin if origin != target else None))
        if replaced is not None and replaced.came_from not in (None, origin):
            room = self.deleted(str(replaced.came_from), at) and room
        return room

    def due(self, at: float) -> list[str]:
        """The files to look at now, the longest waiting first."""
        ready = [(waiting.look_at, path) for path, waiting in self._waiting.items() if waiting.look_at <= at]
        return [path for _, path in sorted(ready)]

    def looked(self, path: str, shape: Shape | None, at: float, *, busy: bool = False) -> Outcome:
        """What a look at a due file means. `shape` None: there is no regular file; `busy`: a program has
        it open for writing."""
        waiting = self._waiting.get(path)
        if waiting is None:
            return None
        if shape is None:
            return self._missed(path, waiting, at)
        waiting.missing_since = None
        if shape != waiting.shape:
            waiting.shape, waiting.look_at, waiting.busy = shape, at + self._quiet, 0
            waiting.prepare_at = at + EARLY
            return None
        if busy and waiting.busy < len(BUSY_PAUSES):
            waiting.look_at = at + BUSY_PAUSES[waiting.busy]
            waiting.busy += 1
            return None
        del self._waiting[path]
        return Settled(path, waiting.came_from, is_open=busy)

    def drop_below(self, folder: str, separator: str) -> None:
        """Forget all that waits below a folder that is no longer watched."""
        prefix = folder.rstrip(separator) + separator
        self._waiting = {path: waiting for path, waiting in self._waiting.items() if not path.startswith(prefix)}
        self._hidden = {path: name for path, name in self._hidden.items() if not path.startswith(prefix)}

    def _missed(self, path: str, waiting: _Waiting, at: float) -> Outcome:
        if waiting.missing_since is None:
            waiting.missing_since = at
        if at < waiting.missing_since + self._grace:
            waiting.look_at = waiting.missing_since + self._grace
            return None
        del self._waiting[path]
        if waiting.came_from is not None:
            self.deleted(waiting.came_from, at)  # unless another document has that name by now
        return Vanished(path)

    def _origin(self, source: str) -> str | None:
        """Which document is moved with the name `source`; None for a new one under a passing name."""
        if self._is_passing(source):
            return self._hidden.pop(source, None)
        waiting = self._waiting.get(source)
        return waiting.came_from if waiting is not None and waiting.came_from is not None else source

    def _is_missing(self, path: str) -> bool:
        waiting = self._waiting.get(path)
        return waiting is not None and waiting.missing_since is not None

    def _hide(self, name: str, origin: str) -> None:
        self._hidden[name] = origin
        while len(self._hidden) > MOST_HIDDEN:
            del self._hidden[next(iter(self._hidden))]

    def _wait_for(self, path: str, waiting: _Waiting) -> bool:
        if path not in self._waiting and len(self._waiting) >= self._most:
            return False
        self._waiting[path] = waiting
        return True
