"""The editor that fits a setting's type. Each says `edited` when the person has finished, and is `put` to what counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from app.domain.messages import choice_text, msg, setting_text, unit_text
from app.domain.settings import Effective, Setting, SettingValue, Unit
from app.ui.desk import Desk
from app.ui.texts import WindowTexts
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.switch import Switch

WIDTH = 240
SETTLE_MS = 600  # after the last click on an arrow
AROUND_LINES = 20  # above and below the lines of a list
MOST_LINES = 5  # of a list; then it scrolls


class SwitchEditor(Switch):
    edited = Signal(object)

    def __init__(self, name: str, texts: WindowTexts) -> None:
        super().__init__(name, texts.render(msg("ui.settings.on")), texts.render(msg("ui.settings.off")))
        self.clicked.connect(self._clicked)

    def put(self, value: SettingValue) -> None:
        self.setChecked(value is True)

    @Slot(bool)
    def _clicked(self, on: bool) -> None:
        self.edited.emit(on)


class NumberEditor(QSpinBox):
    """A number within its bounds, with its unit. Clicks on the arrows count when they have stopped for a moment."""

    edited = Signal(object)

    def __init__(self, name: str, texts: WindowTexts, unit: Unit | None, least: int, most: int) -> None:
        super().__init__()
        self._texts = texts
        self._unit = unit
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self._is_changed = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self._settled)
        self.valueChanged.connect(self._changed)
        self.editingFinished.connect(self._settled)
        self._say_unit()

    def put(self, value: SettingValue) -> None:
        if isinstance(value, int):
            self._forget()
            self.blockSignals(True)
            self.setValue(value)
            self.blockSignals(False)
            self._say_unit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        """Who scrolls the page must not change what the pointer happens to pass."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @Slot()
    def _changed(self) -> None:
        self._say_unit()
        self._is_changed = True
        self._settling.start()

    @Slot()
    def _settled(self) -> None:
        """After the pause, or when the person leaves sooner."""
        if self._is_changed:
            self._forget()
            self.edited.emit(self.value())

    def _forget(self) -> None:
        self._is_changed = False
        self._settling.stop()

    def _say_unit(self) -> None:
        if self._unit is not None:
            said = self._texts.render(unit_text(self._unit.value, self.value()))
            self.setSuffix(said.removeprefix(str(self.value())))


class ChoiceEditor(QComboBox):
    edited = Signal(object)

    def __init__(self, name: str, texts: WindowTexts, choices: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        for choice in choices:
            self.addItem(texts.render(choice_text(choice)), choice)
        self.activated.connect(self._chosen)

    def put(self, value: SettingValue) -> None:
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @Slot()
    def _chosen(self) -> None:
        self.edited.emit(self.currentData())


class TextEditor(QLineEdit):
    edited = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.editingFinished.connect(self._finished)

    def put(self, value: SettingValue) -> None:
        if value != self.text():
            self.setText(str(value))

    @Slot()
    def _finished(self) -> None:
        self.edited.emit(self.text().strip())


class FolderEditor(QWidget):
    """A path, typed or chosen."""

    edited = Signal(object)

    def __init__(self, name: str, choose: str) -> None:
        super().__init__()
        self._choose = choose
        self.line = TextEditor(name)
        self.line.edited.connect(self.edited)
        self.button = IconButton("folder", choose)
        self.button.clicked.connect(self._browse)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.line, 1)
        line.addWidget(self.button)
        self.setFocusProxy(self.line)

    def put(self, value: SettingValue) -> None:
        self.line.put(value)

    @Slot()
    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._choose, self.line.text())
        if chosen:
            self.line.put(chosen)
            self.edited.emit(chosen)


class ListEditor(QPlainTextEdit):
    """Several values, one a line; it grows with them. Finished when the keyboard leaves it."""

    edited = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)
        self._fit()

    def put(self, value: SettingValue) -> None:
        if isinstance(value, tuple) and value != self.values():
            self.setPlainText("\n".join(value))

    def values(self) -> tuple[str, ...]:
        lines = self.toPlainText().replace(",", "\n").splitlines()
        return tuple(line.strip() for line in lines if line.strip())

    @Slot()
    def _fit(self) -> None:
        """One line high at least; a scroll bar only where there are more than it shows."""
        lines = min(MOST_LINES, max(1, self.blockCount()))
        policies = Qt.ScrollBarPolicy
        fits = self.blockCount() <= MOST_LINES
        self.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOff if fits else policies.ScrollBarAsNeeded)
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing() + AROUND_LINES))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        super().focusOutEvent(event)
        self.edited.emit(self.values())


Editor = SwitchEditor | NumberEditor | ChoiceEditor | TextEditor | FolderEditor | ListEditor


def editor_for(desk: Desk, setting: Setting, now: Effective) -> Editor:
    """The editor for what a person may change."""
    name = desk.text(setting_text(setting.key, "name"))
    editor = _editor(desk, setting, now, name)
    editor.put(now.value)
    if not isinstance(editor, SwitchEditor):
        editor.setFixedWidth(WIDTH)
    return editor


def _editor(desk: Desk, setting: Setting, now: Effective, name: str) -> Editor:
    if isinstance(setting.default, bool):
        return SwitchEditor(name, desk.texts)
    if isinstance(setting.default, int):
        most = now.limit if now.limit is not None else setting.most
        return NumberEditor(name, desk.texts, setting.unit, setting.least or 0, 2**31 - 1 if most is None else most)
    if isinstance(setting.default, tuple):
        return ListEditor(name)
    if setting.choices:
        return ChoiceEditor(name, desk.texts, setting.choices)
    if setting.key.endswith("folder"):
        return FolderEditor(name, desk.text(msg("ui.drop.choose-folder")))
    return TextEditor(name)
