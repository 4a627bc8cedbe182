"""Downloads: whole, the right one, and never with the token."""

from __future__ import annotations

import io
import random
from datetime import timedelta

import pytest

from app.domain.quick_xor import quick_xor
from app.domain.remote_errors import RemoteBroken, RemoteGone, RemoteRefused, RemoteUnreachable
from app.domain.remote_files import RemoteFile
from app.remote.office365 import downloads
from tests.microsoft365.messages import Answer, Host, Request, graph_error
from tests.remote.office365.laptop import PLACE, Laptop, Sender

CONTENT = random.Random(6).randbytes(512_000)
DOWNLOAD = "*/_files/download"


@pytest.fixture
def file(sender: Sender) -> RemoteFile:
    return sender.send("a.bin", CONTENT)


def fetched(anna: Laptop, file: RemoteFile, target: io.BytesIO | None = None) -> bytes:
    target = target if target is not None else io.BytesIO()
    anna.office.documents.download(PLACE, file, target)
    return target.getvalue()


def fetches(anna: Laptop) -> list[Request]:
    return [request for request in anna.service.seen("GET", Host.FILES) if "download" in request.target]


def test_the_content_comes_without_the_token(anna: Laptop, file: RemoteFile) -> None:
    target = io.BytesIO()
    told = anna.office.documents.download(PLACE, file, target)
    assert target.getvalue() == CONTENT
    assert told == file
    assert [("Authorization" in request.headers) for request in fetches(anna)] == [False]


def test_an_empty_document_is_fetched(anna: Laptop, sender: Sender) -> None:
    assert fetched(anna, sender.send("empty.txt", b"")) == b""


def test_it_is_found_by_its_id_wherever_it_was_moved(anna: Laptop, file: RemoteFile) -> None:
    anna.service.drive.rename(f"{PLACE}/a.bin", "elsewhere/b.bin")
    assert fetched(anna, file) == CONTENT


@pytest.mark.parametrize("cut_after", [0, 1000, 300_000])
def test_a_download_that_is_cut_off_goes_on_where_it_stopped(
    anna: Laptop, file: RemoteFile, cut_after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "PIECE", 500)
    anna.service.faults.next("GET", DOWNLOAD, cut_after=cut_after)
    assert fetched(anna, file) == CONTENT
    again = fetches(anna)[-1].headers.get("Range")
    assert (again is None) == (cut_after == 0)


def test_a_range_that_is_not_heeded_starts_over(
    anna: Laptop, file: RemoteFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna.service.faults.next("GET", DOWNLOAD, cut_after=1000)
    anna.service.faults.next("GET", DOWNLOAD, answer=Answer(200, CONTENT))
    monkeypatch.setattr(downloads, "PIECE", 500)
    assert fetched(anna, file) == CONTENT
    assert len(fetches(anna)) == 2


@pytest.mark.parametrize("tells_digest", [True, False])
def test_another_range_than_was_asked_for_is_not_taken(
    anna: Laptop, file: RemoteFile, monkeypatch: pytest.MonkeyPatch, tells_digest: bool
) -> None:
    monkeypatch.setattr(downloads, "PIECE", 500)
    anna.service.drive.state.tells_hashes = tells_digest
    anna.service.faults.next("GET", DOWNLOAD, cut_after=1000)
    wrong = Answer(206, CONTENT[:-1000], {"Content-Range": f"bytes 0-{len(CONTENT) - 1001}/{len(CONTENT)}"})
    anna.service.faults.next("GET", DOWNLOAD, answer=wrong)
    assert fetched(anna, file) == CONTENT, "by a second try from the beginning"


def test_a_download_that_ends_too_early_without_a_word_goes_on(anna: Laptop, file: RemoteFile) -> None:
    anna.service.faults.next("GET", DOWNLOAD, answer=Answer(200, CONTENT[:1000]))
    assert fetched(anna, file) == CONTENT
    assert [request.headers.get("Range") for request in fetches(anna)] == [None, "bytes=1000-"]


@pytest.mark.parametrize("status", [401, 403, 404, 410, 500, 503])
def test_an_address_that_ended_is_asked_for_anew(anna: Laptop, file: RemoteFile, status: int) -> None:
    anna.service.faults.next("GET", DOWNLOAD, answer=Answer(status))
    assert fetched(anna, file) == CONTENT
    assert [request for request in anna.service.seen("GET") if request.path.endswith("/content")]


def test_an_address_that_ended_in_the_middle(anna: Laptop, file: RemoteFile) -> None:
    anna.service.world.downloads.life = timedelta(seconds=0)
    anna.service.faults.next("GET", "*/content", answer=Answer(404))
    with pytest.raises(RemoteGone):
        fetched(anna, file)


@pytest.mark.parametrize("content", [CONTENT[:-1] + b"?", b"?" + CONTENT[1:]])
def test_other_content_is_never_handed_over(anna: Laptop, file: RemoteFile, content: bytes) -> None:
    target = io.BytesIO(b"before")
    target.seek(6)
    anna.service.faults.next("GET", DOWNLOAD, answer=Answer(200, content), times=9)
    with pytest.raises(RemoteBroken):
        fetched(anna, file, target)
    assert target.getvalue() == b"before", "nothing is left of it"


def test_other_content_once_is_fetched_again(anna: Laptop, file: RemoteFile) -> None:
    anna.service.faults.next("GET", DOWNLOAD, answer=Answer(200, CONTENT[::-1]))
    assert fetched(anna, file) == CONTENT


def test_more_than_there_should_be_is_cut_short(anna: Laptop, file: RemoteFile) -> None:
    anna.service.faults.next("GET", DOWNLOAD, endless=True, times=9)
    target = io.BytesIO()
    with pytest.raises(RemoteBroken):
        fetched(anna, file, target)
    assert target.getvalue() == b""


def test_a_line_that_stays_down_is_left_until_later(anna: Laptop, file: RemoteFile) -> None:
    anna.service.faults.next("GET", DOWNLOAD, refuse_line=True, times=99)
    target = io.BytesIO()
    with pytest.raises(RemoteUnreachable):
        fetched(anna, file, target)
    assert target.getvalue() == b""


def test_a_line_that_drops_often_gets_there(anna: Laptop, file: RemoteFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "PIECE", 8192)
    anna.service.faults.next("GET", DOWNLOAD, cut_after=60_000, times=20)
    assert fetched(anna, file) == CONTENT


def test_an_address_at_another_host_is_refused(anna: Laptop, file: RemoteFile) -> None:
    anna.service.faults.next("GET", DOWNLOAD, answer=Answer(404))
    anna.service.faults.next("GET", "*/content", redirect="https://elsewhere.example/secret")
    with pytest.raises(RemoteRefused) as refused:
        fetched(anna, file)
    assert "secret" not in str(refused.value)


def test_a_redirect_of_the_download_is_not_followed(anna: Laptop, file: RemoteFile) -> None:
    anna.service.faults.next("GET", DOWNLOAD, redirect="https://elsewhere.example/", times=9)
    with pytest.raises(RemoteUnreachable):
        fetched(anna, file)


def test_what_was_deleted_is_gone(anna: Laptop, file: RemoteFile) -> None:
    anna.service.drive.delete(f"{PLACE}/a.bin")
    with pytest.raises(RemoteGone):
        fetched(anna, file)


def test_what_sharepoint_rewrote_is_compared_with_what_it_tells(anna: Laptop, sender: Sender) -> None:
    anna.service.world.rewrites = "after"
    told = sender.send("plan.docx", b"PK plan")
    target = io.BytesIO()
    now = anna.office.documents.download(PLACE, told, target)
    assert now.version != told.version
    assert now.digest == quick_xor(target.getvalue())


def test_a_folder_is_no_document(anna: Laptop, file: RemoteFile) -> None:
    folder = anna.service.drive.folder(f"{PLACE}/x")
    with pytest.raises(RemoteGone):
        fetched(anna, RemoteFile(id=folder.id, path="x", size_bytes=0, version="", content_version=""))


def test_a_refusal_for_good_is_told(anna: Laptop, file: RemoteFile) -> None:
    anna.service.faults.next("GET", "*/items/*", answer=graph_error(403, "accessDenied"))
    with pytest.raises(RemoteRefused):
        fetched(anna, file)
