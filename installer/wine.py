"""Wine prefixes of the installer's own: one that builds, one a test installs into. Qt and Rust-built wheels start in them, by
the stand-ins of the laboratory.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from installer.places import ROOT, run
from tests.windows_lab.standins import CC, OVERRIDES, build_standins

NEEDED = {"wine": "wine wine64", CC: "gcc-mingw-w64-x86-64"}
TIME_LIMIT = 1_200.0
LAST_WORDS = 2.0


def laboratory() -> Path:
    """The Windows Python of tests/windows_lab, set up when it is not."""
    run(sys.executable, ROOT / "tests" / "windows_lab" / "lab.py", "setup")
    return laboratory_python().parent


def laboratory_python() -> Path:
    """That Python, which runs in other prefixes too."""
    return _lab() / "prefix" / "drive_c" / "Python311" / "python.exe"


def prefixes() -> Path:
    return _lab() / "installer"


def _lab() -> Path:
    return Path(os.environ.get("WINLAB") or Path.home() / ".cache" / "winlab")


def make_prefix(prefix: Path) -> None:
    """A Windows 10 with nothing on it, in place of what is there."""
    end(prefix)
    shutil.rmtree(prefix, ignore_errors=True)
    prefix.parent.mkdir(parents=True, exist_ok=True)
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(["wineboot", "-i"], env=environment_of(prefix), check=True, timeout=300, **quiet)  # type: ignore[call-overload]  # three options alike
    if wine(prefix, "winecfg", "-v", "win10"):
        raise SystemExit("build: wine does not start")
    build_standins(prefix, prefix)


def environment_of(prefix: Path) -> dict[str, str]:
    """Without this machine's Python. Names that tell what a program should do come from the caller."""
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "WINE"))
    }
    return clean | {
        "WINEPREFIX": str(prefix),
        "WINEARCH": "win64",
        "WINEDEBUG": os.environ.get("WINEDEBUG", "-all"),
        "WINEDLLOVERRIDES": OVERRIDES,
    }


def wine(
    prefix: Path,
    *command: str,
    environment: dict[str, str] | None = None,
    seconds: float = TIME_LIMIT,
    said: list[bytes] | None = None,
) -> int:
    """Run a Windows program and give its exit code; ended after `seconds`. What it says goes to `said`, or is shown."""
    with start(prefix, *command, environment=environment) as process:
        copying = threading.Thread(target=copy_out, args=(process, said), daemon=True)
        copying.start()
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait() or 1
        finally:
            # Not until the pipe ends: the services that Wine starts beside the program keep it open for minutes.
            copying.join(LAST_WORDS)


def start(prefix: Path, *command: str, environment: dict[str, str] | None = None) -> subprocess.Popen[bytes]:
    # Wine's C runtime refuses some inherited handles; a pipe always works.
    return subprocess.Popen(
        ["wine", *command],
        env=environment_of(prefix) | (environment or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def end(prefix: Path) -> None:
    """End everything that runs in this prefix."""
    if prefix.exists():
        with contextlib.suppress(subprocess.TimeoutExpired):
            subprocess.run(
                ["wineserver", "-k"], env=environment_of(prefix), timeout=30, stderr=subprocess.DEVNULL, check=False
            )


def copy_out(process: subprocess.Popen[bytes], said: list[bytes] | None) -> None:
    assert process.stdout is not None
    with contextlib.suppress(ValueError, OSError):  # closed meanwhile
        while chunk := os.read(process.stdout.fileno(), 65536):
            if said is not None:
                said.append(chunk)
            else:
                sys.stdout.buffer.write(chunk)
                sys.stdout.buffer.flush()
