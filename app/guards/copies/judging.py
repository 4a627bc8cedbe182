"""Has finished files judged, one at a time, and hands the verdicts over in batches."""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from app.domain.finding import Judgement, Origin, Verdict
from app.domain.folder import WatchedFolder, is_private
from app.domain.identity import FileFacts
from app.domain.intake import Judged
from app.domain.ports import Detector, Files
from app.guards.copies.grouping import Grouping, burst_folder, first_clean_up_group
from app.guards.copies.intake_port import Intake
from app.guards.copies.private import without_content
from app.guards.copies.reconcile import Fingerprints
from app.system.watch import FileProbe, Shape

BATCH = 64  # verdicts handed over in one transaction
CONTEXT_AGE = 15.0  # seconds after which the register is read again before a file is judged
_FINDINGS = (Verdict.CLIENT_DATA, Verdict.UNREADABLE)


@dataclass(frozen=True, slots=True)
class Ready:
    """A file to be judged. `at`: when it settled (steady seconds). `heard`: the guard saw it being written or moved;
    otherwise a walk met it, with this `shape`."""

    folder: WatchedFolder
    path: str
    at: float
    came_from: str | None = None
    heard: bool = True
    is_open: bool = False
    shape: Shape | None = None


class Done(Enum):
    JUDGED = auto()
    KNOWN = auto()  # nothing changed since it was looked at, or it is registered
    GONE = auto()
    CHANGED = auto()  # it must settle again
    CLOSED = auto()  # the system does not let us look


class Judging:
    """`is_settled_open(path)`: it can be read and nobody has it open for writing. `session_hosts`: to which hosts remote
    sessions run at this moment."""

    def __init__(
        self,
        intake: Intake,
        detector: Detector,
        files: Files,
        probe: FileProbe,
        is_settled_open: Callable[[Path], bool],
        ticks: Callable[[], float],
        session_hosts: Callable[[], tuple[str, ...]] = lambda: (),
    ) -> None:
        self._session_hosts = session_hosts
        self._intake = intake
        self._detector = detector
        self._files = files
        self._probe = probe
        self.is_settled_open = is_settled_open
        self._ticks = ticks
        self._grouping = Grouping()
        self._secret = b""
        self._revision = 0
        self._told: int | None = None  # what the detector knows, as a hash
        self._context_at = float("-inf")
        self._seen: dict[str, set[bytes]] = {}
        self._verdicts: dict[str, list[Judged]] = defaultdict(list)
        self._looked_at: dict[str, list[bytes]] = defaultdict(list)
        self._prepared: dict[str, tuple[Shape, int, Judgement]] = {}

    def marks(self, folder: WatchedFolder) -> Fingerprints:
        """The fingerprints of a folder under the register as it is now."""
        self._use_register()
        return Fingerprints(self._secret, self._revision, folder.path)

    def seen(self, folder_id: str) -> set[bytes]:
        """What was looked at in a folder, what is not handed over yet included. Kept until `rest`."""
        if folder_id not in self._seen:
            self._seen[folder_id] = set(self._intake.seen(folder_id)) | set(self._looked_at[folder_id])
        return self._seen[folder_id]

    def look(self, path: str) -> Shape | None:
        """What stands at `path`, if it is a regular file. Links, FIFOs, sockets, devices: None, never opened."""
        try:
            look = os.lstat(path)
        except (OSError, ValueError):
            return None
        if self._probe.is_link(look) or not stat.S_ISREG(look.st_mode):
            return None
        return self._probe.shape(look)

    def judge(self, ready: Ready) -> Done:
        """Look once at one file. Raises AssistantError when the detector or the store cannot be used."""
        shape = self.look(ready.path)
        if shape is None or not is_reached_directly(ready.folder.path, ready.path):
            return Done.GONE
        mark = self.marks(ready.folder).of(ready.path, shape)
        if ready.came_from is None and mark in self.seen(ready.folder.id):
            return Done.KNOWN
        if not ready.heard and shape != ready.shape:
            return Done.CHANGED
        try:
            return self._judge(ready, shape, mark)
        except (FileNotFoundError, NotADirectoryError):
            return Done.GONE
        except OSError:
            return Done.CLOSED

    def prepare(self, folder: WatchedFolder, path: str, shape: Shape) -> None:
        """Reach the verdict on a file that is likely finished, so that it is there when it is. Nothing is told yet, and a
        file that changes after all is judged again. Raises AssistantError."""
        mark = self.marks(folder).of(path, shape)
        if mark in self.seen(folder.id) or not is_reached_directly(folder.path, path):
            return
        try:
            if shape.cloud_only or self._files.is_cloud_only(Path(path)) or not self.is_settled_open(Path(path)):
                return
            judgement = self._verdict(folder, Path(path), is_new=True)
        except OSError:
            return  # gone or closed to us: its settling finds out
        if self.look(path) == shape:
            self._prepared[path] = shape, self._revision, judgement

    def flush(self) -> int:
        """Hand over what was judged; the number of findings opened. What could not be handed over is kept."""
        opened = 0
        for folder_id in list(self._verdicts):
            opened += self._intake.judged(folder_id, self._verdicts[folder_id])
            del self._verdicts[folder_id]
        for folder_id in [id_ for id_, marks in self._looked_at.items() if marks]:
            self._intake.remember(folder_id, self._looked_at[folder_id], ())
            del self._looked_at[folder_id]
        return opened

    def forget(self, folder_id: str, marks: set[bytes]) -> None:
        """Drop fingerprints of files that are no longer there as they were."""
        kept = set(self._looked_at[folder_id])
        stale = marks - kept
        if stale:
            self._intake.remember(folder_id, (), stale)
            self.seen(folder_id).difference_update(stale)

    def is_full(self) -> bool:
        return sum(map(len, self._looked_at.values())) >= BATCH

    def rest(self) -> None:
        """Nothing was asked for a while: stop the worker, give memory back."""
        self._detector.rest()
        self._seen.clear()
        self._prepared.clear()

    def drop(self, folder_id: str) -> None:
        """The folder is no longer watched: what is not handed over yet is dropped."""
        for kept in (self._seen, self._verdicts, self._looked_at):
            kept.pop(folder_id, None)

    def register_may_have_changed(self) -> None:
        self._context_at = float("-inf")

    def _judge(self, ready: Ready, shape: Shape, mark: bytes) -> Done:
        path = Path(ready.path)
        facts = self._files.facts(path)
        if facts is None:
            return Done.GONE
        is_cloud_only = shape.cloud_only or self._files.is_cloud_only(path)
        if not ready.heard and not is_cloud_only and not ready.is_open and not self.is_settled_open(path):
            return Done.CHANGED
        if self._renew(ready, facts, is_cloud_only):
            self._note(ready.folder.id, mark)
            return Done.KNOWN
        judgement = self._prepared_for(ready.path, shape) or self._verdict(ready.folder, path, is_new=ready.heard)
        after = self._files.facts(path)
        if after is None:
            return Done.GONE
        if not _same(facts, after):
            return Done.CHANGED
        self._verdicts[ready.folder.id].append(self._judged(ready, after, judgement))
        if not (ready.is_open and judgement.verdict is Verdict.UNREADABLE and os.access(ready.path, os.R_OK)):
            self._note(ready.folder.id, mark)  # a locked file is tried again by the next walk
        return Done.JUDGED

    def _renew(self, ready: Ready, facts: FileFacts, is_cloud_only: bool) -> bool:
        """Tell the registration what the guard saw happen. True: registered, and nothing that we saw changed it; whether
        it changed unseen is asked about before its deletion, not smoothed over here."""
        if not ready.heard:
            return self._intake.is_registered(facts)
        if ready.came_from is not None:
            self._intake.moved(Path(ready.came_from), Path(ready.path), facts)
        if not is_cloud_only:
            self._intake.saved(Path(ready.path), facts)
        return False

    def _prepared_for(self, path: str, shape: Shape) -> Judgement | None:
        """The prepared verdict, if the file is still as it was then and the register too."""
        prepared = self._prepared.pop(path, None)
        if prepared is None or prepared[:2] != (shape, self._revision):
            return None
        return prepared[2]

    def _verdict(self, folder: WatchedFolder, path: Path, *, is_new: bool) -> Judgement:
        """What is in the cloud only goes to the detector as well: it judges such a file by origin and name, unopened.
        `is_new`: it is being written at this moment, so a remote session that runs now says something about it."""
        origin = self._files.origin(path)
        if is_new and (hosts := self._session_hosts()):
            origin = replace(origin or Origin(), session_hosts=hosts)
        judgement = self._detector.judge(path, origin)
        return without_content(judgement) if is_private(folder.path, str(path)) else judgement

    def _judged(self, ready: Ready, facts: FileFacts, judgement: Judgement) -> Judged:
        folder = ready.folder
        # Nothing can set this time back, whatever a download or an archive says about the file's own times.
        is_first = facts.changed_ns < _nanoseconds(folder.added_at)
        return Judged(
            path=Path(ready.path),
            facts=facts,
            judgement=judgement,
            group=self._group(ready, judgement, is_first) if judgement.verdict in _FINDINGS else "",
            first_clean_up=is_first,
        )

    def _group(self, ready: Ready, judgement: Judgement, is_first: bool) -> str:
        burst = burst_folder(ready.folder.path, ready.path)
        if is_first:
            return first_clean_up_group(self._secret, ready.folder.id, burst, judgement.client_id)
        return self._grouping.group(burst, judgement.client_id, ready.at)

    def _note(self, folder_id: str, mark: bytes) -> None:
        self._looked_at[folder_id].append(mark)
        self.seen(folder_id).add(mark)

    def _use_register(self) -> None:
        now = self._ticks()
        if now - self._context_at < CONTEXT_AGE:
            return
        self._secret = self._secret or self._intake.secret()
        context, self._revision = self._intake.context()
        told = hash((self._revision, frozenset(context.digests.items()), sum(map(len, context.sketches.values()))))
        if told != self._told:
            self._detector.use(context)
            self._told = told
        self._context_at = now


def is_reached_directly(root: str, path: str) -> bool:
    """Whether no folder between `root` and the file at `path` is a link: then it would be a file of another place."""
    parent = path.rpartition(os.sep)[0]
    expected = os.path.realpath(root) + parent.removeprefix(root.rstrip(os.sep))
    return os.path.normcase(os.path.realpath(parent)) == os.path.normcase(expected)


def _same(before: FileFacts, after: FileFacts) -> bool:
    return (before.identity, before.size_bytes, before.modified_ns) == (
        after.identity,
        after.size_bytes,
        after.modified_ns,
    )


def _nanoseconds(moment: datetime) -> int:
    return int(moment.timestamp()) * 1_000_000_000
