"""Takes checked-out copies back into the vault when nobody uses them any more. Source: design, Vault."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from app.domain.copy import OutsideCopy
from app.domain.messages import msg
from app.domain.rules import GuardReport, RuleState

OFTEN = timedelta(seconds=10)  # while something is out
INTERVAL = timedelta(minutes=1)


class VaultActions(Protocol):
    def checked_out(self) -> Sequence[OutsideCopy]: ...

    def seal_quiet(self) -> Sequence[object]:
        """Take back what nobody had open for 30 s; a snapshot of what has been out for 12 h. Raises EnvironmentLacking."""
        ...


class CheckOutGuard:
    name = "check-outs"
    requirements = ("VR-P3", "VR-P4")
    interval = INTERVAL

    def __init__(self, vault: VaultActions) -> None:
        self._vault = vault

    def check(self, now: datetime) -> GuardReport:
        if self._vault.checked_out():
            self._vault.seal_quiet()
        out = len(self._vault.checked_out())
        return GuardReport(
            guard=self.name,
            state=RuleState.OK,
            sentence=msg("guard.checked-out", n=out) if out else msg("guard.nothing-out"),
            next_check_at=now + OFTEN if out else None,
        )
