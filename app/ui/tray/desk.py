"""What the tray's menu does, and what it tells: looked up and done in the background."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from app.actions.locking import LockActions
from app.actions.pause import PauseActions
from app.actions.settings import SettingsActions
from app.actions.today import TodayActions
from app.domain.locking import LockAttempt, LockOutcome
from app.domain.messages import Message, msg
from app.domain.today import Today
from app.ui.jobs import Job, Jobs
from app.ui.texts import WindowTexts
from app.ui.tray.tray import Tray, TrayState

SHOWN_MS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    today: Today
    on_the_road: bool
    paused: bool
    may_quit: bool


class TrayDesk(QObject):
    """`looked` hands on what was seen, for who shows more of it."""

    looked = Signal(object)  # Today
    changed = Signal()  # the menu changed the store

    def __init__(
        self,
        tray: Tray,
        jobs: Jobs,
        today: TodayActions,
        locking: LockActions,
        pause: PauseActions,
        settings: SettingsActions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tray = tray
        self._jobs = jobs
        self._today = today
        self._locking = locking
        self._pause = pause
        self._settings = settings
        self._texts: WindowTexts | None = None
        self._looking = False
        self._again = False
        tray.lock_wanted.connect(self._lock)
        tray.road_wanted.connect(self._go_on_the_road)
        tray.pause_wanted.connect(self._rest)

    def speak(self, texts: WindowTexts) -> None:
        self._texts = texts

    @Slot()
    def look(self) -> None:
        """Look how it stands; while a look is under way one more is remembered."""
        if self._looking:
            self._again = True
            return
        self._looking = True
        self._jobs.read(self._look, self._tell, self._cannot_tell)

    def _look(self) -> Looked:
        return Looked(
            today=self._today.today(),
            on_the_road=self._locking.is_on_the_road(),
            paused=self._pause.until() is not None,
            may_quit=self._settings.flag("tray.quit_allowed"),
        )

    @Slot(object)
    def _tell(self, seen: Looked) -> None:
        today = seen.today
        self._tray.tell(
            TrayState(
                state=today.state,
                sentence=today.tray,
                next_deletion=today.tray_next,
                on_the_road=seen.on_the_road,
                paused=seen.paused,
                may_quit=seen.may_quit,
            )
        )
        self.looked.emit(today)
        self._looked()

    @Slot(object)
    def _cannot_tell(self, problem: Message) -> None:
        """What cannot be looked at is unknown, never green."""
        self._tray.cannot_tell(problem)
        self._looked()

    def _looked(self) -> None:
        self._looking = False
        if self._again:
            self._again = False
            self.look()

    @Slot()
    def _lock(self) -> None:
        self._jobs.act_at_once(self._lock_now, self._locked, self._say)

    def _lock_now(self, _job: Job[LockAttempt]) -> LockAttempt:
        return self._locking.lock_now()

    @Slot(object)
    def _locked(self, attempt: LockAttempt) -> None:
        """A lock that failed must be known at once: the person is about to walk away."""
        if attempt.outcome is not LockOutcome.LOCKED:
            self._say(attempt.sentence)

    @Slot(bool)
    def _go_on_the_road(self, on: bool) -> None:
        def go(_job: Job[None]) -> None:
            self._locking.on_the_road(on)

        self._jobs.act_at_once(go, self._done, self._failed)

    @Slot(bool)
    def _rest(self, wanted: bool) -> None:
        def rest(_job: Job[None]) -> None:
            if wanted:
                self._pause.pause()
            else:
                self._pause.resume()

        self._jobs.act(rest, self._done, self._failed)

    @Slot(object)
    def _done(self, _nothing: object) -> None:
        self.changed.emit()
        self.look()

    @Slot(object)
    def _failed(self, problem: Message) -> None:
        self._say(problem)
        self.look()  # the menu shows again how it is

    @Slot(object)
    def _say(self, problem: Message) -> None:
        if self._texts is not None:
            title = self._texts.render(msg("ui.app"))
            self._tray.icon.showMessage(title, self._texts.render(problem), self._tray.icon.icon(), SHOWN_MS)
