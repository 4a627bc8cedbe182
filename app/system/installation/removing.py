"""Whether the program may be removed from a machine where people still owe a deletion. Source: VR-P4."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.system.installation.owed import Owing

SETTING = "removal.while_owing"


class WhileOwing(StrEnum):
    """What IT chose for a removal while somebody owes a deletion."""

    WARN = "warn"
    REFUSE = "refuse"


class Removal(StrEnum):
    ALLOWED = "allowed"
    WARNED = "warned"  # goes on; the warning is in the event log
    REFUSED = "refused"
    OVERRIDDEN = "overridden"  # would have been refused; IT said to go on


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovalJudgement:
    removal: Removal
    owing: Owing

    @property
    def may_go_on(self) -> bool:
        return self.removal is not Removal.REFUSED

    @property
    def sentence(self) -> str:
        """For the event log and the installer's log: English, counts only."""
        owed = (
            f"{self.owing.people} user(s) of this computer still have to delete client data with Vroom assistant "
            f"({self.owing.copies} copies known, {self.owing.unread} user(s) whose record cannot be read)."
        )
        return {
            Removal.ALLOWED: "Vroom assistant is being removed. Nobody on this computer owes a deletion.",
            Removal.WARNED: f"Vroom assistant is being removed. {owed} Their data stays; nothing deletes it any more.",
            Removal.REFUSED: f"Vroom assistant was not removed. {owed} Policy refuses this. Let them close their "
            "projects and delete first, or remove with the property IGNOREOWED=1.",
            Removal.OVERRIDDEN: f"Vroom assistant is being removed against the policy, by the property IGNOREOWED. {owed}",
        }[self.removal]


def judge_removal(owing: Owing, policy: WhileOwing, *, ignores_owed: bool) -> RemovalJudgement:
    if owing.is_nothing:
        removal = Removal.ALLOWED
    elif policy is WhileOwing.WARN:
        removal = Removal.WARNED
    else:
        removal = Removal.OVERRIDDEN if ignores_owed else Removal.REFUSED
    return RemovalJudgement(removal=removal, owing=owing)
