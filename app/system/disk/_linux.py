"""Disk encryption on Linux: dm-crypt anywhere below the volume, or an encrypting file system."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import os
from pathlib import Path

from app.system.places.mounts import MOUNT_TABLE, mount_of, mounts

_ENCRYPTING = ("ecryptfs", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs")
_MOST_LEVELS = 16


class LinuxDisk:
    """Implements `Disk`. `sys_block` and `mountinfo` are where the kernel tells of devices and mounts."""

    def __init__(self, sys_block: Path = Path("/sys/dev/block"), mountinfo: Path = MOUNT_TABLE) -> None:
        self._sys_block = sys_block
        self._mountinfo = mountinfo

    def is_encrypted(self, path: Path) -> bool | None:
        mount = mount_of(os.path.realpath(path), mounts(self._mountinfo))
        if mount is None:
            return None
        if mount.kind in _ENCRYPTING:
            return True
        if mount.kind == "tmpfs":
            return None  # memory, which may be written to a swap of any sort
        block = self._block_of(mount.device, mount.source)
        return None if block is None else _is_crypted(block, _MOST_LEVELS)

    def _block_of(self, device: str, source: str) -> Path | None:
        """The device's folder in /sys. Btrfs shows a number that is no device: then its source names one."""
        block = self._sys_block / device
        if not block.exists() and source.startswith("/dev/"):
            try:
                found = Path(source).stat().st_rdev
            except OSError:
                return None
            block = self._sys_block / f"{os.major(found)}:{os.minor(found)}"
        return Path(os.path.realpath(block)) if block.exists() else None


def _is_crypted(block: Path, levels: int) -> bool | None:
    """dm-crypt here, or below every device this one is made of; None where the ancestry cannot be followed.

    No is said of ordinary disks only: a virtual disk, a loop device or a network device may be encrypted further down.
    """
    if _text(block / "dm" / "uuid").startswith("CRYPT-"):
        return True
    try:
        below = list((block / "slaves").iterdir())
    except FileNotFoundError:
        below = []
    except OSError:
        return None
    if not below:
        whole = block if (block / "queue").exists() else block.parent  # a partition lies in its disk
        return False if whole.name.startswith(("sd", "nvme", "mmcblk", "hd")) else None
    if levels == 0:
        return None
    answers = {_is_crypted(Path(os.path.realpath(device)), levels - 1) for device in below}
    return answers.pop() if len(answers) == 1 else (False if False in answers else None)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""
