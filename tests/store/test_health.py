"""Attestations and reviews of the IT partner lie in the store as they were given; the last one counts. VR-S4"""

from __future__ import annotations

from datetime import timedelta

from app.domain.health_records import Attestation, PartnerReview
from app.store import Store
from tests.store.samples import NOT_UTF8, NOW

DAY = timedelta(days=1)


def attestation(number: int, device: str) -> Attestation:
    return Attestation(id=f"{number:x>26}", device=device, attested_by="IT-beheer", attested_at=NOW, until=NOW + DAY)


def review(number: int) -> PartnerReview:
    return PartnerReview(
        id=f"{number:x>26}",
        name=f"Partner {number}",
        contact="Servicedesk",
        reviewed_at=NOW - number * DAY,
        recorded_at=NOW,
    )


def test_the_last_word_about_each_device_counts(store: Store) -> None:
    """VR-S1a"""
    given = [attestation(1, "Tablet"), attestation(2, NOT_UTF8), attestation(3, "TABLET")]
    with store.write(NOW) as session:
        for item in given:
            session.attestations.add(item)
    with store.read() as session:
        assert session.attestations.all() == given
        assert session.attestations.latest() == (given[2], given[1])


def test_the_review_that_was_recorded_last_counts(store: Store) -> None:
    """VR-S4"""
    with store.read() as session:
        assert session.partner_reviews.latest() is None
    with store.write(NOW) as session:
        session.partner_reviews.add(review(1))
        session.partner_reviews.add(review(2))
    with store.read() as session:
        assert session.partner_reviews.latest() == review(2)
