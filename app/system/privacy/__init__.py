"""The private data directory and the private process: what others on the same machine may not look into.

An administrator gets past all of it; that is said in SECURITY.md.
"""

from __future__ import annotations

import sys
from pathlib import Path

from app.domain.errors import EnvironmentLacking


class NotPrivate(EnvironmentLacking):
    """Others can get at the data directory, or it is not the person's own. Nothing in it was opened."""


def make_private_folder(folder: Path) -> None:
    """Make `folder` (and what is missing above it) for the owner alone: 0700, or a protected access list for owner and
    system. One that exists is checked, not changed. Raises NotPrivate, OSError."""
    if sys.platform == "win32":
        from app.system.privacy._windows import make_folder
    else:
        from app.system.privacy._linux import make_folder
    make_folder(folder)


def close_to_others(folder: Path) -> None:
    """Make `folder`, which is there and empty, the owner's alone. Raises OSError."""
    if sys.platform == "win32":
        from app.system.privacy._windows import close_folder
    else:
        from app.system.privacy._linux import close_folder
    close_folder(folder)


def check_private_folder(folder: Path) -> None:
    """See that nobody else can look into `folder`: at every start. Raises NotPrivate with how to mend it, OSError."""
    if sys.platform == "win32":
        from app.system.privacy._windows import check_folder
    else:
        from app.system.privacy._linux import check_folder
    check_folder(folder)


def user_id() -> str:
    """Who runs this process, as the system writes it: the user number, or the SID. Raises OSError."""
    if sys.platform == "win32":
        from app.system.privacy._windows import user_sid as own_id
    else:
        from app.system.privacy._linux import own_id
    return own_id()


def harden_process() -> tuple[str, ...]:
    """Keep keys and plain text in this process out of dumps and away from debuggers of the same user.

    Returns what the system refused, in words for the log; empty when all of it holds.
    """
    if sys.platform == "win32":
        from app.system.privacy._windows import harden
    else:
        from app.system.privacy._linux import harden
    return harden()
