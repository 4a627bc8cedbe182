"""Batches, throttling, and what goes wrong by script."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from email.utils import parsedate_to_datetime

import pytest
import requests

from tests.microsoft365.calls import calling, code_of
from tests.microsoft365.faults import throttled
from tests.microsoft365.fixtures import microsoft365
from tests.microsoft365.messages import Host, graph_error
from tests.microsoft365.microsoft365 import Microsoft365
from tests.microsoft365.throttling import Form

__all__ = ["microsoft365"]


def test_parts_of_a_batch_have_their_own_answers_in_another_order(microsoft365: Microsoft365) -> None:
    microsoft365.faults.next("GET", "*/me/drive", answer=throttled("7"))
    parts = [
        {"id": "1", "method": "GET", "url": "/me"},
        {"id": "2", "method": "GET", "url": "/me/drive"},
        {
            "id": "3",
            "method": "POST",
            "url": f"/sites/{microsoft365.site_id}/drive/root/children",
            "body": {"name": "x"},
        },
        {"id": "4", "method": "GET", "url": "/me", "dependsOn": ["2"]},
    ]
    with calling(microsoft365) as caller:
        answer = caller.graph("POST", "$batch", json={"requests": parts})
        assert answer.status_code == 200
        told = {each["id"]: each for each in answer.json()["responses"]}
        assert [each["id"] for each in answer.json()["responses"]] != ["1", "2", "3", "4"]
    assert {number: each["status"] for number, each in told.items()} == {"1": 200, "2": 429, "3": 400, "4": 424}
    assert told["2"]["headers"]["Retry-After"] == "7"


def test_a_batch_has_twenty_parts_at_most(microsoft365: Microsoft365) -> None:
    parts = [{"id": str(number), "method": "GET", "url": "/me"} for number in range(21)]
    with calling(microsoft365) as caller:
        assert caller.graph("POST", "$batch", json={"requests": parts}).status_code == 400
        assert caller.graph("POST", "$batch", json={"requests": parts[:20]}).status_code == 200
        assert caller.graph("POST", "$batch", json={"requests": [parts[0], parts[0]]}).status_code == 400


@pytest.mark.parametrize("form", ["seconds", "decimal", "date", "absent"])
def test_a_throttled_account_waits_and_calls_prolong_it(microsoft365: Microsoft365, form: Form) -> None:
    throttle = microsoft365.world.throttle
    throttle.start(timedelta(seconds=10), form=form, prolonged_by=timedelta(seconds=30))
    with calling(microsoft365) as caller:
        answer = caller.graph("GET", "me")
        assert code_of(answer) == (429, "activityLimitReached")
        told = answer.headers.get("Retry-After")
        match form:
            case "absent":
                assert told is None
            case "date":
                assert told is not None
                assert parsedate_to_datetime(told) >= microsoft365.clock.now()
            case _:
                assert told is not None
                assert ("." in told) is (form == "decimal")
        caller.graph("GET", "me")
        microsoft365.clock.advance(timedelta(seconds=12))
        assert caller.graph("GET", "me").status_code == 429
        microsoft365.clock.advance(timedelta(minutes=5))
        assert caller.graph("GET", "me").status_code == 200
        assert len(throttle.calls_during_wait) == 3


def test_a_line_is_dropped_before_or_after_the_act(microsoft365: Microsoft365) -> None:
    path = f"sites/{microsoft365.site_id}/drive/root"
    with calling(microsoft365) as caller:
        microsoft365.faults.next("PUT", "*/before.txt:/content", refuse_line=True)
        microsoft365.faults.next("PUT", "*/after.txt:/content", lose_answer=True)
        for name in ("before.txt", "after.txt"):
            with pytest.raises(requests.ConnectionError):
                caller.graph("PUT", f"{path}:/{name}:/content", data=b"x")
    assert microsoft365.drive.paths() == ["after.txt"]
    assert [request.status for request in microsoft365.seen("PUT")] == [None, None]


def test_a_body_is_cut_off_or_never_ends(microsoft365: Microsoft365) -> None:
    microsoft365.drive.put("a.txt", b"0123456789")
    with calling(microsoft365) as caller:
        address = caller.graph("GET", f"sites/{microsoft365.site_id}/drive/root:/a.txt:/content").headers["Location"]
        microsoft365.faults.next("GET", "*/download", cut_after=4)
        with pytest.raises(requests.RequestException):
            caller.plain("GET", address)
        microsoft365.faults.next("GET", "*/download", endless=True)
        with caller.plain("GET", address, stream=True) as answer:
            assert "Content-Length" not in answer.headers
            read = sum(len(answer.raw.read(65536)) for _ in range(40))
            assert read > 10 * 65536


def test_faults_come_in_their_turn(microsoft365: Microsoft365) -> None:
    microsoft365.faults.next("GET", "*/me", answer=graph_error(503, "serviceNotAvailable"), skip=1, times=2)
    microsoft365.faults.next("GET", "*/me", redirect="https://elsewhere.example/", host=Host.GRAPH, skip=2)
    with calling(microsoft365) as caller:
        assert [caller.graph("GET", "me").status_code for _ in range(6)] == [200, 503, 503, 200, 302, 200]
    assert microsoft365.faults.left == []


def test_answers_that_take_their_time_take_it_beside_each_other() -> None:
    with Microsoft365(latency=0.2) as service:
        service.add_person("anna@vroom.example")
        with calling(service) as caller:
            begin = time.monotonic()
            with ThreadPoolExecutor(8) as pool:
                assert [answer.status_code for answer in pool.map(lambda _: caller.graph("GET", "me"), range(8))] == [
                    200
                ] * 8
            assert 0.2 <= time.monotonic() - begin < 1.2


def test_one_port_answers_for_all() -> None:
    with Microsoft365(one_port=True) as service:
        service.add_person("anna@vroom.example")
        service.drive.put("a.txt", b"x")
        with calling(service) as caller:
            found = caller.graph("GET", f"sites/{service.site_id}/drive/root:/a.txt:/content")
            assert caller.plain("GET", found.headers["Location"]).content == b"x"
            discovery = caller.plain("GET", f"{service.authority}/v2.0/.well-known/openid-configuration")
            assert discovery.json()["issuer"] == f"{service.authority}/v2.0"
            assert service.graph_url.split("/")[2] == service.authority.split("/")[2]
