"""Filing in the firm's library, by the real client against the test server. Source: VR-S2."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.actions.documents.target import FilingTarget
from app.domain.document import Why
from app.domain.document_names import site_characters
from tests.actions.documents.conftest import FILED, Filer
from tests.actions.documents.library import office_document, text_in
from tests.microsoft365 import Microsoft365
from tests.microsoft365.fixtures import microsoft365
from tests.remote.office365.laptop import Laptop, laptop

__all__ = ["microsoft365"]

PATH = "P1/Documentatie/plan.docx"


@pytest.fixture
def anna(microsoft365: Microsoft365) -> Iterator[Laptop]:
    made = laptop(microsoft365)
    yield made
    made.session.close()


@pytest.fixture
def filer(filer: Filer, anna: Laptop) -> Filer:
    return speaks_to(filer, anna)


def speaks_to(filer: Filer, anna: Laptop) -> Filer:
    target = FilingTarget(
        remote=anna.office.documents,
        name="office365",
        rewrites=True,
        side_by_side=4,
        site_characters=site_characters(anna.settings.site),
        look_now=anna.office.feed.look_now,
    )
    filer.documents._choose = filer.documents._rounds._choose = lambda: target
    return filer


def test_documents_are_filed_and_a_quiet_round_asks_little(filer: Filer, microsoft365: Microsoft365):
    filer.write("plan.txt", "one")
    filer.write("sub map/100% #1.txt", "two")
    filer.write("leeg.txt", "")
    filer.sync()
    assert set(filer.states().values()) == {FILED}
    assert microsoft365.drive.read("P1/Documentatie/sub map/100% #1.txt") == b"two"
    filer.sync()  # the place is looked for once, now that it is there
    microsoft365.forget_requests()
    filer.sync()
    assert len(microsoft365.requests) <= 1


def test_rewritten_documents_are_sent_once_for_each_change(filer: Filer, microsoft365: Microsoft365):
    microsoft365.world.rewrites = True
    for text in ("one", "two"):
        filer.write("plan.docx", office_document(text))
        microsoft365.forget_requests()
        filer.sync()
        microsoft365.clock.advance(timedelta(minutes=1))
        for _ in range(2):
            filer.sync()
        assert filer.states() == {"plan.docx": FILED}
        sent = [request for request in microsoft365.requests if request.method == "PUT" and request.status < 300]
        assert len(sent) == 1
    assert list(filer.here()) == ["plan.docx"]


def test_a_colleagues_version_is_offered_then_a_conflict(filer: Filer, microsoft365: Microsoft365):
    filer.write("plan.docx", office_document("one"))
    filer.sync()
    microsoft365.clock.advance(timedelta(hours=1))
    microsoft365.drive.put(PATH, office_document("theirs"))
    filer.sync()
    assert filer.row("plan.docx").why is Why.OFFERED
    assert text_in(filer.here()["plan.docx"]) == "one"
    filer.write("plan.docx", office_document("mine"))
    filer.sync()
    row = filer.row("plan.docx")
    assert row.why is Why.BOTH_CHANGED
    assert row.by
    assert {text_in(content) for content in filer.here().values()} == {"mine", "theirs"}
    filer.documents.keep_mine(row.id)
    filer.sync()
    assert text_in(microsoft365.drive.read(PATH)) == "mine"
    assert filer.states() == {"plan.docx": FILED}


def test_what_a_colleague_deleted_moved_and_made(filer: Filer, microsoft365: Microsoft365):
    for name in ("a.txt", "b.txt"):
        filer.write(name, name)
    for _ in range(2):
        filer.sync()
    microsoft365.drive.delete("P1/Documentatie/a.txt")
    microsoft365.drive.rename("P1/Documentatie/b.txt", "P1/Documentatie/c.txt")
    microsoft365.drive.put("P1/Documentatie/nieuw.txt", b"new")
    filer.sync()
    assert filer.row("a.txt").why is Why.REMOTE_DELETED
    assert filer.states()["b.txt"] == FILED
    assert filer.row("nieuw.txt").why is Why.REMOTE_ONLY
    assert set(filer.here()) == {"a.txt", "b.txt"}
    filer.write("b.txt", "changed")
    filer.sync()
    assert microsoft365.drive.read("P1/Documentatie/c.txt") == b"changed"


@pytest.mark.skipif(sys.platform == "win32", reason="the server's line ends late there")
def test_a_lost_answer_costs_no_second_document(filer: Filer, microsoft365: Microsoft365):
    filer.write("plan.txt", "one")
    microsoft365.faults.next("PUT", "*plan.txt*", lose_answer=True, times=1)
    filer.sync()
    filer.sync()
    assert filer.states() == {"plan.txt": FILED}
    assert filer.rows().keys() == {"plan.txt"}


def test_a_throttled_account_waits_and_says_so(filer: Filer, microsoft365: Microsoft365):
    filer.write("plan.txt", "one")
    microsoft365.world.throttle.start(timedelta(minutes=5), form="seconds", status=429)
    status = filer.sync()
    assert status.trouble is not None
    assert filer.states() == {"plan.txt": "queued"}
    microsoft365.clock.advance(timedelta(minutes=6))
    status = filer.sync()
    assert status.trouble is None
    assert filer.states() == {"plan.txt": FILED}


def test_a_project_comes_back_from_the_library(filer: Filer, microsoft365: Microsoft365, tmp_path: Path):
    microsoft365.world.rewrites = True
    filer.write("plan.docx", office_document("one"))
    filer.write("sub/a.txt", "two")
    filer.sync()
    found = filer.documents.restore("P1", tmp_path / "back")
    assert (found.files, found.not_verified) == (2, ())
    assert (tmp_path / "back/Documentatie/sub/a.txt").read_bytes() == b"two"


def test_a_large_document_goes_on_after_a_restart(filer: Filer, anna: Laptop, microsoft365: Microsoft365):
    content = bytes(range(256)) * 100_000  # more than is sent in one piece
    filer.write("groot.bin", content)
    microsoft365.faults.next("PUT", "*", refuse_line=True, skip=1, times=100)
    filer.sync()
    assert filer.states() == {"groot.bin": "queued"}
    microsoft365.faults.clear()
    filer.laptop.restart()
    filer.app, filer.documents = filer.laptop.app, filer.laptop.app.documents
    process = anna.another_process()
    speaks_to(filer, process)
    microsoft365.forget_requests()
    filer.sync()
    assert filer.states() == {"groot.bin": FILED}
    assert microsoft365.drive.read("P1/Documentatie/groot.bin") == content
    assert not [request for request in microsoft365.requests if request.target.endswith("createUploadSession")]
    process.session.close()
