"""Lists: sorting, the keyboard, and lists too long to hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.ui.desk import Desk
from app.ui.widgets.table import Column, PagedModel, RowsModel, Table
from tests.ui.windows import settle


@dataclass(frozen=True)
class Fruit:
    name: str
    weight: int


FRUIT = (Fruit("peer", 10), Fruit("appel", 9), Fruit("Banaan", 120))
COLUMNS: tuple[Column[Fruit], ...] = (
    Column(heading="Naam", text=lambda fruit: fruit.name, stretches=True),
    Column(heading="Gewicht", text=lambda fruit: f"{fruit.weight} g", order=lambda fruit: fruit.weight, right=True),
)


def names(model: RowsModel[Fruit] | PagedModel[Fruit]) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.fixture
def model(desk: Desk) -> RowsModel[Fruit]:
    made = RowsModel(COLUMNS)
    made.show(FRUIT)
    return made


def test_rows_keep_the_contract_of_models(model: RowsModel[Fruit], qtmodeltester: ModelTester):
    qtmodeltester.check(model, force_py=True)


@pytest.mark.parametrize(
    ("column", "order", "expected"),
    [
        (0, Qt.SortOrder.AscendingOrder, ["appel", "Banaan", "peer"]),
        (1, Qt.SortOrder.AscendingOrder, ["appel", "peer", "Banaan"]),
        (1, Qt.SortOrder.DescendingOrder, ["Banaan", "peer", "appel"]),
    ],
)
def test_sorting_goes_by_what_the_column_means(
    model: RowsModel[Fruit], column: int, order: Qt.SortOrder, expected: list[str]
):
    model.sort(column, order)
    assert names(model) == expected
    model.show([*FRUIT, Fruit("citroen", 5)])
    assert names(model) == sorted(names(model), key=[*expected, "citroen"].index) or "citroen" in names(model)


def test_a_chosen_row_stays_chosen_when_the_list_is_sorted(desk: Desk, model: RowsModel[Fruit], qtbot: QtBot):
    table = Table(model, "Fruit")
    qtbot.addWidget(table)
    model.sort(0)
    table.select(2)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert [row.name for row in table.rows()] == ["peer"]


def test_enter_opens_and_arrows_choose(desk: Desk, model: RowsModel[Fruit], qtbot: QtBot):
    table = Table(model, "Fruit")
    qtbot.addWidget(table)
    table.show()
    chosen: list[Fruit] = []
    opened: list[Fruit] = []
    table.chosen.connect(chosen.append)
    table.opened.connect(opened.append)
    table.select(0)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert len(chosen) == 2
    assert opened == chosen[1:]


# -- lists of 100,000 -------------------------------------------------------------------------------------------------


class Shelf:
    """A long list somewhere else; remembers what it was asked."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.asked: list[int] = []

    def fetch(self, offset: int, limit: int, column: int, descending: bool) -> tuple[Sequence[Fruit], int]:
        self.asked.append(offset)
        numbers = range(self.count - 1, -1, -1) if descending else range(self.count)
        return [Fruit(f"vrucht {n:06}", n) for n in numbers[offset : offset + limit]], self.count


@pytest.fixture
def long_list(desk: Desk) -> Callable[[int], tuple[PagedModel[Fruit], Shelf]]:
    def make(count: int) -> tuple[PagedModel[Fruit], Shelf]:
        shelf = Shelf(count)
        model = PagedModel(desk, COLUMNS, shelf.fetch)
        model.refresh()
        settle(desk.jobs)
        return model, shelf

    return make


def test_a_long_list_asks_for_what_is_looked_at(
    desk: Desk, long_list: Callable[[int], tuple[PagedModel[Fruit], Shelf]], qtmodeltester: ModelTester
):
    model, shelf = long_list(100_000)
    assert model.rowCount() == 100_000
    assert shelf.asked == [0]
    assert model.index(99_999, 0).data() == "…"
    settle(desk.jobs)
    assert model.index(99_999, 0).data() == "vrucht 099999"
    assert shelf.asked == [0, 99_800]


def test_a_long_list_keeps_the_contract_of_models(
    long_list: Callable[[int], tuple[PagedModel[Fruit], Shelf]], qtmodeltester: ModelTester, desk: Desk
):
    model, _ = long_list(450)
    qtmodeltester.check(model, force_py=True)
    settle(desk.jobs)


def test_only_a_few_pages_are_held(desk: Desk, long_list: Callable[[int], tuple[PagedModel[Fruit], Shelf]]):
    model, shelf = long_list(10_000)
    for row in range(0, 10_000, PagedModel.PAGE):
        model.index(row, 0).data()
        settle(desk.jobs)
    assert len(set(shelf.asked)) == 50
    model.index(0, 0).data()
    settle(desk.jobs)
    assert shelf.asked[-1] == 0
    assert model.index(0, 0).data() == "vrucht 000000"


def test_sorting_a_long_list_asks_anew(desk: Desk, long_list: Callable[[int], tuple[PagedModel[Fruit], Shelf]]):
    model, _ = long_list(1_000)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    settle(desk.jobs)
    assert model.index(0, 0).data() == "vrucht 000999"


def test_an_answer_to_an_older_question_is_passed_over(
    desk: Desk, long_list: Callable[[int], tuple[PagedModel[Fruit], Shelf]]
):
    model, _ = long_list(1_000)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.sort(0, Qt.SortOrder.AscendingOrder)
    settle(desk.jobs)
    assert model.index(0, 0).data() == "vrucht 000000"


def test_a_list_that_grew_shows_it(desk: Desk, long_list: Callable[[int], tuple[PagedModel[Fruit], Shelf]]):
    model, shelf = long_list(3)
    counted: list[int] = []
    model.counted.connect(counted.append)
    shelf.count = 5
    model.refresh()
    settle(desk.jobs)
    assert counted == [5]
    assert model.rowCount(QModelIndex()) == 5
