"""What doctor tells of the idle lock and of the system's own settings. VR-P6."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.actions.checks import CheckState
from app.actions.lock_checks import LOCK_CHECKS, lock_checks
from app.domain.idle import IdleTerms
from app.domain.lock_settings import LockSettings, OnLid
from app.domain.rules import Stage
from tests.fakes import SAFE_LOCK

OK, ATTENTION, UNKNOWN = CheckState.OK, CheckState.ATTENTION, CheckState.UNKNOWN
MINUTE = timedelta(minutes=1)


class Terms:
    def __init__(self, system: LockSettings, stage: Stage = Stage.ACT) -> None:
        self._system, self._stage = system, stage

    def terms(self, *, on_the_road: bool) -> IdleTerms:
        return IdleTerms(limit=5 * MINUTE)

    def stage(self) -> Stage:
        return self._stage

    def system(self) -> LockSettings:
        return self._system


@pytest.mark.parametrize(
    ("id_", "system", "state", "sentence"),
    [
        ("lock-limit", {"locks_after": timedelta(0)}, OK, "limit-ours"),
        ("lock-limit", {"locks_after": 10 * MINUTE}, OK, "limit-both"),
        ("lock-limit", {"locks_after": None}, OK, "limit-system-unknown"),
        ("lock-wake", {"asks_on_wake": True}, OK, "wake-asks"),
        ("lock-wake", {"asks_on_wake": False}, ATTENTION, "wake-open"),
        ("lock-wake", {"asks_on_wake": None}, UNKNOWN, "wake-unknown"),
        ("lock-lid", {"on_lid": OnLid.LOCKS}, OK, "lid-locks"),
        ("lock-lid", {"on_lid": OnLid.SLEEPS}, OK, "lid-sleeps"),
        ("lock-lid", {"on_lid": OnLid.HIBERNATES}, OK, "lid-sleeps"),
        ("lock-lid", {"on_lid": OnLid.SHUTS_DOWN}, OK, "lid-shuts-down"),
        ("lock-lid", {"on_lid": OnLid.NOTHING}, ATTENTION, "lid-nothing"),
        ("lock-lid", {"on_lid": None}, UNKNOWN, "lid-unknown"),
        ("lock-dynamic", {"dynamic_lock": True}, OK, "dynamic-on"),
        ("lock-dynamic", {"dynamic_lock": False}, OK, "dynamic-off"),
        ("lock-dynamic", {"dynamic_lock": None}, OK, "dynamic-none"),
    ],
)
def test_what_is_not_safe_asks_for_attention_and_what_is_not_seen_is_unknown(
    id_: str, system: dict[str, object], state: CheckState, sentence: str
) -> None:
    """VR-P6"""
    found = lock_checks(Terms(replace(SAFE_LOCK, **system)))[id_](id_)  # type: ignore[arg-type]  # fields by name
    assert (found.id, found.state, found.sentence.id) == (id_, state, f"doctor.{sentence}")
    assert (found.fix is None) is (state is OK)


@pytest.mark.parametrize("stage", [Stage.WATCH, Stage.WARN])
def test_a_lock_that_it_holds_back_asks_for_attention(stage: Stage) -> None:
    found = lock_checks(Terms(SAFE_LOCK, stage))["lock-limit"]("lock-limit")
    assert (found.state, found.sentence.id) == (ATTENTION, "lock.held-back")
    assert found.fix is not None


def test_every_check_is_there() -> None:
    assert tuple(lock_checks(Terms(SAFE_LOCK))) == LOCK_CHECKS
