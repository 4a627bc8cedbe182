"""Upload sessions: each rule of the documentation, broken once."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Any

import pytest
import requests

from tests.microsoft365.calls import Caller, calling, code_of
from tests.microsoft365.fixtures import microsoft365
from tests.microsoft365.microsoft365 import Microsoft365

__all__ = ["microsoft365"]
STEP = 320 * 1024


def begin(
    caller: Caller, service: Microsoft365, name: str = "big.bin", conflict: str = "fail", **more: Any
) -> requests.Response:
    address = f"sites/{service.site_id}/drive/root:/{name}:/createUploadSession"
    return caller.graph("POST", address, json={"item": {"@microsoft.graph.conflictBehavior": conflict}}, **more)


def put(caller: Caller, url: str, data: bytes, start: int, total: int, **more: Any) -> requests.Response:
    headers = {"Content-Range": f"bytes {start}-{start + len(data) - 1}/{total}", **more.pop("headers", {})}
    return caller.plain("PUT", url, data=data, headers=headers, **more)


def test_fragments_make_a_file(microsoft365: Microsoft365) -> None:
    data = os.urandom(2 * STEP + 5)
    with calling(microsoft365) as caller:
        session = begin(caller, microsoft365).json()
        url = session["uploadUrl"]
        assert session["nextExpectedRanges"] == ["0-"]
        first = put(caller, url, data[:STEP], 0, len(data))
        assert (first.status_code, first.json()["nextExpectedRanges"]) == (202, [f"{STEP}-"])
        assert caller.plain("GET", url).json()["nextExpectedRanges"] == [f"{STEP}-"]
        put(caller, url, data[STEP : 2 * STEP], STEP, len(data))
        last = put(caller, url, data[2 * STEP :], 2 * STEP, len(data))
        assert last.status_code == 201
        assert last.json()["size"] == len(data)
        assert code_of(caller.plain("GET", url))[0] == 404
    assert microsoft365.drive.read("big.bin") == data


@pytest.mark.parametrize(
    ("start", "length", "total", "status", "inner"),
    [
        (0, STEP, 3 * STEP, 416, "fragmentOverlap"),
        (STEP // 2, STEP, 3 * STEP, 416, "fragmentOverlap"),
        (2 * STEP, STEP, 3 * STEP, 416, "fragmentOutOfOrder"),
        (STEP, STEP, 4 * STEP, 400, None),
        (STEP, STEP - 1, 3 * STEP, 400, None),
        (STEP, 3 * STEP, 3 * STEP, 400, "fragmentLengthMismatch"),
    ],
)
def test_a_wrong_fragment_is_refused_and_nothing_is_lost(
    microsoft365: Microsoft365, start: int, length: int, total: int, status: int, inner: str | None
) -> None:
    with calling(microsoft365) as caller:
        url = begin(caller, microsoft365).json()["uploadUrl"]
        put(caller, url, bytes(STEP), 0, 3 * STEP)
        answer = put(caller, url, bytes(length), start, total)
        assert answer.status_code == status
        assert answer.json()["error"]["innerError"].get("code") == inner
        assert caller.plain("GET", url).json()["nextExpectedRanges"] == [f"{STEP}-"]
        assert put(caller, url, bytes(2 * STEP), STEP, 3 * STEP).status_code == 201


def test_a_fragment_is_below_sixty_mebibytes(microsoft365: Microsoft365) -> None:
    size = 60 * 1024 * 1024
    with calling(microsoft365) as caller:
        url = begin(caller, microsoft365).json()["uploadUrl"]
        assert put(caller, url, bytes(size), 0, size).status_code == 413


def test_an_upload_address_takes_no_token(microsoft365: Microsoft365) -> None:
    with calling(microsoft365) as caller:
        url = begin(caller, microsoft365).json()["uploadUrl"]
        assert put(caller, url, b"x", 0, 1, headers={"Authorization": f"Bearer {caller.token}"}).status_code == 401
        assert caller.plain("PUT", url, data=b"x").status_code == 400


def test_a_lost_answer_leaves_what_came_in(microsoft365: Microsoft365) -> None:
    with calling(microsoft365) as caller:
        url = begin(caller, microsoft365).json()["uploadUrl"]
        microsoft365.faults.next("PUT", "*/uploadSession", lose_answer=True)
        with pytest.raises(requests.ConnectionError):
            put(caller, url, bytes(STEP), 0, 2 * STEP)
        assert caller.plain("GET", url).json()["nextExpectedRanges"] == [f"{STEP}-"]


def test_the_second_session_for_a_name_is_refused_until_the_first_is_gone(microsoft365: Microsoft365) -> None:
    with calling(microsoft365) as caller:
        url = begin(caller, microsoft365).json()["uploadUrl"]
        assert code_of(begin(caller, microsoft365, "BIG.bin")) == (409, "nameAlreadyExists")
        assert caller.plain("DELETE", url).status_code == 204
        assert caller.plain("PUT", url, data=b"x").status_code == 404
        assert begin(caller, microsoft365).status_code == 200


def test_a_session_ends(microsoft365: Microsoft365) -> None:
    with calling(microsoft365) as caller:
        url = begin(caller, microsoft365).json()["uploadUrl"]
        microsoft365.clock.advance(timedelta(days=2))
        answer = put(caller, url, b"x", 0, 1)
        assert answer.status_code == 404
        assert answer.json()["error"]["innerError"]["code"] == "uploadSessionNotFound"


def test_what_came_in_between_is_found_with_the_last_fragment(microsoft365: Microsoft365) -> None:
    item = microsoft365.drive.put("big.bin", b"1")
    with calling(microsoft365) as caller:
        assert code_of(begin(caller, microsoft365))[0] == 409
        late = begin(caller, microsoft365, conflict="replace", headers={"If-Match": '"{0},9"'})
        assert code_of(late) == (412, "resourceModified")
        url = begin(caller, microsoft365, conflict="replace", headers={"If-Match": item.etag}).json()["uploadUrl"]
        microsoft365.drive.put("big.bin", b"2")
        assert code_of(put(caller, url, b"3", 0, 1)) == (412, "resourceModified")
        assert caller.plain("GET", url).json()["nextExpectedRanges"] == []
        new = begin(caller, microsoft365, "new.bin").json()["uploadUrl"]
        microsoft365.drive.put("new.bin", b"4")
        assert code_of(put(caller, new, b"5", 0, 1)) == (409, "nameAlreadyExists")
    assert (microsoft365.drive.read("big.bin"), microsoft365.drive.read("new.bin")) == (b"2", b"4")


def test_a_size_that_does_not_fit_is_refused_at_once(microsoft365: Microsoft365) -> None:
    microsoft365.drive.set_quota(10)
    item = {"@microsoft.graph.conflictBehavior": "fail", "fileSize": 11}
    with calling(microsoft365) as caller:
        address = f"sites/{microsoft365.site_id}/drive/root:/big.bin:/createUploadSession"
        assert code_of(caller.graph("POST", address, json={"item": item}))[0] == 507
        assert code_of(caller.graph("POST", address, json={"item": {"invented": 1}}))[0] == 400


def test_an_empty_file_cannot_be_sent_in_fragments(microsoft365: Microsoft365) -> None:
    with calling(microsoft365) as caller:
        url = begin(caller, microsoft365).json()["uploadUrl"]
        assert caller.plain("PUT", url, data=b"", headers={"Content-Range": "bytes 0-0/0"}).status_code == 400
