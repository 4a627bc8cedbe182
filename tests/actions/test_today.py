"""The overview and the tray on a real laptop: one sentence, what needs the person, what goes when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from app.actions.alive import GuardsAlive
from app.actions.today import TodayActions
from app.domain.copy import CopyState
from app.domain.messages import msg
from app.domain.rules import RuleState
from app.domain.today import NeedAction, NeedKind, Today
from app.system.language import texts
from tests.actions.conftest import MakeLaptop
from tests.actions.laptop import CLIENT, DAY, DOMAIN, HOUR, WEEK, Laptop

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NL = texts("nl", AMSTERDAM)


def today(laptop: Laptop) -> Today:
    return TodayActions(laptop.app.office, laptop.app.status, laptop.app.settings, AMSTERDAM).today()


def said(laptop: Laptop) -> str:
    return NL.render(today(laptop).sentence)


def guards_run(laptop: Laptop) -> None:
    GuardsAlive(laptop.app.office).note()
    laptop.is_protected()
    laptop.app.working_files.note()
    for folder in laptop.app.intake.folders():
        laptop.app.intake.folder_state(folder.id, RuleState.OK, msg("copies.folder-ok"))
        laptop.app.intake.looked(folder.id)


@pytest.fixture
def ready(laptop: Laptop) -> Laptop:
    laptop.client()
    laptop.project()
    laptop.watch()
    guards_run(laptop)
    return laptop


def test_an_empty_laptop_says_where_to_begin(laptop: Laptop) -> None:
    found = today(laptop)
    assert NL.render(found.sentence) == "Er is nog niets ingesteld. Begin met je mappen en je eerste klant."
    assert [need.action for need in found.needs] == [
        NeedAction.START_GUARDS,
        NeedAction.ADD_FOLDER,
        *(NeedAction.SHOW_DEVICE, NeedAction.SHOW_DEVICE),  # nobody has looked, and nobody recorded the IT partner
        NeedAction.ADD_CLIENT,
    ]
    assert (found.state, found.next_deletion) == (RuleState.UNKNOWN, None)
    assert NL.render(found.tray_next) == "Er staat geen verwijdering gepland"


def test_all_in_order_tells_the_next_deletion(ready: Laptop) -> None:
    """VR-P4: look.md's own sentence."""
    agreement = ready.agreement(valid_until=ready.now + 11 * DAY)
    for name in ("a.xlsx", "b.xlsx"):
        ready.sealed(agreement, ready.file(name))
    found = today(ready)
    assert NL.render(found.sentence) == (
        "Alles is in orde. De volgende verwijdering is vrijdag 4 december: 2 bestanden van Gemeente Voorbeeldstad."
    )
    assert NL.render(found.tray) == "Alles is in orde."
    assert NL.render(found.tray_next) == "Volgende verwijdering: vr 4 dec 2026 10:00"
    assert found.next_deletion is not None
    assert (found.next_deletion.copies, found.next_deletion.client, found.next_deletion.projects) == (
        2,
        CLIENT,
        ("P1",),
    )
    marked = {day.day: (day.copies, day.projects) for day in found.band if day.copies}
    assert marked == {date(2026, 12, 4): (2, ("P1",))}
    kept = [rule for rule in found.rules if rule.state is RuleState.OK]
    assert (found.kept, found.applicable) == (len(kept), len(kept))
    assert len(kept) >= 17
    assert found.state is ready.app.status.status().state is RuleState.OK


def test_the_margin_of_it_moves_the_day_and_the_sentence(make_laptop: MakeLaptop) -> None:
    laptop = make_laptop(policy={"deletion.margin_hours": 48})
    agreement = laptop.usual(valid_until=laptop.now + 11 * DAY)
    laptop.sealed(agreement)
    found = today(laptop)
    assert found.next_deletion is not None
    assert found.next_deletion.at == laptop.now + 9 * DAY
    assert [day.day for day in found.band if day.copies] == [date(2026, 12, 2)]


def test_a_plan_counts_over_the_deadline(ready: Laptop) -> None:
    copy = ready.sealed(ready.agreement(valid_until=ready.now + 11 * DAY))
    ready.app.copies.plan(copy.id, ready.now + 3 * DAY)
    found = today(ready)
    assert found.next_deletion is not None
    assert found.next_deletion.at == ready.now + 3 * DAY
    assert [day.day for day in found.band if day.copies] == [date(2026, 11, 26)]


def test_what_goes_after_the_band_is_still_told_exactly(ready: Laptop) -> None:
    agreement = ready.agreement(valid_until=ready.now + 50 * DAY)
    copies = [ready.sealed(agreement, ready.file(f"{number}.xlsx")) for number in range(3)]
    with ready.app.office.change() as work:  # as after a client's term became shorter for some
        for copy, days in zip(copies, (40, 40, 41), strict=True):
            work.session.copies.update(replace(copy, due_at=work.now + days * DAY))
    found = today(ready)
    assert not any(day.copies for day in found.band)
    assert found.next_deletion is not None
    assert found.next_deletion.copies == 2


def test_an_overdue_copy_stands_on_today_until_it_is_gone(ready: Laptop) -> None:
    """VR-P4"""
    ready.sealed(ready.agreement())
    ready.app.projects.close("P1")
    ready.passes(WEEK + 3 * HOUR)
    guards_run(ready)
    found = today(ready)
    assert NL.render(found.sentence) == "De verwijdering van 1 bestand van Gemeente Voorbeeldstad is 3 uur te laat."
    assert NL.render(found.tray) == "1 ding is te laat."
    assert (found.band[0].copies, found.band[0].overdue, found.next_deletion) == (1, True, None)
    ready.app.deletion.run_due()
    assert said(ready) == "Alles is in orde. Er staat geen verwijdering gepland."


def test_what_is_not_proven_to_be_gone_can_be_confirmed_by_a_person(ready: Laptop) -> None:
    """VR-P4: a person's word is recorded as such, on a declaration; then nothing is left to do."""
    path = ready.file()
    copy = ready.app.copies.add(path, ready.agreement(valid_until=ready.now + DAY).id, in_place=True).copy
    path.unlink()
    ready.passes(DAY)
    guards_run(ready)
    ready.app.deletion.run_due()
    (need,) = today(ready).needs
    assert (need.kind, need.action, need.subject) == (NeedKind.NOT_PROVEN, NeedAction.CONFIRM_GONE, copy.id)
    confirmed = ready.app.copies.confirm(copy.id).copy
    assert (confirmed.state, confirmed.method) == (CopyState.DELETED, "attested")
    assert ready.events("copy.confirmed")[-1].data == {"what": "not-proven"}
    assert confirmed.certificate_id is not None
    assert [need.kind for need in today(ready).needs] == [NeedKind.DECLARED]
    ready.app.certificates.file_receipt(confirmed.certificate_id, ready.mail("ontvangen.eml"))
    assert today(ready).needs == ()
    assert ready.app.status.status().state is RuleState.OK


def test_findings_are_told_until_they_are_decided(ready: Laptop) -> None:
    """VR-P1a, VR-P3"""
    group = ready.finding().group
    assert said(ready) == "1 bestand van Gemeente Voorbeeldstad in Downloads wacht op je besluit."
    assert today(ready).needs[0].subject == group
    ready.app.findings.ask([group], f"eva@{DOMAIN}")
    assert said(ready) == "Je wacht op antwoord van Gemeente Voorbeeldstad over 1 bestand."
    ready.passes(8 * DAY)
    guards_run(ready)
    assert said(ready) == "Gemeente Voorbeeldstad heeft nog niet geantwoord over 1 bestand."
    ready.app.findings.delete([group])
    assert said(ready) == "Alles is in orde. Er staat geen verwijdering gepland."


def test_a_pause_is_said_with_its_end_and_by_the_rule(ready: Laptop) -> None:
    """VR-K1"""
    ready.app.pause.pause()
    found = today(ready)
    assert NL.render(found.sentence) == "Het bekijken van je mappen is gepauzeerd tot 11:00."
    assert found.tray == found.sentence
    assert [need.action for need in found.needs] == [NeedAction.RESUME]
    rule = next(rule for rule in found.rules if rule.id == "VR-K1")
    assert (rule.state, NL.render(rule.sentence)) == (
        RuleState.ATTENTION,
        "Het bekijken van je mappen is gepauzeerd tot ma 23 nov 2026 11:00.",
    )
    ready.app.pause.resume()
    assert said(ready) == "Alles is in orde. Er staat geen verwijdering gepland."


def test_a_clock_in_doubt_is_said_before_anything_else(ready: Laptop) -> None:
    """VR-P4"""
    ready.finding()
    ready.app.clock.keep()
    ready.clock.set_wall(ready.now + 30 * DAY)
    found = today(ready)
    assert found.sentence == found.tray == msg("today.clock")
    assert [notice.id for notice in found.notices] == ["status.clock-suspect"]


def test_the_assistant_hands_out_the_same(ready: Laptop) -> None:
    ready.finding()
    ours, theirs = today(ready), ready.app.today.today()
    assert (ours.state, ours.sentence, ours.needs) == (theirs.state, theirs.sentence, theirs.needs)
