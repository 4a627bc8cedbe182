"""The folders that are watched: whether each is still there, is still the same, and how well it is heard."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.domain.folder import FolderKind, WatchedFolder
from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.guards.copies.intake_port import Intake
from app.guards.copies.reconcile import Walked
from app.system.watch import FileProbe, FolderWatcher, Watching

Identity = tuple[int, int]  # volume and file number, as far as this run goes


@dataclass(slots=True)
class Root:
    """A watched folder in this run. `first`: what it was when it was first seen; `current`: what it is now, None while it
    cannot be walked. `gaps`: what the last walk could not look into."""

    folder: WatchedFolder
    path: str
    first: Identity | None = None
    current: Identity | None = None
    problem: Message | None = None
    gaps: Message | None = None
    watching: Watching = Watching.NOT
    told: tuple[RuleState, Message] | None = None

    @property
    def is_watched(self) -> bool:
        return self.current is not None

    def state(self) -> tuple[RuleState, Message]:
        """Attention for what a person can mend, unknown for what could not be looked at."""
        if self.problem is not None:
            return RuleState.ATTENTION, self.problem
        if self.gaps is not None:
            return RuleState.UNKNOWN, self.gaps
        if self.watching is Watching.NOT:
            return RuleState.ATTENTION, msg("copies.not-heard")
        if self.watching is Watching.PARTLY:
            return RuleState.ATTENTION, msg("copies.partly-heard")
        if self.folder.synchronised_by is not None:
            return RuleState.OK, msg("copies.folder-synchronised", by=self.folder.synchronised_by)
        return RuleState.OK, msg("copies.folder-ok")


class Roots:
    """`on_new_look(root)`: the folder is new, came back or is another one: all of it must be looked at."""

    def __init__(
        self, intake: Intake, watcher: FolderWatcher, probe: FileProbe, on_new_look: Callable[[Root], None]
    ) -> None:
        self._intake = intake
        self._watcher = watcher
        self._probe = probe
        self._on_new_look = on_new_look
        self._roots: dict[str, Root] = {}
        self._places: dict[str, WatchedFolder] = {}

    def __iter__(self) -> Iterator[Root]:
        return iter(self._roots.values())

    def __len__(self) -> int:
        return len(self._roots)

    def get(self, folder_id: str) -> Root | None:
        return self._roots.get(folder_id)

    def at(self, folder: Path) -> Root | None:
        return next((root for root in self if root.path == str(folder)), None)

    def owner(self, path: str) -> Root | None:
        """The watched folder whose rules count for `path`: the innermost one; None in a client place or outside all."""
        found = max((r for r in self if _is_below(path, r.path)), key=lambda root: len(root.path), default=None)
        if found is None or any(
            len(place.path) > len(found.path) and _is_below(path, place.path) for place in self._places.values()
        ):
            return None
        return found

    def inner(self, root: Root) -> frozenset[str]:
        """Folders below `root` that are not its business: others' roots and client places."""
        others = [other.path for other in self if other is not root]
        return frozenset(p for p in (*others, *(f.path for f in self._places.values())) if _is_below(p, root.path))

    def refresh(self) -> list[Root]:
        """Read which folders there are and look at each; the ones that are no longer watched."""
        folders = {folder.id: folder for folder in self._intake.folders()}
        wanted = {id_: folder for id_, folder in folders.items() if folder.kind is FolderKind.WATCHED}
        self._tell_places({id_: f for id_, f in folders.items() if f.kind is FolderKind.CLIENT_PLACE})
        gone = [root for id_, root in self._roots.items() if id_ not in wanted or wanted[id_].path != root.path]
        for root in gone:
            self._watcher.unwatch(Path(root.path))
            del self._roots[root.folder.id]
        for id_, folder in wanted.items():
            root = self._roots.setdefault(id_, Root(folder, folder.path))
            root.folder = folder
            self._look_at(root)
            self.tell(root)
        return gone

    def walked(self, root: Root, walked: Walked) -> None:
        """Keep what a whole walk could not look into."""
        if walked.unreadable:
            root.gaps = msg("copies.folder-unreadable", n=walked.unreadable)
        elif walked.foreign:
            root.gaps = msg("copies.folder-foreign", n=walked.foreign)
        else:
            root.gaps = None
        self.tell(root)
        self._intake.looked(root.folder.id)

    def is_still(self, root: Root) -> bool:
        """Whether the folder is at this moment what it was at the last refresh: a link or another folder is not."""
        return root.current is not None and self._identify(root)[0] == root.current

    def tell(self, root: Root) -> None:
        state = root.state()
        if state != root.told:
            self._intake.folder_state(root.folder.id, *state)
            root.told = state

    def _tell_places(self, places: dict[str, WatchedFolder]) -> None:
        for id_, place in places.items():
            if id_ not in self._places:
                self._intake.place(place)
        self._places = places

    def _look_at(self, root: Root) -> None:
        found, problem = self._identify(root)
        root.problem = problem
        if found is None:
            if root.current is not None:
                self._watcher.unwatch(Path(root.path))
            root.current, root.watching = None, Watching.NOT
            return
        is_new = found != root.current
        if is_new and root.current is not None:
            self._watcher.unwatch(Path(root.path))  # it listens to what stood here before
        was_heard = root.watching is not Watching.NOT
        root.watching = self._watcher.watching(Path(root.path))
        if is_new or root.watching is Watching.NOT:
            root.watching = self._watcher.watch(Path(root.path))
            is_new = is_new or (root.watching is not Watching.NOT) or was_heard
        root.current = found
        if is_new:
            self._on_new_look(root)

    def _identify(self, root: Root) -> tuple[Identity | None, Message | None]:
        """What stands at the path now, if it may be walked, and what is wrong with it."""
        try:
            look = os.lstat(root.path)
        except (FileNotFoundError, NotADirectoryError):
            return None, msg("copies.folder-missing")
        except (OSError, ValueError):
            return None, msg("copies.folder-denied")
        if self._probe.is_link(look):
            return None, msg("copies.folder-link")
        if not stat.S_ISDIR(look.st_mode):
            return None, msg("copies.folder-missing")
        found = (look.st_dev, look.st_ino)
        root.first = root.first or found
        if found[0] != root.first[0]:
            return None, msg("copies.folder-other-volume")
        return found, None if found == root.first else msg("copies.folder-replaced")


def _is_below(path: str, folder: str) -> bool:
    return path.startswith(folder.rstrip(os.sep) + os.sep)
