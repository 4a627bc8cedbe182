"""A person who has never seen it gets from an empty laptop to a sealed file and a closed project without a manual.

Once with the mouse in Dutch, once with the keyboard alone in English. Source: `docs/first-week.md`; VR-P3, VR-P4.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from PySide6.QtWidgets import QWidget

from tests.ui.first_week import FOLDER, ROOT, live
from tests.ui.person import Hands, Keyboard, Mouse, plain

DOCUMENTS = [("first-week.md", "en"), ("eerste-week.md", "nl")]


@pytest.mark.parametrize(("language", "hands"), [("nl", Mouse()), ("en", Keyboard())], ids=["mouse-nl", "keyboard-en"])
def test_the_first_week(tmp_path: Path, language: str, hands: Hands):
    seen: list[str] = []

    def look(name: str, widget: QWidget) -> None:
        seen.append(f"{len(seen) + 1:02}-{name}.png")
        assert not widget.grab().isNull()

    live(tmp_path / "robin", language, hands, look)
    assert seen == sorted(path.name for path in FOLDER.glob("*.png"))


@pytest.mark.parametrize(("document", "language"), DOCUMENTS)
class TestTheWalkThatIsWrittenDown:
    def test_it_shows_every_picture_once(self, document: str, language: str):
        text = text_of(document)
        names = [picture.name for picture in sorted(FOLDER.glob("*.png"))]
        assert names != []
        assert [name for name in names if text.count(f"(images/first-week/{name})") != 1] == []

    def test_what_it_says_stands_on_the_screen_stands_there(self, document: str, language: str):
        with (ROOT / "resources" / "i18n" / language / "LC_MESSAGES" / "vroom.po").open("rb") as file:
            known = {plain(str(entry.string)) for entry in read_po(file)}
        named = set(re.findall(r"\*\*([^*]+)\*\*", text_of(document))) - {"vet", "bold"}
        assert len(named) > 10
        assert {words.replace("\n", " ") for words in named} - known == set()


def text_of(document: str) -> str:
    return (ROOT / "docs" / document).read_text(encoding="utf-8")
