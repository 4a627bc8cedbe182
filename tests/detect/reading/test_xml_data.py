"""XML of systems: lines of names and values, records as rows, rows of cells; entities cannot make it large."""

from __future__ import annotations

import base64
import random

import pytest

from tests import samples
from tests.detect.reading.observed import read

PEOPLE = """<?xml version="1.0" encoding="{encoding}"?><personen xmlns:p="urn:x">
 <p:persoon nr="1"><naam><voor>Zoë</voor><achter>Jansen</achter></naam><geboorteDatum>1970-02-01</geboorteDatum></p:persoon>
 <p:persoon nr="2"><naam><voor>Ömer</voor><achter>Bos</achter></naam><geboorteDatum>1981-12-24</geboorteDatum></p:persoon>
</personen>"""


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "ISO-8859-1", "windows-1252"])
def test_records_are_rows_and_values_have_their_names(encoding: str) -> None:
    seen = read(PEOPLE.format(encoding=encoding).encode(encoding))
    assert "geboorte Datum: 1970-02-01" in seen.whole
    assert seen.table_with("geboorte Datum") == [
        ["nr", "geboorte Datum", "naam voor", "naam achter"],
        ["1", "1970-02-01", "Zoë", "Jansen"],
        ["2", "1981-12-24", "Ömer", "Bos"],
    ]


def test_fields_that_carry_their_name_beside_them_are_columns() -> None:
    row = '<row><field name="naam">{}</field><field name="plaats">{}</field></row>'
    seen = read(
        f"<?xml version='1.0'?><table>{row.format('Bos', 'Delft')}{row.format('Mol', 'Gouda')}</table>".encode()
    )
    assert seen.table_with("naam") == [["naam", "plaats"], ["Bos", "Delft"], ["Mol", "Gouda"]]
    assert "plaats: Gouda" in seen.whole


def test_records_may_be_attributes() -> None:
    seen = read(b"<r><mw naam='Bos' plaats='Delft'/><mw naam='Mol' plaats='Gouda'/></r>")
    assert seen.table_with("naam") == [["naam", "plaats"], ["Bos", "Delft"], ["Mol", "Gouda"]]


def test_rows_of_cells_are_rows() -> None:
    row = "<tr><td>{}</td><td>{}</td></tr>"
    seen = read(
        f"<rapport><tabel>{row.format('naam', 'plaats')}{row.format('Bos', 'Delft')}</tabel></rapport>".encode()
    )
    assert seen.only_table == [["naam", "plaats"], ["Bos", "Delft"]]


def test_comments_and_text_between_elements_are_read() -> None:
    seen = read(b"<r><!-- een opmerking --><b>een</b> losse tekst <c>twee</c><![CDATA[ruwe <tekst>]]></r>")
    assert all(text in seen.whole for text in ("een opmerking", "losse tekst", "ruwe <tekst>"))


def test_a_document_in_a_message_is_read() -> None:
    inside = samples.zip_of([("bijlage.txt", random.Random(1).randbytes(300).hex().encode() + b" Pietersen")])
    seen = read(b"<bericht><inhoud>" + base64.encodebytes(inside) + b"</inhoud></bericht>")
    assert "bijlage.txt" in seen.names
    assert "Pietersen" in seen.whole


def test_what_breaks_off_is_read_as_text() -> None:
    seen = read(b"<?xml version='1.0'?><a><b>een naam: Pietersen</b><c>")
    assert "Pietersen" in seen.texts[-1]
    assert seen.why == set()


def laughs(levels: int) -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, levels))
    return f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "lol">{entities}]><r>&l{levels - 1};</r>'.encode()


def test_texts_within_texts_are_refused_and_simple_ones_are_read() -> None:
    assert read(laughs(9)).why == {"limit"}
    seen = read(
        b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY naam "Pietersen"><!ELEMENT svg ANY>]><svg><t>&naam;</t></svg>'
    )
    assert seen.why == set()
    assert "Pietersen" in seen.whole


def test_a_text_of_another_file_is_not_fetched(tmp_path: object) -> None:
    seen = read(b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r>&x; hier</r>')
    assert "hier" in seen.whole
    assert seen.why == set()


def test_deep_elements_end_well() -> None:
    assert read(b"<a>" * 100_000 + b"Pietersen" + b"</a>" * 100_000).why <= {"corrupt", "limit"}
