"""The seven ways to decide, as the window calls, draws and numbers them. Which is possible the actions know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from app.domain.finding import ResolvedHow
from app.domain.messages import Message, msg


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """`key`: the number that chooses it; `tip`: what happens then."""

    how: ResolvedHow
    key: str
    icon_name: str
    name: Message
    tip: Message
    is_danger: bool = False


WAYS: Final = (
    Way(
        how=ResolvedHow.SEALED,
        key="1",
        icon_name="vault",
        name=msg("ui.findings.seal"),
        tip=msg("ui.findings.seal-tip"),
    ),
    Way(
        how=ResolvedHow.KEPT,
        key="2",
        icon_name="folder",
        name=msg("ui.findings.keep"),
        tip=msg("ui.findings.keep-tip"),
    ),
    Way(
        how=ResolvedHow.ASKED,
        key="3",
        icon_name="mail",
        name=msg("ui.findings.ask"),
        tip=msg("ui.findings.ask-tip"),
    ),
    Way(
        how=ResolvedHow.RETURNED,
        key="4",
        icon_name="undo",
        name=msg("ui.findings.returned"),
        tip=msg("ui.findings.returned-tip"),
    ),
    Way(
        how=ResolvedHow.DELETED,
        key="5",
        icon_name="trash",
        name=msg("ui.findings.delete"),
        tip=msg("ui.findings.delete-tip"),
        is_danger=True,
    ),
    Way(
        how=ResolvedHow.DOCUMENTATION,
        key="6",
        icon_name="documents",
        name=msg("ui.findings.documentation"),
        tip=msg("ui.findings.documentation-tip"),
    ),
    Way(
        how=ResolvedHow.NOT_CLIENT_DATA,
        key="7",
        icon_name="close",
        name=msg("ui.findings.not-client-data"),
        tip=msg("ui.findings.not-client-data-tip"),
    ),
)
BY_HOW: Final[Mapping[ResolvedHow, Way]] = MappingProxyType({way.how: way for way in WAYS})
