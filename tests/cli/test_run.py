"""The guards by the command line: they see a file arrive, tell it as it happens, and leave when told."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import ROOT, Program
from tests.cli.story import set_up
from tests.samples import CLIENT_NAME, payroll_xlsx

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="leaves keys in the person's credential store")


@contextmanager
def running(program: Program, *words: str) -> Iterator[subprocess.Popen[str]]:
    """`run` as a process of its own; told to leave at the end, whatever happened."""
    process = subprocess.Popen(
        program.command("run", "--headless", *words),
        cwd=ROOT,
        env=program.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)


def until(process: subprocess.Popen[str], event: str) -> dict[str, Any]:
    """The next event of that name; pytest's own limit ends the waiting."""
    assert process.stdout is not None
    for line in process.stdout:
        found: dict[str, Any] = json.loads(line)
        assert set(found) >= {"at", "event", "data"}
        if found["event"] == event:
            return found
    raise AssertionError(f"{event} was never told")


def test_a_file_that_settles_in_a_watched_folder_becomes_a_finding(program: Program, tmp_path: Path):
    """VR-K1, VR-P1a"""
    set_up(program, tmp_path)
    downloads = program.home / "Downloads"
    downloads.mkdir()
    program.done("folder", "add", downloads)
    with running(program, "--jsonl") as process:
        until(process, "run.started")
        payroll_xlsx(downloads / "salarissen.xlsx", 40, CLIENT_NAME)
        told = until(process, "finding.opened")
        (found,) = program.done("finding", "list", "--open")["items"]
        assert told["data"]["subject"] == found["id"]
        assert "salarissen" not in json.dumps(told)
    assert process.returncode == 0


def test_one_process_keeps_watch(program: Program):
    program.run("status")
    with running(program, "--jsonl") as process:
        until(process, "run.started")
        second = program.run("run", "--headless", "--for", "5")
        assert (second.code, second.out) == (3, "")
        assert len(second.err.strip().splitlines()) == 1


def test_a_watch_with_an_end_leaves_by_itself(program: Program):
    answer = program.run("run", "--headless", "--for", "1", "--jsonl")
    assert answer.code == 0
    events = [json.loads(line)["event"] for line in answer.out.splitlines()]
    assert events[0] == "run.started"
    assert answer.err == ""


def test_the_demo_tells_the_story_and_leaves_nothing_behind(program: Program, tmp_path: Path):
    before = set(tmp_path.rglob("*"))
    answer = program.run("--lang", "en", "demo")
    assert answer.code == 0, answer.err
    assert "declaration" in answer.out.lower()
    assert set(tmp_path.rglob("*")) == before
