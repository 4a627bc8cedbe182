"""What the person may not do, the program cannot either: one sentence, nothing changed. Run as nobody when we are root."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.faults.scene import Scene, Warm

NOBODY = 65534
pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="becomes another user")


@pytest.fixture
def theirs(tmp_path: Path, running: Warm) -> Scene:
    """A scene of a person without rights of a superuser, who can get to the folder of the test."""
    way = [folder for folder in (tmp_path, *tmp_path.parents) if folder.stat().st_uid == 0 and folder != Path("/")]
    for folder in way:
        folder.chmod(folder.stat().st_mode | 0o011)
    home = tmp_path / "person"
    home.mkdir()
    os.chown(home, NOBODY, NOBODY)
    scene = Scene(home, running, user=NOBODY)
    scene.downloads.mkdir(parents=True)
    give(home)
    return started(scene)


def give(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY, follow_symlinks=False)


def started(scene: Scene) -> Scene:
    (scene.root / "tmp").mkdir()
    give(scene.root)
    scene.done("client", "add", "Voorbeeldstad", "--domain", "voorbeeldstad.example")
    scene.project("P1")
    scene.agreement = scene.agree("P1")
    return scene


def own_file(scene: Scene, name: str) -> Path:
    path = scene.file(name)
    os.chown(path, NOBODY, NOBODY)
    return path


def test_a_read_only_folder_is_a_sentence_and_nothing_is_sealed(theirs: Scene) -> None:
    """VR-P3: two copies would be worse than one."""
    path = own_file(theirs, "vast.xlsx")
    theirs.downloads.chmod(0o555)
    answer = theirs.run("copy", "add", path, "--agreement", theirs.agreement)
    assert answer.code == 3
    assert len(answer.err.strip().splitlines()) == 1
    assert path.exists()
    assert theirs.copies() == {}
    theirs.downloads.chmod(0o755)
    theirs.sealed(path)
    assert not path.exists()
    theirs.check_sound()


def test_a_file_that_may_not_be_read_is_a_sentence(theirs: Scene) -> None:
    path = theirs.file("geheim.xlsx")
    path.chmod(0o600)
    for words in ((), ("--in-place",)):
        answer = theirs.run("copy", "add", path, "--agreement", theirs.agreement, *words)
        assert answer.code == 2, answer
        assert answer.err.strip()
    assert theirs.copies() == {}
    theirs.check_sound()


def test_a_file_that_may_not_be_deleted_is_blocked_and_tried_again(theirs: Scene) -> None:
    """VR-P4"""
    path = own_file(theirs, "vast.xlsx")
    copy = theirs.done("copy", "add", path, "--agreement", theirs.agreement, "--in-place")["id"]
    theirs.expire()
    theirs.downloads.chmod(0o555)
    for _ in range(2):
        answer = theirs.run("delete-due")
        (item,) = answer.document["items"]
        assert (answer.code, item["outcome"], path.exists()) == (1, "blocked", True)
    assert theirs.copies()[copy]["state"] == "blocked"
    theirs.downloads.chmod(0o755)
    answer = theirs.run("delete-due")
    assert (answer.code, path.exists()) == (0, False)
    theirs.check_sound()


def test_a_folder_that_may_not_be_looked_into_is_blocked(theirs: Scene) -> None:
    path = own_file(theirs, "dicht.xlsx")
    theirs.done("copy", "add", path, "--agreement", theirs.agreement, "--in-place")
    theirs.expire()
    theirs.downloads.chmod(0o000)
    answer = theirs.run("delete-due")
    assert [item["outcome"] for item in answer.document["items"]] == ["blocked"]
    theirs.downloads.chmod(0o755)
    assert path.exists()


def test_a_vault_that_may_not_be_written_is_exit_3_and_the_original_stands(theirs: Scene) -> None:
    path = own_file(theirs, "een.xlsx")
    theirs.vault.chmod(0o500)
    answer = theirs.run("copy", "add", path, "--agreement", theirs.agreement)
    assert answer.code == 3
    assert path.exists()
    theirs.vault.chmod(0o700)
    theirs.sealed(path)
    theirs.check_sound()
