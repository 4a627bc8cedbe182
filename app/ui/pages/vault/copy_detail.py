"""The chosen copy: how it stands, under which agreement, and what can be done with it; the best step is filled."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.outside import Outside
from app.actions.vault_list import VaultRow
from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.domain.vault_list import RowState
from app.ui.desk import Desk
from app.ui.pages.page import PageId
from app.ui.pages.vault.acting import Acting
from app.ui.pages.vault.actions import Actions
from app.ui.pages.vault.copy_steps import SIDE_STEPS, WORDS, Step, steps_of
from app.ui.pages.vault.copy_told import facts_of, facts_of_waiting, notice_of
from app.ui.pages.vault.loaded import CopyLoaded, load_copy
from app.ui.pages.vault.words import goes, stand_of
from app.ui.texts import visible
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import Card, Line, row
from app.ui.widgets.facts import Facts
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Text, Title
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.state import StateBadge


class CopyDetail(Card):
    """`wanted` hands out the step that was pressed, and for which row."""

    wanted = Signal(object, object)  # Step, VaultRow

    def __init__(self, desk: Desk, actions: Actions, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._row: VaultRow | None = None
        self._outside: Outside | None = None
        self._problem: str | None = None
        self._loaded: CopyLoaded | None = None
        self._best: Button | None = None
        self._pressed_last: Button | None = None  # had the keyboard when it was disabled
        self._meanwhile: QWidget | None = None  # has it since
        self.title = Title()
        self.stand = StateBadge(RuleState.UNKNOWN, "")
        self.sentence = Text()
        self.notice = Notice(Tone.INFO)
        self.problem = Notice(Tone.OVERDUE)
        self.acting = acting
        self.steps = {step: Button(desk.text(WORDS[step])) for step in Step}
        self.facts = Facts()
        self.agreement = Button(desk.text(msg("ui.vault.to-agreement")), Weight.LINK)
        self._lay_out()
        for step, button in self.steps.items():
            button.setProperty("step", step.value)
            button.clicked.connect(self._pressed)
        self.agreement.clicked.connect(self._go_to_agreement)

    def show_row(self, row: VaultRow, outside: Outside, damaged: Mapping[str, str]) -> None:
        """What the row says is shown at once; what the agreement says as soon as it was looked up."""
        if self._row is None or self._row.id != row.id:
            self._loaded = None
            self.problem.hide()
            self.facts.hide()
        self._row, self._outside = row, outside
        self._problem = row.problem or damaged.get(row.id)
        self.title.setText(visible(row.name))
        state, word = stand_of(row, damaged)
        self.stand.tell(state, self._desk.text(word))
        self._show_rest()
        self._desk.jobs.read(lambda: (row.id, load_copy(self._actions, row)), self._read, self.complain)

    def take_step(self) -> None:
        """The row was opened: the best step is taken where it opens the file, else brought under the keyboard."""
        row = self._row
        if row is None:
            return
        first = steps_of(row, self._loaded, self._desk.now())[0]
        for step in (Step.OPEN, Step.OPEN_AGAIN, Step.OPEN_IN_PLACE):
            if not self.steps[step].isHidden():
                self.steps[step].click()
                return
        self.steps[first].setFocus()

    def be_busy(self, busy: bool) -> None:
        """Qt takes the keyboard from what is disabled: it comes back, unless the person took it elsewhere meanwhile."""
        focus = self.window().focusWidget()
        if busy:
            self._pressed_last = next((button for button in self.steps.values() if button is focus), None)
        for button in self.steps.values():
            button.setEnabled(not busy)
        if busy:
            self._meanwhile = self.window().focusWidget()
        elif self._pressed_last is not None:
            is_waiting = focus is self._meanwhile or (focus is not None and self.acting.progress.isAncestorOf(focus))
            back = self._best if self._pressed_last.isHidden() else self._pressed_last
            if is_waiting and back is not None:
                back.setFocus(Qt.FocusReason.OtherFocusReason)
            self._pressed_last = self._meanwhile = None

    @Slot(object)
    def complain(self, problem: Message) -> None:
        self.problem.tell(Tone.OVERDUE, self._desk.text(problem))
        self.problem.show()

    # -- how ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _read(self, answer: tuple[str, CopyLoaded | None]) -> None:
        row_id, loaded = answer
        if self._row is not None and self._row.id == row_id:
            self._loaded = loaded
            self._show_rest()

    def _show_rest(self) -> None:
        row, outside, loaded, desk = self._row, self._outside, self._loaded, self._desk
        if row is None or outside is None:
            return
        trigger = loaded.copy.trigger if loaded is not None else None
        self.sentence.setText(desk.text(goes(row, trigger, outside, desk.texts, desk.now())))
        said = notice_of(row, self._problem, loaded, desk)
        self.notice.setVisible(said is not None)
        if said is not None:
            self.notice.tell(said[0], " ".join(desk.text(sentence) for sentence in said[1]))
        self._offer(steps_of(row, loaded, desk.now()))
        waits = row.state is RowState.WAITING
        self.facts.setVisible(waits or loaded is not None)
        self.agreement.setVisible(loaded is not None)
        if loaded is not None:
            self.facts.show_facts(facts_of(loaded, desk))
        elif waits:
            self.facts.show_facts(facts_of_waiting(row, desk))

    def _offer(self, steps: tuple[Step, ...]) -> None:
        """The keyboard goes from a step that is over to the best one that is left."""
        best = None if self._problem is not None or steps[0] in SIDE_STEPS else steps[0]
        focus, self._best = self.window().focusWidget(), self.steps[steps[0]]
        goes = any(button is focus for step, button in self.steps.items() if step not in steps)
        self._best.show()
        if goes:
            self._best.setFocus(Qt.FocusReason.OtherFocusReason)
        for step, button in self.steps.items():
            button.setVisible(step in steps)
            button.weigh(Weight.PRIMARY if step is best else Weight.PLAIN)

    @Slot()
    def _pressed(self) -> None:
        button, row = self.sender(), self._row
        if button is not None and row is not None:
            self.problem.hide()
            self.wanted.emit(Step(button.property("step")), row)

    @Slot()
    def _go_to_agreement(self) -> None:
        if self._row is not None and self._row.agreement_id is not None:
            self._desk.go(PageId.PROJECTS.value, self._row.agreement_id)

    def _lay_out(self) -> None:
        steps = FlowLayout()
        for button in self.steps.values():
            button.hide()
            steps.addWidget(button)
        top = QVBoxLayout()
        top.setSpacing(8)
        head = row(self.title, self.stand)
        head.setStretch(0, 1)
        head.setAlignment(self.stand, Qt.AlignmentFlag.AlignTop)
        top.addLayout(head)
        top.addWidget(self.sentence)
        self.lines.setSpacing(12)
        self.lines.addLayout(top)
        self.lines.addWidget(self.notice)
        self.lines.addLayout(steps)
        self.lines.addWidget(self.acting.progress)
        self.lines.addWidget(self.problem)
        self.lines.addWidget(Line())
        self.lines.addWidget(self.facts)
        self.lines.addWidget(self.agreement)
        for part in (self.notice, self.problem, self.facts, self.agreement):
            part.hide()
