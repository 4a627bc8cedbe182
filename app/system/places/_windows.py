"""Places on Windows: drive types, network connections, OneDrive's environment and registry, roaming application data."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
import os
import time
import winreg
from collections.abc import Iterator, Mapping
from ctypes import wintypes
from pathlib import Path

from app.domain.ports import PlaceInfo, PlaceKind
from app.system.places.shares import normalised_share
from app.system.places.sync_clients import SyncRoot, by_marker, configured

_REMOVABLE = 2
_REMOTE = 4
_ACCOUNTS = r"Software\Microsoft\OneDrive\Accounts"
_SETTINGS_AGE = 30.0  # seconds that the clients' settings are remembered
_GOOGLE_LABEL = "Google Drive"


class WindowsPlaces:
    """Implements `LocalPlaces`. `environment` is where Windows names the folders."""

    def __init__(self, home: Path, environment: Mapping[str, str] = os.environ) -> None:
        self._home = home
        self._environment = environment
        self._roots: tuple[SyncRoot, ...] = ()
        self._roots_read_at: float | None = None

    def of(self, folder: Path) -> PlaceInfo:
        asked = Path(os.path.abspath(folder))  # noqa: PTH100  # it may not exist yet
        share = _share_of(asked)
        if share is not None:
            return PlaceInfo(kind=PlaceKind.NETWORK, share=share, mount_point=asked.anchor)
        real = Path(os.path.realpath(folder))
        share = _share_of(real)
        if share is not None:
            return PlaceInfo(kind=PlaceKind.NETWORK, share=share, mount_point=real.anchor)
        root = self._sync_root(real)
        if root is not None:
            return PlaceInfo(
                kind=PlaceKind.SYNCHRONISED,
                synchronised_by=root.client,
                tenant_id=root.tenant_id,
                mount_point=real.anchor,
                sync_root=str(root.folder),
            )
        return PlaceInfo(kind=self._kind_of(real), mount_point=real.anchor)

    def removable_drives(self) -> tuple[Path, ...]:
        drives = (f"{chr(65 + bit)}:\\" for bit in range(26) if _kernel().GetLogicalDrives() >> bit & 1)
        return tuple(Path(drive) for drive in drives if _kernel().GetDriveTypeW(drive) == _REMOVABLE)

    def _kind_of(self, folder: Path) -> PlaceKind:
        if _kernel().GetDriveTypeW(folder.anchor) == _REMOVABLE:
            return PlaceKind.REMOVABLE
        roaming = self._environment.get("APPDATA")
        if roaming and folder.is_relative_to(Path(os.path.realpath(roaming))):
            return PlaceKind.ROAMING
        return PlaceKind.LOCAL

    def _sync_root(self, folder: Path) -> SyncRoot | None:
        """The innermost synchronised folder around it."""
        around = [root for root in self._sync_roots() if folder.is_relative_to(root.folder)]
        marked = by_marker(folder)
        if marked is not None:
            around.append(marked)
        if not around and _label_of(folder.anchor) == _GOOGLE_LABEL:
            around.append(SyncRoot(folder=Path(folder.anchor), client=_GOOGLE_LABEL))
        # Settings come before the mark of the same folder: they know the tenant.
        return max(around, key=lambda root: len(root.folder.parts), default=None)

    def _sync_roots(self) -> tuple[SyncRoot, ...]:
        now = time.monotonic()
        if self._roots_read_at is None or now - self._roots_read_at > _SETTINGS_AGE:
            self._roots = (*_onedrive_accounts(), *self._named_by_environment(), *self._configured())
            self._roots_read_at = now
        return self._roots

    def _named_by_environment(self) -> Iterator[SyncRoot]:
        for name in ("OneDriveCommercial", "OneDriveConsumer", "OneDrive"):
            folder = self._environment.get(name)
            if folder:
                yield SyncRoot(folder=Path(os.path.realpath(folder)), client="OneDrive")

    def _configured(self) -> Iterator[SyncRoot]:
        roaming = Path(self._environment.get("APPDATA") or self._home / "AppData" / "Roaming")
        local = Path(self._environment.get("LOCALAPPDATA") or self._home / "AppData" / "Local")
        dropbox = local / "Dropbox"
        settings = {
            "Nextcloud": roaming / "Nextcloud",
            "ownCloud": roaming / "ownCloud",
            "Dropbox": dropbox if (dropbox / "info.json").exists() else roaming / "Dropbox",
            "Syncthing": local / "Syncthing",
            "iCloud": local / "Apple Inc",
            "Google Drive": local / "Google" / "DriveFS",
            "Insync": local / "Insync",
        }
        for root in configured(self._home, settings):
            yield SyncRoot(folder=Path(os.path.realpath(root.folder)), client=root.client, tenant_id=root.tenant_id)


def _kernel() -> ctypes.WinDLL:
    return ctypes.WinDLL("kernel32")


def _share_of(folder: Path) -> str | None:
    """The share of a UNC path, or of a drive letter that is connected to one."""
    anchor = folder.anchor
    if anchor.startswith("\\\\") and not anchor.startswith(("\\\\?\\", "\\\\.\\")):
        return normalised_share(anchor)
    if anchor.lower().startswith("\\\\?\\unc\\"):
        return normalised_share(anchor)
    if len(anchor) != 3 or _kernel().GetDriveTypeW(anchor) != _REMOTE:
        return None
    return _connection(anchor[:2]) or f"//{anchor[0].lower()}"  # connected, but the system does not say to what


def _connection(drive: str) -> str | None:
    buffer = ctypes.create_unicode_buffer(1024)
    size = wintypes.DWORD(len(buffer))
    if ctypes.WinDLL("mpr").WNetGetConnectionW(drive, buffer, ctypes.byref(size)) != 0:
        return None
    return normalised_share(buffer.value)


def _label_of(root: str) -> str:
    buffer = ctypes.create_unicode_buffer(261)
    found = _kernel().GetVolumeInformationW(root, buffer, len(buffer), None, None, None, None, 0)
    return buffer.value if found else ""


def _onedrive_accounts() -> Iterator[SyncRoot]:
    """OneDrive's own register: an account a key, with its folder and, for a firm's account, the tenant."""
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _ACCOUNTS) as accounts:
            for index in range(winreg.QueryInfoKey(accounts)[0]):
                with winreg.OpenKey(accounts, winreg.EnumKey(accounts, index)) as account:
                    folder, tenant = _text(account, "UserFolder"), _text(account, "ConfiguredTenantId")
                if folder:
                    real = Path(os.path.realpath(folder))
                    yield SyncRoot(folder=real, client="OneDrive", tenant_id=tenant.lower() if tenant else None)
    except FileNotFoundError:
        return


def _text(key: winreg.HKEYType, name: str) -> str | None:
    try:
        value, kind = winreg.QueryValueEx(key, name)
    except FileNotFoundError:
        return None
    return value if kind == winreg.REG_SZ and isinstance(value, str) else None


def system_folders() -> tuple[Path, ...]:
    names = ("SystemRoot", "ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "ProgramData")
    return tuple(Path(os.path.realpath(value)) for value in map(os.environ.get, names) if value)
