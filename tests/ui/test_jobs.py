"""Work in the background: what comes back, what is stopped, what a bug costs."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread, Slot
from pytestqt.qtbot import QtBot

from app.domain.errors import InputError, Stopped
from app.domain.messages import Message, msg
from app.ui.jobs import Job, Jobs


class Ear(QObject):
    """Hears what jobs say, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.failures: list[Message] = []
        self.threads: list[QThread] = []

    @Slot(object)
    def done(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(QThread.currentThread())

    @Slot(object)
    def failed(self, message: Message) -> None:
        self.failures.append(message)


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def test_a_result_arrives_in_the_thread_of_the_window(jobs: Jobs, qtbot: QtBot):
    ear, working = Ear(), []
    with qtbot.waitSignal(jobs.idle):
        jobs.read(lambda: working.append(threading.current_thread().name) or 42, ear.done, ear.failed)
    assert ear.results == [42]
    assert ear.threads == [QThread.currentThread()]
    assert working[0].startswith("window-read")


def test_an_error_of_an_action_arrives_as_its_sentence(jobs: Jobs, qtbot: QtBot):
    ear = Ear()

    def refused() -> None:
        raise InputError(msg("file.missing", path="/weg"))

    with qtbot.waitSignal(jobs.idle):
        jobs.read(refused, ear.done, ear.failed)
    assert [message.id for message in ear.failures] == ["file.missing"]
    assert ear.results == []


def test_a_bug_is_said_without_what_it_was_about(jobs: Jobs, qtbot: QtBot, caplog: pytest.LogCaptureFixture):
    ear = Ear()

    def broken() -> None:
        raise ValueError("Voorbeeldstad".upper())

    with caplog.at_level(logging.ERROR), qtbot.waitSignal(jobs.idle):
        jobs.read(broken, ear.done, ear.failed)
    assert [message.id for message in ear.failures] == ["ui.unexpected"]
    assert "ValueError" in caplog.text
    assert "VOORBEELDSTAD" not in caplog.text


def test_a_stopped_job_ends_at_its_next_sign_of_progress(jobs: Jobs, qtbot: QtBot):
    ear, begun = Ear(), threading.Event()
    may_go_on = threading.Event()

    def long(job: Job[str]) -> str:
        begun.set()
        may_go_on.wait(10)
        job.progress(1, 2)
        return "not stopped"

    with qtbot.waitSignal(jobs.idle):
        job = jobs.act(long, ear.done, ear.failed)
        assert begun.wait(10)
        job.stop()
        may_go_on.set()
    assert ear.results == []
    assert [message.id for message in ear.failures] == [Stopped().message.id]


def test_progress_beyond_what_an_int_of_c_holds(jobs: Jobs, qtbot: QtBot):
    heard: list[tuple[int, int]] = []

    class Listener(QObject):
        @Slot(object, object)
        def hear(self, done: int, total: int) -> None:
            heard.append((done, total))

    listener, ear = Listener(), Ear()

    def big(job: Job[None]) -> None:
        job.progress(5_000_000_000, 5_000_000_000)

    with qtbot.waitSignal(jobs.idle):
        jobs.act(big, ear.done, ear.failed, listener.hear)
    assert heard == [(5_000_000_000, 5_000_000_000)]


def test_an_answer_for_a_page_that_is_gone_is_dropped(jobs: Jobs, qtbot: QtBot):
    ear, may_go_on = Ear(), threading.Event()
    with qtbot.waitSignal(jobs.idle):
        jobs.read(lambda: may_go_on.wait(10), ear.done, ear.failed)
        ear.deleteLater()
        del ear
        qtbot.wait(1)
        may_go_on.set()


def test_closing_waits_for_what_runs_and_tells_nothing_more(qapp: object):
    jobs, ear = Jobs(), Ear()
    jobs.read(lambda: 1, ear.done, ear.failed)
    jobs.close()
    assert jobs.is_idle
    assert ear.results == []
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("window-")] == []
