"""A page that takes files: the curtain shows that it would, and hands out what was dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.desk import Desk
from app.ui.widgets.drop import DropCurtain

FILES = [Path("/tmp/een.xlsx"), Path("/tmp/twee.xlsx")]


@pytest.fixture
def page(desk: Desk) -> QWidget:
    made = QWidget()
    made.resize(300, 200)
    made.show()
    return made


@pytest.fixture
def curtain(page: QWidget) -> DropCurtain:
    return DropCurtain(page, "Laat los om toe te voegen")


def data(paths: list[Path]) -> QMimeData:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return carried


def enters(page: QWidget, carried: QMimeData) -> bool:
    """Whether what is dragged would be taken."""
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(9, 9), action, carried, button, key)
    event.ignore()
    QApplication.sendEvent(page, event)
    return event.isAccepted()


def drops(page: QWidget, carried: QMimeData) -> None:
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), action, carried, button, key))


def test_it_lies_over_the_page_while_files_are_dragged(page: QWidget, curtain: DropCurtain):
    assert enters(page, data(FILES))
    assert curtain.isVisible()
    assert curtain.size() == page.size()
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert not curtain.isVisible()


def test_what_is_dropped_is_handed_out(page: QWidget, curtain: DropCurtain):
    heard: list[list[Path]] = []
    curtain.dropped.connect(heard.append)
    carried = data(FILES)
    enters(page, carried)
    drops(page, carried)
    assert heard == [FILES]
    assert not curtain.isVisible()


def test_what_is_no_file_is_not_taken(page: QWidget, curtain: DropCurtain):
    carried = QMimeData()
    carried.setText("salaris")
    assert not enters(page, carried)
    assert not curtain.isVisible()


def test_a_closed_one_takes_nothing(page: QWidget, curtain: DropCurtain):
    heard: list[list[Path]] = []
    curtain.dropped.connect(heard.append)
    curtain.is_open = False
    carried = data(FILES)
    assert not enters(page, carried)
    drops(page, carried)
    assert heard == []
