"""Our sealed files against two other implementations of the published format: the stock `age` command and pyrage."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import EnvironmentLacking, InputError
from app.vault.age_file import CHUNK_BYTES
from app.vault.errors import SourceUnusable, TargetExists, VaultDamaged, WrongKey
from app.vault.plain import BLOCK_BYTES
from app.vault.vault import recover
from tests.vault.fakes import KEY, OTHER_KEY, Bench, age, content_of, make_bench

needs_age = pytest.mark.skipif(shutil.which("age") is None, reason="age is not installed")
SIZES = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, BLOCK_BYTES, BLOCK_BYTES + 1, 2 * BLOCK_BYTES + 77]


@pytest.fixture
def recovery(tmp_path: Path) -> tuple[Path, str]:
    """IT's identity file and recipient, made by `age-keygen` where there is one."""
    path = tmp_path / "recovery-key.txt"
    if shutil.which("age-keygen"):
        subprocess.run(["age-keygen", "-o", path], check=True, capture_output=True)
    else:
        path.write_text(f"# made for a test\n{pyrage.x25519.Identity.generate()}\n")
    text = next(line for line in path.read_text().splitlines() if line.startswith("AGE"))
    return path, str(pyrage.x25519.Identity.from_str(text).to_public())


@needs_age
@pytest.mark.parametrize("size", SIZES)
def test_stock_age_opens_what_we_sealed(tmp_path: Path, recovery: tuple[Path, str], size: int) -> None:
    bench = make_bench(tmp_path, recovery[1])
    content = content_of(size)
    sealed = bench.seal(content)
    for identity in (bench.identity_file(), recovery[0]):
        opened = age("--decrypt", "-i", identity, sealed.path)
        assert opened.returncode == 0, opened.stderr
        assert opened.stdout == content
    assert age("--decrypt", "-i", bench.identity_file(OTHER_KEY), sealed.path).returncode != 0


@needs_age
@pytest.mark.parametrize("size", SIZES)
def test_we_open_what_stock_age_sealed(bench: Bench, tmp_path: Path, size: int) -> None:
    content = content_of(size)
    identity = bench.identity_file()
    recipient = pyrage.x25519.Identity.from_str(identity.read_text().strip()).to_public()
    bench.folder.mkdir(parents=True)
    done = age("-r", str(recipient), "-o", bench.vault.path_of("copy1"), bench.source(content))
    assert done.returncode == 0, done.stderr
    assert bench.vault.check("copy1", KEY, None, None, full=True) is None
    recover(bench.vault.path_of("copy1"), identity, tmp_path / "recovered")
    assert (tmp_path / "recovered").read_bytes() == content


@settings(max_examples=30)
@given(size=st.integers(0, 3 * CHUNK_BYTES), others=st.integers(0, 2))
def test_pyrage_opens_what_we_seal_and_we_open_what_pyrage_seals(
    tmp_path_factory: pytest.TempPathFactory, size: int, others: int
) -> None:
    bench = make_bench(tmp_path_factory.mktemp("pyrage"))
    content = content_of(size)
    text = bench.keys.get(KEY)
    assert text is not None
    identity = pyrage.x25519.Identity.from_str(text.decode())
    assert pyrage.decrypt(bench.seal(content).path.read_bytes(), [identity]) == content
    recipients = [pyrage.x25519.Identity.generate().to_public() for _ in range(others)] + [identity.to_public()]
    with bench.vault.path_of("copy2").open("wb") as file:
        pyrage.encrypt_io(io.BytesIO(content), file, recipients)
    assert bench.vault.check("copy2", KEY, None, None, full=True) is None
    assert bench.vault.has_recovery_copy("copy2") is (others > 0)
    shutil.rmtree(bench.root)


def test_a_file_sealed_under_a_recovery_key_says_so(tmp_path: Path, recovery: tuple[Path, str]) -> None:
    """Destroying our key does not erase such a file: the declaration may not claim it."""
    (tmp_path / "plain").mkdir()
    plain = make_bench(tmp_path / "plain")
    plain.seal(b"content")
    assert plain.vault.has_recovery_copy("copy1") is False
    (tmp_path / "both").mkdir()
    both = make_bench(tmp_path / "both", recovery[1])
    both.seal(b"content")
    assert both.vault.has_recovery_copy("copy1") is True
    both.vault.rekey("copy1", "copy2", KEY, OTHER_KEY)
    assert both.vault.has_recovery_copy("copy2") is True


def test_it_recovers_a_file_without_data_directory_or_keys(tmp_path: Path, recovery: tuple[Path, str]) -> None:
    bench = make_bench(tmp_path, recovery[1])
    content = content_of(BLOCK_BYTES + 3)
    sealed = bench.seal(content)
    loose = tmp_path / "from a backup.age"
    shutil.move(sealed.path, loose)
    shutil.rmtree(tmp_path / "data")
    assert recover(loose, recovery[0], tmp_path / "recovered.xlsx") == sealed.sha256
    assert (tmp_path / "recovered.xlsx").read_bytes() == content
    with pytest.raises(TargetExists):
        recover(loose, recovery[0], tmp_path / "recovered.xlsx")


def test_recovery_tells_what_is_missing(tmp_path: Path, recovery: tuple[Path, str]) -> None:
    bench = make_bench(tmp_path)
    sealed = bench.seal(b"content")
    out = tmp_path / "out"
    with pytest.raises(WrongKey):
        recover(sealed.path, recovery[0], out)
    with pytest.raises(SourceUnusable):
        recover(tmp_path / "absent.age", recovery[0], out)
    with pytest.raises(SourceUnusable):
        recover(sealed.path, tmp_path / "absent.txt", out)
    (tmp_path / "empty.txt").write_text("# no key here\nAGE-SECRET-KEY-1NONSENSE\n")
    with pytest.raises(InputError) as error:
        recover(sealed.path, tmp_path / "empty.txt", out)
    assert error.value.message.id == "vault.no-identity"
    with pytest.raises(VaultDamaged):
        recover(bench.source(b"no age file"), bench.identity_file(), out)
    assert not out.exists()


def test_an_identity_file_saved_by_notepad_will_do(tmp_path: Path, recovery: tuple[Path, str]) -> None:
    bench = make_bench(tmp_path, recovery[1])
    sealed = bench.seal(b"content")
    path = tmp_path / "notepad.txt"
    path.write_bytes(b"\xef\xbb\xbf" + recovery[0].read_bytes().replace(b"\n", b"\r\n"))
    recover(sealed.path, path, tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b"content"


@pytest.mark.parametrize("recipient", ["age1nonsense", "AGE-SECRET-KEY-1X", "ssh-ed25519 AAAA", " "])
def test_a_recovery_key_in_policy_that_is_none_stops_sealing_and_says_so(tmp_path: Path, recipient: str) -> None:
    """Sealing without it would promise IT a way back that is not there."""
    bench = make_bench(tmp_path, recipient)
    with pytest.raises(EnvironmentLacking) as error:
        bench.seal(b"content")
    assert error.value.message.id == "vault.recovery-recipient"
    assert bench.entries() == []
