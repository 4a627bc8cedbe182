"""What parent and worker say to each other: frames of a length (4 bytes, big-endian) and MessagePack.

Paths travel as the bytes of `os.fsencode`, so every name survives. Answers hold verdict, kinds, counts and reasons; never
a value of a document. What the worker says is looked at as what a stranger says: it has read documents.
"""

from __future__ import annotations

import struct
from typing import Any, Protocol, TypeAlias

import msgspec

from app.detect.process.measures import Force, Measure
from app.detect.reading.limits import Limits
from app.detect.reading.unread import Unread
from app.domain.finding import Judgement, Origin
from app.domain.ports import DetectionContext

LENGTH = struct.Struct(">I")
REQUEST_BYTES = 256_000_000  # a register with millions of digests; the parent is trusted, its size is not

MOST_KINDS, KIND_CHARS = 100, 40
MOST_REASONS, DETAIL_CHARS = 1_000, 2_000
MOST_COUNTED = 2**53
UNREAD = frozenset(Unread)


class FrameError(Exception):
    """The other side sent something that is no frame, or one that is too long."""


class Setup(msgspec.Struct, frozen=True, tag="setup"):
    limits: Limits
    context: DetectionContext


class Job(msgspec.Struct, frozen=True, tag="job"):
    """`number`: every report on this document repeats it. `document`: what `hand_over` said of the open file; with `unread`
    there is none, and name and origin alone are judged."""

    number: int
    path: bytes
    origin: Origin | None
    document: int
    sketch_key: bytes = b""  # ask for a sample of the content, too
    unread: Unread | None = None


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """The worker has its context and waits for work, held by these measures."""

    measures: dict[Measure, Force]


class Report(msgspec.Struct, frozen=True, tag="report"):
    """`done` is False for what is known so far: it counts when the worker does not get to the end."""

    number: int
    judgement: Judgement
    done: bool
    sketch: bytes | None = None


class Input(Protocol):
    """`read` gives fewer bytes than it was asked for only at the end."""

    def read(self, size: int, /) -> bytes: ...


Request: TypeAlias = "Setup | Job"
Answer: TypeAlias = "Ready | Report"

_requests = msgspec.msgpack.Decoder(Setup | Job)
_answers = msgspec.msgpack.Decoder(Ready | Report)
_encoder = msgspec.msgpack.Encoder()


def frame(message: Request | Answer) -> bytes:
    content = _encoded(message)
    return LENGTH.pack(len(content)) + content


def read_request(stream: Input) -> Request | None:
    """The next request; None when the parent is gone."""
    content = _read_frame(stream, REQUEST_BYTES)
    return None if content is None else _requests.decode(content)


def read_answer(stream: Input, most_bytes: int) -> Answer | None:
    """The next answer; None when the worker is gone. Raises FrameError for anything else than an answer."""
    content = _read_frame(stream, most_bytes)
    if content is None:
        return None
    try:
        answer: Answer = _answers.decode(content)
    except (msgspec.DecodeError, RecursionError):
        raise FrameError from None
    if not _is_plausible(answer):
        raise FrameError
    return answer


def _is_plausible(answer: Answer) -> bool:
    """Whether it is what a worker in good order can say: names and numbers in their bounds, not the text of a document."""
    if not isinstance(answer, Report):
        return True
    told = answer.judgement
    return (
        len(told.kinds) <= MOST_KINDS
        and all(len(kind) <= KIND_CHARS and kind.isidentifier() for kind in told.kinds)
        and all(0 <= count <= MOST_COUNTED for count in told.kinds.values())
        and len(told.reasons) <= MOST_REASONS
        and all(len(reason.detail) <= DETAIL_CHARS for reason in told.reasons)
        and 0.0 <= told.score <= 1.0
        and (told.error is None or told.error in UNREAD)
    )


def _encoded(message: Request | Answer) -> bytes:
    try:
        return _encoder.encode(message)
    except UnicodeEncodeError:  # a register may hold what was typed in another encoding
        return _encoder.encode(_with_whole_text(msgspec.to_builtins(message, builtin_types=(bytes,))))


def _with_whole_text(value: Any) -> Any:  # Any: JSON-like
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {_with_whole_text(key): _with_whole_text(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_with_whole_text(item) for item in value]
    return value


def _read_frame(stream: Input, most_bytes: int) -> bytes | None:
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    if length > most_bytes:
        raise FrameError
    content = stream.read(length)
    return content if len(content) == length else None
