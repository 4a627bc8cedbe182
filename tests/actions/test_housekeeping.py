"""What dead processes left is taken up by the next start; what a living one does is left alone."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.actions.begun import Begun, begin
from app.actions.sealing import waiting_key
from app.domain.errors import InputError
from app.domain.finding import FindingState, ResolvedHow
from tests.actions.laptop import DAY, EVA, Laptop, sealed_names
from tests.actions.programs import held_open


class Died(BaseException):
    """The process ended here."""


def dies(*_: object, **__: object) -> None:
    raise Died


@pytest.fixture
def crash(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[object, str, Callable[[], object]], None]]:
    """Let the process die where `name` of `where` is called, and start it again."""

    def run(where: object, name: str, act: Callable[[], object]) -> None:
        with monkeypatch.context() as patched:
            patched.setattr(where, name, dies)
            with pytest.raises(Died):
                act()
        monkeypatch.setattr("app.actions.begun.is_alive", lambda _: False)
        laptop.restart()

    yield run
    with laptop.app.office.look() as session:
        assert [session.notes.listing(what.value) for what in Begun] == [{} for _ in Begun]


Crash = Callable[[object, str, Callable[[], object]], None]


class TestSealing:
    def test_before_the_sealed_file_stands(self, laptop: Laptop, crash: Crash) -> None:
        agreement = laptop.usual()
        path = laptop.file()
        crash(laptop.app._vault, "seal", lambda: laptop.app.copies.add(path, agreement.id))
        assert (path.exists(), laptop.app.copies.list()) == (True, ())

    def test_before_the_record_the_sealed_file_goes(self, laptop: Laptop, crash: Crash) -> None:
        agreement = laptop.usual()
        path = laptop.file()
        crash(laptop.app.sealing, "refuse_without_key", lambda: laptop.app.copies.add(path, agreement.id))
        assert (path.exists(), laptop.app.copies.list(), sealed_names(laptop)) == (True, (), [])

    def test_before_the_original_is_gone_it_goes(self, laptop: Laptop, crash: Crash) -> None:
        agreement = laptop.usual()
        path = laptop.file()
        finding = laptop.finding(path)
        crash(laptop.app.files, "erase", lambda: laptop.app.findings.seal([finding.id], agreement.id))
        (view,) = laptop.app.copies.list()
        assert (path.exists(), view.copy.original_method) == (False, "unlink")
        assert laptop.app.findings.show(finding.id).state is FindingState.RESOLVED

    def test_a_part_of_a_sealed_file_is_swept(self, laptop: Laptop, crash: Crash) -> None:
        agreement = laptop.usual()
        path = laptop.file()

        def dies_halfway(_source: Path, file_id: str, *_: object) -> None:
            (laptop.data_dir / "vault" / f"{file_id}.age.part").write_bytes(b"half")
            raise Died

        laptop.app._vault.seal = dies_halfway  # type: ignore[assignment,method-assign]
        crash(laptop.app._vault, "discard", lambda: laptop.app.copies.add(path, agreement.id))
        assert (path.exists(), sealed_names(laptop)) == (True, [])

    def test_after_a_new_seal_the_older_one_goes(self, laptop: Laptop, crash: Crash) -> None:
        copy = laptop.sealed(laptop.usual())
        _, path = laptop.app.vault.open(copy.id)
        path.write_bytes(b"nieuw")
        crash(laptop.app.sealing, "drop", lambda: laptop.app.vault.seal(copy.id))
        assert len(sealed_names(laptop)) == 1
        laptop.app.vault.seal_all()
        assert laptop.copy(copy.id).size_bytes == len(b"nieuw")
        assert laptop.app.vault.check().problems == ()

    def test_after_a_move_the_older_one_goes(self, laptop: Laptop, crash: Crash) -> None:
        copy, new = laptop.sealed(laptop.usual()), laptop.agreement()
        crash(laptop.app.sealing, "drop", lambda: laptop.app.copies.move(copy.id, new.id))
        assert sealed_names(laptop) == [laptop.copy(copy.id).path]
        assert laptop.app.vault.check().problems == ()

    def test_what_a_living_process_seals_is_left_alone(self, laptop: Laptop) -> None:
        """Two processes: the start of one must not discard what the other is writing."""
        agreement = laptop.usual()
        other = laptop.again()
        with other.office.change() as work:
            other.sealing.ensure_key(work, f"agreement.{agreement.id}", "agreement")
            begin(work, Begun.SEALING, "abcdef")
        other._vault.seal(laptop.file(), "abcdef", f"agreement.{agreement.id}")
        laptop.app.begin()
        assert sealed_names(laptop) == ["abcdef.age"]

    def test_a_folder_that_is_gone_by_then_is_no_trouble(self, laptop: Laptop, crash: Crash) -> None:
        agreement = laptop.usual()
        path = laptop.file(folder=laptop.home / "map")
        real = laptop.restart

        def gone() -> None:
            path.unlink()
            path.parent.rmdir()
            real()

        laptop.restart = gone  # type: ignore[method-assign]
        crash(laptop.app.files, "erase", lambda: laptop.app.copies.add(path, agreement.id))
        assert len(laptop.app.copies.list()) == 1


class TestAsking:
    def test_before_the_record_the_finding_is_open_and_the_file_stands(self, laptop: Laptop, crash: Crash) -> None:
        laptop.usual()
        path = laptop.file()
        finding = laptop.finding(path)
        crash(laptop.app.sealing, "recording", lambda: laptop.app.findings.ask([finding.id], EVA))
        assert (path.exists(), sealed_names(laptop)) == (True, [])
        assert laptop.app.findings.show(finding.id).state is FindingState.OPEN
        assert laptop.keys.get(waiting_key(finding.id)) is None

    def test_after_the_record_the_original_goes(self, laptop: Laptop, crash: Crash) -> None:
        laptop.usual()
        path = laptop.file()
        finding = laptop.finding(path)
        crash(laptop.app.files, "erase", lambda: laptop.app.findings.ask([finding.id], EVA))
        after = laptop.app.findings.show(finding.id)
        assert (path.exists(), after.state, after.original_gone) == (False, FindingState.WAITING, True)

    @pytest.mark.parametrize("step", ["destroy_key", "discard"])
    def test_after_the_answer_the_waiting_file_and_its_key_go(self, laptop: Laptop, crash: Crash, step: str) -> None:
        agreement = laptop.usual()
        finding = laptop.finding()
        laptop.app.findings.ask([finding.id], EVA)
        crash(laptop.app._vault, step, lambda: laptop.app.findings.seal([finding.id], agreement.id))
        (view,) = laptop.app.copies.list()
        assert sealed_names(laptop) == [view.copy.path]
        assert laptop.keys.get(waiting_key(finding.id)) is None
        assert laptop.app.vault.check().problems == ()


class TestDeletingAFinding:
    @pytest.mark.parametrize(("verb", "how"), [("delete", ResolvedHow.DELETED), ("returned", ResolvedHow.RETURNED)])
    def test_a_file_that_went_is_resolved_as_it_was_meant(
        self, laptop: Laptop, crash: Crash, verb: str, how: ResolvedHow
    ) -> None:
        laptop.usual()
        path = laptop.file()
        finding = laptop.finding(path)
        act = getattr(laptop.app.findings, verb)
        real = laptop.app.files.erase

        def erased_then_died(*arguments: object) -> None:
            real(*arguments)  # type: ignore[arg-type]
            raise Died

        laptop.app.files.erase = erased_then_died  # type: ignore[assignment,method-assign]
        crash(laptop.app.files, "holders", lambda: act([finding.id]))
        after = laptop.app.findings.show(finding.id)
        assert after.resolution is not None
        assert (path.exists(), after.state, after.resolution.how) == (False, FindingState.RESOLVED, how)
        assert len(laptop.events("finding.deleted")) == 1

    def test_a_file_that_still_stands_leaves_the_finding_open(self, laptop: Laptop, crash: Crash) -> None:
        laptop.usual()
        path = laptop.file()
        finding = laptop.finding(path)
        crash(laptop.app.files, "erase", lambda: laptop.app.findings.delete([finding.id]))
        assert (path.exists(), laptop.app.findings.show(finding.id).state) == (True, FindingState.OPEN)

    def test_what_waited_sealed_is_gone_with_its_key(self, laptop: Laptop, crash: Crash) -> None:
        laptop.usual()
        finding = laptop.finding()
        laptop.app.findings.ask([finding.id], EVA)
        crash(laptop.app._vault, "discard", lambda: laptop.app.findings.delete([finding.id]))
        assert laptop.app.findings.show(finding.id).state is FindingState.RESOLVED
        assert (sealed_names(laptop), laptop.keys.get(waiting_key(finding.id))) == ([], None)
        assert laptop.app.vault.check().checked == 0

    def test_another_file_at_its_place_is_left_alone_and_said(self, laptop: Laptop) -> None:
        laptop.usual()
        path = laptop.file()
        finding = laptop.finding(path)
        laptop.file("ander.xlsx", b"eigen").replace(path)
        with pytest.raises(InputError) as refusal:
            laptop.app.findings.delete([finding.id])
        assert refusal.value.message.id == "deletion.other-file"
        assert path.read_bytes() == b"eigen"
        with laptop.app.office.look() as session:
            assert session.notes.listing(Begun.ERASING.value) == {}

    def test_a_waiting_finding_takes_an_original_that_was_left_with_it(
        self, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        laptop.usual()
        path = laptop.file()
        finding = laptop.finding(path)
        with monkeypatch.context() as held:
            held.setattr(laptop.app.sealing, "remove_unchanged", lambda *_: False)
            laptop.app.findings.ask([finding.id], EVA)
        assert path.exists()
        laptop.app.findings.delete([finding.id])
        assert not path.exists()
        assert laptop.app.findings.show(finding.id).state is FindingState.RESOLVED


def test_an_original_that_a_program_writes_in_waits(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    agreement = laptop.usual()
    path = laptop.file()
    with monkeypatch.context() as patched:
        patched.setattr(laptop.app.files, "erase", dies)
        with pytest.raises(Died):
            laptop.app.copies.add(path, agreement.id)
    monkeypatch.setattr("app.actions.begun.is_alive", lambda _: False)
    with held_open(path, "r+b"):
        laptop.restart()
        assert path.exists()
    laptop.restart()
    assert not path.exists()


def test_what_is_past_its_term_is_forgotten(laptop: Laptop) -> None:
    """Procedure: findings six months after they were resolved."""
    laptop.usual()
    finding = laptop.finding()
    laptop.app.findings.delete([finding.id])
    laptop.passes(183 * DAY)
    laptop.app.housekeeping.purge()
    assert [f.id for f in laptop.app.findings.list()] == [finding.id]
    laptop.passes(2 * DAY)
    assert laptop.app.housekeeping.purge() >= 1
    assert laptop.app.findings.list() == ()
    with laptop.app.office.look() as session:
        assert session.journal.verify().valid


def test_a_start_with_nothing_begun_writes_nothing(laptop: Laptop) -> None:
    laptop.usual()
    laptop.app.begin()
    before = laptop.app.store_version()
    laptop.again().housekeeping.after_start()
    assert laptop.app.store_version() == before


@pytest.mark.skipif(sys.platform == "win32", reason="the two steps of a removal on Linux")
@pytest.mark.parametrize("then", ["take back", "delete"])
@pytest.mark.parametrize("step", ["_unlink_checked", "PrivateFolder.take"])
def test_a_working_file_whose_removal_was_killed_halfway_is_taken_up(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch, then: str, step: str
) -> None:
    """It stood in a private folder beside its place: neither lost, nor taken for something that was saved there."""
    agreement = laptop.usual()
    copy = laptop.sealed(agreement)
    _, path = laptop.app.vault.open(copy.id)
    path.write_bytes(b"gewijzigd")
    with monkeypatch.context() as patched:
        patched.setattr(f"app.system.files._linux_erase.{step}", dies)
        patched.setattr("app.system.files._linux_erase._tidy", lambda private: private.close())
        with pytest.raises(Died):
            laptop.app.vault.seal(copy.id)
    assert path.exists() == (step != "_unlink_checked")
    assert list(path.parent.glob(".vroom-*"))
    laptop.restart()
    if then == "take back":
        laptop.app.vault.seal_all()
        assert not laptop.copy(copy.id).is_out
    else:
        laptop.app.deletion.delete_now([copy.id], "klaar")
    assert len(laptop.app.copies.list()) == 1
    assert list((laptop.data_dir / "working").iterdir()) == []
