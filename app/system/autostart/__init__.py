"""Whether the tray starts with the person's session, and how that is switched on and off.

IT's installer does it for everybody; a person can do it for themselves, and switch off what is for everybody.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

NAME: Final = "Vroom assistant"
IN_TRAY: Final = "--in-tray"


class AutostartState(StrEnum):
    FOR_ALL = "for-all"  # IT's installer put it there
    OWN = "own"
    SWITCHED_OFF = "switched-off"  # it is there, but the system was told not to start it
    OTHER_PROGRAM = "other-program"  # it starts a program that is not there
    ABSENT = "absent"


class Autostart(Protocol):
    def state(self) -> AutostartState | None:
        """None: cannot tell."""
        ...

    def switch(self, on: bool) -> None:
        """For this person alone. Raises OSError."""
        ...


def own_command() -> tuple[str, ...] | None:
    """How the tray of this program is started; None from a checkout, which nobody has installed."""
    program = Path(sys.executable)
    tray = program.with_name("vroom-assistant-tray.exe" if sys.platform == "win32" else "vroom-assistant")
    if getattr(sys, "frozen", False):
        return (str(tray if tray.is_file() else program), IN_TRAY)
    installed = Path(sys.argv[0])
    if sys.platform != "win32" and installed.name == "vroom-assistant" and installed.is_absolute():
        return (str(installed), IN_TRAY)
    return None


def local_autostart(home: Path | None = None, command: Sequence[str] | None = None) -> Autostart:
    """`home`: whose session (by default that of the one who works here). `command`: by default this program's own."""
    whose = home or Path.home()
    if sys.platform == "win32":
        from app.system.autostart._windows import WindowsAutostart

        # The registry is that of the one who works here.
        name = NAME if whose == Path.home() else f"{NAME} ({whose.name})"
        return WindowsAutostart(command or own_command(), name)
    else:  # noqa: RET505  # the type checker skips this branch for Windows
        from app.system.autostart._linux import LinuxAutostart

        return LinuxAutostart(whose, command or own_command())
