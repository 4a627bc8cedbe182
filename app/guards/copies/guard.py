"""The copies guard: hears files arrive, waits until they are finished, has them judged, and catches up by walking.

Source: VR-K1, VR-P1a, VR-P1b, VR-P3. Runs in the runner's thread for it, in steps of about a second.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from app.domain.errors import AssistantError
from app.domain.file_names import OWN_PREFIX, is_own_temporary, is_owner_file, is_passing
from app.domain.messages import msg
from app.domain.ports import Detector, Files, Places, Power
from app.domain.rules import GuardReport, RuleState
from app.guards.copies.drives import Drives
from app.guards.copies.folders import Root
from app.guards.copies.inbox import Inbox
from app.guards.copies.intake_port import Intake
from app.guards.copies.judging import Done, Judging, Ready
from app.guards.copies.reconcile import Unseen
from app.guards.copies.scans import Scan
from app.guards.copies.settling import QUIET, Settled, Settling, Vanished
from app.guards.copies.standing import standing, wrong_with
from app.guards.copies.walks import Walks
from app.system.watch import Change, ChangeKind, FileProbe, FolderWatcher, Lost, OnChange, OnLost

INTERVAL = timedelta(seconds=5)  # how soon a folder that was added, removed or replaced is noticed
STEP = 0.5  # seconds of work in one check; what is left comes in the next one
LOOKS = 2_000  # looks at waiting files in one check
REST_AFTER = 30.0
STALE_TEMPORARY = timedelta(hours=24)  # a download that nobody finished is a file like any other
MOST_READY = 20_000
FEW = 3  # settling files whose verdicts are prepared


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The parts of the machine the guard uses. `is_settled_open`: as in `app.system.files`; `mount_points`: of the volumes
    that are there now; `ticks`: steady seconds; `session_hosts`: to which hosts remote sessions run at this moment."""

    watcher: Callable[[OnChange, OnLost], FolderWatcher]
    probe: FileProbe
    files: Files
    is_settled_open: Callable[[Path], bool]
    power: Power
    places: Places
    mount_points: Callable[[], Iterable[Path]]
    ticks: Callable[[], float] = time.monotonic
    session_hosts: Callable[[], tuple[str, ...]] = lambda: ()


class CopiesGuard:
    """`reconcile_every`: the setting `copies.reconcile_minutes`; `paused_until`: when a person's pause ends, None without
    one. Both are asked for at each use."""

    name = "copies"
    requirements = ("VR-K1", "VR-P1a", "VR-P1b", "VR-P3")
    interval = INTERVAL

    def __init__(
        self,
        intake: Intake,
        detector: Detector,
        around: Surroundings,
        reconcile_every: Callable[[], timedelta] = lambda: timedelta(minutes=5),
        paused_until: Callable[[], datetime | None] = lambda: None,
    ) -> None:
        self._intake = intake
        self._detector = detector
        self._around = around
        self._paused_until = paused_until
        self._settling = Settling(_is_passing_path)
        self._inbox = Inbox(self._settling.__contains__)
        self._watcher = around.watcher(self._inbox.put, self._inbox.lose)
        self._judging = Judging(
            intake, detector, around.files, around.probe, around.is_settled_open, around.ticks, around.session_hosts
        )
        self._walks = Walks(intake, self._watcher, around.probe, self._judging, around.ticks, reconcile_every)
        self._roots = self._walks.roots
        self._drives = Drives(around.mount_points, around.places, intake.drive_appeared)
        self._ready: deque[Ready | Vanished] = deque()
        self._met: deque[Ready | Vanished] = deque()
        self._refresh_at = float("-inf")
        self._worked_at: float | None = None  # None: the detector rests
        self._now_seconds = 0.0
        self._was_settling = False
        self._was_paused = False
        self._has_resumed = False

    # -- what the runner and the window call --------------------------------------------------------------------------

    def listen(self, wake: Callable[[], None]) -> None:
        self._inbox.on_news(wake)

    def resumed(self) -> None:
        self._has_resumed = True

    def close(self) -> None:
        self._watcher.close()

    def refresh(self) -> None:
        """Folders or the register changed: look at them at the next check instead of within seconds. Any thread."""
        self._refresh_at = float("-inf")

    def check(self, now: datetime) -> GuardReport:
        at = self._around.ticks()
        self._now_seconds = now.timestamp()
        self._judging.flush()  # what a failing store did not take last time
        self._keep_folders(at)
        self._hear(at)
        until = self._paused_until()
        if until is not None:
            return self._pause(now, until)
        self._catch_up()
        self._warm_up(at)
        self._look(at)
        is_resting = self._is_resting()
        self._work(at + STEP, is_resting=is_resting)
        self._prepare()
        self._judging.flush()
        self._rest(self._around.ticks())
        return self._report(now, is_resting=is_resting)

    # -- folders ------------------------------------------------------------------------------------------------------

    def _keep_folders(self, at: float) -> None:
        if self._has_resumed:
            self._has_resumed = False
            self._refresh_at = float("-inf")
            for root in self._roots:
                self._walks.soon(root)
        if at < self._refresh_at:
            return
        self._refresh_at = at + INTERVAL.total_seconds() * 0.9
        for gone in self._roots.refresh():
            self._forget(gone)
        self._drives.look(at)
        for root in self._roots:
            self._walks.again(root)

    def _forget(self, root: Root) -> None:
        self._walks.forget(root)
        self._judging.drop(root.folder.id)
        self._settling.drop_below(root.path, os.sep)
        self._met = deque(met for met in self._met if isinstance(met, Ready) and met.folder.id != root.folder.id)

    # -- hearing ------------------------------------------------------------------------------------------------------

    def _hear(self, at: float) -> None:
        changes, lost = self._inbox.take()
        for change in changes:
            self._apply(change, at)
        for folder, why in lost.items():
            root = self._roots.at(folder)
            if root is None:
                continue
            if why is Lost.ROOT:
                self._refresh_at = float("-inf")
                self._keep_folders(at)
            elif why is Lost.OVERFLOW:
                self._walks.after_burst(root, at)

    def _warm_up(self, at: float) -> None:
        is_settling = len(self._settling) > 0
        if is_settling and not self._was_settling:
            self._detector.warm_up()
            self._worked_at = at
        self._was_settling = is_settling

    def _apply(self, change: Change, at: float) -> None:
        target = change.moved_to or change.path
        root = self._roots.owner(target) or self._roots.owner(change.path)
        if root is None:
            return
        if change.is_folder:
            self._apply_to_folder(change, root, target, at)
            return
        if change.kind is ChangeKind.MOVED and change.moved_to is not None:
            has_room = self._settling.moved(change.path, change.moved_to, at)
        elif change.kind is ChangeKind.DELETED:
            has_room = self._settling.deleted(change.path, at)
        else:
            has_room = self._settling.changed(change.path, at)
        if not has_room:
            self._walks.after_burst(root, at)

    def _apply_to_folder(self, change: Change, root: Root, target: str, at: float) -> None:
        """What is in a new folder may have come before it was heard."""
        if change.kind in (ChangeKind.CREATED, ChangeKind.MOVED) and not _is_passing_path(target + os.sep):
            self._walks.after_burst(root, at, target)

    def _look(self, at: float) -> None:
        for path in self._settling.due(at)[:LOOKS]:
            root = self._roots.owner(path)
            shape = self._judging.look(path) if root is not None and root.is_watched else None
            may_open = shape is not None and not shape.cloud_only and not self._around.files.is_cloud_only(Path(path))
            is_busy = may_open and not self._judging.is_settled_open(Path(path))
            outcome = self._settling.looked(path, shape, at, busy=is_busy)
            if outcome is None:
                continue
            if isinstance(outcome, Settled) and root is not None:
                self._put(Ready(root.folder, path, at, outcome.came_from, is_open=outcome.is_open), root, at)
            elif isinstance(outcome, Vanished):
                self._ready.append(outcome)

    def _prepare(self) -> None:
        """While nothing waits to be judged: the verdict on a file that is about to settle. Not in a burst, where the files
        that settled first keep the detector busy anyway."""
        if self._ready or len(self._settling) > FEW:
            return
        found = self._settling.to_prepare(self._around.ticks())
        root = self._roots.owner(found[0]) if found is not None else None
        if found is not None and root is not None and root.is_watched and self._roots.is_still(root):
            self._judging.prepare(root.folder, *found)
            self._worked_at = self._around.ticks()

    def _put(self, ready: Ready, root: Root, at: float) -> None:
        if len(self._ready) < MOST_READY:
            self._ready.append(ready)
        else:
            self._walks.after_burst(root, at)

    # -- working ------------------------------------------------------------------------------------------------------

    def _work(self, until: float, *, is_resting: bool) -> None:
        while self._around.ticks() < until:
            if self._ready:
                self._handle(self._ready)
            elif is_resting:
                return
            elif self._met:
                self._handle(self._met)
            elif not self._walk_on():
                return
            if self._judging.is_full():
                self._judging.flush()

    def _handle(self, queue: deque[Ready | Vanished]) -> None:
        item = queue.popleft()
        try:
            if isinstance(item, Vanished):
                self._intake.vanished(Path(item.path))
                return
            done = self._judge(item)
        except AssistantError:
            queue.appendleft(item)  # the detector or the store fails now: the runner says so and tries again
            raise
        at = self._around.ticks()
        self._worked_at = at
        if done is Done.CHANGED:
            self._settling.changed(item.path, at)
        elif done is Done.GONE and item.heard:
            for path in filter(None, (item.path, item.came_from)):
                self._settling.deleted(path, at)

    def _judge(self, ready: Ready) -> Done:
        root = self._roots.get(ready.folder.id)
        if root is None or not self._roots.is_still(root):
            return Done.KNOWN  # its folder is no longer watched, or is another one: refresh tells what is there
        done = self._judging.judge(ready)
        if done is Done.CLOSED:
            root.gaps = root.gaps or msg("copies.folder-unreadable", n=1)
        return done

    def _walk_on(self) -> bool:
        """Walk one folder further; False when nothing is due."""
        step = self._walks.step()
        if step is None:
            return False
        scan, unseen = step
        for found in unseen:
            self._meet(scan, found)
        return True

    def _meet(self, scan: Scan, found: Unseen) -> None:
        name = found.path.rpartition(os.sep)[2]
        age = self._now_seconds - found.shape.modified_ns / 1e9
        if is_owner_file(name) or is_own_temporary(name):
            return
        if is_passing(name) and age < STALE_TEMPORARY.total_seconds():
            return
        at = self._around.ticks()
        if -1 < age <= QUIET:  # `now` has whole seconds
            if not self._settling.changed(found.path, at):
                self._walks.after_burst(scan.root, at)
            return
        folder = scan.root.folder
        self._met.append(Ready(folder, found.path, scan.started, heard=False, shape=found.shape))

    # -- resting ------------------------------------------------------------------------------------------------------

    def _pause(self, now: datetime, until: datetime) -> GuardReport:
        """Nothing is looked at. What is heard is kept, so that moves and saves are known afterwards."""
        self._was_paused = True
        if self._worked_at is not None:
            self._judging.rest()
            self._worked_at = None
        state, sentence = wrong_with(self._roots) or (RuleState.ATTENTION, msg("copies.paused", until=until))
        next_at = now + min(INTERVAL, until - now)
        return GuardReport(guard=self.name, state=state, sentence=sentence, next_check_at=next_at)

    def _catch_up(self) -> None:
        """After a pause: more may have happened than was heard."""
        if self._was_paused:
            self._was_paused = False
            for root in self._roots:
                self._walks.soon(root)

    def _is_resting(self) -> bool:
        next_at = self._walks.next_at()
        has_work = bool(self._met) or (next_at is not None and next_at <= self._around.ticks())
        return has_work and self._around.power.should_rest()

    def _rest(self, at: float) -> None:
        is_idle = not self._ready and not self._met and not self._walks.is_under_way
        if self._worked_at is not None and is_idle and not len(self._settling) and at - self._worked_at >= REST_AFTER:
            self._judging.rest()
            self._worked_at = None

    # -- saying -------------------------------------------------------------------------------------------------------

    def _report(self, now: datetime, *, is_resting: bool) -> GuardReport:
        state, sentence = standing(self._walks, has_unjudged=bool(self._met), is_resting=is_resting)
        wait = timedelta(seconds=min(self._next_in(is_resting=is_resting), INTERVAL.total_seconds()))
        return GuardReport(guard=self.name, state=state, sentence=sentence, next_check_at=now + wait)

    def _next_in(self, *, is_resting: bool) -> float:
        at = self._around.ticks()
        if self._ready or (self._met and not is_resting):
            return 0.0
        moments = [self._settling.next_look()]
        if len(self._settling) <= FEW:
            moments.append(self._settling.next_to_prepare())
        if not is_resting:
            moments.append(self._walks.next_at())
        return max(0.0, min((moment - at for moment in moments if moment is not None), default=float("inf")))


def _is_passing_path(path: str) -> bool:
    """Also what lies in a private folder of a deletion: it is on its way out, not moved."""
    return f"{os.sep}{OWN_PREFIX}" in path or is_passing(path.rpartition(os.sep)[2])
