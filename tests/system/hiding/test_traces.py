"""What a desktop keeps of a file that is gone: names and small pictures go, what cannot is said."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

from app.domain.deletion import Residual, ResidualKind
from app.system.hiding.traces import local_traces
from tests.system.hiding.links import shortcut

linux = pytest.mark.skipif(sys.platform == "win32", reason="Linux only")
on_windows = pytest.mark.skipif(sys.platform != "win32", reason="Windows only")

LIST = """<?xml version="1.0" encoding="UTF-8"?>
<xbel version="1.0"
      xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks"
      xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info">
  <bookmark href="file:///home/robin/Loon%20&amp;%20maart.xlsx" added="2026-11-20T09:00:00Z">
    <info>
      <metadata owner="http://freedesktop.org">
        <bookmark:applications>
          <bookmark:application name="Calc" exec="&apos;calc %u&apos;" count="2"/>
        </bookmark:applications>
      </metadata>
    </info>
  </bookmark>
  <bookmark href="file:///home/robin/Loon%20&amp;%20maart.xlsx.pdf" added="2026-11-20T09:00:00Z">
    <info/>
  </bookmark>
  <bookmark href="sftp://host/home/robin/Loon%20&amp;%20maart.xlsx" added="2026-11-20T09:00:00Z"/>
</xbel>
"""


@linux
class TestLinux:
    def test_the_entry_among_recent_documents_goes_and_all_others_stay(self, tmp_path: Path) -> None:
        """VR-P4"""
        listed = tmp_path / ".local/share/recently-used.xbel"
        listed.parent.mkdir(parents=True)
        listed.write_text(LIST)
        assert local_traces(tmp_path).forget(Path("/home/robin/Loon & maart.xlsx")) == ()
        first, last = LIST.index("  <bookmark href"), LIST.index("  <bookmark href", 350)
        assert listed.read_text() == LIST[:first] + LIST[last:]

    def test_a_list_that_cannot_be_changed_is_said(self, tmp_path: Path) -> None:
        """VR-P4: a list behind a link belongs to something else."""
        (tmp_path / "list").write_text(LIST)
        listed = tmp_path / ".local/share/recently-used.xbel"
        listed.parent.mkdir(parents=True)
        listed.symlink_to(tmp_path / "list")
        left = local_traces(tmp_path).forget(Path("/home/robin/Loon & maart.xlsx"))
        assert left == (Residual(kind=ResidualKind.RECENT_LIST, where="recently-used"),)
        assert (tmp_path / "list").read_text() == LIST

    def test_the_thumbnails_go_by_the_digest_of_the_address(self, tmp_path: Path) -> None:
        """VR-P4: the example of the Thumbnail Managing Standard, and a name with signs that are written otherwise."""
        known = "c6ee772d9e49320e97ec29a7eb5b1697.png"  # of file:///home/jens/photos/me.png, as the standard gives it
        other = hashlib.md5(b"file:///home/robin/L%C3%B6on%20%5B1%5D.pdf").hexdigest() + ".png"
        kept = "0" * 32 + ".png"
        thumbnails = tmp_path / ".cache/thumbnails"
        for folder in ("normal", "x-large", "fail/gnome-thumbnail-factory"):
            (thumbnails / folder).mkdir(parents=True)
            for name in (known, other, kept):
                (thumbnails / folder / name).write_bytes(b"png")
        traces = local_traces(tmp_path)
        assert traces.forget(Path("/home/jens/photos/me.png")) == ()
        assert traces.forget(Path("/home/robin/Löon [1].pdf")) == ()
        assert {path.name for path in thumbnails.rglob("*.png")} == {kept}

    def test_kde_s_entry_goes_too(self, tmp_path: Path) -> None:
        folder = tmp_path / ".local/share/RecentDocuments"
        folder.mkdir(parents=True)
        (folder / "a.desktop").write_text("[Desktop Entry]\nType=Link\nURL[$e]=file:///home/robin/a%20b.xlsx\n")
        (folder / "b.desktop").write_text("[Desktop Entry]\nType=Link\nURL=file:///home/robin/b.xlsx\n")
        assert local_traces(tmp_path).forget(Path("/home/robin/a b.xlsx")) == ()
        assert [path.name for path in folder.iterdir()] == ["b.desktop"]

    def test_where_nothing_is_kept_nothing_is_said_or_made(self, tmp_path: Path) -> None:
        assert local_traces(tmp_path).forget(Path("/home/robin/a.xlsx")) == ()
        assert list(tmp_path.iterdir()) == []


@pytest.mark.windows
@on_windows
class TestWindows:
    def test_shortcuts_among_recent_items_go(self, tmp_path: Path) -> None:
        """VR-P4"""
        recent = tmp_path / "AppData/Roaming/Microsoft/Windows/Recent"
        of_office = tmp_path / "AppData/Roaming/Microsoft/Office/Recent"
        for folder in (recent, of_office):
            folder.mkdir(parents=True)
        (recent / "loon.xlsx.lnk").write_bytes(shortcut(r"C:\Users\robin\Loon.xlsx"))
        (of_office / "loon.LNK").write_bytes(shortcut(r"c:\users\ROBIN\loon.xlsx", with_unicode=True))
        (recent / "ander.lnk").write_bytes(shortcut(r"C:\Users\robin\ander.xlsx"))
        (recent / "stuk.lnk").write_bytes(b"L\0\0\0")
        assert local_traces(tmp_path).forget(Path(r"C:\Users\robin\Loon.xlsx")) == ()
        assert sorted(path.name for path in recent.iterdir()) == ["ander.lnk", "stuk.lnk"]
        assert list(of_office.iterdir()) == []

    def test_a_jump_list_that_names_it_is_reported(self, tmp_path: Path) -> None:
        """VR-P4"""
        lists = tmp_path / "AppData/Roaming/Microsoft/Windows/Recent/CustomDestinations"
        lists.mkdir(parents=True)
        path = r"C:\Users\robin\Loon.xlsx"
        (lists / "a.customDestinations-ms").write_bytes(b"x" + path.lower().encode("utf-16-le") + b"y")
        traces = local_traces(tmp_path)
        assert traces.forget(Path(path)) == (Residual(kind=ResidualKind.RECENT_LIST, where="AutomaticDestinations"),)
        assert traces.forget(Path(r"C:\Users\robin\ander.xlsx")) == ()

    def test_small_pictures_are_reported_where_there_may_be_some(self, tmp_path: Path) -> None:
        """VR-P4"""
        cache = tmp_path / "AppData/Local/Microsoft/Windows/Explorer"
        cache.mkdir(parents=True)
        traces = local_traces(tmp_path)
        assert traces.forget(Path(r"C:\werk\loon.pdf")) == ()
        (cache / "thumbcache_96.db").write_bytes(b"CMMM")
        assert traces.forget(Path(r"C:\werk\loon.PDF")) == (Residual(kind=ResidualKind.THUMBNAIL, where="thumbcache"),)
        assert traces.forget(Path(r"C:\werk\loon.csv")) == ()
