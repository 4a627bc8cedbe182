"""The groups as a Qt model: one download is one line. Views get the group itself, not a row number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from app.domain.finding import FindingState
from app.domain.finding_group import FindingGroup, urgency
from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.ui.desk import Desk
from app.ui.pages.findings.words import moment_of, name_of, owner, short_term, term, what, what_and_where, where
from app.ui.texts import visible

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Role = Qt.ItemDataRole

_STATES: Mapping[RuleState, Message] = {
    RuleState.OVERDUE: msg("ui.findings.state-overdue"),
    RuleState.ATTENTION: msg("ui.findings.state-attention"),
    RuleState.OK: msg("ui.findings.state-ok"),
}


class GroupsModel(QAbstractListModel):
    """`GroupRole` hands back the group; the roles after it what the delegate draws."""

    GroupRole = Role.UserRole + 1
    StateRole = Role.UserRole + 2  # RuleState
    OwnerRole = Role.UserRole + 3  # whose it is
    FolderRole = Role.UserRole + 4  # where
    TermRole = Role.UserRole + 5  # until when, short

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._groups: tuple[FindingGroup, ...] = ()
        self._clients: Mapping[str, str] = {}
        self._now = desk.now()

    def show(self, groups: Sequence[FindingGroup], clients: Mapping[str, str], now: datetime) -> None:
        """Replace all groups; they come in their order."""
        self.beginResetModel()
        self._groups, self._clients, self._now = tuple(groups), clients, now
        self.endResetModel()

    def group(self, number: int) -> FindingGroup | None:
        return self._groups[number] if 0 <= number < len(self._groups) else None

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802  # Qt's names
        return 0 if parent.isValid() else len(self._groups)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        group = self.group(index.row()) if index.isValid() else None
        if group is None:
            return None
        if role == self.GroupRole:
            return group
        if role == Role.DisplayRole:
            return self._desk.text(what(group))
        if role == self.StateRole:
            return urgency(group, self._now)
        if role == self.OwnerRole:
            return self._desk.text(owner(group, self._clients))
        if role == self.FolderRole:
            return self._desk.text(where(group))
        if role == self.TermRole:
            return short_term(group, self._desk.texts, self._now)
        if role == Role.ToolTipRole:
            return self._tip(group)
        return self._spoken(group) if role == Role.AccessibleTextRole else None

    def words(self, number: int) -> str:
        """All that a search looks through."""
        group = self.group(number)
        if group is None:
            return ""
        said = self._desk.text(owner(group, self._clients))
        return f"{visible(name_of(group))} {visible(group.folder)} {said}".casefold()

    def _tip(self, group: FindingGroup) -> str:
        lines = (
            self._desk.text(what_and_where(group)),
            visible(group.folder),
            self._desk.texts.moment(moment_of(group)),
        )
        return "\n".join(lines)

    def _spoken(self, group: FindingGroup) -> str:
        return self._desk.text(
            msg(
                "ui.findings.spoken",
                n=group.count,
                state=_state_word(group, self._now),
                what=what_and_where(group),
                owner=owner(group, self._clients),
                term=term(group, self._desk.texts, self._now),
            )
        )


def _state_word(group: FindingGroup, now: datetime) -> Message:
    state = urgency(group, now)
    if state is RuleState.OK and group.state is FindingState.WAITING:
        return msg("ui.findings.state-waiting")
    if state is RuleState.ATTENTION and group.special:
        return msg("ui.findings.state-special")
    return _STATES[state]


class GroupsFilter(QSortFilterProxyModel):
    """Groups in which every word that is looked for occurs, in the model's own order. `also`: ids of groups in which a
    file of that name was found."""

    def __init__(self, source: GroupsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._also: frozenset[str] = frozenset()
        self._source = source
        self.setSourceModel(source)

    def look_for(self, text: str, also: frozenset[str] = frozenset()) -> None:
        words = tuple(text.casefold().split())
        if (words, also) != (self._words, self._also):
            self.beginFilterChange()
            self._words, self._also = words, also
            self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:  # noqa: N802
        if not self._words:
            return True
        group = self._source.group(source_row)
        if group is not None and group.id in self._also:
            return True
        said = self._source.words(source_row)
        return all(word in said for word in self._words)
