"""Traces on Linux: GTK's list of recent documents, KDE's, and the thumbnails of both.

Sources: Desktop Bookmark specification (recently-used.xbel), Thumbnail Managing Standard: the MD5 of the file's URI.
"""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import hashlib
import html
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote_to_bytes

from app.domain.deletion import Residual, ResidualKind
from app.system.files import write_atomically
from app.system.hiding.traces import all_gone

THUMBNAIL_FOLDERS: Final = ("normal", "large", "x-large", "xx-large", "fail/*")
_MOST_BYTES: Final = 32 * 1024 * 1024
_BOOKMARK: Final = re.compile(
    rb"[ \t]*<bookmark\b[^>]*?\bhref=(\"[^\"]*\"|'[^']*')[^>]*?(?:/>|>.*?</bookmark>)\s*?\n?", re.DOTALL
)
_URL: Final = re.compile(rb"^URL(?:\[\$e\])?=(.+)$", re.MULTILINE)
# What GLib and Qt leave as it is in the path of a URI; the name of a thumbnail follows from it to the letter.
_GLIB, _QT = "!$&'()*+,-./:=@_~", "!$&'()*+,-./:;=@_~"


class LinuxTraces:
    """Implements `Traces`. `environment`: where the desktop says that it keeps data and caches elsewhere."""

    def __init__(self, home: Path, environment: Mapping[str, str] = os.environ) -> None:
        own = home == Path.home()
        self._data = Path((own and environment.get("XDG_DATA_HOME")) or home / ".local" / "share")
        self._cache = Path((own and environment.get("XDG_CACHE_HOME")) or home / ".cache")

    def forget(self, path: Path) -> tuple[Residual, ...]:
        left = []
        if not (self._forget_in_list(path) and self._forget_of_kde(path)):
            left.append(Residual(kind=ResidualKind.RECENT_LIST, where="recently-used"))
        if not all_gone(self._thumbnails(path)):
            left.append(Residual(kind=ResidualKind.THUMBNAIL, where="thumbnails"))
        return tuple(left)

    def _forget_in_list(self, path: Path) -> bool:
        """Whether the list does not name it afterwards. The list is edited as text, so that all else stays as it was."""
        listed = self._data / "recently-used.xbel"
        try:
            if listed.is_symlink() or listed.stat().st_size > _MOST_BYTES:
                return False
            before = listed.read_bytes()
            after = _BOOKMARK.sub(lambda found: b"" if _names(found[1], path) else found[0], before)
            if after != before:
                write_atomically(listed, after)
        except FileNotFoundError:
            return True
        except OSError:
            return False
        return True

    def _forget_of_kde(self, path: Path) -> bool:
        try:
            entries = sorted((self._data / "RecentDocuments").glob("*.desktop"))
            named = [entry for entry in entries if _is_link_to(entry, path)]
        except OSError:
            return False
        return all_gone(named)

    def _thumbnails(self, path: Path) -> Iterator[Path]:
        for name in thumbnail_names(path):
            for folder in THUMBNAIL_FOLDERS:
                yield from (self._cache / "thumbnails").glob(f"{folder}/{name}")


def thumbnail_names(path: Path) -> tuple[str, ...]:
    """How the thumbnail of the file at `path` may be named: programs write some signs in a URI one way or the other."""
    uris = dict.fromkeys("file://" + quote(os.fsencode(path), safe=safe) for safe in (_GLIB, _QT))
    return tuple(hashlib.md5(uri.encode(), usedforsecurity=False).hexdigest() + ".png" for uri in uris)


def _names(quoted: bytes, path: Path) -> bool:
    """Whether the address in an attribute, with its quotation marks, is that of `path`."""
    address = html.unescape(quoted[1:-1].decode("utf-8", "replace"))
    return address.startswith("file://") and _path_in(address.encode()) == os.fsencode(path)


def _path_in(address: bytes) -> bytes:
    return unquote_to_bytes(address.removeprefix(b"file://").removeprefix(b"localhost"))


def _is_link_to(entry: Path, path: Path) -> bool:
    if entry.is_symlink() or entry.stat().st_size > _MOST_BYTES:
        return False
    found = _URL.search(entry.read_bytes())
    if found is None:
        return False
    # KDE writes `file:$HOME/…` with an [$e], which means that it is to be filled in.
    address = found[1].strip().replace(b"$HOME", os.fsencode(Path.home()))
    local = address.removeprefix(b"file:") if address.startswith(b"file:/") else b""
    return unquote_to_bytes(local.removeprefix(b"//")) == os.fsencode(path)
