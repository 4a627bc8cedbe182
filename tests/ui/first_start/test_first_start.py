"""The first start as a person walks it: with the keyboard, back and on, out and in again."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.domain.first_start import KnownWork, Step
from app.domain.settings import Source
from app.system.language import texts
from app.ui.desk import Desk
from app.ui.first_start.clean_up import CleanUpPage
from app.ui.first_start.folders import FoldersPage
from app.ui.first_start.language import LanguagePage
from app.ui.first_start.sight import SightPage
from app.ui.first_start.window import FirstStart
from app.ui.first_start.work import WorkPage
from app.ui.first_start.yourself import SelfPage
from app.ui.jobs import Jobs
from app.ui.texts import WindowTexts
from app.ui.widgets.form import LineField
from app.ui.widgets.notice import Tone
from tests.actions.laptop import CLIENT, DOMAIN, FakeSystemClock, Laptop
from tests.actions.test_first_start import BusyPower
from tests.ui.windows import application, dress, settle

MakeLaptop = Callable[..., Laptop]


@pytest.fixture
def make_laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MakeLaptop]:
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    application()
    dress(dark=False)
    made: list[Laptop] = []

    def make(**options: object) -> Laptop:
        made.append(Laptop(tmp_path / f"laptop-{len(made) + 1}", **options))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def laptop(make_laptop: MakeLaptop) -> Laptop:
    return make_laptop()


class Walk:
    """The window over a laptop, and the keys a person presses."""

    def __init__(self, laptop: Laptop, desk: Desk) -> None:
        self.laptop = laptop
        self.desk = desk
        self.window = FirstStart(desk, laptop.app.first_start)
        self.window.show()
        self.window.activateWindow()
        self.settle()

    def settle(self) -> None:
        settle(self.desk.jobs)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.focused, key)
        self.settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focused, text)

    @property
    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    @property
    def folders(self) -> FoldersPage:
        page = self.window.pages[Step.FOLDERS]
        assert isinstance(page, FoldersPage)
        return page

    @property
    def work(self) -> WorkPage:
        page = self.window.pages[Step.WORK]
        assert isinstance(page, WorkPage)
        return page

    @property
    def clean_up(self) -> CleanUpPage:
        page = self.window.pages[Step.CLEAN_UP]
        assert isinstance(page, CleanUpPage)
        return page

    def go_to(self, step: Step) -> None:
        while self.window.step is not step:
            self.window.go_on()
            self.settle()


@contextmanager
def walk(laptop: Laptop, language: str = "nl") -> Iterator[Walk]:
    jobs = Jobs()
    here = Walk(laptop, Desk(WindowTexts(texts(language)), jobs, laptop.app.clock))
    try:
        yield here
    finally:
        here.window.hide()
        jobs.close()
        here.window.deleteLater()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, 52)  # QEvent::DeferredDelete


def test_from_an_empty_laptop_to_a_watched_one_with_the_keyboard_alone(laptop: Laptop):
    with walk(laptop) as here:
        finished = QSignalSpy(here.window.finished)
        here.key(Qt.Key.Key_Return)  # the language
        assert here.window.step is Step.SELF
        here.key(Qt.Key.Key_Return)  # name, mail and firm, as the account tells them
        here.key(Qt.Key.Key_Return)  # Downloads
        here.type(CLIENT)
        here.key(Qt.Key.Key_Tab)
        here.type("Eva Smit")
        here.key(Qt.Key.Key_Tab)
        here.type(f"eva@{DOMAIN}")
        here.key(Qt.Key.Key_Tab)  # the domain follows from the address
        here.key(Qt.Key.Key_Tab)
        here.type("VBS-1")
        here.key(Qt.Key.Key_Tab)
        here.type("Salarisonderzoek")
        here.key(Qt.Key.Key_Return)
        assert here.window.step is Step.SIGHT
        here.key(Qt.Key.Key_Return)
        assert here.window.step is Step.CLEAN_UP
        here.key(Qt.Key.Key_Return)
        assert finished.count() == 1
        assert not here.window.isVisible()
    assert [folder.path for folder in laptop.app.folders.list()] == [str(laptop.downloads)]
    assert laptop.app.first_start.known_work() == (KnownWork(client=CLIENT, codes=("VBS-1",)),)
    assert laptop.app.clients.list()[0].domains == (DOMAIN,)
    assert not laptop.app.first_start.state().is_unfinished
    assert laptop.app.settings.get("language").source is Source.USER


class TestLeaving:
    def test_esc_asks_nothing_and_keeps_what_was_done(self, laptop: Laptop):
        with walk(laptop) as here:
            finished = QSignalSpy(here.window.finished)
            here.go_to(Step.WORK)
            here.key(Qt.Key.Key_Escape)
            assert finished.count() == 1
            assert not here.window.isVisible()
        assert [folder.path for folder in laptop.app.folders.list()] == [str(laptop.downloads)]
        assert not laptop.app.first_start.is_needed()

    def test_the_cross_leaves_it_too(self, laptop: Laptop):
        with walk(laptop) as here:
            finished = QSignalSpy(here.window.finished)
            here.window.close()
            here.settle()
            assert finished.count() == 1
        assert laptop.app.folders.list() == ()
        assert laptop.app.first_start.state().is_unfinished

    def test_whoever_comes_back_goes_on_where_it_was(self, laptop: Laptop):
        with walk(laptop) as here:
            here.go_to(Step.FOLDERS)
            here.window.later.click()
            here.settle()
        with walk(laptop) as here:
            assert here.window.step is Step.FOLDERS
            assert here.window.windowTitle() == "Instellen, stap 3 van 6: Mappen"

    def test_at_the_end_there_is_nothing_left_to_put_aside(self, laptop: Laptop):
        with walk(laptop) as here:
            here.go_to(Step.CLEAN_UP)
            assert not here.window.later.isVisible()
            here.key(Qt.Key.Key_Escape)
            assert not here.window.isVisible()
        assert not laptop.app.first_start.state().is_unfinished


class TestLanguage:
    def test_a_chosen_language_is_spoken_at_once_and_by_the_main_window_afterwards(self, laptop: Laptop):
        with walk(laptop) as here:
            changed = QSignalSpy(here.desk.language_changed)
            here.key(Qt.Key.Key_Down)
            assert here.window.page.headline.text() == "Welcome to Vroom assistant"
            assert here.window.go.text() == "&Next"
            assert here.focused is here.window.page.first()  # the keyboard stays on the choice
            here.key(Qt.Key.Key_Return)
            assert here.window.step is Step.SELF
            assert changed.count() == 0
            here.key(Qt.Key.Key_Escape)
            assert changed.count() == 1
        assert laptop.app.settings.text("language") == "en"

    def test_the_same_language_makes_nothing_anew(self, laptop: Laptop):
        with walk(laptop) as here:
            changed = QSignalSpy(here.desk.language_changed)
            here.go_to(Step.CLEAN_UP)
            here.key(Qt.Key.Key_Return)
            assert changed.count() == 0

    def test_what_is_said_on_the_desk_of_the_other_language_is_heard_on_the_first(self, laptop: Laptop):
        with walk(laptop) as here:
            acted = QSignalSpy(here.desk.acted)
            here.key(Qt.Key.Key_Down)
            here.key(Qt.Key.Key_Return)
            assert acted.count() == 1

    def test_one_that_it_set_cannot_be_changed(self, make_laptop: MakeLaptop):
        with walk(make_laptop(policy={"language": "nl"})) as here:
            page = here.window.page
            assert isinstance(page, LanguagePage)
            assert page.first() is None
            here.key(Qt.Key.Key_Return)
            assert here.window.step is Step.SELF


class TestYourself:
    def test_it_is_filled_from_account_and_policy_and_what_it_set_is_shown_as_such(self, make_laptop: MakeLaptop):
        laptop = make_laptop(policy={"own.firm": "Adviesbureau Voorbeeld"})
        with walk(laptop) as here:
            here.go_to(Step.SELF)
            name, mail, firm = fields(here)
            assert (name.line.text(), mail.line.text()) == ("Robin de Adviseur", "robin@adviesbureau.example")
            assert (firm.line.text(), firm.line.isEnabled()) == ("Adviesbureau Voorbeeld", False)
            assert "Door IT vastgelegd." in shown_text(firm)
            assert "Overgenomen van je account" in shown_text(name)

    def test_a_wrong_address_is_said_at_its_field_and_nothing_goes_on(self, laptop: Laptop):
        with walk(laptop) as here:
            here.go_to(Step.SELF)
            _, mail, _ = fields(here)
            mail.line.setText("robin at bureau")
            here.key(Qt.Key.Key_Return)
            assert here.window.step is Step.SELF
            assert mail.line.hasFocus()
            assert "robin at bureau" in mail.line.accessibleDescription()
            mail.line.setText("robin@bureau.example")
            here.key(Qt.Key.Key_Return)
            assert here.window.step is Step.FOLDERS
            assert mail.line.accessibleDescription() == ""
        assert laptop.app.settings.text("own.mail") == "robin@bureau.example"


class TestFolders:
    def test_downloads_is_chosen_and_without_a_folder_it_says_what_that_means(self, laptop: Laptop):
        with walk(laptop) as here:
            here.go_to(Step.FOLDERS)
            assert here.folders.rows[0].box is here.focused
            assert not here.folders._none.isVisible()
            here.key(Qt.Key.Key_Space)
            assert here.folders._none.isVisible()
            here.key(Qt.Key.Key_Return)
            here.go_to(Step.CLEAN_UP)
            assert here.window.page.headline.text() == "Het instellen is klaar"
        assert laptop.app.folders.list() == ()

    def test_another_folder_is_added_and_kept(self, laptop: Laptop):
        other = laptop.home / "Klanten"
        other.mkdir()
        with walk(laptop) as here:
            here.go_to(Step.FOLDERS)
            here.folders.take(other)
            here.settle()
            assert [row.box.text() for row in here.folders.rows] == ["Downloads", "Klanten"]
            here.go_to(Step.CLEAN_UP)
        assert {folder.path for folder in laptop.app.folders.list()} == {str(laptop.downloads), str(other)}

    def test_one_that_cannot_be_is_refused_in_words(self, laptop: Laptop):
        with walk(laptop) as here:
            here.go_to(Step.FOLDERS)
            here.folders.take(laptop.home)
            here.settle()
            assert here.folders.problem.isVisible()
            assert "je hele persoonlijke map" in here.folders.problem.label.text()
            assert len(here.folders.rows) == 1

    def test_one_that_vanished_meanwhile_is_said_at_the_end(self, laptop: Laptop):
        other = laptop.home / "Klanten"
        other.mkdir()
        with walk(laptop) as here:
            here.go_to(Step.FOLDERS)
            here.folders.take(other)
            here.settle()
            here.go_to(Step.SIGHT)
            other.rmdir()
            here.go_to(Step.CLEAN_UP)
            assert here.clean_up.problem.isVisible()
            assert f"{other}" in here.clean_up.problem.label.text()


class TestWork:
    def test_it_may_be_skipped_and_the_button_says_so(self, laptop: Laptop):
        with walk(laptop) as here:
            here.go_to(Step.WORK)
            assert here.window.go.text() == "&Overslaan"
            here.type("Gemeente")
            assert here.window.go.text() == "&Verder"
            here.work.form.client.line.clear()
            here.key(Qt.Key.Key_Return)
            assert here.window.step is Step.SIGHT
        assert laptop.app.clients.list() == ()

    def test_what_is_wrong_is_said_at_its_field(self, laptop: Laptop):
        laptop.client("Waterschap De Made", domains=("demade.example",), contacts=())
        laptop.project("VBS-1", "Waterschap De Made")
        with walk(laptop) as here:
            here.window.show_step(Step.WORK)
            here.settle()
            form = here.work.form
            here.work.more.unfold()
            form.client.line.setText(CLIENT)
            for field, wrong, right in (
                (form.domain, "geen domein", DOMAIN),
                (form.mail, "eva", f"eva@{DOMAIN}"),
                (form.code, "VBS-1", "VBS-2"),
            ):
                field.line.setText(wrong)
                here.window.go_on()
                here.settle()
                assert here.window.step is Step.WORK
                assert field.line.hasFocus()
                assert field.line.accessibleDescription() != ""
                field.line.setText(right)
            here.window.go_on()
            here.settle()
            assert here.window.step is Step.SIGHT
        assert KnownWork(client=CLIENT, codes=("VBS-2",)) in laptop.app.first_start.known_work()

    def test_back_keeps_what_was_typed_and_on_again_adds_nothing_twice(self, laptop: Laptop):
        with walk(laptop) as here:
            here.go_to(Step.WORK)
            here.type(CLIENT)
            here.window.back.click()
            here.settle()
            assert here.window.step is Step.FOLDERS
            here.window.go_on()
            here.settle()
            assert here.work.form.client.text() == CLIENT
            here.window.go_on()
            here.settle()
            here.window.back.setFocus()
            here.key(Qt.Key.Key_Return)  # Enter presses the button that has the keyboard
            assert here.window.step is Step.WORK
            assert f"{CLIENT} is vastgelegd." in shown_text(here.work)
            assert here.work.form.is_empty()
            here.window.go_on()
            here.settle()
            assert here.window.step is Step.SIGHT
        assert len(laptop.app.clients.list()) == 1

    def test_the_domain_follows_from_the_address_unless_everybody_can_have_one_there(self, laptop: Laptop):
        with walk(laptop) as here:
            here.go_to(Step.WORK)
            form = here.work.form
            form.mail.line.setText("eva@gmail.com")
            form.mail.line.editingFinished.emit()
            assert form.domain.text() == ""
            form.mail.line.setText(f"eva@{DOMAIN}")
            form.mail.line.editingFinished.emit()
            assert form.domain.text() == DOMAIN
            form.mail.line.setText("eva@ander.example")
            form.mail.line.editingFinished.emit()
            assert form.domain.text() == DOMAIN

    def test_cards_of_a_colleague_are_taken_over_or_refused_with_the_reason(
        self, make_laptop: MakeLaptop, tmp_path: Path
    ):
        colleague = make_laptop()
        colleague.usual()
        cards = tmp_path / "kaarten.json"
        colleague.app.cards.export_to(cards)
        knowing = make_laptop(policy={"team.devices": (colleague.app.team.whoami().device,)})
        with walk(knowing) as here:
            here.go_to(Step.WORK)
            here.work.cards.zone.dropped.emit([cards])
            here.settle()
            assert here.work.cards.answer.property("look") == f"notice-{Tone.OK.value}"
            assert f"{CLIENT} is vastgelegd, met P1." in shown_text(here.work)
            assert here.window.go.text() == "&Verder"
        with walk(make_laptop()) as here:
            here.go_to(Step.WORK)
            here.work.cards.zone.dropped.emit([cards])
            here.settle()
            assert here.work.cards.answer.property("look") == f"notice-{Tone.ATTENTION.value}"
            assert "De afzender is hier niet bekend." in here.work.cards.answer.label.text()
            assert "team accept" not in here.work.cards.answer.label.text()

    def test_a_file_that_holds_no_cards_is_said(self, laptop: Laptop):
        with walk(laptop) as here:
            here.go_to(Step.WORK)
            here.work.cards.zone.dropped.emit([laptop.file("geen kaarten.json", "[]")])
            here.settle()
            assert here.work.cards.answer.property("look") == f"notice-{Tone.OVERDUE.value}"
            assert "card export" not in here.work.cards.answer.label.text()
            assert here.work.cards.zone.isEnabled()


class TestSight:
    def test_what_others_see_is_what_leaves_this_laptop(self, make_laptop: MakeLaptop, tmp_path: Path):
        """VT-B2, VT-B4"""
        for policy, expected in (
            ({}, "In deze versie verlaat niets hiervan je laptop"),
            ({"remote.folder": str(tmp_path / "team")}, str(tmp_path / "team")),
        ):
            with walk(make_laptop(policy=policy)) as here:
                here.go_to(Step.SIGHT)
                page = here.window.page
                assert isinstance(page, SightPage)
                assert expected in page._others.text()


class TestCleanUp:
    def test_it_counts_on_and_ends_with_what_was_found(self, laptop: Laptop):
        laptop.client()
        with walk(laptop) as here:
            here.go_to(Step.CLEAN_UP)
            page = here.clean_up
            assert page.headline.text() == "De assistent bekijkt nu wat er al staat"
            assert "30 dagen" in page.why.text()
            assert page._timer.isActive()
            (folder,) = laptop.app.folders.list()
            laptop.app.intake.remember(folder.id, [bytes([n]) * 16 for n in range(12)], ())
            laptop.finding(laptop.file("salarissen.xlsx"), first=True)
            page.look()
            here.settle()
            assert page.count.text() == "12 bestanden bekeken"
            assert page.bar.isVisible()
            assert not page.waiting.isVisible()
            laptop.app.intake.looked(folder.id)
            page.look()
            here.settle()
            assert page.headline.text() == "Er stond al 1 bestand van een klant"
            assert "wo 23 dec 2026 10:00" in page.why.text()
            assert not page.bar.isVisible()
            assert not page._timer.isActive()

    def test_it_says_so_when_it_waits(self, laptop: Laptop):
        laptop.app.__dict__["power"] = BusyPower()
        with walk(laptop) as here:
            here.go_to(Step.CLEAN_UP)
            assert here.clean_up.waiting.isVisible()

    def test_where_nothing_was_found_it_says_so(self, laptop: Laptop):
        with walk(laptop) as here:
            here.go_to(Step.CLEAN_UP)
            laptop.app.intake.looked(laptop.app.folders.list()[0].id)
            here.clean_up.look()
            here.settle()
            assert here.clean_up.headline.text() == "Klaar: je laptop wordt bewaakt"

    def test_it_looks_no_further_when_the_window_is_gone(self, laptop: Laptop):
        with walk(laptop) as here:
            here.go_to(Step.CLEAN_UP)
            assert here.clean_up._timer.isActive()
            here.key(Qt.Key.Key_Return)
            assert not here.clean_up._timer.isActive()

    @pytest.mark.skipif(sys.platform == "win32", reason="the times of made files are the test's own there")
    def test_the_guard_makes_one_calm_task_of_what_was_there(self, make_laptop: MakeLaptop):
        """Procedure, Stages: amber, with a term of 30 days."""
        tomorrow = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)  # the files are there since today
        laptop = make_laptop(clock=FakeSystemClock(tomorrow))
        for name in ("salarissen 2024.xlsx", "verzuim 2024.xlsx"):
            path = laptop.file(name)
            laptop.detector.verdicts[path] = laptop.judgement(client=None)
        with walk(laptop) as here:
            here.go_to(Step.CLEAN_UP)
            guard = next(guard for guard in laptop.app.guards() if guard.name == "copies")
            for _ in range(200):
                if laptop.app.first_start.clean_up().is_over:
                    break
                guard.check(laptop.now)
            guard.close()  # type: ignore[attr-defined]  # this guard has one
            here.clean_up.look()
            here.settle()
            assert here.clean_up.headline.text() == "Er stonden al 2 bestanden van klanten"
        findings = laptop.app.findings.list(only_open=True)
        assert {finding.first_clean_up for finding in findings} == {True}
        assert {finding.decide_by for finding in findings} == {laptop.now + timedelta(days=30)}


def fields(here: Walk) -> tuple[LineField, ...]:
    page = here.window.pages[Step.SELF]
    assert isinstance(page, SelfPage)
    return tuple(page.fields.values())


def shown_text(root: QWidget) -> str:

    return " ".join(label.text() for label in root.findChildren(QLabel) if label.isVisibleTo(root))
