"""Long tables, in batches of any size: what is found does not depend on how or where it comes."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.detect.content.columns import DISTINCT_AT_MOST
from app.detect.content.tables import Table
from tests.detect.content.tables import BORN, BSNS, FIRST, LAST, NAMES, PAYS, always, kinds, read, table
from tests.samples import make_bsn, make_iban, payroll_rows

HEADER = ["Personeelsnummer", "Voornaam", "Achternaam", "BSN", "Geboortedatum", "IBAN", "Bruto salaris", "E-mailadres"]


def payroll(count: int) -> list[list[str]]:
    return [HEADER, *([str(cell) for cell in row] for row in payroll_rows(count))]


@settings(max_examples=25, deadline=None)
@given(batch=st.integers(1, 700), count=st.integers(0, 900))
def test_the_size_of_the_batches_makes_no_difference(batch: int, count: int) -> None:
    rows = payroll(count)
    whole, parted = read(rows), read(rows, batch)
    assert whole.kinds() == parted.kinds()
    assert whole.persons() == parted.persons()
    assert whole.row_count == parted.row_count


@settings(max_examples=30, deadline=None)
@given(order=st.permutations(range(5)), seed=st.integers(0, 99))
def test_the_order_of_the_columns_and_of_the_rows_makes_no_difference(order: Sequence[int], seed: int) -> None:
    header, *rows = table("Naam|BSN|Geb.datum|Salaris|Ziek", NAMES, BSNS, BORN, PAYS, always("ja"))
    random.Random(seed).shuffle(rows)
    found = [[row[index] for index in order] for row in (header, *rows)]
    assert kinds(found) == {"name", "bsn", "date_of_birth", "salary", "health"}


@pytest.mark.parametrize("place", [1, 399, 401, 2_500, 4_999])
@pytest.mark.parametrize(
    ("header", "cell", "kind"),
    [
        ("BSN", BSNS[0], "bsn"),
        ("Geboortedatum", "12-03-1980", "date_of_birth"),
        ("Diagnose", "burn-out", "health"),
        ("Vakbond", "FNV", "union"),
        ("IBAN", make_iban(random.Random(3)), "iban"),
    ],
)
def test_one_value_counts_in_whichever_row(place: int, header: str, cell: str, kind: str) -> None:
    rows = [["Naam", "Team", header], *([NAMES[index % 8], "A", ""] for index in range(5_000))]
    rows[place][2] = cell
    assert len(read(rows, 2_000).kinds()[kind]) == 1


def test_one_value_in_a_row_of_its_own_counts() -> None:
    rows = [HEADER, *([""] * 8 for _ in range(900)), ["", "", "", BSNS[0], "", "", "", ""]]
    assert len(read(rows, 500).kinds()["bsn"]) == 1


@pytest.mark.parametrize("place", [10, 350, 1_999, 4_500])
def test_a_remark_is_handed_back_as_text_from_whichever_row(place: int) -> None:
    remark = f"doorgeven aan BSN {BSNS[0]}"
    rows = [["Ordernummer", "Aantal", "Opmerking"], *([str(index), "3", ""] for index in range(5_000))]
    rows[place][2] = remark
    found = Table()
    handed = [
        cell for start in range(0, len(rows), 1_000) for cell in found.rows(rows[start : start + 1_000]).unexplained
    ]
    assert remark in [*handed, *found.settle().unexplained]


def test_a_remark_among_numbers_is_handed_back_as_text() -> None:
    rng = random.Random(4)
    rows = [["Naam", "BSN"], *([NAMES[index % 8], make_bsn(rng)] for index in range(3_000))]
    rows[-1][1] = "geen, mail jan@elders.example"
    found = Table()
    found.rows(rows)
    assert found.rows([[NAMES[0], "zie ook 12"]]).unexplained == ["zie ook 12"]


def test_what_the_columns_explain_is_not_handed_back() -> None:
    found = Table()
    rest = found.rows(payroll(1_000))
    assert rest.unexplained == []
    assert "Kees de Vries" in rest.spoken


def test_questions_in_between_change_nothing() -> None:
    rows = payroll(900)
    found = Table()
    for start in range(0, len(rows), 90):
        found.rows(rows[start : start + 90])
        assert found.persons() == min(start + 89, 900)
    assert found.kinds() == read(rows).kinds()


def test_a_header_far_below_another_table_is_found() -> None:
    measures = [
        ["Tijdstip", "Sensor", "Waarde"],
        *([f"2026-01-01 {index % 24:02d}:00", "7", "21,5"] for index in range(5_000)),
    ]
    assert kinds([*measures, *table("Naam|BSN|Geb.datum", NAMES, BSNS, BORN)]) == {"name", "bsn", "date_of_birth"}


def test_counts_stop_where_they_say_enough() -> None:
    found = Table()
    found.rows([["Personeelsnummer", "Ziek"]])
    for start in range(0, 150_000, 5_000):
        found.rows([[str(100_000 + index), "ja"] for index in range(start, start + 5_000)])
    assert DISTINCT_AT_MOST <= len(found.kinds()["employee_number"]) < DISTINCT_AT_MOST + 5_000


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.text(max_size=12) | st.sampled_from([*NAMES, *BSNS[:3], *HEADER, "", "ja", "-"]), max_size=7),
        max_size=40,
    )
)
def test_any_cells_are_taken(rows: list[list[str]]) -> None:
    found = read(rows, 7)
    assert found.persons() >= 0
    assert all(values for values in found.kinds().values())
    assert found.column_count == max(map(len, rows), default=0)


@pytest.mark.parametrize(
    "cell",
    [
        "dagen" * 24 + "x",
        "ziek" * 30,
        "9" * 100_000,
        "a " * 50_000,
        "@" * 50_000,
        "a" * 100_000,
        "1-" * 50_000,
        "(" * 50_000,
    ],
)
def test_hostile_cells_take_no_time(cell: str) -> None:
    started = time.process_time()
    read([[cell, cell[:110], cell[:59]] for _ in range(20)], 3)
    assert time.process_time() - started < 2.0


def test_a_wide_table_keeps_its_memory_within_bounds() -> None:
    rng = random.Random(6)
    found = Table()
    found.rows([["BSN"] * 300])
    for _ in range(4):
        found.rows([[str(rng.randrange(10**8, 10**9)) for _ in range(300)] for _ in range(500)])
    assert len(found.kinds().get("bsn", ())) <= 2_000 * 300


def test_first_and_last_names_are_told_together() -> None:
    found = Table()
    rest = found.rows(table("Voornaam|Achternaam|BSN", FIRST, LAST, BSNS))
    rest.add(found.settle())
    assert "Jan Jansen" in rest.spoken
