"""What is filed, under which name, and what of it is known afterwards. Source: VR-P5a, VR-S2."""

from __future__ import annotations

import os
import sys
from datetime import timedelta

import pytest

from app.domain.document import DocumentState, Why
from app.domain.errors import InputError
from tests.actions.documents.conftest import FILED, Filer, MakeFiler

LINUX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names and links")


def test_documents_are_filed_below_the_projects_place(filer: Filer):
    """VR-P5a, VR-S2"""
    filer.write("plan.txt", "one")
    filer.write("overleg/notulen.txt", "two")
    status = filer.sync()
    assert filer.stored() == {"plan.txt": b"one", "overleg/notulen.txt": b"two"}
    assert filer.states() == {"plan.txt": FILED, "notulen.txt": FILED}
    assert status.counts[DocumentState.FILED] == 2
    assert not status.needs_a_person
    assert status.last_success_at is not None
    assert [event["count"] for event in filer.events("doc.queued")] == [2]
    (event,) = filer.events("doc.verified")  # what was stored while the first was noted is told at the day's end
    assert event["count"] in (1, 2)


def test_nothing_changed_means_nothing_written(filer: Filer):
    filer.write("plan.txt")
    filer.sync()
    before = {path: path.stat().st_mtime_ns for path in filer.there.rglob("*")}
    filer.sync()
    assert {path: path.stat().st_mtime_ns for path in filer.there.rglob("*")} == before


def test_a_changed_document_replaces_what_was_filed(filer: Filer):
    path = filer.write("plan.txt", "one")
    filer.sync()
    path.write_text("two")
    filer.sync()
    assert filer.stored() == {"plan.txt": b"two"}
    assert filer.states() == {"plan.txt": FILED}


def test_a_document_that_only_looks_different_is_not_sent_again(filer: Filer):
    path = filer.write("plan.txt", "one")
    filer.sync()
    inode = (filer.there / "plan.txt").stat().st_ino
    os.utime(path, (1, 1))
    filer.sync()
    assert (filer.there / "plan.txt").stat().st_ino == inode
    assert filer.states() == {"plan.txt": FILED}


@pytest.mark.parametrize("name", ["~$plan.docx", "plan.docx.tmp", ".~lock.plan.odt#", ".hidden", "Thumbs.db"])
def test_what_is_no_document_is_not_filed(filer: Filer, name: str):
    filer.write(name)
    filer.sync()
    assert filer.documents.status().items == ()


@LINUX
def test_links_are_not_followed(filer: Filer):
    secret = filer.laptop.root / "elsewhere.txt"
    secret.write_text("not documentation")
    (filer.folder / "link.txt").symlink_to(secret)
    (filer.folder / "folder").symlink_to(filer.laptop.root / "home")
    filer.sync()
    assert filer.documents.status().items == ()


def test_an_office_save_is_one_upload(filer: Filer):
    """Word writes a new file, renames the old one away, the new one in its place, and deletes the old one."""
    path = filer.write("plan.docx", "one")
    filer.sync()
    new, old = filer.folder / "~WRD0001.tmp", filer.folder / "~WRL0002.tmp"
    new.write_text("two")
    path.rename(old)
    filer.sync()  # in the middle of it
    new.rename(path)
    old.unlink()
    filer.sync()
    assert filer.stored() == {"plan.docx": b"two"}
    assert filer.states() == {"plan.docx": FILED}
    assert (
        sum(int(str(event["count"])) for event in filer.events("doc.verified")) == 1
    )  # the second is told with the day


def test_deleting_here_never_deletes_there(filer: Filer):
    path = filer.write("plan.txt", "one")
    filer.sync()
    path.unlink()
    filer.sync()
    assert filer.stored() == {"plan.txt": b"one"}
    assert filer.row("plan.txt").why is Why.LOCAL_DELETED
    assert filer.states() == {"plan.txt": FILED}


def test_what_was_deleted_here_can_come_back(filer: Filer):
    path = filer.write("plan.txt", "one")
    filer.sync()
    path.unlink()
    filer.sync()
    filer.documents.keep_theirs(filer.row("plan.txt").id)
    assert path.read_text() == "one"
    assert filer.row("plan.txt").why is None


def test_a_renamed_document_is_filed_under_its_new_name_and_the_old_one_stays(filer: Filer):
    path = filer.write("plan.txt", "one")
    filer.sync()
    path.rename(filer.folder / "plan van aanpak.txt")
    filer.sync()
    assert filer.stored() == {"plan.txt": b"one", "plan van aanpak.txt": b"one"}
    assert filer.row("plan.txt").why is Why.RENAMED


def test_a_name_that_differs_in_case_alone_stays_one_document(filer: Filer):
    path = filer.write("plan.txt", "one")
    filer.sync()
    path.rename(filer.folder / "Plan.txt")
    filer.sync()
    assert filer.stored() == {"plan.txt": b"one"}
    assert {name.lower(): state for name, state in filer.states().items()} == {"plan.txt": FILED}


@LINUX  # Windows knows no such names
@pytest.mark.parametrize(
    ("name", "suggestion"), [("plan: een.txt", "plan- een.txt"), ("CON", "_CON"), (" plan.txt", "plan.txt")]
)
def test_a_name_that_is_not_taken_is_told_with_one_that_is(filer: Filer, name: str, suggestion: str):
    filer.write(name)
    status = filer.sync()
    row = filer.rows()[name]
    assert row.why is Why.NAME
    assert row.reason is not None
    assert row.reason.arguments["name"] == suggestion
    assert status.needs_a_person
    assert filer.stored() == {}
    (filer.folder / name).rename(filer.folder / suggestion)
    filer.sync()
    assert list(filer.stored()) == [suggestion]
    assert filer.states() == {suggestion: FILED}


@LINUX
def test_a_path_that_is_too_long_is_told_before_anything_is_sent(filer: Filer):
    filer.write("/".join(["een lange naam van een map"] * 15) + "/plan.txt")
    filer.sync()
    assert filer.row("plan.txt").why is Why.PATH_TOO_LONG
    assert filer.stored() == {}


@LINUX
def test_of_two_names_that_differ_in_case_alone_one_is_filed(filer: Filer):
    filer.write("Plan.txt", "one")
    filer.write("plan.txt", "two")
    filer.sync()
    assert filer.stored() == {"Plan.txt": b"one"}
    assert filer.row("plan.txt").why is Why.COLLISION
    (filer.folder / "Plan.txt").rename(filer.folder / "Plan A.txt")
    filer.sync()
    assert filer.stored() == {"Plan.txt": b"one", "Plan A.txt": b"one", "plan.txt": b"two"}
    assert filer.states()["plan.txt"] == FILED


def test_a_document_that_is_being_written_waits(filer: Filer, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("app.actions.documents.checking.QUIET_NS", 3_600_000_000_000)
    filer.write("plan.txt")
    filer.documents.look_around()
    assert filer.row("plan.txt").why is Why.NOT_QUIET
    assert filer.stored() == {}
    monkeypatch.setattr("app.actions.documents.checking.QUIET_NS", 0)
    filer.documents.look_around()
    assert filer.states() == {"plan.txt": FILED}


def test_a_missing_folder_says_nothing_about_its_documents(filer: Filer):
    filer.write("plan.txt", "one")
    filer.sync()
    filer.folder.rename(filer.laptop.root / "away")
    filer.sync()
    assert filer.row("plan.txt").why is None
    assert filer.states() == {"plan.txt": FILED}


def test_a_remote_that_is_not_there_is_trouble_and_nothing_is_lost(filer: Filer):
    filer.write("plan.txt", "one")
    filer.there.parents[2].rmdir()
    status = filer.sync()
    assert status.trouble is not None
    assert filer.states() == {"plan.txt": "queued"}
    filer.there.parents[2].mkdir()
    status = filer.sync()
    assert status.trouble is None
    assert filer.states() == {"plan.txt": FILED}


def test_another_remote_gets_everything_anew(filer: Filer):
    filer.write("plan.txt", "one")
    filer.sync()
    other = filer.laptop.root / "other"
    other.mkdir()
    filer.app.settings.set("remote.folder", str(other))
    filer.sync()
    assert (other / "documents/P1/Documentatie/plan.txt").read_bytes() == b"one"
    assert filer.states() == {"plan.txt": FILED}


def test_two_folders_of_one_name_have_names_of_their_own(filer: Filer):
    second = filer.laptop.root / "elders" / "Documentatie"
    second.mkdir(parents=True)
    (second / "b.txt").write_text("b")
    filer.write("a.txt", "a")
    filer.sync()
    filer.app.projects.change("P1", documents=(second,))
    filer.sync()
    place = filer.there.parent
    assert (place / "Documentatie/a.txt").read_text() == "a"
    assert (place / "Documentatie (2)/b.txt").read_text() == "b"


def test_what_stands_there_already_is_not_sent_again(make_filer: MakeFiler):
    first, second = make_filer(), make_filer()
    first.write("plan.txt", "one")
    first.sync()
    second.write("plan.txt", "one")
    inode = (first.there / "plan.txt").stat().st_ino
    second.sync()
    assert (first.there / "plan.txt").stat().st_ino == inode
    assert second.states() == {"plan.txt": FILED}


def test_counts_of_a_day_are_told_with_its_end(filer: Filer):
    """VT-B2: no entry says at what hour somebody worked."""
    path = filer.write("plan.txt", "one")
    filer.sync()
    path.write_text("two")
    filer.sync()
    filer.laptop.passes(timedelta(days=1))
    filer.sync()
    entries = filer.entries("doc.verified")
    assert [(entry.data or {})["count"] for entry in entries] == [1, 1]
    assert {entry.at.hour for entry in entries} == {0}


def test_the_commands_take_the_path_too(filer: Filer):
    path = filer.write("plan.txt")
    filer.sync()
    with pytest.raises(InputError):
        filer.documents.keep_mine(str(path))


def test_the_remote_itself_is_never_filed_into_itself(filer: Filer):
    inside = filer.folder / "bewaard"
    inside.mkdir()
    filer.app.settings.set("remote.folder", str(inside))
    filer.write("plan.txt", "one")
    for _ in range(3):
        filer.sync()
    found = [path.name for path in inside.rglob("*") if path.is_file()]
    assert found == ["plan.txt"]


def test_a_working_file_that_was_moved_to_its_project_is_filed(filer: Filer):
    """VR-U5a"""
    path = filer.laptop.file("Plan van aanpak P1.docx", b"made up plan")
    filer.app.working_files.move(path, "P1")
    filer.sync()
    assert filer.stored() == {"Plan van aanpak P1.docx": b"made up plan"}
