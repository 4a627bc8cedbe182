"""Many requests in one: each part has its own answer and its own second chance."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from app.domain.remote_errors import RemoteThrottled, RemoteUnreachable
from tests.microsoft365.messages import Answer, json_answer
from tests.remote.office365.laptop import Laptop


def parts(anna: Laptop) -> list[list[str]]:
    """The addresses in each batch that was sent."""
    sent = [request for request in anna.service.seen("POST") if request.path.endswith("$batch")]
    return [[part["url"] for part in json.loads(request.body)["requests"]] for request in sent]


def answer_of(*told: tuple[str, int, dict[str, str]]) -> Answer:
    responses = [{"id": id_, "status": status, "headers": headers, "body": {"n": id_}} for id_, status, headers in told]
    return json_answer(200, {"responses": responses})


def test_answers_come_in_the_order_of_the_questions(anna: Laptop) -> None:
    ids = [anna.service.drive.put(f"f/{number}.txt", b"x").id for number in range(45)]
    answers = anna.office.batches.get([anna.office.site.by_id(id_) for id_ in ids])
    assert [answer.body["id"] for answer in answers] == ids
    assert [len(batch) for batch in parts(anna)] == [20, 20, 5]


def test_a_part_that_fails_does_not_fail_the_others(anna: Laptop) -> None:
    answers = anna.office.batches.get(["/me", "/nothing", anna.office.site.drive])
    assert [answer.status for answer in answers][::2] == [200, 200]
    assert answers[1].status in (400, 404)


def test_only_throttled_parts_are_sent_again_after_their_wait(anna: Laptop) -> None:
    told = (("1", 200, {}), ("0", 429, {"Retry-After": "7"}), ("2", 503, {"Retry-After": "3"}))
    anna.service.faults.next("POST", "*/$batch", answer=answer_of(*told))
    anna.service.faults.next("POST", "*/$batch", answer=answer_of(("0", 200, {}), ("2", 200, {})))
    answers = anna.office.batches.get(["/a", "/b", "/c"])
    assert [answer.body["n"] for answer in answers] == ["0", "1", "2"]
    assert parts(anna) == [["/a", "/b", "/c"], ["/a", "/c"]]
    assert 6 < sum(anna.waits) < 9


def test_a_part_that_asks_for_a_long_wait_silences_the_account(anna: Laptop) -> None:
    anna.service.faults.next("POST", "*/$batch", answer=answer_of(("0", 429, {"retry-after": "600"})))
    with pytest.raises(RemoteThrottled):
        anna.office.batches.get(["/a"])
    with pytest.raises(RemoteThrottled):
        anna.office.client.get("/me")
    anna.service.clock.advance(timedelta(minutes=11))
    anna.office.client.get("/me")


def test_parts_with_trouble_or_without_answer_are_asked_again(anna: Laptop) -> None:
    anna.service.faults.next("POST", "*/$batch", answer=answer_of(("0", 500, {})))
    anna.service.faults.next("POST", "*/$batch", answer=answer_of(("0", 200, {}), ("1", 404, {})))
    assert [answer.status for answer in anna.office.batches.get(["/a", "/b"])] == [200, 404]


def test_parts_that_never_come_are_left_until_later(anna: Laptop) -> None:
    anna.service.faults.next("POST", "*/$batch", answer=answer_of(), times=99)
    with pytest.raises(RemoteUnreachable):
        anna.office.batches.get(["/a"])
    anna.service.faults.clear()
    anna.service.faults.next("POST", "*/$batch", answer=answer_of(("0", 429, {"Retry-After": "1"})), times=99)
    with pytest.raises(RemoteThrottled):
        anna.office.batches.get(["/a"])


def test_nothing_asked_is_nothing_sent(anna: Laptop) -> None:
    assert anna.office.batches.get([]) == []
    assert anna.service.requests == []


@pytest.mark.parametrize("status", [400, 404, 405, 501])
def test_where_batches_are_not_offered_each_is_asked_by_itself(anna: Laptop, status: int) -> None:
    anna.service.faults.next("POST", "*/$batch", answer=Answer(status), times=9)
    answers = anna.office.batches.get(["/me", f"{anna.office.site.drive}/items/none"])
    assert [answer.status for answer in answers] == [200, 404]
