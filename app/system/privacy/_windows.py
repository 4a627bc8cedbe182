"""Private folders and processes on Windows: a protected access list for the owner and the system, by ctypes."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
import platform
import re
from contextlib import contextmanager
from ctypes import wintypes
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.messages import msg
from app.system.privacy import NotPrivate

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILE_OBJECT = 1
_OWNER = 0x1
_DACL = 0x4
_PROTECTED = 0x80000000  # nothing of the folder above is inherited
_TOKEN_QUERY = 0x8
_TOKEN_USER = 1
_REPARSE_POINT = 0x400
_SEM_FAILCRITICALERRORS = 0x1
_SEM_NOGPFAULTERRORBOX = 0x2
_WER_NO_HEAP = 0x1  # a report, where IT collects them, goes without the heap

_SYSTEM = ("SY", "S-1-5-18")
_ADMINISTRATORS = ("BA", "S-1-5-32-544")  # they own what an elevated process of an administrator makes


class _SecurityAttributes(ctypes.Structure):
    _fields_ = (("length", wintypes.DWORD), ("descriptor", ctypes.c_void_p), ("inherit", wintypes.BOOL))


_ENTRY = re.compile(r"\(([^;()]*);([^;()]*);([^;()]*);([^;()]*);([^;()]*);([^;()]*)[^()]*\)")


def make_folder(folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    if folder.exists():
        check_folder(folder)
        return
    _make_protected(folder)
    check_folder(folder)


def _make_protected(folder: Path) -> None:
    """Make `folder` with an access list of its own from the first moment: full control for its owner and the system,
    inherited below, nobody else. Raises OSError."""
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateDirectoryW.argtypes = [wintypes.LPCWSTR, ctypes.c_void_p]
    with _descriptor(_own_list()) as descriptor:
        attributes = _SecurityAttributes(ctypes.sizeof(_SecurityAttributes), descriptor, 0)
        if not kernel.CreateDirectoryW(str(folder), ctypes.byref(attributes)):
            raise ctypes.WinError(ctypes.get_last_error())


def close_folder(folder: Path) -> None:
    set_access(folder, _own_list())


def set_access(folder: Path, sddl: str) -> None:
    """Give `folder` the access list of `sddl`, inheriting nothing. Raises OSError."""
    with _descriptor(sddl) as descriptor:
        if not _security().SetFileSecurityW(str(folder), _DACL | _PROTECTED, descriptor):
            raise ctypes.WinError(ctypes.get_last_error())


def _own_list() -> str:
    return f"D:P(A;OICI;FA;;;{user_sid()})(A;OICI;FA;;;SY)"


def check_folder(folder: Path) -> None:
    attributes = folder.lstat().st_file_attributes
    if attributes & _REPARSE_POINT or not folder.is_dir():
        raise NotPrivate(msg("privacy.no-folder", folder=str(folder)))
    user = user_sid()
    written = _as_written(user)
    owner, dacl = parse_sddl(sddl_of(folder))
    if owner not in (user, written, *_ADMINISTRATORS):
        raise NotPrivate(msg("privacy.not-own", folder=str(folder)))
    if dacl is None or not is_private(dacl, written):
        fix = f'icacls "{folder}" /inheritance:r /grant:r "*{user}:(OI)(CI)F" "*S-1-5-18:(OI)(CI)F"'
        raise NotPrivate(msg("privacy.open-to-others", folder=str(folder), fix=fix))


def parse_sddl(text: str) -> tuple[str, str | None]:
    """Owner and access list of a security descriptor in SDDL; no list at all lets everybody in: None."""
    owner = re.search(r"O:(.+?)(?=[GDS]:|$)", text)
    dacl = re.search(r"D:(.*?)(?=S:[^-]|$)", text)
    found = dacl.group(1) if dacl else None
    return (owner.group(1) if owner else "", None if found is None or "NO_ACCESS_CONTROL" in found else found)


def is_private(dacl: str, user: str) -> bool:
    """Whether an access list in SDDL allows nobody but `user` and the system.

    The flag "protected" is not asked for: without it the folder inherits, and what it inherits stands in the list.
    """
    entries = _ENTRY.findall(dacl)
    if len(entries) != dacl.count("("):
        return False  # an entry of a kind we do not read
    allowed = {who for kind, *_, who in entries if not kind.startswith("D")}
    return user in allowed and allowed <= {user, *_SYSTEM}


def sddl_of(folder: Path) -> str:
    """Owner and access list of `folder` as SDDL. Raises OSError."""
    security = _security()
    descriptor = ctypes.c_void_p()
    answer = security.GetNamedSecurityInfoW(
        str(folder), _FILE_OBJECT, _OWNER | _DACL, None, None, None, None, ctypes.byref(descriptor)
    )
    if answer != 0:
        raise ctypes.WinError(answer)
    try:
        return _text_of(descriptor, _OWNER | _DACL)
    finally:
        _free(descriptor)


def _text_of(descriptor: ctypes.c_void_p, parts: int) -> str:
    text = wintypes.LPWSTR()
    if not _security().ConvertSecurityDescriptorToStringSecurityDescriptorW(
        descriptor, 1, parts, ctypes.byref(text), None
    ):
        raise ctypes.WinError(ctypes.get_last_error())
    try:
        return text.value or ""
    finally:
        _free(text)


def _as_written(sid: str) -> str:
    """The SID as Windows writes it in SDDL: a few accounts (the built-in administrator: LA) have a short name there."""
    with _descriptor(f"O:{sid}") as descriptor:
        return _text_of(descriptor, _OWNER).removeprefix("O:")


def user_sid() -> str:
    """The signed-in user's SID as text. Raises OSError."""
    security, kernel = _security(), ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    kernel.CloseHandle.argtypes = [ctypes.c_void_p]
    token = ctypes.c_void_p()
    if not security.OpenProcessToken(ctypes.c_void_p(kernel.GetCurrentProcess()), _TOKEN_QUERY, ctypes.byref(token)):
        raise ctypes.WinError(ctypes.get_last_error())
    try:
        buffer = ctypes.create_string_buffer(256)
        size = wintypes.DWORD()
        if not security.GetTokenInformation(token, _TOKEN_USER, buffer, len(buffer), ctypes.byref(size)):
            raise ctypes.WinError(ctypes.get_last_error())
    finally:
        kernel.CloseHandle(token)
    sid = ctypes.c_void_p.from_buffer(
        buffer
    )  # TOKEN_USER begins with the pointer to the SID, which follows in the buffer
    text = wintypes.LPWSTR()
    if not security.ConvertSidToStringSidW(sid, ctypes.byref(text)):
        raise ctypes.WinError(ctypes.get_last_error())
    try:
        return text.value or ""
    finally:
        _free(text)


@contextmanager
def _descriptor(sddl: str) -> Iterator[ctypes.c_void_p]:
    """The security descriptor written as SDDL."""
    descriptor = ctypes.c_void_p()
    if not _security().ConvertStringSecurityDescriptorToSecurityDescriptorW(sddl, 1, ctypes.byref(descriptor), None):
        raise ctypes.WinError(ctypes.get_last_error())
    try:
        yield descriptor
    finally:
        _free(descriptor)


def _security() -> ctypes.WinDLL:
    advapi = ctypes.WinDLL("advapi32", use_last_error=True)
    pointer = ctypes.c_void_p
    advapi.GetNamedSecurityInfoW.argtypes = [
        wintypes.LPWSTR, ctypes.c_int, wintypes.DWORD, pointer, pointer, pointer, pointer, pointer,
    ]  # fmt: skip
    advapi.GetNamedSecurityInfoW.restype = wintypes.DWORD
    advapi.SetFileSecurityW.argtypes = [wintypes.LPCWSTR, wintypes.DWORD, pointer]
    advapi.ConvertSecurityDescriptorToStringSecurityDescriptorW.argtypes = [
        pointer, wintypes.DWORD, wintypes.DWORD, pointer, pointer,
    ]  # fmt: skip
    advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW.argtypes = [
        wintypes.LPCWSTR, wintypes.DWORD, pointer, pointer,
    ]  # fmt: skip
    advapi.OpenProcessToken.argtypes = [pointer, wintypes.DWORD, pointer]
    advapi.GetTokenInformation.argtypes = [pointer, ctypes.c_int, pointer, wintypes.DWORD, pointer]
    advapi.ConvertSidToStringSidW.argtypes = [pointer, pointer]
    return advapi


def _free(memory: ctypes.c_void_p | wintypes.LPWSTR) -> None:
    kernel = ctypes.WinDLL("kernel32")
    kernel.LocalFree.argtypes = [ctypes.c_void_p]
    kernel.LocalFree.restype = ctypes.c_void_p
    kernel.LocalFree(ctypes.cast(memory, ctypes.c_void_p))


def _known_without_shell(system: str = "", release: str = "", version: str = "", *_: object) -> tuple[str, str, str]:
    """What is known already: Python then takes the version that `sys.getwindowsversion` gives."""
    return system, release, version


def harden() -> tuple[str, ...]:
    """No error box that stays on a shared screen, no dump by Windows Error Reporting, no shell started by Python itself."""
    refused: list[str] = []
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.SetErrorMode(_SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX)
    # Libraries ask `platform.system()` when they are imported, and Python runs `cmd /c ver` for the answer.
    platform._syscmd_ver = _known_without_shell  # type: ignore[attr-defined]  # there is no public way
    try:
        if kernel.WerSetFlags(_WER_NO_HEAP) != 0:
            refused.append("error reports")
    except AttributeError:
        refused.append("error reports")
    return tuple(refused)
