"""What the system's own credential store keeps to, against the one of the session this runs in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.identity import new_id
from app.domain.ports import Keys, KeySource
from app.system.credentials import CredentialStoreKeys, choose_source, keys_for
from app.system.credentials.persistence import Persistence, persistence
from tests.system.credentials.contract import AN_AGREEMENT, LastingKeysContract
from tests.system.credentials.writers import assert_none_is_lost


class StoreContract(LastingKeysContract):
    """Against the store of the system this runs on. Every entry that a test made is taken away again."""

    @pytest.fixture
    def directory_id(self) -> str:
        return f"test-{new_id()}"

    @pytest.fixture
    def keys(self, directory_id: str, tmp_path: Path) -> Iterator[Keys]:
        keys = keys_for(directory_id, KeySource.CREDENTIAL_STORE, tmp_path / "keys.json")
        yield keys
        for name in ("database", "device", "evidence", "shared", "agreement.a", "agreement.b", AN_AGREEMENT):
            keys.destroy(name)

    at_once = 50  # keys that each of two processes writes

    @pytest.fixture
    def again(self, directory_id: str, tmp_path: Path) -> Keys:
        return keys_for(directory_id, KeySource.CREDENTIAL_STORE, tmp_path / "keys.json")

    def test_a_new_data_directory_gets_this_store(self) -> None:
        assert choose_source() is KeySource.CREDENTIAL_STORE

    def test_keys_are_kept_on_this_machine_alone(self, keys: Keys) -> None:
        """VT-C5: neither gone at sign-out nor on another machine of the same person."""
        assert keys.get("database") is None
        keys.put("database", b"d" * 32)
        assert persistence(keys) is Persistence.MACHINE

    def test_two_data_directories_do_not_meet(self, keys: Keys) -> None:
        keys.put("database", b"d" * 32)
        assert CredentialStoreKeys(f"test-{new_id()}").get("database") is None

    def test_two_processes_that_write_at_once_lose_no_key(self, keys: Keys, directory_id: str, tmp_path: Path) -> None:
        """The Windows backend moves entries of a shared service name; with a name per key nothing is lost."""
        source = KeySource.CREDENTIAL_STORE
        assert_none_is_lost(source, directory_id, tmp_path / "keys.json", keys, processes=2, count=self.at_once)
        for name in (f"p{process}.{number}" for process in range(2) for number in range(self.at_once)):
            keys.destroy(name)
