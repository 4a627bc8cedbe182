"""Erase, proven: with the whole history of the data directory, and the keys as they are after the erase, nothing opens.

Keys are read at every step too, to show that the test could open the files while the key was there."""

from __future__ import annotations

import itertools
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest

from app.domain.errors import EnvironmentLacking
from app.domain.ports import Keys
from app.system.credentials import MemoryKeys, key_file_keys
from app.vault.plain import BLOCK_BYTES
from app.vault.vault import Vault
from tests.vault.fakes import content_of

AGREEMENT, WAITING, LATER = "agreement.one", "waiting.two", "agreement.three"
CONTENTS = {"copy1": content_of(BLOCK_BYTES + 1, 1), "copy2": b"123456782" * 200, "later": b"another client's" * 99}


class History:
    """Every state the data directory was in, kept as a whole."""

    def __init__(self, data: Path, kept: Path) -> None:
        self._data, self._kept = data, kept
        self._numbers = itertools.count()

    def record(self) -> None:
        if self._data.exists():
            shutil.copytree(self._data, self._kept / str(next(self._numbers)), symlinks=True)

    def sealed_files(self) -> list[Path]:
        return sorted(path for path in self._kept.rglob("*") if path.is_file() and ".age" in path.name)

    def all_bytes(self) -> bytes:
        return b"".join(path.read_bytes() for path in sorted(self._kept.rglob("*")) if path.is_file())


def live_through(root: Path, vault: Vault, history: History) -> None:
    """Two copies under one agreement, one of them changed and one moved from waiting, one copy of somebody else; then the
    agreement's erase: keys first, then the files."""
    step: Callable[[], None] = history.record
    for name in (AGREEMENT, WAITING, LATER):
        vault.ensure_key(name)
    step()
    for file_id, key in (("copy1", AGREEMENT), ("copy2", WAITING), ("later", LATER)):
        source = root / "source"
        source.write_bytes(CONTENTS[file_id])
        # Each block written is a moment somebody could copy the part that is being made.
        vault.seal(source, file_id, key, lambda _done, _total: step())
        source.unlink()
        step()
    sealed = vault.rekey("copy2", "copy3", WAITING, AGREEMENT)
    step()
    vault.destroy_key(WAITING)
    vault.discard("copy2")
    step()
    vault.open("copy3", AGREEMENT, root / "out", sealed.sha256)
    vault.seal(root / "out", "copy4", AGREEMENT)
    (root / "out").unlink()
    step()
    vault.destroy_key(AGREEMENT)
    step()
    for file_id in ("copy1", "copy3", "copy4"):
        vault.discard(file_id)
        step()


def opened_by(keys: Keys, file: Path) -> bytes | None:
    """The content, by any key that is left, with another implementation than ours."""
    for name in (AGREEMENT, WAITING, LATER, "evidence"):
        text = keys.get(name)
        if text is None:
            continue
        try:
            return bytes(pyrage.decrypt(file.read_bytes(), [pyrage.x25519.Identity.from_str(text.decode())]))
        except (pyrage.DecryptError, ValueError, OSError, EOFError):
            continue
    return None


def is_under(file: Path, copies: tuple[str, ...]) -> bool:
    return file.name.startswith(copies)


def test_nothing_of_the_whole_history_opens_with_the_keys_after_the_erase(tmp_path: Path) -> None:
    """VR-P4"""
    keys = MemoryKeys()
    history = History(tmp_path / "data", tmp_path / "kept")
    live_through(tmp_path, Vault(tmp_path / "data" / "vault", keys, None), history)
    erased = [file for file in history.sealed_files() if is_under(file, ("copy1", "copy2", "copy3", "copy4"))]
    others = [file for file in history.sealed_files() if is_under(file, ("later.age",)) and file.suffix == ".age"]
    assert len({file.name for file in erased}) >= 5
    assert [file for file in erased if opened_by(keys, file) is not None] == []
    assert {opened_by(keys, file) for file in others} == {CONTENTS["later"]}
    assert b"AGE-SECRET-KEY" not in history.all_bytes()
    for content in CONTENTS.values():
        assert content[:64] not in history.all_bytes()


def test_the_same_history_opens_while_the_key_is_there(tmp_path: Path) -> None:
    """What the test above would find, if the key were not destroyed."""
    kept = MemoryKeys()

    class Copied(MemoryKeys):
        def create(self, name: str, make: Callable[[], bytes]) -> bytes:
            secret = super().create(name, make)
            kept.put(name, secret)
            return secret

    history = History(tmp_path / "data", tmp_path / "kept")
    live_through(tmp_path, Vault(tmp_path / "data" / "vault", Copied(), None), history)
    whole = [file for file in history.sealed_files() if file.suffix == ".age"]
    assert {opened_by(kept, file) for file in whole} == set(CONTENTS.values())


@pytest.mark.skipif(sys.platform == "win32", reason="a key file is never used on Windows")
def test_a_key_file_as_it_is_after_the_erase_opens_nothing_but_its_past_does(tmp_path: Path) -> None:
    """Why a key file shows attention and no cryptographic erase is claimed with it: a copy of its past opens everything."""
    keys = key_file_keys(tmp_path / "data" / "keys.json")
    history = History(tmp_path / "data", tmp_path / "kept")
    live_through(tmp_path, Vault(tmp_path / "data" / "vault", keys, None), history)
    erased = [file for file in history.sealed_files() if is_under(file, ("copy",))]
    assert [file for file in erased if opened_by(keys, file) is not None] == []
    now = b"".join(path.read_bytes() for path in (tmp_path / "data").iterdir() if path.is_file())
    past = key_file_keys(next(path for path in sorted((tmp_path / "kept").rglob("keys.json"))))
    text = past.get(AGREEMENT)
    assert text is not None
    assert text not in now


def test_after_the_erase_the_vault_itself_says_that_the_key_is_gone(tmp_path: Path) -> None:
    keys = MemoryKeys()
    vault = Vault(tmp_path / "data" / "vault", keys, None)
    live_through(tmp_path, vault, History(tmp_path / "data", tmp_path / "kept"))
    assert not vault.has_key(AGREEMENT)
    with pytest.raises(EnvironmentLacking):
        vault.open("copy1", AGREEMENT, tmp_path / "out", "0" * 64)


@pytest.mark.skipif(shutil.which("age") is None, reason="age is not installed")
def test_a_recovery_copy_survives_the_erase_and_is_known_to(tmp_path: Path) -> None:
    """With IT's recovery key the files have to be unlinked; destroying our key is no erase, and `has_recovery_copy` says so."""
    identity = pyrage.x25519.Identity.generate()
    vault = Vault(tmp_path / "data" / "vault", MemoryKeys(), str(identity.to_public()))
    vault.ensure_key(AGREEMENT)
    (tmp_path / "source").write_bytes(b"content")
    sealed = vault.seal(tmp_path / "source", "copy1", AGREEMENT)
    vault.destroy_key(AGREEMENT)
    assert vault.has_recovery_copy("copy1")
    (tmp_path / "identity").write_text(str(identity))
    done = subprocess.run(["age", "-d", "-i", tmp_path / "identity", sealed.path], capture_output=True)
    assert done.stdout == b"content"
