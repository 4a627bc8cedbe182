"""Which text is a table, and which only has a comma in each line."""

from __future__ import annotations

import pytest

from app.detect.reading.delimited import columns_of, delimiter_of

ROWS = [("Naam", "Plaats", "Nummer"), ("Jansen", "Delft", "12"), ("De Vries", "Gouda", "7"), ("Bakker", "Hoorn", "31")]


@pytest.mark.parametrize("delimiter", [";", "\t", ",", "|", "~", "^"])
def test_the_sign_between_the_cells_is_found(delimiter: str) -> None:
    assert delimiter_of("\n".join(map(delimiter.join, ROWS))) == delimiter


def test_cells_may_hold_the_delimiter_and_line_ends_within_quotes() -> None:
    text = '"naam";"opmerking"\n"Jansen";"eerste regel\ntweede; regel\nderde"\n"Bos";"-"\n'
    assert delimiter_of(text) == ";"


def test_a_quote_that_never_ends_does_not_hide_the_table() -> None:
    assert delimiter_of('naam;maat\nJansen;5" band\n"Bos;7\n' + "Mol;8\n" * 30) == ";"


def test_titles_above_the_header_do_not_hide_the_table() -> None:
    text = "Overzicht per kwartaal\n\nAfdeling A\n" + "\n".join(map(";".join, ROWS * 3))
    assert delimiter_of(text) == ";"


def test_the_remark_of_a_spreadsheet_counts() -> None:
    assert delimiter_of("sep=;\nalleen een regel") == ";"


@pytest.mark.parametrize(
    "text",
    [
        "Geachte heer Jansen,\nHierbij, zoals afgesproken, het verslag.\nMet vriendelijke groet,\nPiet de Vries\n",
        "Eerst gaan we, als het droog is, wandelen.\nDaarna eten we, als er trek is, soep.\nTot slot, zoals altijd, koffie.\n",
        "Een regel zonder iets.\nEn nog een regel.\nEn een derde.\n",
        "enkel een regel; met een puntkomma",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    assert delimiter_of(text) is None


def fixed(*widths: int) -> str:
    rows = [("NUMMER", "NAAM", "GEBOREN", "SALARIS")]
    rows += [
        (f"{70_000 + index}", name, f"19{60 + index}0{1 + index}15", f"{2_400 + 37 * index},50")
        for index, name in enumerate(NAMES)
    ]
    return "\n".join("".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


NAMES = ("JANSEN J", "DE VRIES A", "VAN DEN BERG K", "BAKKER", "SMIT P", "MULDER")


def test_columns_at_fixed_places_are_found() -> None:
    columns = columns_of(fixed(9, 20, 11, 10))
    assert columns is not None
    assert columns.starts == (0, 9, 29, 40)


def test_columns_that_stand_against_each_other_are_parted_by_their_kind() -> None:
    lines = "\n".join(
        f"{index:06d}{name:<16}{19_600_101 + index}"
        for index, name in enumerate([name.replace(" ", "") for name in NAMES])
    )
    columns = columns_of(lines + "\n")
    assert columns is not None
    assert columns.starts[:2] == (0, 6)
    assert 22 in columns.starts


@pytest.mark.parametrize(
    "text",
    [
        "De raad heeft op dinsdag vergaderd over het beleid.\n" * 12,
        "\n".join(f"Dit is regel {index} van een verhaal dat verder gaat op de volgende regel" for index in range(20)),
        "kort\nverhaal\n",
    ],
)
def test_prose_has_no_columns(text: str) -> None:
    assert columns_of(text) is None
