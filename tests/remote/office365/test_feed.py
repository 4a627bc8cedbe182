"""One stream of changes for all places: tracked by id, cheap at rest, and right after everything that can happen to it."""

from __future__ import annotations

import dataclasses
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from app.domain.quick_xor import quick_xor
from app.domain.remote_errors import RemoteGone, RemoteRefused, RemoteUnreachable
from app.domain.remote_files import RemoteChanges, RemoteFile
from app.remote.office365 import items, place_state, walks
from app.remote.office365.feed import AT_REST, LINK
from tests.microsoft365 import Microsoft365
from tests.microsoft365.messages import Request, graph_error, json_answer
from tests.remote.office365.laptop import PLACE, DictMemory, Laptop, Sender, laptop

OTHER = "P-200"


def changes(anna: Laptop, cursor: str | None = None, place: str = PLACE) -> RemoteChanges:
    return anna.office.documents.changes(place, cursor)


def files(told: RemoteChanges) -> dict[str, RemoteFile]:
    return {change.file.path: change.file for change in told.changes if change.file is not None}


def gone(told: RemoteChanges) -> list[str]:
    return [change.id for change in told.changes if change.file is None]


def deltas(service: Microsoft365) -> list[Request]:
    return [request for request in service.requests if "/delta" in request.path]


def test_the_first_look_tells_everything_there_is(anna: Laptop) -> None:
    anna.service.drive.put(f"{PLACE}/a.txt", b"a")
    anna.service.drive.put(f"{PLACE}/Fase 1/sub/b.txt", b"bb")
    anna.service.drive.put("elsewhere/c.txt", b"c")
    told = changes(anna)
    assert told.is_everything
    assert not told.missing_is_ours
    found = files(told)
    assert set(found) == {"a.txt", "Fase 1/sub/b.txt"}
    assert found["a.txt"].digest == quick_xor(b"a")
    assert found["a.txt"].modified_by == "Sanne de Wit"
    assert found["a.txt"].content_version.startswith('"c:')


def test_afterwards_only_what_changed_is_told(anna: Laptop) -> None:
    anna.service.drive.put(f"{PLACE}/a.txt", b"a")
    anna.service.drive.put(f"{PLACE}/b.txt", b"b")
    first = changes(anna)
    second = changes(anna, first.cursor)
    assert second == RemoteChanges(changes=(), cursor=second.cursor)
    anna.service.drive.put(f"{PLACE}/b.txt", b"changed")
    anna.service.drive.put(f"{PLACE}/new/c.txt", b"c")
    third = changes(anna, second.cursor)
    assert set(files(third)) == {"b.txt", "new/c.txt"}
    assert files(third)["b.txt"].size_bytes == 7
    assert changes(anna, third.cursor).changes == ()


def test_what_delta_leaves_out_is_asked_for(anna: Laptop) -> None:
    """Delta of business drives tells neither cTag nor who it was."""
    anna.service.drive.put(f"{PLACE}/a.txt", b"a")
    first = changes(anna)
    anna.service.drive.put(f"{PLACE}/a.txt", b"theirs")
    anna.service.forget_requests()
    (file,) = files(changes(anna, first.cursor)).values()
    assert file.content_version.startswith('"c:')
    assert file.modified_by == "Sanne de Wit"
    assert [request.path.rpartition("/")[2] for request in anna.service.requests] == ["delta", "$batch"]


def test_a_change_of_the_name_alone_leaves_the_content_version(anna: Laptop) -> None:
    anna.service.drive.put(f"{PLACE}/a.txt", b"a")
    first = changes(anna)
    anna.service.drive.rename(f"{PLACE}/a.txt", f"{PLACE}/renamed.txt")
    (after,) = files(changes(anna, first.cursor)).values()
    (before,) = files(first).values()
    assert after.path == "renamed.txt"
    assert after.id == before.id
    assert after.version != before.version
    assert after.content_version == before.content_version


def test_what_this_process_stored_is_not_asked_for_again(anna: Laptop, sender: Sender) -> None:
    cursor = changes(anna).cursor
    file = sender.send("a.txt", b"a")
    anna.service.forget_requests()
    assert files(changes(anna, cursor)) == {"a.txt": file}
    assert not anna.service.seen("POST")


def test_a_deleted_file_is_told_by_its_id_alone(anna: Laptop) -> None:
    item = anna.service.drive.put(f"{PLACE}/a.txt", b"a")
    cursor = changes(anna).cursor
    anna.service.drive.delete(f"{PLACE}/a.txt")
    assert gone(changes(anna, cursor)) == [item.id]


def test_what_was_stored_here_and_taken_away_before_the_next_look_is_told(anna: Laptop, sender: Sender) -> None:
    cursor = changes(anna).cursor
    deleted, moved = sender.send("a.txt", b"a"), sender.send("map/b.txt", b"b")
    anna.service.drive.delete(f"{PLACE}/a.txt")
    anna.service.drive.rename(f"{PLACE}/map/b.txt", "elsewhere/b.txt")
    assert set(gone(changes(anna, cursor))) == {deleted.id, moved.id}


def test_what_was_stored_by_a_process_that_ended_and_deleted_before_the_next_look_is_told(
    anna: Laptop, sender: Sender
) -> None:
    cursor = changes(anna).cursor
    file = sender.send("map/a.txt", b"a")
    anna.service.drive.delete(f"{PLACE}/map")
    later = anna.another_process()
    assert file.id in gone(changes(later, cursor))
    later.session.close()


def test_a_deleted_folder_takes_its_files_with_it(anna: Laptop) -> None:
    ids = {anna.service.drive.put(f"{PLACE}/Fase 1/{name}", b"a").id for name in ("a.txt", "sub/b.txt")}
    cursor = changes(anna).cursor
    anna.service.drive.delete(f"{PLACE}/Fase 1")
    assert ids <= set(gone(changes(anna, cursor)))


def test_a_renamed_folder_moves_its_files(anna: Laptop) -> None:
    """Delta names the folder alone."""
    anna.service.drive.put(f"{PLACE}/Fase 1/a.txt", b"a")
    anna.service.drive.put(f"{PLACE}/b.txt", b"b")
    cursor = changes(anna).cursor
    anna.service.drive.rename(f"{PLACE}/Fase 1", f"{PLACE}/Phase 1")
    assert set(files(changes(anna, cursor))) == {"Phase 1/a.txt"}


def test_what_moves_between_places_leaves_one_and_comes_to_the_other(anna: Laptop) -> None:
    item = anna.service.drive.put(f"{PLACE}/a.txt", b"a")
    anna.service.drive.put(f"{OTHER}/b.txt", b"b")
    here, there = changes(anna).cursor, changes(anna, place=OTHER).cursor
    anna.service.drive.rename(f"{PLACE}/a.txt", f"{OTHER}/a.txt")
    assert gone(changes(anna, here)) == [item.id]
    assert files(changes(anna, there, OTHER))["a.txt"].id == item.id


def test_a_folder_that_is_moved_in_brings_what_is_in_it(anna: Laptop) -> None:
    """Delta tells of the folder alone: what is in it did not change."""
    anna.service.drive.put("elsewhere/Fase 9/deep/a.txt", b"a")
    anna.service.drive.put(f"{PLACE}/b.txt", b"b")
    cursor = changes(anna).cursor
    anna.service.drive.rename("elsewhere/Fase 9", f"{PLACE}/Fase 9")
    assert set(files(changes(anna, cursor))) == {"Fase 9/deep/a.txt"}


def test_a_folder_that_is_moved_in_and_changed_there_brings_the_rest_too(anna: Laptop) -> None:
    """The stream tells of the folder and of what changed in it, not of what did not."""
    for name in ("a.txt", "b.txt"):
        anna.service.drive.put(f"elsewhere/Fase 9/{name}", b"a")
    anna.service.drive.put(f"{PLACE}/c.txt", b"c")
    cursor = changes(anna).cursor
    anna.service.drive.rename("elsewhere/Fase 9", f"{PLACE}/Fase 9")
    anna.service.drive.put(f"{PLACE}/Fase 9/a.txt", b"changed")
    assert set(files(changes(anna, cursor))) == {"Fase 9/a.txt", "Fase 9/b.txt"}


def test_the_last_word_about_an_id_counts(anna: Laptop) -> None:
    anna.service.drive.put(f"{PLACE}/a.txt", b"a")
    cursor = changes(anna).cursor
    anna.service.graph.drives.delta.duplicates = True
    anna.service.drive.put(f"{PLACE}/a.txt", b"second")
    anna.service.drive.rename(f"{PLACE}/a.txt", f"{PLACE}/c.txt")
    told = changes(anna, cursor)
    assert set(files(told)) == {"c.txt"}
    assert files(told)["c.txt"].size_bytes == 6
    assert len(told.changes) == 1


def test_pages_are_followed_to_their_end(anna: Laptop) -> None:
    anna.service.world.page_size = 3
    for number in range(10):
        anna.service.drive.put(f"{PLACE}/{number}.txt", b"a")
    first = changes(anna)
    assert len(first.changes) == 10
    for number in range(10):
        anna.service.drive.put(f"{PLACE}/{number}.txt", b"b" * number)
    assert len(changes(anna, first.cursor).changes) == 10


def test_a_place_that_is_not_there_yet_is_empty_and_comes_later(anna: Laptop) -> None:
    first = changes(anna)
    assert first.changes == ()
    anna.service.drive.put("elsewhere/x.txt", b"x")
    second = changes(anna, first.cursor)
    assert second.changes == ()
    anna.service.drive.put(f"{PLACE}/a.txt", b"a")
    assert set(files(changes(anna, second.cursor))) == {"a.txt"}


def test_a_place_that_is_deleted_and_made_anew(anna: Laptop) -> None:
    item = anna.service.drive.put(f"{PLACE}/a.txt", b"a")
    cursor = changes(anna).cursor
    anna.service.drive.delete(PLACE)
    anna.service.drive.put(f"{PLACE}/b.txt", b"b")
    told = changes(anna, cursor)
    assert set(files(told)) == {"b.txt"}
    assert item.id in gone(told)
    anna.service.drive.put(f"{PLACE}/c.txt", b"c")
    assert set(files(changes(anna, told.cursor))) == {"c.txt"}


def test_a_place_that_is_renamed_is_no_longer_there(anna: Laptop) -> None:
    item = anna.service.drive.put(f"{PLACE}/a.txt", b"a")
    cursor = changes(anna).cursor
    anna.service.drive.rename(PLACE, "P-100/Archief")
    told = changes(anna, cursor)
    assert gone(told) == [item.id]
    anna.service.drive.rename("P-100/Archief", PLACE)
    assert set(files(changes(anna, told.cursor))) == {"a.txt"}


@pytest.mark.parametrize("code", ["resyncChangesApplyDifferences", "resyncChangesUploadDifferences"])
def test_a_server_that_lost_track_is_enumerated_anew_and_compared(anna: Laptop, code: str) -> None:
    anna.service.world.page_size = 2
    kept = anna.service.drive.put(f"{PLACE}/Fase 1/kept.txt", b"a")
    anna.service.drive.put(f"{PLACE}/gone.txt", b"b")
    cursor = changes(anna).cursor
    anna.service.drive.delete(f"{PLACE}/gone.txt")
    anna.service.drive.put(f"{PLACE}/new.txt", b"c")
    anna.service.graph.drives.delta.forgets = code
    told = changes(anna, cursor)
    assert told.is_everything
    assert told.missing_is_ours == (code == "resyncChangesUploadDifferences")
    assert set(files(told)) == {"Fase 1/kept.txt", "new.txt"}
    assert files(told)["Fase 1/kept.txt"].id == kept.id
    assert files(told)["new.txt"].content_version.startswith('"c:')
    anna.service.drive.put(f"{PLACE}/later.txt", b"d")
    after = changes(anna, told.cursor)
    assert not after.is_everything
    assert set(files(after)) == {"later.txt"}


def test_a_link_that_is_no_longer_understood_is_enumerated_anew(anna: Laptop) -> None:
    anna.service.drive.put(f"{PLACE}/a.txt", b"a")
    cursor = changes(anna).cursor
    anna.memory.put(LINK, anna.office.client.address(f"{anna.office.site.drive}/root/delta?token=nonsense"))
    told = changes(anna, cursor)
    assert told.is_everything
    assert set(files(told)) == {"a.txt"}


def test_a_server_that_forgets_every_time_is_left_until_later(anna: Laptop) -> None:
    cursor = changes(anna).cursor
    anna.service.faults.next("GET", "*/delta", answer=graph_error(410, "resyncRequired"), times=99)
    with pytest.raises(RemoteUnreachable):
        changes(anna, cursor)


def test_an_enumeration_at_another_host_is_refused(anna: Laptop) -> None:
    cursor = changes(anna).cursor
    answer = graph_error(410, "resyncRequired", headers={"Location": "https://elsewhere.example/delta"})
    anna.service.faults.next("GET", "*/delta", answer=answer)
    with pytest.raises(RemoteRefused):
        changes(anna, cursor)


def test_a_stream_without_end_or_link_is_no_answer(anna: Laptop) -> None:
    cursor = changes(anna).cursor
    anna.service.faults.next("GET", "*/delta", answer=json_answer(200, {"value": []}))
    with pytest.raises(RemoteUnreachable):
        changes(anna, cursor)
    link = anna.memory.get(LINK)
    page = json_answer(200, {"value": [], "@odata.nextLink": link})
    anna.service.faults.next("GET", "*/delta", answer=page, times=99)
    with pytest.raises(RemoteUnreachable):
        changes(anna, cursor)


def test_a_look_that_breaks_off_halfway_changes_nothing(anna: Laptop) -> None:
    anna.service.world.page_size = 2
    for number in range(6):
        anna.service.drive.put(f"{PLACE}/{number}.txt", b"a")
    first = changes(anna)
    for number in range(6):
        anna.service.drive.put(f"{PLACE}/{number}.txt", b"bb")
    for fault in ("*/delta", "*/$batch"):
        anna.service.faults.next("*", fault, refuse_line=True, skip=1 if fault == "*/delta" else 0, times=9)
        with pytest.raises(RemoteUnreachable):
            changes(anna, first.cursor)
        anna.service.faults.clear()
    assert len(changes(anna, first.cursor).changes) == 6


def test_a_server_that_does_not_know_latest_is_enumerated(anna: Laptop) -> None:
    anna.service.graph.drives.delta.supports_latest = False
    anna.service.world.page_size = 2
    for number in range(5):
        anna.service.drive.put(f"{PLACE}/{number}.txt", b"a")
    first = changes(anna)
    assert len(first.changes) == 5
    assert changes(anna, first.cursor).changes == ()


def test_a_server_that_refuses_latest_is_enumerated(anna: Laptop) -> None:
    anna.service.drive.put(f"{PLACE}/a.txt", b"a")
    anna.service.faults.next("GET", "*/delta?token=latest", answer=graph_error(400, "invalidRequest"), times=9)
    first = changes(anna)
    assert set(files(first)) == {"a.txt"}
    assert changes(anna, first.cursor).changes == ()


def test_a_stream_that_is_refused_altogether_is_left_until_later(anna: Laptop) -> None:
    anna.service.faults.next("GET", "*/delta", answer=graph_error(400, "invalidRequest"), times=99)
    with pytest.raises(RemoteUnreachable):
        changes(anna)


def test_a_library_that_was_made_anew_is_found_by_its_address(anna: Laptop) -> None:
    changes(anna)
    anna.service.faults.next("GET", "*/root/delta", answer=graph_error(404, "itemNotFound"), times=3)
    with pytest.raises(RemoteGone):
        changes(anna)
    anna.service.faults.clear()
    anna.service.world.libraries.clear()
    anna.service.world.add_library("Documents", "Shared%20Documents")
    anna.service.drive.put(f"{PLACE}/a.txt", b"a")
    told = changes(anna, "old.1")
    assert told.is_everything
    assert set(files(told)) == {"a.txt"}


def test_a_cursor_of_another_time_gets_everything(anna: Laptop) -> None:
    anna.service.drive.put(f"{PLACE}/a.txt", b"a")
    for cursor in ("", "x", "0.0", "abc.-1", "…"):
        assert changes(anna, cursor).is_everything


def test_processes_share_one_state_and_lose_nothing(anna: Laptop) -> None:
    other = anna.another_process()
    anna.service.drive.put(f"{PLACE}/a.txt", b"a")
    cursor = changes(anna).cursor
    anna.service.drive.put(f"{PLACE}/b.txt", b"b")
    assert set(files(changes(other, cursor))) == {"b.txt"}
    anna.service.drive.put(f"{PLACE}/c.txt", b"c")
    # The other process looks while this one has the answer and has not written it yet.
    anna.memory.before_replace.append(lambda: changes(other, cursor) and None)
    assert set(files(changes(anna, cursor))) == {"b.txt", "c.txt"}
    anna.service.drive.put(f"{PLACE}/d.txt", b"d")
    assert set(files(changes(other, cursor))) == {"b.txt", "c.txt", "d.txt"}
    other.session.close()


def test_a_process_that_was_overtaken_twice_does_not_turn_the_numbers_back(anna: Laptop) -> None:
    other = anna.another_process()
    anna.service.drive.put(f"{PLACE}/a.txt", b"a")
    cursor = changes(anna).cursor
    theirs = changes(other).cursor
    anna.service.drive.put(f"{PLACE}/b.txt", b"b")

    def look_twice() -> None:
        nonlocal theirs
        theirs = changes(other, theirs).cursor
        anna.service.drive.put(f"{PLACE}/c.txt", b"c")
        theirs = changes(other, theirs).cursor

    anna.memory.before_replace.append(look_twice)
    changes(anna, cursor)
    anna.service.drive.put(f"{PLACE}/d.txt", b"d")
    assert set(files(changes(other, theirs))) == {"d.txt"}
    other.session.close()


def test_a_walk_that_breaks_off_is_walked_again(anna: Laptop) -> None:
    anna.service.drive.put("elsewhere/Fase 9/a.txt", b"a")
    anna.service.drive.put(f"{PLACE}/b.txt", b"b")
    cursor = changes(anna).cursor
    anna.service.drive.rename("elsewhere/Fase 9", f"{PLACE}/Fase 9")
    anna.service.faults.next("GET", "*/children", answer=graph_error(403, "accessDenied"))
    with pytest.raises(RemoteRefused):
        changes(anna, cursor)
    assert set(files(changes(anna, cursor))) == {"Fase 9/a.txt"}


def test_a_folder_without_files_is_remembered_for_all_processes(anna: Laptop) -> None:
    """What comes into it later names only the folder."""
    anna.service.drive.put(f"{PLACE}/a.txt", b"a")
    cursor = changes(anna).cursor
    anna.service.drive.folder(f"{PLACE}/empty")
    assert changes(anna, cursor).changes == ()
    anna.service.drive.put(f"{PLACE}/empty/b.txt", b"b")
    other = anna.another_process()
    assert set(files(changes(other, cursor))) == {"empty/b.txt"}
    other.session.close()


def test_threads_share_one_look(anna: Laptop) -> None:
    anna.office.feed.patience = AT_REST
    for number in range(30):
        anna.service.drive.put(f"{PLACE}/{number}.txt", b"a")
    with ThreadPoolExecutor(6) as pool:
        told = list(pool.map(lambda place: changes(anna, None, place), [PLACE, OTHER, PLACE, OTHER, PLACE, PLACE]))
    assert [len(each.changes) for each in told] == [30, 0, 30, 0, 30, 30]
    assert len(deltas(anna.service)) == 1


def test_where_no_content_version_is_ever_told_it_is_asked_for_once(
    anna: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = items.item_of
    monkeypatch.setattr(
        walks, "item_of", lambda told: (item := real(told)) and dataclasses.replace(item, content_version="")
    )
    anna.service.drive.put(f"{PLACE}/a.txt", b"a")
    cursor = changes(anna).cursor
    anna.service.drive.put(f"{PLACE}/a.txt", b"b")
    cursor = changes(anna, cursor).cursor
    anna.service.forget_requests()
    anna.service.drive.put("elsewhere/x.txt", b"x")
    changes(anna, cursor)
    assert not anna.service.seen("POST")


def test_state_that_cannot_be_read_is_made_anew(anna: Laptop) -> None:
    anna.service.drive.put(f"{PLACE}/a.txt", b"a")
    cursor = changes(anna).cursor
    for spoiled in ("{", '{"drive_id": 5}', "[]"):
        for key in list(anna.memory.values):
            anna.memory.put(key, spoiled)
        fresh = anna.another_process()
        assert set(files(changes(fresh, cursor))) == {"a.txt"}
        fresh.session.close()


def test_deleted_ids_are_not_remembered_for_ever(anna: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place_state, "GONE_KEPT", 3)
    for number in range(6):
        anna.service.drive.put(f"{PLACE}/{number}.txt", b"a")
    old = cursor = changes(anna).cursor
    for number in range(5):
        anna.service.drive.delete(f"{PLACE}/{number}.txt")
        told = changes(anna, cursor)
        assert len(gone(told)) == 1
        cursor = told.cursor
    late = changes(anna, old)
    assert late.is_everything, "who comes too late gets everything"
    assert set(files(late)) == {"5.txt"}


class TestAtRest:
    def test_guards_ask_at_most_once_in_their_patience(self, anna: Laptop) -> None:
        anna.office.feed.patience = AT_REST
        cursors = {place: changes(anna, place=place).cursor for place in (PLACE, OTHER)}
        list(anna.office.collections.names("cards"))
        anna.service.forget_requests()
        for _ in range(24 * 12):  # a day, every five minutes
            anna.service.clock.advance(timedelta(minutes=5))
            for place, cursor in cursors.items():
                assert changes(anna, cursor, place).changes == ()
            assert list(anna.office.collections.names("cards")) == []
        assert 24 <= len(anna.service.requests) <= 48
        assert all("/delta" in request.path for request in anna.service.requests)

    def test_other_processes_use_the_look_of_the_guards(self, anna: Laptop) -> None:
        anna.office.feed.patience = AT_REST
        cursor = changes(anna).cursor
        other = anna.another_process()
        other.office.feed.patience = AT_REST
        anna.service.forget_requests()
        assert changes(other, cursor).changes == ()
        assert [request for request in anna.service.requests if "/delta" in request.path] == []
        other.session.close()

    def test_everything_is_never_told_by_an_old_look(self, anna: Laptop, sender: Sender) -> None:
        """What is not named counts as gone, and something was stored since that look."""
        anna.office.feed.patience = AT_REST
        cursor = changes(anna).cursor
        anna.service.graph.drives.delta.forgets = "resyncChangesApplyDifferences"
        anna.office.documents.look_now()
        list(anna.office.collections.names("cards"))  # another guard's question brings the whole enumeration
        file = sender.send("a.txt", b"a")
        told = changes(anna, cursor)
        assert told.is_everything
        assert files(told) == {"a.txt": file}

    def test_a_person_is_not_told_old_news(self, anna: Laptop) -> None:
        anna.office.feed.patience = AT_REST
        cursor = changes(anna).cursor
        anna.service.drive.put(f"{PLACE}/a.txt", b"a")
        assert changes(anna, cursor).changes == ()
        anna.office.documents.look_now()
        assert set(files(changes(anna, cursor))) == {"a.txt"}

    def test_a_command_that_asks_for_many_places_looks_once(self, microsoft365: Microsoft365) -> None:
        hers = laptop(microsoft365, memory=DictMemory(), spacing=timedelta(seconds=5))
        for place in (PLACE, OTHER):
            changes(hers, place=place)
        hers.service.clock.advance(timedelta(seconds=30))
        hers.service.forget_requests()
        for place in (PLACE, OTHER, PLACE):
            changes(hers, place=place)
        assert len(deltas(hers.service)) == 1
        hers.session.close()
