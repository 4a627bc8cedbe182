"""The working folder, and where client data may stand."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.deletion import Erased
from app.domain.finding import Origin
from app.domain.identity import FileFacts, FileIdentity
from app.domain.ports import PlaceKind
from app.vault.errors import PlaceRefused
from app.vault.places import assert_allowed, place_refusal
from app.vault.working import Use, WorkingFolder, is_left_alone, is_out_too_long, use_of
from tests.fakes import START
from tests.vault.fakes import FakePlaces


class HeldFiles:
    """Files of which only the holders are asked."""

    def __init__(self, holders: Sequence[str] | None) -> None:
        self._holders = holders

    def holders(self, path: Path) -> Sequence[str] | None:
        return self._holders

    def facts(self, path: Path) -> FileFacts | None:
        raise NotImplementedError

    def is_cloud_only(self, path: Path) -> bool:
        raise NotImplementedError

    def erase(self, path: Path, identity: FileIdentity) -> Erased:
        raise NotImplementedError

    def origin(self, path: Path) -> Origin | None:
        raise NotImplementedError


def test_a_copy_is_left_alone_after_thirty_seconds_and_out_too_long_after_twelve_hours() -> None:
    assert not is_left_alone(START, START + timedelta(seconds=29))
    assert is_left_alone(START, START + timedelta(seconds=30))
    assert not is_out_too_long(START, START + timedelta(hours=12) - timedelta(seconds=1))
    assert is_out_too_long(START, START + timedelta(hours=12))


def test_an_open_handle_or_an_owner_file_means_in_use(tmp_path: Path) -> None:
    path = tmp_path / "Salarissen mei.docx"
    path.touch()
    assert use_of(path, HeldFiles([])) is Use.FREE
    assert use_of(path, HeldFiles(["soffice.bin"])) is Use.IN_USE
    assert use_of(path, HeldFiles(None)) is Use.UNKNOWN
    for owner in ("~$Salarissen mei.docx", "~$larissen mei.docx", ".~lock.Salarissen mei.docx#"):
        (tmp_path / owner).touch()
        assert use_of(path, HeldFiles([])) is Use.IN_USE
        assert use_of(path, HeldFiles(None)) is Use.IN_USE
        (tmp_path / owner).unlink()


@given(name=st.text(max_size=300))
def test_no_name_leads_out_of_the_copys_own_folder(name: str) -> None:
    working = WorkingFolder(Path("/working"))
    path = working.path_for("copy1", name)
    assert path.parent == Path("/working/copy1")
    assert path.name not in ("", ".", "..")
    assert len(os.fsencode(path.name)) <= 255


@pytest.mark.parametrize("name", ["../../etc/passwd", "..\\..\\x", "CON", "nul.txt", "a\nb", "", "...", "x" * 400])
def test_a_copy_gets_a_folder_of_its_own_and_a_safe_name(tmp_path: Path, name: str) -> None:
    path = WorkingFolder(tmp_path / "working").prepare("copy1", name)
    path.write_bytes(b"content")
    assert [found.parent.name for found in tmp_path.rglob("*") if found.is_file()] == ["copy1"]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("copy_id", ["", "..", "a/b", "A"])
def test_an_id_that_no_program_makes_is_refused(tmp_path: Path, copy_id: str) -> None:
    with pytest.raises(ValueError):
        WorkingFolder(tmp_path).prepare(copy_id, "name")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_link_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "working").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PlaceRefused):
        WorkingFolder(tmp_path / "working").prepare("copy1", "name")


def test_what_was_saved_beside_the_copy_is_found_and_keeps_the_folder(tmp_path: Path) -> None:
    working = WorkingFolder(tmp_path / "working")
    path = working.prepare("copy1", "a.docx")
    path.write_bytes(b"content")
    (path.parent / "~$a.docx").touch()
    (path.parent / "a (2).docx").write_bytes(b"more")
    (path.parent / "map").mkdir()
    (path.parent / "map" / "b.docx").write_bytes(b"deep")
    assert [stray.name for stray in working.strays("copy1", "a.docx")] == ["a (2).docx", "b.docx"]
    path.unlink()
    assert working.leave("copy1") is False
    for stray in working.strays("copy1", "a.docx"):
        stray.unlink()
    (path.parent / "map").rmdir()
    assert working.leave("copy1") is True
    assert not path.parent.exists()
    assert working.leave("copy1") is True


def test_what_belongs_to_no_check_out_is_told(tmp_path: Path) -> None:
    working = WorkingFolder(tmp_path / "working")
    assert working.unknown([]) == ()
    working.prepare("copy1", "a")
    working.prepare("copy2", "a")
    assert [path.name for path in working.unknown({"copy1"})] == ["copy2"]


@pytest.mark.parametrize("kind", PlaceKind)
def test_synchronised_network_and_roaming_places_are_refused(tmp_path: Path, kind: PlaceKind) -> None:
    places = FakePlaces(kind, "OneDrive")
    if kind in (PlaceKind.LOCAL, PlaceKind.REMOVABLE):
        assert_allowed(tmp_path, places)
        assert place_refusal(tmp_path, places) is None
        return
    with pytest.raises(PlaceRefused) as refused:
        assert_allowed(tmp_path, places)
    assert refused.value.exit_code == 3
    assert refused.value.message.id == f"vault.place-{kind.value}"
