"""Asks for what one action needs. The button says what it does; what goes wrong is said in the dialog, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QDialog,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import Stopped
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import row
from app.ui.widgets.form import Field
from app.ui.widgets.labels import Text, Title
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.progress import Progress

T = TypeVar("T")
WIDTH = 560
TALLEST = 680
FREE = 48  # of the screen's height, for the frame of the window


class ActionDialog(QDialog, Generic[T]):
    """A subclass adds its fields to `self.fields`, overrides `work` and connects to `accepted`; `result_of` has the answer.

    `verb` is what the filled button says. With `danger` it is not the default: Enter alone must not destroy anything.
    """

    def __init__(
        self, desk: Desk, title: Message, verb: Message, *, danger: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.answer: T | None = None
        self._job: Job[T] | None = None
        self._places: dict[str, Field] = {}
        self._shrinks = False
        text = desk.text(title)
        self.setWindowTitle(text)
        self.setModal(True)
        self.title = Title(text)
        self.problem = Notice(Tone.OVERDUE)
        self.problem.hide()
        self.progress = Progress(desk)
        self.progress.hide()
        self.progress.stopped.connect(self._stop)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(12)
        self.go = Button(desk.text(verb), Weight.DANGER if danger else Weight.PRIMARY)
        self.go.setDefault(not danger)
        self.go.clicked.connect(self.submit)
        self.leave = Button(desk.text(msg("ui.dialog.cancel")))
        self.leave.clicked.connect(self.reject)
        self._lay_out()

    def say(self, text: str) -> Text:
        """A paragraph above the fields that come after it."""
        label = Text(text)
        self.fields.addWidget(label)
        return label

    def complain_at(self, field: Field, *ids: str) -> None:
        """Errors with one of these ids are said at `field`. An error that only says that something is missing goes by what
        is missing (`field.scope`)."""
        self._places |= dict.fromkeys(ids, field)

    def complain(self, field: Field, text: str) -> None:
        """Say what is wrong with a field, and bring the person there."""
        field.complain(text)
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(field)

    def work(self) -> Callable[[Job[T]], T] | None:
        """What to do with the fields as they are; None when a field is not right (and says so). In the window's thread;
        what it returns runs in a working thread and may raise AssistantError."""
        raise NotImplementedError

    def news(self, answer: T) -> Message | None:
        """What is told at the foot of the window when it was done."""
        return None

    @Slot()
    def submit(self) -> None:
        if self._job is not None:
            return
        self.problem.hide()
        for field in self._places.values():
            field.complain("")
        work = self.work()
        if work is None:
            return
        self._be_busy(True)
        self._job = self.desk.jobs.act(work, self._done, self._failed, self.progress.tell)

    def reject(self) -> None:
        """Esc and Cancel: while something is being done they stop it first."""
        if self._job is not None:
            self._stop()
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's names
        if self._job is not None:
            self._stop()
            event.ignore()
            return
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submit()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The keyboard begins in the first field, and comes to the buttons after the last one."""
        self._order_keyboard()
        self.resize(self.sizeHint())
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._grow()
        return handled

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.LayoutRequest:
            self._grow()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as what is in it, as far as that fits; the rest scrolls."""
        width = max(WIDTH, self.width())
        around, inside = self.layout(), self._inner.layout()
        if around is None or inside is None:  # not laid out yet
            return super().sizeHint()
        edges = around.contentsMargins()
        # As narrow as with a scroll bar: one that stands there for a moment would else take the line that it needs itself.
        narrow = width - edges.left() - edges.right() - self._area.verticalScrollBar().sizeHint().width()
        height = around.totalHeightForWidth(width) + inside.totalHeightForWidth(narrow)
        return QSize(width, min(TALLEST, self.screen().availableGeometry().height() - FREE, height))

    # -- how ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _done(self, answer: T) -> None:
        self._job = None
        self._be_busy(False)
        self.answer = answer
        news = self.news(answer)
        if news is not None:
            self.desk.tell(news)
        self.desk.acted.emit()
        self.accept()

    @Slot(object)
    def _failed(self, message: Message) -> None:
        self._job = None
        self._be_busy(False)
        field = self._place_of(message)
        if field is None or not field.isVisible():
            stopped = message == Stopped().message  # which is what the person wanted
            self.problem.tell(Tone.INFO if stopped else Tone.OVERDUE, self.desk.text(message))
            self.problem.show()
        else:
            self.complain(field, self.desk.text(message))

    def _place_of(self, message: Message) -> Field | None:
        what = message.arguments.get("what")
        return self._places.get(what.id if isinstance(what, Message) else message.id)

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _be_busy(self, busy: bool) -> None:
        self.go.setEnabled(not busy)
        self._inner.setEnabled(not busy)
        self.progress.setVisible(busy)
        if busy:
            self.progress.begin(msg("ui.dialog.busy"))

    def _grow(self) -> None:
        """When more came to be told; it does not jump back when there is a little less."""
        inside = self._inner.layout()
        if inside is not None:
            inside.activate()  # what was hidden or shown since counts
        wanted = self.sizeHint()
        if self.isVisible() and (self._shrinks or wanted.height() > self.height()):
            self.resize(wanted)
        self._shrinks = False

    def shrink(self) -> None:
        """As soon as it is laid out anew: much less is told now, and a dialog full of nothing would look broken."""
        self._shrinks = True

    def _order_keyboard(self) -> None:
        within = self._inner.findChildren(QWidget)
        fields = [field for field in within if _takes_keyboard(field) and field.window() is self]
        for before, after in pairwise([*fields, self.leave, self.go]):
            QWidget.setTabOrder(before, after)
        first = next((field for field in fields if field.isVisibleTo(self) and field.isEnabled()), None)
        (first or (self.go if self.go.isDefault() else self.leave)).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._inner = QWidget()
        self._inner.installEventFilter(self)
        self._inner.setProperty("look", "page")
        within = QVBoxLayout(self._inner)
        within.setContentsMargins(0, 0, 12, 0)
        within.addLayout(self.fields)
        within.addStretch(1)
        self._area = _Scrolled()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._inner)
        foot = QVBoxLayout()
        foot.setContentsMargins(0, 0, 12, 0)
        foot.setSpacing(14)
        foot.addWidget(self.problem)
        foot.addWidget(self.progress)
        foot.addLayout(row(1, self.leave, self.go))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 20, 12, 20)
        lines.setSpacing(14)
        lines.addWidget(self.title)
        lines.addWidget(self._area, 1)
        lines.addLayout(foot)
        self.setMinimumWidth(WIDTH)


def _takes_keyboard(widget: QWidget) -> bool:
    """Whether Tab stops there; what is inside a box or a date belongs to that."""
    is_inner = isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox | QAbstractItemView | QCalendarWidget)
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and not is_inner and widget.focusProxy() is None


class _Scrolled(QScrollArea):
    """Asks for no height of its own: the dialog knows how high its contents are."""

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's names
        return QSize(0, 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, 0)


class Confirm(ActionDialog[T]):
    """Says what will happen and asks for it: for what cannot be taken back."""

    def __init__(
        self,
        desk: Desk,
        title: Message,
        consequence: Message,
        verb: Message,
        work: Callable[[Job[T]], T],
        *,
        danger: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, title, verb, danger=danger, parent=parent)
        self._work = work
        self.say(desk.text(consequence))

    def work(self) -> Callable[[Job[T]], T]:
        return self._work
