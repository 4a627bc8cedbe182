"""The overview: what it says in each state, and what each step does or where it leads."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.actions.folder_rows import DRIVE_NOTE
from app.domain.copy import CopyState
from app.domain.locking import LockSeen, LockWatch
from app.domain.messages import msg
from app.domain.moments import ClockState
from app.domain.rules import RuleState
from app.domain.today import Need, NeedAction, NeedKind, SubjectKind
from app.ui.first_start.window import FirstStart
from app.ui.pages.overview.leading import PAGES, WORDS, leads_to
from app.ui.pages.overview.needs import FEW, NeedList, NeedRow
from app.ui.pages.overview.page import OverviewPage
from app.ui.pages.page import PageId
from app.ui.pages.vault.page import VaultPage
from app.ui.widgets.buttons import Button, Weight
from tests.ui.scenes import SCENES, Scene
from tests.ui.windows import Opened, application, dress, every_widget, opened, settle

Make = Callable[[str], Scene]


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    made: list[Scene] = []

    def make(name: str) -> Scene:
        made.append(SCENES[name](tmp_path / name))
        return made[-1]

    application()
    dress(dark=False)
    yield make
    for one in made:
        one.laptop.close()


def overview(here: Opened) -> OverviewPage:
    page = here.page(PageId.OVERVIEW)
    assert isinstance(page, OverviewPage)
    return page


def row_of(page: OverviewPage, kind: NeedKind) -> NeedRow:
    rows = (*page.needs.rows.values(), *page.may.rows.values())
    return next(row for row in rows if row.need is not None and row.need.kind is kind)


def press(here: Opened, button: Button) -> None:
    button.click()
    settle(here.jobs)


def news_of(here: Opened) -> list[str]:
    told: list[str] = []
    here.desk.news.connect(lambda news: told.append(here.desk.text(news.message)))
    return told


class TestWhatItSays:
    def test_an_empty_laptop_says_what_to_do_first_with_one_button(self, scene: Make):
        with opened(scene("nothing")) as here:
            page = overview(here)
            assert page.headline.text() == "Er is nog niets ingesteld. Begin met je mappen en je eerste klant."
            assert [button.text() for button in buttons(page)] == ["&Instellen"]
            press(here, page.empty.button)
            wizard = here.window.findChild(FirstStart)
            assert isinstance(wizard, FirstStart)
            assert wizard.isVisible()
            wizard.close()
            settle(here.jobs)

    def test_when_all_is_in_order_it_is_calm_and_still_shows_what_comes(self, scene: Make):
        with opened(scene("calm")) as here:
            page = overview(here)
            assert page.headline.text().startswith("Alles is in orde.")
            assert page.calm.isVisible()
            assert not page.needs.isVisible()
            assert [day.copies for day in page.shown.today.band if day.copies] == [1, 7, 4]
            assert page.days.isVisible()
            today = page.shown.today
            assert today.kept == today.applicable > 0
            assert page.rules.ring.accessibleName() == f"Alle {today.kept} regels worden nagekomen"
            assert page.rules.rows == []

    def test_each_need_has_its_row_and_the_first_one_the_only_filled_button(self, scene: Make):
        with opened(scene("three")) as here:
            page = overview(here)
            needs = page.shown.today.needs
            assert [row.need for row in page.needs.rows.values()] == list(needs)
            filled = [button for button in buttons(page) if button.property("look") == Weight.PRIMARY.value]
            assert filled == [page.needs.rows[needs[0].id].button]
            first = page.needs.rows[needs[0].id]
            assert first.sentence.text() == here.desk.text(needs[0].sentence)
            assert first.shape.accessibleName() == "aandacht"
            assert needs[0].detail is not None
            assert here.desk.text(needs[0].detail) in first.detail.text()
            assert first.button.accessibleName() == f"Verwijderen…: {here.desk.text(needs[0].sentence)}"

    def test_what_the_headline_says_is_not_said_again(self, scene: Make):
        made = scene("calm")
        made.laptop.app.pause.pause()
        with opened(made) as here:
            page = overview(here)
            assert page.headline.text() == "Het bekijken van je mappen is gepauzeerd tot 11:00."
            row = row_of(page, NeedKind.PAUSED)
            assert row.sentence.text().startswith("Verwijderen en de kluis gaan door.")
            assert page.headline.text() not in row.detail.text()

    def test_how_far_off_it_is_or_since_when_is_told(self, scene: Make):
        with opened(scene("three")) as here:
            page = overview(here)
            assert row_of(page, NeedKind.FINDINGS_OPEN).detail.text().endswith("over 24 uur")
            assert row_of(page, NeedKind.PURPOSE_MET).detail.text().endswith("sinds zaterdag 21 november")

    def test_what_may_be_done_already_stands_apart_without_a_filled_button(self, scene: Make):
        made = scene("calm")
        made.laptop.passes(timedelta(days=5))  # the first agreement ends within a week
        with opened(made) as here:
            page = overview(here)
            row = row_of(page, NeedKind.AGREEMENT_ENDS)
            assert row.need is not None
            assert row.need.state is RuleState.OK
            assert row in page.may.rows.values()
            assert row.shape.accessibleName() == "kan nu al"
            assert row.button.property("look") == Weight.PLAIN.value

    def test_a_first_start_that_was_left_can_be_gone_on_with(self, scene: Make):
        made = scene("nothing")
        made.laptop.app.first_start.choose([made.laptop.downloads])
        made.laptop.app.first_start.leave()
        with opened(made) as here:
            page = overview(here)
            assert not page.empty.isVisible()
            assert page.unfinished.isVisible()
            assert page.unfinished.button.text() == "Verder &instellen"

    def test_a_call_that_keeps_the_screen_open_is_said(self, scene: Make):
        """VR-P6: the grace is visible, whichever process keeps the guards."""
        made = scene("calm")
        seen = LockSeen(watch=LockWatch.GRACE, limit=timedelta(minutes=5), grace=timedelta(minutes=45))
        with opened(made) as here:
            page = overview(here)
            assert not page.grace.isVisible()
            made.laptop.app.locking.note_seen(seen)
            page.reload()
            settle(here.jobs)
            assert page.grace.isVisible()
            assert page.grace.label.text().endswith("hooguit 45 minuten zonder invoer.")

    def test_a_finished_one_is_not_mentioned(self, scene: Make):
        with opened(scene("calm")) as here:
            assert not overview(here).unfinished.isVisible()

    def test_rules_that_are_not_in_order_lead_to_their_page_of_the_procedure(self, scene: Make):
        with opened(scene("three")) as here:
            page = overview(here)
            today = page.shown.today
            assert 0 < today.kept < today.applicable
            told = f"{today.kept} van {today.applicable} regels worden nagekomen"
            assert page.rules.ring.accessibleName() == told
            wanted = QSignalSpy(here.desk.page_wanted)
            row = page.rules.rows[0]
            assert row.link.text() == "Klantgegevens blijven in de klantomgeving"
            press(here, row.link)
            assert wanted.at(0) == ["about", "VR-P1a"]
            press(here, page.rules.all)
            assert wanted.at(1) == ["about", "procedure"]

    def test_a_chosen_day_tells_what_goes_and_leads_to_the_vault(self, scene: Make):
        with opened(scene("calm")) as here:
            page = overview(here)
            wanted = QSignalSpy(here.desk.page_wanted)
            page.days.band.setFocus()
            QTest.keyClick(page.days.band, Qt.Key.Key_Right)
            QTest.keyClick(page.days.band, Qt.Key.Key_Return)
            assert page.days.told.text() == "Op woensdag 9 december gaan 7 kopieën weg, de eerste om 10:00: MAD-1."
            assert page.days.band.accessibleDescription() == page.days.told.text()
            press(here, page.days.show_all)
            assert wanted.at(0)[0] == "vault"

    def test_in_english_too(self, scene: Make):
        with opened(scene("three"), "en") as here:
            page = overview(here)
            assert page.headline.text() == "4\N{NO-BREAK SPACE}things need your attention."
            assert page.rules.rows[0].link.text() == "Work with client data only inside the client environment"


class TestLists:
    def test_more_than_a_few_are_shown_when_somebody_asks(self, scene: Make):
        with opened(scene("calm")) as here:
            page = overview(here)
            page.needs.show()
            page.needs.show_needs([need(number) for number in range(23)], msg("today.calm"), has_filled_button=True)
            settle(here.jobs)
            assert len(visible_rows(page.needs)) == FEW
            assert page.needs.more.text() == "Toon alle 23"
            here.window.activateWindow()
            page.needs.more.click()
            settle(here.jobs)
            assert len(visible_rows(page.needs)) == 23
            assert not page.needs.more.isVisible()
            assert QApplication.focusWidget() is page.needs.rows[need(FEW).id].button

    def test_the_keyboard_stays_where_it_was_when_the_page_loads_anew(self, scene: Make):
        made = scene("three")
        with opened(made) as here:
            page = overview(here)
            held = list(page.needs.rows.values())[1]
            held.button.setFocus()
            made.laptop.app.findings.delete([page.shown.today.needs[3].subject])  # another one is decided
            page.reload()
            settle(here.jobs)
            assert len(page.needs.rows) == 3
            assert held in page.needs.rows.values()
            assert held.button.hasFocus()

    def test_every_step_has_a_word_and_a_page(self):
        assert WORDS.keys() == PAGES.keys() == set(NeedAction)


class TestSteps:
    def test_deciding_leads_to_the_group(self, scene: Make):
        with opened(scene("three")) as here:
            page = overview(here)
            wanted = QSignalSpy(here.desk.page_wanted)
            row = row_of(page, NeedKind.FINDINGS_OPEN)
            assert row.need is not None
            press(here, row.button)
            assert wanted.at(0) == ["findings", row.need.subject]

    def test_a_declaration_leads_to_the_declarations_and_leaves_it_calm(self, scene: Make):
        made = scene("calm")
        with opened(made) as here:
            before = overview(here).headline.text()
        laptop = made.laptop
        agreement, _state = laptop.app.agreements.list()[0]
        copy = laptop.sealed(agreement, laptop.file("lonen weg.xlsx"))
        laptop.app.deletion.delete_now([copy.id], "klaar")
        with opened(made) as here:
            page = overview(here)
            assert page.headline.text() == before
            assert page.calm.isVisible()
            row = row_of(page, NeedKind.DECLARED)
            assert row.sentence.text().startswith("Er staat een verklaring klaar voor ")
            wanted = QSignalSpy(here.desk.page_wanted)
            press(here, row.button)
            assert wanted.at(0) == ["vault", "certificates"]
            vault = here.window.current
            assert isinstance(vault, VaultPage)
            assert vault.certificates.isVisible()

    @pytest.mark.parametrize(
        ("kind", "action", "subject"),
        [
            (NeedKind.CHECKED_OUT, NeedAction.SEAL, "checked-out"),
            (NeedKind.BLOCKED, NeedAction.RETRY, "blocked"),
            (NeedKind.ASKED, NeedAction.ANSWER, "asked"),
            (NeedKind.OVERDUE, NeedAction.DELETE, "overdue"),
            (NeedKind.PURPOSE_MET, NeedAction.DELETE, None),
            (NeedKind.ATTEST, NeedAction.CONFIRM_GONE, None),
        ],
    )
    def test_what_is_about_several_opens_the_vault_narrowed_to_them(
        self, kind: NeedKind, action: NeedAction, subject: str | None
    ):
        several = Need(id="x", kind=kind, state=RuleState.OK, sentence=msg("today.calm"), action=action)
        assert leads_to(several)[1] == subject
        one = replace(several, subject="copy", subject_kind=SubjectKind.COPY)
        assert leads_to(one)[1] == "copy"

    def test_without_a_folder_the_settings_offer_them(self, scene: Make):
        made = scene("calm")
        made.laptop.app.folders.remove(made.laptop.downloads)
        with opened(made) as here:
            page = overview(here)
            wanted = QSignalSpy(here.desk.page_wanted)
            row = row_of(page, NeedKind.NO_FOLDER)
            assert row.button.text() == "Mappen kiezen"
            press(here, row.button)
            assert wanted.at(0) == ["settings", "folders"]

    def test_resuming_is_done_at_once_and_said(self, scene: Make):
        made = scene("calm")
        made.laptop.app.pause.pause()
        with opened(made) as here:
            page, told = overview(here), news_of(here)
            press(here, row_of(page, NeedKind.PAUSED).button)
            assert made.laptop.app.pause.until() is None
            assert told == ["De assistent bekijkt je mappen weer."]
            assert page.calm.isVisible()

    def test_what_is_out_is_put_back_at_once(self, scene: Make):
        made = scene("calm")
        made.laptop.app.vault.open(made.laptop.app.vault.list()[0].id)
        made.laptop.passes(timedelta(hours=5))
        with opened(made) as here:
            page, told = overview(here), news_of(here)
            press(here, row_of(page, NeedKind.CHECKED_OUT).button)
            assert made.laptop.app.vault.checked_out() == ()
            assert told == ["1 bestand ligt weer in de kluis."]

    def test_deleting_asks_first_and_enter_alone_deletes_nothing(self, scene: Make):
        made = scene("three")
        with opened(made) as here:
            page, told = overview(here), news_of(here)
            press(here, row_of(page, NeedKind.PURPOSE_MET).button)
            dialog = page.doing.dialog
            assert dialog is not None
            assert dialog.title.text() == "3 bestanden nu verwijderen?"
            QTest.keyClick(dialog.go, Qt.Key.Key_Return)
            settle(here.jobs)
            assert len(made.laptop.app.copies.list(only_live=True)) == 3
            press(here, dialog.go)
            assert made.laptop.app.copies.list(only_live=True) == ()
            assert told == ["3 bestanden zijn verwijderd."]
            assert NeedKind.PURPOSE_MET not in {known.kind for known in page.shown.today.needs}

    def test_a_question_that_is_left_changes_nothing(self, scene: Make):
        made = scene("three")
        with opened(made) as here:
            page = overview(here)
            press(here, row_of(page, NeedKind.PURPOSE_MET).button)
            assert page.doing.dialog is not None
            QTest.keyClick(page.doing.dialog, Qt.Key.Key_Escape)
            settle(here.jobs)
            assert len(made.laptop.app.copies.list(only_live=True)) == 3

    def test_what_is_overdue_is_deleted_now(self, scene: Make):
        made = scene("calm")
        made.laptop.passes(timedelta(days=12))
        with opened(made) as here:
            page, told = overview(here), news_of(here)
            press(here, row_of(page, NeedKind.OVERDUE).button)
            assert page.doing.dialog is not None
            press(here, page.doing.dialog.go)
            states = [view.copy.state for view in made.laptop.app.copies.list()]
            assert states.count(CopyState.DELETED) == 1
            assert told == ["1 bestand is verwijderd."]

    def test_a_clock_that_leapt_is_confirmed_after_a_look_at_the_time(self, scene: Make):
        made = scene("calm")
        made.laptop.app.clock.keep()
        made.laptop.clock.set_wall(made.laptop.now + timedelta(days=3))
        with opened(made) as here:
            page = overview(here)
            press(here, row_of(page, NeedKind.CLOCK).button)
            assert page.doing.dialog is not None
            assert "do 26 nov 2026 10:00" in shown_text(page.doing.dialog)
            QTest.keyClick(page.doing.dialog.go, Qt.Key.Key_Return)
            settle(here.jobs)
            assert made.laptop.app.clock.judgement().state is ClockState.TRUSTED

    def test_a_question_about_a_copy_is_answered(self, scene: Make):
        made = scene("calm")
        laptop = made.laptop
        laptop.app.projects.close("MAD-1", at=laptop.now - timedelta(days=8))
        asked = [view for view in laptop.app.copies.list() if view.state is CopyState.ASKED]
        for view in asked[1:]:
            laptop.app.copies.confirm(view.copy.id)
        with opened(made) as here:
            page = overview(here)
            press(here, row_of(page, NeedKind.ASKED).button)
            assert page.doing.dialog is not None
            press(here, page.doing.dialog.go)
            assert laptop.app.copies.show(asked[0].copy.id).state is not CopyState.ASKED

    def test_many_questions_lead_to_the_vault(self, scene: Make):
        made = scene("calm")
        made.laptop.app.projects.close("MAD-1", at=made.laptop.now - timedelta(days=8))
        with opened(made) as here:
            page = overview(here)
            wanted = QSignalSpy(here.desk.page_wanted)
            press(here, row_of(page, NeedKind.ASKED).button)
            assert wanted.at(0)[0] == "vault"
            assert page.doing.dialog is None

    @pytest.mark.skipif(sys.platform == "win32", reason="mounts as Linux has them")
    def test_what_goes_wrong_is_said_where_the_person_looks(self, scene: Make):
        made = scene("calm")
        with made.laptop.app.office.change() as work:
            work.session.notes.set(f"{DRIVE_NOTE}/proc", work.now.isoformat())
        with opened(made) as here:
            page, told = overview(here), news_of(here)
            row = row_of(page, NeedKind.DRIVE)
            assert row.button.text() == "Laten bekijken"
            press(here, row.button)
            assert row.problem.isVisible()
            assert row.problem.text() == "/proc is een map van het systeem. Kies een map met eigen documenten."
            assert row.button.isEnabled()
            assert told == []
            press(here, row.button)
            assert row.problem.isVisible()

    def test_time_that_passes_is_seen_while_the_page_is_shown(self, scene: Make):
        made = scene("calm")
        with opened(made) as here:
            page = overview(here)
            assert page._minute.isActive()
            made.laptop.passes(timedelta(days=9))
            page._minute.timeout.emit()
            settle(here.jobs)
            assert "vrijdag 4 december" not in page.headline.text()
            here.page(PageId.TEAM)
            assert not page._minute.isActive()


def need(number: int) -> Need:
    return Need(
        id=f"need-{number:02}",
        kind=NeedKind.FOLDER_AILING,
        state=RuleState.ATTENTION,
        sentence=msg("today.folder-ailing", folder=f"Map {number}"),
        action=NeedAction.SHOW_FOLDERS,
    )


def visible_rows(needs: NeedList) -> list[NeedRow]:
    return [row for row in needs.rows.values() if row.isVisibleTo(needs)]


def buttons(page: OverviewPage) -> list[Button]:
    return [widget for widget in every_widget(page) if isinstance(widget, Button)]


def shown_text(dialog: QWidget) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))
