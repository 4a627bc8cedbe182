"""Sealing, opening, rekeying, checking and erasing on real files."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from blake3 import blake3
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import EnvironmentLacking, InputError
from app.vault import disk
from app.vault.age_file import CHUNK_BYTES
from app.vault.errors import (
    NoKey,
    PlaceRefused,
    Problem,
    SealedMissing,
    SourceChanged,
    SourceUnusable,
    StorageRefused,
    TargetExists,
    VaultDamaged,
    WrongKey,
)
from app.vault.plain import BLOCK_BYTES
from app.vault.vault import Leftovers, Vault
from tests.vault.fakes import KEY, OTHER_KEY, Bench, content_of, make_bench

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
SIZES = [
    0,
    1,
    CHUNK_BYTES - 1,
    CHUNK_BYTES,
    CHUNK_BYTES + 1,
    BLOCK_BYTES - 1,
    BLOCK_BYTES,
    BLOCK_BYTES + 1,
    2 * BLOCK_BYTES,
    3 * BLOCK_BYTES + CHUNK_BYTES + 5,
]


@pytest.mark.parametrize("size", SIZES)
def test_what_was_sealed_comes_back(bench: Bench, size: int) -> None:
    content = content_of(size)
    sealed = bench.seal(content)
    target = bench.root / "out"
    bench.vault.open("copy1", KEY, target, sealed.sha256)
    assert target.read_bytes() == content
    assert sealed.sha256 == hashlib.sha256(content).hexdigest()
    assert sealed.size_bytes == size
    assert sealed.digest == blake3(sealed.path.read_bytes()).hexdigest()
    assert sealed.sealed_bytes == sealed.path.stat().st_size
    assert bench.vault.check("copy1", KEY, sealed.digest, sealed.sealed_bytes, full=True) is None


@given(size=st.integers(0, 3 * CHUNK_BYTES), seed=st.integers(0, 10))
def test_any_size_comes_back(tmp_path_factory: pytest.TempPathFactory, size: int, seed: int) -> None:
    bench = make_bench(tmp_path_factory.mktemp("any"))
    content = content_of(size, seed)
    sealed = bench.seal(content)
    bench.vault.open("copy1", KEY, bench.root / "out", sealed.sha256)
    assert (bench.root / "out").read_bytes() == content
    shutil.rmtree(bench.root)


def test_the_source_is_only_read_and_the_sealed_file_shows_nothing_of_it(bench: Bench) -> None:
    content = b"123456782 Janssen " * 5000
    source = bench.source(content)
    before = source.stat()
    bench.vault.seal(source, "copy1", KEY)
    after = source.stat()
    assert (after.st_ino, after.st_mtime_ns, after.st_size) == (before.st_ino, before.st_mtime_ns, before.st_size)
    assert source.read_bytes() == content
    assert b"Janssen" not in bench.vault.path_of("copy1").read_bytes()
    assert bench.entries() == ["copy1.age"]


def test_the_same_content_is_never_sealed_to_the_same_bytes(bench: Bench) -> None:
    assert bench.seal(b"x" * 1000, "a").digest != bench.seal(b"x" * 1000, "b").digest


@posix
def test_sealed_and_opened_files_are_the_owners_alone(bench: Bench) -> None:
    before = os.umask(0)
    try:
        sealed = bench.seal(b"secret")
        bench.vault.open("copy1", KEY, bench.root / "out", sealed.sha256)
    finally:
        os.umask(before)
    for path, mode in ((sealed.path, 0o600), (bench.root / "out", 0o600), (bench.folder, 0o700)):
        assert stat.S_IMODE(path.stat().st_mode) == mode


def test_progress_rises_to_the_end_and_may_cancel(bench: Bench) -> None:
    content = content_of(5 * BLOCK_BYTES + 3)
    seen: list[tuple[int, int]] = []
    sealed = bench.vault.seal(bench.source(content), "copy1", KEY, lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert seen[-1] == (2 * len(content), 2 * len(content))
    seen.clear()
    bench.vault.open("copy1", KEY, bench.root / "out", sealed.sha256, lambda done, total: seen.append((done, total)))
    assert seen[-1] == (len(content), len(content))

    seen.clear()
    bench.vault.rekey("copy1", "other", KEY, OTHER_KEY, progress=lambda done, total: seen.append((done, total)))
    assert (seen[0], seen[-1]) == ((0, 2 * len(content)), (2 * len(content), 2 * len(content)))
    bench.vault.discard("other")

    class Cancelled(Exception): ...

    def cancel(done: int, total: int) -> None:
        if done >= total // 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        bench.vault.seal(bench.source(content), "copy2", KEY, cancel)
    with pytest.raises(Cancelled):
        bench.vault.open("copy1", KEY, bench.root / "out2", sealed.sha256, cancel)
    assert bench.entries() == ["copy1.age"]
    assert not any("out2" in path.name or "part" in path.name for path in bench.root.iterdir())


# Sources


def _names() -> list[str]:
    names = [
        "new\nline.csv",
        "emoji 🦊.xlsx",
        "quote'\".docx",
        "right\u202eto-left.pdf",
        "a" * 246 + ".txt",
        " -x",
        "ß" * 120,
    ]
    return names if sys.platform != "win32" else ["emoji 🦊.xlsx", "ß" * 120]


@pytest.mark.parametrize("name", _names())
def test_any_name_can_be_sealed_and_opened(bench: Bench, name: str) -> None:
    sealed = bench.vault.seal(bench.source(b"content", name), "copy1", KEY)
    (bench.root / "out").mkdir()
    bench.vault.open("copy1", KEY, bench.root / "out" / name, sealed.sha256)
    assert (bench.root / "out" / name).read_bytes() == b"content"


@posix
def test_a_name_that_is_no_utf8_can_be_sealed_and_opened(bench: Bench) -> None:
    name = os.fsdecode(b"klant \xff\xe9.csv")
    sealed = bench.vault.seal(bench.source(b"content", name), "copy1", KEY)
    target = bench.root / ("out " + name)
    bench.vault.open("copy1", KEY, target, sealed.sha256)
    assert target.read_bytes() == b"content"


def test_a_missing_source_is_told(bench: Bench) -> None:
    with pytest.raises(SourceUnusable) as error:
        bench.vault.seal(bench.root / "absent", "copy1", KEY)
    assert error.value.message.id == "vault.source-missing"
    assert bench.entries() == []


@posix
@pytest.mark.parametrize("kind", ["folder", "link", "dangling", "loop", "fifo", "socket", "device"])
def test_what_is_no_regular_file_is_refused_at_once(bench: Bench, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    path = bench.root / "odd"
    match kind:
        case "folder":
            path.mkdir()
        case "link":
            path.symlink_to(bench.source(b"content"))
        case "dangling":
            path.symlink_to("nowhere")
        case "loop":
            path.symlink_to(path)
        case "fifo":
            os.mkfifo(path)
        case "socket":
            server = socket.socket(socket.AF_UNIX)
            monkeypatch.chdir(bench.root)  # a socket's path holds 107 bytes
            server.bind("odd")
            server.close()
        case "device":
            path = Path("/dev/zero")
    with pytest.raises(SourceUnusable) as error:
        bench.vault.seal(path, "copy1", KEY)
    assert error.value.message.id == "vault.source-not-file"
    assert bench.entries() == []


@pytest.mark.parametrize("change", ["append", "rewrite", "truncate", "replace", "remove", "touch"])
def test_a_source_that_changes_while_it_is_read_is_not_sealed(
    bench: Bench, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform == "win32" and change in ("replace", "remove"):
        pytest.skip("Windows does not let go of an open file")
    monkeypatch.setattr("app.vault.counting.PACE_SECONDS", 0.0)  # told after each block
    source = bench.source(content_of(8 * BLOCK_BYTES))
    original = source.stat()

    def meddle(done: int, _total: int) -> None:
        if done != BLOCK_BYTES:
            return
        match change:
            case "append":
                with source.open("ab") as file:
                    file.write(b"more")
            case "rewrite":
                with source.open("r+b") as file:
                    file.seek(7 * BLOCK_BYTES)
                    file.write(b"other")
                os.utime(source, ns=(original.st_atime_ns, original.st_mtime_ns + 1_000_000_000))
            case "truncate":
                os.truncate(source, 3 * BLOCK_BYTES)
            case "replace":
                other = bench.source(content_of(8 * BLOCK_BYTES), "other")
                other.replace(source)
            case "remove":
                source.unlink()
            case "touch":
                os.utime(source, ns=(0, 0))

    with pytest.raises(SourceChanged):
        bench.vault.seal(source, "copy1", KEY, meddle)
    assert bench.entries() == []


def test_a_sealed_copy_that_differs_when_read_back_does_not_count(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that loses a write: the source stays the only truth and nothing is put in place."""
    real = disk.write_all
    written = 0

    def lossy(file: object, content: bytes) -> None:
        nonlocal written
        written += 1
        real(file, content if written != 3 else bytes(len(content)))  # type: ignore[arg-type]

    monkeypatch.setattr("app.vault.sealing.write_all", lossy)
    with pytest.raises(VaultDamaged):
        bench.seal(content_of(4 * BLOCK_BYTES))
    assert bench.entries() == []


# Targets


def test_what_stands_at_the_target_is_never_replaced(bench: Bench) -> None:
    sealed = bench.seal(b"content")
    target = bench.source(b"somebody's work", "target")
    with pytest.raises(TargetExists):
        bench.vault.open("copy1", KEY, target, sealed.sha256)
    assert target.read_bytes() == b"somebody's work"


@posix
def test_a_dangling_link_at_the_target_is_not_followed(bench: Bench) -> None:
    sealed = bench.seal(b"content")
    (bench.root / "target").symlink_to(bench.root / "elsewhere")
    with pytest.raises(TargetExists):
        bench.vault.open("copy1", KEY, bench.root / "target", sealed.sha256)
    assert not (bench.root / "elsewhere").exists()


@pytest.mark.parametrize("unnamed", [True, False])
def test_a_target_that_appears_meanwhile_is_not_replaced(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, unnamed: bool
) -> None:
    if not unnamed:
        monkeypatch.setattr(disk, "_UNNAMED", 0)
    sealed = bench.seal(content_of(2 * BLOCK_BYTES))
    target = bench.root / "target"
    with pytest.raises(TargetExists):
        bench.vault.open("copy1", KEY, target, sealed.sha256, lambda done, total: target.write_bytes(b"mine") and None)
    assert target.read_bytes() == b"mine"
    assert not any("part" in path.name for path in bench.root.iterdir())


def test_a_target_folder_that_is_missing_is_told(bench: Bench) -> None:
    sealed = bench.seal(b"content")
    with pytest.raises(StorageRefused) as error:
        bench.vault.open("copy1", KEY, bench.root / "absent" / "target", sealed.sha256)
    assert error.value.message.id == "vault.target-folder"


@pytest.mark.parametrize("fault", [errno.EOPNOTSUPP, errno.EISDIR, None])
def test_a_file_system_without_unnamed_files_or_hard_links_will_do(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, fault: int | None
) -> None:
    """FAT on a stick, NFS, older kernels."""
    real_open, sealed = os.open, bench.seal(b"content")
    unnamed = getattr(os, "O_TMPFILE", None)

    def refuse(path: object, flags: int, *rest: int, **named: int) -> int:
        if unnamed is not None and flags & unnamed == unnamed:
            raise OSError(fault, "no unnamed files")
        return real_open(path, flags, *rest, **named)  # type: ignore[arg-type]

    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no hard links")

    if fault is None:
        monkeypatch.setattr(disk, "_UNNAMED", 0)
        monkeypatch.setattr(os, "link", no_links)
    else:
        monkeypatch.setattr(os, "open", refuse)
    bench.vault.open("copy1", KEY, bench.root / "out", sealed.sha256)
    assert (bench.root / "out").read_bytes() == b"content"
    with pytest.raises(TargetExists):
        bench.vault.open("copy1", KEY, bench.root / "out", sealed.sha256)
    second = bench.vault.rekey("copy1", "copy2", KEY, OTHER_KEY)
    assert bench.vault.check("copy2", OTHER_KEY, second.digest, second.sealed_bytes, full=True) is None
    assert bench.entries() == ["copy1.age", "copy2.age"]
    assert sorted(path.name for path in bench.root.iterdir()) == ["Salarissen mei.xlsx", "data", "out"]


# Damage


def _assert_refused(bench: Bench, sha256: str) -> VaultDamaged:
    with pytest.raises(VaultDamaged) as error:
        bench.vault.open("copy1", KEY, bench.root / "out", sha256)
    assert not any(path.name not in ("data", "Salarissen mei.xlsx") for path in bench.root.iterdir())
    return error.value


@pytest.mark.parametrize("unnamed", [True, False])
def test_every_truncation_is_refused_and_leaves_no_plain_text(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, unnamed: bool
) -> None:
    if not unnamed:
        monkeypatch.setattr(disk, "_UNNAMED", 0)
    sealed = bench.seal(content_of(2 * CHUNK_BYTES + 100))
    whole = sealed.path.read_bytes()
    header = whole.index(b"\n---") + 49
    cuts = {*range(0, header + 40, 7), header + 16, header + 17, len(whole) - 1, len(whole) - 100, len(whole) - 116}
    chunk = CHUNK_BYTES + 16
    cuts |= {header + 16 + n * chunk + extra for n in (1, 2) for extra in (-1, 0, 1, 15, 16, 17)}
    for cut in sorted(cuts):
        sealed.path.write_bytes(whole[:cut])
        _assert_refused(bench, sealed.sha256)
        assert bench.vault.check("copy1", KEY, None, None, full=True) in (Problem.DAMAGED, Problem.WRONG_KEY)
        assert bench.vault.check("copy1", KEY, sealed.digest, sealed.sealed_bytes, full=False) is Problem.DAMAGED


def test_every_flipped_bit_is_refused_and_leaves_no_plain_text(bench: Bench) -> None:
    sealed = bench.seal(content_of(300))
    whole = sealed.path.read_bytes()
    for position in range(len(whole)):
        damaged = bytearray(whole)
        damaged[position] ^= 1 << position % 8
        sealed.path.write_bytes(damaged)
        _assert_refused(bench, sealed.sha256)
        assert bench.vault.check("copy1", KEY, sealed.digest, sealed.sealed_bytes, full=True) is Problem.DAMAGED


def test_a_flipped_bit_in_a_late_chunk_is_refused_before_anything_has_a_name(bench: Bench) -> None:
    sealed = bench.seal(content_of(5 * BLOCK_BYTES))
    whole = bytearray(sealed.path.read_bytes())
    whole[-1] ^= 1
    sealed.path.write_bytes(whole)
    assert _assert_refused(bench, sealed.sha256).message.id == "vault.damaged"


@pytest.mark.parametrize("trailing", [b"\0", b"x" * 16, b"x" * 17, b"x" * (CHUNK_BYTES + 16)])
def test_bytes_after_the_end_are_refused(bench: Bench, trailing: bytes) -> None:
    sealed = bench.seal(content_of(CHUNK_BYTES))
    with sealed.path.open("ab") as file:
        file.write(trailing)
    _assert_refused(bench, sealed.sha256)


def test_swapped_and_repeated_chunks_are_refused(bench: Bench) -> None:
    sealed = bench.seal(content_of(3 * CHUNK_BYTES))
    whole = sealed.path.read_bytes()
    start, chunk = whole.index(b"\n---") + 49 + 16, CHUNK_BYTES + 16
    head, one, two, three = whole[:start], *(whole[start + n * chunk : start + (n + 1) * chunk] for n in range(3))
    for pieces in ([two, one, three], [one, one, three], [one, three], [one, two, two], [one, two, three, three]):
        sealed.path.write_bytes(head + b"".join(pieces))
        _assert_refused(bench, sealed.sha256)


@pytest.mark.parametrize("content", [b"", b"\n", b"age-encryption.org/v1\n", b"PK\x03\x04" * 100, b"\xff" * 70000])
def test_what_is_no_age_file_is_refused(bench: Bench, content: bytes) -> None:
    sealed = bench.seal(b"content")
    sealed.path.write_bytes(content)
    assert _assert_refused(bench, sealed.sha256).message.id == "vault.damaged"


@given(junk=st.binary(max_size=400), position=st.integers(0, 300))
def test_a_header_of_any_bytes_never_opens_and_never_crashes(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes, position: int
) -> None:
    bench = make_bench(tmp_path_factory.mktemp("header"))
    sealed = bench.seal(b"content")
    whole = sealed.path.read_bytes()
    changed = whole[:position] + junk + whole[position:]
    sealed.path.write_bytes(changed)
    if changed != whole:
        _assert_refused(bench, sealed.sha256)
    shutil.rmtree(bench.root)


def test_each_kind_of_damage_has_a_sentence_of_its_own(bench: Bench) -> None:
    first, second = bench.seal(b"one", "copy1"), bench.seal(b"two", "copy2")
    out = bench.root / "out"
    with pytest.raises(SealedMissing) as missing:
        bench.vault.open("absent", KEY, out, first.sha256)
    with pytest.raises(WrongKey) as wrong:
        bench.vault.open("copy1", OTHER_KEY, out, first.sha256)
    with pytest.raises(NoKey) as no_key:
        bench.vault.open("copy1", "agreement.never", out, first.sha256)
    shutil.copyfile(second.path, first.path)
    with pytest.raises(VaultDamaged) as other:
        bench.vault.open("copy1", KEY, out, first.sha256)
    first.path.write_bytes(first.path.read_bytes()[:-20])
    with pytest.raises(VaultDamaged) as short:
        bench.vault.open("copy1", KEY, out, first.sha256)
    ids = [error.value.message.id for error in (missing, wrong, no_key, other, short)]
    assert ids == ["vault.missing", "vault.wrong-key", "vault.no-key", "vault.other-content", "vault.truncated"]
    assert not out.exists()


def test_check_tells_what_is_wrong(bench: Bench) -> None:
    sealed = bench.seal(content_of(BLOCK_BYTES))
    known = (sealed.digest, sealed.sealed_bytes)
    assert bench.vault.check("absent", KEY, *known, full=False) is Problem.MISSING
    assert bench.vault.check("copy1", OTHER_KEY, *known, full=False) is Problem.WRONG_KEY
    assert bench.vault.check("copy1", "agreement.never", *known, full=False) is Problem.NO_KEY
    other = bench.seal(content_of(BLOCK_BYTES), "copy2")
    shutil.copyfile(other.path, sealed.path)
    assert bench.vault.check("copy1", KEY, *known, full=True) is Problem.DAMAGED


@posix
def test_a_link_in_place_of_a_sealed_file_counts_as_missing(bench: Bench) -> None:
    sealed = bench.seal(b"content")
    sealed.path.rename(bench.root / "moved")
    sealed.path.symlink_to(bench.root / "moved")
    assert bench.vault.check("copy1", KEY, None, None, full=False) is Problem.MISSING


def test_a_damaged_key_is_told(bench: Bench) -> None:
    bench.seal(b"content")
    text = bench.keys.get(KEY)
    assert text is not None
    for damaged in (b"x", text[:-1], text[:-1] + b"\xff", text[:20] + b"Q" + text[21:], text.replace(b"AGE", b"age")):
        if damaged != text:
            bench.keys.put(KEY, damaged)
            with pytest.raises(EnvironmentLacking):
                bench.vault.check("copy1", KEY, None, None, full=False)
            with pytest.raises(EnvironmentLacking):
                bench.seal(b"content", "copy2")


# Ids, places and the disk


@pytest.mark.parametrize("file_id", ["", "../x", "a/b", "A", ".hidden", "a" * 81, "a.age", "a\n"])
def test_an_id_that_no_program_makes_is_refused(bench: Bench, file_id: str) -> None:
    for act in (
        lambda: bench.vault.path_of(file_id),
        lambda: bench.vault.discard(file_id),
        lambda: bench.seal(b"x", file_id),
    ):
        with pytest.raises(ValueError):
            act()


def test_a_sealed_file_is_never_replaced(bench: Bench) -> None:
    first = bench.seal(b"first")
    with pytest.raises(InputError) as taken:
        bench.seal(b"second")
    assert taken.value.message.id == "vault.id-taken"
    assert bench.vault.check("copy1", KEY, first.digest, first.sealed_bytes, full=True) is None


@posix
def test_a_link_in_place_of_the_vault_is_refused(bench: Bench) -> None:
    (bench.root / "data").mkdir()
    (bench.root / "elsewhere").mkdir()
    bench.folder.symlink_to(bench.root / "elsewhere")
    with pytest.raises(PlaceRefused):
        bench.seal(b"content")
    assert list((bench.root / "elsewhere").iterdir()) == []


def test_two_processes_cannot_seal_under_one_id_at_once(bench: Bench) -> None:
    bench.folder.mkdir(parents=True)
    with disk.PartFile(bench.vault.path_of("copy1")):
        if disk._FCNTL is not None:
            assert bench.vault.sweep([]) == Leftovers()
        with pytest.raises(EnvironmentLacking):
            bench.seal(b"content")
    assert bench.seal(b"content").size_bytes == 7


def test_threads_seal_and_open_many_files_at_once(bench: Bench) -> None:
    faults: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for turn in range(5):
                file_id, content = f"copy-{number}-{turn}", content_of(CHUNK_BYTES * number + turn)
                source = bench.source(content, file_id)
                sealed = bench.vault.seal(source, file_id, KEY)
                bench.vault.open(file_id, KEY, bench.root / f"out-{file_id}", sealed.sha256)
                bench.vault.sweep([])
        except (EnvironmentLacking, InputError, OSError, ValueError, AssertionError) as error:
            faults.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(bench.entries()) == 30


# Rekey, discard, sweep, evidence


def test_rekey_moves_the_content_to_another_key_without_plain_text_on_disk(bench: Bench) -> None:
    """The answer of the client came: the waiting file goes under the agreement's key."""
    content = content_of(3 * BLOCK_BYTES + 5)
    first = bench.seal(content)
    (bench.root / "Salarissen mei.xlsx").unlink()
    second = bench.vault.rekey("copy1", "copy2", KEY, OTHER_KEY, first.sha256)
    assert second.sha256 == first.sha256
    assert bench.entries() == ["copy1.age", "copy2.age"]
    assert [path.name for path in bench.root.iterdir()] == ["data"]
    bench.vault.destroy_key(KEY)
    bench.vault.open("copy2", OTHER_KEY, bench.root / "out", first.sha256)
    assert (bench.root / "out").read_bytes() == content


def test_rekey_of_a_damaged_or_other_file_puts_nothing_in_place(bench: Bench) -> None:
    first = bench.seal(content_of(3 * BLOCK_BYTES))
    with pytest.raises(VaultDamaged):
        bench.vault.rekey("copy1", "copy2", KEY, OTHER_KEY, "0" * 64)
    damaged = bytearray(first.path.read_bytes())
    damaged[-5] ^= 1
    first.path.write_bytes(damaged)
    with pytest.raises(VaultDamaged):
        bench.vault.rekey("copy1", "copy2", KEY, OTHER_KEY)
    with pytest.raises(NoKey):
        bench.vault.rekey("copy1", "copy2", KEY, "agreement.never")
    assert bench.entries() == ["copy1.age"]


def test_discard_sees_that_the_file_is_gone(bench: Bench) -> None:
    bench.seal(b"content")
    assert bench.vault.discard("copy1") is True
    assert bench.vault.discard("copy1") is False
    assert bench.entries() == []


def test_a_sweep_removes_parts_and_tells_what_it_does_not_know(bench: Bench) -> None:
    bench.seal(b"one", "known")
    bench.seal(b"two", "unknown")
    (bench.folder / "crashed.age.part").write_bytes(b"half")
    (bench.folder / "notes.txt").write_bytes(b"by hand")
    left = bench.vault.sweep({"known"})
    assert [path.name for path in left.removed] == ["crashed.age.part"]
    assert [path.name for path in left.unknown] == ["notes.txt", "unknown.age"]
    assert bench.entries() == ["known.age", "notes.txt", "unknown.age"]


def test_a_sweep_before_the_first_seal_finds_nothing(bench: Bench) -> None:
    assert bench.vault.sweep([]) == Leftovers()


def test_evidence_is_sealed_under_a_key_of_its_own(bench: Bench) -> None:
    content = content_of(BLOCK_BYTES + 9)
    sealed = bench.vault.seal_bytes(content, "proof1")
    assert sealed.path == bench.folder.parent / "evidence" / "proof1.age"
    bench.vault.destroy_key(KEY)
    assert bench.vault.open_bytes("proof1", sealed.sha256) == content
    assert bench.vault.check_evidence("proof1", full=True) is None
    with pytest.raises(VaultDamaged):
        bench.vault.open_bytes("proof1", "0" * 64)
    with pytest.raises(InputError):
        bench.vault.seal_bytes(b"other", "proof1")
    assert bench.vault.discard_evidence("proof1") is True
    assert bench.vault.check_evidence("proof1", full=True) is Problem.MISSING


def test_a_key_is_made_once_and_never_again_by_sealing(bench: Bench) -> None:
    before = bench.keys.get(KEY)
    bench.vault.ensure_key(KEY)
    assert bench.keys.get(KEY) == before
    bench.vault.destroy_key(KEY)
    assert not bench.vault.has_key(KEY)
    with pytest.raises(NoKey):
        bench.seal(b"content")
    assert not bench.vault.has_key(KEY)


@posix
def test_a_read_only_vault_is_told() -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders cannot be entered by anybody but root
        root = Path(name)
        root.chmod(0o777)
        bench = make_bench(root)
        sealed = bench.seal(b"content")
        bench.folder.parent.chmod(0o755)
        bench.folder.chmod(0o555)
        sealed.path.chmod(0o644)
        source = bench.source(b"more")
        with as_nobody():
            for act in (
                lambda: bench.vault.seal(source, "copy2", KEY),
                lambda: bench.vault.discard("copy1"),
                lambda: bench.vault.open("copy1", KEY, bench.folder / "out", sealed.sha256),
            ):
                with pytest.raises(StorageRefused) as error:
                    act()
                assert error.value.message.id == "vault.disk-refused"
        assert bench.entries() == ["copy1.age"]
        bench.folder.chmod(0o700)


@posix
def test_a_source_that_may_not_be_read_is_told() -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o777)
        bench = make_bench(root)
        source = bench.source(b"content")
        source.chmod(0)
        with as_nobody(), pytest.raises(SourceUnusable) as error:
            bench.vault.seal(source, "copy1", KEY)
        assert error.value.message.id == "vault.source-unreadable"


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may do everything, so as root act as somebody else for a moment."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_write_that_fails_at_any_step_leaves_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail the n-th sync, link or write, for n = 1, 2, 3 ... until none fails."""
    content = content_of(2 * BLOCK_BYTES + 1)
    source = bench.source(content)
    for step in range(1, 30):
        count = 0

        def fails_at(real: object, step: int = step) -> object:
            def act(*arguments: object, **named: object) -> object:
                nonlocal count
                count += 1
                if count == step:
                    raise OSError(errno.EIO, "Input/output error")
                return real(*arguments, **named)  # type: ignore[operator]

            return act

        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", fails_at(os.fsync))
            patched.setattr(os, "link", fails_at(os.link))
            patched.setattr("app.vault.sealing.write_all", fails_at(disk.write_all))
            patched.setattr(disk, "sync_folder", fails_at(disk.sync_folder))
            try:
                sealed = bench.vault.seal(source, "copy1", KEY)
            except StorageRefused:
                assert not any(name.endswith(".part") for name in bench.entries())
                with suppress(FileNotFoundError):  # the sync of the folder comes after the name
                    bench.vault.path_of("copy1").unlink()
                continue
        assert bench.vault.check("copy1", KEY, sealed.digest, sealed.sealed_bytes, full=True) is None
        assert step > 6
        return
    pytest.fail("never went through")


def test_a_vault_may_keep_evidence_elsewhere(bench: Bench) -> None:
    vault = Vault(bench.folder, bench.keys, None, bench.root / "proofs")
    assert vault.seal_bytes(b"x", "p").path == bench.root / "proofs" / "p.age"
