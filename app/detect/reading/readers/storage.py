"""Storages of a compound file: folders with streams, as old Office documents have them. Source: MS-CFB."""

from __future__ import annotations

from typing import Any


class Storage:
    """One storage. Names are in small letters: the format finds them in any case."""

    def __init__(self, container: Any) -> None:  # Any: olefile.OleFileIO, which is not typed
        self._container = container
        self._streams: dict[str, list[str]] = {}
        self.storages: dict[str, Storage] = {}

    @property
    def streams(self) -> list[str]:
        return list(self._streams)

    def __contains__(self, name: str) -> bool:
        return name in self._streams

    def stream(self, name: str) -> bytes:
        """Empty when there is none. Raises OSError when its chain of sectors is broken."""
        path = self._streams.get(name)
        if path is None:
            return b""
        with self._container.openstream(path) as stream:
            content: bytes = stream.read()
        return content

    def size_bytes(self, name: str) -> int:
        return int(self._container.get_size(self._streams[name]))

    def add(self, path: list[str], depth: int = 0) -> None:
        name = path[depth].lower()
        if depth == len(path) - 1:
            self._streams[name] = path
        else:
            self.storages.setdefault(name, Storage(self._container)).add(path, depth + 1)


def root_of(container: Any) -> Storage:  # Any: as above
    root = Storage(container)
    for path in container.listdir(streams=True, storages=False):
        root.add(path)
    return root
