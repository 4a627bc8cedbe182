"""The rules of the procedure under their headings: title and sentence left, state and date right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.actions.procedure import Rule
from app.domain.messages import msg
from app.domain.rules import RuleState
from app.ui.desk import Desk
from app.ui.pages.about.words import heading_of
from app.ui.theme.colours import colours_of
from app.ui.theme.icons import state_icon
from app.ui.theme.type import Size, of_size

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ItemRole = Qt.ItemDataRole
PADDING = 12
ICON = 20
STATE_WIDTH = 150
HEADING_ABOVE = 18
BAR = 3
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    title: str


class RulesModel(QAbstractListModel):
    """Headings and rules. `EntryRole` hands back the one or the other."""

    EntryRole = ItemRole.UserRole + 1

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._entries: tuple[Heading | Rule, ...] = ()

    def show(self, rules: Sequence[Rule]) -> None:
        entries = tuple(self._headed(rules))
        if entries != self._entries:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()

    def number_of(self, id_: str) -> int | None:
        """The row of a rule."""
        ids = [entry.requirement.id if isinstance(entry, Rule) else "" for entry in self._entries]
        return ids.index(id_) if id_ in ids else None

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802  # Qt's names
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == self.EntryRole:
            return entry
        if isinstance(entry, Heading):
            return entry.title if role in (ItemRole.DisplayRole, ItemRole.AccessibleTextRole) else None
        if role == ItemRole.DisplayRole:
            return self.title(entry)
        return self.spoken(entry) if role in (ItemRole.AccessibleTextRole, ItemRole.ToolTipRole) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._entries[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    # -- words --------------------------------------------------------------------------------------------------------

    def title(self, rule: Rule) -> str:
        return rule.requirement.titles[self._desk.texts.language]

    def sentence(self, rule: Rule) -> str:
        """Nothing for what is not built: the state says it."""
        return self._desk.text(rule.status.sentence) if rule.is_built else ""

    def state(self, rule: Rule) -> str:
        return self._desk.texts.word(rule.status.state.value)

    def since(self, rule: Rule) -> str:
        since = rule.status.since
        return self._desk.text(msg("ui.about.since", day=self._desk.texts.day(since))) if since is not None else ""

    def spoken(self, rule: Rule) -> str:
        """All of a row, as a screen reader says it."""
        parts = {"title": self.title(rule), "state": self.state(rule), "sentence": self.sentence(rule)}
        return self._desk.text(msg("ui.about.rule-spoken", **parts)).strip()

    def _headed(self, rules: Sequence[Rule]) -> Iterator[Heading | Rule]:
        last = ""
        for rule in rules:
            title = self._desk.text(heading_of(rule.requirement))
            if title != last:
                yield Heading(title=title)
                last = title
            yield rule


class RulesDelegate(QStyledItemDelegate):
    """Draws headings and rules; what is long goes on in the next line, so nothing is cut."""

    def __init__(self, model: RulesModel, view: QListView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802  # Qt's names
        width = self._view.viewport().width()
        entry = index.data(RulesModel.EntryRole)
        if isinstance(entry, Heading):
            return QSize(width, HEADING_ABOVE + _height(_heading_font(), entry.title, width - 2 * PADDING) + 6)
        inner = self._text_width(width)
        height = _height(_title_font(), self._model.title(entry), inner)
        sentence = self._model.sentence(entry)
        if sentence:
            height += 2 + _height(of_size(Size.SMALL), sentence, inner)
        right = QFontMetrics(of_size(Size.SMALL)).lineSpacing() * (2 if entry.status.since is not None else 1)
        return QSize(width, max(height, right, ICON) + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        entry = index.data(RulesModel.EntryRole)
        box: QRect = option.rect
        if isinstance(entry, Heading):
            self._paint_heading(painter, box, entry)
        else:
            self._paint_ground(painter, option, box)
            self._paint_rule(painter, box, entry)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRect, heading: Heading) -> None:
        painter.setFont(_heading_font())
        painter.setPen(QColor(colours_of(QGuiApplication.palette()).muted))
        painter.drawText(box.adjusted(PADDING, HEADING_ABOVE, -PADDING, 0), WRAPPED, heading.title)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        colours = colours_of(QGuiApplication.palette())
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colours.selected))
            bar = QRect(box.left(), box.top(), BAR, box.height())  # told without the ground too: high contrast has one
            painter.fillRect(bar, QColor(colours.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colours.raised))
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))

    def _paint_rule(self, painter: QPainter, box: QRect, rule: Rule) -> None:
        colours = colours_of(QGuiApplication.palette())
        is_built = rule.status.state is not RuleState.PLANNED
        icon_box = QRect(box.left() + PADDING, box.top() + PADDING, ICON, ICON)
        state_icon(rule.status.state).paint(painter, icon_box)
        left = icon_box.right() + PADDING
        words = QRect(left, box.top() + PADDING, self._text_width(box.width()), box.height())
        painter.setFont(_title_font())
        painter.setPen(QColor(colours.text if is_built else colours.muted))
        painter.drawText(words, WRAPPED, self._model.title(rule))
        words.setTop(words.top() + 2 + _height(_title_font(), self._model.title(rule), words.width()))
        painter.setFont(of_size(Size.SMALL))
        painter.setPen(QColor(colours.muted))
        painter.drawText(words, WRAPPED, self._model.sentence(rule))
        right = QRect(box.right() - STATE_WIDTH - PADDING, box.top() + PADDING, STATE_WIDTH, box.height())
        painter.setPen(QColor(colours.text if is_built else colours.muted))
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self._model.state(rule))
        painter.setPen(QColor(colours.muted))
        right.setTop(right.top() + QFontMetrics(painter.font()).lineSpacing())
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self._model.since(rule))

    def _text_width(self, width: int) -> int:
        return max(80, width - ICON - STATE_WIDTH - 5 * PADDING)


class RulesList(QListView):
    """Enter or a click opens a rule; the arrows pass over headings."""

    wanted = Signal(str)  # the id of a rule

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.rules = RulesModel(desk, self)
        self.setModel(self.rules)
        self.setItemDelegate(RulesDelegate(self.rules, self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)

    def select(self, id_: str) -> None:
        """Put the keyboard on a rule."""
        number = self.rules.number_of(id_)
        if number is not None:
            self.setCurrentIndex(self.rules.index(number, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _open(self, index: Index) -> None:
        entry = index.data(RulesModel.EntryRole) if index.isValid() else None
        if isinstance(entry, Rule):
            self.wanted.emit(entry.requirement.id)


def _height(font: QFont, text: str, width: int) -> int:
    """Of wrapped text."""
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), WRAPPED, text).height()


def _title_font() -> QFont:
    return of_size(Size.SMALL, QFont.Weight.DemiBold)


def _heading_font() -> QFont:
    return of_size(Size.SMALL, QFont.Weight.DemiBold)
