"""The tokens at rest (VT-C5): nothing readable, nothing for others, one process at a time."""

from __future__ import annotations

import stat
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.errors import EnvironmentLacking
from app.remote.office365.sign_in import token_file as module
from app.remote.office365.sign_in.token_file import KEY, Damaged, Kept
from app.system.credentials import MemoryKeys
from tests.remote.office365.sign_in.place import token_file

KEPT = Kept(
    registration="https://login.example/tenant app",
    cache='{"RefreshToken": {"x": {"secret": "1.very-secret"}}}',
    claims={"preferred_username": "anna@vroom.example"},
    way="browser",
    tenant="tenant",
    contact_at=datetime(2026, 11, 28, 9, tzinfo=UTC),
)


@pytest.fixture
def keys() -> MemoryKeys:
    return MemoryKeys()


def test_what_is_saved_is_read_again(tmp_path: Path, keys: MemoryKeys) -> None:
    file = token_file(tmp_path, keys)
    assert file.read() is None
    file.save(KEPT)
    assert token_file(tmp_path, keys).read() == KEPT


def test_nothing_of_it_can_be_read_in_the_file(tmp_path: Path, keys: MemoryKeys) -> None:
    file = token_file(tmp_path, keys)
    file.save(KEPT)
    content = file.path.read_bytes()
    for secret in (b"very-secret", b"anna@", b"login.example", b"RefreshToken", keys.get(KEY) or b"?"):
        assert secret not in content
    file.save(KEPT)
    assert file.path.read_bytes() != content  # another nonce each time


@pytest.mark.skipif(sys.platform == "win32", reason="rights there come from the folder: tests/system/privacy")
def test_it_is_for_the_owner_alone(tmp_path: Path, keys: MemoryKeys) -> None:
    file = token_file(tmp_path, keys)
    file.save(KEPT)
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600


@pytest.mark.parametrize("at", [0, 9, 25, -1])
def test_one_changed_byte_makes_it_damaged(tmp_path: Path, keys: MemoryKeys, at: int) -> None:
    file = token_file(tmp_path, keys)
    file.save(KEPT)
    content = bytearray(file.path.read_bytes())
    content[at] ^= 1
    file.path.write_bytes(content)
    assert file.read() == Damaged()


@pytest.mark.parametrize("content", [b"", b"VRTOKEN1", b"{}", b"x" * 100])
def test_what_is_no_such_file_is_damaged(tmp_path: Path, keys: MemoryKeys, content: bytes) -> None:
    file = token_file(tmp_path, keys)
    file.save(KEPT)
    file.path.write_bytes(content)
    assert file.read() == Damaged()


def test_a_copy_is_nothing_without_its_key(tmp_path: Path, keys: MemoryKeys) -> None:
    token_file(tmp_path, keys).save(KEPT)
    assert token_file(tmp_path, MemoryKeys()).read() == Damaged()
    other = MemoryKeys()
    other.put(KEY, b"k" * 32)
    assert token_file(tmp_path, other).read() == Damaged()


def test_forgetting_leaves_neither_file_nor_key(tmp_path: Path, keys: MemoryKeys) -> None:
    file = token_file(tmp_path, keys)
    assert not file.forget()
    file.save(KEPT)
    assert file.forget()
    assert not file.path.exists()
    assert keys.get(KEY) is None
    assert file.read() is None


def test_processes_wait_for_each_other(tmp_path: Path, keys: MemoryKeys, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = token_file(tmp_path, keys), token_file(tmp_path, keys)
    entered = threading.Event()

    def enter() -> None:
        with other.alone():
            entered.set()

    with one.alone(), one.alone():  # again by the same is harmless
        thread = threading.Thread(target=enter)
        thread.start()
        assert not entered.wait(0.2)
    assert entered.wait(5)
    thread.join()


def test_one_that_never_ends_is_not_waited_for(
    tmp_path: Path, keys: MemoryKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.05)
    with (
        token_file(tmp_path, keys).alone(),
        pytest.raises(EnvironmentLacking) as caught,
        token_file(tmp_path, keys).alone(),
    ):
        pass
    assert caught.value.message.id == "signin.busy"
