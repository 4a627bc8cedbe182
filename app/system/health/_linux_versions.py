"""Versions on Linux: the distribution as os-release has it, LibreOffice by the file beside its program, the kernel."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import os
import platform
import re
from pathlib import Path

from app.domain.health import OfficeVersion, RestartReason, SystemVersion, Unknown
from app.system.health import NotSeen

# LibreOffice of distributions' packages and of the Document Foundation. The program would tell its version too, but leaves
# files in the person's home when it is asked.
OFFICE_REGISTRIES = (
    "usr/lib/libreoffice/share/registry/main.xcd",
    "usr/lib64/libreoffice/share/registry/main.xcd",
    "opt/libreoffice*/share/registry/main.xcd",
)
# Packages that carry a description of themselves: snap and Flatpak.
OFFICE_DESCRIPTIONS = (
    ("snap/libreoffice/current/meta/snap.yaml", re.compile(r"^version:\s*['\"]?(\d+(?:\.\d+)+)", re.MULTILINE)),
    (
        "var/lib/flatpak/app/org.libreoffice.LibreOffice/current/active/files/share/metainfo/*.metainfo.xml",
        re.compile(r"<release\b[^>]*\bversion=\"(\d+(?:\.\d+)+)\""),
    ),
)
RESTART_NOTES = ("run/reboot-required", "var/run/reboot-required")
_SET = re.compile(r"ooSetupVersionAboutBox\"[^>]*>\s*<value>(\d+(?:\.\d+)+)")


def system_version(root: Path) -> SystemVersion:
    """Raises NotSeen for a system without os-release."""
    try:
        known = platform.freedesktop_os_release() if root == Path("/") else _release_in(root / "etc/os-release")
    except OSError as error:
        raise NotSeen(Unknown.NOT_TOLD) from error
    id_, release = known.get("ID", ""), known.get("VERSION_ID", "")
    if not id_ or not release:  # a rolling release has no version that a list could name
        raise NotSeen(Unknown.NOT_TOLD)
    name = known.get("PRETTY_NAME", f"{id_} {release}")
    return SystemVersion(id=id_, release=release, name=name, revision=_point_of(root, id_, release, known))


def _release_in(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {key.strip(): value.strip().strip("\"'") for key, value in pairs}


def _point_of(root: Path, id_: str, release: str, known: dict[str, str]) -> int | None:
    """The point release: Debian tells it in a file of its own (`12.8`), Ubuntu in its version (`24.04.1 LTS`)."""
    text = known.get("VERSION", "")
    if id_ == "debian":
        try:
            text = (root / "etc/debian_version").read_text(encoding="ascii", errors="replace")
        except OSError:
            return None
    found = re.match(rf"{re.escape(release)}\.(\d+)\b", text.strip())
    return int(found.group(1)) if found else None


def offices(root: Path) -> tuple[OfficeVersion, ...]:
    """Every LibreOffice that is installed. Raises NotSeen for one whose version is not where it should be."""
    versions = [_set(path) for pattern in OFFICE_REGISTRIES for path in sorted(root.glob(pattern))]
    versions += [
        found.group(1)
        for pattern, version in OFFICE_DESCRIPTIONS
        for path in sorted(root.glob(pattern))
        if (found := version.search(path.read_text(encoding="utf-8", errors="replace"))) is not None
    ]
    return tuple(
        OfficeVersion(product="libreoffice", name="LibreOffice", version=version) for version in dict.fromkeys(versions)
    )


def _set(registry: Path) -> str:
    """As it was set when it was built, of which its own window "About" tells."""
    found = _SET.search(registry.read_text(encoding="utf-8", errors="replace"))
    if found is None:
        raise NotSeen(Unknown.NOT_TOLD)
    return found.group(1)


def restart(root: Path, kernel: str = "") -> tuple[RestartReason, ...]:
    """Debian and Ubuntu leave a note; elsewhere the modules of the kernel that runs go when another one is installed."""
    reasons = []
    if any((root / note).exists() for note in RESTART_NOTES):
        reasons.append(RestartReason.UPDATES)
    modules = root / "lib/modules"
    installed = {entry.name for entry in modules.iterdir()} if modules.is_dir() else set()
    if installed and (kernel or os.uname().release) not in installed:
        reasons.append(RestartReason.KERNEL)
    return tuple(reasons)
