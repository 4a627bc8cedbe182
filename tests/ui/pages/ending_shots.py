"""Pictures of the offer before the session ends, and after sleep."""

from __future__ import annotations

from app.ui.ending.window import OfferWindow
from app.ui.pages.page import PageId
from tests.ui.shots import Prepare, Shot
from tests.ui.windows import Opened


def offered(count: int, *, is_ending: bool) -> Prepare:
    def prepare(here: Opened) -> OfferWindow:
        shown = OfferWindow(here.desk.texts, count, is_ending=is_ending)
        shown.come()
        return shown

    return prepare


SHOTS = (
    Shot(name="ending-offer", page=PageId.OVERVIEW, scenes=("nothing",), prepare=offered(3, is_ending=True)),
    Shot(name="ending-after-sleep", page=PageId.OVERVIEW, scenes=("nothing",), prepare=offered(1, is_ending=False)),
)
