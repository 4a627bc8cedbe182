"""Folders that must not become a root: too wide, the system's, or our own."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from app.domain.messages import Message, msg


def forbidden(folder: Path, data_dir: Path, home: Path, system: Sequence[Path]) -> Message | None:
    real, own, house = (Path(os.path.realpath(path)) for path in (folder, data_dir, home))
    shown = str(folder)
    if real == Path(real.anchor):
        return msg("places.root-disk", folder=shown)
    if _is_or_holds(real, house):
        return msg("places.root-home", folder=shown)
    if _is_or_holds(real, own) or real.is_relative_to(own):
        return msg("places.root-own-data", folder=shown)
    # What lies inside the home is the person's, wherever the home is.
    if not real.is_relative_to(house) and any(_is_or_holds(real, s) or real.is_relative_to(s) for s in system):
        return msg("places.root-system", folder=shown)
    return None


def _is_or_holds(folder: Path, inner: Path) -> bool:
    """Whether `inner` is `folder` or lies in it, also by another name (a bind mount, other case)."""
    if inner.is_relative_to(folder):
        return True
    try:
        found = folder.stat()
        return any(os.path.samestat(found, level.stat()) for level in (inner, *inner.parents) if level.exists())
    except OSError:  # it does not exist (yet), or is closed to us: then its name decides
        return False
