"""Two people in one project: nothing of either is ever lost, and what only one changed goes on by itself."""

from __future__ import annotations

import pytest

from app.domain.document import Way, Why
from app.domain.errors import InputError
from tests.actions.documents.conftest import FILED, Filer, MakeFiler


@pytest.fixture
def two(make_filer: MakeFiler) -> tuple[Filer, Filer]:
    """Both have the same document, filed."""
    first, second = make_filer(), make_filer()
    for filer in (first, second):
        filer.write("plan.txt", "one")
        filer.sync()
    return first, second


def test_a_change_of_somebody_else_is_offered_and_never_written_here(two: tuple[Filer, Filer]):
    first, second = two
    first.write("plan.txt", "two")
    first.sync()
    status = second.sync()
    row = second.row("plan.txt")
    assert (row.why, row.ways) == (Why.OFFERED, frozenset({Way.THEIRS}))
    assert second.here() == {"plan.txt": b"one"}
    assert not status.needs_a_person
    second.documents.keep_theirs(row.id)
    assert second.here() == {"plan.txt": b"two"}
    second.sync()
    assert second.row("plan.txt").why is None


def test_a_new_document_of_somebody_else_is_shown_and_comes_when_asked_for(two: tuple[Filer, Filer]):
    first, second = two
    first.write("sub/new.txt", "new")
    first.sync()
    second.sync()
    assert second.row("new.txt").why is Why.REMOTE_ONLY
    assert "sub/new.txt" not in second.here()
    second.documents.keep_theirs(second.row("new.txt").id)
    assert second.here()["sub/new.txt"] == b"new"
    second.sync()
    assert second.states() == {"plan.txt": FILED, "new.txt": FILED}


def in_conflict(first: Filer, second: Filer) -> None:
    first.write("plan.txt", "first")
    second.write("plan.txt", "second")
    first.sync()
    status = second.sync()
    assert status.needs_a_person
    assert second.row("plan.txt").why is Why.BOTH_CHANGED


def test_both_versions_are_kept_and_it_counts_until_it_is_solved(two: tuple[Filer, Filer]):
    first, second = two
    in_conflict(first, second)
    here = second.here()
    assert here["plan.txt"] == b"second"
    (beside,) = [name for name in here if name != "plan.txt"]
    assert here[beside] == b"first"
    assert beside.startswith("plan (conflict, somebody else, ")
    assert beside.endswith(").txt")
    assert first.stored() == {"plan.txt": b"first"}
    for _ in range(2):
        assert second.sync().needs_a_person
        assert second.here() == here
        assert first.stored() == {"plan.txt": b"first"}
    assert [event["why"] for event in second.events("doc.conflict")] == ["both-changed"]


def test_mine_replaces_theirs(two: tuple[Filer, Filer]):
    first, second = two
    in_conflict(first, second)
    second.documents.keep_mine(second.row("plan.txt").id)
    second.sync()
    assert first.stored() == {"plan.txt": b"second"}
    assert second.here() == {"plan.txt": b"second"}
    first.sync()
    assert first.row("plan.txt").why is Why.OFFERED


def test_theirs_replaces_mine(two: tuple[Filer, Filer]):
    first, second = two
    in_conflict(first, second)
    second.documents.keep_theirs(second.row("plan.txt").id)
    assert second.here() == {"plan.txt": b"first"}
    second.sync()
    assert second.states() == {"plan.txt": FILED}


def test_both_are_filed_under_names_of_their_own(two: tuple[Filer, Filer]):
    first, second = two
    in_conflict(first, second)
    second.documents.keep_both(second.row("plan.txt").id)
    second.sync()
    stored = first.stored()
    assert stored["plan.txt"] == b"first"
    (mine,) = [name for name in stored if name != "plan.txt"]
    assert stored[mine] == b"second"
    assert mine.startswith("plan (Robin de Adviseur, ")
    assert second.here() == stored


def test_a_version_that_was_put_beside_and_written_in_is_not_removed(two: tuple[Filer, Filer]):
    first, second = two
    in_conflict(first, second)
    (beside,) = [name for name in second.here() if name != "plan.txt"]
    second.write(beside, "merged by hand")
    second.documents.keep_mine(second.row("plan.txt").id)
    second.sync()
    assert second.here()[beside] == b"merged by hand"
    assert first.stored()[beside] == b"merged by hand"


def test_a_decision_counts_for_what_was_shown(two: tuple[Filer, Filer]):
    first, second = two
    in_conflict(first, second)
    second.write("plan.txt", "second, and more")
    with pytest.raises(InputError):
        second.documents.keep_theirs(second.row("plan.txt").id)
    assert second.here()["plan.txt"] == b"second, and more"


def test_mine_is_asked_about_again_when_theirs_changed_meanwhile(two: tuple[Filer, Filer]):
    first, second = two
    in_conflict(first, second)
    second.documents.keep_mine(second.row("plan.txt").id)
    first.write("plan.txt", "first again")
    first.sync()
    second.sync()
    assert second.row("plan.txt").why is Why.BOTH_CHANGED
    assert first.stored() == {"plan.txt": b"first again"}
    assert b"first again" in second.here().values()


def test_two_new_documents_of_one_name_are_a_conflict(make_filer: MakeFiler):
    first, second = make_filer(), make_filer()
    first.write("plan.txt", "first")
    second.write("plan.txt", "second")
    first.sync()
    second.sync()
    assert second.row("plan.txt").why is Why.BOTH_NEW
    assert sorted(second.here().values()) == [b"first", b"second"]
    assert first.stored() == {"plan.txt": b"first"}


def test_what_was_deleted_there_stays_here_and_is_asked(two: tuple[Filer, Filer]):
    first, second = two
    (first.there / "plan.txt").unlink()
    second.sync()
    row = second.row("plan.txt")
    assert (row.why, row.ways) == (Why.REMOTE_DELETED, frozenset({Way.MINE, Way.THEIRS}))
    assert second.here() == {"plan.txt": b"one"}
    second.documents.keep_mine(row.id)
    second.sync()
    assert second.stored() == {"plan.txt": b"one"}
    assert second.states() == {"plan.txt": FILED}


def test_what_was_deleted_there_can_be_left_so(two: tuple[Filer, Filer]):
    _, second = two
    (second.there / "plan.txt").unlink()
    second.sync()
    second.documents.keep_theirs(second.row("plan.txt").id)
    status = second.sync()
    assert second.here() == {"plan.txt": b"one"}
    assert second.stored() == {}
    assert status.items == ()
    assert status.left_out == 1
    second.write("plan.txt", "changed")
    second.sync()
    assert second.stored() == {"plan.txt": b"changed"}


def test_a_conflict_that_came_to_nothing_ends(two: tuple[Filer, Filer]):
    first, second = two
    in_conflict(first, second)
    second.write("plan.txt", "first")
    second.sync()
    assert second.here() == {"plan.txt": b"first"}
    assert second.states() == {"plan.txt": FILED}


def test_ways_that_are_not_open_are_refused(two: tuple[Filer, Filer]):
    _, second = two
    for act in (second.documents.keep_mine, second.documents.keep_theirs, second.documents.keep_both):
        with pytest.raises(InputError):
            act(second.row("plan.txt").id)


def test_a_second_version_that_a_sync_client_put_aside_counts_until_it_is_taken(two: tuple[Filer, Filer]):
    first, second = two
    (first.there / "plan-LAPTOP-4F7G2.txt").write_text("aside")
    status = second.sync()
    assert status.needs_a_person
    row = second.row("plan-LAPTOP-4F7G2.txt")
    assert (row.why, row.ways) == (Why.SYNC_COPY, frozenset({Way.THEIRS}))
    second.documents.keep_theirs(row.id)
    assert second.here()["plan-LAPTOP-4F7G2.txt"] == b"aside"
    assert not second.sync().needs_a_person


def test_theirs_that_changed_again_is_not_what_was_shown(two: tuple[Filer, Filer]):
    first, second = two
    in_conflict(first, second)
    before = second.here()
    first.write("plan.txt", "first again")
    first.sync()
    with pytest.raises(InputError) as refused:
        second.documents.keep_theirs(second.row("plan.txt").id)
    assert refused.value.message.id == "documents.changed-since"
    assert second.here() == before
