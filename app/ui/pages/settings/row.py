"""One setting: what it is called, what it does, what counts now, and who may change it. It saves by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.actions.settings import SettingsActions
from app.domain.messages import Message, choice_text, msg, setting_text, unit_text
from app.domain.settings import SETTINGS, Effective, SettingValue, Source, Who
from app.ui.desk import Desk
from app.ui.pages.settings.editors import WIDTH, Editor, editor_for
from app.ui.widgets.card import row
from app.ui.widgets.labels import Muted, Text
from app.ui.widgets.picture import Picture

SAVED_MS = 4_000
LONGEST = 28  # signs of a word in a value that is only shown; all of it is in its tip
SMALL = 14


class SettingRow(QWidget):
    """`saved` hands out what counts after the person changed it. `is_quiet`: the group says already that IT decides."""

    saved = Signal(object)  # Effective

    def __init__(self, desk: Desk, settings: SettingsActions, now: Effective, *, is_quiet: bool = False) -> None:
        super().__init__()
        self.key = now.key
        self._desk = desk
        self._settings = settings
        self._now = now
        self._setting = SETTINGS[now.key]
        self._is_saving = False
        self._waiting: SettingValue | None = None
        self.name = Text(desk.text(setting_text(now.key, "name")))
        self.help = Muted(desk.text(setting_text(now.key, "help")))
        self.problem = Text(look="error")
        self.problem.hide()
        self.editor: Editor | None = None if now.locked else editor_for(desk, self._setting, now)
        self.value = Text(wraps=True)
        self._notes = [Muted(note) for note in self._said_below()]
        self._tick = _tick(desk)
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(SAVED_MS)
        self._forget.timeout.connect(self._tick.hide)
        self._lay_out(is_quiet=is_quiet)
        if self.editor is not None:
            self.editor.setAccessibleDescription(self.help.text())
            self.editor.edited.connect(self._edited)

    @property
    def words(self) -> str:
        """What a search looks through."""
        return f"{self.name.text()} {self.help.text()} {self.key}".casefold()

    def show_effective(self, now: Effective) -> None:
        """What counts now; what the person is just typing stays."""
        if now == self._now:
            return
        self._now = now
        if self.editor is None:
            self._show_value()
        elif not self._is_saving:
            self.editor.put(now.value)

    def come_forward(self) -> None:
        if self.editor is not None:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- saving -------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _edited(self, value: SettingValue) -> None:
        """One save at a time: what is changed meanwhile is saved after it."""
        if self._is_saving:
            self._waiting = value
            return
        if value == self._now.value:
            return
        self._complain("")
        self._is_saving = True
        settings, key = self._settings, self.key
        self._desk.jobs.act(lambda _job: settings.set(key, value), self._saved, self._refused)

    @Slot(object)
    def _saved(self, now: Effective) -> None:
        self._now = now
        self._tick.show()
        self._forget.start()
        self._settle()
        self.saved.emit(now)

    @Slot(object)
    def _refused(self, problem: Message) -> None:
        self._settle()
        if self.editor is not None:
            self.editor.put(self._now.value)
        self._complain(self._desk.text(problem))

    def _settle(self) -> None:
        self._is_saving = False
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._edited(waiting)

    def _complain(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        if self.editor is not None:
            self.editor.setAccessibleDescription(text or self.help.text())

    # -- how it looks -------------------------------------------------------------------------------------------------

    def _said_below(self) -> list[str]:
        """The default, and how far a person may go."""
        said = []
        default = self._default()
        if default is not None and not (self._now.locked and self._now.source is Source.DEFAULT):
            said.append(self._desk.text(default))
        if self._now.limit is not None and self._setting.who is Who.STRICTER:
            said.append(self._desk.text(msg("ui.settings.stricter", limit=self._told(self._now.limit))))
        return said

    def _default(self) -> Message | None:
        if self.key == "language":
            return msg("ui.settings.default-system")
        if isinstance(self._now.default, bool):
            return msg("ui.settings.default-on") if self._now.default else msg("ui.settings.default-off")
        if self._now.default in ("", ()):
            return None
        return msg("ui.settings.default", value=self._told(self._now.default))

    def _told(self, value: SettingValue) -> str:
        """A value in words."""
        text = self._desk.text
        if isinstance(value, bool):
            return text(msg("ui.settings.on")) if value else text(msg("ui.settings.off"))
        if isinstance(value, int):
            return text(unit_text(self._setting.unit.value, value)) if self._setting.unit else str(value)
        if self._setting.choices:
            return text(choice_text(str(value)))
        lines = (value,) if isinstance(value, str) else value
        return "\n".join(_shortened(line) for line in lines if line) or text(msg("ui.settings.empty"))

    def _show_value(self) -> None:
        value = self._now.value
        self.value.setText(self._told(value))
        self.value.look("muted" if value in ("", ()) else "")
        full = value if isinstance(value, str) else "\n".join(value) if isinstance(value, tuple) else ""
        self.value.setToolTip(full if "…" in self.value.text() else "")

    def _lay_out(self, *, is_quiet: bool) -> None:
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addLayout(row(self.name, self._tick))
        for part in (self.help, *self._notes, self.problem):
            left.addWidget(part)
        left.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 1)
        grid.addLayout(left, 0, 0)
        if self.editor is not None:
            grid.addWidget(self.editor, 0, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        else:
            grid.addLayout(self._shown_value(is_quiet=is_quiet), 0, 1, Qt.AlignmentFlag.AlignTop)

    def _shown_value(self, *, is_quiet: bool) -> QVBoxLayout:
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.value.setFixedWidth(WIDTH)
        self._show_value()
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self.value)
        if self._now.source is Source.POLICY:
            lines.addLayout(_locked(self._desk.text(msg("ui.settings.set-by-it"))))
        elif not is_quiet:
            lines.addLayout(_locked(self._desk.text(msg("ui.settings.it-decides"))))
        lines.addStretch(1)
        return lines


def _locked(text: str) -> QHBoxLayout:
    return row(1, Picture("lock", "muted", SMALL), Text(text, look="muted", wraps=False), spacing=6)


def _tick(desk: Desk) -> QWidget:
    """A quiet word that it was saved, beside the name; it takes no room from the rest when it comes and goes."""
    word = desk.text(msg("ui.settings.saved"))
    tick = QWidget()
    line = row(Picture("check", "ok", SMALL), Muted(word), spacing=4)
    tick.setLayout(line)
    tick.setAccessibleName(word)
    keeps = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    keeps.setRetainSizeWhenHidden(True)
    tick.setSizePolicy(keeps)
    tick.hide()
    return tick


def _shortened(text: str) -> str:
    """Long keys by their beginning and their end: no line would break in them."""
    return " ".join(word if len(word) <= LONGEST else f"{word[: LONGEST - 9]}…{word[-8:]}" for word in text.split())
