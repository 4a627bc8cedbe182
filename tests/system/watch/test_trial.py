"""Whether changes are heard here, tried out with a real file."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.system.watch import trial
from app.system.watch.changes import Watching
from app.system.watch.trial import hears_changes
from app.system.watch.watcher import FolderWatcher


def test_here_they_are_heard_and_nothing_is_left(tmp_path: Path) -> None:
    assert hears_changes(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_system_that_refuses_to_watch_is_deaf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FolderWatcher, "watch", lambda _self, _folder: Watching.NOT)
    assert not hears_changes(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_system_that_tells_nothing_is_deaf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "PATIENCE_SECONDS", 0.05)
    monkeypatch.setattr(FolderWatcher, "watch", lambda _self, _folder: Watching.FULLY)
    assert not hears_changes(tmp_path)


def test_a_folder_that_is_gone_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        hears_changes(tmp_path / "nowhere")
