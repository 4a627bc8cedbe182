"""The colours of the window, light, dark and high contrast. Source: look.md; contrast at least 4.5:1 for text.

Which set holds follows from a widget's palette, so nothing has to be handed around: a widget that paints itself asks
`colours_of(self.palette())` and is right again after every change of the system's scheme.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from PySide6.QtGui import QColor, QPalette

from app.domain.rules import RuleState

Role = QPalette.ColorRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Each as `#RRGGBB`. `on_accent`: text on a filled button; `raised`: what lies under the pointer; `soft_*`: the ground
    of a notice; `selected`: the ground of a chosen row."""

    ok: str
    attention: str
    overdue: str
    unknown: str
    accent: str
    on_accent: str
    accent_hover: str
    text: str
    muted: str
    page: str
    card: str
    border: str
    field_border: str
    raised: str
    selected: str
    soft_ok: str
    soft_attention: str
    soft_overdue: str
    soft_info: str

    def of_state(self, state: RuleState) -> str:
        return str(getattr(self, STATE_FIELDS[state]))


STATE_FIELDS: Final = MappingProxyType(
    {
        RuleState.OK: "ok",
        RuleState.ATTENTION: "attention",
        RuleState.OVERDUE: "overdue",
        RuleState.UNKNOWN: "unknown",
        RuleState.NOT_APPLICABLE: "muted",
        RuleState.PLANNED: "muted",
    }
)

LIGHT: Final = Colours(
    ok="#1E7B45",
    attention="#9A5B00",
    overdue="#B3261E",
    unknown="#5F6B7A",
    accent="#0B6477",
    on_accent="#FFFFFF",
    accent_hover="#0E7389",
    text="#1A1F26",
    muted="#55606E",
    page="#F6F7F9",
    card="#FFFFFF",
    border="#DFE3E8",
    field_border="#8A94A1",
    raised="#EDF0F3",
    selected="#DCEDF1",
    soft_ok="#E6F4EB",
    soft_attention="#FDF1DD",
    soft_overdue="#FCE9E7",
    soft_info="#E4F1F4",
)

DARK: Final = Colours(
    ok="#5CC48A",
    attention="#F0B252",
    overdue="#FF8A80",
    unknown="#A9B4C2",
    accent="#58BFD3",
    on_accent="#0C1A1E",
    accent_hover="#7ACEDE",
    text="#E8ECF1",
    muted="#A9B4C2",
    page="#14181D",
    card="#1D2329",
    border="#323A43",
    field_border="#6F7B89",
    raised="#272E36",
    selected="#1E3A42",
    soft_ok="#1B2F25",
    soft_attention="#35291A",
    soft_overdue="#3A2223",
    soft_info="#1A2E34",
)


def colours_of(palette: QPalette) -> Colours:
    """The set that belongs to a palette made by `palette_of`; for any other one (high contrast) the system's own colours."""
    page = palette.color(Role.Window).name().upper()
    for known in (LIGHT, DARK):
        if page == known.page:
            return known
    return system_colours(tuple((role.value, palette.color(role).name()) for role in _ASKED))


_ASKED: Final = (
    *(Role.Window, Role.WindowText, Role.Base, Role.Highlight, Role.HighlightedText),
    *(Role.Button, Role.ButtonText, Role.Link),
)


@lru_cache(maxsize=4)
def system_colours(named: tuple[tuple[int, str], ...]) -> Colours:
    """High contrast: the person chose these few colours so that everything can be told apart. State is told by shape."""
    colour = dict(named)
    text, page = colour[Role.WindowText.value], colour[Role.Window.value]
    chosen, on_chosen = colour[Role.Highlight.value], colour[Role.HighlightedText.value]
    plain = {name.name: text for name in fields(Colours)}
    grounds = dict.fromkeys(
        ("page", "card", "raised", "selected", "soft_ok", "soft_attention", "soft_overdue", "soft_info"), page
    )
    return Colours(**(plain | grounds | {"accent": chosen, "accent_hover": chosen, "on_accent": on_chosen}))


def palette_of(colours: Colours) -> QPalette:
    """A whole palette, so that the parts which no style sheet names fit in too."""
    palette = QPalette()
    roles = {
        Role.Window: colours.page,
        Role.WindowText: colours.text,
        Role.Base: colours.card,
        Role.AlternateBase: colours.page,
        Role.Text: colours.text,
        Role.PlaceholderText: colours.muted,
        Role.Button: colours.card,
        Role.ButtonText: colours.text,
        Role.BrightText: colours.overdue,
        Role.Highlight: colours.accent,
        Role.HighlightedText: colours.on_accent,
        Role.Link: colours.accent,
        Role.LinkVisited: colours.accent,
        Role.ToolTipBase: colours.card,
        Role.ToolTipText: colours.text,
        Role.Light: colours.card,
        Role.Midlight: colours.raised,
        Role.Mid: colours.border,
        Role.Dark: colours.field_border,
        Role.Shadow: colours.border,
        Role.Accent: colours.accent,
    }
    for role, value in roles.items():
        palette.setColor(role, QColor(value))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return palette
