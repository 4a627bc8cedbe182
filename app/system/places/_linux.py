"""Places on Linux: the mount table, the clients' settings, GNOME's virtual file system."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import os
import time
from pathlib import Path

from app.domain.ports import PlaceInfo, PlaceKind
from app.system.places.mounts import MOUNT_TABLE, Mount, mount_of, mounts
from app.system.places.shares import gvfs_share, normalised_share
from app.system.places.sync_clients import SyncRoot, by_marker, configured

# 9p and virtiofs are not here: they carry whole machines (WSL, containers), whose own disk they are.
_NETWORK = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "lustre", "davfs", "sshfs", "glusterfs"),
        *(
            f"fuse.{name}"
            for name in ("davfs2", "davfs", "sshfs", "glusterfs", "rclone", "s3fs", "curlftpfs", "smbnetfs")
        ),
    )
)
_SYNCHRONISED = {
    "fuse.onedriver": "OneDrive",
    "fuse.google-drive-ocamlfuse": "Google Drive",
    "fuse.seadrive": "Seafile",
    "fuse.pcloud": "pCloud",
}
_GVFS = "fuse.gvfsd-fuse"
_REMOVABLE_BELOW = ("/media/", "/run/media/")
_SETTINGS_AGE = 30.0  # seconds that the clients' settings are remembered
_SYSTEM = (
    *(
        "/bin",
        "/boot",
        "/dev",
        "/etc",
        "/lib",
        "/lib32",
        "/lib64",
        "/libx32",
        "/proc",
        "/sbin",
        "/snap",
        "/sys",
        "/usr",
    ),
    *("/var/cache", "/var/lib", "/var/log"),
)


class LinuxPlaces:
    """Implements `LocalPlaces`. `home`, `mountinfo` and `sys_block` say where to look."""

    def __init__(
        self,
        home: Path,
        mountinfo: Path = MOUNT_TABLE,
        sys_block: Path = Path("/sys/dev/block"),
    ) -> None:
        self._home = home
        self._mountinfo = mountinfo
        self._sys_block = sys_block
        self._roots: tuple[SyncRoot, ...] = ()
        self._roots_read_at: float | None = None

    def of(self, folder: Path) -> PlaceInfo:
        real = Path(os.path.realpath(folder))
        mount = mount_of(str(real), mounts(self._mountinfo))
        point = mount.point if mount else None
        if mount is not None and mount.kind == _GVFS:
            return _in_gvfs(real, mount)
        if mount is not None and mount.kind in _NETWORK:
            return PlaceInfo(kind=PlaceKind.NETWORK, share=normalised_share(mount.source), mount_point=point)
        if mount is not None and mount.kind in _SYNCHRONISED:
            return PlaceInfo(kind=PlaceKind.SYNCHRONISED, synchronised_by=_SYNCHRONISED[mount.kind], mount_point=point)
        root = self._sync_root(real)
        if root is not None:
            return PlaceInfo(
                kind=PlaceKind.SYNCHRONISED,
                synchronised_by=root.client,
                tenant_id=root.tenant_id,
                mount_point=point,
                sync_root=str(root.folder),
            )
        removable = mount is not None and self._is_removable(mount)
        return PlaceInfo(kind=PlaceKind.REMOVABLE if removable else PlaceKind.LOCAL, mount_point=point)

    def removable_drives(self) -> tuple[Path, ...]:
        return tuple(Path(mount.point) for mount in mounts(self._mountinfo) if self._is_removable(mount))

    def _sync_root(self, folder: Path) -> SyncRoot | None:
        """The innermost synchronised folder around it."""
        around = [root for root in self._sync_roots() if folder.is_relative_to(root.folder)]
        marked = by_marker(folder)
        if marked is not None:
            around.append(marked)
        # Settings come before the mark of the same folder: they know the tenant.
        return max(around, key=lambda root: len(root.folder.parts), default=None)

    def _sync_roots(self) -> tuple[SyncRoot, ...]:
        now = time.monotonic()
        if self._roots_read_at is None or now - self._roots_read_at > _SETTINGS_AGE:
            self._roots = tuple(_resolved(root) for root in configured(self._home, _settings_of(self._home)))
            self._roots_read_at = now
        return self._roots

    def _is_removable(self, mount: Mount) -> bool:
        if not mount.source.startswith("/dev/"):
            return False
        if mount.point.startswith(_REMOVABLE_BELOW):
            return True
        device = Path(os.path.realpath(self._sys_block / mount.device))
        if "/usb" in str(device):  # a disk on USB says it is not removable
            return True
        return any(_says_one(level / "removable") for level in (device, device.parent))


def _says_one(path: Path) -> bool:
    try:
        return path.read_text(encoding="ascii").strip() == "1"
    except (OSError, ValueError):
        return False


def _settings_of(home: Path) -> dict[str, Path]:
    config = home / ".config"
    state = home / ".local" / "state" / "syncthing"
    return {
        "OneDrive": config / "onedrive",
        "Nextcloud": config / "Nextcloud",
        "ownCloud": config / "ownCloud",
        "Dropbox": home / ".dropbox",
        "Syncthing": state if (state / "config.xml").exists() else config / "syncthing",
        "Insync": config / "Insync",
    }


def _resolved(root: SyncRoot) -> SyncRoot:
    return SyncRoot(folder=Path(os.path.realpath(root.folder)), client=root.client, tenant_id=root.tenant_id)


def _in_gvfs(folder: Path, mount: Mount) -> PlaceInfo:
    inside = folder.relative_to(mount.point).parts
    share = gvfs_share(inside[0]) if inside else None
    return PlaceInfo(kind=PlaceKind.NETWORK, share=share, mount_point=str(Path(mount.point, *inside[:1])))


def system_folders() -> tuple[Path, ...]:
    return tuple(Path(os.path.realpath(folder)) for folder in _SYSTEM)
