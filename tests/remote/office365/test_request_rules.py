"""What holds of every request, whatever it is for: read from the server's log after a day's work.

Sources: driveitem-put-content, driveitem-createuploadsession, driveitem-update, listitem-update (If-Match, conflictBehavior),
https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
(User-Agent), https://learn.microsoft.com/graph/best-practices-concept (client-request-id, HTTPS, paging).
"""

from __future__ import annotations

import io
import json
import os

import pytest

from tests.microsoft365.lists_state import Column
from tests.microsoft365.messages import Host, Request
from tests.remote.office365.laptop import PLACE, Laptop, Sender

CONFLICT = "@microsoft.graph.conflictBehavior"


@pytest.fixture
def requests(anna: Laptop, sender: Sender) -> list[Request]:
    """A new document and its replacement, small and large, an empty one, what a colleague did, cards, a list, grants."""
    service, office = anna.service, anna.office
    service.world.page_size = 2
    for name, size in (("small.txt", 10), ("large.bin", 4_500_000), ("empty.txt", 0)):
        stored = sender.send(f"sub/{name}", os.urandom(size))
        sender.send(f"sub/{name}", os.urandom(size + 1), replaces=stored.version)
        office.documents.download(PLACE, office.documents.find(PLACE, f"sub/{name}") or stored, io.BytesIO())
    cursor = office.documents.changes(PLACE, None).cursor
    for number in range(5):
        service.drive.put(f"{PLACE}/{number} & #+.txt", b"x")
    office.documents.changes(PLACE, cursor)
    office.documents.grants(PLACE)
    office.collections.put("cards", "card-1", b"{}")
    list(office.collections.names("cards"))
    service.add_list("Team", [Column("Device", indexed=True), Column("Record", "note")])
    lines = office.list("Team")
    item = lines.create({"Title": "d", "Device": "d 'one'"})
    lines.patch(item, {"Record": "text\n" * 100})
    assert len(list(lines.where("Device", "d 'one'"))) == 1
    lines.changes(lines.changes(None).cursor)
    own = service.own_drive("anna@vroom.example")
    own.put("Desktop/copy.xlsx", b"x")
    copy = office.cloud_copies.find_own("Desktop/copy.xlsx")
    assert copy is not None
    office.cloud_copies.remove(copy)
    return service.requests


def graph(requests: list[Request]) -> list[Request]:
    return [request for request in requests if request.host is Host.GRAPH]


def test_each_went_well_or_was_expected_not_to(requests: list[Request]) -> None:
    """404: looking for what is not there yet. Nothing was sent that the server had to refuse."""
    assert {request.status for request in requests} <= {200, 201, 202, 204, 206, 302, 404, 409}
    assert not [str(request) for request in requests if request.status == 409 and request.method != "POST"]


def test_each_says_who_asks_and_can_be_found_again(requests: list[Request]) -> None:
    for request in requests:
        assert request.headers["User-Agent"].startswith("NONISV|Vroom|"), request
    ids = [request.headers["client-request-id"] for request in graph(requests)]
    assert len(set(ids)) == len(ids)


def test_tokens_go_to_graph_alone(requests: list[Request]) -> None:
    for request in requests:
        assert ("Authorization" in request.headers) is (request.host is Host.GRAPH), request
        assert "Cookie" not in request.headers
        assert "access_token" not in request.target


def test_nothing_is_put_without_saying_what_may_stand_there(requests: list[Request]) -> None:
    puts = [request for request in graph(requests) if request.method == "PUT"]
    assert puts
    for request in puts:
        behaviour = request.query[CONFLICT]
        assert (behaviour, "If-Match" in request.headers) in {("fail", False), ("replace", True)}, request


def test_no_session_and_no_folder_is_begun_without_saying_what_may_stand_there(requests: list[Request]) -> None:
    sessions = [request for request in requests if request.path.endswith("createUploadSession")]
    assert len(sessions) >= 2
    for request in sessions:
        behaviour = json.loads(request.body)["item"][CONFLICT]
        assert (behaviour, "If-Match" in request.headers) in {("fail", False), ("replace", True)}, request
    folders = [request for request in requests if request.method == "POST" and request.path.endswith("children")]
    assert folders
    assert {json.loads(request.body)[CONFLICT] for request in folders} == {"fail"}


def test_nothing_is_changed_or_deleted_unseen(requests: list[Request]) -> None:
    changing = [request for request in graph(requests) if request.method in ("PATCH", "DELETE")]
    assert changing
    assert all("If-Match" in request.headers for request in changing)


def test_fragments_keep_their_measure(requests: list[Request]) -> None:
    fragments = [request for request in requests if request.host is Host.FILES and request.method == "PUT"]
    assert fragments
    for request in fragments:
        span, _, total = request.headers["Content-Range"].removeprefix("bytes ").partition("/")
        begin, _, end = span.partition("-")
        assert len(request.body) == int(end) - int(begin) + 1 < 60 * 1024 * 1024
        assert int(end) + 1 == int(total) or len(request.body) % 327_680 == 0


def test_addresses_are_written_as_they_should_be(requests: list[Request]) -> None:
    for request in requests:
        assert " " not in request.target
        assert "+" not in request.target.partition("?")[2], "Graph does not read + as a space"
        assert "//" not in request.target
        assert "/beta/" not in request.target


def test_bodies_say_what_they_are(requests: list[Request]) -> None:
    for request in graph(requests):
        if request.body and not request.path.endswith(":/content"):
            assert request.headers["Content-Type"].startswith("application/json"), request
