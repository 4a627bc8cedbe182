"""Walks every page in every state that has a picture: names, keyboard, contrast, cut text, models. Source: style.md."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from app.ui.theme.appearance import wear
from tests.ui import walk
from tests.ui.scenes import SCENES, Scene
from tests.ui.shots import OF_WINDOWS, Shot, all_shots
from tests.ui.windows import application, dress, opened, settle

LEAST = QSize(900, 600)
STATES = [(shot, scene) for shot in all_shots() for scene in shot.scenes]
NAMES = [f"{shot.name}-{scene}" for shot, scene in STATES]


@pytest.fixture(scope="module")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Scene]]:
    """Made once: shots only look."""
    application()
    made = {name: make(tmp_path_factory.mktemp(name)) for name, make in SCENES.items()}
    yield made
    for scene in made.values():
        scene.laptop.close()


@pytest.fixture
def warnings_of_qt() -> Iterator[list[str]]:
    heard: list[str] = []

    def hear(kind: QtMsgType, _context: object, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and "This plugin does not support" not in text:
            heard.append(text)

    former = qInstallMessageHandler(hear)
    yield heard
    qInstallMessageHandler(former)


@pytest.mark.parametrize(("shot", "scene"), STATES, ids=NAMES)
class TestEveryPage:
    def test_is_whole_in_dutch_in_the_smallest_window(
        self, scenes: dict[str, Scene], shot: Shot, scene: str, warnings_of_qt: list[str]
    ):
        wrong = looked_at(shot, scenes[scene], "nl", LEAST, dark=False)
        assert wrong == []
        assert warnings_of_qt == []

    def test_can_be_read_in_high_contrast(self, scenes: dict[str, Scene], shot: Shot, scene: str):
        if scene == "three-hundred" and "three" in shot.scenes:
            pytest.skip("more of the same")
        wear(application(), HIGH_CONTRAST)
        assert faint_in(shot, scenes[scene]) == []

    def test_is_whole_in_english_and_in_the_dark(self, scenes: dict[str, Scene], shot: Shot, scene: str):
        assert looked_at(shot, scenes[scene], "en", None, dark=True) == []


def faint_in(shot: Shot, scene: Scene) -> list[str]:
    with opened(scene, "nl") as here:
        here.page(shot.page)
        widget: QWidget = (shot.prepare(here) if shot.prepare is not None else None) or here.window
        settle(here.jobs)
        wrong = walk.faint(widget)
        if widget is not here.window:
            widget.close()
        return wrong


def high_contrast() -> QPalette:
    """As Windows' "night sky": black, white and one bright colour."""
    palette = QPalette(QColor("#000000"))
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.Button):
        palette.setColor(role, QColor("#000000"))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(role, QColor("#FFFFFF"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#8EE3F0"))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#263B50"))
    palette.setColor(QPalette.ColorRole.Link, QColor("#75E9FC"))
    return palette


HIGH_CONTRAST = high_contrast()


def looked_at(shot: Shot, scene: Scene, language: str, size: QSize | None, *, dark: bool) -> list[str]:
    dress(dark=dark)
    with opened(scene, language, size) as here:
        here.page(shot.page)
        widget: QWidget = (shot.prepare(here) if shot.prepare is not None else None) or here.window
        settle(here.jobs)
        for view in walk.views(widget):
            QAbstractItemModelTester(view.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, view)
        wrong = [
            *walk.nameless(widget),
            *walk.unreachable(widget),
            *walk.cut(widget),
            *walk.overflowing(widget),
            *walk.faint(widget),
            *walk.clashing(widget),
        ]
        if widget is not here.window:
            widget.close()
        return wrong


# What is whole at the largest is whole below it, as a rule; a build server looks at that alone.
FACTORS = ("2",) if os.environ.get("CI") else ("1.5", "2")


@pytest.mark.slow
@pytest.mark.timeout(400)  # half a minute of work, on a busy machine several
@pytest.mark.parametrize("factor", FACTORS)
def test_nothing_is_cut_when_everything_is_drawn_larger(factor: str):
    """Qt takes the scale at its start, so this looks from another process."""
    environment = {**os.environ, "QT_SCALE_FACTOR": factor}
    answer = subprocess.run(
        [sys.executable, "-m", "tests.ui.scaled"], env=environment, capture_output=True, text=True, timeout=390
    )
    assert (answer.returncode, answer.stdout) == (0, "")


def test_every_picture_has_a_name_of_its_own():
    assert len(set(NAMES)) == len(NAMES)


def test_no_picture_is_left_from_a_page_that_is_gone():
    folder = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
    known = {
        f"{name}-{language}-{look}.png" for name in NAMES for language in ("nl", "en") for look in ("light", "dark")
    }
    assert {picture.name for picture in folder.glob("*.png")} - known == set()
    of_windows = {f"{name}-nl-{look}.png" for name in OF_WINDOWS for look in ("light", "dark")}
    assert {picture.name for picture in (folder / "windows").glob("*.png")} == of_windows & known
