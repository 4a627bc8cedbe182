"""Policy over person over default; a person only makes it stricter."""

from __future__ import annotations

import pytest

from app.domain.errors import InputError, NotFoundError
from app.domain.messages import msg
from app.domain.settings import SETTINGS, Source, Who
from tests.actions.conftest import MakeLaptop
from tests.actions.laptop import HOUR, OWN_MAIL, Laptop


def test_a_person_makes_it_stricter_only(laptop: Laptop) -> None:
    assert laptop.app.settings.set("findings.decide_hours", "8").value == 8
    with pytest.raises(InputError) as refused:
        laptop.app.settings.set("findings.decide_hours", "25")
    assert refused.value.message.id == "settings.looser"
    laptop.client()
    laptop.project()
    finding = laptop.finding()
    assert finding.decide_by == finding.found_at + 8 * HOUR


def test_it_may_allow_up_to_72_hours_and_a_person_stays_within(make_laptop: MakeLaptop) -> None:
    """VR-P3"""
    laptop = make_laptop(policy={"findings.decide_hours": 72})
    laptop.client(terms={"decision-hours": "12"})
    laptop.client("Waterschap", domains=("waterschap.example",))
    laptop.project()
    assert laptop.app.settings.set("findings.decide_hours", "48").source is Source.USER
    strict = laptop.finding()
    other = laptop.finding(laptop.file("ander.xlsx"), client="Waterschap")
    assert strict.decide_by == strict.found_at + 12 * HOUR
    assert other.decide_by == other.found_at + 48 * HOUR


def test_what_it_set_is_locked(make_laptop: MakeLaptop) -> None:
    laptop = make_laptop(policy={"own.firm": "Adviesbureau Voorbeeld", "language": "en"})
    for key in ("own.firm", "language"):
        found = laptop.app.settings.get(key)
        assert (found.source, found.locked) == (Source.POLICY, True)
        with pytest.raises(InputError) as refused:
            laptop.app.settings.set(key, "nl")
        assert refused.value.message.id == "settings.locked"


def test_what_only_it_may_set_is_locked_also_without_a_policy(laptop: Laptop) -> None:
    for key in (setting.key for setting in SETTINGS.values() if setting.who is Who.POLICY):
        with pytest.raises(InputError):
            laptop.app.settings.set(key, "1")
        assert laptop.app.settings.get(key).locked


@pytest.mark.parametrize(
    ("key", "value"), [("findings.decide_hours", "0"), ("language", "fr"), ("findings.decide_hours", "½")]
)
def test_a_value_outside_its_bounds_is_refused(laptop: Laptop, key: str, value: str) -> None:
    with pytest.raises(InputError) as refused:
        laptop.app.settings.set(key, value)
    assert refused.value.message.id == "settings.value"


def test_an_unknown_key_is_said(laptop: Laptop) -> None:
    for act in (lambda: laptop.app.settings.get("geen"), lambda: laptop.app.settings.set("geen", "1")):
        with pytest.raises(NotFoundError):
            act()


def test_who_one_is_comes_from_the_account_until_one_says_otherwise(laptop: Laptop) -> None:
    assert laptop.app.settings.own().mail == OWN_MAIL
    assert laptop.app.settings.own().domains == ("adviesbureau.example",)
    laptop.app.settings.set("own.mail", "Robin@Elders.example")
    laptop.app.settings.set("own.domains", "bureau.example, bureau-twee.example")
    assert laptop.app.settings.own().domains == ("bureau-twee.example", "bureau.example", "elders.example")


def test_nobody_known_is_no_domain_at_all(make_laptop: MakeLaptop) -> None:
    laptop = make_laptop(account={})
    assert laptop.app.settings.own().domains == ()


def test_a_stored_value_that_no_longer_counts_is_left_out(laptop: Laptop) -> None:
    with laptop.app.office.change() as work:
        work.session.settings.set("findings.decide_hours", 9000)
        work.session.settings.set("oude.sleutel", "x")
    assert laptop.app.settings.number("findings.decide_hours") == 24
    assert len(laptop.app.settings.list()) == len(SETTINGS)


def test_the_journal_tells_which_setting_changed_and_not_to_what(laptop: Laptop) -> None:
    """VT-B2"""
    laptop.app.settings.set("own.name", "Robin")
    assert [event.data for event in laptop.events("settings.changed")] == [{"key": "own.name"}]


def test_another_language_counts_at_once_for_what_is_written(make_laptop: MakeLaptop) -> None:
    laptop = make_laptop(language=None)
    laptop.app.settings.set("language", "nl")
    texts = laptop.app.texts
    assert (texts.language, texts.render(msg("time.now"))) == ("nl", "nu")
    laptop.app.settings.set("language", "en")
    assert (texts.language, texts.render(msg("time.now"))) == ("en", "now")


def test_another_folder_of_the_team_counts_at_once(laptop: Laptop) -> None:
    remote, folder = laptop.app.remote, laptop.root / "team"
    folder.mkdir()
    remote.put("cards", "een", b"{}")
    laptop.app.settings.set("remote.folder", str(folder))
    assert list(remote.names("cards")) == []
    remote.put("cards", "twee", b"{}")
    assert (remote.kind, list(remote.names("cards"))) == ("folder", ["twee"])
    assert remote.get("cards", "twee") == b"{}"
    laptop.app.settings.set("remote.folder", "")
    assert list(remote.names("cards")) == ["een"]


def test_a_value_may_be_given_in_its_own_type(laptop: Laptop) -> None:
    assert laptop.app.settings.set("toasts.enabled", False).value is False
    assert laptop.app.settings.set("own.domains", ("a.example", "b.example")).value == ("a.example", "b.example")
    assert laptop.app.settings.set("findings.decide_hours", 12).value == 12
