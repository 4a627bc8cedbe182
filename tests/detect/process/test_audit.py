"""What Python code in the worker is refused before the system is asked, on every system."""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from pathlib import Path

import pytest

from app.detect.process.measures import Measure
from app.domain.finding import Verdict
from tests import samples
from tests.detect.process.conftest import MakeWorker, mock_document

ON_FILES = ("write", "run", "remove", "rename", "make-folder", "change-mode", "set-times", "temporary")
MAKES_IT = ("write", "run", "make-folder")


def aimed_at(folder: Path, action: str) -> Path:
    """Beside the document, so that it lies in a folder of its own."""
    target = folder / "others" / "target"
    target.parent.mkdir()
    if action not in MAKES_IT:
        target.write_text("of somebody")
        os.utime(target, (1_000_000_000, 1_000_000_000))
    return target


def seen(folder: Path) -> Mapping[str, tuple[int, int, float]]:
    return {path.name: (path.stat().st_mode, path.stat().st_size, path.stat().st_mtime) for path in folder.iterdir()}


@pytest.mark.parametrize("action", ON_FILES)
def test_python_code_changes_no_file(mock: MakeWorker, tmp_path: Path, action: str) -> None:
    """VR-K1"""
    target = aimed_at(tmp_path, action)
    before = seen(target.parent)
    worker = mock(only=(Measure.PYTHON_CODE,))
    judgement = worker.judge(mock_document(tmp_path, f"{action}:{target}"), None)
    assert judgement.verdict is Verdict.UNREADABLE
    assert seen(target.parent) == before
    assert worker.judge(samples.payroll_csv(tmp_path / "p.csv", 20), None).verdict is Verdict.CLIENT_DATA
    assert list(worker._crashes) == []


@pytest.mark.parametrize("action", ON_FILES)
def test_without_the_watch_it_would(mock: MakeWorker, tmp_path: Path, action: str) -> None:
    target = aimed_at(tmp_path, action)
    before = seen(target.parent)
    judgement = mock(only=()).judge(mock_document(tmp_path, f"{action}:{target}"), None)
    assert judgement.verdict is Verdict.CLEAN
    assert seen(target.parent) != before


@pytest.mark.parametrize(("only", "connected"), [((Measure.PYTHON_CODE,), False), ((), True)])
def test_python_code_connects_only_without_the_watch(
    mock: MakeWorker, tmp_path: Path, only: tuple[Measure, ...], connected: bool
) -> None:
    """VR-K1"""
    with socket.create_server(("127.0.0.1", 0)) as server:
        document = mock_document(tmp_path, f"connect:{server.getsockname()[1]}")
        judgement = mock(only=only).judge(document, None)
    assert (judgement.verdict is Verdict.CLEAN) is connected
