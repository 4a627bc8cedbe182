"""What IT needs beside the MSI: a winget manifest, Intune's commands and detection rule, the list for anti-virus, checksums."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from installer.package import POLICY_PROPERTIES, UPGRADE_CODE, product_code
from installer.places import CONSOLE, FIRM, NAME, TRAY

IDENTIFIER = "Vroom.Assistant"
MANIFEST_VERSION = "1.6.0"
SCHEMA = "https://aka.ms/winget-manifest.{kind}.1.6.0.schema.json"
FOLDER = r"C:\Program Files\Vroom\Assistant"
RESTART_NEEDED, REBOOT_BEGUN = 3010, 1641


def write_deployment(folder: Path, msi: Path, version: str) -> list[Path]:
    made = {
        **winget(msi, version),
        "intune/intune.json": json.dumps(intune(msi, version), indent=2, ensure_ascii=False) + "\n",
        "intune/detect.ps1": detection(version),
        "antivirus.txt": "\r\n".join(excluded()) + "\r\n",
    }
    for name, text in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return [folder / name for name in made]


def winget(msi: Path, version: str) -> dict[str, str]:
    """Three files, as `winget install --manifest FOLDER` and a private source want them. IT fills in where the MSI lies."""
    common: dict[str, object] = {"PackageIdentifier": IDENTIFIER, "PackageVersion": version}
    ends: dict[str, object] = {"ManifestVersion": MANIFEST_VERSION}
    installer = {
        **common,
        "Platform": ["Windows.Desktop"],
        "MinimumOSVersion": "10.0.19041.0",
        "InstallerType": "wix",
        "Scope": "machine",
        "InstallModes": ["silent", "silentWithProgress"],
        "UpgradeBehavior": "install",
        "ProductCode": product_code(version),
        "Installers": [
            {
                "Architecture": "x64",
                "InstallerUrl": f"https://software.vroom.example/{msi.name}",
                "InstallerSha256": digest(msi).upper(),
            }
        ],
        "ManifestType": "installer",
        **ends,
    }
    english = {
        **common,
        "PackageLocale": "en-US",
        "Publisher": FIRM,
        "PackageName": NAME,
        "License": "Proprietary",
        "ShortDescription": "Keeps client data inside the client's environment, and proves it.",
        "ManifestType": "defaultLocale",
        **ends,
    }
    top = {**common, "DefaultLocale": "en-US", "ManifestType": "version", **ends}
    kinds: dict[str, dict[str, object]] = {"installer": installer, "locale.en-US": english, "": top}
    return {
        f"winget/{'.'.join(part for part in (IDENTIFIER, kind) if part)}.yaml": _yaml(content)
        for kind, content in kinds.items()
    }


def _yaml(content: dict[str, object]) -> str:
    """Each value as JSON, which YAML contains."""
    kind = {"defaultLocale": "defaultLocale"}.get(str(content["ManifestType"]), str(content["ManifestType"]))
    lines = [f"# yaml-language-server: $schema={SCHEMA.format(kind=kind)}"]
    lines += [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in content.items()]
    return "\n".join(lines) + "\n"


def intune(msi: Path, version: str) -> dict[str, object]:
    """For a line-of-business app or a Win32 app (IntuneWinAppUtil wraps the MSI)."""
    properties = " ".join(f'{name}="…"' for name in POLICY_PROPERTIES)
    return {
        "displayName": f"{NAME} {version}",
        "publisher": FIRM,
        "install": f'msiexec /i "{msi.name}" /qn /norestart /l*v "%WINDIR%\\Temp\\vroom-assistant-install.log" {properties}',
        "repair": f"msiexec /fa {product_code(version)} /qn /norestart",
        "uninstall": f"msiexec /x {product_code(version)} /qn /norestart",
        "uninstall_while_owing": f"msiexec /x {product_code(version)} /qn /norestart IGNOREOWED=1",
        "install_behaviour": "system",
        "restart_behaviour": "basedOnReturnCode",
        "return_codes": {
            "0": "success",
            str(RESTART_NEEDED): "softReboot",
            str(REBOOT_BEGUN): "hardReboot",
            "1618": "retry",
        },
        "requirements": {"architecture": "x64", "minimum_windows": "10.0.19041"},
        "detection": {
            "rule": "msi",
            "product_code": product_code(version),
            "product_version": {"operator": "greaterThanOrEqual", "value": version},
        },
        "detection_script": "detect.ps1",
        "upgrade_code": f"{{{UPGRADE_CODE}}}",
    }


def detection(version: str) -> str:
    """A script for where the rule by product code does not fit: a later version counts too."""
    return (
        f"# Says that {NAME} {version} or later is installed, as Intune wants it: something on the output, and exit code 0.\r\n"
        f"$program = Join-Path $env:ProgramW6432 'Vroom\\Assistant\\{TRAY}'\r\n"
        "if (-not (Test-Path -LiteralPath $program)) { exit 1 }\r\n"
        "$found = [version](Get-Item -LiteralPath $program).VersionInfo.ProductVersion\r\n"
        f"if ($found -ge [version]'{version}') {{ Write-Output $found.ToString(); exit 0 }}\r\n"
        "exit 1\r\n"
    )


def excluded() -> Iterable[str]:
    """What an anti-virus need not look into: the signed programs. Never a person's data."""
    return [rf"{FOLDER}\{CONSOLE}", rf"{FOLDER}\{TRAY}"]


def write_checksums(folder: Path) -> Path:
    path = folder / "SHA256SUMS"
    files = sorted(file for file in folder.rglob("*") if file.is_file() and file != path)
    lines = [f"{digest(file)}  {file.relative_to(folder).as_posix()}" for file in files]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return path


def digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
