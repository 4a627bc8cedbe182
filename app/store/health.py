"""What people vouched for: attestations of devices, reviews of the IT partner. Nothing is overwritten: the last one counts."""

from __future__ import annotations

import sqlite3

from app.domain.health_records import Attestation, PartnerReview, latest
from app.domain.messages import msg
from app.store.table import Resolving, table


class Attestations(Resolving[Attestation]):
    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection, table("attestations", Attestation), msg("store.kind-attestation"))

    def latest(self) -> tuple[Attestation, ...]:
        """The last one about each device."""
        return latest(self.all())


class PartnerReviews(Resolving[PartnerReview]):
    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection, table("partner_reviews", PartnerReview), msg("store.kind-partner-review"))

    def latest(self) -> PartnerReview | None:
        """The one recorded last; None for none."""
        found = self._where("TRUE", order="rowid DESC LIMIT 1")
        return found[0] if found else None
