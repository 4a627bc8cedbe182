"""What all pages share: the language, work in the background, the way to other pages, and one voice for short news."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.domain.messages import Message
from app.domain.ports import Clock
from app.system.language import texts
from app.ui.jobs import Jobs
from app.ui.texts import WindowTexts


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One line at the foot of the window. `undo` takes back what it tells of; None where that is not safe."""

    message: Message
    undo: Callable[[], None] | None = None


class Desk(QObject):
    """Handed to every page. Signals go to the main window; pages do not know each other."""

    page_wanted = Signal(str, object)  # a PageId's value, and what to show there: an id, or None
    news = Signal(object)  # News
    language_changed = Signal()  # the person chose another language: everything is made anew
    acted = Signal()  # an action of the window changed the store: whoever shows something looks again

    def __init__(self, texts: WindowTexts, jobs: Jobs, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.texts = texts
        self.jobs = jobs
        self._clock = clock

    def speaking(self, language: str) -> Desk:
        """The same desk in another language: what is said on it is heard here too."""
        other = Desk(WindowTexts(texts(language, self.texts.zone)), self.jobs, self._clock)
        other.page_wanted.connect(self.page_wanted)
        other.news.connect(self.news)
        other.acted.connect(self.acted)
        return other

    def now(self) -> datetime:
        return self._clock.now()

    def text(self, message: Message) -> str:
        return self.texts.render(message)

    def go(self, page: str, subject: object = None) -> None:
        self.page_wanted.emit(page, subject)

    def tell(self, message: Message, undo: Callable[[], None] | None = None) -> None:
        self.news.emit(News(message=message, undo=undo))
