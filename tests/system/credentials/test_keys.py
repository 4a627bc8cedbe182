"""Keys in memory, in a key file, and what chooses between the stores."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.domain.errors import EnvironmentLacking
from app.domain.identity import new_id
from app.domain.ports import Keys, KeySource
from app.system.credentials import MemoryKeys, key_file_keys, keys_for
from tests.system.credentials.contract import KeysContract, LastingKeysContract
from tests.system.credentials.writers import assert_none_is_lost

posix = pytest.mark.skipif(sys.platform == "win32", reason="a key file is never used on Windows")
ROOT = Path(__file__).resolve().parents[3]


class TestMemoryKeys(KeysContract):
    @pytest.fixture
    def keys(self) -> Keys:
        return MemoryKeys()

    def test_two_threads_make_one_key(self) -> None:
        keys, made = MemoryKeys(), []
        barrier = threading.Barrier(8)

        def make() -> None:
            barrier.wait()
            made.append(keys.create("device", lambda: os.urandom(32)))

        threads = [threading.Thread(target=make) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(set(made)) == 1


@posix
class TestKeyFileKeys(LastingKeysContract):
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        return tmp_path / "data" / "keys.json"

    @pytest.fixture
    def keys(self, path: Path) -> Keys:
        return key_file_keys(path)

    @pytest.fixture
    def again(self, path: Path) -> Keys:
        return key_file_keys(path)

    def test_only_the_owner_can_read_file_and_folder(self, keys: Keys, path: Path) -> None:
        before = os.umask(0)
        try:
            keys.put("database", b"d" * 32)
        finally:
            os.umask(before)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700

    @pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o601, 0o660, 0o666, 0o777])
    def test_a_file_that_others_may_touch_is_refused_and_kept(self, keys: Keys, path: Path, mode: int) -> None:
        keys.put("database", b"d" * 32)
        path.chmod(mode)
        for act in (lambda: keys.get("database"), lambda: keys.put("x", b"x" * 32), lambda: keys.destroy("database")):
            with pytest.raises(EnvironmentLacking) as refused:
                act()
            assert refused.value.message.id == "keys.file-open"
        path.chmod(0o600)
        assert keys.get("database") == b"d" * 32

    def test_a_folder_that_others_may_enter_is_refused(self, keys: Keys, path: Path) -> None:
        path.parent.mkdir(mode=0o755)
        with pytest.raises(EnvironmentLacking) as refused:
            keys.put("database", b"d" * 32)
        assert refused.value.message.id == "keys.folder-open"

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root to give a file away")
    def test_a_file_of_somebody_else_is_refused(self, keys: Keys, path: Path) -> None:
        keys.put("database", b"d" * 32)
        os.chown(path, 12345, 12345)
        with pytest.raises(EnvironmentLacking):
            keys.get("database")

    def test_a_link_in_place_of_the_file_is_refused(self, keys: Keys, path: Path, tmp_path: Path) -> None:
        keys.put("database", b"d" * 32)
        path.rename(tmp_path / "elsewhere")
        path.symlink_to(tmp_path / "elsewhere")
        with pytest.raises(EnvironmentLacking) as refused:
            keys.get("database")
        assert refused.value.message.id == "keys.file-open"

    @pytest.mark.parametrize(
        "content", [b"", b"{", b"[]", b'{"format":1}', b'{"format":1,"keys":{"a":1}}', b"\xff\xfe", b"null"]
    )
    def test_a_damaged_file_is_told_and_never_overwritten(self, keys: Keys, path: Path, content: bytes) -> None:
        path.parent.mkdir(mode=0o700)
        path.write_bytes(content)
        path.chmod(0o600)
        with pytest.raises(EnvironmentLacking) as damaged:
            keys.put("database", b"d" * 32)
        assert damaged.value.message.id == "keys.file-damaged"
        assert path.read_bytes() == content

    def test_what_a_crash_left_beside_the_file_goes_with_the_next_change(self, keys: Keys, path: Path) -> None:
        keys.put("agreement.a", b"a" * 32)
        part = path.with_name(path.name + ".part")
        part.write_bytes(path.read_bytes())
        keys.destroy("agreement.a")
        left = b"".join(found.read_bytes() for found in path.parent.iterdir())
        assert not part.exists()
        assert b"YWFhYWFh" not in left

    def test_a_crash_while_the_last_key_was_destroyed_keeps_no_copy(self, keys: Keys, path: Path) -> None:
        """The key is gone from the file already, but what stands beside it still has it."""
        part = path.with_name(path.name + ".part")
        keys.put("agreement.a", b"a" * 32)
        before = path.read_bytes()
        keys.destroy("agreement.a")
        part.write_bytes(before)
        keys.destroy("agreement.a")
        assert not part.exists()

    def test_a_full_disk_keeps_what_was_there(self, path: Path) -> None:
        keys = key_file_keys(path)
        keys.put("database", b"d" * 32)
        script = (
            "import resource,sys\n"
            "from pathlib import Path\n"
            "from app.domain.errors import EnvironmentLacking\n"
            "from app.system.credentials import key_file_keys\n"
            "resource.setrlimit(resource.RLIMIT_FSIZE,(40,40))\n"
            "try: key_file_keys(Path(sys.argv[1])).put('journal', b'j'*32)\n"
            "except EnvironmentLacking as error: sys.exit(0 if error.message.id=='keys.disk-full' else 4)\n"
            "sys.exit(5)\n"
        )
        assert subprocess.run([sys.executable, "-c", script, str(path)], cwd=ROOT).returncode == 0
        assert keys.get("database") == b"d" * 32
        assert keys.get("journal") is None
        assert sorted(found.name for found in path.parent.iterdir()) == ["keys.json", "keys.json.lock"]

    def test_a_killed_writer_leaves_every_key_that_was_there(self, path: Path) -> None:
        keys = key_file_keys(path)
        keys.put("database", b"d" * 32)
        script = (
            "import sys\nfrom pathlib import Path\nfrom app.system.credentials import key_file_keys\n"
            "keys=key_file_keys(Path(sys.argv[1]))\nprint('ready',flush=True)\n"
            "while True:\n keys.put('journal', b'j'*32)\n keys.destroy('journal')\n"
        )
        for _ in range(5):
            command = [sys.executable, "-c", script, str(path)]
            with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
                assert process.stdout is not None
                process.stdout.readline()
                process.kill()
            assert keys.get("database") == b"d" * 32
            assert keys.get("journal") in (None, b"j" * 32)
            keys.put("journal", b"j" * 32)

    def test_processes_that_write_at_once_lose_no_key(self, keys: Keys, path: Path) -> None:
        assert_none_is_lost(KeySource.KEY_FILE, new_id(), path, keys, processes=2, count=50)

    @pytest.mark.slow
    def test_twenty_processes_that_write_at_once_lose_no_key(self, keys: Keys, path: Path) -> None:
        assert_none_is_lost(KeySource.KEY_FILE, new_id(), path, keys, processes=20, count=5)


@pytest.mark.windows
def test_windows_has_no_key_file(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentLacking):
        keys_for(new_id(), KeySource.KEY_FILE, tmp_path / "keys.json")
    assert list(tmp_path.iterdir()) == []


def test_a_data_directory_gets_the_keys_it_recorded(tmp_path: Path) -> None:
    assert keys_for(new_id(), KeySource.CREDENTIAL_STORE, tmp_path / "k").source is KeySource.CREDENTIAL_STORE
    assert keys_for(new_id(), KeySource.MEMORY, tmp_path / "k").source is KeySource.MEMORY
    if sys.platform != "win32":
        assert keys_for(new_id(), KeySource.KEY_FILE, tmp_path / "k").source is KeySource.KEY_FILE
