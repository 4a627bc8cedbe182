"""A program of one's own, and the whole story told once."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.cli.here import Here
from tests.cli.program import Program, program_in
from tests.cli.story import Story, tell


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return program_in(tmp_path)


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """The main job from a copied file to a declaration, by the command line alone."""
    if sys.platform == "win32":
        pytest.skip("leaves keys in the person's credential store; the story runs with a key file")
    folder = tmp_path_factory.mktemp("story")
    return tell(program_in(folder), folder)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Here:
    """A program that runs in this process: quick, for the many wrong things one can ask."""
    program = program_in(tmp_path)
    for name, value in program.environment.items():
        monkeypatch.setenv(name, value)
    for name in [name for name in os.environ if name.startswith(("XDG_", "DBUS_", "LC_"))]:
        monkeypatch.delenv(name)
    return Here(program, tmp_path, capsys)
