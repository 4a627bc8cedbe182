"""Items of a SharePoint list: found by an indexed column, changed only as they were seen."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.remote_errors import RemoteConflict, RemoteGone, RemoteRefused, RemoteUnreachable
from app.remote.office365 import lists
from app.remote.office365.client import AnswerLost
from app.remote.office365.lists import SharePointList
from tests.microsoft365.lists_state import Column
from tests.microsoft365.lists_state import SharePointList as ServerList
from tests.microsoft365.messages import Answer
from tests.remote.office365.laptop import ANNA, Laptop


@pytest.fixture
def there(anna: Laptop) -> ServerList:
    return anna.service.add_list("Team's status", [Column("Device", indexed=True), Column("Record", "note")])


@pytest.fixture
def ours(anna: Laptop, there: ServerList) -> SharePointList:
    return anna.office.list("Team's status")


def test_an_item_is_made_found_and_read(ours: SharePointList) -> None:
    made = ours.create({"Device": "a'b", "Record": "{}"})
    (found,) = ours.where("Device", "a'b", fields=["Record"])
    assert found.id == made.id
    assert found.version == made.version
    assert found.fields["Record"] == "{}"
    assert found.created_by == found.modified_by == ANNA
    assert found.modified_at is not None
    assert list(ours.where("Device", "other")) == []
    assert ours.get(made.id) == found or ours.get(made.id).fields["Device"] == "a'b"  # type: ignore[union-attr]
    assert ours.get("99999") is None


def test_a_list_is_found_among_all_where_its_name_is_no_address(anna: Laptop, ours: SharePointList) -> None:
    anna.service.faults.next("GET", "*/lists/Team's status", answer=Answer(404))
    ours.create({"Device": "a"})
    assert len(list(ours.items())) == 1


def test_columns_tell_what_is_indexed(ours: SharePointList) -> None:
    columns = ours.columns()
    assert columns["Device"]
    assert not columns["Record"]
    assert ours.web_address()


def test_publishing_takes_at_most_three_requests(anna: Laptop, ours: SharePointList) -> None:
    ours.create({"Device": "a", "Record": "1"})
    anna.service.forget_requests()
    (own,) = ours.where("Device", "a")
    after = ours.patch(own, {"Record": "2"})
    assert len(anna.service.requests) <= 3
    (found,) = ours.where("Device", "a")
    assert (found.version, found.fields["Record"]) == (after.version, "2")


def test_an_item_that_somebody_changed_is_left_as_it_is(anna: Laptop, ours: SharePointList) -> None:
    item = ours.create({"Device": "a", "Record": "1"})
    ours.patch(item, {"Record": "2"})
    with pytest.raises(RemoteConflict):
        ours.patch(item, {"Record": "3"})
    (found,) = ours.where("Device", "a")
    assert found.fields["Record"] == "2"


@pytest.mark.parametrize("fault", [{"lose_answer": True}, {"refuse_line": True}, {"answer": Answer(502)}])
def test_a_change_whose_answer_is_lost_is_looked_into(
    anna: Laptop, ours: SharePointList, fault: dict[str, object]
) -> None:
    item = ours.create({"Device": "a", "Record": "1"})
    anna.service.faults.next("PATCH", "*/fields", **fault)  # type: ignore[arg-type]
    after = ours.patch(item, {"Record": "2"})
    (found,) = ours.where("Device", "a")
    assert (found.version, found.fields["Record"]) == (after.version, "2")


def test_a_change_that_somebody_else_overtook_while_the_answer_got_lost(
    anna: Laptop, ours: SharePointList, there: ServerList
) -> None:
    item = ours.create({"Device": "a", "Record": "1"})
    there.update(there.items[int(item.id)], {"Record": "theirs"}, anna.service.colleague)
    anna.service.faults.next("PATCH", "*/fields", answer=Answer(502))
    with pytest.raises(RemoteConflict):
        ours.patch(item, {"Record": "2"})


def test_answers_that_get_lost_each_time_are_left_until_later(anna: Laptop, ours: SharePointList) -> None:
    item = ours.create({"Device": "a", "Record": "1"})
    anna.service.faults.next("PATCH", "*/fields", answer=Answer(502), times=99)
    with pytest.raises(RemoteUnreachable):
        ours.patch(item, {"Record": "2"})


def test_an_item_is_not_made_twice(anna: Laptop, ours: SharePointList, there: ServerList) -> None:
    ours.columns()
    anna.service.faults.next("POST", "*/items", lose_answer=True)
    with pytest.raises(AnswerLost):
        ours.create({"Device": "a"})
    assert len(there.items) == 1


def test_a_list_that_is_not_there_or_is_another_is_said(anna: Laptop, ours: SharePointList) -> None:
    with pytest.raises(RemoteGone):
        list(anna.office.list("Unknown").items())
    ours.create({"Device": "a"})
    anna.service.world.lists.clear()
    with pytest.raises(RemoteGone):
        list(ours.items())
    anna.service.add_list("Team's status", [Column("Device", indexed=True)])
    assert list(ours.items()) == [], "the new list, by its own id"


def test_what_others_may_not_read_or_change(anna: Laptop, ours: SharePointList, there: ServerList) -> None:
    there.reads_own = there.edits_own = True
    theirs = there.add({"Device": "theirs"}, anna.service.colleague)
    assert list(ours.items()) == []
    there.reads_own = False
    (seen,) = ours.items()
    assert seen.modified_by == anna.service.colleague.mail
    with pytest.raises(RemoteRefused):
        ours.patch(seen, {"Device": "x"})
    assert theirs.fields["Device"] == "theirs"


class TestChanges:
    def test_first_everything_then_what_changed(self, anna: Laptop, ours: SharePointList, there: ServerList) -> None:
        anna.service.world.page_size = 3
        for number in range(8):
            there.add({"Device": str(number)}, anna.service.colleague)
        first = ours.changes(None)
        assert first.is_everything
        assert [item.fields["Device"] for item in first.items] == [str(number) for number in range(8)]
        assert ours.changes(first.cursor).items == ()
        there.update(there.items[3], {"Device": "new"}, anna.service.colleague)
        there.delete(there.items[5], anna.service.colleague)
        anna.service.clock.advance(timedelta(minutes=1))
        anna.service.forget_requests()
        second = ours.changes(first.cursor)
        assert not second.is_everything
        (item,) = second.items
        assert (item.id, item.fields["Device"], item.modified_by) == ("3", "new", anna.service.colleague.mail)
        assert second.gone == ("5",)
        assert len(anna.service.requests) <= 2

    def test_nothing_changed_takes_one_request(self, anna: Laptop, ours: SharePointList) -> None:
        cursor = ours.changes(None).cursor
        anna.service.forget_requests()
        ours.changes(cursor)
        assert len(anna.service.requests) == 1

    def test_a_link_that_ended_gives_everything(self, anna: Laptop, ours: SharePointList, there: ServerList) -> None:
        there.add({"Device": "a"}, anna.service.colleague)
        cursor = ours.changes(None).cursor
        there.oldest_token = there.sequence + 1
        told = ours.changes(cursor)
        assert told.is_everything
        assert len(told.items) == 1

    def test_where_delta_is_not_offered_everything_is_told_each_time(
        self, anna: Laptop, ours: SharePointList, there: ServerList
    ) -> None:
        there.add({"Device": "a"}, anna.service.colleague)
        anna.service.faults.next("GET", "*/items/delta", answer=Answer(400), times=9)
        first = ours.changes(None)
        second = ours.changes(first.cursor)
        assert first.is_everything
        assert second.is_everything
        assert len(second.items) == 1

    def test_much_that_changed_is_read_as_a_whole(
        self, anna: Laptop, ours: SharePointList, there: ServerList, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(lists, "ONE_BY_ONE", 2)
        cursor = ours.changes(None).cursor
        for number in range(3):
            there.add({"Device": str(number)}, anna.service.colleague)
        told = ours.changes(cursor)
        assert told.is_everything
        assert len(told.items) == 3
