"""The laboratory itself: what every Windows test builds on."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path

import pytest

import app.domain
from app.domain.identity import new_id

pytestmark = pytest.mark.windows


def test_the_domain_imports_on_windows():
    assert sys.platform == "win32"
    for module in pkgutil.iter_modules(app.domain.__path__, "app.domain."):
        importlib.import_module(module.name)


def test_an_encrypted_database_works_in_wal_mode(tmp_path: Path):
    import sqlcipher3.dbapi2 as sqlcipher

    path = tmp_path / "store.db"
    with sqlcipher.connect(str(path)) as database:
        database.execute(f"PRAGMA key = \"x'{'ab' * 32}'\"")
        assert database.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
        database.execute("CREATE TABLE word (text TEXT)")
        database.execute("INSERT INTO word VALUES ('kluis')")
    database.close()
    assert b"kluis" not in path.read_bytes()


def test_the_credential_manager_keeps_and_forgets_a_secret():
    from keyring.backends.Windows import WinVaultKeyring

    service = f"vroom-assistant-test-{new_id()}"
    store = WinVaultKeyring()
    store.persist = "local machine"
    store.set_password(service, "key", "aa" * 32)
    assert store.get_password(service, "key") == "aa" * 32
    store.delete_password(service, "key")
    assert store.get_password(service, "key") is None


def test_temporary_files_are_on_the_windows_disk(tmp_path: Path):
    assert tmp_path.drive.upper() == "C:"
