"""How far the removal of one copy is, and what it came to."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.actions.cloud_copies.removing import CloudOutcome
from app.domain.certificate import PlainPlace
from app.domain.cloud_copy import CloudCopy
from app.domain.copy import OutsideCopy
from app.domain.deletion import Erased, EraseResult, Method, Outcome, Residual
from app.domain.identity import FileIdentity
from app.domain.messages import Message, msg


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """What the removal of one copy came to. `places`: where plain text was, and the method there; `cloud`: what is followed of
    it in the cloud, as it is to be recorded."""

    copy: OutsideCopy
    outcome: Outcome
    method: Method | None = None
    reason: Message | None = None
    blocked_by: str | None = None
    residuals: tuple[Residual, ...] = ()
    places: tuple[PlainPlace, ...] = ()
    cloud: CloudCopy | None = None


@dataclass(slots=True)
class Step:
    """How far one copy is; becomes a `Removed`. `acted_on`: the file an earlier run was removing. `gone`: plain text that
    went now, or before."""

    copy: OutsideCopy
    resumed: bool
    acted_on: Path | None
    in_vault: bool
    failure: Removed | None = None
    links: dict[FileIdentity | None, int] = field(default_factory=dict)
    held_open: dict[str, None] = field(default_factory=dict)
    gone: dict[Path, None] = field(default_factory=dict)
    residuals: list[Residual] = field(default_factory=list)
    further: list[PlainPlace] = field(default_factory=list)
    has_recovery_copy: bool | None = None
    has_other_key: bool = False
    cloud: CloudOutcome | None = None

    @property
    def is_going(self) -> bool:
        return self.failure is None


def blocked(copy: OutsideCopy, why: str, holders: tuple[str, ...]) -> Removed:
    who = ", ".join(holders) or why
    reason = msg("deletion.blocked", path=copy.name, why=who)
    return Removed(copy=copy, outcome=Outcome.BLOCKED, reason=reason, blocked_by=who)


def not_erased(step: Step, path: Path, erased: Erased, holders: tuple[str, ...]) -> Removed:
    """A vault copy whose plain text could not be removed stays due: its sealed file still stands."""
    if erased.result is EraseResult.BLOCKED or step.in_vault:
        return blocked(step.copy, erased.detail or erased.result.value, holders)
    return Removed(copy=step.copy, outcome=Outcome.MISSING, reason=msg("deletion.other-file", path=str(path)))
