"""The tab Device: each point of the protection with what mends it, what IT vouches for, and the IT partner."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.domain.health import Firewall, HealthCheck, SettingsPage, Unknown
from app.domain.messages import msg
from app.domain.rules import RuleState
from app.ui.pages.about.device import DeviceTab, Point
from app.ui.pages.about.doctor import CheckRow
from app.ui.pages.about.page import AboutPage
from app.ui.widgets.labels import Text
from tests.actions.laptop import DAY, Laptop
from tests.health_samples import PROFILES
from tests.ui.scenes import Scene
from tests.ui.windows import Opened, opened, settle


@dataclass
class Here:
    laptop: Laptop
    opened: Opened
    tab: DeviceTab

    def look(self) -> None:
        self.tab.again.click()
        settle(self.opened.jobs)

    @property
    def headline(self) -> str:
        page = self.opened.window.current
        assert isinstance(page, AboutPage)
        return page.headline.text()

    def points(self) -> list[Point]:
        return self.tab.findChildren(Point)

    def buttons(self) -> dict[str, Callable[[], None]]:
        return {point.button.text(): point.button.click for point in self.points() if point.button is not None}

    def texts(self) -> list[str]:
        return [label.text() for label in self.tab.findChildren(Text) if not label.isHidden()]

    def said(self, id_: str, **arguments: object) -> str:
        return self.opened.desk.text(msg(id_, **arguments))  # type: ignore[arg-type]


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Here]:
    with ExitStack() as stack:
        laptop = Laptop(tmp_path)
        stack.callback(laptop.close)
        window = stack.enter_context(opened(Scene("device", laptop)))
        window.desk.go("about", "device")
        settle(window.jobs)
        page = window.window.current
        assert isinstance(page, AboutPage)
        yield Here(laptop, window, page.device)


def test_before_anybody_looked_it_says_so(here: Here) -> None:
    """VR-S1a"""
    assert here.headline == here.said("ui.device.headline-never")
    assert here.buttons() == {}
    assert here.laptop.device_health.asked == 0


def test_a_laptop_in_order_needs_nothing(here: Here) -> None:
    """VR-S1a, VR-S1b, VT-U2"""
    here.look()
    assert here.headline == here.said("ui.device.headline-fine")
    assert here.buttons() == {}
    assert len(here.points()) == len(HealthCheck) + 1  # and the partner


def test_each_finding_says_how_it_is_mended_and_opens_the_page(here: Here) -> None:
    """VR-S1a, VR-S1b, VT-U2"""
    here.laptop.device_health.tell(
        firewall=Firewall(profiles=tuple(replace(p, is_on=False) for p in PROFILES)), encrypted=False
    )
    here.look()
    assert here.headline == here.said("ui.device.headline-wanting", n=2)
    assert {here.said("health.fix-firewall"), here.said("health.fix-encryption")} <= set(here.texts())
    assert set(here.buttons()) == {here.said("ui.device.open-firewall"), here.said("ui.device.open-encryption")}
    here.buttons()[here.said("ui.device.open-firewall")]()
    settle(here.opened.jobs)
    assert here.laptop.settings_pages.opened == [SettingsPage.FIREWALL]
    assert here.tab.trouble.isHidden()


def test_a_page_that_is_not_there_has_no_button(here: Here) -> None:
    here.laptop.settings_pages.lacking.add(SettingsPage.ENCRYPTION)
    here.laptop.device_health.tell(encrypted=False)
    here.look()
    assert here.buttons() == {}


def test_a_page_that_does_not_open_is_told(here: Here) -> None:
    here.laptop.device_health.tell(encrypted=False)
    here.look()
    here.laptop.settings_pages.lacking.add(SettingsPage.ENCRYPTION)
    here.buttons()[here.said("ui.device.open-encryption")]()
    settle(here.opened.jobs)
    assert not here.tab.trouble.isHidden()


def test_what_cannot_be_seen_is_unknown_with_the_reason(here: Here) -> None:
    """VR-S1a"""
    here.laptop.device_health.tell(antivirus=None, unknown={HealthCheck.ANTIVIRUS: Unknown.NO_SERVICE})
    here.look()
    assert here.headline == here.said("ui.device.headline-unknown", n=1)
    assert here.said("health.antivirus-unknown", why=msg("health.why-no-service")) in here.texts()


def test_what_people_vouch_for_stands_there(here: Here) -> None:
    """VR-S1a, VR-S4"""
    assert here.said("ui.device.others-none") in here.texts()
    here.laptop.app.health_records.attest("Tablet 14", "IT-beheer", here.laptop.now + DAY)
    here.laptop.app.health_records.partner("Netwerkbeheer Voorbeeld", "Servicedesk", here.laptop.now)
    here.look()
    assert {
        "Tablet 14",
        "Netwerkbeheer Voorbeeld",
        here.said("ui.device.partner-contact", contact="Servicedesk"),
    } <= set(here.texts())


def test_the_check_of_the_assistant_leads_here(here: Here) -> None:
    here.laptop.device_health.tell(encrypted=False)
    here.opened.desk.go("about", "doctor")
    settle(here.opened.jobs)
    page = here.opened.window.current
    assert isinstance(page, AboutPage)
    page.doctor.run()
    settle(here.opened.jobs)
    row = next(row for row in page.doctor.findChildren(CheckRow) if row.check.id == "health")
    assert row.button is not None
    row.button.click()
    settle(here.opened.jobs)
    assert page.tabs.currentIndex() == 3
    assert row.check.sentence == msg("health.encryption-off")
    assert RuleState.OK not in {finding.state for finding in here.laptop.app.health.seen().findings}
