"""Where further copies of a document hide: trash, temporary folders of programs, autosaves, opened attachments."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.system.hiding.surroundings import LocalSurroundings


class HidingKind(StrEnum):
    TRASH = "trash"
    ARCHIVE_TEMP = "archive-temp"
    BROWSER_TEMP = "browser-temp"
    BROWSER_PARTIAL = "browser-partial"  # downloads that were broken off; of the folder nothing else is looked at
    AUTOSAVE = "autosave"
    MAIL_ATTACHMENTS = "mail-attachments"
    TEMP = "temp"  # the temporary folder itself: its files, not what lies below


@dataclass(frozen=True, slots=True, kw_only=True)
class HidingPlace:
    """`levels`: how deep to look (1: the files in it alone); None: all of it. `partials_only`: unfinished downloads alone."""

    kind: HidingKind
    folder: Path
    levels: int | None = None
    partials_only: bool = False


def local_surroundings(home: Path | None = None) -> LocalSurroundings:
    """What lies around the person's documents. `home`: whose home (by default the one who works here)."""
    from app.system.files import local_files
    from app.system.hiding.surroundings import LocalSurroundings

    return LocalSurroundings(home or Path.home(), local_files())


def hiding_places(home: Path | None = None) -> Iterator[HidingPlace]:
    """The places that exist now, as real paths. With another's `home`, as the demo has one, those inside it alone: the
    temporary folder and the trashes of other drives belong to the person who works here."""
    if sys.platform == "win32":
        from app.system.hiding._windows import in_home, outside_home
    else:
        from app.system.hiding._linux import in_home, outside_home
    here = Path(os.path.realpath(home or Path.home()))
    yield from in_home(here)
    yield from _downloads(home or Path.home())
    if here == Path(os.path.realpath(Path.home())):
        yield from outside_home()


def _downloads(home: Path) -> Iterator[HidingPlace]:
    """Where browsers leave what they broke off, watched or not."""
    from app.system.places.standard import standard_folders

    downloads = standard_folders(home)["downloads"]
    if is_real_folder(downloads):
        yield HidingPlace(kind=HidingKind.BROWSER_PARTIAL, folder=downloads, levels=1, partials_only=True)


def existing(patterns: tuple[tuple[HidingKind, str], ...], base: Path) -> Iterator[HidingPlace]:
    """The real folders below `base` that fit; links and what cannot be listed are left out."""
    for kind, pattern in patterns:
        try:
            found = sorted(base.glob(pattern))
        except OSError:
            continue
        for folder in found:
            if is_real_folder(folder):
                yield HidingPlace(kind=kind, folder=folder)


def is_real_folder(path: Path) -> bool:
    try:
        return path.is_dir() and not path.is_symlink()
    except OSError:
        return False
