"""Signing in at the page of documents: asked, cancelled, refused, by a code, and undone. The window never waits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from app.domain.sign_in import SignInReason, SignInState, SignInWay
from app.ui.pages.documents.page import SIGN_IN
from app.ui.pages.documents.sign_in import SignInCard
from app.ui.pages.page import PageId
from tests.actions.laptop import Laptop
from tests.ui import document_scenes
from tests.ui.pages.at_the_documents import AtDocuments
from tests.ui.scenes import Scene
from tests.ui.told_account import MAIL, NAME, ToldAccount, told_account
from tests.ui.windows import application, opened

A_WHILE_MS = 300


@dataclass
class There:
    person: AtDocuments
    account: ToldAccount

    @property
    def card(self) -> SignInCard:
        return self.person.page.sign_in

    def wait(self) -> None:
        """Somewhere else the person signs in; here the window goes on."""
        loop = QEventLoop()
        QTimer.singleShot(A_WHILE_MS, loop.quit)
        loop.exec()

    def press(self, name: str) -> None:
        """Without waiting for what it begins."""
        found = [b for b in (self.card.go, self.card.cancel, self.card.with_code, self.card.leave) if b.isVisible()]
        next(b for b in found if b.text().replace("&", "").strip() == name).click()
        self.wait()


@pytest.fixture
def there(tmp_path: Path) -> Iterator[There]:
    application()
    with ExitStack() as stack:
        laptop, account = document_scenes.at_office365(tmp_path)
        stack.callback(laptop.close)
        person = AtDocuments(stack.enter_context(opened(Scene("test", laptop))), laptop)
        person.open()
        yield There(person, account)


def test_the_question_stands_on_top_while_nobody_is_signed_in(there: There):
    card, projects = there.card, there.person.page.projects
    assert card.y() < projects.y()
    assert "Je bent niet aangemeld." in there.person.reads(card)
    assert there.person.buttons(card) == ["Aanmelden", "Aanmelden met een code"]


def test_signing_in_waits_for_the_person_and_not_the_window(there: There):
    there.press("Aanmelden")
    assert "Je browser gaat open. Meld je daar aan." in there.person.reads(there.card)
    assert there.person.page.sync.isEnabled()
    there.account.answer.set()
    there.person.settle()
    assert there.account.ways == [SignInWay.BROWSER]
    assert f"Aangemeld als {NAME} ({MAIL})." in there.person.reads(there.card)
    assert "Laatste aanmelding: gelukt" in there.person.reads(there.card)
    assert there.person.told == [f"Aangemeld als {NAME}."]
    assert there.card.y() > there.person.page.projects.y()  # from now on it is no matter of today


def test_cancelling_is_no_error_but_an_attempt(there: There):
    there.press("Aanmelden")
    there.press("Annuleren")
    there.person.settle()
    assert not there.card.problem.isVisible()
    assert "Laatste aanmelding: niet gelukt" in there.person.reads(there.card)
    assert "Aanmelden" in there.person.buttons(there.card)


def test_a_code_is_the_way_out_where_no_browser_opens(there: There):
    there.press("Aanmelden")
    there.press("Aanmelden met een code")
    there.wait()
    assert there.account.ways == [SignInWay.BROWSER, SignInWay.DEVICE_CODE]
    assert there.card.code.code.text() == "H7QK-M2XD"
    assert there.card.code.code.accessibleName() == "De code is H 7 Q K - M 2 X D"
    there.account.answer.set()
    there.person.settle()
    assert f"Aangemeld als {NAME}" in there.person.reads(there.card)
    assert not there.card.code.isVisible()


def test_what_was_refused_says_why(there: There):
    there.account.refused = SignInReason.OTHER_TENANT
    there.account.answer.set()
    there.press("Aanmelden")
    there.person.settle()
    assert there.card.problem.isVisible()
    assert there.person.laptop.app.signing_in.seen().state is SignInState.SIGNED_OUT
    assert "Laatste aanmelding: geweigerd" in there.person.reads(there.card)


def test_signing_out_is_said_and_asks_again(there: There):
    there.account.is_in = True
    there.person.page.reload()
    there.person.settle()
    there.press("Afmelden")
    there.person.settle()
    assert there.person.told == ["Je bent afgemeld op deze laptop."]
    assert "Je bent niet aangemeld." in there.person.reads(there.card)


def test_closing_the_window_ends_the_waiting(tmp_path: Path):
    application()
    laptop, _account = document_scenes.at_office365(tmp_path)
    with opened(Scene("test", laptop)) as here:
        person = AtDocuments(here, laptop)
        person.open()
        person.page.sign_in.go.click()
    laptop.close()  # nothing is left that waits


def test_the_overview_leads_there(tmp_path: Path):
    application()
    laptop = document_scenes.sign_in_needed(tmp_path)
    with opened(Scene("test", laptop)) as here:
        person = AtDocuments(here, laptop)
        page = person.open(SIGN_IN)
        assert "Meld je opnieuw aan bij Office 365." in person.reads(page.sign_in)
        assert here.window.focusWidget() is page.sign_in.go
    laptop.close()


def test_a_test_server_is_called_so(tmp_path: Path):
    application()
    laptop = Laptop(tmp_path)
    told_account(laptop, is_test_server=True)
    with opened(Scene("test", laptop)) as here:
        person = AtDocuments(here, laptop)
        person.open()
        assert "Dit is een testserver" in person.reads()
        assert here.window.current_id is PageId.DOCUMENTS
    laptop.close()
