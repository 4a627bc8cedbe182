"""A file is copied whole under a free name, or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from app.system.files import carrying
from app.system.files.carrying import carry


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "bron.docx"
    path.write_bytes(b"inhoud" * 5000)
    os.utime(path, ns=(10**18, 10**18))
    (tmp_path / "doel").mkdir()
    return path


def test_content_and_date_come_along(source: Path, tmp_path: Path) -> None:
    """VR-U5a"""
    target = tmp_path / "doel" / "bron.docx"
    carry(source, target)
    assert (target.read_bytes(), target.stat().st_mtime_ns) == (source.read_bytes(), 10**18)
    assert list(target.parent.iterdir()) == [target]


def test_a_name_that_is_taken_is_left_alone(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "doel" / "bron.docx"
    target.write_bytes(b"eerder")
    with pytest.raises(FileExistsError):
        carry(source, target)
    assert target.read_bytes() == b"eerder"


def test_a_name_that_is_taken_meanwhile_is_left_alone(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "doel" / "bron.docx"
    copy = carrying.shutil.copyfileobj

    def copying(*arguments: object) -> None:
        copy(*arguments)  # type: ignore[arg-type]
        target.write_bytes(b"sneller")

    monkeypatch.setattr(carrying.shutil, "copyfileobj", copying)
    with pytest.raises(FileExistsError):
        carry(source, target)
    assert target.read_bytes() == b"sneller"
    assert list(target.parent.iterdir()) == [target]


def test_a_file_system_without_second_names_takes_it_too(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    carry(source, tmp_path / "doel" / "bron.docx")
    assert (tmp_path / "doel" / "bron.docx").read_bytes() == source.read_bytes()


def test_a_full_disk_leaves_nothing_behind(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(carrying.shutil, "copyfileobj", full)
    with pytest.raises(OSError, match="No space"):
        carry(source, tmp_path / "doel" / "bron.docx")
    assert list((tmp_path / "doel").iterdir()) == []
