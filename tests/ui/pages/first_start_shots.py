"""Pictures of the first start, step by step."""

from __future__ import annotations

from datetime import UTC, datetime

from app.domain.first_start import CleanUp, Step
from app.ui.first_start.window import FirstStart
from app.ui.first_start.work import WorkPage
from app.ui.pages.overview.page import OverviewPage
from app.ui.pages.page import PageId
from tests.ui.shots import Prepare, Shot
from tests.ui.windows import Opened, settle

FILLED = (
    "Gemeente Voorbeeldstad",
    "Eva Smit",
    "eva.smit@voorbeeldstad.example",
    "voorbeeldstad.example",
    "VBS-1",
    "Salarisonderzoek",
)


def first_start(here: Opened, step: Step) -> FirstStart:
    """Over the overview, at a step; nothing is kept of it."""
    page = here.window.current
    assert isinstance(page, OverviewPage)
    page.set_up()
    settle(here.jobs)
    found = here.window.findChild(FirstStart)
    assert isinstance(found, FirstStart)
    found.show_step(step)
    settle(here.jobs)
    return found


def at(step: Step) -> Prepare:
    return lambda here: first_start(here, step)


def filled(here: Opened) -> FirstStart:
    shown = first_start(here, Step.WORK)
    page = shown.page
    assert isinstance(page, WorkPage)
    for field, value in zip(page.form.fields, FILLED, strict=True):
        field.line.setText(value)
    page.cards.unfold()
    return shown


def told(done: CleanUp) -> Prepare:
    def prepare(here: Opened) -> FirstStart:
        shown = first_start(here, Step.CLEAN_UP)
        shown.page.present(done)
        return shown

    return prepare


UNTIL = datetime(2026, 12, 23, 9, 0, tzinfo=UTC)
LOOKING = CleanUp(folders=2, folders_done=0, files=1240, found=3, decide_by=UNTIL, days=30)
FOUND = CleanUp(folders=2, folders_done=2, files=4318, found=12, decide_by=UNTIL, days=30)
NONE = CleanUp(folders=1, folders_done=1, files=86, found=0, decide_by=None, days=30)

SHOTS = (
    *(
        Shot(name=f"first-start-{step.value}", page=PageId.OVERVIEW, scenes=("nothing",), prepare=at(step))
        for step in Step
        if step is not Step.CLEAN_UP
    ),
    Shot(name="first-start-self", page=PageId.OVERVIEW, scenes=("policed",), prepare=at(Step.SELF)),
    Shot(name="first-start-work", page=PageId.OVERVIEW, scenes=("three-hundred",), prepare=at(Step.WORK)),
    Shot(name="first-start-work-filled", page=PageId.OVERVIEW, scenes=("nothing",), prepare=filled),
    Shot(name="first-start-looking", page=PageId.OVERVIEW, scenes=("nothing",), prepare=told(LOOKING)),
    Shot(name="first-start-found", page=PageId.OVERVIEW, scenes=("nothing",), prepare=told(FOUND)),
    Shot(name="first-start-ready", page=PageId.OVERVIEW, scenes=("nothing",), prepare=told(NONE)),
)
