"""`kill -9` at any moment: every record is wholly old or wholly new, and the next start finds nothing half."""

from __future__ import annotations

import pytest

from tests.faults.kills import VERBS, kill_loop
from tests.faults.scene import Scene

KILLS = 20
ASKED_FOR = ("seal", "open", "delete-due", "project-close", "migrate")
FEW = 6  # of the others; `benchmarks/kills.py` does hundreds of each


@pytest.mark.slow
@pytest.mark.parametrize("verb", sorted(VERBS))
def test_a_command_that_is_killed_at_any_moment_leaves_nothing_half(scene: Scene, verb: str) -> None:
    """VR-P4, design: Deletion, Vault, Store"""
    kills = KILLS if verb in ASKED_FOR else FEW
    tally = kill_loop(scene, VERBS[verb](), kills)
    assert tally.kills >= kills // 4  # on a machine whose speed drifts a run may be over before its kill
