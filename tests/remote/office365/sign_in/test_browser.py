"""Where the browser comes back to: this machine alone, one answer, ours."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Callable
from urllib.parse import urlencode

import pytest

from app.domain.sign_in import SignInFailed, SignInReason
from app.remote.office365.sign_in import browser
from app.remote.office365.sign_in.browser import BrowserReturn, Opening

SOON = 5.0


def ask(back: BrowserReturn, method: str, path: str, body: str | None = None) -> tuple[int, str]:
    port = int(back.address.rpartition(":")[2])
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=SOON)
    try:
        line.request(method, path, body, {"Content-Type": "application/x-www-form-urlencoded"} if body else {})
        answer = line.getresponse()
        return answer.status, answer.read().decode("utf-8")
    finally:
        line.close()


def came_back(*visits: Callable[[BrowserReturn], object], seconds: float = SOON) -> tuple[dict[str, str], list[object]]:
    """What the listener took, and what the visitors got to see."""
    seen: list[object] = []
    with BrowserReturn("Klaar & <gereed>.") as back:

        def visit(_: str) -> bool:
            seen.extend(one(back) for one in visits)
            return True

        opening = Opening(visit, "https://login.example/authorize")
        try:
            return back.wait(lambda: None, seconds, opening), seen
        finally:
            opening._thread.join(SOON)


def fields(back: BrowserReturn, **changed: str) -> str:
    return urlencode({"code": "c0de", "state": back.state, **changed})


def test_an_answer_by_post_is_taken() -> None:
    answer, seen = came_back(lambda back: ask(back, "POST", "/", fields(back)))
    assert answer["code"] == "c0de"
    status, page = seen[0]  # type: ignore[misc]  # what ask() gives
    assert status == 200
    assert "Klaar &amp; &lt;gereed&gt;." in page
    assert "c0de" not in page


def test_so_is_one_by_address_for_tenants_that_answer_so() -> None:
    answer, _ = came_back(lambda back: ask(back, "GET", f"/?{fields(back)}"))
    assert answer["code"] == "c0de"


def test_an_error_is_an_answer_too() -> None:
    answer, _ = came_back(
        lambda back: ask(back, "POST", "/", urlencode({"error": "access_denied", "state": back.state}))
    )
    assert answer["error"] == "access_denied"


@pytest.mark.parametrize(
    "visit",
    [
        lambda back: ask(back, "POST", "/", fields(back, state="another")),
        lambda back: ask(back, "GET", "/?code=c0de"),
        lambda back: ask(back, "GET", "/favicon.ico"),
        lambda back: ask(back, "POST", "/elsewhere", fields(back)),
        lambda back: ask(back, "POST", "/", urlencode({"state": back.state})),
        lambda back: ask(back, "POST", "/", "x" * (browser.MOST_BYTES + 1)),
    ],
)
def test_what_is_not_ours_is_turned_away_and_the_wait_goes_on(visit: Callable[[BrowserReturn], object]) -> None:
    answer, seen = came_back(visit, lambda back: ask(back, "POST", "/", fields(back)))
    assert answer["code"] == "c0de"
    assert seen[0][0] in (400, 404)  # type: ignore[index]  # what ask() gives


def test_a_visitor_that_breaks_off_is_no_matter() -> None:
    def break_off(back: BrowserReturn) -> None:
        with socket.create_connection(("127.0.0.1", int(back.address.rpartition(":")[2])), SOON) as line:
            line.sendall(b"POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nco")

    answer, _ = came_back(break_off, lambda back: ask(back, "POST", "/", fields(back)))
    assert answer["code"] == "c0de"


def test_it_listens_to_this_machine_alone() -> None:
    with BrowserReturn("Klaar.") as back:
        assert back._server.server_address[0] == "127.0.0.1"
        assert back.address.startswith("http://localhost:")


def test_nobody_comes_back() -> None:
    with pytest.raises(SignInFailed) as caught:
        came_back(seconds=0.3)
    assert caught.value.reason is SignInReason.TOO_LATE


def test_a_browser_that_stays_until_its_page_is_done_does_not_keep_it_waiting() -> None:
    """BROWSER="command %s" without an ampersand: the command ends only after the answer came."""
    done = threading.Event()
    with BrowserReturn("Klaar.") as back:

        def stays(_: str) -> bool:
            ask(back, "POST", "/", fields(back))
            return done.wait(SOON)

        opening = Opening(stays, "https://login.example/authorize")
        assert back.wait(lambda: None, SOON, opening)["code"] == "c0de"
        done.set()
        opening._thread.join(SOON)


def test_each_sign_in_has_a_state_of_its_own() -> None:
    with BrowserReturn("") as one, BrowserReturn("") as other:
        assert one.state != other.state
        assert one.address != other.address
