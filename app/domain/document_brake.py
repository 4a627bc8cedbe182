"""The brake: when so much changes or vanishes at once that it may be ransomware or a wrong folder, a person is asked first."""

from __future__ import annotations

from typing import Final

LEAST: Final = 10  # documents; below it nothing is asked
SHARE_PERCENT: Final = 30  # of what is filed of the project
MOST: Final = 200  # over all projects


def brakes(changed: int, filed: int) -> bool:
    """`changed`: filed documents of one project that changed or vanished since they were filed, and nobody spoke of yet."""
    return changed >= LEAST and changed * 100 >= SHARE_PERCENT * filed


def brakes_all(changed: int) -> bool:
    """The same over all projects."""
    return changed >= MOST
