"""Lists with commas in their amounts and names: the commas part no columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.detect.process.worker_process import DetectionWorker
from app.detect.reading.formats import delimiter_of
from tests.detect.content.tables import BORN, BSNS, IBANS, LAST, NUMBERS, PAYS, table

NAMES = [f"{last}, J." for last in LAST]
ROWS = table("PERSNR|NAAM|GEB.DAT|BSN|UURLOON", NUMBERS, NAMES, BORN, BSNS, PAYS)
EVERY_KIND = {"employee_number", "name", "date_of_birth", "bsn", "salary"}


@pytest.mark.parametrize("delimiter", ["|", ";", "\t"])
@pytest.mark.parametrize("quote", ["", '"'])
def test_what_parts_most_is_the_delimiter(delimiter: str, quote: str) -> None:
    text = "\n".join(delimiter.join(f"{quote}{cell}{quote}" for cell in row) for row in ROWS)
    assert delimiter_of(text) == delimiter


def test_a_printed_list_has_its_columns_at_fixed_places(detector: DetectionWorker, tmp_path: Path) -> None:
    """The last header is wider than the numbers under it, which stand to the right."""
    lines = [f"{row[0]:<10}{row[1]:<24}{row[2]:<14}{row[3]:<14}{row[4]:>9}" for row in ROWS]
    lines[0] = f"{ROWS[0][0]:<10}{ROWS[0][1]:<24}{ROWS[0][2]:<14}{ROWS[0][3]:<14}UURLOON"
    path = tmp_path / "lijst.txt"
    path.write_text("Personeelslijst     blad 1\n\n" + "\n".join(lines) + "\n")
    assert set(detector.judge(path, None).kinds) == EVERY_KIND


def test_an_account_and_a_postcode_at_fixed_places_stay_whole(detector: DetectionWorker, tmp_path: Path) -> None:
    path = tmp_path / "lijst.dat"
    codes = [f"{1234 + 11 * index}AB" for index in range(len(NAMES))]
    parts = zip(NUMBERS, NAMES, BSNS, IBANS, codes, strict=False)
    path.write_text("".join(f"{nr:<9}{name:<24}{bsn} {iban} {code}\n" for nr, name, bsn, iban, code in parts))
    found = detector.judge(path, None).kinds
    assert (found.get("iban"), found.get("bsn"), found.get("name")) == (len(NAMES),) * 3
