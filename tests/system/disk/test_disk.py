"""Encrypted or not, and how much room; what cannot be told stays untold."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.system.disk import free_bytes, system_disk

linux = pytest.mark.skipif(sys.platform == "win32", reason="Linux only")


def test_this_machine_answers_or_says_it_cannot_tell(tmp_path: Path) -> None:
    assert system_disk().is_encrypted(tmp_path) in (True, False, None)


def test_free_room_is_told_also_for_a_folder_that_is_still_to_be_made(tmp_path: Path) -> None:
    assert free_bytes(tmp_path) > 0
    assert free_bytes(tmp_path / "later" / "deeper") > 0


@linux
class TestLinux:
    """Devices as /sys shows them: sda3 below a dm-crypt volume below two LVM volumes, sdb1 plain, vda virtual."""

    @pytest.fixture
    def tree(self, tmp_path: Path) -> Path:
        devices = tmp_path / "devices"
        for name in ("sda/sda3", "sdb/sdb1", "vda", "dm-0", "dm-1", "dm-2", "dm-3"):
            (devices / name).mkdir(parents=True)
        for whole in ("sda", "sdb", "vda", "dm-0", "dm-1", "dm-2", "dm-3"):
            (devices / whole / "queue").mkdir()
        self.made_of(devices, "dm-0", "CRYPT-LUKS2-0123-luks", "sda/sda3")
        self.made_of(devices, "dm-1", "LVM-abc", "dm-0")
        self.made_of(devices, "dm-2", "LVM-def", "dm-0", "sdb/sdb1")
        self.made_of(devices, "dm-3", "LVM-ghi", "vda")
        block = tmp_path / "block"
        block.mkdir()
        for number, name in (("8:3", "sda/sda3"), ("8:17", "sdb/sdb1"), ("254:0", "vda")):
            (block / number).symlink_to(devices / name)
        for number in range(4):
            (block / f"253:{number}").symlink_to(devices / f"dm-{number}")
        return tmp_path

    def made_of(self, devices: Path, name: str, uuid: str, *below: str) -> None:
        (devices / name / "dm").mkdir()
        (devices / name / "dm" / "uuid").write_text(uuid + "\n")
        (devices / name / "slaves").mkdir()
        for device in below:
            (devices / name / "slaves" / Path(device).name).symlink_to(devices / device)

    def ask(self, tree: Path, device: str, kind: str = "ext4", source: str = "/dev/x") -> bool | None:
        from app.system.disk._linux import LinuxDisk

        (tree / "mountinfo").write_text(
            f"1 0 8:17 / / rw - ext4 /dev/sdb1 rw\n2 1 {device} / {os.path.realpath(tree)} rw - {kind} {source} rw\n"
        )
        return LinuxDisk(tree / "block", tree / "mountinfo").is_encrypted(tree / "folder")

    @pytest.mark.parametrize(
        ("device", "encrypted"),
        [("253:0", True), ("253:1", True), ("253:2", False), ("253:3", None), ("8:17", False), ("254:0", None)],
    )
    def test_the_ancestry_of_the_volume_decides(self, tree: Path, device: str, encrypted: bool | None) -> None:
        assert self.ask(tree, device) is encrypted

    def test_an_encrypting_file_system_counts_and_memory_cannot_be_told(self, tree: Path) -> None:
        assert self.ask(tree, "0:50", kind="fuse.gocryptfs") is True
        assert self.ask(tree, "0:51", kind="tmpfs") is None
        assert self.ask(tree, "0:52", kind="btrfs", source="/dev/no-such-device") is None

    def test_without_a_mount_table_it_cannot_be_told(self, tmp_path: Path) -> None:
        from app.system.disk._linux import LinuxDisk

        assert LinuxDisk(tmp_path, tmp_path / "none").is_encrypted(tmp_path) is None
