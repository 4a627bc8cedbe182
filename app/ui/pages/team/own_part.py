"""The tab "what my team lead sees": the record as it is sent, what changed, who can read it and who looked. Source: VT-B2."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.actions.team_status.views import Look, Reach, RecordPreview, SentRecord
from app.domain.messages import Message, msg
from app.domain.remote_files import Grant
from app.ui.desk import Desk
from app.ui.pages.page import GRID
from app.ui.pages.team.actions import Actions
from app.ui.pages.team.loaded import OwnRecord, load_own
from app.ui.pages.team.record_words import ProjectLine, RecordWords, RuleLine
from app.ui.pages.team.words import short
from app.ui.texts import visible
from app.ui.theme.icons import state_icon
from app.ui.theme.type import Size
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card, clear, heading, row
from app.ui.widgets.facts import Facts
from app.ui.widgets.fold import Fold
from app.ui.widgets.form import ChoiceField
from app.ui.widgets.labels import Muted, Section, Text
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.picture import Picture
from app.ui.widgets.table import Column, RowsModel, Table

MOST_CHANGES = 8
MOST_NAMED = 12  # people who can read it, or looked
MOST_ROWS = 8
JSON_LINES = 18
NOW = 0  # of the choice of records: the one that stands ready; others by their number


class OwnPart(QWidget):
    """Looks the record up when somebody wants to see it: the rest of the page need not wait for it. `headed`: the sentence on
    top is another one. `titles`: the names of the procedure's rules."""

    headed = Signal()

    def __init__(
        self, desk: Desk, actions: Actions, titles: Callable[[], Mapping[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._titles = titles
        self._loaded: OwnRecord | None = None
        text = desk.text
        self.when = Text(text(msg("ui.own.reading")), Size.BODY)
        self.problem = Notice(Tone.OVERDUE)
        self.first = Notice(Tone.INFO, text(msg("ui.own.first")))
        self._changes = _lines()
        self.more_changes = Muted()
        self.facts = Facts()
        self.rules = RowsModel(_rule_columns(desk))
        self.projects = RowsModel(_project_columns(desk))
        self.readers = Text()
        self.lookers = Text()
        self._grants = _lines()
        self._looks = _lines()
        self.which = ChoiceField(text(msg("ui.own.which")), ())
        self.json = _json_view(text(msg("ui.own.json")))
        self.copy = Button(text(msg("ui.own.copy")), icon_name="copy")
        self._lay_out()
        self.which.box.currentIndexChanged.connect(self._show_json)
        self.copy.clicked.connect(self._copy)

    @property
    def headline(self) -> Message:
        if self._loaded is None:
            return msg("ui.own.record")
        preview = self._loaded.preview
        if not preview.will_send or preview.readers.reach is Reach.NOBODY:
            return msg("ui.own.headline-nothing-sent")
        if preview.before is None:
            return msg("ui.own.headline-first")
        changed = len(self._words().changes(preview.before, preview.document, preview.changed))
        return msg("ui.own.headline-changed", n=changed) if changed else msg("ui.own.headline-same")

    def look(self) -> None:
        """Look the record up; what is known stays to be read meanwhile."""
        actions = self._actions
        self._desk.jobs.read(lambda: load_own(actions), self._read, self._failed)

    def show_record(self, loaded: OwnRecord) -> None:
        self._loaded = loaded
        self._record.show()
        preview, words = loaded.preview, self._words()
        stays = preview.will_send and preview.readers.reach is Reach.NOBODY
        self.when.setText(self._desk.text(msg("ui.own.stays") if stays else preview.sentence))
        self.first.setVisible(preview.will_send and preview.before is None and not stays)
        self._show_changes(preview, words)
        self.facts.show_facts(words.facts(preview.document))
        self.rules.show(words.rules(preview.document))
        projects = words.projects(preview.document)
        self.projects.show(projects)
        self._projects_fold.setVisible(bool(projects))
        self.readers.setText(self._desk.text(preview.readers.sentence))
        self._show_grants(preview.readers.grants)
        self.lookers.setText(self._desk.text(preview.looks.sentence))
        self._show_looks(preview.looks.items)
        self._offer(loaded.sent)
        self._show_json()

    # -- how ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _read(self, loaded: OwnRecord) -> None:
        self.problem.hide()
        if loaded != self._loaded:
            self.show_record(loaded)
            self.headed.emit()

    @Slot(object)
    def _failed(self, problem: Message) -> None:
        self.problem.tell(Tone.OVERDUE, self._desk.text(problem))
        self.problem.show()

    def _words(self) -> RecordWords:
        codes = self._loaded.codes if self._loaded is not None else {}
        return RecordWords(self._desk.texts, self._titles(), codes)

    def _show_changes(self, preview: RecordPreview, words: RecordWords) -> None:
        changes = words.changes(preview.before, preview.document, preview.changed) if preview.before is not None else []
        text = self._desk.text
        self._changes_card.setVisible(bool(changes))
        clear(self._changes)
        for change in changes[:MOST_CHANGES]:
            said = Text(text(msg("ui.own.was-is", before=change.before, now=change.now)), wraps=False)
            self._changes.addLayout(heading(Text(change.name), said))
        others = len(changes) - MOST_CHANGES
        self.more_changes.setVisible(others > 0)
        self.more_changes.setText(text(msg("ui.own.more-changes", n=others)))

    def _show_grants(self, grants: Sequence[Grant]) -> None:
        names = [visible(grant.name or grant.mail or "") for grant in grants]
        self._name(self._grants, "user", names)

    def _show_looks(self, looks: Sequence[Look]) -> None:
        text, texts = self._desk.text, self._desk.texts
        said = [
            text(msg("ui.own.looked", n=look.times, person=look.person, day=short(look.day, texts))) for look in looks
        ]
        self._name(self._looks, "eye", said or [text(msg("ui.own.nobody-looked"))])

    def _name(self, lines: QVBoxLayout, icon_name: str, said: Sequence[str]) -> None:
        clear(lines)
        for one in said[:MOST_NAMED]:
            line = row(Picture(icon_name, "muted", 18), Text(one), spacing=10)
            line.setStretch(1, 1)
            lines.addLayout(line)
        if len(said) > MOST_NAMED:
            lines.addWidget(Muted(self._desk.text(msg("ui.own.more-named", n=len(said) - MOST_NAMED))))

    def _offer(self, sent: Sequence[SentRecord]) -> None:
        text, texts = self._desk.text, self._desk.texts
        choices: list[tuple[object, str]] = [(NOW, text(msg("ui.own.ready")))]
        for record in sent:
            said = msg("ui.own.sent", day=short(record.day, texts), number=texts.number(record.sequence))
            choices.append((record.sequence, text(said)))
        self.which.box.blockSignals(True)
        self.which.offer(choices)
        self.which.box.blockSignals(False)
        self.which.setVisible(len(choices) > 1)

    @Slot()
    def _show_json(self) -> None:
        if self._loaded is None:
            return
        chosen = self.which.chosen()
        sent = next((record for record in self._loaded.sent if record.sequence == chosen), None)
        told = self._loaded.preview.text if sent is None else readable(sent.document)
        if told != self.json.toPlainText():
            self.json.setPlainText(told)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.json.toPlainText())
        self._desk.tell(msg("ui.own.copied"))

    def _lay_out(self) -> None:
        text = self._desk.text
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2 * GRID)
        lines.addWidget(self.problem)
        lines.addWidget(self.when)
        self._record = QWidget()
        lines.addWidget(self._record)
        lines.addStretch(1)
        lines = QVBoxLayout(self._record)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2 * GRID)
        lines.addWidget(self.first)
        self._changes_card = _card(text(msg("ui.own.changed")), self._changes, self.more_changes)
        lines.addWidget(self._changes_card)
        lines.addWidget(self._record_card())
        both = QHBoxLayout()
        both.setSpacing(2 * GRID)
        both.addWidget(_card(text(msg("ui.own.readers")), self.readers, self._grants), 1)
        both.addWidget(_card(text(msg("ui.own.lookers")), self.lookers, self._looks), 1)
        lines.addLayout(both)
        lines.addWidget(self._exact_card())
        lines.addStretch(1)
        for hidden in (self.problem, self._record, self.first, self._changes_card):
            hidden.hide()

    def _record_card(self) -> Card:
        text = self._desk.text
        rules = Fold(text(msg("ui.own.rules")))
        self.rules_table = Table(self.rules, text(msg("ui.own.rules")))
        self._projects_fold = Fold(text(msg("ui.own.projects")))
        self.projects_table = Table(self.projects, text(msg("ui.own.projects")))
        for fold, table in ((rules, self.rules_table), (self._projects_fold, self.projects_table)):
            table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            table.fit_rows(MOST_ROWS)
            fold.lines.addWidget(table)
        self.folds = (rules, self._projects_fold)
        card = _card(text(msg("ui.own.record")), Muted(text(msg("ui.own.record-why"))), self.facts)
        card.lines.addWidget(rules)
        card.lines.addWidget(self._projects_fold)
        return card

    def _exact_card(self) -> Card:
        text = self._desk.text
        self.exact = Fold(text(msg("ui.own.exact")))
        self.exact.lines.addWidget(Muted(text(msg("ui.own.exact-why"))))
        self.exact.lines.addWidget(self.which)
        self.exact.lines.addWidget(self.json)
        self.exact.lines.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        card = Card()
        card.lines.addWidget(self.exact)
        return card


def readable(document: Mapping[str, object]) -> str:
    """The same content as was sent, with line breaks."""
    return json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True)


def _lines() -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setSpacing(6)
    return lines


def _card(title: str, *parts: QWidget | QVBoxLayout) -> Card:
    card = Card()
    card.lines.addWidget(Section(title))
    for part in parts:
        if isinstance(part, QWidget):
            card.lines.addWidget(part)
        else:
            card.lines.addLayout(part)
    card.lines.addStretch(1)
    return card


def _json_view(name: str) -> QPlainTextEdit:
    view = QPlainTextEdit()
    view.setReadOnly(True)
    view.setTabChangesFocus(True)
    view.setAccessibleName(name)
    view.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(QFont(view.font()).pixelSize())
    view.setFont(font)
    view.setFixedHeight(JSON_LINES * view.fontMetrics().lineSpacing())
    return view


def _rule_columns(desk: Desk) -> list[Column[RuleLine]]:
    text, texts = desk.text, desk.texts
    return [
        Column(heading=text(msg("ui.own.column-rule")), text=lambda line: line.title, stretches=True),
        Column(
            heading=text(msg("ui.own.column-state")),
            text=lambda line: texts.word(line.state.value),
            icon=lambda line: state_icon(line.state),
            width=168,
        ),
        Column(
            heading=text(msg("ui.own.column-count")),
            text=lambda line: texts.number(line.count),
            order=lambda line: -line.count,
            right=True,
            width=84,
        ),
    ]


def _project_columns(desk: Desk) -> list[Column[ProjectLine]]:
    text, texts = desk.text, desk.texts
    return [
        Column(heading=text(msg("ui.team.column-project")), text=lambda line: visible(line.code), stretches=True),
        Column(
            heading=text(msg("ui.own.project-copies")),
            text=lambda line: texts.number(line.copies),
            order=lambda line: -line.copies,
            right=True,
            width=96,
        ),
        Column(
            heading=text(msg("ui.own.project-overdue")),
            text=lambda line: texts.number(line.overdue),
            order=lambda line: -line.overdue,
            right=True,
            width=96,
        ),
        Column(
            heading=text(msg("ui.own.project-open")),
            text=lambda line: texts.number(line.open_findings),
            order=lambda line: -line.open_findings,
            right=True,
            width=128,
        ),
        Column(heading=text(msg("ui.own.project-due")), text=lambda line: short(line.due, texts), width=128),
    ]
