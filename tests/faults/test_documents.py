"""`kill -9` at any moment of filing: nothing half stands there, nothing is lost, and the next round finishes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.kills import kill_loop
from tests.faults.scene import Answer, Scene

KILLS = 16


class FileDocuments:
    """`sync once` with new documents and changed ones."""

    has_vault = False

    def __init__(self) -> None:
        self._round = 0
        self._contents: dict[str, set[bytes]] = {}

    def begin(self, scene: Scene) -> None:
        folder = self.folder(scene)
        folder.mkdir()
        scene.done("project", "change", "P1", "--documents", folder)

    def folder(self, scene: Scene) -> Path:
        return scene.root / "Documentatie"

    def prepare(self, scene: Scene) -> None:
        self._round += 1
        for number in range(4):
            self._write(scene, f"plan-{number}.txt")
            self._write(scene, f"round-{self._round}-{number}.txt")

    def _write(self, scene: Scene, name: str) -> None:
        content = f"{name} in round {self._round}\n".encode() * 2000
        (self.folder(scene) / name).write_bytes(content)
        self._contents.setdefault(name, set()).add(content)

    def words(self) -> list[object]:
        return ["sync", "once", "--yes"]

    def look(self, scene: Scene, answer: Answer) -> None:
        for name, content in self._stored(scene).items():
            assert content in self._contents[name], "half a document"
        found = scene.done("sync", "once", "--yes")
        assert found["counts"]["filed"] == len(self._contents)
        assert {row["state"] for row in found["items"]} == {"filed"}
        here = {path.name: path.read_bytes() for path in self.folder(scene).iterdir()}
        assert self._stored(scene) == here
        assert scene.done("journal", "verify")["valid"]

    def _stored(self, scene: Scene) -> dict[str, bytes]:
        place = scene.data / "office365-local" / "documents" / "P1"
        files = (path for path in place.rglob("*") if path.is_file() and not path.name.startswith("."))
        return {path.name: path.read_bytes() for path in files}


@pytest.mark.slow
def test_filing_that_is_killed_at_any_moment_leaves_nothing_half(scene: Scene) -> None:
    """VR-S2"""
    verb = FileDocuments()
    verb.begin(scene)
    tally = kill_loop(scene, verb, KILLS)
    assert tally.kills >= KILLS // 4


@pytest.mark.slow
def test_a_restore_that_is_killed_goes_on(scene: Scene) -> None:
    """VR-S2"""
    verb = FileDocuments()
    verb.begin(scene)
    verb.prepare(scene)
    scene.done("sync", "once")
    here = {path.name: path.read_bytes() for path in verb.folder(scene).iterdir()}
    usual = scene.run("sync", "restore", "P1", scene.root / "usual").seconds
    for number in range(10):
        target = scene.root / f"back-{number}"
        scene.run("sync", "restore", "P1", target, kill_after=usual * number / 9)
        found = scene.done("sync", "restore", "P1", target) if _is_open(target) else None
        assert found is None or found["not_verified"] == []
        back = {path.name: path.read_bytes() for path in target.rglob("*") if path.is_file()}
        assert {name: back[name] for name in back if not name.startswith(".vroom-")} == here


def _is_open(target: Path) -> bool:
    """Whether it was interrupted: a folder that is filled wholly is no new one."""
    return not target.exists() or (target / ".vroom-restore.json").exists() or not any(target.iterdir())


@pytest.mark.slow
def test_two_processes_file_each_document_once(scene: Scene) -> None:
    verb = FileDocuments()
    verb.begin(scene)
    verb.prepare(scene)
    answers = scene.at_once(("sync", "once"), ("sync", "once"))
    assert [answer.code for answer in answers] == [0, 0]
    for answer in answers:
        assert {row["state"] for row in answer.document["items"]} == {"filed"}
    verb.look(scene, answers[0])
