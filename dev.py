#!/usr/bin/env python3
"""One door for who works on the code: set up, check, run.

    python dev.py setup                 make or refresh .venv; under a second when nothing changed
    python dev.py test [PYTEST ARG ...] set up, ruff, mypy for both platforms, pytest
    python dev.py test --windows [...]  the tests on Windows CPython under Wine (tests/windows_lab)
    python dev.py run [ARG ...]         the program from this checkout; without ARG tray and window
    python dev.py pictures [ARG ...]    docs/screenshots anew (tests/ui/shots.py); --windows: those of the Windows build
    python dev.py lock [UV ARG ...]     resolve installer/lock anew after a change of pyproject.toml

Needs Python 3.11 to 3.13 with pip (--windows: 3.11); no package but the standard library.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = BIN / ("python.exe" if sys.platform == "win32" else "python")
STAMP = VENV / "set-up-from"
LOCKS = ROOT / "installer" / "lock"
CATALOGUES = ROOT / "resources" / "i18n"
UV = "uv>=0.9,<1"

# Library to look for -> Debian package: what Qt needs of a Linux system that has no desktop of its own.
FOR_WINDOW = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Program (or file) to look for -> Debian package. The program itself needs none of them.
FOR_TESTS = {
    "/usr/lib/python3/dist-packages/dbusmock": "python3-dbusmock",  # runs in the system's own python3
    "/usr/share/fonts/opentype/inter": "fonts-inter",  # pictures are the same on every machine
    "Xvfb": "xvfb",
    "age": "age",
    "dbus-run-session": "dbus",
    "faketime": "faketime",
    "gnome-keyring-daemon": "gnome-keyring",
    "jq": "jq",
    "msibuild": "msitools",
    "node": "nodejs",
    "openssl": "openssl",
    "osslsigncode": "osslsigncode",
    "pdfdetach": "poppler-utils",
}
FOR_LAB = {"wine": "wine wine64", "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64", "Xvfb": "xvfb"}
LAB = ROOT / "tests" / "windows_lab" / "lab.py"


def main(arguments: Sequence[str]) -> int:
    if not (3, 11) <= sys.version_info[:2] < (3, 14):
        sys.exit("dev.py: this needs Python 3.11, 3.12 or 3.13")
    command, rest = (arguments[0], list(arguments[1:])) if arguments else ("help", [])
    match command:
        case "setup":
            setup()
        case "test" if "--windows" in rest:
            rest.remove("--windows")
            return test_windows(rest)
        case "test":
            return test(rest)
        case "run":
            return run(rest)
        case "pictures":
            return pictures(rest)
        case "lock":
            lock(rest)
        case _:
            print(__doc__)
            return 0 if command in ("help", "-h", "--help") else 2
    return 0


def setup() -> None:
    """Bring .venv and the compiled texts up to date with the checkout."""
    wanted = _fingerprint()
    if not PYTHON.exists() or not STAMP.exists() or STAMP.read_text() != wanted:
        _say("setting up .venv")
        if _python_of_venv() != _this_python():
            venv.create(VENV, clear=VENV.exists(), with_pip=False, symlinks=sys.platform != "win32")
        _pip("install", "--require-hashes", "-r", str(LOCKS / "development.txt"))
        _pip("install", "--no-build-isolation", "--no-deps", "-e", str(ROOT))
        STAMP.write_text(wanted)
        if sys.platform == "linux":
            need(FOR_WINDOW, _is_loadable)
    if any(_is_stale(source) for source in CATALOGUES.glob("*/LC_MESSAGES/*.po")):
        _check(PYTHON, "-m", "babel.messages.frontend", "-q", "compile", "-D", "vroom", "-d", CATALOGUES)


def test(pytest_arguments: list[str]) -> int:
    """Everything a change must pass on this machine. The first check that fails ends it."""
    setup()
    if sys.platform == "linux":
        need(FOR_TESTS)
    python = str(PYTHON)
    checks = [
        [python, "-m", "ruff", "check"],
        [python, "-m", "ruff", "format", "--check"],
        [python, "-m", "mypy", "--platform", "linux", "--cache-dir", ".mypy_cache/linux"],
        [python, "-m", "mypy", "--platform", "win32", "--cache-dir", ".mypy_cache/win32"],
        # Stealing leaves the tests of a file together, so that what they share is made once.
        [python, "-m", "pytest", "-n", "2", "--dist", "worksteal", *pytest_arguments],
    ]
    for check in checks:
        _say(" ".join(check[2:]))
        if code := subprocess.run(check, cwd=ROOT).returncode:
            return code
    return 0


def test_windows(pytest_arguments: list[str]) -> int:
    """The tests on Windows CPython under Wine; on Windows itself they are the ordinary ones."""
    if sys.platform == "win32":
        return test(pytest_arguments)
    setup()
    return _in_lab("test", *pytest_arguments)


def _in_lab(*words: str) -> int:
    return subprocess.run([PYTHON, LAB, *words], cwd=ROOT).returncode if need(FOR_LAB) else 3


def run(arguments: list[str]) -> int:
    setup()
    command = [str(BIN / "vroom-assistant"), *arguments]
    if sys.platform != "win32":
        os.execv(command[0], command)
    return subprocess.run(command).returncode


def pictures(arguments: list[str]) -> int:
    """Every page of the window in every state, drawn without a screen; on Windows a choice, drawn by Windows."""
    setup()
    need(FOR_TESTS)
    if "--windows" in arguments and sys.platform != "win32":
        return _in_lab("python", "-m", "tests.ui.shots", *(each for each in arguments if each != "--windows"))
    return subprocess.run([PYTHON, "-m", "tests.ui.shots", *arguments], cwd=ROOT).returncode


def lock(uv_arguments: list[str]) -> None:
    """Resolve the locks with hashes and without any index host."""
    project = "pyproject.toml"
    common = [project, "--universal", "--python-version", "3.11"]
    windows = [project, "--python-platform", "windows", "--python-version", "3.11"]
    outputs: dict[str, list[str | Path]] = {
        "development.txt": ["--extra", "dev", *common],
        "application.txt": [*common],
        "ocr.txt": ["--extra", "ocr", *common],
        "windows.txt": ["--extra", "windows-lab", *windows],
        # What is shipped is what the laboratory tests: the same versions.
        "build.txt": [LOCKS / "build.in", "--extra", "ocr", "-c", LOCKS / "windows.txt", *windows],
        "bill.txt": [LOCKS / "bill.in", "--universal", "--python-version", "3.11"],
    }
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=False)
        python = Path(folder, BIN.name, PYTHON.name)
        _check(*_pip_command(python), "install", "-q", UV)
        for name, options in outputs.items():
            options += ["--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate", *uv_arguments]
            _check(python, "-m", "uv", "pip", "compile", "-q", "-o", LOCKS / name, *options)


def _fingerprint() -> str:
    """What .venv depends on, as one line: the interpreter, the lock, the project's own entry."""
    digest = hashlib.sha256()
    for source in (LOCKS / "development.txt", ROOT / "pyproject.toml"):
        digest.update(source.read_bytes())
    return f"{_this_python()} {digest.hexdigest()} {ROOT}"


def _this_python() -> str:
    return "{}.{}.{}".format(*sys.version_info)


def _python_of_venv() -> str | None:
    if not PYTHON.exists():
        return None
    answer = subprocess.run(
        [PYTHON, "-c", "import sys; print('{}.{}.{}'.format(*sys.version_info))"], capture_output=True, text=True
    )
    return answer.stdout.strip() if answer.returncode == 0 else None


def _is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns


def _pip(*arguments: str) -> None:
    _check(*_pip_command(PYTHON), *arguments, "-q", "--disable-pip-version-check", "--no-warn-script-location")


def _pip_command(python: Path) -> tuple[str, ...]:
    # Debian leaves ensurepip out of python3, so .venv is filled by the pip of whoever runs this file.
    if importlib.util.find_spec("pip") is None and not _need_package("python3-pip", "pip"):
        sys.exit(3)
    return (sys.executable, "-m", "pip", "--python", str(python))


def _is_there(name: str) -> bool:
    return Path(name).exists() if name.startswith("/") else shutil.which(name) is not None


def _is_loadable(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def need(wanted: dict[str, str], is_there: Callable[[str], bool] = _is_there) -> bool:
    """Whether all that is wanted is there, after installing what this machine's package manager has of it."""
    missing = {name: package for name, package in wanted.items() if not is_there(name)}
    if not missing:
        return True
    return _need_package(" ".join(missing.values()), ", ".join(missing))


def _need_package(packages: str, what: str) -> bool:
    """Install Debian packages as root or through sudo; elsewhere say what to install and give False."""
    _say(f"missing on this machine: {what}; it comes with: {packages}")
    apt = shutil.which("apt-get")
    as_root = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo"]
    if apt is None or (as_root and not shutil.which("sudo")):
        _say("install it with your package manager, on Debian as root: apt-get install " + packages)
        return False
    environment = ["env", "DEBIAN_FRONTEND=noninteractive"]
    _check(*as_root, apt, "update", "-q")
    _check(*as_root, *environment, apt, "install", "-q", "-y", "--no-install-recommends", *packages.split())
    return True


def _check(*command: str | Path) -> None:
    code = subprocess.run([str(part) for part in command], cwd=ROOT).returncode
    if code:
        sys.exit(f"dev.py: this ended with {code}: {' '.join(str(part) for part in command)}")


def _say(sentence: str) -> None:
    print(f"dev.py: {sentence}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
