"""Made-up tables for the tests of the detector's reading by column: columns of like values, put together at will."""

from __future__ import annotations

import random
from collections.abc import Sequence

from app.detect.content.tables import Table
from tests.samples import make_bsn, make_iban

_rng = random.Random(5)
FIRST = ("Jan", "Fatima", "Piet", "Sanne", "Ahmed", "Karin", "Tom", "Eva")
INFIX = ("", "el", "de", "", "", "", "", "")
LAST = ("Jansen", "Idrissi", "Boer", "Bakker", "Yilmaz", "Smit", "Visser", "Mulder")
NAMES = tuple(" ".join(filter(None, parts)) for parts in zip(FIRST, INFIX, LAST, strict=True))
COUNT = len(NAMES)
BSNS = tuple(make_bsn(_rng) for _ in range(3 * COUNT))
IBANS = tuple(make_iban(_rng) for _ in range(3 * COUNT))
BORN = ("12-03-1980", "01-11-1975", "23-06-1990", "7-7-1966", "30-12-1988", "15-05-1970", "09-09-1993", "28-02-1961")
HIRED = ("01-03-2019", "01-11-2015", "23-06-2020", "7-7-2018", "30-12-2021", "15-05-2016", "09-09-2023", "28-02-2014")
PAYS = ("3250,00", "4100,50", "2890,75", "5120,00", "3760,25", "4444,00", "2999,99", "6100,10")
NUMBERS = tuple(str(100200 + 3 * index) for index in range(COUNT))
MAILS = tuple(f"{first}.{last}@elders.example".lower() for first, last in zip(FIRST, LAST, strict=True))
PHONES = (
    "06-12345678",
    "0612345679",
    "+31 6 12345670",
    "010-1234567",
    "(0344) 123456",
    "0344-123457",
    "06 1234 5671",
    "0031612345672",
)
STREETS = ("Dorpsstraat", "Kerkweg", "Molenlaan", "Lindeplein", "Stationsweg", "Hoofdstraat", "Eikenlaan", "Dreef")
HOUSES = ("1", "12a", "33", "4-2", "5", "67", "8 bis", "99")
ADDRESSES = tuple(f"{street} {house}" for street, house in zip(STREETS, HOUSES, strict=True))
POSTCODES = ("1234 AB", "2345BC", "3456 CD", "4567DE", "5678 EF", "6789 FG", "7890GH", "8901 HJ")
CITIES = ("Elst", "Amsterdam", "Utrecht", "Zwolle", "Arnhem", "Den Haag", "Breda", "Goes")
DEPARTMENTS = ("HR", "ICT", "Zorg", "HR", "ICT", "Zorg", "HR", "ICT")
FUNCTIONS = ("Adviseur", "Beheerder", "Planner", "Manager", "Ontwikkelaar", "Jurist", "Adviseur", "Tester")
GENDERS = ("M", "V", "M", "V", "M", "V", "M", "V")

FLAGS = ("is_about_persons", "is_aggregate", "is_empty_form", "is_mapping", "is_contact_list", "is_pseudonymised")


def always(value: str) -> tuple[str, ...]:
    return (value,) * COUNT


def table(header: str, *columns: Sequence[str]) -> list[list[str]]:
    """`header`: names parted by `|`; the columns as long as the shortest."""
    return [header.split("|"), *(list(row) for row in zip(*columns, strict=False))]


def rows(text: str) -> list[list[str]]:
    """Lines of cells parted by `|`."""
    return [line.split("|") for line in text.strip("\n").split("\n")]


def read(found: Sequence[Sequence[str]], batch: int | None = None) -> Table:
    """A table that took the rows, `batch` at a time."""
    step = batch or max(1, len(found))
    result = Table()
    for start in range(0, len(found), step):
        result.rows(found[start : start + step])
    result.settle()
    return result


def kinds(found: Sequence[Sequence[str]]) -> set[str]:
    return set(read(found).kinds())


def flags(found: Table) -> set[str]:
    return {name for name in FLAGS if getattr(found, name)}
