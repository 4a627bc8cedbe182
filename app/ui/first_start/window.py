"""The first start as one window: a question at a time, back and on, and out at any moment without losing anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.actions.first_start import FirstStartActions
from app.domain.first_start import STEPS, FirstStartState, Step, after, before
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.first_start.clean_up import CleanUpPage
from app.ui.first_start.folders import FoldersPage
from app.ui.first_start.language import LanguagePage
from app.ui.first_start.rail import NAMES, StepsRail
from app.ui.first_start.sight import SightPage
from app.ui.first_start.step import MARGIN, StepPage
from app.ui.first_start.work import WorkPage
from app.ui.first_start.yourself import SelfPage
from app.ui.jobs import Job
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import Line, row

USUAL = QSize(900, 620)
LEAST = QSize(720, 480)
PAGES: Final[tuple[type[StepPage[Any]], ...]] = (LanguagePage, SelfPage, FoldersPage, WorkPage, SightPage, CleanUpPage)


class FirstStart(QDialog):
    """Shown with `open()` over the main window, or with `show()` on its own. `finished` is emitted when it is done or left;
    Esc and the cross leave it, and what was done stays."""

    def __init__(self, desk: Desk, actions: FirstStartActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outer = desk
        self._desk = desk
        self._actions = actions
        self._is_busy = False
        self._is_ending = False
        self.step = Step.LANGUAGE
        self.setMinimumSize(LEAST)
        self.resize(USUAL)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._fill()
        desk.jobs.read(actions.state, self._begin, self._failed)

    @property
    def page(self) -> StepPage[Any]:
        """The step in front."""
        return self.pages[self.step]

    # -- what the person does -----------------------------------------------------------------------------------------

    @Slot()
    def go_on(self) -> None:
        """Keep the answer, then the next step; at the end to the window."""
        if self._is_busy:
            return
        if self.step is Step.CLEAN_UP:
            self.accept()
            return
        self.page.calm()
        self._act(self._keeping(self.page.save(), after(self.step)), self._kept)

    @Slot()
    def go_back(self) -> None:
        if not self._is_busy:
            self.show_step(before(self.step))

    def reject(self) -> None:
        """Nothing is asked. What was chosen counts."""
        if self._is_ending:
            return
        if self.step is Step.CLEAN_UP:
            self.accept()
            return
        self._is_ending = True
        self._desk.jobs.act(self._leaving, self._left, self._left)

    def done(self, result: int) -> None:
        super().done(result)
        if self._desk.texts.language != self._outer.texts.language:
            self._outer.language_changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's names
        event.ignore()
        self.reject()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._begin_keyboard()

    # -- how ----------------------------------------------------------------------------------------------------------

    def _keeping(self, save: Callable[[], object], following: Step) -> Callable[[Job[Any]], tuple[Message, ...]]:
        actions = self._actions

        def keep(_job: Job[Any]) -> tuple[Message, ...]:
            save()
            if following is Step.CLEAN_UP:
                return actions.done()
            actions.reach(following)
            return ()

        return keep

    def _leaving(self, _job: Job[Any]) -> tuple[Message, ...]:
        return self._actions.leave()

    def _act(self, work: Callable[[Job[Any]], Any], then: Callable[[Any], None]) -> None:
        self._be_busy(True)
        self._desk.jobs.act(work, then, self._failed)

    @Slot(object)
    def _begin(self, state: FirstStartState) -> None:
        self.show_step(Step.LANGUAGE if state.step is Step.CLEAN_UP else state.step)

    @Slot(object)
    def _kept(self, problems: tuple[Message, ...]) -> None:
        self._be_busy(False)
        self.page.kept()
        self._desk.acted.emit()
        self.show_step(after(self.step))
        if isinstance(self.page, CleanUpPage):
            self.page.warn(problems)

    @Slot(object)
    def _failed(self, problem: Message) -> None:
        self._be_busy(False)
        self.page.complain(problem)

    @Slot(object)
    def _left(self, _told: object) -> None:
        """Whatever came of it: who wants to leave, leaves. What could not be done is shown by the overview."""
        self._desk.acted.emit()
        super().reject()

    @Slot(str)
    def _speak(self, language: str) -> None:
        """Everything anew in the chosen language; the window stays where it is."""
        self._desk = self._outer.speaking(language)
        self._fill()
        self.show_step(Step.LANGUAGE)

    def show_step(self, step: Step) -> None:
        self.step = step
        number, total = STEPS.index(step) + 1, len(STEPS)
        self.setWindowTitle(self._desk.text(msg("ui.first.title", number=number, total=total, step=NAMES[step])))
        self._rail.show_step(step)
        self._stack.setCurrentWidget(self.page)
        self.back.setVisible(step not in (Step.LANGUAGE, Step.CLEAN_UP))
        self.later.setVisible(step is not Step.CLEAN_UP)
        self._name_go()
        self.page.calm()
        self.page.enter()

    @Slot()
    def _begin_keyboard(self) -> None:
        (self.page.first() or self.go).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _name_go(self) -> None:
        self.go.setText(self._desk.text(self.page.next_text()))

    def _be_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self.go.setEnabled(not busy)
        self.back.setEnabled(not busy)

    def _fill(self) -> None:
        while (item := self._line.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        text = self._desk.text
        self._rail = StepsRail(self._desk)
        self.pages = {page.step: page(self._desk, self._actions) for page in PAGES}
        self._stack = QStackedWidget()
        for page in self.pages.values():
            self._stack.addWidget(page)
            page.next_changed.connect(self._name_go)
            page.entered.connect(self._begin_keyboard)
        language = self.pages[Step.LANGUAGE]
        assert isinstance(language, LanguagePage)
        # Later, for the key that chose it still moves the focus on the page that goes.
        language.spoken.connect(self._speak, Qt.ConnectionType.QueuedConnection)
        self.later = Button(text(msg("ui.first.later")), Weight.QUIET)
        self.later.clicked.connect(self.reject)
        self.back = Button(text(msg("ui.first.back")))
        self.back.clicked.connect(self.go_back)
        self.go = Button("", Weight.PRIMARY)
        self.go.setDefault(True)
        self.go.clicked.connect(self.go_on)
        self._line.addWidget(self._rail)
        self._line.addWidget(self._right(), 1)

    def _right(self) -> QWidget:
        right = QWidget()
        feet = QVBoxLayout()
        feet.setContentsMargins(MARGIN - 8, 14, MARGIN, 18)
        feet.addLayout(row(self.later, 1, self.back, self.go))
        lines = QVBoxLayout(right)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self._stack, 1)
        lines.addWidget(Line())
        lines.addLayout(feet)
        return right
