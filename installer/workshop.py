"""The clean Windows Python that freezes the program: on Windows a virtual environment, elsewhere Wine.

In both the packages of installer/lock/build.txt are there, checked against their hashes, and nothing else: PyInstaller takes
along whatever an import finds.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import venv
from pathlib import Path
from typing import Protocol

from installer.places import BUILD, LOCKS, run

LOCK = LOCKS / "build.txt"


class Workshop(Protocol):
    is_test_build: bool

    def path(self, path: Path) -> str:
        """As Windows names it."""
        ...

    def python(self, *arguments: str, environment: dict[str, str]) -> None:
        """Run Windows Python; the build ends where it fails."""
        ...


def workshop() -> Workshop:
    return WindowsWorkshop() if sys.platform == "win32" else WineWorkshop()


class WindowsWorkshop:
    is_test_build = False

    def __init__(self) -> None:
        if sys.version_info[:2] != (3, 11):
            raise SystemExit("build: installer/lock/build.txt is made for Python 3.11; run this with it")
        self._home = BUILD / "python"
        self._program = self._home / "Scripts" / "python.exe"
        stamp = self._home / "made-of"
        if not stamp.exists() or stamp.read_text() != _fingerprint(LOCK):
            venv.create(self._home, clear=True, with_pip=True)
            run(self._program, "-m", "pip", "install", "-q", "--require-hashes", "--only-binary=:all:", "-r", LOCK)
            stamp.write_text(_fingerprint(LOCK))

    def path(self, path: Path) -> str:
        return str(path)

    def python(self, *arguments: str, environment: dict[str, str]) -> None:
        run(self._program, *arguments, environment={**_clean(os.environ), **environment})


class WineWorkshop:
    """Made from the Windows Python of tests/windows_lab. What it freezes is for tests: only what was built on Windows ships."""

    is_test_build = True

    def __init__(self) -> None:
        from installer.wine import laboratory, make_prefix, prefixes
        from tests.windows_lab import standins

        source = laboratory()
        self._prefix = prefixes() / "build"
        home = self._prefix / "drive_c" / "Python311"
        stamp = home / "made-of"
        wanted = _fingerprint(LOCK, source / "python311.dll", Path(standins.__file__))
        if not stamp.exists() or stamp.read_text() != wanted:
            make_prefix(self._prefix)
            shutil.copytree(source, home, ignore=shutil.ignore_patterns("site-packages", "__pycache__"))
            install_wheels(LOCK, home / "Lib" / "site-packages")
            stamp.write_text(wanted)

    def path(self, path: Path) -> str:
        return "Z:" + str(path).replace("/", "\\")

    def python(self, *arguments: str, environment: dict[str, str]) -> None:
        from installer.wine import wine

        code = wine(self._prefix, r"C:\Python311\python.exe", *arguments, environment=environment)
        if code:
            raise SystemExit(f"build: Windows Python ended with {code}: {' '.join(arguments)}")


def install_wheels(lock: Path, folder: Path) -> None:
    """Lay Windows wheels out in `folder`; this machine's pip does it, so the lock must hold no markers."""
    run(
        *(sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-deps", "--no-compile"),
        *("--require-hashes", "--only-binary=:all:", "--platform", "win_amd64", "--python-version", "3.11"),
        *("--implementation", "cp", "--target", folder, "-r", lock),
    )


def install_pure(lock: Path, folder: Path) -> None:
    """Lay packages for this machine's Python out in `folder`, made anew when the lock changed."""
    stamp = folder / "made-of"
    if not stamp.exists() or stamp.read_text() != _fingerprint(lock):
        shutil.rmtree(folder, ignore_errors=True)
        run(
            *(sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-deps"),
            *("--require-hashes", "--only-binary=:all:", "--target", folder, "-r", lock),
        )
        stamp.write_text(_fingerprint(lock))


def _fingerprint(*files: Path) -> str:
    digest = hashlib.sha256(sys.version.encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _clean(environment: os._Environ[str]) -> dict[str, str]:
    return {
        name: value for name, value in environment.items() if not name.upper().startswith(("PYTHON", "VIRTUAL_ENV"))
    }
