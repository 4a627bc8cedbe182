"""What the installer asks of the program: `vroom-assistant.exe --install-step STEP ...`, run by Windows Installer as SYSTEM.

No person sees a window or a console there: what happened stands in the Windows event log, and the exit code says whether the
installer may go on. Nothing here opens a store; what people owe is read from the note that each tray keeps (`owed.py`).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from app.system.installation.owed import PastRemoval

STEP_FLAG = "--install-step"


def past_removals() -> tuple[PastRemoval, ...]:
    """Removals that IT ordered while somebody owed a deletion, the earliest first: for the journal of who is still here."""
    if sys.platform == "win32":
        from app.system.installation._windows_records import removals

        return removals()
    else:  # noqa: RET505  # so that the type checker knows the platform
        return ()


def main(arguments: Sequence[str]) -> int:
    """Exit codes: 0 go on, 1 the installer must stop, 2 unknown step, 3 not on this system."""
    if sys.platform == "win32":
        from app.system.installation._windows_steps import run

        return run(arguments)
    else:  # noqa: RET505  # so that the type checker knows the platform
        return 3
