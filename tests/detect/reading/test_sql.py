"""SQL: the rows that a script inserts, in the dialects of the usual systems."""

from __future__ import annotations

import pytest

from tests.detect.reading.observed import read

EXPECTED = [["naam", "plaats"], ["O'Neill, Jan", "Delft"], ["Bos", ""]]


@pytest.mark.parametrize(
    "script",
    [
        "INSERT INTO mw (naam, plaats) VALUES ('O''Neill, Jan', 'Delft'), ('Bos', NULL);",
        "insert into mw (naam, plaats)\nvalues\n  ('O''Neill, Jan', 'Delft'),\n  ('Bos', NULL);\n",
        "INSERT INTO mw (naam, plaats) VALUES ('O''Neill, Jan', 'Delft');\nINSERT INTO mw (naam, plaats) VALUES ('Bos', null);",
        "CREATE TABLE `mw` (\n  `naam` varchar(40) NOT NULL,\n  `plaats` text,\n  PRIMARY KEY (`naam`)\n) ENGINE=InnoDB;\n"
        "INSERT INTO `mw` VALUES ('O\\'Neill, Jan','Delft'),('Bos',NULL);",
        "SET NOCOUNT ON\nINSERT [dbo].[mw] ([naam], [plaats]) VALUES (N'O''Neill, Jan', N'Delft')\nGO\n"
        "INSERT [dbo].[mw] ([naam], [plaats]) VALUES (N'Bos', NULL)\nGO\n",
        "COPY public.mw (naam, plaats) FROM stdin;\nO'Neill, Jan\tDelft\nBos\t\\N\n\\.\n",
    ],
    ids=["standard", "lines", "a statement a row", "mysql", "sql server", "copy"],
)
def test_what_is_inserted_is_a_table(script: str) -> None:
    seen = read(script.encode())
    assert seen.only_table == EXPECTED
    assert "Delft" in "".join(seen.texts)


def test_dates_within_a_cast_do_not_shift_the_columns() -> None:
    values = "(N'Bos', CAST(N'1970-02-01' AS Date), CAST(12.50 AS Decimal(10, 2)))"
    row = f"INSERT [mw] ([naam], [geboren], [salaris]) VALUES {values}"
    assert read((row + "\nGO\n" + row + "\nGO\n").encode()).only_table[1] == ["Bos", "1970-02-01", "12.50"]


def test_several_tables_are_kept_apart() -> None:
    seen = read(b"INSERT INTO a (x) VALUES (1);\nINSERT INTO b (y, z) VALUES (2, 3);\nINSERT INTO a (x) VALUES (4);\n")
    assert list(seen.tables.values()) == [[["x"], ["1"], ["4"]], [["y", "z"], ["2", "3"]]]


def test_a_statement_of_many_megabytes_is_taken_apart_on_the_way() -> None:
    rows = ",\n".join(f"({index}, 'persoon {index}')" for index in range(60_000))
    assert len(read(f"INSERT INTO mw (nr, naam) VALUES\n{rows};\n".encode()).only_table) == 60_001


def test_a_script_that_breaks_off_is_read_to_its_end() -> None:
    seen = read(b"INSERT INTO mw (naam, plaats) VALUES ('Bos', 'Delft'), ('Mol', 'Gou")
    assert "Gou" in seen.whole
    assert seen.why == set()
