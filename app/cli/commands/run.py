"""`run`: the guards, for real."""

from __future__ import annotations

import gc
import signal
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import timedelta
from queue import SimpleQueue

import click

from app.cli.console import Console, pass_console
from app.cli.moments import stamp
from app.cli.texts import TextCommand
from app.domain.copy import OutsideCopy
from app.domain.errors import EnvironmentLacking
from app.domain.idle import Phase
from app.domain.locking import LockNotice
from app.domain.messages import msg
from app.domain.rules import GuardReport
from app.system.display import has_display
from app.system.language import text_ids
from app.system.lease import guard_lease
from app.system.log import forget_log, keep_log

# SIGBREAK is how one program on Windows asks another in the same console to end (Ctrl+Break).
STOPS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGBREAK") if hasattr(signal, name))
TICK = 0.25  # seconds between two looks at the journal, only while somebody reads events


@click.command(cls=TextCommand)
@click.option("--headless", is_flag=True)
@click.option("--for", "seconds", type=click.FloatRange(min=0))
@click.option("--jsonl", is_flag=True)
@pass_console
def run(console: Console, headless: bool, seconds: float | None, jsonl: bool) -> None:
    """One process keeps the rules; a second one says so and leaves."""
    gc.enable()  # the guards run for weeks
    assistant = console.assistant
    lease = guard_lease(assistant.directory.lease("guards"))
    if not lease.try_acquire():
        raise EnvironmentLacking(msg("run.already"))
    if not headless and not jsonl:
        console.warn(msg("run.no-window") if has_display() else msg("run.no-display"))
    reports: SimpleQueue[GuardReport] = SimpleQueue()
    warnings: SimpleQueue[Sequence[OutsideCopy]] = SimpleQueue()
    notices: SimpleQueue[LockNotice | None] = SimpleQueue()
    runner = assistant.runner(reports.put, lambda copies: _warned(warnings, copies), notices.put)
    stopping = threading.Event()
    for name in STOPS:
        signal.signal(name, lambda *_: stopping.set())
    events = Events(console, reports, warnings, notices, jsonl=jsonl)
    with ExitStack() as closing:  # the last first, each whatever happens to the one before
        closing.callback(lease.release)
        closing.callback(forget_log, keep_log(assistant.directory.root, text_ids()))
        closing.callback(assistant.close)
        closing.callback(events.tell)
        closing.callback(assistant.vault.seal_all)
        closing.callback(runner.stop)
        runner.start()
        events.ready()
        _until(stopping, seconds, events.tell)


def _warned(warnings: SimpleQueue[Sequence[OutsideCopy]], copies: Sequence[OutsideCopy]) -> bool:
    """Without a window the output is where a person sees it."""
    warnings.put(copies)
    return True


def _until(stopping: threading.Event, seconds: float | None, tell: Callable[[], None]) -> None:
    end = None if seconds is None else time.monotonic() + seconds
    while not stopping.is_set() and (end is None or time.monotonic() < end):
        rest = TICK if end is None else min(TICK, max(0.0, end - time.monotonic()))
        stopping.wait(rest)
        tell()


class Events:
    """Tells what happens: changes of a guard's state, and each new journal entry."""

    def __init__(
        self,
        console: Console,
        reports: SimpleQueue[GuardReport],
        warnings: SimpleQueue[Sequence[OutsideCopy]],
        notices: SimpleQueue[LockNotice | None],
        *,
        jsonl: bool,
    ) -> None:
        self._console = console
        self._reports = reports
        self._warnings = warnings
        self._notices = notices
        self._phase: Phase | None = None  # of the lock, as it was told
        self._jsonl = jsonl
        self._seen = console.assistant.journal.head().seq
        self._version = -1

    def ready(self) -> None:
        if self._jsonl:
            now = self._console.assistant.clock.now()
            self._console.line({"at": stamp(now), "event": "run.started", "data": {}})

    def tell(self) -> None:
        while not self._reports.empty():
            self._tell_report(self._reports.get())
        while not self._warnings.empty():
            self._tell_warning(self._warnings.get())
        while not self._notices.empty():
            self._tell_notice(self._notices.get())
        if self._jsonl:
            self._tell_entries()

    def _tell_report(self, report: GuardReport) -> None:
        sentence = self._console.texts.render(report.sentence)
        if self._jsonl:
            data = {"guard": report.guard, "state": report.state.value, "sentence": sentence}
            now = self._console.assistant.clock.now()
            self._console.line({"at": stamp(now), "event": "guard.report", "data": data})
        else:
            click.echo(f"{report.guard}: {sentence}")

    def _tell_warning(self, copies: Sequence[OutsideCopy]) -> None:
        """Ids, not names: the output may be shown to others."""
        due = min((copy.due_at for copy in copies if copy.due_at is not None), default=None)
        if self._jsonl:
            data = {"copies": [copy.id for copy in copies], "due_at": stamp(due)}
            now = self._console.assistant.clock.now()
            self._console.line({"at": stamp(now), "event": "deletion.warning", "data": data})
        elif due is not None:
            self._console.say(msg("run.warning", n=len(copies), due=due))

    def _tell_notice(self, notice: LockNotice | None) -> None:
        """When a countdown or a grace begins, and when it is over. To a script alone: who reads along sits at the keys."""
        phase = None if notice is None else notice.phase
        if self._jsonl and phase is not self._phase:
            left = None if notice is None else notice.left // timedelta(seconds=1)
            data = {"phase": None if phase is None else phase.value, "seconds_left": left}
            now = self._console.assistant.clock.now()
            self._console.line({"at": stamp(now), "event": "lock.countdown", "data": data})
        self._phase = phase

    def _tell_entries(self) -> None:
        version = self._console.assistant.store_version()
        if version == self._version:
            return
        self._version = version
        for entry in self._console.assistant.journal.after(self._seen):
            self._seen = entry.seq
            data = {"seq": entry.seq, "subject": entry.subject, "outcome": entry.outcome, **(entry.data or {})}
            self._console.line({"at": stamp(entry.at), "event": entry.event, "data": data})
