"""Pictures of the countdown before a lock."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

from app.domain.idle import Phase
from app.domain.locking import LockNotice
from app.domain.rules import Stage
from app.ui.lock.countdown import Countdown
from app.ui.pages.page import PageId
from tests.ui.shots import Prepare, Shot
from tests.ui.windows import Opened

SECOND = timedelta(seconds=1)


def told(notice: LockNotice) -> Prepare:
    def prepare(here: Opened) -> Countdown:
        shown = Countdown(here.desk.texts, ticks=lambda: 0.0)
        shown.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus, False)  # whoever walks it brings it forward
        shown.tell(notice)
        return shown

    return prepare


SHOTS = (
    Shot(
        name="lock-countdown",
        page=PageId.OVERVIEW,
        scenes=("nothing",),
        prepare=told(LockNotice(phase=Phase.COUNTDOWN, left=21 * SECOND)),
    ),
    Shot(
        name="lock-after-grace",
        page=PageId.OVERVIEW,
        scenes=("nothing",),
        prepare=told(LockNotice(phase=Phase.LAST_OF_GRACE, left=100 * SECOND)),
    ),
    Shot(
        name="lock-warn",
        page=PageId.OVERVIEW,
        scenes=("nothing",),
        prepare=told(LockNotice(phase=Phase.COUNTDOWN, left=21 * SECOND, stage=Stage.WARN)),
    ),
)
