"""Stand-ins for three libraries that Windows 10 has and Wine 8 lacks: icuuc (converters: every open fails) and mscms (colour
profiles of monitors: none), without which Qt does not start; bcryptprimitives (ProcessPrng) for Rust-built wheels.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

CC = "x86_64-w64-mingw32-gcc"
OVERRIDES = "winemenubuilder.exe=d;mscms=n,b"  # Wine has an mscms of its own, without what Qt asks for

EXPORTED = "#include <windows.h>\n#define X __declspec(dllexport)\n"
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
SOURCES = {"icuuc": _CONVERTERS, "mscms": _COLOURS, "bcryptprimitives": _CHANCE}


def build_standins(prefix: Path, folder: Path) -> None:
    """Into the system folder of this prefix; the sources are left in `folder`."""
    system = prefix / "drive_c" / "windows" / "system32"
    for name, source in SOURCES.items():
        written = folder / f"{name}.c"
        written.write_text(EXPORTED + source)
        target = system / f"{name}.dll"
        target.unlink(missing_ok=True)  # a link into the system's own Wine: never written through
        subprocess.run([CC, "-shared", "-o", target, written, "-ladvapi32"], check=True)
