"""A long list that changes while somebody looks at it: nothing old is shown for long, and no trouble goes unsaid."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.errors import InputError
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.widgets.table import Column, PagedModel, Table
from tests.ui.windows import settle


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    edition: int


class Book:
    """1,000 lines that can be written anew."""

    def __init__(self) -> None:
        self.edition = 1
        self.asked: list[int] = []
        self.is_torn = False

    def fetch(self, offset: int, limit: int, column: int, descending: bool) -> tuple[Sequence[Line], int]:
        if self.is_torn:
            raise InputError(msg("file.missing", path="boek"))
        self.asked.append(offset)
        # The first page reads the same in every edition.
        lines = [Line(n, self.edition if n >= PagedModel.PAGE else 0) for n in range(offset, min(1000, offset + limit))]
        return lines, 1000


COLUMNS: list[Column[Line]] = [Column(heading="Regel", text=lambda line: f"{line.number}.{line.edition}")]


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def model(desk: Desk, book: Book) -> PagedModel[Line]:
    return PagedModel(desk, COLUMNS, book.fetch)


def test_sorting_before_the_first_look_asks_nothing(desk: Desk, model: PagedModel[Line], book: Book):
    model.sort(0, Qt.SortOrder.DescendingOrder)
    settle(desk.jobs)
    assert book.asked == []


def test_pages_beyond_the_first_are_looked_up_anew_too(desk: Desk, model: PagedModel[Line], book: Book):
    model.refresh()
    settle(desk.jobs)
    model.index(700, 0).data()
    settle(desk.jobs)
    book.edition = 2
    model.refresh()
    settle(desk.jobs)
    assert model.index(700, 0).data() == "700.1"  # until the answer is there
    settle(desk.jobs)
    assert model.index(700, 0).data() == "700.2"


def test_each_page_is_asked_for_once_between_two_looks(desk: Desk, model: PagedModel[Line], book: Book):
    model.refresh()
    settle(desk.jobs)
    for _ in range(3):
        model.index(700, 0).data()
        settle(desk.jobs)
    assert book.asked == [0, 600]


def test_every_look_is_told_when_it_is_there(desk: Desk, model: PagedModel[Line], book: Book):
    heard: list[int] = []
    model.refreshed.connect(lambda: heard.append(book.edition))
    for book.edition in (1, 2):
        model.refresh()
        settle(desk.jobs)
    assert heard == [1, 2]


def test_what_cannot_be_read_is_said(desk: Desk, model: PagedModel[Line], book: Book):
    heard: list[Message] = []
    model.failed.connect(heard.append)
    book.is_torn = True
    model.refresh()
    settle(desk.jobs)
    assert [message.id for message in heard] == ["file.missing"]


def test_a_row_that_was_chosen_before_it_was_there_is_handed_out(desk: Desk, model: PagedModel[Line], book: Book):
    table = Table(model, "Regels")
    heard: list[Line] = []
    table.chosen.connect(heard.append)
    model.refresh()
    settle(desk.jobs)
    table.show()
    table.select(0)
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    settle(desk.jobs)
    assert [line.number for line in heard] == [0, 999]


def test_a_page_that_came_before_a_changed_beginning_is_asked_for_once_more(desk: Desk):
    """Two threads look things up: what was asked last may come first."""
    later = threading.Event()

    class Growing(Book):
        def fetch(self, offset: int, limit: int, column: int, descending: bool) -> tuple[Sequence[Line], int]:
            lines, total = super().fetch(offset, limit, column, descending)
            if self.edition == 2 and offset == 0:
                assert later.wait(20)
            elif self.edition == 2:
                later.set()
            return lines, total + self.edition

    book = Growing()
    model: PagedModel[Line] = PagedModel(desk, COLUMNS, book.fetch)
    model.refresh()
    settle(desk.jobs)
    book.edition = 2
    model.refresh()
    model.index(700, 0).data()
    settle(desk.jobs)
    model.index(700, 0).data()
    settle(desk.jobs)
    assert model.index(700, 0).data() == "700.2"
