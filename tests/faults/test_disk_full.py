"""A full disk: a sentence, exit 3, nothing lost, nothing half; and after somebody made room it goes on."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.scene import Scene, Warm

SIZE = 8 << 20
needs_root = pytest.mark.skipif(os.geteuid() != 0 or shutil.which("mount") is None, reason="mounts a small disk")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MB of its own."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=700", "none", str(disk)], check=False)
    if mounted.returncode != 0:
        pytest.skip("no disk may be mounted here")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


@pytest.fixture
def full(small_disk: Path, tmp_path: Path, running: Warm) -> Scene:
    """The data directory on the small disk, Downloads on the large one."""
    return Scene(tmp_path, running, data_dir=small_disk / "data").start()


def fill(scene: Scene, leave: int = 0) -> Path:
    """Another program takes all room but `leave` bytes."""
    filler = scene.data.parent / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(b"x" * 4096):
            continue
    if leave:
        os.truncate(filler, max(0, filler.stat().st_size - leave))
    return filler


@needs_root
def test_a_seal_without_room_leaves_the_original(full: Scene) -> None:
    path = full.file("groot.bin", 2 << 20)
    content = path.read_bytes()
    for leave in (0, 64 << 10, 1 << 20):
        filler = fill(full, leave)
        answer = full.run("copy", "add", path, "--agreement", full.agreement)
        assert answer.code == 3, (leave, answer)
        assert len(answer.err.strip().splitlines()) == 1
        assert path.read_bytes() == content
        filler.unlink()
        assert full.copies() == {}
        full.check_sound()
    full.sealed(path)
    full.check_sound()


@needs_root
def test_without_room_for_the_record_nothing_is_deleted(full: Scene) -> None:
    """VR-P4: no room for the record, no deletion."""
    copy = full.sealed(full.file("a.xlsx"))
    loose = full.file("los.xlsx")
    full.done("copy", "add", loose, "--agreement", full.agreement, "--in-place")
    full.expire()
    for leave in (0, 32 << 10, 128 << 10):
        filler = fill(full, leave)
        answer = full.run("delete-due")
        assert answer.code == 3, (leave, answer)
        assert loose.exists()
        assert list((full.data / "vault").iterdir())
        filler.unlink()
        full.check_sound()
        assert full.copies()[copy]["state"] != "deleted"
    full.done("delete-due")
    assert {row["state"] for row in full.copies().values()} == {"deleted"}
    assert not loose.exists()
    full.check_sound()


@needs_root
def test_a_check_out_without_room_leaves_the_copy_in_the_vault(full: Scene) -> None:
    copy = full.sealed(full.file("groot.bin", 2 << 20))
    filler = fill(full, 300 << 10)
    answer = full.run("vault", "open", copy)
    assert answer.code == 3
    filler.unlink()
    assert full.copies()[copy]["state"] == "kept"
    full.check_sound()


@needs_root
def test_a_changed_file_that_cannot_be_sealed_stays_where_it_is(full: Scene) -> None:
    copy = full.sealed(full.file("groei.bin", 1000))
    path = Path(full.done("vault", "open", copy)["path"])
    path.write_bytes(b"veel werk " * 150_000)
    filler = fill(full, 500 << 10)
    answer = full.run("vault", "seal", copy)
    assert answer.code == 3
    assert path.stat().st_size == 1_500_000
    filler.unlink()
    full.done("vault", "seal", copy)
    assert Path(full.done("vault", "open", copy)["path"]).stat().st_size == 1_500_000
    full.check_sound()


def test_a_limit_on_the_size_of_files_is_a_full_disk(scene: Scene) -> None:
    path = scene.file("groot.bin", 3 << 20)
    content = path.read_bytes()
    answer = scene.run("copy", "add", path, "--agreement", scene.agreement, limits={"RLIMIT_FSIZE": 1 << 20})
    assert answer.code == 3
    assert path.read_bytes() == content
    scene.check_sound()
    scene.sealed(path)
    assert not path.exists()
