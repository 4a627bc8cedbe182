"""Hiding places on Windows."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.system.hiding import HidingKind, HidingPlace, existing, is_real_folder
from app.system.hiding._windows_office import named_folders
from app.system.privacy import user_id

_REMOTE = 4
_IN_ROAMING = (
    (HidingKind.AUTOSAVE, "Microsoft/Word"),  # AutoRecover's default folders
    (HidingKind.AUTOSAVE, "Microsoft/Excel"),
    (HidingKind.AUTOSAVE, "Microsoft/PowerPoint"),
    (HidingKind.AUTOSAVE, "LibreOffice/*/user/backup"),
)
_IN_LOCAL = (
    (HidingKind.AUTOSAVE, "Microsoft/Office/UnsavedFiles"),
    (HidingKind.MAIL_ATTACHMENTS, "Microsoft/Windows/INetCache/Content.Outlook"),
    (HidingKind.MAIL_ATTACHMENTS, "Microsoft/Windows/Temporary Internet Files/Content.Outlook"),
    (HidingKind.MAIL_ATTACHMENTS, "Microsoft/Windows/INetCache/Content.MSO"),
    (HidingKind.MAIL_ATTACHMENTS, "Packages/microsoft.windowscommunicationsapps_*/LocalState/Files"),
    (HidingKind.MAIL_ATTACHMENTS, "Microsoft/Olk/Attachments"),  # the new Outlook
    (HidingKind.BROWSER_TEMP, "Microsoft/Windows/INetCache/IE"),
)
_IN_TEMP = (
    (HidingKind.ARCHIVE_TEMP, "7zO*"),
    (HidingKind.ARCHIVE_TEMP, "7zE*"),
    (HidingKind.ARCHIVE_TEMP, "Rar$*"),
    (HidingKind.ARCHIVE_TEMP, "Temp[0-9]*_*.zip"),  # Explorer, one for each time the archive was opened
    (HidingKind.ARCHIVE_TEMP, "wz[0-9a-f][0-9a-f][0-9a-f][0-9a-f]"),  # WinZip
    (HidingKind.ARCHIVE_TEMP, "BNZ.*"),  # Bandizip
    (HidingKind.BROWSER_TEMP, "MicrosoftEdgeDownloads"),
    (HidingKind.BROWSER_TEMP, "chrome_drag*"),
    (HidingKind.BROWSER_TEMP, "mozilla-temp-files"),
    (HidingKind.MAIL_ATTACHMENTS, "nscopy*"),
)


def in_home(home: Path) -> Iterator[HidingPlace]:
    local = home / "AppData" / "Local"
    yield from existing(_IN_ROAMING, home / "AppData" / "Roaming")
    yield from existing(_IN_LOCAL, local)
    yield from _in_temp(local / "Temp")


def outside_home(
    environment: Mapping[str, str] = os.environ, drives: tuple[Path, ...] | None = None
) -> Iterator[HidingPlace]:
    """Recycle bins, what Office's own settings name, and application data that IT put elsewhere. `drives`: by default all but
    those on the network."""
    user = user_id()
    for drive in _own_drives() if drives is None else drives:
        trash = drive / "$Recycle.Bin" / user
        if is_real_folder(trash):
            yield HidingPlace(kind=HidingKind.TRASH, folder=trash)
    yield from named_folders(environment)
    usual = Path(os.path.realpath(Path.home()), "AppData")
    for name, patterns, place in (("APPDATA", _IN_ROAMING, "Roaming"), ("LOCALAPPDATA", _IN_LOCAL, "Local")):
        folder = environment.get(name)
        if folder and Path(os.path.realpath(folder)) != usual / place:
            yield from existing(patterns, Path(os.path.realpath(folder)))
    temp = environment.get("TEMP")
    if temp and Path(os.path.realpath(temp)) != usual / "Local" / "Temp":
        yield from _in_temp(Path(os.path.realpath(temp)))


def _in_temp(temp: Path) -> Iterator[HidingPlace]:
    yield from existing(_IN_TEMP, temp)
    if is_real_folder(temp):
        yield HidingPlace(kind=HidingKind.TEMP, folder=temp, levels=1)


def _own_drives() -> Iterator[Path]:
    kernel = ctypes.WinDLL("kernel32")
    there = kernel.GetLogicalDrives()
    for bit in range(26):
        drive = f"{chr(65 + bit)}:\\"
        if there >> bit & 1 and kernel.GetDriveTypeW(drive) != _REMOTE:
            yield Path(drive)
