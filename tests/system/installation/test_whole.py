"""What of the program is not as it was built."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.system.installation.whole import LISTED, list_contents, not_whole


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("vroom-assistant.exe", "program/python311.dll", "program/ünï/één bestand.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    list_contents(tmp_path)
    return tmp_path


def test_what_is_as_it_was_built_is_whole(folder: Path) -> None:
    assert not_whole(folder) == []
    list_contents(folder)  # once more: the list itself is no content
    assert not_whole(folder) == []


def test_what_is_missing_short_or_changed_is_named(folder: Path) -> None:
    (folder / "vroom-assistant.exe").write_bytes(b"vroom")
    (folder / "program/python311.dll").write_bytes(b"Program/python311.dll")
    (folder / "program/ünï/één bestand.txt").unlink()
    (folder / "added by somebody.txt").touch()
    assert not_whole(folder) == ["program/python311.dll", "program/ünï/één bestand.txt", "vroom-assistant.exe"]


def test_without_the_list_nothing_is_known(folder: Path) -> None:
    (folder / LISTED).unlink()
    with pytest.raises(FileNotFoundError):
        not_whole(folder)
