"""Long work says how far it is, and is stopped without losing or leaving anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.actions.begun import Begun
from app.actions.progress import shares
from app.domain.agreement import Agreement
from app.domain.copy import CopyState
from app.domain.errors import Stopped
from app.domain.finding import FindingState
from app.domain.ports import Progress
from tests.actions.laptop import DOMAIN, Laptop

MB = 1 << 20
LARGE = 30 * MB


@pytest.fixture(autouse=True)
def _told_after_each_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.vault.counting.PACE_SECONDS", 0.0)


class Words(list[tuple[int, int]]):
    """A `Progress` that remembers what it was told."""

    def __call__(self, done: int, total: int) -> None:
        self.append((done, total))

    def check(self, total: int) -> None:
        assert self[0] == (0, total)
        assert self[-1] == (total, total)
        assert [done for done, _ in self] == sorted(done for done, _ in self)
        assert {all_bytes for _, all_bytes in self} == {total}


def stopping_at(share: float) -> Progress:
    """Stops when that share of all bytes is done; 0 stops at the first word."""

    def progress(done: int, total: int) -> None:
        if done >= share * total:
            raise Stopped

    return progress


def large(laptop: Laptop, name: str = "groot.bin", size: int = LARGE) -> Path:
    return laptop.file(name, (name.encode() + b"0123456789abcdef") * (size // (len(name) + 16) + 1))


def sealed_files(laptop: Laptop) -> list[str]:
    return sorted(path.name for path in (laptop.data_dir / "vault").iterdir())


def plain_files(laptop: Laptop) -> list[str]:
    return sorted(path.name for path in (laptop.data_dir / "working").rglob("*") if path.is_file())


def check_nothing_begun(laptop: Laptop) -> None:
    with laptop.app.office.look() as session:
        assert [session.notes.listing(what.value) for what in Begun] == [{} for _ in Begun]


class TestShares:
    def test_pieces_in_any_unit_come_to_one_count(self) -> None:
        words = Words()
        first, second = shares(words, [100, 300])
        assert first is not None
        assert second is not None
        for part in (first, second):
            for done in range(0, 7, 3):
                part(done, 6)
        assert words == [(0, 400), (50, 400), (100, 400), (100, 400), (250, 400), (400, 400)]

    def test_a_piece_without_bytes_is_done_at_once(self) -> None:
        words = Words()
        parts = shares(words, [0, 10])
        for part in parts:
            assert part is not None
            part(0, 0)
        assert words == [(0, 10), (10, 10)]

    def test_without_a_listener_there_is_nothing_to_tell(self) -> None:
        assert shares(None, [1, 2]) == (None, None)


class TestSealing:
    def test_one_count_runs_over_all_files_of_the_call(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        findings = [laptop.finding(large(laptop, f"{n}.bin", n * MB)) for n in (1, 3, 2)]
        words = Words()
        laptop.app.findings.seal([f.id for f in findings], agreement.id, progress=words)
        words.check(sum(f.size_bytes for f in findings))
        assert len(words) > 10

    @pytest.mark.parametrize("share", [0, 0.2, 0.5, 0.51, 0.8, 1])
    def test_stopped_at_any_point_the_original_stays_and_nothing_else(self, laptop: Laptop, share: float) -> None:
        agreement = laptop.usual()
        path = large(laptop)
        content = path.read_bytes()
        finding = laptop.finding(path)
        calls: list[Callable[[], object]] = [
            lambda: laptop.app.findings.seal([finding.id], agreement.id, progress=stopping_at(share)),
            lambda: laptop.app.findings.ask([finding.id], f"eva@{DOMAIN}", progress=stopping_at(share)),
            lambda: laptop.app.copies.add(path, agreement.id, progress=stopping_at(share)),
            lambda: laptop.app.copies.add(path, agreement.id, in_place=True, progress=stopping_at(share)),
        ]
        for call in calls:
            with pytest.raises(Stopped) as stopped:
                call()
            assert stopped.value.message.id == "progress.stopped"
            assert path.read_bytes() == content
            assert sealed_files(laptop) == []
            assert laptop.app.copies.list() == ()
            assert laptop.app.findings.show(finding.id).state is FindingState.OPEN
            assert list((laptop.data_dir / "drafts").iterdir()) == []
            check_nothing_begun(laptop)
        laptop.app.findings.seal([finding.id], agreement.id)  # and it can be done after all
        assert not path.exists()

    @pytest.mark.parametrize("way", ["seal", "ask"])
    def test_what_was_finished_stays_finished(self, laptop: Laptop, way: str) -> None:
        agreement = laptop.usual()
        paths = [large(laptop, f"{n}.bin", 2 * MB) for n in range(3)]
        ids = [laptop.finding(path).id for path in paths]
        findings, target = laptop.app.findings, agreement.id if way == "seal" else f"eva@{DOMAIN}"
        call = findings.seal if way == "seal" else findings.ask
        with pytest.raises(Stopped):
            call(ids, target, progress=stopping_at(0.5))
        done = FindingState.RESOLVED if way == "seal" else FindingState.WAITING
        states = [laptop.app.findings.show(id_).state for id_ in ids]
        assert states == [done, FindingState.OPEN, FindingState.OPEN]
        assert [path.exists() for path in paths] == [False, True, True]
        assert len(sealed_files(laptop)) == 1
        check_nothing_begun(laptop)

    def test_an_answer_that_is_stopped_keeps_the_file_waiting(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        finding = laptop.finding(large(laptop, size=4 * MB))
        laptop.app.findings.ask([finding.id], f"eva@{DOMAIN}")
        before = sealed_files(laptop)
        for share in (0, 0.5, 1):
            with pytest.raises(Stopped):
                laptop.app.findings.seal([finding.id], agreement.id, progress=stopping_at(share))
            assert sealed_files(laptop) == before
            assert laptop.app.findings.show(finding.id).state is FindingState.WAITING
            check_nothing_begun(laptop)
        words = Words()
        laptop.app.findings.seal([finding.id], agreement.id, progress=words)
        words.check(finding.size_bytes)

    def test_a_move_that_is_stopped_changes_nothing(self, laptop: Laptop) -> None:
        copy = laptop.sealed(laptop.usual(), large(laptop, size=4 * MB))
        other = laptop.agreement()
        before = sealed_files(laptop)
        with pytest.raises(Stopped):
            laptop.app.copies.move(copy.id, other.id, progress=stopping_at(0.5))
        assert (sealed_files(laptop), laptop.copy(copy.id)) == (before, copy)
        check_nothing_begun(laptop)
        words = Words()
        laptop.app.copies.move(copy.id, other.id, progress=words)
        words.check(copy.size_bytes)


class TestOutAndBack:
    @pytest.fixture
    def agreement(self, laptop: Laptop) -> Agreement:
        return laptop.usual()

    def test_a_check_out_counts_its_bytes(self, laptop: Laptop, agreement: Agreement) -> None:
        copy = laptop.sealed(agreement, large(laptop, size=4 * MB))
        words = Words()
        laptop.app.vault.open(copy.id, progress=words)
        words.check(copy.size_bytes)

    @pytest.mark.parametrize("share", [0, 0.2, 0.5, 0.9, 1])
    def test_stopped_at_any_point_no_plain_text_is_left(
        self, laptop: Laptop, agreement: Agreement, share: float
    ) -> None:
        path = large(laptop)
        content = path.read_bytes()
        copy = laptop.sealed(agreement, path)
        with pytest.raises(Stopped):
            laptop.app.vault.open(copy.id, progress=stopping_at(share))
        assert plain_files(laptop) == []
        assert laptop.copy(copy.id) == copy
        assert laptop.app.vault.checked_out() == ()
        check_nothing_begun(laptop)
        _, opened = laptop.app.vault.open(copy.id)
        assert opened.read_bytes() == content

    @pytest.mark.parametrize("changed", [True, False])
    def test_sealing_again_counts_to_the_end_whether_it_changed_or_not(
        self, laptop: Laptop, agreement: Agreement, changed: bool
    ) -> None:
        copy = laptop.sealed(agreement, large(laptop, size=4 * MB))
        _, path = laptop.app.vault.open(copy.id)
        if changed:
            path.write_bytes(b"X" + path.read_bytes()[1:])
        words = Words()
        laptop.app.vault.seal(copy.id, progress=words)
        words.check(copy.size_bytes)
        assert not path.exists()

    @pytest.mark.parametrize("share", [0, 0.2, 0.5, 0.9, 1])
    def test_sealing_again_that_is_stopped_keeps_the_changed_file_out(
        self, laptop: Laptop, agreement: Agreement, share: float
    ) -> None:
        copy = laptop.sealed(agreement, large(laptop))
        _, path = laptop.app.vault.open(copy.id)
        path.write_bytes(b"X" + path.read_bytes()[1:])
        changed, before = path.read_bytes(), sealed_files(laptop)
        for call in (laptop.app.vault.seal_all, lambda progress: laptop.app.vault.seal(copy.id, progress=progress)):
            with pytest.raises(Stopped):
                call(progress=stopping_at(share))
            assert path.read_bytes() == changed
            assert sealed_files(laptop) == before
            assert laptop.copy(copy.id).state is CopyState.CHECKED_OUT
        laptop.app.vault.seal(copy.id)
        _, path = laptop.app.vault.open(copy.id)
        assert path.read_bytes() == changed

    def test_all_that_is_out_is_one_count_and_a_stop_ends_it_at_once(
        self, laptop: Laptop, agreement: Agreement
    ) -> None:
        for number in range(3):
            laptop.app.vault.open(laptop.sealed(agreement, large(laptop, f"{number}.bin", 2 * MB)).id)
        copies = laptop.app.vault.checked_out()
        beside = laptop.file(
            "kladje.txt", b"k" * MB, folder=Path(laptop.copy(copies[0].id).checked_out_path or "").parent
        )
        total = sum(copy.size_bytes for copy in copies) + beside.stat().st_size
        with pytest.raises(Stopped):
            laptop.app.vault.seal_all(progress=stopping_at((copies[0].size_bytes + MB + 1) / total))
        assert [laptop.copy(copy.id).is_out for copy in copies] == [False, True, True]
        words = Words()
        laptop.app.vault.seal_all(progress=words)
        words.check(copies[1].size_bytes + copies[2].size_bytes)
        assert plain_files(laptop) == []

    def test_one_stop_ends_it_whatever_comes_after(self, laptop: Laptop, agreement: Agreement) -> None:
        for number in range(3):
            laptop.app.vault.open(laptop.sealed(agreement, large(laptop, f"{number}.bin", MB)).id)
        words = Words()

        def progress(done: int, total: int) -> None:
            words(done, total)
            if len(words) == 1:
                raise Stopped

        with pytest.raises(Stopped):
            laptop.app.vault.seal_all(progress=progress)
        assert (len(words), len(laptop.app.vault.checked_out())) == (1, 3)

    def test_what_was_saved_beside_it_stays_out_when_that_is_stopped(
        self, laptop: Laptop, agreement: Agreement
    ) -> None:
        copy = laptop.sealed(agreement, large(laptop, size=MB))
        _, path = laptop.app.vault.open(copy.id)
        beside = laptop.file("kladje.txt", b"k" * 3 * MB, folder=path.parent)
        with pytest.raises(Stopped):
            laptop.app.vault.seal(copy.id, progress=stopping_at(0.6))
        assert beside.read_bytes() == b"k" * 3 * MB
        assert laptop.copy(copy.id).is_out
        assert len(sealed_files(laptop)) == 1
        laptop.app.vault.seal(copy.id)
        assert not laptop.copy(copy.id).is_out
        assert len(sealed_files(laptop)) == 2


class TestCheckingTheVault:
    def test_counts_the_sealed_bytes_of_all_files(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        sealed = [laptop.sealed(agreement, laptop.file(f"{n}.xlsx")).sealed_bytes or 0 for n in range(3)]
        words = Words()
        assert laptop.app.vault.check(words).checked == 3
        assert [done for done, _ in words] == [0, sealed[0], sealed[0] + sealed[1]]
        assert {total for _, total in words} == {sum(sealed)}

    def test_is_stopped_between_two_files(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        for n in range(3):
            laptop.sealed(agreement, laptop.file(f"{n}.xlsx"))
        with pytest.raises(Stopped):
            laptop.app.vault.check(stopping_at(0.5))
