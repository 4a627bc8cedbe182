"""The command line in this process, and what must not change when it refuses."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from app.cli.main import main
from tests.cli.program import Answer, Program


@dataclass(frozen=True)
class Here:
    program: Program
    folder: Path
    capsys: pytest.CaptureFixture[str]

    def run(self, *words: object, language: str = "nl") -> Answer:
        self.capsys.readouterr()
        code = main(["--data-dir", str(self.program.data_dir), "--lang", language, *map(str, words)])
        out, err = self.capsys.readouterr()
        assert "Traceback" not in err
        return Answer(code, out, err)

    def json(self, *words: object) -> Answer:
        return self.run(*words, "--json")

    def done(self, *words: object) -> dict[str, Any]:
        answer = self.json(*words)
        assert answer.code == 0, answer.err
        return answer.document

    def kept(self) -> tuple[object, ...]:
        """All that a refused command must leave as it was: every change is in the journal, every file in a folder."""
        head = self.done("journal", "verify")["head"]
        names = ("vault", "evidence", "working", "drafts")
        files = sorted(str(path) for name in names for path in (self.program.data_dir / name).rglob("*"))
        return head["hash"], tuple(files), tuple(sorted(map(str, self.program.home.rglob("*"))))


@dataclass(frozen=True)
class ProgramHere(Program):
    """A program whose calls run in this process: under Wine starting one takes two seconds."""

    def run(self, *words: object, before: Callable[[], None] | None = None) -> Answer:
        assert before is None
        out, err = _Stream(), _Stream()
        with patch.dict(os.environ, self.environment, clear=True), redirect_stdout(out), redirect_stderr(err):
            code = main(["--data-dir", str(self.data_dir), "--lang", "nl", *map(str, words)])
        assert "Traceback" not in err.text
        return Answer(code, out.text, err.text)


class _Stream(io.TextIOWrapper):
    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="\n")

    @property
    def text(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]  # it is the BytesIO from above
