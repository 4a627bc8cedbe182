"""Who may do what: by role for a few acts, by membership of the project for those that touch client data. Deny by default.

The roles are a second line. What other laptops accept is judged there again (`app.domain.card_trust`), and what can be opened
in Office 365 is decided there. What must go on for everybody (deletion, lock, confirming, declarations) asks no leave.
Source: VT-C1, VT-C3.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from app.domain.card import Role
from app.domain.project import Project


class Act(StrEnum):
    """Acts that ask leave; their names are the words of the command line."""

    AGREEMENT_ADD = "agreement-add"
    AGREEMENT_APPROVE = "agreement-approve"
    COPY_ADD = "copy-add"
    COPY_MOVE = "copy-move"
    FINDING_SEAL = "finding-seal"
    FINDING_KEEP = "finding-keep"
    VAULT_OPEN = "vault-open"
    RECORDS_DELETE = "project-delete-records"


_BOTH: Final = frozenset(Role)
# An act that is not listed here is nobody's.
PERMITTED: Final[Mapping[Act, frozenset[Role]]] = MappingProxyType(
    {
        Act.AGREEMENT_ADD: _BOTH,
        Act.AGREEMENT_APPROVE: frozenset({Role.LEAD}),
        Act.COPY_ADD: _BOTH,
        Act.COPY_MOVE: _BOTH,
        Act.FINDING_SEAL: _BOTH,
        Act.FINDING_KEEP: _BOTH,
        Act.VAULT_OPEN: _BOTH,
        Act.RECORDS_DELETE: _BOTH,
    }
)

# These ask in a project for a membership that still lasts.
NEEDS_MEMBERSHIP: Final = frozenset(
    {
        Act.AGREEMENT_ADD,
        Act.COPY_ADD,
        Act.COPY_MOVE,
        Act.FINDING_SEAL,
        Act.FINDING_KEEP,
        Act.VAULT_OPEN,
    }
)


class Denial(StrEnum):
    ROLE = "role"
    MEMBERSHIP_ENDED = "membership-ended"


def denial(act: str, role: Role, mail: str, project: Project | None, now: datetime) -> Denial | None:
    """Why somebody may not; None when they may. A lead keeps what a project needs of a lead.

    Somebody who stands on no list of the project is not refused: who registers a project on their own laptop need not list
    themselves. Whoever was listed and whose time is over is. Who extends a membership is told by the journal and by a card.
    """
    permitted = PERMITTED.get(Act(act), frozenset()) if act in set(Act) else frozenset()
    if role not in permitted:
        return Denial.ROLE
    if act not in NEEDS_MEMBERSHIP or project is None or role is Role.LEAD:
        return None
    return Denial.MEMBERSHIP_ENDED if has_ended(project, mail, now) else None


def has_ended(project: Project, mail: str, now: datetime) -> bool:
    """Whether the person with this address was a member of the project and is none any more."""
    own = [member for member in project.members if mail and member.mail.casefold() == mail.casefold()]
    return bool(own) and not any(member.is_active(now) for member in own)
