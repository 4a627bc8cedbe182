"""JSON: its text, and its lists of objects as tables."""

from __future__ import annotations

import base64
import json

import pytest

from tests import samples
from tests.detect.reading.observed import read

PEOPLE = [
    {"naam": "Jansen", "geboorteDatum": "1970-02-01", "adres": {"straat": "Kerkweg 1", "plaats": "Delft"}},
    {"naam": "Bos", "geboorteDatum": "1981-12-24", "adres": {"straat": "Laan 2", "plaats": "Gouda"}},
]
ROWS = [
    ["naam", "geboorte Datum", "adres straat", "adres plaats"],
    ["Jansen", "1970-02-01", "Kerkweg 1", "Delft"],
    ["Bos", "1981-12-24", "Laan 2", "Gouda"],
]


@pytest.mark.parametrize(
    "value",
    [
        PEOPLE,
        {"meta": {"aantal": 2}, "resultaat": {"medewerkers": PEOPLE}},
        {"a1": PEOPLE[0], "a2": PEOPLE[1]},
    ],
    ids=["a list", "deep", "by number"],
)
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_lists_of_objects_are_tables(value: object, indent: int | None, encoding: str) -> None:
    seen = read(json.dumps(value, indent=indent).encode(encoding))
    expected = [[cell.replace("geboorte Datum", "geboorte Datum") for cell in row] for row in ROWS]
    assert [
        [cell.replace("geboorteDatum", "geboorte Datum") for cell in row] for row in seen.table_with("naam")
    ] == expected
    assert "Kerkweg 1" in "".join(seen.texts)


def test_an_object_a_line_is_a_table() -> None:
    seen = read("\n".join(map(json.dumps, PEOPLE)).encode())
    assert [row[0] for row in seen.only_table] == ["naam", "Jansen", "Bos"]


def test_a_line_that_is_no_json_is_text_all_the_same() -> None:
    lines = [json.dumps(PEOPLE[0]), json.dumps(PEOPLE[1]), "{ geen json maar Pietersen"]
    assert "Pietersen" in read("\n".join(lines).encode()).whole


def test_a_table_as_lists_of_cells_is_one() -> None:
    seen = read(json.dumps({"rows": [["naam", "plaats"], ["Jansen", "Delft"], ["Bos", "Gouda"]]}).encode())
    assert ["Bos", "Gouda"] in next(iter(seen.tables.values()))


def test_objects_without_anything_in_common_are_no_table() -> None:
    assert not read(json.dumps([{f"k{index}": index} for index in range(200)]).encode()).tables


@pytest.mark.parametrize("text", ["[2026-11-01 10:00] INFO gestart", "[a", "{", "[1, 2", '{"naam": "Jan', "[" * 50_000])
def test_what_only_looks_like_json_is_text(text: str) -> None:
    seen = read(text.encode())
    assert text[:40] in "".join(seen.texts)
    assert seen.why == set()


def test_a_document_within_json_is_read() -> None:
    inside = samples.zip_of([("geheim.txt", b"het rapport van Pietersen" * 40)])
    seen = read(json.dumps({"bijlage": base64.b64encode(inside).decode()}).replace("/", "\\/").encode())
    assert "geheim.txt" in seen.names
    assert "Pietersen" in seen.whole


def test_a_large_document_takes_little_more_than_its_bytes() -> None:
    rows = [{"naam": f"Persoon {index}", "nummer": index} for index in range(50_000)]
    seen = read(json.dumps(rows).encode())
    assert len(seen.only_table) == 50_001


def test_escaped_letters_and_line_ends_are_what_they_mean() -> None:
    assert "Zoë Bos\nDelft" in read(json.dumps({"noot": "Zoë Bos\nDelft"}).encode()).whole


def test_a_list_within_a_record_is_a_part_of_its_row() -> None:
    people = [
        {"naam": name, "absence": [{"from": "2026-01-07", "pct": pct}, {"from": "2026-02-01", "pct": 50}]}
        for name, pct in (("Jansen", 100), ("Bos", 20))
    ]
    assert read(json.dumps(people).encode()).table_with("naam") == [
        ["naam", "absence from", "absence pct"],
        ["Jansen", "2026-01-07, 2026-02-01", "100, 50"],
        ["Bos", "2026-01-07, 2026-02-01", "20, 50"],
    ]


def test_a_long_list_within_a_record_is_a_table_of_its_own() -> None:
    regels = [{"regel": index, "soort": "uren"} for index in range(6)]
    seen = read(json.dumps([{"naam": "Jansen", "regels": regels}, {"naam": "Bos", "regels": regels}]).encode())
    assert seen.table_with("naam")[0] == ["naam", "regels"]
    assert seen.table_with("regel")[0] == ["regel", "soort"]
