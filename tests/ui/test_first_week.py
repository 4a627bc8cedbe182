"""A person who has never seen it gets from an empty laptop to a sealed file and a closed project without a manual.

Once with the mouse in Dutch, once with the keyboard alone in English. Source: `docs/first-week.md`; VR-P3, VR-P4, VT-C4.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.first_week import FOLDER, ROOT, live
from tests.ui.person import Hands, Keyboard, Mouse


@pytest.mark.parametrize(("language", "hands"), [("nl", Mouse()), ("en", Keyboard())], ids=["mouse-nl", "keyboard-en"])
def test_the_first_week(tmp_path: Path, language: str, hands: Hands):
    seen: list[str] = []

    def look(name: str, widget: QWidget) -> None:
        seen.append(f"{len(seen) + 1:02}-{name}.png")
        assert not widget.grab().isNull()

    live(tmp_path / "robin", language, hands, look)
    assert seen == sorted(path.name for path in FOLDER.glob("*.png"))


@pytest.mark.parametrize("document", ["first-week.md", "eerste-week.md"])
def test_the_walk_that_is_written_down_shows_every_picture_once(document: str):
    text = (ROOT / "docs" / document).read_text(encoding="utf-8")
    shown = [picture.name for picture in sorted(FOLDER.glob("*.png"))]
    assert [name for name in shown if text.count(f"(images/first-week/{name})") != 1] == []
