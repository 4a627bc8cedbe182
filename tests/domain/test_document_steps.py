"""What is to be done about one document: nothing of anybody is ever overwritten unseen. Source: VR-S2."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.document import Content, Filed
from app.domain.document_steps import Step, decide, has_changed, looks_rewritten, may_be_rewritten
from app.domain.remote_files import RemoteFile

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
VERSIONS = ("one", "two", "three")


def there(version: str, id_: str = "id", by: str = "Robin", at: datetime = NOW) -> RemoteFile:
    return RemoteFile(
        id=id_,
        path="plan.docx",
        size_bytes=len(version),
        version=f"v-{version}",
        content_version=f"c-{version}",
        digest=f"d-{version}",
        modified_at=at,
        modified_by=by,
    )


def here(version: str) -> Content:
    return Content(sha256=f"s-{version}", digest=f"d-{version}", size_bytes=len(version))


def filed(version: str, remote: RemoteFile | None = None) -> Filed:
    return Filed(sha256=f"s-{version}", remote=remote or there(version), at=NOW)


@pytest.mark.parametrize(
    ("local", "known", "remote", "step"),
    [
        (here("one"), None, None, Step.UPLOAD),
        (here("one"), None, there("one"), Step.ADOPT),
        (here("one"), None, there("two"), Step.CONFLICT),
        (here("one"), filed("one"), there("one"), Step.NOTHING),
        (here("two"), filed("one"), there("one"), Step.REPLACE),
        (here("one"), filed("one"), there("two"), Step.OFFER),
        (here("two"), filed("one"), there("two"), Step.ADOPT),
        (here("two"), filed("one"), there("three"), Step.CONFLICT),
        (here("one"), filed("one"), None, Step.REMOTE_DELETED),
        (here("two"), filed("one"), None, Step.REMOTE_DELETED),
        (None, filed("one"), there("one"), Step.LOCAL_DELETED),
        (None, filed("one"), None, Step.FORGET),
        (None, None, there("one"), Step.REMOTE_ONLY),
    ],
)
def test_each_case_has_its_step(local: Content | None, known: Filed | None, remote: RemoteFile | None, step: Step):
    assert decide(local, known, remote, may_rewrite=False) is step


states = st.sampled_from([None, *VERSIONS])


@given(states, states, states, st.booleans())
def test_only_what_nobody_else_changed_is_replaced(
    local: str | None, known: str | None, remote: str | None, may_rewrite: bool
):
    """Whatever stands where: a version there goes only when it is the one that was filed from here; and nothing is asked of a
    person when only one side changed."""
    step = decide(
        (local and here(local)) or None,
        (known and filed(known)) or None,
        (remote and there(remote)) or None,
        may_rewrite=may_rewrite,
    )
    if step is Step.UPLOAD:
        assert remote is None
        assert known is None
    if step is Step.REPLACE:
        assert remote == known
        assert local != known
    if step is Step.CONFLICT:
        assert local != remote
        assert remote != known
        assert local != known
    if step in (Step.NOTHING, Step.ADOPT):
        assert local == remote
    if remote is None and known is not None and local is not None:
        assert step is Step.REMOTE_DELETED


def test_what_the_service_rewrote_is_no_change_of_anybody():
    sent = filed("one")
    rewritten = there("one rewritten", at=NOW + timedelta(seconds=20))
    assert decide(here("one"), sent, rewritten, may_rewrite=True) is Step.REWRITTEN
    assert decide(here("two"), sent, rewritten, may_rewrite=True) is Step.COMPARE
    assert decide(here("one"), sent, rewritten, may_rewrite=False) is Step.OFFER


@pytest.mark.parametrize(
    "now",
    [
        there("other", by="Anna"),
        there("other", id_="another"),
        there("other", at=NOW + timedelta(hours=1)),
        there("other" * 100_000),
    ],
    ids=["another person", "another item", "much later", "much larger"],
)
def test_what_looks_like_a_persons_work_is_offered(now: RemoteFile):
    assert not looks_rewritten(there("one"), now)
    assert decide(here("one"), filed("one"), now, may_rewrite=True) is Step.OFFER


def test_a_new_version_with_the_same_content_is_no_change():
    renamed = RemoteFile(
        id="id", path="b.docx", size_bytes=3, version="v9", content_version="c-one", digest="d-one", modified_at=NOW
    )
    assert not has_changed(there("one"), renamed)


def test_without_a_digest_the_content_version_tells():
    def untold(version: str) -> RemoteFile:
        return RemoteFile(id="id", path="a", size_bytes=3, version=version, content_version=version)

    assert not has_changed(untold("a"), untold("a"))
    assert has_changed(untold("a"), untold("b"))


def test_office_pdf_and_html_are_rewritten():
    assert all(may_be_rewritten(name) for name in ("a.DOCX", "b.pdf", "c/d.html", "e.xlsm"))
    assert not any(may_be_rewritten(name) for name in ("a.txt", "b.csv", "docx", "c.png"))
