"""Settings: a person only makes what matters stricter, IT's value locks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InputError, NotFoundError
from app.domain.settings import SETTINGS, Source, Unit, Who, effective, parse_setting


@pytest.mark.parametrize("key", list(SETTINGS))
def test_every_default_keeps_its_own_bounds(key: str):
    default = SETTINGS[key].default
    as_text = ",".join(default) if isinstance(default, tuple) else str(default)
    assert parse_setting(key, as_text) == default
    assert parse_setting(key, default) == default
    assert SETTINGS[key].allowed


@pytest.mark.parametrize(
    ("key", "raw"),
    [
        ("language", "de"),
        ("language", 3),
        ("findings.decide_hours", "0"),
        ("findings.decide_hours", "73"),
        ("findings.decide_hours", "veel"),
        ("findings.decide_hours", True),
        ("findings.decide_hours", None),
        ("deletion.margin_hours", "49"),
        ("copies.pause_on_battery_saver", "misschien"),
        ("own.domains", 7),
        ("own.domains", ["a", 1]),
        ("stage.deletion", "off"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(key: str, raw: object):
    with pytest.raises(InputError):
        parse_setting(key, raw)


def test_an_unknown_key_is_refused():
    with pytest.raises(NotFoundError):
        parse_setting("deletion.period_days", "30")


def test_lists_are_read_from_commas_and_from_policy():
    assert parse_setting("own.domains", " vroom.example , ,tweede.example") == ("vroom.example", "tweede.example")
    assert parse_setting("own.domains", ["vroom.example"]) == ("vroom.example",)


@given(st.sampled_from(sorted(SETTINGS)), st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text()))
def test_whatever_a_policy_file_holds_gives_a_fitting_value_or_a_refusal(key, raw):
    try:
        value = parse_setting(key, raw)
    except InputError:
        return
    assert type(value) is type(SETTINGS[key].default)
    assert parse_setting(key, value) == value or isinstance(value, tuple)


@given(st.integers(1, 72), st.none() | st.integers(1, 72))
def test_a_person_makes_the_decision_time_shorter_only(chosen, by_policy):
    """VR-P3"""
    key = "findings.decide_hours"
    policy = {} if by_policy is None else {key: by_policy}
    base = 24 if by_policy is None else by_policy
    assert effective(key, {key: chosen}, policy).value == min(chosen, base)


def test_policy_wins_and_locks():
    told = effective("language", {"language": "en"}, {"language": "nl"})
    assert (told.value, told.source, told.locked) == ("nl", Source.POLICY, True)
    own = effective("language", {"language": "en"}, {})
    assert (own.value, own.source, own.locked) == ("en", Source.USER, False)


@pytest.mark.parametrize("key", [key for key, setting in SETTINGS.items() if setting.who is Who.POLICY])
def test_what_is_for_it_alone_ignores_the_person(key: str):
    told = effective(key, {key: "x"}, {})
    assert (told.value, told.source, told.locked) == (SETTINGS[key].default, Source.DEFAULT, True)


@pytest.mark.parametrize(
    ("key", "unit"),
    [
        ("findings.decide_hours", Unit.HOURS),
        ("findings.first_clean_up_days", Unit.DAYS),
        ("copies.reconcile_minutes", Unit.MINUTES),
        ("own.name", None),
        ("toasts.enabled", None),
    ],
)
def test_a_number_says_what_it_counts(key: str, unit: Unit | None):
    assert SETTINGS[key].unit is unit


@pytest.mark.parametrize("key", [key for key, setting in SETTINGS.items() if type(setting.default) is int])
def test_no_number_is_without_a_unit(key: str):
    assert SETTINGS[key].unit is not None


def test_how_far_a_person_may_go_is_told_only_where_it_may_be_stricter():
    assert effective("findings.decide_hours", {}, {}).limit == 24
    assert effective("findings.decide_hours", {"findings.decide_hours": 3}, {"findings.decide_hours": 12}).limit == 12
    assert effective("deletion.margin_hours", {}, {"deletion.margin_hours": 4}).limit is None
    assert effective("own.name", {"own.name": "Robin"}, {}).limit is None
