"""Check-outs: plain text outside the vault is registered, taken back when nobody uses it, and never lost."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

import pytest

from app.actions.agreements import approve
from app.actions.begun import DELETION, Begun
from app.actions.vault import recover_file
from app.domain.copy import AskedWhy, CopyState, Location, OutsideCopy
from app.domain.errors import EnvironmentLacking, InputError
from app.domain.folder import FolderKind, WatchedFolder
from app.domain.identity import new_id
from app.domain.messages import msg
from app.domain.ports import PlaceInfo, PlaceKind
from app.vault import PlaceRefused, TargetExists
from tests.actions.laptop import DAY, HOUR, Laptop
from tests.actions.programs import held_open

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
SECOND = timedelta(seconds=1)


@pytest.fixture
def copy(laptop: Laptop) -> OutsideCopy:
    return laptop.sealed(laptop.usual(), laptop.file("cijfers.xlsx"))


def opened(laptop: Laptop, copy: OutsideCopy, folder: Path | None = None) -> Path:
    return laptop.app.vault.open(copy.id, folder)[1]


def again(laptop: Laptop, copy: OutsideCopy) -> bytes:
    """What the vault holds of the copy now."""
    path = opened(laptop, copy)
    content = path.read_bytes()
    laptop.app.vault.seal(copy.id)
    return content


def sealed_names(laptop: Laptop) -> list[str]:
    return sorted(path.name for path in (laptop.data_dir / "vault").iterdir())


def plain_left(laptop: Laptop) -> list[str]:
    return sorted(path.name for path in (laptop.data_dir / "working").rglob("*") if path.is_file())


def test_a_copy_that_is_opened_is_out_and_shown(laptop: Laptop, copy: OutsideCopy) -> None:
    path = opened(laptop, copy)
    assert path.parent.parent == laptop.data_dir / "working"
    out = laptop.copy(copy.id)
    assert (out.state, out.checked_out_path, out.is_out) == (CopyState.CHECKED_OUT, str(path), True)
    (row,) = laptop.app.vault.list()
    assert (row.state, row.path) == ("checked-out", str(path))
    assert opened(laptop, copy) == path  # once more gives the same file, with what was done in it


def test_an_unchanged_copy_goes_back_without_being_sealed_again(laptop: Laptop, copy: OutsideCopy) -> None:
    before = sealed_names(laptop)
    path = opened(laptop, copy)
    back = laptop.app.vault.seal(copy.id).copy
    assert (back.state, back.is_out, path.exists()) == (CopyState.KEPT, False, False)
    assert sealed_names(laptop) == before
    assert not path.parent.exists()


def test_what_was_changed_is_sealed_and_the_older_sealed_file_goes(laptop: Laptop, copy: OutsideCopy) -> None:
    path = opened(laptop, copy)
    path.write_bytes(b"nieuwe cijfers" * 100)
    back = laptop.app.vault.seal(copy.id).copy
    assert (back.size_bytes, back.state) == (1400, CopyState.KEPT)
    assert len(sealed_names(laptop)) == 1
    assert again(laptop, copy) == b"nieuwe cijfers" * 100
    assert [e.data for e in laptop.events("vault.resealed")] == [{"changed": True}]
    assert laptop.app.vault.check().problems == ()


def test_a_save_by_rename_is_the_same_copy(laptop: Laptop, copy: OutsideCopy) -> None:
    """An editor writes beside and renames: the working file has another identity, and is the same document."""
    path = opened(laptop, copy)
    fresh = path.with_name("cijfers.tmp")
    fresh.write_bytes(b"via een dans")
    fresh.replace(path)
    laptop.app.vault.seal(copy.id)
    assert again(laptop, copy) == b"via een dans"


def test_an_editor_that_died_in_the_middle_of_a_save_loses_nothing(laptop: Laptop, copy: OutsideCopy) -> None:
    """The document had its new content under a temporary name only: that joins the vault."""
    path = opened(laptop, copy)
    path.with_name("~WRD0001.tmp").write_bytes(b"het enige dat er nog is")
    path.unlink()
    laptop.app.vault.seal_all()
    (saved,) = (view.copy for view in laptop.app.copies.list() if view.copy.further_of == copy.id)
    assert again(laptop, saved) == b"het enige dat er nog is"
    assert plain_left(laptop) == []
    assert not laptop.copy(copy.id).is_out


def test_what_was_saved_beside_it_joins_the_vault(laptop: Laptop, copy: OutsideCopy) -> None:
    """VR-P3: *Save as* in the working folder is client data too, with the same deadline."""
    path = opened(laptop, copy)
    (path.parent / "kopie.xlsx").write_bytes(b"een kopie")
    (path.parent / "map").mkdir()
    (path.parent / "map" / "diep.csv").write_bytes(b"dieper")
    path.with_name("~WRL0001.tmp").write_bytes(b"wat de editor vergat")
    laptop.app.projects.close("P1")
    laptop.app.vault.seal(copy.id)
    saved = {v.copy.name: v.copy for v in laptop.app.copies.list() if v.copy.further_of == copy.id}
    assert set(saved) == {"kopie.xlsx", "diep.csv"}
    assert {c.due_at for c in saved.values()} == {laptop.copy(copy.id).due_at}
    assert again(laptop, saved["kopie.xlsx"]) == b"een kopie"
    assert plain_left(laptop) == []


@POSIX
def test_a_file_that_a_program_has_open_stays_out(laptop: Laptop, copy: OutsideCopy) -> None:
    path = opened(laptop, copy)
    with held_open(path):
        with pytest.raises(InputError) as refusal:
            laptop.app.vault.seal(copy.id)
        assert refusal.value.message.id == "vault.held"
        (result,) = laptop.app.vault.seal_all()
        assert result.held_by
        laptop.passes(HOUR)
        assert laptop.app.vault.seal_quiet() == ()
    laptop.app.vault.seal(copy.id)
    assert not path.exists()


@POSIX
def test_a_file_saved_beside_it_that_is_open_keeps_all_of_it_out(laptop: Laptop, copy: OutsideCopy) -> None:
    path = opened(laptop, copy)
    beside = path.parent / "kopie.xlsx"
    beside.write_bytes(b"nog open")
    with held_open(beside):
        (result,) = laptop.app.vault.seal_all()
        assert result.held_by
        assert path.exists()


@pytest.mark.parametrize("owner", ["~$cijfers.xlsx", ".~lock.cijfers.xlsx#"])
def test_an_owner_file_says_that_it_is_open(laptop: Laptop, copy: OutsideCopy, owner: str) -> None:
    path = opened(laptop, copy)
    (path.parent / owner).write_bytes(b"Robin")
    with pytest.raises(InputError):
        laptop.app.vault.seal(copy.id)
    (path.parent / owner).unlink()
    laptop.app.vault.seal(copy.id)
    assert not path.parent.exists()


def test_what_nobody_uses_for_30_seconds_goes_back(laptop: Laptop, copy: OutsideCopy) -> None:
    path = opened(laptop, copy)
    laptop.passes(29 * SECOND)
    assert laptop.app.vault.seal_quiet() == ()
    laptop.passes(SECOND)
    (result,) = laptop.app.vault.seal_quiet()
    assert (result.copy.id, path.exists()) == (copy.id, False)


@POSIX
def test_a_use_in_between_starts_the_30_seconds_anew(laptop: Laptop, copy: OutsideCopy) -> None:
    path = opened(laptop, copy)
    laptop.passes(20 * SECOND)
    with held_open(path):
        assert laptop.app.vault.seal_quiet() == ()
    laptop.passes(20 * SECOND)
    assert laptop.app.vault.seal_quiet() == ()
    laptop.passes(10 * SECOND)
    assert len(laptop.app.vault.seal_quiet()) == 1


@POSIX
def test_after_12_hours_a_held_file_gets_one_snapshot_and_is_told(laptop: Laptop, copy: OutsideCopy) -> None:
    path = opened(laptop, copy)
    path.write_bytes(b"tussenstand")
    with held_open(path):
        laptop.passes(11 * HOUR)
        assert laptop.app.vault.seal_quiet() == ()
        assert laptop.app.vault.out_too_long() == ()
        laptop.passes(HOUR)
        (result,) = laptop.app.vault.seal_quiet()
        assert result.held_by
        assert laptop.app.vault.seal_quiet() == ()  # not at every look
        assert [c.id for c in laptop.app.vault.out_too_long()] == [copy.id]
        assert path.read_bytes() == b"tussenstand"
        assert laptop.copy(copy.id).size_bytes == len(b"tussenstand")
        assert len(sealed_names(laptop)) == 1
        laptop.passes(12 * HOUR)
        assert len(laptop.app.vault.seal_quiet()) == 1
    assert len(laptop.events("vault.snapshot")) == 2


@POSIX
def test_a_lock_takes_a_snapshot_of_what_is_held(laptop: Laptop, copy: OutsideCopy) -> None:
    path = opened(laptop, copy)
    path.write_bytes(b"bij vergrendelen")
    with held_open(path):
        (result,) = laptop.app.vault.seal_all(snapshot=True)
        assert (result.copy.is_out, path.exists(), bool(result.held_by)) == (True, True, True)
    laptop.app.vault.seal_all()
    assert again(laptop, copy) == b"bij vergrendelen"


def test_what_cannot_be_told_counts_as_in_use_until_12_hours(
    laptop: Laptop, copy: OutsideCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = opened(laptop, copy)
    monkeypatch.setattr(type(laptop.app.files), "holders", lambda *_: None)
    laptop.passes(11 * HOUR)
    assert laptop.app.vault.seal_quiet() == ()
    laptop.passes(HOUR)
    assert len(laptop.app.vault.seal_quiet()) == 1
    assert not path.exists()


def test_after_a_crash_the_guard_takes_back_what_was_out(laptop: Laptop, copy: OutsideCopy) -> None:
    path = opened(laptop, copy)
    path.write_bytes(b"voor de crash")
    laptop.clock.advance(HOUR)
    laptop.restart()
    assert len(laptop.app.vault.seal_quiet()) == 1
    assert not path.exists()
    assert again(laptop, copy) == b"voor de crash"


def test_all_that_is_out_goes_back_although_one_fails(laptop: Laptop, copy: OutsideCopy) -> None:
    other = laptop.sealed(laptop.app.agreements.list()[0][0], laptop.file("twee.xlsx"))
    first, second = opened(laptop, copy), opened(laptop, other)
    first.write_bytes(b"anders")
    real = laptop.app.sealing.written

    def failing(file_id: str, path: Path, *rest: object) -> object:
        if path == first:
            raise EnvironmentLacking(msg("vault.disk-full", path="x"))
        return real(file_id, path, *rest)  # type: ignore[arg-type]

    laptop.app.sealing.written = failing  # type: ignore[assignment,method-assign]
    with pytest.raises(EnvironmentLacking):
        laptop.app.vault.seal_all()
    assert (first.exists(), second.exists()) == (True, False)
    assert laptop.copy(copy.id).is_out


def test_a_working_file_that_somebody_removed_leaves_the_sealed_copy(laptop: Laptop, copy: OutsideCopy) -> None:
    path = opened(laptop, copy)
    path.unlink()
    laptop.app.vault.seal_all()
    assert not laptop.copy(copy.id).is_out
    assert again(laptop, copy).startswith(b"made up content")


def test_a_change_between_seal_and_removal_is_not_lost(laptop: Laptop, copy: OutsideCopy) -> None:
    path = opened(laptop, copy)
    path.write_bytes(b"eerste")
    real = laptop.app.sealing.written

    def meddled(*arguments: object) -> object:
        sealed = real(*arguments)  # type: ignore[arg-type]
        path.write_bytes(b"tweede, net daarna")
        return sealed

    laptop.app.sealing.written = meddled  # type: ignore[assignment,method-assign]
    laptop.app.vault.seal(copy.id)
    assert path.read_bytes() == b"tweede, net daarna"
    assert laptop.copy(copy.id).is_out
    laptop.app.sealing.written = real  # type: ignore[method-assign]
    laptop.app.vault.seal(copy.id)
    assert again(laptop, copy) == b"tweede, net daarna"


def test_two_processes_that_take_it_back_at_once_leave_one_sealed_file(laptop: Laptop, copy: OutsideCopy) -> None:
    path = opened(laptop, copy)
    path.write_bytes(b"door twee")
    other = laptop.again()
    real = laptop.app.sealing.written

    def overtaken(*arguments: object) -> object:
        sealed = real(*arguments)  # type: ignore[arg-type]
        laptop.app.sealing.written = real  # type: ignore[method-assign]
        other.vault.seal(copy.id)
        return sealed

    laptop.app.sealing.written = overtaken  # type: ignore[assignment,method-assign]
    with pytest.raises(InputError) as refusal:
        laptop.app.vault.seal(copy.id)
    assert refusal.value.message.id == "copy.overtaken"
    assert len(sealed_names(laptop)) == 1
    assert again(laptop, copy) == b"door twee"


class TestAFolderOfOnesOwn:
    def test_plain_text_goes_there_and_only_that_file_is_ours(self, laptop: Laptop, copy: OutsideCopy) -> None:
        folder = laptop.home / "Bureaublad"
        folder.mkdir()
        (folder / "eigen.txt").write_bytes(b"van mij")
        path = opened(laptop, copy, folder)
        assert path == folder / "cijfers.xlsx"
        laptop.app.vault.seal(copy.id)
        assert [p.name for p in folder.iterdir()] == ["eigen.txt"]

    def test_what_stands_there_already_is_never_replaced(self, laptop: Laptop, copy: OutsideCopy) -> None:
        """VR-P4: nor is it ever taken for the copy's plain text afterwards."""
        own = laptop.file("cijfers.xlsx", b"mijn eigen bestand")
        with pytest.raises(TargetExists):
            opened(laptop, copy, laptop.downloads)
        after = laptop.copy(copy.id)
        assert (after.state, after.checked_out_path, after.is_out) == (CopyState.KEPT, None, False)
        laptop.app.deletion.delete_now([copy.id], "klaar")
        assert own.read_bytes() == b"mijn eigen bestand"

    def test_a_file_that_came_later_at_that_path_is_not_ours(self, laptop: Laptop, copy: OutsideCopy) -> None:
        """VR-P4: the copy was out there once; what the person put there since is left alone."""
        path = opened(laptop, copy, laptop.downloads)
        laptop.app.vault.seal(copy.id)
        path.write_bytes(b"iets heel anders van mijzelf")
        assert opened(laptop, copy) != path
        laptop.app.vault.seal(copy.id)
        laptop.app.deletion.delete_now([copy.id], "klaar")
        assert path.read_bytes() == b"iets heel anders van mijzelf"

    @pytest.mark.parametrize("kind", [PlaceKind.SYNCHRONISED, PlaceKind.NETWORK, PlaceKind.ROAMING])
    def test_a_folder_that_is_copied_on_is_refused(self, laptop: Laptop, copy: OutsideCopy, kind: PlaceKind) -> None:
        folder = laptop.home / "OneDrive"
        folder.mkdir()
        laptop.places.told[folder] = PlaceInfo(kind=kind, synchronised_by="OneDrive")
        with pytest.raises(PlaceRefused):
            opened(laptop, copy, folder)
        assert list(folder.iterdir()) == []
        assert not laptop.copy(copy.id).is_out

    @POSIX
    def test_a_link_into_such_a_folder_is_refused_as_well(self, laptop: Laptop, copy: OutsideCopy) -> None:
        folder = laptop.home / "OneDrive"
        folder.mkdir()
        (laptop.home / "onschuldig").symlink_to(folder)
        laptop.places.told[folder] = PlaceInfo(kind=PlaceKind.SYNCHRONISED, synchronised_by="OneDrive")
        with pytest.raises(PlaceRefused):
            opened(laptop, copy, laptop.home / "onschuldig")

    def test_a_client_place_is_refused(self, laptop: Laptop, copy: OutsideCopy) -> None:
        place = WatchedFolder(
            id=new_id(), path=str(laptop.downloads), kind=FolderKind.CLIENT_PLACE, added_at=laptop.now
        )
        with laptop.app.office.change() as work:
            work.session.folders.add(place)
        with pytest.raises(InputError):
            opened(laptop, copy, laptop.downloads)

    def test_a_folder_that_is_not_there_is_a_sentence(self, laptop: Laptop, copy: OutsideCopy) -> None:
        with pytest.raises(InputError) as refusal:
            opened(laptop, copy, laptop.home / "weg")
        assert refusal.value.message.id == "folder.missing"


def test_special_categories_are_opened_only_after_the_lead_approved(laptop: Laptop) -> None:
    """VT-U1"""
    agreement = laptop.usual()
    copy = laptop.app.copies.add(laptop.file(), agreement.id, special=True).copy
    with pytest.raises(InputError) as refusal:
        opened(laptop, copy)
    assert refusal.value.message.id == "agreement.needs-approval"
    assert plain_left(laptop) == []
    with laptop.app.office.change() as work:
        approve(work, work.session.agreements.get(agreement.id), work.now, "device")
    assert opened(laptop, copy).exists()


def test_what_is_being_deleted_or_deleted_is_not_opened(laptop: Laptop, copy: OutsideCopy) -> None:
    with laptop.app.office.change() as work:
        work.session.notes.set(DELETION + copy.id, "intended")
    with pytest.raises(InputError) as refusal:
        opened(laptop, copy)
    assert refusal.value.message.id == "copy.being-deleted"
    laptop.app.deletion.resume()
    with pytest.raises(InputError) as refusal:
        opened(laptop, copy)
    assert refusal.value.message.id == "vault.not-in-vault"


def test_a_copy_that_is_no_file_cannot_be_opened(laptop: Laptop) -> None:
    phone = laptop.app.copies.add_elsewhere("telefoon", laptop.usual().id).copy
    assert phone.location is Location.ELSEWHERE
    with pytest.raises(InputError):
        laptop.app.vault.open(phone.id)


def test_a_question_that_stands_stays_when_the_copy_goes_out_and_back(laptop: Laptop, copy: OutsideCopy) -> None:
    laptop.app.projects.close("P1", laptop.now - 9 * DAY)
    assert laptop.copy(copy.id).state is CopyState.ASKED
    opened(laptop, copy)
    laptop.app.vault.seal(copy.id)
    after = laptop.copy(copy.id)
    assert (after.state, after.asked_why) == (CopyState.ASKED, AskedWhy.PAST_DEADLINE)


def test_opening_that_was_killed_leaves_the_copy_in_the_vault(
    laptop: Laptop, copy: OutsideCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def killed(*_: object) -> None:
        raise Killed

    laptop.app._vault.open = killed  # type: ignore[assignment,method-assign]
    with pytest.raises(Killed):
        opened(laptop, copy)
    assert laptop.copy(copy.id).is_out
    monkeypatch.setattr("app.actions.begun.is_alive", lambda _: False)
    laptop.restart()
    assert not laptop.copy(copy.id).is_out
    with laptop.app.office.look() as session:
        assert session.notes.listing(Begun.OPENING.value) == {}


class TestTheCheck:
    def test_it_finds_what_is_damaged_missing_or_without_key(self, laptop: Laptop, copy: OutsideCopy) -> None:
        agreement = laptop.app.agreements.list()[0][0]
        other = laptop.sealed(agreement, laptop.file("weg.xlsx"))
        vault = laptop.data_dir / "vault"
        sealed = bytearray((vault / (copy.path or "")).read_bytes())
        sealed[-10] ^= 1
        (vault / (copy.path or "")).write_bytes(sealed)
        (vault / (other.path or "")).unlink()
        found = {(id_, state) for id_, state, _ in laptop.app.vault.check().problems}
        assert found == {(copy.id, "damaged"), (other.id, "missing")}
        laptop.app._vault.destroy_key(f"agreement.{agreement.id}")
        assert ("damaged", "no-key") in {(state, problem) for _, state, problem in laptop.app.vault.check().problems}

    def test_what_is_being_deleted_is_not_counted(self, laptop: Laptop, copy: OutsideCopy) -> None:
        with laptop.app.office.change() as work:
            work.session.notes.set(DELETION + copy.id, "intended")
        (laptop.data_dir / "vault" / (copy.path or "")).unlink()
        assert laptop.app.vault.check().checked == 0

    def test_the_list_tells_what_it_sees_without_reading(self, laptop: Laptop, copy: OutsideCopy) -> None:
        path = laptop.data_dir / "vault" / (copy.path or "")
        path.write_bytes(path.read_bytes() + b"x")
        assert [row.state for row in laptop.app.vault.list()] == ["damaged"]
        path.unlink()
        assert [row.state for row in laptop.app.vault.list()] == ["missing"]
        laptop.app.deletion.delete_now([copy.id], "klaar")
        assert [row.state for row in laptop.app.vault.list()] == ["erased"]


def test_without_the_identity_nothing_is_recovered(laptop: Laptop, copy: OutsideCopy) -> None:
    identity = laptop.root / "sleutel.txt"
    identity.write_text("geen sleutel")
    with pytest.raises(InputError):
        recover_file(laptop.data_dir / "vault" / (copy.path or ""), identity, laptop.root / "uit.xlsx")
