"""What the guards meet in tests: an intake that remembers, a detector that looks for a word, a watcher that is told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from app.domain.errors import EnvironmentLacking
from app.domain.finding import Judgement, Origin, Reason, ReasonType, Verdict
from app.domain.folder import FolderKind, WatchedFolder
from app.domain.identity import FileFacts, FileIdentity, new_id
from app.domain.intake import Judged
from app.domain.messages import Message, msg
from app.domain.ports import DetectionContext, PlaceInfo, PlaceKind
from app.domain.rules import RuleState
from app.system.watch import Change, ChangeKind, Lost, OnChange, OnLost, Watching
from tests.fakes import FakeClock

LONG_AGO = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
CLIENT_WORD = b"KLANTGEHEIM"
CLIENT = "client-1"


def watched(path: Path, kind: FolderKind = FolderKind.WATCHED, added_at: datetime = LONG_AGO) -> WatchedFolder:
    return WatchedFolder(id=new_id(), path=str(path), kind=kind, added_at=added_at)


class FakeIntake:
    """Keeps the port's contract in memory."""

    def __init__(self, *folders: WatchedFolder) -> None:
        self.kept = list(folders)
        self.revision = 1
        self.detection = DetectionContext()
        self.fingerprints: dict[str, set[bytes]] = {}
        self.verdicts: list[Judged] = []
        self.told: list[tuple[object, ...]] = []
        self.registered: dict[FileIdentity, str] = {}
        self.states: dict[str, tuple[RuleState, Message]] = {}
        self.places: list[str] = []
        self.drives: list[Path] = []
        self.walked: list[str] = []
        self.is_failing = False

    @property
    def found(self) -> list[str]:
        return [str(j.path) for j in self.verdicts if j.judgement.verdict is Verdict.CLIENT_DATA]

    @property
    def looked_at(self) -> list[str]:
        return [j.path.name for j in self.verdicts]

    def register(self, facts: FileFacts) -> None:
        self.registered[facts.identity] = facts.path

    def folders(self) -> tuple[WatchedFolder, ...]:
        return tuple(self.kept)

    def context(self) -> tuple[DetectionContext, int]:
        return self.detection, self.revision

    def secret(self) -> bytes:
        return b"s" * 32

    def seen(self, folder_id: str) -> set[bytes]:
        return set(self.fingerprints.get(folder_id, set()))

    def remember(self, folder_id: str, add: Collection[bytes], forget: Collection[bytes]) -> None:
        self._fail_if_told()
        assert all(len(mark) == 16 for mark in (*add, *forget))
        known = self.fingerprints.setdefault(folder_id, set())
        known.update(add)
        known.difference_update(forget)

    def judged(self, folder_id: str, batch: Sequence[Judged]) -> int:
        self._fail_if_told()
        self.verdicts += batch
        return sum(judged.judgement.verdict is Verdict.CLIENT_DATA for judged in batch)

    def moved(self, old: Path, new: Path, facts: FileFacts) -> None:
        self.told.append(("moved", old.name, new.name))
        self.registered[facts.identity] = str(new)

    def saved(self, path: Path, facts: FileFacts) -> None:
        if str(path) in self.registered.values():
            self.told.append(("saved", path.name))
            self.registered = {k: v for k, v in self.registered.items() if v != str(path)} | {facts.identity: str(path)}

    def vanished(self, path: Path) -> None:
        self.told.append(("vanished", path.name))

    def is_registered(self, facts: FileFacts) -> bool:
        return facts.identity in self.registered

    def looked(self, folder_id: str) -> None:
        self.walked.append(folder_id)

    def folder_state(self, folder_id: str, state: RuleState, sentence: Message) -> None:
        self.states[folder_id] = (state, sentence)

    def place(self, folder: WatchedFolder) -> None:
        self.places.append(folder.path)

    def drive_appeared(self, mount_point: Path) -> None:
        self.drives.append(mount_point)

    def _fail_if_told(self) -> None:
        if self.is_failing:
            raise EnvironmentLacking(msg("store.full"))


class FakeDetector:
    """Client data is what holds the word. Remembers which files it opened."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.origins: dict[str, Origin | None] = {}
        self.calls: list[str] = []
        self.contexts: list[DetectionContext] = []
        self.is_failing = False
        self.while_judging: list[object] = []
        self.cloud_only: set[str] = set()

    def use(self, context: DetectionContext) -> None:
        self.contexts.append(context)

    def warm_up(self) -> None:
        self.calls.append("warm-up")

    def judge(self, path: Path, origin: Origin | None) -> Judgement:
        if self.is_failing:
            raise EnvironmentLacking(msg("detect.no-worker"))
        if path.name in self.cloud_only:
            return Judgement(verdict=Verdict.UNREADABLE, error="unreadable.cloud-only")
        self.origins[path.name] = origin
        self.opened.append(path.name)
        if self.while_judging:
            step = self.while_judging.pop(0)
            assert callable(step)
            step()
        try:
            content = path.read_bytes()
        except OSError:
            return Judgement(verdict=Verdict.UNREADABLE, error="unreadable.permission")
        if CLIENT_WORD in content:
            reasons = (Reason(type=ReasonType.CONTENT, detail="bsn"),)
            return Judgement(verdict=Verdict.CLIENT_DATA, kinds={"bsn": 1}, reasons=reasons, client_id=CLIENT)
        return Judgement(verdict=Verdict.CLEAN)

    def sketch(self, path: Path, key: bytes) -> bytes | None:
        raise NotImplementedError

    def rest(self) -> None:
        self.calls.append("rest")

    def close(self) -> None:
        self.calls.append("close")


class FakeWatcher:
    """Passes on what a test says happened."""

    def __init__(self, on_change: OnChange, on_lost: OnLost) -> None:
        self._on_change = on_change
        self._on_lost = on_lost
        self.folders: dict[Path, Watching] = {}
        self.allowed = Watching.FULLY
        self.is_closed = False

    def watch(self, folder: Path) -> Watching:
        self.folders.setdefault(folder, self.allowed)
        return self.folders[folder]

    def unwatch(self, folder: Path) -> None:
        self.folders.pop(folder, None)

    def watching(self, folder: Path) -> Watching:
        return self.folders.get(folder, Watching.NOT)

    def close(self) -> None:
        self.is_closed = True

    def say(self, kind: ChangeKind, path: Path, to: Path | None = None, *, is_folder: bool = False) -> None:
        around = [folder for folder in self.folders if folder in path.parents]
        for folder in around or [f for f in self.folders if to is not None and f in to.parents]:
            self._on_change(Change(kind, folder, str(path), None if to is None else str(to), is_folder))

    def lose(self, folder: Path, why: Lost = Lost.OVERFLOW) -> None:
        self._on_lost(folder, why)


class FakePower:
    def __init__(self) -> None:
        self.is_low = False

    def should_rest(self) -> bool:
        return self.is_low


class FakePlaces:
    def __init__(self) -> None:
        self.removable: set[Path] = set()

    def of(self, folder: Path) -> PlaceInfo:
        return PlaceInfo(kind=PlaceKind.REMOVABLE if folder in self.removable else PlaceKind.LOCAL)


@dataclass
class SteadyTicks:
    """Steady seconds that follow the fake clock, and may be moved apart from it."""

    clock: FakeClock
    apart: timedelta = field(default_factory=timedelta)

    def __call__(self) -> float:
        return (self.clock.moment - self.apart).timestamp()


def as_client_place(folder: WatchedFolder, client_id: str = CLIENT) -> WatchedFolder:
    return replace(folder, kind=FolderKind.CLIENT_PLACE, client_id=client_id)
