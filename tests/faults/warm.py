"""The program with everything imported already, waiting: each call is a forked process that runs one command for real.

What a kill can interrupt begins after the imports, so most of the time of a loop of kills would be spent on those. Speaks
JSON lines: `{"words": [...], "environment": {...}, "limits": {...}, "kill_after": seconds or null}` in,
`{"code", "out", "err", "seconds"}` out; a killed call has the code -9.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import resource
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import IO, Any


def import_all() -> None:
    import app
    import app.cli.main  # before the rest, as the program does

    for module in pkgutil.walk_packages(app.__path__, "app."):
        if not module.name.endswith(("_windows", "__main__")) and "_windows_" not in module.name:
            importlib.import_module(module.name)


def child(call: dict[str, Any], out: IO[bytes], err: IO[bytes]) -> None:
    """Never returns: what is ours ends with the process, unlike the parent's."""
    code = 70
    try:
        os.setsid()
        os.environ.update(call["environment"])
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(out.fileno(), 1)
        os.dup2(err.fileno(), 2)
        for name, value in call["limits"].items():
            resource.setrlimit(getattr(resource, name), (value, value))
        from app.cli.main import main

        code = main(call["words"])
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def answer(call: dict[str, Any]) -> dict[str, Any]:
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        started = time.monotonic()
        pid = os.fork()
        if pid == 0:
            child(call, out, err)
        if call["kill_after"] is not None:
            time.sleep(call["kill_after"])
            kill(pid)
        _, status = os.waitpid(pid, 0)
        seconds = time.monotonic() - started
        out.seek(0)
        err.seek(0)
        return {
            "code": os.waitstatus_to_exitcode(status),
            "out": out.read().decode("utf-8", "replace"),
            "err": err.read().decode("utf-8", "replace"),
            "seconds": seconds,
        }


def kill(pid: int) -> None:
    """The whole group: the program and the workers it started. Before it has its own group, the process alone."""
    try:
        if os.getpgid(pid) == pid:
            os.killpg(pid, signal.SIGKILL)
        else:
            os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return  # it was done already


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    import_all()
    print("ready", flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
