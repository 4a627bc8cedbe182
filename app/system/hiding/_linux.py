"""Hiding places on Linux."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.system.hiding import HidingKind, HidingPlace, existing, is_real_folder
from app.system.places.mounts import MOUNT_TABLE, mounts
from app.system.privacy import user_id

_IN_HOME = (
    (HidingKind.ARCHIVE_TEMP, ".cache/.fr-*"),  # File Roller, Engrampa
    (HidingKind.ARCHIVE_TEMP, ".fr-*"),
    (HidingKind.ARCHIVE_TEMP, ".cache/ark*"),
    (HidingKind.AUTOSAVE, ".config/libreoffice/*/user/backup"),
    (HidingKind.AUTOSAVE, ".var/app/org.libreoffice.LibreOffice/config/libreoffice/*/user/backup"),
    (HidingKind.AUTOSAVE, "snap/libreoffice/*/.config/libreoffice/*/user/backup"),
    (HidingKind.AUTOSAVE, ".local/share/onlyoffice/desktopeditors/recover"),
    (HidingKind.BROWSER_TEMP, ".cache/kioexec/krun"),
    (HidingKind.MAIL_ATTACHMENTS, ".cache/evolution/tmp"),
    (HidingKind.MAIL_ATTACHMENTS, ".var/app/org.mozilla.Thunderbird/cache/tmp"),
)
_IN_TEMP = (
    (HidingKind.ARCHIVE_TEMP, ".fr-*"),
    (HidingKind.ARCHIVE_TEMP, "7z*"),
    (HidingKind.ARCHIVE_TEMP, "[Aa]rk[-.]*"),
    (HidingKind.ARCHIVE_TEMP, "xa-*"),  # Xarchiver
    (HidingKind.AUTOSAVE, "lu*.tmp"),  # LibreOffice works in these
    (HidingKind.BROWSER_TEMP, "mozilla_*"),  # Firefox and Thunderbird: documents that were opened, not saved
    (HidingKind.BROWSER_TEMP, ".com.google.Chrome.*"),
    (HidingKind.BROWSER_TEMP, ".org.chromium.Chromium.*"),
    (HidingKind.MAIL_ATTACHMENTS, "evolution-*"),
    (HidingKind.MAIL_ATTACHMENTS, "messageviewer_*"),  # KMail
    (HidingKind.MAIL_ATTACHMENTS, "nscopy*"),
)


def in_home(home: Path) -> Iterator[HidingPlace]:
    trash = home / ".local" / "share" / "Trash" / "files"
    if is_real_folder(trash):
        yield HidingPlace(kind=HidingKind.TRASH, folder=trash)
    yield from existing(_IN_HOME, home)


def outside_home(
    temporary: Path | None = None, mountinfo: Path = MOUNT_TABLE, environment: Mapping[str, str] = os.environ
) -> Iterator[HidingPlace]:
    """`temporary`: by default the system's temporary folder. Network mounts are left alone: a dead one would hang us."""
    tops = [Path(mount.point) for mount in mounts(mountinfo) if mount.source.startswith("/dev/")]
    for trash in (*_trash_moved_by(environment), *_trashes_on(tops)):
        if is_real_folder(trash):
            yield HidingPlace(kind=HidingKind.TRASH, folder=trash)
    temp = Path(os.path.realpath(temporary or tempfile.gettempdir()))
    yield from existing(_IN_TEMP, temp)
    if is_real_folder(temp):
        yield HidingPlace(kind=HidingKind.TEMP, folder=temp, levels=1)


def _trash_moved_by(environment: Mapping[str, str]) -> Iterator[Path]:
    """The person's own trash, where the desktop keeps its data elsewhere."""
    data = environment.get("XDG_DATA_HOME")
    if data:
        yield Path(os.path.realpath(data), "Trash", "files")


def _trashes_on(tops: list[Path]) -> Iterator[Path]:
    """The two forms of the trash specification for other volumes; each volume once, however often it is mounted."""
    user = user_id()
    for top in dict.fromkeys(tops):
        yield top / f".Trash-{user}" / "files"
        yield top / ".Trash" / user / "files"
