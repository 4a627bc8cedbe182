"""The page About: the program, the procedure rule by rule, and the check of the assistant itself."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.actions.doctor import CHECKS, CheckState, DoctorActions
from app.domain.messages import check_text, event_text, keeper_text, msg, rule_text, section_text
from app.domain.moments import ClockState
from app.domain.rules import RuleState
from app.domain.traceability import TRACES
from app.system.language import texts
from app.system.resources.requirements import requirements
from app.ui.pages.about.doctor import CheckRow, DoctorTab
from app.ui.pages.about.page import AboutPage, Tab
from app.ui.pages.about.procedure import Which
from app.ui.pages.about.rule import STEPS
from app.ui.pages.about.rules_list import Heading, RulesModel
from app.ui.pages.page import PageId
from tests.actions.laptop import DAY, Laptop
from tests.ui.scenes import SCENES
from tests.ui.windows import PATIENCE, Opened, opened, settle

Key = Qt.Key


@dataclass
class Here:
    """The page over a laptop."""

    laptop: Laptop
    opened: Opened
    page: AboutPage

    def settle(self) -> None:
        settle(self.opened.jobs)

    def show(self, subject: str) -> None:
        self.opened.desk.go("about", subject)
        self.settle()

    def ids(self) -> list[str]:
        """The rules in the list."""
        model = self.page.procedure.list.rules
        entries = (model.index(row, 0).data(RulesModel.EntryRole) for row in range(model.rowCount()))
        return [entry.requirement.id for entry in entries if not isinstance(entry, Heading)]


Open = Callable[..., Here]


@pytest.fixture
def open_page(tmp_path: Path, qapp: QApplication) -> Iterator[Open]:
    with ExitStack() as stack:

        def open_(scene: str = "nothing", language: str = "nl") -> Here:
            made = SCENES[scene](tmp_path / scene)
            stack.callback(made.laptop.close)
            window = stack.enter_context(opened(made, language))
            page = window.page(PageId.ABOUT)
            assert isinstance(page, AboutPage)
            return Here(made.laptop, window, page)

        yield open_


@pytest.fixture
def here(open_page: Open) -> Here:
    return open_page()


class Desktop(QObject):
    """Hears what the system would open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open_url(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    heard = Desktop()
    for scheme in ("file", "mailto"):
        QDesktopServices.setUrlHandler(scheme, heard, "open_url")
    yield heard
    for scheme in ("file", "mailto"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.mark.parametrize("language", ["nl", "en"])
class TestWords:
    def test_every_rule_that_is_built_is_explained(self, language: str):
        told = texts(language)
        wanted = [rule_text(id_, part) for id_ in TRACES for part in ("demand", "kept", "limits")]
        assert [message.id for message in wanted if told.render(message) == message.id] == []

    def test_what_keeps_and_proves_a_rule_has_a_name(self, language: str):
        told = texts(language)
        wanted = [keeper_text(module) for trace in TRACES.values() for module in trace.kept_by]
        wanted += [event_text(event) for trace in TRACES.values() for event in trace.events]
        assert [message.id for message in wanted if told.render(message) == message.id] == []

    def test_every_section_and_every_check_has_a_name(self, language: str):
        told = texts(language)
        wanted = [section_text(requirement.part) for requirement in requirements()]
        wanted += [check_text(check) for check in CHECKS]
        assert [message.id for message in wanted if told.render(message) == message.id] == []


class TestOver:
    def test_it_tells_what_it_is_and_which_laptop_this_is(self, here: Here):
        assert here.page.headline.text().endswith("0.1.0")
        told = words_in(here.page.over)
        assert here.laptop.app.team.device in told
        assert here.laptop.app.team.whoami().fingerprint[:4] in told
        assert "Consultant" in told

    def test_number_and_fingerprint_can_be_copied(self, here: Here, qtbot: QtBot):
        known = here.laptop.app.team.whoami()
        for name, wanted in (("Nummer kopiëren", known.device), ("Vingerafdruk kopiëren", known.fingerprint)):
            qtbot.mouseClick(named(here.page.over, name), Qt.MouseButton.LeftButton)
            assert QGuiApplication.clipboard().text() == wanted

    def test_the_folder_of_the_data_can_be_opened(self, here: Here, desktop: Desktop, qtbot: QtBot):
        qtbot.mouseClick(named(here.page.over, "Map openen"), Qt.MouseButton.LeftButton)
        assert desktop.opened == [QUrl.fromLocalFile(str(here.laptop.data_dir)).toString()]

    def test_questions_go_to_whom_it_named(self, open_page: Open, desktop: Desktop):
        """VR-C6"""
        here = open_page("policed")
        assert "Noor de Wit, privacy@adviesbureau.example" in words_in(here.page.over)
        here.page.over.write.click()
        assert desktop.opened == ["mailto:privacy@adviesbureau.example"]

    def test_without_a_contact_it_says_so(self, here: Here):
        """VR-C6"""
        assert "IT heeft nog niet vastgelegd" in words_in(here.page.over)
        assert not here.page.over.write.isVisible()

    def test_it_says_what_it_sees_and_what_it_never_sees(self, here: Here):
        """VT-B2"""
        told = words_in(here.page.over)
        for wanted in ("nooit de gegevens zelf", "Wat je typt", "Wanneer je werkt", "map Privé", "Je mailbox"):
            assert wanted in told

    def test_parts_are_folded_away_and_their_licences_can_be_read(self, here: Here, desktop: Desktop, qtbot: QtBot):
        parts = here.page.over.parts
        assert not parts.table.isVisible()
        parts.fold.button.click()
        assert parts.table.isVisible()
        assert not parts.open.isEnabled()
        parts.table.select(0)
        parts.open.click()
        parts.table.setFocus()
        qtbot.keyClick(parts.table, Key.Key_Return)
        assert len(desktop.opened) == 2
        texts = ("COPYING", "LICENSE", "LGPL-3.0.txt")  # those that a person may replace come first
        assert desktop.opened[0].endswith(texts)


class TestBackup:
    def test_a_backup_is_made_where_the_person_says(self, here: Here, monkeypatch: pytest.MonkeyPatch):
        target = here.laptop.root / "reserve.db"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
        assert "nog geen back-up" in here.page.over.backup.last.text()
        here.page.over.backup.make.click()
        here.settle()
        assert target.is_file()
        assert "23 nov 2026" in here.page.over.backup.last.text()
        assert here.page.over.backup.outcome.property("look") == "notice-ok"
        assert here.page.over.backup.make.isEnabled()

    def test_nothing_is_overwritten(self, here: Here):
        target = here.laptop.file("reserve.db", b"iets anders")
        here.page.over.backup.back_up(target)
        here.settle()
        assert target.read_bytes() == b"iets anders"
        assert here.page.over.backup.outcome.property("look") == "notice-overdue"
        assert here.page.over.backup.make.isEnabled()

    def test_who_leaves_the_dialog_makes_none(self, here: Here, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
        here.page.over.backup.make.click()
        here.settle()
        assert here.laptop.events("backup.made") == []


class TestTheRules:
    def test_all_are_there_in_the_order_of_the_procedure(self, here: Here):
        assert here.ids() == [requirement.id for requirement in requirements()]

    def test_every_section_has_its_heading(self, here: Here):
        model = here.page.procedure.list.rules
        titles = [
            entry.title
            for row in range(model.rowCount())
            if isinstance(entry := model.index(row, 0).data(RulesModel.EntryRole), Heading)
        ]
        assert titles[:3] == [
            "Privacybeleid van de firma: Klantgegevens",
            "Privacybeleid van de firma: Procedure",
            "Privacybeleid van de firma: Beveiliging",
        ]
        assert len(titles) == len(set(titles))

    def test_what_is_not_built_is_never_called_in_order(self, here: Here):
        model = here.page.procedure.list.rules
        row = model.number_of("VT-L1")
        assert row is not None
        told = model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert "Komt later" in told
        assert "In orde" not in told
        assert f"{len(requirements()) - len(TRACES)} regels" in here.page.procedure.planned.text()

    def test_a_screen_reader_hears_title_state_and_sentence(self, open_page: Open):
        here = open_page("three")
        model = here.page.procedure.list.rules
        row = model.number_of("VR-P1a")
        assert row is not None
        told = model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert told == "Klantgegevens blijven in de klantomgeving. Aandacht. 3 bestanden wachten op je besluit."

    def test_the_sentence_on_top_counts_what_asks_for_something(self, open_page: Open):
        here = open_page("three")
        here.show("procedure")
        states = [rule.status.state for rule in here.laptop.app.procedure.rules()]
        wanting = sum(state in (RuleState.ATTENTION, RuleState.OVERDUE, RuleState.UNKNOWN) for state in states)
        assert wanting > 1
        assert here.page.headline.text() == f"{wanting} regels vragen aandacht."

    def test_they_can_be_narrowed_by_kind(self, open_page: Open):
        here = open_page("three")
        every = {rule.requirement.id: rule for rule in here.laptop.app.procedure.rules()}
        wanted = {
            Which.BUILT: {id_ for id_, rule in every.items() if rule.is_built},
            Which.PLANNED: {id_ for id_, rule in every.items() if not rule.is_built},
            Which.WANTING: {id_ for id_, rule in every.items() if rule.status.state is RuleState.ATTENTION},
            Which.ALL: set(every),
        }
        for which, ids in wanted.items():
            box = here.page.procedure.which
            box.setCurrentIndex(box.findData(which.value))
            assert set(here.ids()) == ids

    def test_they_can_be_searched_by_words_and_by_id(self, here: Here):
        here.page.procedure.search.setText("binnen 48 uur")
        assert here.ids() == ["VT-L1"]
        here.page.procedure.search.setText("vr-p3")
        assert here.ids() == ["VR-P3"]
        here.page.procedure.search.setText("xyzzy")
        here.show("procedure")
        assert here.page.procedure.none.isVisible()
        assert not here.page.procedure.list.isVisible()

    def test_the_list_is_a_sound_model(self, here: Here):
        model = here.page.procedure.list.rules
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
        here.page.procedure.search.setText("klant")
        here.page.procedure.search.clear()
        assert len(here.ids()) == len(requirements())

    def test_nothing_in_a_row_is_cut_at_any_width(self, here: Here):
        """What does not fit beside the state goes on in the next line."""
        view = here.page.procedure.list
        here.show("procedure")
        delegate, index = view.itemDelegate(), view.rules.index(view.rules.number_of("VR-C5") or 0, 0)
        view.resize(900, 400)
        wide = delegate.sizeHint(None, index).height()
        view.setFixedWidth(420)
        here.settle()
        assert delegate.sizeHint(None, index).height() > wide


class TestOneRule:
    def test_it_is_opened_directly(self, here: Here):
        here.show("VR-P3")
        assert here.page.tabs.currentIndex() == list(Tab).index(Tab.PROCEDURE)
        assert here.page.headline.text() == "Geen kopie naar buiten zonder aantoonbare afspraak"
        assert "aantoonbare afspraak" in words_in(here.page.procedure.rule)

    def test_it_shows_how_it_stands_what_keeps_it_and_the_last_evidence(self, open_page: Open):
        here = open_page("three")
        here.show("VR-P3")
        told = words_in(here.page.procedure.rule)
        for wanted in (
            "Aandacht",
            "3 bestanden wachten op je besluit.",
            "De assistent helpt, jij beslist",
            "Privacybeleid van de firma, Procedure, regel 3",
            "Het kopiëren zelf houdt hij niet tegen",
            "Besluiten over bevindingen",
            f"Afspraak vastgelegd, nu ({here.opened.desk.texts.moment(here.laptop.now)}). Regel",
        ):
            assert wanted in told
        assert here.page.procedure.rule.step.isVisible()

    def test_it_leads_to_where_something_can_be_done(self, open_page: Open, qtbot: QtBot):
        here = open_page("three")
        here.show("VR-P3")
        with qtbot.waitSignal(here.opened.desk.page_wanted) as wanted:
            here.page.procedure.rule.step.click()
        assert wanted.args == ["findings", None]

    def test_one_that_is_kept_offers_no_step(self, open_page: Open):
        here = open_page("three")
        here.show("VT-T2")
        assert "In orde" in words_in(here.page.procedure.rule)
        assert not here.page.procedure.rule.step.isVisible()

    def test_one_that_is_planned_says_that_it_holds_all_the_same(self, here: Here):
        here.show("VT-L1")
        told = words_in(here.page.procedure.rule)
        assert "Deze regel bewaakt de assistent nog niet" in told
        assert "De regel geldt wel" in told
        assert "In orde" not in told
        assert "Breach told to client at once" in told  # the procedure's own words, folded

    def test_one_whose_proof_is_the_program_says_so(self, here: Here):
        """VT-B2"""
        here.show("VT-B2")
        assert "Dit bewaakt het programma zelf" in words_in(here.page.procedure.rule)

    def test_one_without_evidence_yet_says_so(self, here: Here):
        here.show("VR-P4")
        assert "Nog geen. Zodra dit voorkomt" in words_in(here.page.procedure.rule)

    def test_enter_opens_and_escape_goes_back_to_the_same_row(self, here: Here, qtbot: QtBot):
        here.show("procedure")
        view = here.page.procedure.list
        view.select("VR-P1a")
        view.setFocus()
        qtbot.keyClick(view, Key.Key_Down)
        qtbot.keyClick(view, Key.Key_Return)
        here.settle()
        assert here.page.headline.text() == "Verwerkers van de klant horen bij de klantomgeving"
        assert here.page.procedure.rule.back.hasFocus()
        qtbot.keyClick(here.page.procedure.rule.back, Key.Key_Escape)
        assert view.isVisible()
        assert view.hasFocus()
        assert view.currentIndex().data() == "Verwerkers van de klant horen bij de klantomgeving"

    def test_arrows_pass_over_headings(self, here: Here, qtbot: QtBot):
        here.show("procedure")
        view = here.page.procedure.list
        view.select("VR-K1")
        view.setFocus()
        qtbot.keyClick(view, Key.Key_Down)
        assert view.currentIndex().data() == "Klantgegevens blijven in de klantomgeving"

    def test_what_changes_elsewhere_is_shown_on_it(self, here: Here):
        here.show("VR-P3")
        here.laptop.usual()
        here.page.reload()
        here.settle()
        assert "Afspraak vastgelegd" in words_in(here.page.procedure.rule)

    def test_a_rule_that_does_not_exist_leaves_the_list(self, here: Here):
        here.show("VR-X9")
        assert here.page.procedure.list.isVisible()

    @pytest.mark.parametrize("id_", STEPS)
    def test_every_step_leads_to_a_page_and_belongs_to_a_rule(self, id_: str):
        assert id_ in {requirement.id for requirement in requirements()}

    def test_every_rule_can_be_shown(self, here: Here):
        for requirement in requirements():
            here.show(requirement.id)
            assert here.page.headline.text() == requirement.titles["nl"]


class TestTheCheck:
    def test_nothing_runs_before_it_is_asked_for(self, here: Here):
        here.show("doctor")
        assert here.page.headline.text() == "De assistent is nog niet gecontroleerd."
        assert here.page.doctor.never.isVisible()
        assert here.laptop.app.doctor.last() is None

    def test_it_shows_what_it_found_and_when(self, here: Here, qtbot: QtBot):
        here.show("doctor")
        here.page.doctor.never.button.click()
        assert here.page.doctor.progress.isVisible()
        here.settle()
        assert not here.page.doctor.progress.isVisible()
        rows = {row.check.id: row for row in here.page.doctor.findChildren(CheckRow)}
        assert set(rows) == set(CHECKS)
        assert here.opened.desk.texts.moment(here.laptop.now) in here.page.doctor.last.text()
        assert rows["folders"].check.state is CheckState.ATTENTION
        with qtbot.waitSignal(here.opened.desk.page_wanted) as wanted:
            rows["folders"].button.click()
        assert wanted.args == ["settings", "folders"]

    def test_it_outlives_the_window(self, open_page: Open):
        here = open_page()
        here.laptop.app.doctor.examine()
        here.page.reload()
        here.settle()
        here.show("doctor")
        assert not here.page.doctor.never.isVisible()
        assert here.page.doctor.findChildren(CheckRow)

    def test_what_was_shown_stays_until_the_new_answer_is_there(self, here: Here):
        here.show("doctor")
        here.page.doctor.run()
        here.settle()
        before = here.page.doctor.findChildren(CheckRow)
        here.laptop.watch()
        here.page.doctor.run()
        assert here.page.doctor.findChildren(CheckRow) == before
        assert not here.page.doctor.again.isEnabled()
        here.settle()
        rows = {row.check.id: row for row in here.page.doctor.findChildren(CheckRow) if row.isVisibleTo(here.page)}
        assert here.page.doctor.again.isEnabled()
        assert "folders" not in rows or rows["folders"].check.state is CheckState.OK

    def test_it_can_be_stopped(self, here: Here):
        """What was found before stays."""
        gate = threading.Event()
        doctor = with_surface(here.laptop, check_privacy=lambda _: gate.wait(PATIENCE))
        gate.set()
        tab = DoctorTab(here.opened.desk, doctor, here.laptop.app.clock)
        tab.show_examination(doctor.examine())
        before = doctor.last()
        gate.clear()
        tab.run()
        tab.progress.stopped.emit()
        gate.set()
        here.settle()
        assert doctor.last() is before
        assert tab.trouble.isVisibleTo(tab)
        assert not tab.progress.isVisibleTo(tab)
        assert tab.again.isEnabled()

    def test_a_check_that_fails_is_never_told_as_in_order(self, here: Here):
        doctor = with_surface(here.laptop, detector_answers=lambda: False)
        tab = DoctorTab(here.opened.desk, doctor, here.laptop.app.clock)
        tab.show_examination(doctor.examine())
        row = next(row for row in tab.findChildren(CheckRow) if row.check.id == "detector")
        assert "Mislukt" in words_in(row)
        assert "Kopieer de uitkomst en stuur die naar IT." in words_in(row)

    def test_the_copied_outcome_holds_no_paths_and_no_names(self, here: Here):
        doctor = with_surface(
            here.laptop,
            policy_problems=(msg("policy.not-toml", path=str(here.laptop.root)),),
            lock_mechanism=lambda: "Robin",
        )
        here.page.doctor._shown = doctor.examine()
        here.page.doctor._copy()
        copied = QGuiApplication.clipboard().text()
        assert str(here.laptop.root) not in copied
        assert "Robin" not in copied
        assert all(f"({id_})" in copied for id_ in CHECKS)
        assert "0.1.0" in copied

    def test_the_lock_is_tried_only_after_it_was_asked(self, here: Here):
        here.laptop.screen.state = None
        here.show("doctor")
        here.page.doctor.run()
        here.settle()
        assert here.laptop.screen.requests == []
        row = next(row for row in here.page.doctor.findChildren(CheckRow) if row.check.id == "lock")
        assert row.check.state is CheckState.UNKNOWN
        row.button.click()
        assert here.laptop.screen.requests == []
        here.laptop.screen.state = False
        here.page.doctor.dialog.submit()
        here.settle()
        assert here.laptop.screen.requests
        told = {row.check.id: row.check.state for row in here.page.doctor.findChildren(CheckRow)}
        assert told["lock"] is CheckState.OK

    def test_a_clock_that_leapt_can_be_confirmed(self, here: Here):
        here.laptop.app.clock.keep()
        here.laptop.clock.set_wall(here.laptop.clock.wall + 3 * DAY)
        assert here.laptop.app.clock.judgement().state is ClockState.SUSPECT
        here.show("doctor")
        here.page.doctor.run()
        here.settle()
        row = next(row for row in here.page.doctor.findChildren(CheckRow) if row.check.id == "clock")
        row.button.click()
        assert here.laptop.app.clock.judgement().state is ClockState.SUSPECT
        here.page.doctor.dialog.submit()
        here.settle()
        assert here.laptop.app.clock.judgement().state is ClockState.TRUSTED
        told = {row.check.id: row.check.state for row in here.page.doctor.findChildren(CheckRow)}
        assert told["clock"] is CheckState.OK

    def test_the_sentence_on_top_counts_what_asks_for_something(self, here: Here):
        here.show("doctor")
        here.page.doctor.run()
        here.settle()
        last = here.laptop.app.doctor.last()
        assert last is not None
        assert here.page.headline.text().startswith(f"{len(last.wanting)} punt")


def test_every_tab_has_its_own_sentence(here: Here):
    told = set()
    for tab in Tab:
        here.show(tab.value)
        told.add(here.page.headline.text())
    assert len(told) == len(Tab)


def with_surface(laptop: Laptop, **changes: object) -> DoctorActions:
    """The same doctor, with a machine that answers otherwise."""
    doctor = laptop.app.doctor
    surface = replace(doctor._surface, **changes)
    return DoctorActions(laptop.app.office, doctor._store, laptop.app.vault, laptop.places, surface)


def named(root: QWidget, name: str) -> QWidget:
    """The control that a screen reader calls so."""
    return next(widget for widget in root.findChildren(QWidget) if widget.accessibleName() == name)


def words_in(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))
