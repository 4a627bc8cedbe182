"""Pictures of the overview, and of what it asks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.today import NeedAction
from app.ui.pages.overview.page import OverviewPage
from app.ui.pages.page import PageId
from tests.ui.shots import Shot
from tests.ui.windows import Opened, settle


def page_of(here: Opened) -> OverviewPage:
    page = here.window.current
    assert isinstance(page, OverviewPage)
    return page


def below(here: Opened) -> None:
    """The second half of the page, with the first day of the band chosen."""
    page = page_of(here)
    page.days.band.opened.emit(next(day.day for day in page.shown.today.band if day.copies))  # type: ignore[union-attr]
    settle(here.jobs)
    page.bring_into_view(page.days)


def asked(here: Opened) -> QWidget | None:
    """The question before something is deleted."""
    page = page_of(here)
    needs = (need for need in page.shown.today.needs if need.action is NeedAction.DELETE)  # type: ignore[union-attr]
    page.doing.take(next(needs))
    settle(here.jobs)
    return page.doing.dialog


SHOTS = (
    Shot(name="overview", page=PageId.OVERVIEW, scenes=("nothing", "calm", "three", "three-hundred")),
    Shot(name="overview-below", page=PageId.OVERVIEW, scenes=("three", "three-hundred"), prepare=below),
    Shot(name="overview-delete", page=PageId.OVERVIEW, scenes=("three",), prepare=asked),
)
