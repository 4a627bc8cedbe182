"""The tray icon with its menu. Where the system has no tray it waits for one; the window is the way in meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.system.taskbar import taskbar_is_dark
from app.ui.texts import WindowTexts
from app.ui.theme.icons import icon
from app.ui.tray.icon import tray_icon

LOOK_FOR_TRAY_MS = 5_000  # a panel may start after us (anchors, demand 17)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrayState:
    """What the tray tells. Sentences name no client, no kind of data and no file: others may look at the screen."""

    state: RuleState
    sentence: Message
    next_deletion: Message | None = None
    on_the_road: bool = False
    paused: bool = False
    may_quit: bool = True


STARTING = TrayState(state=RuleState.UNKNOWN, sentence=msg("ui.tray.starting"))


class Tray(QObject):
    open_wanted = Signal()
    next_wanted = Signal()
    lock_wanted = Signal()
    road_wanted = Signal(bool)
    pause_wanted = Signal(bool)
    quit_wanted = Signal()
    appeared = Signal()

    def __init__(self, texts: WindowTexts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._menu = QMenu()
        self._sentence = self._action("", "overview")
        self._next = self._action("", "calendar")
        self._grace = self._action("", "lock")
        self._grace.setVisible(False)
        self._grace_said: Message | None = None
        self._menu.addSeparator()
        self._open = self._action("", "open")
        self._lock = self._action("", "lock")
        self._road = self._action("", "car", checkable=True)
        self._pause = self._action("", "pause")
        self._menu.addSeparator()
        self._quit = self._action("", "power")
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self._menu)
        self.icon.activated.connect(self._activated)
        self._connect()
        self._shown = STARTING
        self.speak(texts)
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_FOR_TRAY_MS)
        self._looking.timeout.connect(self.look_for_place)

    @property
    def is_there(self) -> bool:
        """Whether a person can see it."""
        return self.icon.isVisible() and QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def shown_state(self) -> RuleState:
        return self._shown.state

    @property
    def menu(self) -> QMenu:
        return self._menu

    def begin(self) -> None:
        """Show the icon, or wait for a place to show it."""
        self.look_for_place()
        self._looking.start()

    def speak(self, texts: WindowTexts) -> None:
        """In this language from now on."""
        self._texts = texts
        self._menu.setAccessibleName(texts.render(msg("ui.tray.menu")))
        self._open.setText(texts.render(msg("ui.tray.open")))
        self._lock.setText(texts.render(msg("ui.tray.lock")))
        self._road.setText(texts.render(msg("ui.tray.road")))
        self._quit.setText(texts.render(msg("ui.tray.quit")))
        self.tell(self._shown)
        self.tell_grace(self._grace_said)

    @Slot(object)
    def tell_grace(self, sentence: Message | None) -> None:
        """That a call or presentation keeps the screen open, and for how long yet; None: nothing does."""
        self._grace_said = sentence
        self._grace.setVisible(sentence is not None)
        if sentence is not None:
            self._grace.setText(self._texts.render(sentence).replace("&", "&&"))

    def tell(self, told: TrayState) -> None:
        self._shown = told
        sentence = self._texts.render(told.sentence)
        self.icon.setIcon(tray_icon(told.state, taskbar_is_dark()))
        self.icon.setToolTip(self._texts.render(msg("ui.tray.tip", sentence=sentence)))
        self._sentence.setText(sentence.replace("&", "&&"))
        self._next.setVisible(told.next_deletion is not None)
        if told.next_deletion is not None:
            self._next.setText(self._texts.render(told.next_deletion).replace("&", "&&"))
        self._road.setChecked(told.on_the_road)
        self._pause.setText(self._texts.render(msg("ui.tray.resume") if told.paused else msg("ui.tray.pause")))
        self._pause.setIcon(icon("play" if told.paused else "pause"))
        self._quit.setVisible(told.may_quit)

    def cannot_tell(self, problem: Message) -> None:
        """The state is unknown, and why; the rest of the menu stays as it was."""
        self.tell(replace(self._shown, state=RuleState.UNKNOWN, sentence=problem, next_deletion=None))

    def ready(self, is_ready: bool) -> None:
        """Before the store is open only opening and quitting make sense."""
        for action in (self._lock, self._road, self._pause):
            action.setEnabled(is_ready)

    def close(self) -> None:
        self._looking.stop()
        self.icon.hide()
        self._menu.deleteLater()

    def _action(self, text: str, icon_name: str, *, checkable: bool = False) -> QAction:
        action = QAction(icon(icon_name), text, self._menu)
        action.setCheckable(checkable)
        self._menu.addAction(action)
        return action

    def _connect(self) -> None:
        self._sentence.triggered.connect(self._wants_open)
        self._next.triggered.connect(self.next_wanted)
        self._grace.triggered.connect(self._wants_open)
        self._open.triggered.connect(self._wants_open)
        self._lock.triggered.connect(self.lock_wanted)
        self._road.triggered.connect(self.road_wanted)
        self._pause.triggered.connect(self._wants_pause)
        self._quit.triggered.connect(self.quit_wanted)

    @Slot()
    def look_for_place(self) -> None:
        """A panel may have come meanwhile."""
        if QSystemTrayIcon.isSystemTrayAvailable() and not self.icon.isVisible():
            self.icon.show()
            self.appeared.emit()

    @Slot()
    def _wants_open(self) -> None:
        self.open_wanted.emit()

    @Slot()
    def _wants_pause(self) -> None:
        self.pause_wanted.emit(not self._shown.paused)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.open_wanted.emit()
