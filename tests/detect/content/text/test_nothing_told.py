"""Policies, designs, forms, code and figures have all the words and no values: there is nothing to count in them."""

from __future__ import annotations

import pytest

from tests.detect.content.text.told import kinds

NOTHING = [
    (
        "Verzuimprotocol. De medewerker meldt zich voor 9.00 uur ziek bij de leidinggevende. De "
        "bedrijfsarts stelt binnen zes weken een probleemanalyse op."
    ),
    ("Het veld BSN is verplicht (9 cijfers, elfproef). Geboortedatum in het formaat dd-mm-jjjj. IBAN: 18 posities."),
    (
        "Naam: ......................\nGeboortedatum: ..-..-....\nBSN: _ _ _ _ _ _ _ _ _\nAdres:\n"
        "Telefoon:\nHandtekening:\nDatum: 12-03-2024"
    ),
    "Ordernummer 123456782 is verzonden. Factuurnummer: 2024001234. Klantnummer 111222333.",
    "RSIN: 123456782\nBTW: NL123456782B01\nKvK 12345678\nLoonheffingennummer 123456782L01",
    (
        "Het gemiddelde salaris in de sector is € 3.450 bruto per maand. Het wettelijk minimumloon "
        "bedraagt € 13,68 per uur."
    ),
    (
        "Functieschaal 10: minimaal € 3.217,- en maximaal € 4.720,- bruto per maand, afhankelijk van "
        "opleiding en ervaring."
    ),
    ("De salariskosten van het project worden geraamd op € 125.000,00. De begroting voor lonen is € 2.400.000."),
    "Van de werknemers is 12% lid van een vakbond. De vakbonden FNV en CNV onderhandelen over de cao.",
    (
        "Bijzondere persoonsgegevens zijn gegevens over ras, godsdienst, gezondheid, seksuele gerichtheid, "
        "lidmaatschap van een vakbond en strafrechtelijk verleden."
    ),
    "Een VOG is vereist. Kandidaten met een strafblad kunnen worden afgewezen.",
    "Workshop omgaan met burn-out en depressie op de werkvloer. Aanmelden kan tot 12 mei.",
    (
        "Diagnose van het netwerkprobleem: de switch is defect. De operatie verliep volgens plan; het "
        "systeem is hersteld per 3 mei."
    ),
    "Release 2.4.1.0 van 06-02-2024, build 0612345678901. Zie ook 10.0.0.1:8080 en 2024-02-06T12:30:00.",
    ("De Willem de Zwijgerlaan en het Anne Frankplein worden heringericht; de Prins Bernhardstraat volgt in 2026."),
    "Albert Heijn, Jan Linders en de Van Gogh Stichting ondersteunen de actie van het Maria Ziekenhuis.",
    ("In Den Haag, Alphen aan den Rijn en Anna Paulowna is de proef gestart. Sint Maarten volgt in april."),
    (
        "Beste collega,\n\nVul het formulier in en stuur het naar de afdeling Personeel.\n\n"
        "Met vriendelijke groet,\nTeam Salarisadministratie"
    ),
    (
        "Geachte heer/mevrouw,\n\nHierbij ontvangt u de nieuwsbrief van de Gemeente Voorbeeldstad.\n\n"
        "Hoogachtend,\nCollege van Burgemeester en Wethouders"
    ),
    "A. Inleiding\nB. Doelstelling\nC. Kosten en Baten\nD. Planning",
    (
        "Auteur: Afdeling Informatievoorziening\nEigenaar: Stuurgroep Digitaal\nNaam: Zaaksysteem Delta\n"
        "Projectleider: n.t.b."
    ),
    "SELECT bsn, geboortedatum, salaris FROM medewerkers WHERE achternaam LIKE 'V%' ORDER BY iban;",
    (
        "def is_bsn(nummer: str) -> bool:\n    # 9 cijfers, zie https://git.elders.example/team/repo\n    "
        "return len(nummer) == 9"
    ),
    ("2024-03-01 12:00:01 INFO session 4539148803436467 took 123456782 ns, retry 0201234567 of 0301234568"),
    "Raad van Bestuur, Raad van Toezicht, Ministerie van Financien en de Universiteit van Amsterdam.",
    "BEGROTING 2024 EN MEERJARENRAMING 2025 TM 2028. PROGRAMMA 1000 KM FIETSPAD.",
    "Het ziekteverzuim daalde van 5,4% naar 4,9%. De meldingsfrequentie is 1,1.",
    "Postcode (1234 AB), huisnummer en woonplaats zijn verplichte velden in het adresblok.",
    ("Indien de werknemer wegens ziekte langer dan 42 dagen niet werkt, meldt de werkgever dit bij het UWV."),
    ("Lithium, kobalt en nikkel zijn grondstoffen voor accu's. De levering is vertraagd door een staking sinds maart."),
    "Kolom A: Personeelsnummer (N8). Kolom B: Achternaam (A40). Kolom C: Bruto salaris (N9,2).",
    (
        "Artikel 12. De deelnemer is bij arbeidsongeschiktheid verzekerd voor een uitkering van maximaal "
        "70% van het loon."
    ),
    "logo@2x.png, react@18.2.0 en git@git.elders.example:team/repo.git",
    "Kwartaalcijfers: omzet 1.234.567,00; kosten 987.654,00; resultaat 246.913,00.",
    "De Jonge Jury, De Bilt en Het Nieuwe Werken zijn thema's in het programma Mens & Werk.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_words_without_values_are_nothing(text: str) -> None:
    assert kinds(text) == set()
