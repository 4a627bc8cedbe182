"""Offers, when the session ends or the laptop sleeps, to delete what falls due within 72 hours. Source: VR-P4.

Before an end the system waits five seconds at most, and so does the offer; a forced end is not kept waiting. Sleep is not held
up for it: the screen is locked first, and the offer stands there when the person is back, once a day.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, Slot

from app.actions.deletion import DeletionRun
from app.actions.ending import EndingActions
from app.domain.messages import Message, msg
from app.system.session_events import OnSessionEvent, SessionEvent, SessionEvents
from app.ui.ending.window import OfferWindow
from app.ui.jobs import Job, Jobs
from app.ui.texts import WindowTexts

LONGEST_MS: Final = (
    4_500  # from the first word of the end to ours that we are ready; the system ends us after five seconds
)

MakeEvents = Callable[[OnSessionEvent, str], SessionEvents]

log = logging.getLogger(__name__)


class EndingDesk(QObject):
    """Lives in the window's thread. `today`: the day, so that sleep asks once in it."""

    acted = Signal()  # copies were deleted

    _heard = Signal(object)  # SessionEvent
    _settled = Signal()  # the session may end

    def __init__(
        self,
        actions: EndingActions,
        jobs: Jobs,
        texts: WindowTexts,
        make: MakeEvents,
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._jobs = jobs
        self._texts = texts
        self._make = make
        self._today = today
        self._events: SessionEvents | None = None
        self._changing = threading.Lock()
        self._is_closed = False
        self._is_ending = False
        self._asked_on: date | None = None
        self._ids: tuple[str, ...] = ()
        self.offer: OfferWindow | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(LONGEST_MS)
        self._patience.timeout.connect(self._give_up)
        self._heard.connect(self._hear)

    def speak(self, texts: WindowTexts) -> None:
        self._texts = texts

    def begin(self) -> None:
        """Listening may take a moment to begin, so it is begun in a working thread."""
        self._jobs.read(self._listen, self._listens)

    def before_end(self) -> None:
        """Qt tells of the end as well, perhaps first: returns when the offer is answered, or time is up."""
        if not self._is_ending:
            self._hear(SessionEvent.ENDING)
        if self._is_ending:
            waiting = QEventLoop()
            self._settled.connect(waiting.quit)
            waiting.exec()

    def close(self) -> None:
        self._patience.stop()
        self._leave()
        with self._changing:
            self._is_closed = True
            events, self._events = self._events, None
        if events is not None:
            events.close()

    # -- hearing ------------------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        """In a working thread."""
        events = self._make(self._heard.emit, self._texts.render(msg("ui.ending.why")))
        with self._changing:
            if not self._is_closed:
                self._events = events
                return
        events.close()

    @Slot(object)
    def _listens(self, _nothing: object) -> None:
        """Nothing to tell."""

    @Slot(object)
    def _hear(self, event: SessionEvent) -> None:
        if event is SessionEvent.SLEEPING:
            if self._events is not None:
                self._events.ready_to_sleep()
            if self.offer is None and self._asked_on != self._today():
                self._look()
        elif event is SessionEvent.ENDING and not self._is_ending:
            self._is_ending = True
            self._patience.start()
            self._leave()  # one that waits since the laptop slept: its window says something else
            self._look()

    def _look(self) -> None:
        self._jobs.read(self._actions.falling_due, self._offer, self._cannot)

    # -- the offer ----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _offer(self, ids: tuple[str, ...]) -> None:
        if not ids or self.offer is not None:
            self._settle()
            return
        self._ids = ids
        self._asked_on = self._today()
        self.offer = OfferWindow(self._texts, len(ids), is_ending=self._is_ending)
        self.offer.answered.connect(self._answered)
        self.offer.come()

    @Slot(bool)
    def _answered(self, yes: bool) -> None:
        if not yes:
            self._leave()
            self._settle()
            return
        if self.offer is not None:
            self.offer.busy()
        self._jobs.act(self._delete, self._deleted, self._cannot)

    def _delete(self, _job: Job[DeletionRun]) -> DeletionRun:
        return self._actions.delete(self._ids)

    @Slot(object)
    def _deleted(self, _run: DeletionRun) -> None:
        """What came of each stands in the vault's list and on the declaration."""
        self.acted.emit()
        self._leave()
        self._settle()

    @Slot(object)
    def _cannot(self, problem: Message) -> None:
        """Nothing is lost: the guard deletes it in time, and shows what keeps it from that."""
        log.warning("before the end of the session: %s", problem.id)
        self._leave()
        self._settle()

    @Slot()
    def _give_up(self) -> None:
        """Time is up. What is being deleted is finished by the next start if it has to be."""
        self._leave()
        self._settle()

    def _leave(self) -> None:
        offer, self.offer = self.offer, None
        if offer is not None:
            offer.answered.disconnect(self._answered)
            offer.hide()
            offer.deleteLater()

    def _settle(self) -> None:
        if not self._is_ending:
            return
        self._is_ending = False
        self._patience.stop()
        if self._events is not None:
            self._events.ready_to_end()
        self._settled.emit()
