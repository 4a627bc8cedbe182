"""Whatever goes wrong on the way, in whatever order: a document arrives whole, once, and nothing of somebody else is lost."""

from __future__ import annotations

import random
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import AssistantError
from app.domain.remote_errors import RemoteConflict
from app.domain.remote_files import RemoteFile
from app.remote.office365 import fragments
from app.remote.office365.fragments import UNIT
from tests.microsoft365 import Microsoft365
from tests.microsoft365.faults import throttled
from tests.microsoft365.messages import Answer, graph_error
from tests.remote.office365.laptop import Laptop, Sender

SMALL = random.Random(1).randbytes(10_000)
LARGE = random.Random(2).randbytes(4_500_000)
TIMES = 8  # that the engine comes back to a document
PAUSE = timedelta(minutes=5)

TARGETS = st.sampled_from(
    [
        *(("PUT", "*:/content"), ("PUT", "*/uploadSession"), ("GET", "*/uploadSession"), ("DELETE", "*/uploadSession")),
        *(("POST", "*createUploadSession"), ("POST", "*children"), ("GET", "*/root:/*")),
    ]
)
WRONG: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.sampled_from([{"lose_answer": True}, {"refuse_line": True}, {"cut_after": 3}]),
    st.sampled_from([500, 502, 504, 429, 503, 416, 401]).map(lambda status: {"answer": _answer(status)}),
)
FAULTS = st.tuples(TARGETS, WRONG, st.integers(0, 3))
_numbers = count()


def _answer(status: int) -> Answer:
    return throttled("1", status) if status in (429, 503) else graph_error(status, "someCode")


@pytest.fixture
def hers(anna: Laptop, monkeypatch: pytest.MonkeyPatch) -> Laptop:
    monkeypatch.setattr(fragments, "FRAGMENT", 5 * UNIT)
    return anna


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    faults=st.lists(FAULTS, min_size=1, max_size=4),
    content=st.sampled_from([SMALL, LARGE]),
    stands=st.booleans(),
    theirs_at=st.sampled_from([None, None, 0, 1]),
    rewrites=st.sampled_from([None, "at_once"]),
    name=st.sampled_from(["plan.txt", "plan.docx"]),
)
def test_it_arrives_or_the_conflict_is_said(
    hers: Laptop,
    faults: list[tuple[tuple[str, str], dict[str, Any], int]],
    content: bytes,
    stands: bool,
    theirs_at: int | None,
    rewrites: str | None,
    name: str,
) -> None:
    service = hers.service
    service.faults.clear()
    service.world.rewrites = rewrites
    service.world.uploads.open.clear()
    hers.office.silence.ended()
    hers.memory.put("office365.silent-until", None)
    place = f"P-{next(_numbers)}"
    sender = Sender(hers.office, place)
    before = sender.send(name, b"before") if stands else None
    for (method, pattern), wrong, skip in faults:
        service.faults.next(method, pattern, skip=skip, **wrong)
    stored, was_conflict = _sent(service, sender, f"{place}/{name}", content, before, theirs_at)
    service.faults.clear()
    standing = service.drive.read(f"{place}/{name}")
    if theirs_at is not None and standing.startswith(b"theirs"):
        assert was_conflict
        assert stored is None
        return
    assert stored is not None
    assert standing.startswith(content)
    assert (standing == content) == (rewrites is None or name.endswith(".txt"))
    assert stored.size_bytes == len(standing)
    if theirs_at is not None:
        assert theirs_at > 0, "what came before ours was never overwritten"
    assert service.drive.paths().count(f"{place}/{name}") == 1


def _sent(
    service: Microsoft365,
    sender: Sender,
    path: str,
    content: bytes,
    before: RemoteFile | None,
    theirs_at: int | None,
) -> tuple[RemoteFile | None, bool]:
    """As the engine sends: it comes back after trouble, with the session that was left open; a conflict ends it."""
    name = path.rpartition("/")[2]
    for number in range(TIMES):
        if number == theirs_at:
            service.drive.put(path, b"theirs")
        try:
            replaces = None if before is None else before.version
            return sender.send(name, content, replaces=replaces, unfinished=sender.unfinished), False
        except RemoteConflict:
            return None, True
        except AssistantError:
            service.clock.advance(PAUSE)
    raise AssertionError("it never arrived")
