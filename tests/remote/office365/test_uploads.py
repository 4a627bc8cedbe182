"""Small documents: never over something unseen, and no conflict with oneself."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from app.domain.errors import InputError
from app.domain.quick_xor import quick_xor
from app.domain.remote_errors import (
    RemoteConflict,
    RemoteFull,
    RemoteGone,
    RemoteLocked,
    RemoteOnHold,
    RemoteUnreachable,
    SourceChanged,
)
from app.domain.remote_files import UnfinishedUpload
from app.remote.office365 import uploads
from app.remote.office365.items import item_of
from tests.microsoft365.messages import Answer, graph_error
from tests.remote.office365.laptop import PLACE, Laptop, Sender


def test_a_new_document_is_stored_in_folders_that_are_made(anna: Laptop, sender: Sender) -> None:
    file = sender.send("Fase 1/Plan #2 100%.txt", b"plan")
    assert anna.service.drive.read(f"{PLACE}/Fase 1/Plan #2 100%.txt") == b"plan"
    assert (file.path, file.size_bytes, file.digest) == ("Fase 1/Plan #2 100%.txt", 4, quick_xor(b"plan"))
    assert file.modified_by == "Anna Bakker"
    assert sender.progress[-1] == (4, 4)


def test_the_second_document_in_a_folder_takes_one_request(anna: Laptop, sender: Sender) -> None:
    sender.send("Fase 1/a.txt", b"a")
    anna.service.forget_requests()
    sender.send("Fase 1/b.txt", b"b")
    assert [request.method for request in anna.service.requests] == ["PUT"]


def test_an_empty_document(anna: Laptop, sender: Sender) -> None:
    file = sender.send("empty.txt", b"")
    assert (file.size_bytes, file.digest) == (0, quick_xor(b""))
    assert anna.service.drive.read(f"{PLACE}/empty.txt") == b""


def test_a_known_version_is_replaced(anna: Laptop, sender: Sender) -> None:
    first = sender.send("a.txt", b"one")
    second = sender.send("a.txt", b"two", replaces=first.version)
    assert second.id == first.id
    assert second.version != first.version
    assert anna.service.drive.read(f"{PLACE}/a.txt") == b"two"


def test_something_that_stands_there_unseen_is_kept(anna: Laptop, sender: Sender) -> None:
    anna.service.drive.put(f"{PLACE}/a.txt", b"theirs")
    with pytest.raises(RemoteConflict) as conflict:
        sender.send("a.txt", b"ours")
    current = conflict.value.current
    assert current is not None
    assert (current.path, current.size_bytes, current.modified_by) == ("a.txt", 6, "Sanne de Wit")
    assert anna.service.drive.read(f"{PLACE}/a.txt") == b"theirs"


def test_a_version_that_changed_meanwhile_is_kept(anna: Laptop, sender: Sender) -> None:
    first = sender.send("a.txt", b"one")
    anna.service.drive.put(f"{PLACE}/a.txt", b"theirs")
    with pytest.raises(RemoteConflict) as conflict:
        sender.send("a.txt", b"ours", replaces=first.version)
    assert conflict.value.current is not None
    assert conflict.value.current.digest == quick_xor(b"theirs")
    assert anna.service.drive.read(f"{PLACE}/a.txt") == b"theirs"


def test_a_version_that_was_deleted_meanwhile_is_a_conflict(anna: Laptop, sender: Sender) -> None:
    first = sender.send("a.txt", b"one")
    anna.service.drive.delete(f"{PLACE}/a.txt")
    with pytest.raises(RemoteConflict) as conflict:
        sender.send("a.txt", b"ours", replaces=first.version)
    assert conflict.value.current is None


def test_the_same_content_is_no_conflict(anna: Laptop, sender: Sender) -> None:
    """After a crash between storing and noting it, or when two laptops file the same document."""
    theirs = anna.service.drive.put(f"{PLACE}/a.txt", b"same")
    assert sender.send("a.txt", b"same").id == theirs.id


@pytest.mark.parametrize("fault", [{"lose_answer": True}, {"cut_after": 5}])
def test_a_lost_answer_is_no_conflict_with_oneself(anna: Laptop, sender: Sender, fault: dict[str, object]) -> None:
    first = sender.send("a.txt", b"one")
    anna.service.faults.next("PUT", "*a.txt:/content", **fault)  # type: ignore[arg-type]
    second = sender.send("a.txt", b"two", replaces=first.version)
    assert second.digest == quick_xor(b"two")
    anna.service.faults.next("PUT", "*b.txt:/content", **fault)  # type: ignore[arg-type]
    assert sender.send("b.txt", b"new").digest == quick_xor(b"new")


def test_what_did_not_arrive_is_sent_again(anna: Laptop, sender: Sender) -> None:
    first = sender.send("a.txt", b"one")
    faults = {b"two": {"refuse_line": True}, b"three": {"answer": Answer(500)}, b"four": {"answer": Answer(504)}}
    for content, fault in faults.items():
        anna.service.faults.next("PUT", "*a.txt:/content", **fault)  # type: ignore[arg-type]
        first = sender.send("a.txt", content, replaces=first.version)
        assert anna.service.drive.read(f"{PLACE}/a.txt") == content
    assert anna.waits


def test_a_lost_answer_of_a_document_that_sharepoint_rewrote(anna: Laptop, sender: Sender) -> None:
    """Neither size nor digest tell that it is ours; author and time do."""
    anna.service.world.rewrites = "at_once"
    sender.send("other.txt", b"so that the folder is there")
    anna.service.faults.next("PUT", "*plan.docx:/content", lose_answer=True)
    file = sender.send("plan.docx", b"PK plan")
    assert file.digest != quick_xor(b"PK plan")
    assert file.size_bytes > len(b"PK plan")


def test_an_own_version_of_just_now_is_not_taken_for_the_new_one(anna: Laptop, sender: Sender) -> None:
    """Author and time fit, as it was the same person a moment ago."""
    anna.service.world.rewrites = "at_once"
    first = sender.send("plan.docx", b"PK one")
    anna.service.faults.next("PUT", "*plan.docx:/content", answer=Answer(502))
    second = sender.send("plan.docx", b"PK second", replaces=first.version)
    assert second.version != first.version
    assert anna.service.drive.read(f"{PLACE}/plan.docx").startswith(b"PK second")


def test_a_404_for_what_was_to_be_replaced_makes_no_folders(anna: Laptop, sender: Sender) -> None:
    first = sender.send("a.txt", b"one")
    anna.service.drive.delete(PLACE)
    anna.service.faults.next("PUT", "*a.txt:/content", answer=graph_error(404, "itemNotFound"))
    with pytest.raises(RemoteConflict) as conflict:
        sender.send("a.txt", b"ours", replaces=first.version)
    assert conflict.value.current is None
    assert not anna.service.drive.exists(PLACE)


def test_what_a_colleague_put_there_while_the_answer_got_lost_is_a_conflict(anna: Laptop, sender: Sender) -> None:
    for name in ("plan.docx", "plan.txt"):
        first = sender.send(name, b"one")
        anna.service.drive.put(f"{PLACE}/{name}", b"theirs")
        anna.service.faults.next("PUT", f"*{name}:/content", answer=Answer(502))
        with pytest.raises(RemoteConflict):
            sender.send(name, b"ours", replaces=first.version)
        assert anna.service.drive.read(f"{PLACE}/{name}") == b"theirs"


def test_what_sharepoint_rewrote_is_told_as_it_stands_there(anna: Laptop, sender: Sender) -> None:
    anna.service.world.rewrites = "at_once"
    file = sender.send("plan.docx", b"PK plan")
    standing = anna.service.drive.read(f"{PLACE}/plan.docx")
    assert (file.size_bytes, file.digest) == (len(standing), quick_xor(standing))


def test_an_answer_that_tells_no_version_is_completed(
    anna: Laptop, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The examples of the documentation are cut short: without a version nothing could be replaced later."""
    monkeypatch.setattr(uploads, "item_of", lambda told: (item := item_of(told)) and replace(item, version=""))
    first = sender.send("a.txt", b"one")
    assert first.version
    assert sender.send("a.txt", b"two", replaces=first.version).digest == quick_xor(b"two")


def test_answers_that_get_lost_each_time_are_left_until_later(anna: Laptop, sender: Sender) -> None:
    sender.send("other.txt", b"so that the folder is there")
    anna.service.faults.next("PUT", "*a.txt:/content", answer=Answer(502), times=99)
    with pytest.raises(RemoteUnreachable):
        sender.send("a.txt", b"x")


@pytest.mark.parametrize("standing", [b"grown longer", b"cut", b"other"])
def test_a_document_that_changes_while_it_is_read_is_not_stored(anna: Laptop, sender: Sender, standing: bytes) -> None:
    with pytest.raises(SourceChanged):
        sender.send("a.txt", b"first", source=io.BytesIO(standing))
    assert anna.service.drive.paths() == []


def test_locked_held_and_full_are_each_said(anna: Laptop, sender: Sender) -> None:
    first = sender.send("a.txt", b"one")
    anna.service.drive.lock(f"{PLACE}/a.txt")
    with pytest.raises(RemoteLocked):
        sender.send("a.txt", b"two", replaces=first.version)
    anna.service.drive.lock(f"{PLACE}/a.txt", locked=False)
    anna.service.drive.hold(f"{PLACE}/a.txt", "record")
    with pytest.raises(RemoteOnHold) as kept:
        sender.send("a.txt", b"two", replaces=first.version)
    assert kept.value.is_record
    anna.service.drive.set_quota(5)
    with pytest.raises(RemoteFull):
        sender.send("b.txt", b"more than fits")


def test_a_file_where_a_folder_is_needed_is_a_conflict(anna: Laptop, sender: Sender) -> None:
    anna.service.drive.put(f"{PLACE}/Fase 1", b"a file")
    anna.service.world.creates_parents = False
    anna.service.faults.next("PUT", "*Fase 1/a.txt:/content", answer=graph_error(404, "itemNotFound"))
    with pytest.raises(RemoteConflict):
        sender.send("Fase 1/a.txt", b"x")


def test_a_folder_that_cannot_be_made_is_said_and_not_tried_for_ever(anna: Laptop, sender: Sender) -> None:
    anna.service.faults.next("PUT", "*a.txt:/content", answer=graph_error(404, "itemNotFound"), times=99)
    with pytest.raises(RemoteGone):
        sender.send("a.txt", b"x")
    assert len(anna.service.seen("PUT")) == 3


def test_folders_are_made_once_by_documents_side_by_side(anna: Laptop, sender: Sender) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: sender.send(f"Fase 1/sub {number % 2}/{number}.txt", b"x"), range(12)))
    assert len(anna.service.drive.paths()) == 12
    made = [request.json()["name"] for request in anna.service.seen("POST")]
    assert sorted(made) == ["Documentatie", "Fase 1", "P-100", "sub 0", "sub 1"]
    assert len(anna.service.seen("PUT")) <= 12 + 4, "only the first ones go in vain"


def test_once_folders_were_missing_they_are_made_before_content_is_sent(anna: Laptop, sender: Sender) -> None:
    for number in range(5):
        sender.send(f"Fase {number}/a.txt", b"x")
    assert len(anna.service.seen("PUT")) == 5 + 1


def test_a_folder_that_somebody_removed_is_made_again(anna: Laptop, sender: Sender) -> None:
    sender.send("Fase 1/a.txt", b"a")
    anna.service.drive.delete(f"{PLACE}/Fase 1")
    sender.send("Fase 1/b.txt", b"b")
    assert anna.service.drive.paths() == [f"{PLACE}/Fase 1/b.txt"]


def test_where_the_library_makes_folders_itself_nothing_more_is_asked(anna: Laptop, sender: Sender) -> None:
    anna.service.world.creates_parents = True
    sender.send("Fase 1/a.txt", b"a")
    sender.send("Fase 2/b.txt", b"b")
    assert [request.method for request in anna.service.requests][2:] == ["PUT", "PUT"]


def test_a_session_that_was_left_open_is_let_go_when_the_document_became_small(anna: Laptop, sender: Sender) -> None:
    left = UnfinishedUpload(
        secret=f"{anna.service.world.files_address}/_files/uploadSession?guid=x",
        sha256="0",
        size_bytes=1,
        replaces=None,
    )
    sender.send("a.txt", b"small", unfinished=left)
    assert sender.remembered == [None]
    assert len(anna.service.seen("DELETE")) == 1


def test_the_most_for_one_request_keeps_the_older_limit() -> None:
    assert uploads.SMALL <= 4 * 1024 * 1024


@pytest.mark.parametrize("path", ["../a.txt", "a/../../b.txt", "a//b.txt", "./a.txt", ""])
def test_a_path_cannot_leave_its_place(anna: Laptop, sender: Sender, path: str) -> None:
    with pytest.raises(InputError):
        sender.send(path, b"x")
    assert anna.service.seen("PUT") == []
