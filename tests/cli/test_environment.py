"""What the environment lacks: exit 3, one clear sentence, and nothing on disk overwritten."""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.program import Program, program_in
from tests.cli.story import set_up
from tests.samples import CLIENT_NAME, payroll_csv

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="key files and POSIX permissions")

COMMANDS = (("status", "--json"), ("client", "add", "Gemeente Elders"), ("delete-due",), ("doctor", "--json"))
CAP_DAC_OVERRIDE, PR_CAPBSET_DROP = 1, 24  # linux/capability.h, linux/prctl.h


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A data directory with a sealed copy in it; tests work on their own copy of it."""
    folder = tmp_path_factory.mktemp("filled")
    program = program_in(folder)
    agreement = set_up(program, folder)
    program.done("copy", "add", payroll_csv(folder / "een.csv", 5), "--agreement", agreement)
    return program


@pytest.fixture
def program(filled: Program, tmp_path: Path) -> Program:
    shutil.copytree(filled.data_dir, tmp_path / "data")
    (tmp_path / "home").mkdir()
    return Program(data_dir=tmp_path / "data", home=tmp_path / "home")


def contents(folder: Path) -> dict[str, str]:
    """Every file and its hash; locks and the shared memory of the database are no content."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith((".lease", ".lock", "-shm"))
    }


def no_key_file(program: Program) -> None:
    (program.data_dir / "keys.json").unlink()


def other_key_file(program: Program) -> None:
    folder = program.data_dir.parent / "ander"
    folder.mkdir()
    other = program_in(folder)
    other.run("status")
    shutil.copy(other.data_dir / "keys.json", program.data_dir / "keys.json")


def empty_key_file(program: Program) -> None:
    (program.data_dir / "keys.json").write_bytes(b"")


def no_database(program: Program) -> None:
    for path in program.data_dir.glob("store.db*"):
        path.unlink()


def damaged_database(program: Program) -> None:
    _flush(program)
    raw = bytearray((program.data_dir / "store.db").read_bytes())
    raw[:4096] = os.urandom(4096)
    (program.data_dir / "store.db").write_bytes(raw)


def truncated_database(program: Program) -> None:
    _flush(program)
    os.truncate(program.data_dir / "store.db", 1000)


def empty_database(program: Program) -> None:
    _flush(program)
    os.truncate(program.data_dir / "store.db", 0)


def no_record(program: Program) -> None:
    (program.data_dir / "directory.json").unlink()


def damaged_record(program: Program) -> None:
    (program.data_dir / "directory.json").write_text("{", encoding="utf-8")


def open_to_others(program: Program) -> None:
    program.data_dir.chmod(0o755)


def _flush(program: Program) -> None:
    """A database whose write-ahead log is empty is damaged by what is done to its own file."""
    for name in ("store.db-wal", "store.db-shm"):
        (program.data_dir / name).unlink(missing_ok=True)


@pytest.mark.parametrize(
    "damage",
    [
        no_key_file,
        other_key_file,
        empty_key_file,
        no_database,
        damaged_database,
        truncated_database,
        empty_database,
        no_record,
        damaged_record,
        open_to_others,
    ],
)
def test_what_cannot_be_opened_is_left_as_it_is(damage: Callable[[Program], None], program: Program):
    damage(program)
    before = contents(program.data_dir)
    for words in COMMANDS[:2]:
        answer = program.run(*words)
        assert (answer.code, answer.out) == (3, "")
        assert len(answer.err.strip().splitlines()) == 1
        assert " " in answer.err
    assert contents(program.data_dir) == before
    assert "Gemeente" not in answer.err


def test_both_languages_say_what_is_lacking(program: Program):
    no_database(program)
    dutch, english = program.run("--lang", "nl", "status"), program.run("--lang", "en", "status")
    assert dutch.err != english.err
    assert (dutch.code, english.code) == (3, 3)


@pytest.mark.parametrize(("folder", "by"), [("OneDrive - Adviesbureau", "OneDrive"), ("Nextcloud", "Nextcloud")])
def test_a_data_directory_in_a_synchronised_folder_is_refused_in_both_languages(tmp_path: Path, folder: str, by: str):
    """Nothing is written there before it is refused."""
    (tmp_path / folder).mkdir()
    if by == "Nextcloud":
        (tmp_path / folder / ".nextcloudsync.log").write_bytes(b"")
    (tmp_path / "home").mkdir()
    before = contents(tmp_path)
    program = Program(data_dir=tmp_path / folder / "data", home=tmp_path / "home")
    dutch, english = program.run("--lang", "nl", "status"), program.run("--lang", "en", "status")
    assert (dutch.code, english.code) == (3, 3)
    assert by in dutch.err
    assert by in english.err
    assert dutch.err != english.err
    assert contents(tmp_path) == before


def test_without_the_credential_store_that_was_chosen_there_is_no_fall_back(program: Program):
    record = program.data_dir / "directory.json"
    record.write_text(record.read_text(encoding="utf-8").replace("key-file", "credential-store"), encoding="utf-8")
    before = contents(program.data_dir)
    answer = program.run("status")
    assert (answer.code, answer.out) == (3, "")
    assert contents(program.data_dir) == before


def without_power_over_permissions() -> None:
    """Root reads and writes whatever the mode says; this process and its children no longer do."""
    if os.geteuid() == 0:
        ctypes.CDLL(None, use_errno=True).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)


@pytest.fixture
def read_only(program: Program):
    paths = [program.data_dir, *program.data_dir.rglob("*")]
    modes = {path: path.stat().st_mode for path in paths}
    for path in paths:
        path.chmod(0o500 if path.is_dir() else 0o400)
    yield program
    for path, mode in modes.items():
        with contextlib.suppress(FileNotFoundError):
            path.chmod(mode)


@pytest.mark.parametrize("words", COMMANDS)
def test_a_data_directory_that_may_not_be_written_is_said(words: tuple[str, ...], read_only: Program):
    before = contents(read_only.data_dir)
    answer = read_only.run(*words, before=without_power_over_permissions)
    assert (answer.code, answer.out) == (3, "")
    assert len(answer.err.strip().splitlines()) == 1
    assert contents(read_only.data_dir) == before


def test_a_data_directory_where_nothing_can_be_made_is_said(tmp_path: Path):
    program = program_in(tmp_path)
    program.home.chmod(0o500)
    answer = Program(program.home / "data", program.home).run("status", before=without_power_over_permissions)
    program.home.chmod(0o700)
    assert (answer.code, answer.out) == (3, "")
    assert list(program.home.iterdir()) == []


def test_a_file_where_the_data_directory_should_be_is_said(tmp_path: Path):
    program = program_in(tmp_path)
    program.data_dir.write_text("van iemand anders", encoding="utf-8")
    answer = program.run("status")
    assert (answer.code, answer.out) == (3, "")
    assert program.data_dir.read_text(encoding="utf-8") == "van iemand anders"


def test_a_folder_with_somebodys_files_is_not_taken_for_a_data_directory(tmp_path: Path):
    program = program_in(tmp_path)
    program.data_dir.mkdir(mode=0o700)
    (program.data_dir / "brief.txt").write_text("Beste,", encoding="utf-8")
    program.run("status")
    assert (program.data_dir / "brief.txt").read_text(encoding="utf-8") == "Beste,"


def test_a_restored_backup_holds_what_was_registered(program: Program, tmp_path: Path):
    backup = tmp_path / "reserve.vroom"
    program.done("backup", backup)
    no_database(program)
    assert program.run("status").code == 3
    assert program.done("restore", backup)["entries"] > 0
    assert [row["name"] for row in program.done("client", "list")["items"]] == [CLIENT_NAME]
    program.done("restore", backup)
    assert (program.data_dir / "store.db.replaced-1").exists()  # what stood there is kept
    assert program.json("doctor").document["state"] == "attention"


def test_a_file_that_is_no_backup_is_refused_and_changes_nothing(program: Program, tmp_path: Path):
    other = tmp_path / "brief.txt"
    other.write_text("Beste,", encoding="utf-8")
    before = contents(program.data_dir)
    answer = program.run("restore", other)
    assert (answer.code, answer.out) == (2, "")
    assert contents(program.data_dir) == before
    assert program.run("restore", tmp_path / "weg").code == 2


def test_a_damaged_sealed_file_is_found(program: Program):
    (sealed,) = (program.data_dir / "vault").rglob("*.age")
    raw = bytearray(sealed.read_bytes())
    raw[-1] ^= 1
    sealed.chmod(0o600)
    sealed.write_bytes(raw)
    answer = program.json("vault", "check")
    assert answer.code == 1
    assert (answer.document["failed"], answer.document["items"][0]["problem"]) == (1, "damaged")
    copy = answer.document["items"][0]["id"]
    opened = program.json("vault", "open", copy)
    assert (opened.code, opened.out) == (3, "")
    assert not [path for path in (program.data_dir / "working").rglob("*") if path.is_file()]


def test_a_reader_that_leaves_early_is_no_error(program: Program):
    with subprocess.Popen(
        program.command("journal", "list"),
        env={**program.environment, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_answer_that_cannot_be_written_is_no_success(program: Program):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            program.command("client", "list", "--json"),
            env={**program.environment, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    assert done.returncode != 0
    assert b"Traceback" not in done.stderr
