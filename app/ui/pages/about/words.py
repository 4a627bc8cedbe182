"""How rules are spoken of on the page."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.domain.messages import Message, msg, section_text
from app.domain.requirement import Enforceability, Requirement, RuleSource
from app.domain.rules import RuleState

CALM: Final = (RuleState.OK, RuleState.NOT_APPLICABLE, RuleState.PLANNED)
SOURCES: Final[Mapping[RuleSource, Message]] = MappingProxyType(
    {RuleSource.VROOM: msg("ui.about.source-vroom"), RuleSource.VREST: msg("ui.about.source-vrest")}
)
HOW: Final[Mapping[Enforceability, Message]] = MappingProxyType(
    {
        Enforceability.ENFORCED: msg("ui.about.how-enforced"),
        Enforceability.ASSISTED: msg("ui.about.how-assisted"),
        Enforceability.RECORDED: msg("ui.about.how-recorded"),
    }
)


def heading_of(requirement: Requirement) -> Message:
    """What stands above the rules of one section."""
    return msg("ui.about.heading", source=SOURCES[requirement.source], section=section_text(requirement.part))


def place_of(requirement: Requirement) -> Message:
    """Where the firm wrote it down."""
    source, section = SOURCES[requirement.source], section_text(requirement.part)
    if requirement.number is None:
        return msg("ui.about.where", source=source, section=section)
    return msg("ui.about.where-number", source=source, section=section, number=requirement.number)
