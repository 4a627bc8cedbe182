"""What is news while the window is closed: from a real store, over days, calls and restarts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.actions.news import NewsActions
from app.domain.copy import CopyState, OutsideCopy
from app.domain.errors import AssistantError
from app.domain.finding import ReasonType
from app.domain.identity import new_id
from app.domain.messages import Message, msg
from app.domain.presence import Presence
from app.domain.rules import GuardReport, RuleState
from app.domain.toast import LATER, PAUSE, ToastRequest
from app.system.places.standard import standard_folders
from tests.actions.conftest import MakeLaptop
from tests.actions.laptop import DAY, HOUR, WEEK, Laptop

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
AT_THE_DESK = Presence(in_presentation=False, in_call=False, session_locked=False)
ZONE = ZoneInfo("Europe/Amsterdam")


@pytest.fixture
def laptop(make_laptop: MakeLaptop) -> Laptop:
    made = make_laptop()
    made.client()
    made.project()
    made.watch()
    return made


class Person:
    """Sits at the laptop and is shown what is due. `presence`: whether it may be disturbed."""

    def __init__(self, laptop: Laptop) -> None:
        self.laptop = laptop
        self.presence = AT_THE_DESK
        self.asked = 0
        self.news = self._news()

    def _news(self) -> NewsActions:
        app = self.laptop.app
        return NewsActions(app.office, app.settings, app.deadlines, standard_folders(self.laptop.home), ZONE)

    def restarts(self) -> None:
        self.laptop.restart()
        self.news = self._news()

    def ask(self) -> Presence:
        self.asked += 1
        return self.presence

    def looks(self, after: timedelta = timedelta(0)) -> ToastRequest | None:
        """After some time: the toast that is due, which is shown at once."""
        self.laptop.passes(after)
        request = self.news.next(self.ask)
        if request is not None:
            self.news.told(request)
        return request

    def is_told(self, after: timedelta = timedelta(0)) -> str | None:
        request = self.looks(after)
        return None if request is None else request.title.id

    def hears(self, guard: str, sentence: Message, state: RuleState = RuleState.ATTENTION) -> None:
        self.news.report(GuardReport(guard=guard, state=state, sentence=sentence))


@pytest.fixture
def person(laptop: Laptop) -> Person:
    return Person(laptop)


def burst(laptop: Laptop, count: int, **options: object) -> None:
    group = new_id()
    for number in range(count):
        laptop.finding(laptop.file(f"export-{group}-{number}.xlsx"), group=group, **options)  # type: ignore[arg-type]


def change(laptop: Laptop, copy: OutsideCopy, state: CopyState) -> None:
    with laptop.app.office.change() as work:
        work.session.copies.update(replace(work.session.copies.get(copy.id), state=state))


class TestFindings:
    def test_a_burst_of_forty_files_is_one_toast(self, laptop: Laptop, person: Person) -> None:
        """design, How data flows: one download of 40 files is one group, one toast."""
        burst(laptop, 40)
        assert person.looks(19 * SECOND) is None
        request = person.looks(SECOND)
        assert request is not None
        assert (request.title.id, request.title.arguments["n"]) == ("toast.found-downloads", 40)
        assert request.subject == laptop.app.findings.list()[0].group
        assert [person.looks(step) for step in (MINUTE, HOUR, DAY)] == [None, None, None]

    def test_nothing_to_tell_asks_nobody_whether_the_person_is_there(self, person: Person) -> None:
        assert person.looks(DAY) is None
        assert person.asked == 0

    def test_the_next_ones_wait_for_the_next_day_and_come_together(self, laptop: Laptop, person: Person) -> None:
        burst(laptop, 1)
        assert person.is_told(MINUTE)
        burst(laptop, 2)
        assert person.looks(HOUR) is None
        burst(laptop, 3)
        assert person.looks(HOUR) is None
        request = person.looks(DAY)
        assert request is not None
        assert (request.title.arguments["n"], request.subject) == (5, None)

    def test_what_was_decided_meanwhile_is_dropped(self, laptop: Laptop, person: Person) -> None:
        burst(laptop, 2)
        for finding in laptop.app.findings.list():
            laptop.app.findings.not_client_data([finding.id], "eigen oefenbestand")
        assert person.looks(HOUR) is None

    def test_what_stood_there_before_the_folder_was_watched_waits_in_the_window(
        self, laptop: Laptop, person: Person
    ) -> None:
        burst(laptop, 3, first=True)
        assert person.looks(DAY) is None

    def test_so_does_a_clients_own_storage(self, laptop: Laptop, person: Person) -> None:
        place = laptop.home / "Gedeeld"
        place.mkdir()
        laptop.client("Waterschap Voorbeeld", domains=(), contacts=(), mounts=(str(place),))
        laptop.app.intake.place(laptop.app.folders.add(place))
        assert [finding.is_place for finding in laptop.app.findings.list()] == [True]
        assert person.looks(DAY) is None

    def test_a_restart_repeats_nothing(self, laptop: Laptop, person: Person) -> None:
        burst(laptop, 2)
        assert person.is_told(MINUTE)
        person.restarts()
        assert person.looks(DAY) is None

    def test_what_the_window_showed_is_no_news(self, laptop: Laptop, person: Person) -> None:
        burst(laptop, 2)
        person.news.seen()
        person.restarts()
        assert person.looks(DAY) is None

    def test_content_alone_only_looks_like_a_clients(self, laptop: Laptop, person: Person) -> None:
        laptop.finding(client=None)
        assert person.is_told(MINUTE) == "toast.likely-downloads"

    def test_who_wants_no_toasts_gets_none(self, laptop: Laptop, person: Person) -> None:
        laptop.app.settings.set("toasts.enabled", "false")
        burst(laptop, 1)
        assert person.looks(HOUR) is None
        laptop.app.settings.set("toasts.enabled", "true")
        assert person.is_told() == "toast.found-downloads"

    def test_where_the_assistant_only_watches_findings_are_told_to_nobody(self, make_laptop: MakeLaptop) -> None:
        laptop = make_laptop(policy={"stage.copies": "watch"})
        laptop.client()
        laptop.project()
        laptop.watch()
        person = Person(laptop)
        burst(laptop, 3)
        assert person.looks(HOUR) is None
        assert len(laptop.app.findings.list()) == 3

    def test_when_it_is_let_to_warn_only_what_is_new_is_told(self, make_laptop: MakeLaptop) -> None:
        laptop = make_laptop(policy={"stage.copies": "watch"})
        laptop.client()
        laptop.project()
        laptop.watch()
        person = Person(laptop)
        burst(laptop, 3)
        assert person.looks(HOUR) is None
        laptop.policy["stage.copies"] = "act"
        person.restarts()
        assert person.looks(HOUR) is None
        burst(laptop, 2)
        told = person.looks(HOUR)
        assert told is not None
        assert [item.count for item in told.news] == [2]

    def test_a_note_of_another_version_counts_as_nothing_told(self, laptop: Laptop, person: Person) -> None:
        with laptop.app.office.change() as work:
            work.session.notes.set("toasts", {"times": "many"})
        burst(laptop, 1)
        assert person.is_told(MINUTE)


class TestPlaces:
    """Only a standard folder is named: the name of any other could be a client's."""

    def said_of(self, laptop: Laptop, *folders: Path) -> str | None:
        group = new_id()
        for folder in folders:
            laptop.finding(laptop.file(f"{new_id()}.xlsx", folder=folder), group=group)
        return Person(laptop).is_told(MINUTE)

    @pytest.mark.parametrize(
        ("name", "said"), [("Documents", "toast.found-documents"), ("Desktop", "toast.found-desktop")]
    )
    def test_a_standard_folder_is_named_for_what_is_below_it_too(self, laptop: Laptop, name: str, said: str) -> None:
        (laptop.home / name).mkdir()
        laptop.watch(laptop.home / name)
        assert self.said_of(laptop, laptop.home / name / "Gemeente Voorbeeldstad" / "lijsten") == said

    def test_any_other_is_a_watched_folder(self, laptop: Laptop) -> None:
        own = laptop.downloads / "Gemeente Voorbeeldstad"
        own.mkdir()
        laptop.watch(own)
        assert self.said_of(laptop, own) == "toast.found-watched"

    def test_several_places_are_this_laptop(self, laptop: Laptop) -> None:
        (laptop.home / "Desktop").mkdir()
        laptop.watch(laptop.home / "Desktop")
        assert self.said_of(laptop, laptop.downloads, laptop.home / "Desktop") == "toast.found-laptop"

    def test_so_is_a_place_that_nobody_watches(self, laptop: Laptop) -> None:
        assert self.said_of(laptop, laptop.root / "elders") == "toast.found-laptop"


class TestPresence:
    @pytest.mark.parametrize(
        "busy", [Presence(in_call=True), Presence(in_presentation=True), Presence(session_locked=True)]
    )
    def test_what_waits_is_told_as_one_toast_afterwards(self, laptop: Laptop, person: Person, busy: Presence) -> None:
        """look, Toasts: none in a call or presentation, not on the lock screen."""
        person.presence = busy
        burst(laptop, 2)
        person.hears("check-outs", msg("guard.out-too-long", n=1))
        assert [person.looks(MINUTE) for _ in range(60)] == [None] * 60
        person.presence = AT_THE_DESK
        request = person.looks(MINUTE)
        assert request is not None
        assert request.title.id == "toast.several"
        assert [line.id for line in request.body] == ["toast.vault-held", "toast.found-downloads"]
        assert person.looks(DAY) is None

    def test_what_solved_itself_during_the_call_is_not_told(self, laptop: Laptop, person: Person) -> None:
        person.presence = Presence(in_call=True)
        person.hears("deletion", msg("deletion.guard-time", n=1))
        assert person.looks(HOUR) is None
        person.hears("deletion", msg("deletion.guard-none"), RuleState.OK)
        person.presence = AT_THE_DESK
        assert person.looks(HOUR) is None

    def test_where_nothing_can_be_told_of_the_person_it_is_told(self, laptop: Laptop, person: Person) -> None:
        person.presence = Presence()
        burst(laptop, 1)
        assert person.is_told(MINUTE)


class TestLater:
    def put_off(self, laptop: Laptop, person: Person) -> None:
        burst(laptop, 2)
        request = person.looks(MINUTE)
        assert request is not None
        person.news.later(request)

    def test_it_comes_back_once_after_four_hours(self, laptop: Laptop, person: Person) -> None:
        self.put_off(laptop, person)
        assert person.looks(LATER - SECOND) is None
        request = person.looks(SECOND)
        assert request is not None
        assert (request.title.id, request.may_wait) == ("toast.found-downloads", False)
        assert [person.looks(step) for step in (HOUR, LATER, DAY)] == [None, None, None]

    def test_it_comes_back_at_the_next_unlock(self, laptop: Laptop, person: Person) -> None:
        self.put_off(laptop, person)
        person.presence = Presence(session_locked=True)
        assert person.looks(HOUR) is None
        person.presence = AT_THE_DESK
        person.looks()
        assert person.is_told(15 * SECOND) == "toast.found-downloads"

    def test_an_unlock_within_half_an_hour_is_too_soon(self, laptop: Laptop, person: Person) -> None:
        self.put_off(laptop, person)
        for presence in (Presence(session_locked=True), AT_THE_DESK, AT_THE_DESK):
            person.presence = presence
            assert person.looks(5 * MINUTE) is None

    def test_it_survives_a_restart(self, laptop: Laptop, person: Person) -> None:
        self.put_off(laptop, person)
        person.restarts()
        assert person.is_told(LATER) == "toast.found-downloads"

    def test_a_new_session_is_like_an_unlock(self, laptop: Laptop, person: Person) -> None:
        self.put_off(laptop, person)
        laptop.passes(HOUR)
        person.restarts()
        person.looks()
        assert person.is_told(15 * SECOND) == "toast.found-downloads"

    def test_it_counts_what_is_still_so(self, laptop: Laptop, person: Person) -> None:
        self.put_off(laptop, person)
        first, *_ = laptop.app.findings.list()
        laptop.app.findings.not_client_data([first.id], "eigen oefenbestand")
        request = person.looks(LATER)
        assert request is not None
        assert request.title.arguments["n"] == 1

    def test_it_does_not_come_back_when_it_was_decided(self, laptop: Laptop, person: Person) -> None:
        self.put_off(laptop, person)
        for finding in laptop.app.findings.list():
            laptop.app.findings.not_client_data([finding.id], "eigen oefenbestand")
        assert person.looks(LATER) is None

    def test_nor_when_the_window_showed_it(self, laptop: Laptop, person: Person) -> None:
        self.put_off(laptop, person)
        person.news.seen()
        assert person.looks(LATER) is None

    def test_new_files_come_along(self, laptop: Laptop, person: Person) -> None:
        self.put_off(laptop, person)
        burst(laptop, 3)
        request = person.looks(LATER)
        assert request is not None
        assert request.title.arguments["n"] == 5

    def test_a_state_that_became_more_comes_back_as_one_thing(self, person: Person) -> None:
        person.hears("check-outs", msg("guard.out-too-long", n=1))
        person.looks()
        request = person.looks(3 * MINUTE)
        assert request is not None
        person.news.later(request)
        person.hears("check-outs", msg("guard.out-too-long", n=2))
        person.looks()
        again = person.looks(LATER)
        assert again is not None
        assert (again.title.id, again.title.arguments["n"]) == ("toast.vault-held", 2)

    def test_a_state_and_a_warning_come_back_too(self, laptop: Laptop, person: Person) -> None:
        copies = due_in(laptop, 20 * HOUR)
        person.news.warn(copies)
        person.hears("check-outs", msg("guard.out-too-long", n=1))
        request = person.looks(2 * MINUTE)
        assert request is not None
        person.news.later(request)
        again = person.looks(LATER)
        assert again is not None
        assert [line.id for line in again.body] == ["toast.deletion-soon", "toast.vault-held"]


class TestStates:
    """Lasting states are told once, until they end; which they are is said by guards and store."""

    @pytest.mark.parametrize(
        ("guard", "sentence", "said"),
        [
            ("idle-lock", msg("lock.failed"), "toast.lock-failed"),
            ("check-outs", msg("guard.out-too-long", n=2), "toast.vault-held"),
            ("deletion", msg("deletion.guard-due-by-hand"), "toast.deletion-by-hand"),
            ("deletion", msg("deletion.guard-time", n=1), "toast.deletion-waits"),
            ("deletion", msg("deletion.guard-asks", n=1), "toast.deletion-asks"),
        ],
    )
    def test_a_guard_is_heard_once_for_as_long_as_it_says_so(
        self, person: Person, guard: str, sentence: Message, said: str
    ) -> None:
        person.hears(guard, sentence)
        person.looks()
        told = [person.is_told(step) for step in (3 * MINUTE, HOUR, DAY)]
        assert told == ([None] * 3 if said == "toast.lock-failed" else [said, None, None])
        person.restarts()
        person.looks()  # before the guard has looked
        person.hears(guard, sentence)
        person.looks()
        assert person.looks(HOUR) is None
        person.hears(guard, msg("guard.nothing-out"), RuleState.OK)
        person.looks(DAY)
        person.hears(guard, sentence)
        assert [person.is_told(step) for step in (timedelta(0), 3 * MINUTE)] in ([said, None], [None, said])

    @pytest.mark.parametrize(
        ("state", "said"),
        [
            (CopyState.BLOCKED, "toast.deletion-blocked"),
            (CopyState.NOT_PROVEN, "toast.deletion-not-proven"),
        ],
    )
    def test_a_copy_that_wants_a_person_is_told_once(
        self, laptop: Laptop, person: Person, state: CopyState, said: str
    ) -> None:
        (copy,) = due_in(laptop, WEEK)
        change(laptop, copy, state)
        assert [person.is_told(step) for step in (timedelta(0), 3 * MINUTE, HOUR)] == [None, said, None]
        person.restarts()
        assert [person.looks(step) for step in (timedelta(0), DAY)] == [None, None]

    def test_a_copy_that_is_asked_about_is_told_when_the_guard_looked(self, laptop: Laptop, person: Person) -> None:
        (copy,) = due_in(laptop, WEEK)
        change(laptop, copy, CopyState.ASKED)
        assert [person.looks(step) for step in (timedelta(0), HOUR)] == [None, None]
        person.hears("deletion", msg("deletion.guard-none"), RuleState.OK)
        assert [person.is_told(step) for step in (timedelta(0), 3 * MINUTE)] == [None, "toast.deletion-asks"]

    def test_a_guard_that_could_not_look_says_nothing(self, person: Person) -> None:
        person.hears("check-outs", msg("guard.out-too-long", n=1))
        person.looks()
        assert person.is_told(3 * MINUTE)
        person.hears("check-outs", msg("guard.failed", guard="check-outs"), RuleState.UNKNOWN)
        person.looks()
        person.hears("check-outs", msg("guard.out-too-long", n=1))
        assert [person.looks(step) for step in (DAY, HOUR)] == [None, None]

    def test_other_sentences_wait_in_the_window(self, person: Person) -> None:
        person.hears("copies", msg("copies.no-folders"))
        person.hears("upkeep", msg("status.clock-suspect"))
        assert [person.looks(step) for step in (timedelta(0), HOUR)] == [None, None]

    def test_what_was_told_lasts_until_it_ends(self, laptop: Laptop, person: Person) -> None:
        burst(laptop, 1)
        person.hears("check-outs", msg("guard.out-too-long", n=1))
        person.looks()
        request = person.looks(3 * MINUTE)
        assert request is not None
        assert len(request.news) == 2
        assert person.news.lasts(request)
        person.hears("check-outs", msg("guard.nothing-out"), RuleState.OK)
        assert person.news.lasts(request)
        laptop.app.findings.not_client_data([laptop.app.findings.list()[0].id], "eigen oefenbestand")
        assert not person.news.lasts(request)


def due_in(laptop: Laptop, left: timedelta, count: int = 1) -> Sequence[OutsideCopy]:
    """Copies whose deadline is in `left`."""
    agreement = laptop.agreement(valid_until=laptop.now + left)
    return [laptop.sealed(agreement, laptop.file(f"{new_id()}.xlsx")) for _ in range(count)]


class TestWarnings:
    """VR-P4: warned when the person is there."""

    def test_a_warning_is_given_when_it_was_shown_and_no_sooner(self, laptop: Laptop, person: Person) -> None:
        copies = due_in(laptop, 20 * HOUR, 3)
        assert laptop.app.deadlines.warnings_due() == tuple(copies)
        person.presence = Presence(in_call=True)
        for _ in range(5):
            assert not person.news.warn(copies)
            assert person.looks(MINUTE) is None
        assert laptop.app.deadlines.warnings_due() == tuple(copies)
        person.presence = AT_THE_DESK
        request = person.looks()
        assert request is not None
        assert (request.title.id, request.title.arguments["n"]) == ("toast.deletion-soon", 3)
        assert request.title.arguments["due"] == copies[0].due_at
        assert laptop.app.deadlines.warnings_due() == ()

    def test_opening_the_window_gives_it_too(self, laptop: Laptop, person: Person) -> None:
        copies = due_in(laptop, 20 * HOUR)
        person.news.warn(copies)
        person.news.seen()
        assert laptop.app.deadlines.warnings_due() == ()
        assert person.looks(HOUR) is None

    def test_the_second_warning_on_one_day_says_nothing_new(self, laptop: Laptop, person: Person) -> None:
        """A deadline at 10:30 is warned of at 09:00 and at 10:30 the day before."""
        copies = due_in(laptop, 20 * HOUR)
        person.news.warn(copies)
        assert person.is_told(3 * MINUTE)
        laptop.passes(HOUR)
        assert person.news.warn(copies)
        assert person.looks(HOUR) is None

    def test_the_next_day_it_does(self, laptop: Laptop, person: Person) -> None:
        copies = due_in(laptop, 40 * HOUR)
        person.news.warn(copies)
        assert person.is_told(3 * MINUTE)
        laptop.passes(DAY)
        assert not person.news.warn(copies)
        assert person.is_told(3 * MINUTE) == "toast.deletion-soon"

    def test_a_guard_that_stopped_asking_has_nothing_to_warn_of(self, laptop: Laptop, person: Person) -> None:
        person.news.warn(due_in(laptop, 20 * HOUR))
        assert person.looks(11 * MINUTE) is None

    def test_it_lasts_until_the_copies_are_gone(self, laptop: Laptop, person: Person) -> None:
        copies = due_in(laptop, 20 * HOUR)
        person.news.warn(copies)
        request = person.looks(3 * MINUTE)
        assert request is not None
        assert person.news.lasts(request)
        laptop.app.deletion.delete_now([copies[0].id], "niet meer nodig")
        assert not person.news.lasts(request)


def test_the_pause_between_two_toasts_holds_over_a_restart(laptop: Laptop, person: Person) -> None:
    burst(laptop, 1)
    assert person.is_told(MINUTE)
    person.restarts()
    person.hears("check-outs", msg("guard.out-too-long", n=1))
    assert person.looks(PAUSE - SECOND) is None
    assert person.is_told(SECOND) is None  # it is only now seen to last
    assert person.is_told(3 * MINUTE) == "toast.vault-held"


def test_a_record_that_cannot_be_written_repeats_nothing_before_a_restart(
    laptop: Laptop, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    burst(laptop, 1)
    laptop.passes(MINUTE)
    request = person.news.next(person.ask)
    assert request is not None

    def full(*_: object) -> object:
        raise AssistantError(msg("store.full"))

    with monkeypatch.context() as broken:
        broken.setattr(type(laptop.app.office.store), "write", full)
        with pytest.raises(AssistantError):
            person.news.told(request)
    assert person.looks(DAY) is None


def test_an_unreadable_file_of_a_client_is_a_clients(laptop: Laptop, person: Person) -> None:
    from app.domain.finding import Reason, Verdict

    reasons = (Reason(type=ReasonType.NAME, detail="Voorbeeldstad"),)
    laptop.finding(verdict=Verdict.UNREADABLE, reasons=reasons, kinds={})
    assert person.is_told(MINUTE) == "toast.found-downloads"
