"""The worker with one more document type, `MOCK-DOCUMENT <what it does>`. Only tests start it.

`--only MEASURE,...` leaves out all measures but those, so that a test can show what each holds, and that without any the
same document does what it tries. `--landlock N` takes the kernel for one with that version.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

sys.path.insert(0, os.fspath(Path(__file__).resolve().parents[2]))

from app.detect.process.measures import Force, Measure
from app.detect.process.wire import Ready, Report, frame
from app.detect.process.worker import Worker, private_channels
from app.detect.reading.document import Part, Reading
from app.detect.reading.unread import Unread
from app.domain.finding import Judgement, Reason, ReasonType, Verdict
from tests.detect.native_attempts import ATTEMPTS

PAYROLL = "\n".join(f"BSN: {number}" for number in ("111222333", "123456782", "999990019", "100000009"))


def read(part: Part, reading: Reading) -> None:
    with part.open() as stream:
        first = stream.readline().decode("utf-8", "replace").split()
    if first[:1] != ["MOCK-DOCUMENT"]:
        return reading.read(part)
    for action in first[1:]:
        name, _, argument = action.partition(":")
        act(name, unquote(argument), reading)
    return None


def act(action: str, argument: str, reading: Reading) -> None:
    if action == "payroll":
        reading.evidence.text(PAYROLL)
        reading.evidence.flush()
        reading.evidence.tell()
    elif action == "try":
        attempt, _, what = argument.partition(":")
        if ATTEMPTS[attempt](what):
            act("payroll", "", reading)
    elif action == "unread":
        reading.evidence.cannot_read(Unread.UNSUPPORTED)
    else:
        {**MISBEHAVIOUR, **LIES}[action](argument)


def hang(_argument: str) -> None:
    threading.Event().wait()


def spin(_argument: str) -> None:
    while True:
        pass


def eat(_argument: str) -> None:
    eaten = []
    while True:
        eaten.append(bytearray(10_000_000))


def hang_unless_there(marker: str) -> None:
    """At the second attempt, when a test has made the marker, there is no hanging."""
    if not Path(marker).exists():
        hang("")


def print_all(_argument: str) -> None:
    print("printed by a library", flush=True)
    for place in (0, 1, 2):
        os.write(place, b"written by a library")


def write(path: str) -> None:
    Path(path).write_text("a file")


def connect(port: str) -> None:
    import socket

    socket.create_connection(("127.0.0.1", int(port or 9)), timeout=1).close()


def run(path: str) -> None:
    import subprocess

    subprocess.run([sys.executable, "-c", f"open({path!r}, 'w').close()"], check=True)


def say(content: bytes) -> None:
    answers.write(content)
    answers.flush()


def say_and_end(content: bytes) -> None:
    say(content)
    os._exit(0)


MISBEHAVIOUR = {
    "hang": hang,
    "hang-unless-there": hang_unless_there,
    "spin": spin,
    "eat": eat,
    "exit": lambda _argument: os._exit(3),
    "abort": lambda _argument: os.abort(),
    "print": print_all,
    "write": write,
    "connect": connect,
    "run": run,
    "remove": lambda path: Path(path).unlink(),
    "rename": lambda path: Path(path).rename(path + ".renamed"),
    "make-folder": lambda path: Path(path).mkdir(),
    "change-mode": lambda path: Path(path).chmod(0o444),
    "set-times": lambda path: os.utime(path, (0, 0)),
    "temporary": lambda path: tempfile.mkstemp(dir=Path(path).parent),
}
LIES = {
    "flood": lambda _argument: say_and_end((2_000_000_000).to_bytes(4, "big") + b"x" * 5_000),
    "no-frame": lambda _argument: say(b"\x00\x00\x00\x05hello"),
    "half-a-frame": lambda _argument: say_and_end(b"\x00\x00\x10\x00half"),
    "wrong-answer": lambda _argument: say(frame(Ready({}))),
    "wrong-kind": lambda _argument: say(b"\x00\x00\x00\x01\xc0"),
}


def report_of(**changes: object) -> bytes:
    """A final report on the first document as a worker would give it, but for the changes."""
    judgement = Judgement(verdict=Verdict.CLEAN)
    number = changes.pop("number", 1)
    return frame(Report(number, replace(judgement, **changes), done=changes == {}))  # type: ignore[arg-type]


def report_endlessly(_argument: str) -> None:
    while True:
        say(report_of(score=0.5))


def long_reasons() -> tuple[Reason, ...]:
    return (Reason(type=ReasonType.CONTENT, detail="of the document " * 1_000),)


LIES |= {
    "text-as-kind": lambda _argument: say(report_of(kinds={"Jan Jansen, Dorpsstraat 1": 1})),
    "many-kinds": lambda _argument: say(report_of(kinds={f"k{number}": 1 for number in range(1_000)})),
    "long-reason": lambda _argument: say(report_of(reasons=long_reasons())),
    "endless-reports": report_endlessly,
    "other-number": lambda _argument: say(report_of(number=2)),
}


def leave_out(kept: set[Measure]) -> None:
    """Puts nothing in the place of the measures that are not in `kept`."""
    from app.detect.process import confine

    if Measure.PYTHON_CODE not in kept:
        confine.forbid_side_effects = lambda: Force.ABSENT
    if sys.platform == "linux":
        leave_out_of_linux(kept)


def leave_out_of_linux(kept: set[Measure]) -> None:
    from app.detect.process import _landlock, _linux_inside

    for measure, name in (
        (Measure.ENDS_WITH_PARENT, "_end_with_parent"),
        (Measure.PRIVATE, "_keep_others_out"),
        (Measure.NO_PRIVILEGES, "_give_up_privileges"),
    ):
        if measure not in kept:
            setattr(_linux_inside, name, lambda *_arguments: False)
    if Measure.LIMITS not in kept:
        _linux_inside._limit = lambda _memory_bytes: False
    if Measure.SYSTEM_CALLS not in kept:
        _linux_inside.confine_calls = lambda _lifeline: Force.ABSENT
    if Measure.FILES not in kept:
        _landlock._FILE_RIGHTS = {1: 0}
        _linux_inside.own_files = lambda: ()
    if Measure.CONNECTIONS not in kept:
        _landlock._TCP_RIGHTS = 0
    if Measure.SIGNALS not in kept:
        _landlock._SCOPES = 0


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", type=lambda names: {Measure(name) for name in names.split(",") if name})
    parser.add_argument("--landlock", type=int)
    return parser.parse_args()


chosen = options()
leave_out(set(Measure) if chosen.only is None else chosen.only)
if chosen.landlock is not None:
    from app.detect.process import _landlock

    _landlock._version = lambda: chosen.landlock
requests, answers = private_channels()
Worker(requests, answers, read).serve()
