"""The life of the tray app: it starts, shows its tray, keeps the guards, opens and closes its window, and ends in order."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from app.assistant import Assistant, Site, build
from app.domain.errors import AssistantError
from app.domain.messages import Message
from app.domain.rules import RuleState
from app.domain.settings import Source
from app.domain.today import Today
from app.system.language import pick_language, texts
from app.system.notify import system_notifier
from app.system.presence import presence_source
from app.system.privacy import harden_process
from app.system.session_events import session_events
from app.ui.bridge import GuardBridge
from app.ui.collecting import Collecting, forget_sources
from app.ui.ending.desk import EndingDesk
from app.ui.jobs import Job, Jobs
from app.ui.keeper import Keeper
from app.ui.lock.desk import LockDesk
from app.ui.pages.page import PageId
from app.ui.texts import WindowTexts
from app.ui.toasts.desk import ToastDesk
from app.ui.tray.desk import TrayDesk
from app.ui.tray.tray import Tray, TrayState
from app.ui.window.broken import BrokenWindow
from app.ui.window.place import WindowPlace

LOOK_MS = 1_000  # how soon a change by another process is seen while a window is open
TELL_MS = 60_000  # and how often the tray looks by itself: "over 3 dagen" changes without any change in the store

log = logging.getLogger(__name__)


class Shell(QObject):
    """Built in the window's thread; `begin` returns at once and the store is opened meanwhile.

    `opens_window`: the person started it by hand; at sign-in only the tray appears. `is_first`: whether no other assistant of
    this person runs, asked when the data directory is there.
    """

    ended = Signal(int)  # exit code
    tray_looked = Signal(object)  # Today, each time the tray tells anew

    def __init__(
        self,
        application: QApplication,
        site: Site,
        *,
        opens_window: bool = True,
        is_first: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(application)
        self._site = site
        self._is_first = is_first
        self._opens_window = opens_window
        self.jobs = Jobs(self)
        self.bridge = GuardBridge(self)
        self._collecting = Collecting(self)
        self.texts = WindowTexts(texts(pick_language(site.language)))
        self.tray = Tray(self.texts, self)
        self.assistant: Assistant | None = None
        self.place: WindowPlace | None = None
        self.broken: BrokenWindow | None = None
        self._keeper: Keeper | None = None
        self._tray_desk: TrayDesk | None = None
        self._toasts: ToastDesk | None = None
        self.ending: EndingDesk | None = None
        self.lock = LockDesk(self.texts, parent=self)
        self.bridge.lock_noticed.connect(self.lock.show_notice)
        self.lock.grace_told.connect(self.tray.tell_grace)
        self._version = -1
        self._looks = 0
        self._is_over = False
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._look)
        self.tray.open_wanted.connect(self.show_window)
        self.tray.next_wanted.connect(self._show_vault)
        self.tray.quit_wanted.connect(self.quit)

    @property
    def is_keeping(self) -> bool:
        """Whether the guards run in this process."""
        return self._keeper is not None and self._keeper.runner is not None

    def keep_guards(self) -> None:
        """Try to take the guards over; done by itself every half minute."""
        if self._keeper is not None:
            self._keeper.begin()

    @property
    def is_starting(self) -> bool:
        """Until the guards run and the tray tells how it stands."""
        return not self._looking.isActive()

    # -- beginning ----------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        self.tray.ready(False)
        self.tray.begin()
        self._open_store()

    @Slot()
    def _open_store(self) -> None:
        self.jobs.act(self._opened, self._ready, self._failed)

    def _opened(self, _job: Job[Assistant]) -> Assistant:
        """In a working thread: the credential store and the database may take their time."""
        for refused in harden_process():
            log.warning("process protection refused: %s", refused)
        assistant = build(self._site)
        try:
            assistant.begin()
        except AssistantError:
            assistant.close()
            raise
        return assistant

    @Slot(object)
    def _ready(self, assistant: Assistant) -> None:
        self.assistant = assistant
        if not self._is_first():
            self.quit()  # two first starts at once: the other one was quicker
            return
        if self.broken is not None:
            self.broken.leave()
            self.broken = None
        self._toasts = ToastDesk(
            assistant.news,
            presence_source(assistant.locking.is_locked),
            system_notifier,
            self._render,
            self.tray.icon,
            self,
        )
        self.place = WindowPlace(assistant, self.jobs, self.tray, self)
        self._tray_desk = TrayDesk(
            self.tray, self.jobs, assistant.today, assistant.locking, assistant.pause, assistant.settings, self
        )
        self._keeper = Keeper(assistant, self.bridge, assistant.news.warn, self)
        self.ending = EndingDesk(
            assistant.ending, self.jobs, self.texts, session_events, lambda: assistant.clock.now().date(), self
        )
        self.ending.acted.connect(self._tray_desk.look)
        self._tie(self._toasts, self.place, self._tray_desk)
        self._tray_desk.changed.connect(self._keeper.look_at_the_road)
        self._speak()
        self.tray.ready(True)
        if self._opens_window or not self.tray.is_there:
            self.place.show()
        QTimer.singleShot(0, self._keep)

    def _tie(self, toasts: ToastDesk, place: WindowPlace, tray_desk: TrayDesk) -> None:
        self.bridge.reported.connect(self._reported)
        toasts.view_requested.connect(place.show_page)
        place.came_forward.connect(toasts.window_in_front)
        place.acted.connect(tray_desk.look)
        place.language_changed.connect(self._change_language, Qt.ConnectionType.QueuedConnection)
        tray_desk.changed.connect(place.look_again)
        tray_desk.looked.connect(self._looked)

    @Slot()
    def _keep(self) -> None:
        """What may come after the first picture: guards, toasts, the tray's sentence."""
        if self._is_over or self._keeper is None or self._toasts is None or self._tray_desk is None:
            return
        self._keeper.begin()
        self._toasts.start()
        if self.ending is not None:
            self.ending.begin()
        self._tray_desk.look()
        self._looking.start(LOOK_MS)
        self._collecting.settle()

    @Slot(object)
    def _failed(self, problem: Message) -> None:
        """Without a store nothing is kept: that is said in words, in a window."""
        log.error("the assistant cannot start: %s", problem.id)
        self.tray.tell(TrayState(state=RuleState.OVERDUE, sentence=problem))
        if self.broken is None:
            self.broken = BrokenWindow(self.texts)
            self.broken.again.connect(self._open_store)
            self.broken.left.connect(self.quit)
        self.broken.tell(problem)

    # -- language -----------------------------------------------------------------------------------------------------

    def _speak(self) -> None:
        """In the language that the person chose, which the store can tell."""
        if self.assistant is None or self.place is None or self._tray_desk is None:
            return
        chosen = self.assistant.settings.get("language")
        setting = str(chosen.value) if chosen.source is not Source.DEFAULT else None
        self.texts = WindowTexts(texts(pick_language(self._site.language, setting)))
        self.tray.speak(self.texts)
        self._tray_desk.speak(self.texts)
        self.lock.speak(self.texts)
        if self.ending is not None:
            self.ending.speak(self.texts)
        self.place.speak(self.texts)

    def _render(self, message: Message) -> str:
        return self.texts.render(message)

    @Slot()
    def _change_language(self) -> None:
        self._speak()
        if self._tray_desk is not None:
            self._tray_desk.look()

    # -- the window ---------------------------------------------------------------------------------------------------

    @Slot()
    def show_window(self) -> None:
        if self.place is not None:
            self.place.show()
        elif self.broken is not None:
            self.broken.come_forward()
        else:
            self._opens_window = True  # as soon as there is something to show

    @Slot()
    def _show_vault(self) -> None:
        if self.place is not None:
            self.place.show_page(PageId.VAULT.value)

    def say_unexpected(self, kind: str) -> None:
        """A bug of ours: the person hears of it, and the rest goes on."""
        if self.place is not None:
            self.place.say_unexpected(kind)

    # -- news ---------------------------------------------------------------------------------------------------------

    @Slot()
    def _look(self) -> None:
        """Whether any process changed the store; and once a minute all the same."""
        if self.assistant is None or self.place is None or self._tray_desk is None or self._toasts is None:
            return
        self._looks += 1
        version = self.assistant.store_version()
        if version != self._version:
            self._version = version
            self.place.look_again()
            self._toasts.look_soon()
        elif self._looks * LOOK_MS < TELL_MS:
            return
        self._looks = 0
        self._tray_desk.look()

    @Slot(object)
    def _reported(self, report: object) -> None:
        if self.assistant is not None and self._toasts is not None:
            self.assistant.news.report(report)  # type: ignore[arg-type]  # a signal carries objects
            self._toasts.look_soon()

    @Slot(object)
    def _looked(self, today: Today) -> None:
        self.tray_looked.emit(today)
        if self.place is None:
            return
        self.place.count(today)
        if self.place.window is None and self.assistant is not None:
            forget_sources()
            self.jobs.read(self.assistant.rest, self._rested)

    @Slot(object)
    def _rested(self, _nothing: object) -> None:
        """Nothing to tell."""

    # -- the end ------------------------------------------------------------------------------------------------------

    @Slot()
    def session_ends(self) -> None:
        """Sign-out or shutdown: what falls due soon is offered, and what is checked out is taken back before the system ends
        this process."""
        if self.ending is not None and not self._is_over:
            self.ending.before_end()
        self.quit()

    @Slot()
    def quit(self) -> None:
        """In order, each part whatever happens to the one before: guards, what is checked out, store."""
        if self._is_over:
            return
        self._is_over = True
        self._looking.stop()
        if self.place is not None:
            self.place.close()
        if self._toasts is not None:
            self._toasts.close()
        self.tray.close()
        if self.ending is not None:
            self.ending.close()
        if self._keeper is not None:
            self._keeper.end()
        self.lock.close()
        self.jobs.close()
        self._close_store()
        self._collecting.close()
        self.ended.emit(0)

    def _close_store(self) -> None:
        if self.assistant is None:
            return
        try:
            self.assistant.vault.seal_all()
        except AssistantError as error:
            log.error("what is checked out could not be sealed again: %s", error.message.id)
        self.assistant.close()
