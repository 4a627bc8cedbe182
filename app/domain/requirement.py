"""The requirements of the procedure as the firm lists them, and what the procedure says of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Enforceability(StrEnum):
    ENFORCED = "enforced"  # the app makes it happen
    ASSISTED = "assisted"  # the app guides, a person decides
    RECORDED = "recorded"  # evidence only


class RuleSource(StrEnum):
    VROOM = "vroom"  # the firm's privacy policy
    VREST = "vrest"  # the VREST privacy statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """`section` as the firm numbers it ("procedure 3"). `titles` by language: nl, en."""

    id: str
    source: RuleSource
    section: str
    titles: Mapping[str, str]
    enforceability: Enforceability

    @property
    def part(self) -> str:
        """The section without its number."""
        return self.section.rstrip("0123456789").rstrip()

    @property
    def number(self) -> int | None:
        digits = self.section.removeprefix(self.part).strip()
        return int(digits) if digits else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureRow:
    """One row of the procedure, in its own (English) words. None: the procedure says nothing there."""

    id: str
    demand: str
    must: str
    proof: str | None = None
    cannot: str | None = None
    setting: str | None = None
