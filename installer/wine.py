"""Wine prefixes of the installer's own: one that builds, one a test installs into. Qt and Rust-built wheels start in them.

Wine 8 lacks three libraries that Windows 10 has and those ask for; small stand-ins are made here: icuuc (converters: every
open fails), mscms (colour profiles of monitors: none), bcryptprimitives (ProcessPrng).
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

CC = "x86_64-w64-mingw32-gcc"
NEEDED = {"wine": "wine wine64", CC: "gcc-mingw-w64-x86-64"}
TIME_LIMIT = 1_200.0
LAST_WORDS = 2.0

_EXPORTED = "#include <windows.h>\n#define X __declspec(dllexport)\n"
_CONVERTERS = (
    "X void *ucnv_open(const char *n, int *e) { if (e) *e = 4; return 0; }\n"
    "X const char *ucnv_getName(void *c, int *e) { if (e) *e = 4; return 0; }\n"
    "X const char *ucnv_getStandardName(void) { return 0; }\n"
    "X const char *ucnv_getAvailableName(int i) { return 0; }\n"
    "X signed char ucnv_getMaxCharSize(void *c) { return 1; }\n"
    "X int ucnv_countAvailable(void) { return 0; }\n"
    "X int ucnv_toUCountPending(void *c, int *e) { return 0; }\n"
    "X int ucnv_fromUCountPending(void *c, int *e) { return 0; }\n"
) + "".join(
    f"X void {name}(void) {{}}\n"
    for name in (
        *("ucnv_close", "ucnv_reset", "UCNV_FROM_U_CALLBACK_SUBSTITUTE", "UCNV_TO_U_CALLBACK_SUBSTITUTE"),
        *("ucnv_getToUCallBack", "ucnv_getFromUCallBack", "ucnv_setToUCallBack", "ucnv_setFromUCallBack"),
        *("ucnv_cbToUWriteUChars", "ucnv_cbFromUWriteUChars", "ucnv_toUnicode", "ucnv_fromUnicode"),
    )
)
_COLOURS = (
    "X HANDLE WINAPI OpenColorProfileW(void *p, DWORD a, DWORD b, DWORD c) { return 0; }\n"
    "X BOOL WINAPI CloseColorProfile(HANDLE h) { return TRUE; }\n"
    "X BOOL WINAPI GetColorProfileFromHandle(HANDLE h, BYTE *b, DWORD *n) { return FALSE; }\n"
    "X HANDLE WINAPI WcsCreateIccProfile(HANDLE h, DWORD o) { return 0; }\n"
)
_CHANCE = (
    "BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);\n"
    "X BOOL ProcessPrng(PBYTE p, SIZE_T n) { return SystemFunction036(p, (ULONG)n); }\n"
)
STANDINS = {"icuuc": _CONVERTERS, "mscms": _COLOURS, "bcryptprimitives": _CHANCE}


def laboratory() -> Path:
    """The Windows Python of tests/windows_lab, set up when it is not."""
    run(sys.executable, ROOT / "tests" / "windows_lab" / "lab.py", "setup")
    return _lab() / "prefix" / "drive_c" / "Python311"


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
    system = prefix / "drive_c" / "windows" / "system32"
    for name, source in STANDINS.items():
        written = prefix / f"{name}.c"
        written.write_text(_EXPORTED + source)
        target = system / f"{name}.dll"
        target.unlink(missing_ok=True)  # a link into the system's own Wine: never written through
        run(CC, "-shared", "-o", target, written, "-ladvapi32")


def environment_of(prefix: Path) -> dict[str, str]:
    """Without this machine's Python. Names that tell what a program should do come from the caller."""
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "WINE"))
    }
    return clean | {
        "WINEPREFIX": str(prefix),
        "WINEARCH": "win64",
        "WINEDEBUG": os.environ.get("WINEDEBUG", "-all"),
        "WINEDLLOVERRIDES": "winemenubuilder.exe=d;mscms=n,b",
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
