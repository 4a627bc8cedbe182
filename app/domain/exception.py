"""What a person called "not client data": remembered for the same content or the same named series, for a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NotClientData:
    """`sha256`: the same content; `series`: the pattern of a named series ("urenstaat ####-##.xlsx")."""

    id: str
    reason: str
    finding_id: str
    created_at: datetime
    expires_at: datetime
    sha256: str | None = None
    series: str | None = None

    def counts(self, now: datetime) -> bool:
        return now < self.expires_at
