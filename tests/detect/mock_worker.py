"""The worker with one more document type, `MOCK-DOCUMENT <what it does>`. Only tests start it."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

sys.path.insert(0, os.fspath(Path(__file__).resolve().parents[2]))

from app.detect.process.worker import Worker, private_channels
from app.detect.reading.document import Part, Reading
from app.detect.reading.unread import Unread

PAYROLL = "\n".join(f"BSN: {number}" for number in ("111222333", "123456782", "999990019", "100000009"))


def read(part: Part, reading: Reading) -> None:
    with part.open() as stream:
        first = stream.readline().decode("utf-8", "replace").split()
    if first[:1] != ["MOCK-DOCUMENT"]:
        return reading.read(part)
    for action in first[1:]:
        act(action, reading)
    return None


def act(action: str, reading: Reading) -> None:
    if action == "payroll":
        reading.evidence.text(PAYROLL)
        reading.evidence.flush()
        reading.evidence.tell()
    elif action == "hang":
        threading.Event().wait()
    elif action == "eat":
        eaten = []
        while True:
            eaten.append(bytearray(10_000_000))
    elif action == "exit":
        os._exit(3)
    elif action == "print":
        print("printed by a library", flush=True)
        os.write(1, b"written by a library")
        os.write(2, b"complained by a library")
    elif action == "flood":
        os.write(answers.fileno(), (2_000_000_000).to_bytes(4, "big") + b"x" * 5_000)
        os._exit(0)
    elif action == "write":
        Path(os.environ["MOCK_WRITES_TO"]).write_text("a file")
    elif action == "connect":
        import socket

        socket.create_connection(("127.0.0.1", 9), timeout=1)
    elif action == "unread":
        reading.evidence.cannot_read(Unread.UNSUPPORTED)


requests, answers = private_channels()
Worker(requests, answers, read).serve()
