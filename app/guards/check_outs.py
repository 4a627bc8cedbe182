"""Takes checked-out copies back into the vault when nobody uses them any more. Source: design, Vault."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from app.domain.copy import OutsideCopy
from app.domain.errors import AssistantError, GuardError
from app.domain.messages import msg
from app.domain.rules import GuardReport, RuleState

OFTEN = timedelta(seconds=10)  # while something is out
INTERVAL = timedelta(minutes=1)


class VaultActions(Protocol):
    def checked_out(self) -> Sequence[OutsideCopy]: ...

    def seal_quiet(self) -> Sequence[object]:
        """Take back what nobody had open for 30 s; a snapshot of what has been out for 12 h. Raises AssistantError."""
        ...

    def out_too_long(self) -> Sequence[OutsideCopy]:
        """What is out for more than 12 h because a program holds it."""
        ...


class CheckOutGuard:
    name = "check-outs"
    requirements = ("VR-P3", "VR-P4")
    interval = INTERVAL

    def __init__(self, vault: VaultActions) -> None:
        self._vault = vault

    def check(self, now: datetime) -> GuardReport:
        if not self._vault.checked_out():
            return GuardReport(guard=self.name, state=RuleState.OK, sentence=msg("guard.nothing-out"))
        self._take_back()
        out, late = len(self._vault.checked_out()), len(self._vault.out_too_long())
        state, sentence = RuleState.OK, msg("guard.checked-out", n=out) if out else msg("guard.nothing-out")
        if late:
            state, sentence = RuleState.ATTENTION, msg("guard.out-too-long", n=late)
        return GuardReport(guard=self.name, state=state, sentence=sentence, next_check_at=now + OFTEN if out else None)

    def _take_back(self) -> None:
        try:
            self._vault.seal_quiet()
        except AssistantError as error:  # a full disk, a file that is being saved: unknown, and tried again
            raise GuardError(error.message) from error
