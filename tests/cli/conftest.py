"""A program of one's own, and the whole story told once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

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
