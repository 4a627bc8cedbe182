"""Whether the installed files are those that were built: a full disk or an eager virus scanner leaves some short, or none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

LISTED = "program/contents.sha256"  # lines as sha256sum writes them; written by the build, when all is signed


def list_contents(folder: Path) -> Path:
    """Write the list of what is in `folder`."""
    target = folder / LISTED
    names = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    lines = [f"{_digest(folder / name)}  {name}\n" for name in names if name != LISTED]
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
    return target


def not_whole(folder: Path) -> list[str]:
    """What of the list is missing, short or different, as it is named there. Raises OSError when there is no list."""
    return [name for digest, name in _listed(folder) if _found(folder / name) != digest]


def _listed(folder: Path) -> Iterator[tuple[str, str]]:
    for line in (folder / LISTED).read_text(encoding="utf-8").splitlines():
        digest, _, name = line.partition("  ")
        yield digest, name


def _found(file: Path) -> str | None:
    try:
        return _digest(file)
    except OSError:
        return None


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
