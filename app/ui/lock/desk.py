"""Shows what the guard of the lock tells: the countdown in a window of its own, the grace of a call in the tray's menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.idle import Phase
from app.domain.locking import LockNotice
from app.domain.messages import Message
from app.ui.lock.countdown import Countdown
from app.ui.lock.words import grace_of
from app.ui.texts import WindowTexts

COUNTED = (Phase.COUNTDOWN, Phase.LAST_OF_GRACE)


class LockDesk(QObject):
    """Lives in the window's thread. `grace_told`: what the tray says of the grace, None when there is none."""

    grace_told = Signal(object)  # Message, or None

    def __init__(
        self,
        texts: WindowTexts,
        make: Callable[[WindowTexts], Countdown] = Countdown,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._make = make
        self._grace: Message | None = None
        self.countdown: Countdown | None = None

    def speak(self, texts: WindowTexts) -> None:
        self._texts = texts
        if self.countdown is not None:
            self.countdown.speak(texts)

    @Slot(object)
    def show_notice(self, notice: LockNotice | None) -> None:
        if notice is not None and notice.phase in COUNTED:
            if self.countdown is None:
                self.countdown = self._make(self._texts)  # made when it is first needed
            self.countdown.tell(notice)
        elif self.countdown is not None:
            self.countdown.leave()
        grace = None if notice is None or notice.phase is Phase.COUNTDOWN else grace_of(notice)
        if grace != self._grace:
            self._grace = grace
            self.grace_told.emit(grace)

    def close(self) -> None:
        countdown, self.countdown = self.countdown, None
        if countdown is not None:
            countdown.leave()
            countdown.deleteLater()
