"""The application's event log, where IT looks. The installer registers the source; its texts come from EventCreate.exe."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
from ctypes import wintypes
from enum import IntEnum

SOURCE = "Vroom assistant"


class Severity(IntEnum):
    """EVENTLOG_ERROR_TYPE and so on."""

    ERROR = 1
    WARNING = 2
    INFORMATION = 4


def report(severity: Severity, sentence: str) -> bool:
    """Whether it was written. Never raises: what is reported matters more than the report."""
    library = ctypes.WinDLL("advapi32", use_last_error=True)
    register, write, close = library.RegisterEventSourceW, library.ReportEventW, library.DeregisterEventSource
    register.restype = wintypes.HANDLE
    register.argtypes = (wintypes.LPCWSTR, wintypes.LPCWSTR)
    write.argtypes = (
        *(wintypes.HANDLE, wintypes.WORD, wintypes.WORD, wintypes.DWORD, ctypes.c_void_p),
        *(wintypes.WORD, wintypes.DWORD, ctypes.POINTER(wintypes.LPCWSTR), ctypes.c_void_p),
    )
    close.argtypes = (wintypes.HANDLE,)
    source = register(None, SOURCE)
    if not source:
        return False
    try:
        texts = (wintypes.LPCWSTR * 1)(sentence)
        # The numbers 1 to 1000 of EventCreate.exe are the text alone.
        return bool(write(source, severity, 0, int(severity), None, 1, 0, texts, None))
    finally:
        close(source)
