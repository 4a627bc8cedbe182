"""Disk encryption on Windows: what Explorer itself shows of BitLocker, which needs no administrator.

`System.Volume.BitLockerProtection` of the drive, by the Shell's property store: 1 on, 2 off, 3 encrypting, 4 decrypting,
5 suspended, 6 locked. Anything else, or a system without that property, cannot be told.
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
import os
import uuid
from ctypes import wintypes
from pathlib import Path

_ON, _OFF = (1,), (2, 3, 4, 5)  # suspended: the key lies open on the disk
_PROPERTY_STORE = uuid.UUID("886d8eeb-8cf2-4446-8d02-cdba1dbdf99b")
_PROPERTY = "System.Volume.BitLockerProtection"
_GET_VALUE = 5  # IPropertyStore: after IUnknown's three, GetCount and GetAt
_RELEASE = 2
_NUMBERS = (3, 19)  # VT_I4, VT_UI4
_COINIT_MULTITHREADED = 0
_CHANGED_MODE = -2147417850  # RPC_E_CHANGED_MODE: the thread is initialised already, in the other way


class _PropertyKey(ctypes.Structure):
    _fields_ = (("format", ctypes.c_ubyte * 16), ("id", wintypes.DWORD))


class _PropVariant(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_ushort),
        ("reserved", ctypes.c_ushort * 3),
        ("number", ctypes.c_int),
        ("rest", ctypes.c_byte * 12),
    )


class WindowsDisk:
    """Implements `Disk`."""

    def is_encrypted(self, path: Path) -> bool | None:
        root = Path(os.path.realpath(path)).anchor
        if len(root) != 3:
            return None
        state = _bitlocker(root)
        if state in _ON:
            return True
        return False if state in _OFF else None


def _bitlocker(root: str) -> int | None:
    try:
        ole, shell, properties = (ctypes.WinDLL(name) for name in ("ole32", "shell32", "propsys"))
        open_store, key_of = shell.SHGetPropertyStoreFromParsingName, properties.PSGetPropertyKeyFromName
    except (OSError, AttributeError):
        return None
    key = _PropertyKey()
    if key_of(ctypes.c_wchar_p(_PROPERTY), ctypes.byref(key)) != 0:
        return None
    started: int = ole.CoInitializeEx(None, _COINIT_MULTITHREADED)
    if started < 0 and started != _CHANGED_MODE:
        return None
    try:
        store = ctypes.c_void_p()
        wanted = (ctypes.c_ubyte * 16).from_buffer_copy(_PROPERTY_STORE.bytes_le)
        if open_store(ctypes.c_wchar_p(root), None, 0, ctypes.byref(wanted), ctypes.byref(store)) < 0 or not store:
            return None
        return _number_in(store, key)
    finally:
        if started >= 0:
            ole.CoUninitialize()


def _number_in(store: ctypes.c_void_p, key: _PropertyKey) -> int | None:
    """The property's value, read through the interface's table of functions; the store is released."""
    table = ctypes.cast(store, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
    asked = ctypes.WINFUNCTYPE(ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
    get_value = asked(table[_GET_VALUE] or 0)
    release = ctypes.WINFUNCTYPE(ctypes.c_ulong, ctypes.c_void_p)(table[_RELEASE] or 0)
    try:
        value = _PropVariant()
        if get_value(store, ctypes.byref(key), ctypes.byref(value)) != 0 or value.type not in _NUMBERS:
            return None
        return int(value.number)
    finally:
        release(store)
