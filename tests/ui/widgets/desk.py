"""A desk for widgets on their own: Dutch, a clock that stands still, real jobs."""

from __future__ import annotations

from app.system.language import texts
from app.ui.desk import Desk
from app.ui.jobs import Jobs
from app.ui.texts import WindowTexts
from tests.fakes import FakeClock


def desk_of(jobs: Jobs, language: str = "nl") -> Desk:
    return Desk(WindowTexts(texts(language)), jobs, FakeClock())
