"""The layer above the system's: Python code that a document misleads is stopped before it asks the system at all."""

from __future__ import annotations

import os
import sys

from app.detect.process.measures import Force, in_force

# Beginnings of the names of audit events. Source: docs.python.org/3/library/audit_events.html
_FORBIDDEN = (
    *("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.fork", "os.startfile"),
    *("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.utime"),
    *("os.chmod", "os.chown", "os.chflags", "os.setxattr", "os.removexattr", "os.lockf", "os.kill", "os.killpg"),
    *("shutil.", "tempfile.", "signal.pthread_kill", "winreg.CreateKey", "winreg.SetValue", "winreg.Delete"),
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class ForbiddenError(PermissionError):
    """A library tried what no document may make it do. An OSError, for libraries are ready for those: Python's own
    `platform.system()` tries to run `cmd /c ver` on Windows and goes on without it."""


def forbid_side_effects() -> Force:
    """From now on, until the process ends. It stops Python code; native code is held by the system."""
    sys.addaudithook(_refuse)
    try:
        os.close(os.open(os.devnull, os.O_WRONLY))
    except ForbiddenError:
        return in_force(True)
    except OSError:
        pass
    return in_force(False)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        mode, flags = arguments[1], arguments[2]
        writes = isinstance(flags, int) and bool(flags & _WRITING)
        if writes or (isinstance(mode, str) and bool(set(mode) & set("wax+"))):
            raise ForbiddenError(event)
    elif event.startswith(_FORBIDDEN):
        raise ForbiddenError(event)
