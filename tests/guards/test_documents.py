"""When documentation is filed. Source: VR-P5a, VR-S2."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.document import BrakeQuestion, DocumentState, SyncStatus
from app.domain.errors import AssistantError, EnvironmentLacking, GuardError
from app.domain.messages import msg
from app.domain.rules import RuleState
from app.guards.documents import BUSY, CALM, OFFLINE, DocumentGuard
from app.system.watch import Change, ChangeKind, FolderWatcher, Lost
from tests.fakes import START

TAKEN = EnvironmentLacking(msg("documents.busy"))


class FakeDocuments:
    def __init__(self) -> None:
        self.looks = 0
        self.more = False
        self.error: AssistantError | None = None
        self.status = SyncStatus(remote="folder", last_success_at=None, counts={DocumentState.FILED: 3})

    def look_around(self) -> SyncStatus:
        self.looks += 1
        if self.error is not None:
            raise self.error
        return self.status

    def has_more(self) -> bool:
        return self.more

    def is_taken(self, error: AssistantError) -> bool:
        return error is TAKEN

    def folders(self) -> tuple[str, ...]:
        return ("/srv/Documentatie",)


class FakeWatcher:
    def __init__(self, changed: Callable[[Change], None], lost: Callable[[Path, Lost], None]) -> None:
        self.changed, self.lost = changed, lost
        self.watched: set[Path] = set()
        self.closed = False

    def watch(self, folder: Path) -> None:
        self.watched.add(folder)

    def unwatch(self, folder: Path) -> None:
        self.watched.discard(folder)

    def close(self) -> None:
        self.closed = True


class Scene:
    def __init__(self) -> None:
        self.documents = FakeDocuments()
        self.seconds = 100.0
        self.woken = 0
        self.guard = DocumentGuard(self.documents, self._watcher, lambda: self.seconds)
        self.guard.listen(self._wake)

    def _watcher(self, changed: Callable[[Change], None], lost: Callable[[Path, Lost], None]) -> FolderWatcher:
        self.watcher = FakeWatcher(changed, lost)
        return self.watcher  # type: ignore[return-value]

    def _wake(self) -> None:
        self.woken += 1

    def save(self) -> None:
        folder = Path("/srv/Documentatie")
        self.watcher.changed(Change(ChangeKind.MODIFIED, folder, str(folder / "plan.docx")))


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_it_files_and_says_so(scene: Scene):
    report = scene.guard.check(START)
    assert (report.state, report.sentence) == (RuleState.OK, msg("guard.documents-filed", n=3))
    assert scene.watcher.watched == {Path("/srv/Documentatie")}


def test_a_burst_of_saves_is_one_look(scene: Scene):
    scene.guard.check(START)
    for _ in range(5):
        scene.save()
        scene.seconds += 0.5
        report = scene.guard.check(START)
        assert report.next_check_at is not None
    assert (scene.woken, scene.documents.looks) == (1, 1)
    scene.seconds += CALM
    scene.guard.check(START)
    assert scene.documents.looks == 2
    scene.save()
    assert scene.woken == 2


def test_what_was_missed_is_looked_for(scene: Scene):
    scene.guard.check(START)
    scene.watcher.lost(Path("/srv/Documentatie"), Lost.OVERFLOW)
    assert scene.woken == 1


def test_a_long_queue_is_filed_in_steps(scene: Scene):
    scene.documents.more = True
    assert scene.guard.check(START).next_check_at == START


def test_a_remote_out_of_reach_is_unknown_and_asked_again_calmly(scene: Scene):
    trouble = msg("remote.name")
    scene.documents.status = SyncStatus(remote="folder", last_success_at=None, trouble=trouble)
    report = scene.guard.check(START)
    assert (report.state, report.sentence, report.next_check_at) == (RuleState.UNKNOWN, trouble, START + OFFLINE)


def test_what_waits_for_a_person_is_attention(scene: Scene):
    scene.documents.status = SyncStatus(
        remote="folder", last_success_at=None, counts={DocumentState.HELD_BACK: 1, DocumentState.CONFLICT: 1}
    )
    assert scene.guard.check(START).sentence == msg("guard.documents-wanting", n=2)
    question = BrakeQuestion(project="P1", changed=12, vanished=0, filed=20, since=START)
    scene.documents.status = SyncStatus(remote="folder", last_success_at=None, questions=(question,))
    report = scene.guard.check(START)
    assert (report.state, report.sentence) == (RuleState.ATTENTION, msg("guard.documents-asked", n=1))


def test_while_somebody_else_files_it_waits(scene: Scene):
    scene.documents.error = TAKEN
    assert scene.guard.check(START).next_check_at == START + BUSY


def test_what_cannot_be_looked_at_is_unknown(scene: Scene):
    scene.documents.error = EnvironmentLacking(msg("remote.name"))
    with pytest.raises(GuardError):
        scene.guard.check(START)


def test_it_stops_listening(scene: Scene):
    scene.guard.close()
    assert scene.watcher.closed
    assert scene.guard.interval <= timedelta(minutes=5)
