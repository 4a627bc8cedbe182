"""The rights the worker is started with: no privileges, no administrator, low integrity, so that it can write nearly
nowhere. Source: learn.microsoft.com, "Restricted Tokens" and "Mandatory Integrity Control"."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
from ctypes import wintypes

from app.detect.process._windows_calls import (
    HANDLE,
    close_handle,
    own_token,
    query_token,
    restrict_token,
    set_token,
)

LOW_INTEGRITY = 0x1000
_DUPLICATE, _QUERY, _ADJUST_DEFAULT, _ASSIGN_PRIMARY = 0x2, 0x8, 0x80, 0x1
_NO_PRIVILEGES, _NO_ADMINISTRATOR = 0x1, 0x4  # DISABLE_MAX_PRIVILEGE, LUA_TOKEN
_PRIVILEGES, _INTEGRITY = 3, 25
_IS_INTEGRITY = 0x20
_MANDATORY_AUTHORITY = bytes((0, 0, 0, 0, 0, 16))
_SEEN_BY_EVERYBODY = 1  # SeChangeNotifyPrivilege, to pass through folders, is what DISABLE_MAX_PRIVILEGE leaves


class _Sid(ctypes.Structure):
    """A SID with one number behind its authority, as integrity levels are."""

    _fields_ = (
        ("revision", ctypes.c_ubyte),
        ("count", ctypes.c_ubyte),
        ("authority", ctypes.c_ubyte * 6),
        ("level", wintypes.DWORD),
    )


class _SidAndAttributes(ctypes.Structure):
    _fields_ = (("sid", ctypes.c_void_p), ("attributes", wintypes.DWORD))


def restricted_token() -> HANDLE:
    """To start a process with, as the same person; to be closed. Raises OSError."""
    own = own_token(_DUPLICATE | _QUERY | _ADJUST_DEFAULT | _ASSIGN_PRIMARY)
    restricted = HANDLE()
    try:
        restrict_token(own, _NO_PRIVILEGES | _NO_ADMINISTRATOR, 0, None, 0, None, 0, None, ctypes.byref(restricted))
    finally:
        close_handle(own)
    try:
        _lower(restricted)
    except OSError:
        close_handle(restricted)
        raise
    return restricted


def _lower(token: HANDLE) -> None:
    sid = _Sid(1, 1, (ctypes.c_ubyte * 6)(*_MANDATORY_AUTHORITY), LOW_INTEGRITY)
    label = _SidAndAttributes(ctypes.addressof(sid), _IS_INTEGRITY)
    set_token(token, _INTEGRITY, ctypes.byref(label), ctypes.sizeof(label) + ctypes.sizeof(sid))


def own_integrity() -> int:
    """The level of this process. Raises OSError where the system cannot tell."""
    content = _own(_INTEGRITY)
    label = _SidAndAttributes.from_buffer(content)
    count = ctypes.c_ubyte.from_address(label.sid + 1).value
    return wintypes.DWORD.from_address(label.sid + 8 + 4 * (count - 1)).value


def own_privileges() -> int:
    """How many this process has. Raises OSError where the system cannot tell."""
    return wintypes.DWORD.from_buffer(_own(_PRIVILEGES)).value


def _own(what: int) -> ctypes.Array[ctypes.c_char]:
    token = own_token(_QUERY)
    try:
        content = ctypes.create_string_buffer(4_096)
        query_token(token, what, content, len(content), ctypes.byref(wintypes.DWORD()))
        return content
    finally:
        close_handle(token)
