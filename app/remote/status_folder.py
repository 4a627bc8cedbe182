"""The team's records in a plain folder: one document a laptop. Everybody who can open the folder reads them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from app.domain.messages import msg
from app.domain.team_board import BoardChanges, Posted, Reach, Readers, device_or_none
from app.remote.folder import FolderRemote

COLLECTION = "status"
MOST = 64 * 1024  # bytes of a record; what is larger is none, and is not kept in memory
MOST_AT_ONCE = 256 * 1024 * 1024  # bytes of one reading: 80,000 records; the rest is read the next time


class FolderStatusBoard:
    """Implements `StatusBoard`. `is_private`: the folder is in this laptop's own data directory, where no team is."""

    def __init__(self, folder: Path, *, is_private: bool) -> None:
        self._remote = FolderRemote(folder, create=is_private)
        self._collection = folder / COLLECTION
        self._is_private = is_private
        self.place = str(folder)

    def changes(self, known: Mapping[str, str], cursor: str | None) -> BoardChanges:
        """Only what has another size, time or file id than before is read; `cursor` is not needed."""
        posted, there, size = [], set(), 0
        for name in self._remote.names(COLLECTION):
            there.add(name)
            stamp = self._stamp(name)
            if stamp is None or known.get(name) == stamp or size > MOST_AT_ONCE:
                continue
            document = self._read(name, stamp)
            if document is not None:
                posted.append(document)
                size += len(document.content)
        return BoardChanges(posted=tuple(posted), gone=tuple(sorted(known.keys() - there)))

    def own(self, device: str) -> Posted | None:
        stamp = self._stamp(device)
        return None if stamp is None else self._read(device, stamp)

    def post(self, device: str, content: bytes, over: Posted | None) -> Posted:
        self._remote.put(COLLECTION, device, content)
        return Posted(name=device, stamp=self._stamp(device) or "", content=content, device=device)

    def readers(self) -> Readers:
        if self._is_private:
            return Readers(reach=Reach.NOBODY, sentence=msg("team.readers-nobody"))
        return Readers(reach=Reach.FOLDER, sentence=msg("team.readers-folder"))

    def shows_others(self, device: str) -> bool:
        return any(
            not name.startswith(device) and self._remote.get(COLLECTION, name) is not None
            for name in self._remote.names(COLLECTION)
        )

    def _stamp(self, name: str) -> str | None:
        """Taken before the document is read: one that changes meanwhile is read again."""
        try:
            facts = (self._collection / f"{name}.json").stat(follow_symlinks=False)
        except OSError:
            return None  # it is gone again, or cannot be looked at: the next reading sees
        return f"{facts.st_mtime_ns}.{facts.st_size}.{facts.st_ino}"

    def _read(self, name: str, stamp: str) -> Posted | None:
        content = self._remote.get(COLLECTION, name)
        if content is None:
            return None
        kept = content if len(content) <= MOST else b""
        return Posted(name=name, stamp=stamp, content=kept, device=device_or_none(name))
