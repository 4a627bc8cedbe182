"""Draws one group in the list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.finding import FindingState
from app.domain.finding_group import FindingGroup
from app.domain.rules import RuleState
from app.ui.desk import Desk
from app.ui.pages.findings.groups import GroupsModel
from app.ui.pages.findings.words import name_of
from app.ui.texts import visible
from app.ui.theme.colours import STATE_FIELDS, Colours, colours_of
from app.ui.theme.icons import pixmap
from app.ui.theme.type import Size, of_size

Index = QModelIndex | QPersistentModelIndex
PADDING = 10
GAP = 10
ICON = 18
BETWEEN = 3  # two lines of text
RADIUS = 8.0
LEAST_NAME = 80  # pixels that a file's name keeps
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
Elide = Qt.TextElideMode
Flag = QStyle.StateFlag


class GroupLine(QStyledItemDelegate):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._strong = of_size(Size.SMALL, QFont.Weight.DemiBold)
        self._plain = of_size(Size.SMALL)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802  # Qt's name
        return QSize(200, 3 * QFontMetrics(self._plain).height() + 2 * BETWEEN + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        group = index.data(GroupsModel.GroupRole)
        if not isinstance(group, FindingGroup):
            return
        # The palette of a view with a style sheet is not the one that the colours were made of.
        colours = colours_of(QGuiApplication.palette())
        state = RuleState(index.data(GroupsModel.StateRole))  # a plain text after its way through Qt
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, option, colours)
        inner = option.rect.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        self._draw_shape(painter, inner, group, state, colours)
        inner.setLeft(inner.left() + ICON + GAP)
        line = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(self._plain).height())
        beside = self._draw_count(painter, line, group, colours)
        self._draw_what(painter, line.adjusted(0, 0, -beside, 0), index, group, colours)
        line.translate(0, line.height() + BETWEEN)
        self._draw_owner(painter, line, index, colours)
        line.translate(0, line.height() + BETWEEN)
        self._draw_place_and_term(painter, line, index, state, colours)
        painter.restore()

    # -- how ----------------------------------------------------------------------------------------------------------

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, colours: Colours) -> None:
        """The chosen ones have a bar at their left too, for who sees no colour."""
        is_chosen, has_keyboard = bool(option.state & Flag.State_Selected), bool(option.state & Flag.State_HasFocus)
        box = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        if is_chosen or option.state & Flag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selected if is_chosen else colours.raised))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if is_chosen:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(box.left(), box.top() + 12, 3, box.height() - 24), 1.5, 1.5)
        if has_keyboard:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _draw_shape(
        self, painter: QPainter, inner: QRect, group: FindingGroup, state: RuleState, colours: Colours
    ) -> None:
        name, colour = f"state-{state.value}", STATE_FIELDS[state]
        if state is RuleState.OK and group.state is FindingState.WAITING:
            name, colour = "clock", "muted"
        picture = pixmap(name, ICON, QColor(getattr(colours, colour)), painter.device().devicePixelRatio())
        top = inner.top() + (QFontMetrics(self._strong).height() - ICON) // 2
        painter.drawPixmap(QPoint(inner.left(), top), picture)

    def _draw_count(self, painter: QPainter, line: QRect, group: FindingGroup, colours: Colours) -> int:
        """A round label at the right; gives the room it takes. A place is not counted in files."""
        if group.is_place:
            return 0
        text, metrics = self._desk.texts.number(group.count), QFontMetrics(self._strong)
        height = metrics.height() + 4
        width = max(height, metrics.horizontalAdvance(text) + 14)
        label = QRectF(line.right() - width + 0.5, line.center().y() - height / 2 + 1, width, height)
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.setBrush(QColor(colours.raised))
        painter.drawRoundedRect(label, height / 2, height / 2)
        painter.setFont(self._strong)
        painter.setPen(QColor(colours.text))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)
        return width + GAP

    def _draw_what(self, painter: QPainter, line: QRect, index: Index, group: FindingGroup, colours: Colours) -> None:
        """A long name loses its middle: its ending tells what it is."""
        metrics = QFontMetrics(self._strong)
        text, name = str(index.data(Qt.ItemDataRole.DisplayRole)), visible(name_of(group))
        room = line.width() - metrics.horizontalAdvance(text.replace(name, "", 1))
        short = metrics.elidedText(name, Elide.ElideMiddle, max(LEAST_NAME, room))
        painter.setFont(self._strong)
        painter.setPen(QColor(colours.text))
        painter.drawText(line, LEFT, metrics.elidedText(text.replace(name, short, 1), Elide.ElideRight, line.width()))

    def _draw_owner(self, painter: QPainter, line: QRect, index: Index, colours: Colours) -> None:
        owner = str(index.data(GroupsModel.OwnerRole))
        painter.setFont(self._plain)
        painter.setPen(QColor(colours.muted))
        painter.drawText(line, LEFT, QFontMetrics(self._plain).elidedText(owner, Elide.ElideRight, line.width()))

    def _draw_place_and_term(
        self, painter: QPainter, line: QRect, index: Index, state: RuleState, colours: Colours
    ) -> None:
        """The folder gives way to the moment: that one is never cut."""
        metrics = QFontMetrics(self._plain)
        folder, term = str(index.data(GroupsModel.FolderRole)), str(index.data(GroupsModel.TermRole))
        if folder:
            term = f" · {term}"
            folder = metrics.elidedText(
                folder, Elide.ElideRight, max(0, line.width() - metrics.horizontalAdvance(term))
            )
        painter.setFont(self._plain)
        painter.setPen(QColor(colours.muted))
        painter.drawText(line, LEFT, folder)
        if state is RuleState.OVERDUE:
            painter.setPen(QColor(colours.overdue))
        painter.drawText(line.translated(metrics.horizontalAdvance(folder), 0), LEFT, term)
