"""Records whose columns alone tell what stands in them."""

from __future__ import annotations

import pytest

from app.detect.content.numbers import is_bsn
from tests.detect.content.text.told import content

NAMES = ("Hendriks", "de Vries", "Kuipers", "van Dijk", "Bakker", "Smit", "Jansen")
NUMBERS = ("61208", "30415", "77120", "45093", "28871", "90334", "51247")
DATES = ("19610412", "19830927", "19900105", "19751130", "20010818", "19680223", "19940714")


def bsns(count: int) -> list[str]:
    found = [number for number in range(214_300_117, 214_900_000, 3_917) if is_bsn(str(number).encode())]
    return [str(number) for number in found[:count]]


def records(count: int = 7) -> list[str]:
    rows = zip(NUMBERS, bsns(count), NAMES, DATES, strict=False)
    return [f"P{number}{bsn}{name:20s}M{born}0000{number}00+EUR" for number, bsn, name, born in rows][:count]


def test_numbers_names_and_dates_are_told_by_their_columns() -> None:
    found = content("\n".join(records())).kinds()
    assert {kind: found[kind] for kind in ("bsn", "date_of_birth", "employee_number", "salary")} == dict.fromkeys(
        ("bsn", "date_of_birth", "employee_number", "salary"), 7
    )
    assert found["name"] >= 6


def test_cells_of_a_table_count_as_columns() -> None:
    rows = [
        f"02\t{number}{bsn}\t{name}\t{born}000012"
        for number, bsn, name, born in zip(NUMBERS, bsns(7), NAMES, DATES, strict=True)
    ]
    assert content("\n".join(rows), from_table=True).kinds()["bsn"] == 7


def test_few_records_may_be_chance() -> None:
    assert "bsn" not in content("\n".join(records(4))).kinds()


@pytest.mark.parametrize(
    "lines",
    [
        [f"TRX{200_000_000_000_017 + 10_301 * at}{20240101 + at}OK" for at in range(12)],
        [f"{4_007_817_327_098 + 7 * at} schroef M{at}" for at in range(12)],
        [f"2024031{at}120000{at:03d} INFO job 1234567890123456 klaar" for at in range(9)],
    ],
)
def test_counters_codes_and_times_are_of_nobody(lines: list[str]) -> None:
    assert not {"bsn", "date_of_birth", "employee_number"} & set(content("\n".join(lines)).kinds())
