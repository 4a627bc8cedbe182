"""Dialogs: what goes wrong is said there and nothing is lost; what cannot be taken back is not done by Enter alone."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.domain.errors import InputError
from app.domain.messages import msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.widgets.dialog import ActionDialog, Confirm
from app.ui.widgets.form import LineField
from tests.ui.windows import settle


class NameDialog(ActionDialog[str]):
    """Asks for a name that is not taken."""

    def __init__(self, desk: Desk, done: list[str]) -> None:
        super().__init__(desk, msg("ui.page.projects"), msg("ui.page.again"))
        self.field = LineField("&Naam")
        self.fields.addWidget(self.field)
        self.calls = done

    def work(self) -> Callable[[Job[str]], str] | None:
        name = self.field.text()
        self.field.complain("" if name else "Vul een naam in.")
        return (lambda _job: self._save(name)) if name else None

    def _save(self, name: str) -> str:
        if name == "bezet":
            raise InputError(msg("client.exists", name=name))
        self.calls.append(name)
        return name.upper()


@pytest.fixture
def saved() -> list[str]:
    return []


@pytest.fixture
def dialog(desk: Desk, saved: list[str], qtbot: QtBot) -> NameDialog:
    made = NameDialog(desk, saved)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_field_that_is_not_right_says_so_and_nothing_is_done(dialog: NameDialog, desk: Desk, saved: list[str]):
    dialog.submit()
    settle(desk.jobs)
    assert saved == []
    assert dialog.isVisible()
    assert dialog.field.editor.accessibleDescription() == "Vul een naam in."


def test_what_an_action_refuses_is_said_in_the_dialog(dialog: NameDialog, desk: Desk):
    dialog.field.line.setText("bezet")
    dialog.submit()
    settle(desk.jobs)
    assert dialog.isVisible()
    assert "bezet" in dialog.problem.label.text()
    assert dialog.field.text() == "bezet"


def test_what_an_action_refuses_of_a_field_is_said_there_until_the_next_try(dialog: NameDialog, desk: Desk):
    dialog.complain_at(dialog.field, "client.exists")
    dialog.field.line.setText("bezet")
    dialog.submit()
    settle(desk.jobs)
    assert not dialog.problem.isVisible()
    assert "bezet" in dialog.field.editor.accessibleDescription()
    assert dialog.field.line.hasFocus()
    dialog.field.line.setText("vrij")
    dialog.submit()
    assert dialog.field.editor.accessibleDescription() == ""
    settle(desk.jobs)


def test_the_keyboard_begins_in_the_first_field_and_ends_at_the_button(dialog: NameDialog):
    assert dialog.focusWidget() is dialog.field.line
    reached = []
    for _ in range(3):
        reached.append(dialog.focusWidget())
        QTest.keyClick(dialog, Qt.Key.Key_Tab)
    assert reached == [dialog.field.line, dialog.leave, dialog.go]


def test_a_dialog_grows_with_what_it_has_to_tell_and_shrinks_when_asked(dialog: NameDialog, desk: Desk):
    before = dialog.height()
    said = dialog.say("Er is veel te zeggen. " * 30)
    settle(desk.jobs)
    assert dialog.height() >= before + said.heightForWidth(said.width())
    grown = dialog.height()
    said.hide()
    settle(desk.jobs)
    assert dialog.height() == grown
    dialog.shrink()
    said.setText("")
    said.show()
    said.hide()
    settle(desk.jobs)
    assert dialog.height() == before


def test_enter_does_what_the_button_says(dialog: NameDialog, desk: Desk, saved: list[str]):
    dialog.field.line.setText("nieuw")
    acted: list[bool] = []
    desk.acted.connect(lambda: acted.append(True))
    QTest.keyClick(dialog.field.line, Qt.Key.Key_Return)
    settle(desk.jobs)
    assert (saved, dialog.answer, acted) == (["nieuw"], "NIEUW", [True])
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_pressing_twice_does_it_once(dialog: NameDialog, desk: Desk, saved: list[str]):
    dialog.field.line.setText("nieuw")
    dialog.submit()
    dialog.submit()
    settle(desk.jobs)
    assert saved == ["nieuw"]


def test_escape_leaves_without_doing_anything(dialog: NameDialog, saved: list[str]):
    dialog.field.line.setText("nieuw")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert saved == []


def test_enter_alone_destroys_nothing(desk: Desk, qtbot: QtBot):
    done: list[bool] = []
    confirm = Confirm(
        desk, msg("ui.page.vault"), msg("ui.page.failed"), msg("ui.page.again"), lambda _job: done.append(True)
    )
    qtbot.addWidget(confirm)
    confirm.show()
    QTest.keyClick(confirm, Qt.Key.Key_Return)
    settle(desk.jobs)
    assert done == []
    confirm.go.click()
    settle(desk.jobs)
    assert done == [True]


def test_escape_stops_what_is_being_done_first(desk: Desk, qtbot: QtBot):
    begun, may_go_on = threading.Event(), threading.Event()

    def long(job: Job[None]) -> None:
        job.progress(1, 10)
        begun.set()
        may_go_on.wait(10)
        job.progress(2, 10)

    confirm: Confirm[None] = Confirm(
        desk, msg("ui.page.vault"), msg("ui.page.failed"), msg("ui.page.again"), long, danger=False
    )
    qtbot.addWidget(confirm)
    confirm.show()
    confirm.submit()
    assert begun.wait(10)
    confirm.reject()
    assert confirm.isVisible()
    may_go_on.set()
    settle(desk.jobs)
    assert confirm.isVisible()
    assert confirm.problem.isVisible()  # it says that it was stopped, and what that means
    confirm.reject()
    assert not confirm.isVisible()
