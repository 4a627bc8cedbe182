"""The whole account is silent when it is asked to be: every call, every thread, every process."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.remote_errors import RemoteThrottled
from app.remote.office365.silence import KEY, WAITS, Silence
from tests.microsoft365.faults import throttled
from tests.microsoft365.throttling import Form
from tests.remote.office365.laptop import DictMemory, Laptop, Sender


@pytest.mark.parametrize("form", ["seconds", "decimal", "date"])
@pytest.mark.parametrize("status", [429, 503])
def test_the_account_waits_as_long_as_it_is_asked_to(anna: Laptop, form: Form, status: int) -> None:
    throttle = anna.service.world.throttle
    throttle.start(timedelta(seconds=8), form=form, status=status, prolonged_by=timedelta(minutes=1))
    anna.office.client.get("/me")
    assert len(throttle.calls_during_wait) == 1
    assert 7 < sum(anna.waits) < 12


def test_without_a_hint_it_waits_longer_each_time(anna: Laptop) -> None:
    anna.service.faults.next("GET", "*/me", answer=throttled(None), times=3)
    anna.office.client.get("/me")
    assert anna.waits == sorted(anna.waits)
    assert anna.waits[-1] > 2 * anna.waits[0]


def test_a_long_wait_is_said_and_not_slept(anna: Laptop) -> None:
    anna.service.faults.next("GET", "*/me", answer=throttled("600"))
    with pytest.raises(RemoteThrottled) as said:
        anna.office.client.get("/me")
    assert anna.waits == []
    assert timedelta(minutes=9) < said.value.until - anna.now() <= timedelta(minutes=11)


def test_no_call_of_any_kind_is_sent_during_the_wait(anna: Laptop, sender: Sender) -> None:
    sender.send("a.txt", b"before")
    file = anna.office.documents.find(sender.place, "a.txt")
    assert file is not None
    anna.office.silence.begin({"retry-after": "600"})
    anna.service.forget_requests()
    attempts = (
        lambda: sender.send("b.txt", b"x"),
        lambda: sender.send("large.bin", bytes(5_000_000)),
        lambda: anna.office.documents.changes(sender.place, None),
        lambda: list(anna.office.collections.names("cards")),
        lambda: anna.office.cloud_copies.find_own("a.txt"),
        lambda: anna.office.batches.get(["/me"]),
        lambda: anna.office.client.bare("GET", f"{anna.service.site_url}"),
    )
    for attempt in attempts:
        with pytest.raises(RemoteThrottled):
            attempt()
    assert anna.service.requests == []


def test_another_process_keeps_the_silence_too(anna: Laptop) -> None:
    anna.service.faults.next("GET", "*/me", answer=throttled("600"))
    with pytest.raises(RemoteThrottled):
        anna.office.client.get("/me")
    other = anna.another_process()
    anna.service.forget_requests()
    with pytest.raises(RemoteThrottled):
        other.office.client.get("/me")
    assert anna.service.requests == []
    anna.service.clock.advance(timedelta(minutes=11))
    other.office.client.get("/me")
    other.session.close()


def test_a_throttled_upload_address_silences_the_account(anna: Laptop, sender: Sender) -> None:
    sender.send("a.txt", b"so that the folder is there")
    anna.service.faults.next("PUT", "*/uploadSession", answer=throttled("600"))
    with pytest.raises(RemoteThrottled):
        sender.send("large.bin", bytes(5_000_000))
    assert sender.unfinished is not None, "it goes on where it stopped"
    with pytest.raises(RemoteThrottled):
        anna.office.client.get("/me")


def test_a_throttled_download_silences_the_account(anna: Laptop, sender: Sender) -> None:
    file = sender.send("a.txt", b"content")
    anna.service.faults.next("GET", "*/_files/download", answer=throttled("600"))
    with pytest.raises(RemoteThrottled):
        anna.office.documents.download(sender.place, file, io.BytesIO())


def test_throttling_that_goes_on_is_left_until_later(anna: Laptop) -> None:
    anna.service.faults.next("GET", "*/me", answer=throttled("3"), times=100)
    with pytest.raises(RemoteThrottled):
        anna.office.client.get("/me")
    assert len(anna.service.seen("GET")) < 6


def test_an_absurd_wait_is_looked_at_again_after_an_hour(anna: Laptop) -> None:
    anna.service.faults.next("GET", "*/me", answer=throttled("31536000"))
    with pytest.raises(RemoteThrottled) as said:
        anna.office.client.get("/me")
    assert said.value.until - anna.now() <= timedelta(hours=1, seconds=1)
    anna.service.clock.advance(timedelta(hours=1, seconds=2))
    anna.office.client.get("/me")


def test_a_shorter_wait_does_not_end_a_longer_one(anna: Laptop) -> None:
    long = anna.office.silence.begin({"retry-after": "600"})
    assert anna.office.silence.begin({"retry-after": "5"}) == long


def test_a_clock_that_was_set_back_does_not_silence_for_years(anna: Laptop) -> None:
    anna.memory.put(KEY, (anna.now() + timedelta(days=400)).isoformat())
    anna.office.client.get("/me")
    anna.memory.put(KEY, "no moment")
    anna.office.client.get("/me")


def test_bandwidth_that_is_used_up_is_throttling(anna: Laptop) -> None:
    anna.service.faults.next("GET", "*/me", answer=throttled("4", status=509))
    anna.office.client.get("/me")
    assert sum(anna.waits) > 3


def test_a_clock_of_whole_seconds_does_not_shorten_the_wait() -> None:
    """The assistant's clock rounds down: what is said to last a second must not end at the next stroke."""
    present = datetime(2026, 11, 28, 9, 0, 0, 990_000, tzinfo=UTC)
    silence = Silence(DictMemory(), lambda: present.replace(microsecond=0), lambda _: None, lambda: 0.0)
    assert silence.begin({"retry-after": "1"}) - present >= timedelta(seconds=1)


def test_a_wait_that_is_prolonged_again_and_again_is_left_until_later() -> None:
    present = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
    waits: list[float] = []
    silence = Silence(DictMemory(), lambda: present, waits.append, lambda: 0.0)  # the clock stands still
    silence.begin({"retry-after": "5"})
    with pytest.raises(RemoteThrottled):
        silence.keep()
    assert len(waits) == WAITS
