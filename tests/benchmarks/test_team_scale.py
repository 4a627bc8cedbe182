"""The measurement of the team's view works, and what does not depend on the machine holds: the requests. VR-P7."""

from __future__ import annotations

import pytest

from benchmarks.team_scale import run


@pytest.mark.parametrize("folder", [False, True])
def test_requests_are_in_proportion_to_change(folder: bool) -> None:
    """120 laptops, of which two told something new."""
    found = run(120, folder=folder, latency=0.0)
    assert (found["laptops"], found["days_of_history"]) == (120, 366)
    assert found["requests_to_refresh"] <= 2  # what changed, and one batch of the lines that did
    assert found["requests_nothing_changed"] <= 1
    assert found["requests_to_publish"] <= 3
