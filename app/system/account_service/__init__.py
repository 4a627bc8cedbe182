"""Whether Windows' own account service (the broker that keeps work accounts) can be used from this program."""

from __future__ import annotations

import sys


def account_service_is_there() -> bool:
    """Windows 10 and later have it. False also where its library does not load, as in Wine."""
    if sys.platform != "win32":
        return False
    else:  # noqa: RET505  # so that the type checker knows the platform
        try:
            import pymsalruntime  # type: ignore[import-not-found,import-untyped,unused-ignore]  # Windows alone, no types
        except (ImportError, OSError, RuntimeError):
            return False
        return pymsalruntime is not None
