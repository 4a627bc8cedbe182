"""The page of the vault with the real actions: what a person sees and does changes the store as it should."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.agreement import Agreement, Place
from app.domain.card import Role
from app.domain.copy import CopyState, Location, OutsideCopy
from app.domain.errors import EnvironmentLacking
from app.domain.finding import FindingState
from app.domain.messages import msg
from app.domain.vault_list import RowState
from app.ui.pages.page import PageId
from app.ui.pages.projects.agreement_dialog import NewAgreementDialog
from app.ui.pages.vault.add_dialog import AddDialog, Way
from app.ui.pages.vault.check_dialog import CheckDialog
from app.ui.pages.vault.copy_steps import Step
from app.ui.pages.vault.earlier_dialog import EarlierDialog
from app.ui.pages.vault.move_dialog import MoveDialog
from app.ui.widgets.dialog import Confirm
from tests.actions.laptop import DAY, DOMAIN, HOUR, Laptop
from tests.actions.programs import held_open
from tests.ui.pages.at_the_vault import Desktop, Person, drop
from tests.ui.scenes import Scene
from tests.ui.windows import application, opened

RECOVERY = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


UNTIL, STATE = 5, 6


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    application()
    laptop = Laptop(tmp_path)
    yield laptop
    laptop.close()


@pytest.fixture
def person(laptop: Laptop) -> Iterator[Person]:
    with opened(Scene("test", laptop)) as here:
        yield Person(here, laptop)


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    taken = Desktop()
    yield taken
    taken.leave()


@pytest.fixture
def agreement(laptop: Laptop) -> Agreement:
    return laptop.usual(valid_until=laptop.now + 10 * DAY)


@pytest.fixture
def copy(laptop: Laptop, agreement: Agreement) -> OutsideCopy:
    return laptop.sealed(agreement, laptop.file("salarissen.xlsx", b"geheim " * 300))


class TestHeadline:
    def test_an_empty_vault_says_what_it_is_for_and_offers_one_step(self, person: Person):
        page = person.open()
        assert person.headline == "Er staat niets buiten de klantomgeving."
        assert page.copies.empty.isVisible()
        assert not page.copies.list.isVisible()
        person.press(page.copies.empty.button)
        person.asked(AddDialog).reject()

    def test_it_says_how_many_and_when_the_first_goes(self, person: Person, laptop: Laptop, copy: OutsideCopy):
        person.open()
        assert person.headline == "1 kopie ligt in de kluis. Ze gaat donderdag 3 december weg."
        laptop.app.copies.add(laptop.file("plek.xlsx"), copy.agreement_id, in_place=True)
        laptop.app.copies.plan(copy.id, laptop.now + DAY)
        person.look_again()
        assert person.headline == "2 kopieën staan buiten, waarvan 1 in de kluis. De eerste gaat morgen weg."

    def test_without_an_end_it_says_so(self, person: Person, laptop: Laptop):
        laptop.sealed(laptop.usual())
        person.open()
        assert person.headline == "1 kopie ligt in de kluis. Zij heeft nog geen einddatum."

    def test_what_should_be_gone_comes_first(self, person: Person, laptop: Laptop, copy: OutsideCopy):
        laptop.sealed(laptop.agreement("P1", valid_until=laptop.now + 14 * DAY))
        laptop.passes(11 * DAY)
        person.open()
        assert person.headline == "1 kopie had al weg moeten zijn. De eerstvolgende gaat maandag 7 december weg."

    def test_a_recovery_key_of_it_weakens_the_claim_and_that_is_said(self, tmp_path: Path):
        laptop = Laptop(tmp_path, policy={"vault.recovery_key": RECOVERY})
        laptop.sealed(laptop.usual())
        with opened(Scene("test", laptop)) as here:
            page = Person(here, laptop).open()
            said = page.copies.ways_in.text()
            assert page.copies.ways_in.isVisible()
        laptop.close()
        assert said.startswith("Wat uit de kluis weggaat, is verwijderd maar niet vernietigd.")
        assert "herstelsleutel" in said


class TestOutAndBack:
    def test_a_file_is_opened_with_its_own_program_and_shown_as_out(
        self, person: Person, laptop: Laptop, copy: OutsideCopy, desktop: Desktop
    ):
        person.open()
        assert person.steps() == ["*Openen", "Andere afspraak…", "Eerder verwijderen…"]
        person.step(Step.OPEN)
        now = laptop.copy(copy.id)
        assert now.state is CopyState.CHECKED_OUT
        assert desktop.shown == [Path(now.checked_out_path or "")]
        assert desktop.shown[0].read_bytes() == b"geheim " * 300
        assert person.told == ["Het bestand ligt nu uit de kluis en gaat terug als je het sluit."]
        assert person.cell("salarissen.xlsx", STATE) == "uit de kluis"
        assert person.steps() == ["*Terug in de kluis", "Nog eens openen", "Eerder verwijderen…"]
        assert "sinds ma 23 nov 2026" in person.page.copies.detail.notice.label.text()

    def test_it_is_put_back_with_what_was_changed(self, person: Person, laptop: Laptop, copy: OutsideCopy):
        _, path = laptop.app.vault.open(copy.id)
        path.write_bytes(b"nieuwe versie")
        person.open()
        person.step(Step.SEAL)
        now = laptop.copy(copy.id)
        assert (now.state, now.size_bytes) == (CopyState.KEPT, 13)
        assert not path.exists()
        assert person.told == ["Het bestand ligt weer in de kluis."]
        assert person.cell("salarissen.xlsx", STATE) == "in orde"

    def test_who_has_it_open_is_named_and_it_stays_out(self, person: Person, laptop: Laptop, copy: OutsideCopy):
        _, path = laptop.app.vault.open(copy.id)
        with held_open(path):
            person.open()
            assert "Het is open in" in person.page.copies.detail.notice.label.text()
            person.step(Step.SEAL)
            assert "is nog open in" in person.page.copies.detail.problem.label.text()
        assert laptop.copy(copy.id).is_out

    def test_all_go_back_with_one_press(self, person: Person, laptop: Laptop, copy: OutsideCopy, agreement: Agreement):
        other = laptop.sealed(agreement, laptop.file("verzuim.csv"))
        for one in (copy, other):
            laptop.app.vault.open(one.id)
        page = person.open()
        assert page.copies.out.label.text().startswith("2 bestanden zijn uit de kluis.")
        person.press(page.copies.out.button)
        assert not laptop.app.vault.checked_out()
        assert person.told == ["2 bestanden liggen weer in de kluis."]
        assert not page.copies.out.isVisible()

    def test_what_is_held_stays_and_is_named(
        self, person: Person, laptop: Laptop, copy: OutsideCopy, agreement: Agreement
    ):
        other = laptop.sealed(agreement, laptop.file("verzuim.csv"))
        _, path = laptop.app.vault.open(copy.id)
        laptop.app.vault.open(other.id)
        page = person.open()
        with held_open(path):
            person.press(page.copies.out.button)
        assert [out.id for out in laptop.app.vault.checked_out()] == [copy.id]
        assert person.told == ["Het bestand ligt weer in de kluis."]
        assert page.copies.detail.problem.label.text().startswith("salarissen.xlsx is nog open in")

    def test_a_file_that_no_program_opens_is_shown_where_it_stands(
        self, person: Person, laptop: Laptop, copy: OutsideCopy, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr("app.ui.pages.vault.acting.open_with_system", lambda _path: False)
        person.open()
        person.step(Step.OPEN)
        problem = person.page.copies.detail.problem.label.text()
        assert problem.startswith("Er is geen programma dat dit bestand opent.")
        assert str(laptop.copy(copy.id).checked_out_path) in problem

    def test_special_categories_wait_for_the_lead(self, person: Person, laptop: Laptop, agreement: Agreement):
        """VT-U1"""
        laptop.app.copies.add(laptop.file("verzuim.csv"), agreement.id, special=True)
        person.open()
        assert "Tot je teamleider de afspraak goedkeurt" in person.page.copies.detail.notice.label.text()
        assert person.steps() == ["Andere afspraak…", "Eerder verwijderen…"]
        laptop.app.agreements.approve(agreement.id, role=Role.LEAD, device="laptop van de lead")
        person.look_again()
        assert not person.page.copies.detail.notice.isVisible()
        assert person.steps()[0] == "*Openen"

    def test_a_file_in_its_place_is_opened_there(
        self, person: Person, laptop: Laptop, agreement: Agreement, desktop: Desktop
    ):
        file = laptop.file("plek.xlsx")
        laptop.app.copies.add(file, agreement.id, in_place=True)
        person.open()
        person.step(Step.OPEN_IN_PLACE)
        assert desktop.shown == [file]


class TestEarlier:
    def test_it_is_deleted_at_once_only_with_a_reason_and_never_by_enter_alone(
        self, person: Person, laptop: Laptop, copy: OutsideCopy
    ):
        person.open()
        person.step(Step.EARLIER)
        dialog = person.asked(EarlierDialog)
        dialog.at_once.setChecked(True)
        assert not dialog.go.isDefault()
        person.submit(dialog)
        assert dialog.reason._problem.isVisible()
        assert laptop.copy(copy.id).is_live
        dialog.reason.put("Niet meer nodig")
        person.submit(dialog)
        assert laptop.copy(copy.id).state is CopyState.DELETED
        assert person.told == ["salarissen.xlsx is verwijderd. De verklaring staat klaar."]
        assert person.headline == "Er staat niets buiten de klantomgeving."
        assert len(laptop.app.certificates.rows()) == 1

    def test_another_moment_is_planned_and_shown(self, person: Person, laptop: Laptop, copy: OutsideCopy):
        person.open()
        person.step(Step.EARLIER)
        dialog = person.asked(EarlierDialog)
        assert dialog.later.isChecked()
        person.submit(dialog)
        assert laptop.copy(copy.id).planned_at == laptop.now + DAY
        assert person.cell("salarissen.xlsx", UNTIL) == "over 24 uur, gepland"
        assert "dat moment koos jij" in person.page.copies.detail.sentence.text()

    def test_a_moment_after_the_deadline_is_refused_at_the_field(
        self, person: Person, laptop: Laptop, copy: OutsideCopy
    ):
        """VR-P4"""
        person.open()
        person.step(Step.EARLIER)
        dialog = person.asked(EarlierDialog)
        dialog.at.edit.setDateTime(dialog.at.edit.dateTime().addDays(20))
        person.submit(dialog)
        assert "Later kan alleen met een nieuwe afspraak." in dialog.at._problem.text()
        assert laptop.copy(copy.id).planned_at is None
        dialog.reject()

    def test_what_is_late_is_deleted_now_and_not_later(self, person: Person, laptop: Laptop, copy: OutsideCopy):
        laptop.passes(11 * DAY)
        person.open()
        assert person.steps()[0] == "*Nu verwijderen…"
        assert "24 uur te laat" in person.page.copies.detail.sentence.text()
        person.step(Step.DELETE_NOW)
        dialog = person.asked(EarlierDialog)
        assert not dialog.later.isVisible()
        dialog.reject()

    def test_a_met_purpose_proposes_the_deletion(self, person: Person, laptop: Laptop, copy: OutsideCopy):
        """VR-U5b"""
        laptop.app.agreements.fulfilled(copy.agreement_id)
        person.open()
        assert person.steps()[0] == "*Nu verwijderen…"
        assert "want het doel is gerealiseerd" in person.page.copies.detail.sentence.text()

    def test_a_held_file_is_tried_again_when_it_was_closed(self, person: Person, laptop: Laptop, copy: OutsideCopy):
        laptop.passes(11 * DAY)
        with laptop.app.office.change() as work:  # as a deletion leaves it where the system keeps what is open
            held = replace(work.session.copies.get(copy.id), state=CopyState.BLOCKED, blocked_by="EXCEL.EXE")
            work.session.copies.update(held)
        person.open()
        said = "De verwijdering is 24 uur te laat: het bestand is open in EXCEL.EXE."
        assert person.page.copies.detail.notice.label.text().startswith(said)
        assert person.steps()[0] == "*Opnieuw proberen"
        person.step(Step.RETRY)
        assert laptop.copy(copy.id).state is CopyState.DELETED
        assert person.told == ["salarissen.xlsx is verwijderd. De verklaring staat klaar."]


class TestQuestions:
    def test_what_is_no_file_here_is_gone_by_the_word_of_the_person(self, person: Person, laptop: Laptop):
        laptop.usual()
        agreement = laptop.agreement("P1", place=Place.ELSEWHERE, valid_until=laptop.now + DAY)
        phone = laptop.app.copies.add_elsewhere("Foto's op mijn telefoon", agreement.id).copy
        person.open()
        assert person.steps() == ["*Het is weg…", "Andere afspraak…"]
        assert person.page.copies.detail.sentence.text().startswith("Haal dit zelf weg, uiterlijk over 24 uur")
        person.step(Step.CONFIRM_GONE)
        person.submit(person.asked(Confirm))
        assert laptop.copy(phone.id).state is CopyState.DELETED
        assert person.told == ["Vastgelegd: Foto's op mijn telefoon is weg."]

    def test_a_file_that_changed_unseen_is_asked_about(self, person: Person, laptop: Laptop, agreement: Agreement):
        file = laptop.file("plek.xlsx")
        copy = laptop.app.copies.add(file, agreement.id, in_place=True).copy
        file.write_bytes(b"iets anders")
        laptop.passes(10 * DAY)
        laptop.app.deletion.run_due()
        assert laptop.copy(copy.id).state is CopyState.ASKED
        person.open()
        assert person.cell("plek.xlsx", STATE) == "wacht op jou"
        assert person.steps()[0] == "*Ja, dit is de kopie…"
        person.step(Step.CONFIRM_CHANGED)
        person.submit(person.asked(Confirm))
        assert laptop.copy(copy.id).asked_why is None

    def test_a_deadline_in_the_past_waits_for_a_word(self, person: Person, laptop: Laptop):
        laptop.clock.advance(-9 * DAY)
        copy = laptop.sealed(laptop.usual())
        laptop.passes(9 * DAY)
        laptop.app.agreements.fulfilled(copy.agreement_id, laptop.now - 8 * DAY)
        person.open()
        assert person.steps()[0] == "*Ja, het mag weg…"
        person.step(Step.CONFIRM_PAST)
        person.submit(person.asked(Confirm))
        assert laptop.copy(copy.id).asked_why is None
        assert person.told == [f"Vastgelegd. De assistent verwijdert {copy.name} nu."]

    def test_a_file_that_waits_for_the_client_leads_to_the_findings(self, person: Person, laptop: Laptop):
        laptop.usual()
        finding = laptop.finding(laptop.file("vraag.xlsx"))
        laptop.app.findings.ask([finding.id], f"eva@{DOMAIN}")
        person.open()
        assert person.headline == "1 bestand wacht verzegeld op de klant."
        assert person.cell("vraag.xlsx", STATE) == "wacht op de klant"
        assert person.steps() == ["*Naar de bevinding"]
        heard: list[tuple[str, object]] = []
        person.here.desk.page_wanted.connect(lambda page, subject: heard.append((page, subject)))
        person.page.copies.detail.steps[Step.FINDING].click()
        assert heard == [(PageId.FINDINGS.value, FindingState.WAITING.value)]

    def test_while_the_time_is_in_doubt_the_clock_is_the_step(self, person: Person, laptop: Laptop, copy: OutsideCopy):
        laptop.passes(timedelta(0))
        laptop.clock.set_wall(laptop.clock.wall + 30 * DAY)
        person.open()
        assert person.steps()[0] == "*Naar de klok"
        assert person.cell("salarissen.xlsx", STATE) == "wacht op de klok"


class TestMove:
    def test_a_copy_comes_under_another_agreement_of_the_client(
        self, person: Person, laptop: Laptop, copy: OutsideCopy
    ):
        longer = laptop.agreement("P1", scope="Verlenging", valid_until=laptop.now + 30 * DAY)
        laptop.client("Waterschap De Made", domains=("demade.example",), contacts=())
        person.open()
        person.step(Step.MOVE)
        dialog = person.asked(MoveDialog)
        assert dialog.agreement.model.rowCount() == 1
        person.submit(dialog)
        now = laptop.copy(copy.id)
        assert (now.agreement_id, now.due_at) == (longer.id, longer.valid_until)
        assert person.told == ["salarissen.xlsx valt nu onder de andere afspraak."]

    def test_without_another_one_it_can_be_recorded_right_here(self, person: Person, copy: OutsideCopy):
        person.open()
        person.step(Step.MOVE)
        dialog = person.asked(MoveDialog)
        assert not dialog.go.isEnabled()
        assert dialog.agreement.none.isVisible()
        person.press(dialog.agreement.new)
        assert isinstance(dialog.agreement._recording, NewAgreementDialog)
        dialog.agreement._recording.reject()
        dialog.reject()


class TestAdd:
    def test_files_dropped_on_the_page_are_sealed_under_the_chosen_agreement(
        self, person: Person, laptop: Laptop, agreement: Agreement
    ):
        page = person.open()
        files = [laptop.file("een.xlsx"), laptop.file("twee.xlsx")]
        drop(page, *files)
        person.settle()
        dialog = person.asked(AddDialog)
        assert dialog.go.text() == "2 bestanden in de kluis leggen"
        person.submit(dialog)
        assert {view.copy.name for view in laptop.app.copies.list()} == {"een.xlsx", "twee.xlsx"}
        assert {view.copy.agreement_id for view in laptop.app.copies.list()} == {agreement.id}
        assert not any(file.exists() for file in files)
        assert person.told == ["2 bestanden liggen nu in de kluis."]
        assert page.copies.detail.title.text() == "twee.xlsx"

    def test_a_folder_is_refused_in_a_sentence_and_the_rest_goes_on(
        self, person: Person, laptop: Laptop, agreement: Agreement
    ):
        page = person.open()
        folder = laptop.downloads / "bijlagen"
        folder.mkdir()
        drop(page, folder, laptop.file("een.xlsx"))
        person.settle()
        dialog = person.asked(AddDialog)
        assert dialog.unusable.label.text() == "bijlagen is een map. Kies de bestanden zelf die je wilt toevoegen."
        person.submit(dialog)
        assert [view.copy.name for view in laptop.app.copies.list()] == ["een.xlsx"]

    def test_a_file_may_stay_in_its_place(self, person: Person, laptop: Laptop, agreement: Agreement):
        page = person.open()
        person.press(page.copies.empty.button)
        dialog = person.asked(AddDialog)
        file = laptop.file("een.xlsx")
        dialog.take([file])
        dialog.ways.choose(Way.IN_PLACE)
        person.settle()
        person.submit(dialog)
        (view,) = laptop.app.copies.list()
        assert (view.copy.location, view.copy.path) == (Location.IN_PLACE, str(file))
        assert person.told == ["1 bestand blijft op zijn plaats, tot zijn einddatum."]

    def test_special_categories_are_not_left_in_place_without_the_lead(
        self, person: Person, laptop: Laptop, agreement: Agreement
    ):
        """VT-U1"""
        page = person.open()
        person.press(page.copies.empty.button)
        dialog = person.asked(AddDialog)
        dialog.take([laptop.file("een.xlsx")])
        person.settle()
        dialog.special.setChecked(True)
        assert "kun je het niet openen" in dialog.approval.label.text()
        assert dialog.go.isEnabled()
        dialog.ways.choose(Way.IN_PLACE)
        assert "als je teamleider deze afspraak heeft goedgekeurd" in dialog.approval.label.text()
        assert not dialog.go.isEnabled()
        dialog.ways.choose(Way.SEAL)
        person.submit(dialog)
        assert laptop.app.copies.list()[0].copy.special

    def test_what_is_no_file_is_recorded_in_words(self, person: Person, laptop: Laptop):
        laptop.usual()
        elsewhere = laptop.agreement("P1", place=Place.ELSEWHERE)
        page = person.open()
        person.press(page.copies.empty.button)
        dialog = person.asked(AddDialog)
        dialog.ways.choose(Way.ELSEWHERE)
        person.settle()
        dialog.what.put("")
        person.submit(dialog)
        assert dialog.what._problem.isVisible()
        dialog.what.put("USB-stick in de la")
        person.submit(dialog)
        (view,) = laptop.app.copies.list()
        assert (view.copy.name, view.copy.location) == ("USB-stick in de la", Location.ELSEWHERE)
        assert view.copy.agreement_id == elsewhere.id

    def test_without_an_agreement_nothing_can_be_added_but_one_can_be_recorded(self, person: Person, laptop: Laptop):
        """VR-P3"""
        laptop.client()
        page = person.open()
        person.press(page.copies.empty.button)
        dialog = person.asked(AddDialog)
        dialog.take([laptop.file("een.xlsx")])
        person.settle()
        assert not dialog.go.isEnabled()
        assert dialog.agreement.none.isVisible()
        dialog.reject()

    def test_a_file_that_vanished_meanwhile_is_named_with_the_reason(
        self, person: Person, laptop: Laptop, agreement: Agreement
    ):
        page = person.open()
        gone = laptop.file("weg.xlsx")
        drop(page, gone, laptop.file("een.xlsx"))
        person.settle()
        gone.unlink()
        person.submit(person.asked(AddDialog))
        assert [view.copy.name for view in laptop.app.copies.list()] == ["een.xlsx"]
        assert page.copies.told.label.text().startswith("weg.xlsx is niet toegevoegd.")
        assert page.copies.told.isVisible()

    def test_a_file_can_be_left_out_again(self, person: Person, laptop: Laptop, agreement: Agreement):
        page = person.open()
        drop(page, laptop.file("een.xlsx"), laptop.file("twee.xlsx"))
        person.settle()
        dialog = person.asked(AddDialog)
        dialog.table.select(0)
        person.press(dialog.remove)
        assert dialog.go.text() == "In de kluis leggen"
        person.submit(dialog)
        assert [view.copy.name for view in laptop.app.copies.list()] == ["twee.xlsx"]

    def test_on_the_other_tab_nothing_is_taken(self, person: Person, laptop: Laptop, agreement: Agreement):
        page = person.open("certificates")
        drop(page, laptop.file("een.xlsx"))
        person.settle()
        assert page.asking.dialog is None


class TestCheck:
    def test_a_whole_vault_is_said_to_be_so(self, person: Person, copy: OutsideCopy):
        page = person.open()
        person.press(page.copies.check)
        person.submit(person.asked(CheckDialog))
        assert page.copies.told.label.text() == "1 verzegeld bestand gecontroleerd: het is heel en te openen."

    def test_a_damaged_file_is_found_and_shown(self, person: Person, laptop: Laptop, copy: OutsideCopy):
        sealed = laptop.data_dir / "vault" / str(copy.path)
        content = bytearray(sealed.read_bytes())
        content[-1] ^= 1
        sealed.write_bytes(content)
        page = person.open()
        assert person.cell("salarissen.xlsx", STATE) == "in orde"
        person.press(page.copies.check)
        person.submit(person.asked(CheckDialog))
        assert page.copies.told.label.text().startswith("1 van de 1 gecontroleerde bestanden is beschadigd of weg.")
        assert person.cell("salarissen.xlsx", STATE) == "beschadigd"
        assert page.copies.detail.notice.label.text().startswith("Het verzegelde bestand is beschadigd")

    def test_a_missing_file_is_seen_without_a_check(self, person: Person, laptop: Laptop, copy: OutsideCopy):
        (laptop.data_dir / "vault" / str(copy.path)).unlink()
        page = person.open()
        assert person.cell("salarissen.xlsx", STATE) == "niet te vinden"
        assert not page.copies.detail.steps[Step.OPEN].isVisible()


class TestList:
    @pytest.fixture
    def many(self, laptop: Laptop, agreement: Agreement) -> list[OutsideCopy]:
        """250 copies, more than a page; the first is out of the vault."""
        copies = [
            laptop.app.copies.add(laptop.file(f"export {n:03}.xlsx"), agreement.id, in_place=n > 0).copy
            for n in range(250)
        ]
        laptop.app.vault.open(copies[0].id)
        return copies

    def test_filters_search_and_their_words(self, person: Person, many: list[OutsideCopy]):
        page = person.open()
        assert [button.text() for button in page.copies.list.filters.group.buttons()] == [
            "Alles   250",
            "Uit de kluis   1",
        ]
        page.copies.list.filters.choose(RowState.CHECKED_OUT)
        person.settle()
        assert person.names() == ["export 000.xlsx"]
        page.copies.list.filters.choose("all")
        QTest.keyClicks(page.copies.list.search, "24")
        QTest.qWait(page.copies.list._typing.interval() + 50)
        person.settle()
        assert person.names() == [f"export {n:03}.xlsx" for n in (24, 124, 224, *range(240, 250))]
        page.copies.list.search.setText("niets")
        QTest.qWait(page.copies.list._typing.interval() + 50)
        person.settle()
        assert page.copies.list.none.isVisible()
        assert not page.copies.detail.isVisible()

    def test_the_chosen_row_stays_chosen_where_it_goes(self, person: Person, laptop: Laptop, many: list[OutsideCopy]):
        page = person.open()
        table = page.copies.list.table
        table.select(230)
        person.settle()
        name = page.copies.detail.title.text()
        assert name == "export 230.xlsx"
        laptop.app.deletion.delete_now([many[3].id], "klaar")
        person.look_again()
        assert table.currentIndex().row() == 229
        assert page.copies.detail.title.text() == name

    def test_what_is_gone_gives_way_to_the_one_after_it(self, person: Person, laptop: Laptop, many: list[OutsideCopy]):
        page = person.open()
        page.copies.list.table.select(230)
        person.settle()
        laptop.app.deletion.delete_now([many[230].id], "klaar")
        person.look_again()
        assert page.copies.detail.title.text() == "export 231.xlsx"

    def test_a_copy_is_brought_forward_by_its_id_also_when_it_is_filtered_out(
        self, person: Person, many: list[OutsideCopy]
    ):
        page = person.open()
        page.copies.list.filters.choose(RowState.CHECKED_OUT)
        person.settle()
        person.open(many[249].id)
        assert page.copies.detail.title.text() == "export 249.xlsx"
        assert page.copies.list.filters.value() == "all"

    def test_an_answer_about_a_list_that_is_no_longer_shown_is_passed_over(
        self, person: Person, many: list[OutsideCopy]
    ):
        page = person.open()
        page.copies.list.filters.choose(RowState.CHECKED_OUT)
        person.settle()
        for _ in range(2):
            page.copies.list.choose(many[249].id)
        person.settle()
        assert page.copies.detail.title.text() == "export 249.xlsx"

    def test_columns_sort_in_the_store_and_others_change_nothing(self, person: Person, many: list[OutsideCopy]):
        page = person.open()
        table = page.copies.list.table
        table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        person.settle()
        assert person.names()[0] == "export 249.xlsx"
        table.sortByColumn(STATE, Qt.SortOrder.AscendingOrder)
        person.settle()
        assert person.names()[0] == "export 249.xlsx"
        assert table.horizontalHeader().sortIndicatorSection() == 0

    def test_a_day_shows_what_goes_then_and_all_can_be_shown_again(
        self, person: Person, laptop: Laptop, many: list[OutsideCopy]
    ):
        other = laptop.sealed(laptop.agreement("P1", valid_until=laptop.now + 3 * DAY), laptop.file("eerder.xlsx"))
        page = person.open(date(2026, 11, 26))
        assert person.names() == [other.name]
        assert page.copies.list.narrowed.label.text() == "Je ziet alleen wat weggaat op donderdag 26 november."
        person.press(page.copies.list.narrowed.button)
        assert len(person.names()) == 251

    def test_a_state_shows_the_copies_in_it(self, person: Person, many: list[OutsideCopy]):
        person.open(RowState.CHECKED_OUT.value)
        assert person.names() == ["export 000.xlsx"]
        person.open(RowState.BLOCKED.value)  # there are none any more
        assert person.names() == ["export 000.xlsx"]

    def test_a_project_shows_its_own(self, person: Person, laptop: Laptop, many: list[OutsideCopy]):
        laptop.project("P2")
        laptop.sealed(laptop.agreement("P2"), laptop.file("ander.xlsx"))
        page = person.open("P2")
        assert person.names() == ["ander.xlsx"]
        assert page.copies.list.narrowed.label.text() == "Je ziet alleen project P2."

    def test_a_plan_is_told_with_the_deadline_as_tip(self, person: Person, laptop: Laptop, copy: OutsideCopy):
        laptop.app.copies.plan(copy.id, laptop.now + HOUR)
        page = person.open()
        index = page.copies.list.model.index(0, UNTIL)
        assert index.data() == "over 60 minuten, gepland"
        assert "Uiterste verwijderdatum: do 3 dec 2026" in index.data(Qt.ItemDataRole.ToolTipRole)

    def test_trouble_with_the_list_is_said(
        self, person: Person, laptop: Laptop, copy: OutsideCopy, monkeypatch: pytest.MonkeyPatch
    ):
        def refuses(*_asked: object) -> object:
            raise EnvironmentLacking(msg("vault.busy"))

        page = person.open()
        monkeypatch.setattr(laptop.app.vault, "page", refuses)
        person.look_again()
        assert page.copies.told.label.text().startswith("Een ander proces is met dit verzegelde bestand bezig.")


class TestKeyboard:
    def test_enter_opens_the_file(self, person: Person, laptop: Laptop, copy: OutsideCopy, desktop: Desktop):
        page = person.open()
        page.copies.list.table.setFocus()
        QTest.keyClick(page.copies.list.table, Qt.Key.Key_Return)
        person.settle()
        assert laptop.copy(copy.id).is_out
        assert len(desktop.shown) == 1

    def test_from_a_step_that_is_done_it_comes_to_the_next_one(
        self, person: Person, laptop: Laptop, copy: OutsideCopy, desktop: Desktop
    ):
        steps = person.open().copies.detail.steps
        steps[Step.OPEN].setFocus()
        QTest.keyClick(steps[Step.OPEN], Qt.Key.Key_Space)
        person.settle()
        assert laptop.copy(copy.id).is_out
        assert steps[Step.SEAL].hasFocus()
        QTest.keyClick(steps[Step.SEAL], Qt.Key.Key_Space)
        person.settle()
        assert not laptop.copy(copy.id).is_out
        assert steps[Step.OPEN].hasFocus()

    def test_who_went_elsewhere_while_it_was_done_stays_there(
        self, person: Person, copy: OutsideCopy, desktop: Desktop
    ):
        page = person.open()
        steps = page.copies.detail.steps
        steps[Step.OPEN].setFocus()
        QTest.keyClick(steps[Step.OPEN], Qt.Key.Key_Space)
        page.copies.list.search.setFocus()
        person.settle()
        assert steps[Step.SEAL].isVisible()
        assert page.copies.list.search.hasFocus()

    def test_ctrl_f_leads_to_the_search_and_ctrl_n_to_adding(self, person: Person, copy: OutsideCopy):
        page = person.open()
        QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert page.copies.list.search.hasFocus()
        QTest.keyClick(page.copies.list.search, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        dialog = person.asked(AddDialog)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert page.asking.dialog is None
