"""Sealing: the original goes only after the sealed copy was read back, and only if it still is what was sealed."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from app.actions.begun import Begun, begin, left_behind
from app.actions.copy_notes import LINKS
from app.actions.sealing import Original
from app.domain.agreement import Place
from app.domain.copy import CopyState, Location
from app.domain.errors import AssistantError, EnvironmentLacking, InputError
from app.domain.finding import FindingState
from app.domain.folder import FolderKind, WatchedFolder
from app.domain.identity import new_id
from app.domain.messages import msg
from app.domain.ports import PlaceInfo, PlaceKind, Sealed
from app.store.errors import StoreError
from tests.actions.laptop import DAY, Laptop
from tests.actions.programs import held_open

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def sealed_files(laptop: Laptop) -> list[str]:
    return sorted(path.name for path in (laptop.data_dir / "vault").iterdir())


def content_of(laptop: Laptop, copy_id: str) -> bytes:
    _, path = laptop.app.vault.open(copy_id)
    content = path.read_bytes()
    laptop.app.vault.seal(copy_id)
    return content


def test_a_sealed_file_is_gone_from_its_place_and_comes_back_whole(laptop: Laptop) -> None:
    """VR-P3: one file, one record, nothing begun."""
    path = laptop.file()
    before = path.read_bytes()
    copy = laptop.sealed(laptop.usual(), path)
    assert not path.exists()
    assert (copy.location, copy.state, copy.original_method) == (Location.VAULT, CopyState.KEPT, "unlink")
    assert content_of(laptop, copy.id) == before
    assert before not in b"".join(p.read_bytes() for p in (laptop.data_dir / "vault").iterdir())
    with laptop.app.office.look() as session:
        assert [session.notes.listing(what.value) for what in Begun] == [{} for _ in Begun]


def test_the_finding_of_a_sealed_file_is_resolved_in_the_same_change(laptop: Laptop) -> None:
    agreement = laptop.usual()
    path = laptop.file()
    finding = laptop.finding(path)
    copy = laptop.sealed(agreement, path)
    assert laptop.app.findings.show(finding.id).state is FindingState.RESOLVED
    with laptop.app.office.look() as session:
        entries = list(session.journal.entries(event="finding.resolved")) + list(
            session.journal.entries(event="copy.added")
        )
    assert len({entry.at for entry in entries}) == 1
    assert copy.is_live


@POSIX
@pytest.mark.parametrize("kind", ["missing", "folder", "fifo", "socket", "link", "device"])
def test_what_is_no_regular_file_is_refused_in_one_sentence(laptop: Laptop, kind: str) -> None:
    agreement = laptop.usual()
    path = laptop.downloads / "ding"
    server = socket.socket(socket.AF_UNIX)
    match kind:
        case "folder":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
        case "socket":
            folder = os.open(laptop.downloads, os.O_RDONLY)
            server.bind(f"/proc/self/fd/{folder}/ding")  # a socket's path may not be long
            os.close(folder)
        case "link":
            path.symlink_to(laptop.file("echt.xlsx"))
        case "device":
            path = Path("/dev/null")
    with pytest.raises(InputError) as refusal:
        laptop.app.copies.add(path, agreement.id)
    server.close()
    assert refusal.value.message.id == "file.missing"
    assert sealed_files(laptop) == []


@POSIX
def test_a_loop_of_links_and_a_name_like_a_user_are_a_sentence(laptop: Laptop) -> None:
    agreement = laptop.usual()
    (laptop.downloads / "a").symlink_to("b")
    (laptop.downloads / "b").symlink_to("a")
    for path in (laptop.downloads / "a" / "x.xlsx", Path("~nobody-has-this-name/x.xlsx")):
        with pytest.raises(InputError):
            laptop.app.copies.add(path, agreement.id)


@POSIX
@pytest.mark.parametrize(
    "name",
    [
        "regel\neinde.xlsx",
        "aan\"haling's teken.xlsx",
        "rechts\u202eslx.exe",
        "feest🎉.xlsx",
        b"niet-utf8-\xff\xfe.xlsx",
        "l" * 245 + ".xlsx",
        " spatie .xlsx",
        "-rf",
        "~$lijst.xlsx",
    ],
)
def test_any_name_is_sealed_and_comes_back(laptop: Laptop, name: str | bytes) -> None:
    text = os.fsdecode(name)
    path = laptop.file(text, b"inhoud " * 500)
    copy = laptop.sealed(laptop.usual(), path)
    assert copy.name == text
    assert not path.exists()
    assert content_of(laptop, copy.id) == b"inhoud " * 500


def test_an_empty_file_can_be_sealed(laptop: Laptop) -> None:
    copy = laptop.sealed(laptop.usual(), laptop.file("leeg.csv", b""))
    assert content_of(laptop, copy.id) == b""


@POSIX
def test_a_link_on_the_way_is_resolved_so_that_the_file_can_be_deleted_later(laptop: Laptop) -> None:
    agreement = laptop.usual()
    path = laptop.file()
    (laptop.root / "kort").symlink_to(laptop.downloads)
    copy = laptop.sealed(agreement, laptop.root / "kort" / path.name)
    assert not path.exists()
    assert copy.original_path == str(path.resolve())


@POSIX
def test_a_file_that_is_being_written_is_refused_and_left_alone(laptop: Laptop) -> None:
    agreement = laptop.usual()
    path = laptop.file()
    with held_open(path, "ab"):
        with pytest.raises(InputError) as refusal:
            laptop.app.copies.add(path, agreement.id)
        assert refusal.value.message.id == "sealing.in-use"
    assert path.exists()
    assert sealed_files(laptop) == []
    assert not laptop.sealed(agreement, path).is_out


class Meddling:
    """A vault in which something happens to the file between the seal and the removal of the original."""

    def __init__(self, laptop: Laptop, meddle: object) -> None:
        vault = laptop.app._vault
        real = vault.seal

        def seal(source: Path, *rest: object) -> Sealed:
            sealed = real(source, *rest)  # type: ignore[arg-type]
            assert callable(meddle)
            meddle(source)
            return sealed

        vault.seal = seal  # type: ignore[assignment,method-assign]


def _grow(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more")


def _replace(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(b"something else")
    other.replace(path)


def _rename(path: Path) -> None:
    path.rename(path.with_name("renamed.xlsx"))


@pytest.mark.parametrize("meddle", [_grow, _replace], ids=["changed", "replaced"])
def test_an_original_that_became_another_file_is_left_alone(laptop: Laptop, meddle: object) -> None:
    """VR-P3: what was not sealed is never removed; it is found anew."""
    agreement = laptop.usual()
    path = laptop.file()
    before = path.read_bytes()
    Meddling(laptop, meddle)
    copy = laptop.sealed(agreement, path)
    assert path.exists()
    assert copy.original_method is None
    assert content_of(laptop, copy.id) == before
    laptop.restart()
    assert path.exists()
    with laptop.app.office.look() as session:
        assert session.notes.listing(Begun.ORIGINAL.value) == {}


@pytest.mark.parametrize("meddle", [_rename, Path.unlink], ids=["renamed", "deleted"])
def test_an_original_that_went_away_meanwhile_is_no_error(laptop: Laptop, meddle: object) -> None:
    agreement = laptop.usual()
    path = laptop.file()
    before = path.read_bytes()
    Meddling(laptop, meddle)
    assert content_of(laptop, laptop.sealed(agreement, path).id) == before


def test_a_file_that_changes_while_it_is_read_is_not_sealed(laptop: Laptop) -> None:
    agreement = laptop.usual()
    path = laptop.file("groot.bin", b"x" * 3_000_000)
    changed: list[int] = []

    def progress(done: int, _total: int) -> None:
        if not changed:
            changed.append(done)
            _grow(path)

    with pytest.raises(InputError) as refusal:
        laptop.app.sealing.seal(laptop.app.sealing.source(path), agreement, progress)
    assert refusal.value.message.id == "vault.source-changed"
    assert path.exists()
    assert sealed_files(laptop) == []
    with laptop.app.office.look() as session:
        assert session.notes.listing(Begun.SEALING.value) == {}


def test_a_record_that_cannot_be_kept_leaves_the_original_and_no_sealed_file(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """VR-P3: the disk is full when the copy should be registered."""
    agreement = laptop.usual()
    path = laptop.file()

    def full(*_: object) -> None:
        raise EnvironmentLacking(msg("store.full"))

    monkeypatch.setattr("app.actions.sealing.register_copy", full)
    with pytest.raises(EnvironmentLacking):
        laptop.app.copies.add(path, agreement.id)
    assert path.exists()
    assert sealed_files(laptop) == []
    assert laptop.app.copies.list() == ()


def test_an_agreement_that_ends_while_the_file_is_sealed_takes_nothing_in(laptop: Laptop) -> None:
    agreement = laptop.usual()
    path = laptop.file()
    Meddling(laptop, lambda _: laptop.app.agreements.withdraw(agreement.id, laptop.mail("weg.eml", text="stop")))
    with pytest.raises(InputError) as refusal:
        laptop.app.copies.add(path, agreement.id)
    assert refusal.value.message.id == "agreement.ended"
    assert path.exists()
    assert sealed_files(laptop) == []


def test_a_key_that_a_deletion_destroyed_meanwhile_costs_no_file(laptop: Laptop) -> None:
    """VR-P4: a deletion destroys the key between writing and recording; the original stands."""
    agreement = laptop.usual()
    path = laptop.file()
    Meddling(laptop, lambda _: laptop.app._vault.destroy_key(f"agreement.{agreement.id}"))
    with pytest.raises(InputError):
        laptop.app.copies.add(path, agreement.id)
    assert path.exists()
    assert sealed_files(laptop) == []


@POSIX
def test_other_names_of_the_same_content_are_counted(laptop: Laptop) -> None:
    agreement = laptop.usual()
    path = laptop.file()
    os.link(path, laptop.root / "tweede-naam.xlsx")
    copy = laptop.sealed(agreement, path)
    assert not path.exists()
    with laptop.app.office.look() as session:
        assert session.notes.get(LINKS + copy.id) == 1


@pytest.mark.parametrize("kind", [PlaceKind.NETWORK, PlaceKind.SYNCHRONISED])
def test_on_a_network_nothing_is_sealed(laptop: Laptop, kind: PlaceKind) -> None:
    """VR-P1b: a synchronised folder of one's own is fine, its cloud shadow is said later; a network path is not."""
    agreement = laptop.usual()
    path = laptop.file()
    laptop.places.told[laptop.downloads] = PlaceInfo(kind=kind, synchronised_by="OneDrive")
    if kind is PlaceKind.NETWORK:
        with pytest.raises(InputError):
            laptop.app.copies.add(path, agreement.id)
        assert path.exists()
    else:
        laptop.sealed(agreement, path)
        assert not path.exists()


def test_inside_a_client_place_nothing_is_sealed(laptop: Laptop) -> None:
    agreement = laptop.usual()
    place = WatchedFolder(id=new_id(), path=str(laptop.downloads), kind=FolderKind.CLIENT_PLACE, added_at=laptop.now)
    with laptop.app.office.change() as work:
        work.session.folders.add(place)
    with pytest.raises(InputError) as refusal:
        laptop.app.copies.add(laptop.file(), agreement.id)
    assert refusal.value.message.id == "place.client"


def test_files_of_the_vault_itself_are_refused(laptop: Laptop) -> None:
    agreement = laptop.usual()
    copy = laptop.sealed(agreement)
    with pytest.raises(InputError) as refusal:
        laptop.app.copies.add(laptop.data_dir / "vault" / (copy.path or ""), agreement.id)
    assert refusal.value.message.id == "sealing.own-file"
    _, working = laptop.app.vault.open(copy.id)
    for in_place in (True, False):
        with pytest.raises(InputError) as refusal:
            laptop.app.copies.add(working, agreement.id, in_place=in_place)
        assert refusal.value.message.id == "copy.registered-already"
    assert working.exists()


def test_an_agreement_for_another_place_or_one_that_ended_takes_no_copy(laptop: Laptop) -> None:
    laptop.usual(place=Place.OFFICE365)
    path = laptop.file()
    (other,) = (agreement for agreement, _ in laptop.app.agreements.list())
    with pytest.raises(InputError):
        laptop.app.copies.add(path, other.id)
    ended = laptop.agreement(valid_until=laptop.now + DAY)
    laptop.passes(DAY * 2)
    with pytest.raises(InputError) as refusal:
        laptop.app.copies.add(path, ended.id)
    assert refusal.value.message.id == "agreement.ended"
    assert path.exists()


def test_an_original_that_is_held_is_taken_at_a_later_start(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    """VR-P3: as on Windows, where a program keeps the file; the note stays, and the house keeps trying: also the guards of
    the process that sealed it."""
    agreement = laptop.usual()
    path = laptop.file()
    with monkeypatch.context() as held:
        held.setattr(laptop.app.sealing, "remove_original", lambda *_: (Original.HELD, 0))
        copy = laptop.sealed(agreement, path)
    assert path.exists()
    assert copy.original_method is None
    with pytest.raises(InputError):
        laptop.app.copies.add(path, agreement.id)  # it is registered: no second copy of it
    laptop.app.housekeeping.after_start()
    assert not path.exists()
    assert laptop.copy(copy.id).original_method == "unlink"


def test_a_change_that_was_kept_although_an_error_was_reported_loses_nothing(laptop: Laptop) -> None:
    """The system may report an error for a commit that stands: a sealed file with a record is never discarded."""
    agreement = laptop.usual()
    copy = laptop.sealed(agreement)
    laptop.app.sealing.take_back((copy.path or "").removesuffix(".age"))
    assert sealed_files(laptop) == [copy.path]


def test_errors_of_sealing_are_of_the_one_tree() -> None:
    assert issubclass(StoreError, AssistantError)


def test_a_note_keeps_names_that_are_not_utf8(laptop: Laptop) -> None:
    path = Path("/tmp/\udcff.xlsx")
    with laptop.app.office.change() as work:
        begin(work, Begun.ERASING, "x", path)
        work.session.notes.set(Begun.ERASING + "x", replace_process(work.session.notes.get(Begun.ERASING + "x")))
    with laptop.app.office.look() as session:
        assert left_behind(session, Begun.ERASING) == {"x": path}


def replace_process(note: dict[str, str]) -> dict[str, str]:
    return {**note, "process": "1:never"}
