"""The overview: the answer in one sentence, then what needs me, what goes when, and which rules are kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.actions.copies import CopyActions
from app.actions.deletion import DeletionActions
from app.actions.first_start import FirstStartActions
from app.actions.folders import FolderActions
from app.actions.pause import PauseActions
from app.actions.time_keeping import TrustedClock
from app.actions.today import TodayActions
from app.actions.vault import VaultActions
from app.domain.first_start import FirstStartState
from app.domain.messages import msg
from app.domain.rules import RuleState
from app.domain.today import NeedKind, Today, pressing
from app.ui.desk import Desk
from app.ui.first_start.window import FirstStart
from app.ui.pages.overview.days import DaysPart
from app.ui.pages.overview.doing import Actions, Doing
from app.ui.pages.overview.needs import NeedList
from app.ui.pages.overview.rules import RulesPart
from app.ui.pages.page import Page
from app.ui.theme.type import Size
from app.ui.widgets.card import row
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import Muted
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.picture import Picture

ALL = 100  # of the height, beside a stretch of 1
A_MINUTE_MS = 60_000  # "3 uur te laat" changes without any change in the store
GRACE = "lock.grace"
NOT_SET_UP = {NeedKind.NO_FOLDER, NeedKind.NO_CLIENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    today: Today
    first_start: FirstStartState


class OverviewPage(Page[Shown]):
    """`titles`: the names of the procedure's rules in a language."""

    def __init__(
        self,
        desk: Desk,
        today: TodayActions,
        first_start: FirstStartActions,
        titles: Callable[[str], Mapping[str, str]],
        clock: TrustedClock,
        copies: CopyActions,
        deletion: DeletionActions,
        folders: FolderActions,
        pause: PauseActions,
        vault: VaultActions,
    ) -> None:
        self._today = today
        self._first_start = first_start
        self._titles = titles
        self._actions = Actions(
            clock=clock, copies=copies, deletion=deletion, folders=folders, pause=pause, vault=vault
        )
        super().__init__(desk)

    def build(self) -> None:
        text = self.desk.text
        self.doing = Doing(self.desk, self._actions, self)
        self.unfinished = Notice(Tone.INFO, text(msg("ui.overview.unfinished")))
        self.unfinished.offer(text(msg("ui.overview.go-on")))
        self.unfinished.button.clicked.connect(self.set_up)
        self.grace = Notice(Tone.INFO, "")
        self.empty = EmptyState(text, "shield")
        self.empty.tell(msg("ui.overview.empty"), msg("ui.overview.empty-why"), msg("ui.overview.empty-step"))
        self.empty.button.clicked.connect(self.set_up)
        self.calm = Quiet(text(msg("ui.overview.calm")))
        self.needs = NeedList(self.desk, msg("ui.overview.needs"))
        self.may = NeedList(self.desk, msg("ui.overview.may-now"))
        self.days = DaysPart(self.desk)
        self.rules = RulesPart(self.desk, self._named_rules)
        for part in self._parts():
            part.hide()
            self.body.addWidget(part, ALL if part is self.empty else 0)
        self.body.addStretch(1)
        for needs in (self.needs, self.may):
            needs.wanted.connect(self.doing.take)
            self.doing.begun.connect(needs.be_busy)
            self.doing.ended.connect(needs.be_done)
        self._minute = QTimer(self)
        self._minute.setInterval(A_MINUTE_MS)
        self._minute.timeout.connect(self.reload)

    def load(self) -> Shown:
        today = self._today.today()
        # To the minute: what is shown changes no faster, and what is equal is not drawn again.
        minute = today.as_of.replace(second=0, microsecond=0)
        return Shown(today=replace(today, as_of=minute), first_start=self._first_start.state())

    def present(self, loaded: Shown) -> None:
        today, state = loaded.today, loaded.first_start
        urgent = pressing(today.needs)
        others = tuple(need for need in today.needs if need.state is RuleState.OK)
        is_empty = {need.kind for need in today.needs} >= NOT_SET_UP
        self.headline.setText(_kept_together(self.desk.text(today.sentence)))
        self.empty.setVisible(is_empty)
        self._show_grace(today)
        self.unfinished.setVisible(state.is_unfinished and not is_empty)
        self.calm.setVisible(not urgent and not is_empty)
        self.needs.setVisible(bool(urgent) and not is_empty)
        self.may.setVisible(bool(others) and not is_empty)
        self.days.setVisible(not is_empty)
        self.rules.setVisible(not is_empty and today.applicable > 0)
        self.needs.show_needs(urgent, today.sentence, has_filled_button=True)
        self.may.show_needs(others, today.sentence, has_filled_button=False)
        self.days.show_days(today.band)
        self.rules.show_rules(today)

    def _show_grace(self, today: Today) -> None:
        """That a call or presentation keeps the screen open (VR-P6)."""
        said = [rule.sentence for rule in today.rules if rule.sentence.id == GRACE]
        self.grace.setVisible(bool(said))
        for sentence in said:
            self.grace.tell(Tone.INFO, self.desk.text(sentence))

    @Slot()
    def set_up(self) -> None:
        """Go on with the first start, over this window."""
        first_start = FirstStart(self.desk, self._first_start, self.window())
        first_start.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first_start.open()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's names
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self._minute.stop()
        super().hideEvent(event)

    def _named_rules(self) -> Mapping[str, str]:
        return self._titles(self.desk.texts.language)

    def _parts(self) -> tuple[QWidget, ...]:
        return (self.grace, self.unfinished, self.empty, self.calm, self.needs, self.may, self.days, self.rules)


class Quiet(QWidget):
    """That nothing is to be done, without making much of it."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = Muted(sentence, Size.BODY)
        line = row(Picture("state-ok", "ok", 22), spacing=10)
        line.addWidget(self.said, 1)
        self.setLayout(line)


def _kept_together(sentence: str) -> str:
    """In large type a line ends soon: a number stays with what it counts."""
    return re.sub(r"(?<=\d) (?=\w)", "\N{NO-BREAK SPACE}", sentence)
