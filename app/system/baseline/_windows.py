"""The baseline on Windows: a file in a folder that administrators and the system alone can write, or on a share of IT's.

What an access list says is read as SDDL; on a share the server keeps others from writing, which cannot be seen from here.
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
import os
import re
from ctypes import wintypes
from pathlib import Path

from app.domain.messages import msg
from app.system.baseline import LIMIT, NotTrusted

DEFAULT_PLACE = Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Vroom" / "Assistant" / "baseline.toml"
_REPARSE_POINT = 0x400
_FILE_OBJECT = 1
_OWNER, _DACL = 0x1, 0x4
# Administrators, the system, and the installer of Windows itself, by their short names and in full.
_TRUSTED = frozenset(
    {
        *("BA", "S-1-5-32-544", "SY", "S-1-5-18", "CO", "S-1-3-0"),
        "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",
    }
)
_ENTRY = re.compile(r"\(([^;()]*);([^;()]*);([^;()]*);[^;()]*;[^;()]*;([^;()]*)[^()]*\)")
# Rights in letters that let somebody change a file, take it over or put another in its place.
_CHANGING = frozenset({"FA", "FW", "GA", "GW", "WD", "WO", "SD", "DC", "LC", "WP"})
_CHANGING_BITS = 0x000D0116 | 0x50000000  # write, append, attributes, delete, DAC, owner; generic write and all


def trusted_content(path: Path) -> bytes:
    """At most one byte more than allowed. Raises NotTrusted, OSError."""
    found = path.lstat()
    if found.st_file_attributes & _REPARSE_POINT or not path.is_file():
        raise NotTrusted(msg("baseline.not-a-file"))
    if not str(path).startswith("\\\\"):
        for part in (path, path.parent):
            if not is_closed(_sddl_of(part)):
                raise NotTrusted(msg("baseline.not-trusted"))
    with path.open("rb") as file:
        return file.read(LIMIT + 1)


def is_closed(sddl: str) -> bool:
    """Whether a security descriptor in SDDL lets administrators and the system alone change what it protects."""
    owner = re.search(r"O:(.+?)(?=[GDS]:|$)", sddl)
    dacl = re.search(r"D:(.*?)(?=S:[^-]|$)", sddl)
    if owner is None or owner.group(1) not in _TRUSTED or dacl is None or "NO_ACCESS_CONTROL" in dacl.group(1):
        return False
    entries = _ENTRY.findall(dacl.group(1))
    if len(entries) != dacl.group(1).count("("):
        return False  # an entry of a kind we do not read
    return not any(
        _changes(rights) and who not in _TRUSTED
        for kind, flags, rights, who in entries
        if not kind.startswith("D") and "IO" not in flags  # what is only inherited below says nothing of this
    )


def _changes(rights: str) -> bool:
    if rights.startswith("0x"):
        return bool(int(rights, 16) & _CHANGING_BITS)
    return bool({rights[at : at + 2] for at in range(0, len(rights), 2)} & _CHANGING)


def _sddl_of(path: Path) -> str:
    """Owner and access list as SDDL. Raises OSError."""
    security = ctypes.WinDLL("advapi32", use_last_error=True)
    pointer = ctypes.c_void_p
    descriptor, text = pointer(), wintypes.LPWSTR()
    get, convert = (
        security.GetNamedSecurityInfoW,
        security.ConvertSecurityDescriptorToStringSecurityDescriptorW,
    )
    get.argtypes = [wintypes.LPWSTR, ctypes.c_int, wintypes.DWORD, *[pointer] * 5]
    convert.argtypes = [pointer, wintypes.DWORD, wintypes.DWORD, pointer, pointer]
    answer: int = get(str(path), _FILE_OBJECT, _OWNER | _DACL, None, None, None, None, ctypes.byref(descriptor))
    if answer != 0:
        raise ctypes.WinError(answer)
    free = ctypes.WinDLL("kernel32").LocalFree
    free.argtypes = [pointer]
    try:
        if not convert(descriptor, 1, _OWNER | _DACL, ctypes.byref(text), None):
            raise ctypes.WinError(ctypes.get_last_error())
        try:
            return text.value or ""
        finally:
            free(ctypes.cast(text, pointer))
    finally:
        free(descriptor)
