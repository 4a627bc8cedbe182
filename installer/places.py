"""Where the build reads and writes."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ROOT / "installer" / "lock"
BUILD = ROOT / "build" / "windows"  # may be thrown away at any time
DIST = ROOT / "dist" / "windows"  # what is rolled out
FROM_MSI = ROOT / "tests" / "installer" / "from_msi"  # what is tried with a built MSI

NAME = "Vroom assistant"
FIRM = "Vroom"
CONSOLE, TRAY = "vroom-assistant.exe", "vroom-assistant-tray.exe"


def version() -> str:
    """Of this checkout, without importing it."""
    text = (ROOT / "app" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(\d+\.\d+\.\d+)"$', text, re.MULTILINE)
    if found is None:
        raise SystemExit("build: app/__init__.py has no version of three numbers, which Windows Installer compares")
    return found[1]


def locked_names(lock: Path) -> list[str]:
    """The packages of a lock, as they are spelt there."""
    return re.findall(r"^([a-z0-9][a-z0-9._-]*)==", lock.read_text(encoding="utf-8"), re.MULTILINE)


def run(
    *command: str | Path, cwd: Path = ROOT, environment: dict[str, str] | None = None, seconds: float = 1_800
) -> None:
    """Run a program of this machine; the build ends where it fails."""
    words = [str(word) for word in command]
    try:
        code = subprocess.run(words, cwd=cwd, env=environment, timeout=seconds).returncode
    except subprocess.TimeoutExpired:
        raise SystemExit(f"build: not done after {seconds:.0f} s: {' '.join(words)}") from None
    if code:
        raise SystemExit(f"build: this ended with {code}: {' '.join(words)}")
