"""A consultant's data directory and files on a real disk, worked on by real processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

WARM = Path(__file__).with_name("warm.py")
EVIDENCE = "From: Eva Smit <eva@voorbeeldstad.example>\nSubject: Afspraak\n\nAkkoord, {text}\n"


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str
    seconds: float

    @property
    def was_killed(self) -> bool:
        return self.code == -9

    @property
    def document(self) -> dict[str, Any]:
        return dict(json.loads(self.out))


@dataclass(frozen=True)
class Call:
    """`limits`: of the system's resources, by name. `user`: as whom, where we are the superuser."""

    words: list[str]
    environment: dict[str, str]
    kill_after: float | None = None
    limits: dict[str, int] = field(default_factory=dict)
    user: int | None = None


class Warm:
    """Runs commands in processes that need not import anything any more; see `warm.py`."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(WARM)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n"

    def run_all(self, calls: list[Call]) -> list[Answer]:
        """Run `calls` in processes that start at the same moment."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([asdict(call) for call in calls]) + "\n")
        self._process.stdin.flush()
        return [Answer(**answer) for answer in json.loads(self._process.stdout.readline())]

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=30)
        self._process.stdout.close()


def checked(answer: Answer) -> Answer:
    """No call ends in a traceback, and an error is a sentence."""
    assert "Traceback" not in answer.err, answer.err
    assert "should not have" not in answer.err, answer.err  # the sentence of an unexpected error
    return answer


@contextmanager
def warm() -> Iterator[Warm]:
    running = Warm()
    try:
        yield running
    finally:
        running.close()


@dataclass
class Scene:
    """One person: a home with Downloads, a data directory, one client, one project, one agreement."""

    root: Path
    warm: Warm
    agreement: str = ""
    mails: int = field(default=0)
    user: int | None = None
    data_dir: Path | None = None

    @property
    def data(self) -> Path:
        return self.data_dir or self.root / "data"

    @property
    def downloads(self) -> Path:
        return self.root / "home" / "Downloads"

    @property
    def vault(self) -> Path:
        return self.data / "vault"

    @property
    def environment(self) -> dict[str, str]:
        temporary = self.root / "tmp"
        temporary.mkdir(exist_ok=True)
        return {"HOME": str(self.root / "home"), "TMPDIR": str(temporary), "TZ": "UTC", "LANG": "en_GB.UTF-8"}

    def start(self) -> Scene:
        self.downloads.mkdir(parents=True)
        self.done("client", "add", "Voorbeeldstad", "--domain", "voorbeeldstad.example")
        self.project("P1")
        self.agreement = self.agree("P1")
        return self

    def project(self, code: str) -> None:
        self.done("project", "add", code, "--client", "Voorbeeldstad", "--goal", "Onderzoek")

    def agree(self, code: str) -> str:
        """A new agreement of that project; each has evidence of its own."""
        words = ("--scope", "bestand", "--purpose", "Onderzoek", "--agreed-with", "Eva <eva@voorbeeldstad.example>")
        found = self.done("agreement", "add", code, *words, "--agreed-at", "2026-01-05", "--evidence", str(self.mail()))
        return str(found["id"])

    def mail(self) -> Path:
        self.mails += 1
        path = self.root / f"akkoord-{self.mails}.eml"
        path.write_text(EVIDENCE.format(text=self.mails))
        path.chmod(0o644)
        return path

    def file(self, name: str, size: int = 20_000) -> Path:
        path = self.downloads / name
        path.write_bytes(os.urandom(size))
        return path

    # -- commands -----------------------------------------------------------------------------------------------------

    def run(self, *words: object, kill_after: float | None = None, limits: Mapping[str, int] | None = None) -> Answer:
        (answer,) = self.warm.run_all([self.call(*words, kill_after=kill_after, limits=limits)])
        return checked(answer)

    def at_once(self, *calls: tuple[object, ...]) -> list[Answer]:
        """Each command in a process of its own, all at the same moment."""
        return [checked(answer) for answer in self.warm.run_all([self.call(*words) for words in calls])]

    def call(self, *words: object, kill_after: float | None = None, limits: Mapping[str, int] | None = None) -> Call:
        command = ["--data-dir", str(self.data), "--lang", "en", *map(str, words), "--json"]
        return Call(command, self.environment, kill_after, dict(limits or {}), self.user)

    def done(self, *words: object) -> dict[str, Any]:
        answer = self.run(*words)
        assert answer.code == 0, (words, answer.code, answer.err, answer.out)
        return answer.document

    def sealed(self, path: Path) -> str:
        """The id of the copy that `path` became."""
        return str(self.done("copy", "add", path, "--agreement", self.agreement)["id"])

    def copies(self) -> dict[str, dict[str, Any]]:
        return {row["id"]: row for row in self.done("copy", "list")["items"]}

    def expire(self, agreement: str = "") -> None:
        """All copies under the agreement are due at once."""
        self.done("agreement", "withdraw", agreement or self.agreement, "--evidence", str(self.mail()))

    # -- what must be true after anything -----------------------------------------------------------------------------

    def check_sound(self, *, doctor: bool = False) -> None:
        """Vault, journal and files agree; nothing half is left. The first command takes up what a dead one left."""
        assert self.done("vault", "check")["failed"] == 0
        assert self.done("journal", "verify")["valid"]
        self.check_no_strays()
        if doctor:
            answer = self.run("doctor")
            states = {check["id"]: (check["state"], check["sentence"]) for check in answer.document["checks"]}
            assert not [state for state in states.items() if state[1][0] == "failed"], states
            assert states["interrupted"][0] == "ok", states["interrupted"]

    def check_no_strays(self) -> None:
        """Every sealed file has its record; no private folder, part or plain text is left by a dead process."""
        rows = [row for row in self.done("vault", "list")["items"] if row["state"] != "erased"]
        names = sorted(path.name for path in self.vault.iterdir())
        assert len(names) == len(rows), (names, rows)
        assert all(name.endswith(".age") for name in names), names
        assert list(self.downloads.rglob(".vroom-*")) == []
        plain = [p for p in (self.data / "working").rglob("*") if p.is_file()]
        out = [row["path"] for row in rows if row["state"] == "checked-out"]
        expected = sorted(path for path in out if path.startswith(str(self.data)))
        assert sorted(map(str, plain)) == expected, (plain, expected)
