"""Whose card counts: device keys known by `team accept` or policy, leads by policy alone. Source: VT-C4, design: Cards."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.card import Card, CardKind, Refusal, Role, device_of_fingerprint
from app.domain.card_body import latest_past_moment
from app.domain.card_document import is_genuine

AHEAD = timedelta(hours=24)  # a card further ahead waits: its author's clock, or ours, is wrong
LEAD_ONLY = frozenset({CardKind.APPROVAL})
_FINGERPRINT = re.compile(r"^[0-9a-f]{64}\Z")
_DEVICE = re.compile(r"^[a-z2-7]{26}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """Device ids of known authors (the own among them), of leads, and of devices that were retired."""

    known: frozenset[str]
    leads: frozenset[str]
    retired: frozenset[str] = frozenset()

    def roles(self, device: str) -> tuple[Role, ...]:
        return (Role.CONSULTANT, Role.LEAD) if device in self.leads else (Role.CONSULTANT,)

    def refusal(self, card: Card, now: datetime) -> Refusal | None:
        """Why `card` may not count, whatever it says; None when its author may say it."""
        if not is_genuine(card):
            return Refusal.BAD_SIGNATURE
        if card.author in self.retired:
            return Refusal.RETIRED_DEVICE
        if card.author not in self.known:
            return Refusal.UNKNOWN_AUTHOR
        if card.kind in LEAD_ONLY and not (card.role is Role.LEAD and card.author in self.leads):
            return Refusal.NOT_A_LEAD
        return Refusal.FUTURE if latest_past_moment(card) > now + AHEAD else None


def devices_of_policy(entries: Iterable[str]) -> frozenset[str]:
    """The device ids that a list of policy entries names: a device id, a fingerprint, "device fingerprint" or
    "name=fingerprint". An entry that names none, or a device that is not its fingerprint's, counts for nothing."""
    return frozenset(device for entry in entries if (device := _device_of(entry)) is not None)


def _device_of(entry: str) -> str | None:
    words = [clean_fingerprint(word) for word in entry.rpartition("=")[2].split()]
    prints = [device_of_fingerprint(word) for word in words if _FINGERPRINT.match(word)]
    devices = [word for word in words if _DEVICE.match(word)]
    named = set(prints + devices)
    return named.pop() if len(named) == 1 and len(prints) + len(devices) == len(words) else None


def clean_fingerprint(text: str) -> str:
    """As people copy it: upper case, colons, "sha256:" in front."""
    return text.strip().lower().removeprefix("sha256:").replace(":", "")
