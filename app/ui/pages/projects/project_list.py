"""All projects in a table, with a search field; closed ones that are empty are shown on request."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.actions.projects import ProjectView
from app.domain.messages import msg
from app.domain.rules import SEVERITY
from app.ui.desk import Desk
from app.ui.pages.projects.words import is_closed, stand_of
from app.ui.theme.icons import state_icon
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import Card, row
from app.ui.widgets.labels import Muted
from app.ui.widgets.search import SearchField
from app.ui.widgets.table import Column, RowsModel, Table

MOST_ROWS = 6
FINDINGS, NEXT = 3, 5  # columns: what is to be decided, when the first copies go
ROOM_FOR_ALL = 760  # pixels
NEVER = datetime.max.replace(tzinfo=UTC)


class ProjectList(QWidget):
    """`chosen` hands out the project under the keyboard, `opened` the one that was opened (Enter, double click)."""

    chosen = Signal(object)  # ProjectView
    opened = Signal(object)  # ProjectView

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._given: tuple[ProjectView, ...] = ()
        self._views: tuple[ProjectView, ...] = ()  # by code
        self._project_id: str | None = None
        self._wanted: str | None = None  # to be chosen as soon as it is there
        text = desk.text
        self.search = SearchField(text(msg("ui.projects.search")))
        self.with_closed = QCheckBox(text(msg("ui.projects.with-closed")))
        self.new = Button(text(msg("ui.projects.new")), Weight.PRIMARY, icon_name="plus")
        self.model = RowsModel(_columns(desk))
        self.table = Table(self.model, text(msg("ui.projects.table")))
        self.table.fit_rows(MOST_ROWS)
        self.table.sortByColumn(NEXT, Qt.SortOrder.AscendingOrder)  # what goes first wants the person first
        self.none = Muted(text(msg("ui.projects.none-found")))
        self.none.hide()
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        self.with_closed.toggled.connect(self._filter)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self.opened)

    def show_projects(self, views: Sequence[ProjectView]) -> None:
        """The chosen project stays chosen while it is there; at first it is the first one."""
        if tuple(views) == self._given:
            return
        self._given = tuple(views)
        self._views = tuple(sorted(views, key=lambda view: view.project.code.casefold()))
        self.with_closed.setVisible(any(_is_done(view) for view in self._views))
        self._filter()

    def choose(self, project_id: str) -> None:
        """Bring a project under the keyboard, also one that the filter hides. One just added: when it is there."""
        self._wanted = project_id
        hidden = {view.project.id for view in self._views} - {view.project.id for view in self._shown()}
        if project_id in hidden:
            self.search.clear()
            self.with_closed.setChecked(True)
        self._filter()

    def search_for(self, text: str) -> None:
        """All that fit, closed and empty ones too."""
        self.with_closed.setChecked(True)
        self.search.setText(text)

    def _shown(self) -> list[ProjectView]:
        wanted = self.search.text().casefold().split()
        return [
            view
            for view in self._views
            if (self.with_closed.isChecked() or not _is_done(view)) and all(word in _words(view) for word in wanted)
        ]

    @Slot()
    def _filter(self) -> None:
        shown = self._shown()
        if any(view.project.id == self._wanted for view in shown):
            self._project_id, self._wanted = self._wanted, None
        chosen = self._project_id
        self.model.show(shown)
        self.none.setVisible(not shown and bool(self._views))
        numbers = range(self.model.rowCount())
        rows = [self.model.row(number) for number in numbers]
        at = next((n for n, view in enumerate(rows) if view is not None and view.project.id == chosen), 0)
        self.table.select(at)

    @Slot(object)
    def _chosen(self, view: ProjectView) -> None:
        self._project_id = view.project.id
        self.chosen.emit(view)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """In a small window names count for more than numbers that the findings page has too."""
        super().resizeEvent(event)
        self.table.setColumnHidden(FINDINGS, self.width() < ROOM_FOR_ALL)

    def _lay_out(self) -> None:
        card = Card(padding=4)
        card.lines.addWidget(self.table)
        card.lines.addWidget(self.none)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addLayout(row(self.search, self.with_closed, 1, self.new))
        lines.addWidget(card)


def _is_done(view: ProjectView) -> bool:
    return is_closed(view.project) and not view.copies and not view.open_findings


def _words(view: ProjectView) -> str:
    return " ".join((view.project.code, view.client, view.project.principal or "")).casefold()


def _columns(desk: Desk) -> list[Column[ProjectView]]:
    text, texts = desk.text, desk.texts

    def stand(view: ProjectView) -> str:
        return text(stand_of(view)[1])

    def shape(view: ProjectView) -> QIcon:
        return state_icon(stand_of(view)[0])

    def next_day(view: ProjectView) -> str:
        return texts.day(view.next_end) if view.next_end is not None else "–"

    def next_moment(view: ProjectView) -> str:
        return texts.when(view.next_end, desk.now()) if view.next_end is not None else text(msg("ui.projects.no-end"))

    return [
        Column(heading=text(msg("ui.projects.column-code")), text=lambda view: view.project.code, width=88),
        Column(heading=text(msg("ui.projects.column-client")), text=lambda view: view.client, stretches=True),
        Column(
            heading=text(msg("ui.projects.column-state")),
            text=stand,
            icon=shape,
            order=lambda view: -SEVERITY.index(stand_of(view)[0]),
            width=128,
        ),
        Column(
            heading=text(msg("ui.projects.column-findings")),
            text=lambda view: texts.number(view.open_findings),
            order=lambda view: -view.open_findings,
            right=True,
            width=100,
        ),
        Column(
            heading=text(msg("ui.projects.column-copies")),
            text=lambda view: texts.number(view.copies),
            order=lambda view: -view.copies,
            right=True,
            width=84,
        ),
        Column(
            heading=text(msg("ui.projects.column-next")),
            text=next_day,
            order=lambda view: view.next_end or NEVER,
            tip=next_moment,
            width=112,
        ),
    ]
