"""Pictures of the team as its lead sees it, and of what a consultant sees of that."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.team_view import LaptopState
from app.ui.pages.page import PageId
from app.ui.pages.team.page import Tab, TeamPage
from tests.ui.shots import Prepare, Shot
from tests.ui.windows import Opened, settle


def page_of(here: Opened) -> TeamPage:
    page = here.window.current
    assert isinstance(page, TeamPage)
    return page


def ready(here: Opened) -> TeamPage:
    """The remote was asked, and what it told is shown."""
    for _ in range(3):
        settle(here.jobs)
    return page_of(here)


def plain(here: Opened) -> None:
    ready(here)


def projects(here: Opened) -> None:
    page = ready(here)
    page.bring_into_view(page.lead.projects_title)


def laptops(here: Opened) -> None:
    page = ready(here)
    page.bring_into_view(page.lead.laptops)


def laptop(state: LaptopState) -> Prepare:
    def prepare(here: Opened) -> None:
        page = ready(here)
        assert page.shown is not None
        row = next(row for row in page.shown.status.items if row.state is state)
        page.lead.show_laptop(row.device)
        settle(here.jobs)
        page.bring_into_view(page.lead.laptops)

    return prepare


def dialog(open_it: Callable[[TeamPage], None]) -> Prepare:
    def prepare(here: Opened) -> QWidget:
        page = ready(here)
        open_it(page)
        settle(here.jobs)
        assert page.asking.dialog is not None
        return page.asking.dialog

    return prepare


def compare(page: TeamPage) -> None:
    assert page.shown is not None
    row = next(row for row in page.shown.status.items if row.state is LaptopState.NEW_KEY)
    page.lead._compare(row)


def retire(page: TeamPage) -> None:
    assert page.shown is not None
    row = next(row for row in page.shown.status.items if row.state is LaptopState.SILENT)
    page.lead._retire(row)


def report(page: TeamPage) -> None:
    page.lead.report.click()


def own(here: Opened) -> TeamPage:
    page = ready(here)
    page.show_subject(Tab.OWN.value)
    settle(here.jobs)
    return page


def own_top(here: Opened) -> None:
    own(here)


def own_rules(here: Opened) -> None:
    page = own(here)
    for fold in page.own.folds:
        fold.unfold()
    settle(here.jobs)
    page.bring_into_view(page.own.folds[0])


def own_exact(here: Opened) -> None:
    page = own(here)
    page.own.exact.unfold()
    settle(here.jobs)
    page.bring_into_view(page.own.readers)


def _shot(name: str, prepare: Prepare, *scenes: str) -> Shot:
    return Shot(name=name, page=PageId.TEAM, prepare=prepare, scenes=scenes)


SHOTS = (
    _shot("team", plain, "nothing", "team", "team-three-hundred", "team-own"),
    _shot("team-projects", projects, "team", "team-three-hundred"),
    _shot("team-laptops", laptops, "team", "team-three-hundred"),
    _shot("team-laptop-new-key", laptop(LaptopState.NEW_KEY), "team"),
    _shot("team-laptop-silent", laptop(LaptopState.SILENT), "team"),
    _shot("team-compare", dialog(compare), "team"),
    _shot("team-retire", dialog(retire), "team"),
    _shot("team-report", dialog(report), "team"),
    _shot("own-record", own_top, "nothing", "team-own", "team-three-hundred"),
    _shot("own-record-rules", own_rules, "team-own"),
    _shot("own-record-exact", own_exact, "team-own"),
)
