"""What IT vouches for about devices and accounts that cannot be seen from here, and the reviews of the IT partner.

Source: VR-S1a (tablets), VT-U2 (the second factor), VR-S4.
"""

from __future__ import annotations

from datetime import datetime

from app.actions.errors import refuse_future, required
from app.actions.office import Office
from app.domain.errors import InputError
from app.domain.health_records import Attestation, PartnerReview
from app.domain.identity import new_id
from app.domain.messages import msg
from app.store.values import pack_moment

LONGEST = 200  # characters of a name


class HealthRecordActions:
    def __init__(self, office: Office) -> None:
        self._office = office

    def attest(self, device: str, by: str, until: datetime) -> Attestation:
        """Record that `by` vouches for `device` until then; it takes the place of an earlier one. Raises InputError."""
        with self._office.change() as work:
            if until <= work.now:
                raise InputError(msg("health.until-past"))
            attestation = Attestation(
                id=new_id(),
                device=_name(device, "device"),
                attested_by=_name(by, "attested-by"),
                attested_at=work.now,
                until=until,
            )
            work.session.attestations.add(attestation)
            about = "account" if attestation.is_about_account else "device"
            work.note("health.attested", attestation.id, data={"until": pack_moment(until), "about": about})
        return attestation

    def partner(self, name: str, contact: str, reviewed_at: datetime) -> PartnerReview:
        """Record whom the firm trusts its network to, and when that was last looked at together. Raises InputError."""
        with self._office.change() as work:
            refuse_future(reviewed_at, work.now)
            review = PartnerReview(
                id=new_id(),
                name=_name(name, "partner"),
                contact=_name(contact, "partner-contact"),
                reviewed_at=reviewed_at,
                recorded_at=work.now,
            )
            work.session.partner_reviews.add(review)
            work.note("partner.reviewed", review.id, data={"at": pack_moment(reviewed_at)})
        return review


def _name(value: str, what: str) -> str:
    name = required(value, what)
    if len(name) > LONGEST:
        raise InputError(msg("health.name-long", n=LONGEST))
    return name
