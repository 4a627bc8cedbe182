"""What is offered for deletion when the session ends. VR-P4"""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.ending import EndingActions
from app.domain.copy import CopyState
from app.domain.deletion import Outcome
from tests.actions.laptop import DAY, HOUR, Laptop


@pytest.fixture
def ending(laptop: Laptop) -> EndingActions:
    return laptop.app.ending


def test_what_falls_due_within_72_hours_is_offered_the_first_first(laptop: Laptop, ending: EndingActions) -> None:
    """VR-P4"""
    agreement = laptop.usual()
    late = laptop.sealed(agreement, laptop.file("a.xlsx", b"a" * 2000))
    soon = laptop.sealed(agreement, laptop.file("b.xlsx", b"b" * 2000))
    assert ending.falling_due() == ()  # no end is known yet
    laptop.app.copies.plan(late.id, laptop.now + 71 * HOUR)
    laptop.app.copies.plan(soon.id, laptop.now + 2 * HOUR)
    assert ending.falling_due() == (soon.id, late.id)
    laptop.app.agreements.fulfilled(agreement.id)
    assert ending.falling_due() == (soon.id, late.id)


def test_a_week_before_nothing_is_offered_and_three_days_before_it_is(laptop: Laptop, ending: EndingActions) -> None:
    """VR-P4"""
    agreement = laptop.usual()
    copy = laptop.sealed(agreement)
    laptop.app.agreements.fulfilled(agreement.id)
    assert ending.falling_due() == ()
    laptop.clock.advance(4 * DAY + HOUR)
    assert ending.falling_due() == (copy.id,)


def test_what_somebody_works_in_is_not_offered(laptop: Laptop, ending: EndingActions) -> None:
    agreement = laptop.usual()
    copy = laptop.sealed(agreement)
    laptop.app.agreements.fulfilled(agreement.id)
    laptop.clock.advance(5 * DAY)
    laptop.app.vault.open(copy.id)
    assert ending.falling_due() == ()
    laptop.app.vault.seal_all()
    assert ending.falling_due() == (copy.id,)


def test_a_yes_deletes_and_declares_what_was_offered_and_no_more(laptop: Laptop, ending: EndingActions) -> None:
    """VR-P4"""
    agreement = laptop.usual()
    copy = laptop.sealed(agreement, laptop.file("a.xlsx", b"a" * 2000))
    laptop.app.agreements.fulfilled(agreement.id)
    laptop.clock.advance(5 * DAY)
    offered = ending.falling_due()
    run = ending.delete([*offered, "iets-anders"])
    assert [(item.copy.id, item.outcome) for item in run.items] == [(copy.id, Outcome.DELETED)]
    assert len(run.certificates) == 1
    assert laptop.app.copies.list()[0].copy.state is CopyState.DELETED
    assert ending.delete(offered).items == ()  # it went meanwhile
    assert not list(Path(laptop.data_dir / "vault").glob("*.age"))
