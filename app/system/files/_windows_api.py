"""The Windows calls for files, by ctypes: opening by handle without following reparse points, what a handle shows."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import wintypes
from pathlib import Path

from app.domain.identity import FileIdentity

GENERIC_READ = 0x80000000
DELETE = 0x00010000
FILE_READ_ATTRIBUTES = 0x0080
FILE_WRITE_ATTRIBUTES = 0x0100
SHARE_READ = 1
SHARE_WRITE = 2
SHARE_DELETE = 4
SHARE_ALL = SHARE_READ | SHARE_WRITE | SHARE_DELETE
OPEN_EXISTING = 3
FLAG_OPEN_REPARSE_POINT = 0x00200000
FLAG_BACKUP_SEMANTICS = 0x02000000  # folders can be opened
FLAG_OPEN_NO_RECALL = 0x00100000  # never fetch from a cloud
ATTRIBUTE_READONLY = 0x1
ATTRIBUTE_DIRECTORY = 0x10
ATTRIBUTE_REPARSE_POINT = 0x400
RECALL_ATTRIBUTES = 0x1000 | 0x40000 | 0x400000  # OFFLINE, RECALL_ON_OPEN, RECALL_ON_DATA_ACCESS
NAME_SURROGATE = 0x20000000  # this bit of a reparse tag: it stands for another name (symbolic link, junction)

ERROR_INVALID_FUNCTION = 1
ERROR_FILE_NOT_FOUND = 2
ERROR_PATH_NOT_FOUND = 3
ERROR_ACCESS_DENIED = 5
ERROR_NOT_SUPPORTED = 50
ERROR_INVALID_PARAMETER = 87
ERROR_INVALID_NAME = 123
ERROR_DELETE_PENDING = 303
NOTHING_THERE = (ERROR_FILE_NOT_FOUND, ERROR_PATH_NOT_FOUND, ERROR_INVALID_NAME, 161, 206)  # BAD_PATHNAME, too long

FILE_BASIC_INFO = 0
FILE_STANDARD_INFO = 1
FILE_DISPOSITION_INFO = 4
FILE_ATTRIBUTE_TAG_INFO = 9
FILE_ID_INFO = 18
FILE_DISPOSITION_INFO_EX = 21
DISPOSITION_DELETE = 0x1
DISPOSITION_POSIX = 0x2
DISPOSITION_IGNORE_READONLY = 0x10

_INVALID_HANDLE = ctypes.c_void_p(-1).value
_EPOCH_100NS = 116444736000000000  # 1601 to 1970


class BasicInfo(ctypes.Structure):
    _fields_ = (
        ("created", ctypes.c_int64),
        ("accessed", ctypes.c_int64),
        ("written", ctypes.c_int64),
        ("changed", ctypes.c_int64),
        ("attributes", wintypes.DWORD),
    )


class StandardInfo(ctypes.Structure):
    _fields_ = (
        ("allocated", ctypes.c_int64),
        ("size", ctypes.c_int64),
        ("links", wintypes.DWORD),
        ("delete_pending", ctypes.c_ubyte),
        ("directory", ctypes.c_ubyte),
    )


class AttributeTagInfo(ctypes.Structure):
    _fields_ = (("attributes", wintypes.DWORD), ("tag", wintypes.DWORD))


class IdInfo(ctypes.Structure):
    _fields_ = (("volume", ctypes.c_uint64), ("file_id", ctypes.c_ubyte * 16))


class HandleInfo(ctypes.Structure):
    """BY_HANDLE_FILE_INFORMATION."""

    _fields_ = (
        ("attributes", wintypes.DWORD),
        ("created", wintypes.FILETIME),
        ("accessed", wintypes.FILETIME),
        ("written", wintypes.FILETIME),
        ("volume", wintypes.DWORD),
        ("size_high", wintypes.DWORD),
        ("size_low", wintypes.DWORD),
        ("links", wintypes.DWORD),
        ("index_high", wintypes.DWORD),
        ("index_low", wintypes.DWORD),
    )


def library() -> ctypes.WinDLL:
    """kernel32 with the signatures used here."""
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateFileW.restype = ctypes.c_void_p
    kernel.CreateFileW.argtypes = [
        wintypes.LPCWSTR, wintypes.DWORD, wintypes.DWORD, ctypes.c_void_p, wintypes.DWORD, wintypes.DWORD, ctypes.c_void_p,
    ]  # fmt: skip
    kernel.CloseHandle.argtypes = [ctypes.c_void_p]
    kernel.GetFileInformationByHandleEx.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD]
    kernel.SetFileInformationByHandle.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD]
    kernel.GetFileInformationByHandle.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    kernel.GetFinalPathNameByHandleW.argtypes = [ctypes.c_void_p, wintypes.LPWSTR, wintypes.DWORD, wintypes.DWORD]
    kernel.GetLongPathNameW.argtypes = [wintypes.LPCWSTR, wintypes.LPWSTR, wintypes.DWORD]
    kernel.GetFileAttributesW.argtypes = [wintypes.LPCWSTR]
    kernel.GetFileAttributesW.restype = wintypes.DWORD
    kernel.ReadFile.argtypes = [
        ctypes.c_void_p, ctypes.c_void_p, wintypes.DWORD, ctypes.POINTER(wintypes.DWORD), ctypes.c_void_p,
    ]  # fmt: skip
    kernel.MoveFileExW.argtypes = [wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD]
    return kernel


def last_error() -> OSError:
    """The last error as OSError; `winerror` holds Windows' own number."""
    return ctypes.WinError(ctypes.get_last_error())


def wide(path: Path | str) -> str:
    """The path as Windows takes it whatever its length, without any rewriting (trailing dots, reserved names)."""
    text = os.fspath(path)
    if not os.path.isabs(text):  # noqa: PTH117  # a str may come in, with a stream's name behind it
        text = os.path.abspath(text)  # noqa: PTH100
    if text.startswith("\\\\?\\"):
        return text
    return f"\\\\?\\UNC\\{text[2:]}" if text.startswith("\\\\") else f"\\\\?\\{text}"


@contextmanager
def opened(path: Path | str, access: int, share: int = SHARE_ALL) -> Iterator[int]:
    """A handle on what stands at `path` itself. Raises OSError."""
    kernel = library()
    flags = FLAG_OPEN_REPARSE_POINT | FLAG_BACKUP_SEMANTICS | FLAG_OPEN_NO_RECALL
    handle = kernel.CreateFileW(wide(path), access, share, None, OPEN_EXISTING, flags, None)
    if handle is None or handle == _INVALID_HANDLE:
        raise last_error()
    try:
        yield handle
    finally:
        kernel.CloseHandle(handle)


def information(handle: int, kind: int, target: ctypes.Structure) -> None:
    """Fill `target` with what the handle shows. Raises OSError."""
    if not library().GetFileInformationByHandleEx(handle, kind, ctypes.byref(target), ctypes.sizeof(target)):
        raise last_error()


def set_information(handle: int, kind: int, source: ctypes.Structure | ctypes.c_uint32 | ctypes.c_ubyte) -> None:
    if not library().SetFileInformationByHandle(handle, kind, ctypes.byref(source), ctypes.sizeof(source)):
        raise last_error()


def identity_of(handle: int) -> FileIdentity:
    """Volume serial number and 128-bit file id; on a file system without them (FAT) the 64-bit index."""
    found = IdInfo()
    try:
        information(handle, FILE_ID_INFO, found)
    except OSError as error:
        if error.winerror not in (ERROR_INVALID_FUNCTION, ERROR_NOT_SUPPORTED, ERROR_INVALID_PARAMETER):
            raise
        older = handle_info(handle)
        return FileIdentity(volume=f"{older.volume:x}", file_id=f"{(older.index_high << 32) | older.index_low:x}")
    return FileIdentity(volume=f"{found.volume:x}", file_id=f"{int.from_bytes(bytes(found.file_id), 'little'):x}")


def handle_info(handle: int) -> HandleInfo:
    found = HandleInfo()
    if not library().GetFileInformationByHandle(handle, ctypes.byref(found)):
        raise last_error()
    return found


def final_path(handle: int) -> str:
    """Where the opened thing really is (`\\\\?\\C:\\…`). Raises OSError."""
    size = 512
    while True:
        buffer = ctypes.create_unicode_buffer(size)
        length = library().GetFinalPathNameByHandleW(handle, buffer, size, 0)
        if length == 0:
            raise last_error()
        if length < size:
            return buffer.value
        size = length + 1


def long_path(path: Path) -> str:
    """`path` with its short (8.3) components written out, links as they stand. Raises OSError."""
    size = 512
    while True:
        buffer = ctypes.create_unicode_buffer(size)
        length = library().GetLongPathNameW(wide(path), buffer, size)
        if length == 0:
            raise last_error()
        if length < size:
            return buffer.value
        size = length + 1


def unix_ns(filetime: int) -> int:
    return (filetime - _EPOCH_100NS) * 100


def error_name(error: OSError) -> str:
    """A short name for a refusal: Windows' number where there is one, else the errno's name."""
    known = {
        5: "ERROR_ACCESS_DENIED", 19: "ERROR_WRITE_PROTECT", 32: "ERROR_SHARING_VIOLATION", 33: "ERROR_LOCK_VIOLATION",
        303: "ERROR_DELETE_PENDING",
    }  # fmt: skip
    if error.winerror is not None:
        return known.get(error.winerror, f"ERROR_{error.winerror}")
    return errno.errorcode.get(error.errno or 0, "EIO")
