"""The versions that run here; nothing of the machine's name or of a person."""

from __future__ import annotations

import platform

from app import __version__
from app.system.versions import versions


def test_program_python_and_system_are_told() -> None:
    found = versions()
    assert (found["program"], found["python"]) == (__version__, platform.python_version())
    assert found["system"]
    assert all(isinstance(value, str) and value for value in found.values())


def test_the_name_of_the_machine_is_not() -> None:
    """VT-B2"""
    assert platform.node() not in versions().values()
