"""Runs the program as people and scripts do, on a data directory of its own, without a credential store."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 60  # seconds that no command may take


@dataclass(frozen=True)
class Answer:
    """What came of one call. `said` is what a person reads of an error: one sentence, perhaps where help is."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        """The JSON on stdout; that nothing else stands there is part of the contract."""
        assert self.out, self.err
        document = json.loads(self.out)
        assert document["schema"] == 1
        return dict(document)

    @property
    def items(self) -> list[dict[str, Any]]:
        return list(self.document["items"])


@dataclass(frozen=True)
class Program:
    """One person's program: a data directory and a home."""

    data_dir: Path
    home: Path

    @property
    def environment(self) -> dict[str, str]:
        keep = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "DBUS_", "LC_"))}
        home = {"HOME": str(self.home), "USERPROFILE": str(self.home)}
        return {**keep, **home, "LANG": "nl_NL.UTF-8", "TZ": "Europe/Amsterdam", "PYTHONUTF8": "1"}

    def command(self, *words: object) -> list[str]:
        return [sys.executable, "-m", "app", "--data-dir", str(self.data_dir), *map(str, words)]

    def run(self, *words: object, before: Callable[[], None] | None = None) -> Answer:
        # Not through pipes: the services that Wine starts keep those open long after the program is done.
        with TemporaryFile() as out, TemporaryFile() as err:
            done = subprocess.run(
                self.command(*words),
                cwd=ROOT,
                env=self.environment,
                stdout=out,
                stderr=err,
                timeout=LIMIT,
                preexec_fn=before,
            )
            answer = Answer(done.returncode, _text(out), _text(err))
        assert "Traceback" not in answer.err
        return answer

    def json(self, *words: object) -> Answer:
        return self.run(*words, "--json")

    def done(self, *words: object) -> dict[str, Any]:
        """The answer of a call that must be fine."""
        answer = self.json(*words)
        assert answer.code == 0, answer.err
        return answer.document


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8").replace("\r\n", "\n")


def program_in(folder: Path) -> Program:
    home = folder / "home"
    home.mkdir()
    return Program(data_dir=folder / "data", home=home)
