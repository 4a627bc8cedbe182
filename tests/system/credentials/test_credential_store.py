"""The system's own credential store: a real GNOME Keyring on Linux, Credential Manager on Windows, and stores that fail.

On Linux the contract (`in_secret_service.py`) runs inside a private session bus with a keyring of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from app.domain.errors import EnvironmentLacking
from app.domain.ports import Keys
from app.system.credentials import CredentialStoreKeys
from app.system.credentials._errors import KeysLocked, KeysMissing, KeysUnavailable
from tests.system.credentials.store_contract import StoreContract

ROOT = Path(__file__).resolve().parents[3]
INSIDE = Path(__file__).with_name("in_secret_service.py")
TRIES = 3
PROGRAMS = ("dbus-run-session", "gnome-keyring-daemon")
CHOOSE = "from app.system.credentials import choose_source; print(choose_source())"
# A keyring of its own that ends with the session; it answers as soon as its name is on the bus. GNOME Keyring 42 itself
# crashes now and then while two processes write; the bus then starts one without the password, which stays locked.
KEYRING = """
keyring() {
    printf pw | gnome-keyring-daemon --foreground --components=secrets "$@" >/dev/null &
    trap "kill $! 2>/dev/null || echo keyring-ended >&2" EXIT
    "$PYTHON" -m tests.system.credentials.wait_for_name org.freedesktop.secrets
}
"""
linux = pytest.mark.skipif(sys.platform == "win32", reason="the Secret Service is Linux's")


@linux
class TestSecretService:
    @pytest.fixture(autouse=True)
    def _programs(self) -> None:
        missing = [program for program in PROGRAMS if shutil.which(program) is None]
        if missing:
            pytest.skip(f"not installed: {', '.join(missing)}")

    def _session(self, home: Path, script: str) -> subprocess.CompletedProcess[str]:
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("DBUS_", "XDG_", "GNOME_", "PYTEST"))
        }
        with tempfile.TemporaryDirectory() as runtime:  # short: a socket's path holds 107 bytes
            environment |= {"HOME": str(home), "PYTHON": sys.executable, "XDG_RUNTIME_DIR": runtime}
            command = ["dbus-run-session", "--", "sh", "-ec", KEYRING + script]
            for _ in range(TRIES):
                done = self._run(command, environment)
                if "keyring-ended" not in done.stderr:
                    break
            return done

    def _run(self, command: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=100,
        )

    def test_a_real_keyring_keeps_the_contract(self, tmp_path: Path) -> None:
        done = self._session(
            tmp_path,
            f'keyring --unlock\n"$PYTHON" -m pytest -q -p no:cacheprovider --basetemp "{tmp_path}/inside" {INSIDE}',
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert "passed" in done.stdout
        assert "skipped" not in done.stdout

    def test_a_locked_keyring_is_told_and_no_key_file_is_chosen(self, tmp_path: Path) -> None:
        """A person who unlocks it a minute later must not find the keys in a file for good."""
        made = self._session(tmp_path, 'keyring --unlock\n"$PYTHON" -c "' + CHOOSE + '"')
        assert made.stdout.split() == ["credential-store"], made.stdout + made.stderr
        done = self._session(
            tmp_path,
            "keyring\n"
            '"$PYTHON" -c "\n'
            "from app.system.credentials import *\n"
            "for act in (choose_source, lambda: CredentialStoreKeys('x').get('database')):\n"
            "    try: print(act())\n"
            "    except KeysLocked as error: print(error.message.id)\n"
            '"',
        )
        assert done.stdout.split() == ["keys.locked", "keys.locked"], done.stdout + done.stderr

    def test_without_a_store_a_new_directory_gets_a_key_file_and_an_old_one_is_refused(self, tmp_path: Path) -> None:
        script = (
            "from pathlib import Path\n"
            "from app.domain.ports import KeySource\n"
            "from app.system.credentials import *\n"
            "print(choose_source())\n"
            "keys = keys_for('x', KeySource.CREDENTIAL_STORE, Path('keys.json'))\n"
            "for act in (lambda: keys.get('database'), lambda: keys.put('a', b'a'), lambda: keys.destroy('a')):\n"
            "    try: print(act())\n"
            "    except KeysMissing as error: print(error.message.id)\n"
        )
        environment = {"PATH": "/nonexistent", "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60
        )
        assert done.stdout.split() == ["key-file", *["keys.no-store"] * 3], done.stderr
        assert [found.name for found in tmp_path.iterdir() if found.name.startswith("keys")] == []

    def test_what_keyring_is_configured_to_use_does_not_count(self, tmp_path: Path) -> None:
        """The backend comes from an allow-list by class, not from keyring's configuration or environment."""
        script = (
            "from app.system.credentials import *\n"
            "try: print(CredentialStoreKeys('x').get('database'))\n"
            "except KeysMissing as error: print(error.message.id)\n"
        )
        environment = {
            "PATH": "/nonexistent",
            "HOME": str(tmp_path),
            "PYTHONPATH": str(ROOT),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        }
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60
        )
        assert done.stdout.split() == ["keys.no-store"], done.stderr


@pytest.mark.windows
class TestCredentialManager(StoreContract):
    def test_the_entry_stays_on_this_machine(self, keys: Keys, directory_id: str) -> None:
        from win32ctypes.pywin32 import win32cred

        keys.put("agreement.a", b"a" * 32)
        target = f"vroom-assistant/{directory_id}/agreement.a"
        entry = win32cred.CredRead(Type=win32cred.CRED_TYPE_GENERIC, TargetName=target)
        assert entry["Persist"] == win32cred.CRED_PERSIST_LOCAL_MACHINE
        assert entry["UserName"] == "key"

    def test_no_older_value_stays_under_another_name_after_destroy(self, keys: Keys, directory_id: str) -> None:
        """The backend keeps the value before the last one under `key@service`."""
        from win32ctypes.pywin32 import pywintypes, win32cred

        keys.put("agreement.a", b"a" * 32)
        keys.put("agreement.a", b"b" * 32)
        keys.destroy("agreement.a")
        service = f"vroom-assistant/{directory_id}/agreement.a"
        for target in (service, f"key@{service}"):
            with pytest.raises(pywintypes.error):
                win32cred.CredRead(Type=win32cred.CRED_TYPE_GENERIC, TargetName=target)


class Faulty:
    """A backend that forgets, keeps what is deleted, or fails: what real ones were seen to do."""

    def __init__(self, *, keeps: bool = True, deletes: bool = True, fails: Exception | None = None) -> None:
        self.entries: dict[str, str] = {}
        self._keeps, self._deletes, self._fails = keeps, deletes, fails

    def backend(self) -> Faulty:
        return self

    def translated(self, error: Exception) -> KeysUnavailable | None:
        from app.domain.messages import msg

        return KeysUnavailable(msg("keys.refused", code="test")) if error is self._fails else None

    def lock(self, path: Path) -> Iterator[None]:
        yield

    def _fail(self) -> None:
        if self._fails is not None:
            raise self._fails

    def get_password(self, service: str, username: str) -> str | None:
        self._fail()
        return self.entries.get(service)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._fail()
        if self._keeps:
            self.entries[service] = password

    def delete_password(self, service: str, username: str) -> None:
        self._fail()
        if self._deletes:
            self.entries.pop(service, None)


def test_a_store_that_forgets_what_was_put_is_told() -> None:
    with pytest.raises(EnvironmentLacking) as error:
        CredentialStoreKeys("x", Faulty(keeps=False)).put("database", b"d" * 32)
    assert error.value.message.id == "keys.not-kept"


def test_a_store_that_keeps_what_was_destroyed_is_told() -> None:
    """The erase may never be claimed when the key is still there."""
    keys = CredentialStoreKeys("x", Faulty(deletes=False))
    keys.put("agreement.a", b"a" * 32)
    with pytest.raises(EnvironmentLacking) as error:
        keys.destroy("agreement.a")
    assert error.value.message.id == "keys.not-destroyed"


def test_an_error_of_the_store_becomes_a_sentence_and_another_error_stays_itself() -> None:
    refused = CredentialStoreKeys("x", Faulty(fails=OSError("store")))
    for act in (lambda: refused.get("a"), lambda: refused.put("a", b"a"), lambda: refused.destroy("a")):
        with pytest.raises(KeysUnavailable):
            act()
    fault = Faulty()
    with suppress(KeysUnavailable), pytest.raises(ZeroDivisionError):
        CredentialStoreKeys("x", fault).create("a", lambda: bytes(1 // 0))


@linux
def test_errors_of_the_secret_service_say_what_to_do() -> None:
    from keyring.errors import InitError, KeyringLocked, PasswordSetError
    from secretstorage.exceptions import (
        ItemNotFoundException,
        LockedException,
        PromptDismissedException,
        SecretServiceNotAvailableException,
    )

    from app.system.credentials._linux import LinuxCredentials

    platform = LinuxCredentials()
    for locked in (KeyringLocked(), LockedException(), PromptDismissedException()):
        assert isinstance(platform.translated(locked), KeysLocked)
    for missing in (InitError(), SecretServiceNotAvailableException()):
        assert isinstance(platform.translated(missing), KeysMissing)
    for refused in (PasswordSetError(), ItemNotFoundException(), ConnectionResetError(), TimeoutError()):
        assert type(platform.translated(refused)) is KeysUnavailable
    assert platform.translated(ZeroDivisionError()) is None
