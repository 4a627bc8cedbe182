"""Every answer that is none of the good ones has its own reaction."""

from __future__ import annotations

import socket
from base64 import urlsafe_b64encode
from dataclasses import replace
from itertools import pairwise

import pytest
from urllib3.util import connection

from app.domain.errors import AssistantError
from app.domain.remote_errors import (
    RemoteConflict,
    RemoteFull,
    RemoteGone,
    RemoteLocked,
    RemoteOnHold,
    RemoteRefused,
    RemoteRejected,
    RemoteUnreachable,
    SignInNeeded,
)
from app.remote.office365 import line
from app.remote.office365.client import AnswerLost, claims_of
from app.remote.office365.http import OfficeSession
from app.remote.office365.line import TRIES, Reply
from tests.microsoft365.messages import Answer, Host, graph_error, json_answer
from tests.remote.office365.laptop import ANNA, Laptop, laptop


def test_it_says_who_asks(anna: Laptop) -> None:
    anna.office.client.get("/me")
    (request,) = anna.service.requests
    agent = request.headers["User-Agent"]
    assert agent.startswith("NONISV|Vroom|")
    assert len(request.headers["client-request-id"]) == 36
    assert request.headers["Authorization"].startswith("Bearer ")


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, RemoteRejected),
        (403, RemoteRefused),
        (404, RemoteGone),
        (405, RemoteRejected),
        (409, RemoteConflict),
        (410, RemoteGone),
        (412, RemoteConflict),
        (416, RemoteRejected),
        (423, RemoteLocked),
        (501, RemoteRejected),
        (507, RemoteFull),
    ],
)
def test_a_refusal_is_told_as_what_it_is_and_not_asked_again(
    anna: Laptop, status: int, kind: type[AssistantError]
) -> None:
    secret = "https://secret.example/token"
    anna.service.faults.next("GET", "*/me", answer=graph_error(status, "someCode", f"{ANNA} {secret}"), times=9)
    with pytest.raises(kind) as refused:
        anna.office.client.get("/me")
    assert type(refused.value) is kind
    assert len(anna.service.requests) == 1
    assert ANNA not in str(refused.value)
    assert secret not in str(refused.value)


@pytest.mark.parametrize(
    ("answer", "is_record"),
    [
        (graph_error(403, "accessDenied", "The item is on hold and cannot be deleted."), False),
        (graph_error(403, "notAllowed", "x", inner="itemHeldByRetentionPolicy"), False),
        (graph_error(423, "resourceLocked", "This item is locked because of a retention label."), False),
        (graph_error(403, "accessDenied", "It has been declared a record."), True),
        (graph_error(423, "notAllowed", "x", inner="recordLocked"), True),
    ],
)
def test_what_is_kept_is_told_from_what_may_not_be(anna: Laptop, answer: Answer, is_record: bool) -> None:
    anna.service.faults.next("GET", "*/me", answer=answer)
    with pytest.raises(RemoteOnHold) as kept:
        anna.office.client.get("/me")
    assert kept.value.is_record is is_record


def test_a_refused_token_is_changed_once(anna: Laptop) -> None:
    anna.service.faults.next("GET", "*/me", answer=graph_error(401, "InvalidAuthenticationToken"))
    anna.office.client.get("/me")
    first, second = (request.headers["Authorization"] for request in anna.service.requests)
    assert first != second
    assert anna.tokens.asked[1][1] == first.removeprefix("Bearer ")


def test_tokens_that_stay_refused_ask_for_a_sign_in(anna: Laptop) -> None:
    anna.service.faults.next("GET", "*/me", answer=graph_error(401, "InvalidAuthenticationToken"), times=9)
    with pytest.raises(SignInNeeded):
        anna.office.client.get("/me")
    assert len(anna.service.requests) == 2


def test_a_claims_challenge_goes_to_the_sign_in_decoded(anna: Laptop) -> None:
    claims = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}'
    encoded = urlsafe_b64encode(claims.encode()).decode().rstrip("=")
    header = (
        f'Bearer realm="", authorization_uri="https://x/authorize", error="insufficient_claims", claims="{encoded}"'
    )
    answer = json_answer(401, {"error": {"code": "InvalidAuthenticationToken"}}, {"WWW-Authenticate": header})
    anna.service.faults.next("GET", "*/me", answer=answer)
    anna.office.client.get("/me")
    assert anna.tokens.asked[1][0] == claims


@pytest.mark.parametrize("told", ["", "Bearer", 'Bearer claims="%%%"', 'Bearer claims="AAAA"'])
def test_a_challenge_that_is_none_asks_for_no_claims(told: str) -> None:
    assert claims_of(Reply(401, {"www-authenticate": told}, b"")) is None


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_trouble_at_the_server_passes(anna: Laptop, status: int) -> None:
    anna.service.faults.next("GET", "*/me", answer=graph_error(status, "generalException"), times=TRIES - 1)
    assert anna.office.client.get("/me")
    assert len(anna.waits) == TRIES - 1
    assert all(before < after for before, after in pairwise(anna.waits))


def test_pauses_are_random_between_nothing_and_their_most(anna: Laptop) -> None:
    hasty = laptop(anna.service, chance=0.0)
    for each in (anna, hasty):
        anna.service.faults.next("GET", "*/me", answer=Answer(502), times=2)
        each.office.client.get("/me")
    hasty.session.close()
    assert sum(hasty.waits) == 0 < sum(anna.waits)


def test_trouble_that_lasts_is_left_until_later(anna: Laptop) -> None:
    anna.service.faults.next("GET", "*/me", answer=Answer(503), times=99)
    with pytest.raises(RemoteUnreachable):
        anna.office.client.get("/me")
    assert len(anna.service.requests) == TRIES
    assert sum(anna.waits) < 60


@pytest.mark.parametrize("fault", [{"refuse_line": True}, {"lose_answer": True}, {"cut_after": 10}])
def test_a_line_that_drops_is_tried_again(anna: Laptop, fault: dict[str, object]) -> None:
    anna.service.faults.next("GET", "*/me", times=2, **fault)  # type: ignore[arg-type]
    assert anna.office.client.get("/me")["id"]
    assert len(anna.service.requests) == 3


def test_a_server_that_says_nothing_is_not_waited_for_five_times(anna: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line, "READ_SECONDS", 0.2)
    anna.service.faults.next("GET", "*/me", delay=1.0, times=99)
    with pytest.raises(RemoteUnreachable):
        anna.office.client.get("/me")
    assert len(anna.service.requests) == 2


def test_without_a_line_it_is_said_soon(anna: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    def refuse(*args: object, **kwargs: object) -> socket.socket:
        tried.append(args)
        raise ConnectionRefusedError

    monkeypatch.setattr(connection, "create_connection", refuse)
    with pytest.raises(RemoteUnreachable):
        anna.office.client.get("/me")
    assert len(tried) == 3
    assert sum(anna.waits) < 5


def test_an_answer_that_never_ends_is_none(anna: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line, "MOST_BYTES", 1_000_000)
    anna.service.faults.next("GET", "*/me", endless=True, times=99)
    with pytest.raises(RemoteUnreachable):
        anna.office.client.get("/me")
    assert len(anna.service.requests) == 1, "it took long enough once"


def test_an_answer_that_drips_is_none(anna: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line, "MOST_SECONDS", -1.0)
    with pytest.raises(RemoteUnreachable):
        anna.office.client.get("/me")


def test_a_page_of_some_proxy_is_no_answer(anna: Laptop) -> None:
    anna.service.faults.next("GET", "*/me", answer=Answer(200, b"<html>Welcome to the hotel</html>"))
    with pytest.raises(RemoteUnreachable):
        anna.office.client.get("/me")


def test_what_may_have_been_done_is_not_sent_again(anna: Laptop) -> None:
    for fault in ({"lose_answer": True}, {"answer": Answer(500)}, {"answer": Answer(504)}):
        anna.service.faults.next("POST", "*/children", **fault)  # type: ignore[arg-type]
        anna.service.forget_requests()
        with pytest.raises(AnswerLost):
            anna.office.client.request("POST", f"{anna.office.site.drive}/root/children", json={"name": "x"})
        assert len(anna.service.seen("POST")) == 1


def test_what_was_never_sent_is_sent_again(anna: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    """No line to the server: nothing can have been done there."""
    real = connection.create_connection
    refused = iter([True, True])

    def connect(*args: object, **kwargs: object) -> socket.socket:
        if next(refused, False):
            raise ConnectionRefusedError
        return real(*args, **kwargs)  # type: ignore[arg-type]

    site = anna.office.site.drive
    anna.session.close()
    monkeypatch.setattr(connection, "create_connection", connect)
    body = {"name": "x", "folder": {}, "@microsoft.graph.conflictBehavior": "fail"}
    assert anna.office.client.request("POST", f"{site}/root/children", json=body).status == 201


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("where", ["https://elsewhere.example/v1.0/me", "https://127.0.0.1:1/v1.0/me", "/v1.0/me"])
def test_a_redirect_is_not_followed(anna: Laptop, status: int, where: str) -> None:
    anna.service.faults.next("*", "*", answer=Answer(status, headers={"Location": where}), times=9)
    with pytest.raises(RemoteUnreachable):
        anna.office.client.get("/me")
    assert len(anna.service.requests) == 1


@pytest.mark.parametrize(
    "link", ["https://elsewhere.example/v1.0/x", "http://localhost/v1.0/x", "https://localhost:1/x"]
)
def test_pages_of_another_host_are_not_fetched(anna: Laptop, link: str) -> None:
    """The token would go there."""
    anna.service.faults.next("GET", "*/x", answer=json_answer(200, {"value": [{"id": "1"}], "@odata.nextLink": link}))
    values = anna.office.client.values("/x")
    assert next(values)["id"] == "1"
    with pytest.raises(RemoteRefused):
        next(values)


def test_pages_that_go_round_in_a_circle_end(anna: Laptop) -> None:
    link = f"{anna.settings.graph_url}/x"
    page = json_answer(200, {"value": [{"id": "1"}], "@odata.nextLink": link})
    anna.service.faults.next("GET", "*/x", answer=page, times=99)
    with pytest.raises(RemoteUnreachable):
        list(anna.office.client.values("/x"))
    assert len(anna.service.requests) == 2


def test_values_of_odata_are_escaped_and_its_signs_are_not(anna: Laptop) -> None:
    address = anna.office.client.address("/x", {"$filter": "fields/A eq 'a b&c#d+e%'", "$top": "5"})
    assert address.endswith("/x?$filter=fields%2FA%20eq%20'a%20b%26c%23d%2Be%25'&$top=5")


def test_a_line_that_drops_within_tls_is_no_wrong_certificate(anna: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a person would be told of somebody who listens in, wherever the Wi-Fi is bad."""
    real = connection.create_connection
    dropped = iter([True, True])

    def connect(*args: object, **kwargs: object) -> socket.socket:
        made = real(*args, **kwargs)  # type: ignore[arg-type]
        if next(dropped, False):
            made.shutdown(socket.SHUT_WR)
        return made

    monkeypatch.setattr(connection, "create_connection", connect)
    assert anna.office.client.get("/me")["id"]
    assert len(anna.waits) == 2


def test_a_server_that_cannot_be_trusted_gets_no_token(anna: Laptop) -> None:
    anna.office.client.line._session = OfficeSession(replace(anna.settings, ca_file=None), "0.0")  # type: ignore[attr-defined]
    with pytest.raises(RemoteUnreachable) as refused:
        anna.office.client.get("/me")
    assert refused.value.message.id == "graph.untrusted"
    assert anna.waits == []
    anna.office.client.line._session.close()
    assert anna.service.seen("*", Host.GRAPH) == []
