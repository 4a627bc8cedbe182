"""A document on its way into the library, and what stands where it should go."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO, Final

from app.domain.messages import msg
from app.domain.remote_errors import RemoteConflict, SourceChanged
from app.remote.office365.items import DriveItem, joined

# What SharePoint writes its own properties into after it came in: size and digest are no longer those that were sent.
# Source: https://github.com/OneDrive/onedrive-api-docs/issues/935
REWRITTEN: Final = frozenset(
    {
        ".docx",
        ".docm",
        ".dotx",
        ".dotm",
        ".xlsx",
        ".xlsm",
        ".xltx",
        ".xltm",
        ".xlsb",
        ".pptx",
        ".pptm",
        ".potx",
        ".potm",
    }
    | {".ppsx", ".ppsm", ".vsdx", ".vsdm", ".one", ".pdf", ".html", ".htm", ".aspx", ".mhtml", ".mht"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What is to be stored at `below` in `place`. `replaces`: the version that stands there; None: nothing may."""

    place: str
    below: str
    source: BinaryIO
    sha256: str
    size_bytes: int
    replaces: str | None

    @property
    def path(self) -> str:
        """Below the root of the library."""
        return joined(self.place, self.below)

    @property
    def conflict_behaviour(self) -> str:
        return "fail" if self.replaces is None else "replace"

    @property
    def is_rewritten(self) -> bool:
        return PurePosixPath(self.below).suffix.lower() in REWRITTEN

    def whole(self) -> bytes:
        """All of it. Raises SourceChanged when it is no longer what was asked to be stored."""
        self.source.seek(0)
        content = self.source.read(self.size_bytes + 1)
        if len(content) != self.size_bytes or hashlib.sha256(content).hexdigest() != self.sha256:
            raise SourceChanged(msg("graph.source-changed"))
        return content

    def conflict(self, standing: DriveItem | None) -> RemoteConflict:
        is_file = standing is not None and standing.is_file
        return RemoteConflict(msg("graph.conflict"), standing.as_file(self.below) if standing and is_file else None)
