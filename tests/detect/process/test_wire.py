"""What parent and worker say to each other survives; what a worker should not say is an error and nothing worse."""

from __future__ import annotations

import io
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.detect.process.measures import Force, Measure
from app.detect.process.wire import (
    LENGTH,
    FrameError,
    Job,
    Ready,
    Report,
    Setup,
    frame,
    read_answer,
    read_request,
)
from app.detect.reading.limits import DEFAULT_LIMITS
from app.detect.reading.unread import Unread
from app.domain.finding import Judgement, Origin, Reason, ReasonType, Verdict
from tests.detect.fakes import context

MOST_BYTES = 1_000_000
JUDGEMENT = Judgement(
    verdict=Verdict.CLIENT_DATA,
    kinds={"bsn": 3, "date_of_birth": 1},
    reasons=(Reason(type=ReasonType.CONTENT, detail="bsn 3"),),
    client_id="client-1",
    score=0.9,
    error=Unread.LIMIT.value,
)


def framed(content: bytes) -> io.BytesIO:
    return io.BytesIO(LENGTH.pack(len(content)) + content)


@pytest.mark.parametrize(
    "message",
    [
        Setup(DEFAULT_LIMITS, context()),
        Job(7, b"/home/\xff\n", Origin(host="host.example"), 0, b"key"),
    ],
)
def test_requests_arrive_as_they_were_sent(message: Setup | Job) -> None:
    assert read_request(io.BytesIO(frame(message))) == message


@pytest.mark.parametrize(
    "message", [Ready({Measure.FILES: Force.ABSENT}), Report(7, JUDGEMENT, done=True, sketch=b"x")]
)
def test_answers_arrive_as_they_were_sent(message: Ready | Report) -> None:
    assert read_answer(io.BytesIO(frame(message)), MOST_BYTES) == message


@given(content=st.binary(max_size=300))
def test_any_bytes_are_an_answer_or_none_or_an_error(content: bytes) -> None:
    for stream in (io.BytesIO(content), framed(content)):
        try:
            answer = read_answer(stream, MOST_BYTES)
        except FrameError:
            continue
        assert answer is None or isinstance(answer, Ready | Report)


def test_an_answer_that_nests_deeper_than_any_is_an_error() -> None:
    with pytest.raises(FrameError):
        read_answer(framed(b"\x82\xa4type\xa6report\xa1x" + b"\x91" * 100_000 + b"\xc0"), MOST_BYTES)


def test_a_frame_longer_than_allowed_is_not_even_read() -> None:
    stream = io.BytesIO(LENGTH.pack(MOST_BYTES + 1) + bytes(100))
    with pytest.raises(FrameError):
        read_answer(stream, MOST_BYTES)
    assert stream.tell() == LENGTH.size


@pytest.mark.parametrize(
    "changes",
    [
        {"kinds": {"Jan Jansen": 1}},
        {"kinds": {"bsn": -1}},
        {"kinds": {"bsn": 2**63}},
        {"kinds": {"k" * 41: 1}},
        {"kinds": {f"k{number}": 1 for number in range(101)}},
        {"reasons": (Reason(type=ReasonType.CONTENT, detail="x" * 2_001),)},
        {"reasons": JUDGEMENT.reasons * 1_001},
        {"score": float("nan")},
        {"score": 1.5},
        {"error": "a text of the document"},
    ],
    ids=lambda changes: str(changes)[:60],  # an environment variable of pytest's holds it, and Windows' are short
)
def test_what_no_sound_worker_says_is_an_error(changes: dict[str, object]) -> None:
    report = Report(1, replace(JUDGEMENT, **changes), done=True)  # type: ignore[arg-type]
    with pytest.raises(FrameError):
        read_answer(io.BytesIO(frame(report)), MOST_BYTES)


def test_a_register_may_hold_text_that_was_never_whole() -> None:
    request = Job(1, b"x", Origin(host="a\udcff.example"), 0)
    arrived = read_request(io.BytesIO(frame(request)))
    assert isinstance(arrived, Job)
    assert arrived.origin == Origin(host="a?.example")
    with pytest.raises(UnicodeEncodeError):
        msgspec.msgpack.encode(request)
