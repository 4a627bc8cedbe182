"""The main job on Windows: real processes, the Credential Manager, access lists, the mark of the web, deletion by handle.

Steps that only prepare run in this process, because starting a program under Wine takes two seconds."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.identity import new_id
from tests.cli.here import ProgramHere
from tests.cli.program import ROOT, Answer, Program, program_in
from tests.cli.story import set_up
from tests.samples import payroll_csv, payroll_xlsx
from tests.windows_lab.credentials import LOCAL_MACHINE, credentials_of, forget_keys

pytestmark = pytest.mark.windows

MARK = b"[ZoneTransfer]\r\nZoneId=3\r\nHostUrl=https://portaal.voorbeeldstad.example/uitdraai\r\n"
WATCHED_SECONDS = 25  # the worker that judges starts in this time too, beside whatever else the machine does
PATIENCE = 20.0
KILLS = 4


@dataclass
class Desk:
    """`here` runs in this process, `program` as a process of its own; both on one data directory."""

    folder: Path
    program: Program
    here: ProgramHere
    said: dict[str, Answer] = field(default_factory=dict)
    events: list[dict[str, Any]] = field(default_factory=list)
    agreement: str = ""

    @property
    def data_dir(self) -> Path:
        return self.program.data_dir

    @property
    def downloads(self) -> Path:
        return self.program.home / "Downloads"

    def call(self, name: str, *words: object) -> Answer:
        self.said[name] = self.program.run(*words)
        return self.said[name]


def desk_in(folder: Path) -> Desk:
    program = program_in(folder)
    desk = Desk(folder, program, ProgramHere(data_dir=program.data_dir, home=program.home))
    desk.downloads.mkdir()
    return desk


def marked(path: Path) -> Path:
    Path(f"{path}:Zone.Identifier").write_bytes(MARK)
    return path


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = desk_in(tmp_path_factory.mktemp("windows"))
    desk.call("first call", "status", "--json")
    desk.agreement = set_up(desk.here, desk.folder)
    desk.here.done("folder", "add", desk.downloads)
    _scan(desk)
    _watch(desk)
    _resolve(desk)
    _delete(desk)
    _prove(desk)
    yield desk
    forget_keys(desk.data_dir)


def _scan(desk: Desk) -> None:
    note = desk.folder / "uitdraai.txt"
    note.write_text("Regel 1\nRegel 2\n", encoding="utf-8")
    desk.call("scan of a marked file", "scan", marked(note), "--json")
    desk.said["scan of the same without its mark"] = desk.here.json("scan", _without_mark(note))


def _without_mark(path: Path) -> Path:
    copy = path.with_name("zonder merk.txt")
    copy.write_bytes(path.read_bytes())
    return copy


def _watch(desk: Desk) -> None:
    """Two files arrive while the guards run in a process of their own."""
    words = ("run", "--headless", "--for", WATCHED_SECONDS, "--jsonl")
    said, complained = desk.folder / "run.jsonl", desk.folder / "run.txt"
    with (
        said.open("wb") as out,
        complained.open("wb") as err,
        subprocess.Popen(
            desk.program.command(*words), cwd=ROOT, env=desk.program.environment, stdout=out, stderr=err
        ) as process,
    ):
        limit = threading.Timer(WATCHED_SECONDS + PATIENCE, process.kill)
        limit.start()
        for line in _lines(said, process):
            event = json.loads(line)
            desk.events.append(event)
            if event["event"] == "run.started":
                marked(payroll_xlsx(desk.downloads / "salarissen.xlsx", 40, "Gemeente Voorbeeldstad"))
                marked(payroll_csv(desk.downloads / "Ünïcode 🎉 lijst.csv", 25))
        limit.cancel()
    desk.said["run"] = Answer(process.returncode, "", complained.read_text(encoding="utf-8"))


def _lines(file: Path, process: subprocess.Popen[bytes]) -> Iterator[str]:
    """The lines of `file` as they come, until the process that writes it has ended."""
    rest = ""
    with file.open(encoding="utf-8") as reading:
        is_running = True
        while is_running:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.1)
            is_running = process.poll() is None
            *lines, rest = (rest + reading.read()).split("\n")
            yield from lines


def _resolve(desk: Desk) -> None:
    found = {Path(row["path"]).name: row for row in desk.here.done("finding", "list", "--open")["items"]}
    desk.said["found"] = Answer(0, json.dumps(sorted(found)), "")
    desk.call("sealed", *_resolution(found["salarissen.xlsx"], "--seal", desk.agreement))
    desk.here.done(*_resolution(found["Ünïcode 🎉 lijst.csv"], "--keep", desk.agreement))
    sealed = next(row for row in desk.here.done("copy", "list")["items"] if row["location"] == "vault")
    desk.call("opened", "vault", "open", sealed["id"], "--json")
    out = Path(desk.said["opened"].document["path"])
    desk.said["out"] = Answer(0, out.read_bytes()[:2].decode("ascii"), "")
    desk.said["back"] = desk.here.json("vault", "seal", sealed["id"])
    desk.said["left out"] = Answer(int(out.exists()), "", "")


def _resolution(finding: dict[str, Any], *way: str) -> tuple[object, ...]:
    return ("finding", "resolve", finding["id"], *way, "--json")


def _delete(desk: Desk) -> None:
    closed = (datetime.now(UTC) - timedelta(days=8)).strftime("%Y-%m-%dT%H:%M:%SZ")
    desk.here.done("project", "close", "VBS-1", "--at", closed)
    for copy in desk.here.done("copy", "list")["items"]:
        desk.here.done("copy", "confirm", copy["id"])
    desk.call("deleted", "delete-due", "--json")


def _prove(desk: Desk) -> None:
    (number,) = desk.said["deleted"].document["certificates"]
    target = desk.folder / "verklaring.pdf"
    desk.call("export", "certificate", "export", number, target)
    desk.call("verify", "certificate", "verify", target, "--json")
    desk.said["journal"] = desk.here.json("journal", "verify", "--full")
    desk.call("doctor", "doctor", "--json")


def test_the_first_call_makes_a_data_directory_for_owner_and_system_alone(told: Desk):
    assert (told.said["first call"].code, told.said["first call"].err) == (1, "")
    from app.system.privacy import _windows

    # Windows hands the list on to what is made inside; Wine does not.
    _, dacl = _windows.parse_sddl(_windows.sddl_of(told.data_dir))
    assert dacl is not None
    assert dacl.count("(A;OICI;FA;;;") == dacl.count("(") == 2


def test_every_key_is_an_entry_of_its_own_on_this_machine_alone(told: Desk):
    found = credentials_of(told.data_dir)
    names = {each.name.rpartition("/")[2] for each in found}
    assert names >= {"database", "journal", "device", "evidence"}
    assert {each.persist for each in found} == {LOCAL_MACHINE}
    assert not (told.data_dir / "keys.json").exists()


def test_no_key_lies_in_the_data_directory(told: Desk):
    secrets = [each.secret.decode("utf-16-le") for each in credentials_of(told.data_dir)]
    assert all(secrets)
    for path in (path for path in told.data_dir.rglob("*") if path.is_file()):
        content = path.read_bytes()
        assert not any(secret.encode() in content for secret in secrets)


def test_the_mark_of_the_web_says_where_a_file_came_from(told: Desk):
    (row,) = told.said["scan of a marked file"].items
    assert {"type": "origin", "detail": "portaal.voorbeeldstad.example"} in row["reasons"]
    assert row["client"] == "Gemeente Voorbeeldstad"
    (bare,) = told.said["scan of the same without its mark"].items
    assert (bare["verdict"], bare["client"]) == ("clean", None)


def test_the_guards_see_what_arrives_while_they_run(told: Desk):
    """VR-K1, VR-P1a"""
    assert (told.said["run"].code, told.said["run"].err) == (0, "")
    opened = [event["data"] for event in told.events if event["event"] == "finding.opened"]
    assert len(opened) == 2
    assert all("origin" in data["reasons"] for data in opened)
    assert json.loads(told.said["found"].out) == ["salarissen.xlsx", "Ünïcode 🎉 lijst.csv"]


def test_a_sealed_file_leaves_downloads_and_comes_back_whole(told: Desk):
    """VR-P3"""
    assert told.said["sealed"].items[0]["resolution"]["how"] == "sealed"
    assert told.said["opened"].code == 0
    assert told.said["out"].out == "PK"
    assert told.said["back"].items[0]["state"] == "sealed"
    assert told.said["left out"].code == 0


def test_after_a_week_the_copies_and_their_key_are_gone(told: Desk):
    """VR-P4"""
    run = told.said["deleted"].document
    assert {(item["outcome"], item["method"]) for item in run["items"]} == {
        ("deleted", "cryptographic-erase"),
        ("deleted", "unlink"),
    }
    assert [path.name for path in told.downloads.iterdir() if ":" not in path.name] == []  # Wine lists streams as files
    assert not list((told.data_dir / "vault").iterdir())
    assert f"agreement.{told.agreement}" not in {each.name.rpartition("/")[2] for each in credentials_of(told.data_dir)}


def test_the_declaration_and_the_journal_are_right(told: Desk):
    assert told.said["verify"].document["valid"] is True
    assert told.said["journal"].document["valid"] is True


def test_the_doctor_finds_nothing_broken(told: Desk):
    checks = {check["id"]: check["state"] for check in told.said["doctor"].document["checks"]}
    assert "failed" not in checks.values()
    assert (checks["keys"], checks["privacy"], checks["detector"]) == ("ok", "ok", "ok")


def test_the_demo_tells_its_story_and_leaves_nothing(told: Desk):
    before = set(Path(tempfile.gettempdir()).iterdir())
    answer = told.program.run("--lang", "en", "demo")
    assert (answer.code, answer.err) == (0, "")
    assert "cryptographic-erase" in answer.out
    assert set(Path(tempfile.gettempdir()).iterdir()) == before


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A data directory with an agreement, and one copy in the vault."""
    made = desk_in(tmp_path)
    made.agreement = set_up(made.here, made.folder)
    made.here.done("copy", "add", payroll_csv(made.downloads / "een.csv", 5), "--agreement", made.agreement)
    yield made
    forget_keys(made.data_dir)


def lose_the_key(desk: Desk) -> Callable[[], None]:
    from win32ctypes.pywin32 import win32cred

    (entry,) = [each for each in credentials_of(desk.data_dir) if each.name.endswith("/database")]
    win32cred.CredDelete(entry.name, 1)
    return lambda: None


def damage_the_database(desk: Desk) -> Callable[[], None]:
    with (desk.data_dir / "store.db").open("r+b") as file:
        file.seek(64)
        file.write(os.urandom(20_000))
    return lambda: None


def lose_the_database(desk: Desk) -> Callable[[], None]:
    (desk.data_dir / "store.db").rename(desk.data_dir / "weg.db")
    return lambda: None


def let_others_in(desk: Desk) -> Callable[[], None]:
    """The same content in a folder that inherits its access list from C:."""
    open_folder = desk.data_dir.with_name("open")
    shutil.copytree(desk.data_dir, open_folder)
    shutil.rmtree(desk.data_dir)
    open_folder.rename(desk.data_dir)
    return lambda: None


@pytest.mark.parametrize("spoil", [lose_the_key, damage_the_database, lose_the_database, let_others_in])
def test_what_the_environment_lacks_is_said_in_a_sentence_and_nothing_is_overwritten(
    desk: Desk, spoil: Callable[[Desk], None]
):
    keys = {each.name: each.secret for each in credentials_of(desk.data_dir)}
    spoil(desk)
    before = _content(desk.data_dir)
    for words in (("status", "--json"), ("client", "add", "Gemeente Elders"), ("delete-due",)):
        answer = desk.here.run(*words)
        assert (answer.code, answer.out) == (3, "")
        assert len(answer.err.splitlines()) == 1
    assert _content(desk.data_dir) == before
    for each in credentials_of(desk.data_dir):
        assert keys[each.name] == each.secret


def _content(folder: Path) -> dict[str, bytes]:
    passing = (".lease", ".lock", "-shm", "-wal")
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(passing))
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_a_file_that_somebody_holds_is_blocked_and_goes_when_it_is_let_go(desk: Desk):
    """VR-P4"""
    held = payroll_csv(desk.downloads / "open in Excel.csv", 5)
    copy = desk.here.done("copy", "add", held, "--agreement", desk.agreement, "--in-place")["id"]
    with held.open("r+b"):  # as Office does: others may neither delete nor rename it
        run = desk.here.json("copy", "delete", copy, "--reason", "Klaar").document
        assert [item["outcome"] for item in run["items"]] == ["blocked"]
        assert held.exists()
    run = desk.here.json("copy", "delete", copy, "--reason", "Klaar").document
    assert [item["outcome"] for item in run["items"]] == ["deleted"]
    assert not held.exists()


@pytest.mark.slow
@pytest.mark.parametrize("verb", ["seal", "open", "delete"])
def test_a_killed_program_leaves_everything_wholly_old_or_wholly_new(desk: Desk, verb: str):
    """On Linux `tests/faults` kills twenty times a verb; here starting Python alone takes most of two seconds."""
    usual = _call_and_kill(desk, verb, PATIENCE)
    for number in range(KILLS):
        _call_and_kill(desk, verb, usual * (0.5 + 0.6 * number / KILLS))
        checks = {check["id"]: check["state"] for check in desk.here.json("doctor").document["checks"]}
        assert "failed" not in checks.values()


def _call_and_kill(desk: Desk, verb: str, moment: float) -> float:
    """One call that is killed after `moment` seconds, and a look at what it left; how long the call took."""
    path = payroll_csv(desk.downloads / f"{new_id()}.csv", 2000)
    content = path.read_bytes()
    words: tuple[object, ...] = ("copy", "add", path, "--agreement", desk.agreement)
    copy = ""
    if verb != "seal":
        copy = desk.here.done(*words)["id"]
        words = ("vault", "open", copy) if verb == "open" else ("copy", "delete", copy, "--reason", "Klaar")
    seconds = _killed(desk.program, words, moment)
    rows = {row["name"]: row for row in desk.here.done("copy", "list")["items"]}
    if verb == "seal":
        assert path.exists() is (path.name not in rows)
    elif verb == "open":
        assert rows[path.name]["state"] in ("kept", "checked-out")
        if rows[path.name]["state"] == "checked-out":
            assert Path(rows[path.name]["path"]).read_bytes() == content
            desk.here.done("vault", "seal", copy)
    else:
        state = desk.here.done("copy", "show", copy)["state"]
        sealed = {row["id"]: row["state"] for row in desk.here.done("vault", "list")["items"]}
        assert (state, sealed[copy]) in (("deleted", "erased"), ("kept", "sealed"))
    return seconds


def _killed(program: Program, words: tuple[object, ...], moment: float) -> float:
    started = time.monotonic()
    with subprocess.Popen(
        program.command(*words), cwd=ROOT, env=program.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            process.kill()
    return time.monotonic() - started
