"""The tab of the declarations with the real actions: told honestly, looked at, handed over, and checked."""

from __future__ import annotations

import email
import json
from collections.abc import Iterator
from email import policy
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.actions.certificates import CertificateRow
from app.domain.agreement import Agreement, Place
from app.ui.pages.page import PageId
from app.ui.pages.vault.page import CERTIFICATES, DECLARATIONS, VaultPage
from app.ui.pages.vault.paper import PaperDialog
from app.ui.pages.vault.verify_dialog import VerifyDialog
from app.ui.widgets.buttons import Button
from tests.actions.laptop import CLIENT, Laptop
from tests.actions.test_residuals import ToldDisk
from tests.ui.pages.at_the_vault import Desktop, Person, drop
from tests.ui.scenes import Scene
from tests.ui.windows import application, opened

OUTCOME, RECEIPT = 5, 6


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    application()
    laptop = Laptop(tmp_path)
    laptop.app.__dict__["disk"] = ToldDisk(True)
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
    return laptop.usual()


@pytest.fixture
def declared(laptop: Laptop, agreement: Agreement) -> CertificateRow:
    """Two copies that lay in the vault were deleted."""
    for name in ("een.xlsx", "twee.xlsx"):
        laptop.sealed(agreement, laptop.file(name))
    laptop.app.deletion.delete_under(agreement.id, "klaar")
    return laptop.app.certificates.rows()[0]


def shown(person: Person, subject: object = DECLARATIONS) -> VaultPage:
    page = person.open(subject)
    page.tabs.setCurrentIndex(CERTIFICATES)
    person.settle()
    return page


def cell(page: VaultPage, row: int, column: int) -> str:
    return str(page.certificates.list.model.index(row, column).data())


def facts(page: VaultPage) -> str:
    grid = page.certificates.detail.facts._grid
    items = [grid.itemAt(number).widget() for number in range(grid.count())]
    return "\n".join(widget.text() for widget in items if hasattr(widget, "text"))


class TestTold:
    def test_without_any_it_says_when_they_come(self, person: Person):
        page = shown(person)
        assert person.headline == "Er zijn nog geen verklaringen."
        assert page.certificates.empty.isVisible()
        person.press(page.certificates.empty.button)
        person.asked(VerifyDialog).reject()

    def test_destroyed_is_said_where_nothing_remains(self, person: Person, declared: CertificateRow):
        """glossary: *vernietigd* only with a declaration that says so."""
        page = shown(person)
        assert person.headline == "Er is 1 verklaring. De klant heeft de ontvangst nog niet bevestigd."
        assert [cell(page, 0, column) for column in (0, 1, 4, OUTCOME, RECEIPT)] == [
            declared.number,
            CLIENT,
            "2",
            "vernietigd",
            "nog niet",
        ]
        assert page.certificates.detail.sentence.text() == f"2 kopieën van gegevens van {CLIENT} zijn vernietigd."
        assert "cryptografisch gewist" in facts(page)
        assert "Er zijn geen resten bekend." in facts(page)

    def test_of_several_it_says_how_many_the_client_has_not_confirmed(
        self, person: Person, laptop: Laptop, agreement: Agreement, declared: CertificateRow
    ):
        laptop.sealed(agreement, laptop.file("drie.xlsx"))
        laptop.app.deletion.delete_under(agreement.id, "klaar")
        laptop.app.certificates.file_receipt(declared.id, laptop.mail("ontvangen.eml"))
        shown(person)
        assert person.headline == (
            "Er zijn 2 verklaringen, over 3 kopieën. Van 1 heeft de klant de ontvangst nog niet bevestigd."
        )

    def test_what_remains_keeps_it_from_that(self, person: Person, laptop: Laptop, agreement: Agreement):
        laptop.app.__dict__["disk"] = ToldDisk(False)
        for part in ("_residual_rules", "certificates", "deletion"):
            laptop.app.__dict__.pop(part, None)
        laptop.app.copies.add(laptop.file("plek.xlsx"), agreement.id, in_place=True)
        laptop.app.deletion.delete_under(agreement.id, "klaar")
        page = shown(person)
        assert cell(page, 0, OUTCOME) == "verwijderd, met resten"
        assert "zijn vernietigd" not in page.certificates.detail.sentence.text()
        assert "met bekende resten" in page.certificates.detail.sentence.text()
        assert "technisch nog terug te halen" in facts(page)

    def test_what_rests_on_a_word_is_said_to(self, person: Person, laptop: Laptop):
        laptop.usual()
        phone = laptop.app.copies.add_elsewhere("telefoon", laptop.agreement("P1", place=Place.ELSEWHERE).id).copy
        laptop.app.copies.confirm(phone.id)
        page = shown(person)
        assert cell(page, 0, OUTCOME) == "verwijderd, op je woord"

    def test_what_is_still_there_is_said(self, person: Person, laptop: Laptop, agreement: Agreement):
        first = laptop.sealed(agreement, laptop.file("een.xlsx"))
        laptop.app.copies.add(laptop.file("twee.xlsx"), agreement.id, in_place=True)
        laptop.app.deletion.delete_now([first.id], "klaar")
        page = shown(person)
        assert cell(page, 0, OUTCOME) == "verwijderd, niet alles"
        assert "Onder deze afspraak waren er toen nog andere kopieën." in facts(page)

    def test_it_can_be_searched(self, person: Person, laptop: Laptop, declared: CertificateRow):
        laptop.project("P2")
        other = laptop.agreement("P2")
        laptop.sealed(other, laptop.file("drie.xlsx"))
        laptop.app.deletion.delete_under(other.id, "klaar")
        page = shown(person)
        QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(page.certificates.list.search, "p1 vb")
        assert page.certificates.list.model.rowCount() == 0
        assert not page.certificates.detail.isVisible()
        page.certificates.list.search.setText("p1")
        assert [cell(page, 0, 0)] == [declared.number]

    def test_one_is_brought_forward_by_its_id_or_by_that_of_a_copy_on_it(
        self, person: Person, laptop: Laptop, declared: CertificateRow
    ):
        copy = laptop.app.copies.list()[0].copy
        for subject in (declared.id, copy.id):
            page = person.open(PageId.VAULT.value)
            page.tabs.setCurrentIndex(0)
            page = person.open(subject)
            assert page.tabs.currentIndex() == CERTIFICATES
            assert page.certificates.detail.title.text() == declared.number


class TestOnPaper:
    def test_its_page_is_shown_as_it_would_be_printed(self, person: Person, declared: CertificateRow):
        page = shown(person)
        paper = page.certificates.detail.paper
        image = paper.picture.pixmap().toImage()
        colours = {
            image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
        }
        assert "#ffffff" in colours
        assert len(colours) > 20
        assert paper.picture.accessibleName().startswith(f"Verklaring {declared.number}, bladzijde 1 van")
        assert image.height() > image.width()

    def test_it_is_not_printed_before_somebody_looks(
        self, person: Person, laptop: Laptop, declared: CertificateRow, monkeypatch: pytest.MonkeyPatch
    ):
        printed: list[object] = []
        monkeypatch.setattr(laptop.app.certificates, "pages", lambda start: printed.append(start) or 1)
        person.open()
        assert printed == []
        shown(person)
        assert printed == [declared.id]

    def test_it_can_be_read_page_by_page(self, person: Person, declared: CertificateRow):
        page = shown(person)
        person.press(page.certificates.detail.read)
        dialog = page.certificates.detail._reading
        assert isinstance(dialog, PaperDialog)
        person.settle()
        first = dialog.paper.picture.pixmap().toImage()
        assert first.width() == 720
        assert not dialog.paper.back.isEnabled()
        person.press(dialog.paper.on)
        assert dialog.paper.where.text() == "2 van 2"
        assert dialog.paper.picture.pixmap().toImage() != first
        assert not dialog.paper.on.isEnabled()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert page.certificates.detail._reading is None

    def test_it_cannot_be_pressed_before_it_was_looked_up(self, person: Person, declared: CertificateRow):
        page = person.open()
        page.tabs.setCurrentIndex(CERTIFICATES)
        assert not page.certificates.detail.read.isEnabled()
        person.settle()
        assert page.certificates.detail.read.isEnabled()

    def test_a_row_that_is_opened_before_it_was_looked_up_opens_then(self, person: Person, declared: CertificateRow):
        page = person.open()
        page.tabs.setCurrentIndex(CERTIFICATES)
        QTest.keyClick(page.certificates.list.table, Qt.Key.Key_Return)
        assert page.certificates.detail._reading is None
        person.settle()
        dialog = page.certificates.detail._reading
        assert isinstance(dialog, PaperDialog)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    def test_nothing_of_it_is_written_to_the_disk(self, person: Person, laptop: Laptop, declared: CertificateRow):
        before = {path for path in laptop.root.rglob("*") if path.is_file()}
        shown(person)
        assert {path for path in laptop.root.rglob("*") if path.is_file()} == before

    def test_white_paper_stays_white_in_the_dark(self, person: Person, declared: CertificateRow):
        image = shown(person).certificates.detail.paper.picture.pixmap().toImage()
        assert image.pixelColor(4, image.height() - 4) == QColor("white")


class TestHandedOver:
    @pytest.mark.parametrize("ending", ["pdf", "html", "json"])
    def test_it_is_saved_where_and_as_the_person_says(
        self, person: Person, laptop: Laptop, declared: CertificateRow, monkeypatch: pytest.MonkeyPatch, ending: str
    ):
        target = laptop.downloads / f"verklaring.{ending}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
        page = shown(person)
        person.press(page.certificates.detail.save)
        assert laptop.app.certificates.verify(target).signature == "valid"
        assert person.told == [f"De verklaring staat in {target}."]

    def test_without_an_ending_it_gets_the_one_of_the_chosen_form(
        self, person: Person, laptop: Laptop, declared: CertificateRow, monkeypatch: pytest.MonkeyPatch
    ):
        chosen = "Gegevens voor een ander programma (*.json)"
        name = str(laptop.downloads / "verklaring 2.0")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (name.removesuffix(".0"), chosen))
        person.press(shown(person).certificates.detail.save)
        assert json.loads((laptop.downloads / "verklaring 2.json").read_text())["number"] == declared.number

    def test_an_existing_file_is_never_overwritten(
        self, person: Person, laptop: Laptop, declared: CertificateRow, monkeypatch: pytest.MonkeyPatch
    ):
        target = laptop.file("er al.pdf", b"van een ander")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
        page = shown(person)
        person.press(page.certificates.detail.save)
        assert page.certificates.detail.problem.label.text().startswith("Dat bestand bestaat al.")
        assert target.read_bytes() == b"van een ander"

    def test_a_mail_to_the_client_stands_ready(self, person: Person, declared: CertificateRow, desktop: Desktop):
        person.press(shown(person).certificates.detail.mail)
        (draft,) = desktop.shown
        mail = email.message_from_bytes(draft.read_bytes(), policy=policy.default)
        assert "eva@" in str(mail["To"])
        assert [part.get_filename() for part in mail.iter_attachments()] == [f"{declared.number}.pdf"]
        assert "Lees hem na en verstuur hem zelf." in person.told[0]

    def test_the_clients_receipt_is_filed_by_drop(self, person: Person, laptop: Laptop, declared: CertificateRow):
        page = shown(person)
        assert page.certificates.detail.mail.property("look") == "primary"
        drop(page.certificates.detail.receipt, laptop.mail("ontvangen.eml"))
        person.settle()
        (row,) = laptop.app.certificates.rows()
        assert row.receipt is not None
        assert row.receipt.name == "ontvangen.eml"
        assert cell(page, 0, RECEIPT) == "bevestigd"
        assert person.headline == "Er is 1 verklaring. De klant heeft alles ontvangen."
        assert "ontvangen.eml, opgeborgen op" in facts(page)
        assert not page.certificates.detail.receipt.isVisible()
        assert page.certificates.detail.mail.property("look") == ""

    def test_another_receipt_takes_its_place(self, person: Person, laptop: Laptop, declared: CertificateRow):
        laptop.app.certificates.file_receipt(declared.id, laptop.mail("verkeerd.eml", text="iets anders"))
        page = shown(person)
        person.press(page.certificates.detail.replace)
        drop(page.certificates.detail.receipt, laptop.mail("goed.eml", text="ontvangen"))
        person.settle()
        assert laptop.app.certificates.rows()[0].receipt.name == "goed.eml"  # type: ignore[union-attr]

    def test_what_is_no_receipt_is_refused_in_a_sentence(
        self, person: Person, laptop: Laptop, declared: CertificateRow
    ):
        page = shown(person)
        drop(page.certificates.detail.receipt, laptop.file("leeg.eml", b""))
        person.settle()
        assert page.certificates.detail.problem.isVisible()
        assert laptop.app.certificates.rows()[0].receipt is None


class TestChecked:
    def check(self, person: Person, path: Path, fingerprint: str = "") -> VerifyDialog:
        page = shown(person)
        button = page.certificates.verify if page.certificates.verify.isVisible() else page.certificates.empty.button
        assert isinstance(button, Button)
        person.press(button)
        dialog = person.asked(VerifyDialog)
        dialog.fingerprint.line.setText(fingerprint)
        drop(dialog.drop, path)
        person.settle()
        return dialog

    def test_a_right_one_of_an_unknown_signer(self, person: Person, laptop: Laptop, declared: CertificateRow):
        path = laptop.downloads / "v.pdf"
        laptop.app.certificates.export(declared.id, path)
        dialog = self.check(person, path)
        assert dialog.outcome.label.text() == (
            "De handtekening klopt, maar van wie ze is, is niet bekend. "
            "Vergelijk de sleutel hieronder met de vingerafdruk in de verwerkersovereenkomst."
        )
        assert dialog.facts.isVisible()
        dialog.reject()

    def test_with_the_fingerprint_that_one_knows_the_signer_is_known(
        self, person: Person, laptop: Laptop, declared: CertificateRow
    ):
        path = laptop.downloads / "v.html"
        laptop.app.certificates.export(declared.id, path)
        key = laptop.app.certificates.verify(path).fingerprint
        assert key is not None
        dialog = self.check(person, path, key)
        assert dialog.outcome.label.text() == (
            "De verklaring klopt: er is sinds de ondertekening niets aan veranderd. De ondertekenaar is bekend."
        )
        dialog.fingerprint.line.setText("0" * 64)
        person.press(dialog.go)
        assert "niet van de sleutel die je vertrouwt" in dialog.outcome.label.text()
        dialog.fingerprint.line.setText("geen vingerafdruk")
        person.press(dialog.go)
        assert not dialog.outcome.isVisible()
        dialog.reject()

    def test_a_changed_one_is_not_to_be_relied_on(self, person: Person, laptop: Laptop, declared: CertificateRow):
        path = laptop.downloads / "v.json"
        laptop.app.certificates.export(declared.id, path)
        document = json.loads(path.read_text())
        document["client"] = "Iemand anders"
        path.write_text(json.dumps(document))
        dialog = self.check(person, path)
        assert dialog.outcome.label.text().startswith("De handtekening klopt niet")
        assert "Vertrouw er niet op" in dialog.outcome.label.text()
        dialog.reject()

    def test_what_is_no_declaration_is_said_to_be_none(self, person: Person, laptop: Laptop):
        dialog = self.check(person, laptop.file("vakantie.pdf", b"%PDF-1.4 niets"))
        assert dialog.problem.isVisible()
        dialog.reject()
