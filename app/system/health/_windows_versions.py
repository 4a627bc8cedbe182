r"""Versions on Windows: the build by RtlGetVersion with the registry's revision, Office by Click-to-Run's own key, and
whether a restart is due.
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
import re
from collections.abc import Callable
from ctypes import wintypes

from app.domain.health import OfficeVersion, RestartReason, SystemVersion, Unknown
from app.system.health import NotSeen
from app.system.health._windows_registry import Machine

WINDOWS = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion"
OFFICE = r"SOFTWARE\Microsoft\Office\ClickToRun\Configuration"
# Where Office from before Click-to-Run, installed by MSI, says that it is there.
OLDER_OFFICE = tuple(
    (version, rf"SOFTWARE\{wow}Microsoft\Office\{version}\Common\InstallRoot")
    for version in ("16.0", "15.0", "14.0")
    for wow in ("", "WOW6432Node\\")
)
SERVICING = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending"
UPDATES = r"SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired"
SESSIONS = r"SYSTEM\CurrentControlSet\Control\Session Manager"
RENAMES = ("PendingFileRenameOperations", "PendingFileRenameOperations2")
FIRST_BUILD_OF_11 = 22000
# Click-to-Run names its channel by the id in the address it is updated from.
# https://learn.microsoft.com/microsoft-365-apps/updates/change-update-channels
CHANNELS = {
    "492350f6-3a01-4f97-b9c0-c7c6ddf67d60": "current",
    "64256afe-f5d9-4f86-8936-8840a6a4f5be": "current-preview",
    "55336b82-a18d-4dd6-b5f6-9e5095c314a6": "monthly-enterprise",
    "7ffbc6bf-bc32-4f92-8982-f9dd17fd3114": "semi-annual-enterprise",
    "b8f9b850-328d-4355-9145-c59439a0c4cf": "semi-annual-enterprise-preview",
    "5440fd1f-7ecb-4221-8110-145efaa6372f": "beta",
    "f2e724c1-748f-4b47-8fb8-8e0d210e9208": "perpetual-2019",
    "5030841d-c919-4594-8d2d-84ae4f96e58e": "perpetual-2021",
    "7983bac0-e531-40cf-be00-fd24fe66619c": "perpetual-2024",
}
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class VersionInfo(ctypes.Structure):
    """RTL_OSVERSIONINFOW."""

    _fields_ = (
        ("size", wintypes.DWORD),
        ("major", wintypes.DWORD),
        ("minor", wintypes.DWORD),
        ("build", wintypes.DWORD),
        ("platform", wintypes.DWORD),
        ("service_pack", wintypes.WCHAR * 128),
    )


def real_version() -> tuple[int, int, int]:
    """The version that no manifest changes. Raises NotSeen."""
    info = VersionInfo(size=ctypes.sizeof(VersionInfo))
    if ctypes.WinDLL("ntdll").RtlGetVersion(ctypes.byref(info)) != 0:
        raise NotSeen(Unknown.NOT_TOLD)
    return info.major, info.minor, info.build


def system_version(machine: Machine, version: Callable[[], tuple[int, int, int]] = real_version) -> SystemVersion:
    major, _, build = version()
    release = machine.text(WINDOWS, "DisplayVersion") or machine.text(WINDOWS, "ReleaseId") or ""
    edition, revision = machine.text(WINDOWS, "EditionID"), machine.number(WINDOWS, "UBR")
    number = 11 if major == 10 and build >= FIRST_BUILD_OF_11 else major
    exact = f"{build}" if revision is None else f"{build}.{revision}"
    name = " ".join(part for part in ("Windows", str(number), edition or "", release, f"({exact})") if part)
    return SystemVersion(id="windows", release=str(build), name=name, revision=revision, edition=edition)


def offices(machine: Machine) -> tuple[OfficeVersion, ...]:
    """Office by Click-to-Run, else one by MSI, of which only the first two numbers are told."""
    version = machine.text(OFFICE, "VersionToReport")
    if not version:
        older = next((number for number, key in OLDER_OFFICE if machine.text(key, "Path")), None)
        return () if older is None else (OfficeVersion(product="office-msi", name="Microsoft Office", version=older),)
    channel = channel_of(machine.text(OFFICE, "UpdateChannel") or machine.text(OFFICE, "CDNBaseUrl") or "")
    is_subscription = "O365" in (machine.text(OFFICE, "ProductReleaseIds") or "O365")
    name = "Microsoft 365" if is_subscription else "Microsoft Office"
    return (OfficeVersion(product="microsoft-365", name=name, version=version, channel=channel),)


def channel_of(address: str) -> str | None:
    """`http://officecdn.microsoft.com/pr/<id>`; an id that is not known here stays one: IT's baseline may know it."""
    found = _ID.search(address.lower())
    return None if found is None else CHANNELS.get(found.group(), found.group())


def restart(machine: Machine) -> tuple[RestartReason, ...]:
    """Files that are only to be removed at the restart (browsers leave such) make nothing newer, so they do not count."""
    reasons = []
    if machine.has_key(SERVICING) or machine.has_key(UPDATES):
        reasons.append(RestartReason.UPDATES)
    if any(is_replaced(machine.texts(SESSIONS, name) or ()) for name in RENAMES):
        reasons.append(RestartReason.FILES)
    return tuple(reasons)


def is_replaced(renames: tuple[str, ...]) -> bool:
    """Pairs of a file and its new name; an empty one: the file is removed."""
    return any(renames[number] for number in range(1, len(renames), 2))
