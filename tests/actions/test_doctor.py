"""What is wrong with the assistant itself: every check fails for real, and says how to mend it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.actions.doctor import Check, CheckState, DoctorActions, Surface, impersonal
from app.detect.process.measures import Force, Measure, Measures
from app.detect.process.worker_process import WorkerLacking
from app.domain.errors import Stopped
from app.domain.locking import LockAttempt, LockOutcome
from app.domain.messages import Message, msg
from app.domain.ports import KeySource, PlaceInfo, PlaceKind
from app.system.autostart import AutostartState
from app.system.language import texts
from app.system.policy import broken
from tests.actions.conftest import MakeLaptop
from tests.actions.laptop import DAY, HOUR, Laptop

IDS = (
    "store",
    "keys",
    "journal",
    "vault",
    "interrupted",
    "privacy",
    "place",
    "disk-space",
    "disk-encryption",
    "clock",
    "policy",
    "detector",
    "isolation",
    "folders",
    "office365",
    "sign-in",
    "remote",
    "storage",
    "lock",
    "lock-limit",
    "lock-wake",
    "lock-lid",
    "lock-dynamic",
    "health",
    "keyring",
    "watchers",
    "autostart",
    "toasts",
    "cloud-folders",
    "versions",
    "team-status",
    "team-consent",
)
OK, ATTENTION, FAILED, UNKNOWN = CheckState.OK, CheckState.ATTENTION, CheckState.FAILED, CheckState.UNKNOWN


def checks(laptop: Laptop) -> dict[str, Check]:
    return {check.id: check for check in laptop.app.doctor.checks()}


def with_surface(laptop: Laptop, **changes: object) -> dict[str, Check]:
    """The same doctor, with a machine that answers otherwise."""
    doctor = laptop.app.doctor
    surface: Surface = replace(doctor._surface, **changes)  # type: ignore[arg-type]
    other = DoctorActions(laptop.app.office, doctor._store, laptop.app.vault, laptop.places, surface)
    return {check.id: check for check in other.checks()}


@pytest.fixture
def ready(laptop: Laptop) -> Laptop:
    laptop.usual()
    laptop.watch()
    laptop.sealed(laptop.agreement())
    laptop.app.clock.keep()
    return laptop


def test_a_sound_laptop_is_sound(ready: Laptop) -> None:
    before = ready.app.journal.head()
    found = checks(ready)
    assert tuple(found) == IDS
    assert {id_: check.state for id_, check in found.items() if id_ != "disk-encryption"} == {
        id_: OK for id_ in IDS if id_ != "disk-encryption"
    }
    assert ready.app.journal.head() == before  # looking changes nothing


def damage_the_database(laptop: Laptop) -> None:
    database = laptop.data_dir / "store.db"
    with laptop.app.office.change() as work:  # so that the pages stand in the file and not in its log
        for number in range(2000):  # more than all else, so that the middle is among them
            work.session.notes.set(f"vulling.{number}", "x" * 200)
    laptop.app.close()
    content = bytearray(database.read_bytes())
    middle = len(content) // 4096 // 2 * 4096
    content[middle + 100 : middle + 200] = b"\x55" * 100
    database.write_bytes(content)
    laptop.app = laptop.again()


def edit_the_journal(laptop: Laptop) -> None:
    with laptop.app.office.change() as work:
        connection = work.session.notes._connection
        connection.execute("UPDATE journal SET event = 'copy.deleted' WHERE seq = 2")


def lose_a_sealed_file(laptop: Laptop) -> None:
    next((laptop.data_dir / "vault").glob("*.age")).unlink()


def damage_a_sealed_file(laptop: Laptop) -> None:
    sealed = next((laptop.data_dir / "vault").glob("*.age"))
    content = bytearray(sealed.read_bytes())
    content[-10] ^= 1
    sealed.write_bytes(content)


def lose_an_agreements_key(laptop: Laptop) -> None:
    laptop.keys.destroy(f"agreement.{laptop.app.copies.list()[0].copy.agreement_id}")


def leave_something_begun(laptop: Laptop) -> None:
    with laptop.app.office.change() as work:
        work.session.notes.set("sealing.x", {"process": "1:0:gone", "path": ""})


def open_to_others(laptop: Laptop) -> None:
    if sys.platform == "win32":
        from app.system.privacy._windows import set_access

        set_access(laptop.data_dir, "D:P(A;OICI;FA;;;WD)")
    else:
        laptop.data_dir.chmod(0o755)


def synchronise_the_data(laptop: Laptop) -> None:
    laptop.places.told[laptop.data_dir] = PlaceInfo(kind=PlaceKind.SYNCHRONISED, synchronised_by="OneDrive")


def leap(laptop: Laptop) -> None:
    laptop.clock.set_wall(laptop.now + 30 * DAY)


def lose_a_folder(laptop: Laptop) -> None:
    shutil.rmtree(laptop.downloads)


def watch_nothing(laptop: Laptop) -> None:
    laptop.app.folders.remove(laptop.downloads)


def lose_the_remote(laptop: Laptop) -> None:
    laptop.app.settings.set("remote.folder", str(laptop.root / "stick"))


def start_by_hand(laptop: Laptop) -> None:
    laptop.autostart.told = AutostartState.ABSENT


@pytest.mark.parametrize(
    ("break_it", "id_", "state"),
    [
        (damage_the_database, "store", FAILED),
        (edit_the_journal, "journal", FAILED),
        (lose_a_sealed_file, "vault", FAILED),
        (lose_an_agreements_key, "vault", FAILED),
        (leave_something_begun, "interrupted", ATTENTION),
        pytest.param(
            *(open_to_others, "privacy", FAILED),
            marks=pytest.mark.skipif(sys.platform == "win32", reason="permission bits"),
        ),
        (synchronise_the_data, "place", FAILED),
        (leap, "clock", ATTENTION),
        (lose_a_folder, "folders", ATTENTION),
        (watch_nothing, "folders", ATTENTION),
        (lose_the_remote, "remote", ATTENTION),
        (start_by_hand, "autostart", ATTENTION),
    ],
)
def test_what_is_broken_is_found_and_can_be_mended(
    ready: Laptop, break_it: Callable[[Laptop], None], id_: str, state: CheckState
) -> None:
    break_it(ready)
    check = checks(ready)[id_]
    assert check.state is state, check
    assert check.fix is not None


def test_a_damaged_sealed_file_is_found(ready: Laptop) -> None:
    damage_a_sealed_file(ready)
    assert checks(ready)["vault"].state is FAILED


def test_the_machine_itself_is_looked_at(ready: Laptop) -> None:
    def no_answer(_path: Path) -> int:
        raise OSError(5, "Input/output error")

    cases = {
        "keys": ({"key_source": KeySource.KEY_FILE}, ATTENTION),
        "disk-space": ({"free_bytes": lambda path: 1024}, ATTENTION),
        "disk-encryption": ({"disk_encrypted": lambda path: False}, ATTENTION),
        "detector": ({"detector_answers": lambda: False}, FAILED),
        "policy": ({"policy_problems": (msg("settings.unknown", key="x"),)}, ATTENTION),
        "lock": ({"lock_mechanism": lambda: None}, ATTENTION),
    }
    for id_, (changes, state) in cases.items():
        check = with_surface(ready, **changes)[id_]
        assert (check.state, check.fix is not None) == (state, True)
    assert with_surface(ready, disk_encrypted=lambda path: None)["disk-encryption"].state is UNKNOWN
    assert with_surface(ready, disk_encrypted=lambda path: True)["disk-encryption"].state is OK
    assert with_surface(ready, free_bytes=no_answer)["disk-space"].state is UNKNOWN


def test_a_broken_policy_is_reported_and_the_defaults_count(make_laptop: MakeLaptop) -> None:
    laptop = make_laptop(reading=broken(msg("settings.unknown", key="x")))
    assert checks(laptop)["policy"].state is ATTENTION
    assert laptop.app.settings.number("findings.decide_hours") == 24
    assert [notice.id for notice in laptop.app.status.status().notices] == ["doctor.policy-broken"]


def test_a_store_that_fails_while_it_is_asked_costs_its_checks_and_no_others(ready: Laptop) -> None:
    """Every other check still answers."""
    damage_the_database(ready)
    found = checks(ready)
    assert tuple(found) == IDS
    assert found["privacy"].state is OK


class TestIsolation:
    """What holds the process that reads documents."""

    @pytest.mark.parametrize(
        ("measures", "state", "sentence"),
        [
            ({Measure.FILES: Force.IN_FORCE, Measure.LIMITS: Force.IN_FORCE}, OK, "doctor.isolation-fine"),
            ({Measure.FILES: Force.IN_FORCE, Measure.LIMITS: Force.ABSENT}, ATTENTION, "doctor.isolation-part"),
            ({Measure.FILES: Force.REFUSED, Measure.LIMITS: Force.IN_FORCE}, ATTENTION, "doctor.isolation-part"),
            ({Measure.FILES: Force.REFUSED, Measure.LIMITS: Force.ABSENT}, FAILED, "doctor.isolation-none"),
            ({}, UNKNOWN, "doctor.isolation-unknown"),
        ],
    )
    def test_what_is_not_in_force_asks_for_attention(
        self, ready: Laptop, measures: dict[Measure, Force], state: CheckState, sentence: str
    ) -> None:
        check = with_surface(ready, isolation=lambda: measures)["isolation"]
        assert (check.state, check.sentence.id) == (state, sentence)
        assert (check.fix is None) is (state in (OK, UNKNOWN))

    def test_every_measure_has_a_name_and_what_lacks_is_told_apart_from_what_was_refused(self, ready: Laptop) -> None:
        measures = dict.fromkeys(Measure, Force.IN_FORCE)
        measures |= {Measure.FILES: Force.ABSENT, Measure.SYSTEM_CALLS: Force.REFUSED}
        check = with_surface(ready, isolation=lambda: measures)["isolation"]
        told = texts("en").render(check.sentence)
        assert told.startswith("2 measures to confine the reader of files are not in force")
        assert "writes no files (this system does not have it)" in told
        assert "only the system calls that reading takes (refused)" in told
        assert "makes no connections" in told

    def test_a_reader_that_does_not_start_has_failed(self, ready: Laptop) -> None:
        def lacking() -> Measures:
            raise WorkerLacking(msg("detect.worker-lacking"))

        assert with_surface(ready, isolation=lacking)["isolation"].state is FAILED


class TestLock:
    """VR-P6"""

    def test_what_cannot_be_seen_is_unknown(self, ready: Laptop) -> None:
        ready.screen.state = None
        unseen = checks(ready)["lock"]
        assert (unseen.state, unseen.sentence.id) == (UNKNOWN, "doctor.lock-unseen")
        ready.screen.state, ready.idle.seconds = False, None
        blind = checks(ready)["lock"]
        assert (blind.state, blind.sentence.id) == (UNKNOWN, "doctor.lock-blind")
        assert unseen.fix is not None
        assert blind.fix is not None

    def test_looking_locks_nothing(self, ready: Laptop) -> None:
        checks(ready)
        assert ready.screen.requests == []

    @pytest.mark.parametrize(
        ("state", "refusal", "expected", "sentence"),
        [
            (False, None, OK, "doctor.lock-tried"),
            (False, msg("lock.refused", code="5"), FAILED, "lock.refused"),
        ],
    )
    def test_trying_locks_for_real(
        self, ready: Laptop, state: bool | None, refusal: Message | None, expected: CheckState, sentence: str
    ) -> None:
        ready.screen.state, ready.screen.refusal = state, refusal
        found = {check.id: check for check in ready.app.doctor.checks(try_lock=True)}
        assert tuple(found) == IDS
        assert (found["lock"].state, found["lock"].sentence.id) == (expected, sentence)
        assert ready.screen.requests
        assert (found["lock"].fix is None) is (expected is OK)

    def test_a_lock_that_cannot_be_confirmed_stays_unknown(self, ready: Laptop) -> None:
        attempt = LockAttempt(outcome=LockOutcome.NOT_CONFIRMED, sentence=msg("lock.not-confirmed"))
        surface = replace(ready.app.doctor._surface, lock_now=lambda: attempt)
        doctor = DoctorActions(ready.app.office, ready.app.doctor._store, ready.app.vault, ready.places, surface)
        found = {check.id: check for check in doctor.checks(try_lock=True)}["lock"]
        assert (found.state, found.sentence.id, found.fix is not None) == (UNKNOWN, "lock.not-confirmed", True)


class TestAnExamination:
    def test_is_remembered_until_the_next_one(self, ready: Laptop) -> None:
        assert ready.app.doctor.last() is None
        first = ready.app.doctor.examine()
        assert (first.at, ready.app.doctor.last()) == (ready.now, first)
        ready.passes(HOUR)
        assert ready.app.doctor.examine().at == ready.now
        assert ready.app.doctor.last() != first

    def test_says_what_asks_most_first(self, ready: Laptop) -> None:
        doctor = ready.app.doctor
        changes = {"free_bytes": lambda _: 0, "disk_encrypted": lambda _: None, "detector_answers": lambda: False}
        surface = replace(doctor._surface, **changes)  # type: ignore[arg-type]
        other = DoctorActions(ready.app.office, doctor._store, ready.app.vault, ready.places, surface)
        found = other.examine()
        assert [check.id for check in found.wanting] == ["detector", "disk-space", "disk-encryption"]
        assert len(found.fine) == len(IDS) - 3

    def test_tells_how_far_it_is_and_can_be_stopped(self, ready: Laptop) -> None:
        told: list[tuple[int, int]] = []
        ready.app.doctor.examine(progress=lambda done, total: told.append((done, total)))
        assert told == [(number, len(IDS)) for number in range(len(IDS))]
        before = ready.app.doctor.last()

        def stop(done: int, _total: int) -> None:
            if done == 3:
                raise Stopped

        with pytest.raises(Stopped):
            ready.app.doctor.examine(progress=stop)
        assert ready.app.doctor.last() is before

    def test_leaves_the_laptop_without_paths_and_names(self) -> None:
        problem = msg("policy.unreadable", path="/home/robin/x", reason=msg("doctor.not-run", why="robin"))
        check = Check(
            id="policy",
            state=ATTENTION,
            sentence=msg("doctor.policy-broken", problems=(problem,), n=3),
            fix=msg("file.missing", path="/home/robin/y"),
        )
        shared = impersonal(check)
        assert "robin" not in str(shared.sentence) + str(shared.fix)
        assert (shared.id, shared.state, shared.sentence.arguments["n"]) == ("policy", ATTENTION, 3)
