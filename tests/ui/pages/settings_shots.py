"""Pictures of the settings."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea

from app.ui.pages.page import PageId
from tests.ui.shots import Shot
from tests.ui.windows import Opened, settle


def scrolled(part: float) -> object:
    """`part`: how far down, 0 to 1."""

    def prepare(here: Opened) -> None:
        settle(here.jobs)
        bar = here.window.current.findChild(QScrollArea).verticalScrollBar()
        bar.setValue(round(part * bar.maximum()))

    return prepare


SHOTS = (
    Shot(name="settings", page=PageId.SETTINGS, scenes=("nothing", "three")),
    Shot(name="settings-half", page=PageId.SETTINGS, scenes=("three",), prepare=scrolled(0.5)),
    Shot(name="settings-bottom", page=PageId.SETTINGS, scenes=("nothing",), prepare=scrolled(1)),
)
