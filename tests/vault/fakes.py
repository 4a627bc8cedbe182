"""A vault on a temporary folder with keys in memory, and the stock `age` beside it."""

from __future__ import annotations

import random
import subprocess
from dataclasses import dataclass
from pathlib import Path

from app.domain.ports import PlaceInfo, PlaceKind, Sealed
from app.system.credentials import MemoryKeys
from app.vault.vault import Vault

KEY = "agreement.one"
OTHER_KEY = "agreement.two"


def content_of(size: int, seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(size)


@dataclass(frozen=True, slots=True)
class Bench:
    """`vault` with KEY and OTHER_KEY made."""

    root: Path
    keys: MemoryKeys
    vault: Vault

    @property
    def folder(self) -> Path:
        return self.root / "data" / "vault"

    def source(self, content: bytes, name: str = "Salarissen mei.xlsx") -> Path:
        path = self.root / name
        path.write_bytes(content)
        return path

    def seal(self, content: bytes, file_id: str = "copy1", key: str = KEY) -> Sealed:
        return self.vault.seal(self.source(content), file_id, key)

    def identity_file(self, key: str = KEY) -> Path:
        text = self.keys.get(key)
        assert text is not None
        path = self.root / f"{key}.identity"
        path.write_bytes(text + b"\n")
        return path

    def entries(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir()) if self.folder.exists() else []


def make_bench(root: Path, recovery: str | None = None) -> Bench:
    keys = MemoryKeys()
    vault = Vault(root / "data" / "vault", keys, recovery)
    vault.ensure_key(KEY)
    vault.ensure_key(OTHER_KEY)
    return Bench(root, keys, vault)


def age(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["age", *arguments], capture_output=True, timeout=60)


class FakePlaces:
    """Every folder is of one kind."""

    def __init__(self, kind: PlaceKind = PlaceKind.LOCAL, by: str | None = None) -> None:
        self._info = PlaceInfo(kind=kind, synchronised_by=by)

    def of(self, folder: Path) -> PlaceInfo:
        return self._info
