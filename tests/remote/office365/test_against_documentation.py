"""What Microsoft's documentation allows a server to do, and a client could get wrong. Each test names the page.

The server stands in these tests for one that somebody else wrote from the same pages: its answers are as short as the examples,
its links have the other forms that are shown there, and it insists on what is only said in passing.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime

import pytest

from app.domain.remote_errors import RemoteConflict, RemoteThrottled, SignInNeeded
from app.domain.remote_files import GrantKind
from app.remote.office365.office365 import office365_on
from tests.microsoft365 import Microsoft365
from tests.microsoft365.faults import throttled
from tests.microsoft365.messages import Host, Request, graph_error, json_answer
from tests.remote.office365.laptop import PLACE, DictMemory, Laptop, Sender, laptop

LARGE = 5_000_000  # bytes: too large for one request
STEP = 327_680


@pytest.fixture
def one_address() -> Iterator[Laptop]:
    """Sign-in, Graph and files behind one host, so that a host does not tell where a token may go."""
    with Microsoft365(one_port=True) as service:
        service.add_person("anna@vroom.example")
        made = laptop(service)
        yield made
        made.session.close()


# driveitem-put-content, driveitem-get-content, driveitem-createuploadsession: short answers


def test_documents_go_and_come_where_answers_are_short(anna: Laptop, sender: Sender) -> None:
    anna.service.be_sparse()
    small, large = b"small", os.urandom(LARGE)
    stored = sender.send("a.txt", small)
    sender.send("b.bin", large)
    assert anna.service.drive.read(f"{PLACE}/b.bin") == large
    target = io.BytesIO()
    anna.office.documents.download(PLACE, stored, target)
    assert target.getvalue() == small
    assert sender.send("a.txt", b"second", replaces=stored.version).size_bytes == 6


@pytest.mark.parametrize("size", [10, LARGE])
def test_a_lost_answer_is_no_conflict_with_oneself_where_no_hash_is_told(
    anna: Laptop, sender: Sender, size: int
) -> None:
    """ "file: {}" in the examples: hashes are there "if available" (resources/hashes)."""
    anna.service.be_sparse()
    content = os.urandom(size)
    path = "*/uploadSession" if size == LARGE else "*:/content"
    anna.service.faults.next("PUT", path, lose_answer=True)
    stored = sender.send("a.bin", content)
    assert stored.size_bytes == size
    assert anna.service.drive.paths() == [f"{PLACE}/a.bin"]


def test_another_content_of_the_same_size_is_seen_where_no_hash_is_told(anna: Laptop, sender: Sender) -> None:
    anna.service.be_sparse()
    anna.service.drive.put(f"{PLACE}/a.bin", b"theirs")
    with pytest.raises(RemoteConflict):
        sender.send("a.bin", b"my own")
    assert anna.service.drive.read(f"{PLACE}/a.bin") == b"theirs"


# driveitem-createuploadsession


def test_no_token_goes_to_an_upload_or_download_address_of_the_same_host(one_address: Laptop) -> None:
    sender = Sender(one_address.office)
    stored = sender.send("a.bin", os.urandom(LARGE))
    one_address.office.documents.download(PLACE, stored, io.BytesIO())
    bare = [request for request in one_address.service.requests if request.path.startswith("/_files/")]
    assert len(bare) >= 2
    assert not any("Authorization" in request.headers for request in bare)


def test_a_session_whose_address_was_lost_does_not_hold_the_document_up(anna: Laptop, sender: Sender) -> None:
    """Nobody knows that session any more, and it stays in the way of a second one for that name until it ends."""
    content = os.urandom(LARGE)
    anna.service.drive.folder(PLACE)
    anna.service.faults.next("POST", "*/createUploadSession", lose_answer=True)
    sender.send("a.bin", content)
    assert anna.service.drive.read(f"{PLACE}/a.bin") == content


def test_a_lost_session_for_a_replacement_does_not_overwrite_what_came_in_between(anna: Laptop, sender: Sender) -> None:
    first = sender.send("a.bin", os.urandom(LARGE))
    anna.service.faults.next("POST", "*/createUploadSession", lose_answer=True)
    content = os.urandom(LARGE + 1)
    sender.send("a.bin", content, replaces=first.version)
    assert anna.service.drive.read(f"{PLACE}/a.bin") == content
    theirs = anna.service.drive.put(f"{PLACE}/a.bin", b"theirs")
    with pytest.raises(RemoteConflict):
        sender.send("a.bin", os.urandom(LARGE), replaces=first.version)
    assert anna.service.drive.item(f"{PLACE}/a.bin").etag == theirs.etag


def test_missing_ranges_with_an_end_are_understood(anna: Laptop, sender: Sender) -> None:
    """ "nextExpectedRanges": ["12345-55232", "77829-99375"]."""
    anna.service.world.uploads.closed_ranges = True
    anna.service.faults.next("PUT", "*/uploadSession", lose_answer=True)
    content = os.urandom(12_000_000)
    sender.send("a.bin", content)
    assert anna.service.drive.read(f"{PLACE}/a.bin") == content


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_fragment_is_sent_again_after_trouble_at_the_server(anna: Laptop, sender: Sender, status: int) -> None:
    """ "Resume or retry uploads that fail due to connection interruptions or any 5xx errors"."""
    anna.service.faults.next("PUT", "*/uploadSession", answer=graph_error(status, "generalException"), times=3)
    content = os.urandom(12_000_000)
    sender.send("a.bin", content)
    assert anna.service.drive.read(f"{PLACE}/a.bin") == content


def test_the_last_fragment_is_rewritten_before_its_answer(anna: Laptop, sender: Sender) -> None:
    anna.service.world.rewrites = "after"
    content = os.urandom(LARGE)
    stored = sender.send("report.docx", content)
    told = anna.office.documents.changes(PLACE, None).changes
    assert [change.file.path for change in told if change.file] == ["report.docx"]
    now = anna.office.documents.find(PLACE, "report.docx")
    assert now is not None
    assert now.version != stored.version


def test_an_upload_that_was_kept_for_long_is_begun_anew(anna: Laptop, sender: Sender) -> None:
    """After `expirationDateTime` the session is gone; the laptop slept."""
    anna.service.faults.next("PUT", "*/uploadSession", refuse_line=True, times=20)
    content = os.urandom(LARGE)
    with pytest.raises(Exception):  # whichever: the line is down
        sender.send("a.bin", content)
    anna.service.faults.clear()
    anna.service.clock.advance(timedelta(days=9))
    sender.send("a.bin", content, unfinished=sender.unfinished)
    assert anna.service.drive.read(f"{PLACE}/a.bin") == content
    assert sender.unfinished is None


# driveitem-get, sites-get: names


@pytest.mark.parametrize(
    "name", ["50% #1 & more.txt", "a+b=c.txt", "l'été.txt", "日本.txt", "(1) {2} [3].txt", "a;b,c@d!e$.txt", "~a.txt"]
)
def test_names_survive_the_way(anna: Laptop, sender: Sender, name: str) -> None:
    stored = sender.send(name, b"x")
    assert anna.service.drive.paths() == [f"{PLACE}/{name}"]
    assert anna.office.documents.find(PLACE, name) == stored
    sender.send(name, b"yy", replaces=stored.version)
    assert anna.service.drive.read(f"{PLACE}/{name}") == b"yy"


def test_another_case_is_the_same_document(anna: Laptop, sender: Sender) -> None:
    """SharePoint compares names in any case: this is no free name."""
    anna.service.drive.put(f"{PLACE}/Report.txt", b"theirs")
    with pytest.raises(RemoteConflict):
        sender.send("report.txt", b"mine")
    assert anna.service.drive.read(f"{PLACE}/Report.txt") == b"theirs"


def test_a_site_is_found_by_its_id(anna: Laptop) -> None:
    settings = replace(anna.settings, site=anna.service.site_id)
    office = office365_on(settings, anna.session, anna.tokens, DictMemory(), anna.service.clock.now)
    assert office.documents.find(PLACE, "a.txt") is None
    assert office.site.ids().site_id == anna.service.site_id


# throttling


def test_a_date_to_wait_for_is_read_by_the_servers_clock(anna: Laptop) -> None:
    """RFC 9110, 10.2.3: a laptop whose clock is wrong must neither knock too early nor wait for an hour."""
    ahead = anna.service.clock.now() + timedelta(minutes=20)  # the server's clock is 20 minutes ahead of the laptop's
    headers = {
        "Retry-After": format_datetime(ahead + timedelta(seconds=5), usegmt=True),
        "Date": format_datetime(ahead, usegmt=True),
    }
    anna.service.faults.next("GET", "*/a.txt", answer=graph_error(429, "activityLimitReached", headers=headers))
    anna.office.documents.find(PLACE, "a.txt")
    assert sum(anna.waits) < 60


def test_a_batch_of_which_every_part_is_throttled_sends_only_those_again(anna: Laptop) -> None:
    items = [anna.service.drive.put(f"{PLACE}/{number}.txt", b"x") for number in range(30)]
    first = anna.office.documents.changes(PLACE, None)
    for item in items:
        anna.service.drive.put(anna.service.drive.state.path_of(item), b"yy")
    anna.service.faults.next("GET", "*/items/*", answer=throttled("3"), times=4)
    assert len(anna.office.documents.changes(PLACE, first.cursor).changes) == 30
    batches: list[Request] = [request for request in anna.service.requests if request.path.endswith("/$batch")]
    parts = [len(request.json()["requests"]) for request in batches]
    assert all(count <= 20 for count in parts)
    assert sum(parts) == 34


def test_a_throttled_account_is_silent_for_uploads_and_downloads_too(anna: Laptop, sender: Sender) -> None:
    sender.send("a.txt", b"x")
    anna.service.world.throttle.start(timedelta(minutes=3))
    with pytest.raises(RemoteThrottled):
        anna.office.documents.find(PLACE, "a.txt")
    before = len(anna.service.requests)
    for ask in (lambda: sender.send("b.bin", os.urandom(LARGE)), lambda: anna.office.documents.changes(PLACE, None)):
        with pytest.raises(RemoteThrottled):
            ask()
    assert len(anna.service.requests) == before


# errors


@pytest.mark.parametrize("key", ["innererror", "innerError"])
def test_codes_within_codes_are_read_in_both_spellings(anna: Laptop, key: str) -> None:
    body = {"error": {"code": "resyncRequired", "message": "", key: {"code": "resyncChangesUploadDifferences"}}}
    anna.service.drive.put(f"{PLACE}/a.txt", b"x")
    first = anna.office.documents.changes(PLACE, None)
    anna.service.faults.next("GET", "*/delta", answer=json_answer(410, body))
    assert anna.office.documents.changes(PLACE, first.cursor).missing_is_ours


def test_a_token_that_is_refused_for_good_is_not_knocked_with(anna: Laptop) -> None:
    refused = graph_error(401, "InvalidAuthenticationToken", headers={"WWW-Authenticate": 'Bearer realm=""'})
    anna.service.faults.next("GET", "*", answer=refused, times=50, host=Host.GRAPH)
    with pytest.raises(SignInNeeded):
        anna.office.documents.find(PLACE, "a.txt")
    assert len(anna.service.seen("GET", Host.GRAPH)) <= 2


# driveitem-list-permissions


def test_people_who_are_told_by_name_alone_are_told(anna: Laptop) -> None:
    """The example has no mail address: a grant without one must not look like nobody's."""
    anna.service.be_sparse()
    anna.service.drive.folder(PLACE)
    anna.service.drive.share(PLACE, kind="user", name="Kim Elders", mail="kim@elders.example", role="write")
    anna.service.drive.share(PLACE, kind="link", scope="users", people=("kim@elders.example",))
    grants = anna.office.documents.grants(PLACE)
    assert any(grant.kind is GrantKind.DIRECT and grant.name == "Kim Elders" and grant.may_write for grant in grants)
    assert any(grant.kind is GrantKind.LINK and grant.scope == "users" for grant in grants)


def test_a_small_document_that_was_deleted_and_put_anew_is_read(anna: Laptop) -> None:
    """Another file under the same name has another id."""
    path = "Vroom assistant/cards/card-1.json"
    anna.service.drive.put(path, b"old")
    assert list(anna.office.collections.names("cards")) == ["card-1"]
    anna.service.drive.delete(path)
    assert anna.office.collections.get("cards", "card-1") is None
    list(anna.office.collections.names("cards"))
    anna.service.drive.put(path, b"older")
    list(anna.office.collections.names("cards"))
    anna.service.drive.delete(path)
    anna.service.drive.put(path, b"new")
    assert anna.office.collections.get("cards", "card-1") == b"new"


def test_a_download_by_path_whose_line_drops_asks_for_the_address_anew(anna: Laptop) -> None:
    """Addressing by path needs a colon at the path's end (concepts/onedrive-addressing-driveitems)."""
    anna.service.drive.put("Vroom assistant/cards/card-1.json", b"{}")
    anna.service.faults.next("GET", "*/download", refuse_line=True, times=2)
    assert anna.office.collections.get("cards", "card-1") == b"{}"
