"""The Windows functions that Python has none for, with their types. A function that fails raises OSError."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import contextlib
import ctypes
from ctypes import wintypes
from typing import Any

_kernel = ctypes.WinDLL("kernel32", use_last_error=True)
_advapi = ctypes.WinDLL("advapi32", use_last_error=True)

HANDLE = wintypes.HANDLE
_WORD, _TEXT, _ANY = wintypes.DWORD, wintypes.LPCWSTR, ctypes.c_void_p


def _failing_with(bad: object) -> Any:  # ctypes' own protocol for checkers is untyped
    def check(result: Any, _function: object, _arguments: object) -> Any:
        if result == bad:
            raise ctypes.WinError(ctypes.get_last_error())
        return result

    return check


def _function(library: ctypes.WinDLL, name: str, result: Any, *arguments: Any, bad: object = 0) -> Any:
    """Looked up when it is called for: an older Windows, or Wine, may not have it, which is an OSError as well."""
    try:
        function = library[name]
    except AttributeError:
        return _missing
    function.restype, function.argtypes, function.errcheck = result, arguments, _failing_with(bad)
    return function


def _missing(*_arguments: object) -> Any:
    raise OSError("this Windows does not have that function")


create_job = _function(_kernel, "CreateJobObjectW", HANDLE, _ANY, _TEXT, bad=None)
set_job = _function(_kernel, "SetInformationJobObject", wintypes.BOOL, HANDLE, ctypes.c_int, _ANY, _WORD)
query_job = _function(
    _kernel, "QueryInformationJobObject", wintypes.BOOL, HANDLE, ctypes.c_int, _ANY, _WORD, ctypes.POINTER(_WORD)
)
assign_to_job = _function(_kernel, "AssignProcessToJobObject", wintypes.BOOL, HANDLE, HANDLE)
resume_thread = _function(_kernel, "ResumeThread", _WORD, HANDLE, bad=0xFFFF_FFFF)
close_handle = _function(_kernel, "CloseHandle", wintypes.BOOL, HANDLE)
process_times = _function(_kernel, "GetProcessTimes", wintypes.BOOL, HANDLE, *[ctypes.POINTER(ctypes.c_uint64)] * 4)
set_mitigation = _function(_kernel, "SetProcessMitigationPolicy", wintypes.BOOL, ctypes.c_int, _ANY, ctypes.c_size_t)
get_mitigation = _function(
    _kernel, "GetProcessMitigationPolicy", wintypes.BOOL, HANDLE, ctypes.c_int, _ANY, ctypes.c_size_t
)
drive_type = _function(_kernel, "GetDriveTypeW", wintypes.UINT, _TEXT, bad=None)
current_process = _function(_kernel, "GetCurrentProcess", HANDLE, bad=None)

_prepare_attributes = _function(
    _kernel, "InitializeProcThreadAttributeList", wintypes.BOOL, _ANY, _WORD, _WORD, ctypes.POINTER(ctypes.c_size_t)
)
update_attribute = _function(
    _kernel, "UpdateProcThreadAttribute", wintypes.BOOL, _ANY, _WORD, ctypes.c_size_t, _ANY, ctypes.c_size_t, _ANY, _ANY
)
delete_attributes = _function(_kernel, "DeleteProcThreadAttributeList", None, _ANY, bad=...)

_OF_A_NEW_PROCESS = (_TEXT, wintypes.LPWSTR, _ANY, _ANY, wintypes.BOOL, _WORD, _ANY, _TEXT, _ANY, _ANY)
create_process = _function(_kernel, "CreateProcessW", wintypes.BOOL, *_OF_A_NEW_PROCESS)
create_process_as = _function(_advapi, "CreateProcessAsUserW", wintypes.BOOL, HANDLE, *_OF_A_NEW_PROCESS)

open_token = _function(_advapi, "OpenProcessToken", wintypes.BOOL, HANDLE, _WORD, ctypes.POINTER(HANDLE))
restrict_token = _function(
    _advapi, "CreateRestrictedToken", wintypes.BOOL,
    HANDLE, _WORD, _WORD, _ANY, _WORD, _ANY, _WORD, _ANY, ctypes.POINTER(HANDLE),
)  # fmt: skip
set_token = _function(_advapi, "SetTokenInformation", wintypes.BOOL, HANDLE, ctypes.c_int, _ANY, _WORD)
query_token = _function(
    _advapi, "GetTokenInformation", wintypes.BOOL, HANDLE, ctypes.c_int, _ANY, _WORD, ctypes.POINTER(_WORD)
)


def attribute_list(places: int) -> ctypes.Array[ctypes.c_char]:
    """An empty list of what a new process gets besides; to be given back with `delete_attributes`. Raises OSError."""
    size = ctypes.c_size_t()
    with contextlib.suppress(OSError):  # that is how it tells the size
        _prepare_attributes(None, places, 0, ctypes.byref(size))
    attributes = ctypes.create_string_buffer(size.value)
    _prepare_attributes(attributes, places, 0, ctypes.byref(size))
    return attributes


def own_token(access: int) -> HANDLE:
    """Of this process; to be closed. Raises OSError."""
    token = HANDLE()
    open_token(current_process(), access, ctypes.byref(token))
    return token
