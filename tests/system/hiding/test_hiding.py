"""Where copies hide, and how they are walked."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.system.files import local_files
from app.system.hiding import HidingKind, HidingPlace, hiding_places, local_surroundings
from app.system.hiding.walk import walk_files
from app.system.privacy import user_id

linux = pytest.mark.skipif(sys.platform == "win32", reason="Linux only")


def make(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    return path


def test_the_places_of_this_machine_exist() -> None:
    for place in hiding_places():
        assert place.folder.is_dir()


@linux
class TestLinux:
    def found(self, tmp_path: Path) -> dict[Path, HidingKind]:
        from app.system.hiding._linux import in_home, outside_home

        drive = os.path.realpath(tmp_path / "stick")
        (tmp_path / "mountinfo").write_text(
            f"1 0 8:17 / {drive} rw - vfat /dev/sdb1 rw\n2 0 0:9 / {tmp_path}/net rw - cifs //a/b rw\n"
        )
        environment = {"XDG_DATA_HOME": str(tmp_path / "data")}
        places = (
            *in_home(tmp_path / "home"),
            *outside_home(tmp_path / "temp", tmp_path / "mountinfo", environment),
        )
        return {place.folder: place.kind for place in places}

    def test_trash_archives_autosaves_and_attachments_are_known(self, tmp_path: Path) -> None:
        home, temp, user = tmp_path / "home", tmp_path / "temp", user_id()
        expected = {
            make(home / ".local/share/Trash/files"): HidingKind.TRASH,
            make(tmp_path / f"stick/.Trash-{user}/files"): HidingKind.TRASH,
            make(tmp_path / f"stick/.Trash/{user}/files"): HidingKind.TRASH,
            make(tmp_path / "data/Trash/files"): HidingKind.TRASH,
            make(home / ".cache/.fr-a8X2qZ"): HidingKind.ARCHIVE_TEMP,
            make(home / ".config/libreoffice/4/user/backup"): HidingKind.AUTOSAVE,
            make(home / ".cache/evolution/tmp"): HidingKind.MAIL_ATTACHMENTS,
            make(temp / "7zABC"): HidingKind.ARCHIVE_TEMP,
            make(temp / "mozilla_jan0"): HidingKind.BROWSER_TEMP,
            temp: HidingKind.TEMP,
        }
        make(tmp_path / f"net/.Trash-{user}/files")
        (temp / "7zlink").symlink_to(home)
        (temp / "7zfile").write_bytes(b"")
        assert self.found(tmp_path) == expected

    def test_nothing_there_is_no_place(self, tmp_path: Path) -> None:
        assert self.found(tmp_path) == {}


@pytest.mark.windows
@pytest.mark.skipif(sys.platform != "win32", reason="Windows only")
def test_windows_places_are_known(tmp_path: Path) -> None:
    from app.system.hiding._windows import in_home, outside_home

    local, roaming, elsewhere = tmp_path / "AppData/Local", tmp_path / "AppData/Roaming", tmp_path / "elsewhere"
    expected = {
        make(tmp_path / "D" / "$Recycle.Bin" / user_id()): HidingKind.TRASH,
        make(roaming / "Microsoft/Word"): HidingKind.AUTOSAVE,
        make(local / "Microsoft/Office/UnsavedFiles"): HidingKind.AUTOSAVE,
        make(local / "Microsoft/Windows/INetCache/Content.Outlook"): HidingKind.MAIL_ATTACHMENTS,
        make(local / "Temp/7zO4A2B"): HidingKind.ARCHIVE_TEMP,
        make(local / "Temp/Rar$DIa123.456"): HidingKind.ARCHIVE_TEMP,
        make(elsewhere / "Temp1_lijst.zip"): HidingKind.ARCHIVE_TEMP,
        make(elsewhere / "Microsoft/Excel"): HidingKind.AUTOSAVE,
        local / "Temp": HidingKind.TEMP,
        elsewhere: HidingKind.TEMP,
    }
    environment = {"TEMP": str(elsewhere), "APPDATA": str(elsewhere)}
    places = (*in_home(tmp_path), *outside_home(environment, (tmp_path / "D",)))
    assert {place.folder: place.kind for place in places} == expected


def test_the_surroundings_of_another_home_stay_inside_it(tmp_path: Path) -> None:
    """So a demo or a test never sweeps the trash of the person who runs it."""
    autosave = tmp_path / ("AppData/Roaming/Microsoft/Word" if sys.platform == "win32" else ".cache/.fr-abc/deep")
    make(autosave)
    (autosave / "a.docx").write_bytes(b"x")
    surroundings = local_surroundings(tmp_path)
    (place,) = surroundings.hiding_places()
    assert place.folder.is_relative_to(os.path.realpath(tmp_path))
    assert [Path(facts.path).name for facts in surroundings.files_below(place.folder)] == ["a.docx"]


def test_of_the_temporary_folder_only_its_own_files_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.system.hiding import surroundings

    make(tmp_path / "program")
    (tmp_path / "program" / "inner").write_bytes(b"")
    (tmp_path / "outer").write_bytes(b"")
    temp = HidingPlace(kind=HidingKind.TEMP, folder=tmp_path, levels=1)
    monkeypatch.setattr(surroundings, "hiding_places", lambda home: iter([temp]))
    found = local_surroundings(tmp_path).files_below(tmp_path)
    assert [Path(facts.path).name for facts in found] == ["outer"]


class TestWalk:
    def names(self, folder: Path, limit: int = 100, levels: int | None = None) -> list[str]:
        walk = walk_files(folder, limit, local_files(), levels)
        return sorted(Path(facts.path).name for facts in walk)

    def test_files_are_found_at_every_level_or_as_deep_as_asked(self, tmp_path: Path) -> None:
        for name in ("a", "one/b", "one/two/c", ".vroom-0123456789abcdef/file"):
            make((tmp_path / name).parent)
            (tmp_path / name).write_bytes(b"x")
        assert self.names(tmp_path) == ["a", "b", "c"]
        assert self.names(tmp_path, levels=1) == ["a"]
        assert self.names(tmp_path, levels=2) == ["a", "b"]

    def test_the_limit_is_kept_and_said(self, tmp_path: Path) -> None:
        for number in range(5):
            (tmp_path / str(number)).write_bytes(b"")
        walk = walk_files(tmp_path, 3, local_files())
        assert len(list(walk)) == 3
        assert walk.cut_off
        whole = walk_files(tmp_path, 5, local_files())
        assert len(list(whole)) == 5
        assert not whole.cut_off

    def test_a_folder_that_is_gone_holds_nothing(self, tmp_path: Path) -> None:
        walk = walk_files(tmp_path / "none", 5, local_files())
        assert list(walk) == []
        assert walk.unreadable == 0

    @linux
    def test_links_and_pipes_are_not_followed_and_loops_end(self, tmp_path: Path) -> None:
        make(tmp_path / "outside")
        (tmp_path / "outside" / "secret").write_bytes(b"x")
        inside = make(tmp_path / "inside")
        (inside / "to").symlink_to(tmp_path / "outside")
        (inside / "self").symlink_to(inside)
        (inside / "file").symlink_to(tmp_path / "outside" / "secret")
        os.mkfifo(inside / "pipe")
        (inside / "a").write_bytes(b"")
        assert self.names(inside) == ["a"]

    @linux
    def test_what_cannot_be_read_is_counted(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        make(tmp_path / "closed")
        (tmp_path / "closed" / "a").write_bytes(b"")
        (tmp_path / "b").write_bytes(b"")
        if os.geteuid() == 0:  # nothing is closed to root
            real = os.scandir

            def refusing(path: Path) -> object:
                if Path(path).name == "closed":
                    raise PermissionError(13, "closed")
                return real(path)

            monkeypatch.setattr(os, "scandir", refusing)
        else:
            (tmp_path / "closed").chmod(0)
        walk = walk_files(tmp_path, 10, local_files())
        try:
            assert [Path(facts.path).name for facts in walk] == ["b"]
        finally:
            (tmp_path / "closed").chmod(0o700)
        assert walk.unreadable == 1

    @linux
    def test_a_very_deep_tree_is_cut_off_and_said(self, tmp_path: Path) -> None:
        deep = tmp_path
        for _ in range(80):
            deep = deep / "d"
        make(deep)
        walk = walk_files(tmp_path, 10, local_files())
        assert list(walk) == []
        assert walk.cut_off
