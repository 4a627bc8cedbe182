"""Letters, mails, notes and forms about persons: every kind that is told, and no other."""

from __future__ import annotations

import pytest

from tests.detect.content.text.told import kinds

TOLD = [
    (
        (
            "Aan: mevrouw T. Zonderland\nKerkpad 3-b\n9251 KR Bergum\n\n"
            "Betreft: terugkoppeling spreekuur\n\nGeachte mevrouw Zonderland,\n\n"
            "Vorige week sprak u onze bedrijfsarts. Zij acht u voor 40% arbeidsgeschikt; vanaf 1 juni "
            "bouwt u op met vier uur per week.\nUw klachten aan de onderrug nemen af."
        ),
        {"address", "health", "name"},
    ),
    (
        (
            "Hoi Sanne,\n\n"
            "Wil je doorgeven dat Joost sinds gisteren in het ziekenhuis ligt? Het is een hartinfarct, hij "
            "moet een week blijven.\n\nGroetjes,\nMieke"
        ),
        {"health", "name"},
    ),
    (
        (
            "Personeelsdossier\nNaam: Wijnand Oosterbaan\nPers.nr.: 20417\nGeb.datum: 7-11-1968\n"
            "BSN: 1112.22.333\nIBAN: nl91 abna 0417 1643 00\nSchaal 9 trede 4, bruto € 3.812,- per maand"
        ),
        {"bsn", "date_of_birth", "employee_number", "iban", "name", "salary"},
    ),
    (
        ("De heer Bouzidi (geb. 3 juni '82) is in 2019 veroordeeld wegens mishandeling. Zijn VOG is geweigerd."),
        {"criminal", "date_of_birth", "name"},
    ),
    (
        "Notitie vertrouwenspersoon: Marloes is lesbisch en wordt daar op de afdeling op aangesproken.",
        {"name", "orientation"},
    ),
    (
        "Dhr. Wolthuis is kaderlid van de FNV en wil daarom vrijaf.",
        {"name", "union"},
    ),
    (
        "Mevrouw Ouali vraagt vrij voor het Suikerfeest; zij is praktiserend moslima.",
        {"name", "religion"},
    ),
    (
        "Intake: client Dawit is van Eritrese afkomst, geboren 04.04.1999.",
        {"date_of_birth", "ethnicity", "name"},
    ),
    (
        "Kenmerk paspoort van de heer Terpstra: NW2K84BF3, geldig tot 2031.",
        {"id_document", "name"},
    ),
    (
        "Dr. Veenhuis, BIG-registratienummer 19012345601, is te bereiken op 058 - 2 123 456.",
        {"big_number", "name", "phone"},
    ),
    (
        "Kaarthouder: E. Postma\nVisa 4539 1488 0343 6467 geldig tot 08/29",
        {"credit_card", "name"},
    ),
    (
        (
            "Beste collega's,\n\n"
            "Per 1 september krijgt Tjeerd er een periodiek bij: hij gaat van € 2.950 naar € 3.075 bruto "
            "per maand.\n\nRobbert"
        ),
        {"name", "salary"},
    ),
    (
        (
            "Gespreksverslag\nMedewerker: Fenna Haarsma\nLeidinggevende: Ruud Kuik\n"
            "Fenna meldde zich op 12 februari ziek met migraine. Afgesproken is dat ze volgende week weer "
            "begint."
        ),
        {"health", "name"},
    ),
    (
        (
            "Zorgplan mw. Adema, geboortedatum 21/09/1937, kamer 12\n"
            "Gebruikt metformine en furosemide. Vannacht gevallen in de badkamer."
        ),
        {"date_of_birth", "health", "name"},
    ),
    (
        (
            "Geachte heer Pinas,\n\n"
            "Uw uitkering bedraagt netto € 1.284,33 per maand en wordt gestort op NL91ABNA0417164300.\n"
            "Uw burgerservicenummer is 111222333."
        ),
        {"bsn", "iban", "name", "salary"},
    ),
    (
        "P<NLDVOORBEELD<<ROBIN<<<<<<<<<<<<<<<<<<<<<<<\nNW2K84BF32NLD8002018M3101017<<<<<<<<<<<<<<04",
        {"id_document", "name"},
    ),
    (
        (
            "Employee: Priya Ramdhani\nDate of birth: 14 March 1986\n"
            "She has been on sick leave since 3 May because of depression.\n"
            "Gross salary: EUR 4,120.00 per month"
        ),
        {"date_of_birth", "health", "name", "salary"},
    ),
    (
        ("Naam      Geboortedatum   BSN\nF. Ouali  12-05-1979      123456782\nB. Smit   30-01-1990      111222333"),
        {"bsn", "date_of_birth", "name"},
    ),
    (
        "de volgende mensen zijn uitgenodigd: jan de vries, fatima el idrissi en kees bakker",
        {"name"},
    ),
    (
        ("Bel Sietske even op 0513-612345 of mobiel 06/12 34 56 78; mail mag ook: s.hiemstra@elders.example"),
        {"email", "name", "phone"},
    ),
    (
        "Correspondentieadres: Postbus 451, 8901 BG Leeuwarden, t.a.v. mr. dr. P.W.A. Quant",
        {"address", "name"},
    ),
    (
        "Woonachtig: Rue Haute 12, 1000 Bruxelles. Telefoon +32 2 512 34 56.",
        {"address", "phone"},
    ),
    (
        "Betaling naar BE68 5390 0754 7034 t.n.v. A. Peeters",
        {"iban", "name"},
    ),
    (
        "Zij is 32 weken zwanger en gaat op 1 mei met verlof, aldus haar leidinggevende Hilde Kramer.",
        {"health", "name"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_every_kind_that_is_told_is_found_and_no_other(text: str, expected: set[str]) -> None:
    assert kinds(text) == expected
