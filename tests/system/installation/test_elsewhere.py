"""The installer's steps are for Windows: elsewhere the program says so and does nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app.system.installation import STEP_FLAG, past_removals


@pytest.mark.skipif(sys.platform == "win32", reason="the other systems are meant")
def test_another_system_has_no_steps() -> None:
    done = subprocess.run([sys.executable, "-m", "app", STEP_FLAG, "leave"], capture_output=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (3, b"", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="the other systems are meant")
def test_another_system_records_no_removals() -> None:
    assert past_removals() == ()
