"""A person at the window: reads what is visible, and acts with the mouse or with the keyboard alone.

Nothing here calls an action or a slot. What is pressed must be seen, be in front, and not lie under something else.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QFileDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

from app.domain.messages import Message
from app.ui.pages.page import PageId
from app.ui.texts import WindowTexts
from app.ui.widgets.drop import DropZone

PATIENCE = 40.0  # seconds for guards in threads and processes of their own, on a loaded machine
MOST_STEPS = 200  # presses of Tab before a person gives up
MOST_ENTERS = 50
TYPE_EVERY_MS = 100

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


class Hands(Protocol):
    """How somebody works the window."""

    def press(self, button: QAbstractButton) -> None: ...

    def enter(self, editor: QWidget) -> None:
        """Put the keyboard in a field."""
        ...

    def turn(self, tabs: QTabBar, number: int) -> None: ...

    def go_to(self, window: QWidget, page: PageId) -> None: ...

    def hand_over(self, zone: DropZone, file: Path) -> None:
        """Give a file to a place that takes one."""
        ...

    def leave(self, window: QWidget) -> None:
        """Close it."""
        ...


class Person:
    """`front`: the window to look at when no dialog is open."""

    def __init__(self, texts: WindowTexts, front: Callable[[], QWidget | None], hands: Hands) -> None:
        self.texts = texts
        self._front = front
        self._hands = hands

    @property
    def front(self) -> QWidget:
        """What lies on top."""
        front = self._top()
        assert front is not None, "no window is open"
        return front

    # -- reading ------------------------------------------------------------------------------------------------------

    def words(self, message: Message | str) -> str:
        return plain(message if isinstance(message, str) else self.texts.render(message))

    def all_said(self) -> list[str]:
        """Every text in front, as it can be read."""
        return [text for widget in self._shown() for text in said(widget)]

    def sees(self, message: Message | str) -> bool:
        wanted = self.words(message)
        return any(wanted in text for text in self.all_said())

    def reads(self, *messages: Message | str) -> None:
        """All of these come to stand there; else it says what stands there instead."""
        for message in messages:
            self.wait(lambda message=message: self.sees(message), f"{self.words(message)!r}")  # type: ignore[misc]

    def wait(self, condition: Callable[[], bool], what: str = "it") -> None:
        until = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < until, f"{what} did not come; there is {self._told()}"
            QApplication.processEvents()
            time.sleep(0.005)  # the guards and jobs work in threads of their own
        QApplication.processEvents()

    # -- acting -------------------------------------------------------------------------------------------------------

    def press(self, name: Message | str) -> None:
        """The button that says this, as soon as it can be pressed."""
        self.wait(lambda: self._button(name) is not None, f"the button {self.words(name)!r}")
        button = self._button(name)
        assert button is not None
        self._hands.press(button)
        QApplication.processEvents()

    def write(self, label: Message, text: str) -> None:
        """In the field with this label, over whatever is there."""
        self.wait(lambda: self._field(label) is not None, f"the field {self.words(label)!r}")
        editor = self._field(label)
        assert editor is not None
        self._hands.enter(editor)
        focus = _focus()
        QTest.keyClick(focus, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(focus, text)

    def value(self, label: Message) -> str:
        """What stands in the field with this label."""
        self.wait(lambda: self._field(label) is not None, f"the field {self.words(label)!r}")
        return next(iter(said(self._field(label) or self.front)), "")

    def turn_to(self, tab: Message) -> None:
        self.wait(lambda: self._tab(tab) is not None, f"the tab {self.words(tab)!r}")
        found = self._tab(tab)
        assert found is not None
        self._hands.turn(*found)

    def go_to(self, page: PageId) -> None:
        """By the rail."""
        self._hands.go_to(self.front, page)

    def hand_over(self, invitation: Message, file: Path) -> None:
        """Give a file to the place that asks for it."""
        self.reads(invitation)
        (zone,) = (w for w in self._shown() if isinstance(w, DropZone) and self.words(invitation) in w.label.text())
        self._hands.hand_over(zone, file)

    def leave(self) -> None:
        self._hands.leave(self.front)
        self.wait(lambda: self._top() is None, "the end of the window")

    # -- how ----------------------------------------------------------------------------------------------------------

    def _button(self, name: Message | str) -> QAbstractButton | None:
        wanted = self.words(name)
        buttons = (w for w in self._shown() if isinstance(w, QAbstractButton) and w.isEnabled())
        return next((button for button in buttons if plain(button.text()) == wanted), None)

    def _field(self, label: Message) -> QWidget | None:
        wanted = self.words(label)
        labels = (w for w in self._shown() if isinstance(w, QLabel) and plain(w.text()) == wanted)
        found = next((w.buddy() for w in labels if w.buddy() is not None), None)
        return found if found is not None and found.isEnabled() else None

    def _tab(self, name: Message) -> tuple[QTabBar, int] | None:
        wanted = self.words(name)
        bars = (w for w in self._shown() if isinstance(w, QTabBar))
        return next(((bar, n) for bar in bars for n in range(bar.count()) if wanted in plain(bar.tabText(n))), None)

    def _told(self) -> str:
        return "\n".join(self.all_said()) if self._top() is not None else "no window"

    def _top(self) -> QWidget | None:
        """It has the keyboard: a desktop sees to that when a dialog closes, but not the one that tests run on."""
        top = QApplication.activeModalWidget() or self._front()
        if top is not None and not top.isActiveWindow():
            top.activateWindow()
            QApplication.processEvents()
        return top

    def _shown(self) -> Iterator[QWidget]:
        top = self._top()
        return shown(top) if top is not None else iter(())


class Mouse:
    """Clicks, scrolls and drags; types only what must be typed."""

    def press(self, button: QAbstractButton) -> None:
        at = button.rect().center()
        self._click(button, at if button.hitButton(at) else QPoint(8, at.y()))

    def enter(self, editor: QWidget) -> None:
        self._click(editor, editor.rect().center())

    def turn(self, tabs: QTabBar, number: int) -> None:
        self._click(tabs, tabs.tabRect(number).center())

    def go_to(self, window: QWidget, page: PageId) -> None:
        self.press(next(w for w in shown(window) if isinstance(w, QAbstractButton) and w.property("page") == page))

    def hand_over(self, zone: DropZone, file: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        at, copies, none = zone.rect().center(), Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        self._reach(zone, at)
        entering = QDragEnterEvent(at, copies, data, LEFT, none)
        QApplication.sendEvent(zone, entering)
        assert entering.isAccepted()
        QApplication.sendEvent(zone, QDropEvent(QPointF(at), copies, data, LEFT, none))

    def leave(self, window: QWidget) -> None:
        window.close()  # the cross is the desktop's

    def _click(self, widget: QWidget, at: QPoint) -> None:
        self._reach(widget, at)
        QTest.mouseClick(widget, LEFT, Qt.KeyboardModifier.NoModifier, at)

    def _reach(self, widget: QWidget, at: QPoint) -> None:
        """Scroll until it is seen; what lies under something else cannot be clicked."""
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()
        QApplication.processEvents()
        window = widget.window()
        until = time.monotonic() + PATIENCE  # news at the foot of the window goes by itself
        while True:
            over = window.childAt(widget.mapTo(window, at))
            if over is not None and (over is widget or widget.isAncestorOf(over)):
                return
            assert time.monotonic() < until, f"{widget} lies under {over}"
            QApplication.processEvents()
            time.sleep(0.005)


class Keyboard:
    """Tab, arrows, space and the keys of the rail: no mouse at all."""

    def press(self, button: QAbstractButton) -> None:
        if isinstance(button, QRadioButton):
            self._choose(button)
        else:
            self.enter(button)
            QTest.keyClick(button, Key.Key_Space)

    def enter(self, editor: QWidget) -> None:
        self._tab_until(lambda focus: focus is editor or editor.isAncestorOf(focus), f"{editor}")

    def turn(self, tabs: QTabBar, number: int) -> None:
        self.enter(tabs)
        for _ in range(abs(number - tabs.currentIndex())):
            QTest.keyClick(tabs, Key.Key_Right if number > tabs.currentIndex() else Key.Key_Left)

    def go_to(self, window: QWidget, page: PageId) -> None:
        number = list(PageId).index(page) + 1
        QTest.keyClick(_focus(), Qt.Key(Key.Key_0.value + number), Qt.KeyboardModifier.ControlModifier)

    def hand_over(self, zone: DropZone, file: Path) -> None:
        with_file_dialog(file, lambda: self.press(zone.choose))

    def leave(self, window: QWidget) -> None:
        QTest.keyClick(_focus(), Key.Key_W, Qt.KeyboardModifier.ControlModifier)

    def _choose(self, button: QRadioButton) -> None:
        """Arrows walk through what belongs together."""
        self._tab_until(lambda focus: isinstance(focus, QRadioButton), "the choices")
        for _ in range(MOST_STEPS):
            if button.isChecked():
                return
            QTest.keyClick(_focus(), Key.Key_Down)
        raise AssertionError(f"{button.text()!r} was not reached")

    def _tab_until(self, is_there: Callable[[QWidget], bool], what: str) -> None:
        for _ in range(MOST_STEPS):
            if is_there(_focus()):
                return
            QTest.keyClick(_focus(), Key.Key_Tab)
            QApplication.processEvents()
        raise AssertionError(f"Tab does not reach {what}")


def with_file_dialog(file: Path, act: Callable[[], None]) -> None:
    """`act` opens the system's dialog for files, which keeps it until a name is typed there and Enter pressed."""
    typist = Typist(file)
    act()
    typist.stop()
    assert typist.has_typed, "no dialog for files was opened"
    assert typist.left, "the dialog for files does not take the name"


class Typist(QTimer):
    """Types the name into the dialog for files, which has the event loop meanwhile. A list of suggestions may swallow Enter:
    then once more."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._name = str(file)
        self.has_typed = False
        self.left = MOST_ENTERS
        self.timeout.connect(self._type)
        self.start(TYPE_EVERY_MS)

    @Slot()
    def _type(self) -> None:
        dialog = QApplication.activeModalWidget()
        line = dialog.findChild(QLineEdit, "fileNameEdit") if isinstance(dialog, QFileDialog) else None
        if not isinstance(dialog, QFileDialog) or line is None:
            return
        self.has_typed = True
        self.left -= 1
        if not self.left:
            dialog.reject()
            return
        if line.text() != self._name:
            QTest.keyClick(line, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClicks(line, self._name)
        QTest.keyClick(line, Key.Key_Return)


def shown(root: QWidget) -> Iterator[QWidget]:
    """All visible widgets of one window."""
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root) and widget.window() is root:
            yield widget


def said(widget: QWidget) -> Iterator[str]:
    """What a widget itself says."""
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield plain(widget.text())
    elif isinstance(widget, QComboBox):
        yield plain(widget.currentText())
    elif isinstance(widget, QDateTimeEdit):
        yield widget.text()
    elif isinstance(widget, QTabBar):
        yield from (plain(widget.tabText(number)) for number in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        model = widget.model()
        for row in range(model.rowCount()):
            yield " | ".join(str(model.index(row, column).data() or "") for column in range(model.columnCount()))


def plain(text: str) -> str:
    """Without the marks for the Alt key, and with one kind of blank."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").replace("\N{NO-BREAK SPACE}", " ").strip()


def _focus() -> QWidget:
    focus = QApplication.focusWidget() or QApplication.activeWindow()
    assert focus is not None
    return focus
