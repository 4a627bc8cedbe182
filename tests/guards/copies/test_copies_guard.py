"""The copies guard on real files, with time that moves when told. VR-K1, VR-P1a, VR-P1b, VR-P3."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.errors import EnvironmentLacking
from app.domain.finding import Verdict
from app.domain.folder import FolderKind, WatchedFolder
from app.domain.rules import GuardReport, RuleState
from app.guards.copies import CopiesGuard, Surroundings
from app.guards.copies import guard as guard_module
from app.guards.runner import Runner
from app.system.files import local_files
from app.system.watch import ChangeKind, Lost, OnChange, OnLost, Watching, file_probe, folder_watcher
from tests.fakes import FakeClock
from tests.guards.fakes import (
    CLIENT_WORD,
    LONG_AGO,
    FakeDetector,
    FakeIntake,
    FakePlaces,
    FakePower,
    FakeWatcher,
    SteadyTicks,
    as_client_place,
    watched,
)

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
FAR = datetime(2199, 1, 1, tzinfo=UTC)


@dataclass
class Bench:
    """A guard with everything around it under the test's control."""

    guard: CopiesGuard
    intake: FakeIntake
    detector: FakeDetector
    watcher: FakeWatcher
    power: FakePower
    places: FakePlaces
    mounts: set[Path]
    clock: FakeClock
    downloads: Path
    report: GuardReport | None = None
    paused_until: datetime | None = None

    def check(self) -> GuardReport:
        self.report = self.guard.check(self.clock.now())
        return self.report

    def pause(self, period: timedelta) -> None:
        self.paused_until = self.clock.now() + period

    def until(self) -> datetime | None:
        """As the actions say it: a pause that is over is none."""
        is_on = self.paused_until is not None and self.clock.now() < self.paused_until
        return self.paused_until if is_on else None

    def run(self, seconds: float = 15.0) -> GuardReport:
        """Let time pass in the steps the guard asks for."""
        end = self.clock.now() + timedelta(seconds=seconds)
        report = self.check()
        for _ in range(10_000):
            assert report.next_check_at is not None
            step = max(report.next_check_at - self.clock.now(), timedelta(milliseconds=50))
            if self.clock.now() + step > end:
                self.clock.moment = end
                return self.check()
            self.clock.advance(step)
            report = self.check()
        return report

    def put(self, name: str, content: bytes = CLIENT_WORD) -> Path:
        """A file that arrives while the guard watches."""
        path = self.downloads / name
        path.write_bytes(content)
        self.watcher.say(ChangeKind.CREATED, path)
        return path

    def leave(self, name: str) -> Path:
        """An old file that is there without anybody having heard of it."""
        path = self.downloads / name
        path.write_bytes(CLIENT_WORD)
        return age(path)

    def move(self, source: Path, target: Path) -> Path:
        source.replace(target)
        self.watcher.say(ChangeKind.MOVED, source, target)
        return target

    def delete(self, path: Path) -> None:
        path.unlink()
        self.watcher.say(ChangeKind.DELETED, path)


MakeBench = Callable[..., Bench]


@pytest.fixture
def make_bench(tmp_path: Path, clock: FakeClock) -> MakeBench:
    def make(*folders: WatchedFolder, intake: FakeIntake | None = None) -> Bench:
        downloads = tmp_path / "Downloads"
        downloads.mkdir(exist_ok=True)
        clock.moment = datetime.now(UTC)  # ages of files are told from real times
        detector, power, places = FakeDetector(), FakePower(), FakePlaces()
        mounts: set[Path] = set()
        watchers: list[FakeWatcher] = []

        def watcher(on_change: OnChange, on_lost: OnLost) -> FakeWatcher:
            watchers.append(FakeWatcher(on_change, on_lost))
            return watchers[0]

        taken = intake or FakeIntake(*(folders or (watched(downloads),)))
        files = local_files()
        around = Surroundings(
            watcher=watcher,  # type: ignore[arg-type]  # keeps the watcher's contract
            probe=file_probe(),
            files=files,
            is_settled_open=files.settled_open,
            power=power,
            places=places,
            mount_points=lambda: mounts,
            ticks=SteadyTicks(clock),
        )
        benches: list[Bench] = []
        guard = CopiesGuard(taken, detector, around, paused_until=lambda: benches[0].until())
        benches.append(Bench(guard, taken, detector, watchers[0], power, places, mounts, clock, downloads))
        return benches[0]

    return make


@pytest.fixture
def bench(make_bench: MakeBench) -> Bench:
    """A guard that has had its first look at an empty Downloads."""
    made = make_bench()
    made.run(3)
    return made


def age(path: Path, period: timedelta = timedelta(days=30)) -> Path:
    moment = datetime.now(UTC) - period
    os.utime(path, (moment.timestamp(), moment.timestamp()))
    return path


# -- new files --------------------------------------------------------------------------------------------------------


def test_client_data_that_arrives_becomes_a_finding(bench: Bench) -> None:
    """VR-K1, VR-P1a"""
    path = bench.put("personeel.xlsx")
    bench.run()
    assert bench.intake.found == [str(path)]
    assert not bench.intake.verdicts[0].first_clean_up


def test_a_clean_file_leaves_only_a_fingerprint(bench: Bench) -> None:
    """VT-B2: neither its path nor its kinds are kept."""
    bench.put("vakantie.txt", b"zon en zee")
    bench.run()
    assert bench.intake.found == []
    [marks] = bench.intake.fingerprints.values()
    assert len(marks) == 1
    assert b"vakantie" not in b"".join(marks)


def test_a_file_is_told_about_a_second_after_its_last_change(bench: Bench) -> None:
    bench.put("a.xlsx")
    bench.run(0.9)
    assert bench.intake.looked_at == []
    bench.run(0.4)
    assert bench.detector.opened == ["a.xlsx"]
    assert bench.intake.looked_at == ["a.xlsx"]


def test_the_detector_warms_up_while_a_file_settles_and_rests_later(bench: Bench) -> None:
    bench.detector.calls.clear()
    bench.run(40)
    bench.detector.calls.clear()
    bench.put("a.xlsx")
    bench.run(0.2)
    assert bench.detector.calls == ["warm-up"]
    assert bench.detector.opened == []
    bench.run(20)
    assert bench.detector.calls == ["warm-up"]
    bench.run(30)
    assert bench.detector.calls == ["warm-up", "rest"]


def test_a_verdict_is_prepared_while_the_file_settles(bench: Bench) -> None:
    bench.put("a.xlsx", CLIENT_WORD)
    bench.run(0.6)
    assert bench.detector.opened == ["a.xlsx"]
    assert bench.intake.found == []
    bench.run(0.7)
    assert bench.detector.opened == ["a.xlsx"]
    assert len(bench.intake.found) == 1


def test_a_remote_session_says_something_of_what_is_written_meanwhile_only(bench: Bench) -> None:
    """VR-P1a"""
    bench.leave("eerder.xlsx")
    bench.guard._judging._session_hosts = lambda: ("werkplek.voorbeeldstad.example",)
    bench.run(700)
    bench.put("nu.xlsx", CLIENT_WORD)
    bench.run(3)
    during, before = bench.detector.origins["nu.xlsx"], bench.detector.origins["eerder.xlsx"]
    assert during is not None
    assert during.session_hosts == ("werkplek.voorbeeldstad.example",)
    assert before is None


def test_a_prepared_verdict_does_not_count_for_what_was_written_later(bench: Bench) -> None:
    bench.put("a.xlsx", b"clean")
    bench.run(0.6)
    bench.put("a.xlsx", CLIENT_WORD)
    bench.run(1.5)
    assert len(bench.intake.found) == 1


def test_a_file_is_judged_once_whatever_events_come(bench: Bench) -> None:
    path = bench.put("a.xlsx")
    for _ in range(20):
        bench.watcher.say(ChangeKind.MODIFIED, path)
        bench.watcher.say(ChangeKind.CLOSED, path)
        bench.run(0.5)
    bench.run()
    bench.watcher.say(ChangeKind.MODIFIED, path)  # as an antivirus program's reading shows on Windows
    bench.run()
    assert bench.detector.opened == ["a.xlsx"]


def test_a_changed_file_is_judged_again(bench: Bench) -> None:
    path = bench.put("a.xlsx", b"nothing yet")
    bench.run()
    path.write_bytes(CLIENT_WORD + b" added")
    bench.watcher.say(ChangeKind.MODIFIED, path)
    bench.run()
    assert bench.intake.found == [str(path)]


def test_an_unfinished_download_is_judged_when_it_has_its_name(bench: Bench) -> None:
    part = bench.put("uren.xlsx.crdownload")
    bench.run(20)
    assert bench.detector.opened == []
    path = bench.move(part, bench.downloads / "uren.xlsx")
    bench.run()
    assert bench.intake.found == [str(path)]


def test_a_download_that_nobody_finished_in_a_day_is_a_file_like_any_other(bench: Bench) -> None:
    age(bench.downloads / bench.put("uren.xlsx.part").name)
    bench.run(400)
    assert bench.detector.opened == ["uren.xlsx.part"]


def test_an_empty_file_is_fine(bench: Bench) -> None:
    bench.put("leeg.txt", b"")
    bench.run()
    assert bench.detector.opened == ["leeg.txt"]


@pytest.mark.parametrize("name", ["naïef €.txt", "‮fdp.txt", "🙂.txt", "'aan' & halen.txt", "é" * 100])
def test_odd_names_are_judged(bench: Bench, name: str) -> None:
    bench.put(name)
    bench.run()
    assert bench.intake.looked_at == [name]


@POSIX
@pytest.mark.parametrize("name", [b"no\xffutf8.txt", b"new\nline.txt", b"a" * 250])
def test_names_that_only_bytes_can_say_are_judged(bench: Bench, name: bytes) -> None:
    bench.put(os.fsdecode(name))
    bench.run()
    assert bench.intake.looked_at == [os.fsdecode(name)]


@POSIX
def test_a_fifo_a_link_and_a_socket_are_never_opened(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_bytes(CLIENT_WORD)
    (bench.downloads / "link.txt").symlink_to(tmp_path / "secret.txt")
    os.mkfifo(bench.downloads / "fifo.txt")
    for name in ("link.txt", "fifo.txt"):
        bench.watcher.say(ChangeKind.CREATED, bench.downloads / name)
    bench.run(400)
    assert bench.detector.opened == []


def test_a_file_that_vanishes_while_it_is_judged_breaks_nothing(bench: Bench) -> None:
    path = bench.put("a.xlsx")
    bench.detector.while_judging = [path.unlink]
    bench.run()
    assert bench.intake.verdicts == []
    assert ("vanished", "a.xlsx") in bench.intake.told


def test_a_file_that_is_replaced_while_it_is_judged_is_judged_again(bench: Bench) -> None:
    path = bench.put("a.xlsx", b"own")

    def replace_it() -> None:
        bench.downloads.joinpath("other").write_bytes(CLIENT_WORD)
        bench.downloads.joinpath("other").replace(path)

    bench.detector.while_judging = [replace_it]
    bench.run()
    assert bench.intake.looked_at == ["a.xlsx"]
    assert bench.intake.found == [str(path)]


def test_a_file_that_is_renamed_while_it_is_judged_is_judged_under_its_new_name(bench: Bench) -> None:
    path = bench.put("a.xlsx")
    bench.detector.while_judging = [lambda: bench.move(path, bench.downloads / "b.xlsx")]
    bench.run()
    assert bench.intake.found == [str(bench.downloads / "b.xlsx")]


@POSIX
def test_a_folder_that_becomes_a_link_is_not_followed_for_its_files(bench: Bench, tmp_path: Path) -> None:
    """VR-P1b: behind the link may be the client's own storage."""
    place = tmp_path / "client-place"
    place.mkdir()
    (place / "a.xlsx").write_bytes(CLIENT_WORD)
    sub = bench.downloads / "sub"
    sub.mkdir()
    bench.put("sub/a.xlsx")
    bench.run(0.2)
    shutil.rmtree(sub)
    sub.symlink_to(place, target_is_directory=True)
    bench.run(20)
    assert bench.detector.opened == []


# -- saves, moves, deletions ------------------------------------------------------------------------------------------


def test_a_move_that_was_seen_is_told(bench: Bench) -> None:
    path = bench.put("a.xlsx")
    bench.run()
    facts = local_files().facts(path)
    assert facts is not None
    bench.intake.register(facts)
    bench.move(path, bench.downloads / "b.xlsx")
    bench.run()
    assert ("moved", "a.xlsx", "b.xlsx") in bench.intake.told
    assert not [told for told in bench.intake.told if told[0] == "vanished"]


def test_a_save_by_an_editor_is_told_as_a_save_of_the_same_document(bench: Bench) -> None:
    path = bench.put("rapport.docx")
    bench.run()
    facts = local_files().facts(path)
    assert facts is not None
    bench.intake.register(facts)
    new = bench.downloads / "~WRD0000.tmp"
    new.write_bytes(CLIENT_WORD + b" more")
    bench.watcher.say(ChangeKind.CREATED, new)
    old = bench.move(path, bench.downloads / "~WRL0001.tmp")
    bench.move(new, path)
    bench.delete(old)
    bench.run()
    assert bench.intake.told == [("saved", "rapport.docx")]


def test_a_deletion_is_told_after_a_moment(bench: Bench) -> None:
    path = bench.put("a.xlsx")
    bench.run()
    bench.delete(path)
    bench.run()
    assert ("vanished", "a.xlsx") in bench.intake.told


def test_a_deletion_of_the_assistant_itself_is_no_move(bench: Bench) -> None:
    """Design, Deletion: on Linux the name is first moved into a private folder, then unlinked."""
    path = bench.put("a.xlsx")
    bench.run()
    facts = local_files().facts(path)
    assert facts is not None
    bench.intake.register(facts)
    private = bench.downloads / ".vroom-0123"
    private.mkdir()
    bench.watcher.say(ChangeKind.CREATED, private, is_folder=True)
    bench.detector.opened.clear()
    hidden = bench.move(path, private / "a.xlsx")
    bench.run(700)
    assert bench.detector.opened == []
    assert bench.intake.told == [("vanished", "a.xlsx")]
    bench.move(hidden, path)  # it was not the file that was meant: put back
    bench.run()
    assert not [told for told in bench.intake.told if told[0] == "moved"]


# -- catching up ------------------------------------------------------------------------------------------------------


def test_what_arrived_while_nobody_watched_is_found_at_the_start(make_bench: MakeBench) -> None:
    bench = make_bench()
    path = bench.leave("a.xlsx")
    bench.run()
    assert bench.intake.found == [str(path)]


def test_a_second_look_opens_nothing(make_bench: MakeBench) -> None:
    bench = make_bench()
    for number in range(10):
        age_me = bench.downloads / f"{number}.txt"
        age_me.write_bytes(b"clean")
        age(age_me)
    bench.run(20)
    assert len(bench.detector.opened) == 10
    later = make_bench(intake=bench.intake)
    later.run(700)
    assert later.detector.opened == []


def test_what_the_watcher_lost_is_found(bench: Bench) -> None:
    (bench.downloads / "unheard.xlsx").write_bytes(CLIENT_WORD)
    bench.watcher.lose(bench.downloads)
    bench.run()
    assert bench.intake.found == [str(bench.downloads / "unheard.xlsx")]


def test_without_any_event_a_file_is_found_within_minutes(bench: Bench) -> None:
    bench.leave("a.xlsx")
    bench.run(310)
    assert len(bench.intake.found) == 1


def test_after_a_sleep_everything_is_looked_at(bench: Bench) -> None:
    bench.leave("a.xlsx")
    bench.guard.resumed()
    bench.run(3)
    assert len(bench.intake.found) == 1


def test_a_folder_that_arrives_with_files_is_looked_into(bench: Bench) -> None:
    sub = bench.downloads / "export" / "deep"
    sub.mkdir(parents=True)
    (sub / "a.xlsx").write_bytes(CLIENT_WORD)
    age(sub / "a.xlsx")
    bench.watcher.say(ChangeKind.CREATED, bench.downloads / "export", is_folder=True)
    bench.run(5)
    assert bench.intake.found == [str(sub / "a.xlsx")]


def test_a_change_of_the_register_makes_the_guard_look_anew(bench: Bench) -> None:
    bench.put("a.txt", b"clean")
    bench.run(20)
    bench.intake.revision += 1
    bench.run(700)
    assert bench.detector.opened == ["a.txt", "a.txt"]
    [marks] = bench.intake.fingerprints.values()
    assert len(marks) == 1


def test_fingerprints_of_files_that_are_gone_are_dropped(bench: Bench) -> None:
    path = bench.put("a.txt", b"clean")
    bench.put("b.txt", b"clean")
    bench.run()
    path.unlink()
    bench.run(700)
    [marks] = bench.intake.fingerprints.values()
    assert len(marks) == 1


def test_a_registered_file_that_changed_unseen_is_left_to_the_deletion(make_bench: MakeBench) -> None:
    """Design, Deletion: an unseen change is asked about, not renewed."""
    bench = make_bench()
    path = bench.downloads / "a.xlsx"
    path.write_bytes(CLIENT_WORD)
    age(path)
    facts = local_files().facts(path)
    assert facts is not None
    bench.intake.register(facts)
    bench.run()
    assert bench.intake.verdicts == []
    assert bench.intake.told == []


def test_a_burst_larger_than_the_room_for_it_is_found_whole(
    make_bench: MakeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.guards.copies.settling.MOST", 50)
    bench = make_bench()
    bench.guard._settling._most = 50
    bench.guard._inbox._most = 120
    bench.run(3)
    for number in range(400):
        bench.put(f"{number:03d}.txt", b"clean")
    bench.run(120)
    assert sorted(bench.detector.opened) == [f"{number:03d}.txt" for number in range(400)]


def test_a_file_that_is_open_for_writing_is_judged_after_half_a_minute(
    make_bench: MakeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = make_bench()
    monkeypatch.setattr(bench.guard._judging, "is_settled_open", lambda _path: False)
    bench.run(3)
    bench.put("open.docx")
    bench.run(25)
    assert bench.detector.opened == []
    bench.run(15)
    assert bench.detector.opened == ["open.docx"]


# -- the first clean-up, groups ---------------------------------------------------------------------------------------


def test_what_was_there_before_is_one_calm_task(make_bench: MakeBench, tmp_path: Path) -> None:
    downloads = tmp_path / "Downloads"
    downloads.mkdir()
    for number in range(5):
        (downloads / f"{number}.xlsx").write_bytes(CLIENT_WORD)
        age(downloads / f"{number}.xlsx")
    bench = make_bench(watched(downloads, added_at=FAR))
    bench.run(20)
    assert len(bench.intake.found) == 5
    assert all(judged.first_clean_up for judged in bench.intake.verdicts)
    assert len({judged.group for judged in bench.intake.verdicts}) == 1


def test_an_old_file_that_is_copied_here_today_is_no_first_clean_up(bench: Bench) -> None:
    """The file's own times come along with a copy or out of an archive; its change time does not."""
    age(bench.downloads / bench.put("oud.xlsx").name, timedelta(days=3_000))
    folder = bench.intake.kept[0]
    bench.intake.kept[0] = replace(folder, added_at=datetime.now(UTC) - timedelta(days=1))
    bench.run()
    assert [judged.first_clean_up for judged in bench.intake.verdicts] == [False]


def test_a_download_of_forty_files_is_one_group(bench: Bench) -> None:
    for number in range(40):
        bench.put(f"{number}.xlsx")
    bench.run()
    assert len(bench.intake.found) == 40
    assert len({judged.group for judged in bench.intake.verdicts}) == 1
    bench.clock.advance(timedelta(seconds=30))
    bench.put("later.xlsx")
    bench.run()
    assert len({judged.group for judged in bench.intake.verdicts}) == 2


# -- places, drives, private folders ----------------------------------------------------------------------------------


def test_a_client_place_is_told_once_and_never_walked(make_bench: MakeBench, tmp_path: Path) -> None:
    """VR-P1b"""
    place = tmp_path / "Gemeente - Documenten"
    place.mkdir()
    (place / "a.xlsx").write_bytes(CLIENT_WORD)
    bench = make_bench(as_client_place(watched(place)), watched(tmp_path / "Downloads"))
    bench.run(700)
    assert bench.intake.places == [str(place)]
    assert bench.detector.opened == []
    assert place not in bench.watcher.folders


def test_a_client_place_inside_a_watched_folder_is_left_alone(make_bench: MakeBench, tmp_path: Path) -> None:
    """VR-P1b"""
    place = tmp_path / "Downloads" / "mount"
    place.mkdir(parents=True)
    (place / "a.xlsx").write_bytes(CLIENT_WORD)
    age(place / "a.xlsx")
    bench = make_bench(watched(tmp_path / "Downloads"), as_client_place(watched(place)))
    bench.run(10)
    (place / "b.xlsx").write_bytes(CLIENT_WORD)
    bench.watcher.say(ChangeKind.CREATED, place / "b.xlsx")
    bench.run(400)
    assert bench.detector.opened == []


def test_a_file_in_a_watched_folder_inside_another_is_judged_once(make_bench: MakeBench, tmp_path: Path) -> None:
    inner = tmp_path / "Downloads" / "inner"
    inner.mkdir(parents=True)
    bench = make_bench(watched(tmp_path / "Downloads"), watched(inner))
    bench.run(3)
    (inner / "a.xlsx").write_bytes(CLIENT_WORD)
    bench.watcher.say(ChangeKind.CREATED, inner / "a.xlsx")
    bench.run(700)
    assert bench.detector.opened == ["a.xlsx"]


def test_a_removable_drive_that_appears_is_offered_and_not_walked(bench: Bench, tmp_path: Path) -> None:
    stick = tmp_path / "STICK"
    stick.mkdir()
    (stick / "a.xlsx").write_bytes(CLIENT_WORD)
    bench.places.removable.add(stick)
    bench.mounts.add(stick)
    bench.run(100)
    assert bench.intake.drives == [stick]
    bench.mounts.clear()
    bench.run(100)
    bench.mounts.add(stick)
    bench.run(100)
    assert bench.intake.drives == [stick, stick]
    assert bench.detector.opened == []


def test_a_private_folder_shows_nothing_of_its_content(bench: Bench) -> None:
    """VT-B2: looked at for origin, label and known copies only."""
    (bench.downloads / "Privé").mkdir()
    bench.put("Privé/medisch.txt")
    bench.run()
    [judged] = bench.intake.verdicts
    assert judged.judgement.verdict is Verdict.CLEAN
    assert judged.judgement.kinds == {}


def test_a_placeholder_of_a_cloud_is_never_opened(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    class Cloud:
        def __getattr__(self, name: str) -> object:
            return getattr(local_files(), name)

        def is_cloud_only(self, path: Path) -> bool:
            return path.name.startswith("cloud")

        def settled_open(self, path: Path) -> bool:
            assert not path.name.startswith("cloud")
            return True

    cloud = Cloud()
    around = replace(bench.guard._around, files=cloud, is_settled_open=cloud.settled_open)  # type: ignore[arg-type]
    guard = CopiesGuard(bench.intake, bench.detector, around)
    bench.guard = guard
    bench.detector.cloud_only.add("cloud.xlsx")
    bench.run(3)
    bench.leave("cloud.xlsx")
    bench.run(700)
    assert bench.detector.opened == []
    [judged] = bench.intake.verdicts
    assert judged.judgement.error == "unreadable.cloud-only"


# -- the folder itself ------------------------------------------------------------------------------------------------


def test_a_folder_that_is_removed_is_noticed_and_taken_up_again(bench: Bench) -> None:
    shutil.rmtree(bench.downloads)
    report = bench.run(10)
    assert report.state is RuleState.ATTENTION
    [state] = bench.intake.states.values()
    assert state[1].id == "copies.folder-missing"
    bench.downloads.mkdir()
    bench.leave("a.xlsx")
    bench.run(10)
    assert len(bench.intake.found) == 1


@POSIX
def test_a_folder_that_is_replaced_by_a_link_is_noticed_and_not_followed(bench: Bench, tmp_path: Path) -> None:
    place = tmp_path / "client-place"
    place.mkdir()
    (place / "a.xlsx").write_bytes(CLIENT_WORD)
    age(place / "a.xlsx")
    shutil.rmtree(bench.downloads)
    bench.downloads.symlink_to(place, target_is_directory=True)
    bench.watcher.lose(bench.downloads, Lost.ROOT)
    report = bench.run(700)
    assert report.state is RuleState.ATTENTION
    assert report.sentence.id == "copies.folder-link"
    assert bench.detector.opened == []


@POSIX
def test_a_folder_that_is_replaced_by_another_folder_is_noticed(bench: Bench, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    bench.downloads.rename(tmp_path / "away")
    other.rename(bench.downloads)
    report = bench.run(10)
    assert (report.state, report.sentence.id) == (RuleState.ATTENTION, "copies.folder-replaced")


@POSIX
def test_a_swap_in_the_moment_of_judging_is_not_followed(bench: Bench, tmp_path: Path) -> None:
    place = tmp_path / "client-place"
    place.mkdir()
    (place / "a.xlsx").write_bytes(CLIENT_WORD)
    bench.put("a.xlsx")
    bench.run(0.9)
    bench.detector.opened.clear()  # the verdict on the true file was prepared
    shutil.rmtree(bench.downloads)
    bench.downloads.symlink_to(place, target_is_directory=True)
    bench.run(30)
    assert bench.detector.opened == []
    assert bench.intake.found == []


def test_a_folder_that_is_added_or_removed_is_taken_up_within_seconds(bench: Bench, tmp_path: Path) -> None:
    desk = tmp_path / "Desktop"
    desk.mkdir()
    (desk / "a.xlsx").write_bytes(CLIENT_WORD)
    age(desk / "a.xlsx")
    bench.intake.kept.append(watched(desk))
    bench.run(10)
    assert bench.intake.found == [str(desk / "a.xlsx")]
    del bench.intake.kept[1]
    bench.run(10)
    assert desk not in bench.watcher.folders


def test_documentation_folders_are_another_guards_business(make_bench: MakeBench, tmp_path: Path) -> None:
    documents = tmp_path / "Projectdocumentatie"
    documents.mkdir()
    (documents / "a.docx").write_bytes(CLIENT_WORD)
    bench = make_bench(watched(documents, FolderKind.DOCUMENTS), watched(tmp_path / "Downloads"))
    bench.run(400)
    assert bench.detector.opened == []


def test_a_folder_that_is_not_heard_is_walked_every_minute_and_says_so(bench: Bench) -> None:
    bench.watcher.folders[bench.downloads] = Watching.PARTLY
    report = bench.run(310)
    assert (report.state, report.sentence.id) == (RuleState.ATTENTION, "copies.partly-heard")
    bench.leave("a.xlsx")
    bench.run(65)
    assert len(bench.intake.found) == 1


def test_no_folder_at_all_asks_for_attention(make_bench: MakeBench) -> None:
    report = make_bench(intake=FakeIntake()).run(3)
    assert (report.state, report.sentence.id) == (RuleState.ATTENTION, "copies.no-folders")


def test_before_the_first_whole_look_the_state_is_unknown(make_bench: MakeBench) -> None:
    bench = make_bench()
    bench.power.is_low = True
    assert bench.run(3).state is RuleState.UNKNOWN
    bench.power.is_low = False
    assert bench.run(6).state is RuleState.OK


def test_a_subfolder_that_cannot_be_read_makes_the_folder_unknown(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bench.downloads / "closed").mkdir()
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    report = bench.run(310)
    assert (report.state, report.sentence.id) == (RuleState.UNKNOWN, "copies.folder-unreadable")


# -- resting, failing -------------------------------------------------------------------------------------------------


def test_walks_wait_on_battery_saver_and_new_files_do_not(bench: Bench) -> None:
    bench.power.is_low = True
    bench.leave("old.xlsx")
    bench.run(700)
    assert bench.detector.opened == []
    bench.put("new.xlsx")
    bench.run()
    assert bench.detector.opened == ["new.xlsx"]
    bench.power.is_low = False
    bench.run(10)
    assert bench.detector.opened == ["new.xlsx", "old.xlsx"]


def test_walks_that_wait_for_a_day_ask_for_attention(bench: Bench) -> None:
    bench.power.is_low = True
    bench.clock.advance(timedelta(hours=25))
    report = bench.run(10)
    assert (report.state, report.sentence.id) == (RuleState.ATTENTION, "copies.scan-late")


# -- a person's pause -------------------------------------------------------------------------------------------------


def test_nothing_is_looked_at_in_a_pause_and_all_of_it_afterwards(bench: Bench) -> None:
    """VR-K1: what was heard and what nobody heard of."""
    bench.pause(timedelta(hours=1))
    bench.leave("unheard.xlsx")
    bench.put("heard.xlsx")
    report = bench.run(3_590)
    assert (report.state, report.sentence.id) == (RuleState.ATTENTION, "copies.paused")
    assert bench.detector.opened == []
    assert "warm-up" not in bench.detector.calls
    bench.run(20)
    assert sorted(bench.detector.opened) == ["heard.xlsx", "unheard.xlsx"]
    assert bench.report is not None
    assert bench.report.state is RuleState.OK


def test_the_guard_wakes_up_when_the_pause_ends(bench: Bench) -> None:
    bench.pause(timedelta(seconds=3))
    report = bench.check()
    assert report.next_check_at == bench.paused_until
    bench.pause(timedelta(minutes=30))
    report = bench.check()
    assert report.next_check_at is not None
    assert report.next_check_at - bench.clock.now() <= timedelta(seconds=5)  # a pause may be ended early


def test_a_pause_that_is_ended_early_ends_at_once(bench: Bench) -> None:
    """Also for what nobody heard of, long before the next walk is due."""
    bench.pause(timedelta(hours=1))
    heard, unheard = bench.put("a.xlsx"), bench.leave("b.xlsx")
    bench.run(60)
    bench.paused_until = None
    bench.run(5)
    assert sorted(bench.intake.found) == [str(heard), str(unheard)]


def test_moves_and_saves_in_a_pause_are_known_afterwards(bench: Bench) -> None:
    """VR-P4: what the guard saw happen renews a registration, also when it judged nothing meanwhile."""
    old = bench.leave("kopie.xlsx")
    facts = local_files().facts(old)
    assert facts is not None
    bench.intake.register(facts)
    bench.pause(timedelta(minutes=5))
    bench.move(old, bench.downloads / "nieuw.xlsx")
    bench.run(60)
    assert bench.intake.told == []
    bench.run(300)
    assert ("moved", "kopie.xlsx", "nieuw.xlsx") in bench.intake.told


def test_what_vanished_in_a_pause_is_told_afterwards(bench: Bench) -> None:
    path = bench.put("a.xlsx")
    bench.run()
    bench.pause(timedelta(minutes=5))
    bench.delete(path)
    bench.run(60)
    assert bench.intake.told == []
    bench.run(300)
    assert ("vanished", "a.xlsx") in bench.intake.told


def test_more_than_is_remembered_in_a_pause_is_found_by_the_walk(bench: Bench) -> None:
    bench.pause(timedelta(minutes=5))
    for number in range(3):
        bench.put(f"{number}.xlsx")
    bench.check()
    bench.watcher.lose(bench.downloads)
    lost = bench.downloads / "lost.xlsx"
    lost.write_bytes(CLIENT_WORD)
    bench.run(60)
    assert bench.detector.opened == []
    bench.run(300)
    assert sorted(bench.detector.opened) == ["0.xlsx", "1.xlsx", "2.xlsx", "lost.xlsx"]


def test_the_detector_rests_at_once_in_a_pause(bench: Bench) -> None:
    bench.put("a.xlsx")
    bench.run(3)
    calls = len(bench.detector.calls)
    bench.pause(timedelta(minutes=5))
    bench.check()
    assert bench.detector.calls[calls:] == ["rest"]
    bench.run(60)
    assert bench.detector.calls[calls:] == ["rest"]


def test_a_folder_that_is_gone_is_said_before_the_pause(bench: Bench) -> None:
    bench.pause(timedelta(minutes=5))
    shutil.rmtree(bench.downloads)
    assert bench.run(10).sentence.id == "copies.folder-missing"


def test_a_detector_that_fails_loses_no_file(bench: Bench) -> None:
    bench.detector.is_failing = True
    path = bench.put("a.xlsx")
    with pytest.raises(EnvironmentLacking):
        bench.run()
    bench.detector.is_failing = False
    bench.run()
    assert bench.intake.found == [str(path)]


def test_a_store_that_fails_loses_no_verdict(bench: Bench) -> None:
    path = bench.put("a.xlsx")
    bench.intake.is_failing = True
    with pytest.raises(EnvironmentLacking):
        bench.run()
    bench.intake.is_failing = False
    bench.run()
    assert bench.intake.found == [str(path)]
    assert bench.detector.opened == ["a.xlsx"]


# -- the whole, with the real watcher and threads ---------------------------------------------------------------------


def test_with_the_real_watcher_and_runner_files_are_found_as_they_arrive(tmp_path: Path) -> None:
    """VR-P1a: from a copied file to a finding, in threads, on this system's own events."""
    import threading

    downloads = tmp_path / "Downloads"
    downloads.mkdir()
    arrived = threading.Event()

    class Listening(FakeIntake):
        def judged(self, folder_id: str, batch: object) -> int:
            opened = super().judged(folder_id, batch)  # type: ignore[arg-type]  # passed on
            if len(self.found) >= 2:
                arrived.set()
            return opened

    class RealTime(FakeClock):
        def now(self) -> datetime:
            return datetime.now(UTC).replace(microsecond=0)

    intake, files = Listening(watched(downloads, added_at=LONG_AGO)), local_files()
    around = Surroundings(
        watcher=folder_watcher,
        probe=file_probe(),
        files=files,
        is_settled_open=files.settled_open,
        power=FakePower(),
        places=FakePlaces(),
        mount_points=tuple,
    )
    guard = CopiesGuard(intake, FakeDetector(), around)
    looked = threading.Event()
    runner = Runner([guard], RealTime(), lambda report: looked.set() if report.state is RuleState.OK else None)
    runner.start()
    try:
        assert looked.wait(20)
        (downloads / "a.xlsx").write_bytes(CLIENT_WORD)
        (downloads / "sub").mkdir()
        (downloads / "sub" / "b.xlsx.part").write_bytes(CLIENT_WORD)
        (downloads / "sub" / "b.xlsx.part").rename(downloads / "sub" / "b.xlsx")
        assert arrived.wait(20)
    finally:
        assert runner.stop()
    assert sorted(intake.found) == [str(downloads / "a.xlsx"), str(downloads / "sub" / "b.xlsx")]


def test_the_guard_says_which_requirements_it_keeps() -> None:
    assert guard_module.CopiesGuard.requirements == ("VR-K1", "VR-P1a", "VR-P1b", "VR-P3")
