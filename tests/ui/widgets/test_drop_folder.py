"""A place for a folder: it asks for folders, and hands out one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.messages import msg
from app.system.language import texts
from app.ui.desk import Desk
from app.ui.jobs import Jobs
from app.ui.texts import WindowTexts
from app.ui.widgets.drop import DropZone
from tests.fakes import FakeClock


def test_a_folder_is_asked_for_where_folders_are_wanted(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
):
    jobs = Jobs()
    zone = DropZone(Desk(WindowTexts(texts("nl")), jobs, FakeClock()), msg("ui.settings.folder-drop"), folders=True)
    qtbot.addWidget(zone)
    answers = iter(["/home/robin/Downloads", ""])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: next(answers))
    heard: list[list[Path]] = []
    zone.dropped.connect(heard.append)
    assert zone.choose.text() == "Map kiezen…"
    zone.choose.click()
    zone.choose.click()  # the person leaves the dialog
    assert heard == [[Path("/home/robin/Downloads")]]
    jobs.close()
