"""Upload sessions: a large document arrives whole, once, after whatever happens on the way."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.quick_xor import quick_xor
from app.domain.remote_errors import (
    RemoteConflict,
    RemoteFull,
    RemoteLocked,
    RemoteRefused,
    RemoteRejected,
    RemoteUnreachable,
    SourceChanged,
)
from app.remote.office365 import fragments, uploads
from app.remote.office365.fragments import FRAGMENT, UNIT
from app.remote.office365.sessions import SESSIONS
from tests.microsoft365.faults import throttled
from tests.microsoft365.messages import Answer, Request, graph_error, json_answer
from tests.remote.office365.laptop import PLACE, Laptop, Sender

LARGE = bytes(range(251)) * 16_400  # over what one request takes: 4.1 MB
PATH = f"{PLACE}/large.bin"
SESSION = "*/uploadSession"


@pytest.fixture(autouse=True)
def _small_fragments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fragments, "FRAGMENT", 4 * UNIT)


@pytest.fixture(autouse=True)
def _there_is_a_folder(anna: Laptop) -> None:
    anna.service.drive.folder(PLACE)


def sent(anna: Laptop) -> list[Request]:
    return [request for request in anna.service.seen("PUT") if "uploadSession" in request.target]


def test_the_rules_of_fragments_are_kept(anna: Laptop, sender: Sender) -> None:
    file = sender.send("large.bin", LARGE)
    assert anna.service.drive.read(PATH) == LARGE
    assert file.digest == quick_xor(LARGE)
    requests = sent(anna)
    assert len(requests) > 2
    assert all(len(request.body) % UNIT == 0 for request in requests[:-1])
    assert all("Authorization" not in request.headers for request in requests)
    assert {request.headers["Content-Range"].rpartition("/")[2] for request in requests} == {str(len(LARGE))}
    assert FRAGMENT % UNIT == 0
    assert FRAGMENT < 60 * 1024 * 1024
    assert sender.progress[-1] == (len(LARGE), len(LARGE))


def test_conflict_behaviour_and_version_go_with_the_session(anna: Laptop, sender: Sender) -> None:
    first = sender.send("large.bin", LARGE)
    sender.send("large.bin", LARGE[::-1], replaces=first.version)
    new, replaced = (r for r in anna.service.seen("POST") if r.path.endswith("createUploadSession"))
    assert new.json()["item"]["@microsoft.graph.conflictBehavior"] == "fail"
    assert "If-Match" not in new.headers
    assert replaced.json()["item"]["@microsoft.graph.conflictBehavior"] == "replace"
    assert replaced.headers["If-Match"] == first.version
    assert anna.service.drive.read(PATH) == LARGE[::-1]


def test_the_session_is_remembered_before_anything_is_sent_and_forgotten_at_the_end(
    anna: Laptop, sender: Sender
) -> None:
    sender.send("large.bin", LARGE)
    opened, ended = sender.remembered
    assert ended is None
    assert opened is not None
    assert (opened.size_bytes, opened.replaces) == (len(LARGE), None)
    assert opened.expires_at is not None


@pytest.mark.parametrize("skip", [0, 1, 3])
@pytest.mark.parametrize(
    "fault", [{"lose_answer": True}, {"refuse_line": True}, {"cut_after": 3}, {"answer": Answer(502)}]
)
def test_a_fragment_whose_answer_does_not_come(
    anna: Laptop, sender: Sender, fault: dict[str, object], skip: int
) -> None:
    """After any doubt the session is asked, and nothing is sent twice that it has. `skip` 3: the last fragment."""
    anna.service.faults.next("PUT", SESSION, skip=skip, **fault)  # type: ignore[arg-type]
    sender.send("large.bin", LARGE)
    assert anna.service.drive.read(PATH) == LARGE
    assert len(anna.service.seen("GET")) >= 1
    assert sender.unfinished is None
    assert all(request.status != 416 for request in sent(anna))


def test_a_fragment_that_is_there_already_or_leaves_a_gap(anna: Laptop, sender: Sender) -> None:
    for skip in (0, 2):
        anna.service.faults.next("PUT", SESSION, skip=skip, answer=graph_error(416, "invalidRange"))
    sender.send("large.bin", LARGE)
    assert anna.service.drive.read(PATH) == LARGE


def test_a_session_that_insists_on_416_is_left_until_later(anna: Laptop, sender: Sender) -> None:
    anna.service.faults.next("PUT", SESSION, answer=graph_error(416, "invalidRange"), times=99)
    with pytest.raises(RemoteUnreachable):
        sender.send("large.bin", LARGE)
    assert len(sent(anna)) < 20


def test_a_line_that_stays_down_leaves_the_session_for_the_next_time(anna: Laptop, sender: Sender) -> None:
    anna.service.faults.next("*", SESSION, refuse_line=True, skip=2, times=99)
    with pytest.raises(RemoteUnreachable):
        sender.send("large.bin", LARGE)
    left = sender.unfinished
    assert left is not None
    anna.service.faults.clear()
    anna.service.forget_requests()
    later = Sender(anna.another_process().office)
    later.send("large.bin", LARGE, unfinished=left)
    later.office.client.line._session.close()
    assert anna.service.drive.read(PATH) == LARGE
    assert sum(len(request.body) for request in sent(anna)) == len(LARGE) - 8 * UNIT, "only what was missing"
    assert later.unfinished is None


def test_a_session_that_was_finished_before_the_crash(anna: Laptop, sender: Sender) -> None:
    anna.service.faults.next("PUT", SESSION, skip=3, lose_answer=True)
    anna.service.faults.next("GET", SESSION, refuse_line=True, times=99)
    with pytest.raises(RemoteUnreachable):
        sender.send("large.bin", LARGE)
    anna.service.faults.clear()
    anna.service.forget_requests()
    file = sender.send("large.bin", LARGE, unfinished=sender.unfinished)
    assert file.digest == quick_xor(LARGE)
    assert sent(anna) == []


@pytest.mark.parametrize("status", [404, 410, 401])
def test_a_session_that_is_gone_is_begun_anew(anna: Laptop, sender: Sender, status: int) -> None:
    anna.service.world.only_one_session_a_name = False
    anna.service.faults.next("PUT", SESSION, skip=1, answer=graph_error(status, "itemNotFound"))
    sender.send("large.bin", LARGE)
    assert anna.service.drive.read(PATH) == LARGE
    assert len([r for r in anna.service.seen("POST") if r.path.endswith("createUploadSession")]) == 2


def test_sessions_that_keep_going_are_not_begun_for_ever(anna: Laptop, sender: Sender) -> None:
    anna.service.world.only_one_session_a_name = False
    anna.service.faults.next("PUT", SESSION, answer=graph_error(404, "itemNotFound"), times=99)
    with pytest.raises(RemoteUnreachable):
        sender.send("large.bin", LARGE)
    assert len([r for r in anna.service.seen("POST") if r.path.endswith("createUploadSession")]) == SESSIONS


def test_an_expired_session_is_not_taken_up(anna: Laptop, sender: Sender) -> None:
    anna.service.faults.next("*", SESSION, refuse_line=True, skip=1, times=99)
    with pytest.raises(RemoteUnreachable):
        sender.send("large.bin", LARGE)
    anna.service.faults.clear()
    anna.service.clock.advance(timedelta(days=2))
    anna.service.forget_requests()
    sender.send("large.bin", LARGE, unfinished=sender.unfinished)
    assert anna.service.drive.read(PATH) == LARGE


@pytest.mark.parametrize("change", [{"sha256": "0" * 64}, {"replaces": '"x"'}])
def test_a_session_of_other_content_or_for_another_version_is_cancelled(
    anna: Laptop, sender: Sender, change: dict[str, str]
) -> None:
    anna.service.faults.next("*", SESSION, refuse_line=True, skip=1, times=6)
    with pytest.raises(RemoteUnreachable):
        sender.send("large.bin", LARGE)
    anna.service.faults.clear()
    left = sender.unfinished
    assert left is not None
    anna.service.forget_requests()
    sender.send("large.bin", LARGE, unfinished=replace(left, **change))  # type: ignore[arg-type]
    assert next(request.method for request in anna.service.requests if "guid=" in request.target) == "DELETE"
    assert anna.service.drive.read(PATH) == LARGE


def test_another_laptops_session_for_that_name_is_waited_for_where_it_cannot_go_in_one_request(
    anna: Laptop, other_laptop: Laptop, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna.service.faults.next("*", SESSION, refuse_line=True, skip=1, times=6)
    with pytest.raises(RemoteUnreachable):
        sender.send("large.bin", LARGE)
    with monkeypatch.context() as patch:
        patch.setattr(uploads, "IN_ONE", len(LARGE) - 1)
        with pytest.raises(RemoteLocked):
            Sender(other_laptop.office).send("large.bin", LARGE)
    Sender(other_laptop.office).send("large.bin", LARGE)
    assert anna.service.drive.read(PATH) == LARGE


def test_a_session_whose_address_got_lost_does_not_hold_the_document_up(anna: Laptop, sender: Sender) -> None:
    first = sender.send("large.bin", LARGE)
    for content, replaces in ((LARGE[::-1], first.version), (LARGE, None)):
        if replaces is None:
            anna.service.drive.delete(PATH)
        anna.service.faults.next("POST", "*createUploadSession", lose_answer=True)
        sender.send("large.bin", content, replaces=replaces)
        assert anna.service.drive.read(PATH) == content
        anna.service.world.uploads.open.clear()


def test_a_small_document_that_an_unknown_session_keeps_out_is_tried_again_later(anna: Laptop, sender: Sender) -> None:
    anna.service.faults.next("PUT", "*small.bin:/content", answer=graph_error(409, "nameAlreadyExists"))
    with pytest.raises(RemoteLocked):
        sender.send("small.bin", b"x")


def test_something_that_came_to_stand_there_meanwhile_is_kept(anna: Laptop, sender: Sender) -> None:
    def put_theirs(done: int, _: int) -> None:
        if done == 4 * UNIT:
            anna.service.drive.put(PATH, b"theirs")

    sender.progress = _Told(put_theirs)  # type: ignore[assignment]
    with pytest.raises(RemoteConflict) as conflict:
        sender.send("large.bin", LARGE)
    assert conflict.value.current is not None
    assert conflict.value.current.digest == quick_xor(b"theirs")
    assert anna.service.drive.read(PATH) == b"theirs"
    assert sender.unfinished is None
    assert anna.service.world.uploads.open == {}, "cancelled"


def test_a_version_that_changed_while_the_fragments_went_is_kept(anna: Laptop, sender: Sender) -> None:
    first = sender.send("large.bin", LARGE)

    def put_theirs(done: int, _: int) -> None:
        if done == 4 * UNIT:
            anna.service.drive.put(PATH, b"theirs")

    sender.progress = _Told(put_theirs)  # type: ignore[assignment]
    with pytest.raises(RemoteConflict):
        sender.send("large.bin", LARGE[::-1], replaces=first.version)
    assert anna.service.drive.read(PATH) == b"theirs"
    assert anna.service.world.uploads.open == {}


@pytest.mark.parametrize("replaces", [None, '"{0},1"'])
def test_a_conflict_is_seen_before_anything_is_sent(anna: Laptop, sender: Sender, replaces: str | None) -> None:
    anna.service.drive.put(PATH, b"theirs")
    with pytest.raises(RemoteConflict) as conflict:
        sender.send("large.bin", LARGE, replaces=replaces)
    assert conflict.value.current is not None
    assert sent(anna) == []


def test_the_same_large_content_is_no_conflict(anna: Laptop, sender: Sender) -> None:
    theirs = anna.service.drive.put(PATH, LARGE)
    assert sender.send("large.bin", LARGE).id == theirs.id
    assert sent(anna) == []


def test_a_lost_answer_to_the_last_fragment_of_a_rewritten_document(anna: Laptop, sender: Sender) -> None:
    anna.service.world.rewrites = "at_once"
    anna.service.faults.next("PUT", SESSION, skip=3, lose_answer=True)
    file = sender.send("large.docx", LARGE)
    assert file.digest != quick_xor(LARGE)
    assert anna.service.drive.paths() == [f"{PLACE}/large.docx"]


def test_a_document_that_changes_on_the_way_is_never_finished_there(anna: Laptop, sender: Sender) -> None:
    class Changing(io.BytesIO):
        """Somebody writes into it after the first fragment was read."""

        def read(self, size: int | None = -1, /) -> bytes:
            content = super().read(size)
            if self.tell() == 4 * UNIT:
                self.getbuffer()[-10:] = bytes(10)
            return content

    for source in (Changing(LARGE), io.BytesIO(LARGE + b"longer"), io.BytesIO(LARGE[:-1])):
        with pytest.raises(SourceChanged):
            sender.send("large.bin", LARGE, source=source)
        assert anna.service.drive.paths() == []
        assert anna.service.world.uploads.open == {}, "cancelled"
        assert sender.unfinished is None


def test_a_full_library_keeps_the_session_for_when_there_is_room(anna: Laptop, sender: Sender) -> None:
    anna.service.drive.set_quota(1000)
    with pytest.raises(RemoteFull):
        sender.send("large.bin", LARGE)
    anna.service.drive.set_quota(None)
    if sender.unfinished is not None:
        sender.send("large.bin", LARGE, unfinished=sender.unfinished)
        assert anna.service.drive.read(PATH) == LARGE


def test_a_fragment_that_is_refused_for_good_ends_the_session(anna: Laptop, sender: Sender) -> None:
    for answer, kind in ((Answer(403), RemoteRefused), (Answer(400), RemoteRejected)):
        anna.service.faults.next("PUT", SESSION, answer=answer)
        with pytest.raises(kind):
            sender.send("large.bin", LARGE)
        assert sender.unfinished is None
        assert anna.service.world.uploads.open == {}


def test_a_short_throttling_in_the_middle_is_waited_out(anna: Laptop, sender: Sender) -> None:
    anna.service.faults.next("PUT", SESSION, skip=1, answer=throttled("3.5"))
    sender.send("large.bin", LARGE)
    assert anna.service.drive.read(PATH) == LARGE
    assert 3 < sum(anna.waits) < 20


@pytest.mark.parametrize("address", ["https://elsewhere.example/up", "http://localhost/up", ""])
def test_an_upload_address_elsewhere_is_refused(anna: Laptop, sender: Sender, address: str) -> None:
    told = json_answer(200, {"uploadUrl": address, "expirationDateTime": "2026-12-01T00:00:00Z"})
    anna.service.faults.next("POST", "*createUploadSession", answer=told, times=9)
    with pytest.raises((RemoteRefused, RemoteUnreachable)) as refused:
        sender.send("large.bin", LARGE)
    assert sent(anna) == []
    assert address == "" or address not in str(refused.value)


def test_an_answer_without_ranges_or_item_is_looked_into(anna: Laptop, sender: Sender) -> None:
    """The last answer tells nothing of the item: it is looked up."""
    anna.service.faults.next("PUT", SESSION, skip=3, lose_answer=True)
    anna.service.faults.next("GET", SESSION, answer=json_answer(200, {"nextExpectedRanges": []}))
    assert sender.send("large.bin", LARGE).digest == quick_xor(LARGE)


def test_a_session_that_expects_nothing_and_stored_nothing_is_cancelled_and_begun_anew(
    anna: Laptop, sender: Sender
) -> None:
    anna.service.faults.next("PUT", SESSION, refuse_line=True)
    anna.service.faults.next("GET", SESSION, answer=json_answer(200, {"nextExpectedRanges": []}))
    sender.send("large.bin", LARGE)
    assert anna.service.drive.read(PATH) == LARGE
    assert anna.service.world.uploads.open == {}
    assert len([r for r in anna.service.seen("POST") if r.path.endswith("createUploadSession")]) == 2


def test_several_missing_ranges_begin_at_the_first(anna: Laptop, sender: Sender) -> None:
    anna.service.faults.next("PUT", SESSION, lose_answer=True)
    told = json_answer(200, {"nextExpectedRanges": [f"{8 * UNIT}-", f"{4 * UNIT}-{5 * UNIT}"]})
    anna.service.faults.next("GET", SESSION, answer=told)
    sender.send("large.bin", LARGE)
    assert anna.service.drive.read(PATH) == LARGE
    assert all(request.status != 416 for request in sent(anna))


def test_folders_are_made_for_a_large_document_too(anna: Laptop, sender: Sender) -> None:
    sender.send("Fase 2/deep/large.bin", LARGE)
    assert anna.service.drive.read(f"{PLACE}/Fase 2/deep/large.bin") == LARGE


class _Told(list[tuple[int, int]]):
    """Does something when progress is told."""

    def __init__(self, act: object) -> None:
        super().__init__()
        self._act = act

    def append(self, told: tuple[int, int], /) -> None:
        super().append(told)
        self._act(*told)  # type: ignore[operator]
