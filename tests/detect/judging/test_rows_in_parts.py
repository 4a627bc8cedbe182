"""Rows about persons that no head and no name tells; and tables of things, units and codes that are built the same way."""

from __future__ import annotations

import pytest

from app.detect.judging.papers.business_rows import counts_heads, holds_figures
from app.detect.judging.papers.grids import grids
from app.detect.judging.papers.rows_in_parts import Rows, rows_in_parts


def lines(text: str) -> list[bytes]:
    return [line.encode() for line in text.replace(";", "\t").split("\n")]


def told(text: str) -> Rows:
    found = lines(text)
    return rows_in_parts(grids(found), found)


def test_a_number_and_an_illness_are_about_a_person() -> None:
    assert told("pn;van;oms\n710221;2-2-2026;griep\n710345;5-2-2026;hernia\n710399;9-2-2026;burn-out") == Rows(
        3, (("health", 3),)
    )


@pytest.mark.parametrize(
    "text",
    [
        "Code;Omschrijving;Meetellen\n1001;Griep;J\n1002;Burn-out;J\n1003;Hernia;N",
        "Melding;Datum;Omschrijving\n200411;3-2-2026;inloggen lukt niet\n200412;4-2-2026;scherm leeg\n200413;5-2-2026;traag",
        "Team;Aantal;Oorzaak\nNoord;1204;griep\nZuid;1311;griep\nWest;1180;burn-out",
    ],
)
def test_codes_tickets_and_counts_are_about_nobody(text: str) -> None:
    assert told(text).persons == 0


@pytest.mark.parametrize(
    "text",
    [
        "Naam;Jarig;Jaar\nTineke Visser;12-5;1964\nKarin Postma;30-5;1982\nJoke van Dam;2-6;1959",
        "naam;dd;mm;jjjj\nIlse Koster;4;5;1981\nRonald de Wit;17;9;1969\nSamira Azzouzi;23;1;1990",
    ],
)
def test_a_birthday_may_be_in_parts(text: str) -> None:
    assert told(text) == Rows(3, (("date_of_birth", 3),))


def test_the_year_of_a_training_is_no_birth() -> None:
    assert not told("Training;Datum;Jaar\nAFAS;12-5;2004\nVerzuim;30-5;2011\nRooster;2-6;2013").persons


def test_tuples_without_heads_are_read_by_what_they_hold() -> None:
    rows = [
        f"({at}, '{number}', 'Venema', '1971-01-19')"
        for at, number in enumerate(("111222333", "123456782", "258073020"))
    ]
    assert told("INSERT INTO inwoner VALUES\n" + ",\n".join(rows)).kinds == (("bsn", 3), ("date_of_birth", 3))


def test_lines_for_envelopes_are_of_private_persons() -> None:
    homes = [f"Mw. A. Peters  Eikenlaan {number}  7041 BC  Zeddam" for number in range(2, 14, 2)]
    assert told("\n".join(homes)).persons == len(homes)
    assert not told("\n".join(line.replace("Eikenlaan", "Stichting Zorg, Eikenlaan") for line in homes)).persons


@pytest.mark.parametrize(
    "text",
    [
        "Team;Mdw;Kort %;Lang %\nNoord;84;1,22;2,10\nZuid;61;1,60;3,05\nStaf;45;0,71;0,90",
        "Leeftijd;Mdw;Verzuim %\n<25;41;3,2\n25-35;118;4,4\n55+;97;8,8",
    ],
)
def test_heads_that_were_counted_are_no_numbers_of_personnel(text: str) -> None:
    assert all(map(counts_heads, grids(lines(text))))


def test_numbers_of_personnel_are_not_counted() -> None:
    (table,) = grids(lines("Team;Mdw;Deeltijd %\nNoord;20481;80,0\nNoord;20512;60,5\nZuid;20633;100,0"))
    assert not counts_heads(table)


def test_a_pivot_of_whole_numbers_holds_figures() -> None:
    (table,) = grids(lines("Rijlabels;<30;30-45;60+\nSchaal 4;21;18;53\nSchaal 5;47;59;30\nEindtotaal;68;77;83"))
    assert holds_figures(table)


def test_what_each_was_paid_and_will_be_paid() -> None:
    text = "Nr;Wie;Was;Wordt;Reden\n4410;T. Oosterhof;€ 3.120;€ 3.302;periodiek\n4411;S. Wolthuis;€ 2.744;€ 2.470;minder uren"
    assert told(text + "\n4412;A. Terpstra;€ 4.011;€ 4.190;schaal 9") == Rows(3, (("salary", 3),))


@pytest.mark.parametrize(
    "text",
    [
        "Artikel;Was;Wordt\nBureaustoel;€ 312,00;€ 330,00\nTafel;€ 1.120,00;€ 1.190,00\nKast;€ 2.744,00;€ 2.810,00",
        "Klant;Was;Wordt;Reden\nT. Oosterhof;€ 1.120;€ 1.302;prijs per uren\nS. Wolthuis;€ 1.744;€ 1.470;nieuwe prijs"
        "\nA. Terpstra;€ 1.011;€ 1.190;prijs",
    ],
)
def test_prices_change_too(text: str) -> None:
    assert not told(text).persons


def test_names_dates_and_homes_under_no_heads() -> None:
    rows = "Oosterhof;Tineke;11-09-2001;Kerkpad 3;9251 KR Bergum\nWolthuis;Sietse;13-02-1976;Laan 5;8441 BK Heerenveen"
    found = told(rows + "\nTerpstra;Anna;06-01-1989;Dorpsweg 64;9051 AC Stiens")
    assert found == Rows(3, (("date_of_birth", 3),))


def test_the_days_on_which_firms_were_visited_are_no_birth_dates() -> None:
    rows = "Bakkerij;12-05-2009;Kerkpad 3;9251 KR Bergum\nGarage Noord;13-02-2011;Laan 5;8441 BK Heerenveen"
    assert not told(rows + "\nHolding;06-01-2010;Dorpsweg 64;9051 AC Stiens").persons
