"""The four sizes of type. Source: look.md (13, 15, 20, 28), the system's own font."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

USUAL_PIXELS = 12  # what a system gives when nobody wishes larger text (9 pt at 96 dpi)
PREFERRED = ("Segoe UI Variable Text", "Segoe UI", "Inter", "Cantarell", "Noto Sans", "Ubuntu")
# What a system says when nobody chose a font: made for everything, so for no window in particular.
POOR = frozenset(
    {"Sans Serif", "Sans", "DejaVu Sans", "MS Shell Dlg", "MS Shell Dlg 2", "Tahoma", "Bitstream Vera Sans"}
)


class Size(IntEnum):
    """In pixels at 100 %: tables and controls, sections, titles, the sentence on top."""

    SMALL = 13
    BODY = 15
    TITLE = 20
    HEADLINE = 28


def window_font(system: QFont) -> QFont:
    """The system's font at our smallest size, larger by as much as the person has the system's text enlarged."""
    font = QFont(system)
    info = QFontInfo(system)
    if info.family() in POOR or system.family() in POOR:
        known = set(QFontDatabase.families())
        font.setFamily(next((family for family in PREFERRED if family in known), system.family()))
    font.setPixelSize(round(Size.SMALL * max(1.0, info.pixelSize() / (USUAL_PIXELS + 1))))
    return font


def of_size(size: Size, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The application's font at one of the four sizes."""
    font = QGuiApplication.font()
    font.setPixelSize(round(size * font.pixelSize() / Size.SMALL))
    font.setWeight(weight)
    return font
