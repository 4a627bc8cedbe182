"""The program with everything imported already, waiting: each call is a forked process that runs one command for real.

What a kill can interrupt begins after the imports, so most of the time of a loop of kills would be spent on those. Speaks
JSON lines, a list of calls that run at once: `[{"words": [...], "environment": {...}, "limits": {...}, "user": id or null,
"kill_after": seconds or null}]` in, `[{"code", "out", "err", "seconds"}]` out; a killed call has the code -9.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import os
import pkgutil
import resource
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import IO, Any


def import_all() -> None:
    import app
    import app.cli.main  # before the rest, as the program does

    for module in pkgutil.walk_packages(app.__path__, "app."):
        if not module.name.endswith(("_windows", "__main__")) and "_windows_" not in module.name:
            importlib.import_module(module.name)


def rehearse() -> None:
    """Run what calls will run, once: what is imported late is there then, also for a call as another user who may not get
    to where Python itself is installed."""
    from app.cli.main import main

    with tempfile.TemporaryDirectory() as scratch, contextlib.redirect_stdout(io.StringIO()) as said:
        root = Path(scratch)
        data = ["--data-dir", str(root / "data"), "--lang", "en"]
        mail, file = root / "mail.eml", root / "file.txt"
        mail.write_text("From: a@b.example\n\nyes\n")
        main([*data, "client", "add", "C", "--domain", "b.example"])
        main([*data, "project", "add", "P", "--client", "C", "--goal", "G"])
        agreed = ["--scope", "s", "--purpose", "G", "--agreed-with", "A <a@b.example>", "--agreed-at", "2026-01-01"]
        said.truncate(0)
        said.seek(0)
        main([*data, "agreement", "add", "P", *agreed, "--evidence", str(mail), "--json"])
        agreement = json.loads(said.getvalue())["id"]
        for words in (["--in-place"], []):
            file.write_text("x" * 2000)
            main([*data, "copy", "add", str(file), "--agreement", agreement, *words])
            main(
                [*data, "agreement", "withdraw", agreement, "--evidence", str(mail)]
                if not words
                else [*data, "copy", "list"]
            )
            main([*data, "delete-due"])
        main([*data, "vault", "check"])
        main([*data, "journal", "verify"])


def child(call: dict[str, Any], out: IO[bytes], err: IO[bytes]) -> None:
    """Never returns: what is ours ends with the process, unlike the parent's."""
    code = 70
    try:
        os.setsid()
        os.environ.update(call["environment"])
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(out.fileno(), 1)
        os.dup2(err.fileno(), 2)
        if call["user"] is not None:
            os.setgroups([])
            os.setresgid(call["user"], call["user"], call["user"])
            os.setresuid(call["user"], call["user"], call["user"])
        for name, value in call["limits"].items():
            resource.setrlimit(getattr(resource, name), (value, value))
        from app.cli.main import main

        code = main(call["words"])
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


class Running:
    """One forked call."""

    def __init__(self, call: dict[str, Any]) -> None:
        self._out, self._err = (tempfile.TemporaryFile() for _ in range(2))  # noqa: SIM115  # closed with the answer
        self._kill_after = call["kill_after"]
        self._started = time.monotonic()
        self._pid = os.fork()
        if self._pid == 0:
            child(call, self._out, self._err)

    def answer(self) -> dict[str, Any]:
        if self._kill_after is not None:
            time.sleep(max(0.0, self._started + self._kill_after - time.monotonic()))
            kill(self._pid)
        _, status = os.waitpid(self._pid, 0)
        return {
            "code": os.waitstatus_to_exitcode(status),
            "out": content_of(self._out),
            "err": content_of(self._err),
            "seconds": time.monotonic() - self._started,
        }


def content_of(file: IO[bytes]) -> str:
    with file:
        file.seek(0)
        return file.read().decode("utf-8", "replace")


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
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stderr(nowhere):  # noqa: PTH123
        rehearse()
    print("ready", flush=True)
    for line in sys.stdin:
        running = [Running(call) for call in json.loads(line)]
        print(json.dumps([call.answer() for call in running]), flush=True)
