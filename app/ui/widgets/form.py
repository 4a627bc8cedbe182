"""Fields below each other, each with a label, a word of help, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.widgets.labels import Muted, Text

LIST_LINES = 3
LIST_EDGES = 24  # pixels above and below the lines


class Field(QWidget):
    """`editor` with its label above it. The label's mnemonic (`&`) leads to the editor."""

    def __init__(self, label: str, editor: QWidget, help_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.label = Text(label, wraps=True)
        self.label.setTextFormat(Qt.TextFormat.AutoText)  # so that the mnemonic is drawn
        self.label.setBuddy(editor)
        editor.setAccessibleName(label.replace("&", ""))
        self._help = Muted(help_text)
        if not help_text:  # shown before it has a parent it would be a window for a moment
            self._help.hide()
        self._problem = Text("", look="error")
        self._problem.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        for part in (self.label, editor, self._help, self._problem):
            lines.addWidget(part)

    def explain(self, text: str) -> None:
        """Another word of help, or none."""
        self._help.setText(text)
        self._help.setVisible(bool(text))

    def complain(self, text: str) -> None:
        """Say what is wrong; an empty text takes it back."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self.editor.setProperty("look", "wrong" if text else "")
        self.editor.setAccessibleDescription(text)
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)


class LineField(Field):
    def __init__(self, label: str, help_text: str = "", value: str = "", parent: QWidget | None = None) -> None:
        self.line = QLineEdit(value)
        super().__init__(label, self.line, help_text, parent)

    def text(self) -> str:
        return self.line.text().strip()


class ListField(Field):
    """Several values, one a line: domains, contacts."""

    def __init__(
        self, label: str, help_text: str = "", values: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        self.lines = QPlainTextEdit("\n".join(values))
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedHeight(LIST_LINES * self.lines.fontMetrics().lineSpacing() + LIST_EDGES)
        super().__init__(label, self.lines, help_text, parent)

    def values(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.lines.toPlainText().splitlines() if line.strip())


class ChoiceField(Field):
    """One of a few. `choices`: what is handed back, and what it is called."""

    def __init__(
        self, label: str, choices: Sequence[tuple[object, str]], help_text: str = "", parent: QWidget | None = None
    ) -> None:
        self.box = QComboBox()
        super().__init__(label, self.box, help_text, parent)
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[object, str]]) -> None:
        """Other choices; what was chosen stays when it still is one of them."""
        chosen = self.chosen()
        self.box.clear()
        for value, name in choices:
            self.box.addItem(name, value)
        self.choose(chosen)

    def chosen(self) -> object:
        return self.box.currentData()

    def choose(self, value: object) -> None:
        number = self.box.findData(value)
        if number >= 0:
            self.box.setCurrentIndex(number)


class SuggestField(Field):
    """A line that offers what is likely; anything else may be typed."""

    def __init__(self, label: str, help_text: str = "", value: str = "", parent: QWidget | None = None) -> None:
        self.box = QComboBox()
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        super().__init__(label, self.box, help_text, parent)
        self.put(value)

    def offer(self, suggestions: Sequence[str]) -> None:
        """Other suggestions; what was typed stays."""
        typed = self.text()
        self.box.clear()
        self.box.addItems(list(suggestions))
        self.put(typed)

    def put(self, text: str) -> None:
        self.box.setEditText(text)

    def text(self) -> str:
        return self.box.currentText().strip()
