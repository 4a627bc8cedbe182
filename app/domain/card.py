"""Cards: small signed documents by which a team knows together that a project closed. Source: design, Cards."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any

import msgspec

DEVICE_CHARACTERS = 26  # of base32: 130 bits of the key's SHA-256, too many to find a second key for


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


PROJECT_KINDS = frozenset(
    {CardKind.PROJECT, CardKind.MEMBERS, CardKind.CLOSING, CardKind.REOPENING, CardKind.DELETION_REQUEST}
)


class CardState(StrEnum):
    ACCEPTED = "accepted"
    REFUSED = "refused"


class Role(StrEnum):
    CONSULTANT = "consultant"
    LEAD = "lead"


class Refusal(StrEnum):
    """Why a card does not count. Those in RECONSIDERED are looked at again at the next merge."""

    MALFORMED = "malformed"
    TOO_LARGE = "too-large"
    BAD_SIGNATURE = "bad-signature"  # or an author id that is not the key's
    UNKNOWN_AUTHOR = "unknown-author"
    RETIRED_DEVICE = "retired-device"
    NOT_A_LEAD = "not-a-lead"
    FUTURE = "future"
    UNKNOWN_SUBJECT = "unknown-subject"  # it speaks of a project or agreement whose own card is not here yet
    OUTDATED = "outdated"  # a higher version is known
    REPLAYED = "replayed"  # an old state offered again after it was superseded


RECONSIDERED = frozenset({Refusal.UNKNOWN_AUTHOR, Refusal.NOT_A_LEAD, Refusal.FUTURE, Refusal.UNKNOWN_SUBJECT})


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

    @property
    def order(self) -> tuple[int, datetime, str]:
        """The same on every laptop: the higher one is the newer word about a subject."""
        return self.version, self.at, self.id


def device_id(public_key: str) -> str:
    """Who a key is: the first 26 base32 characters of the SHA-256 of its SubjectPublicKeyInfo. No other key can claim it."""
    return device_of_fingerprint(hashlib.sha256(base64.b64decode(public_key)).hexdigest())


def device_of_fingerprint(fingerprint: str) -> str:
    """The device id that belongs to a fingerprint (64 hexadecimal digits). Raises ValueError for anything else."""
    digest = bytes.fromhex(fingerprint)
    if len(digest) != hashlib.sha256().digest_size:
        raise ValueError("a fingerprint has 64 hexadecimal digits")
    return base64.b32encode(digest).decode("ascii")[:DEVICE_CHARACTERS].lower()


# One line of text: no control characters, and none that turn the reading direction (a name must read as it is).
_LINE = r"^[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]*\Z"
Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z2-7]{16,64}\Z")]
Line = Annotated[str, msgspec.Meta(max_length=400, pattern=_LINE)]
Moment = Annotated[str, msgspec.Meta(pattern=r"^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z")]


def moment_text(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment_of(text: str) -> datetime:
    """Raises ValueError for a moment that does not exist (31 June)."""
    return datetime.fromisoformat(text)


def absence_subject(project_id: str, device: str) -> str:
    return f"{project_id}.{device}"
