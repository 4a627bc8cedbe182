"""Cards: small signed documents by which a team knows together that a project closed. Source: design, Cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class CardKind(StrEnum):
    CLIENT = "client"
    PROJECT = "project"
    MEMBERS = "members"
    AGREEMENT = "agreement"
    APPROVAL = "approval"
    CLOSING = "closing"
    REOPENING = "reopening"
    WITHDRAWAL = "withdrawal"
    FULFILLED = "fulfilled"
    DELETION_REQUEST = "deletion-request"
    ABSENCE = "absence"  # this laptop holds no copy (any more)


class CardState(StrEnum):
    ACCEPTED = "accepted"
    REFUSED = "refused"


class Role(StrEnum):
    CONSULTANT = "consultant"
    LEAD = "lead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """`subject` is the global id of what it speaks of; `version` rises with each card of that kind and subject by any
    author; `author` is the device id. The signature covers all other fields (RFC 8785 bytes)."""

    id: str
    kind: CardKind
    subject: str
    project_id: str | None
    version: int
    author: str
    role: Role
    at: datetime
    body: Mapping[str, Any]
    key: str
    signature: str
