"""What needs me now: a row each, with its state by shape, its sentence, and its one best step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.messages import Message, msg, value_text
from app.domain.rules import RuleState
from app.domain.today import Need, NeedKind
from app.ui.desk import Desk
from app.ui.pages.overview.leading import says
from app.ui.theme.icons import icon
from app.ui.theme.type import Size
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import Card, Line
from app.ui.widgets.labels import Muted, Section, Text
from app.ui.widgets.state import StateIcon

FEW = 6  # what is seen before somebody asks for all
SHAPE = 22

# Of these `since` tells when it began; the others name their moment themselves.
BEGAN: Final = frozenset(
    {
        *(NeedKind.PURPOSE_MET, NeedKind.AGREEMENT_REVIEW, NeedKind.ENDLESS, NeedKind.FOLDER_UNSEEN),
        *(NeedKind.PURPOSE_ASTRAY, NeedKind.ASKED),
    }
)


class NeedList(QWidget):
    """Rows stay the same widgets from look to look, so the keyboard stays where it was."""

    wanted = Signal(object)  # Need

    def __init__(self, desk: Desk, title: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._needs: tuple[Need, ...] = ()
        self._headline: Message | None = None
        self._shows_all = False
        self.rows: dict[str, NeedRow] = {}
        self._card = Card(padding=4)
        self._card.lines.setSpacing(0)
        self.more = Button("", Weight.LINK)
        self.more.clicked.connect(self._show_all)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(Section(desk.text(title)))
        lines.addWidget(self._card)
        lines.addWidget(self.more)

    def show_needs(self, needs: Sequence[Need], headline: Message, *, has_filled_button: bool) -> None:
        """`headline` said one of them already; it is not said again. `has_filled_button`: the first one is recommended."""
        self._needs = tuple(needs)
        self._headline = headline
        for number, need in enumerate(self._needs):
            row = self.rows.get(need.id)
            if row is None:
                row = self.rows[need.id] = NeedRow(self._desk)
                row.wanted.connect(self.wanted)
            row.tell(need, is_said=need.sentence == headline)
            row.button.weigh(Weight.PRIMARY if has_filled_button and number == 0 else Weight.PLAIN)
        for gone in self.rows.keys() - {need.id for need in self._needs}:
            row = self.rows.pop(gone)
            row.hide()
            row.deleteLater()
        self._lay_rows()

    @Slot(str)
    def be_busy(self, need_id: str) -> None:
        row = self.rows.get(need_id)
        if row is not None:
            row.be_busy()

    @Slot(str, object)
    def be_done(self, need_id: str, problem: Message | None) -> None:
        row = self.rows.get(need_id)
        if row is not None:
            row.be_done(problem)

    @Slot()
    def _show_all(self) -> None:
        self._shows_all = True
        first_hidden = self._needs[FEW] if len(self._needs) > FEW else None
        self._lay_rows()
        if first_hidden is not None:
            self.rows[first_hidden.id].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_rows(self) -> None:
        """The rows in their order with lines between; what is beyond the few waits until it is asked for."""
        while (item := self._card.lines.takeAt(0)) is not None:
            if isinstance(line := item.widget(), Line):
                line.hide()
                line.deleteLater()
        shown = self._needs if self._shows_all else self._needs[:FEW]
        width = max((self.rows[need.id].button.sizeHint().width() for need in self._needs), default=0)
        for number, need in enumerate(shown):
            if number:
                self._card.lines.addWidget(Line())
            self._card.lines.addWidget(self.rows[need.id])
        before: QWidget | None = None
        for need in self._needs:
            row = self.rows[need.id]
            row.button.setMinimumWidth(width)
            row.setVisible(need in shown)
            if need not in shown:
                continue  # in no window yet
            if before is not None:
                QWidget.setTabOrder(before, row.button)
            before = row.button
        self.more.setVisible(len(shown) < len(self._needs))
        self.more.setText(self._desk.text(msg("ui.overview.show-all", n=len(self._needs))))


class NeedRow(QWidget):
    wanted = Signal(object)  # Need

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.need: Need | None = None
        self.shape = StateIcon(RuleState.UNKNOWN, "", SHAPE)
        self.sentence = Text(size=Size.BODY)
        self.detail = Muted()
        self.problem = Text(look="error")
        self.problem.hide()
        self.button = Button("")
        self.button.clicked.connect(self._take)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self.sentence, self.detail, self.problem):
            words.addWidget(label)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 10, 12, 10)
        line.setSpacing(14)
        line.addWidget(self.shape, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def tell(self, need: Need, *, is_said: bool) -> None:
        """`is_said`: its sentence stands in large type above; then its detail is what is left to say."""
        text, self.need = self._desk.text, need
        detail = "" if need.detail is None else text(need.detail)
        since = self._since(need)
        main = detail if is_said and detail else text(need.sentence)
        below = (since,) if is_said and detail else (detail, since)
        self.shape.tell(need.state, text(_word(need.state)))
        if need.state is RuleState.OK:
            self.shape.draw(icon("info", "accent"))  # a check would say that it was done
        self.sentence.setText(main)
        self.detail.setText(" · ".join(part for part in below if part))
        self.detail.setVisible(any(below))
        self.detail.setToolTip("" if need.since is None else self._desk.texts.moment(need.since))
        step = text(says(need))
        self.button.setText(step)
        self.button.setAccessibleName(f"{step.replace('&', '')}: {text(need.sentence)}")

    def _since(self, need: Need) -> str:
        """How far off it is; of what began, the day, where the sentence does not tell it already."""
        now, texts = self._desk.now(), self._desk.texts
        if need.since is None:
            return ""
        if need.since > now:
            return texts.relative(need.since, now)
        day = need.since.astimezone(texts.zone).date()
        return self._desk.text(msg("ui.overview.since", day=day)) if need.kind in BEGAN else ""

    def be_busy(self) -> None:
        self.problem.hide()
        self.button.setEnabled(False)

    def be_done(self, problem: Message | None) -> None:
        self.button.setEnabled(True)
        if problem is not None:
            self.problem.setText(self._desk.text(problem))
            self.problem.show()

    @Slot()
    def _take(self) -> None:
        self.problem.hide()
        self.wanted.emit(self.need)


def _word(state: RuleState) -> Message:
    return msg("ui.overview.may") if state is RuleState.OK else value_text(state.value)
