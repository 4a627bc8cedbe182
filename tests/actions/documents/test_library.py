"""Filing in a library that changes what it stores, refuses, forgets and is edited by others. Source: VR-S2."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from app.actions.documents.target import FilingTarget
from app.domain.document import Why
from app.domain.errors import AssistantError
from app.domain.messages import msg
from app.domain.remote_errors import (
    RemoteBroken,
    RemoteFull,
    RemoteLocked,
    RemoteOnHold,
    RemoteRefused,
    RemoteRejected,
    RemoteThrottled,
    RemoteUnreachable,
    SignInNeeded,
)
from app.system.language import local_zone
from tests.actions.documents.conftest import FILED, Filer
from tests.actions.documents.library import Library, office_document, text_in

PATH = "Documentatie/plan.docx"


@pytest.fixture
def library() -> Library:
    return Library()


@pytest.fixture
def filer(filer: Filer, library: Library) -> Filer:
    target = FilingTarget(remote=library, name="library", rewrites=True, side_by_side=4, site_characters=60)
    filer.documents._choose = filer.documents._rounds._choose = lambda: target
    return filer


@pytest.mark.parametrize("when", ["at once", "later"])
@pytest.mark.parametrize("name", ["plan.docx", "plan.html"])
def test_what_the_service_rewrote_is_sent_once_and_is_no_conflict(filer: Filer, library: Library, when: str, name: str):
    library.rewrites = when
    make: Callable[[str], bytes] = (
        office_document if name.endswith("x") else lambda text: f"<html>{text}</html>".encode()
    )
    filer.write(name, make("one"))
    filer.sync()
    for _ in range(3):
        if when == "later":
            library.settle()
        filer.sync()
    assert library.uploads == [f"Documentatie/{name}"]
    assert filer.states() == {name: FILED}
    filer.write(name, make("two"))
    filer.sync()
    assert library.uploads == [f"Documentatie/{name}"] * 2
    assert filer.states() == {name: FILED}
    assert list(filer.here()) == [name]


def test_a_real_edit_of_a_rewritten_document_is_a_conflict(filer: Filer, library: Library):
    """The service rewrote it, then a colleague wrote in it, then the person here did."""
    filer.write("plan.docx", office_document("one"))
    filer.sync()
    library.settle()
    library.put(PATH, office_document("theirs", title="t"), "Robin")  # by the same account, in the browser
    filer.write("plan.docx", office_document("mine"))
    filer.sync()
    assert filer.row("plan.docx").why is Why.BOTH_CHANGED
    assert text_in(library.content(PATH)) == "theirs"
    assert {text_in(content) for content in filer.here().values()} == {"mine", "theirs"}


def test_a_conflict_names_the_person_and_the_time(filer: Filer, library: Library):
    filer.write("plan.txt", "one")
    filer.sync()
    library.now += timedelta(hours=1)
    library.put("Documentatie/plan.txt", b"theirs")
    filer.write("plan.txt", "mine")
    filer.sync()
    at = library.now.astimezone(local_zone())
    assert f"plan (conflict, Anna Smit, {at:%Y-%m-%d %H%M}).txt" in filer.here()
    assert filer.row("plan.txt").by == "Anna Smit"


def test_an_edit_that_came_between_is_not_overwritten(filer: Filer, library: Library):
    """The other one's version comes after the look and before the upload: only If-Match sees it."""
    filer.write("plan.txt", "one")
    filer.sync()
    filer.write("plan.txt", "mine")

    def meanwhile(act: str, _path: str) -> None:
        if act == "upload":
            library.refuse = lambda *_: None
            library.put("Documentatie/plan.txt", b"theirs")

    library.refuse = meanwhile
    filer.sync()
    assert library.content("Documentatie/plan.txt") == b"theirs"
    assert sorted(filer.here().values()) == [b"mine", b"theirs"]
    assert filer.row("plan.txt").why is Why.BOTH_CHANGED


@pytest.mark.parametrize("name", ["plan.txt", "plan.docx"])
def test_a_lost_answer_is_no_second_upload_and_no_conflict(filer: Filer, library: Library, name: str):
    library.rewrites = "at once"
    library.answers_lost = 1
    filer.write(name, office_document("one") if name.endswith("x") else "one")
    assert filer.sync().trouble is not None
    filer.sync()
    assert filer.states() == {name: FILED}
    assert library.uploads == [f"Documentatie/{name}"]


def test_a_document_that_was_moved_there_is_followed(filer: Filer, library: Library):
    filer.write("plan.txt", "one")
    filer.sync()
    library.rename("Documentatie/plan.txt", "Documentatie/archief/plan.txt")
    filer.write("plan.txt", "two")
    filer.sync()
    assert library.content("Documentatie/archief/plan.txt") == b"two"
    assert len(library.files) == 1


UNTIL = Library().now + timedelta(hours=1)


@pytest.mark.parametrize(
    ("error", "state", "why"),
    [
        (RemoteLocked(msg("remote.locked", path="-")), "queued", Why.IN_USE),
        (RemoteRefused(msg("remote.name")), "failed", Why.REFUSED),
        (RemoteRejected(msg("remote.name")), "failed", Why.REFUSED),
        (RemoteOnHold(msg("remote.name")), "failed", Why.ON_HOLD),
        (RemoteOnHold(msg("remote.name"), is_record=True), "failed", Why.IS_RECORD),
        (RemoteBroken(msg("remote.broken", path="-")), "queued", Why.AGAIN),
        (RemoteUnreachable(msg("remote.name")), "queued", Why.AGAIN),
        (RemoteFull(msg("remote.name")), "queued", Why.AGAIN),
        (SignInNeeded(msg("remote.name")), "queued", Why.AGAIN),
        (RemoteThrottled(msg("remote.name"), UNTIL), "queued", Why.AGAIN),
    ],
)
def test_each_refusal_has_its_own_reaction(filer: Filer, library: Library, error: AssistantError, state: str, why: Why):
    def refuse(act: str, path: str) -> None:
        if act == "upload":
            raise error

    filer.write("plan.txt", "one")
    library.refuse = refuse
    status = filer.sync()
    is_all = isinstance(error, RemoteUnreachable | RemoteFull | SignInNeeded | RemoteThrottled)
    assert (status.trouble == error.message) is is_all
    row = filer.row("plan.txt")
    assert (row.state.value, row.why) == (state, why)
    library.refuse = lambda *_: None
    filer.sync()
    assert filer.states() == {"plan.txt": FILED}
    assert filer.documents.status().trouble is None


def test_after_a_throttle_nothing_more_is_sent_in_this_round(filer: Filer, library: Library):
    tried = []

    def refuse(act: str, path: str) -> None:
        if act == "upload":
            tried.append(path)
            raise RemoteThrottled(msg("remote.name"), UNTIL)

    for number in range(200):
        filer.write(f"{number}.txt", str(number))
    library.refuse = refuse
    filer.sync()
    assert len(tried) <= 4  # those that were under way
    assert set(filer.states().values()) == {"queued"}


def test_what_failed_is_tried_later_by_itself(filer: Filer, library: Library):
    def refuse(act: str, path: str) -> None:
        if act == "upload":
            raise RemoteRefused(msg("remote.name"))

    filer.write("plan.txt", "one")
    library.refuse = refuse
    filer.sync()
    library.refuse = lambda *_: None
    filer.documents.look_around()
    assert filer.states() == {"plan.txt": "failed"}
    filer.laptop.passes(timedelta(hours=2))
    filer.documents.look_around()
    assert filer.states() == {"plan.txt": FILED}


def test_what_is_stored_wrong_is_never_called_filed(filer: Filer, library: Library, monkeypatch: pytest.MonkeyPatch):
    put = library.put
    monkeypatch.setattr(library, "put", lambda path, content, person: put(path, content[:-1], person))
    filer.write("plan.txt", "one")
    filer.sync()
    assert filer.states() == {"plan.txt": "queued"}
    for _ in range(3):
        filer.sync()
    assert filer.row("plan.txt").why is Why.BROKEN
    monkeypatch.setattr(library, "put", put)
    filer.sync()
    assert filer.states() == {"plan.txt": FILED}
    assert library.content("Documentatie/plan.txt") == b"one"


def test_the_guard_asks_the_remote_once_an_hour(filer: Filer, library: Library):
    asked = []
    library.refuse = lambda act, _path: asked.append(act)
    filer.write("plan.txt", "one")
    filer.sync()
    asked.clear()
    for _ in range(11):
        filer.laptop.passes(timedelta(minutes=5))
        filer.documents.look_around()
    assert asked == ["changes"]


def test_bringing_back_compares_what_was_rewritten_with_what_the_service_reports(
    filer: Filer, library: Library, tmp_path: Path
):
    library.rewrites = "at once"
    filer.write("plan.docx", office_document("one"))
    filer.write("plan.txt", "one")
    filer.sync()
    result = filer.documents.restore("P1", tmp_path / "back")
    assert (result.files, result.rewritten, result.not_verified) == (2, 1, ())
    assert text_in((tmp_path / "back/Documentatie/plan.docx").read_bytes()) == "one"


def test_what_the_service_lost_track_of_is_filed_again(filer: Filer, library: Library):
    """410 with "upload differences": what is not named is not taken for deleted."""
    filer.write("plan.txt", "one")
    filer.write("lijst.txt", "two")
    filer.sync()
    library.delete("Documentatie/plan.txt")
    library.forgot = True
    filer.sync()
    assert library.content("Documentatie/plan.txt") == b"one"
    assert filer.states() == {"plan.txt": FILED, "lijst.txt": FILED}
