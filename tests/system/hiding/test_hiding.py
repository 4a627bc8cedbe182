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


@pytest.mark.windows
@pytest.mark.skipif(sys.platform != "win32", reason="Windows only")
def test_folders_that_office_s_own_settings_name_are_known(tmp_path: Path) -> None:
    """VR-P4: wherever Outlook puts opened attachments and the programs what they save by themselves."""
    assert sys.platform == "win32"
    import winreg

    from app.system.hiding._windows_office import named_folders

    root = rf"Software\vroom-test-{os.getpid()}\Office"
    attachments = make(tmp_path / "Content.Outlook" / "AB12CD34")
    saved, elsewhere = make(tmp_path / "saved"), make(tmp_path / "elsewhere")
    (tmp_path / "file").write_bytes(b"")
    made = (
        (r"16.0\Outlook\Security", "OutlookSecureTempFolder", winreg.REG_SZ, f"{attachments}\\"),
        (r"16.0\Word\Options", "AUTOSAVE-PATH", winreg.REG_EXPAND_SZ, r"%WORK%\saved"),
        (r"15.0\Excel\Options", "AutoRecoverPath", winreg.REG_SZ, str(elsewhere)),
        # None of these may be looked through: another kind, no folder, a share, a drive, the home folder.
        (r"16.0\Excel\Options", "AutoRecoverPath", winreg.REG_DWORD, 7),
        (r"16.0\PowerPoint\Options", "PathToAutoRecoveryInfo", winreg.REG_SZ, str(tmp_path / "file")),
        (r"15.0\Word\Options", "AUTOSAVE-PATH", winreg.REG_SZ, r"\\server\share"),
        (r"14.0\Word\Options", "AUTOSAVE-PATH", winreg.REG_SZ, "C:\\"),
        (r"14.0\Excel\Options", "AutoRecoverPath", winreg.REG_SZ, str(Path.home())),
        (r"14.0\PowerPoint\Options", "PathToAutoRecoveryInfo", winreg.REG_SZ, r"%NOBODY%\x"),
    )
    try:
        for key, name, kind, value in made:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, f"{root}\\{key}") as opened:
                winreg.SetValueEx(opened, name, 0, kind, value)
        found = {place.folder: place.kind for place in named_folders({"Work": str(tmp_path)}, (root, r"Software\none"))}
    finally:
        forget_key(winreg.HKEY_CURRENT_USER, root.rpartition("\\")[0])
    assert found == {
        Path(os.path.realpath(attachments)): HidingKind.MAIL_ATTACHMENTS,
        Path(os.path.realpath(saved)): HidingKind.AUTOSAVE,
        Path(os.path.realpath(elsewhere)): HidingKind.AUTOSAVE,
    }


def forget_key(hive: int, key: str) -> None:
    assert sys.platform == "win32"
    import winreg

    with winreg.OpenKey(hive, key) as opened:
        below = [winreg.EnumKey(opened, index) for index in range(winreg.QueryInfoKey(opened)[0])]
    for name in below:
        forget_key(hive, f"{key}\\{name}")
    winreg.DeleteKey(hive, key)


def test_the_surroundings_of_another_home_stay_inside_it(tmp_path: Path) -> None:
    """So a demo or a test never sweeps the trash of the person who runs it."""
    autosave = tmp_path / ("AppData/Roaming/Microsoft/Word" if sys.platform == "win32" else ".cache/.fr-abc/deep")
    make(autosave)
    (autosave / "a.docx").write_bytes(b"x")
    surroundings = local_surroundings(tmp_path)
    (place,) = surroundings.hiding_places()  # it has no folder for downloads
    assert place.folder.is_relative_to(os.path.realpath(tmp_path))
    assert [Path(facts.path).name for facts in surroundings.files_below(place.folder)] == ["a.docx"]


def test_a_place_says_how_deep_it_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below the temporary folder lies what running programs work with."""
    from app.system.hiding import surroundings

    make(tmp_path / "program")
    (tmp_path / "program" / "inner").write_bytes(b"")
    (tmp_path / "outer").write_bytes(b"")
    temp = HidingPlace(kind=HidingKind.TEMP, folder=tmp_path, levels=1)
    monkeypatch.setattr(surroundings, "hiding_places", lambda home: iter([temp]))
    around = local_surroundings(tmp_path)
    (place,) = around.hiding_places()
    assert [Path(f.path).name for f in around.files_below(place.folder, place.levels)] == ["outer"]
    assert len(list(around.files_below(place.folder))) == 2


def test_unfinished_downloads_are_looked_for_where_downloads_arrive(tmp_path: Path) -> None:
    """VR-P4"""
    downloads = make(tmp_path / "Downloads")
    (place,) = local_surroundings(tmp_path).hiding_places()
    assert (place.kind, place.folder) == ("browser-partial", Path(os.path.realpath(downloads)))
    assert (place.levels, place.partials_only) == (1, True)


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
