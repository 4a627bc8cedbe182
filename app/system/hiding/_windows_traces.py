"""Traces on Windows: shortcuts among the recent items and entries in Office's own lists are removed; jump lists and the cache
of small pictures are reported.

A jump list is a database of Explorer's for one program: to take one name out would take all of them, also what the person
pinned. The cache of small pictures is held open by Explorer, and names its files by a number.
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import io
import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PureWindowsPath
from typing import Final

import olefile  # type: ignore[import-untyped]  # it has no types

from app.domain.deletion import Residual, ResidualKind
from app.system.hiding._windows_office_lists import ROOT, forget_in_lists
from app.system.hiding.shell_links import MOST_BYTES, link_target
from app.system.hiding.traces import PICTURED, all_gone

_RECENT: Final = ("Microsoft/Windows/Recent", "Microsoft/Office/Recent")
_JUMP_LISTS: Final = (
    "Microsoft/Windows/Recent/AutomaticDestinations/*.automaticDestinations-ms",
    "Microsoft/Windows/Recent/CustomDestinations/*.customDestinations-ms",
)
_THUMBNAILS: Final = "Microsoft/Windows/Explorer/thumbcache_*.db"
_MOST_LIST_BYTES: Final = 64 * 1024 * 1024


class WindowsTraces:
    """Implements `Traces`. `environment`: where Windows says that application data are elsewhere. `office`: the key of the
    person's registry below which Office keeps its lists."""

    def __init__(self, home: Path, environment: Mapping[str, str] = os.environ, office: str = ROOT) -> None:
        own = home == Path.home()
        self._office = office
        self._roaming = Path((own and environment.get("APPDATA")) or home / "AppData" / "Roaming")
        self._local = Path((own and environment.get("LOCALAPPDATA")) or home / "AppData" / "Local")

    def forget(self, path: Path) -> tuple[Residual, ...]:
        left = []
        if not all_gone(self._links_to(path)):
            left.append(Residual(kind=ResidualKind.RECENT_LIST, where="Recent"))
        if not forget_in_lists(path, self._office):
            left.append(Residual(kind=ResidualKind.RECENT_LIST, where="Office"))
        if any(_may_name(jump_list, path) for jump_list in self._jump_lists()):
            left.append(Residual(kind=ResidualKind.RECENT_LIST, where="AutomaticDestinations"))
        if path.suffix.lower() in PICTURED and next(iter(self._local.glob(_THUMBNAILS)), None) is not None:
            left.append(Residual(kind=ResidualKind.THUMBNAIL, where="thumbcache"))
        return tuple(left)

    def _links_to(self, path: Path) -> Iterator[Path]:
        for folder in _RECENT:
            for link in sorted((self._roaming / folder).glob("*.lnk")):
                if _target_of(link) == PureWindowsPath(path):  # compared as Windows does, whatever the case
                    yield link

    def _jump_lists(self) -> Iterator[Path]:
        for pattern in _JUMP_LISTS:
            yield from self._roaming.glob(pattern)


def _target_of(link: Path) -> PureWindowsPath | None:
    try:
        with link.open("rb") as file:
            return link_target(file.read(MOST_BYTES))
    except OSError:
        return None


def _may_name(jump_list: Path, path: Path) -> bool:
    """What cannot be read may name it."""
    wanted = str(path).lower()
    try:
        if jump_list.stat().st_size > _MOST_LIST_BYTES:
            return True
        content = jump_list.read_bytes()
        if content.startswith(olefile.MAGIC):
            with olefile.OleFileIO(io.BytesIO(content)) as opened:
                content = opened.openstream("DestList").read() if opened.exists("DestList") else b""
    except OSError:
        return True
    return any(wanted in content[start:].decode("utf-16-le", "replace").lower() for start in (0, 1))
