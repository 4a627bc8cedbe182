"""A closing by one is on every member's laptop within an hour online: two data directories and a remote. VR-P4, VT-C4."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.copy import CopyState
from app.domain.project import ProjectStatus
from tests.actions.laptop import WEEK, Laptop
from tests.actions.two_laptops import card_guard, runs_until, two_laptops

HOUR = timedelta(hours=1)


def shared_project(anna: Laptop, bas: Laptop) -> str:
    """Anna's project, known to Bas, who has a copy of his own under its agreement. Returns the copy's id."""
    agreement = anna.usual()
    anna.app.cards.publish()
    bas.app.cards.pull()
    return bas.sealed(bas.app.agreements.show(agreement.id)[0]).id


@pytest.mark.parametrize("minutes", [0, 7, 23, 49, 58])
def test_within_an_hour_whenever_it_is_closed(tmp_path: Path, minutes: int) -> None:
    remote = tmp_path / "team"
    remote.mkdir()
    with two_laptops(tmp_path, **{"remote.folder": str(remote)}) as (anna, bas):
        copy = shared_project(anna, bas)
        hers, his = card_guard(anna), card_guard(bas)
        runs_until(bas, his, timedelta(minutes=minutes))
        anna.app.projects.close("P1")
        closed_at = anna.now
        hers.check(anna.now)
        runs_until(bas, his, HOUR)
        project = bas.app.projects.show("P1").project
        assert (project.status, project.closed_at) == (ProjectStatus.CLOSED, closed_at)
        assert bas.copy(copy).due_at == closed_at + WEEK


def test_a_laptop_that_was_away_hears_it_at_its_start_and_deletes_at_once(tmp_path: Path) -> None:
    remote = tmp_path / "team"
    remote.mkdir()
    with two_laptops(tmp_path, **{"remote.folder": str(remote)}) as (anna, bas):
        copy = shared_project(anna, bas)
        anna.app.projects.close("P1")
        card_guard(anna).check(anna.now)
        bas.passes(WEEK + HOUR)
        card_guard(bas).check(bas.now)
        assert bas.copy(copy).state is CopyState.ASKED, (
            "its deadline lay in the past when it was heard: a day to object"
        )
        bas.passes(timedelta(hours=24))
        bas.app.deletion.run_due()
        assert bas.copy(copy).state is CopyState.DELETED
