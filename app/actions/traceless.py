"""Files whose removal takes along what the desktop keeps of them: names among recent documents, thumbnails. Source: VR-P4."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.domain.deletion import Erased, EraseResult
from app.domain.finding import Origin
from app.domain.identity import FileFacts, FileIdentity
from app.domain.ports import Files, Traces


class TracelessFiles:
    """Implements `Files`. For removals of which nobody draws up what stays behind; those do it themselves."""

    def __init__(self, files: Files, traces: Traces) -> None:
        self._files = files
        self._traces = traces

    def facts(self, path: Path) -> FileFacts | None:
        return self._files.facts(path)

    def is_cloud_only(self, path: Path) -> bool:
        return self._files.is_cloud_only(path)

    def erase(self, path: Path, identity: FileIdentity) -> Erased:
        erased = self._files.erase(path, identity)
        if erased.result is EraseResult.GONE:
            self._traces.forget(path)
        return erased

    def origin(self, path: Path) -> Origin | None:
        return self._files.origin(path)

    def holders(self, path: Path) -> Sequence[str] | None:
        return self._files.holders(path)
