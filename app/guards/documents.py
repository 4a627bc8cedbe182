"""Files documentation: soon after something changed in a documentation folder, and looks at the remote once an hour.

Source: VR-P5a, VR-S2.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, Protocol

from app.domain.document import NEEDS_A_PERSON, DocumentState, SyncStatus
from app.domain.errors import AssistantError, GuardError
from app.domain.messages import msg
from app.domain.rules import GuardReport, RuleState
from app.system.watch import Change, FolderWatcher, Lost

CALM: Final = 2.0  # seconds without a change: a burst of saves is one look
SOON: Final = timedelta(seconds=2)
BUSY: Final = timedelta(seconds=30)
OFFLINE: Final = timedelta(minutes=5)


class DocumentActions(Protocol):
    def look_around(self) -> SyncStatus:
        """One step of filing. Raises EnvironmentLacking, also while somebody else files."""
        ...

    def has_more(self) -> bool:
        """Whether the last step left something that can go on at once."""
        ...

    def is_taken(self, error: AssistantError) -> bool:
        """Whether it only says that somebody else files at this moment."""
        ...

    def folders(self) -> Iterable[str]:
        """The documentation folders of all projects."""
        ...


MakeWatcher = Callable[[Callable[[Change], None], Callable[[Path, Lost], None]], FolderWatcher]


class DocumentGuard:
    """`ticks`: steady seconds."""

    name = "documents"
    requirements = ("VR-P5a", "VR-P5b", "VR-S2")
    interval = timedelta(minutes=3)

    def __init__(
        self, documents: DocumentActions, watcher: MakeWatcher, ticks: Callable[[], float] = time.monotonic
    ) -> None:
        self._documents = documents
        self._ticks = ticks
        self._wake: Callable[[], None] = lambda: None
        self._watcher = watcher(self._changed, self._lost)
        self._watched: frozenset[str] = frozenset()
        self._heard_at: float | None = None
        self._last: GuardReport | None = None

    # -- listening ----------------------------------------------------------------------------------------------------

    def listen(self, wake: Callable[[], None]) -> None:
        self._wake = wake

    def resumed(self) -> None:
        """The next look walks all folders in any case."""

    def close(self) -> None:
        self._watcher.close()

    def _changed(self, _change: Change) -> None:
        is_first, self._heard_at = self._heard_at is None, self._ticks()
        if is_first:
            self._wake()

    def _lost(self, _folder: Path, _lost: Lost) -> None:
        if self._heard_at is None:
            self._heard_at = self._ticks()
            self._wake()

    def _watch(self) -> None:
        wanted = frozenset(self._documents.folders())
        for folder in self._watched - wanted:
            self._watcher.unwatch(Path(folder))
        for folder in wanted:
            self._watcher.watch(Path(folder))
        self._watched = wanted

    # -- looking ------------------------------------------------------------------------------------------------------

    def check(self, now: datetime) -> GuardReport:
        if self._heard_at is not None and 0 <= self._ticks() - self._heard_at < CALM and self._watched:
            return self._as_before(now + SOON)
        self._heard_at = None
        try:
            self._watch()
            status = self._documents.look_around()
        except AssistantError as error:
            if self._documents.is_taken(error):
                return self._as_before(now + BUSY)
            raise GuardError(error.message) from error
        self._last = self._of(status, now)
        return self._last

    def _of(self, status: SyncStatus, now: datetime) -> GuardReport:
        if status.trouble is not None:
            return GuardReport(
                guard=self.name, state=RuleState.UNKNOWN, sentence=status.trouble, next_check_at=now + OFFLINE
            )
        soon = now if self._documents.has_more() else None
        wanting = sum(status.counts.get(state, 0) for state in NEEDS_A_PERSON)
        if status.questions:
            sentence = msg("guard.documents-asked", n=len(status.questions))
            return GuardReport(guard=self.name, state=RuleState.ATTENTION, sentence=sentence, next_check_at=soon)
        if wanting:
            sentence = msg("guard.documents-wanting", n=wanting)
            return GuardReport(guard=self.name, state=RuleState.ATTENTION, sentence=sentence, next_check_at=soon)
        sentence = msg("guard.documents-filed", n=status.counts.get(DocumentState.FILED, 0))
        return GuardReport(guard=self.name, state=RuleState.OK, sentence=sentence, next_check_at=soon)

    def _as_before(self, again: datetime) -> GuardReport:
        """Nothing is new yet."""
        last = self._last
        state = RuleState.OK if last is None else last.state
        sentence = msg("guard.documents-looking") if last is None else last.sentence
        return GuardReport(guard=self.name, state=state, sentence=sentence, next_check_at=again)
