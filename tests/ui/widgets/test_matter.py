"""What asks something of a person: its words, its ways out, and that nothing moves while nothing changed."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.messages import msg
from app.domain.rules import RuleState
from app.ui.desk import Desk
from app.ui.widgets.matter import Matter, MatterCard, Way
from tests.ui.pictures import solid_colours


def matter(sentence: str, *steps: str) -> Matter:
    ways = tuple(Way(says=msg("ui.documents.do-show"), step=step) for step in steps)
    return Matter(state=RuleState.ATTENTION, word="aandacht", sentence=sentence, details=("waarom",), ways=ways)


def test_a_button_hands_out_its_own_step(desk: Desk, qtbot: QtBot):
    card = MatterCard(desk)
    qtbot.addWidget(card)
    card.show_matters([matter("een", "a"), matter("twee", "b", "c")], key=1)
    with qtbot.waitSignal(card.taken) as taken:
        card.rows[1].buttons[1].click()
    assert taken.args == ["c"]


def test_buttons_that_say_the_same_are_told_apart(desk: Desk, qtbot: QtBot):
    card = MatterCard(desk)
    qtbot.addWidget(card)
    card.show_matters([matter("een", "a"), matter("twee", "b")], key=1)
    assert [row.buttons[0].accessibleName() for row in card.rows] == ["Bekijken: een", "Bekijken: twee"]


def test_what_is_the_same_stays_the_same_widgets(desk: Desk, qtbot: QtBot):
    card = MatterCard(desk)
    qtbot.addWidget(card)
    card.show_matters([matter("een", "a")], key=(1, 2))
    row = card.rows[0]
    card.show_matters([matter("een", "a")], key=(1, 2))
    assert card.rows[0] is row
    card.show_matters([matter("anders", "a")], key=(1, 3))
    assert card.rows[0] is not row


def test_while_something_is_done_nothing_else_can_be_pressed(desk: Desk, qtbot: QtBot):
    card = MatterCard(desk)
    qtbot.addWidget(card)
    card.show_matters([matter("een", "a")], key=1)
    card.be_busy(True)
    assert not card.rows[0].buttons[0].isEnabled()
    card.be_busy(False)
    assert card.rows[0].buttons[0].isEnabled()


def test_the_state_is_told_by_a_shape_with_a_word(desk: Desk, qtbot: QtBot):
    card = MatterCard(desk)
    qtbot.addWidget(card)
    card.show_matters([matter("een", "a")], key=1)
    shape = card.rows[0].shape
    assert shape.accessibleName() == "aandacht"
    assert solid_colours(shape.pixmap())
