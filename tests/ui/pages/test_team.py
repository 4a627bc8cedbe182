"""The page of the team with the real actions and a shared folder: what the lead decides, and what is told of oneself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.actions.team_status.actions import TeamStatusActions
from app.domain.team_view import LaptopState, TeamStatus
from app.ui.pages.page import PageId
from app.ui.pages.team.dialogs import AcceptDialog, RetireDialog
from app.ui.pages.team.page import Tab
from app.ui.pages.team.report_dialog import Form, Period, ReportDialog, days_of
from tests.actions.laptop import Laptop
from tests.ui import team_scenes
from tests.ui.pages.at_the_documents import AtTeam
from tests.ui.scenes import Scene
from tests.ui.windows import application, opened


@pytest.fixture
def around() -> Iterator[ExitStack]:
    application()
    with ExitStack() as stack:
        yield stack


def at(around: ExitStack, laptop: Laptop) -> AtTeam:
    around.callback(laptop.close)
    return AtTeam(around.enter_context(opened(Scene("test", laptop))), laptop)


@pytest.fixture
def lead(around: ExitStack, tmp_path: Path) -> AtTeam:
    person = at(around, team_scenes.three(tmp_path))
    person.open()
    return person


def status_of(person: AtTeam) -> TeamStatus:
    return person.laptop.app.team_status.status(refresh=False)


class TestTheLead:
    def test_reads_what_is_overdue_first(self, lead: AtTeam):
        assert lead.headline == "2 verwijderingen zijn te laat, op de laptop van Sam Collega."
        sentences = [row.sentence.text() for row in lead.page.lead.needs.rows]
        assert sentences[:3] == [
            "2 verwijderingen zijn te laat op de laptop van Sam Collega.",
            "De laptop van Kim Bosman zwijgt.",
            "Een nieuwe laptop van Fleur de Vries meldt zich.",
        ]

    def test_sees_people_only_where_something_is_to_be_done(self, lead: AtTeam):
        model = lead.page.lead.laptops.model
        shown = [model.index(row, 0).data() for row in range(model.rowCount())]
        assert shown[:3] == ["Sam Collega", "Kim Bosman", "Fleur de Vries"]
        assert all(row.needs_attention for row in (model.row(n) for n in range(model.rowCount())) if row is not None)

    def test_sees_projects_with_what_they_owe(self, lead: AtTeam):
        model = lead.page.lead.projects.model
        assert [[model.index(row, column).data() for column in (0, 2)] for row in range(model.rowCount())] == [
            ["VBS-1", "2 te laat"],
            ["VBS-2", "in orde"],
        ]

    def test_lets_a_new_key_count_after_comparing_it(self, lead: AtTeam):
        new = next(row for row in status_of(lead).items if row.state is LaptopState.NEW_KEY)
        lead.press("Vergelijken…")
        dialog = lead.asked(AcceptDialog)
        assert dialog.fingerprint.text().replace(" ", "") == new.fingerprint
        assert not dialog.go.isEnabled()  # not before it was said that they are the same
        dialog.same.setChecked(True)
        lead.submit(dialog)
        after = {row.device: row.state for row in status_of(lead).items}
        assert after[new.device] is LaptopState.REPORTING
        assert lead.told == ["De laptop van Fleur de Vries telt mee."]

    def test_takes_a_laptop_out_of_the_team_with_a_reason(self, lead: AtTeam):
        silent = next(row for row in status_of(lead).items if row.state is LaptopState.SILENT)
        lead.page.show_subject(silent.device)
        lead.press("Uit het team halen…", lead.page.lead.detail)
        dialog = lead.asked(RetireDialog)
        lead.submit(dialog)
        assert lead.page.asking.dialog is dialog  # it wants a reason
        dialog.reason.put("Uit dienst")
        lead.submit(dialog)
        after = {row.device: row.state for row in status_of(lead).items}
        assert after[silent.device] is LaptopState.RETIRED

    def test_sees_how_it_went(self, lead: AtTeam):
        overdue = lead.page.lead.history.multiples[0]
        assert overdue.now.text() == "2"
        assert overdue.line.accessibleName().startswith("Te late verwijderingen: nu 2, op ")

    @pytest.mark.parametrize("form", [Form.PDF, Form.CSV])
    def test_saves_a_report(self, lead: AtTeam, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: Form):
        target = tmp_path / f"rapport.{form.value}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
        lead.press("Rapport…")
        dialog = lead.asked(ReportDialog)
        dialog.form.choose(form)
        lead.submit(dialog)
        assert target.stat().st_size > 100
        assert lead.told == [f"Het rapport rapport.{form.value} is opgeslagen."]

    def test_is_asked_once_when_the_page_is_opened(self, lead: AtTeam, monkeypatch: pytest.MonkeyPatch):
        asked: list[bool] = []
        real = TeamStatusActions.status

        def status(self: TeamStatusActions, *, refresh: bool = True) -> TeamStatus:
            asked.append(refresh)
            return real(self, refresh=refresh)

        monkeypatch.setattr(TeamStatusActions, "status", status)
        lead.open()
        lead.page.reload()
        lead.settle()
        assert True not in asked  # what was read a moment ago is not asked for again
        lead.laptop.passes(timedelta(minutes=30))
        lead.open()
        assert asked.count(True) == 1

    def test_is_told_that_the_folder_cannot_be_reached(self, lead: AtTeam, tmp_path: Path):
        (tmp_path / "team").rename(tmp_path / "away")
        lead.press("Nu bijwerken")
        assert lead.headline == "2 verwijderingen zijn te laat, op de laptop van Sam Collega."  # what is known stays


class TestThreeHundred:
    def test_few_are_told_and_all_are_a_press_away(self, around: ExitStack, tmp_path: Path):
        person = at(around, team_scenes.three_hundred(tmp_path))
        page = person.open()
        wanting = sum(row.needs_attention for row in status_of(person).items)
        assert len(page.lead.needs.rows) == 6  # five laptops, and the people of whom none reports
        person.press(f"Bekijk alle {wanting} laptops die aandacht vragen")
        assert page.lead.laptops.model.rowCount() == wanting
        missing = status_of(person).coverage.missing
        assert {"Iris Nieuw", "Omar Starter"} <= set(missing)
        assert f"Van {len(missing)} collega's meldt zich geen laptop." in person.reads(page.lead.needs)

    def test_a_laptop_is_found_by_name(self, around: ExitStack, tmp_path: Path):
        person = at(around, team_scenes.three_hundred(tmp_path))
        page = person.open()
        page.lead.laptops.filters.choose("all")
        page.lead.laptops.search.setText("koen de wit")
        assert {page.lead.laptops.model.index(n, 0).data() for n in range(page.lead.laptops.model.rowCount())} == {
            "Koen de Wit",
            "Koen de Wit-Kramer",
        }


class TestAlone:
    def test_says_what_it_means(self, around: ExitStack, tmp_path: Path):
        person = at(around, Laptop(tmp_path))
        person.open()
        assert person.headline == "Alleen deze laptop meldt zich."
        assert "Nog geen andere laptop gezien" in person.reads()


class TestTheConsultant:
    def test_sees_the_own_line_alone(self, around: ExitStack, tmp_path: Path):
        person = at(around, team_scenes.consultant(tmp_path))
        page = person.open()
        assert "Alleen je teamleider ziet het hele team." in person.reads()
        assert page.lead.laptops.model.rowCount() == 1
        assert "Rapport…" not in person.buttons()
        person.open()
        assert person.laptop.app.journal.latest(("access.denied",)) is None  # to look at oneself is everybody's right

    def test_comes_to_the_record_from_there(self, around: ExitStack, tmp_path: Path):
        person = at(around, team_scenes.consultant(tmp_path))
        page = person.open()
        person.press("Precies bekijken")
        assert page.own.isVisible()


class TestWhatMyTeamLeadSees:
    @pytest.fixture
    def own(self, around: ExitStack, tmp_path: Path) -> AtTeam:
        person = at(around, team_scenes.consultant(tmp_path))
        person.open(Tab.OWN.value)
        return person

    def test_is_the_record_itself(self, own: AtTeam):
        told = json.loads(own.page.own.json.toPlainText())
        preview = dict(own.laptop.app.team_status.preview().document)
        assert told.pop("signature") != ""
        preview.pop("signature")
        assert told == preview
        shown = own.reads(own.page.own)
        assert told["device"] in shown
        assert told["person"]["mail"] in shown

    def test_every_field_has_a_place_on_the_page(self, own: AtTeam):
        """What the schema gains must be shown too, or be told by the exact message alone on purpose."""
        told = own.laptop.app.team_status.preview().document
        elsewhere = {"schema", "key", "signature", "previous", "rules", "projects", "looked"}
        assert {path.split(".")[0] for path in fields_on_page()} | elsewhere == set(told)

    def test_says_what_changed_and_how(self, own: AtTeam):
        assert own.headline == "6 dingen zijn veranderd sinds het vorige bericht."
        assert "Andere afgesproken plek leegmaken bij doel bereikt\nIn orde → Aandacht" in own.reads()

    def test_what_was_sent_can_be_read_again(self, own: AtTeam):
        (sent,) = own.laptop.app.team_status.what_was_sent()
        own.page.own.exact.unfold()
        own.page.own.which.choose(sent.sequence)
        assert json.loads(own.page.own.json.toPlainText()) == json.loads(json.dumps(dict(sent.document)))

    def test_can_be_copied(self, own: AtTeam):
        own.page.own.exact.unfold()
        own.press("Kopiëren")
        assert QApplication.clipboard().text() == own.page.own.json.toPlainText()

    def test_says_who_can_read_it(self, own: AtTeam):
        assert own.laptop.app.team_status.who_can_read().sentence.id == "team.readers-folder"
        assert "Iedereen die de gedeelde map kan openen" in own.reads(own.page.own)

    def test_is_seen_before_anything_was_sent(self, around: ExitStack, tmp_path: Path):
        laptop = team_scenes.member(tmp_path / "own", tmp_path / "team", "Sam Collega", team__leads=("a" * 26,))
        person = at(around, laptop)
        page = person.open(Tab.OWN.value)
        assert page.own.first.isVisible()
        assert laptop.app.team_status.what_was_sent() == ()
        assert person.headline == "Dit ziet je teamleider als het voor het eerst is verstuurd."

    def test_says_when_sending_is_off(self, around: ExitStack, tmp_path: Path):
        laptop = team_scenes.member(tmp_path / "own", tmp_path / "team", "Sam Collega", team__status="off")
        person = at(around, laptop)
        person.open(Tab.OWN.value)
        assert person.headline == "Er verlaat niets hiervan je laptop."


def fields_on_page() -> set[str]:
    from app.ui.pages.team.record_words import FIELDS

    return set(FIELDS)


def test_periods_of_the_report():
    today = date(2026, 3, 1)
    assert days_of(Period.LAST_MONTH, today) == (date(2026, 2, 1), date(2026, 2, 28))
    assert days_of(Period.MONTH, today) == (date(2026, 3, 1), today)
    assert days_of(Period.YEAR, today) == (date(2026, 1, 1), today)
    assert days_of(Period.QUARTER, today) == (date(2025, 12, 2), today)


def test_the_way_to_projects(lead: AtTeam):
    table = lead.page.lead.projects
    table.opened.emit(table.model.row(0))
    lead.settle()
    assert lead.here.window.current_id is PageId.PROJECTS
