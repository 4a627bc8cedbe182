"""Programs that make input themselves are known by name. VR-P6."""

from __future__ import annotations

import pytest

from app.system.idle.simulators import simulates_input


@pytest.mark.parametrize("name", ["Caffeine64.exe", "MouseJiggler.exe", "Move Mouse.exe", "caffeine"])
def test_a_program_that_presses_keys_or_moves_the_mouse_is_found(name: str) -> None:
    """VR-P6: keep-awake tools do not count as a person."""
    assert simulates_input(lambda: ["explorer.exe", name])


@pytest.mark.parametrize("name", ["PowerToys.Awake.exe", "", "python", "Caffeine en thee.docx"])
def test_others_are_not(name: str) -> None:
    """Those that only ask the system to stay awake leave the time without input as it is."""
    assert not simulates_input(lambda: [name])


def test_this_machine_answers() -> None:
    assert simulates_input() in (True, False)
