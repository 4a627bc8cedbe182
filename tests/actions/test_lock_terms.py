"""By which terms the screen is locked: policy, the person's stricter choice, the system's own. VR-P6."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.actions.lock_terms import READ_EVERY, LockTerms
from app.actions.settings import SettingsActions
from app.domain.errors import EnvironmentLacking, InputError
from app.domain.lock_settings import LockSettings
from app.domain.messages import msg
from app.domain.rules import Stage
from app.domain.settings import SettingValue
from tests.actions.laptop import Laptop
from tests.fakes import FakeLockSettings

MINUTE = timedelta(minutes=1)


class Ticks:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def with_policy(laptop: Laptop, **policy: SettingValue) -> LockTerms:
    values = {key.replace("__", "."): value for key, value in policy.items()}
    return LockTerms(lambda: SettingsActions(laptop.app.office, values), laptop.lock_settings)


def test_without_any_word_it_is_five_minutes_and_an_hour_of_grace(laptop: Laptop) -> None:
    """VR-P6"""
    terms = laptop.app.lock_terms.terms(on_the_road=False)
    assert (terms.limit, terms.grace, laptop.app.lock_terms.stage()) == (5 * MINUTE, 60 * MINUTE, Stage.ACT)


@pytest.mark.parametrize(("seconds", "limit"), [(60, 60), (900, 900), (3600, 300), (5, 300)])
def test_it_has_its_bounds(laptop: Laptop, seconds: int, limit: int) -> None:
    """VR-P6: IT 60-900; a policy outside of that is no policy (`tests/system/policy`)."""
    from app.domain.settings import parse_setting

    try:
        policy = {"lock__idle_seconds": parse_setting("lock.idle_seconds", seconds)}
    except InputError:
        policy = {}
    assert with_policy(laptop, **policy).terms(on_the_road=False).limit == timedelta(seconds=limit)


def test_a_person_may_be_stricter_and_never_looser(laptop: Laptop) -> None:
    """VR-P6"""
    laptop.app.settings.set("lock.idle_seconds", 120)
    laptop.app.settings.set("lock.grace_minutes", 10)
    terms = laptop.app.lock_terms.terms(on_the_road=False)
    assert (terms.limit, terms.grace) == (2 * MINUTE, 10 * MINUTE)
    assert with_policy(laptop, lock__idle_seconds=90).terms(on_the_road=False).limit == timedelta(seconds=90)
    with pytest.raises(InputError):
        laptop.app.settings.set("lock.idle_seconds", 301)


@pytest.mark.parametrize(
    ("system", "limit"), [(3 * MINUTE, 3 * MINUTE), (10 * MINUTE, 5 * MINUTE), (timedelta(0), 5 * MINUTE)]
)
def test_a_stricter_system_wins(laptop: Laptop, system: timedelta, limit: timedelta) -> None:
    """VR-P6"""
    laptop.lock_settings.settings = LockSettings(locks_after=system)
    assert laptop.app.lock_terms.terms(on_the_road=False).limit == limit


def test_the_system_is_asked_seldom_and_again(laptop: Laptop) -> None:
    ticks, source = Ticks(), FakeLockSettings()
    terms = LockTerms(lambda: laptop.app.settings, source, ticks)
    for _ in range(5):
        terms.terms(on_the_road=False)
    assert source.reads == 1
    ticks.seconds = READ_EVERY
    source.settings = LockSettings(locks_after=MINUTE)
    assert terms.terms(on_the_road=False).limit == MINUTE
    assert source.reads == 2


def test_a_store_that_cannot_be_read_leaves_what_was_known(laptop: Laptop) -> None:
    """VR-P6: and before anything was known, the default without grace."""

    def settings() -> SettingsActions:
        if fails:
            raise EnvironmentLacking(msg("store.full"))
        return laptop.app.settings

    fails = True
    terms = LockTerms(settings, FakeLockSettings())
    assert (terms.terms(on_the_road=False).limit, terms.terms(on_the_road=False).has_grace) == (5 * MINUTE, False)
    fails = False
    laptop.app.settings.set("lock.idle_seconds", 60)
    terms.terms(on_the_road=False)
    fails = True
    assert (terms.terms(on_the_road=False).limit, terms.stage()) == (MINUTE, Stage.ACT)
