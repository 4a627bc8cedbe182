"""Walks the documentation folders of a project: what stands there now, cheaply, without opening a file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.actions.documents.reading import shape_of
from app.domain.document_names import is_filed_kind
from app.domain.file_names import is_passing
from app.domain.folder import is_private
from app.system.watch import FileProbe


@dataclass(frozen=True, slots=True)
class Met:
    """A file that stands in a documentation folder. `remote_path`: where it belongs below the project's place."""

    path: str
    remote_path: str
    shape: str
    size_bytes: int


@dataclass(slots=True)
class Walked:
    """`files` by path. `closed`: folders that could not be listed, with all below them: nobody knows what stands there.
    `missing`: documentation folders that are not there (a drive that is not connected, perhaps)."""

    files: dict[str, Met] = field(default_factory=dict)
    closed: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def knows_of(self, path: str) -> bool:
        """Whether a file that was not met there is gone."""
        return not any(path.startswith(folder.rstrip(os.sep) + os.sep) for folder in (*self.closed, *self.missing))


def walk(folders: Mapping[str, str], probe: FileProbe, skip: Iterable[str], closed: str | None = None) -> Walked:
    """`folders`: by path the name below the place. `skip`: files that are no documents (versions kept beside them). Links
    are never followed; a folder called Privé is the person's own. `closed`: a folder never looked into (the remote itself)."""
    walked, skipped = Walked(), frozenset(skip)
    inner = frozenset((*folders, closed))
    for folder, name in folders.items():
        if not os.path.isdir(folder) or os.path.islink(folder):  # noqa: PTH112, PTH114  # Path's raise
            walked.missing.append(folder)
            continue
        for met in _below(folder, f"{name}/", inner, probe, walked):
            if met.path not in skipped and not is_private(folder, met.path):
                walked.files[met.path] = met
    return walked


def _below(folder: str, prefix: str, inner: frozenset[str | None], probe: FileProbe, walked: Walked) -> Iterator[Met]:
    pending = [(folder, prefix)]
    while pending:
        at, before = pending.pop()
        try:
            with os.scandir(at) as listing:
                entries = list(listing)
        except FileNotFoundError:
            continue  # it went meanwhile; what stood in it is gone
        except OSError:
            walked.closed.append(at)
            continue
        for entry in entries:
            look = _look(entry)
            if look is None or probe.is_link(look) or not is_filed_kind(entry.name):
                continue
            if stat.S_ISDIR(look.st_mode):
                if entry.path not in inner:  # a folder of documentation within another has a name of its own
                    pending.append((entry.path, f"{before}{entry.name}/"))
            elif not stat.S_ISREG(look.st_mode):
                continue
            elif not is_passing(entry.name):
                yield Met(entry.path, before + entry.name, shape_of(probe, look), look.st_size)


def _look(entry: os.DirEntry[str]) -> os.stat_result | None:
    try:
        return entry.stat(follow_symlinks=False)
    except OSError:
        return None
