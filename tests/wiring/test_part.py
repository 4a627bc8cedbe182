"""A part is made when it is first used, and once, whoever asks."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from app.assistant import Site, build
from app.wiring.part import Parts, part

ASKING = 8


class Workshop(Parts):
    def __init__(self) -> None:
        super().__init__()
        self.made = 0

    @part
    def tool(self) -> object:
        self.made += 1
        return object()

    @part
    def machine(self) -> tuple[object, object]:
        """A part that needs another one: the thread that makes it may ask on."""
        return self.tool, self.tool


def test_nothing_is_made_before_it_is_used():
    workshop = Workshop()
    assert (workshop.made, workshop.is_made("tool")) == (0, False)


def test_all_threads_that_ask_at_once_get_the_same_part():
    workshop, start = Workshop(), Barrier(ASKING)

    def ask(_number: int) -> object:
        start.wait(timeout=10)
        return workshop.tool

    with ThreadPoolExecutor(ASKING) as threads:
        assert len(set(threads.map(ask, range(ASKING)))) == 1
    assert (workshop.made, workshop.is_made("tool")) == (1, True)


def test_a_part_may_be_made_of_others():
    workshop = Workshop()
    assert workshop.machine == (workshop.tool, workshop.tool)
    assert workshop.made == 1


def test_an_assistant_that_was_never_used_opens_and_leaves_nothing(tmp_path: Path):
    assistant = build(Site(data_dir=tmp_path / "data"))
    assistant.close()
    assert not (tmp_path / "data").exists()
