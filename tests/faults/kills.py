"""Kills a command at every moment of its life, and looks each time whether all is wholly old or wholly new.

Used by the tests (twenty kills a verb) and by `benchmarks/kills.py` (hundreds, or hours).
"""

from __future__ import annotations

import base64
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from tests.faults.scene import Answer, Scene
from tests.samples import payroll_csv
from tests.store.samples import KEY, SEED

V1 = Path(__file__).resolve().parents[1] / "store" / "data" / "v1.db"
BEYOND = 1.15  # the last kill comes when the command is usually done


class Verb(Protocol):
    """One command that is killed. `prepare` makes what it works on; `words` is the command; `look` asserts what is true
    after a kill and one later command. `has_vault`: there are sealed files to be checked."""

    has_vault: bool

    def prepare(self, scene: Scene) -> None: ...

    def words(self) -> list[object]: ...

    def look(self, scene: Scene, answer: Answer) -> None: ...


@dataclass
class Tally:
    """How a loop went. `finished`: calls that were done before their kill came."""

    kills: int = 0
    finished: int = 0
    seconds: float = 0.0


def shares(kills: int) -> Iterator[float]:
    """Of the usual duration, spread evenly, so that every step is met."""
    for number in range(kills):
        yield BEYOND * number / max(1, kills - 1)


def kill_loop(scene: Scene, verb: Verb, kills: int, *, doctor_each: bool = False) -> Tally:
    tally = Tally(seconds=usual_seconds(scene, verb))
    usual = tally.seconds
    for share in shares(kills):
        verb.prepare(scene)
        answer = scene.run(*verb.words(), kill_after=usual * share)
        if not answer.was_killed:  # the first measurement met a busy machine
            usual = min(usual, answer.seconds)
        tally.kills += answer.was_killed
        tally.finished += not answer.was_killed
        assert answer.was_killed or answer.code in (0, 1), answer
        verb.look(scene, answer)
        if verb.has_vault:
            scene.check_sound(doctor=doctor_each)
    if verb.has_vault:
        scene.check_sound(doctor=True)
    return tally


def usual_seconds(scene: Scene, verb: Verb) -> float:
    verb.prepare(scene)
    answer = scene.run(*verb.words())
    assert answer.code in (0, 1), answer
    verb.look(scene, answer)
    return answer.seconds


class Seal:
    """`copy add`: the original untouched and no record, or the record and no original."""

    has_vault = True

    def __init__(self) -> None:
        self._path = Path()
        self._content = b""
        self._agreement = ""

    def prepare(self, scene: Scene) -> None:
        self._path = scene.file("salarissen.xlsx", 200_000)
        self._content = self._path.read_bytes()
        self._agreement = scene.agreement

    def words(self) -> list[object]:
        return ["copy", "add", self._path, "--agreement", self._agreement]

    def look(self, scene: Scene, answer: Answer) -> None:
        known = [copy for copy in scene.copies().values() if copy["state"] == "kept"]
        if known:
            assert not self._path.exists()
            (copy,) = known
            path = Path(scene.done("vault", "open", copy["id"])["path"])
            assert path.read_bytes() == self._content
            scene.done("copy", "delete", copy["id"], "--reason", "next round")
        else:
            assert answer.was_killed
            assert self._path.read_bytes() == self._content
            self._path.unlink()


class Open:
    """`vault open`: out with all of its text, or not out and no text anywhere."""

    has_vault = True

    def __init__(self) -> None:
        self._copy = ""
        self._content = b""

    def prepare(self, scene: Scene) -> None:
        if not self._copy:
            path = scene.file("rapport.docx", 300_000)
            self._content = path.read_bytes()
            self._copy = scene.sealed(path)

    def words(self) -> list[object]:
        return ["vault", "open", self._copy]

    def look(self, scene: Scene, answer: Answer) -> None:
        copy = scene.copies()[self._copy]
        if copy["state"] == "checked-out":
            assert Path(copy["path"]).read_bytes() == self._content
            scene.done("vault", "seal", self._copy)
        else:
            assert answer.was_killed
            assert copy["state"] == "kept"


class Reseal:
    """`vault seal` of a changed file: the new text is in the vault, or still in the working folder."""

    has_vault = True

    def __init__(self) -> None:
        self._copy = ""
        self._round = 0
        self._content = b""

    def prepare(self, scene: Scene) -> None:
        if not self._copy:
            self._copy = scene.sealed(scene.file("plan.xlsx", 1000))
        self._round += 1
        path = Path(scene.done("vault", "open", self._copy)["path"])
        self._content = f"round {self._round} ".encode() * 20_000
        path.write_bytes(self._content)
        (path.parent / "plan (kopie).xlsx").write_bytes(self._content[:5000])

    def words(self) -> list[object]:
        return ["vault", "seal", self._copy]

    def look(self, scene: Scene, answer: Answer) -> None:
        scene.done("vault", "seal", "--all")
        path = Path(scene.done("vault", "open", self._copy)["path"])
        assert path.read_bytes() == self._content
        scene.done("vault", "seal", self._copy)
        saved_beside = [c for c in scene.copies().values() if c["further_of"] == self._copy and c["state"] == "kept"]
        assert [copy["bytes"] for copy in saved_beside] == [5000]
        scene.done("copy", "delete", saved_beside[0]["id"], "--reason", "next round")


class DeleteDue:
    """`delete-due`: in the end everything is gone, each copy once, on one declaration."""

    has_vault = True

    def __init__(self) -> None:
        self._paths: list[Path] = []
        self._mine: set[str] = set()

    def prepare(self, scene: Scene) -> None:
        agreement = scene.agree("P1")
        self._paths = [scene.file(name, 3000) for name in ("een.xlsx", "twee.xlsx", "drie.xlsx")]
        added = [scene.done("copy", "add", path, "--agreement", agreement)["id"] for path in self._paths[:2]]
        added.append(scene.done("copy", "add", self._paths[2], "--agreement", agreement, "--in-place")["id"])
        self._mine = set(added)
        scene.expire(agreement)

    def words(self) -> list[object]:
        return ["delete-due"]

    def look(self, scene: Scene, answer: Answer) -> None:
        scene.run("delete-due")
        rows = [copy for copy in scene.copies().values() if copy["id"] in self._mine]
        assert {row["state"] for row in rows} == {"deleted"}
        assert len({row["certificate"] for row in rows}) == 1
        assert None not in {row["certificate"] for row in rows}
        assert not any(path.exists() for path in self._paths)
        deleted = [
            e["subject"] for e in scene.done("journal", "list", "--event", "copy.deleted", "--limit", 10)["items"]
        ]
        assert sorted(subject for subject in deleted if subject in self._mine) == sorted(self._mine)


class CloseProject:
    """`project close`: closed and every copy has its end, or open and none has."""

    has_vault = True

    def __init__(self) -> None:
        self._round = 0

    @property
    def _code(self) -> str:
        return f"C{self._round}"

    def prepare(self, scene: Scene) -> None:
        self._round += 1
        scene.project(self._code)
        agreement = scene.agree(self._code)
        for number in range(2):
            scene.done("copy", "add", "--elsewhere", f"telefoon {number}", "--agreement", agreement)

    def words(self) -> list[object]:
        return ["project", "close", self._code]

    def look(self, scene: Scene, answer: Answer) -> None:
        status = scene.done("project", "show", self._code)["status"]
        ends = [c["due_at"] is not None for c in scene.copies().values() if c["project"] == self._code]
        assert ends == [status == "closed"] * 2
        assert answer.was_killed or status == "closed"


class Move:
    """`copy move`: under the old agreement or under the new one, and it can be opened."""

    has_vault = True

    def __init__(self) -> None:
        self._copy = ""
        self._content = b""
        self._to = ""

    def prepare(self, scene: Scene) -> None:
        if not self._copy:
            path = scene.file("bijlage.pdf", 100_000)
            self._content = path.read_bytes()
            self._copy = scene.sealed(path)
        self._to = scene.agree("P1")

    def words(self) -> list[object]:
        return ["copy", "move", self._copy, "--agreement", self._to]

    def look(self, scene: Scene, answer: Answer) -> None:
        assert answer.was_killed or scene.copies()[self._copy]["agreement"] == self._to
        path = Path(scene.done("vault", "open", self._copy)["path"])
        assert path.read_bytes() == self._content
        scene.done("vault", "seal", self._copy)


class ResolveFinding:
    """`finding resolve --delete` (or `--returned`): resolved and gone, or open and untouched."""

    has_vault = True

    def __init__(self, how: str = "--delete") -> None:
        self._how = how
        self._path = Path()
        self._finding = ""

    def prepare(self, scene: Scene) -> None:
        self._path = scene.downloads / "bsn-lijst.csv"
        if not self._path.exists():
            payroll_csv(self._path, 40)
            scene.run("scan", self._path, "--register")
        (found,) = scene.done("finding", "list", "--open")["items"]
        self._finding = found["id"]

    def words(self) -> list[object]:
        return ["finding", "resolve", self._finding, self._how]

    def look(self, scene: Scene, answer: Answer) -> None:
        found = scene.done("finding", "show", self._finding)
        assert found["state"] == ("open" if self._path.exists() else "resolved")
        assert answer.was_killed or found["state"] == "resolved"
        if found["state"] == "resolved":
            assert found["resolution"]["how"] == ("deleted" if self._how == "--delete" else "returned")


class AskThenSeal:
    """`finding resolve --ask`, or the answer that brings it under the agreement's key: never both, never neither."""

    has_vault = True

    def __init__(self, *, answer: bool) -> None:
        self._answers = answer
        self._path = Path()
        self._finding = ""
        self._agreement = ""

    def prepare(self, scene: Scene) -> None:
        self._agreement = scene.agreement
        self._path = scene.downloads / "vraag.csv"
        waiting = [r for r in scene.done("finding", "list", "--open")["items"] if r["path"] == str(self._path)]
        if not waiting:
            payroll_csv(self._path, 50)
            scene.run("scan", self._path, "--register")
            waiting = [r for r in scene.done("finding", "list", "--open")["items"] if r["path"] == str(self._path)]
        self._finding = waiting[0]["id"]
        if self._answers and waiting[0]["state"] == "open":
            scene.done("finding", "resolve", self._finding, "--ask", "eva@voorbeeldstad.example")

    def words(self) -> list[object]:
        if self._answers:
            return ["finding", "resolve", self._finding, "--seal", self._agreement]
        return ["finding", "resolve", self._finding, "--ask", "eva@voorbeeldstad.example"]

    def look(self, scene: Scene, answer: Answer) -> None:
        state = scene.done("finding", "show", self._finding)["state"]
        sealed = {row["id"] for row in scene.done("vault", "list")["items"] if row["state"] == "sealed"}
        if state == "open":
            assert answer.was_killed
            assert self._path.exists()
        elif state == "waiting":
            assert not self._path.exists()
            assert self._finding in sealed
            if not self._answers:
                scene.done("finding", "resolve", self._finding, "--delete")
        else:
            assert self._answers
            copies = [c["id"] for c in scene.copies().values() if c["name"] == "vraag.csv" and c["state"] == "kept"]
            assert set(copies) == sealed
            scene.done("copy", "delete", *copies, "--reason", "next round")


class Migrate:
    """The first command of a new version: the schema is wholly old or wholly new, and what it held is there."""

    has_vault = False  # the stored database of version 1 came without its files

    def __init__(self) -> None:
        self._copy = ""

    def prepare(self, scene: Scene) -> None:
        for path in scene.data.glob("store.db*"):
            path.unlink()
        shutil.copyfile(V1, scene.data / "store.db")
        (scene.data / "store.db").chmod(0o600)
        keys = json.loads((scene.data / "keys.json").read_text())
        keys["keys"] |= {"database": _base64(KEY), "journal": _base64(SEED)}
        (scene.data / "keys.json").write_text(json.dumps(keys))

    def words(self) -> list[object]:
        return ["project", "list"]

    def look(self, scene: Scene, answer: Answer) -> None:
        assert len(scene.done("copy", "list")["items"]) == 1
        assert len(scene.done("finding", "list")["items"]) == 1
        events = [row["event"] for row in scene.done("journal", "list", "--limit", 50)["items"]]
        assert events.count("store.migrated") == 1
        assert scene.done("journal", "verify")["valid"]
        assert [p.name for p in scene.data.glob("*.part*")] == []
        assert [p.name for p in scene.data.glob("store.db.new-*")] == []


VERBS: MappingProxyType[str, Callable[[], Verb]] = MappingProxyType(
    {
        "seal": Seal,
        "open": Open,
        "reseal": Reseal,
        "delete-due": DeleteDue,
        "project-close": CloseProject,
        "move": Move,
        "finding-delete": ResolveFinding,
        "finding-returned": lambda: ResolveFinding("--returned"),
        "finding-ask": lambda: AskThenSeal(answer=False),
        "finding-answer": lambda: AskThenSeal(answer=True),
        "migrate": Migrate,
    }
)


def _base64(secret: bytes) -> str:
    return base64.b64encode(secret).decode("ascii")
