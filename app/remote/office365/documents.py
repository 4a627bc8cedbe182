"""Documentation of projects in the firm's SharePoint library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import BinaryIO

from app.domain.ports import Progress
from app.domain.remote_files import Grant, RemoteChanges, RemoteFile, UnfinishedUpload


class Office365Documents:
    """Implements `DocumentRemote`. Any thread: several documents may be uploaded side by side (four to six)."""

    kind = "office365"

    def find(self, place: str, path: str) -> RemoteFile | None:
        raise NotImplementedError

    def upload(
        self,
        place: str,
        path: str,
        source: BinaryIO,
        *,
        sha256: str,
        size_bytes: int,
        replaces: str | None,
        unfinished: UnfinishedUpload | None,
        remember: Callable[[UnfinishedUpload | None], None],
        progress: Progress | None = None,
    ) -> RemoteFile:
        raise NotImplementedError

    def download(self, place: str, file: RemoteFile, target: BinaryIO) -> RemoteFile:
        raise NotImplementedError

    def changes(self, place: str, cursor: str | None) -> RemoteChanges:
        raise NotImplementedError

    def grants(self, place: str) -> Sequence[Grant]:
        raise NotImplementedError

    def address(self, place: str) -> str | None:
        raise NotImplementedError
