"""When each watched folder is walked: at first sight, after something was missed, and every few minutes to be sure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from app.guards.copies.folders import Root, Roots
from app.guards.copies.intake_port import Intake
from app.guards.copies.judging import Judging
from app.guards.copies.reconcile import Unseen
from app.guards.copies.scans import Scan, Scans, new_scan
from app.system.watch import FileProbe, FolderWatcher, Watching

CALM = 2.0  # seconds between a loss and the walk for it: a burst goes on for a while
LIMITED = timedelta(minutes=1)  # between walks where not everything is heard
LATE = timedelta(hours=24)  # without a complete walk: no longer a matter of course


class Walks:
    """The watched folders (`roots`) and the walks through them. `ticks`: steady seconds; `every`: the setting
    `copies.reconcile_minutes`, asked for at each use."""

    def __init__(
        self,
        intake: Intake,
        watcher: FolderWatcher,
        probe: FileProbe,
        judging: Judging,
        ticks: Callable[[], float],
        every: Callable[[], timedelta],
    ) -> None:
        self._probe = probe
        self._judging = judging
        self._ticks = ticks
        self._every = every
        self.roots = Roots(intake, watcher, probe, self.soon)
        self._scans = Scans(self._begin)
        self._whole_at: dict[str, float] = {}  # folder id: end of its last complete walk
        self._begun_at = ticks()

    def soon(self, root: Root) -> None:
        self._scans.want(root, self._ticks())

    def after_burst(self, root: Root, at: float, part: str | None = None) -> None:
        """Something was missed, or may have been, at `at`. `part`: in that folder below the root."""
        self._scans.want(root, at + CALM, part)

    def again(self, root: Root) -> None:
        """The next walk to be sure, once the first one was made."""
        done_at = self._whole_at.get(root.folder.id)
        if done_at is not None and root.is_watched:
            every = self._every()
            if root.watching is not Watching.FULLY:
                every = min(every, LIMITED)
            self._scans.want(root, done_at + every.total_seconds())

    def forget(self, root: Root) -> None:
        self._scans.forget(root)
        self._whole_at.pop(root.folder.id, None)

    def next_at(self) -> float | None:
        """When there is something to walk; None for nothing."""
        return self._scans.next_at()

    @property
    def is_under_way(self) -> bool:
        return self._scans.current is not None

    def has_walked(self, root: Root) -> bool:
        """Whether all of the folder was looked at since it is watched."""
        return root.folder.id in self._whole_at

    def is_late(self, root: Root) -> bool:
        since = self._whole_at.get(root.folder.id, self._begun_at)
        return self._ticks() - since > LATE.total_seconds()

    def step(self) -> tuple[Scan, list[Unseen]] | None:
        """One folder further: its unseen files. None: nothing is due."""
        step = self._scans.step(self._ticks(), self.roots.get)
        if step is None:
            return None
        scan, unseen = step
        if unseen is None:
            self._end(scan)
        return scan, unseen or []

    def _begin(self, root: Root, part: str | None, at: float) -> Scan:
        self._judging.register_may_have_changed()
        marks = self._judging.marks(root.folder)
        seen = set(self._judging.seen(root.folder.id))
        return new_scan(root, part, at, marks, seen, self._probe, self.roots.inner(root))

    def _end(self, scan: Scan) -> None:
        if not scan.is_whole:
            return
        self.roots.walked(scan.root, scan.walked)
        self._judging.forget(scan.root.folder.id, scan.stale())
        if scan.root.is_watched:
            self._whole_at[scan.root.folder.id] = self._ticks()
            self.again(scan.root)
