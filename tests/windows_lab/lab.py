#!/usr/bin/env python3
"""A real Windows CPython on a Linux machine, under Wine, so that the Windows parts run in CI.

    lab.py setup            make or refresh the laboratory; quick when nothing changed
    lab.py test [ARG ...]   run pytest there, with ARGs; without ARG all tests, in two processes beside each other
    lab.py python [ARG ...] run Windows python there
    lab.py wine PROGRAM ... run any Windows program

The folder is $WINLAB, else ~/.cache/winlab. What it is made of:

* Debian's wine, wine64 and gcc-mingw-w64-x86-64.
* The CPython 3.11.9 DLL for Windows and its extension modules, shipped inside the Windows wheel of panda3d (python.txt). The
  pure-Python standard library is that of the Python 3.11 that runs this file. python.exe and python3.dll are built here: a
  three-line launcher and a forwarder to python311.dll.
* The Windows wheels of installer/lock/windows.txt, checked against its hashes and laid out by pip.
* Three libraries that Wine 8 lacks and Qt and Rust-built wheels ask for: stand-ins built here (standins.py).
* Xvfb as the screen, on which Qt's own Windows platform draws.

It is a test bench, not Windows. Known differences: LockWorkStation returns 0; an alternate data stream is written and read
back, but shows up in a listing as "a.txt:Zone.Identifier"; FileDispositionInfoEx answers error 87 (FileDispositionInfo and the
128-bit FileIdInfo work); QueryInterruptTimePrecise is absent; a rename reaches watchdog late. Nothing of DPAPI's strength,
ACLs, credential roaming, Job objects or the Restart Manager under Wine proves Windows: each needs its check by hand.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

HERE = Path(__file__).resolve()
REPOSITORY = HERE.parents[2]
sys.path.insert(0, str(REPOSITORY))

from tests.windows_lab import standins  # noqa: E402  # the checkout is found first
from tests.windows_lab.screen import screen  # noqa: E402

LOCK = REPOSITORY / "installer" / "lock" / "windows.txt"
PYTHON_WHEEL = HERE.with_name("python.txt")

LAB = Path(os.environ.get("WINLAB") or Path.home() / ".cache" / "winlab")
PREFIX = LAB / "prefix"
HOME = PREFIX / "drive_c" / "Python311"
SITE = HOME / "Lib" / "site-packages"
BUILD = LAB / "build"
CC = standins.CC
TIME_LIMIT = float(os.environ.get("WINLAB_SECONDS", "2400"))  # for one program under Wine

LAST_WORDS = 2.0  # seconds in which what a program wrote last comes through the pipe

# What does not run here, and why. Everything else under tests/ runs on Windows too; see also the marks in the tests themselves.
_ON_THE_STORE = "it computes on the store alone, which is alike everywhere"
_SOURCE_ONLY = "it reads the sources and documents alone, which are the same on every system"
EXCLUDED = {
    "tests/faults": "it kills processes that are forked from a warm one; test_story.py kills Windows processes",
    "tests/benchmarks": "the benchmarks and their made-up laptops are run on Linux",
    "tests/ui": "it looks at what is drawn into memory, alike everywhere; test_window.py shows it by Qt's own Windows platform",
    "tests/remote/office365": "it speaks through requests, alike everywhere; what asks Windows for keys and roots stays",
    "tests/microsoft365": "it is the server that stands for Microsoft 365 in tests; what asks it is run here",
    "tests/installer": "it builds and installs from Linux: python installer/build.py --check runs what was installed",
    "tests/domain": "it computes with the standard library alone; what asks the time zones of Windows stays (SAMPLES)",
    "tests/detect/content": "it computes on text and tables; what compares the RE2 of the Windows wheel stays (SAMPLES)",
    "tests/actions/documents": "it decides on what files and remote tell; filing and restoring themselves stay (SAMPLES)",
    "tests/actions/team_status": _ON_THE_STORE,
    "tests/actions/test_access.py": _ON_THE_STORE,
    "tests/actions/test_audience.py": _ON_THE_STORE,
    "tests/actions/test_cards_any_order.py": _ON_THE_STORE,
    "tests/actions/test_cards_in_time.py": _ON_THE_STORE,
    "tests/actions/test_certificates.py": _ON_THE_STORE,
    "tests/actions/test_cloud_copies.py": _ON_THE_STORE,
    "tests/actions/test_declaring.py": _ON_THE_STORE,
    "tests/actions/test_documented_needs.py": "its document has a name that Windows does not allow",
    "tests/actions/test_keeping_office365.py": _ON_THE_STORE,
    "tests/actions/test_needs.py": _ON_THE_STORE,
    "tests/actions/test_needs_kept.py": _ON_THE_STORE,
    "tests/actions/test_news_privacy.py": _ON_THE_STORE,
    "tests/actions/test_retention.py": _ON_THE_STORE,
    "tests/actions/test_signing_in.py": _ON_THE_STORE,
    "tests/actions/test_status.py": _ON_THE_STORE,
    "tests/actions/test_today.py": _ON_THE_STORE,
    "tests/detect/reading": "it reads bytes; one of each library in the Windows wheels stays (SAMPLES)",
    "tests/detect/judging": "it weighs what was read; whole documents through the real worker stay (SAMPLES)",
    "tests/test_architecture.py": _SOURCE_ONLY,
    "tests/test_catalogue.py": _SOURCE_ONLY,
    "tests/test_documents.py": _SOURCE_ONLY,
    "tests/test_requirements.py": _SOURCE_ONLY,
}

# Of a folder that is left out, what runs all the same because Windows has a part in it.
SAMPLES = (
    "tests/domain/test_advice.py",
    "tests/domain/test_deadline.py",
    "tests/domain/test_toast.py",
    "tests/domain/test_today.py",
    "tests/detect/content/test_expressions.py",
    "tests/detect/judging/test_at_large.py",
    "tests/detect/reading/test_archive.py",
    "tests/detect/reading/test_databases.py",
    "tests/detect/reading/test_formats.py",
    "tests/detect/reading/test_mail.py",
    "tests/detect/reading/test_pdf.py",
    "tests/detect/reading/test_workbook.py",
    "tests/actions/documents/test_filing.py",
    "tests/actions/documents/test_restoring.py",
    "tests/remote/office365/sign_in/test_token_file.py",
    "tests/remote/office365/test_http.py",
)
ABREAST = 2  # processes beside each other, as many as the build server has cores
SECONDS = 300  # for one test: Wine makes processes and files several times slower
LONGEST = ("actions", "detect", "windows_lab", "system", "store")  # these start first

# Wine takes TEMP from its registry, so Python itself turns to another folder; programs that it starts take that over.
# The folder is a new one each time: what an earlier run could not remove, such as a file kept for reading only, is not met.
START = """
import os, shutil, stat, sys, tempfile
folder = tempfile.mkdtemp(prefix=sys.argv.pop(1) + "-")
os.environ["TEMP"] = os.environ["TMP"] = tempfile.tempdir = folder
import pytest
code = pytest.main(sys.argv[1:])
def writable(remove, path, _):
    os.chmod(path, stat.S_IWRITE)
    remove(path)
if code == 0:
    try:
        shutil.rmtree(folder, onerror=writable)
    except OSError as error:
        print("windows lab: left behind:", error)
sys.exit(code)
"""

LAUNCHER = """
#include <windows.h>
int __declspec(dllimport) Py_Main(int, wchar_t **);
int wmain(int argc, wchar_t **argv) { return Py_Main(argc, argv); }
"""
NOTHING_COLLECTED = 5  # pytest's exit code, for a part whose files are all left out or for another system


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("setup", "test", "python", "wine"))
    parser.add_argument("arguments", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    setup()
    if options.command == "setup":
        return 0
    with screen() as display:
        os.environ["DISPLAY"] = display
        match options.command:
            case "test":
                return test(options.arguments)
            case "python":
                return wine(str(HOME / "python.exe"), *options.arguments)
            case _:
                return wine(*options.arguments)


def setup() -> None:
    """Bring prefix, Python and packages up to date; each is made anew only when what it is made of changed."""
    if sys.version_info[:2] != (3, 11):
        sys.exit("windows lab: run this with Python 3.11: its standard library is copied")
    for tool in ("wine", CC, "Xvfb"):
        if not shutil.which(tool):
            sys.exit(f"windows lab: {tool} is missing: apt-get install wine wine64 gcc-mingw-w64-x86-64 xvfb")
    LAB.mkdir(parents=True, exist_ok=True)
    with (LAB / "in-use").open("w") as in_use:
        fcntl.flock(in_use, fcntl.LOCK_EX)
        with _once("prefix", "win10") as needed:
            if needed:
                make_prefix()
        with _once("standins", Path(standins.__file__).read_text()) as needed:
            if needed:
                BUILD.mkdir(exist_ok=True)
                standins.build_standins(PREFIX, BUILD)
        with _once("python", sys.version, PYTHON_WHEEL.read_text(), LAUNCHER) as needed:
            if needed:
                make_python()
        with _once("packages", LOCK.read_text()) as needed:
            if needed:
                install_packages()
        make_temporary_folders()


def test(arguments: list[str]) -> int:
    """Run pytest with `arguments` in one process; without any, all that is not left out in ABREAST processes."""
    for folder, reason in EXCLUDED.items():
        print(f"windows lab: {folder} is left out: {reason}", flush=True)
    if arguments:
        return _pytest(f"one-{os.getpid()}", [*_left_out(), *arguments])  # several people may try something at once
    with ThreadPoolExecutor(ABREAST) as pool:
        codes = list(pool.map(_part, parts()))
    return next((code for code in codes if code), 0)


def parts() -> list[list[str]]:
    """What is run together: each folder below tests/, and the files beside them with the samples of folders left out."""
    tests = REPOSITORY / "tests"
    folders = [each.name for each in tests.iterdir() if f"tests/{each.name}" not in EXCLUDED and _holds_tests(each)]
    folders.sort(key=lambda name: (LONGEST.index(name) if name in LONGEST else len(LONGEST), name))
    files = [file for file in sorted(f"tests/{each.name}" for each in tests.glob("test_*.py")) if file not in EXCLUDED]
    alone = [sample for sample in SAMPLES if "/".join(sample.split("/")[:2]) in EXCLUDED]
    return [*([f"tests/{name}"] for name in folders), [*files, *alone]]


def _holds_tests(folder: Path) -> bool:
    return any(folder.rglob("test_*.py"))


def _part(paths: list[str]) -> int:
    """One part, whose output comes whole when it is done. One without a test for Windows is no failure."""
    name = Path(paths[0]).stem
    started = time.monotonic()
    with tempfile.TemporaryFile() as output:
        code = _pytest(name, [*_left_out(), *paths], output)
        output.seek(0)
        said = output.read().decode("utf-8", "replace")
    print(
        f"windows lab: {' '.join(paths)} ended with {code} after {time.monotonic() - started:.0f} s\n{said}", flush=True
    )
    return 0 if code == NOTHING_COLLECTED else code


def _left_out() -> list[str]:
    """Files, not folders: a folder that is left out would take its samples with it."""
    files = (
        path.relative_to(REPOSITORY).as_posix()
        for name in EXCLUDED
        for path in ([REPOSITORY / name] if name.endswith(".py") else sorted((REPOSITORY / name).rglob("test_*.py")))
    )
    return [f"--ignore={file}" for file in files if file not in SAMPLES]


def _pytest(name: str, arguments: list[str], output: IO[bytes] | None = None) -> int:
    """One pytest. What its tests write lands in a new folder of its own, in the Windows user's temporary folder."""
    words = ("-p", "no:cacheprovider", f"--timeout={SECONDS}", *arguments)
    return wine(str(HOME / "python.exe"), "-c", START, f"lab-{name}", *words, output=output)


@contextmanager
def _once(name: str, *made_of: str) -> Iterator[bool]:
    """Whether the part `name` has to be made; notes what it was made of when that went well."""
    stamp = LAB / f"{name}.made-of"
    digest = hashlib.sha256("\0".join(made_of).encode()).hexdigest()
    needed = not stamp.exists() or stamp.read_text() != digest
    if needed:
        print(f"windows lab: making {name}", file=sys.stderr, flush=True)
        stamp.unlink(missing_ok=True)
    yield needed
    stamp.write_text(digest)


def make_prefix() -> None:
    shutil.rmtree(PREFIX, ignore_errors=True)
    for part in ("standins", "python", "packages"):  # they live in the prefix
        (LAB / f"{part}.made-of").unlink(missing_ok=True)
    run("wineboot", "-i", env=environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, timeout=300)  # fmt: skip
    if wine("winecfg", "-v", "win10"):
        sys.exit("windows lab: wine does not start")


def make_temporary_folders() -> None:
    """Wine names one for each person in %TEMP%, here or there, and does not always make it."""
    for home in (PREFIX / "drive_c" / "users").iterdir():
        for folder in ("Temp", "AppData/Local/Temp"):
            (home / folder).mkdir(parents=True, exist_ok=True)


def make_python() -> None:
    shutil.rmtree(HOME, ignore_errors=True)
    (LAB / "packages.made-of").unlink(missing_ok=True)
    (HOME / "DLLs").mkdir(parents=True)
    SITE.mkdir(parents=True)
    BUILD.mkdir(exist_ok=True)
    unpack_python()
    shutil.copytree(
        sysconfig.get_path("stdlib"),
        HOME / "Lib",
        dirs_exist_ok=True,
        ignore=shutil.ignore_patterns(
            *("site-packages", "dist-packages", "lib-dynload", "config-*", "test", "__pycache__", "sitecustomize.py")
        ),
    )
    build_programs()
    if wine(str(HOME / "python.exe"), "-c", "import sys, ssl, sqlite3; print(sys.version)"):
        sys.exit("windows lab: the Windows Python does not start")


def unpack_python() -> None:
    """Take Python's own DLLs out of the wheel; python311.dll must stand beside python.exe."""
    with tempfile.TemporaryDirectory() as folder:
        pip("download", "--no-deps", "-d", folder, "-r", PYTHON_WHEEL)
        with zipfile.ZipFile(next(Path(folder).glob("panda3d-*.whl"))) as wheel:
            for name in wheel.namelist():
                base = Path(name).name
                if name.startswith("deploy_libs/") and not base.startswith(("api-ms-", "tcl", "tk")):
                    beside = base.lower() in ("python311.dll", "vcruntime140.dll")
                    (HOME / ("" if beside else "DLLs") / base).write_bytes(wheel.read(name))


def build_programs() -> None:
    table = subprocess.run(
        ["x86_64-w64-mingw32-objdump", "-p", HOME / "python311.dll"], check=True, capture_output=True, text=True
    ).stdout
    names = sorted(set(re.findall(r"^\s*\[\s*\d+\][^\n]*?\s(_?Py\w+)$", table, re.MULTILINE)))
    imported = source("python311.def", "LIBRARY python311.dll\nEXPORTS\n" + "\n".join(names) + "\n")
    forwarded = source(
        "python3.def", "LIBRARY python3.dll\nEXPORTS\n" + "\n".join(f"{n}=python311.{n}" for n in names) + "\n"
    )
    library = BUILD / "libpython311.a"
    run("x86_64-w64-mingw32-dlltool", "-d", imported, "-l", library)
    run(CC, "-municode", source("launcher.c", LAUNCHER), "-o", HOME / "python.exe", f"-L{BUILD}", "-lpython311")
    empty = source("empty.c", "int empty;\n")
    run(CC, "-shared", "-nostdlib", "-o", HOME / "python3.dll", empty, forwarded, "-Wl,--entry=0")


def install_packages() -> None:
    """Lay the locked wheels out in a site-packages made anew. pip runs here, so the lock must hold no markers."""
    shutil.rmtree(SITE, ignore_errors=True)
    pip("install", "--no-deps", "--require-hashes", "--no-compile", "--target", SITE, "-r", LOCK)


def pip(command: str, *arguments: str | Path) -> None:
    run(
        *(sys.executable, "-m", "pip", command, "-q", "--disable-pip-version-check", "--only-binary=:all:"),
        *("--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp"),
        *arguments,
    )


def environment() -> dict[str, str]:
    """What programs under Wine see: their own prefix, this checkout, none of this machine's Python."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    env |= {"WINEPREFIX": str(PREFIX), "WINEARCH": "win64", "WINEDLLOVERRIDES": standins.OVERRIDES}
    env.setdefault("WINEDEBUG", "-all")
    return env | {
        "PYTHONPATH": windows_path(REPOSITORY),
        "PYTHONPYCACHEPREFIX": "C:\\pycache",  # the checkout's own belong to the other Python
        "PYTHONIOENCODING": "utf-8",
    }


def wine(*command: str, output: IO[bytes] | None = None) -> int:
    """Run a Windows program in the repository and give its exit code. Ended after TIME_LIMIT.

    What it writes goes to `output`, else where this program writes."""
    # Wine's C runtime refuses some inherited handles; a pipe always works.
    with subprocess.Popen(
        ["wine", *command],
        cwd=REPOSITORY,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        assert process.stdout is not None
        copying = threading.Thread(target=_copy_out, args=(process.stdout.fileno(), output), daemon=True)
        copying.start()
        try:
            return process.wait(TIME_LIMIT)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()
        finally:
            # Not until the pipe ends: the services that Wine starts beside the program keep it open for minutes.
            copying.join(LAST_WORDS)


def _copy_out(pipe: int, output: IO[bytes] | None) -> None:
    target = output or sys.stdout.buffer
    with suppress(OSError, ValueError):  # either end closed meanwhile
        while chunk := os.read(pipe, 65536):
            target.write(chunk)
            target.flush()


def run(*command: str | Path, **options: object) -> None:
    subprocess.run([str(part) for part in command], check=True, **options)  # type: ignore[call-overload]  # passed on as given


def source(name: str, text: str) -> Path:
    path = BUILD / name
    path.write_text(text)
    return path


def windows_path(path: Path) -> str:
    return "Z:" + str(path.resolve()).replace("/", "\\")


if __name__ == "__main__":
    sys.exit(main())
