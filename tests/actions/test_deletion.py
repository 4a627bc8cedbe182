"""Deletion on real files: what is due goes once, what is not ours is never touched, and only what was seen is claimed."""

from __future__ import annotations

import importlib
import os
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.actions.begun import DELETION
from app.actions.content import sha256_of
from app.actions.deletion import DeletionItem, DeletionRun
from app.actions.sealing import Original
from app.domain.agreement import Agreement, Place
from app.domain.copy import AskedWhy, CopyState, Location, OutsideCopy
from app.domain.deletion import Method, Outcome, Residual, ResidualKind
from app.domain.errors import EnvironmentLacking, InputError
from app.domain.finding import Judgement, Verdict
from app.domain.folder import FolderKind, WatchedFolder
from app.domain.identity import FileFacts, new_id
from app.domain.messages import msg
from app.domain.moments import ClockState
from app.domain.ports import KeySource, PlaceInfo, PlaceKind
from app.system.credentials import MemoryKeys
from app.system.language import local_zone
from tests.actions.conftest import MakeLaptop
from tests.actions.laptop import DAY, HOUR, WEEK, Laptop
from tests.actions.programs import held_open

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
SECOND = timedelta(seconds=1)


class KeyFile(MemoryKeys):
    """Keys that say they lie in a file, as on a machine without a credential store."""

    source = KeySource.KEY_FILE


def in_place(laptop: Laptop, agreement: Agreement, path: Path) -> OutsideCopy:
    return laptop.app.copies.add(path, agreement.id, in_place=True).copy


def expire(laptop: Laptop, agreement: Agreement) -> None:
    """All its copies are due at once."""
    laptop.app.agreements.withdraw(agreement.id, laptop.mail(f"intrekking-{new_id()[:6]}.eml", text="Wij trekken in."))


def due(laptop: Laptop) -> DeletionRun:
    return laptop.app.deletion.run_due()


def only(run: DeletionRun) -> DeletionItem:
    (item,) = run.items
    return item


def kinds(residuals: tuple[Residual, ...]) -> set[ResidualKind]:
    """Freed blocks are named wherever the disk is not known to be encrypted; here something else is asked."""
    return {residual.kind for residual in residuals} - {ResidualKind.STORAGE_BLOCKS}


class TestTheVault:
    def test_all_copies_of_an_agreement_at_once_are_erased_with_their_key(self, laptop: Laptop) -> None:
        """VR-P4: the key goes, and with it every sealed file made for it, wherever a part of one is left."""
        agreement = laptop.usual()
        copies = [laptop.sealed(agreement, laptop.file(f"{n}.xlsx")) for n in range(3)]
        expire(laptop, agreement)
        run = due(laptop)
        assert {item.copy.id for item in run.items} == {copy.id for copy in copies}
        assert {(item.outcome, item.method) for item in run.items} == {(Outcome.DELETED, Method.CRYPTOGRAPHIC_ERASE)}
        assert laptop.keys.get(f"agreement.{agreement.id}") is None
        assert list((laptop.data_dir / "vault").iterdir()) == []
        assert len(run.certificates) == 1
        assert len(laptop.events("key.destroyed")) == 1
        assert {laptop.copy(c.id).certificate_id for c in copies} == set(run.certificates)

    def test_one_copy_before_its_siblings_is_unlinked_and_that_is_said(self, laptop: Laptop) -> None:
        """design, Vault: the siblings still need the key."""
        agreement = laptop.usual()
        first, second = (laptop.sealed(agreement, laptop.file(f"{n}.xlsx")) for n in range(2))
        item = only(laptop.app.deletion.delete_now([first.id], "niet meer nodig"))
        assert (item.outcome, item.method) == (Outcome.DELETED, Method.UNLINK)
        assert Residual(kind=ResidualKind.STORAGE_BLOCKS, where="vault") in item.residuals
        assert laptop.keys.get(f"agreement.{agreement.id}") is not None
        assert laptop.app.vault.check().problems == ()
        last = only(laptop.app.deletion.delete_now([second.id], "ook niet"))
        assert last.method == Method.CRYPTOGRAPHIC_ERASE

    def test_a_key_in_a_file_makes_no_cryptographic_erase(self, make_laptop: MakeLaptop) -> None:
        laptop = make_laptop(keys=KeyFile())
        agreement = laptop.usual()
        laptop.sealed(agreement)
        expire(laptop, agreement)
        item = only(due(laptop))
        assert (item.method, kinds(item.residuals)) == (Method.UNLINK, {ResidualKind.KEY_FILE})

    def test_a_recovery_copy_counts_as_the_sealed_file_says_it(self, make_laptop: MakeLaptop) -> None:
        """IT's key opens what was sealed for it, whatever the policy says by the time of the deletion."""
        recovery = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
        laptop = make_laptop(policy={"vault.recovery_key": recovery})
        agreement = laptop.usual()
        before = laptop.sealed(agreement, laptop.file("voor.xlsx"))
        laptop.policy.clear()
        laptop.restart()
        after = laptop.sealed(agreement, laptop.file("na.xlsx"))
        expire(laptop, agreement)
        found = {item.copy.id: item for item in due(laptop).items}
        assert (found[before.id].method, kinds(found[before.id].residuals)) == (
            Method.UNLINK,
            {ResidualKind.RECOVERY_KEY},
        )
        assert found[after.id].method == Method.CRYPTOGRAPHIC_ERASE

    def test_a_sealed_file_that_was_gone_is_erased_with_its_key_or_said_to_be_not_found(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        first, second = (laptop.sealed(agreement, laptop.file(f"{n}.xlsx")) for n in range(2))
        (laptop.data_dir / "vault" / (first.path or "")).unlink()
        item = only(laptop.app.deletion.delete_now([first.id], "weg"))
        assert kinds(item.residuals) == {ResidualKind.NOT_FOUND}
        (laptop.data_dir / "vault" / (second.path or "")).unlink()
        item = only(laptop.app.deletion.delete_now([second.id], "weg"))
        assert (item.method, kinds(item.residuals)) == (Method.CRYPTOGRAPHIC_ERASE, set())

    def test_plain_text_that_is_out_goes_with_it(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        copy = laptop.sealed(agreement)
        _, path = laptop.app.vault.open(copy.id)
        path.write_bytes(b"gewijzigd")
        (path.parent / "opgeslagen als.xlsx").write_bytes(b"ook")
        expire(laptop, agreement)
        assert only(due(laptop)).outcome is Outcome.DELETED
        assert [p for p in (laptop.data_dir / "working").rglob("*") if p.is_file()] == []
        assert not laptop.copy(copy.id).is_out
        assert laptop.app.vault.checked_out() == ()

    @POSIX
    def test_plain_text_that_a_program_holds_is_a_residual(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        copy = laptop.sealed(agreement)
        _, path = laptop.app.vault.open(copy.id)
        expire(laptop, agreement)
        with held_open(path):
            item = only(due(laptop))
        assert (item.outcome, kinds(item.residuals)) == (Outcome.DELETED, {ResidualKind.HELD_OPEN})

    def test_an_original_that_could_not_go_is_taken_at_the_deletion(
        self, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        agreement = laptop.usual()
        path, changed = laptop.file("een.xlsx"), laptop.file("twee.xlsx")
        with monkeypatch.context() as held:
            held.setattr(laptop.app.sealing, "remove_original", lambda *_: (Original.HELD, 0))
            first, second = laptop.sealed(agreement, path), laptop.sealed(agreement, changed)
        changed.write_bytes(changed.read_bytes() + b" later bijgewerkt")
        expire(laptop, agreement)
        found = {item.copy.id: item for item in due(laptop).items}
        assert not path.exists()
        assert kinds(found[first.id].residuals) == set()
        assert changed.exists()  # another content by now: left alone, and said
        assert kinds(found[second.id].residuals) == {ResidualKind.FURTHER_COPY}

    @POSIX
    def test_another_name_of_the_original_is_a_residual(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        path = laptop.file()
        os.link(path, laptop.root / "tweede naam.xlsx")
        laptop.sealed(agreement, path)
        expire(laptop, agreement)
        item = only(due(laptop))
        assert Residual(kind=ResidualKind.HARD_LINK, where="1") in item.residuals

    def test_a_copy_that_was_moved_is_erased_only_when_the_older_key_is_gone_too(self, laptop: Laptop) -> None:
        """An older sealed file of it was made with the older agreement's key: freed blocks of that may be left."""
        old = laptop.usual()
        moved, stays = (laptop.sealed(old, laptop.file(f"{n}.xlsx")) for n in range(2))
        new = laptop.agreement()
        laptop.app.copies.move(moved.id, new.id)
        item = only(laptop.app.deletion.delete_now([moved.id], "klaar"))
        assert item.method == Method.UNLINK
        assert laptop.app.vault.check().problems == ()
        assert only(laptop.app.deletion.delete_now([stays.id], "klaar")).method == Method.CRYPTOGRAPHIC_ERASE

    def test_the_older_key_of_a_moved_copy_goes_when_nothing_needs_it(self, laptop: Laptop) -> None:
        old = laptop.usual()
        copy = laptop.sealed(old)
        new = laptop.agreement()
        laptop.app.copies.move(copy.id, new.id)
        assert only(laptop.app.deletion.delete_now([copy.id], "klaar")).method == Method.CRYPTOGRAPHIC_ERASE
        assert [laptop.keys.get(f"agreement.{a.id}") for a in (old, new)] == [None, None]


class TestAFileInItsPlace:
    @pytest.fixture
    def agreement(self, laptop: Laptop) -> Agreement:
        return laptop.usual()

    def test_unchanged_it_is_unlinked(self, laptop: Laptop, agreement: Agreement) -> None:
        path = laptop.file()
        in_place(laptop, agreement, path)
        expire(laptop, agreement)
        item = only(due(laptop))
        assert (item.outcome, item.method, path.exists()) == (Outcome.DELETED, Method.UNLINK, False)
        assert kinds(item.residuals) == set()

    def test_a_change_that_the_guard_saw_is_the_same_copy(self, laptop: Laptop, agreement: Agreement) -> None:
        path = laptop.file()
        in_place(laptop, agreement, path)
        path.write_bytes(b"bijgewerkt " * 300)
        facts = laptop.app.files.facts(path)
        assert facts is not None
        laptop.app.intake.saved(path, facts)
        expire(laptop, agreement)
        assert only(due(laptop)).outcome is Outcome.DELETED
        assert not path.exists()

    def test_a_touch_or_a_restored_backup_is_no_change(self, laptop: Laptop, agreement: Agreement) -> None:
        touched, restored = laptop.file("een.xlsx"), laptop.file("twee.xlsx")
        in_place(laptop, agreement, touched)
        in_place(laptop, agreement, restored)
        touched.touch()
        content = restored.read_bytes()
        restored.unlink()
        laptop.file("iets anders.txt", b"neemt het nummer")
        restored.write_bytes(content)
        expire(laptop, agreement)
        assert {item.outcome for item in due(laptop).items} == {Outcome.DELETED}

    def test_a_change_that_nobody_saw_is_asked_about_and_confirmed(self, laptop: Laptop, agreement: Agreement) -> None:
        path = laptop.file()
        copy = in_place(laptop, agreement, path)
        path.write_bytes(b"ongezien veranderd " * 100)
        expire(laptop, agreement)
        item = only(due(laptop))
        assert (item.outcome, path.exists()) == (Outcome.ASKED, True)
        assert (laptop.copy(copy.id).state, laptop.copy(copy.id).asked_why) == (CopyState.ASKED, AskedWhy.CHANGED)
        assert only(due(laptop)).outcome is Outcome.ASKED
        laptop.app.copies.confirm(copy.id)
        assert only(due(laptop)).outcome is Outcome.DELETED
        assert not path.exists()

    def test_without_an_answer_it_goes_after_24_hours(self, laptop: Laptop, agreement: Agreement) -> None:
        path = laptop.file()
        in_place(laptop, agreement, path)
        with path.open("ab") as file:
            file.write(b"meer")
        expire(laptop, agreement)
        due(laptop)
        laptop.passes(DAY - SECOND)
        assert only(due(laptop)).outcome is Outcome.ASKED
        laptop.passes(SECOND)
        item = only(due(laptop))
        assert (item.outcome, path.exists()) == (Outcome.DELETED, False)

    def test_another_file_in_its_place_is_never_touched(self, laptop: Laptop, agreement: Agreement) -> None:
        path = laptop.file()
        copy = in_place(laptop, agreement, path)
        other = laptop.file("ander.xlsx", b"iets van mijzelf")
        other.replace(path)
        expire(laptop, agreement)
        assert only(due(laptop)).outcome is Outcome.ASKED
        laptop.passes(DAY)
        item = only(due(laptop))
        assert (item.outcome, path.read_bytes()) == (Outcome.MISSING, b"iets van mijzelf")
        assert laptop.copy(copy.id).state is CopyState.NOT_PROVEN
        assert due(laptop).items == ()

    @POSIX
    def test_a_link_in_its_place_is_never_followed(self, laptop: Laptop, agreement: Agreement) -> None:
        path = laptop.file()
        in_place(laptop, agreement, path)
        own = laptop.file("eigen.xlsx", path.read_bytes(), folder=laptop.home)
        path.unlink()
        path.symlink_to(own)
        expire(laptop, agreement)
        due(laptop)
        assert own.exists()
        assert path.is_symlink()

    def test_what_is_gone_is_not_proven_and_has_no_declaration(self, laptop: Laptop, agreement: Agreement) -> None:
        path = laptop.file()
        copy = in_place(laptop, agreement, path)
        path.unlink()
        expire(laptop, agreement)
        run = due(laptop)
        assert (only(run).outcome, run.certificates) == (Outcome.MISSING, ())
        assert laptop.copy(copy.id).state is CopyState.NOT_PROVEN

    def test_what_moved_within_the_watched_folders_is_found(self, laptop: Laptop, agreement: Agreement) -> None:
        laptop.watch()
        path = laptop.file()
        in_place(laptop, agreement, path)
        new = laptop.downloads / "oud" / "hernoemd.xlsx"
        new.parent.mkdir()
        path.rename(new)
        expire(laptop, agreement)
        item = only(due(laptop))
        assert (item.outcome, new.exists()) == (Outcome.DELETED, False)

    def test_what_was_renamed_in_a_folder_that_nobody_watches_is_found(
        self, laptop: Laptop, agreement: Agreement
    ) -> None:
        path = laptop.file()
        in_place(laptop, agreement, path)
        path.rename(path.with_name("hernoemd.xlsx"))
        expire(laptop, agreement)
        assert only(due(laptop)).outcome is Outcome.DELETED
        assert list(laptop.downloads.iterdir()) == []

    @POSIX
    def test_a_number_that_the_file_system_gave_out_again_is_not_the_file(
        self, laptop: Laptop, agreement: Agreement
    ) -> None:
        """The registered file was removed; a file of the person's own got its inode, and is as large."""
        laptop.watch()
        path = laptop.file("weg.xlsx", b"a" * 3000)
        copy = in_place(laptop, agreement, path)
        path.unlink()
        own = laptop.file("eigen.xlsx", b"b" * 3000)
        facts = laptop.app.files.facts(own)
        assert facts is not None
        with laptop.app.office.change() as work:
            work.session.copies.update(replace(work.session.copies.get(copy.id), identity=facts.identity))
        expire(laptop, agreement)
        assert only(due(laptop)).outcome is Outcome.MISSING
        assert own.exists()

    @POSIX
    def test_in_the_trash_it_is_found_and_its_record_goes_as_well(self, laptop: Laptop, agreement: Agreement) -> None:
        path = laptop.file()
        in_place(laptop, agreement, path)
        trash = laptop.home / ".local/share/Trash"
        (trash / "files").mkdir(parents=True)
        (trash / "info").mkdir()
        path.rename(trash / "files" / path.name)
        (trash / "info" / f"{path.name}.trashinfo").write_text(f"[Trash Info]\nPath={path}\n")
        (trash / "info" / "ander.xlsx.trashinfo").write_text("[Trash Info]\nPath=/x\n")
        expire(laptop, agreement)
        assert only(due(laptop)).outcome is Outcome.DELETED
        assert list((trash / "files").iterdir()) == []
        assert [p.name for p in (trash / "info").iterdir()] == ["ander.xlsx.trashinfo"]

    @POSIX
    def test_other_names_of_it_are_counted(self, laptop: Laptop, agreement: Agreement) -> None:
        path = laptop.file()
        os.link(path, laptop.root / "tweede naam.xlsx")
        in_place(laptop, agreement, path)
        expire(laptop, agreement)
        item = only(due(laptop))
        assert (item.outcome, kinds(item.residuals)) == (Outcome.DELETED, {ResidualKind.HARD_LINK})

    @POSIX
    def test_other_names_in_a_watched_folder_go_with_it(self, laptop: Laptop, agreement: Agreement) -> None:
        laptop.watch()
        path = laptop.file()
        os.link(path, laptop.downloads / "tweede naam.xlsx")
        in_place(laptop, agreement, path)
        expire(laptop, agreement)
        item = only(due(laptop))
        assert (list(laptop.downloads.iterdir()), kinds(item.residuals)) == ([], set())

    @POSIX
    def test_a_program_that_has_it_open_is_a_residual(self, laptop: Laptop, agreement: Agreement) -> None:
        path = laptop.file()
        in_place(laptop, agreement, path)
        expire(laptop, agreement)
        with held_open(path):
            item = only(due(laptop))
        assert (item.outcome, kinds(item.residuals)) == (Outcome.DELETED, {ResidualKind.HELD_OPEN})

    @pytest.mark.parametrize("place", ["network", "client"])
    def test_on_protected_ground_it_is_blocked_and_never_touched(
        self, laptop: Laptop, agreement: Agreement, place: str
    ) -> None:
        path = laptop.file()
        copy = in_place(laptop, agreement, path)
        expire(laptop, agreement)
        if place == "network":
            laptop.places.told[laptop.downloads] = PlaceInfo(kind=PlaceKind.NETWORK, share="//server/klant")
        else:
            folder = WatchedFolder(
                id=new_id(), path=str(laptop.downloads), kind=FolderKind.CLIENT_PLACE, added_at=laptop.now
            )
            with laptop.app.office.change() as work:
                work.session.folders.add(folder)
        for _ in range(2):
            item = only(due(laptop))
            assert (item.outcome, path.exists()) == (Outcome.BLOCKED, True)
        assert (laptop.copy(copy.id).state, laptop.copy(copy.id).blocked_by) == (CopyState.BLOCKED, "place")
        assert len(laptop.events("deletion.blocked")) == 1  # a retry that changes nothing is silent
        assert len(laptop.events("deletion.intended")) == 1

    def test_in_a_synchronised_folder_the_cloud_keeps_a_shadow_for_93_days(
        self, laptop: Laptop, agreement: Agreement
    ) -> None:
        path = laptop.file()
        in_place(laptop, agreement, path)
        laptop.places.told[laptop.downloads] = PlaceInfo(kind=PlaceKind.SYNCHRONISED, synchronised_by="OneDrive")
        expire(laptop, agreement)
        item = only(due(laptop))
        shadow = Residual(kind=ResidualKind.CLOUD_SHADOW, where="OneDrive", until=laptop.now + 93 * DAY)
        assert shadow in item.residuals


class TestTracesAndRemains:
    """VR-P4: what browsers, trash and desktop keep of a copy that goes."""

    @POSIX
    def test_thrown_away_from_its_place_it_goes_however_small(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        path = laptop.file("klein.csv", b"naam;loon\n")
        laptop.sealed(agreement, path)
        trash = laptop.home / ".local/share/Trash"
        same = laptop.file("klein.csv", b"naam;loon\n", folder=trash / "files")
        other = laptop.file("klein.2.csv", b"naam;uren\n", folder=trash / "files")
        elsewhere = laptop.file("klein.3.csv", b"naam;loon\n", folder=trash / "files")
        for file, was in ((same, path), (other, path), (elsewhere, laptop.root / "x.csv")):
            laptop.file(f"{file.name}.trashinfo", f"[Trash Info]\nPath={was}\n".encode(), folder=trash / "info")
        expire(laptop, agreement)
        residuals = only(due(laptop)).residuals
        assert [file.exists() for file in (same, other, elsewhere)] == [False, True, True]
        assert [r.kind for r in residuals].count(ResidualKind.TRASH) == 1  # another content from its place: said

    def test_a_download_that_was_broken_off_goes_when_it_is_the_start_of_it(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        content = bytes(range(256)) * 40
        path = laptop.file("lijst.xlsx", content, folder=laptop.root / "werk")
        in_place(laptop, agreement, path)
        begun = laptop.file("Niet bevestigd 7.crdownload", content[:5000])
        strange = laptop.file("lijst.xlsx.part", b"x" * 5000)
        unfinished = laptop.file("ander.xlsx.part", b"y" * 5000)
        expire(laptop, agreement)
        item = only(due(laptop))
        assert item.outcome is Outcome.DELETED
        assert [file.exists() for file in (begun, strange, unfinished)] == [False, True, True]
        assert [r.kind for r in item.residuals].count(ResidualKind.FURTHER_COPY) == 1  # by its name alone: said

    @POSIX
    def test_its_name_and_picture_leave_the_desktop(self, laptop: Laptop) -> None:
        from app.system.hiding._linux_traces import thumbnail_names

        agreement = laptop.usual()
        path = laptop.file()
        laptop.sealed(agreement, path)
        entry = f'<xbel>\n<bookmark href="file://{path}">\n</bookmark>\n</xbel>\n'.encode()
        listed = laptop.file("recently-used.xbel", entry, folder=laptop.home / ".local/share")
        thumbnails = laptop.home / ".cache/thumbnails/normal"
        picture = laptop.file(thumbnail_names(path)[0], b"png", folder=thumbnails)
        expire(laptop, agreement)
        assert only(due(laptop)).outcome is Outcome.DELETED
        assert listed.read_bytes() == b"<xbel>\n</xbel>\n"
        assert not picture.exists()

    def test_what_the_desktop_keeps_all_the_same_is_told_on_the_declaration(self, laptop: Laptop) -> None:
        left = Residual(kind=ResidualKind.THUMBNAIL, where="thumbcache")

        class Keeping:
            def forget(self, path: Path) -> tuple[Residual, ...]:
                return (left,)

        laptop.app.traces = Keeping()
        agreement = laptop.usual()
        laptop.sealed(agreement)
        expire(laptop, agreement)
        assert left in only(due(laptop)).residuals
        document = laptop.app.certificates.list()[0].document
        assert "voorbeeldencache" in str(document) or "cache of previews" in str(document)


class TestFurtherCopies:
    def test_in_watched_folders_and_hiding_places_they_go_too(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        laptop.watch()
        path = laptop.file()
        content = path.read_bytes()
        laptop.sealed(agreement, path)
        watched = laptop.file("kopie.xlsx", content, folder=laptop.downloads / "map")
        trashed = laptop.file("kopie.xlsx", content, folder=laptop.home / ".local/share/Trash/files")
        record = laptop.file("kopie.xlsx.trashinfo", b"[Trash Info]", folder=laptop.home / ".local/share/Trash/info")
        unpacked = laptop.file("kopie.xlsx", content, folder=laptop.home / ".cache/.fr-abc123")
        own = laptop.file("eigen.xlsx", b"x" * len(content))
        elsewhere = laptop.file("kopie.xlsx", content, folder=laptop.home / "Documenten")
        expire(laptop, agreement)
        run = due(laptop)
        assert only(run).outcome is Outcome.DELETED
        if sys.platform != "win32":  # the names of hiding places differ there
            assert [p.exists() for p in (trashed, record, unpacked)] == [False] * 3
        assert [p.exists() for p in (watched, own, elsewhere)] == [False, True, True]
        document = laptop.app.certificates.list()[0].document
        (item,) = document["items"]
        places = {place["where"] for place in item["places"]}
        assert {watched.parent.as_posix(), laptop.downloads.as_posix()} <= places

    def test_under_another_live_agreement_they_are_left_alone_and_said(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        laptop.watch()
        path = laptop.file()
        content = path.read_bytes()
        laptop.sealed(agreement, path)
        kept = laptop.file("mag blijven.xlsx", content)
        in_place(laptop, laptop.agreement(), kept)
        loose = laptop.file("los.xlsx", content)
        expire(laptop, agreement)
        item = only(due(laptop))
        assert (kept.exists(), loose.exists()) == (True, True)
        assert kinds(item.residuals) == {ResidualKind.FURTHER_COPY}

    def test_a_tiny_file_of_the_same_content_is_chance(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        laptop.watch()
        laptop.sealed(agreement, laptop.file("een.txt", b"ja"))
        other = laptop.file("twee.txt", b"ja")
        expire(laptop, agreement)
        due(laptop)
        assert other.exists()

    def test_inside_a_client_place_nothing_is_looked_at(self, laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
        agreement = laptop.usual()
        laptop.watch()
        path = laptop.file()
        content = path.read_bytes()
        laptop.sealed(agreement, path)
        theirs = laptop.file("van de klant.xlsx", content, folder=laptop.downloads / "Klant - Documenten")
        folder = WatchedFolder(id=new_id(), path=str(theirs.parent), kind=FolderKind.CLIENT_PLACE, added_at=laptop.now)
        with laptop.app.office.change() as work:
            work.session.folders.add(folder)
        read: list[Path] = []

        def reading(path: Path) -> str:
            read.append(path)
            return sha256_of(path)

        monkeypatch.setattr("app.actions.further.sha256_of", reading)
        expire(laptop, agreement)
        assert only(due(laptop)).outcome is Outcome.DELETED
        assert theirs.exists()
        assert theirs not in read

    def test_one_that_the_guard_registered_goes_with_its_agreement(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        path = laptop.file()
        content = path.read_bytes()
        laptop.sealed(agreement, path)
        again = laptop.file("nog eens.xlsx", content)
        laptop.judged(again, Judgement(verdict=Verdict.CLIENT_DATA))
        assert [v.copy.location for v in laptop.app.copies.list()] == [Location.VAULT, Location.IN_PLACE]
        expire(laptop, agreement)
        run = due(laptop)
        assert [item.outcome for item in run.items] == [Outcome.DELETED] * 2
        assert (again.exists(), len(run.certificates)) == (False, 1)

    def test_one_look_serves_all_agreements(self, laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
        """A run over many copies must not walk the watched folders for each of them."""
        laptop.client()
        laptop.watch()
        for number in range(4):
            laptop.project(f"P{number}")
            agreement = laptop.agreement(f"P{number}")
            path = laptop.file(f"{number}.xlsx")
            in_place(laptop, agreement, path)
            path.unlink()
            expire(laptop, agreement)
        walks: list[Path] = []
        real = laptop.app.surroundings.files_below

        def walking(folder: Path, levels: int | None = None) -> Iterator[FileFacts]:
            walks.append(folder)
            return iter(real(folder, levels))

        monkeypatch.setattr(laptop.app.surroundings, "files_below", walking)
        assert {item.outcome for item in due(laptop).items} == {Outcome.MISSING}
        assert len(walks) == len(set(walks))


class TestWhen:
    def test_a_suspect_clock_deletes_nothing(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        copy = laptop.sealed(agreement)
        laptop.app.projects.close("P1")
        laptop.app.begin()
        laptop.clock.set_wall(laptop.clock.wall + WEEK)
        run = due(laptop)
        assert (run.clock.state, only(run).outcome) == (ClockState.SUSPECT, Outcome.WAITING_FOR_TIME)
        assert laptop.app.copies.show(copy.id).state is CopyState.WAITING_FOR_TIME
        laptop.app.clock.confirm()
        assert only(due(laptop)).outcome is Outcome.DELETED

    def test_a_clock_that_was_set_back_puts_nothing_off(self, laptop: Laptop) -> None:
        laptop.sealed(laptop.usual())
        laptop.app.projects.close("P1")
        laptop.passes(WEEK)
        laptop.clock.set_wall(laptop.clock.wall - 30 * DAY)
        assert only(due(laptop)).outcome is Outcome.DELETED

    def test_a_sleep_over_the_deadline_deletes_late_and_says_how_late(self, laptop: Laptop) -> None:
        copy = laptop.sealed(laptop.usual())
        laptop.app.projects.close("P1")
        laptop.clock.advance(WEEK + 3 * HOUR)
        laptop.restart()
        assert only(due(laptop)).outcome is Outcome.DELETED
        (entry,) = laptop.events("copy.deleted")
        assert entry.data is not None
        assert (entry.subject, entry.data["seconds_late"]) == (copy.id, 3 * 3600)

    def test_the_margin_of_it_and_a_plan_come_earlier(self, make_laptop: MakeLaptop) -> None:
        laptop = make_laptop(policy={"deletion.margin_hours": 24})
        agreement = laptop.usual()
        planned, usual = (laptop.sealed(agreement, laptop.file(f"{n}.xlsx")) for n in range(2))
        laptop.app.projects.close("P1")
        laptop.app.copies.plan(planned.id, laptop.now + DAY)
        assert laptop.app.deletion.next_moment() == laptop.now + DAY
        laptop.passes(DAY)
        assert [item.copy.id for item in due(laptop).items] == [planned.id]
        laptop.passes(5 * DAY - SECOND)
        assert due(laptop).items == ()
        laptop.passes(SECOND)
        assert [item.copy.id for item in due(laptop).items] == [usual.id]

    def test_a_deadline_that_was_past_when_entered_waits_for_a_word_or_a_day(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        first, second = (laptop.sealed(agreement, laptop.file(f"{n}.xlsx")) for n in range(2))
        laptop.app.projects.close("P1", laptop.now - 8 * DAY)
        assert {item.outcome for item in due(laptop).items} == {Outcome.ASKED}
        laptop.app.copies.confirm(first.id)
        assert {i.copy.id: i.outcome for i in due(laptop).items} == {
            first.id: Outcome.DELETED,
            second.id: Outcome.ASKED,
        }
        laptop.passes(DAY)
        assert only(due(laptop)).outcome is Outcome.DELETED

    def test_the_dry_run_tells_and_changes_nothing(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        copy = laptop.sealed(agreement)
        expire(laptop, agreement)
        head = laptop.app.journal.head()
        run = laptop.app.deletion.run_due(dry_run=True)
        assert (run.dry_run, only(run).outcome) == (True, Outcome.WOULD_DELETE)
        assert laptop.app.journal.head() == head
        assert laptop.copy(copy.id).is_live

    def test_an_unseen_change_is_asked_about_from_the_first_warning_on(self, laptop: Laptop) -> None:
        """design, Deletion: in time for an answer, so that the deadline itself is kept."""
        path = laptop.file()
        copy = in_place(laptop, laptop.usual(), path)
        same = in_place(laptop, laptop.app.agreements.list()[0][0], laptop.file("zelfde.xlsx"))
        laptop.app.projects.close("P1")
        path.write_bytes(b"ongezien " * 200)
        zone = local_zone()
        assert laptop.app.deletion.ask_ahead(zone) == 0
        laptop.passes(WEEK - DAY)
        assert laptop.app.deletion.ask_ahead(zone) == 1
        assert laptop.app.deletion.ask_ahead(zone) == 0
        assert (laptop.copy(copy.id).state, laptop.copy(same.id).state) == (CopyState.ASKED, CopyState.KEPT)
        laptop.passes(DAY)
        assert {item.outcome for item in due(laptop).items} == {Outcome.DELETED}
        assert {e.data and e.data["seconds_late"] for e in laptop.events("copy.deleted")} == {0}


class TestElsewhere:
    def test_a_copy_that_is_no_file_is_asked_for_and_attested_once(self, laptop: Laptop) -> None:
        """VR-U5b: a person's word, recorded as such."""
        agreement = laptop.usual()
        copy = laptop.app.copies.add_elsewhere("foto op telefoon", agreement.id).copy
        expire(laptop, agreement)
        assert only(due(laptop)).outcome is Outcome.ASKED
        laptop.passes(HOUR)
        laptop.app.copies.confirm(copy.id)
        (certificate,) = laptop.app.certificates.list()
        assert (certificate.methods, certificate.complete) == (("attested",), True)
        assert laptop.copy(copy.id).certificate_id == certificate.id
        (entry,) = laptop.events("copy.deleted")
        assert entry.data is not None
        assert (entry.data["method"], entry.data["seconds_late"]) == ("attested", 3600)
        with pytest.raises(InputError):
            laptop.app.copies.confirm(copy.id)

    def test_it_is_not_deleted_by_the_assistant(self, laptop: Laptop) -> None:
        copy = laptop.app.copies.add_elsewhere("papier", laptop.usual().id).copy
        with pytest.raises(InputError) as refusal:
            laptop.app.deletion.delete_now([copy.id], "weg")
        assert refusal.value.message.id == "copy.attest"


class TestOnce:
    def test_twice_in_a_row_deletes_once(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        copy = laptop.sealed(agreement)
        expire(laptop, agreement)
        due(laptop)
        second = due(laptop)
        assert (second.items, second.certificates) == ((), ())
        assert len(laptop.app.certificates.list()) == 1
        with pytest.raises(InputError):
            laptop.app.deletion.delete_now([copy.id], "nog eens")

    def test_the_same_id_twice_in_one_call_is_one_copy(self, laptop: Laptop) -> None:
        copy = laptop.sealed(laptop.usual())
        run = laptop.app.deletion.delete_now([copy.id, copy.id[:8]], "klaar")
        assert only(run).outcome is Outcome.DELETED

    def test_all_that_stands_here_under_an_agreement(self, laptop: Laptop) -> None:
        """VR-U5b: its purpose is met. What is no file here stays for a person, and other agreements keep theirs."""
        agreement, other = laptop.usual(), laptop.agreement("P1")
        copies = [laptop.sealed(agreement, laptop.file(f"{n}.xlsx")) for n in range(2)]
        laptop.app.deletion.delete_now([copies[0].id], "al weg")
        stays = laptop.sealed(other, laptop.file("ander.xlsx"))
        paper = laptop.app.copies.add_elsewhere("Uitdraai", laptop.agreement("P1", place=Place.ELSEWHERE).id).copy
        run = laptop.app.deletion.delete_under(agreement.id, "doel bereikt")
        assert [item.copy.id for item in run.items] == [copies[1].id]
        assert laptop.app.deletion.delete_under(paper.agreement_id, "doel bereikt").items == ()
        assert laptop.copy(stays.id).is_live
        assert laptop.copy(paper.id).is_live

    def test_two_threads_of_one_process_take_turns(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        for number in range(6):
            laptop.sealed(agreement, laptop.file(f"{number}.xlsx"))
        expire(laptop, agreement)
        threads = [threading.Thread(target=laptop.app.deletion.run_due) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert len(laptop.events("copy.deleted")) == 6
        assert len(laptop.app.certificates.list()) == 1

    def test_a_deletion_that_another_process_does_is_waited_for_and_then_said(
        self, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(laptop.app.deletion, "_patience", 0.0)
        other = laptop.again()
        with other.deletion._our_turn(), pytest.raises(EnvironmentLacking) as refusal:
            laptop.app.deletion.run_due()
        assert refusal.value.message.id == "deletion.busy"


class Died(BaseException):
    """The process ended here."""


class TestAfterACrash:
    @pytest.fixture
    def agreement(self, laptop: Laptop) -> Agreement:
        return laptop.usual()

    def crash(self, laptop: Laptop, monkeypatch: pytest.MonkeyPatch, where: object, name: str) -> None:
        def died(*_: object, **__: object) -> None:
            raise Died

        with monkeypatch.context() as patched:
            patched.setattr(where, name, died)
            with pytest.raises(Died):
                laptop.app.deletion.run_due()

    @pytest.mark.parametrize("step", ["look", "remove", "_destroy_key", "_remove_sealed", "_sweep", "_result"])
    def test_a_run_that_died_is_finished_by_the_next_start(
        self, laptop: Laptop, agreement: Agreement, monkeypatch: pytest.MonkeyPatch, step: str
    ) -> None:
        """VR-P4: each copy once, one declaration, whichever step was the last."""
        path = laptop.file("los.xlsx")
        copies = [laptop.sealed(agreement), in_place(laptop, agreement, path)]
        expire(laptop, agreement)
        self.crash(laptop, monkeypatch, laptop.app.deletion._removal, step)
        laptop.restart()
        if step == "look":
            due(laptop)  # nothing was begun yet
        assert {laptop.copy(copy.id).state for copy in copies} == {CopyState.DELETED}
        assert (path.exists(), len(laptop.app.certificates.list())) == (False, 1)
        assert len(laptop.events("copy.deleted")) == 2
        assert laptop.app.vault.check().checked == 0
        with laptop.app.office.look() as session:
            assert session.notes.listing(DELETION) == {}

    def test_a_file_that_its_own_act_removed_counts_as_deleted(
        self, laptop: Laptop, agreement: Agreement, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = laptop.file()
        copy = in_place(laptop, agreement, path)
        expire(laptop, agreement)
        self.crash(laptop, monkeypatch, laptop.app.deletion, "_record")
        assert not path.exists()
        laptop.restart()
        assert laptop.copy(copy.id).state is CopyState.DELETED

    def test_no_copy_is_ever_gone_without_its_declaration(
        self, laptop: Laptop, agreement: Agreement, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """contract, Certificate: record and declaration are one change."""
        copy = laptop.sealed(agreement)
        expire(laptop, agreement)
        self.crash(laptop, monkeypatch, laptop.app.certificates, "_content")
        assert laptop.copy(copy.id).is_live
        laptop.restart()
        (certificate,) = laptop.app.certificates.list()
        assert laptop.copy(copy.id).certificate_id == certificate.id
        assert certificate.methods == ("cryptographic-erase",)

    def test_a_file_that_somebody_carried_away_before_the_act_is_not_claimed(
        self, laptop: Laptop, agreement: Agreement, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The intent stood, the act had not begun: then a missing file is nobody's proof."""
        path = laptop.file()
        copy = in_place(laptop, agreement, path)
        expire(laptop, agreement)
        self.crash(laptop, monkeypatch, laptop.app.deletion._removal, "remove")
        path.rename(laptop.root / "op een stick.xlsx")
        laptop.restart()
        assert laptop.copy(copy.id).state is CopyState.NOT_PROVEN
        assert laptop.app.certificates.list() == ()

    def test_one_that_a_suspect_clock_holds_back_waits(
        self, laptop: Laptop, agreement: Agreement, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        copy = laptop.sealed(agreement)
        expire(laptop, agreement)
        laptop.app.begin()
        self.crash(laptop, monkeypatch, laptop.app.deletion._removal, "remove")
        laptop.clock.set_wall(laptop.clock.wall + 40 * DAY)
        laptop.restart()
        assert laptop.copy(copy.id).is_live
        laptop.app.clock.confirm()
        laptop.restart()
        assert laptop.copy(copy.id).state is CopyState.DELETED

    def test_a_deadline_that_moved_while_it_was_tried_is_kept(
        self, laptop: Laptop, agreement: Agreement, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What another process writes between act and record is not overwritten by what was read before."""
        path = laptop.file()
        copy = in_place(laptop, agreement, path)
        laptop.app.projects.close("P1")
        laptop.passes(WEEK)
        path.write_bytes(b"ongezien " * 300)
        real = laptop.app.deletion._removal.remove

        def meanwhile(*arguments: object) -> object:
            removed = real(*arguments)  # type: ignore[arg-type]
            expire(laptop, agreement)
            return removed

        monkeypatch.setattr(laptop.app.deletion._removal, "remove", meanwhile)
        before = laptop.copy(copy.id).due_at
        assert only(due(laptop)).outcome is Outcome.ASKED
        assert laptop.copy(copy.id).due_at == before
        assert laptop.copy(copy.id).asked_why is AskedWhy.CHANGED


class TestNoRoom:
    def test_without_room_for_the_record_nothing_is_deleted(
        self, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        agreement = laptop.usual()
        sealed, path = laptop.sealed(agreement), laptop.file("los.xlsx")
        in_place(laptop, agreement, path)
        expire(laptop, agreement)
        monkeypatch.setattr("app.actions.deletion.free_bytes", lambda _: 100_000)
        with pytest.raises(EnvironmentLacking) as refusal:
            due(laptop)
        assert refusal.value.message.id == "deletion.no-room"
        assert path.exists()
        assert laptop.app.vault.check().checked == 1
        assert laptop.copy(sealed.id).state is CopyState.KEPT

    def test_trouble_with_one_agreement_keeps_no_other_from_going(
        self, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first, second = laptop.usual(), laptop.agreement()
        copies = [laptop.sealed(a, laptop.file(f"{n}.xlsx")) for n, a in enumerate((first, second))]
        expire(laptop, first)
        expire(laptop, second)
        real: Callable[[str], None] = laptop.app._vault.destroy_key

        def locked(name: str) -> None:
            if first.id in name:
                raise EnvironmentLacking(msg("keys.locked"))
            real(name)

        monkeypatch.setattr(laptop.app._vault, "destroy_key", locked)
        with pytest.raises(EnvironmentLacking):
            due(laptop)
        assert [laptop.copy(c.id).is_live for c in copies] == [True, False]
        monkeypatch.undo()
        assert only(due(laptop)).outcome is Outcome.DELETED


@pytest.mark.skipif(sys.platform == "win32", reason="the two steps of a removal on Linux")
class TestKilledBetweenTheTwoSteps:
    """On Linux a file is first moved into a private folder; a kill there must not leave it out of everybody's sight."""

    def killed(self, laptop: Laptop, monkeypatch: pytest.MonkeyPatch, nth: int) -> None:
        erasing = importlib.import_module("app.system.files._linux_erase")
        real, calls = erasing._unlink_checked, [0]

        def dies(private: object) -> object:
            calls[0] += 1
            if calls[0] == nth:
                raise Died
            return real(private)

        with monkeypatch.context() as patched:
            patched.setattr(erasing, "_unlink_checked", dies)
            patched.setattr(erasing, "_tidy", lambda private: private.close())
            with pytest.raises(Died):
                laptop.app.deletion.run_due()
        monkeypatch.setattr("app.actions.begun.is_alive", lambda _: False)
        laptop.restart()
        assert list(laptop.root.rglob(".vroom-*")) == []

    def test_a_registered_file(self, laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
        agreement = laptop.usual()
        copy = in_place(laptop, agreement, laptop.file())
        expire(laptop, agreement)
        self.killed(laptop, monkeypatch, 1)
        assert laptop.copy(copy.id).state is CopyState.DELETED
        assert [p.name for p in laptop.downloads.iterdir()] == []

    def test_one_that_had_moved(self, laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
        agreement = laptop.usual()
        laptop.watch()
        path = laptop.file()
        copy = in_place(laptop, agreement, path)
        (laptop.downloads / "map").mkdir()
        path.rename(laptop.downloads / "map" / "hernoemd.xlsx")
        expire(laptop, agreement)
        self.killed(laptop, monkeypatch, 1)
        assert laptop.copy(copy.id).state is CopyState.DELETED
        assert list((laptop.downloads / "map").iterdir()) == []

    def test_a_further_copy(self, laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
        agreement = laptop.usual()
        laptop.watch()
        path = laptop.file()
        content = path.read_bytes()
        copy = laptop.sealed(agreement, path)
        again = laptop.file("nog eens.xlsx", content)
        expire(laptop, agreement)
        self.killed(laptop, monkeypatch, 1)
        assert laptop.copy(copy.id).state is CopyState.DELETED
        assert not again.exists()
        assert [p.name for p in laptop.downloads.iterdir()] == []

    def test_plain_text_that_is_out(self, laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
        agreement = laptop.usual()
        copy = laptop.sealed(agreement)
        laptop.app.vault.open(copy.id)
        expire(laptop, agreement)
        self.killed(laptop, monkeypatch, 1)
        assert laptop.copy(copy.id).state is CopyState.DELETED
        assert list((laptop.data_dir / "working").iterdir()) == []
