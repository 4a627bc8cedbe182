"""The main window: the rail leads everywhere, by mouse and by keyboard, and pages are made when they are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from app.domain.messages import msg
from app.ui.pages.page import PageId
from app.ui.window.rail import NAMES
from tests.ui.scenes import nothing
from tests.ui.windows import Opened, application, dress, opened, settle


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Opened]:
    application()
    dress(dark=False)
    scene = nothing(tmp_path)
    with opened(scene) as window:
        yield window
    scene.laptop.close()


def buttons(here: Opened) -> list[QPushButton]:
    return here.window.rail.findChildren(QPushButton)


def test_every_page_has_its_place_in_the_rail(here: Opened):
    assert [button.property("page") for button in buttons(here)] == [page.value for page in PageId]
    assert set(NAMES) == set(PageId)


def test_a_click_leads_to_the_page_and_titles_the_window(here: Opened):
    for button in buttons(here):
        button.click()
        settle(here.jobs)
        assert here.window.current_id is not None
        assert here.window.current_id.value == button.property("page")
        assert here.window.windowTitle() == here.desk.text(NAMES[here.window.current_id])
        assert button.isChecked()


def test_the_rail_follows_when_a_page_leads_to_another(here: Opened):
    here.page(PageId.OVERVIEW)
    here.desk.go(PageId.VAULT.value)
    settle(here.jobs)
    assert [button.property("page") for button in buttons(here) if button.isChecked()] == [PageId.VAULT.value]


def test_a_number_leads_there_too(here: Opened):
    here.page(PageId.OVERVIEW)
    QTest.keyClick(here.window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    settle(here.jobs)
    assert here.window.current_id is PageId.TEAM


def test_arrows_walk_through_the_rail(here: Opened):
    first, second, *_ = buttons(here)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Up)
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert buttons(here)[-1].hasFocus()


def test_a_page_is_made_once(here: Opened):
    first = here.page(PageId.TEAM)
    here.page(PageId.REGISTERS)
    assert here.page(PageId.TEAM) is first


def test_what_waits_stands_beside_the_name(here: Opened):
    here.window.rail.count(PageId.FINDINGS, 1_234)
    button = buttons(here)[1]
    assert button.text().split() == ["Bevindingen", "1.234"]
    assert "1234" in button.accessibleName()
    here.window.rail.count(PageId.FINDINGS, 0)
    assert button.text().strip() == "Bevindingen"


def test_news_stands_at_the_foot(here: Opened):
    here.desk.tell(msg("ui.page.again"))
    assert here.window.snack.isVisible()
    assert here.window.snack.label.text() == "Opnieuw proberen"


def test_news_stays_above_a_page_that_is_made_meanwhile(here: Opened):
    here.page(PageId.OVERVIEW)
    here.desk.tell(msg("ui.undo"))
    snack = here.window.snack
    here.page(PageId.ABOUT)
    below = snack.geometry().center()
    assert snack.parentWidget().childAt(below) in (snack, *snack.findChildren(QWidget))


def test_the_keyboard_stays_where_it_was_when_the_window_is_asked_for_again(here: Opened):
    search = here.page(PageId.SETTINGS).findChild(QLineEdit)
    assert search is not None
    search.setFocus()
    here.window.come_forward()
    assert here.window.focusWidget() is search


def test_a_page_that_cannot_look_says_why_and_tries_again(here: Opened, monkeypatch: pytest.MonkeyPatch):
    from app.domain.errors import EnvironmentLacking
    from app.ui.pages.planned import RegistersPage

    def refuse(_page: RegistersPage) -> None:
        raise EnvironmentLacking(msg("store.busy"))

    monkeypatch.setattr(RegistersPage, "load", refuse)
    page = here.page(PageId.REGISTERS)
    shown = [label.text() for label in page.findChildren(QPushButton) if label.isVisibleTo(page)]
    assert shown == ["Opnieuw proberen"]
    monkeypatch.undo()
    here.window.look_again()
    settle(here.jobs)
    assert "Naar de procedure" in [b.text() for b in page.findChildren(QPushButton) if b.isVisibleTo(page)]
