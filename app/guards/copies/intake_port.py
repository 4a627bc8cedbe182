"""What the copies guard needs of the actions that take in what it saw."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Protocol

from app.domain.folder import WatchedFolder
from app.domain.identity import FileFacts
from app.domain.intake import Judged
from app.domain.messages import Message
from app.domain.ports import DetectionContext
from app.domain.rules import RuleState


class Intake(Protocol):
    """Called from the guard's thread alone. Every method is one transaction and may raise EnvironmentLacking; a call
    that is repeated after such an error does no harm."""

    def folders(self) -> tuple[WatchedFolder, ...]: ...

    def context(self) -> tuple[DetectionContext, int]:
        """The register the detector judges with, and its revision: another number when a verdict could differ."""
        ...

    def secret(self) -> bytes:
        """The store's key (16 to 64 bytes) for the fingerprints of files that were looked at."""
        ...

    def seen(self, folder_id: str) -> set[bytes]:
        """Fingerprints (16 bytes) of the files of this folder that need no second look."""
        ...

    def remember(self, folder_id: str, add: Collection[bytes], forget: Collection[bytes]) -> None: ...

    def judged(self, folder_id: str, batch: Sequence[Judged]) -> int:
        """Take in verdicts; the number of findings opened. What is registered at that path or identity is recognised."""
        ...

    def moved(self, old: Path, new: Path, facts: FileFacts) -> None:
        """The file got another name while the guard watched: renews the registration of findings and copies."""
        ...

    def saved(self, path: Path, facts: FileFacts) -> None:
        """The file at `path` was written or replaced while the guard watched: renews what is registered at that path."""
        ...

    def vanished(self, path: Path) -> None:
        """Nothing is left at `path` and no move was seen. On Windows it can be a folder with all that was in it."""
        ...

    def is_registered(self, facts: FileFacts) -> bool:
        """Whether this is the file of an open finding or of a copy in place."""
        ...

    def looked(self, folder_id: str) -> None:
        """A complete walk of the folder ended just now."""
        ...

    def folder_state(self, folder_id: str, state: RuleState, sentence: Message) -> None: ...

    def place(self, folder: WatchedFolder) -> None:
        """A folder that is a client place: one finding for the whole place, which is never walked. Told once a run."""
        ...

    def drive_appeared(self, mount_point: Path) -> None:
        """A removable drive is there: offered to the person, not scanned. Told once for each time it appears."""
        ...
