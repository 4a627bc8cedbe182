"""A program of one's own, and the whole story told once."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.cli.here import Here, ProgramHere
from tests.cli.program import Program, program_in
from tests.cli.story import Story, tell
from tests.windows_lab.credentials import forget_keys


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    program = program_in(tmp_path)
    yield program
    forget_keys(program.data_dir)


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """The main job from a copied file to a declaration, by the command line alone."""
    folder = tmp_path_factory.mktemp("story")
    program = program_in(folder)
    if sys.platform == "win32":
        program = ProgramHere(data_dir=program.data_dir, home=program.home)
    with pytest.MonkeyPatch.context() as patch:
        in_the_netherlands(patch)
        yield tell(program, folder)
    forget_keys(program.data_dir)


def in_the_netherlands(patch: pytest.MonkeyPatch) -> None:
    """For calls in this process: Windows keeps the time zone in the machine's registry, not in the environment."""
    if sys.platform == "win32":
        patch.setattr("app.cli.main.local_zone", lambda: ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Here]:
    """A program that runs in this process: quick, for the many wrong things one can ask."""
    program = program_in(tmp_path)
    for name, value in program.environment.items():
        monkeypatch.setenv(name, value)
    for name in [name for name in os.environ if name.startswith(("XDG_", "DBUS_", "LC_"))]:
        monkeypatch.delenv(name)
    in_the_netherlands(monkeypatch)
    yield Here(program, tmp_path, capsys)
    forget_keys(program.data_dir)
