"""When a file is finished, and which document it is: the pure state machine. VR-P1a."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from app.domain.file_names import is_passing
from app.guards.copies.settling import BUSY_PAUSES, GRACE, QUIET, Settled, Settling, Vanished
from app.system.watch import Shape

STEP = 0.25


def shape(number: int, size: int = 1) -> Shape:
    return Shape(size, number, number, cloud_only=False)


@dataclass
class Disk:
    """A made-up folder with its own clock; tells `settling` everything and answers its looks."""

    settling: Settling = field(default_factory=lambda: Settling(is_passing))
    at: float = 0.0
    files: dict[str, Shape] = field(default_factory=dict)
    busy: set[str] = field(default_factory=set)
    changed_at: dict[str, float] = field(default_factory=dict)
    outcomes: list[tuple[float, Settled | Vanished]] = field(default_factory=list)
    numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def write(self, name: str) -> None:
        self.files[name] = shape(next(self.numbers))
        self.changed_at[name] = self.at
        self.settling.changed(name, self.at)

    def move(self, source: str, target: str) -> None:
        if source not in self.files or source == target:
            return
        self.files[target] = self.files.pop(source)
        self.changed_at[target] = self.changed_at.pop(source)
        self.settling.moved(source, target, self.at)

    def delete(self, name: str) -> None:
        if self.files.pop(name, None) is not None:
            self.settling.deleted(name, self.at)

    def pass_time(self, seconds: float) -> None:
        end = self.at + seconds
        while self.at < end:
            self.at += STEP
            for name in self.settling.due(self.at):
                outcome = self.settling.looked(name, self.files.get(name), self.at, busy=name in self.busy)
                if outcome is not None:
                    self.outcomes.append((self.at, outcome))

    @property
    def said(self) -> list[Settled | Vanished]:
        return [outcome for _, outcome in self.outcomes]


def test_a_file_is_finished_after_a_second_without_change() -> None:
    disk = Disk()
    disk.write("a.xlsx")
    disk.pass_time(0.75)
    assert disk.said == []
    disk.pass_time(0.75)
    assert disk.said == [Settled("a.xlsx")]
    assert len(disk.settling) == 0


def test_a_file_that_is_written_slowly_is_finished_once() -> None:
    disk = Disk()
    for _ in range(20):
        disk.write("a.xlsx")
        disk.pass_time(0.75)
    assert disk.said == []
    disk.pass_time(3)
    assert disk.said == [Settled("a.xlsx")]


def test_a_file_that_a_program_still_writes_waits_half_a_minute_and_is_judged_all_the_same() -> None:
    disk = Disk(busy={"open.docx"})
    disk.write("open.docx")
    disk.pass_time(QUIET + sum(BUSY_PAUSES) - 1)
    assert disk.said == []
    disk.pass_time(3)
    assert disk.said == [Settled("open.docx", is_open=True)]


def test_a_file_that_is_closed_in_time_is_judged_as_closed() -> None:
    disk = Disk(busy={"open.docx"})
    disk.write("open.docx")
    disk.pass_time(5)
    disk.busy.clear()
    disk.pass_time(5)
    assert disk.said == [Settled("open.docx")]


def test_an_unfinished_download_is_nothing_until_it_gets_its_name() -> None:
    disk = Disk()
    disk.write("uren.xlsx.crdownload")
    disk.pass_time(60)
    assert disk.said == []
    disk.move("uren.xlsx.crdownload", "uren.xlsx")
    disk.pass_time(3)
    assert disk.said == [Settled("uren.xlsx")]


def test_an_owner_file_is_nothing() -> None:
    disk = Disk()
    for name in ("~$rapport.docx", ".~lock.rapport.odt#"):
        disk.write(name)
    disk.pass_time(10)
    for name in ("~$rapport.docx", ".~lock.rapport.odt#"):
        disk.delete(name)
    disk.pass_time(10)
    assert disk.said == []


def test_the_rename_dance_of_word_is_one_save_of_one_document() -> None:
    disk = Disk()
    disk.write("rapport.docx")
    disk.pass_time(5)
    disk.outcomes.clear()
    disk.write("~WRD0000.tmp")
    disk.pass_time(0.5)
    disk.move("rapport.docx", "~WRL0001.tmp")
    disk.pass_time(0.5)
    disk.move("~WRD0000.tmp", "rapport.docx")
    disk.delete("~WRL0001.tmp")
    disk.pass_time(10)
    assert disk.said == [Settled("rapport.docx")]


def test_the_rename_dance_of_excel_is_one_save_of_one_document() -> None:
    disk = Disk()
    disk.write("uren.xlsx")
    disk.pass_time(5)
    disk.outcomes.clear()
    disk.write("1A2B3C4D")
    disk.move("uren.xlsx", "5E6F7A8B.tmp")
    disk.pass_time(0.25)
    disk.move("1A2B3C4D", "uren.xlsx")
    disk.pass_time(0.25)
    disk.delete("5E6F7A8B.tmp")
    disk.pass_time(10)
    assert disk.said == [Settled("uren.xlsx")]


def test_a_save_that_deletes_first_and_writes_anew_is_one_save() -> None:
    disk = Disk()
    disk.write("a.odt")
    disk.pass_time(5)
    disk.outcomes.clear()
    disk.delete("a.odt")
    disk.pass_time(0.5)
    disk.write("a.odt")
    disk.pass_time(10)
    assert disk.said == [Settled("a.odt")]


def test_a_rename_keeps_where_it_came_from() -> None:
    disk = Disk()
    disk.write("a.xlsx")
    disk.pass_time(5)
    disk.move("a.xlsx", "b.xlsx")
    disk.move("b.xlsx", "c.xlsx")
    disk.pass_time(5)
    assert disk.said == [Settled("a.xlsx"), Settled("c.xlsx", came_from="a.xlsx")]


def test_two_files_that_swap_names_are_told_apart() -> None:
    disk = Disk()
    disk.write("a.xlsx")
    disk.write("b.xlsx")
    disk.pass_time(5)
    disk.outcomes.clear()
    disk.move("a.xlsx", "wissel.tmp")
    disk.move("b.xlsx", "a.xlsx")
    disk.move("wissel.tmp", "b.xlsx")
    disk.pass_time(10)
    assert set(disk.said) == {Settled("a.xlsx", came_from="b.xlsx"), Settled("b.xlsx", came_from="a.xlsx")}


def test_a_document_that_is_hidden_under_a_temporary_name_has_vanished() -> None:
    disk = Disk()
    disk.write("a.xlsx")
    disk.pass_time(5)
    disk.move("a.xlsx", "weg.tmp")
    disk.pass_time(10)
    assert disk.said[1:] == [Vanished("a.xlsx")]


def test_a_deleted_file_has_vanished_after_a_moment() -> None:
    disk = Disk()
    disk.write("a.xlsx")
    disk.pass_time(5)
    disk.delete("a.xlsx")
    disk.pass_time(GRACE - 0.5)
    assert len(disk.said) == 1
    disk.pass_time(1)
    assert disk.said[1:] == [Vanished("a.xlsx")]


def test_a_new_file_under_the_old_name_of_a_vanished_one_has_not_vanished() -> None:
    disk = Disk()
    disk.write("b.xlsx")
    disk.move("b.xlsx", "a.xlsx")
    disk.write("b.xlsx")
    disk.delete("a.xlsx")
    disk.pass_time(20)
    assert Vanished("b.xlsx") not in disk.said
    assert Vanished("a.xlsx") in disk.said


def test_a_file_that_was_moved_and_then_deleted_has_vanished_under_both_names() -> None:
    disk = Disk()
    disk.write("a.xlsx")
    disk.pass_time(5)
    disk.move("a.xlsx", "b.xlsx")
    disk.delete("b.xlsx")
    disk.pass_time(10)
    assert disk.said[1:] == [Vanished("b.xlsx"), Vanished("a.xlsx")]


def test_more_files_than_there_is_room_for_are_refused_not_forgotten() -> None:
    settling = Settling(is_passing, most=3)
    assert [settling.changed(f"{number}.txt", 0.0) for number in range(5)] == [True, True, True, False, False]
    assert settling.changed("0.txt", 1.0)
    assert len(settling) == 3


def test_a_folder_that_is_no_longer_watched_takes_its_files_along() -> None:
    settling = Settling(is_passing)
    settling.changed("/watched/a", 0.0)
    settling.changed("/watched-too/b", 0.0)
    settling.drop_below("/watched", "/")
    assert settling.due(9.0) == ["/watched-too/b"]


names = st.sampled_from(["a.xlsx", "b.xlsx", "c.docx", "x.tmp", "~WRD0000.tmp", "d.part"])
actions = st.one_of(
    st.tuples(st.just("write"), names),
    st.tuples(st.just("move"), names, names),
    st.tuples(st.just("delete"), names),
    st.tuples(st.just("pass"), st.sampled_from([0.25, 0.5, 1.0, 2.5])),
)


def play(disk: Disk, script: list[tuple[object, ...]]) -> None:
    for action, *rest in script:
        if action == "write":
            disk.write(str(rest[0]))
        elif action == "move":
            disk.move(str(rest[0]), str(rest[1]))
        elif action == "delete":
            disk.delete(str(rest[0]))
        else:
            disk.pass_time(float(str(rest[0])))


@given(st.lists(actions, max_size=40))
def test_whatever_happens_every_document_is_judged_as_it_is_in_the_end(script: list[tuple[object, ...]]) -> None:
    disk = Disk()
    play(disk, script)
    disk.pass_time(20)
    last: dict[str, float] = {}
    for at, outcome in disk.outcomes:
        if isinstance(outcome, Settled):
            last[outcome.path] = at
    for name in disk.files:
        if is_passing(name):
            assert name not in last
        else:
            assert last[name] >= disk.changed_at[name] + QUIET - 1e-9
    assert len(disk.settling) == 0


@given(st.lists(actions, max_size=40))
def test_nothing_is_judged_sooner_than_a_second_after_it_changed(script: list[tuple[object, ...]]) -> None:
    disk = Disk()
    looked = disk.settling.looked

    def check(path: str, found: Shape | None, at: float, *, busy: bool = False) -> object:
        outcome = looked(path, found, at, busy=busy)
        if isinstance(outcome, Settled):
            assert at - disk.changed_at[path] >= QUIET - 1e-9
        return outcome

    disk.settling.looked = check  # type: ignore[method-assign, assignment]  # watched, not replaced
    play(disk, script)
    disk.pass_time(20)


@given(st.lists(actions, max_size=40))
def test_a_document_that_is_there_in_the_end_is_never_left_for_vanished(script: list[tuple[object, ...]]) -> None:
    disk = Disk()
    play(disk, script)
    disk.pass_time(20)
    for name in disk.files:
        own = [outcome for outcome in disk.said if outcome.path == name]
        if not is_passing(name):
            assert isinstance(own[-1], Settled)


@given(st.lists(st.sampled_from(["a.xlsx", "b.xlsx", "c.xlsx"]), min_size=1, max_size=8))
def test_a_document_is_followed_through_any_chain_of_renames(chain: list[str]) -> None:
    disk = Disk()
    disk.write("start.xlsx")
    disk.pass_time(5)
    disk.outcomes.clear()
    current = "start.xlsx"
    for name in chain:
        if name == current:
            continue
        disk.move(current, name)
        current = name
        disk.pass_time(0.25)
    disk.pass_time(10)
    assert disk.said == [Settled(current, came_from="start.xlsx")]
