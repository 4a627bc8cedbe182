"""The style sheet: complete for every set of colours, and what it draws is there and can be told from the ground."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette

from app.ui.theme.colours import DARK, LIGHT, Colours, colours_of
from app.ui.theme.style import SHEET, style_sheet
from tests.ui.pictures import contrast

Role = QPalette.ColorRole


def high_contrast() -> Colours:
    """As Windows gives its dark contrast theme: black, white, and one bright colour for what is chosen."""
    palette = QPalette(QColor("#000000"))
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.Link):
        palette.setColor(role, QColor("#FFFFFF"))
    for role in (Role.Window, Role.Base, Role.Button, Role.HighlightedText):
        palette.setColor(role, QColor("#000000"))
    palette.setColor(Role.Highlight, QColor("#1AEBFF"))
    return colours_of(palette)


DRAWN = {"up", "down", "check"}
SETS = {"light": LIGHT, "dark": DARK, "high contrast": high_contrast()}


def drawn(colours: Colours) -> list[Path]:
    return [Path(name) for name in re.findall(r'url\("([^"]+)"\)', style_sheet(colours))]


@pytest.mark.parametrize("name", SETS)
def test_every_colour_is_filled_in(name: str):
    assert "$" not in style_sheet(SETS[name])


@pytest.mark.parametrize("name", SETS)
def test_what_it_draws_is_there_and_can_be_seen(name: str):
    """Arrows on a field, the tick on the colour of a box that is ticked."""
    found = drawn(SETS[name])
    assert {file.name.partition("-")[0] for file in found} == DRAWN
    for file in found:
        stroke = re.search(r'stroke="(#[0-9A-F]{6})"', file.read_text(encoding="utf-8"))
        assert stroke is not None
        ground = SETS[name].accent if file.name.startswith("check") else SETS[name].card
        assert contrast(stroke[1], QColor(ground).name()) >= 3.0, file.name  # WCAG 1.4.11: what is no text


def test_the_placeholders_are_colours_or_drawings():
    asked = set(SHEET.get_identifiers()) - DRAWN
    assert asked <= set(Colours.__dataclass_fields__)
