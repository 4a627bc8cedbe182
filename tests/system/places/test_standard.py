"""The person's standard folders."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.system.places.standard import standard_folders


def test_of_another_home_they_have_their_usual_names(tmp_path: Path) -> None:
    home = tmp_path.resolve()
    assert standard_folders(home) == {
        "downloads": home / "Downloads",
        "documents": home / "Documents",
        "desktop": home / "Desktop",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Linux only")
def test_of_the_persons_own_the_desktop_says_which_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path.resolve()
    (home / ".config").mkdir()
    (home / ".config" / "user-dirs.dirs").write_text('XDG_DOWNLOAD_DIR="$HOME/Ontvangen"\n')
    (home / "elders").mkdir()
    (home / "Ontvangen").symlink_to(home / "elders")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert standard_folders(home)["downloads"] == home / "elders"


@pytest.mark.windows
def test_windows_knows_all_three() -> None:
    """Under Wine they lead to one folder of the machine below it."""
    folders = standard_folders(Path.home())
    assert sorted(folders) == ["desktop", "documents", "downloads"]
    assert all(folder.is_absolute() for folder in folders.values())
