"""What needs the person now: where a rule is not in order there is a way to mend it, and the two never disagree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import cast
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from app.actions.needs.held import programs_in
from app.actions.needs.scene import MOST, scene_of
from app.actions.office import Office
from app.actions.picture import Picture
from app.actions.status import Status, StatusActions
from app.actions.status_rules import RULES
from app.actions.today import needs_of
from app.domain.copy import AskedWhy, CopyState, Location
from app.domain.finding import FindingState
from app.domain.messages import Message
from app.domain.moments import ClockState
from app.domain.ports import KeySource
from app.domain.project import ProjectStatus
from app.domain.rules import SEVERITY, RuleState, worst
from app.domain.today import Need, NeedAction, NeedKind, SubjectKind, pressing, sentence_of, tray_of
from app.store import FindingCount
from app.system.language import texts
from tests.actions.pictures import (
    DAY,
    HOUR,
    NOW,
    a_copy,
    a_declaration,
    a_project,
    an_agreement,
    calm,
    clock,
    pictures,
    with_copies,
)

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NL = texts("nl", AMSTERDAM)
BAD = (RuleState.ATTENTION, RuleState.OVERDUE, RuleState.UNKNOWN)


def needs_in(picture: Picture) -> tuple[Need, ...]:
    return needs_of(scene_of(picture, AMSTERDAM))


def only_need(picture: Picture) -> Need:
    """The one need there is; the status says the same."""
    (need,) = needs_in(picture)
    assert status_of(picture).state is need.state
    return need


def said(message: Message | None) -> str:
    return "" if message is None else NL.render(message)


def status_of(picture: Picture) -> Status:
    office = cast(Office, None)  # the picture is taken already
    return StatusActions(office, tuple(RULES), picture.key_source).status(picture)


def a_finding(**changes: object) -> FindingCount:
    values: dict[str, object] = {
        "group": "groep-1",
        "state": FindingState.OPEN,
        "first_clean_up": False,
        "is_place": False,
        "client_id": "client",
        "project_id": None,
        "files": 12,
        "late": 0,
        "found_at": NOW - HOUR,
        "decide_by": NOW + HOUR,
        "folder": "/home/robin/Downloads",
    }
    return FindingCount(**(values | changes))  # type: ignore[arg-type]


# -- one truth --------------------------------------------------------------------------------------------------------


@given(pictures())
@settings(max_examples=250)
def test_for_every_rule_that_is_not_in_order_there_is_something_to_do(picture: Picture) -> None:
    needs = needs_in(picture)
    for rule in status_of(picture).rules:
        if rule.state in BAD:
            serving = [need for need in needs if rule.id in need.rules]
            assert any(SEVERITY.index(need.state) >= SEVERITY.index(rule.state) for need in serving), rule


@given(pictures())
@settings(max_examples=250)
def test_what_needs_a_person_is_never_graver_or_milder_than_the_status(picture: Picture) -> None:
    state, urgent = status_of(picture).state, pressing(needs_in(picture))
    if state in BAD:
        assert worst([need.state for need in urgent]) is state
    else:
        assert urgent == ()


@given(pictures())
@settings(max_examples=100)
def test_every_need_stands_once_has_texts_and_speaks_of_what_is_there(picture: Picture) -> None:
    needs = needs_in(picture)
    assert len({need.id for need in needs}) == len(needs)
    known = {
        SubjectKind.PROJECT: set(picture.projects),
        SubjectKind.AGREEMENT: set(picture.agreements),
        SubjectKind.CLIENT: {client.id for client in picture.clients},
        SubjectKind.FOLDER: {folder.id for folder in picture.folders},
        SubjectKind.GROUP: {finding.group for finding in picture.findings},
        SubjectKind.COPY: {group.copy_id for group in picture.wanting},
        SubjectKind.PATH: set(picture.drives),
    }
    for need in needs:
        assert (need.subject is None) == (need.subject_kind is None)
        assert need.subject_kind is None or need.subject in known[need.subject_kind]
        assert need.count >= 1
        assert set(need.rules) <= set(RULES)
        for text in (said(need.sentence), said(need.detail)):
            assert "{" not in text
            assert "  " not in text  # no name that is empty
            assert "today." not in text


@given(pictures())
@settings(max_examples=100)
def test_the_most_urgent_come_first_and_a_few_at_most_of_each_kind(picture: Picture) -> None:
    needs = needs_in(picture)
    ranks = [SEVERITY.index(need.state) for need in needs]
    assert ranks == sorted(ranks, reverse=True)
    for kind in NeedKind:
        for state in RuleState:
            assert sum(need.kind is kind and need.state is state for need in needs) <= MOST


@given(pictures())
@settings(max_examples=100)
def test_the_tray_holds_no_word_that_was_typed_or_found(picture: Picture) -> None:
    """It may be seen on a shared screen: counts and moments, no text."""
    assert list(words_in(tray_of(needs_in(picture)))) == []


def words_in(message: Message) -> Sequence[str]:
    found: list[str] = []
    for value in message.arguments.values():
        parts = value if isinstance(value, tuple) else (value,)
        for part in parts:
            if isinstance(part, Message):
                found += words_in(part)
            elif not isinstance(part, (int, datetime, date, time)):
                found.append(str(part))
    return found


def test_words_are_seen_wherever_they_hide() -> None:
    from app.domain.messages import msg

    inner = msg("today.blocked", n=1, holder="Excel")
    assert words_in(msg("today.calm-files", n=2, when=inner, client="Gemeente")) == ["Excel", "Gemeente"]


# -- each kind --------------------------------------------------------------------------------------------------------


def test_a_calm_laptop_asks_nothing() -> None:
    assert needs_in(calm()) == ()
    assert status_of(calm()).state is RuleState.OK


def test_a_late_deletion_says_how_late_and_offers_to_delete() -> None:
    """VR-P4"""
    copies = [a_copy(id=f"k{n}", due_at=NOW - 3 * HOUR) for n in range(12)]
    need = only_need(with_copies(calm(), *copies))
    assert said(need.sentence) == "De verwijdering van 12 bestanden van Gemeente Voorbeeldstad is 3 uur te laat."
    assert (need.kind, need.state, need.action) == (NeedKind.OVERDUE, RuleState.OVERDUE, NeedAction.DELETE)
    assert (need.subject, need.subject_kind, need.count) == ("project", SubjectKind.PROJECT, 12)
    assert need.since == NOW - 3 * HOUR


def test_a_file_that_is_open_is_told_with_the_program() -> None:
    """VR-P4: look.md's own sentence."""
    held = a_copy(state=CopyState.BLOCKED, blocked_by="Excel", due_at=NOW - 3 * HOUR)
    need = only_need(with_copies(calm(), held))
    assert said(need.sentence) == "De verwijdering is 3 uur te laat: het bestand is open in Excel."
    assert (need.action, need.subject, need.subject_kind) == (NeedAction.RETRY, "copy", SubjectKind.COPY)
    ahead = only_need(with_copies(calm(), replace(held, due_at=NOW + 3 * DAY)))
    assert (ahead.state, said(ahead.sentence)) == (
        RuleState.ATTENTION,
        "Het bestand kan nog niet weg: het is open in Excel.",
    )


@pytest.mark.parametrize("noted", [None, "", "place", "vault", "unsafe", "other-file", "EACCES", "ERROR_32"])
def test_what_is_no_program_is_never_said_to_have_a_file_open(noted: str | None) -> None:
    assert programs_in(noted) is None
    held = a_copy(state=CopyState.BLOCKED, blocked_by=noted, due_at=NOW - HOUR)
    need = only_need(with_copies(calm(), held))
    assert "open in" not in said(need.sentence)
    assert said(need.detail)


def test_the_systems_own_words_are_no_program() -> None:
    import errno
    import os

    assert programs_in(os.strerror(errno.EACCES)) is None
    assert programs_in("Microsoft Excel, soffice.bin") == "Microsoft Excel, soffice.bin"


@pytest.mark.parametrize("why", AskedWhy)
def test_a_question_says_until_when_it_waits(why: AskedWhy) -> None:
    """VR-P4"""
    asked = a_copy(state=CopyState.ASKED, asked_why=why, asked_at=NOW - HOUR, due_at=NOW - HOUR)
    need = only_need(with_copies(calm(), asked))
    assert (need.kind, need.state, need.action) == (NeedKind.ASKED, RuleState.OVERDUE, NeedAction.ANSWER)
    assert said(need.detail) == "Zonder antwoord wordt het na di 24 nov 2026 09:00 verwijderd."


def test_a_question_about_a_copy_that_is_out_of_the_vault_is_asked_not_deleted_over_it() -> None:
    out = a_copy(
        state=CopyState.CHECKED_OUT,
        asked_why=AskedWhy.PAST_DEADLINE,
        asked_at=NOW,
        checked_out_at=NOW,
        due_at=NOW - HOUR,
    )
    assert only_need(with_copies(calm(), out)).kind is NeedKind.ASKED
    other = a_copy(id="other", due_at=NOW - HOUR)
    both = needs_in(with_copies(calm(), out, other))
    assert [(need.kind, need.count) for need in both if need.kind is NeedKind.OVERDUE] == [(NeedKind.OVERDUE, 1)]


def test_what_is_not_proven_to_be_gone_is_for_a_person_to_confirm() -> None:
    """VR-P4"""
    need = only_need(with_copies(calm(), a_copy(state=CopyState.NOT_PROVEN, due_at=NOW - DAY)))
    assert (need.kind, need.state, need.action) == (
        NeedKind.NOT_PROVEN,
        RuleState.ATTENTION,
        NeedAction.CONFIRM_GONE,
    )


def test_what_goes_within_a_day_is_told_and_later_is_not() -> None:
    """VR-P4"""
    soon = only_need(with_copies(calm(), a_copy(due_at=NOW + DAY)))
    assert (soon.kind, soon.state) == (NeedKind.COPIES_SOON, RuleState.ATTENTION)
    assert said(soon.sentence) == "1 bestand van Gemeente Voorbeeldstad wordt di 24 nov 2026 10:00 verwijderd."
    assert needs_in(with_copies(calm(), a_copy(due_at=NOW + 2 * DAY))) == ()


def test_a_fulfilled_purpose_is_offered_at_once_and_at_attention_after_a_day() -> None:
    """VR-U5b"""

    def picture(met: datetime) -> Picture:
        agreements = {"agreement": an_agreement(purpose_fulfilled_at=met)}
        return with_copies(replace(calm(), agreements=agreements), a_copy(due_at=NOW + 6 * DAY))

    fresh, late = only_need(picture(NOW - HOUR)), only_need(picture(NOW - DAY))
    assert (fresh.kind, fresh.state, fresh.action) == (NeedKind.PURPOSE_MET, RuleState.OK, NeedAction.DELETE)
    assert late.state is RuleState.ATTENTION
    assert (late.subject, late.subject_kind) == ("agreement", SubjectKind.AGREEMENT)
    elsewhere = replace(picture(NOW - DAY), copies=(), wanting=())
    on_365 = with_copies(elsewhere, a_copy(location=Location.OFFICE365, due_at=NOW + 6 * DAY))
    assert needs_in(on_365) == ()


def test_a_fulfilled_purpose_whose_copies_go_within_a_day_is_at_attention_at_once() -> None:
    """VR-P4, VR-U5b: a client's own term may be a day."""
    met = replace(calm(), agreements={"agreement": an_agreement(purpose_fulfilled_at=NOW - HOUR)})
    need = only_need(with_copies(met, a_copy(due_at=NOW + 23 * HOUR)))
    assert (need.kind, need.state, need.rules) == (NeedKind.PURPOSE_MET, RuleState.ATTENTION, ("VR-U5b", "VR-P4"))


def test_copies_elsewhere_of_a_closed_project_are_to_be_attested() -> None:
    """VR-P4, VT-T2"""
    closed = replace(calm(), projects={"project": a_project(status=ProjectStatus.CLOSED, closed_at=NOW)})
    phone = a_copy(location=Location.ELSEWHERE, due_at=NOW + 7 * DAY)
    assert needs_in(with_copies(calm(), phone)) == ()
    early, late = only_need(with_copies(closed, phone)), only_need(with_copies(closed, replace(phone, due_at=NOW)))
    assert (early.kind, early.state, early.action) == (NeedKind.ATTEST, RuleState.OK, NeedAction.CONFIRM_GONE)
    assert late.state is RuleState.OVERDUE


def test_a_copy_elsewhere_whose_purpose_is_fulfilled_is_to_be_attested_too() -> None:
    """VR-U5b"""
    met = replace(calm(), agreements={"agreement": an_agreement(purpose_fulfilled_at=NOW - DAY)})
    need = only_need(with_copies(met, a_copy(location=Location.ELSEWHERE, due_at=NOW + 6 * DAY)))
    assert (need.kind, need.state, need.rules) == (NeedKind.ATTEST, RuleState.ATTENTION, ("VR-P4", "VR-U5b"))
    withdrawn = with_copies(calm(), a_copy(location=Location.OFFICE365, due_at=NOW + HOUR))
    assert only_need(withdrawn).state is RuleState.ATTENTION


def test_an_agreement_that_ends_within_a_week_is_told_while_copies_stand_under_it() -> None:
    """VR-P3"""
    until = NOW + 5 * DAY
    ending = replace(calm(), agreements={"agreement": an_agreement(valid_until=until)})
    assert needs_in(ending) == ()
    need = only_need(with_copies(ending, a_copy(due_at=until)))
    assert (need.kind, need.state, need.action) == (NeedKind.AGREEMENT_ENDS, RuleState.OK, NeedAction.EXTEND)
    later = replace(calm(), agreements={"agreement": an_agreement(valid_until=NOW + 8 * DAY)})
    assert needs_in(with_copies(later, a_copy(due_at=NOW + 8 * DAY))) == ()


def test_a_declaration_that_the_client_did_not_confirm_may_be_handed_over_and_disturbs_nobody() -> None:
    picture = replace(calm(), unreceived=(a_declaration(),))
    need = only_need(picture)
    assert (need.kind, need.state, need.action) == (NeedKind.DECLARED, RuleState.OK, NeedAction.SHOW_DECLARATIONS)
    assert said(need.sentence) == "Er staat een verklaring klaar voor Gemeente Voorbeeldstad."
    assert sentence_of([need], None, NOW, AMSTERDAM) == sentence_of([], None, NOW, AMSTERDAM)
    assert tray_of([need]) == tray_of([])


def test_declarations_are_one_need_whoever_they_are_for() -> None:
    two = replace(calm(), unreceived=(a_declaration(), a_declaration(id="other", issued_at=NOW - DAY)))
    assert said(only_need(two).sentence) == "Er staan 2 verklaringen klaar voor Gemeente Voorbeeldstad."
    assert only_need(two).since == NOW - DAY
    client = replace(two.clients[0], id="client-2", name="Waterschap De Made")
    others = replace(
        two,
        clients=(*two.clients, client),
        projects={**two.projects, "project-2": a_project(id="project-2", client_id=client.id)},
        unreceived=(*two.unreceived, a_declaration(id="third", project_id="project-2")),
    )
    assert said(only_need(others).sentence) == "Er staan 3 verklaringen klaar voor klanten."


def test_an_old_declaration_is_not_asked_about_any_more() -> None:
    old = a_declaration(issued_at=NOW - 31 * DAY)
    assert needs_in(replace(calm(), unreceived=(old,))) == ()
    assert only_need(replace(calm(), unreceived=(old, a_declaration(id="new")))).count == 1


def test_special_categories_wait_for_the_lead() -> None:
    """VT-U1"""
    need = only_need(with_copies(calm(), a_copy(special=True)))
    assert (need.kind, need.action, need.rules) == (NeedKind.APPROVAL, NeedAction.ASK_LEAD, ("VT-U1",))


@pytest.mark.parametrize(
    ("out_for", "state"),
    [(4 * HOUR, RuleState.OK), (12 * HOUR, RuleState.ATTENTION), (13 * HOUR, RuleState.ATTENTION)],
)
def test_what_is_out_of_the_vault_for_hours_is_told(out_for: object, state: RuleState) -> None:
    """VR-P3: twelve hours at most (design: Vault)."""
    assert isinstance(out_for, type(HOUR))
    out = a_copy(state=CopyState.CHECKED_OUT, checked_out_at=NOW - out_for)
    need = only_need(with_copies(calm(), out))
    assert (need.kind, need.state, need.action) == (NeedKind.CHECKED_OUT, state, NeedAction.SEAL)


def test_a_copy_that_was_opened_just_now_disturbs_nobody() -> None:
    assert needs_in(with_copies(calm(), a_copy(state=CopyState.CHECKED_OUT, checked_out_at=NOW - 3 * HOUR))) == ()


def test_one_download_is_one_need_with_its_folder() -> None:
    """VR-P1a, VR-P3"""
    need = only_need(replace(calm(), findings=(a_finding(),)))
    assert said(need.sentence) == "12 bestanden van Gemeente Voorbeeldstad in Downloads wachten op je besluit."
    assert (need.action, need.subject, need.subject_kind) == (NeedAction.DECIDE, "groep-1", SubjectKind.GROUP)
    unknown = only_need(replace(calm(), findings=(a_finding(client_id=None, files=1),)))
    assert said(unknown.sentence) == "1 bestand in Downloads wacht op je besluit."


def test_a_group_of_which_a_part_is_late_is_one_need() -> None:
    rows = (a_finding(late=2, decide_by=NOW - HOUR), a_finding(client_id=None, files=3))
    need = only_need(replace(calm(), findings=rows))
    assert (need.kind, need.state, need.count) == (NeedKind.FINDINGS_LATE, RuleState.OVERDUE, 2)


def test_many_groups_become_one() -> None:
    few = tuple(a_finding(group=f"groep-{n}") for n in range(MOST))
    assert len(needs_in(replace(calm(), findings=few))) == MOST
    many = tuple(a_finding(group=f"groep-{n}") for n in range(MOST + 1))
    need = only_need(replace(calm(), findings=many))
    assert said(need.sentence) == "48 bestanden in 4 groepen wachten op je besluit."
    assert (need.subject, need.subject_kind, need.count) == (None, None, 48)


def test_what_was_there_before_is_one_task_and_never_red() -> None:
    """VR-P3: a clean-up with a term, amber."""
    rows = tuple(a_finding(group=f"g{n}", first_clean_up=True, late=12, decide_by=NOW - DAY) for n in range(9))
    need = only_need(replace(calm(), findings=rows))
    assert (need.kind, need.state, need.count) == (NeedKind.FIRST_CLEAN_UP, RuleState.ATTENTION, 108)


@pytest.mark.parametrize(("late", "kind"), [(0, NeedKind.ANSWER_AWAITED), (12, NeedKind.ANSWER_LATE)])
def test_a_question_to_the_client_is_awaited_then_reminded_of(late: int, kind: NeedKind) -> None:
    rows = (a_finding(state=FindingState.WAITING, late=late),)
    need = only_need(replace(calm(), findings=rows))
    assert (need.kind, need.state) == (kind, RuleState.ATTENTION)


def test_a_client_place_is_left_by_stopping_its_sync() -> None:
    """VR-P1b"""
    place = a_finding(is_place=True, files=1, folder="/home/robin/OneDrive - Voorbeeldstad")
    need = only_need(replace(calm(), findings=(place,)))
    assert (need.kind, need.action) == (NeedKind.CLIENT_PLACE, NeedAction.STOP_SYNC)
    assert "OneDrive - Voorbeeldstad" in said(need.sentence)


def test_while_time_is_suspect_the_clock_is_what_to_do() -> None:
    """VR-P4"""
    late = with_copies(replace(calm(), clock=clock(ClockState.SUSPECT)), a_copy(due_at=NOW - DAY))
    need = only_need(late)
    assert (need.kind, need.action) == (NeedKind.CLOCK, NeedAction.CONFIRM_CLOCK)


def test_what_the_assistant_itself_lacks_is_told() -> None:
    bare = replace(calm(), clients=(), folders=(), projects={}, agreements={}, folder_states={})
    assert [(need.kind, need.state) for need in needs_in(bare)] == [
        (NeedKind.NO_FOLDER, RuleState.UNKNOWN),
        (NeedKind.NO_CLIENT, RuleState.OK),
    ]
    silent = only_need(replace(calm(), guards_alive_at=NOW - 2 * DAY))
    assert (silent.kind, silent.action) == (NeedKind.GUARDS_SILENT, NeedAction.START_GUARDS)
    paused = only_need(replace(calm(), paused_until=NOW + HOUR))
    assert said(paused.sentence) == "Het bekijken van je mappen is gepauzeerd tot 11:00."
    keys = only_need(replace(calm(), key_source=KeySource.KEY_FILE))
    assert (keys.kind, keys.state) == (NeedKind.KEY_FILE, RuleState.ATTENTION)
    drive = only_need(replace(calm(), drives=("/media/robin/stick",)))
    assert (drive.state, drive.subject, said(drive.sentence)) == (
        RuleState.OK,
        "/media/robin/stick",
        "Er is een schijf aangesloten: stick.",
    )


def test_the_sentence_is_that_of_the_only_need_or_a_count() -> None:
    one = with_copies(calm(), a_copy(state=CopyState.BLOCKED, blocked_by="Excel", due_at=NOW - 3 * HOUR))
    assert sentence_of(needs_in(one), None, NOW, AMSTERDAM) == only_need(one).sentence
    assert said(tray_of(needs_in(one))) == "1 ding is te laat."
    two = replace(one, findings=(a_finding(),))
    assert said(sentence_of(needs_in(two), None, NOW, AMSTERDAM)) == "2 dingen vragen je aandacht, waarvan 1 te laat."
