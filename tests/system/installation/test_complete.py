"""Whether every module of the program loads here; the story of the installer asks the same of what was installed."""

from __future__ import annotations

from app.system.installation.complete import missing, own_modules


def test_every_module_of_the_program_loads() -> None:
    modules = list(own_modules())
    assert {"app.assistant", "app.ui.shell", "app.detect.process.worker"} <= set(modules)
    assert missing(modules) == []


def test_a_library_that_is_not_there_is_named() -> None:
    assert missing(["app.domain.messages", "no_such_library.part"]) == ["no_such_library.part: ModuleNotFoundError"]
