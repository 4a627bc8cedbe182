"""The data directory's own record: its id, and where its keys are kept. Holds no secret.

Made in an order that a crash cannot spoil: the record says "being made" until keys and database stand.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from app.domain.causes import cause_of
from app.domain.errors import EnvironmentLacking
from app.domain.messages import msg
from app.domain.ports import KeySource

RECORD = "directory.json"
DATABASE = "store.db"
LEASE_ENDING = ".lease"


class DirectoryRecord(msgspec.Struct, frozen=True):
    """`complete` is False while the directory is being made."""

    id: str
    key_source: KeySource
    complete: bool
    schema: int = 1


@dataclass(frozen=True, slots=True)
class DataDirectory:
    """Where everything of one person lies on this machine."""

    root: Path

    @property
    def record_path(self) -> Path:
        return self.root / RECORD

    @property
    def database(self) -> Path:
        return self.root / DATABASE

    @property
    def key_file(self) -> Path:
        return self.root / "keys.json"

    @property
    def vault(self) -> Path:
        return self.root / "vault"

    @property
    def evidence(self) -> Path:
        return self.root / "evidence"

    @property
    def working(self) -> Path:
        return self.root / "working"

    @property
    def drafts(self) -> Path:
        return self.root / "drafts"

    @property
    def local_remote(self) -> Path:
        return self.root / "office365-local"

    @property
    def tokens(self) -> Path:
        return self.root / "tokens.bin"

    def lease(self, name: str) -> Path:
        return self.root / f"{name}{LEASE_ENDING}"

    def read(self) -> DirectoryRecord | None:
        """The record; None in an empty directory. Raises EnvironmentLacking: unreadable, or a database without a record."""
        try:
            record = msgspec.json.decode(self.record_path.read_bytes(), type=DirectoryRecord)
        except FileNotFoundError:
            if self.database.exists():
                raise EnvironmentLacking(msg("directory.no-record", path=str(self.root))) from None
            return None
        except OSError as error:
            raise EnvironmentLacking(msg("directory.unreadable", path=str(self.root), why=cause_of(error))) from error
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise EnvironmentLacking(msg("directory.damaged", path=str(self.record_path))) from error
        if record.complete and not self.database.exists():
            raise EnvironmentLacking(msg("directory.no-database", path=str(self.root)))
        return record

    def write(self, record: DirectoryRecord, write_atomically: Callable[[Path, bytes], None]) -> None:
        try:
            write_atomically(self.record_path, msgspec.json.encode(record))
        except OSError as error:
            raise EnvironmentLacking(msg("directory.unwritable", path=str(self.root), why=cause_of(error))) from error
