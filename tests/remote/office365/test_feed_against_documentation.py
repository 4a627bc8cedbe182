"""The change feed as the documentation allows it to be. Source: https://learn.microsoft.com/graph/api/driveitem-delta"""

from __future__ import annotations

import pytest

from tests.microsoft365.messages import graph_error
from tests.remote.office365.laptop import PLACE, Laptop


def test_the_feed_tells_changes_where_answers_are_short(anna: Laptop) -> None:
    anna.service.be_sparse()
    anna.service.drive.put(f"{PLACE}/a.txt", b"1")
    cursor = anna.office.documents.changes(PLACE, None).cursor
    changed = anna.service.drive.put(f"{PLACE}/a.txt", b"2")
    gone = anna.service.drive.put(f"{PLACE}/b.txt", b"3")
    anna.service.drive.delete(f"{PLACE}/b.txt")
    told = anna.office.documents.changes(PLACE, cursor)
    assert [change.id for change in told.changes if change.file] == [changed.id]
    anna.service.drive.delete(f"{PLACE}/a.txt")
    told = anna.office.documents.changes(PLACE, told.cursor)
    assert [(change.id, change.file) for change in told.changes] == [(changed.id, None)]
    assert gone.id not in {change.id for change in told.changes}


@pytest.mark.parametrize("form", ["function", "both"])
def test_links_of_the_feed_are_opaque(anna: Laptop, form: str) -> None:
    anna.service.graph.drives.delta.link_form = form
    anna.service.world.page_size = 2
    for number in range(5):
        anna.service.drive.put(f"{PLACE}/{number}.txt", b"x")
    first = anna.office.documents.changes(PLACE, None)
    assert len(first.changes) == 5
    for number in range(5):
        anna.service.drive.put(f"{PLACE}/{number}.txt", b"yy")
    assert len(anna.office.documents.changes(PLACE, first.cursor).changes) == 5


def test_a_deleted_folder_alone_takes_what_was_in_it(anna: Laptop) -> None:
    anna.service.graph.drives.delta.tells_deleted_folder_alone = True
    ids = {anna.service.drive.put(f"{PLACE}/sub/deep/{number}.txt", b"x").id for number in range(3)}
    first = anna.office.documents.changes(PLACE, None)
    anna.service.drive.delete(f"{PLACE}/sub")
    told = anna.office.documents.changes(PLACE, first.cursor)
    assert {change.id for change in told.changes if change.file is None} == ids


def test_what_is_restored_from_the_recycle_bin_comes_back_by_its_id(anna: Laptop) -> None:
    item = anna.service.drive.put(f"{PLACE}/a.txt", b"x")
    first = anna.office.documents.changes(PLACE, None)
    anna.service.drive.delete(f"{PLACE}/a.txt")
    second = anna.office.documents.changes(PLACE, first.cursor)
    anna.service.drive.state.restore(item)
    third = anna.office.documents.changes(PLACE, second.cursor)
    assert [(change.id, change.file.path if change.file else None) for change in third.changes] == [(item.id, "a.txt")]


def test_deleted_and_made_anew_in_one_look(anna: Laptop) -> None:
    old = anna.service.drive.put(f"{PLACE}/a.txt", b"x")
    first = anna.office.documents.changes(PLACE, None)
    anna.service.drive.delete(f"{PLACE}/a.txt")
    new = anna.service.drive.put(f"{PLACE}/a.txt", b"y")
    told = {change.id: change.file for change in anna.office.documents.changes(PLACE, first.cursor).changes}
    assert told[old.id] is None
    fresh = told[new.id]
    assert fresh is not None
    assert fresh.path == "a.txt"


def test_two_files_change_names(anna: Laptop) -> None:
    one, two = (anna.service.drive.put(f"{PLACE}/{name}.txt", name.encode()) for name in ("one", "two"))
    first = anna.office.documents.changes(PLACE, None)
    anna.service.drive.rename(f"{PLACE}/one.txt", f"{PLACE}/x.txt")
    anna.service.drive.rename(f"{PLACE}/two.txt", f"{PLACE}/one.txt")
    anna.service.drive.rename(f"{PLACE}/x.txt", f"{PLACE}/two.txt")
    told = anna.office.documents.changes(PLACE, first.cursor).changes
    assert {change.id: change.file.path if change.file else None for change in told} == {
        one.id: "two.txt",
        two.id: "one.txt",
    }


def test_a_name_that_changes_its_case_alone(anna: Laptop) -> None:
    item = anna.service.drive.put(f"{PLACE}/report.txt", b"x")
    first = anna.office.documents.changes(PLACE, None)
    anna.service.drive.rename(f"{PLACE}/report.txt", f"{PLACE}/Report.TXT")
    told = anna.office.documents.changes(PLACE, first.cursor).changes
    assert [(change.id, change.file.path if change.file else None) for change in told] == [(item.id, "Report.TXT")]


def test_a_relative_location_after_410_is_followed(anna: Laptop) -> None:
    """RFC 9110, 10.2.2: a Location may be relative to the address that was asked."""
    anna.service.drive.put(f"{PLACE}/a.txt", b"x")
    first = anna.office.documents.changes(PLACE, None)
    path = f"/v1.0/drives/{anna.service.drive.id}/root/delta"
    gone = graph_error(410, "resyncRequired", inner="resyncChangesApplyDifferences", headers={"Location": path})
    anna.service.faults.next("GET", "*/delta", answer=gone)
    told = anna.office.documents.changes(PLACE, first.cursor)
    assert told.is_everything
    assert len(told.changes) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("P-100", "Archive"),  # a folder above it got another name
        ("P-100", "Archive/P-100"),  # or another place
        (PLACE, "Archive/Documentatie"),  # the folder itself moved under its own name
    ],
)
def test_a_place_that_moved_away_with_a_folder_above_it_is_no_longer_there(anna: Laptop, old: str, new: str) -> None:
    """ "renaming a folder doesn't result in any descendants of the folder being returned": the place itself is not told."""
    item = anna.service.drive.put(f"{PLACE}/a.txt", b"x")
    anna.service.drive.folder("Archive/sub")
    anna.office.documents.changes("elsewhere", None)
    first = anna.office.documents.changes(PLACE, None)
    anna.service.drive.rename(old, f"{new}2" if new == "Archive" else new)
    second = anna.office.documents.changes(PLACE, first.cursor)
    assert [(change.id, change.file) for change in second.changes] == [(item.id, None)]
    fresh = anna.service.drive.put(f"{PLACE}/b.txt", b"y")
    third = anna.office.documents.changes(PLACE, second.cursor)
    assert [(change.id, change.file.path if change.file else None) for change in third.changes] == [(fresh.id, "b.txt")]


@pytest.mark.parametrize("forgets", [False, True])
def test_a_look_that_brought_nothing_leaves_no_gap_when_another_process_looks_too(anna: Laptop, forgets: bool) -> None:
    other = anna.another_process()
    anna.service.drive.put(f"{PLACE}/a.txt", b"1")
    cursor = anna.office.documents.changes(PLACE, None).cursor
    for number in range(3):
        anna.service.drive.put("elsewhere/b.txt", b"x" * number)
        cursor = anna.office.documents.changes(PLACE, cursor).cursor
    other.office.documents.changes(PLACE, None)
    if forgets:
        anna.service.drive.forget_changes()
    fresh = anna.service.drive.put(f"{PLACE}/c.txt", b"2")
    told = anna.office.documents.changes(PLACE, cursor)
    assert fresh.id in {change.id for change in told.changes}
    other.session.close()
