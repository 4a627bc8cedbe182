"""The person's standard folders, as the system names them: their own names tell nothing about a client."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType


def standard_folders(home: Path) -> Mapping[str, Path]:
    """By `downloads`, `documents`, `desktop`, without links. Of another home than the person's: by their usual names."""
    if home != Path.home():
        found = {name.lower(): home / name for name in ("Downloads", "Documents", "Desktop")}
    else:
        import platformdirs

        found = {
            "downloads": platformdirs.user_downloads_path(),
            "documents": platformdirs.user_documents_path(),
            "desktop": platformdirs.user_desktop_path(),
        }
    return MappingProxyType({name: Path(os.path.realpath(folder)) for name, folder in found.items()})
