"""The thread behind the toasts: looks for news, asks whether the person may be disturbed, and shows. Knows no widgets."""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Protocol

from app.domain.errors import AssistantError
from app.domain.messages import Message, msg
from app.domain.presence import Presence
from app.domain.toast import ToastRequest
from app.system.notify import DEFAULT, Answer, Notifier, OnAnswer, Toast, ToastAction
from app.system.presence import PresenceSource

LOOK_EVERY = 15.0  # seconds; only a wake-up call: what is due is decided by moments
PATIENCE = 15.0  # seconds that closing waits for a service that does not answer
VIEW, LATER = "view", "later"

log = logging.getLogger(__name__)


class NewsSource(Protocol):
    """`app.actions.news`. All raise AssistantError."""

    def next(self, ask: Callable[[], Presence]) -> ToastRequest | None: ...

    def told(self, request: ToastRequest) -> None: ...

    def later(self, request: ToastRequest) -> None: ...

    def seen(self) -> None: ...

    def lasts(self, request: ToastRequest) -> bool: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets:
    """Where the teller's words go; called in its thread. `in_tray`: show it beside the clock, as the system shows nothing;
    `view`: the person wants to see it, with the token that lets a window come to the front."""

    in_tray: Callable[[ToastRequest], None]
    view: Callable[[ToastRequest, str | None], None]


class Teller:
    """One thing at a time, in one thread, from `start` to `close`. At most one notification of ours stands.

    The other methods may be called from any thread and return at once.
    """

    def __init__(
        self,
        news: NewsSource,
        presence: PresenceSource,
        notifier: Callable[[OnAnswer], Notifier],
        render: Callable[[Message], str],
        outlets: Outlets,
    ) -> None:
        self._news = news
        self._presence = presence
        self._render = render
        self._outlets = outlets
        self._notifier = notifier(self._answered)
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._standing: tuple[int, ToastRequest] | None = None
        self._is_window_in_front = False
        self._is_failing = False
        self._thread = threading.Thread(target=self._run, name="toasts", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def look_soon(self) -> None:
        self._jobs.put(self._look)

    def window_in_front(self, is_in_front: bool) -> None:
        self._is_window_in_front = is_in_front
        if is_in_front:
            self._jobs.put(self._look)

    def shown_in_tray(self, request: ToastRequest) -> None:
        self._jobs.put(lambda: self._news.told(request))

    def close(self) -> bool:
        """End the thread; the notification that stands goes with it. False: a service still keeps it, for seconds."""
        if self._thread.ident is None:
            self._notifier.close()
            return True
        self._jobs.put(None)
        self._thread.join(PATIENCE)
        return not self._thread.is_alive()

    # -- in the thread ------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        while True:
            try:
                job = self._jobs.get(timeout=LOOK_EVERY)
            except Empty:
                job = self._look
            if job is None:
                break
            self._attempt(job)
        self._withdraw()
        self._notifier.close()

    def _attempt(self, job: Callable[[], None]) -> None:
        """A store that fails now is asked again at the next look; the log hears of it once."""
        try:
            job()
        except AssistantError as error:
            if not self._is_failing:
                log.warning("toasts wait: %s", error.message.id)
            self._is_failing = True
        except Exception as error:  # noqa: BLE001  # the last net of this thread: one bug must not silence the rest
            where = "".join(traceback.format_tb(error.__traceback__))
            log.error("toasts met %s\n%s", type(error).__name__, where)  # no arguments: they may name files
        else:
            self._is_failing = False

    def _look(self) -> None:
        if self._is_window_in_front:
            self._withdraw()
            self._news.seen()
            return
        if self._standing is not None and not self._news.lasts(self._standing[1]):
            self._withdraw()
        request = self._news.next(self._presence.read)
        if request is not None:
            self._show(request)

    def _show(self, request: ToastRequest) -> None:
        replaces = None if self._standing is None else self._standing[0]
        id_ = self._notifier.show(self._toast(request), replaces)
        if id_ is None:
            self._outlets.in_tray(request)
            return
        self._standing = (id_, request)
        self._news.told(request)

    def _toast(self, request: ToastRequest) -> Toast:
        actions = [ToastAction(VIEW, self._render(msg("toast.view")))]
        if request.may_wait:
            actions.append(ToastAction(LATER, self._render(msg("toast.later"))))
        body = "\n".join(self._render(line) for line in request.body)
        return Toast(title=self._render(request.title), body=body, actions=tuple(actions))

    def _answered(self, answer: Answer) -> None:
        """In the notifier's thread."""
        self._jobs.put(lambda: self._take(answer))

    def _take(self, answer: Answer) -> None:
        if self._standing is None or self._standing[0] != answer.id:
            return  # it was replaced meanwhile
        request = self._standing[1]
        if answer.key is None:
            self._standing = None
        elif answer.key == LATER:
            self._withdraw()
            self._news.later(request)
        elif answer.key in (VIEW, DEFAULT):
            self._withdraw()
            self._outlets.view(request, answer.activation)

    def _withdraw(self) -> None:
        if self._standing is not None:
            id_, self._standing = self._standing[0], None
            self._notifier.withdraw(id_)
