"""Pictures of the settings: from top to bottom, under a policy, while searching, with a value that was refused."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.pages.page import PageId
from app.ui.pages.settings.page import SettingsPage
from tests.ui.shots import Shot
from tests.ui.windows import Opened, settle


def page_of(here: Opened) -> SettingsPage:
    page = here.window.current
    assert isinstance(page, SettingsPage)
    return page


def at(subject: str) -> Callable[[Opened], None]:
    """Scrolled to a group or a setting."""

    def prepare(here: Opened) -> None:
        page_of(here).show_subject(subject)
        settle(here.jobs)

    return prepare


def found(here: Opened) -> None:
    page_of(here).search.setText("scherm" if here.desk.texts.language == "nl" else "screen")


def not_found(here: Opened) -> None:
    page_of(here).search.setText("printer")


def refused(here: Opened) -> None:
    """More than a person may choose; and beside it something that was saved."""
    page = page_of(here)
    page._rows["findings.decide_hours"].editor.edited.emit(48)
    page._rows["copies.pause_on_battery_saver"]._tick.show()
    settle(here.jobs)
    at("scanning")(here)


SHOTS = (
    Shot(name="settings", page=PageId.SETTINGS, scenes=("nothing", "three", "policed")),
    Shot(name="settings-folders", page=PageId.SETTINGS, scenes=("nothing", "three"), prepare=at("folders")),
    Shot(name="settings-terms", page=PageId.SETTINGS, scenes=("three", "policed"), prepare=at("deadlines")),
    Shot(name="settings-team", page=PageId.SETTINGS, scenes=("policed",), prepare=at("declarations")),
    Shot(name="settings-bottom", page=PageId.SETTINGS, scenes=("nothing",), prepare=at("policy")),
    Shot(name="settings-refused", page=PageId.SETTINGS, scenes=("three",), prepare=refused),
    Shot(name="settings-search", page=PageId.SETTINGS, scenes=("three",), prepare=found),
    Shot(name="settings-not-found", page=PageId.SETTINGS, scenes=("three",), prepare=not_found),
)
