"""The page of projects with the real actions: what a person sees and does changes the store as it should."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QDate, QDateTime, QMimeData, QObject, QPoint, QPointF, Qt, QTime, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from app.actions.clients import ClientDetails
from app.domain.agreement import Agreement, AgreementState, Place
from app.domain.client import Client
from app.domain.copy import CopyState
from app.domain.messages import msg
from app.domain.project import Project, ProjectStatus
from app.ui.desk import News
from app.ui.pages.page import PageId
from app.ui.pages.projects.agreement_acts import ApproveDialog, FulfilledDialog, WithdrawDialog
from app.ui.pages.projects.agreement_dialog import ExtendDialog, NewAgreementDialog
from app.ui.pages.projects.client_dialog import ClientDialog
from app.ui.pages.projects.close_dialog import CloseDialog
from app.ui.pages.projects.import_dialog import ImportDialog
from app.ui.pages.projects.member_dialogs import MemberDialog, MemberEndDialog
from app.ui.pages.projects.page import CLIENTS, NEW_CLIENT, PROJECTS, ProjectsPage
from app.ui.pages.projects.project_dialog import ProjectDialog
from app.ui.pages.projects.reopen_dialog import ReopenDialog
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.dialog import ActionDialog, Confirm
from app.ui.widgets.moment import end_of_day
from tests.actions.laptop import CLIENT, DAY, DOMAIN, EVA, HOUR, OWN_MAIL, WEEK, Laptop
from tests.ui.scenes import Scene
from tests.ui.windows import Opened, application, opened, settle

D = TypeVar("D", bound=ActionDialog[Any])


class Desktop(QObject):
    """Takes what would open the person's file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Path] = []
        QDesktopServices.setUrlHandler("file", self, "show_folder")

    def leave(self) -> None:
        QDesktopServices.unsetUrlHandler("file")

    @Slot(QUrl)
    def show_folder(self, url: QUrl) -> None:
        self.shown.append(Path(url.toLocalFile()))


class Person:
    """Somebody at the page of projects."""

    def __init__(self, here: Opened, laptop: Laptop) -> None:
        self.here = here
        self.laptop = laptop
        self.told: list[str] = []
        here.desk.news.connect(self._hear)

    def _hear(self, news: News) -> None:
        self.told.append(self.here.desk.text(news.message))

    def open(self, subject: object = None) -> ProjectsPage:
        page = self.here.page(PageId.PROJECTS, subject)
        assert isinstance(page, ProjectsPage)
        return page

    @property
    def page(self) -> ProjectsPage:
        page = self.here.window.current
        assert isinstance(page, ProjectsPage)
        return page

    @property
    def headline(self) -> str:
        return self.page.headline.text()

    def press(self, button: Button | IconButton) -> None:
        assert button.isVisible(), button.text()
        assert button.isEnabled(), button.text()
        button.click()
        settle(self.here.jobs)

    def asked(self, kind: type[D]) -> D:
        dialog = self.page.asking.dialog
        assert isinstance(dialog, kind)
        return dialog

    def submit(self, dialog: ActionDialog[Any]) -> None:
        dialog.submit()
        settle(self.here.jobs)

    def choose(self, code: str) -> None:
        self.page.projects.choose(self.project(code).id)
        settle(self.here.jobs)

    # -- what is stored now -------------------------------------------------------------------------------------------

    def project(self, code: str = "P1") -> Project:
        return self.laptop.app.projects.show(code).project

    def client(self, name: str = CLIENT) -> Client:
        return next(client for client in self.laptop.app.clients.list() if client.name == name)

    def agreements(self) -> list[Agreement]:
        return [agreement for agreement, _ in self.laptop.app.agreements.list()]


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


def drop(target: QWidget, path: Path) -> None:
    """Drop a file on a widget, as from the mail program."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(QPoint(5, 5)), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    target.dropEvent(event)


def set_moment(dialog: Any, field: str, moment: datetime, person: Person) -> None:
    """As typed by hand, in local time."""
    edit = getattr(dialog, field).edit
    there = moment.astimezone(person.here.desk.texts.zone)
    edit.setDateTime(
        QDateTime(QDate(there.year, there.month, there.day), QTime(there.hour, there.minute), edit.timeZone())
    )


class TestTheFirstClient:
    def test_an_empty_register_says_why_and_offers_one_step(self, person: Person):
        page = person.open()
        assert page.empty.isVisible()
        assert not page.tabs.isVisible()
        person.press(page.empty.button)
        dialog = person.asked(ClientDialog)
        dialog.name.line.setText(CLIENT)
        dialog.lists["domains"].lines.setPlainText(f"{DOMAIN}\nwww.voorbeeldstad.example")
        dialog.contacts.lines.setPlainText(EVA)
        person.submit(dialog)
        client = person.client()
        assert client.domains == (DOMAIN, "www.voorbeeldstad.example")
        assert [contact.mail for contact in client.contacts] == [f"eva@{DOMAIN}"]
        assert page.tabs.isVisible()
        assert page.empty.button.text() == "Eerste project toevoegen"

    def test_after_the_first_client_comes_the_first_project(self, person: Person, laptop: Laptop):
        laptop.client()
        page = person.open()
        person.press(page.empty.button)
        dialog = person.asked(ProjectDialog)
        dialog.code.line.setText("P1")
        dialog.goals.lines.setPlainText("Salarisonderzoek\nVerzuimanalyse")
        dialog.members.lines.setPlainText("Sam Collega <sam@adviesbureau.example>")
        person.submit(dialog)
        project = person.project()
        assert project.goals == ("Salarisonderzoek", "Verzuimanalyse")
        assert [member.mail for member in project.members] == ["sam@adviesbureau.example"]
        assert person.headline == "Er loopt 1 project."
        assert page.detail.title.text() == f"P1 – {CLIENT}"

    def test_an_overview_may_send_somebody_here_to_add_a_client(self, person: Person):
        person.open(NEW_CLIENT)
        person.asked(ClientDialog).reject()


class TestClients:
    @pytest.fixture
    def page(self, person: Person, laptop: Laptop) -> ProjectsPage:
        laptop.client(hosts=("portaal.voorbeeldstad.example",))
        laptop.client("Hogeschool Noorderland", domains=(), contacts=())
        page = person.open()
        page.tabs.setCurrentIndex(CLIENTS)
        return page

    def test_a_client_without_any_place_is_told_apart(self, page: ProjectsPage, person: Person):
        assert person.headline == "Er zijn 2 klanten bekend. Van 1 is nog geen domein of server vastgelegd."
        page.clients.choose(person.client("Hogeschool Noorderland").id)
        assert page.client.title.text() == "Hogeschool Noorderland"
        known = [page.clients.model.index(row, 1).data() for row in range(2)]
        assert known == [f"{DOMAIN} en nog 1", "alleen aan de naam"]

    def test_what_a_change_leaves_out_is_forgotten(self, page: ProjectsPage, person: Person):
        person.press(page.client.change)
        dialog = person.asked(ClientDialog)
        dialog.name.line.setText("Gemeente Voorbeeld")
        dialog.lists["hosts"].lines.setPlainText("")
        dialog.lists["shares"].lines.setPlainText("\\\\server\\Personeel")
        person.submit(dialog)
        client = person.client("Gemeente Voorbeeld")
        assert client.hosts == ()
        assert client.shares == ("//server/personeel",)
        assert client.variants == (CLIENT,)
        assert person.told[-1] == "Gemeente Voorbeeld is bijgewerkt."

    def test_a_wrong_value_is_said_where_it_stands_even_when_folded(self, page: ProjectsPage, person: Person):
        person.press(page.client.change)
        dialog = person.asked(ClientDialog)
        dialog.lists["hosts"].lines.setPlainText("geen server")
        person.submit(dialog)
        assert dialog.more.button.isChecked()
        assert "geen server" in dialog.lists["hosts"]._problem.text()
        assert not dialog.problem.isVisible()
        assert person.client().hosts == ("portaal.voorbeeldstad.example",)

    def test_own_terms_are_set_with_their_source_and_set_back_to_the_procedure(
        self, page: ProjectsPage, person: Person
    ):
        person.press(page.client.change)
        dialog = person.asked(ClientDialog)
        dialog.terms["deletion-hours"].choose("72")
        dialog.terms["certificate-names"].choose("hashed")
        dialog.source.line.setText("Verwerkersovereenkomst, artikel 7")
        person.submit(dialog)
        terms = person.client().terms
        assert (terms.erasure, terms.hashed_names) == (timedelta(hours=72), True)
        assert terms.source == "Verwerkersovereenkomst, artikel 7"
        person.press(page.client.change)
        again = person.asked(ClientDialog)
        assert again.terms["deletion-hours"].chosen() == "72"
        again.terms["deletion-hours"].choose("")
        person.submit(again)
        assert person.client().terms.erasure == WEEK
        assert person.client().terms.hashed_names

    def test_clients_come_from_a_file_all_or_nothing(self, page: ProjectsPage, person: Person, tmp_path: Path):
        path = tmp_path / "klanten.json"
        path.write_text(json.dumps([{"name": "Waterschap De Made"}, {"name": "X", "domains": ["geen domein"]}]))
        person.press(page.clients.import_file)
        dialog = person.asked(ImportDialog)
        assert not dialog.go.isEnabled()
        drop(dialog.drop, path)
        person.submit(dialog)
        assert dialog.problem.isVisible()
        assert "Klant nummer 2" in dialog.problem.label.text()
        assert len(person.laptop.app.clients.list()) == 2
        path.write_text(json.dumps([{"name": "Waterschap De Made"}]))
        person.submit(dialog)
        assert person.told[-1] == "1 klant is overgenomen."
        assert person.client("Waterschap De Made")

    def test_the_report_is_written_and_its_folder_shown(
        self, page: ProjectsPage, person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        desktop, proposed = Desktop(), []
        target = tmp_path / "overzicht"

        def choose(_parent: QWidget, _title: str, name: str, _filter: str) -> tuple[str, str]:
            proposed.append(Path(name).name)
            return str(target), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
        person.press(page.client.report)
        written = target.with_name("overzicht.pdf")
        assert written.read_bytes().startswith(b"%PDF")
        assert desktop.shown == [tmp_path]
        assert proposed == [f"Overzicht {CLIENT} 23-11-2026.pdf"]
        desktop.leave()

    def test_a_projects_client_has_its_report_there_too(
        self, page: ProjectsPage, person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        desktop, target = Desktop(), tmp_path / "overzicht.pdf"
        person.laptop.project("P1")
        page.tabs.setCurrentIndex(PROJECTS)
        page.reload()
        settle(person.here.jobs)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
        person.press(page.detail.report)
        assert target.read_bytes().startswith(b"%PDF")
        assert desktop.shown == [tmp_path]
        desktop.leave()

    def test_a_report_that_cannot_be_written_is_said(
        self, page: ProjectsPage, person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        target = tmp_path / "nowhere" / "overzicht.pdf"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
        person.press(page.client.report)
        assert page.client.problem.isVisible()
        assert page.client.report.isEnabled()

    def test_a_project_of_the_client_is_one_press_away(self, page: ProjectsPage, person: Person, laptop: Laptop):
        laptop.project("P1")
        laptop.project("P2")
        person.here.window.look_again()
        settle(person.here.jobs)
        link = next(button for button in page.client.findChildren(Button) if button.text() == "P2")
        person.press(link)
        assert page.tabs.currentIndex() == PROJECTS
        assert page.detail.title.text() == f"P2 – {CLIENT}"

    def test_the_clients_own_storage_is_shown_as_never_touched(
        self, page: ProjectsPage, person: Person, laptop: Laptop
    ):
        place = laptop.home / "Bibliotheek van de klant"
        place.mkdir()
        laptop.app.clients.change(CLIENT, ClientDetails(mounts=(str(place),)))
        laptop.app.folders.add(place)
        person.here.window.look_again()
        settle(person.here.jobs)
        shown = [label.text() for label in page.client.facts.findChildren(QWidget) if hasattr(label, "text")]
        assert any(str(place) in text and "nooit" in text for text in shown)


class TestProjects:
    @pytest.fixture
    def page(self, person: Person, laptop: Laptop) -> ProjectsPage:
        laptop.client()
        laptop.project("P1")
        laptop.project("P2")
        return person.open()

    def test_search_narrows_the_table_and_says_when_nothing_fits(self, page: ProjectsPage, person: Person):
        page.projects.search.setText("p2 voorbeeld")
        assert [page.projects.model.row(0)] == [view for view in page.shown.projects if view.project.code == "P2"]
        settle(person.here.jobs)
        assert page.detail.title.text().startswith("P2")
        page.projects.search.setText("bestaat niet")
        assert page.projects.none.isVisible()
        QTest.keyClick(page.projects.search, Qt.Key.Key_Escape)
        assert page.projects.model.rowCount() == 2

    def test_ctrl_f_leads_to_the_search_field(self, page: ProjectsPage, person: Person):
        QTest.keyClick(person.here.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert page.projects.search.hasFocus()

    def test_enter_in_the_table_leads_to_the_project(self, page: ProjectsPage):
        page.projects.table.setFocus()
        QTest.keyClick(page.projects.table, Qt.Key.Key_Return)
        assert page.detail.change.hasFocus()

    def test_a_project_comes_with_its_client(self, page: ProjectsPage, person: Person):
        person.press(page.projects.new)
        dialog = person.asked(ProjectDialog)
        dialog.code.line.setText("P1")
        dialog.client.choose("")
        dialog.new_client.name.line.setText("Waterschap De Made")
        dialog.new_client.domains.lines.setPlainText("demade.example")
        person.submit(dialog)
        assert "P1" in dialog.code._problem.text()  # taken; the client was added, and is not added twice
        dialog.code.line.setText("WDM-1")
        person.submit(dialog)
        assert person.project("WDM-1").client_id == person.client("Waterschap De Made").id
        assert page.detail.title.text() == "WDM-1 – Waterschap De Made"

    def test_goals_are_added_and_the_principal_can_be_taken_away(self, page: ProjectsPage, person: Person):
        for principal in ("Marit Dijk", ""):
            person.press(page.detail.change)
            dialog = person.asked(ProjectDialog)
            dialog.principal.line.setText(principal)
            dialog.goals.lines.setPlainText("Verzuimanalyse")
            person.submit(dialog)
            assert person.project("P1").principal == (principal or None)
        assert person.project("P1").goals == ("Salarisonderzoek", "Verzuimanalyse")

    def test_somebody_joins_and_leaves(self, page: ProjectsPage, person: Person, laptop: Laptop):
        person.press(page.detail.add_member)
        dialog = person.asked(MemberDialog)
        dialog.mailbox.line.setText("geen adres")
        person.submit(dialog)
        assert dialog.mailbox._problem.isVisible()
        dialog.mailbox.line.setText("Sam Collega <sam@adviesbureau.example>")
        person.submit(dialog)
        assert person.project().members[0].until is None
        person.press(cross(page, "member"))
        person.submit(person.asked(MemberEndDialog))
        assert person.project().members[0].until == laptop.now
        assert person.told[-1] == "Sam Collega is uit het project gehaald."

    def test_a_documentation_folder_is_added_and_taken_off_the_list(
        self, page: ProjectsPage, person: Person, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
    ):
        folder = laptop.home / "Plannen"
        folder.mkdir()
        (folder / "plan.docx").write_bytes(b"x")
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
        person.press(page.detail.add_folder)
        assert person.project().documents == (str(folder),)
        person.press(cross(page, "folder"))
        assert person.project().documents == ()
        assert (folder / "plan.docx").exists()

    def test_a_folder_of_another_project_is_refused_beside_the_project(
        self, page: ProjectsPage, person: Person, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
    ):
        folder = laptop.home / "Plannen"
        folder.mkdir()
        laptop.app.projects.change("P2", documents=(folder,))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
        person.press(page.detail.add_folder)
        assert page.detail.problem.isVisible()
        assert "P2" in page.detail.problem.label.text()
        assert person.project().documents == ()

    def test_a_subject_is_brought_to_the_front(self, page: ProjectsPage, person: Person, laptop: Laptop):
        agreement = laptop.agreement("P2", scope="Verzuimcijfers")
        for subject in (person.project("P2").id, "P2", agreement.id):
            person.choose("P1")
            person.open(subject)
            assert page.detail.title.text().startswith("P2"), subject
        assert page.agreements.chosen_title.text().startswith("Verzuimcijfers")
        person.open(person.client().id)
        assert page.tabs.currentIndex() == CLIENTS

    def test_what_another_process_changed_is_seen_when_looked_again(
        self, page: ProjectsPage, person: Person, laptop: Laptop
    ):
        laptop.again().projects.add("P3", CLIENT)
        QTest.keyClick(person.here.window, Qt.Key.Key_F5)
        settle(person.here.jobs)
        assert page.projects.model.rowCount() == 3
        assert person.headline == "Er lopen 3 projecten."


class TestAgreements:
    @pytest.fixture
    def page(self, person: Person, laptop: Laptop) -> ProjectsPage:
        laptop.client()
        laptop.project("P1")
        return person.open()

    @pytest.fixture
    def dialog(self, page: ProjectsPage, person: Person) -> NewAgreementDialog:
        person.press(page.agreements.new)
        return person.asked(NewAgreementDialog)

    def test_a_dropped_mail_fills_in_with_whom_and_when(
        self, page: ProjectsPage, dialog: NewAgreementDialog, person: Person
    ):
        drop(dialog.evidence.drop, dated_mail(person, "Bram Jansen <bram@voorbeeldstad.example>"))
        settle(person.here.jobs)
        assert dialog.agreed_with.text() == "Bram Jansen <bram@voorbeeldstad.example>"
        assert dialog.agreed_at.moment() == datetime(2026, 11, 20, 8, 12, tzinfo=UTC)
        dialog.scope.line.setText("Salarisbestand 2026")
        dialog.until.tick.setChecked(True)
        dialog.hold.setChecked(True)
        person.submit(dialog)
        (agreement,) = person.agreements()
        assert dialog.answer == agreement
        assert agreement.agreed_with_mail == "bram@voorbeeldstad.example"
        assert agreement.agreed_at == datetime(2026, 11, 20, 8, 12, tzinfo=UTC)
        assert agreement.evidence.name == "akkoord.eml"
        assert agreement.hold
        assert agreement.valid_until == end_of_day(person.here.desk.texts, person.laptop.now, 30)
        assert agreement.purpose == "Salarisonderzoek"
        assert page.agreements.model.rowCount() == 1

    def test_what_was_typed_is_not_overwritten_by_a_mail(self, dialog: NewAgreementDialog, person: Person):
        dialog.agreed_with.put(EVA)
        set_moment(dialog, "agreed_at", person.laptop.now - DAY, person)
        drop(dialog.evidence.drop, dated_mail(person, "Bram Jansen <bram@voorbeeldstad.example>"))
        settle(person.here.jobs)
        assert dialog.agreed_with.text() == EVA
        assert dialog.agreed_at.moment() == person.laptop.now - DAY

    def test_without_evidence_nothing_is_recorded(self, dialog: NewAgreementDialog, person: Person):
        dialog.scope.line.setText("Salarisbestand 2026")
        person.submit(dialog)
        assert "aantoonbare" in dialog.evidence._problem.text()
        assert dialog.evidence.drop.choose.hasFocus()
        assert person.agreements() == []

    def test_evidence_that_is_empty_is_said_at_once(self, dialog: NewAgreementDialog, person: Person, tmp_path: Path):
        empty = tmp_path / "leeg.eml"
        empty.write_bytes(b"")
        drop(dialog.evidence.drop, empty)
        settle(person.here.jobs)
        assert dialog.evidence._problem.isVisible()
        assert dialog.evidence.path is None

    @pytest.mark.parametrize(
        ("who", "said"),
        [(f"Robin <{OWN_MAIL}>", "eigen collega"), ("Iemand <x@anders.example>", CLIENT), ("geen adres", "geen adres")],
    )
    def test_who_cannot_agree_is_refused_at_the_field(
        self, dialog: NewAgreementDialog, person: Person, who: str, said: str
    ):
        dialog.evidence.take(person.laptop.mail())
        dialog.scope.line.setText("Salarisbestand 2026")
        settle(person.here.jobs)
        dialog.agreed_with.put(who)
        person.submit(dialog)
        assert said in dialog.agreed_with._problem.text()
        assert not dialog.problem.isVisible()
        assert person.agreements() == []
        dialog.agreed_with.put(EVA)
        person.submit(dialog)
        assert len(person.agreements()) == 1

    def test_a_date_to_come_and_an_end_before_the_start_are_refused(self, dialog: NewAgreementDialog, person: Person):
        dialog.evidence.take(person.laptop.mail())
        dialog.scope.line.setText("Salarisbestand 2026")
        settle(person.here.jobs)
        set_moment(dialog, "agreed_at", person.laptop.now + HOUR, person)
        person.submit(dialog)
        assert dialog.agreed_at._problem.isVisible()
        set_moment(dialog, "agreed_at", person.laptop.now - HOUR, person)
        dialog.until.put(person.laptop.now - DAY)
        person.submit(dialog)
        assert dialog.until._problem.isVisible()
        assert not dialog.agreed_at._problem.isVisible()
        assert person.agreements() == []

    def test_a_client_without_a_project_gets_one_with_the_agreement(self, person: Person, laptop: Laptop):
        other = laptop.client("Waterschap De Made", domains=("demade.example",), contacts=())
        person.open()
        app = laptop.app
        dialog = NewAgreementDialog(
            person.here.desk, app.agreements, app.projects, app.clients, client_id=other.id, evidence=laptop.mail()
        )
        dialog.show()
        settle(person.here.jobs)
        dialog.new_code.line.setText("WDM-1")
        dialog.scope.line.setText("Formatieoverzicht")
        dialog.purpose.line.setText("Formatieplan")
        person.submit(dialog)
        assert dialog.agreed_with._problem.isVisible()  # Eva is of another client; the project is there already
        dialog.agreed_with.put("Bo <bo@demade.example>")
        person.submit(dialog)
        project = person.project("WDM-1")
        assert project.goals == ("Formatieplan",)
        assert project.client_id == other.id
        assert dialog.answer is not None
        assert dialog.answer.project_id == project.id
        dialog.deleteLater()

    def test_an_extension_takes_the_copies_with_it(self, page: ProjectsPage, person: Person, laptop: Laptop):
        old = laptop.agreement("P1", valid_until=laptop.now + DAY)
        copy = laptop.sealed(old)
        person.here.window.look_again()
        settle(person.here.jobs)
        person.press(page.agreements.extend)
        dialog = person.asked(ExtendDialog)
        assert dialog.scope.text() == old.scope
        assert dialog.agreed_with.text() == EVA
        dialog.evidence.take(laptop.mail("verlenging.eml", text="Nog een maand."))
        settle(person.here.jobs)
        person.submit(dialog)
        new = person.agreements()[1]
        assert laptop.copy(copy.id).agreement_id == new.id
        assert laptop.copy(copy.id).due_at == new.valid_until
        assert person.told[-1] == "De afspraak is verlengd; 1 kopie valt er nu onder."
        assert page.agreements.chosen_title.text().startswith(new.scope)
        assert not page.agreements.stayed.isVisible()

    def test_what_could_not_move_is_said_with_its_reason(self, page: ProjectsPage, person: Person, laptop: Laptop):
        old = laptop.agreement("P1", valid_until=laptop.now + DAY)
        copy = laptop.sealed(old)
        laptop.app.vault.open(copy.id)
        person.here.window.look_again()
        settle(person.here.jobs)
        person.press(page.agreements.extend)
        dialog = person.asked(ExtendDialog)
        dialog.evidence.take(laptop.mail("verlenging.eml", text="Nog een maand."))
        settle(person.here.jobs)
        person.submit(dialog)
        assert laptop.copy(copy.id).agreement_id == old.id
        assert page.agreements.stayed.isVisible()
        assert "uit de kluis" in page.agreements.stayed.label.text()

    def test_the_same_evidence_cannot_extend(self, page: ProjectsPage, person: Person, laptop: Laptop):
        mail = laptop.mail()
        laptop.agreement("P1", evidence=mail)
        person.here.window.look_again()
        settle(person.here.jobs)
        person.press(page.agreements.extend)
        dialog = person.asked(ExtendDialog)
        dialog.evidence.take(mail)
        settle(person.here.jobs)
        person.submit(dialog)
        assert "eigen bewijs" in dialog.evidence._problem.text()
        assert len(person.agreements()) == 1

    def test_a_fulfilled_purpose_starts_the_week(self, page: ProjectsPage, person: Person, laptop: Laptop):
        copy = laptop.sealed(laptop.agreement("P1", agreed_at=laptop.now - 3 * DAY))
        person.here.window.look_again()
        settle(person.here.jobs)
        person.press(page.agreements.fulfilled)
        dialog = person.asked(FulfilledDialog)
        set_moment(dialog, "at", laptop.now + DAY, person)
        person.submit(dialog)
        assert dialog.at._problem.isVisible()
        set_moment(dialog, "at", laptop.now - DAY, person)
        person.submit(dialog)
        assert laptop.copy(copy.id).due_at == laptop.now - DAY + WEEK
        assert not page.agreements.fulfilled.isVisible()

    def test_a_withdrawal_needs_the_clients_word_and_ends_at_once(
        self, page: ProjectsPage, person: Person, laptop: Laptop
    ):
        copy = laptop.sealed(laptop.agreement("P1"))
        person.here.window.look_again()
        settle(person.here.jobs)
        person.press(page.agreements.withdraw)
        dialog = person.asked(WithdrawDialog)
        person.submit(dialog)
        assert dialog.evidence._problem.isVisible()
        assert not dialog.go.isDefault()
        dialog.evidence.take(laptop.mail("intrekking.eml", text="Graag alles weg."))
        settle(person.here.jobs)
        person.submit(dialog)
        assert laptop.copy(copy.id).due_at == laptop.now
        assert laptop.app.agreements.list()[0][1] is AgreementState.WITHDRAWN

    def test_a_consultant_reads_who_approves(self, page: ProjectsPage, person: Person, laptop: Laptop):
        laptop.agreement("P1")
        person.here.window.look_again()
        settle(person.here.jobs)
        assert page.agreements.ask_lead.isVisible()
        assert not page.agreements.approve.isVisible()

    def test_a_lead_approves(self, laptop: Laptop, tmp_path: Path):
        laptop.usual()
        lead = Laptop(tmp_path, keys=laptop.keys, policy={"team.leads": (laptop.app.team.device,)})
        with opened(Scene("lead", lead)) as here:
            person = Person(here, lead)
            page = person.open()
            assert not page.agreements.ask_lead.isVisible()
            person.press(page.agreements.approve)
            person.submit(person.asked(ApproveDialog))
            assert person.agreements()[0].approved_by == lead.app.team.device
            assert not page.agreements.approve.isVisible()
        lead.close()


class TestClosing:
    @pytest.fixture
    def page(self, person: Person, laptop: Laptop) -> ProjectsPage:
        agreement = laptop.usual(agreed_at=laptop.now - 20 * DAY)
        laptop.sealed(agreement)
        paper = laptop.agreement("P1", place=Place.ELSEWHERE, agreed_at=laptop.now - 20 * DAY)
        laptop.app.copies.add_elsewhere("Uitdraai in de kast", paper.id)
        return person.open()

    def test_the_list_comes_before_the_deed(self, page: ProjectsPage, person: Person, laptop: Laptop):
        person.press(page.detail.close_project)
        dialog = person.asked(CloseDialog)
        assert dialog.model.rowCount() == 2
        assert "ma 30 nov 2026" in dialog.summary.text()
        assert dialog.attest.isVisible()
        assert person.project().status is ProjectStatus.ACTIVE
        person.submit(dialog)
        assert person.project().closed_at == laptop.now
        day = "maandag 30 november"
        assert person.headline == f"Er loopt geen project. 1 is gesloten en moet uiterlijk {day} leeg zijn."

    def test_the_keyboard_comes_to_what_takes_its_place(self, page: ProjectsPage, person: Person):
        page.detail.close_project.setFocus()
        QTest.keyClick(page.detail.close_project, Qt.Key.Key_Space)
        settle(person.here.jobs)
        person.submit(person.asked(CloseDialog))
        person.here.window.activateWindow()
        assert person.project().status is ProjectStatus.CLOSED
        assert page.detail.reopen.isVisible()
        assert person.here.window.focusWidget() is page.detail.reopen

    def test_leaving_the_dialog_changes_nothing(self, page: ProjectsPage, person: Person):
        person.press(page.detail.close_project)
        QTest.keyClick(person.asked(CloseDialog), Qt.Key.Key_Escape)
        assert person.page.asking.dialog is None
        assert person.project().status is ProjectStatus.ACTIVE

    def test_an_earlier_date_shows_what_is_late_and_counts(self, page: ProjectsPage, person: Person, laptop: Laptop):
        person.press(page.detail.close_project)
        dialog = person.asked(CloseDialog)
        closed_at = laptop.now - 9 * DAY
        set_moment(dialog, "at", closed_at, person)
        assert not dialog.go.isEnabled()
        dialog._look()
        settle(person.here.jobs)
        assert dialog.late.isVisible()
        person.submit(dialog)
        assert person.project().closed_at == closed_at
        assert person.laptop.app.copies.list()[0].state is CopyState.ASKED

    def test_a_date_to_come_is_refused_and_cannot_be_submitted(
        self, page: ProjectsPage, person: Person, laptop: Laptop
    ):
        person.press(page.detail.close_project)
        dialog = person.asked(CloseDialog)
        set_moment(dialog, "at", laptop.now + DAY, person)
        dialog._look()
        settle(person.here.jobs)
        assert "toekomst" in dialog.at._problem.text()
        assert not dialog.go.isEnabled()
        assert not dialog._list.isVisible()

    def test_reopening_within_a_day_says_that_it_takes_the_closing_back(
        self, page: ProjectsPage, person: Person, laptop: Laptop
    ):
        laptop.app.projects.close("P1")
        person.here.window.look_again()
        settle(person.here.jobs)
        person.press(page.detail.reopen)
        dialog = person.asked(ReopenDialog)
        assert "neemt dat terug" in dialog.consequence.label.text()
        person.submit(dialog)
        assert dialog.reason._problem.isVisible()
        dialog.reason.line.setText("Vergissing")
        person.submit(dialog)
        assert person.project().status is ProjectStatus.ACTIVE
        assert [view.copy.due_at for view in laptop.app.copies.list()] == [None, None]

    def test_reopening_later_says_that_copies_keep_their_end(self, page: ProjectsPage, person: Person, laptop: Laptop):
        laptop.app.projects.close("P1", at=laptop.now - 2 * DAY)
        person.here.window.look_again()
        settle(person.here.jobs)
        person.press(page.detail.reopen)
        dialog = person.asked(ReopenDialog)
        assert "houden hun einddatum" in dialog.consequence.label.text()
        dialog.reason.line.setText("Vervolg")
        person.submit(dialog)
        assert {view.copy.due_at for view in laptop.app.copies.list()} == {laptop.now - 2 * DAY + WEEK}

    def test_a_closed_project_shows_what_stands_outside_and_takes_a_persons_word(
        self, page: ProjectsPage, person: Person, laptop: Laptop
    ):
        laptop.app.projects.close("P1")
        person.here.window.look_again()
        settle(person.here.jobs)
        assert page.standing.isVisible()
        assert page.standing.model.rowCount() == 1  # the file; the paper stands on the closing list
        person.press(page.standing.closing_list.findChildren(Button)[0])
        person.submit(person.asked(Confirm))
        paper = next(view for view in laptop.app.copies.list() if view.copy.name == "Uitdraai in de kast")
        assert paper.state is CopyState.DELETED
        assert paper.copy.certificate_id is not None
        assert person.told[-1] == "Vastgelegd: Uitdraai in de kast is weg."
        assert not page.standing.closing_list.isVisible()

    def test_an_empty_closed_project_is_shown_on_request(self, person: Person, laptop: Laptop):
        laptop.client()
        laptop.project("P1")
        laptop.project("P2")
        laptop.app.projects.close("P2")
        page = person.open()
        assert page.projects.model.rowCount() == 1
        page.projects.with_closed.setChecked(True)
        assert page.projects.model.rowCount() == 2
        person.choose("P2")
        assert page.detail.stand._word.text() == "gesloten en leeg"
        assert not page.standing.isVisible()

    def test_what_should_be_gone_comes_first(self, page: ProjectsPage, person: Person, laptop: Laptop):
        laptop.project("A0")
        laptop.app.projects.close("P1", at=laptop.now - 8 * DAY)
        laptop.app.copies.confirm(laptop.app.copies.list()[0].copy.id)
        person.here.window.look_again()
        settle(person.here.jobs)
        first = page.projects.model.row(0)
        assert first is not None
        assert first.project.code == "P1"
        assert person.headline == "Er loopt 1 project. 1 is gesloten en had al leeg moeten zijn."


def dated_mail(person: Person, sender: str) -> Path:
    path = person.laptop.mail("akkoord.eml", sender=sender)
    path.write_bytes(b"Date: Fri, 20 Nov 2026 09:12:00 +0100\r\n" + path.read_bytes())
    return path


def cross(page: ProjectsPage, what: str) -> IconButton:
    return next(button for button in page.detail.findChildren(IconButton) if button.property(what))


def test_the_page_fails_aloud(person: Person, laptop: Laptop, monkeypatch: pytest.MonkeyPatch):
    from app.domain.errors import EnvironmentLacking

    def fail() -> None:
        raise EnvironmentLacking(msg("ui.page.failed"))

    page = person.open()
    monkeypatch.setattr(laptop.app.projects, "list", fail)
    page.reload()
    settle(person.here.jobs)
    assert page._trouble.isVisible()
