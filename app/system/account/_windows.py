"""The account on Windows: display name and user principal name, which a machine in a domain or in Entra knows."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
from ctypes import wintypes

_DISPLAY = 3
_PRINCIPAL = 8


def name_and_mail() -> tuple[str, str]:
    return _asked(_DISPLAY), _asked(_PRINCIPAL)


def _asked(form: int) -> str:
    """Empty where the account has no name of that form: one of the machine alone has none at all."""
    try:
        call = ctypes.WinDLL("secur32").GetUserNameExW
    except (OSError, AttributeError):
        return ""
    buffer = ctypes.create_unicode_buffer(512)
    size = wintypes.ULONG(len(buffer))
    return buffer.value if call(form, buffer, ctypes.byref(size)) & 0xFF else ""
