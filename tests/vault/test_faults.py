"""Crashes, full disks and memory: real processes, killed and starved."""

from __future__ import annotations

import errno
import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from app.domain.ports import Keys
from app.system.credentials import key_file_keys
from app.vault import disk
from app.vault.errors import StorageRefused
from app.vault.plain import BLOCK_BYTES
from app.vault.vault import Vault
from tests.vault.fakes import Bench, content_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX processes and limits")
ROOT = Path(__file__).resolve().parents[2]
KEY = "agreement.one"
KILLS = int(os.environ.get("VROOM_KILLS", "20"))  # hundreds by hand
CONTENT = content_of(24 * BLOCK_BYTES)


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return key_file_keys(tmp_path / "keys" / "keys.json")


@pytest.fixture
def vault(tmp_path: Path, keys: Keys) -> Vault:
    vault = Vault(tmp_path / "data" / "vault", keys, None)
    vault.ensure_key(KEY)
    (tmp_path / "source").write_bytes(CONTENT)
    (tmp_path / "out").mkdir()
    return vault


def run(work: str, root: Path, *rest: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.vault.work", work, str(root), *rest]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def kill_after(process: subprocess.Popen[str], milliseconds: float) -> None:
    with process:
        try:
            process.wait(milliseconds / 1000)
        except subprocess.TimeoutExpired:
            process.kill()


@pytest.mark.slow
def test_a_killed_seal_leaves_the_source_and_all_or_nothing_in_the_vault(tmp_path: Path, vault: Vault) -> None:
    partial = whole = 0
    for attempt in range(KILLS):
        kill_after(run("seal", tmp_path), attempt * 200 / KILLS)
        assert (tmp_path / "source").read_bytes() == CONTENT
        if vault.path_of("copy1").exists():
            whole += 1
            vault.open("copy1", KEY, tmp_path / "out" / "back", hashlib.sha256(CONTENT).hexdigest())
            (tmp_path / "out" / "back").unlink()
            vault.discard("copy1")
        left = vault.sweep([])
        partial += len(left.removed)
        assert left.unknown == ()
        assert list((tmp_path / "data" / "vault").glob("*")) == []
    assert partial > 0


@pytest.mark.slow
def test_a_killed_open_leaves_the_whole_plain_text_or_none(tmp_path: Path, vault: Vault) -> None:
    sealed = vault.seal(tmp_path / "source", "sealed", KEY)
    (tmp_path / "sha256").write_text(sealed.sha256)
    for attempt in range(KILLS):
        kill_after(run("open", tmp_path), attempt * 150 / KILLS)
        for found in (tmp_path / "out").iterdir():
            assert found.name == "opened"
            assert found.read_bytes() == CONTENT
            found.unlink()
        assert vault.check("sealed", KEY, sealed.digest, sealed.sealed_bytes, full=True) is None


def test_plain_text_of_a_killed_open_is_found_where_files_need_a_name(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "_UNNAMED", 0)
    target = bench.root / "out"
    with disk.PrivateFile(target, "copy1") as private:
        private.file.write(b"plain")
        left = disk.partial_of(bench.root, "copy1")
        assert left.read_bytes() == b"plain"
        crashed = left.with_name("kept")
        os.link(left, crashed)
    crashed.rename(left)
    assert bench.vault.discard_partial("copy1", bench.root) is True
    assert bench.vault.discard_partial("copy1", bench.root) is False
    assert not left.exists()


@pytest.mark.parametrize("limit", [0, 1, 100, BLOCK_BYTES // 2, 5 * BLOCK_BYTES + 1, 24 * BLOCK_BYTES])
def test_a_full_disk_while_sealing_is_told_and_leaves_nothing(tmp_path: Path, vault: Vault, limit: int) -> None:
    with run("seal", tmp_path, str(limit)) as process:
        output, _ = process.communicate(timeout=60)
    assert (process.returncode, output) == (3, "vault.disk-full\n")
    assert list((tmp_path / "data" / "vault").iterdir()) == []
    assert (tmp_path / "source").read_bytes() == CONTENT


@pytest.mark.parametrize("limit", [1, BLOCK_BYTES // 2, 24 * BLOCK_BYTES - 1])
def test_a_full_disk_while_opening_is_told_and_leaves_no_plain_text(tmp_path: Path, vault: Vault, limit: int) -> None:
    sealed = vault.seal(tmp_path / "source", "sealed", KEY)
    (tmp_path / "sha256").write_text(sealed.sha256)
    with run("open", tmp_path, str(limit)) as process:
        output, _ = process.communicate(timeout=60)
    assert (process.returncode, output) == (3, "vault.disk-full\n")
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root to mount a small disk")
def test_a_small_disk_that_is_really_full(bench: Bench, tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", small], capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        vault = Vault(small / "vault", bench.keys, None)
        fits = vault.seal(bench.source(content_of(BLOCK_BYTES)), "fits", KEY)
        with pytest.raises(StorageRefused) as error:
            vault.seal(bench.source(content_of(4 * BLOCK_BYTES)), "large", KEY)
        assert error.value.message.id == "vault.disk-full"
        assert [path.name for path in (small / "vault").iterdir()] == ["fits.age"]
        large = bench.seal(content_of(4 * BLOCK_BYTES), "large")
        with pytest.raises(StorageRefused) as error:
            bench.vault.open("large", KEY, small / "out", large.sha256)
        assert error.value.message.id == "vault.disk-full"
        assert [path.name for path in small.iterdir()] == ["vault"]
        assert vault.check("fits", KEY, fits.digest, fits.sealed_bytes, full=True) is None
    finally:
        subprocess.run(["umount", small], check=True)


def test_a_disk_that_loses_a_read_is_told(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    sealed = bench.seal(content_of(BLOCK_BYTES))

    def fails(_file: object, _size: int) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("app.vault.age_file._exactly", fails)
    with pytest.raises(StorageRefused):
        bench.vault.open("copy1", KEY, bench.root / "out", sealed.sha256)
    assert not (bench.root / "out").exists()


@pytest.mark.slow
def test_a_large_file_takes_little_memory() -> None:
    """2 GB in under 150 MB: memory does not grow with the file, so 256 MB show it."""
    script = (
        "import sys\nfrom pathlib import Path\nfrom app.system.credentials import MemoryKeys\n"
        "from app.vault.vault import Vault\n"
        "root=Path(sys.argv[1])\nvault=Vault(root/'vault',MemoryKeys(),None)\nvault.ensure_key('agreement.a')\n"
        "vault.ensure_key('agreement.b')\n"
        "sealed=vault.seal(root/'source','a','agreement.a')\n"
        "vault.open('a','agreement.a',root/'out',sealed.sha256)\n"
        "vault.rekey('a','b','agreement.a','agreement.b',sealed.sha256)\n"
        "line=next(line for line in open('/proc/self/status') if line.startswith('VmHWM'))\n"
        "print(int(line.split()[1])//1024)\n"
    )
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        with (root / "source").open("wb") as file:
            for number in range(256):
                file.write(number.to_bytes(1, "big") * BLOCK_BYTES)
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", script, name], cwd=ROOT, capture_output=True, text=True
        )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 100
