"""The smaller parts: progress, band, ring, news, fields, places to drop on."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.messages import msg
from app.domain.rules import RuleState
from app.ui.desk import Desk, News
from app.ui.widgets.drop import DropZone
from app.ui.widgets.facts import Facts
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.fold import Fold
from app.ui.widgets.form import ChoiceField, ListField, SuggestField
from app.ui.widgets.progress import Progress
from app.ui.widgets.ring import Ring
from app.ui.widgets.snack import Snack
from tests.ui.pictures import solid_colours

GB = 1_000_000_000


@pytest.mark.parametrize(
    ("seconds", "done", "told"),
    [
        (1, GB // 2, "500 MB van 2 GB"),  # too early to say how long
        (10, GB // 2, "500 MB van 2 GB, nog ongeveer 30 seconden"),
        (60, GB // 4, "250 MB van 2 GB, nog ongeveer 7 minuten"),
        (60, 2 * GB, "2 GB van 2 GB"),
    ],
)
def test_progress_says_how_much_and_how_long_yet(desk: Desk, qtbot: QtBot, seconds: int, done: int, told: str):
    ticks = [0.0]
    progress = Progress(desk, lambda: ticks[0])
    qtbot.addWidget(progress)
    progress.begin(msg("ui.dialog.busy"))
    ticks[0] = float(seconds)
    progress.tell(done, 2 * GB)
    assert progress.rest.text().replace("\N{NO-BREAK SPACE}", " ") == told


def test_progress_can_be_stopped_once(desk: Desk, qtbot: QtBot):
    progress = Progress(desk)
    qtbot.addWidget(progress)
    progress.show()
    progress.begin(msg("ui.dialog.busy"))
    progress.tell(1, 2)
    with qtbot.waitSignal(progress.stopped):
        progress.stop.click()
    assert not progress.stop.isEnabled()


def test_the_ring_shows_a_gap_for_what_is_not_kept(desk: Desk, qtbot: QtBot):
    ring = Ring()
    qtbot.addWidget(ring)
    ring.tell(10, 10, RuleState.OK, "alles")
    whole = solid_colours(ring.grab().toImage())
    ring.tell(7, 10, RuleState.OVERDUE, "zeven van tien")
    assert solid_colours(ring.grab().toImage()) != whole
    assert ring.accessibleName() == "zeven van tien"


def test_news_can_be_taken_back_while_it_stands(desk: Desk, qtbot: QtBot):
    window = QWidget()
    window.resize(600, 400)
    qtbot.addWidget(window)
    snack = Snack(desk, window)
    window.show()
    undone: list[bool] = []
    snack.tell(News(message=msg("ui.page.again"), undo=lambda: undone.append(True)))
    assert snack.isVisible()
    assert window.rect().contains(snack.geometry())
    snack.undo.click()
    assert undone == [True]
    assert not snack.isVisible()


def test_news_without_a_way_back_has_no_button(desk: Desk, qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    snack = Snack(desk, window)
    window.show()
    snack.tell(News(message=msg("ui.page.again")))
    assert not snack.undo.isVisible()


def test_a_list_field_gives_its_lines(desk: Desk, qtbot: QtBot):
    field = ListField("&Domeinen", values=("een.example",))
    qtbot.addWidget(field)
    field.lines.setPlainText("een.example\n\n  twee.example  \n")
    assert field.values() == ("een.example", "twee.example")
    assert field.editor.accessibleName() == "Domeinen"


def test_a_choice_stays_when_the_others_change(desk: Desk, qtbot: QtBot):
    field = ChoiceField("&Project", [("a", "A"), ("b", "B")])
    qtbot.addWidget(field)
    field.choose("b")
    field.offer([("c", "C"), ("b", "B")])
    assert field.chosen() == "b"


def test_what_does_not_fit_beside_goes_below(qtbot: QtBot, desk: Desk):
    around = QWidget()
    qtbot.addWidget(around)
    layout = FlowLayout(around)
    labels = [QLabel("chip " * 3) for _ in range(8)]
    for label in labels:
        label.setFixedSize(QSize(100, 20))
        layout.addWidget(label)
    around.resize(330, 200)
    around.show()
    assert {label.y() for label in labels} == {0, 28, 56}
    assert layout.heightForWidth(330) == 76
    layout.clear()
    assert layout.count() == 0


def test_a_dropped_file_is_handed_over_and_a_link_of_a_browser_is_not(desk: Desk, qtbot: QtBot, tmp_path: Path):
    zone = DropZone(desk, msg("ui.drop.choose"))
    qtbot.addWidget(zone)
    heard: list[list[Path]] = []
    zone.dropped.connect(heard.append)
    for url in (QUrl.fromLocalFile(str(tmp_path / "akkoord.eml")), QUrl("https://voorbeeldstad.example/akkoord.eml")):
        data = QMimeData()
        data.setUrls([url])
        zone.dropEvent(
            QDropEvent(
                QPoint(5, 5).toPointF(),
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
    assert heard == [[tmp_path / "akkoord.eml"]]


def test_days_of_the_band_are_walked_with_the_keyboard(desk: Desk, qtbot: QtBot):
    from app.ui.widgets.band import Band, Day

    first = date(2026, 11, 23)
    days = [
        Day(
            day=first + timedelta(days=n),
            copies=3 if n in (4, 9) else 0,
            label="",
            sentence=f"dag {n}",
            is_today=n == 0,
        )
        for n in range(30)
    ]
    band = Band("Komende dagen", lambda _days: "niets")
    qtbot.addWidget(band)
    band.show()
    band.show_days(days)
    opened: list[date] = []
    band.opened.connect(opened.append)
    QTest.keyClick(band, Qt.Key.Key_Right)
    QTest.keyClick(band, Qt.Key.Key_Return)
    assert opened == [date(2026, 12, 2)]
    assert band.accessibleDescription() == "dag 9"


def test_what_is_folded_is_one_press_away(desk: Desk, qtbot: QtBot):
    fold = Fold("Meer")
    qtbot.addWidget(fold)
    inner = QLabel("verborgen")
    fold.lines.addWidget(inner)
    fold.show()
    assert not inner.isVisible()
    QTest.keyClick(fold.button, Qt.Key.Key_Space)
    assert inner.isVisible()
    assert fold.button.isChecked()


def test_what_is_hidden_leaves_no_gap_between_the_others(qtbot: QtBot, desk: Desk):
    host, flow = QWidget(), FlowLayout()
    host.setLayout(flow)
    qtbot.addWidget(host)
    labels = [QLabel(text) for text in ("een", "twee", "drie")]
    for label in labels:
        flow.addWidget(label)
    labels[1].hide()
    host.resize(400, 40)
    host.show()
    assert labels[2].x() == labels[0].x() + labels[0].width() + flow.spacing()


def test_facts_are_replaced_and_can_be_copied(qtbot: QtBot, desk: Desk):
    facts = Facts()
    qtbot.addWidget(facts)
    facts.show_facts([("Klant", "Gemeente Voorbeeldstad"), ("Leden", QLabel("Sam"))])
    facts.show_facts([("Klant", "Waterschap De Made")])
    shown = [label for label in facts.findChildren(QLabel) if label.isVisibleTo(facts)]
    assert [label.text() for label in shown] == ["Klant", "Waterschap De Made"]
    assert shown[1].textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_suggestions_change_and_what_was_typed_stays(qtbot: QtBot, desk: Desk):
    field = SuggestField("&Met wie", value="Bo <bo@klant.example>")
    qtbot.addWidget(field)
    field.offer(["Eva <eva@klant.example>", "Bram <bram@klant.example>"])
    assert field.text() == "Bo <bo@klant.example>"
    assert field.box.count() == 2
