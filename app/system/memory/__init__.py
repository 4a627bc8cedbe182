"""How much of the machine's memory this process holds on to: as little as it uses. It stands there all day."""

from __future__ import annotations

import sys


def be_frugal() -> bool:
    """Called once, before threads begin: freed memory goes back to the system at once. False where that cannot be asked."""
    if sys.platform == "win32":
        return True  # the heap of Windows does so by itself
    from app.system.memory._linux import be_frugal as ask

    return ask()


def give_back() -> bool:
    """Return what is not used just now: freed memory, and pages of programs that were needed at the start only. What is
    needed again comes back by itself. Milliseconds; any thread. Whether the system took it."""
    if sys.platform == "win32":
        from app.system.memory._windows import give_back as give
    else:
        from app.system.memory._linux import give_back as give
    return give()
