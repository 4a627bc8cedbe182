"""HTML: what it shows, tables, scripts, comments, documents in its addresses."""

from __future__ import annotations

import base64
import random

import pytest

from tests import samples
from tests.detect.reading.observed import read

START = "<!DOCTYPE html><html><head><title>Overzicht</title></head><body>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_words_stay_whole_and_lines_apart(encoding: str) -> None:
    seen = read((START + "<p>Mevrouw Zo<b>ë</b> Bos</p><div>Delft<br>Gouda</div>").encode(encoding))
    assert {"Overzicht", "Mevrouw Zoë Bos", "Delft", "Gouda"} <= set(seen.texts)


def test_a_label_and_its_value_that_a_style_sheet_parts_are_apart() -> None:
    page = "<div><span class=l>Naam</span><span class=v>Anna Bos</span></div><div><b>Salaris</b><b>€ 2.517,30</b></div>"
    assert {"Naam\tAnna Bos", "Salaris\t€ 2.517,30"} <= set(read((START + page).encode()).texts)


def test_the_page_says_its_encoding_where_its_bytes_leave_a_choice() -> None:
    page = '<html><head><meta charset="iso-8859-15"></head><body><p>Het kost 5 €</p></body></html>'
    assert "Het kost 5 €" in read(page.encode("iso8859-15")).texts


def test_a_table_is_read_by_its_columns_and_a_layout_is_not() -> None:
    inner = "<table><tr><th>Naam</th><th>Plaats</th></tr><tr><td>Bos<td>Delft</table>"
    seen = read(f"{START}<table><tr><td>{inner}</td></tr><tr><td>onderschrift</td></tr></table>".encode())
    assert seen.only_table == [["Naam", "Plaats"], ["Bos", "Delft"]]
    assert "onderschrift" in seen.texts


@pytest.mark.parametrize(
    "script",
    [
        '<script>window.__DATA__ = [{"naam":"Bos","plaats":"Delft"},{"naam":"Mol","plaats":"Gouda"}];</script>',
        '<script type="application/json">{"rows":[{"naam":"Bos","plaats":"Delft"},{"naam":"Mol","plaats":"Gouda"}]}</script>',
    ],
)
def test_data_in_a_script_is_a_table(script: str) -> None:
    seen = read((START + script).encode())
    assert seen.table_with("naam") == [["naam", "plaats"], ["Bos", "Delft"], ["Mol", "Gouda"]]
    assert "Delft" in "".join(seen.texts)


def test_comments_hidden_fields_and_addresses_are_read() -> None:
    seen = read(
        (
            START
            + '<!-- oud: Pietersen --><input type=hidden value="verborgen"><a href="mailto:bos@voorbeeld.example">m</a>'
        ).encode()
    )
    assert all(text in seen.whole for text in ("Pietersen", "verborgen", "bos@voorbeeld.example"))


def test_a_document_in_an_address_is_read() -> None:
    inside = samples.zip_of([("bijlage.txt", random.Random(1).randbytes(300).hex().encode() + b" Pietersen")])
    address = "data:application/zip;base64," + base64.b64encode(inside).decode()
    seen = read(f'{START}<a href="{address}">bijlage</a>'.encode())
    assert "bijlage.txt" in seen.names
    assert "Pietersen" in seen.whole


@pytest.mark.parametrize(
    "page", ["<html>" + "<div>" * 30_000, "<html><table>" + "<tr><td>" * 30_000, "<html><p a=" + "x" * 500_000]
)
def test_a_page_that_never_closes_ends(page: str) -> None:
    assert read(page.encode()).why <= {"corrupt"}


def test_tables_of_one_row_right_below_each_other_are_one_table() -> None:
    lines = [["week 11", "ma", "di"], ["Tessa", "V", "ziek"], ["Bas", "L", "L"]]
    page = "".join(f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in line)}</tr></table>" for line in lines)
    assert read((START + page).encode()).only_table == lines


def test_text_between_tables_of_one_row_keeps_them_apart() -> None:
    one = "<table><tr><td>Naam</td><td>Bos</td></tr></table>"
    seen = read(f"{START}{one}<p>en verder</p>{one}".encode())
    assert len(seen.tables) == 2
    assert "en verder" in seen.texts
