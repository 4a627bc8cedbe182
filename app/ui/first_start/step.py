"""What every step is: a question in large type, why it is asked, the answer, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.actions.first_start import FirstStartActions
from app.domain.first_start import Step
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.theme.type import Size
from app.ui.widgets.form import Field
from app.ui.widgets.labels import Headline, Text
from app.ui.widgets.notice import Notice, Tone

T = TypeVar("T")
MARGIN = 32


class StepPage(QWidget, Generic[T]):
    """A step makes its widgets in `build`, looks things up in `load` (in a working thread) and shows them in `present`.
    `save` gives what keeps the answer."""

    step: Step
    next_changed = Signal()  # `next_text` says something else now
    entered = Signal()  # what is known is shown: the keyboard can begin

    def __init__(self, desk: Desk, first_start: FirstStartActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.first_start = first_start
        self.shown: T | None = None
        self._is_entering = False
        self.headline = Headline()
        self.why = Text(size=Size.BODY)
        self.problem = Notice(Tone.OVERDUE)
        self.problem.hide()
        self.lines = QVBoxLayout()
        self.lines.setSpacing(16)
        self._lay_out()
        self.build()

    # -- what a step defines ------------------------------------------------------------------------------------------

    def build(self) -> None:
        """Make the widgets of `self.lines`, once."""
        raise NotImplementedError

    def load(self) -> T:
        """What is known already, looked up in a working thread. Raises AssistantError."""
        raise NotImplementedError

    def present(self, loaded: T) -> None:
        """Show what was loaded; in the window's thread."""

    def save(self) -> Callable[[], object]:
        """What keeps the answer; it runs in a working thread and may raise AssistantError."""
        return _nothing

    def kept(self) -> None:
        """What `save` gave was done."""

    def next_text(self) -> Message:
        """What the filled button says."""
        return msg("ui.first.next")

    def fields_of(self) -> Mapping[str, Field]:
        """The field that an error is about, by the id of its message."""
        return {}

    def first(self) -> QWidget | None:
        """Where the keyboard begins; None: on the filled button."""
        return None

    # -- what the window does -----------------------------------------------------------------------------------------

    def ask(self, question: Message, why: Message) -> None:
        self.headline.setText(self.desk.text(question))
        self.why.setText(self.desk.text(why))

    def enter(self) -> None:
        """The step comes forward: what is known is looked up anew."""
        self._is_entering = True
        self.look()

    @Slot()
    def look(self) -> None:
        self.desk.jobs.read(self.load, self._loaded, self.complain)

    @Slot(object)
    def complain(self, message: Message) -> None:
        """Say what is wrong at the field it is about, or below all of them."""
        field = self.fields_of().get(message.id)
        if field is not None:
            field.complain(self.desk.text(message))
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.problem.tell(Tone.OVERDUE, self.desk.text(message))
        self.problem.show()

    def calm(self) -> None:
        """What was wrong is forgotten."""
        self.problem.hide()
        for field in self.fields_of().values():
            field.complain("")

    # -- how ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _loaded(self, loaded: T) -> None:
        if loaded != self.shown:
            self.shown = loaded
            self.present(loaded)
        if self._is_entering:
            self._is_entering = False
            self.entered.emit()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("look", "page")
        within = QVBoxLayout(inner)
        within.setContentsMargins(MARGIN, MARGIN, MARGIN, 16)
        within.setSpacing(12)
        within.addWidget(self.headline)
        within.addWidget(self.why)
        within.addSpacing(8)
        within.addLayout(self.lines)
        within.addWidget(self.problem)
        within.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)


def _nothing() -> None:
    """This step keeps nothing."""
