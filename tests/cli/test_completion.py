"""Shell completion works in a real shell."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import ROOT

pytestmark = pytest.mark.skipif(shutil.which("bash") is None or sys.platform == "win32", reason="needs bash")


@pytest.fixture
def programs(tmp_path: Path) -> dict[str, str]:
    """An environment in which `vroom-assistant` is the program of this checkout."""
    starter = tmp_path / "bin" / "vroom-assistant"
    starter.parent.mkdir()
    starter.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m app "$@"\n', encoding="utf-8")
    starter.chmod(0o755)
    return {**os.environ, "PATH": f"{starter.parent}:{os.environ['PATH']}", "HOME": str(tmp_path)}


def bash(script: str, environment: dict[str, str]) -> str:
    done = subprocess.run(
        ["bash", "--norc", "-c", script], env=environment, capture_output=True, encoding="utf-8", timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def completed(words: str, environment: dict[str, str]) -> list[str]:
    """What bash would offer after `vroom-assistant WORDS` and Tab."""
    script = f"""
        eval "$(vroom-assistant completion bash)"
        COMP_WORDS=(vroom-assistant {words})
        COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
        _vroom_assistant_completion vroom-assistant
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    return bash(script, environment).split()


def test_bash_completes_commands(programs: dict[str, str], tmp_path: Path):
    assert completed("cl", programs) == ["client", "clock"]
    assert not list(tmp_path.glob("**/store.db"))


def test_bash_completes_a_command_of_a_group_and_its_options(programs: dict[str, str]):
    assert completed("agreement wi", programs) == ["withdraw"]
    assert completed("finding resolve abcdef --not", programs) == ["--not-client-data"]


def test_bash_completes_the_choices_of_an_option(programs: dict[str, str]):
    assert completed("agreement add P-1 --place e", programs) == ["elsewhere"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_every_shell_has_a_script(shell: str, programs: dict[str, str]):
    script = bash(f"vroom-assistant completion {shell}", programs)
    assert "_VROOM_ASSISTANT_COMPLETE" in script
    assert "vroom-assistant" in script
